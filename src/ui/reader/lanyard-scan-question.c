/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what is to be done with a card that was scanned while a user's page was open: whether it is to be assigned to
 * that user, or taken from its holder. */
#include "lanyard-scan-question.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-name-text.h"
#include "lanyard-user-text.h"

struct _LanyardScanQuestion
{
  AdwMessageDialog parent_instance;

  SeamCredential *credential;
  SeamUser *user;
  LanyardNumber *number; /* as it was scanned */
  SeamUser *holder; /* NULL: the card was free when the question was asked */
};

G_DEFINE_FINAL_TYPE (LanyardScanQuestion, lanyard_scan_question, ADW_TYPE_MESSAGE_DIALOG)

static const char *
id_of (gpointer record)
{
  return seam_record_get_id (SEAM_RECORD (record));
}

static void
lanyard_scan_question_response (AdwMessageDialog *dialog,
                                const char       *response)
{
  LanyardScanQuestion *self = LANYARD_SCAN_QUESTION (dialog);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  if (parent == NULL)
    return;

  if (strcmp (response, "assign") == 0)
    gtk_widget_activate_action (parent, "change.assign", "(ss)", id_of (self->credential), id_of (self->user));
  else if (strcmp (response, "take") == 0)
    gtk_widget_activate_action (parent, "change.take", "(sss)", id_of (self->credential), id_of (self->user),
                                id_of (self->holder));
  else if (strcmp (response, "unassign") == 0)
    gtk_widget_activate_action (parent, "change.unassign", "s", id_of (self->credential));
}

/* The name of a record as it stands in a sentence. */
static char *
name_in_sentence (gpointer record)
{
  g_autofree char *name = SEAM_IS_USER (record) ? lanyard_user_name (record) : lanyard_credential_name (record);

  return lanyard_name_in_sentence (name);
}

static void
ask_to_assign (LanyardScanQuestion *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  g_autofree char *card = name_in_sentence (self->credential);
  g_autofree char *user = name_in_sentence (self->user);
  /* Translators: the first %s is a credential, such as "Card 82****", the second one the name of a user */
  g_autofree char *heading = g_strdup_printf (_("Assign %s to %s?"), card, user);
  /* Translators: %s is a credential, such as "Card 82****" */
  g_autofree char *body = g_strdup_printf (_("%s is unassigned. To confirm, scan it again or press Enter."), card);

  adw_message_dialog_set_heading (dialog, heading);
  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "assign", _("_Assign"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "assign", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "assign");
}

static void
ask_to_take (LanyardScanQuestion *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  g_autofree char *card = name_in_sentence (self->credential);
  g_autofree char *user = name_in_sentence (self->user);
  g_autofree char *holder = name_in_sentence (self->holder);
  /* Translators: the first %s is a credential, such as "Card 82****", the second one the name of its holder */
  g_autofree char *heading = g_strdup_printf (_("%s Is Assigned to %s"), card, holder);
  /* Translators: the first %s is the name of the present holder, the second one that of the next */
  g_autofree char *body = g_strdup_printf (_("The card can be unassigned, or reassigned from %s to %s."), holder, user);

  adw_message_dialog_set_heading (dialog, heading);
  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "unassign", _("_Unassign"), "take",
                                    _("_Reassign"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "unassign", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "take", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
}

static void
lanyard_scan_question_dispose (GObject *object)
{
  LanyardScanQuestion *self = LANYARD_SCAN_QUESTION (object);

  g_clear_object (&self->credential);
  g_clear_object (&self->user);
  g_clear_object (&self->holder);
  g_clear_pointer (&self->number, lanyard_number_unref);

  G_OBJECT_CLASS (lanyard_scan_question_parent_class)->dispose (object);
}

static void
lanyard_scan_question_class_init (LanyardScanQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_scan_question_dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = lanyard_scan_question_response;
}

static void
lanyard_scan_question_init (LanyardScanQuestion *self)
{
}

/**
 * lanyard_scan_question_new:
 * @parent: a window with the actions change.assign, change.take and change.unassign
 * @credential: the card that was scanned
 * @user: whose page is open; of the same access system
 * @number: what was scanned
 *
 * What is answered is done by the actions of @parent.
 *
 * Returns: (transfer none): a dialog that is yet to be presented
 */
GtkWidget *
lanyard_scan_question_new (GtkWindow      *parent,
                           SeamCredential *credential,
                           SeamUser       *user,
                           LanyardNumber  *number)
{
  LanyardScanQuestion *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);
  g_return_val_if_fail (SEAM_IS_USER (user), NULL);

  self = g_object_new (LANYARD_TYPE_SCAN_QUESTION, "transient-for", parent, "modal", TRUE, NULL);
  self->credential = g_object_ref (credential);
  self->user = g_object_ref (user);
  self->number = lanyard_number_ref (number);
  g_set_object (&self->holder, seam_credential_get_holder (credential));
  if (self->holder != NULL)
    ask_to_take (self);
  else
    ask_to_assign (self);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self), "cancel");

  return GTK_WIDGET (self);
}

/**
 * lanyard_scan_question_take:
 * @self: a question
 * @number: what was scanned while it was asked
 *
 * The same card once more is a yes to assigning it. Taking it from its holder has to be confirmed by hand.
 *
 * Returns: whether @number is what the question is about; @self may be gone then
 */
gboolean
lanyard_scan_question_take (LanyardScanQuestion *self,
                            LanyardNumber       *number)
{
  g_return_val_if_fail (LANYARD_IS_SCAN_QUESTION (self), FALSE);
  g_return_val_if_fail (number != NULL, FALSE);

  if (lanyard_number_compare (self->number, number) != LANYARD_SAMENESS_SAME)
    return FALSE;

  if (self->holder == NULL)
    {
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (self), "assign");
      gtk_window_destroy (GTK_WINDOW (self));
    }

  return TRUE;
}
