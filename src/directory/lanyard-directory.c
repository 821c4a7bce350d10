/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One workspace: its users, credentials and access systems as live models. */
#include "lanyard-directory.h"

#include "lanyard-loader.h"
#include "lanyard-server-search.h"
#include "lanyard-watcher.h"

struct _LanyardDirectory
{
  GObject parent_instance;

  SeamClient          *client;
  SeamWorkspace       *workspace;
  LanyardHoldings     *holdings;
  LanyardProgress     *progress;
  LanyardSystemLoads  *loads;
  LanyardLoader       *loader;
  LanyardServerSearch *server_search;
  LanyardWatcher      *watcher;
  LanyardFinder       *finder;
};

enum
{
  PROP_WORKSPACE = 1,
  PROP_STATE,
  PROP_ERROR,
  PROP_REFRESHING,
  PROP_N_USERS,
  PROP_N_CREDENTIALS,
  PROP_STALE,
  PROP_FAILURES,
  N_PROPS,
};

enum
{
  WORKSPACE_READ,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardDirectory, lanyard_directory, G_TYPE_OBJECT)

static void
lanyard_directory_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LanyardDirectory *self = LANYARD_DIRECTORY (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_STATE:
    case PROP_ERROR:
    case PROP_REFRESHING:
    case PROP_STALE:
      g_object_get_property (G_OBJECT (self->progress), pspec->name, value);
      break;
    case PROP_N_USERS:
    case PROP_N_CREDENTIALS:
      g_object_get_property (G_OBJECT (self->holdings), pspec->name, value);
      break;
    case PROP_FAILURES:
      g_value_set_object (value, lanyard_directory_get_failures (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_directory_finalize (GObject *object)
{
  LanyardDirectory *self = LANYARD_DIRECTORY (object);

  g_clear_object (&self->watcher);
  g_clear_object (&self->server_search);
  g_clear_object (&self->loader);
  g_clear_object (&self->finder);
  g_clear_object (&self->holdings);
  g_clear_object (&self->loads);
  g_clear_object (&self->progress);
  g_clear_object (&self->workspace);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (lanyard_directory_parent_class)->finalize (object);
}

static void
lanyard_directory_class_init (LanyardDirectoryClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_directory_get_property;
  object_class->finalize = lanyard_directory_finalize;
  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, SEAM_TYPE_WORKSPACE, flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, LANYARD_TYPE_DIRECTORY_STATE,
                                              LANYARD_DIRECTORY_EMPTY, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_REFRESHING] = g_param_spec_boolean ("refreshing", NULL, NULL, FALSE, flags);
  properties[PROP_N_USERS] = g_param_spec_uint ("n-users", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_CREDENTIALS] = g_param_spec_uint ("n-credentials", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_STALE] = g_param_spec_boolean ("stale", NULL, NULL, FALSE, flags);
  properties[PROP_FAILURES] = g_param_spec_object ("failures", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[WORKSPACE_READ] = g_signal_new ("workspace-read", LANYARD_TYPE_DIRECTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
on_failures_changed (LanyardDirectory *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILURES]);
}

/* What a part tells of itself is told of the directory, by the same name. */
static void
on_notify (LanyardDirectory *self,
           GParamSpec       *pspec)
{
  g_object_notify (G_OBJECT (self), pspec->name);
}

static void
on_workspace_read (LanyardDirectory *self,
                   SeamWorkspace    *workspace)
{
  lanyard_directory_set_workspace (self, workspace);
  g_signal_emit (self, signals[WORKSPACE_READ], 0);
}

static void
lanyard_directory_init (LanyardDirectory *self)
{
  self->holdings = lanyard_holdings_new ();
  self->progress = lanyard_progress_new ();
  self->loads = lanyard_system_loads_new ();
}

/**
 * lanyard_directory_new:
 * @client: (transfer none): how to reach the workspace
 *
 * Returns: (transfer full): a directory that has loaded nothing yet
 */
LanyardDirectory *
lanyard_directory_new (SeamClient *client)
{
  LanyardDirectory *self = g_object_new (LANYARD_TYPE_DIRECTORY, NULL);

  self->client = g_object_ref (client);
  /* The finder is told first: who is told of something may ask it. */
  self->finder = lanyard_finder_new (client, self->holdings, self->progress, self->loads);
  self->loader = lanyard_loader_new (client, self->holdings, self->progress, self->loads);
  self->server_search = lanyard_server_search_new (client, self->holdings, self->progress, self->loads);
  self->watcher = lanyard_watcher_new (client, self->holdings);
  g_signal_connect_object (self->holdings, "notify", G_CALLBACK (on_notify), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->progress, "notify", G_CALLBACK (on_notify), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loads, "failures-changed", G_CALLBACK (on_failures_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "workspace-read", G_CALLBACK (on_workspace_read), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * lanyard_directory_set_workspace:
 * @self: a directory
 * @workspace: what is known of its workspace
 *
 * Tells which workspace it is, for who knows before it is loaded.
 */
void
lanyard_directory_set_workspace (LanyardDirectory *self,
                                 SeamWorkspace    *workspace)
{
  if (self->workspace != NULL
      && g_str_equal (seam_record_get_id (SEAM_RECORD (self->workspace)), seam_record_get_id (SEAM_RECORD (workspace))))
    seam_record_merge (SEAM_RECORD (self->workspace), SEAM_RECORD (workspace));
  else if (g_set_object (&self->workspace, workspace))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

/**
 * lanyard_directory_get_workspace_id:
 * @self: a directory
 *
 * Returns: what the journal calls the workspace; empty until it is known
 */
const char *
lanyard_directory_get_workspace_id (LanyardDirectory *self)
{
  return self->workspace != NULL ? seam_record_get_id (SEAM_RECORD (self->workspace)) : "";
}

/**
 * lanyard_directory_get_client:
 * @self: a directory
 *
 * Returns: (transfer none): how it reaches its workspace
 */
SeamClient *
lanyard_directory_get_client (LanyardDirectory *self)
{
  return self->client;
}

/**
 * lanyard_directory_get_workspace:
 * @self: a directory
 *
 * Returns: (transfer none) (nullable): the workspace; %NULL until it is known
 */
SeamWorkspace *
lanyard_directory_get_workspace (LanyardDirectory *self)
{
  return self->workspace;
}

/**
 * lanyard_directory_get_users:
 * @self: a directory
 *
 * Returns: (transfer none): all users that have arrived
 */
LanyardStore *
lanyard_directory_get_users (LanyardDirectory *self)
{
  return lanyard_holdings_get_users (self->holdings);
}

/**
 * lanyard_directory_get_credentials:
 * @self: a directory
 *
 * Returns: (transfer none): all credentials that have arrived
 */
LanyardStore *
lanyard_directory_get_credentials (LanyardDirectory *self)
{
  return lanyard_holdings_get_credentials (self->holdings);
}

/**
 * lanyard_directory_get_finder:
 * @self: a directory
 *
 * Returns: (transfer none): what finds a card by its number
 */
LanyardFinder *
lanyard_directory_get_finder (LanyardDirectory *self)
{
  return self->finder;
}

/**
 * lanyard_directory_get_systems:
 * @self: a directory
 *
 * Returns: (transfer none): a list of #SeamSystem
 */
GListModel *
lanyard_directory_get_systems (LanyardDirectory *self)
{
  return lanyard_system_loads_get_systems (self->loads);
}

/**
 * lanyard_directory_lookup_system:
 * @self: a directory
 * @system_id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the access system of that id
 */
SeamSystem *
lanyard_directory_lookup_system (LanyardDirectory *self,
                                 const char       *system_id)
{
  return lanyard_system_loads_lookup_system (self->loads, system_id);
}

/**
 * lanyard_directory_get_state:
 * @self: a directory
 *
 * Returns: how far loading has come
 */
LanyardDirectoryState
lanyard_directory_get_state (LanyardDirectory *self)
{
  return lanyard_progress_get_state (self->progress);
}

/**
 * lanyard_directory_get_error:
 * @self: a directory
 *
 * Returns: (nullable): why it is incomplete, failed or stale
 */
const GError *
lanyard_directory_get_error (LanyardDirectory *self)
{
  return lanyard_progress_get_error (self->progress);
}

/**
 * lanyard_directory_list_held_by:
 * @self: a directory
 * @user: one of its users
 *
 * Returns: (transfer full): a live list of the credentials that @user has
 */
GListModel *
lanyard_directory_list_held_by (LanyardDirectory *self,
                                SeamUser         *user)
{
  return g_object_ref (lanyard_holdings_list_held_by (self->holdings, seam_record_get_id (SEAM_RECORD (user))));
}

/**
 * lanyard_directory_get_holdings:
 * @self: a directory
 *
 * Returns: (transfer none): what takes records that somebody else has read
 */
LanyardHoldings *
lanyard_directory_get_holdings (LanyardDirectory *self)
{
  return self->holdings;
}

/**
 * lanyard_directory_get_progress:
 * @self: a directory
 *
 * Returns: (transfer none): how far its reading has come, for tests that say so themselves
 */
LanyardProgress *
lanyard_directory_get_progress (LanyardDirectory *self)
{
  return self->progress;
}

/**
 * lanyard_directory_load_async:
 * @self: a directory
 * @cancellable: (nullable): stops the load
 * @callback: (nullable): called when everything was tried, or when it ended early
 * @user_data: for @callback
 *
 * Loads everything, or reads everything again; a second call joins the first, and one after a load that ended early
 * goes on where that ended. An access system that can't be read keeps no other from being listed: it is one of the
 * failures from then on.
 */
void
lanyard_directory_load_async (LanyardDirectory   *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, lanyard_directory_load_async);
  lanyard_loader_load (self->loader, task);
}

/**
 * lanyard_directory_load_finish:
 * @self: a directory
 * @result: what the callback was given
 * @error: return location for what the client said
 *
 * Returns: whether everything was read
 */
gboolean
lanyard_directory_load_finish (LanyardDirectory *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * lanyard_directory_stop_loading:
 * @self: a directory
 *
 * Stops loading; what has arrived stays, and the state says that it is incomplete.
 */
void
lanyard_directory_stop_loading (LanyardDirectory *self)
{
  lanyard_server_search_stop (self->server_search);
  lanyard_loader_stop (self->loader);
}

/**
 * lanyard_directory_retry:
 * @self: a directory
 * @system_id: (nullable): one of its access systems; %NULL for all of them
 *
 * Tries again what could not be read, and nothing else. How that goes shows in the failures.
 */
void
lanyard_directory_retry (LanyardDirectory *self,
                         const char       *system_id)
{
  g_return_if_fail (LANYARD_IS_DIRECTORY (self));

  lanyard_loader_retry (self->loader, system_id);
}

/**
 * lanyard_directory_search_server:
 * @self: a directory
 * @search: (nullable): what is searched for
 *
 * Asks the server for @search when the lists are not complete; a new search ends the last one.
 */
void
lanyard_directory_search_server (LanyardDirectory *self,
                                 const char       *search)
{
  lanyard_server_search_begin (self->server_search, search);
}

/**
 * lanyard_directory_watch:
 * @self: a directory
 * @credential: one of its credentials
 *
 * Reads @credential again as long as its access system is behind. Counted: as many lanyard_directory_unwatch() end it.
 */
void
lanyard_directory_watch (LanyardDirectory *self,
                         SeamCredential   *credential)
{
  lanyard_watcher_watch (self->watcher, credential);
}

/**
 * lanyard_directory_unwatch:
 * @self: a directory
 * @credential: what was watched
 */
void
lanyard_directory_unwatch (LanyardDirectory *self,
                           SeamCredential   *credential)
{
  lanyard_watcher_unwatch (self->watcher, credential);
}

/**
 * lanyard_directory_get_failures:
 * @self: a directory
 *
 * Returns: (transfer none): a list of #LanyardSystemLoad: the access systems that could not be read
 */
GListModel *
lanyard_directory_get_failures (LanyardDirectory *self)
{
  return lanyard_system_loads_get_failures (self->loads);
}

/**
 * lanyard_directory_lookup_failure:
 * @self: a directory
 * @system_id: (nullable): an access system
 * @resource: one of its lists
 *
 * Returns: (transfer none) (nullable): what is known of that access system's reading, if that list could not be read
 */
LanyardSystemLoad *
lanyard_directory_lookup_failure (LanyardDirectory *self,
                                  const char       *system_id,
                                  LanyardResource   resource)
{
  LanyardSystemLoad *load = lanyard_system_loads_lookup (self->loads, system_id);

  return load != NULL && lanyard_system_load_get_failed (load, resource) ? load : NULL;
}

/**
 * lanyard_directory_is_missing:
 * @self: a directory
 * @resource: a kind of list
 *
 * Returns: whether an access system has some that could not be read and so are not listed
 */
gboolean
lanyard_directory_is_missing (LanyardDirectory *self,
                              LanyardResource   resource)
{
  return lanyard_system_loads_is_missing (self->loads, resource);
}
