/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the activity stands: what is on show, and what is beside it, in each state of the journal and its list. */
#include "journal-fixture.h"
#include "lanyard-activity-state.h"
#include "property-checks.h"

typedef struct
{
  const char   *name;
  guint         n_entries;
  const char   *search; /* NULL: none */
  gboolean      loading;
  LanyardRecord record;
  const char   *page;
  gboolean      shows_search;
  gboolean      shows_count;
} Case;

static const Case cases[] = {
  { "empty", 0, NULL, FALSE, LANYARD_RECORD_KEPT, "empty", FALSE, FALSE },
  { "loading", 3, NULL, TRUE, LANYARD_RECORD_KEPT, "loading", TRUE, FALSE },
  { "listed", 3, NULL, FALSE, LANYARD_RECORD_KEPT, "list", TRUE, FALSE },
  { "searching", 3, "Card 2", TRUE, LANYARD_RECORD_KEPT, "loading", TRUE, FALSE },
  { "found", 3, "Card 2", FALSE, LANYARD_RECORD_KEPT, "list", TRUE, TRUE },
  { "no-match", 3, "nobody", FALSE, LANYARD_RECORD_KEPT, "no-match", TRUE, FALSE },
  { "no-match-of-none", 0, "nobody", FALSE, LANYARD_RECORD_KEPT, "no-match", TRUE, FALSE },
  { "broken", 0, NULL, FALSE, LANYARD_RECORD_BROKEN, "broken", FALSE, FALSE },
  /* What is listed was read before. */
  { "broken-later", 3, NULL, FALSE, LANYARD_RECORD_BROKEN, "broken", FALSE, FALSE },
  { "broken-while-searching", 3, "Card 2", TRUE, LANYARD_RECORD_BROKEN, "broken", FALSE, FALSE },
  { "waived", 0, NULL, FALSE, LANYARD_RECORD_WAIVED, "empty", FALSE, FALSE },
  { "waived-later", 3, NULL, FALSE, LANYARD_RECORD_WAIVED, "list", TRUE, FALSE },
};

static void
wait_until_listed (LanyardActivityList *list)
{
  while (lanyard_activity_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static LanyardActivityList *
open_list (JournalFixture *fixture,
           guint           n_entries)
{
  LanyardActivityList *list = lanyard_activity_list_new ();

  journal_fixture_reopen (fixture);
  journal_add_many (fixture, n_entries);
  lanyard_activity_list_set_journal (list, fixture->journal, "workspace-1");
  return list;
}

static void
search (LanyardActivityList *list,
        const char          *text)
{
  g_autoptr (LanyardEntryFilter) filter = lanyard_entry_filter_new (NULL, text);

  lanyard_activity_list_set_filter (list, filter);
}

static void
set_record (LanyardActivityState *state,
            LanyardRecord         record,
            const GError         *error)
{
  g_autoptr (LanyardRecordStanding) standing = lanyard_record_standing_new ();

  lanyard_record_standing_set (standing, record, error);
  lanyard_activity_state_set_record (state, standing);
}

static void
test_case (JournalFixture *fixture,
           gconstpointer   data)
{
  const Case *c = data;
  g_autoptr (LanyardActivityState) state = g_object_new (LANYARD_TYPE_ACTIVITY_STATE, NULL);
  g_autoptr (LanyardActivityList) list = open_list (fixture, c->n_entries);

  search (list, c->search);
  if (!c->loading)
    wait_until_listed (list);
  set_record (state, c->record, NULL);
  lanyard_activity_state_refresh (state, list);
  assert_text (state, "page", c->page);
  assert_flag (state, "shows-search", c->shows_search);
  assert_flag (state, "shows-count", c->shows_count);
  wait_until_listed (list);
}

/* Of what hasn't been read to its end nobody knows how much it is. */
static void
test_count (JournalFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (LanyardActivityState) state = g_object_new (LANYARD_TYPE_ACTIVITY_STATE, NULL);
  g_autoptr (LanyardActivityList) list = open_list (fixture, 130);

  wait_until_listed (list);
  lanyard_activity_state_count (state, list);
  assert_text (state, "count", "100+ results");
  lanyard_activity_list_load_more (list);
  wait_until_listed (list);
  lanyard_activity_state_count (state, list);
  assert_text (state, "count", "130 results");
  search (list, "Card 129");
  wait_until_listed (list);
  lanyard_activity_state_count (state, list);
  assert_text (state, "count", "1 result");
}

/* Why nothing can be written down is said as text, whatever is in it; and that it can be again shows at once. */
static void
test_broken (JournalFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (LanyardActivityState) state = g_object_new (LANYARD_TYPE_ACTIVITY_STATE, NULL);
  g_autoptr (LanyardActivityList) list = open_list (fixture, 1);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "R&D has <b>no</b> room");
  g_autofree char *text = NULL;

  wait_until_listed (list);
  assert_text (state, "page", "empty");
  assert_text (state, "broken-text", "");
  set_record (state, LANYARD_RECORD_BROKEN, error);
  lanyard_activity_state_refresh (state, list);
  assert_text (state, "page", "broken");
  g_object_get (state, "broken-text", &text, NULL);
  g_assert_nonnull (strstr (text, "\n\nLanyard logs each change before sending it."));
  g_assert_null (strstr (text, "<b>"));
  set_record (state, LANYARD_RECORD_KEPT, NULL);
  lanyard_activity_state_refresh (state, list);
  assert_text (state, "page", "list");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/activity-state/", cases[i].name, NULL);

      g_test_add (path, JournalFixture, &cases[i], journal_fixture_set_up, test_case, journal_fixture_tear_down);
    }
  g_test_add ("/activity-state/count", JournalFixture, NULL, journal_fixture_set_up, test_count,
              journal_fixture_tear_down);
  g_test_add ("/activity-state/broken-text", JournalFixture, NULL, journal_fixture_set_up, test_broken,
              journal_fixture_tear_down);

  return g_test_run ();
}
