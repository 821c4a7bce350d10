/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves what is asked for of the journal to a file that somebody chooses. */
#include "lanyard-exporter.h"

#include <glib/gi18n.h>

#include "lanyard-error-report.h"
#include "lanyard-error-text.h"
#include "lanyard-file-text.h"

/* So many entries are read at a time. */
#define PAGE 500

typedef struct
{
  GWeakRef widget; /* where it was asked for */
  LanyardJournal *journal;
  LanyardEntryFilter *filter;
  LanyardExportFormat format;
  GFile *file;
  GString *text;
  GError *error;
} Export;

static void
export_free (Export *self)
{
  g_weak_ref_clear (&self->widget);
  g_object_unref (self->journal);
  lanyard_entry_filter_free (self->filter);
  g_clear_object (&self->file);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_clear_error (&self->error);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

/* What was saved can be opened from where that is said. */
static void
offer_to_open (Export     *self,
               const char *text)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);
  g_autofree char *uri = g_file_get_uri (self->file);

  if (widget != NULL)
    gtk_widget_activate_action (widget, "tell.saved", "(ss)", text, uri);
}

static void
tell_failure (Export       *self,
              const char   *text,
              const GError *error)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);

  if (widget != NULL)
    gtk_widget_activate_action (widget, "tell.failure", "(s@" LANYARD_REPORT_TYPE ")", text,
                                lanyard_error_report (text, error, NULL));
}

static void
report (Export *self)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *reason = self->error != NULL ? lanyard_file_text (self->error) : NULL;
  g_autofree char *text = NULL;

  if (self->error == NULL)
    {
      /* Translators: %s is the name of a file */
      text = g_strdup_printf (_("Saved as %s"), shown);
      offer_to_open (self, text);
      return;
    }

  /* Translators: the first %s is the name of a file, the second one why */
  text = g_strdup_printf (_("%s could not be saved: %s"), shown, reason);
  tell_failure (self, text, self->error);
}

static void
on_closed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Export) self = user_data;

  g_output_stream_close_finish (G_OUTPUT_STREAM (source), result, self->error == NULL ? &self->error : NULL);
  report (self);
}

/* What was written takes the place of what was there when it is closed, whole or not, unless that is cancelled:
 * g_file_replace_contents_async() doesn't, and leaves half a file on a full disk. */
static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &self->error))
    g_cancellable_cancel (cancellable);
  g_output_stream_close_async (G_OUTPUT_STREAM (source), G_PRIORITY_DEFAULT, cancellable, on_closed,
                               g_steal_pointer (&self));
}

static void
on_file_opened (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GFileOutputStream) stream = g_file_replace_finish (G_FILE (source), result, &self->error);
  const char *text = self->text->str;
  gsize length = self->text->len;

  if (stream == NULL)
    report (self);
  else
    g_output_stream_write_all_async (G_OUTPUT_STREAM (stream), text, length, G_PRIORITY_DEFAULT, NULL, on_written,
                                     g_steal_pointer (&self));
}

/* Beside what was there, even where that is only a link, or in a folder in which nothing can be made. */
static void
write_file (Export *self)
{
  lanyard_export_end (self->text, self->format);
  g_file_replace_async (self->file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                        G_PRIORITY_DEFAULT, NULL, on_file_opened, self);
}

static void read_page (Export *self,
                       gint64  before);

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
      g_autofree char *text = lanyard_error_text_because (_("The activity log could not be read."), error);

      tell_failure (self, text, error);
      return;
    }

  lanyard_export_append (self->text, self->format, entries);
  if (entries->len < PAGE)
    write_file (g_steal_pointer (&self));
  else
    read_page (g_steal_pointer (&self), lanyard_entry_get_id (g_ptr_array_index (entries, entries->len - 1)));
}

static void
read_page (Export *self,
           gint64  before)
{
  lanyard_journal_list_async (self->journal, self->filter, before, PAGE, NULL, on_listed, self);
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
  read_page (g_steal_pointer (&self), 0);
}

/**
 * lanyard_exporter_run:
 * @widget: where it was asked for
 * @journal: what to export
 * @filter: (nullable): which entries of it; %NULL for all
 * @format: as what
 *
 * Asks for a file and saves what is asked for there.
 */
void
lanyard_exporter_run (GtkWidget                *widget,
                      LanyardJournal           *journal,
                      const LanyardEntryFilter *filter,
                      LanyardExportFormat       format)
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
  self->filter = filter != NULL ? lanyard_entry_filter_copy (filter) : lanyard_entry_filter_new (NULL, NULL);
  self->format = format;
  g_signal_connect (dialog, "response", G_CALLBACK (on_chosen), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
