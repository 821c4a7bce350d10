/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a file to save to, and saves: all of it, or nothing. */
#include "lanyard-file-saver.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-error-report.h"
#include "lanyard-file-text.h"

/* --- Asking --- */

#define OPTION "option"

typedef struct
{
  gboolean          has_option;
  LanyardFileChosen chosen;
  gpointer          user_data;
  GDestroyNotify    destroy;
} Question;

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *value = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (question->has_option)
    value = g_strdup (gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (dialog), OPTION));
  g_object_unref (dialog);
  if (file != NULL)
    question->chosen (file, value, question->user_data);
  else
    question->destroy (question->user_data);
}

/* GTK 4.8 shows a choice of filters beside the option, also where there is none. */
static void
add_filter (GtkFileChooser *chooser,
            const char     *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = g_ascii_strup (suffix, -1);

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_option (GtkFileChooser          *chooser,
            const LanyardFileOption *option,
            const char              *name)
{
  add_filter (chooser, strrchr (name, '.') + 1);
  gtk_file_chooser_add_choice (chooser, OPTION, option->label, (const char **) option->values,
                               (const char **) option->labels);
  gtk_file_chooser_set_choice (chooser, OPTION, option->value);
}

/**
 * lanyard_file_saver_choose:
 * @widget: where it was asked for
 * @title: the dialog's title
 * @name: what the file is called unless somebody says otherwise, with a suffix
 * @option: (nullable): what else is asked for
 * @chosen: called with what was chosen, and then owns @user_data
 * @user_data: for @chosen
 * @destroy: called with @user_data where nothing is chosen
 *
 * Asks for a file.
 */
void
lanyard_file_saver_choose (GtkWidget               *widget,
                           const char              *title,
                           const char              *name,
                           const LanyardFileOption *option,
                           LanyardFileChosen        chosen,
                           gpointer                 user_data,
                           GDestroyNotify           destroy)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (widget)),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  Question *question = g_new (Question, 1);

  question->has_option = option != NULL;
  question->chosen = chosen;
  question->user_data = user_data;
  question->destroy = destroy;
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  if (option != NULL)
    add_option (GTK_FILE_CHOOSER (dialog), option, name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- Saving --- */

typedef struct
{
  GWeakRef widget; /* where it was asked for */
  GFile   *file;
  GBytes  *bytes;
  GError  *error;
} Saving;

static void
saving_free (Saving *self)
{
  g_weak_ref_clear (&self->widget);
  g_object_unref (self->file);
  g_bytes_unref (self->bytes);
  g_clear_error (&self->error);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* What was saved can be opened from where that is said. */
static void
offer_to_open (Saving     *self,
               const char *text)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);
  g_autofree char *uri = g_file_get_uri (self->file);

  if (widget != NULL)
    gtk_widget_activate_action (widget, "tell.saved", "(ss)", text, uri);
}

static void
tell_failure (Saving     *self,
              const char *text)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);

  if (widget != NULL)
    gtk_widget_activate_action (widget, "tell.failure", "(s@" LANYARD_REPORT_TYPE ")", text,
                                lanyard_error_report (text, self->error, NULL));
}

static void
report (Saving *self)
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
  tell_failure (self, text);
}

static void
on_closed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Saving) self = user_data;

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
  g_autoptr (Saving) self = user_data;
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
  g_autoptr (Saving) self = user_data;
  g_autoptr (GFileOutputStream) stream = g_file_replace_finish (G_FILE (source), result, &self->error);
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);

  if (stream == NULL)
    report (self);
  else
    g_output_stream_write_all_async (G_OUTPUT_STREAM (stream), data, size, G_PRIORITY_DEFAULT, NULL, on_written,
                                     g_steal_pointer (&self));
}

/**
 * lanyard_file_saver_save:
 * @widget: (nullable): where it was asked for, and where it is told of; %NULL: it is gone
 * @file: where to save to
 * @bytes: what to save
 *
 * Saves beside what was there, even where that is only a link, or in a folder in which nothing can be made; then it
 * takes its place.
 */
void
lanyard_file_saver_save (GtkWidget *widget,
                         GFile     *file,
                         GBytes    *bytes)
{
  Saving *self = g_new0 (Saving, 1);

  g_weak_ref_init (&self->widget, widget);
  self->file = g_object_ref (file);
  self->bytes = g_bytes_ref (bytes);
  g_file_replace_async (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                        G_PRIORITY_DEFAULT, NULL, on_file_opened, self);
}
