/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes an object of the workspace as JSON, as it is at this moment. */
#include "sandbox-json.h"
#include "sandbox-state.h"

static void
append_id (GString         *json,
           const char      *name,
           const SandboxId *id)
{
  char text[SANDBOX_ID_LENGTH + 1];

  sandbox_id_format (id, text);
  sandbox_json_append_string (json, name, text);
}

/* When the change that is to be taken at @due was made. */
static gint64
begun_at (SandboxState *state,
          guint32       system,
          gint64        due,
          gint64        now)
{
  gint64 delay = sandbox_state_get_site (state, system)->sync_delay;

  if (due != SANDBOX_SYNC_NEVER && delay > 0 && delay != SANDBOX_SYNC_NEVER)
    return MIN (now, due - delay);
  return state->born_at;
}

/* The next of the pending mutations, without what it changes and its end. */
static void
begin_mutation (GString    *json,
                gboolean   *first,
                const char *code,
                const char *message,
                gint64      created_at)
{
  if (*first)
    sandbox_json_append_raw (json, "pending_mutations", "[{");
  else
    g_string_append (json, ",{");

  *first = FALSE;
  sandbox_json_append_string (json, "mutation_code", code);
  sandbox_json_append_string (json, "message", message);
  sandbox_json_append_time (json, "created_at", created_at);
}

static void
append_suspension (SandboxRecord *user,
                   GString       *json)
{
  gboolean is_suspended = (user->flags & SANDBOX_FLAG_SUSPENDED) != 0;

  sandbox_json_append_raw (json, "from", "{");
  sandbox_json_append_boolean (json, "is_suspended", !is_suspended);
  g_string_append_c (json, '}');
  sandbox_json_append_raw (json, "to", "{");
  sandbox_json_append_boolean (json, "is_suspended", is_suspended);
  g_string_append (json, "}}");
}

static void
append_pending_mutations (SandboxState  *state,
                          SandboxRecord *user,
                          GString       *json)
{
  gint64 now = g_get_real_time ();
  gboolean first = TRUE;

  if (user->sync_due > now)
    {
      begin_mutation (json, &first, "updating_suspension_state", "Seam is updating whether this user is suspended.",
                      begun_at (state, user->system, user->sync_due, now));
      append_suspension (user, json);
    }

  for (guint32 i = user->chain; i != SANDBOX_NONE; i = sandbox_state_get (state, SANDBOX_CREDENTIAL, i)->chain)
    {
      SandboxRecord *credential = sandbox_state_get (state, SANDBOX_CREDENTIAL, i);

      if (credential->sync_due <= now || (credential->flags & SANDBOX_FLAG_DELETED))
        continue;

      begin_mutation (json, &first, "updating_credential_assignment",
                      "Seam is updating the credential assignment of this user.",
                      begun_at (state, credential->system, credential->sync_due, now));
      sandbox_json_append_raw (json, "from", "{\"acs_credential_id\":null}");
      sandbox_json_append_raw (json, "to", "{");
      append_id (json, "acs_credential_id", &credential->id);
      g_string_append (json, "}}");
    }

  if (!first)
    g_string_append_c (json, ']');
}

static void
append_sync (SandboxRecord *credential,
             GString       *json)
{
  gboolean synced;

  if (credential->sync_due == SANDBOX_SYNC_SILENT)
    return;

  synced = credential->sync_due <= g_get_real_time ();
  sandbox_json_append_boolean (json, "is_latest_desired_state_synced_with_provider", synced);

  if (synced)
    sandbox_json_append_time (json, "latest_desired_state_synced_with_provider_at", credential->sync_due);
  else
    sandbox_json_append_raw (json, "latest_desired_state_synced_with_provider_at", "null");
}

static void
append_changing_members (SandboxState  *state,
                         SandboxKind    kind,
                         SandboxRecord *record,
                         GString       *json)
{
  if (kind == SANDBOX_USER)
    {
      sandbox_json_append_boolean (json, "is_suspended", (record->flags & SANDBOX_FLAG_SUSPENDED) != 0);
      append_pending_mutations (state, record, json);
    }
  else if (kind == SANDBOX_CREDENTIAL)
    {
      if (record->holder != SANDBOX_NONE)
        append_id (json, "acs_user_id", &sandbox_state_get (state, SANDBOX_USER, record->holder)->id);
      else if (record->detail != NULL)
        sandbox_json_append_string (json, "user_identity_id", record->detail->identity_id);
      append_sync (record, json);
    }
}

static void
apply_changes (SandboxDetail *detail,
               gsize          start,
               GString       *json)
{
  g_autoptr(JsonNode) node = json_from_string (json->str + start, NULL);
  JsonObject *object = json_node_get_object (node);
  g_autofree char *text = NULL;
  GHashTableIter iter;
  gpointer name;

  if (detail->changed != NULL)
    {
      g_autoptr(GList) names = json_object_get_members (detail->changed);

      for (GList *l = names; l != NULL; l = l->next)
        json_object_set_member (object, l->data, json_object_dup_member (detail->changed, l->data));
    }

  g_hash_table_iter_init (&iter, detail->removed);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    json_object_remove_member (object, name);

  text = sandbox_json_from_node (node);
  g_string_truncate (json, start);
  g_string_append (json, text);
}

/**
 * sandbox_state_append_record:
 * @state: a workspace
 * @kind: a kind of object
 * @index: which one
 * @json: what to append to
 *
 * Appends the object as JSON, as it is at this moment.
 */
void
sandbox_state_append_record (SandboxState *state,
                             SandboxKind   kind,
                             guint32       index,
                             GString      *json)
{
  SandboxRecord *record = sandbox_state_get (state, kind, index);
  gsize start = json->len;

  g_string_append_c (json, '{');
  append_id (json, sandbox_kind_get_id_member (kind), &record->id);

  if (kind != SANDBOX_WORKSPACE)
    {
      if (kind != SANDBOX_SYSTEM)
        {
          g_string_append_c (json, ',');
          g_string_append (json, sandbox_state_get_site (state, record->system)->members);
        }

      if (kind != SANDBOX_ENTRANCE)
        append_id (json, "workspace_id", &sandbox_state_get (state, SANDBOX_WORKSPACE, 0)->id);

      sandbox_json_append_time (json, "created_at", record->created_at);
    }

  g_string_append_c (json, ',');
  if (record->detail != NULL && record->detail->members != NULL)
    g_string_append (json, record->detail->members);
  else
    state->source->append_members (state, kind, index, json);

  append_changing_members (state, kind, record, json);
  g_string_append_c (json, '}');

  if (record->detail != NULL && record->detail->removed != NULL)
    apply_changes (record->detail, start, json);
}
