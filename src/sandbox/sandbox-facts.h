/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a person or a credential when the workspace is made, and its JSON members. */
#pragma once

#include "sandbox-state.h"

G_BEGIN_DECLS

typedef struct
{
  const char *display_name; /* NULL: the full name; else this is all that the access system itself knows of them */
  const char *full_name;
  const char *email_address;
  const char *phone_number;
  const char *identity_id;
  gint64 starts_at; /* 0: always */
  gint64 ends_at;   /* 0: never ends */
  gint64 synced_at; /* 0: null */
  int is_subscribed; /* -1: not said */
  const char *errors; /* JSON */
  const char *warnings;
} SandboxUserFacts;

typedef struct
{
  const char *display_name;
  const char *access_method;
  const char *code;
  const char *card_number;
  gint64 starts_at;
  gint64 ends_at;
  gint64 issued_at; /* 0: not issued, when that is said at all */
  gboolean can_be_issued;
  gboolean is_one_time_use;
  gboolean is_multi_phone;
  const char *metadata; /* (nullable): visionline_metadata, JSON */
  const char *errors;
  const char *warnings;
} SandboxCredentialFacts;

void sandbox_facts_append_user       (const SandboxUserFacts       *facts,
                                      const SandboxSite            *site,
                                      GString                      *json);
void sandbox_facts_append_credential (const SandboxCredentialFacts *facts,
                                      const SandboxSite            *site,
                                      GString                      *json);

G_END_DECLS
