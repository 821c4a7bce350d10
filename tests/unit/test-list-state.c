/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a long list stands: the page, the number and the words of each state that a workspace can be in. */
#include "failures-fixture.h"
#include "lanyard-list-state.h"
#include "list-fixture.h"
#include "property-checks.h"

#define NO_USERS "No Users"
#define USERS_COME "Users of this workspace’s access systems show up here."

typedef struct
{
  const char *name;
  guint       n_users;
  gboolean    loading;
  const char *search; /* NULL: none */
  gboolean    settled; /* what is searched for has been found */
  const char *page;
  const char *count;
} Case;

static const Case cases[] = {
  { "empty", 0, FALSE, NULL, TRUE, "empty", "" },
  { "loading", 0, TRUE, NULL, TRUE, "loading", "" },
  { "searched-while-empty", 0, FALSE, "x", TRUE, "empty", "" },
  { "searched-while-loading", 0, TRUE, "x", TRUE, "loading", "" },
  { "one", 1, FALSE, NULL, TRUE, "list", "1 user" },
  { "several", 12, FALSE, NULL, TRUE, "list", "12 users" },
  { "several-while-loading", 12, TRUE, NULL, TRUE, "list", "12 users" },
  { "some-match", 12, FALSE, "mail1", TRUE, "list", "3 of 12 users" },
  { "no-match", 12, FALSE, "nobody", TRUE, "no-match", "0 of 12 users" },
  { "no-match-while-loading", 12, TRUE, "nobody", TRUE, "no-match", "0 of 12 users" },
  /* That nothing matches is said once it is known; what was on show stays until then. */
  { "searching", 12, FALSE, "nobody", FALSE, "empty", "0 of 12 users" },
  { "searching-while-loading", 12, TRUE, "nobody", FALSE, "loading", "0 of 12 users" },
};

static void
assert_state (LanyardListState *state,
              const char       *page,
              const char       *count,
              const char       *title,
              const char       *text)
{
  assert_text (state, "page", page);
  assert_text (state, "count", count);
  assert_text (state, "empty-title", title);
  assert_text (state, "empty-text", text);
  assert_flag (state, "loading", g_str_equal (page, "loading"));
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (LanyardListState) state = g_object_new (LANYARD_TYPE_LIST_STATE, NULL);
  g_autoptr (GPtrArray) page = list_page_of_users (c->n_users, "Name");

  lanyard_list_state_set_list (state, LANYARD_LIST_KIND_USERS, directory, list);
  /* Nobody answers, and nobody has failed to until the main loop runs. */
  if (c->loading)
    lanyard_directory_load_async (directory, NULL, NULL, NULL);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  if (c->search != NULL)
    g_object_set (list, "search", c->search, NULL);
  if (c->settled)
    list_settle (list);
  assert_state (state, c->page, c->count, NO_USERS, USERS_COME);
}

/* What is listed may be another workspace's, or none. */
static void
test_other_list (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) users = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (LanyardList) credentials = lanyard_list_new (lanyard_directory_get_credentials (directory));
  g_autoptr (LanyardListState) state = g_object_new (LANYARD_TYPE_LIST_STATE, NULL);
  g_autoptr (GPtrArray) page = list_page_of_users (3, "Name");

  assert_state (state, "empty", "", NO_USERS, USERS_COME);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  list_settle (users);
  lanyard_list_state_set_list (state, LANYARD_LIST_KIND_USERS, directory, users);
  assert_state (state, "list", "3 users", NO_USERS, USERS_COME);
  lanyard_list_state_set_list (state, LANYARD_LIST_KIND_CREDENTIALS, directory, credentials);
  assert_state (state, "empty", "", "No Credentials", "Cards, PINs and mobile keys of this workspace’s access systems show up here.");
  lanyard_list_state_set_list (state, LANYARD_LIST_KIND_USERS, NULL, NULL);
  assert_state (state, "empty", "", NO_USERS, USERS_COME);
}

static gboolean
has_text (gpointer    object,
          const char *property,
          const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (object, property, &text, NULL);
  return g_strcmp0 (text, expected) == 0;
}

/* Who searches with a filter on is told of what it hides. */
static void
test_left_out (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (directory));
  g_autoptr (LanyardListState) state = g_object_new (LANYARD_TYPE_LIST_STATE, NULL);
  g_autoptr (GPtrArray) page = list_page_of_users (12, "Name");

  lanyard_list_state_set_list (state, LANYARD_LIST_KIND_USERS, directory, list);
  lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  g_object_set (list, "system-id", "s2", "search", "mail1", NULL);
  while (!has_text (state, "left-out", "2 matches are hidden by the filter"))
    g_main_context_iteration (NULL, TRUE);
  assert_text (state, "page", "list");
  g_object_set (list, "search", "mail11", "system-id", "s0", NULL);
  while (!has_text (state, "left-out", "1 match is hidden by the filter"))
    g_main_context_iteration (NULL, TRUE);
  assert_text (state, "page", "no-match");
  g_object_set (list, "system-id", NULL, NULL);
  while (!has_text (state, "left-out", ""))
    g_main_context_iteration (NULL, TRUE);
}

/* A number that is searched for is a card's, also among users. */
static void
test_number (DirectoryFixture *fixture,
             gconstpointer     data)
{
  g_autoptr (LanyardList) users = lanyard_list_new (lanyard_directory_get_users (fixture->directory));
  g_autoptr (LanyardListState) state = g_object_new (LANYARD_TYPE_LIST_STATE, NULL);
  g_autoptr (GPtrArray) page = list_new_page ();

  lanyard_list_state_set_list (state, LANYARD_LIST_KIND_USERS, fixture->directory, users);
  directory_fixture_load (fixture);
  g_ptr_array_add (page, records_make (SEAM_TYPE_CREDENTIAL,
                                       "{\"acs_credential_id\": \"c-one\", \"display_name\": \"Card <One>\","
                                       " \"access_method\": \"card\", \"card_number\": \"8899001122\"}"));
  lanyard_holdings_take_credentials (lanyard_directory_get_holdings (fixture->directory), page, G_MAXUINT64);

  g_object_set (users, "search", " 88990011229 ", NULL);
  list_settle (users);
  assert_text (state, "page", "no-match");
  assert_text (state, "no-match-text", "No card has the number 88990011229.");
  assert_flag (state, "is-unknown", TRUE);
  assert_flag (state, "is-card", FALSE);
  g_object_set (users, "search", "8899001122", NULL);
  list_settle (users);
  assert_text (state, "no-match-text", "Card &lt;One&gt; has the number 8899001122.");
  assert_flag (state, "is-unknown", FALSE);
  assert_flag (state, "is-card", TRUE);
  g_object_set (users, "search", "nobody", NULL);
  list_settle (users);
  assert_text (state, "no-match-text", "");
  assert_flag (state, "is-unknown", FALSE);
  assert_flag (state, "is-card", FALSE);
}

/* Where the users could not be read nobody says that there are none. */
static void
test_failed (DirectoryFixture *fixture,
             gconstpointer     data)
{
  g_autoptr (LanyardList) users = lanyard_list_new (lanyard_directory_get_users (fixture->directory));
  g_autoptr (LanyardList) credentials = lanyard_list_new (lanyard_directory_get_credentials (fixture->directory));
  g_autoptr (LanyardListState) of_users = g_object_new (LANYARD_TYPE_LIST_STATE, NULL);
  g_autoptr (LanyardListState) of_credentials = g_object_new (LANYARD_TYPE_LIST_STATE, NULL);

  lanyard_list_state_set_list (of_users, LANYARD_LIST_KIND_USERS, fixture->directory, users);
  lanyard_list_state_set_list (of_credentials, LANYARD_LIST_KIND_CREDENTIALS, fixture->directory, credentials);
  lanyard_sandbox_add_fault (fixture->base.sandbox, USERS, "status", "{\"status\": 400, " ALWAYS "}");
  directory_fixture_load (fixture);
  list_settle (users);
  list_settle (credentials);
  assert_state (of_users, "empty", "", "Users Not Loaded", "");
  assert_state (of_credentials, "list", "90 credentials", "No Credentials",
                "Cards, PINs and mobile keys of this workspace’s access systems show up here.");

  failures_clear (fixture);
  failures_retry (fixture, NULL);
  list_settle (users);
  assert_state (of_users, "list", "90 users", NO_USERS, USERS_COME);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/list-state/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/list-state/other-list", test_other_list);
  g_test_add_func ("/list-state/left-out", test_left_out);
  g_test_add ("/list-state/number", DirectoryFixture, GUINT_TO_POINTER (SIZE), directory_fixture_set_up, test_number,
              directory_fixture_tear_down);
  g_test_add ("/list-state/failed", DirectoryFixture, GUINT_TO_POINTER (SIZE), directory_fixture_set_up, test_failed,
              directory_fixture_tear_down);

  return g_test_run ();
}
