/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real client on a server that says what it was told to say. */
#pragma once

#include "client-fixture.h"
#include "stub-server.h"

typedef struct
{
  ClientFixture client;
  StubServer *server;
} StubFixture;

void stub_fixture_set_up    (StubFixture  *fixture,
                             const char   *card,
                             const char   *user);
void stub_fixture_tear_down (StubFixture  *fixture,
                             gconstpointer data);
