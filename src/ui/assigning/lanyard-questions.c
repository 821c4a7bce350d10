/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked before going on: the few things that a toast can't carry. */
#include "lanyard-questions.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-details-button.h"
#include "lanyard-dialog.h"
#include "lanyard-entry-text.h"
#include "lanyard-error-report.h"
#include "lanyard-error-text.h"
#include "lanyard-name-text.h"
#include "lanyard-user-text.h"

/* In a question, so many are named. */
#define MAX_NAMES 10

/* A line for each of @credentials. */
static char *
write_names (GPtrArray *credentials)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_more = credentials->len > MAX_NAMES ? credentials->len - MAX_NAMES : 0;

  for (guint i = 0; i < credentials->len - n_more; i++)
    {
      g_autofree char *name = lanyard_credential_name (credentials->pdata[i]);
      g_autofree char *shown = lanyard_name_in_sentence (name);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", shown);
    }
  if (n_more > 0)
    {
      g_string_append_c (text, '\n');
      /* Translators: below a list of names */
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n_more), n_more);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
may_linger (GPtrArray *credentials)
{
  for (guint i = 0; i < credentials->len; i++)
    if (seam_credential_get_is_issued (credentials->pdata[i])
        && seam_credential_get_access_method (credentials->pdata[i]) == SEAM_ACCESS_METHOD_CARD)
      return TRUE;

  return FALSE;
}

/**
 * lanyard_question_unassign_all:
 * @parent: the window that it is asked in front of
 * @user: who has them
 * @credentials: (element-type SeamCredential): what will be unassigned
 * @busy: (element-type SeamCredential): what can't be just now
 *
 * Asks whether to unassign all that somebody has.
 *
 * Returns: (transfer none): the question
 */
AdwMessageDialog *
lanyard_question_unassign_all (GtkWindow *parent,
                               SeamUser  *user,
                               GPtrArray *credentials,
                               GPtrArray *busy)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, NULL, NULL));
  g_autofree char *heading = g_strdup_printf (ngettext ("Unassign %u Credential?", "Unassign %u Credentials?",
                                                        credentials->len), credentials->len);
  g_autofree char *user_name = lanyard_user_name (user);
  g_autofree char *from = lanyard_name_in_sentence (user_name);
  g_autofree char *names = write_names (credentials);
  g_autoptr (GString) body = g_string_new (NULL);

  /* Translators: %s is the name of a user; a list of credentials follows */
  g_string_append_printf (body, _("To be unassigned from %s:"), from);
  g_string_append_printf (body, "\n\n%s", names);
  if (busy->len > 0)
    {
      g_autofree char *left_out = write_names (busy);

      g_string_append_printf (body, "\n\n%s\n\n%s",
                              /* Translators: a list of credentials follows */
                              _("Can’t be unassigned now because another change is in progress:"), left_out);
    }
  if (may_linger (credentials))
    g_string_append_printf (body, "\n\n%s",
                            _("Encoded cards may still open offline locks until they are collected or encoded again."));

  adw_message_dialog_set_heading (dialog, heading);
  adw_message_dialog_set_body (dialog, body->str);
  adw_message_dialog_add_responses (dialog, "cancel", _("Cancel"), "unassign", _("Unassign All"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "unassign", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  lanyard_dialog_present (dialog);

  return dialog;
}

/**
 * lanyard_question_half_done:
 * @parent: the window that it is asked in front of
 * @entry: a credential that was taken from one user and not assigned to the other
 * @text: what came of it, plain text
 *
 * Nobody has the credential now. That is more than a toast can carry: it can be missed, and has one button.
 *
 * Returns: (transfer none): the question
 */
AdwMessageDialog *
lanyard_question_half_done (GtkWindow    *parent,
                            LanyardEntry *entry,
                            const char   *text)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, NULL, NULL));
  g_autofree char *credential = lanyard_entry_name_text (lanyard_entry_get_credential_label (entry));
  g_autofree char *from = lanyard_entry_name_text (lanyard_entry_get_from_label (entry));
  /* Translators: %s is a credential, such as "Card 82****" */
  g_autofree char *heading = g_strdup_printf (_("%s Is Now Unassigned"), credential);
  g_autofree char *from_label = lanyard_name_in_label (from);
  /* Translators: %s is the name of the previous holder */
  g_autofree char *give_back = g_strdup_printf (_("Give Back to %s"), from_label);

  adw_message_dialog_set_heading (dialog, heading);
  adw_message_dialog_set_body (dialog, text);
  adw_message_dialog_add_responses (dialog, "close", _("Leave Unassigned"), "give-back", give_back,
                                    "retry", _("Try Again"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "retry", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "retry");
  adw_message_dialog_set_close_response (dialog, "close");
  lanyard_dialog_present (dialog);

  return dialog;
}

/**
 * lanyard_question_record:
 * @parent: the window that it is asked in front of
 * @error: (nullable): why nothing can be written down
 *
 * Explains that assigning is off, and asks whether to go on without a record.
 *
 * Returns: (transfer none): the question
 */
AdwMessageDialog *
lanyard_question_record (GtkWindow    *parent,
                         const GError *error)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, _("Workspace Is Read-Only"), NULL));
  g_autofree char *reason = lanyard_error_text (error);
  g_autofree char *body = NULL;

  /* Translators: %s is a sentence that says why */
  body = g_strdup_printf (_("%s\n\nLanyard logs each change before sending it, so that the change can be reviewed "
                            "and undone. The workspace is read-only until logging works again.\n\nAlternatively, "
                            "continue without logging until Lanyard is closed."), reason);
  adw_message_dialog_set_body (dialog, body);
  if (error != NULL)
    {
      GtkWidget *details = lanyard_details_button_new (lanyard_error_report (reason, error, NULL));

      gtk_widget_set_halign (details, GTK_ALIGN_CENTER);
      adw_message_dialog_set_extra_child (dialog, details);
    }
  adw_message_dialog_add_responses (dialog, "close", _("Keep Read-Only"),
                                    "waive", _("Continue Without Logging"), "retry", _("Try Again"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "waive", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "retry");
  adw_message_dialog_set_close_response (dialog, "close");
  lanyard_dialog_present (dialog);

  return dialog;
}

/**
 * lanyard_question_take:
 * @parent: the window that it is asked in front of
 * @credential: what is to be assigned
 * @user: to whom
 * @holder: who has it now
 *
 * Asks whether to take a credential from somebody.
 *
 * Returns: (transfer none): the question
 */
AdwMessageDialog *
lanyard_question_take (GtkWindow      *parent,
                       SeamCredential *credential,
                       SeamUser       *user,
                       SeamUser       *holder)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, NULL, NULL));
  g_autofree char *card_name = lanyard_credential_name (credential);
  g_autofree char *user_name = lanyard_user_name (user);
  g_autofree char *holder_name = lanyard_user_name (holder);
  g_autofree char *card = lanyard_name_in_sentence (card_name);
  g_autofree char *to = lanyard_name_in_sentence (user_name);
  g_autofree char *from = lanyard_name_in_sentence (holder_name);
  /* Translators: %s is a credential, such as "Card 82****" */
  g_autofree char *heading = g_strdup_printf (_("Reassign %s?"), card);
  /* Translators: the first %s is the name of the present holder, the second one that of the next */
  g_autofree char *body = g_strdup_printf (_("The credential will be unassigned from %s and assigned to %s."), from,
                                           to);

  adw_message_dialog_set_heading (dialog, heading);
  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_responses (dialog, "cancel", _("Cancel"), "take", _("Reassign"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "take", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  lanyard_dialog_present (dialog);

  return dialog;
}

/**
 * lanyard_question_sign_out:
 * @parent: the window that it is asked in front of
 * @connection: (nullable): the workspace, where it is known
 *
 * Asks whether to forget the key of a workspace.
 *
 * Returns: (transfer none): the question
 */
AdwMessageDialog *
lanyard_question_sign_out (GtkWindow         *parent,
                           LanyardConnection *connection)
{
  g_autofree char *name = connection != NULL ? lanyard_connection_title (connection) : NULL;
  /* Translators: %s is the name of a workspace */
  g_autofree char *heading = name != NULL ? g_strdup_printf (_("Sign Out of “%s”?"), name) : g_strdup (_("Sign Out?"));
  GtkWidget *widget = adw_message_dialog_new (parent, NULL,
                                              _("The API key will be removed from this computer. It is needed to "
                                                "connect again. Nothing changes in Seam, and the activity log is "
                                                "kept."));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_set_heading (dialog, heading);
  adw_message_dialog_add_responses (dialog, "cancel", _("Cancel"), "sign-out", _("Sign Out"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "sign-out", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  lanyard_dialog_present (dialog);

  return dialog;
}
