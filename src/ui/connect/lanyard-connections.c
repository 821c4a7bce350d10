/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The saved connections: a live list over a setting. The keys to them are in the keyring. */
#include "lanyard-connections.h"

#define KEY "connections"
#define CONNECTION_FORMAT "(ssssb)"

struct _LanyardConnections
{
  GObject parent_instance;

  GSettings *settings;
  GVariant *saved; /* what @connections was made of */
  GPtrArray *connections;
};

static void lanyard_connections_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardConnections, lanyard_connections, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lanyard_connections_list_model_init))

static GType
get_item_type (GListModel *model)
{
  return LANYARD_TYPE_CONNECTION;
}

static guint
get_n_items (GListModel *model)
{
  return LANYARD_CONNECTIONS (model)->connections->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  LanyardConnections *self = LANYARD_CONNECTIONS (model);

  return position < self->connections->len ? g_object_ref (self->connections->pdata[position]) : NULL;
}

static void
lanyard_connections_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static gboolean
find (LanyardConnections *self,
      const char         *endpoint,
      const char         *workspace_id,
      guint              *position)
{
  for (*position = 0; *position < self->connections->len; (*position)++)
    {
      if (lanyard_connection_is_to (self->connections->pdata[*position], endpoint, workspace_id))
        return TRUE;
    }

  return FALSE;
}

/* Settings can be edited by hand: what can't be connected to, or is there twice, is passed over. */
static void
load (LanyardConnections *self)
{
  g_autoptr (GVariant) saved = g_settings_get_value (self->settings, KEY);
  guint n_before = self->connections->len;
  const char *endpoint, *workspace_id, *name, *company;
  gboolean is_sandbox;
  GVariantIter iter;
  guint position;

  if (self->saved != NULL && g_variant_equal (saved, self->saved))
    return;

  g_clear_pointer (&self->saved, g_variant_unref);
  self->saved = g_steal_pointer (&saved);
  g_ptr_array_set_size (self->connections, 0);
  g_variant_iter_init (&iter, self->saved);
  while (g_variant_iter_next (&iter, "(&s&s&s&sb)", &endpoint, &workspace_id, &name, &company, &is_sandbox))
    {
      if (*workspace_id != '\0' && seam_endpoint_is_allowed (endpoint, NULL)
          && !find (self, endpoint, workspace_id, &position))
        g_ptr_array_add (self->connections,
                         lanyard_connection_new (endpoint, workspace_id, name, company,
                                                 is_sandbox ? LANYARD_WORKSPACE_SANDBOX : LANYARD_WORKSPACE_LIVE));
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->connections->len);
}

static void
add (GVariantBuilder   *builder,
     LanyardConnection *connection)
{
  const char *name = lanyard_connection_get_name (connection);
  const char *company = lanyard_connection_get_company (connection);

  g_variant_builder_add (builder, CONNECTION_FORMAT, lanyard_connection_get_endpoint (connection),
                         lanyard_connection_get_workspace_id (connection), name != NULL ? name : "",
                         company != NULL ? company : "",
                         lanyard_connection_get_kind (connection) == LANYARD_WORKSPACE_SANDBOX);
}

/* What is at @position, or what comes last, is @connection from now on; NULL: it is there no more. */
static void
save (LanyardConnections *self,
      guint               position,
      LanyardConnection  *connection)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE ("a" CONNECTION_FORMAT));

  for (guint i = 0; i < self->connections->len; i++)
    {
      if (i != position)
        add (builder, self->connections->pdata[i]);
      else if (connection != NULL)
        add (builder, connection);
    }
  if (position == self->connections->len && connection != NULL)
    add (builder, connection);

  g_settings_set_value (self->settings, KEY, g_variant_builder_end (builder));
  load (self);
}

static void
lanyard_connections_dispose (GObject *object)
{
  LanyardConnections *self = LANYARD_CONNECTIONS (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->saved, g_variant_unref);
  g_clear_pointer (&self->connections, g_ptr_array_unref);

  G_OBJECT_CLASS (lanyard_connections_parent_class)->dispose (object);
}

static void
lanyard_connections_class_init (LanyardConnectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_connections_dispose;
}

static void
lanyard_connections_init (LanyardConnections *self)
{
  self->connections = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lanyard_connections_new:
 * @settings: the application's settings
 *
 * Returns: (transfer full): the connections that are saved in @settings
 */
LanyardConnections *
lanyard_connections_new (GSettings *settings)
{
  LanyardConnections *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (LANYARD_TYPE_CONNECTIONS, NULL);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return self;
}

/**
 * lanyard_connections_lookup:
 * @self: the connections
 * @endpoint: a server's address
 * @workspace_id: a workspace
 *
 * Returns: (transfer none) (nullable): the connection to it, when it is saved
 */
LanyardConnection *
lanyard_connections_lookup (LanyardConnections *self,
                            const char         *endpoint,
                            const char         *workspace_id)
{
  guint position;

  g_return_val_if_fail (LANYARD_IS_CONNECTIONS (self), NULL);

  return find (self, endpoint, workspace_id, &position) ? self->connections->pdata[position] : NULL;
}

/**
 * lanyard_connections_put:
 * @self: the connections
 * @connection: a connection
 *
 * Saves @connection, in place of the one to the same workspace: it may have another name by now.
 */
void
lanyard_connections_put (LanyardConnections *self,
                         LanyardConnection  *connection)
{
  guint position;

  g_return_if_fail (LANYARD_IS_CONNECTIONS (self));
  g_return_if_fail (LANYARD_IS_CONNECTION (connection));

  find (self, lanyard_connection_get_endpoint (connection), lanyard_connection_get_workspace_id (connection),
        &position);
  save (self, position, connection);
}

/**
 * lanyard_connections_remove:
 * @self: the connections
 * @connection: a connection
 *
 * Forgets the connection to the same workspace, if there is one.
 */
void
lanyard_connections_remove (LanyardConnections *self,
                            LanyardConnection  *connection)
{
  guint position;

  g_return_if_fail (LANYARD_IS_CONNECTIONS (self));
  g_return_if_fail (LANYARD_IS_CONNECTION (connection));

  if (find (self, lanyard_connection_get_endpoint (connection), lanyard_connection_get_workspace_id (connection),
            &position))
    save (self, position, NULL);
}
