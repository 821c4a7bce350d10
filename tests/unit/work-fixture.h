/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card, and people to give it to; what is done with it, waited for. */
#pragma once

#include "directory-fixture.h"

/* A card that nobody has, two people of its access system, and somebody of another. */
typedef struct
{
  DirectoryFixture base;
  SeamCredential  *card;
  SeamUser        *ada;
  SeamUser        *ben;
  SeamUser        *stranger;

  LanyardEntry *entry; /* what the last one came to */
  GError       *error;
  guint         n_pending;
} Work;

void        work_set_up         (Work           *work,
                                 gconstpointer   data);
void        work_tear_down      (Work           *work,
                                 gconstpointer   data);
const char *work_id_of          (gpointer        record);

/* Begins, and is done with in work_on_done(). */
void        work_begin          (Work           *work);
void        work_on_done        (GObject        *source,
                                 GAsyncResult   *result,
                                 gpointer        data);
void        work_wait           (Work           *work);
void        work_run            (Work           *work,
                                 LanyardChange  *change);
void        work_start_assign   (Work           *work,
                                 SeamUser       *to,
                                 SeamUser       *from);
void        work_assign         (Work           *work,
                                 SeamUser       *to,
                                 SeamUser       *from);
void        work_unassign       (Work           *work);
/* What came of the last one. */
void        work_undo           (Work           *work);
void        work_retry          (Work           *work);

/* What is so afterwards, here and on the server. */
void        work_assert_holder  (Work           *work,
                                 SeamUser       *holder);
void        work_assert_outcome (Work           *work,
                                 LanyardOutcome  outcome);
