/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place in a long list, whose row is made and filled when it comes into sight. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-list-kind.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ROW_SLOT (lanyard_row_slot_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRowSlot, lanyard_row_slot, LANYARD, ROW_SLOT, GtkWidget)

/* What the slots of one list share.
 * Property "choosing" (gboolean, write-only): whether rows are chosen by a click, and have check boxes. */
#define LANYARD_TYPE_ROW_FILLER (lanyard_row_filler_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRowFiller, lanyard_row_filler, LANYARD, ROW_FILLER, GObject)

LanyardRowFiller *lanyard_row_filler_new    (LanyardListKind   kind,
                                             gboolean          taking);
void              lanyard_row_filler_set_list
                                            (LanyardRowFiller *self,
                                             LanyardDirectory *directory,
                                             LanyardList      *list);
GtkWidget        *lanyard_row_slot_new      (LanyardRowFiller *filler);
void              lanyard_row_slot_set_item (LanyardRowSlot   *self,
                                             SeamRecord       *item);
SeamRecord       *lanyard_row_slot_get_item (LanyardRowSlot   *self);
void              lanyard_row_slot_set_selected
                                            (LanyardRowSlot   *self,
                                             gboolean          is_selected);

G_END_DECLS
