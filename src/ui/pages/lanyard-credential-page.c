/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of one credential: who has it, what it is, and what it opens. */
#include "lanyard-credential-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lanyard-copy-row.h"
#include "lanyard-credential-text.h"
#include "lanyard-entry-text.h"
#include "lanyard-entrance-list.h"
#include "lanyard-name-text.h"
#include "lanyard-presence.h"
#include "lanyard-problem-list.h"
#include "lanyard-row-label.h"
#include "lanyard-secret-row.h"
#include "lanyard-sign-image.h"
#include "lanyard-time-text.h"
#include "lanyard-timely.h"
#include "lanyard-user-text.h"

struct _LanyardCredentialPage
{
  GtkWidget parent_instance;

  GtkStack            *stack;
  GtkScrolledWindow   *scroller;
  GtkImage            *kind;
  GtkLabel            *name;
  GtkLabel            *kind_label;
  LanyardProblemList  *problems;
  GtkWidget           *assign;
  AdwActionRow        *holder_row;
  AdwAvatar           *holder_avatar;
  GtkSpinner          *spinner;
  GtkWidget           *unassign;
  GtkWidget           *caution;
  LanyardSecretRow    *number_row;
  LanyardSecretRow    *pin_row;
  AdwActionRow        *validity_row;
  GtkImage            *validity_sign;
  AdwActionRow        *sync_row;
  GtkImage            *sync_sign;
  GtkSpinner          *sync_spinner;
  LanyardEntranceList *entrances;
  LanyardCopyRow      *kind_row;
  LanyardCopyRow      *system_row;
  LanyardCopyRow      *issued_row;
  LanyardCopyRow      *created_row;
  LanyardCopyRow      *id_row;
  LanyardCopyRow      *user_id_row;
  LanyardCopyRow      *identity_id_row;

  LanyardDirectory *directory;
  SeamCredential   *credential;
  LanyardPresence   presence;
  SeamCredential   *watched; /* is read again while it is on show */
  GSignalGroup     *credential_signals;
  GSignalGroup     *holder_signals;
  GSignalGroup     *store_signals;
  GSignalGroup     *systems_signals;
  GSignalGroup     *system_signals;
};

static void timely_init (LanyardTimelyInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardCredentialPage, lanyard_credential_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_TIMELY, timely_init))

static SeamSystem *
get_system (LanyardCredentialPage *self)
{
  if (self->directory == NULL)
    return NULL;

  return lanyard_directory_lookup_system (self->directory, seam_credential_get_system_id (self->credential));
}

static void
update_state (LanyardCredentialPage *self)
{
  LanyardSign sign;
  g_autofree char *validity = lanyard_credential_validity_details (self->credential, get_system (self), &sign);
  gboolean here = self->presence == LANYARD_PRESENCE_HERE;
  g_autofree char *sync = here ? lanyard_credential_sync_details (self->credential, get_system (self)) : NULL;
  gboolean under_way = sync != NULL && lanyard_credential_is_under_way (self->credential);
  gboolean overdue = seam_credential_get_sync (self->credential) == SEAM_SYNC_WAITING && !under_way;

  adw_action_row_set_subtitle (self->validity_row, validity);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->validity_row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, validity, -1);
  lanyard_sign_image_show (self->validity_sign, sign, NULL);
  adw_action_row_set_subtitle (self->sync_row, sync != NULL ? sync : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sync_row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sync != NULL ? sync : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self->sync_row), sync != NULL);
  lanyard_sign_image_show (self->sync_sign, overdue ? LANYARD_SIGN_WARNING : LANYARD_SIGN_NONE, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->sync_spinner), under_way);
  gtk_spinner_set_spinning (self->sync_spinner, under_way);
}

static void
update_holder (LanyardCredentialPage *self)
{
  SeamUser *holder;
  LanyardEntry *under_way;
  g_autofree char *name = NULL;
  g_autofree char *contact = NULL;
  g_autofree char *label = NULL;
  gboolean held, busy, here;

  if (self->credential == NULL)
    return;

  holder = seam_credential_get_holder (self->credential);
  held = lanyard_credential_is_held (self->credential);
  busy = seam_credential_get_busy (self->credential);
  here = self->presence == LANYARD_PRESENCE_HERE;
  g_signal_group_set_target (self->holder_signals, holder);
  name = lanyard_credential_holder_title (self->credential);
  contact = lanyard_credential_holder_details (self->credential);

  under_way = self->directory != NULL
                ? lanyard_directory_get_under_way (self->directory, seam_record_get_id (SEAM_RECORD (self->credential)))
                : NULL;
  if (under_way != NULL)
    {
      g_free (contact);
      contact = lanyard_entry_under_way_text (under_way);
    }

  lanyard_row_label_set_both (self->holder_row, name, contact);
  label = g_strjoin (", ", name, contact, NULL);
  lanyard_row_label_set_all (self->holder_row, label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->holder_row), holder != NULL);
  adw_avatar_set_text (self->holder_avatar, holder != NULL ? name : "");
  gtk_widget_set_opacity (GTK_WIDGET (self->holder_avatar), held ? 1 : 0.4);
  gtk_widget_set_visible (self->unassign, held);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  /* An insensitive button would lose the focus, and it would begin anew at the top of the window. */
  if (busy && (gtk_widget_is_focus (self->unassign) || gtk_widget_is_focus (self->assign)))
    gtk_widget_grab_focus (GTK_WIDGET (self->holder_row));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "credential-page.unassign", held && here && !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "credential-page.assign", here && !busy);
  /* To give it to somebody is what to do with one that nobody has; taking it from somebody is not suggested. */
  if (held)
    gtk_widget_remove_css_class (self->assign, "suggested-action");
  else
    gtk_widget_add_css_class (self->assign, "suggested-action");
  gtk_widget_set_visible (self->caution, held && seam_credential_get_is_issued (self->credential)
                            && seam_credential_get_access_method (self->credential) == SEAM_ACCESS_METHOD_CARD);
  /* Whether all is well in the access system depends on who has it. */
  update_state (self);
}

static void
lanyard_credential_page_update_time (LanyardTimely *timely)
{
  LanyardCredentialPage *self = LANYARD_CREDENTIAL_PAGE (timely);

  if (self->credential != NULL)
    update_state (self);
}

static void
timely_init (LanyardTimelyInterface *iface)
{
  iface->update_time = lanyard_credential_page_update_time;
}

static void
update_details (LanyardCredentialPage *self)
{
  g_autofree char *name = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *system_name = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *issued = NULL;
  g_autofree char *created = NULL;
  g_autofree char *masked = NULL;
  SeamSystem *system;
  const char *zone;

  if (self->credential == NULL)
    return;

  name = lanyard_credential_name (self->credential);
  kind = lanyard_credential_kind_text (self->credential);
  system = get_system (self);
  zone = system != NULL ? seam_system_get_time_zone (system) : NULL;
  g_signal_group_set_target (self->system_signals, system);
  if (system != NULL)
    system_name = lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (system)));
  subtitle = g_strjoin (" · ", kind, system_name, NULL);
  issued = lanyard_time_text_full (seam_credential_get_issued_at (self->credential), zone);
  created = lanyard_time_text_full (seam_record_get_created_at (SEAM_RECORD (self->credential)), zone);
  masked = lanyard_credential_masked_number (self->credential);

  gtk_image_set_from_icon_name (self->kind, lanyard_credential_icon_name (self->credential));
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->kind_label, subtitle);
  lanyard_secret_row_set_secret (self->number_row, seam_credential_get_card_number (self->credential), masked);
  lanyard_secret_row_set_secret (self->pin_row, seam_credential_get_code (self->credential), LANYARD_MASK);
  update_state (self);
  lanyard_copy_row_set_value (self->kind_row, kind);
  lanyard_copy_row_set_value (self->system_row, system_name);
  lanyard_copy_row_set_value (self->issued_row, issued);
  lanyard_copy_row_set_value (self->created_row, created);
  lanyard_copy_row_set_value (self->id_row, seam_record_get_id (SEAM_RECORD (self->credential)));
  lanyard_copy_row_set_value (self->user_id_row, seam_credential_get_user_id (self->credential));
  lanyard_copy_row_set_value (self->identity_id_row, seam_credential_get_identity_id (self->credential));
}

static void
update_problems (LanyardCredentialPage *self)
{
  if (self->credential == NULL)
    return;

  self->presence = lanyard_presence_of (self->directory, SEAM_RECORD (self->credential));
  lanyard_problem_list_clear (self->problems);
  if (self->presence == LANYARD_PRESENCE_GONE)
    lanyard_problem_list_append (self->problems, LANYARD_SIGN_ERROR, _("This Credential No Longer Exists"),
                                 _("The access system does not list it any more. Nothing can be done with it."));
  lanyard_problem_list_append_record (self->problems, SEAM_RECORD (self->credential), NULL);
  update_holder (self);
}

static void
on_records_changed (LanyardCredentialPage *self)
{
  if (self->credential != NULL
      && self->presence != lanyard_presence_of (self->directory, SEAM_RECORD (self->credential)))
    update_problems (self);
}

static void
on_credential_changed (LanyardCredentialPage *self,
                       GParamSpec            *pspec)
{
  if (g_str_equal (pspec->name, "errors") || g_str_equal (pspec->name, "warnings"))
    update_problems (self);
  else if (g_str_equal (pspec->name, "busy") || g_str_equal (pspec->name, "holder"))
    update_holder (self);
  else
    {
      update_details (self);
      update_holder (self);
    }
}

static void
update_watching (LanyardCredentialPage *self)
{
  gboolean shown = gtk_widget_get_mapped (GTK_WIDGET (self)) && self->directory != NULL;
  SeamCredential *watch = shown ? self->credential : NULL;

  if (self->watched == watch)
    return;

  if (self->watched != NULL)
    lanyard_directory_unwatch (self->directory, self->watched);
  g_set_object (&self->watched, watch);
  if (watch != NULL)
    lanyard_directory_watch (self->directory, watch);
}

static void
show_credential (LanyardCredentialPage *self)
{
  gboolean shown = self->credential != NULL && self->directory != NULL;

  lanyard_secret_row_set_revealed (self->number_row, FALSE);
  lanyard_secret_row_set_revealed (self->pin_row, FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, shown ? "credential" : "none");
  update_details (self);
  update_problems (self);
  lanyard_entrance_list_set_credential (self->entrances, self->directory, self->credential);
  update_watching (self);
}

static void
on_holder_activated (LanyardCredentialPage *self)
{
  SeamUser *holder = seam_credential_get_holder (self->credential);

  if (holder != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "go.show-user", "s", seam_record_get_id (SEAM_RECORD (holder)));
}

static void
assign_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LanyardCredentialPage *self = LANYARD_CREDENTIAL_PAGE (widget);

  gtk_widget_activate_action (widget, "change.pick-user", "s", seam_record_get_id (SEAM_RECORD (self->credential)));
}

static void
unassign_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  LanyardCredentialPage *self = LANYARD_CREDENTIAL_PAGE (widget);

  gtk_widget_activate_action (widget, "change.unassign", "s", seam_record_get_id (SEAM_RECORD (self->credential)));
}

static void
lanyard_credential_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_credential_page_parent_class)->map (widget);

  update_watching (LANYARD_CREDENTIAL_PAGE (widget));
}

static void
lanyard_credential_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_credential_page_parent_class)->unmap (widget);

  update_watching (LANYARD_CREDENTIAL_PAGE (widget));
}

/**
 * lanyard_credential_page_set_directory:
 * @self: a page
 * @directory: (nullable): the workspace that the credential is of
 */
void
lanyard_credential_page_set_directory (LanyardCredentialPage  *self,
                                 LanyardDirectory *directory)
{
  g_return_if_fail (LANYARD_IS_CREDENTIAL_PAGE (self));
  g_return_if_fail (directory == NULL || LANYARD_IS_DIRECTORY (directory));

  if (self->directory == directory)
    return;

  if (self->watched != NULL)
    lanyard_directory_unwatch (self->directory, self->watched);
  g_clear_object (&self->watched);
  g_set_object (&self->directory, directory);
  g_signal_group_set_target (self->store_signals,
                             directory != NULL ? lanyard_directory_get_credentials (directory) : NULL);
  g_signal_group_set_target (self->systems_signals,
                             directory != NULL ? lanyard_directory_get_systems (directory) : NULL);
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

  if (!g_set_object (&self->credential, credential))
    return;

  g_signal_group_set_target (self->credential_signals, credential);
  show_credential (self);
}

static void
lanyard_credential_page_dispose (GObject *object)
{
  LanyardCredentialPage *self = LANYARD_CREDENTIAL_PAGE (object);

  if (self->watched != NULL)
    lanyard_directory_unwatch (self->directory, self->watched);
  g_clear_object (&self->watched);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_CREDENTIAL_PAGE);
  g_clear_object (&self->credential_signals);
  g_clear_object (&self->holder_signals);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->systems_signals);
  g_clear_object (&self->system_signals);
  g_clear_object (&self->credential);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_credential_page_parent_class)->dispose (object);
}

static void
lanyard_credential_page_class_init (LanyardCredentialPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_COPY_ROW);
  g_type_ensure (LANYARD_TYPE_ENTRANCE_LIST);
  g_type_ensure (LANYARD_TYPE_PROBLEM_LIST);
  g_type_ensure (LANYARD_TYPE_SECRET_ROW);
  object_class->dispose = lanyard_credential_page_dispose;
  widget_class->map = lanyard_credential_page_map;
  widget_class->unmap = lanyard_credential_page_unmap;

  gtk_widget_class_install_action (widget_class, "credential-page.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "credential-page.unassign", NULL, unassign_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-credential-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, kind);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, name);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, kind_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, problems);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, assign);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, holder_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, holder_avatar);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, unassign);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, caution);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, number_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, pin_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, validity_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, validity_sign);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, sync_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, sync_sign);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, sync_spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, entrances);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, system_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, issued_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, created_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, id_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, user_id_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialPage, identity_id_row);
  gtk_widget_class_bind_template_callback (widget_class, on_holder_activated);
}

static void
lanyard_credential_page_init (LanyardCredentialPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_secret_row_set_texts (self->number_row, _("Show Card Number"), _("Hide Card Number"), _("Copy Card Number"));
  lanyard_secret_row_set_texts (self->pin_row, _("Show PIN"), _("Hide PIN"), _("Copy PIN"));
  lanyard_secret_row_set_brief (self->pin_row, TRUE);

  self->credential_signals = g_signal_group_new (SEAM_TYPE_CREDENTIAL);
  g_signal_group_connect_object (self->credential_signals, "notify", G_CALLBACK (on_credential_changed), self,
                                 G_CONNECT_SWAPPED);
  self->holder_signals = g_signal_group_new (SEAM_TYPE_USER);
  g_signal_group_connect_object (self->holder_signals, "notify", G_CALLBACK (update_holder), self, G_CONNECT_SWAPPED);
  self->store_signals = g_signal_group_new (LANYARD_TYPE_STORE);
  g_signal_group_connect_object (self->store_signals, "changed", G_CALLBACK (on_records_changed), self,
                                 G_CONNECT_SWAPPED);
  self->system_signals = g_signal_group_new (SEAM_TYPE_SYSTEM);
  g_signal_group_connect_object (self->system_signals, "notify", G_CALLBACK (update_details), self, G_CONNECT_SWAPPED);
  self->systems_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_object (self->systems_signals, "items-changed", G_CALLBACK (update_details), self,
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
