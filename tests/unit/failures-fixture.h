/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Access systems of a sandbox that fail, and what a directory says of them. */
#pragma once

#include "directory-fixture.h"

#define SIZE 90
#define N_SYSTEMS 3
#define USERS "/acs/users/list"
#define CREDENTIALS "/acs/credentials/list"
#define ALWAYS "\"times\": 0"

/* The access systems as the server has them, and the id of one of them. */
GPtrArray         *failures_list_systems    (DirectoryFixture *fixture);
const char        *failures_id_of           (GPtrArray        *systems,
                                             guint             i);

/* Has @route fail for one access system; and nothing fail any more. */
void               failures_add             (DirectoryFixture *fixture,
                                             const char       *route,
                                             const char       *system_id,
                                             const char       *kind,
                                             const char       *options);
void               failures_clear           (DirectoryFixture *fixture);

/* What the directory says has failed. */
LanyardSystemLoad *failures_get             (DirectoryFixture *fixture,
                                             guint             i);
guint              failures_count           (DirectoryFixture *fixture);
void               failures_assert          (DirectoryFixture *fixture,
                                             guint             i,
                                             const char       *system_id,
                                             gboolean          users,
                                             gboolean          credentials);

/* What is listed of one access system, and that all is. */
guint              failures_count_records   (LanyardStore     *store,
                                             const char       *system_id);
void               failures_assert_listed   (LanyardStore     *store,
                                             const char       *system_id);
void               failures_assert_complete (DirectoryFixture *fixture);

/* @system_id: NULL: whatever has failed. */
void               failures_retry           (DirectoryFixture *fixture,
                                             const char       *system_id);
/* How often what was asked for; of whatever access system when @system_id is NULL. */
guint              failures_count_asked     (DirectoryFixture *fixture,
                                             const char       *route,
                                             const char       *system_id);
