/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace on a server, as it is told from others in lists. It has no key. */
#include "lanyard-connection.h"

#include <glib/gi18n.h>

#include "lanyard-name-text.h"

struct _LanyardConnection
{
  GObject parent_instance;

  char *endpoint;
  char *workspace_id;
  char *name;
  char *company;
  LanyardWorkspaceKind kind;
};

G_DEFINE_FINAL_TYPE (LanyardConnection, lanyard_connection, G_TYPE_OBJECT)

static void
lanyard_connection_finalize (GObject *object)
{
  LanyardConnection *self = LANYARD_CONNECTION (object);

  g_free (self->endpoint);
  g_free (self->workspace_id);
  g_free (self->name);
  g_free (self->company);

  G_OBJECT_CLASS (lanyard_connection_parent_class)->finalize (object);
}

static void
lanyard_connection_class_init (LanyardConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_connection_finalize;
}

static void
lanyard_connection_init (LanyardConnection *self)
{
}

/**
 * lanyard_connection_new:
 * @endpoint: the server's address
 * @workspace_id: the workspace
 * @name: (nullable): its name
 * @company: (nullable): whose it is
 * @kind: what kind it is
 *
 * Returns: (transfer full): a connection, which does not change any more
 */
LanyardConnection *
lanyard_connection_new (const char           *endpoint,
                        const char           *workspace_id,
                        const char           *name,
                        const char           *company,
                        LanyardWorkspaceKind  kind)
{
  LanyardConnection *self;

  g_return_val_if_fail (endpoint != NULL, NULL);
  g_return_val_if_fail (workspace_id != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_CONNECTION, NULL);
  self->endpoint = g_strdup (endpoint);
  self->workspace_id = g_strdup (workspace_id);
  self->name = lanyard_name_text (name);
  self->company = lanyard_name_text (company);
  self->kind = kind;

  return self;
}

/**
 * lanyard_connection_new_to:
 * @endpoint: the server's address
 * @workspace: what the server says of the workspace
 *
 * Returns: (transfer full): a connection to @workspace as it is now. What isn't plainly a sandbox counts as live.
 */
LanyardConnection *
lanyard_connection_new_to (const char    *endpoint,
                           SeamWorkspace *workspace)
{
  g_return_val_if_fail (SEAM_IS_WORKSPACE (workspace), NULL);

  return lanyard_connection_new (endpoint, seam_record_get_id (SEAM_RECORD (workspace)),
                                 seam_record_get_display_name (SEAM_RECORD (workspace)),
                                 seam_workspace_get_company_name (workspace),
                                 seam_workspace_get_is_sandbox (workspace) ? LANYARD_WORKSPACE_SANDBOX
                                                                           : LANYARD_WORKSPACE_LIVE);
}

/**
 * lanyard_connection_get_endpoint:
 * @self: a connection
 *
 * Returns: (transfer none): the server's address
 */
const char *
lanyard_connection_get_endpoint (LanyardConnection *self)
{
  g_return_val_if_fail (LANYARD_IS_CONNECTION (self), NULL);

  return self->endpoint;
}

/**
 * lanyard_connection_get_workspace_id:
 * @self: a connection
 *
 * Returns: (transfer none): the workspace
 */
const char *
lanyard_connection_get_workspace_id (LanyardConnection *self)
{
  g_return_val_if_fail (LANYARD_IS_CONNECTION (self), NULL);

  return self->workspace_id;
}

/**
 * lanyard_connection_get_name:
 * @self: a connection
 *
 * Returns: (transfer none) (nullable): the workspace's name, fit to be shown on a line
 */
const char *
lanyard_connection_get_name (LanyardConnection *self)
{
  g_return_val_if_fail (LANYARD_IS_CONNECTION (self), NULL);

  return self->name;
}

/**
 * lanyard_connection_get_company:
 * @self: a connection
 *
 * Returns: (transfer none) (nullable): whose the workspace is, fit to be shown on a line
 */
const char *
lanyard_connection_get_company (LanyardConnection *self)
{
  g_return_val_if_fail (LANYARD_IS_CONNECTION (self), NULL);

  return self->company;
}

/**
 * lanyard_connection_get_kind:
 * @self: a connection
 *
 * Returns: what kind the workspace is
 */
LanyardWorkspaceKind
lanyard_connection_get_kind (LanyardConnection *self)
{
  g_return_val_if_fail (LANYARD_IS_CONNECTION (self), LANYARD_WORKSPACE_LIVE);

  return self->kind;
}

/**
 * lanyard_connection_is_to:
 * @self: (nullable): a connection
 * @endpoint: a server's address
 * @workspace_id: a workspace
 *
 * Returns: whether @self is to that workspace on that server
 */
gboolean
lanyard_connection_is_to (LanyardConnection *self,
                          const char        *endpoint,
                          const char        *workspace_id)
{
  return self != NULL && g_strcmp0 (self->endpoint, endpoint) == 0
         && g_strcmp0 (self->workspace_id, workspace_id) == 0;
}

/**
 * lanyard_connection_title:
 * @self: a connection
 *
 * Returns: (transfer full): what to call it
 */
char *
lanyard_connection_title (LanyardConnection *self)
{
  g_return_val_if_fail (LANYARD_IS_CONNECTION (self), NULL);

  return g_strdup (self->name != NULL ? self->name : _("Unnamed Workspace"));
}

/**
 * lanyard_connection_subtitle:
 * @self: a connection
 *
 * Returns: (transfer full): whose it is, and where when that isn't the usual server; may be empty
 */
char *
lanyard_connection_subtitle (LanyardConnection *self)
{
  const char *company;
  g_autoptr (GUri) uri = NULL;
  g_autofree char *server = NULL;

  g_return_val_if_fail (LANYARD_IS_CONNECTION (self), NULL);

  company = self->company != NULL ? self->company : "";
  /* The demo's server is nobody's business, and made anew each time. */
  if (self->kind == LANYARD_WORKSPACE_DEMO || strcmp (self->endpoint, SEAM_DEFAULT_ENDPOINT) == 0)
    return g_strdup (company);

  uri = g_uri_parse (self->endpoint, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return g_strdup (company);

  server = g_uri_get_port (uri) >= 0 ? g_strdup_printf ("%s:%d", g_uri_get_host (uri), g_uri_get_port (uri))
                                     : g_strdup (g_uri_get_host (uri));
  if (*company == '\0')
    return g_steal_pointer (&server);

  /* Translators: a company's name and the address of a server, such as "Harbour Group · seam.example.com" */
  return g_strdup_printf (_("%s · %s"), company, server);
}

/**
 * lanyard_workspace_kind_text:
 * @kind: a kind of workspace
 *
 * Returns: (transfer none): its name
 */
const char *
lanyard_workspace_kind_text (LanyardWorkspaceKind kind)
{
  switch (kind)
    {
    case LANYARD_WORKSPACE_SANDBOX:
      return C_("kind of workspace", "Sandbox");
    case LANYARD_WORKSPACE_DEMO:
      return C_("kind of workspace", "Demo");
    case LANYARD_WORKSPACE_LIVE:
    default:
      /* Translators: a workspace with real doors, as opposed to a sandbox */
      return C_("kind of workspace", "Live");
    }
}
