/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's actions that change nothing at Seam: going about in it, reading again, leaving. */
#include "lanyard-window-private.h"

#include <glib/gi18n.h>

static void
show_record_of (LanyardWindow *self,
                LanyardStore  *store,
                GVariant      *parameter)
{
  SeamRecord *record = lanyard_store_lookup (store, g_variant_get_string (parameter, NULL));

  if (record != NULL)
    lanyard_window_show_record (self, record);
  else
    lanyard_toaster_tell (self->toaster, _("It is no longer in the list"));
}

static void
on_show_user (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  show_record_of (self, lanyard_directory_get_users (self->directory), parameter);
}

static void
on_show_credential (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  show_record_of (self, lanyard_directory_get_credentials (self->directory), parameter);
}

static void
on_view (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  const char *view = g_variant_get_string (parameter, NULL);

  if (adw_view_stack_get_child_by_name (self->view_stack, view) == NULL)
    return;

  adw_view_stack_set_visible_child_name (self->view_stack, view);
  /* What had the keys is out of sight, and the window would give them to its first button. */
  if (g_str_equal (view, "users"))
    gtk_widget_grab_focus (GTK_WIDGET (self->users_pane));
  else if (g_str_equal (view, "credentials"))
    gtk_widget_grab_focus (GTK_WIDGET (self->credentials_pane));
  else
    gtk_widget_grab_focus (GTK_WIDGET (lanyard_window_get_activity_page (self)));
}

static void
on_search (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  const char *view = adw_view_stack_get_visible_child_name (self->view_stack);

  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child_name (self->leaflet, "list");

  if (g_strcmp0 (view, "users") == 0)
    lanyard_list_pane_focus_search (self->users_pane);
  else if (g_strcmp0 (view, "credentials") == 0)
    lanyard_list_pane_focus_search (self->credentials_pane);
  else
    lanyard_activity_page_focus_search (lanyard_window_get_activity_page (self));
}

static void
on_search_users (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  lanyard_window_find (LANYARD_WINDOW (widget), "users", g_variant_get_string (parameter, NULL));
}

static void
on_back (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->scene_stack), "connect") == 0)
    lanyard_window_request (self, LANYARD_REQUEST_BACK, NULL);
  else
    lanyard_window_go_back (self);
}

static void
on_refresh (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  /* How it ends shows in the directory's state. */
  lanyard_directory_load_async (LANYARD_WINDOW (widget)->directory, NULL, NULL, NULL);
}

static void
on_stop_loading (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  lanyard_directory_stop_loading (LANYARD_WINDOW (widget)->directory);
}

static void
on_toast (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  lanyard_window_tell (LANYARD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* Whatever is chosen in the list on show is given to somebody, or something. */
static void
on_assign_selected (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  gboolean users = g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack), "users") == 0;
  SeamRecord *selected = lanyard_list_pane_get_selected (users ? self->users_pane : self->credentials_pane);

  if (selected != NULL)
    gtk_widget_activate_action (widget, users ? "win.pick-credential" : "win.pick-user", "s",
                                seam_record_get_id (selected));
}

static void
on_close (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
on_sign_out (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  lanyard_window_ask_to_sign_out (LANYARD_WINDOW (widget), NULL);
}

static void
on_explain_record (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  lanyard_window_explain_record (LANYARD_WINDOW (widget));
}

static void
on_request (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  static const struct
  {
    const char *action_name;
    LanyardRequest request;
  } requests[] = {
    { "win.open-demo", LANYARD_REQUEST_DEMO },
    { "win.leave-demo", LANYARD_REQUEST_SIGN_OUT },
    { "win.cancel-connecting", LANYARD_REQUEST_CANCEL },
    { "win.retry", LANYARD_REQUEST_RETRY },
    { "win.change-connection", LANYARD_REQUEST_CHANGE },
    { "win.retry-record", LANYARD_REQUEST_RETRY_RECORD },
    { "win.waive-record", LANYARD_REQUEST_WAIVE_RECORD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      if (strcmp (requests[i].action_name, action_name) == 0)
        lanyard_window_request (LANYARD_WINDOW (widget), requests[i].request, NULL);
    }
}

void
lanyard_window_update_actions (LanyardWindow *self,
                               gboolean       open)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean demo = self->place == LANYARD_PLACE_DEMO;
  gboolean users = g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack), "users") == 0;
  gboolean activity = g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack), "activity") == 0;
  SeamRecord *selected = lanyard_list_pane_get_selected (users ? self->users_pane : self->credentials_pane);

  gtk_widget_action_set_enabled (widget, "win.assign-selected", open && !activity && selected != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-user", open);
  gtk_widget_action_set_enabled (widget, "win.show-credential", open);
  gtk_widget_action_set_enabled (widget, "win.view", open);
  gtk_widget_action_set_enabled (widget, "win.search", open);
  gtk_widget_action_set_enabled (widget, "win.sign-out", self->directory != NULL && !demo);
  gtk_widget_action_set_enabled (widget, "win.leave-demo", self->directory != NULL && demo);
  if (!open)
    {
      gtk_widget_action_set_enabled (widget, "win.refresh", FALSE);
      gtk_widget_action_set_enabled (widget, "win.stop-loading", FALSE);
    }
}

void
lanyard_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-user", "s", on_show_user);
  gtk_widget_class_install_action (widget_class, "win.show-credential", "s", on_show_credential);
  gtk_widget_class_install_action (widget_class, "win.view", "s", on_view);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_search);
  gtk_widget_class_install_action (widget_class, "win.search-users", "s", on_search_users);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "win.refresh", NULL, on_refresh);
  gtk_widget_class_install_action (widget_class, "win.stop-loading", NULL, on_stop_loading);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", on_toast);
  gtk_widget_class_install_action (widget_class, "win.assign-selected", NULL, on_assign_selected);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, on_close);
  gtk_widget_class_install_action (widget_class, "win.sign-out", NULL, on_sign_out);
  gtk_widget_class_install_action (widget_class, "win.explain-record", NULL, on_explain_record);
  gtk_widget_class_install_action (widget_class, "win.open-demo", NULL, on_request);
  gtk_widget_class_install_action (widget_class, "win.leave-demo", NULL, on_request);
  gtk_widget_class_install_action (widget_class, "win.cancel-connecting", NULL, on_request);
  gtk_widget_class_install_action (widget_class, "win.retry", NULL, on_request);
  gtk_widget_class_install_action (widget_class, "win.change-connection", NULL, on_request);
  gtk_widget_class_install_action (widget_class, "win.retry-record", NULL, on_request);
  gtk_widget_class_install_action (widget_class, "win.waive-record", NULL, on_request);
}
