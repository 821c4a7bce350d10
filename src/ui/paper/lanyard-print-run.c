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

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));
  g_return_if_fail (GTK_IS_WINDOW (parent));

  if (settings != NULL)
    gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_done), parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
