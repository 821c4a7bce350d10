/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page that asks for an API key, and says at once what can't be sent. */
#include "lanyard-connect-page.h"

#include <adwaita.h>

#include "lanyard-announce.h"
#include "lanyard-details-button.h"
#include "lanyard-closures.h"
#include "lanyard-config.h"
#include "lanyard-connect-form.h"
#include "lanyard-masked-buffer.h"
#include "lanyard-ui.h"
#include "lanyard-workspace-choice.h"
#include "seam-client.h"

struct _LanyardConnectPage
{
  GtkWidget parent_instance;

  LanyardConnectForm *form;
  GtkStack *page_stack;
  LanyardWorkspaceChoice *choice;
  GtkImage *icon;
  GtkRevealer *message_revealer;
  GtkLabel *message_label;
  LanyardDetailsButton *details;
  GtkWidget *entries;
  GtkEditable *key_row;
  LanyardMaskedBuffer *key; /* what is in it */
  AdwExpanderRow *advanced_row;
  GtkEditable *endpoint_row;
  GtkLabel *reason_label;
  GtkStack *button_stack;
  GtkWidget *connect_button;
  GtkSpinner *spinner;
  GtkWidget *cancel_button;

  char *workspace_id; /* what was chosen */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (LanyardConnectPage, lanyard_connect_page, GTK_TYPE_WIDGET)

enum
{
  SUBMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is copied from a web page or a mail brings spaces and line ends along; the @text of @row is only touched when
 * it has some, so that the cursor stays where it is. */
static void
trim (GtkEditable *row,
      const char  *text)
{
  gsize length = strlen (text);
  gsize start = 0;

  while (start < length && g_ascii_isspace (text[start]))
    start++;
  while (length > start && g_ascii_isspace (text[length - 1]))
    length--;

  /* Deleted in place: a copy of a key would be left in ordinary memory. */
  if (text[length] != '\0')
    gtk_editable_delete_text (row, (int) g_utf8_pointer_to_offset (text, text + length), -1);
  if (start > 0)
    gtk_editable_delete_text (row, 0, (int) start);
}

static void
set_row_error (GtkEditable *row,
               gboolean     wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
on_key_changed (LanyardConnectPage *self)
{
  lanyard_connect_form_check_key (self->form, lanyard_masked_buffer_get_secret (self->key));
}

static void
on_key_wrong_changed (LanyardConnectPage *self)
{
  set_row_error (self->key_row, lanyard_bindable_get_flag (self->form, "key-wrong"));
}

static void
on_endpoint_wrong_changed (LanyardConnectPage *self)
{
  set_row_error (self->endpoint_row, lanyard_bindable_get_flag (self->form, "endpoint-wrong"));
}

static void
on_activated (LanyardConnectPage *self)
{
  if (self->busy || !lanyard_bindable_get_flag (self->form, "can-connect"))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  trim (self->key_row, lanyard_masked_buffer_get_secret (self->key));
  trim (self->endpoint_row, gtk_editable_get_text (self->endpoint_row));
  g_clear_pointer (&self->workspace_id, g_free);
  g_signal_emit (self, signals[SUBMITTED], 0);
}

static void
on_chosen (LanyardConnectPage *self,
           LanyardConnection  *connection)
{
  g_free (self->workspace_id);
  self->workspace_id = g_strdup (lanyard_connection_get_workspace_id (connection));
  g_signal_emit (self, signals[SUBMITTED], 0);
}

static void
on_choice_cancelled (LanyardConnectPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "session.cancel-connecting", NULL);
}

static gboolean
is_choosing (LanyardConnectPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->page_stack), "choice") == 0;
}

static gboolean
lanyard_connect_page_grab_focus (GtkWidget *widget)
{
  LanyardConnectPage *self = LANYARD_CONNECT_PAGE (widget);

  if (is_choosing (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->choice));

  return gtk_widget_grab_focus (self->busy ? self->cancel_button : GTK_WIDGET (self->key_row));
}

static void
lanyard_connect_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_CONNECT_PAGE);
  g_clear_pointer (&LANYARD_CONNECT_PAGE (object)->workspace_id, g_free);

  G_OBJECT_CLASS (lanyard_connect_page_parent_class)->dispose (object);
}

static void
lanyard_connect_page_class_init (LanyardConnectPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lanyard_connect_page_dispose;
  widget_class->grab_focus = lanyard_connect_page_grab_focus;

  signals[SUBMITTED] = g_signal_new ("submitted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  g_type_ensure (LANYARD_TYPE_CONNECT_FORM);
  g_type_ensure (LANYARD_TYPE_WORKSPACE_CHOICE);
  g_type_ensure (LANYARD_TYPE_DETAILS_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-connect-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, form);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, page_stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, choice);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, icon);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, message_revealer);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, details);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, entries);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, key_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, advanced_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, endpoint_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, reason_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, button_stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, connect_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardConnectPage, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, on_key_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_key_wrong_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_endpoint_wrong_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_cancelled);
  gtk_widget_class_bind_template_callback (widget_class, lanyard_closure_is_text);
}

/* A row's title is not the name of what is in it for who can't see them side by side. */
static void
set_name (gpointer accessible,
          gpointer row)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (accessible), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

static void
lanyard_connect_page_init (LanyardConnectPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_announce_label (self->message_label);
  lanyard_announce_label (self->reason_label);

  self->key = lanyard_masked_buffer_install (GTK_TEXT (gtk_editable_get_delegate (self->key_row)));
  gtk_image_set_from_icon_name (self->icon, LANYARD_APP_ID);
  set_name (gtk_editable_get_delegate (self->key_row), self->key_row);
  set_name (gtk_editable_get_delegate (self->endpoint_row), self->endpoint_row);
  set_name (self->advanced_row, self->advanced_row);
  lanyard_connect_page_set_endpoint (self, SEAM_DEFAULT_ENDPOINT);
}

/**
 * lanyard_connect_page_get_key:
 * @self: the page
 *
 * Returns: (transfer none): the API key without space around it, in the entry's own locked memory; not to be
 *   kept longer than the handler of "submitted" runs
 */
const char *
lanyard_connect_page_get_key (LanyardConnectPage *self)
{
  g_return_val_if_fail (LANYARD_IS_CONNECT_PAGE (self), NULL);

  return lanyard_masked_buffer_get_secret (self->key);
}

/**
 * lanyard_connect_page_get_endpoint:
 * @self: the page
 *
 * Returns: (transfer none): the server's address
 */
const char *
lanyard_connect_page_get_endpoint (LanyardConnectPage *self)
{
  g_return_val_if_fail (LANYARD_IS_CONNECT_PAGE (self), NULL);

  return gtk_editable_get_text (self->endpoint_row);
}

/**
 * lanyard_connect_page_get_workspace_id:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the workspace that was chosen of those that the key is for; %NULL when it is
 *   not known yet which there are
 */
const char *
lanyard_connect_page_get_workspace_id (LanyardConnectPage *self)
{
  g_return_val_if_fail (LANYARD_IS_CONNECT_PAGE (self), NULL);

  return self->workspace_id;
}

/**
 * lanyard_connect_page_set_endpoint:
 * @self: the page
 * @endpoint: the server's address
 *
 * Fills the entry under Advanced in, and shows it when it isn't the usual.
 */
void
lanyard_connect_page_set_endpoint (LanyardConnectPage *self,
                                   const char         *endpoint)
{
  g_return_if_fail (LANYARD_IS_CONNECT_PAGE (self));
  g_return_if_fail (endpoint != NULL);

  gtk_editable_set_text (self->endpoint_row, endpoint);
  if (strcmp (endpoint, SEAM_DEFAULT_ENDPOINT) != 0)
    adw_expander_row_set_expanded (self->advanced_row, TRUE);
}

/**
 * lanyard_connect_page_set_choice:
 * @self: the page
 * @workspaces: (nullable): a list of LanyardConnection
 *
 * Lets one of several workspaces be chosen, in place of the entries.
 */
void
lanyard_connect_page_set_choice (LanyardConnectPage *self,
                                 GListModel         *workspaces)
{
  g_return_if_fail (LANYARD_IS_CONNECT_PAGE (self));

  g_clear_pointer (&self->workspace_id, g_free);
  lanyard_workspace_choice_set_workspaces (self->choice, workspaces);
  gtk_stack_set_visible_child_name (self->page_stack, workspaces != NULL ? "choice" : "key");
  if (workspaces != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * lanyard_connect_page_set_busy:
 * @self: the page
 * @busy: whether the key is being checked
 *
 * Shows that the key is being checked, with a button to stop it.
 */
void
lanyard_connect_page_set_busy (LanyardConnectPage *self,
                               gboolean            busy)
{
  g_return_if_fail (LANYARD_IS_CONNECT_PAGE (self));

  if (self->busy == busy)
    return;

  self->busy = busy;
  if (!busy)
    gtk_widget_set_sensitive (self->entries, TRUE);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_stack_set_visible_child_name (self->button_stack, busy ? "busy" : "idle");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  /* After the keys have gone elsewhere: a text that is turned off under the cursor goes on blinking. */
  if (busy)
    gtk_widget_set_sensitive (self->entries, FALSE);
}

/**
 * lanyard_connect_page_set_message:
 * @self: the page
 * @message: (nullable): why the last attempt failed, plain text
 *
 * Says why it didn't work, above the entries. There is no more to say of it than that, see
 * lanyard_connect_page_set_report().
 */
void
lanyard_connect_page_set_message (LanyardConnectPage *self,
                                  const char         *message)
{
  g_return_if_fail (LANYARD_IS_CONNECT_PAGE (self));

  if (message != NULL)
    gtk_label_set_label (self->message_label, message);
  lanyard_details_button_set_report (self->details, NULL);
  gtk_revealer_set_reveal_child (self->message_revealer, message != NULL);
}

/**
 * lanyard_connect_page_set_report:
 * @self: the page, which has a message
 * @report: (nullable): what is behind Details of that
 */
void
lanyard_connect_page_set_report (LanyardConnectPage *self,
                                 GVariant           *report)
{
  g_return_if_fail (LANYARD_IS_CONNECT_PAGE (self));

  lanyard_details_button_set_report (self->details, report);
}

/**
 * lanyard_connect_page_clear_key:
 * @self: the page
 *
 * Empties the key's entry, which wipes its memory.
 */
void
lanyard_connect_page_clear_key (LanyardConnectPage *self)
{
  g_return_if_fail (LANYARD_IS_CONNECT_PAGE (self));

  gtk_editable_set_text (self->key_row, "");
}
