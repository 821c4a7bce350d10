/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of one user: who it is, what they have, and giving and taking it. */
#include "lanyard-user-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lanyard-coming-row.h"
#include "lanyard-copy-row.h"
#include "lanyard-failure-text.h"
#include "lanyard-held-row.h"
#include "lanyard-name-text.h"
#include "lanyard-presence.h"
#include "lanyard-problem-list.h"
#include "lanyard-time-text.h"
#include "lanyard-user-text.h"

struct _LanyardUserPage
{
  GtkWidget parent_instance;

  GtkStack           *stack;
  GtkScrolledWindow  *scroller;
  AdwAvatar          *avatar;
  GtkLabel           *name;
  GtkLabel           *system_label;
  LanyardProblemList *problems;
  GtkListBox         *credentials;
  GtkWidget          *nothing;
  AdwActionRow       *nothing_row;
  LanyardCopyRow     *name_row;
  LanyardCopyRow     *email_row;
  LanyardCopyRow     *phone_row;
  LanyardCopyRow     *identity_row;
  LanyardCopyRow     *system_row;
  LanyardCopyRow     *schedule_row;
  LanyardCopyRow     *created_row;
  LanyardCopyRow     *id_row;

  LanyardDirectory *directory;
  SeamUser         *user;
  LanyardPresence   presence;
  GListModel       *held;
  GListModel       *rows;         /* what they have, and what is coming to them */
  GSignalGroup     *held_signals; /* of both */
  GSignalGroup     *user_signals;
  GSignalGroup     *store_signals;
  GSignalGroup     *systems_signals;
  GSignalGroup     *directory_signals;
};

G_DEFINE_FINAL_TYPE (LanyardUserPage, lanyard_user_page, GTK_TYPE_WIDGET)

static void
update_details (LanyardUserPage *self)
{
  g_autofree char *name = NULL;
  g_autofree char *full_name = NULL;
  g_autofree char *email = NULL;
  g_autofree char *phone = NULL;
  g_autofree char *identity = NULL;
  g_autofree char *system_name = NULL;
  g_autofree char *created = NULL;
  g_autofree char *schedule = NULL;
  SeamSystem *system = NULL;
  const char *zone;

  if (self->user == NULL)
    return;

  name = lanyard_user_name (self->user);
  if (self->directory != NULL)
    system = lanyard_directory_lookup_system (self->directory, seam_user_get_system_id (self->user));
  zone = system != NULL ? seam_system_get_time_zone (system) : NULL;
  created = lanyard_time_text_full (seam_record_get_created_at (SEAM_RECORD (self->user)), zone);
  schedule = lanyard_time_text_span (seam_user_get_access_starts_at (self->user),
                                     seam_user_get_access_ends_at (self->user), zone);
  if (system != NULL)
    system_name = lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (system)));

  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->system_label, system_name != NULL ? system_name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->system_label), system_name != NULL);
  full_name = lanyard_user_full_name (self->user);
  email = lanyard_user_email (self->user);
  phone = lanyard_user_phone (self->user);
  identity = lanyard_user_identity_text (self->user);
  lanyard_copy_row_set_value (self->name_row, full_name);
  lanyard_copy_row_set_value (self->email_row, email);
  lanyard_copy_row_set_value (self->phone_row, phone);
  lanyard_copy_row_set_value (self->identity_row, identity);
  lanyard_copy_row_set_value (self->system_row, system_name);
  lanyard_copy_row_set_value (self->schedule_row, schedule);
  lanyard_copy_row_set_value (self->created_row, created);
  lanyard_copy_row_set_value (self->id_row, seam_record_get_id (SEAM_RECORD (self->user)));
}

static void
update_problems (LanyardUserPage *self)
{
  if (self->user == NULL)
    return;

  self->presence = lanyard_presence_of (self->directory, SEAM_RECORD (self->user));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "user-page.assign", self->presence == LANYARD_PRESENCE_HERE);

  lanyard_problem_list_clear (self->problems);
  if (self->presence == LANYARD_PRESENCE_GONE)
    lanyard_problem_list_append (self->problems, LANYARD_SIGN_ERROR, _("This User No Longer Exists"),
                                 _("The access system does not list them any more. Nothing can be assigned to them."));
  if (seam_user_get_is_suspended (self->user))
    lanyard_problem_list_append (self->problems, LANYARD_SIGN_WARNING, C_("user", "Suspended"),
                                 _("What they have opens nothing until the access system lifts the suspension."));
  lanyard_problem_list_append_record (self->problems, SEAM_RECORD (self->user), self->held);
}

static void
on_records_changed (LanyardUserPage *self)
{
  if (self->user != NULL && self->presence != lanyard_presence_of (self->directory, SEAM_RECORD (self->user)))
    update_problems (self);
}

static void
on_user_changed (LanyardUserPage *self,
                 GParamSpec      *pspec)
{
  if (g_str_equal (pspec->name, "errors") || g_str_equal (pspec->name, "warnings")
      || g_str_equal (pspec->name, "is-suspended"))
    update_problems (self);
  else
    update_details (self);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  LanyardUserPage *self = LANYARD_USER_PAGE (user_data);

  return LANYARD_IS_ENTRY (item) ? lanyard_coming_row_new (self->directory, LANYARD_ENTRY (item))
                                 : lanyard_held_row_new (self->directory, SEAM_CREDENTIAL (item));
}

/* That somebody has nothing is said only where that was looked at. */
static void
update_nothing (LanyardUserPage *self)
{
  LanyardSystemLoad *failure = NULL;
  g_autofree char *text = NULL;

  if (self->user != NULL && self->directory != NULL)
    failure = lanyard_directory_lookup_failure (self->directory, seam_user_get_system_id (self->user),
                                                LANYARD_RESOURCE_CREDENTIALS);
  if (failure != NULL)
    text = lanyard_failure_resource_text (failure, LANYARD_RESOURCE_CREDENTIALS);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->nothing_row),
                                 failure != NULL
                                 && !lanyard_system_load_get_was_read (failure, LANYARD_RESOURCE_CREDENTIALS)
                                   ? _("Credentials Not Loaded") : _("No Credentials"));
  adw_action_row_set_subtitle (self->nothing_row,
                               text != NULL ? text : _("A card, PIN code or key that you assign shows up here."));
}

static void
update_held (LanyardUserPage *self)
{
  gboolean any = self->rows != NULL && g_list_model_get_n_items (self->rows) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->credentials), any);
  gtk_widget_set_visible (self->nothing, !any);
  update_problems (self);
  update_nothing (self);
}

static void
show_user (LanyardUserPage *self)
{
  gboolean shown = self->user != NULL && self->directory != NULL;

  g_clear_object (&self->held);
  g_clear_object (&self->rows);
  if (shown)
    {
      GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
      g_autoptr (GListModel) coming = lanyard_coming_list_new (self->directory, self->user);

      self->held = lanyard_directory_list_held_by (self->directory, self->user);
      g_list_store_append (parts, self->held);
      g_list_store_append (parts, coming);
      self->rows = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
    }
  g_signal_group_set_target (self->held_signals, self->rows);
  gtk_list_box_bind_model (self->credentials, self->rows, create_row, self, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, shown ? "user" : "none");
  update_details (self);
  update_held (self);
}

static void
assign_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LanyardUserPage *self = LANYARD_USER_PAGE (widget);

  gtk_widget_activate_action (widget, "change.pick-credential", "s", seam_record_get_id (SEAM_RECORD (self->user)));
}

/**
 * lanyard_user_page_set_directory:
 * @self: a page
 * @directory: (nullable): the workspace that the user is of
 */
void
lanyard_user_page_set_directory (LanyardUserPage  *self,
                                 LanyardDirectory *directory)
{
  g_return_if_fail (LANYARD_IS_USER_PAGE (self));
  g_return_if_fail (directory == NULL || LANYARD_IS_DIRECTORY (directory));

  if (!g_set_object (&self->directory, directory))
    return;

  g_signal_group_set_target (self->store_signals, directory != NULL ? lanyard_directory_get_users (directory) : NULL);
  g_signal_group_set_target (self->systems_signals,
                             directory != NULL ? lanyard_directory_get_systems (directory) : NULL);
  g_signal_group_set_target (self->directory_signals, directory);
  show_user (self);
}

/**
 * lanyard_user_page_set_user:
 * @self: a page
 * @user: (nullable): the user to show
 */
void
lanyard_user_page_set_user (LanyardUserPage *self,
                            SeamUser        *user)
{
  g_return_if_fail (LANYARD_IS_USER_PAGE (self));
  g_return_if_fail (user == NULL || SEAM_IS_USER (user));

  if (!g_set_object (&self->user, user))
    return;

  g_signal_group_set_target (self->user_signals, user);
  show_user (self);
}

static void
lanyard_user_page_dispose (GObject *object)
{
  LanyardUserPage *self = LANYARD_USER_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_USER_PAGE);
  g_clear_object (&self->held_signals);
  g_clear_object (&self->rows);
  g_clear_object (&self->held);
  g_clear_object (&self->user_signals);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->systems_signals);
  g_clear_object (&self->directory_signals);
  g_clear_object (&self->user);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_user_page_parent_class)->dispose (object);
}

static void
lanyard_user_page_class_init (LanyardUserPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_COPY_ROW);
  g_type_ensure (LANYARD_TYPE_PROBLEM_LIST);
  object_class->dispose = lanyard_user_page_dispose;

  gtk_widget_class_install_action (widget_class, "user-page.assign", NULL, assign_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-user-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, name);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, system_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, problems);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, credentials);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, nothing_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, email_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, phone_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, identity_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, system_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, schedule_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, created_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, id_row);
}

static void
lanyard_user_page_init (LanyardUserPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->held_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_object (self->held_signals, "items-changed", G_CALLBACK (update_held), self,
                                 G_CONNECT_SWAPPED);
  self->user_signals = g_signal_group_new (SEAM_TYPE_USER);
  g_signal_group_connect_object (self->user_signals, "notify", G_CALLBACK (on_user_changed), self, G_CONNECT_SWAPPED);
  self->store_signals = g_signal_group_new (LANYARD_TYPE_STORE);
  g_signal_group_connect_object (self->store_signals, "changed", G_CALLBACK (on_records_changed), self,
                                 G_CONNECT_SWAPPED);
  self->directory_signals = g_signal_group_new (LANYARD_TYPE_DIRECTORY);
  g_signal_group_connect_object (self->directory_signals, "notify::failures", G_CALLBACK (update_nothing), self,
                                 G_CONNECT_SWAPPED);
  self->systems_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_object (self->systems_signals, "items-changed", G_CALLBACK (update_details), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * lanyard_user_page_new:
 *
 * Returns: (transfer floating): a page that shows nobody yet
 */
GtkWidget *
lanyard_user_page_new (void)
{
  return g_object_new (LANYARD_TYPE_USER_PAGE, NULL);
}
