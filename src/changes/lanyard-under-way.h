/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was asked for in this run and has no outcome yet. */
#pragma once

#include <gio/gio.h>

#include "lanyard-entry.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_UNDER_WAY (lanyard_under_way_get_type ())
G_DECLARE_FINAL_TYPE (LanyardUnderWay, lanyard_under_way, LANYARD, UNDER_WAY, GObject)

LanyardUnderWay *lanyard_under_way_new         (void);
void             lanyard_under_way_add         (LanyardUnderWay *self,
                                                LanyardEntry    *entry);
void             lanyard_under_way_remove      (LanyardUnderWay *self,
                                                LanyardEntry    *entry);
GListModel      *lanyard_under_way_get_entries (LanyardUnderWay *self);
LanyardEntry    *lanyard_under_way_look_up     (LanyardUnderWay *self,
                                                const char      *subject_type,
                                                const char      *subject_id);
gboolean         lanyard_under_way_has_batch   (LanyardUnderWay *self,
                                                gint64           batch);

G_END_DECLS
