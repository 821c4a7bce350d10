/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves the whole journal to a file that somebody chooses. */
#include "lanyard-exporter.h"

#include <glib/gi18n.h>

/* So many entries are read at a time. */
#define PAGE 500

typedef struct
{
  GWeakRef widget; /* where it was asked for */
  LanyardJournal *journal;
  LanyardExportFormat format;
  GFile *file;
  GString *text;
} Export;

static void
export_free (Export *self)
{
  g_weak_ref_clear (&self->widget);
  g_object_unref (self->journal);
  g_clear_object (&self->file);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
tell (Export     *self,
      const char *text)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);

  if (widget != NULL)
    gtk_widget_activate_action (widget, "win.toast", "s", text);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    /* Translators: %s is the name of a file */
    text = g_strdup_printf (_("Saved as %s"), shown);
  else
    /* Translators: the first %s is the name of a file, the second one why */
    text = g_strdup_printf (_("%s could not be saved: %s"), shown, error->message);
  tell (self, text);
}

/* In place of what was there only once it is whole. */
static void
write_file (Export *self)
{
  g_autoptr (GBytes) bytes = NULL;

  lanyard_export_end (self->text, self->format);
  bytes = g_string_free_to_bytes (g_steal_pointer (&self->text));
  g_file_replace_contents_bytes_async (self->file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_written, self);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = lanyard_journal_list_finish (LANYARD_JOURNAL (source), result, &error);

  if (entries == NULL)
    {
      tell (self, _("The activity could not be read"));
      return;
    }

  lanyard_export_append (self->text, self->format, entries);
  if (entries->len < PAGE)
    write_file (g_steal_pointer (&self));
  else
    {
      gint64 oldest = lanyard_entry_get_id (g_ptr_array_index (entries, entries->len - 1));

      lanyard_journal_list_async (LANYARD_JOURNAL (source), NULL, NULL, oldest, PAGE, NULL, on_listed,
                                  g_steal_pointer (&self));
    }
}

static void
on_chosen (GtkNativeDialog *dialog,
           int              response,
           gpointer         user_data)
{
  g_autoptr (Export) self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    self->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (self->file == NULL)
    return;

  self->text = g_string_new (NULL);
  lanyard_export_begin (self->text, self->format);
  lanyard_journal_list_async (self->journal, NULL, NULL, 0, PAGE, NULL, on_listed, g_steal_pointer (&self));
}

/**
 * lanyard_exporter_run:
 * @widget: where it was asked for
 * @journal: what to export
 * @format: as what
 *
 * Asks for a file and saves all of @journal there.
 */
void
lanyard_exporter_run (GtkWidget          *widget,
                      LanyardJournal     *journal,
                      LanyardExportFormat format)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *name = NULL;
  GtkFileChooserNative *dialog;
  Export *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (LANYARD_IS_JOURNAL (journal));

  name = g_strdup_printf ("lanyard-%s.%s", date, format == LANYARD_EXPORT_JSON ? "json" : "csv");
  dialog = gtk_file_chooser_native_new (_("Export Activity"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);

  self = g_new0 (Export, 1);
  g_weak_ref_init (&self->widget, widget);
  self->journal = g_object_ref (journal);
  self->format = format;
  g_signal_connect (dialog, "response", G_CALLBACK (on_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
