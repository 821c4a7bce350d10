/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sandbox that runs, and plain HTTP to it. */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "lanyard-sandbox.h"

#define WORKSPACE "e220a839-7b1d-4daf-8e10-c4d3e1083355"

typedef struct
{
  LanyardSandbox *sandbox;
  SoupSession *session;
  char *key;       /* what the next requests are sent with; NULL: the sandbox's */
  char *workspace; /* the seam-workspace header, if any */

  /* The last answer. */
  guint status;
  char *text;
  JsonNode *json; /* NULL: no JSON */
  SoupMessage *message;
} SandboxFixture;

void        fixture_set_up         (SandboxFixture *fixture,
                                    gconstpointer   data);
void        fixture_set_up_sized   (SandboxFixture *fixture,
                                    gconstpointer   data);
void        fixture_tear_down      (SandboxFixture *fixture,
                                    gconstpointer   data);
gboolean    fixture_try_send       (SandboxFixture *fixture,
                                    const char     *method,
                                    const char     *path,
                                    const char     *body);
JsonObject *fixture_send           (SandboxFixture *fixture,
                                    const char     *method,
                                    const char     *path,
                                    const char     *body);
JsonObject *fixture_ask            (SandboxFixture *fixture,
                                    const char     *path,
                                    const char     *body);
void        fixture_assert_refused (SandboxFixture *fixture,
                                    const char     *path,
                                    const char     *body,
                                    guint           status,
                                    const char     *type);
void        fixture_control        (SandboxFixture *fixture,
                                    const char     *path,
                                    const char     *json);
char       *fixture_find           (SandboxFixture *fixture,
                                    const char     *kind,
                                    const char     *search);
char       *fixture_make_pair      (const char *credential,
                                    const char *user);
JsonObject *fixture_get_credential (SandboxFixture *fixture,
                                    const char     *credential);
char       *fixture_get_holder     (SandboxFixture *fixture,
                                    const char     *credential);
char       *fixture_find_free_card (SandboxFixture *fixture);
