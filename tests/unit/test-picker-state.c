/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How choosing stands: what is on show, what is said of it, and whether it can be assigned, in each state. */
#include <gtk/gtk.h>

#include "failures-fixture.h"
#include "lanyard-picker-state.h"
#include "list-fixture.h"
#include "property-checks.h"

#define SYSTEM "{\"acs_system_id\": \"s1\", \"name\": \"R&D Office\"}"
#define ADA "{\"acs_user_id\": \"u1\", \"acs_system_id\": \"s1\", \"display_name\": \"Ada Okafor\"}"
#define BEN "{\"acs_user_id\": \"u2\", \"acs_system_id\": \"s1\", \"display_name\": \"Ben Ito\"}"
#define CARD(number, holder) \
  "{\"acs_credential_id\": \"c" number "\", \"acs_system_id\": \"s1\", \"access_method\": \"card\"," \
  " \"display_name\": \"Card " number "\", \"acs_user_id\": " holder "}"

#define ONLY_HERE "Only items in the same access system are listed."
#define TAKEN "Card 2 will be unassigned from Ben Ito."

typedef struct
{
  const char *name;
  gboolean    cards;   /* there are two, the second one Ben's */
  gboolean    loading;
  const char *search;  /* NULL: nothing was typed */
  gboolean    settled; /* what was typed has been searched for */
  const char *answer;  /* what there is to say of it; NULL: nothing */
  int         chosen;  /* -1: none */

  const char *page;
  const char *no_match;
  const char *hint;
  const char *count;
  gboolean    shows_hint;
  gboolean    shows_count;
  gboolean    can_assign;
} Case;

static const Case cases[] = {
  { "nothing", FALSE, FALSE, NULL, TRUE, NULL, -1, "empty", ONLY_HERE, "", "0 credentials", FALSE, FALSE, FALSE },
  { "loading", FALSE, TRUE, NULL, TRUE, NULL, -1, "loading", ONLY_HERE, "", "0 credentials", FALSE, FALSE, FALSE },
  { "nothing-typed", TRUE, FALSE, "", TRUE, NULL, -1, "list", ONLY_HERE, "", "2 credentials", FALSE, TRUE, FALSE },
  { "free", TRUE, FALSE, NULL, TRUE, NULL, 0, "list", ONLY_HERE, "", "2 credentials", FALSE, TRUE, TRUE },
  { "held", TRUE, FALSE, NULL, TRUE, NULL, 1, "list", ONLY_HERE, TAKEN, "2 credentials", TRUE, TRUE, TRUE },
  { "found", TRUE, FALSE, "card 2", TRUE, NULL, 0, "list", ONLY_HERE, TAKEN, "1 of 2 credentials", TRUE, TRUE, TRUE },
  { "no-match", TRUE, FALSE, "key", TRUE, NULL, -1, "no-match", ONLY_HERE, "", "0 of 2 credentials", FALSE, TRUE, FALSE },
  { "no-match-of-none", FALSE, FALSE, "key", TRUE, NULL, -1, "no-match", ONLY_HERE, "", "0 credentials", FALSE, TRUE,
    FALSE },
  { "no-match-yet", TRUE, TRUE, "key", TRUE, NULL, -1, "loading", ONLY_HERE, "", "0 of 2 credentials", FALSE, TRUE, FALSE },
  { "searching", FALSE, FALSE, "key", FALSE, NULL, -1, "loading", ONLY_HERE, "", "0 credentials", FALSE, TRUE, FALSE },
  /* What there is to say is said before all has been looked at: as the page, or beside the rows. */
  { "answer", TRUE, TRUE, "4477", TRUE, "R&D has <it>", -1, "no-match", "R&amp;D has &lt;it&gt;", "R&D has <it>",
    "0 of 2 credentials", FALSE, TRUE, FALSE },
  { "answer-beside-rows", TRUE, FALSE, "card", TRUE, "Choose one", -1, "list", "Choose one", "Choose one",
    "2 credentials", TRUE, TRUE, FALSE },
  { "answer-before-taking", TRUE, FALSE, NULL, TRUE, "Choose one", 1, "list", "Choose one", "Choose one",
    "2 credentials", TRUE, TRUE, TRUE },
};

typedef struct
{
  LanyardPickerState *state;
  LanyardList        *list;
  GtkSingleSelection *selection;
} Choosing;

/* As the picker does it. */
static void
begin_choosing (Choosing         *self,
                LanyardDirectory *directory,
                gpointer          for_record)
{
  LanyardStore *store = SEAM_IS_USER (for_record) ? lanyard_directory_get_credentials (directory)
                                                  : lanyard_directory_get_users (directory);

  self->list = lanyard_list_new (store);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->state = g_object_new (LANYARD_TYPE_PICKER_STATE, NULL);
  lanyard_picker_state_set_up (self->state, directory, for_record, self->list, self->selection);
}

static void
end_choosing (Choosing *self)
{
  g_clear_object (&self->state);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  Choosing choosing;

  records_add (directory, SEAM_TYPE_SYSTEM, SYSTEM);
  records_add (directory, SEAM_TYPE_USER, BEN);
  if (c->cards)
    {
      records_add (directory, SEAM_TYPE_CREDENTIAL, CARD ("1", "null"));
      records_add (directory, SEAM_TYPE_CREDENTIAL, CARD ("2", "\"u2\""));
    }
  begin_choosing (&choosing, directory, records_add (directory, SEAM_TYPE_USER, ADA));
  assert_text (choosing.state, "page", "list");
  list_settle (choosing.list);
  /* Nobody answers, and nobody has failed to until the main loop runs. */
  if (c->loading)
    lanyard_directory_load_async (directory, NULL, NULL, NULL);
  g_object_set (choosing.list, "search", c->search, NULL);
  g_object_set (choosing.state, "search", c->search, NULL);
  if (c->settled)
    list_settle (choosing.list);
  if (c->chosen >= 0)
    gtk_single_selection_set_selected (choosing.selection, (guint) c->chosen);
  lanyard_picker_state_set_answer (choosing.state, c->answer);
  lanyard_picker_state_refresh (choosing.state);

  assert_text (choosing.state, "page", c->page);
  assert_text (choosing.state, "no-match-text", c->no_match);
  assert_text (choosing.state, "hint", c->hint);
  assert_text (choosing.state, "count", c->count);
  assert_flag (choosing.state, "shows-hint", c->shows_hint);
  assert_flag (choosing.state, "shows-count", c->shows_count);
  assert_flag (choosing.state, "can-assign", c->can_assign);
  assert_text (choosing.state, "empty-title", "No Credentials to Assign");
  assert_text (choosing.state, "empty-text", "There are no others in R&amp;D Office.");
  g_assert_cmpint (lanyard_picker_state_is_searching (choosing.state), ==, !c->settled);
  g_assert_cmpint (lanyard_picker_state_is_complete (choosing.state), ==, !c->loading);
  end_choosing (&choosing);
}

/* A card that somebody has is taken from them whoever is chosen. */
static void
test_for_credential (void)
{
  g_autoptr (LanyardDirectory) directory = records_new_directory ();
  Choosing choosing;

  records_add (directory, SEAM_TYPE_USER, ADA);
  records_add (directory, SEAM_TYPE_USER, BEN);
  begin_choosing (&choosing, directory, records_add (directory, SEAM_TYPE_CREDENTIAL, CARD ("2", "\"u2\"")));
  list_settle (choosing.list);
  lanyard_picker_state_refresh (choosing.state);
  g_assert_cmpint (lanyard_picker_state_get_kind (choosing.state), ==, LANYARD_LIST_KIND_USERS);
  g_assert_cmpint (lanyard_picker_state_get_resource (choosing.state), ==, LANYARD_RESOURCE_USERS);
  assert_text (choosing.state, "hint", TAKEN);
  assert_text (choosing.state, "count", "2 users");
  assert_text (choosing.state, "empty-title", "No Users Available");
  /* Of an access system that isn't known. */
  assert_text (choosing.state, "empty-text", "");
  assert_flag (choosing.state, "can-assign", FALSE);
  end_choosing (&choosing);
}

/* Where the credentials of the access system could not be read nobody says that there are none. */
static void
test_failed (DirectoryFixture *fixture,
             gconstpointer     data)
{
  g_autoptr (GPtrArray) systems = failures_list_systems (fixture);
  g_autoptr (LanyardList) users = lanyard_list_new (lanyard_directory_get_users (fixture->directory));
  g_autoptr (SeamRecord) user = NULL;
  Choosing choosing;

  g_object_set (users, "system-id", failures_id_of (systems, 1), NULL);
  failures_add (fixture, CREDENTIALS, failures_id_of (systems, 1), "status", "\"status\": 400, " ALWAYS);
  directory_fixture_load (fixture);
  list_settle (users);
  user = g_list_model_get_item (G_LIST_MODEL (users), 0);
  begin_choosing (&choosing, fixture->directory, user);
  g_object_set (choosing.list, "system-id", failures_id_of (systems, 1), NULL);
  list_settle (choosing.list);
  lanyard_picker_state_refresh (choosing.state);
  assert_text (choosing.state, "page", "empty");
  assert_text (choosing.state, "empty-title", "Credentials Not Loaded");
  assert_text (choosing.state, "empty-text", "");
  g_assert_false (lanyard_picker_state_is_complete (choosing.state));

  failures_clear (fixture);
  lanyard_directory_retry (fixture->directory, NULL);
  lanyard_picker_state_refresh (choosing.state);
  assert_text (choosing.state, "page", "loading");
  failures_retry (fixture, NULL);
  list_settle (choosing.list);
  lanyard_picker_state_refresh (choosing.state);
  assert_text (choosing.state, "page", "list");
  assert_text (choosing.state, "count", "30 credentials");
  g_assert_true (lanyard_picker_state_is_complete (choosing.state));
  end_choosing (&choosing);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/picker-state/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/picker-state/for-credential", test_for_credential);
  g_test_add ("/picker-state/failed", DirectoryFixture, GUINT_TO_POINTER (SIZE), directory_fixture_set_up, test_failed,
              directory_fixture_tear_down);

  return g_test_run ();
}
