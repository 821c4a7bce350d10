/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record in a long list: what the rows of users and of credentials have in common. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-row-text.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_RECORD_ROW (lanyard_record_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (LanyardRecordRow, lanyard_record_row, LANYARD, RECORD_ROW, GtkWidget)

/**
 * LanyardRecordRowClass:
 * @parent_class: its parent
 * @update: shows the item, of which there is one
 */
struct _LanyardRecordRowClass
{
  GtkWidgetClass parent_class;

  void (*update) (LanyardRecordRow *self);
};

/* Properties, read-write: "item" (SeamRecord); "directory" (LanyardDirectory) and "manner" (LanyardRowManner), both to
 * be set before it. */
void              lanyard_record_row_set_item      (LanyardRecordRow *self,
                                                    SeamRecord       *item);
gpointer          lanyard_record_row_get_item      (LanyardRecordRow *self);
LanyardDirectory *lanyard_record_row_get_directory (LanyardRecordRow *self);
LanyardRowManner  lanyard_record_row_get_manner    (LanyardRecordRow *self);
void              lanyard_record_row_set_checked   (LanyardRecordRow *self,
                                                    gboolean          is_checked);
void              lanyard_record_row_update        (LanyardRecordRow *self);

G_END_DECLS
