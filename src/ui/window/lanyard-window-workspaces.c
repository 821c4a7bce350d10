/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which workspace the window is on, what it looks like for that, and the actions that lead to others. */
#include "lanyard-window-private.h"

#include "lanyard-kind-label.h"

static LanyardConnection *
make_current (LanyardWindow *self)
{
  SeamWorkspace *workspace = self->directory != NULL ? lanyard_directory_get_workspace (self->directory) : NULL;
  const char *endpoint;

  if (workspace == NULL)
    return NULL;

  endpoint = seam_client_get_endpoint (lanyard_directory_get_client (self->directory));
  if (self->place != LANYARD_PLACE_DEMO)
    return lanyard_connection_new_to (endpoint, workspace);

  return lanyard_connection_new (endpoint, seam_record_get_id (SEAM_RECORD (workspace)),
                                 seam_record_get_display_name (SEAM_RECORD (workspace)),
                                 seam_workspace_get_company_name (workspace), LANYARD_WORKSPACE_DEMO);
}

void
lanyard_window_update_workspace (LanyardWindow *self)
{
  if (self->current != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self),
                                 lanyard_workspace_kind_class (lanyard_connection_get_kind (self->current)));
  g_clear_object (&self->current);
  self->current = make_current (self);
  if (self->current != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self),
                              lanyard_workspace_kind_class (lanyard_connection_get_kind (self->current)));
  lanyard_workspace_button_set_current (self->workspace_button, self->current);
  lanyard_window_update_layout (self);
}

gboolean
lanyard_window_has_workspaces (LanyardWindow *self)
{
  return self->current != NULL
         || (self->connections != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->connections)) > 0);
}

static LanyardConnection *
lookup (LanyardWindow *self,
        GVariant      *parameter)
{
  const char *endpoint, *workspace_id;

  if (self->connections == NULL)
    return NULL;

  g_variant_get (parameter, "(&s&s)", &endpoint, &workspace_id);
  return lanyard_connections_lookup (self->connections, endpoint, workspace_id);
}

static void
on_switch (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  LanyardConnection *connection = lookup (self, parameter);

  if (connection != NULL)
    lanyard_window_request (self, LANYARD_REQUEST_SWITCH, connection);
}

static void
on_forget (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);
  LanyardConnection *connection = lookup (self, parameter);

  lanyard_workspace_button_popdown (self->workspace_button);
  if (connection != NULL)
    lanyard_window_ask_to_sign_out (self, connection);
}

static void
on_add (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  if (self->connections != NULL)
    lanyard_window_request (self, LANYARD_REQUEST_ADD, NULL);
}

static void
on_show_workspaces (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  LanyardWindow *self = LANYARD_WINDOW (widget);

  if (lanyard_window_has_workspaces (self))
    lanyard_workspace_button_popup (self->workspace_button);
}

void
lanyard_window_install_workspaces (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.switch-workspace", "(ss)", on_switch);
  gtk_widget_class_install_action (widget_class, "win.forget-workspace", "(ss)", on_forget);
  gtk_widget_class_install_action (widget_class, "win.add-workspace", NULL, on_add);
  gtk_widget_class_install_action (widget_class, "win.show-workspaces", NULL, on_show_workspaces);
}

/**
 * lanyard_window_set_connections:
 * @self: the window
 * @connections: the workspaces that are saved
 *
 * Offers to open those workspaces, and to add one. A window that isn't told them can't leave its workspace.
 */
void
lanyard_window_set_connections (LanyardWindow      *self,
                                LanyardConnections *connections)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (LANYARD_IS_CONNECTIONS (connections));

  if (!g_set_object (&self->connections, connections))
    return;

  lanyard_workspace_button_set_connections (self->workspace_button, G_LIST_MODEL (connections));
  g_signal_connect_object (connections, "items-changed", G_CALLBACK (lanyard_window_update_layout), self,
                           G_CONNECT_SWAPPED);
  lanyard_window_update_layout (self);
}

/**
 * lanyard_window_set_adding:
 * @self: the window
 * @adding: whether something was open when the key of another workspace was asked for
 *
 * Shows a button to go back on the connect page.
 */
void
lanyard_window_set_adding (LanyardWindow *self,
                           gboolean       adding)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));

  self->adding = adding;
  lanyard_window_update_back (self);
}
