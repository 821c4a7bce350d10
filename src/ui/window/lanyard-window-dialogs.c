/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window asks before it goes on: the few things that a toast can't carry. */
#include "lanyard-window-private.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-dialog.h"
#include "lanyard-entry-text.h"
#include "lanyard-name-text.h"
#include "lanyard-user-text.h"

static void
on_half_done_answered (LanyardWindow    *self,
                       const char       *response,
                       AdwMessageDialog *dialog)
{
  LanyardEntry *entry = g_object_get_data (G_OBJECT (dialog), "entry");
  GVariant *id = g_variant_new_int64 (lanyard_entry_get_id (entry));
  g_autofree char *text = NULL;

  if (strcmp (response, "retry") == 0)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.retry-entry", id);
  else if (strcmp (response, "give-back") == 0)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.undo-entry", id);
  else
    {
      g_variant_unref (g_variant_ref_sink (id));
      text = lanyard_entry_text (entry);
      lanyard_toaster_tell_entry (self->toaster, entry, text);
    }
}

/* Nobody has the credential now. That is more than a toast can carry: it can be missed, and has one button. */
void
lanyard_window_ask_half_done (LanyardWindow *self,
                              LanyardEntry  *entry,
                              const char    *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);
  g_autofree char *credential = lanyard_entry_name_text (lanyard_entry_get_credential_label (entry));
  g_autofree char *from = lanyard_entry_name_text (lanyard_entry_get_from_label (entry));
  /* Translators: %s is a credential, such as "Card 82****" */
  g_autofree char *heading = g_strdup_printf (_("Nobody Has %s Now"), credential);
  g_autofree char *from_label = lanyard_name_in_label (from);
  /* Translators: %s is the name of a person */
  g_autofree char *give_back = g_strdup_printf (_("Give Back to %s"), from_label);

  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (dialog), heading);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), text);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("Leave It So"), "give-back", give_back,
                                    "retry", _("Try Again"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "retry", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "retry");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_object_set_data_full (G_OBJECT (dialog), "entry", g_object_ref (entry), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_half_done_answered), self, G_CONNECT_SWAPPED);
  lanyard_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

static void
on_record_answered (LanyardWindow *self,
                    const char    *response)
{
  if (strcmp (response, "retry") == 0)
    lanyard_window_request (self, LANYARD_REQUEST_RETRY_RECORD, NULL);
  else if (strcmp (response, "waive") == 0)
    lanyard_window_request (self, LANYARD_REQUEST_WAIVE_RECORD, NULL);
}

void
lanyard_window_explain_record (LanyardWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (lanyard_window_get_front (self), _("Assigning Is Off"), NULL);
  g_autofree char *reason = lanyard_error_text (self->record_error);
  g_autofree char *body = NULL;

  /* Translators: %s is a sentence that says why */
  body = g_strdup_printf (_("%s\n\nLanyard writes down each change before it sends it, so that it can be looked up and "
                            "taken back. Until that works again you can look at everything, but not assign.\n\nYou "
                            "can also go on without a record, until Lanyard is closed."), reason);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("Only Look"),
                                    "waive", _("Go On Without a Record"), "retry", _("Try Again"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "waive", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "retry");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_record_answered), self, G_CONNECT_SWAPPED);
  lanyard_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

typedef struct
{
  LanyardDirectory *directory;
  SeamCredential *credential;
  SeamUser *user;
  SeamUser *taken_from;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_object_unref (taking->directory);
  g_object_unref (taking->credential);
  g_object_unref (taking->user);
  g_object_unref (taking->taken_from);
  g_free (taking);
}

static void
on_taking_answered (LanyardWindow    *self,
                    const char       *response,
                    AdwMessageDialog *dialog)
{
  Taking *taking = g_object_get_data (G_OBJECT (dialog), "taking");

  if (strcmp (response, "take") != 0 || self->directory != taking->directory)
    return;

  lanyard_window_close_picker (self);
  lanyard_window_assign (self, taking->credential, taking->user, taking->taken_from);
}

void
lanyard_window_ask_to_take (LanyardWindow  *self,
                            SeamCredential *credential,
                            SeamUser       *user,
                            SeamUser       *holder)
{
  GtkWidget *dialog = adw_message_dialog_new (lanyard_window_get_front (self), NULL, NULL);
  Taking *taking = g_new0 (Taking, 1);
  g_autofree char *card_name = lanyard_credential_name (credential);
  g_autofree char *user_name = lanyard_user_name (user);
  g_autofree char *holder_name = lanyard_user_name (holder);
  g_autofree char *card = lanyard_name_in_sentence (card_name);
  g_autofree char *to = lanyard_name_in_sentence (user_name);
  g_autofree char *from = lanyard_name_in_sentence (holder_name);
  /* Translators: the first %s is a credential, such as "Card 82****", the second one who has it */
  g_autofree char *heading = g_strdup_printf (_("Take %s From %s?"), card, from);
  /* Translators: the first %s is who has the credential, the second one who will get it */
  g_autofree char *body = g_strdup_printf (_("%s has it now. It will be taken away and assigned to %s."), from, to);

  taking->directory = g_object_ref (self->directory);
  taking->credential = g_object_ref (credential);
  taking->user = g_object_ref (user);
  taking->taken_from = g_object_ref (holder);

  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (dialog), heading);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "take",
                                    _("Take and Assign"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "take", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "taking", taking, taking_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_taking_answered), self, G_CONNECT_SWAPPED);
  lanyard_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}

static void
on_sign_out_answered (LanyardWindow    *self,
                      const char       *response,
                      AdwMessageDialog *dialog)
{
  if (strcmp (response, "sign-out") == 0)
    lanyard_window_request (self, LANYARD_REQUEST_SIGN_OUT, g_object_get_data (G_OBJECT (dialog), "connection"));
}

/* Of @connection, or of what is open. */
void
lanyard_window_ask_to_sign_out (LanyardWindow     *self,
                                LanyardConnection *connection)
{
  LanyardConnection *asked = connection != NULL ? connection : self->current;
  g_autofree char *name = asked != NULL ? lanyard_connection_title (asked) : NULL;
  /* Translators: %s is the name of a workspace */
  g_autofree char *heading = name != NULL ? g_strdup_printf (_("Sign Out of “%s”?"), name) : g_strdup (_("Sign Out?"));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL,
                                              _("Lanyard will forget the API key. You will need it to connect again. "
                                                "Nothing changes at Seam, and the activity is kept."));

  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (dialog), heading);
  if (connection != NULL)
    g_object_set_data_full (G_OBJECT (dialog), "connection", g_object_ref (connection), g_object_unref);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "sign-out", _("Sign Out"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "sign-out", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_sign_out_answered), self, G_CONNECT_SWAPPED);
  lanyard_dialog_present (ADW_MESSAGE_DIALOG (dialog));
}
