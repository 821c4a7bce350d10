/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A front desk: a directory on a sandbox, with a journal on disk; and the comparison of all three at the end. */
#include "desk.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

char *
desk_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("lanyard-faults-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (seam_record_get_id (*(SeamRecord **) a), seam_record_get_id (*(SeamRecord **) b));
}

/* The same order in each run, so that a seed always means the same. */
static void
sort_out (Desk *self)
{
  g_autoptr (GPtrArray) credentials = lanyard_store_get_keys (lanyard_directory_get_credentials (self->directory));
  g_autoptr (GPtrArray) users = lanyard_store_get_keys (lanyard_directory_get_users (self->directory));
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  self->credentials = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < credentials->len; i++)
    g_ptr_array_add (self->credentials, g_object_ref (((LanyardKey *) credentials->pdata[i])->record));
  g_ptr_array_sort (self->credentials, compare_ids);

  for (guint i = 0; i < users->len; i++)
    g_ptr_array_add (sorted, ((LanyardKey *) users->pdata[i])->record);
  g_ptr_array_sort (sorted, compare_ids);
  self->users = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < sorted->len; i++)
    {
      const char *system_id = seam_user_get_system_id (sorted->pdata[i]);
      GPtrArray *of_system = g_hash_table_lookup (self->users, system_id);

      if (of_system == NULL)
        {
          of_system = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (self->users, g_strdup (system_id), of_system);
        }
      g_ptr_array_add (of_system, g_object_ref (sorted->pdata[i]));
    }
}

static void
on_batch_left (Desk  *self,
               gint64 number)
{
  self->left = number;
}

Desk *
desk_new (const char *endpoint,
          const char *key,
          const char *journal_path,
          guint       timeout)
{
  Desk *self = g_new0 (Desk, 1);
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GError) error = NULL;

  self->client = seam_client_new (endpoint, key, NULL, &error);
  g_assert_no_error (error);
  g_object_set (self->client, "timeout", timeout, NULL);
  self->journal = lanyard_journal_new (journal_path);
  lanyard_journal_open_async (self->journal, NULL, keep_result, &opened);
  wait_for (&opened);
  lanyard_journal_open_finish (self->journal, opened, &error);
  g_assert_no_error (error);

  self->directory = lanyard_directory_new (self->client);
  self->changes = lanyard_changes_new (self->directory, self->journal);
  g_signal_connect_swapped (self->changes, "batch-left", G_CALLBACK (on_batch_left), self);
  lanyard_directory_load_async (self->directory, NULL, keep_result, &loaded);
  wait_for (&loaded);
  lanyard_directory_load_finish (self->directory, loaded, &error);
  g_assert_no_error (error);
  sort_out (self);
  return self;
}

void
desk_free (Desk *self)
{
  g_ptr_array_unref (self->credentials);
  g_hash_table_unref (self->users);
  g_object_unref (self->changes);
  g_object_unref (self->directory);
  g_object_unref (self->journal);
  g_object_unref (self->client);
  g_free (self);
}

/* Somebody who may have @credential, and doesn't. */
SeamUser *
desk_pick_user (Desk           *self,
                SeamCredential *credential,
                GRand          *rand)
{
  GPtrArray *users = g_hash_table_lookup (self->users, seam_credential_get_system_id (credential));
  SeamUser *user;

  do
    user = users->pdata[g_rand_int_range (rand, 0, (gint32) users->len)];
  while (g_strcmp0 (seam_record_get_id (SEAM_RECORD (user)), seam_credential_get_user_id (credential)) == 0);
  return user;
}

static GPtrArray *
list_open (Desk *self)
{
  g_autoptr (GAsyncResult) listed = NULL;
  GPtrArray *entries;
  SeamWorkspace *workspace = lanyard_directory_get_workspace (self->directory);

  lanyard_journal_list_open_async (self->journal, seam_record_get_id (SEAM_RECORD (workspace)), NULL, keep_result,
                                   &listed);
  wait_for (&listed);
  entries = lanyard_journal_list_finish (self->journal, listed, NULL);
  g_assert_nonnull (entries);
  return entries;
}

/* How many entries are yet to be found out. */
guint
desk_count_open (Desk *self)
{
  g_autoptr (GPtrArray) entries = list_open (self);

  return entries->len;
}

/* How many of those are of a batch, and were not sent. */
guint
desk_count_left (Desk *self)
{
  g_autoptr (GPtrArray) entries = list_open (self);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += lanyard_entry_get_batch (entries->pdata[i]) != 0 && !lanyard_entry_get_is_sent (entries->pdata[i])
         && lanyard_entry_get_outcome (entries->pdata[i]) == LANYARD_OUTCOME_PENDING;
  return n;
}

LanyardSandbox *
desk_start_sandbox (guint       n_users,
                    guint       n_credentials,
                    const char *record_path)
{
  LanyardSandbox *sandbox = lanyard_sandbox_new_sized (n_users, n_credentials);
  g_autoptr (GAsyncResult) started = NULL;
  g_autoptr (GError) error = NULL;

  lanyard_sandbox_set_record_path (sandbox, record_path);
  lanyard_sandbox_start_async (sandbox, 0, NULL, keep_result, &started);
  wait_for (&started);
  lanyard_sandbox_start_finish (sandbox, started, &error);
  g_assert_no_error (error);
  return sandbox;
}

/* Returns: (transfer full): credential id -> user id; a credential that nobody has is not in it */
GHashTable *
desk_read_holders (LanyardSandbox *sandbox)
{
  g_autofree char *answer = lanyard_sandbox_control (sandbox, "/_sandbox/state", "{}");
  g_autoptr (JsonNode) node = json_from_string (answer, NULL);
  JsonObject *object = json_object_get_object_member (json_node_get_object (node), "holders");
  g_autoptr (GList) ids = json_object_get_members (object);
  GHashTable *holders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (GList *l = ids; l != NULL; l = l->next)
    if (!json_object_get_null_member (object, l->data))
      g_hash_table_insert (holders, g_strdup (l->data), g_strdup (json_object_get_string_member (object, l->data)));
  return holders;
}

/* --- The comparison --- */

static gboolean
was_carried_out (JsonObject *request)
{
  if (json_object_get_string_member_with_default (request, "fault", NULL) == NULL)
    return json_object_get_int_member (request, "status") == 200;
  return json_object_get_boolean_member (request, "was_let_act");
}

/* Returns: (transfer full): credential id -> how often it was written: acted upon, that is */
static GHashTable *
count_writes (const char *record_path)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (record_path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (JsonNode) body = NULL;
      const char *id;

      if (strstr (lines[i], "assign\"") == NULL)
        continue;
      node = json_from_string (lines[i], NULL);
      g_assert_nonnull (node);
      if (!was_carried_out (json_node_get_object (node)))
        continue;
      body = json_from_string (json_object_get_string_member (json_node_get_object (node), "request"), NULL);
      id = json_object_get_string_member (json_node_get_object (body), "acs_credential_id");
      g_hash_table_insert (counts, g_strdup (id),
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)) + 1));
    }
  return counts;
}

typedef struct
{
  GHashTable *holders; /* as the entries have it; "" for nobody */
  GHashTable *steps;   /* credential id -> how many writes the entries account for */
  Audit      *audit;
} Replay;

static void
replay_entry (Replay       *self,
              LanyardEntry *entry)
{
  const char *id = lanyard_entry_get_credential_id (entry);
  const char *holder = g_hash_table_lookup (self->holders, id);
  gboolean is_move = lanyard_entry_get_operation (entry) == LANYARD_OPERATION_MOVE;
  guint n_steps = 0;

  /* What the window showed may have been old: that is why it was not sent. */
  if (!lanyard_entry_get_is_sent (entry) && lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_REFUSED)
    {
      self->audit->n_refused++;
      return;
    }
  if (g_strcmp0 (holder, lanyard_entry_get_from_id (entry)) != 0)
    {
      self->audit->n_misreported++;
      g_test_message ("Entry %" G_GINT64_FORMAT " takes %s from %s, who does not have it", lanyard_entry_get_id (entry),
                      id, lanyard_entry_get_from_id (entry));
    }
  switch (lanyard_entry_get_outcome (entry))
    {
    case LANYARD_OUTCOME_DONE:
      self->audit->n_done++;
      holder = lanyard_entry_get_to_id (entry);
      n_steps = is_move ? 2 : 1;
      break;
    case LANYARD_OUTCOME_HALF_DONE:
      self->audit->n_half_done++;
      holder = NULL;
      n_steps = 1;
      break;
    case LANYARD_OUTCOME_REFUSED:
      self->audit->n_refused++;
      break;
    case LANYARD_OUTCOME_PENDING:
    case LANYARD_OUTCOME_UNKNOWN:
    default:
      self->audit->n_unknown++;
      g_test_message ("Entry %" G_GINT64_FORMAT " has no outcome", lanyard_entry_get_id (entry));
      break;
    }
  if (holder != NULL)
    g_hash_table_insert (self->holders, g_strdup (id), g_strdup (holder));
  else
    g_hash_table_remove (self->holders, id);
  g_hash_table_insert (self->steps, g_strdup (id),
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->steps, id)) + n_steps));
}

static GPtrArray *
read_journal (const char *path)
{
  g_autoptr (LanyardJournal) journal = lanyard_journal_new (path);
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  GPtrArray *entries;
  g_autoptr (GError) error = NULL;

  lanyard_journal_open_async (journal, NULL, keep_result, &opened);
  wait_for (&opened);
  g_assert_true (lanyard_journal_open_finish (journal, opened, NULL));
  lanyard_journal_list_async (journal, NULL, 0, 0, NULL, keep_result, &listed);
  wait_for (&listed);
  entries = lanyard_journal_list_finish (journal, listed, &error);
  g_assert_no_error (error);
  return entries;
}

static void
compare_credential (Audit          *audit,
                    guint           number,
                    const char     *id,
                    const char     *in_journal,
                    const char     *at_server,
                    SeamCredential *in_window)
{
  gboolean window_differs = in_window != NULL && g_strcmp0 (seam_credential_get_user_id (in_window), at_server) != 0;

  if (g_strcmp0 (in_journal, at_server) == 0 && !window_differs)
    return;
  audit->n_misreported++;
  g_test_message ("Case %u, %s: the server has %s, the journal %s, the window %s", number, id, at_server, in_journal,
                  in_window != NULL ? seam_credential_get_user_id (in_window) : "not looked at");
}

Audit
desk_audit (const char *journal_path,
            const char *record_path,
            GHashTable *holders_before,
            GHashTable *holders,
            Desk       *desk)
{
  Audit audit = { 0, };
  Replay replay = { .audit = &audit };
  g_autoptr (GPtrArray) entries = read_journal (journal_path);
  g_autoptr (GHashTable) writes = count_writes (record_path);
  GHashTableIter iter;
  gpointer id, value;

  replay.holders = g_hash_table_ref (holders_before);
  replay.steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = entries->len; i > 0; i--)
    replay_entry (&replay, entries->pdata[i - 1]);

  g_hash_table_iter_init (&iter, writes);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      guint n_writes = GPOINTER_TO_UINT (value);
      guint n_steps = GPOINTER_TO_UINT (g_hash_table_lookup (replay.steps, id));

      if (n_writes == n_steps)
        continue;
      g_test_message ("%s: %u writes for %u steps", (char *) id, n_writes, n_steps);
      if (n_writes > n_steps && n_steps > 0)
        audit.n_doubled++;
      else
        audit.n_lost++;
    }

  for (guint i = 0; i < desk->credentials->len; i++)
    {
      const char *credential_id = seam_record_get_id (desk->credentials->pdata[i]);

      compare_credential (&audit, i, credential_id, g_hash_table_lookup (replay.holders, credential_id),
                          g_hash_table_lookup (holders, credential_id),
                          lanyard_store_lookup (lanyard_directory_get_credentials (desk->directory), credential_id));
    }
  g_hash_table_unref (replay.steps);
  g_hash_table_unref (replay.holders);
  return audit;
}

/* Prints the figures of @what, and sees that nothing was lost, doubled or misreported, or is still unknown. */
void
desk_assert_right (const Audit *audit,
                   const char  *what)
{
  g_print ("# %s %u done, %u refused, %u half done, %u unknown; lost %u, doubled %u, misreported %u\n", what,
           audit->n_done, audit->n_refused, audit->n_half_done, audit->n_unknown, audit->n_lost, audit->n_doubled,
           audit->n_misreported);
  g_assert_cmpuint (audit->n_lost, ==, 0);
  g_assert_cmpuint (audit->n_doubled, ==, 0);
  g_assert_cmpuint (audit->n_misreported, ==, 0);
  g_assert_cmpuint (audit->n_unknown, ==, 0);
}
