/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Presents a question so that a screen reader reads it out. */
#include "lanyard-dialog.h"

#include "lanyard-announce.h"
#include "lanyard-names.h"

/**
 * lanyard_dialog_present:
 * @dialog: a question that is complete
 *
 * Shows @dialog. GTK 4.8 tells a screen reader only of windows that they have become active, not of dialogs, so that
 * heading and body are announced as well.
 */
void
lanyard_dialog_present (AdwMessageDialog *dialog)
{
  const char *heading;
  g_autofree char *text = NULL;

  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));

  heading = adw_message_dialog_get_heading (dialog);
  text = g_strdup_printf ("%s\n%s", heading, adw_message_dialog_get_body (dialog));
  g_object_set (dialog, "accessible-role", GTK_ACCESSIBLE_ROLE_WINDOW, "title", heading, NULL);
  lanyard_names_mend (GTK_WIDGET (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
  lanyard_announce (GTK_WIDGET (dialog), text);
}
