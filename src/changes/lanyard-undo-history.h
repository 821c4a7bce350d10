/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Ctrl+Z takes back: the changes of this run, the last one first. */
#pragma once

#include "lanyard-entry.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_UNDO_HISTORY (lanyard_undo_history_get_type ())
G_DECLARE_FINAL_TYPE (LanyardUndoHistory, lanyard_undo_history, LANYARD, UNDO_HISTORY, GObject)

/* Read-only notifying property: "last" (LanyardEntry, NULL: nothing). */
LanyardUndoHistory *lanyard_undo_history_new      (void);
LanyardEntry       *lanyard_undo_history_get_last (LanyardUndoHistory *self);
void                lanyard_undo_history_add      (LanyardUndoHistory *self,
                                                   LanyardEntry       *entry);
void                lanyard_undo_history_remove   (LanyardUndoHistory *self,
                                                   gint64              id);
void                lanyard_undo_history_release  (LanyardUndoHistory *self,
                                                   gint64              batch);

G_END_DECLS
