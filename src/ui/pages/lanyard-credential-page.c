/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of one credential: who has it, what it is, and what it opens. */
#include "lanyard-credential-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lanyard-closures.h"
#include "lanyard-copy-row.h"
#include "lanyard-credential-details.h"
#include "lanyard-credential-text.h"
#include "lanyard-entrance-list.h"
#include "lanyard-history-list.h"
#include "lanyard-problem-list.h"
#include "lanyard-row-label.h"
#include "lanyard-secret-row.h"
#include "lanyard-slips-print.h"
#include "lanyard-state-row.h"
#include "lanyard-timely.h"

struct _LanyardCredentialPage
{
  GtkWidget parent_instance;

  LanyardCredentialDetails *details;
  GtkStack                 *stack; /* only what is bound is taken off when the template is disposed of */
  GtkScrolledWindow        *scroller;
  GtkWidget                *assign;
  AdwActionRow             *holder_row;
  GtkWidget                *unassign;
  LanyardSecretRow         *number_row;
  LanyardSecretRow         *pin_row;
  LanyardEntranceList      *entrances;
  LanyardHistoryList       *history;

  SeamCredential *watched; /* is read again while it is on show */
  GSignalGroup   *secret_signals;
};

static void timely_init (LanyardTimelyInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardCredentialPage, lanyard_credential_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_TIMELY, timely_init))

static char *
page_of (gpointer self,
         gboolean shown)
{
  return g_strdup (shown ? "credential" : "none");
}

static LanyardDirectory *
get_directory (LanyardCredentialPage *self)
{
  return lanyard_details_get_directory (LANYARD_DETAILS (self->details));
}

static gboolean
get_flag (LanyardCredentialPage *self,
          const char            *name)
{
  return lanyard_bindable_get_flag (self->details, name);
}

static const char *
get_id (LanyardCredentialPage *self)
{
  return lanyard_bindable_get_text (self->details, "id");
}

/* What opens doors passes through nobody else's hands, and is cleared here when there is nothing to show. */
static void
show_secrets (LanyardCredentialPage *self)
{
  LanyardDetails *details = LANYARD_DETAILS (self->details);
  SeamCredential *credential = lanyard_details_get_shown (details) ? lanyard_details_get_record (details) : NULL;
  g_autofree char *masked = credential != NULL ? lanyard_credential_masked_number (credential) : NULL;

  lanyard_secret_row_set_secret (self->number_row,
                                 credential != NULL ? seam_credential_get_card_number (credential) : NULL, masked);
  lanyard_secret_row_set_secret (self->pin_row, credential != NULL ? seam_credential_get_code (credential) : NULL,
                                 credential != NULL ? LANYARD_MASK : NULL);
}

static void
on_holder_changed (LanyardCredentialPage *self)
{
  lanyard_row_label_set_all (self->holder_row,
                             lanyard_bindable_get_text (self->details, "holder-label"));
}

/* To give it to somebody is what to do with one that nobody has, unless it is lost; taking it from somebody is not
 * suggested. */
static void
on_held_changed (LanyardCredentialPage *self)
{
  if (get_flag (self, "held") || get_flag (self, "lost"))
    gtk_widget_remove_css_class (self->assign, "suggested-action");
  else
    gtk_widget_add_css_class (self->assign, "suggested-action");
}

static void
on_can_changed (LanyardCredentialPage *self)
{
  /* An insensitive button would lose the focus, and it would begin anew at the top of the window. */
  if (get_flag (self, "busy") && (gtk_widget_is_focus (self->unassign) || gtk_widget_is_focus (self->assign)))
    gtk_widget_grab_focus (GTK_WIDGET (self->holder_row));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "credential-page.unassign", get_flag (self, "can-unassign"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "credential-page.assign", get_flag (self, "can-assign"));
}

static void
lanyard_credential_page_update_time (LanyardTimely *timely)
{
  lanyard_details_refresh (LANYARD_DETAILS (LANYARD_CREDENTIAL_PAGE (timely)->details));
}

static void
timely_init (LanyardTimelyInterface *iface)
{
  iface->update_time = lanyard_credential_page_update_time;
}

static void
stop_watching (LanyardCredentialPage *self)
{
  if (self->watched != NULL)
    lanyard_directory_unwatch (get_directory (self), self->watched);
  g_clear_object (&self->watched);
}

static void
watch (LanyardCredentialPage *self)
{
  LanyardDetails *details = LANYARD_DETAILS (self->details);
  SeamCredential *credential = lanyard_details_get_record (details);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !lanyard_details_get_shown (details)
      || self->watched == credential)
    return;

  stop_watching (self);
  self->watched = g_object_ref (credential);
  lanyard_directory_watch (get_directory (self), credential);
}

static void
show_credential (LanyardCredentialPage *self)
{
  lanyard_secret_row_set_revealed (self->number_row, FALSE);
  lanyard_secret_row_set_revealed (self->pin_row, FALSE);
  show_secrets (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  lanyard_entrance_list_set_credential (self->entrances, get_directory (self),
                                        lanyard_details_get_record (LANYARD_DETAILS (self->details)));
  lanyard_history_list_set_record (self->history, lanyard_details_get_changes (LANYARD_DETAILS (self->details)),
                                   lanyard_details_get_record (LANYARD_DETAILS (self->details)));
  watch (self);
}

static void
on_holder_activated (LanyardCredentialPage *self)
{
  SeamUser *holder = seam_credential_get_holder (lanyard_details_get_record (LANYARD_DETAILS (self->details)));

  if (holder != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "go.show-user", "s", seam_record_get_id (SEAM_RECORD (holder)));
}

static void
assign_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "change.pick-user", "s", get_id (LANYARD_CREDENTIAL_PAGE (widget)));
}

static void
unassign_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "change.unassign", "s", get_id (LANYARD_CREDENTIAL_PAGE (widget)));
}

/* The button that is pressed goes, and the other one comes. */
static void
mark (LanyardCredentialPage *self,
      const char            *action)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->holder_row));
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", get_id (self));
}

static void
lose_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  mark (LANYARD_CREDENTIAL_PAGE (widget), "change.mark-lost");
}

static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  mark (LANYARD_CREDENTIAL_PAGE (widget), "change.mark-found");
}

static void
print_slip_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LanyardCredentialPage *self = LANYARD_CREDENTIAL_PAGE (widget);
  LanyardDetails *details = LANYARD_DETAILS (self->details);
  g_autoptr (GPtrArray) credentials = g_ptr_array_new_with_free_func (g_object_unref);

  if (!lanyard_details_get_shown (details))
    return;

  g_ptr_array_add (credentials, g_object_ref (lanyard_details_get_record (details)));
  lanyard_slips_print (GTK_WINDOW (gtk_widget_get_root (widget)), get_directory (self), credentials);
}

static void
lanyard_credential_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_credential_page_parent_class)->map (widget);

  watch (LANYARD_CREDENTIAL_PAGE (widget));
}

static void
lanyard_credential_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_credential_page_parent_class)->unmap (widget);

  stop_watching (LANYARD_CREDENTIAL_PAGE (widget));
}

/**
 * lanyard_credential_page_set_changes:
 * @self: a page
 * @changes: (nullable): what is done to the workspace that the credential is of
 */
void
lanyard_credential_page_set_changes (LanyardCredentialPage *self,
                                     LanyardChanges        *changes)
{
  g_return_if_fail (LANYARD_IS_CREDENTIAL_PAGE (self));
  g_return_if_fail (changes == NULL || LANYARD_IS_CHANGES (changes));

  if (lanyard_details_get_changes (LANYARD_DETAILS (self->details)) == changes)
    return;

  stop_watching (self);
  lanyard_details_set_changes (LANYARD_DETAILS (self->details), changes);
  show_credential (self);
}

/**
 * lanyard_credential_page_set_credential:
 * @self: a page
 * @credential: (nullable): the credential to show
 */
void
lanyard_credential_page_set_credential (LanyardCredentialPage *self,
                            SeamCredential        *credential)
{
  g_return_if_fail (LANYARD_IS_CREDENTIAL_PAGE (self));
  g_return_if_fail (credential == NULL || SEAM_IS_CREDENTIAL (credential));

  if (lanyard_details_get_record (LANYARD_DETAILS (self->details)) == (gpointer) credential)
    return;

  stop_watching (self);
  lanyard_details_set_record (LANYARD_DETAILS (self->details), credential);
  g_signal_group_set_target (self->secret_signals, credential);
  show_credential (self);
}

static void
lanyard_credential_page_dispose (GObject *object)
{
  LanyardCredentialPage *self = LANYARD_CREDENTIAL_PAGE (object);

  stop_watching (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_CREDENTIAL_PAGE);
  g_clear_object (&self->secret_signals);

  G_OBJECT_CLASS (lanyard_credential_page_parent_class)->dispose (object);
}

/* What is done most here; it is known before anything on the page has a place. */
static gboolean
lanyard_credential_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LANYARD_CREDENTIAL_PAGE (widget)->assign);
}

static void
lanyard_credential_page_class_init (LanyardCredentialPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_COPY_ROW);
  g_type_ensure (LANYARD_TYPE_CREDENTIAL_DETAILS);
  g_type_ensure (LANYARD_TYPE_ENTRANCE_LIST);
  g_type_ensure (LANYARD_TYPE_HISTORY_LIST);
  g_type_ensure (LANYARD_TYPE_PROBLEM_LIST);
  g_type_ensure (LANYARD_TYPE_SECRET_ROW);
  g_type_ensure (LANYARD_TYPE_STATE_ROW);
  object_class->dispose = lanyard_credential_page_dispose;
  widget_class->grab_focus = lanyard_credential_page_grab_focus;
  widget_class->map = lanyard_credential_page_map;
  widget_class->unmap = lanyard_credential_page_unmap;

  gtk_widget_class_install_action (widget_class, "credential-page.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "credential-page.unassign", NULL, unassign_action);
  gtk_widget_class_install_action (widget_class, "credential-page.lose", NULL, lose_action);
  gtk_widget_class_install_action (widget_class, "credential-page.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "credential-page.print-slip", NULL, print_slip_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-credential-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, details);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, assign);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, holder_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, unassign);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, number_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, pin_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, entrances);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, history);
  gtk_widget_class_bind_template_callback (widget_class, page_of);
  gtk_widget_class_bind_template_callback (widget_class, on_holder_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_held_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_can_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_holder_activated);
  gtk_widget_class_bind_template_callback (widget_class, lanyard_closure_is_text);
  gtk_widget_class_bind_template_callback (widget_class, lanyard_row_label_line);
}

static void
lanyard_credential_page_init (LanyardCredentialPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_secret_row_set_texts (self->number_row, _("Show Card Number"), _("Hide Card Number"), _("Copy Card Number"));
  lanyard_secret_row_set_texts (self->pin_row, _("Show PIN"), _("Hide PIN"), _("Copy PIN"));
  lanyard_secret_row_set_brief (self->pin_row, TRUE);
  on_held_changed (self);
  on_can_changed (self);

  self->secret_signals = g_signal_group_new (SEAM_TYPE_CREDENTIAL);
  g_signal_group_connect_object (self->secret_signals, "notify::card-number", G_CALLBACK (show_secrets), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->secret_signals, "notify::code", G_CALLBACK (show_secrets), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * lanyard_credential_page_new:
 *
 * Returns: (transfer floating): a page that shows nothing yet
 */
GtkWidget *
lanyard_credential_page_new (void)
{
  return g_object_new (LANYARD_TYPE_CREDENTIAL_PAGE, NULL);
}
