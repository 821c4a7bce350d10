/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace is left while a change is tried again: what was begun goes on to its end all the same, and is on record
 * as what it came to. What stops it is its own cancellable, as long as nothing was sent. */
#include "journal-fixture.h"
#include "work-fixture.h"

typedef struct
{
  Work          work;
  LanyardEntry *entry; /* of the retry, once it is begun */
  GCancellable *cancellable;
  gboolean      is_sent; /* what is_at() waits for */
} Leaving;

static void
on_begun (LanyardChanges *changes,
          LanyardEntry   *entry,
          Leaving        *leaving)
{
  g_set_object (&leaving->entry, entry);
}

/* What was refused first is tried again, and hangs at @route. */
static void
begin_retry (Leaving    *leaving,
             const char *route)
{
  Work *work = &leaving->work;
  LanyardSandbox *sandbox = work->base.base.sandbox;
  g_autoptr (LanyardEntry) refused = NULL;

  lanyard_sandbox_add_fault (sandbox, "/acs/credentials/assign", "status", "{\"status\": 400}");
  work_assign (work, work->ada, NULL);
  work_assert_outcome (work, LANYARD_OUTCOME_REFUSED);
  refused = g_object_ref (work->entry);
  lanyard_sandbox_add_fault (sandbox, route, "latency", "{\"delay_ms\": 500}");
  g_signal_connect (work->base.changes, "entry-begun", G_CALLBACK (on_begun), leaving);
  leaving->cancellable = g_cancellable_new ();
  work_begin (work);
  lanyard_changes_retry_async (work->base.changes, refused, leaving->cancellable, work_on_done, work);
}

static gboolean
is_at (DirectoryFixture *fixture)
{
  Leaving *leaving = (Leaving *) fixture;

  return leaving->entry != NULL && lanyard_entry_get_is_sent (leaving->entry) == leaving->is_sent;
}

static void
wait_until (Leaving  *leaving,
            gboolean  is_sent)
{
  leaving->is_sent = is_sent;
  directory_fixture_wait (&leaving->work.base, is_at);
  /* What is sent says so before it has an outcome. */
  g_assert_cmpint (lanyard_entry_get_outcome (leaving->entry), ==, LANYARD_OUTCOME_PENDING);
}

/* Nothing but the change itself holds the workspace any more, and it lets go of it at its end. */
static void
leave (Leaving *leaving)
{
  Work *work = &leaving->work;

  g_clear_object (&work->base.client);
  directory_fixture_close (&work->base);
  g_assert_cmpuint (work->n_pending, ==, 0);
}

/* It is closed, and nothing is left to be found out. */
static void
assert_on_record (Leaving        *leaving,
                  LanyardOutcome  outcome,
                  gboolean        is_sent)
{
  g_autoptr (GPtrArray) entries = journal_list_all (leaving->work.base.journal);

  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_true (entries->pdata[0] == leaving->entry);
  g_assert_cmpint (lanyard_entry_get_outcome (leaving->entry), ==, outcome);
  g_assert_cmpint (lanyard_entry_get_is_sent (leaving->entry), ==, is_sent);
  g_assert_cmpint (lanyard_entry_get_closed_at (leaving->entry), !=, 0);
}

static void
assert_on_server (Leaving  *leaving,
                  SeamUser *holder)
{
  Work *work = &leaving->work;
  g_autofree char *on_server = fixture_get_holder (&work->base.base, work_id_of (work->card));

  g_assert_cmpstr (on_server, ==, holder != NULL ? work_id_of (holder) : NULL);
}

/* When it is left, and what stays then. */
typedef struct
{
  const char    *path;
  const char    *route;     /* where it hangs */
  gboolean       is_sent;   /* by then */
  gboolean       cancelled; /* and so its reading is stopped */
  LanyardOutcome outcome;
} Case;

static const Case cases[] = {
  { "/leaving/before-it-is-sent", "/acs/credentials/get", FALSE, FALSE, LANYARD_OUTCOME_DONE },
  { "/leaving/once-it-is-sent", "/acs/credentials/assign", TRUE, FALSE, LANYARD_OUTCOME_DONE },
  /* On record, and certainly not sent. */
  { "/leaving/cancelled-before", "/acs/credentials/get", FALSE, TRUE, LANYARD_OUTCOME_REFUSED },
  { "/leaving/cancelled-after", "/acs/credentials/assign", TRUE, TRUE, LANYARD_OUTCOME_DONE },
};

static void
test_case (Leaving       *leaving,
           gconstpointer  data)
{
  const Case *this = data;
  gboolean done = this->outcome == LANYARD_OUTCOME_DONE;

  begin_retry (leaving, this->route);
  wait_until (leaving, this->is_sent);
  if (this->cancelled)
    g_cancellable_cancel (leaving->cancellable);
  leave (leaving);
  assert_on_record (leaving, this->outcome, done);
  assert_on_server (leaving, done ? leaving->work.ada : NULL);
}

static void
set_up (Leaving       *leaving,
        gconstpointer  data)
{
  work_set_up (&leaving->work, NULL);
}

static void
tear_down (Leaving       *leaving,
           gconstpointer  data)
{
  DirectoryFixture *base = &leaving->work.base;

  g_clear_object (&leaving->entry);
  g_clear_object (&leaving->cancellable);
  base->client = seam_client_new (lanyard_sandbox_get_endpoint (base->base.sandbox),
                                  lanyard_sandbox_get_key (base->base.sandbox), NULL, NULL);
  directory_fixture_open (base);
  work_tear_down (&leaving->work, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Leaving, &cases[i], set_up, test_case, tear_down);

  return g_test_run ();
}
