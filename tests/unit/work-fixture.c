/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card, and people to give it to; what is done with it, waited for. */
#include "work-fixture.h"

#include "lanyard-change-holder.h"

void
work_set_up (Work         *work,
             gconstpointer data)
{
  g_autoptr (GPtrArray) credentials = NULL;
  g_autoptr (GPtrArray) users = NULL;
  const char *system_id;

  directory_fixture_set_up (&work->base, GUINT_TO_POINTER (60));
  directory_fixture_load (&work->base);
  credentials = lanyard_store_get_keys (lanyard_directory_get_credentials (work->base.directory));
  for (guint i = 0; work->card == NULL; i++)
    {
      SeamCredential *credential = SEAM_CREDENTIAL (((LanyardKey *) credentials->pdata[i])->record);

      if (seam_credential_get_user_id (credential) == NULL)
        work->card = g_object_ref (credential);
    }
  system_id = seam_credential_get_system_id (work->card);
  users = lanyard_store_get_keys (lanyard_directory_get_users (work->base.directory));
  for (guint i = 0; i < users->len; i++)
    {
      SeamUser *user = SEAM_USER (((LanyardKey *) users->pdata[i])->record);
      SeamUser **whose = seam_user_get_system_id (user) != system_id ? &work->stranger
                         : work->ada == NULL ? &work->ada : &work->ben;

      g_set_object (whose, user);
    }
}

void
work_tear_down (Work         *work,
                gconstpointer data)
{
  g_clear_object (&work->card);
  g_clear_object (&work->ada);
  g_clear_object (&work->ben);
  g_clear_object (&work->stranger);
  g_clear_object (&work->entry);
  g_clear_error (&work->error);
  directory_fixture_tear_down (&work->base, NULL);
}

const char *
work_id_of (gpointer record)
{
  return seam_record_get_id (record);
}

static gboolean
is_done (DirectoryFixture *fixture)
{
  return ((Work *) fixture)->n_pending == 0;
}

void
work_begin (Work *work)
{
  g_clear_object (&work->entry);
  g_clear_error (&work->error);
  work->n_pending++;
}

void
work_on_done (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  Work *work = data;

  work->entry = lanyard_changes_finish (LANYARD_CHANGES (source), result, &work->error);
  work->n_pending--;
}

void
work_wait (Work *work)
{
  directory_fixture_wait (&work->base, is_done);
}

static void
start (Work          *work,
       LanyardChange *change)
{
  work_begin (work);
  lanyard_changes_run_async (work->base.changes, change, NULL, work_on_done, work);
}

void
work_run (Work          *work,
          LanyardChange *change)
{
  start (work, change);
  work_wait (work);
}

void
work_start_assign (Work     *work,
                   SeamUser *to,
                   SeamUser *from)
{
  g_autoptr (LanyardChange) change = lanyard_change_new_assign (work->card, to, from);

  start (work, change);
}

void
work_assign (Work     *work,
             SeamUser *to,
             SeamUser *from)
{
  work_start_assign (work, to, from);
  work_wait (work);
}

void
work_unassign (Work *work)
{
  g_autoptr (LanyardChange) change = lanyard_change_new_unassign (work->base.directory, work->card);

  work_run (work, change);
}

void
work_undo (Work *work)
{
  g_autoptr (LanyardEntry) entry = g_object_ref (work->entry);

  work_begin (work);
  lanyard_changes_undo_async (work->base.changes, entry, NULL, work_on_done, work);
  work_wait (work);
}

void
work_retry (Work *work)
{
  g_autoptr (LanyardEntry) entry = g_object_ref (work->entry);

  work_begin (work);
  lanyard_changes_retry_async (work->base.changes, entry, NULL, work_on_done, work);
  work_wait (work);
}

void
work_assert_holder (Work     *work,
                    SeamUser *holder)
{
  g_autofree char *on_server = fixture_get_holder (&work->base.base, work_id_of (work->card));
  LanyardKey *key = lanyard_store_lookup_key (lanyard_directory_get_credentials (work->base.directory),
                                              work_id_of (work->card));

  g_assert_cmpstr (on_server, ==, holder != NULL ? work_id_of (holder) : NULL);
  g_assert_true (seam_credential_get_holder (work->card) == holder);
  g_assert_cmpstr (seam_credential_get_user_id (work->card), ==, holder != NULL ? work_id_of (holder) : NULL);
  g_assert_false (seam_credential_get_busy (work->card));
  g_assert_true (key->record == SEAM_RECORD (work->card));
  g_assert_cmpuint (key->is_assigned, ==, holder != NULL);
}

void
work_assert_outcome (Work          *work,
                     LanyardOutcome outcome)
{
  g_assert_no_error (work->error);
  g_assert_cmpint (lanyard_entry_get_outcome (work->entry), ==, outcome);
}
