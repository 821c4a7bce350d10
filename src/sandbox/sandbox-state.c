/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the workspace has: its objects by id, and who holds which credential. */
#include "sandbox-state.h"

static const struct
{
  const char *id_member;
  const char *member;
} kinds[SANDBOX_N_KINDS] = {
  [SANDBOX_WORKSPACE] = { "workspace_id", "workspace" },
  [SANDBOX_SYSTEM] = { "acs_system_id", "acs_system" },
  [SANDBOX_ENTRANCE] = { "acs_entrance_id", "acs_entrance" },
  [SANDBOX_USER] = { "acs_user_id", "acs_user" },
  [SANDBOX_CREDENTIAL] = { "acs_credential_id", "acs_credential" },
};

/**
 * sandbox_kind_get_id_member:
 * @kind: a kind of object
 *
 * Returns: the member, and the parameter, that names one
 */
const char *
sandbox_kind_get_id_member (SandboxKind kind)
{
  return kinds[kind].id_member;
}

/**
 * sandbox_kind_get_member:
 * @kind: a kind of object
 *
 * Returns: the member of an answer that holds one; with an "s", a list of them
 */
const char *
sandbox_kind_get_member (SandboxKind kind)
{
  return kinds[kind].member;
}

static void
detail_free (SandboxDetail *detail)
{
  g_clear_pointer (&detail->changed, json_object_unref);
  g_clear_pointer (&detail->removed, g_hash_table_unref);
  g_free (detail->members);
  g_free (detail->text);
  g_free (detail->identity_id);
  g_free (detail);
}

static void
site_free (SandboxSite *site)
{
  g_free (site->key);
  g_free (site->members);
  g_free (site->user_type);
  g_free (site->user_type_name);
  g_free (site->credential_type);
  g_free (site->credential_type_name);
  g_free (site->card_type);
  g_free (site->card_type_name);
  g_free (site);
}

/**
 * sandbox_state_new:
 * @source: (nullable): makes the members of objects that have no detail
 *
 * Returns: (transfer full): an empty workspace
 */
SandboxState *
sandbox_state_new (const SandboxSource *source)
{
  SandboxState *state = g_new0 (SandboxState, 1);

  state->source = source;
  state->born_at = g_get_real_time ();
  state->sites = g_ptr_array_new_with_free_func ((GDestroyNotify) site_free);

  return state;
}

/**
 * sandbox_state_free:
 * @state: (transfer full): a workspace
 */
void
sandbox_state_free (SandboxState *state)
{
  for (guint kind = 0; kind < SANDBOX_N_KINDS; kind++)
    {
      for (guint i = 0; i < state->n[kind]; i++)
        g_clear_pointer (&state->records[kind][i].detail, detail_free);

      g_clear_pointer (&state->by_id[kind], g_hash_table_unref);
      g_clear_pointer (&state->by_system[kind], g_ptr_array_unref);
      g_free (state->records[kind]);
    }

  g_ptr_array_unref (state->sites);
  g_free (state);
}

/**
 * sandbox_state_set_count:
 * @state: a workspace that is being made
 * @kind: a kind of object
 * @n: how many there are
 *
 * Makes the records, with their ids. The maker fills them in and calls sandbox_state_index().
 */
void
sandbox_state_set_count (SandboxState *state,
                         SandboxKind   kind,
                         guint         n)
{
  state->n[kind] = n;
  state->records[kind] = g_new0 (SandboxRecord, n);

  for (guint i = 0; i < n; i++)
    {
      SandboxRecord *record = &state->records[kind][i];

      sandbox_id_init (&record->id, kind, i);
      record->created_at = state->born_at;
      record->holder = SANDBOX_NONE;
      record->chain = SANDBOX_NONE;
      record->sync_due = SANDBOX_SYNC_SILENT;
    }
}

static void
index_system (SandboxState *state,
              SandboxKind   kind)
{
  state->by_system[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < state->n[SANDBOX_SYSTEM]; i++)
    g_ptr_array_add (state->by_system[kind], g_array_new (FALSE, FALSE, sizeof (guint32)));

  for (guint32 i = 0; i < state->n[kind]; i++)
    g_array_append_val (g_ptr_array_index (state->by_system[kind], state->records[kind][i].system), i);
}

/**
 * sandbox_state_index:
 * @state: a workspace whose records are filled in
 *
 * Makes what is looked up quick to find: ids, what a system has, what a user holds.
 */
void
sandbox_state_index (SandboxState *state)
{
  for (guint kind = 0; kind < SANDBOX_N_KINDS; kind++)
    {
      state->by_id[kind] = g_hash_table_new (sandbox_id_hash, sandbox_id_equal);
      for (guint i = 0; i < state->n[kind]; i++)
        g_hash_table_add (state->by_id[kind], &state->records[kind][i]);
    }

  index_system (state, SANDBOX_ENTRANCE);
  index_system (state, SANDBOX_USER);
  index_system (state, SANDBOX_CREDENTIAL);

  for (guint32 i = state->n[SANDBOX_CREDENTIAL]; i > 0; i--)
    {
      SandboxRecord *credential = &state->records[SANDBOX_CREDENTIAL][i - 1];

      if (credential->holder != SANDBOX_NONE)
        {
          SandboxRecord *user = &state->records[SANDBOX_USER][credential->holder];

          credential->chain = user->chain;
          user->chain = i - 1;
        }
    }
}

/**
 * sandbox_state_get:
 * @state: a workspace
 * @kind: a kind of object
 * @index: which one
 *
 * Returns: (transfer none): its record
 */
SandboxRecord *
sandbox_state_get (SandboxState *state,
                   SandboxKind   kind,
                   guint32       index)
{
  g_assert (index < state->n[kind]);

  return &state->records[kind][index];
}

/**
 * sandbox_state_find:
 * @state: a workspace
 * @kind: a kind of object
 * @id: an id
 *
 * Returns: which object has this id, deleted or not, or %SANDBOX_NONE
 */
guint32
sandbox_state_find (SandboxState    *state,
                    SandboxKind      kind,
                    const SandboxId *id)
{
  SandboxRecord *record = g_hash_table_lookup (state->by_id[kind], id);

  return record != NULL ? (guint32) (record - state->records[kind]) : SANDBOX_NONE;
}

/**
 * sandbox_state_find_person:
 * @state: a workspace
 * @system: an access system
 * @identity_id: a user identity
 *
 * Returns: the user of this identity in this system, or %SANDBOX_NONE
 */
guint32
sandbox_state_find_person (SandboxState *state,
                           guint32       system,
                           const char   *identity_id)
{
  GArray *users = g_ptr_array_index (state->by_system[SANDBOX_USER], system);

  for (guint i = 0; i < users->len; i++)
    {
      guint32 user = g_array_index (users, guint32, i);
      SandboxRecord *record = sandbox_state_get (state, SANDBOX_USER, user);

      if (record->detail != NULL && g_strcmp0 (record->detail->identity_id, identity_id) == 0)
        return user;
    }

  return SANDBOX_NONE;
}

/**
 * sandbox_state_ensure_detail:
 * @record: a record
 *
 * Returns: (transfer none): what only few objects have, made when it wasn't there
 */
SandboxDetail *
sandbox_state_ensure_detail (SandboxRecord *record)
{
  if (record->detail == NULL)
    record->detail = g_new0 (SandboxDetail, 1);

  return record->detail;
}

/**
 * sandbox_state_get_site:
 * @state: a workspace
 * @system: an access system
 *
 * Returns: (transfer none): what is the same for everything in it
 */
SandboxSite *
sandbox_state_get_site (SandboxState *state,
                        guint32       system)
{
  return g_ptr_array_index (state->sites, system);
}

/**
 * sandbox_state_start_sync:
 * @state: a workspace
 * @record: a credential or a user that has been changed
 *
 * From now on its access system has the change to take.
 */
void
sandbox_state_start_sync (SandboxState  *state,
                          SandboxRecord *record)
{
  gint64 delay = sandbox_state_get_site (state, record->system)->sync_delay;

  if (record->flags & SANDBOX_FLAG_STUCK)
    record->sync_due = SANDBOX_SYNC_NEVER;
  else if (delay == SANDBOX_SYNC_NEVER || delay == SANDBOX_SYNC_SILENT)
    record->sync_due = delay;
  else
    record->sync_due = g_get_real_time () + delay;
}

static void
unlink_credential (SandboxState *state,
                   guint32       credential)
{
  SandboxRecord *record = sandbox_state_get (state, SANDBOX_CREDENTIAL, credential);
  guint32 *link;

  if (record->holder == SANDBOX_NONE)
    return;

  link = &sandbox_state_get (state, SANDBOX_USER, record->holder)->chain;
  while (*link != credential)
    link = &sandbox_state_get (state, SANDBOX_CREDENTIAL, *link)->chain;

  *link = record->chain;
  record->chain = SANDBOX_NONE;
  record->holder = SANDBOX_NONE;
}

/**
 * sandbox_state_set_holder:
 * @state: a workspace
 * @credential: a credential
 * @user: who has it from now on, or %SANDBOX_NONE
 *
 * Moves the credential, and has its access system take the change.
 */
void
sandbox_state_set_holder (SandboxState *state,
                          guint32       credential,
                          guint32       user)
{
  SandboxRecord *record = sandbox_state_get (state, SANDBOX_CREDENTIAL, credential);

  if (record->holder == user)
    return;

  unlink_credential (state, credential);

  if (user != SANDBOX_NONE)
    {
      guint32 *link = &sandbox_state_get (state, SANDBOX_USER, user)->chain;

      /* In the order of the whole list, so that a page of them goes on where the last one ended. */
      while (*link != SANDBOX_NONE && *link < credential)
        link = &sandbox_state_get (state, SANDBOX_CREDENTIAL, *link)->chain;

      record->chain = *link;
      record->holder = user;
      *link = credential;
    }

  sandbox_state_start_sync (state, record);
}

/**
 * sandbox_state_get_opens:
 * @state: a workspace
 * @credential: a credential
 *
 * Returns: the entrances that it opens, a bit each
 */
guint64
sandbox_state_get_opens (SandboxState *state,
                         guint32       credential)
{
  if (state->source != NULL)
    return state->source->get_opens (state, credential);

  return sandbox_state_get (state, SANDBOX_CREDENTIAL, credential)->detail->opens;
}

/**
 * sandbox_state_append_text:
 * @state: a workspace
 * @kind: a kind of object
 * @index: which one
 * @text: what to append to
 *
 * Appends what a search looks in, in lower case.
 */
void
sandbox_state_append_text (SandboxState *state,
                           SandboxKind   kind,
                           guint32       index,
                           GString      *text)
{
  SandboxRecord *record = sandbox_state_get (state, kind, index);
  char id[SANDBOX_ID_LENGTH + 1];

  sandbox_id_format (&record->id, id);
  g_string_append (text, id);
  g_string_append_c (text, '\n');

  if (kind == SANDBOX_CREDENTIAL && record->holder != SANDBOX_NONE)
    {
      sandbox_id_format (&sandbox_state_get (state, SANDBOX_USER, record->holder)->id, id);
      g_string_append (text, id);
      g_string_append_c (text, '\n');
    }

  if (record->detail != NULL && record->detail->text != NULL)
    g_string_append (text, record->detail->text);
  else if (state->source != NULL)
    state->source->append_text (state, kind, index, text);
}
