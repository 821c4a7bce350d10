/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows the print dialog for something, and tells when it could not be printed. */
#include "lanyard-print-run.h"

#include <glib/gi18n.h>

#include "lanyard-error-report.h"

/* What was chosen last, until Lanyard ends. */
static GtkPrintSettings *settings;

static void
tell (GtkWindow    *parent,
      const GError *error)
{
  const char *text = _("The document could not be printed");

  gtk_widget_activate_action (GTK_WIDGET (parent), "tell.failure", "(s@" LANYARD_REPORT_TYPE ")", text,
                              lanyard_error_report (text, error, NULL));
}

/* Of a PDF: never that of an earlier one, which would be overwritten, and not in the folder that Lanyard was started
 * from. */
static void
propose_file (GtkPrintSettings *proposed,
              const char       *job)
{
  const char *uri = gtk_print_settings_get (proposed, GTK_PRINT_SETTINGS_OUTPUT_URI);
  g_autoptr (GFile) last = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  g_autoptr (GFile) folder = last != NULL ? g_file_get_parent (last) : NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  g_autofree char *name = g_strdup_printf ("%s %s", job, time);

  gtk_print_settings_unset (proposed, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_set (proposed, GTK_PRINT_SETTINGS_OUTPUT_DIR,
                          path != NULL ? path : documents != NULL ? documents : g_get_home_dir ());
  gtk_print_settings_set (proposed, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, g_strdelimit (name, "/", '-'));
}

static void
on_done (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         GtkWindow              *parent)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_set_object (&settings, gtk_print_operation_get_print_settings (operation));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  tell (parent, error);
}

/**
 * lanyard_print_run:
 * @operation: what to print
 * @parent: the window in front of which it is asked how
 *
 * Shows the print dialog, which has a preview and can make a PDF. In a sandbox it is the desktop's.
 */
void
lanyard_print_run (GtkPrintOperation *operation,
                   GtkWindow         *parent)
{
  g_autoptr (GtkPrintSettings) proposed = NULL;
  g_autofree char *job = NULL;

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));
  g_return_if_fail (GTK_IS_WINDOW (parent));

  proposed = settings != NULL ? gtk_print_settings_copy (settings) : gtk_print_settings_new ();
  g_object_get (operation, "job-name", &job, NULL);
  propose_file (proposed, job);
  gtk_print_operation_set_print_settings (operation, proposed);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
