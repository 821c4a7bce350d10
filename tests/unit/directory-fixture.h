/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A directory on a sandbox that runs. */
#pragma once

#include "lanyard-changes.h"
#include "sandbox-fixture.h"

typedef struct
{
  SandboxFixture    base;
  SeamClient       *client;
  LanyardJournal   *journal;
  LanyardDirectory *directory;
  LanyardChanges   *changes;
} DirectoryFixture;

typedef gboolean (*DirectoryCondition) (DirectoryFixture *fixture);

/* @data is a workspace's users and as many credentials; 0: the demo. */
void  directory_fixture_set_up    (DirectoryFixture   *fixture,
                                   gconstpointer       data);
void  directory_fixture_tear_down (DirectoryFixture   *fixture,
                                   gconstpointer       data);
void  directory_fixture_wait      (DirectoryFixture   *fixture,
                                   DirectoryCondition  condition);
void  directory_fixture_load      (DirectoryFixture   *fixture);
char *directory_fixture_log       (DirectoryFixture   *fixture);
void  directory_fixture_set       (DirectoryFixture   *fixture,
                                   const char         *json);
void  directory_fixture_open      (DirectoryFixture   *fixture);
void  directory_fixture_close     (DirectoryFixture   *fixture);
