/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a person or a credential when the workspace is made, and its JSON members. */
#include "sandbox-facts.h"

#include "sandbox-json.h"

static void
append_common (const char *errors,
               const char *warnings,
               GString    *json)
{
  sandbox_json_append_boolean (json, "is_managed", TRUE);
  sandbox_json_append_raw (json, "errors", errors != NULL ? errors : "[]");
  sandbox_json_append_raw (json, "warnings", warnings != NULL ? warnings : "[]");
}

static void
append_schedule (const SandboxUserFacts *facts,
                 GString                *json)
{
  sandbox_json_append_raw (json, "access_schedule", "{");
  sandbox_json_append_time (json, "starts_at", facts->starts_at);

  if (facts->ends_at != 0)
    sandbox_json_append_time (json, "ends_at", facts->ends_at);
  else
    sandbox_json_append_raw (json, "ends_at", "null");

  g_string_append_c (json, '}');
}

static void
append_person (const SandboxUserFacts *facts,
               GString                *json)
{
  sandbox_json_append_string (json, "display_name", facts->full_name);
  sandbox_json_append_string (json, "full_name", facts->full_name);
  sandbox_json_append_string (json, "email_address", facts->email_address);
  sandbox_json_append_string (json, "email", facts->email_address);
  sandbox_json_append_string (json, "phone_number", facts->phone_number);
}

/**
 * sandbox_facts_append_user:
 * @facts: what is known
 * @site: the access system
 * @json: what to append to
 *
 * Appends the members of an ACS user that don't change by themselves.
 */
void
sandbox_facts_append_user (const SandboxUserFacts *facts,
                           const SandboxSite      *site,
                           GString                *json)
{
  if (facts->display_name != NULL)
    {
      sandbox_json_append_string (json, "display_name", facts->display_name);
      sandbox_json_append_string (json, "full_name", facts->display_name);
    }
  else
    {
      append_person (facts, json);
    }
  sandbox_json_append_string (json, "external_type", site->user_type);
  sandbox_json_append_string (json, "external_type_display_name", site->user_type_name);

  if (facts->identity_id != NULL)
    {
      sandbox_json_append_string (json, "user_identity_id", facts->identity_id);
      sandbox_json_append_string (json, "user_identity_full_name", facts->full_name);
      sandbox_json_append_string (json, "user_identity_email_address", facts->email_address);
      sandbox_json_append_string (json, "user_identity_phone_number", facts->phone_number);
    }

  if (facts->starts_at != 0)
    append_schedule (facts, json);

  if (facts->is_subscribed >= 0)
    sandbox_json_append_raw (json, "salto_ks_metadata",
                             facts->is_subscribed ? "{\"is_subscribed\":true}" : "{\"is_subscribed\":false}");

  if (facts->synced_at != 0)
    sandbox_json_append_time (json, "last_successful_sync_at", facts->synced_at);
  else
    sandbox_json_append_raw (json, "last_successful_sync_at", "null");

  append_common (facts->errors, facts->warnings, json);
}

/**
 * sandbox_facts_append_credential:
 * @facts: what is known
 * @site: the access system
 * @json: what to append to
 *
 * Appends the members of an ACS credential that don't change by themselves.
 */
void
sandbox_facts_append_credential (const SandboxCredentialFacts *facts,
                                 const SandboxSite            *site,
                                 GString                      *json)
{
  gboolean is_card = g_str_equal (facts->access_method, "card");

  sandbox_json_append_string (json, "display_name", facts->display_name);
  sandbox_json_append_string (json, "access_method", facts->access_method);
  sandbox_json_append_string (json, "code", facts->code);
  sandbox_json_append_string (json, "card_number", facts->card_number);
  sandbox_json_append_string (json, "external_type", is_card ? site->card_type : site->credential_type);
  sandbox_json_append_string (json, "external_type_display_name",
                              is_card ? site->card_type_name : site->credential_type_name);

  if (facts->starts_at != 0)
    sandbox_json_append_time (json, "starts_at", facts->starts_at);
  if (facts->ends_at != 0)
    sandbox_json_append_time (json, "ends_at", facts->ends_at);

  if (facts->can_be_issued)
    {
      sandbox_json_append_boolean (json, "is_issued", facts->issued_at != 0);
      if (facts->issued_at != 0)
        sandbox_json_append_time (json, "issued_at", facts->issued_at);
      else
        sandbox_json_append_raw (json, "issued_at", "null");
    }

  if (facts->is_one_time_use)
    sandbox_json_append_boolean (json, "is_one_time_use", TRUE);
  if (g_str_equal (facts->access_method, "mobile_key"))
    sandbox_json_append_boolean (json, "is_multi_phone_sync_credential", facts->is_multi_phone);
  if (facts->metadata != NULL)
    sandbox_json_append_raw (json, "visionline_metadata", facts->metadata);

  append_common (facts->errors, facts->warnings, json);
}
