/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked about a credential that is marked as lost. */
#include "lanyard-lost-question.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-dialog.h"
#include "lanyard-entry-text.h"
#include "lanyard-lost-text.h"
#include "lanyard-name-text.h"

/**
 * lanyard_lost_question_assign:
 * @parent: the window that it is asked in front of
 * @credential: what is to be assigned
 * @mark: (nullable): that it was lost
 *
 * Asks whether to hand out what is marked as lost: the response is "assign" then.
 *
 * Returns: (transfer none): the question
 */
AdwMessageDialog *
lanyard_lost_question_assign (GtkWindow         *parent,
                              SeamCredential    *credential,
                              const LanyardMark *mark)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, NULL, NULL));
  g_autofree char *name = lanyard_credential_name (credential);
  g_autofree char *card = lanyard_name_in_sentence (name);
  /* Translators: %s is a credential, such as "Card 82****" */
  g_autofree char *heading = g_strdup_printf (_("%s Is Marked as Lost"), card);
  g_autofree char *since = mark != NULL ? lanyard_lost_text_mark (mark, NULL) : g_strdup (_("Marked as lost"));
  /* Translators: %s is "Marked as lost on 3 March 2026 by kim" */
  g_autofree char *body = g_strdup_printf (_("%s. Whoever found it could use it. If it was returned, mark it as found "
                                             "first."), since);

  adw_message_dialog_set_heading (dialog, heading);
  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_responses (dialog, "cancel", _("Cancel"), "assign", _("Assign Anyway"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "assign", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  lanyard_dialog_present (dialog);

  return dialog;
}

static char *
write_body (LanyardEntry *unassign,
            LanyardEntry *assign)
{
  gboolean no_spare = assign != NULL && lanyard_entry_get_outcome (assign) != LANYARD_OUTCOME_DONE;
  g_autofree char *reason = lanyard_entry_text (no_spare ? assign : unassign);

  if (no_spare)
    /* Translators: %s is why the spare could not be assigned */
    return g_strdup_printf (_("%s.\n\nThe lost credential may still open doors. If it is unassigned anyway, Lanyard "
                              "then tries to assign the spare again, as some access systems allow only one "
                              "credential for each user."), reason);

  /* Translators: %s is why it could not be unassigned */
  return g_strdup_printf (_("%s.\n\nThe lost credential may still open doors."), reason);
}

/**
 * lanyard_lost_question_still_held:
 * @parent: the window that it is asked in front of
 * @unassign: that what was lost was not unassigned
 * @assign: (nullable): what came of its spare
 *
 * Asks what to do about a lost credential that may still open doors. The response is "retry", where the spare was not
 * assigned, "unassign" or "leave".
 *
 * Returns: (transfer none): the question
 */
AdwMessageDialog *
lanyard_lost_question_still_held (GtkWindow    *parent,
                                  LanyardEntry *unassign,
                                  LanyardEntry *assign)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, NULL, NULL));
  gboolean no_spare = assign != NULL && lanyard_entry_get_outcome (assign) != LANYARD_OUTCOME_DONE;
  g_autofree char *card = lanyard_entry_name_text (lanyard_entry_get_credential_label (unassign));
  g_autofree char *from = lanyard_entry_name_text (lanyard_entry_get_from_label (unassign));
  /* Translators: the first %s is a credential, such as "Card 82****", the second the name of its holder */
  g_autofree char *heading = g_strdup_printf (_("%s Is Still Assigned to %s"), card, from);
  g_autofree char *body = write_body (unassign, assign);

  adw_message_dialog_set_heading (dialog, heading);
  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_response (dialog, "leave", _("Leave Assigned"));
  adw_message_dialog_add_response (dialog, "unassign",
                                   no_spare ? _("Unassign Lost Card Anyway") : _("Unassign Lost Card"));
  adw_message_dialog_set_response_appearance (dialog, "unassign", ADW_RESPONSE_DESTRUCTIVE);
  if (no_spare)
    adw_message_dialog_add_response (dialog, "retry", _("Try Again"));
  adw_message_dialog_set_default_response (dialog, no_spare ? "retry" : "unassign");
  adw_message_dialog_set_close_response (dialog, "leave");
  lanyard_dialog_present (dialog);

  return dialog;
}
