/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves users or credentials as a table to a file that somebody chooses. */
#include "lanyard-list-exporter.h"

#include <glib/gi18n.h>

#include "lanyard-file-saver.h"
#include "lanyard-record-table.h"

/* So many rows are written before the window is served again. */
#define N_AT_ONCE 500

typedef struct
{
  GWeakRef            parent;
  LanyardDirectory   *directory;
  GPtrArray          *records;
  LanyardSheetFormat  format;
  GFile              *file;   /* NULL until it is chosen; here and below */
  LanyardSheetWriter *writer;
  guint               n_written;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_weak_ref_clear (&self->parent);
  g_object_unref (self->directory);
  g_ptr_array_unref (self->records);
  g_clear_object (&self->file);
  g_clear_pointer (&self->writer, lanyard_sheet_writer_free);
  g_free (self);
}

static gboolean
write_some (gpointer user_data)
{
  Export *self = user_data;
  guint end = MIN (self->n_written + N_AT_ONCE, self->records->len);
  g_autoptr (GtkWidget) parent = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (; self->n_written < end; self->n_written++)
    lanyard_record_table_append (self->writer, self->directory, self->records->pdata[self->n_written]);
  if (end < self->records->len)
    return G_SOURCE_CONTINUE;
  parent = g_weak_ref_get (&self->parent);
  bytes = lanyard_sheet_writer_end (self->writer);
  lanyard_file_saver_save (parent, self->file, bytes);
  return G_SOURCE_REMOVE;
}

static void
on_chosen (GFile      *file,
           const char *value,
           gpointer    user_data)
{
  Export *self = user_data;

  self->file = g_object_ref (file);
  self->writer = lanyard_record_table_new (G_OBJECT_TYPE (self->records->pdata[0]), self->format,
                                           value != NULL ? *value : '\0');
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, write_some, self, export_free);
}

static void
ask (Export     *self,
     GtkWidget  *parent,
     const char *title,
     const char *name)
{
  static const char * const separators[] = { ",", ";", "\t", NULL };
  const char *labels[] = { _("Comma"), _("Semicolon"), _("Tab"), NULL };
  char separator[] = { lanyard_sheet_writer_get_separator (), '\0' };
  LanyardFileOption option = { _("Separator"), separators, labels, separator };

  G_STATIC_ASSERT (G_N_ELEMENTS (separators) == G_N_ELEMENTS (labels));
  lanyard_file_saver_choose (parent, title, name, self->format == LANYARD_SHEET_FORMAT_CSV ? &option : NULL, on_chosen,
                             self, export_free);
}

/**
 * lanyard_list_exporter_run:
 * @parent: where it was asked for
 * @directory: the workspace
 * @records: (element-type SeamRecord): users, or credentials, in the order in which to save them; at least one
 * @format: as what
 *
 * Asks for a file and saves @records there, without PINs. CSV has the separator that is chosen with it: the one that
 * spreadsheets of the locale expect, unless somebody says otherwise.
 */
void
lanyard_list_exporter_run (GtkWidget         *parent,
                           LanyardDirectory  *directory,
                           GPtrArray         *records,
                           LanyardSheetFormat format)
{
  Export *self;
  GType type;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (records->len > 0);

  type = G_OBJECT_TYPE (records->pdata[0]);
  name = g_strdup_printf ("%s.%s", type == SEAM_TYPE_USER ? "users" : "credentials",
                          format == LANYARD_SHEET_FORMAT_JSON ? "json" : "csv");
  self = g_new0 (Export, 1);
  g_weak_ref_init (&self->parent, parent);
  self->directory = g_object_ref (directory);
  self->records = g_ptr_array_ref (records);
  self->format = format;
  ask (self, parent, type == SEAM_TYPE_USER ? _("Export Users") : _("Export Credentials"), name);
}
