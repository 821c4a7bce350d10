/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real client on a server that says what it was told to say. */
#include "stub-fixture.h"

void
stub_fixture_set_up (StubFixture *fixture,
                     const char  *card,
                     const char  *user)
{
  fixture->server = stub_server_new (NULL);
  fixture->client.card = g_strdup (card);
  fixture->client.ada = g_strdup (user);
  client_fixture_use (&fixture->client, fixture->server->endpoint, "seam_key");
}

void
stub_fixture_tear_down (StubFixture  *fixture,
                        gconstpointer data)
{
  g_clear_object (&fixture->client.client);
  g_free (fixture->client.card);
  g_free (fixture->client.ada);
  stub_server_free (fixture->server);
}
