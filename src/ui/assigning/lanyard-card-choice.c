/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which of several cards is meant, when a number does not tell: each with its access system and its holder. */
#include "lanyard-card-choice.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-name-text.h"
#include "lanyard-row-label.h"

/* More rows than this scroll; a scrolled window does not know how high rows that wrap will be. */
#define MAX_ROWS 4
#define HEIGHT 320

struct _LanyardCardChoice
{
  AdwMessageDialog parent_instance;

  GPtrArray *credentials; /* in the order of the rows */
};

G_DEFINE_FINAL_TYPE (LanyardCardChoice, lanyard_card_choice, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_row_activated (LanyardCardChoice *self,
                  GtkListBoxRow     *row)
{
  SeamCredential *credential = g_ptr_array_index (self->credentials, gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, credential);
  gtk_window_close (GTK_WINDOW (self));
}

/* The parts that there are, as "Northlight Office · Assigned to Ada Okafor". */
static char *
describe (LanyardDirectory *directory,
          SeamCredential   *credential)
{
  SeamSystem *system = lanyard_directory_lookup_system (directory, seam_credential_get_system_id (credential));
  g_autofree char *system_name = NULL;
  g_autofree char *holder = lanyard_credential_holder_text (credential);

  if (system != NULL)
    system_name = lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (system)));
  if (system_name == NULL)
    return g_steal_pointer (&holder);

  /* Translators: the name of an access system, and who holds a credential of it; as a line under its name */
  return g_strdup_printf (C_("credential", "%s · %s"), system_name, holder);
}

static GtkWidget *
new_row (LanyardDirectory *directory,
         SeamCredential   *credential)
{
  g_autofree char *name = lanyard_credential_name (credential);
  g_autofree char *line = describe (directory, credential);
  SeamSystem *system = lanyard_directory_lookup_system (directory, seam_credential_get_system_id (credential));
  g_autofree char *label = lanyard_credential_accessible_label (credential, system, line);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (lanyard_credential_icon_name (credential));

  g_object_set (row, "use-markup", FALSE, "activatable", TRUE, "title-lines", 2, "subtitle-lines", 2, NULL);
  lanyard_row_label_set_both (ADW_ACTION_ROW (row), name, line);
  g_object_set (icon, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  lanyard_row_label_set_all (ADW_ACTION_ROW (row), label);

  return row;
}

static GtkWidget *
new_list (LanyardCardChoice *self,
          LanyardDirectory  *directory)
{
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < self->credentials->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (directory, g_ptr_array_index (self->credentials, i)));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Credentials"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);

  if (self->credentials->len <= MAX_ROWS)
    return list;

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", list, "hscrollbar-policy", GTK_POLICY_NEVER,
                       "height-request", HEIGHT, NULL);
}

/* By itself the first row would have the focus, and Enter would choose it. */
static void
focus_default (GtkWindow *window)
{
  gtk_window_set_focus (window, gtk_window_get_default_widget (window));
}

static void
lanyard_card_choice_finalize (GObject *object)
{
  LanyardCardChoice *self = LANYARD_CARD_CHOICE (object);

  g_clear_pointer (&self->credentials, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_card_choice_parent_class)->finalize (object);
}

static void
lanyard_card_choice_class_init (LanyardCardChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_card_choice_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", LANYARD_TYPE_CARD_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, SEAM_TYPE_CREDENTIAL);
}

static void
lanyard_card_choice_init (LanyardCardChoice *self)
{
}

/* Why there is something to choose. */
static void
say_why (AdwMessageDialog *dialog,
         const char       *number,
         gboolean          exact)
{
  g_autofree char *heading = NULL;

  if (exact)
    /* Translators: %s is a card number */
    heading = g_strdup_printf (_("Several Cards Have the Number %s"), number);
  else
    /* Translators: %s is a card number */
    heading = g_strdup_printf (_("No Exact Match for Card Number %s"), number);
  adw_message_dialog_set_heading (dialog, heading);
  adw_message_dialog_set_body (dialog,
                               exact ? _("Select the card that was scanned.")
                                     : _("The number may be stored in another format. Select the card whose number "
                                         "matches the one printed on it."));
}

/**
 * lanyard_card_choice_new:
 * @parent: the window that it is asked in
 * @directory: the workspace
 * @number: what was scanned
 * @credentials: (element-type SeamCredential): what there is to choose from
 * @exact: whether they have that very number, or one that may be another way of writing it
 *
 * Enter chooses nothing until a row has the focus: the dialog begins on its Cancel button.
 *
 * Returns: (transfer none): a dialog that is yet to be presented
 */
GtkWidget *
lanyard_card_choice_new (GtkWindow        *parent,
                         LanyardDirectory *directory,
                         const char       *number,
                         GPtrArray        *credentials,
                         gboolean          exact)
{
  LanyardCardChoice *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (number != NULL, NULL);
  g_return_val_if_fail (credentials != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_CARD_CHOICE, "transient-for", parent, "modal", TRUE, NULL);
  self->credentials = g_ptr_array_ref (credentials);
  say_why (ADW_MESSAGE_DIALOG (self), number, exact);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), new_list (self, directory));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self), "cancel", _("Cancel"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self), "cancel");
  /* The button is there as soon as the dialog is to be seen. */
  g_signal_connect (self, "map", G_CALLBACK (focus_default), NULL);

  return GTK_WIDGET (self);
}
