/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real client on a sandbox that runs, and each of its routes as a row of a table. */
#pragma once

#include "sandbox-fixture.h"
#include "seam.h"

typedef struct
{
  SandboxFixture base;
  SeamClient *client;
  char *system; /* the hotel */
  char *ada;    /* of the hotel */
  char *card;   /* of the hotel; nobody has it */
} ClientFixture;

typedef enum
{
  CLIENT_SHAPE_ONE,
  CLIENT_SHAPE_ALL,
  CLIENT_SHAPE_PAGE,
  CLIENT_SHAPE_WRITE,
} ClientShape;

typedef struct _ClientRoute ClientRoute;

/* One call of the client; what it takes and what came of it. */
typedef struct
{
  ClientFixture *fixture;
  const ClientRoute *route;
  const char *credential; /* the fixture's card, where nothing else is set */
  SeamListQuery query;
  const char *cursor;
  GCancellable *cancellable;

  gboolean is_done;
  gint64 duration; /* microseconds, once it is done */
  GError *error;
  SeamRecord *record; /* of a write: what the server was last seen to have */
  GPtrArray *records;
  SeamPage *page;
} ClientCall;

struct _ClientRoute
{
  const char *path;
  ClientShape shape;
  void (*start) (ClientCall         *call,
                 GAsyncReadyCallback callback);
  void (*finish) (ClientCall   *call,
                  GAsyncResult *result);
};

extern const ClientRoute client_get_workspace, client_list_workspaces, client_list_systems, client_list_users,
  client_get_user, client_list_credentials, client_get_credential, client_list_entrances, client_assign,
  client_unassign, client_unassign_identity, client_suspend, client_unsuspend;

void  client_fixture_set_up    (ClientFixture     *fixture,
                                gconstpointer      data);
void  client_fixture_tear_down (ClientFixture     *fixture,
                                gconstpointer      data);
void  client_fixture_use       (ClientFixture     *fixture,
                                const char        *endpoint,
                                const char        *key);

void  client_call_start        (ClientCall        *call,
                                ClientFixture     *fixture,
                                const ClientRoute *route);
void  client_call_wait         (ClientCall        *call);
void  client_call_run          (ClientCall        *call,
                                ClientFixture     *fixture,
                                const ClientRoute *route);
void  client_call_clear        (ClientCall        *call);
void  client_call_assert_ok    (ClientCall        *call);
void  client_call_assert_error (ClientCall        *call,
                                SeamErrorCode      code);

char *client_fixture_holder    (ClientFixture     *fixture,
                                const char        *credential);
guint client_fixture_count     (ClientFixture     *fixture,
                                const char        *path);
void  client_fixture_set       (ClientFixture     *fixture,
                                const char        *credential,
                                const char        *holder);
void  client_fixture_wait_for  (ClientFixture     *fixture,
                                const char        *path,
                                guint              n);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClientCall, client_call_clear)
