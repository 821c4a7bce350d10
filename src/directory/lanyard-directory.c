/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One workspace: its users, credentials and access systems as live models. */
#include "lanyard-directory-private.h"

#include "lanyard-drop.h"
#include "lanyard-finder-private.h"

/* So many changes Ctrl+Z takes back, one after the other. */
#define MAX_UNDOABLES 100

enum
{
  PROP_WORKSPACE = 1,
  PROP_USERS,
  PROP_CREDENTIALS,
  PROP_SYSTEMS,
  PROP_STATE,
  PROP_ERROR,
  PROP_REFRESHING,
  PROP_N_USERS,
  PROP_N_CREDENTIALS,
  PROP_STALE,
  PROP_LAST_UNDOABLE,
  PROP_FAILURES,
  N_PROPS,
};

enum
{
  ENTRY_BEGUN,
  ENTRY_CLOSED,
  ENTRY_RECOVERED,
  JOURNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (LanyardDirectoryState, lanyard_directory_state,
                    G_DEFINE_ENUM_VALUE (LANYARD_DIRECTORY_EMPTY, "empty"),
                    G_DEFINE_ENUM_VALUE (LANYARD_DIRECTORY_LOADING, "loading"),
                    G_DEFINE_ENUM_VALUE (LANYARD_DIRECTORY_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (LANYARD_DIRECTORY_INCOMPLETE, "incomplete"),
                    G_DEFINE_ENUM_VALUE (LANYARD_DIRECTORY_FAILED, "failed"))

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
    case PROP_USERS:
      g_value_set_object (value, self->users);
      break;
    case PROP_CREDENTIALS:
      g_value_set_object (value, self->credentials);
      break;
    case PROP_SYSTEMS:
      g_value_set_object (value, self->systems);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_REFRESHING:
      g_value_set_boolean (value, self->refreshing);
      break;
    case PROP_N_USERS:
      g_value_set_uint (value, lanyard_store_get_n_records (self->users));
      break;
    case PROP_N_CREDENTIALS:
      g_value_set_uint (value, lanyard_store_get_n_records (self->credentials));
      break;
    case PROP_STALE:
      g_value_set_boolean (value, self->stale);
      break;
    case PROP_LAST_UNDOABLE:
      g_value_set_object (value, self->last_undoable);
      break;
    case PROP_FAILURES:
      g_value_set_object (value, lanyard_directory_get_failures (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_directory_dispose (GObject *object)
{
  LanyardDirectory *self = LANYARD_DIRECTORY (object);

  lanyard_directory_stop_watching (self);
  lanyard_directory_stop_searching (self);
  G_OBJECT_CLASS (lanyard_directory_parent_class)->dispose (object);
}

static void
lanyard_directory_finalize (GObject *object)
{
  LanyardDirectory *self = LANYARD_DIRECTORY (object);

  g_hash_table_unref (self->linked);
  lanyard_drop_values (self->held, lanyard_held_free);
  g_hash_table_unref (self->held);
  lanyard_identities_free (self->identities);
  g_hash_table_unref (self->watches);
  g_clear_object (&self->finder);
  g_clear_object (&self->users);
  g_clear_object (&self->credentials);
  g_clear_object (&self->systems);
  g_clear_object (&self->loads);
  g_clear_object (&self->workspace);
  g_clear_object (&self->under_way);
  g_clear_object (&self->last_undoable);
  g_queue_clear_full (&self->undoables, g_object_unref);
  g_hash_table_unref (self->written);
  g_hash_table_unref (self->checking);
  g_clear_object (&self->journal);
  g_clear_object (&self->client);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (lanyard_directory_parent_class)->finalize (object);
}

static void
lanyard_directory_class_init (LanyardDirectoryClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_directory_get_property;
  object_class->dispose = lanyard_directory_dispose;
  object_class->finalize = lanyard_directory_finalize;
  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, SEAM_TYPE_WORKSPACE, flags);
  properties[PROP_USERS] = g_param_spec_object ("users", NULL, NULL, LANYARD_TYPE_STORE, flags);
  properties[PROP_CREDENTIALS] = g_param_spec_object ("credentials", NULL, NULL, LANYARD_TYPE_STORE, flags);
  properties[PROP_SYSTEMS] = g_param_spec_object ("systems", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, LANYARD_TYPE_DIRECTORY_STATE,
                                              LANYARD_DIRECTORY_EMPTY, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_REFRESHING] = g_param_spec_boolean ("refreshing", NULL, NULL, FALSE, flags);
  properties[PROP_N_USERS] = g_param_spec_uint ("n-users", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_CREDENTIALS] = g_param_spec_uint ("n-credentials", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_STALE] = g_param_spec_boolean ("stale", NULL, NULL, FALSE, flags);
  properties[PROP_LAST_UNDOABLE] = g_param_spec_object ("last-undoable", NULL, NULL, LANYARD_TYPE_ENTRY, flags);
  properties[PROP_FAILURES] = g_param_spec_object ("failures", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ENTRY_BEGUN] = g_signal_new ("entry-begun", LANYARD_TYPE_DIRECTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, LANYARD_TYPE_ENTRY);
  signals[ENTRY_CLOSED] = g_signal_new ("entry-closed", LANYARD_TYPE_DIRECTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, LANYARD_TYPE_ENTRY);
  signals[ENTRY_RECOVERED] = g_signal_new ("entry-recovered", LANYARD_TYPE_DIRECTORY, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, LANYARD_TYPE_ENTRY);
  signals[JOURNAL_FAILED] = g_signal_new ("journal-failed", LANYARD_TYPE_DIRECTORY, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
on_failures_changed (LanyardDirectory *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILURES]);
}

static void
lanyard_directory_init (LanyardDirectory *self)
{
  self->users = lanyard_store_new (SEAM_TYPE_USER);
  self->credentials = lanyard_store_new (SEAM_TYPE_CREDENTIAL);
  self->finder = lanyard_finder_new (self);
  self->systems = g_list_store_new (SEAM_TYPE_SYSTEM);
  self->held = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, lanyard_held_free);
  self->linked = g_hash_table_new (NULL, NULL);
  self->identities = lanyard_identities_new ();
  self->loads = lanyard_system_loads_new ();
  g_signal_connect_object (self->loads, "failures-changed", G_CALLBACK (on_failures_changed), self, G_CONNECT_SWAPPED);
  self->watches = g_hash_table_new_full (NULL, NULL, NULL, lanyard_watch_free);
  self->under_way = g_list_store_new (LANYARD_TYPE_ENTRY);
  self->opened_at = g_get_real_time ();
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->checking = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * lanyard_directory_new:
 * @client: (transfer none): how to reach the workspace
 * @journal: (transfer none): where operations are written down first
 *
 * Returns: (transfer full): a directory that has loaded nothing yet
 */
LanyardDirectory *
lanyard_directory_new (SeamClient     *client,
                       LanyardJournal *journal)
{
  LanyardDirectory *self = g_object_new (LANYARD_TYPE_DIRECTORY, NULL);

  self->client = g_object_ref (client);
  self->journal = g_object_ref (journal);
  return self;
}

void
lanyard_directory_set_state (LanyardDirectory     *self,
                             LanyardDirectoryState state,
                             const GError         *error)
{
  g_autoptr (GError) old = g_steal_pointer (&self->error);

  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_freeze_notify (G_OBJECT (self));
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  if (old != NULL || error != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
lanyard_directory_set_refreshing (LanyardDirectory *self,
                                  gboolean          refreshing,
                                  gboolean          stale)
{
  if (self->refreshing != refreshing)
    {
      self->refreshing = refreshing;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFRESHING]);
    }
  if (self->stale != stale)
    {
      self->stale = stale;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STALE]);
    }
}

void
lanyard_directory_notify_counts (LanyardDirectory *self)
{
  guint n_users = lanyard_store_get_n_records (self->users);
  guint n_credentials = lanyard_store_get_n_records (self->credentials);

  if (self->n_users != n_users)
    {
      self->n_users = n_users;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_USERS]);
    }
  if (self->n_credentials != n_credentials)
    {
      self->n_credentials = n_credentials;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CREDENTIALS]);
    }
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

static void
set_last_undoable (LanyardDirectory *self)
{
  if (g_set_object (&self->last_undoable, g_queue_peek_head (&self->undoables)))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_UNDOABLE]);
}

/* @entry is what is to be taken back first from now on. */
void
lanyard_directory_add_undoable (LanyardDirectory *self,
                                LanyardEntry     *entry)
{
  g_queue_push_head (&self->undoables, g_object_ref (entry));
  if (self->undoables.length > MAX_UNDOABLES)
    g_object_unref (g_queue_pop_tail (&self->undoables));
  set_last_undoable (self);
}

/* The entry of @id was taken back, or can't be. */
void
lanyard_directory_remove_undoable (LanyardDirectory *self,
                                   gint64            id)
{
  for (GList *l = self->undoables.head; l != NULL; l = l->next)
    if (lanyard_entry_get_id (l->data) == id)
      {
        g_object_unref (l->data);
        g_queue_delete_link (&self->undoables, l);
        break;
      }
  set_last_undoable (self);
}

void
lanyard_directory_entry_begun (LanyardDirectory *self,
                               LanyardEntry     *entry)
{
  g_signal_emit (self, signals[ENTRY_BEGUN], 0, entry);
}

void
lanyard_directory_entry_closed (LanyardDirectory *self,
                                LanyardEntry     *entry)
{
  g_signal_emit (self, signals[ENTRY_CLOSED], 0, entry);
}

void
lanyard_directory_entry_recovered (LanyardDirectory *self,
                                   LanyardEntry     *entry)
{
  g_signal_emit (self, signals[ENTRY_RECOVERED], 0, entry);
}

void
lanyard_directory_journal_failed (LanyardDirectory *self,
                                  const GError     *error)
{
  g_signal_emit (self, signals[JOURNAL_FAILED], 0, error);
}

/* What entries call the workspace; empty until it is known. */
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
  return self->users;
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
  return self->credentials;
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
  return G_LIST_MODEL (self->systems);
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
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->systems)); i++)
    {
      g_autoptr (SeamRecord) system = g_list_model_get_item (G_LIST_MODEL (self->systems), i);

      if (g_strcmp0 (seam_record_get_id (system), system_id) == 0)
        return SEAM_SYSTEM (system);
    }
  return NULL;
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
  return self->state;
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
  return self->error;
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
  return G_LIST_MODEL (g_object_ref (lanyard_directory_held (self, seam_record_get_id (SEAM_RECORD (user)))));
}
