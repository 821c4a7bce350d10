/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two writes about a credential: assign and unassign.
 *
 * What the API does when a credential is assigned that somebody else holds is not stated, and neither is what it does
 * when one is unassigned from a user who hasn't got it. Here both are refused with 409, so that a client that does not
 * look first can't rob anybody without its tests noticing. Assigning to the holder, and unassigning what nobody holds,
 * change nothing and succeed. */
#include "sandbox-json.h"
#include "sandbox-routes.h"

/* The vendor's first guide, letter by letter: commas that JSON forbids, and another credential than was asked for. */
static const char guide_unassign_answer[] =
  "{\n"
  "  \"acs_credential\": {\n"
  "    \"acs_credential_id\": \"755e6817-985f-4e2f-96b2-6f388456f19b\",\n"
  "    \"display_name\": \"Code 82****\",\n"
  "    \"code\": \"824759\",\n"
  "    \"acs_system_id\": \"b3eb61dc-9b69-42a9-8b73-375832dbeec8\",\n"
  "    \"access_method\": \"card\",\n"
  "    \"workspace_id\": \"398d80b7-3f96-47c2-b85a-6f8ba21d07be\",\n"
  "    \"created_at\": \"2024-02-06T06:50:05.714Z\",\n"
  "    \"visionline_metadata\": {}\n"
  "  },\n"
  "  \"ok\": true\n"
  "}\n";

static void
append_guide_assign_answer (SandboxCall *call,
                            guint32      credential,
                            guint32      user)
{
  char credential_id[SANDBOX_ID_LENGTH + 1], user_id[SANDBOX_ID_LENGTH + 1];

  sandbox_id_format (&sandbox_state_get (call->state, SANDBOX_CREDENTIAL, credential)->id, credential_id);
  sandbox_id_format (&sandbox_state_get (call->state, SANDBOX_USER, user)->id, user_id);

  g_string_printf (call->body,
                   "{\n"
                   "  \"acs_credential\": {\n"
                   "    \"acs_credential_id\": \"%s\",\n"
                   "    \"acs_user_id\": \"%s\",\n"
                   "    \"display_name\": \"Card 82****\",\n"
                   "    \"code\": \"824759\",\n"
                   "    \"acs_system_id\": \"b3eb61dc-9b69-42a9-8b73-375832dbeec8\",\n"
                   "    \"access_method\": \"card\",\n"
                   "    \"workspace_id\": \"398d80b7-3f96-47c2-b85a-6f8ba21d07be\",\n"
                   "    \"created_at\": \"2024-02-06T06:50:05.714Z\",\n"
                   "  },\n"
                   "  \"ok\": true\n"
                   "}\n",
                   credential_id, user_id);
}

static void
answer_write (SandboxCall *call,
              guint32      credential,
              guint32      user)
{
  sandbox_call_begin (call);

  switch (call->style)
    {
    case LANYARD_ANSWER_OBJECT:
      sandbox_json_append_raw (call->body, "acs_credential", "");
      sandbox_state_append_record (call->state, SANDBOX_CREDENTIAL, credential, call->body);
      sandbox_call_end (call);
      break;

    case LANYARD_ANSWER_BARE:
      sandbox_call_end (call);
      break;

    case LANYARD_ANSWER_GUIDE:
      if (user != SANDBOX_NONE)
        append_guide_assign_answer (call, credential, user);
      else
        g_string_assign (call->body, guide_unassign_answer);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* Who has a credential that names an identity and no user; NULL otherwise. */
static const char *
get_identity (SandboxState *state,
              guint32       credential)
{
  SandboxRecord *record = sandbox_state_get (state, SANDBOX_CREDENTIAL, credential);

  return record->holder == SANDBOX_NONE && record->detail != NULL ? record->detail->identity_id : NULL;
}

/* The two parameters of both writes. @user is SANDBOX_NONE when none is named. */
static gboolean
read_pair (SandboxCall *call,
           guint32     *credential,
           guint32     *user)
{
  const char *identity;

  if (!sandbox_call_read_object (call, SANDBOX_CREDENTIAL, TRUE, credential)
      || !sandbox_call_read_object (call, SANDBOX_USER, FALSE, user)
      || !sandbox_call_read_text (call, "user_identity_id", &identity))
    return FALSE;

  if (identity == NULL)
    return TRUE;

  if (*user != SANDBOX_NONE)
    {
      sandbox_call_fail (call, 400, "invalid_input", "Only one of acs_user_id and user_identity_id may be given");
      return FALSE;
    }

  *user = sandbox_state_find_person (call->state,
                                     sandbox_state_get (call->state, SANDBOX_CREDENTIAL, *credential)->system, identity);
  if (*user == SANDBOX_NONE && g_strcmp0 (get_identity (call->state, *credential), identity) != 0)
    {
      sandbox_call_fail (call, 404, "acs_user_not_found", "Could not find an acs_user with this user_identity_id");
      return FALSE;
    }

  return TRUE;
}

/**
 * sandbox_assign:
 * @call: a request
 *
 * Answers /acs/credentials/assign, and /acs/users/assign, which does the same.
 */
void
sandbox_assign (SandboxCall *call)
{
  SandboxRecord *record;
  guint32 credential, user;

  if (!read_pair (call, &credential, &user))
    return;

  if (user == SANDBOX_NONE)
    {
      sandbox_call_fail_parameter (call, "acs_user_id", "Required");
      return;
    }

  record = sandbox_state_get (call->state, SANDBOX_CREDENTIAL, credential);

  if (record->system != sandbox_state_get (call->state, SANDBOX_USER, user)->system)
    {
      sandbox_call_fail (call, 400, "invalid_input",
                         "The acs_credential and the acs_user must belong to the same acs_system");
      return;
    }

  if ((record->holder != SANDBOX_NONE && record->holder != user) || get_identity (call->state, credential) != NULL)
    {
      sandbox_call_fail (call, 409, "acs_credential_already_assigned",
                         "The acs_credential is assigned to another acs_user: unassign it first");
      return;
    }

  sandbox_state_set_holder (call->state, credential, user);
  answer_write (call, credential, user);
}

/**
 * sandbox_unassign:
 * @call: a request
 *
 * Answers /acs/credentials/unassign.
 */
void
sandbox_unassign (SandboxCall *call)
{
  guint32 credential, user, holder;

  if (!read_pair (call, &credential, &user))
    return;

  holder = sandbox_state_get (call->state, SANDBOX_CREDENTIAL, credential)->holder;

  if (user != SANDBOX_NONE && holder != SANDBOX_NONE && holder != user)
    {
      sandbox_call_fail (call, 409, "acs_credential_not_assigned_to_acs_user",
                         "The acs_credential is assigned to another acs_user");
      return;
    }

  if (get_identity (call->state, credential) != NULL)
    {
      g_clear_pointer (&sandbox_state_get (call->state, SANDBOX_CREDENTIAL, credential)->detail->identity_id, g_free);
      sandbox_state_start_sync (call->state, sandbox_state_get (call->state, SANDBOX_CREDENTIAL, credential));
    }
  sandbox_state_set_holder (call->state, credential, SANDBOX_NONE);
  answer_write (call, credential, SANDBOX_NONE);
}
