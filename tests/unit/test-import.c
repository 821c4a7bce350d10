/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import from a text to the changes that it asks for, without a window. */
#include <string.h>

#include "lanyard-config.h"
#include "lanyard-import-plan.h"
#include "lanyard-import.h"
#include "lanyard-match-item.h"
#include "lanyard-match-list.h"
#include "lanyard-match-text.h"
#include "lanyard-sheet-error-text.h"
#include "records.h"

static const char * const users[] = {
  "{\"acs_user_id\":\"u-ada\",\"acs_system_id\":\"s\",\"full_name\":\"Ada Okafor\",\"email_address\":\"ada@a.example\"}",
  "{\"acs_user_id\":\"u-ece\",\"acs_system_id\":\"s\",\"full_name\":\"Ece Yilmaz\",\"email_address\":\"ece@a.example\"}",
  "{\"acs_user_id\":\"u-ece-2\",\"acs_system_id\":\"s\",\"full_name\":\"Ece Yilmaz\"}",
};

static const char * const credentials[] = {
  "{\"acs_credential_id\":\"c-free\",\"acs_system_id\":\"s\",\"card_number\":\"8271645\",\"display_name\":\"Card 1\"}",
  "{\"acs_credential_id\":\"c-held\",\"acs_system_id\":\"s\",\"card_number\":\"20481234\",\"display_name\":\"Card 2\","
  "\"acs_user_id\":\"u-ece\"}",
  "{\"acs_credential_id\":\"c-ada\",\"acs_system_id\":\"s\",\"card_number\":\"555001\",\"display_name\":\"Card 3\","
  "\"acs_user_id\":\"u-ada\"}",
  "{\"acs_credential_id\":\"c-left\",\"acs_system_id\":\"s\",\"card_number\":\"606060\",\"display_name\":\"Card 4\","
  "\"acs_user_id\":\"u-left\"}",
};

typedef struct
{
  GSettings        *settings;
  LanyardDirectory *directory;
  LanyardImport    *import;
} Desk;

static void
set_up (Desk         *desk,
        gconstpointer data)
{
  desk->settings = g_settings_new (LANYARD_APP_ID);
  g_settings_reset (desk->settings, "import-recipes");
  desk->directory = records_new_directory ();
  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    {
      G_GNUC_UNUSED gpointer user = records_add (desk->directory, SEAM_TYPE_USER, users[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (credentials); i++)
    {
      G_GNUC_UNUSED gpointer credential = records_add (desk->directory, SEAM_TYPE_CREDENTIAL, credentials[i]);
    }
  desk->import = lanyard_import_new (desk->directory, desk->settings);
}

static void
tear_down (Desk         *desk,
           gconstpointer data)
{
  g_clear_object (&desk->import);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&desk->directory);
  g_clear_object (&desk->settings);
}

static void
wait (Desk *desk)
{
  while (lanyard_import_get_step (desk->import) == LANYARD_IMPORT_BUSY)
    g_main_context_iteration (NULL, TRUE);
}

static void
read_text (Desk       *desk,
           const char *text)
{
  lanyard_import_read_text (desk->import, text);
  wait (desk);
}

static LanyardMatches *
match (Desk       *desk,
       const char *text)
{
  read_text (desk, text);
  g_assert_cmpint (lanyard_import_get_step (desk->import), ==, LANYARD_IMPORT_COLUMNS);
  lanyard_import_match (desk->import);
  wait (desk);
  g_assert_cmpint (lanyard_import_get_step (desk->import), ==, LANYARD_IMPORT_MATCHES);
  return lanyard_import_get_matches (desk->import);
}

static void
assert_change (LanyardChange   *change,
               LanyardOperation operation,
               const char      *credential_id,
               const char      *before,
               const char      *after)
{
  g_assert_cmpint (lanyard_change_get_operation (change), ==, operation);
  g_assert_cmpstr (lanyard_change_get_record_id (change), ==, credential_id);
  g_assert_cmpstr (lanyard_change_get_before (change), ==, before);
  g_assert_cmpstr (lanyard_change_get_after (change), ==, after);
}

/* Of what nobody has, somebody has, one has who isn't listed; what is so already is no change. */
static void
test_plan (Desk         *desk,
           gconstpointer data)
{
  LanyardMatches *matches = match (desk, "action,user_id,card\n,u-ada,8271645\n,u-ada,20481234\n,u-ada,606060\n"
                                         "unassign,,555001\n,u-ada,8271645\n");
  g_autoptr (GPtrArray) plan = lanyard_import_plan_new (matches);
  g_autoptr (GPtrArray) rest = NULL;

  g_assert_cmpuint (plan->len, ==, 4);
  assert_change (plan->pdata[0], LANYARD_OPERATION_ASSIGN, "c-free", NULL, "u-ada");
  assert_change (plan->pdata[1], LANYARD_OPERATION_MOVE, "c-held", "u-ece", "u-ada");
  assert_change (plan->pdata[2], LANYARD_OPERATION_MOVE, "c-left", "u-left", "u-ada");
  assert_change (plan->pdata[3], LANYARD_OPERATION_UNASSIGN, "c-ada", "u-ada", NULL);

  lanyard_matches_leave_out (matches, 1, TRUE);
  rest = lanyard_import_plan_new (matches);
  g_assert_cmpuint (rest->len, ==, 3);
}

/* Somebody else has it by now: whom the person was told of is whom it would be taken from. */
static void
test_plan_is_what_was_shown (Desk         *desk,
                             gconstpointer data)
{
  LanyardMatches *matches = match (desk, "user_id,card\nu-ada,8271645\n");
  g_autoptr (GPtrArray) plan = NULL;
  G_GNUC_UNUSED gpointer moved = records_add (
    desk->directory, SEAM_TYPE_CREDENTIAL,
    "{\"acs_credential_id\":\"c-free\",\"acs_system_id\":\"s\",\"card_number\":\"8271645\",\"acs_user_id\":\"u-ece\"}");

  plan = lanyard_import_plan_new (matches);
  assert_change (plan->pdata[0], LANYARD_OPERATION_ASSIGN, "c-free", NULL, "u-ada");
}

static void
test_texts (Desk         *desk,
            gconstpointer data)
{
  LanyardMatches *matches = match (desk, "email,name,card\nada@a.example,,8271645\nada@a.example,,20481234\n"
                                         ",Ece Yilmaz,606060\nada@a.example,,1.2E+11\nada@a.example,,555001\n"
                                         "ada@a.example,,827 1645\n");
  static const char * const texts[] = {
    "Will be assigned", "Will be reassigned, taken from Ece Yilmaz", "More than one user matches",
    "A spreadsheet rounded the card number. Format the column as text", "Already assigned", "Same as line 2",
  };
  g_autofree char *count = lanyard_match_count (matches);
  g_autofree char *deed = lanyard_match_deed (matches);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = lanyard_match_text (matches, i);
      g_autofree char *title = lanyard_match_title (matches, i);

      g_assert_cmpstr (text, ==, texts[i]);
      g_assert_nonnull (title);
    }
  g_assert_cmpstr (count, ==, "2 will be changed · 1 needs a choice · 1 can’t be done · 2 already done");
  g_assert_cmpstr (deed, ==, "Assign 2 Credentials");
}

static void
test_nothing_to_change (Desk         *desk,
                        gconstpointer data)
{
  LanyardMatches *matches = match (desk, "email,card\nada@a.example,555001\n");
  g_autofree char *count = lanyard_match_count (matches);

  g_assert_cmpstr (count, ==, "Nothing to change");
}

/* First what is in conflict. A row stays where it is while somebody mends it. */
static void
test_list (Desk         *desk,
           gconstpointer data)
{
  LanyardMatches *matches = match (desk, "user_id,card\nu-ada,20481234\nu-ada,8271645\nu-ece,8271645\nu-ada,1\n");
  static const guint order[] = { 1, 2, 3, 0 };
  g_autoptr (LanyardMatchList) list = lanyard_match_list_new ();

  lanyard_match_list_show (list, matches, LANYARD_MATCH_SHOW_ALL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, G_N_ELEMENTS (order));
  lanyard_matches_leave_out (matches, 1, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (LanyardMatchItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpuint (lanyard_match_item_get_position (item), ==, order[i]);
    }
  lanyard_match_list_show (list, matches, LANYARD_MATCH_SHOW_CANT);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

static void
test_recipe (Desk         *desk,
             gconstpointer data)
{
  static const char text[] = "who,shoe,what\nada@a.example,42,8271645\n";
  LanyardSheetColumns columns;
  g_autofree char *kept = NULL;
  g_autoptr (GVariant) recipes = NULL;

  read_text (desk, text);
  columns = *lanyard_import_get_columns (desk->import);
  g_assert_cmpint (columns.meanings[0], ==, LANYARD_SHEET_MEANING_EMAIL);
  columns.meanings[0] = LANYARD_SHEET_MEANING_NAME;
  lanyard_import_set_columns (desk->import, &columns);
  lanyard_import_match (desk->import);
  wait (desk);

  read_text (desk, "WHO,Shoe,what\nece@a.example,43,20481234\n");
  g_assert_cmpint (lanyard_import_get_columns (desk->import)->meanings[0], ==, LANYARD_SHEET_MEANING_NAME);
  recipes = g_settings_get_value (desk->settings, "import-recipes");
  kept = g_variant_print (recipes, FALSE);
  g_assert_null (strstr (kept, "shoe"));
}

static void
test_failure (Desk         *desk,
              gconstpointer data)
{
  g_autofree char *text = NULL;

  read_text (desk, "email,card\nada@a.example,8271645\n\"x,1\n");
  g_assert_cmpint (lanyard_import_get_step (desk->import), ==, LANYARD_IMPORT_FAILED);
  text = lanyard_sheet_error_text (lanyard_import_get_error (desk->import));
  g_assert_cmpstr (text, ==, "Line 3: A quotation mark is opened but never closed.");
}

static void
test_separator (Desk         *desk,
                gconstpointer data)
{
  read_text (desk, "email,card;x\nada@a.example,8271645;y\n");
  g_assert_cmpuint (lanyard_sheet_get_n_columns (lanyard_import_get_sheet (desk->import)), ==, 2);
  lanyard_import_set_separator (desk->import, '|');
  wait (desk);
  g_assert_cmpuint (lanyard_sheet_get_n_columns (lanyard_import_get_sheet (desk->import)), ==, 1);
  lanyard_import_go_back (desk->import);
  g_assert_cmpint (lanyard_import_get_step (desk->import), ==, LANYARD_IMPORT_START);
}

/* The window was closed meanwhile. */
static void
test_stopped (Desk         *desk,
              gconstpointer data)
{
  lanyard_import_read_text (desk->import, "email,card\nada@a.example,8271645\n");
  lanyard_import_stop (desk->import);
  for (guint i = 0; i < 100; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpint (lanyard_import_get_step (desk->import), ==, LANYARD_IMPORT_BUSY);
}

#define ADD(name, test) g_test_add ("/import/" name, Desk, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("plan", test_plan);
  ADD ("plan-is-what-was-shown", test_plan_is_what_was_shown);
  ADD ("texts", test_texts);
  ADD ("nothing-to-change", test_nothing_to_change);
  ADD ("list", test_list);
  ADD ("recipe", test_recipe);
  ADD ("failure", test_failure);
  ADD ("separator", test_separator);
  ADD ("stopped", test_stopped);
  return g_test_run ();
}
