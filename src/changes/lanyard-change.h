/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One description of what is to be done at Seam: what kind of change, of which record, from what to what. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-entry.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CHANGE (lanyard_change_get_type ())
G_DECLARE_FINAL_TYPE (LanyardChange, lanyard_change, LANYARD, CHANGE, GObject)

LanyardChange   *lanyard_change_new            (LanyardOperation  operation,
                                                SeamRecord       *record,
                                                const char       *before,
                                                SeamRecord       *target,
                                                gint64            undo_of);
LanyardChange   *lanyard_change_new_to_value   (LanyardOperation  operation,
                                                SeamRecord       *record,
                                                const char       *before,
                                                const char       *after,
                                                gint64            undo_of);
LanyardOperation lanyard_change_get_operation  (LanyardChange    *self);
SeamRecord      *lanyard_change_get_record     (LanyardChange    *self);
const char      *lanyard_change_get_record_id  (LanyardChange    *self);
const char      *lanyard_change_get_before     (LanyardChange    *self);
SeamRecord      *lanyard_change_get_target     (LanyardChange    *self);
const char      *lanyard_change_get_after      (LanyardChange    *self);
void             lanyard_change_set_batch      (LanyardChange    *self,
                                                gint64            batch);
gint64           lanyard_change_get_batch      (LanyardChange    *self);
gint64           lanyard_change_get_undo_of    (LanyardChange    *self);
void             lanyard_change_set_first_id   (LanyardChange    *self,
                                                const char       *first_id);
const char      *lanyard_change_get_first_id   (LanyardChange    *self);

G_END_DECLS
