/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes one object as another administrator, or the vendor, would: /_sandbox/set, described in sandbox-control.c. */
#include "sandbox-json.h"
#include "sandbox-server.h"

static void
set_flag (SandboxCall   *call,
          const char    *name,
          SandboxRecord *record,
          SandboxFlags   flag)
{
  if (!sandbox_call_has (call, name))
    return;

  if (json_object_get_boolean_member (call->params, name))
    record->flags |= flag;
  else
    record->flags &= ~flag;
}

static gboolean
set_holder (SandboxState *state,
            SandboxCall  *call,
            guint32       credential)
{
  const char *text;
  guint32 user = SANDBOX_NONE;
  SandboxId id;

  if (!json_object_has_member (call->params, "holder"))
    return TRUE;

  if (!sandbox_call_read_text (call, "holder", &text))
    return FALSE;

  if (text != NULL)
    {
      user = sandbox_id_parse (&id, text) ? sandbox_state_find (state, SANDBOX_USER, &id) : SANDBOX_NONE;
      if (user == SANDBOX_NONE)
        {
          sandbox_call_fail_parameter (call, "holder", "No such user");
          return FALSE;
        }
    }

  sandbox_state_set_holder (state, credential, user);

  return TRUE;
}

/* Of a credential, it is who has it as long as no user does. */
static gboolean
set_identity (SandboxCall   *call,
              SandboxRecord *record)
{
  SandboxDetail *detail;
  const char *text;

  if (!json_object_has_member (call->params, "identity"))
    return TRUE;

  if (!sandbox_call_read_text (call, "identity", &text))
    return FALSE;

  detail = sandbox_state_ensure_detail (record);
  g_free (detail->identity_id);
  detail->identity_id = g_strdup (text);

  return TRUE;
}

static gboolean
set_sync (SandboxCall   *call,
          SandboxRecord *record)
{
  JsonNode *node = json_object_get_member (call->params, "sync");
  const char *text;

  if (node == NULL)
    return TRUE;

  record->flags &= ~SANDBOX_FLAG_STUCK;

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      record->sync_due = g_get_real_time () + json_node_get_int (node) * 1000;
      return TRUE;
    }

  text = json_node_get_string (node);

  if (g_strcmp0 (text, "synced") == 0)
    {
      record->sync_due = g_get_real_time ();
    }
  else if (g_strcmp0 (text, "waiting") == 0)
    {
      record->sync_due = SANDBOX_SYNC_NEVER;
    }
  else if (g_strcmp0 (text, "never") == 0)
    {
      record->flags |= SANDBOX_FLAG_STUCK;
      record->sync_due = SANDBOX_SYNC_NEVER;
    }
  else if (g_strcmp0 (text, "silent") == 0)
    {
      record->sync_due = SANDBOX_SYNC_SILENT;
    }
  else
    {
      sandbox_call_fail_parameter (call, "sync", "Expected synced, waiting, never, silent or milliseconds");
      return FALSE;
    }

  return TRUE;
}

static void
set_sync_delay (SandboxState *state,
                SandboxCall  *call,
                guint32       system)
{
  gint64 delay;

  if (!sandbox_call_has (call, "sync_delay_ms"))
    return;

  delay = json_object_get_int_member (call->params, "sync_delay_ms");
  sandbox_state_get_site (state, system)->sync_delay = delay >= 0 ? delay * 1000 : SANDBOX_SYNC_SILENT;
}

/* A search finds an object by what it is called now. */
static void
update_text (SandboxState *state,
             SandboxKind   kind,
             guint32       index,
             JsonObject   *members)
{
  SandboxDetail *detail = sandbox_state_get (state, kind, index)->detail;
  g_autoptr(GList) values = json_object_get_values (members);
  g_autoptr(GString) text = g_string_new (NULL);

  sandbox_state_append_text (state, kind, index, text);
  for (GList *l = values; l != NULL; l = l->next)
    if (json_node_get_value_type (l->data) == G_TYPE_STRING)
      {
        g_autofree char *folded = g_utf8_casefold (json_node_get_string (l->data), -1);

        g_string_append_printf (text, "\n%s", folded);
      }

  g_free (detail->text);
  detail->text = g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_members (SandboxState *state,
             SandboxCall  *call,
             SandboxKind   kind,
             guint32       index)
{
  SandboxDetail *detail = sandbox_state_ensure_detail (sandbox_state_get (state, kind, index));

  if (detail->removed == NULL || sandbox_call_has (call, "reset"))
    {
      g_clear_pointer (&detail->changed, json_object_unref);
      g_clear_pointer (&detail->removed, g_hash_table_unref);
      detail->changed = json_object_new ();
      detail->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }

  if (sandbox_call_has (call, "members"))
    {
      JsonObject *members = json_object_get_object_member (call->params, "members");
      g_autoptr(GList) names = json_object_get_members (members);

      for (GList *l = names; l != NULL; l = l->next)
        {
          json_object_set_member (detail->changed, l->data, json_object_dup_member (members, l->data));
          g_hash_table_remove (detail->removed, l->data);
        }

      update_text (state, kind, index, members);
    }

  if (sandbox_call_has (call, "remove"))
    {
      JsonArray *names = json_object_get_array_member (call->params, "remove");

      for (guint i = 0; i < json_array_get_length (names); i++)
        g_hash_table_add (detail->removed, g_strdup (json_array_get_string_element (names, i)));
    }
}

static gboolean
parameters_are_valid (SandboxCall *call)
{
  static const struct
  {
    const char *name;
    JsonNodeType node_type;
    GType type;
  } known[] = {
    { "suspended", JSON_NODE_VALUE, G_TYPE_BOOLEAN },
    { "deleted", JSON_NODE_VALUE, G_TYPE_BOOLEAN },
    { "reset", JSON_NODE_VALUE, G_TYPE_BOOLEAN },
    { "sync_delay_ms", JSON_NODE_VALUE, G_TYPE_INT64 },
    { "members", JSON_NODE_OBJECT },
    { "remove", JSON_NODE_ARRAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      JsonNode *node = json_object_get_member (call->params, known[i].name);

      if (node != NULL
          && (json_node_get_node_type (node) != known[i].node_type
              || (known[i].node_type == JSON_NODE_VALUE && json_node_get_value_type (node) != known[i].type)))
        {
          sandbox_call_fail_parameter (call, known[i].name, "Not of this type");
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * sandbox_set:
 * @server: the server
 * @call: a request
 *
 * Answers /_sandbox/set.
 */
void
sandbox_set (SandboxServer *server,
             SandboxCall   *call)
{
  SandboxState *state = server->state;
  SandboxRecord *record;
  SandboxKind kind;
  guint32 index;

  if (!parameters_are_valid (call) || !sandbox_control_read_object (state, call, &kind, &index))
    return;

  record = sandbox_state_get (state, kind, index);
  set_flag (call, "deleted", record, SANDBOX_FLAG_DELETED);

  if (kind == SANDBOX_USER)
    set_flag (call, "suspended", record, SANDBOX_FLAG_SUSPENDED);
  else if (kind == SANDBOX_SYSTEM)
    set_sync_delay (state, call, index);
  else if (kind == SANDBOX_CREDENTIAL && (!set_holder (state, call, index) || !set_sync (call, record)))
    return;

  if ((kind == SANDBOX_USER || kind == SANDBOX_CREDENTIAL) && !set_identity (call, record))
    return;

  if (sandbox_call_has (call, "members") || sandbox_call_has (call, "remove") || sandbox_call_has (call, "reset"))
    set_members (state, call, kind, index);

  sandbox_call_begin (call);
  sandbox_call_end (call);
}
