/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workspace itself, its access systems and their entrances, as the data files describe them. */
#include "sandbox-sites.h"

#include "sandbox-data.h"
#include "sandbox-json.h"

/* Further kinds of ids, beyond those that the state keeps. */
#define KIND_CONNECTED_ACCOUNT (SANDBOX_N_KINDS + 1)

/**
 * sandbox_sites_load_data:
 * @name: the name of a data file
 *
 * Returns: (transfer full): what it has
 */
JsonNode *
sandbox_sites_load_data (const char *name)
{
  g_autofree char *path = g_strconcat ("/io/github/lanyard_app/sandbox/", name, NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (sandbox_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                    NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *text;

  g_assert (bytes != NULL);
  text = g_bytes_get_data (bytes, &size);

  if (!json_parser_load_from_data (parser, text, (gssize) size, &error))
    g_error ("%s: %s", path, error->message);

  return json_parser_steal_root (parser);
}

/**
 * sandbox_sites_read_time:
 * @row: a row of the data
 * @member: one that has a time like "-3d", "+6h", "-10m"
 * @now: the moment that it is relative to
 *
 * Returns: the time, or 0 when the row hasn't this member. Days and hours end on the full hour, as people set them.
 */
gint64
sandbox_sites_read_time (JsonObject *row,
                         const char *member,
                         gint64      now)
{
  const char *text = json_object_get_string_member_with_default (row, member, NULL);
  char *unit;
  gint64 n, time;

  if (text == NULL)
    return 0;

  n = g_ascii_strtoll (text, &unit, 10);

  switch (*unit)
    {
    case 'd':
      time = now + n * SANDBOX_DAY;
      return time - time % SANDBOX_HOUR;
    case 'h':
      time = now + n * SANDBOX_HOUR;
      return time - time % SANDBOX_HOUR;
    case 'm':
      return now + n * SANDBOX_MINUTE;
    default:
      g_assert_not_reached ();
    }
}

/**
 * sandbox_sites_find:
 * @state: a workspace with its systems
 * @key: a system's name in the data
 *
 * Returns: which system it is
 */
guint32
sandbox_sites_find (SandboxState *state,
                    const char   *key)
{
  for (guint i = 0; i < state->sites->len; i++)
    if (g_str_equal (sandbox_state_get_site (state, i)->key, key))
      return i;

  g_assert_not_reached ();
}

static char *
dup_string (JsonObject *row,
            const char *member)
{
  return g_strdup (json_object_get_string_member_with_default (row, member, NULL));
}

/* The members of @row's "members" object, without its braces. */
static char *
dup_members (JsonObject *row)
{
  g_autofree char *json = sandbox_json_from_object (json_object_get_object_member (row, "members"));

  return g_strndup (json + 1, strlen (json) - 2);
}

static void
load_system (SandboxState *state,
             guint32       index,
             JsonObject   *row)
{
  SandboxRecord *record = sandbox_state_get (state, SANDBOX_SYSTEM, index);
  SandboxDetail *detail = sandbox_state_ensure_detail (record);
  SandboxSite *site = g_new0 (SandboxSite, 1);
  g_autofree char *members = dup_members (row);
  char id[SANDBOX_ID_LENGTH + 1], account[SANDBOX_ID_LENGTH + 1];
  SandboxId account_id;
  gint64 delay = json_object_get_int_member_with_default (row, "sync_delay_ms", -1);

  sandbox_id_init (&account_id, KIND_CONNECTED_ACCOUNT, index);
  sandbox_id_format (&account_id, account);
  sandbox_id_format (&record->id, id);

  detail->members = g_strdup_printf ("%s,\"connected_account_id\":\"%s\",\"connected_account_ids\":[\"%s\"]",
                                     members, account, account);
  detail->text = g_utf8_casefold (json_object_get_string_member (json_object_get_object_member (row, "members"),
                                                                 "name"), -1);
  record->system = index;
  record->created_at = sandbox_sites_read_time (row, "created", state->born_at);

  site->key = dup_string (row, "key");
  site->members = g_strdup_printf ("\"acs_system_id\":\"%s\",\"connected_account_id\":\"%s\"", id, account);
  site->sync_delay = delay >= 0 ? delay * 1000 : SANDBOX_SYNC_SILENT;
  site->user_type = dup_string (row, "user_type");
  site->user_type_name = dup_string (row, "user_type_name");
  site->credential_type = dup_string (row, "credential_type");
  site->credential_type_name = dup_string (row, "credential_type_name");
  site->card_type = dup_string (row, "card_type");
  site->card_type_name = dup_string (row, "card_type_name");
  g_ptr_array_add (state->sites, site);
}

static void
load_entrance (SandboxState *state,
               guint32       index,
               JsonObject   *row)
{
  SandboxRecord *record = sandbox_state_get (state, SANDBOX_ENTRANCE, index);
  SandboxDetail *detail = sandbox_state_ensure_detail (record);
  const char *name = json_object_get_string_member (json_object_get_object_member (row, "members"), "display_name");
  g_autofree char *members = dup_members (row);

  record->system = sandbox_sites_find (state, json_object_get_string_member (row, "system"));
  record->created_at = sandbox_state_get (state, SANDBOX_SYSTEM, record->system)->created_at;
  detail->members = g_strconcat (members, ",\"space_ids\":[],\"errors\":[],\"warnings\":[]", NULL);
  detail->text = g_utf8_casefold (name, -1);
}

/**
 * sandbox_sites_load:
 * @state: an empty workspace
 *
 * Gives it its own object, its access systems and their entrances; and the objects of the empty workspaces that a
 * personal access token is for as well.
 */
void
sandbox_sites_load (SandboxState *state)
{
  g_autoptr(JsonNode) root = sandbox_sites_load_data ("sites.json");
  JsonObject *data = json_node_get_object (root);
  JsonArray *others = json_object_get_array_member (data, "others");
  JsonArray *systems = json_object_get_array_member (data, "systems");
  JsonArray *entrances = json_object_get_array_member (data, "entrances");

  /* A credential's entrances are the bits of a 64-bit number. */
  g_assert (json_array_get_length (entrances) <= 64);

  sandbox_state_set_count (state, SANDBOX_WORKSPACE, 1 + json_array_get_length (others));
  sandbox_state_ensure_detail (sandbox_state_get (state, SANDBOX_WORKSPACE, 0))->members = dup_members (data);
  for (guint i = 0; i < json_array_get_length (others); i++)
    sandbox_state_ensure_detail (sandbox_state_get (state, SANDBOX_WORKSPACE, 1 + i))->members
      = dup_members (json_array_get_object_element (others, i));

  sandbox_state_set_count (state, SANDBOX_SYSTEM, json_array_get_length (systems));
  for (guint i = 0; i < json_array_get_length (systems); i++)
    load_system (state, i, json_array_get_object_element (systems, i));

  sandbox_state_set_count (state, SANDBOX_ENTRANCE, json_array_get_length (entrances));
  for (guint i = 0; i < json_array_get_length (entrances); i++)
    load_entrance (state, i, json_array_get_object_element (entrances, i));
}
