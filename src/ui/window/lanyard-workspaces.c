/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which workspace a window is on, and the actions that lead to others. */
#include "lanyard-workspaces.h"

struct _LanyardWorkspaces
{
  GObject parent_instance;

  LanyardWorkspaceButton *button;      /* the window's */
  LanyardConnections     *connections; /* NULL where nothing is saved */
  LanyardConnection      *current;
  LanyardDirectory       *directory;
  GSignalGroup           *directory_signals;
  LanyardPlace            place;
};

G_DEFINE_FINAL_TYPE (LanyardWorkspaces, lanyard_workspaces, G_TYPE_OBJECT)

enum
{
  PROP_CURRENT = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SWITCH,
  FORGET,
  ADD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LanyardConnection *
make_current (LanyardWorkspaces *self)
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

/* Whether one is open, or saved. */
static gboolean
has_any (LanyardWorkspaces *self)
{
  return self->current != NULL
         || (self->connections != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->connections)) > 0);
}

static void
update_button (LanyardWorkspaces *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->button), has_any (self));
}

static void
update_current (LanyardWorkspaces *self)
{
  g_clear_object (&self->current);
  self->current = make_current (self);
  lanyard_workspace_button_set_current (self->button, self->current);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
  update_button (self);
}

/**
 * lanyard_workspaces_get_current:
 * @self: the workspaces
 *
 * Returns: (transfer none) (nullable): what is open, as lists show it
 */
LanyardConnection *
lanyard_workspaces_get_current (LanyardWorkspaces *self)
{
  g_return_val_if_fail (LANYARD_IS_WORKSPACES (self), NULL);

  return self->current;
}

/**
 * lanyard_workspaces_get_place:
 * @self: the workspaces
 *
 * Returns: what kind of workspace is open
 */
LanyardPlace
lanyard_workspaces_get_place (LanyardWorkspaces *self)
{
  g_return_val_if_fail (LANYARD_IS_WORKSPACES (self), LANYARD_PLACE_SAVED);

  return self->place;
}

/**
 * lanyard_workspaces_set_directory:
 * @self: the workspaces
 * @directory: (nullable): what is open
 * @place: what kind of workspace that is
 *
 * Says which one is open; its name may come later.
 */
void
lanyard_workspaces_set_directory (LanyardWorkspaces *self,
                                  LanyardDirectory  *directory,
                                  LanyardPlace       place)
{
  g_return_if_fail (LANYARD_IS_WORKSPACES (self));
  g_return_if_fail (directory == NULL || LANYARD_IS_DIRECTORY (directory));

  g_set_object (&self->directory, directory);
  self->place = place;
  g_signal_group_set_target (self->directory_signals, directory);
  update_current (self);
}

/**
 * lanyard_workspaces_set_connections:
 * @self: the workspaces
 * @connections: those that are saved
 *
 * Offers to open those, and to add one.
 */
void
lanyard_workspaces_set_connections (LanyardWorkspaces  *self,
                                    LanyardConnections *connections)
{
  g_return_if_fail (LANYARD_IS_WORKSPACES (self));
  g_return_if_fail (LANYARD_IS_CONNECTIONS (connections));

  if (!g_set_object (&self->connections, connections))
    return;

  lanyard_workspace_button_set_connections (self->button, G_LIST_MODEL (connections));
  g_signal_connect_object (connections, "items-changed", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  update_button (self);
}

static LanyardConnection *
lookup (LanyardWorkspaces *self,
        GVariant          *parameter)
{
  const char *endpoint, *workspace_id;

  if (self->connections == NULL)
    return NULL;

  g_variant_get (parameter, "(&s&s)", &endpoint, &workspace_id);
  return lanyard_connections_lookup (self->connections, endpoint, workspace_id);
}

static void
on_switch (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LanyardConnection *connection = lookup (user_data, parameter);

  if (connection != NULL)
    g_signal_emit (user_data, signals[SWITCH], 0, connection);
}

static void
on_forget (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LanyardWorkspaces *self = LANYARD_WORKSPACES (user_data);
  LanyardConnection *connection = lookup (self, parameter);

  lanyard_workspace_button_popdown (self->button);
  if (connection != NULL)
    g_signal_emit (self, signals[FORGET], 0, connection);
}

static void
on_add (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  LanyardWorkspaces *self = LANYARD_WORKSPACES (user_data);

  if (self->connections != NULL)
    g_signal_emit (self, signals[ADD], 0);
}

static void
on_show (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LanyardWorkspaces *self = LANYARD_WORKSPACES (user_data);

  if (has_any (self))
    lanyard_workspace_button_popup (self->button);
}

/**
 * lanyard_workspaces_add_actions:
 * @self: the workspaces
 * @map: where to put them
 *
 * Adds the actions "switch" and "forget" (the endpoint and id of a workspace), "add" and "show".
 */
void
lanyard_workspaces_add_actions (LanyardWorkspaces *self,
                                GActionMap        *map)
{
  static const GActionEntry entries[] = {
    { "switch", on_switch, "(ss)" },
    { "forget", on_forget, "(ss)" },
    { "add", on_add },
    { "show", on_show },
  };

  g_return_if_fail (LANYARD_IS_WORKSPACES (self));
  g_return_if_fail (G_IS_ACTION_MAP (map));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}

static void
lanyard_workspaces_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LanyardWorkspaces *self = LANYARD_WORKSPACES (object);

  switch (id)
    {
    case PROP_CURRENT:
      g_value_set_object (value, self->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_workspaces_dispose (GObject *object)
{
  LanyardWorkspaces *self = LANYARD_WORKSPACES (object);

  g_clear_object (&self->directory_signals);
  g_clear_object (&self->connections);
  g_clear_object (&self->current);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_workspaces_parent_class)->dispose (object);
}

static guint
add_signal (const char *name,
            guint       n_params)
{
  return g_signal_new (name, LANYARD_TYPE_WORKSPACES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, n_params,
                       LANYARD_TYPE_CONNECTION);
}

static void
lanyard_workspaces_class_init (LanyardWorkspacesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_workspaces_get_property;
  object_class->dispose = lanyard_workspaces_dispose;

  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, LANYARD_TYPE_CONNECTION,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SWITCH] = add_signal ("switch", 1);
  signals[FORGET] = add_signal ("forget", 1);
  signals[ADD] = add_signal ("add", 0);
}

static void
lanyard_workspaces_init (LanyardWorkspaces *self)
{
  self->directory_signals = g_signal_group_new (LANYARD_TYPE_DIRECTORY);
  g_signal_group_connect_swapped (self->directory_signals, "notify::workspace", G_CALLBACK (update_current), self);
}

/**
 * lanyard_workspaces_new:
 * @button: (transfer none): what shows them, and lives as long as this
 *
 * Returns: (transfer full): no workspace is open
 */
LanyardWorkspaces *
lanyard_workspaces_new (LanyardWorkspaceButton *button)
{
  LanyardWorkspaces *self;

  g_return_val_if_fail (LANYARD_IS_WORKSPACE_BUTTON (button), NULL);

  self = g_object_new (LANYARD_TYPE_WORKSPACES, NULL);
  self->button = button;
  update_button (self);

  return self;
}
