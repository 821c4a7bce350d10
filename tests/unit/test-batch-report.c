/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a batch: of what waits for its turn, and of what somebody else was faster with. */
#include <string.h>

#include "lanyard-batch-line.h"
#include "lanyard-batch-progress-text.h"
#include "lanyard-batch-text.h"
#include "lanyard-change-holder.h"
#include "lanyard-change-suspension.h"
#include "lanyard-entry-text.h"
#include "work-fixture.h"

typedef struct
{
  Work          work;
  LanyardBatch *batch;
  gboolean      running;
} Desk;

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func (g_object_unref);

  work_set_up (&desk->work, NULL);
  g_ptr_array_add (plan, lanyard_change_new_assign (desk->work.card, desk->work.ada, NULL));
  desk->batch = lanyard_batch_new (desk->work.base.changes, plan);
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  g_clear_object (&desk->batch);
  work_tear_down (&desk->work, NULL);
}

static void
on_run (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_assert_true (lanyard_batch_run_finish (LANYARD_BATCH (source), result, NULL));
  ((Desk *) data)->running = FALSE;
}

static void
start (Desk *desk)
{
  desk->running = TRUE;
  lanyard_batch_run_async (desk->batch, NULL, on_run, desk);
}

static void
wait_for_end (Desk *desk)
{
  while (desk->running)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_holder (Desk     *desk,
            SeamUser *holder)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"holder\": \"%s\"}",
                                           work_id_of (desk->work.card), work_id_of (holder));

  directory_fixture_set (&desk->work.base, json);
}

/* The row says who has it, and so does the text of the whole. */
static void
test_somebody_faster (Desk          *desk,
                      gconstpointer  data)
{
  g_autoptr (LanyardBatchLine) line = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *text = NULL;

  set_holder (desk, desk->work.ben);
  start (desk);
  wait_for_end (desk);
  reason = g_strdup_printf ("The credential is now assigned to %s",
                            seam_record_get_display_name (SEAM_RECORD (desk->work.ben)));
  line = lanyard_batch_line_new (desk->batch, 0);
  g_assert_nonnull (strstr (lanyard_batch_line_get_text (line), reason));
  text = lanyard_batch_text (desk->batch);
  g_assert_nonnull (strstr (text, reason));
}

static void
assert_said (LanyardEntry *entry,
             const char   *step,
             const char   *phrase)
{
  g_autofree char *said = lanyard_entry_step_text (entry);
  g_autofree char *text = lanyard_entry_under_way_text (entry);

  g_assert_cmpstr (said, ==, step);
  g_assert_nonnull (strstr (text, phrase));
}

/* What waits is not said to be on its way. */
static void
test_waiting (Desk          *desk,
              gconstpointer  data)
{
  start (desk);
  lanyard_course_pause (lanyard_batch_get_course (desk->batch));
  while (lanyard_batch_get_state (desk->batch) != LANYARD_BATCH_STATE_PAUSED)
    g_main_context_iteration (NULL, TRUE);
  assert_said (lanyard_batch_get_entry (desk->batch, 0), "Waiting…", " will be assigned to ");
  lanyard_course_go_on (lanyard_batch_get_course (desk->batch));
  while (!lanyard_entry_get_is_sent (lanyard_batch_get_entry (desk->batch, 0)))
    g_main_context_iteration (NULL, TRUE);
  assert_said (lanyard_batch_get_entry (desk->batch, 0), "Assigning…", "Assigning ");
  wait_for_end (desk);
}

static void
assert_title (Desk          *desk,
              LanyardChange *change,
              LanyardChange *other,
              const char    *title)
{
  g_autoptr (GPtrArray) plan = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LanyardBatch) batch = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (plan, change);
  if (other != NULL)
    g_ptr_array_add (plan, other);
  batch = lanyard_batch_new (desk->work.base.changes, plan);
  text = lanyard_batch_title_text (batch);
  g_assert_cmpstr (text, ==, title);
}

/* What it does, as long as that is the same for all of it. */
static void
test_titles (Desk          *desk,
             gconstpointer  data)
{
  SeamUser *ada = desk->work.ada, *ben = desk->work.ben;

  assert_title (desk, lanyard_change_new_assign (desk->work.card, ada, NULL), NULL, "Assigning 1 credential");
  assert_title (desk, lanyard_change_new_suspend (ada), lanyard_change_new_suspend (ben), "Suspending 2 users");
  assert_title (desk, lanyard_change_new_suspend (ada), NULL, "Suspending 1 user");
  assert_title (desk, lanyard_change_new_restore (ada), lanyard_change_new_restore (ben),
                "Restoring access for 2 users");
  assert_title (desk, lanyard_change_new_suspend (ada), lanyard_change_new_restore (ben), "Making 2 changes");
}

#define ADD(path, test) g_test_add ("/batch-report/" path, Desk, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("somebody-faster", test_somebody_faster);
  ADD ("waiting", test_waiting);
  ADD ("titles", test_titles);

  return g_test_run ();
}
