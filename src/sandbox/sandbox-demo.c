/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workspace that everybody sees first: a hotel, an office and lofts, with the people and credentials in the data. */
#include "sandbox-facts.h"
#include "sandbox-json.h"
#include "sandbox-sites.h"

#define KIND_USER_IDENTITY (SANDBOX_N_KINDS + 2)

/* What the vendor says with its codes. */
static const struct
{
  const char *code;
  const char *message;
} messages[] = {
  { "acs_user_inactive", "This user has no access at the moment: it is outside its access schedule." },
  { "salto_ks_user_not_subscribed", "This user is not subscribed on Salto KS and cannot unlock any entrance." },
  { "salto_ks_subscription_limit_exceeded", "The site has no Salto KS subscription left for this user." },
  { "failed_to_create_on_acs_system", "The user could not be created on the access system." },
  { "failed_to_update_on_acs_system", "The latest changes of this user could not be written to the access system." },
  { "deleted_externally", "This user has been deleted on the access system." },
  { "being_deleted", "This is being deleted." },
  { "waiting_to_be_issued", "The credential waits to be encoded on a card." },
  { "needs_to_be_reissued", "The card has to be encoded again before it has the latest changes." },
  { "schedule_externally_modified", "The validity has been changed outside of Seam." },
  { "schedule_modified", "The start was in the past and has been moved to now." },
  { "unknown_issue_with_acs_credential", "The access system reports a problem with this credential." },
  { "unknown_issue_with_acs_user", "The access system reports a problem with this user." },
  { "failed_to_encode", "The encoder lost the card before it was written." },
  { "provider_rejected_credential", "The access system has refused this credential." },
};

static const char *
get_message (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    if (g_str_equal (messages[i].code, code))
      return messages[i].message;

  g_error ("No message for the code %s", code);
}

static char *
make_problems (JsonObject *row,
               const char *member,
               const char *code_member,
               gint64      created_at)
{
  GString *json;
  JsonArray *codes;

  if (!json_object_has_member (row, member))
    return NULL;

  json = g_string_new ("[");
  codes = json_object_get_array_member (row, member);

  for (guint i = 0; i < json_array_get_length (codes); i++)
    {
      const char *code = json_array_get_string_element (codes, i);

      g_string_append (json, i > 0 ? ",{" : "{");
      sandbox_json_append_string (json, code_member, code);
      sandbox_json_append_string (json, "message", get_message (code));
      sandbox_json_append_time (json, "created_at", created_at);
      g_string_append_c (json, '}');
    }

  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

static const char *
get_text (JsonObject *row,
          const char *member)
{
  return json_object_get_string_member_with_default (row, member, NULL);
}

static gboolean
get_flag (JsonObject *row,
          const char *member)
{
  return json_object_get_boolean_member_with_default (row, member, FALSE);
}

static char *
make_text (const char *first,
           const char *second,
           const char *third)
{
  g_autofree char *text = g_strjoin ("\n", first, second != NULL ? second : "", third != NULL ? third : "", NULL);

  return g_utf8_casefold (text, -1);
}

static char *
make_identity_id (guint32 user)
{
  char *text = g_malloc (SANDBOX_ID_LENGTH + 1);
  SandboxId id;

  sandbox_id_init (&id, KIND_USER_IDENTITY, user);
  sandbox_id_format (&id, text);

  return text;
}

/* Who somebody is in the data: two may have the same name in two access systems. */
static char *
make_person_key (JsonObject *row,
                 const char *name)
{
  return g_strconcat (get_text (row, "system"), "/", name, NULL);
}

/* @users: those that were loaded before; somebody can be the same person as one of them. */
static void
load_user (SandboxState *state,
           guint32       index,
           JsonObject   *row,
           GHashTable   *users)
{
  SandboxRecord *record = sandbox_state_get (state, SANDBOX_USER, index);
  SandboxDetail *detail = sandbox_state_ensure_detail (record);
  const char *same_as = get_text (row, "same_as");
  g_autofree char *errors = make_problems (row, "errors", "error_code", state->born_at - SANDBOX_HOUR);
  g_autofree char *warnings = make_problems (row, "warnings", "warning_code", state->born_at - SANDBOX_HOUR);
  SandboxUserFacts facts = {
    .display_name = get_text (row, "display"),
    .full_name = get_text (row, "name"),
    .email_address = get_text (row, "email"),
    .phone_number = get_text (row, "phone"),
    .starts_at = sandbox_sites_read_time (row, "starts", state->born_at),
    .ends_at = sandbox_sites_read_time (row, "ends", state->born_at),
    .synced_at = state->born_at - 7 * SANDBOX_MINUTE,
    .is_subscribed = (int) json_object_get_int_member_with_default (row, "subscribed", -1),
    .errors = errors,
    .warnings = warnings,
  };
  GString *members = g_string_new (NULL);

  if (same_as != NULL)
    g_assert (g_hash_table_contains (users, same_as));
  if (get_flag (row, "identity") || same_as != NULL)
    detail->identity_id = make_identity_id (same_as != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (users, same_as))
                                                            : index);
  facts.identity_id = detail->identity_id;

  record->system = sandbox_sites_find (state, get_text (row, "system"));
  record->created_at = sandbox_sites_read_time (row, "created", state->born_at);
  if (get_flag (row, "suspended"))
    record->flags |= SANDBOX_FLAG_SUSPENDED;

  sandbox_facts_append_user (&facts, sandbox_state_get_site (state, record->system), members);
  detail->members = g_string_free (members, FALSE);
  detail->text = make_text (facts.full_name, facts.email_address, facts.phone_number);
}

static guint64
read_opens (SandboxState *state,
            JsonObject   *row,
            JsonArray    *entrances)
{
  JsonArray *names = json_object_get_array_member (row, "opens");
  guint64 opens = 0;

  for (guint i = 0; i < json_array_get_length (names); i++)
    {
      const char *name = json_array_get_string_element (names, i);

      for (guint j = 0; j < json_array_get_length (entrances); j++)
        {
          JsonObject *entrance = json_array_get_object_element (entrances, j);
          JsonObject *members = json_object_get_object_member (entrance, "members");

          if (g_str_equal (get_text (entrance, "system"), get_text (row, "system"))
              && g_str_equal (get_text (members, "display_name"), name))
            opens |= G_GUINT64_CONSTANT (1) << j;
        }
    }

  return opens;
}

static char *
make_visionline_metadata (SandboxState *state,
                          guint32       index,
                          guint64       opens,
                          gboolean      is_guest)
{
  GString *json = g_string_new ("{");
  gboolean first = TRUE;

  g_string_append_printf (json, "\"card_function_type\":\"%s\",\"card_id\":\"%u\",\"credential_id\":\"%u\","
                          "\"is_valid\":true,\"auto_join\":false,\"guest_acs_entrance_ids\":[",
                          is_guest ? "guest" : "staff", 30400 + index, 7100 + index);

  for (guint i = 0; i < state->n[SANDBOX_ENTRANCE]; i++)
    {
      char id[SANDBOX_ID_LENGTH + 1];

      if (!(opens & G_GUINT64_CONSTANT (1) << i))
        continue;

      sandbox_id_format (&sandbox_state_get (state, SANDBOX_ENTRANCE, i)->id, id);
      g_string_append_printf (json, "%s\"%s\"", first ? "" : ",", id);
      first = FALSE;
    }

  g_string_append (json, "]}");

  return g_string_free (json, FALSE);
}

static void
load_holder (SandboxState *state,
             guint32       index,
             JsonObject   *row,
             GHashTable   *users)
{
  SandboxRecord *record = sandbox_state_get (state, SANDBOX_CREDENTIAL, index);
  const char *holder = get_text (row, "holder");
  const char *identity = get_text (row, "identity");
  g_autofree char *key = make_person_key (row, holder);

  if (holder != NULL)
    {
      g_assert (g_hash_table_contains (users, key));
      record->holder = GPOINTER_TO_UINT (g_hash_table_lookup (users, key));
    }
  if (identity != NULL)
    {
      g_assert (g_hash_table_contains (users, identity));
      record->detail->identity_id = make_identity_id (GPOINTER_TO_UINT (g_hash_table_lookup (users, identity)));
    }

  if (get_flag (row, "stuck"))
    {
      record->flags |= SANDBOX_FLAG_STUCK;
      record->sync_due = SANDBOX_SYNC_NEVER;
    }
  else if (sandbox_state_get_site (state, record->system)->sync_delay != SANDBOX_SYNC_SILENT)
    {
      record->sync_due = record->created_at + 4 * SANDBOX_SECOND;
    }
}

static void
load_credential (SandboxState *state,
                 guint32       index,
                 JsonObject   *row,
                 guint64       opens)
{
  SandboxRecord *record = sandbox_state_get (state, SANDBOX_CREDENTIAL, index);
  SandboxDetail *detail = sandbox_state_ensure_detail (record);
  g_autofree char *errors = make_problems (row, "errors", "error_code", state->born_at - SANDBOX_HOUR);
  g_autofree char *warnings = make_problems (row, "warnings", "warning_code", state->born_at - SANDBOX_HOUR);
  g_autofree char *metadata = NULL;
  SandboxCredentialFacts facts = {
    .display_name = get_text (row, "name"),
    .access_method = get_text (row, "method"),
    .code = get_text (row, "code"),
    .card_number = get_text (row, "number"),
    .starts_at = sandbox_sites_read_time (row, "starts", state->born_at),
    .ends_at = sandbox_sites_read_time (row, "ends", state->born_at),
    .issued_at = sandbox_sites_read_time (row, "issued", state->born_at),
    .can_be_issued = g_str_equal (get_text (row, "method"), "card"),
    .is_one_time_use = get_flag (row, "once"),
    .is_multi_phone = get_flag (row, "multi_phone"),
    .errors = errors,
    .warnings = warnings,
  };
  GString *members = g_string_new (NULL);

  record->system = sandbox_sites_find (state, get_text (row, "system"));
  record->created_at = sandbox_sites_read_time (row, "created", state->born_at);
  detail->opens = opens;
  if (facts.is_multi_phone)
    record->flags |= SANDBOX_FLAG_MULTI_PHONE;

  if (g_str_equal (get_text (row, "system"), "hotel"))
    facts.metadata = metadata = make_visionline_metadata (state, index, opens, facts.ends_at != 0);

  sandbox_facts_append_credential (&facts, sandbox_state_get_site (state, record->system), members);
  detail->members = g_string_free (members, FALSE);
  detail->text = make_text (facts.display_name, facts.code, facts.card_number);
}

/**
 * sandbox_state_new_demo:
 *
 * Returns: (transfer full): the demo workspace, its dates relative to now
 */
SandboxState *
sandbox_state_new_demo (void)
{
  g_autoptr(JsonNode) sites_root = sandbox_sites_load_data ("sites.json");
  g_autoptr(JsonNode) root = sandbox_sites_load_data ("people.json");
  g_autoptr(GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *entrances = json_object_get_array_member (json_node_get_object (sites_root), "entrances");
  JsonArray *users = json_object_get_array_member (json_node_get_object (root), "users");
  JsonArray *credentials = json_object_get_array_member (json_node_get_object (root), "credentials");
  SandboxState *state = sandbox_state_new (NULL);

  sandbox_sites_load (state);
  sandbox_state_set_count (state, SANDBOX_USER, json_array_get_length (users));
  sandbox_state_set_count (state, SANDBOX_CREDENTIAL, json_array_get_length (credentials));

  for (guint i = 0; i < json_array_get_length (users); i++)
    {
      JsonObject *row = json_array_get_object_element (users, i);

      load_user (state, i, row, by_name);
      g_hash_table_insert (by_name, make_person_key (row, get_text (row, "name")), GUINT_TO_POINTER (i));
    }

  for (guint i = 0; i < json_array_get_length (credentials); i++)
    {
      JsonObject *row = json_array_get_object_element (credentials, i);

      load_credential (state, i, row, read_opens (state, row, entrances));
      load_holder (state, i, row, by_name);
    }

  sandbox_state_index (state);

  return state;
}
