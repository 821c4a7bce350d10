/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table that was read from a file or from the clipboard: rows of cells, all of them text. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LANYARD_SHEET_MAX_ROWS 200000
#define LANYARD_SHEET_MAX_COLUMNS 200

#define LANYARD_TYPE_SHEET (lanyard_sheet_get_type ())

typedef struct _LanyardSheet LanyardSheet;

GType         lanyard_sheet_get_type      (void);
LanyardSheet *lanyard_sheet_new           (const guint8   *data,
                                           gsize           size,
                                           char            separator,
                                           GError        **error);
LanyardSheet *lanyard_sheet_ref           (LanyardSheet   *self);
void          lanyard_sheet_unref         (LanyardSheet   *self);
char          lanyard_sheet_get_separator (LanyardSheet   *self);
guint         lanyard_sheet_get_n_rows    (LanyardSheet   *self);
guint         lanyard_sheet_get_n_columns (LanyardSheet   *self);
guint         lanyard_sheet_get_line      (LanyardSheet   *self,
                                           guint           row);
const char   *lanyard_sheet_get_cell      (LanyardSheet   *self,
                                           guint           row,
                                           guint           column);
gboolean      lanyard_sheet_is_text       (LanyardSheet   *self,
                                           guint           row,
                                           guint           column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardSheet, lanyard_sheet_unref)

G_END_DECLS
