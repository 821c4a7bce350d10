/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody chooses of the rows of a sheet, where it isn't clear whom or what they mean. */
#include "houses.h"
#include "lanyard-match-settling.h"

static void
test_choose_user (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (LanyardMatches) matches = houses_match (directory, "name,card\nEce Yilmaz,8271645\n");
  g_autoptr (GPtrArray) fitting = lanyard_matches_list_users (matches, 0);

  g_assert_cmpuint (fitting->len, ==, 2);
  lanyard_matches_choose_user (matches, 0, fitting->pdata[0]);
  houses_assert_match (matches, 0, LANYARD_MATCH_DO, 0, seam_record_get_id (fitting->pdata[0]), "c-free");
  lanyard_matches_choose_user (matches, 0, fitting->pdata[1]);
  houses_assert_match (matches, 0, LANYARD_MATCH_DO, 0, seam_record_get_id (fitting->pdata[1]), "c-free");
}

/* With the user, the credential of the same access system is chosen. */
static void
test_choose_user_of_two_houses (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (LanyardMatches) matches = houses_match (directory, "email,card\nada@a.example,777001\n");
  SeamUser *south = lanyard_store_lookup (lanyard_directory_get_users (directory), "u-ada-2");

  lanyard_matches_choose_user (matches, 0, south);
  houses_assert_match (matches, 0, LANYARD_MATCH_DO, 0, "u-ada-2", "c-both-2");
}

static void
test_choose_credential (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (LanyardMatches) matches = houses_match (directory, "user_id,card\nu-ada,0x8aea95\n");
  g_autoptr (GPtrArray) fitting = lanyard_matches_list_credentials (matches, 0);

  g_assert_cmpuint (fitting->len, ==, 1);
  lanyard_matches_choose_credential (matches, 0, fitting->pdata[0]);
  houses_assert_match (matches, 0, LANYARD_MATCH_DO, 0, "u-ada", "c-facility");
}

static void
assert_asks (LanyardMatches  *matches,
             guint            position,
             LanyardMatchAsk  ask)
{
  g_assert_cmpint (lanyard_match_ask (lanyard_matches_get (matches, position)), ==, ask);
}

/* Nobody is like that, but what they are to get is clear: it can be anybody. */
static void
test_choose_any_user (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (LanyardMatches) matches = houses_match (directory, "email,card\nbob@a.example,8271645\nbob@a.example,424242\n");

  assert_asks (matches, 0, LANYARD_MATCH_ASK_ANY_USER);
  assert_asks (matches, 1, LANYARD_MATCH_ASK_NOTHING);
  g_assert_cmpuint (lanyard_matches_count (matches, LANYARD_MATCH_CHOICE), ==, 1);
  lanyard_matches_leave_out (matches, 0, TRUE);
  assert_asks (matches, 0, LANYARD_MATCH_ASK_NOTHING);
  lanyard_matches_leave_out (matches, 0, FALSE);
  g_assert_false (lanyard_matches_choose_any (matches, 0, "u-later"));
  houses_assert_match (matches, 0, LANYARD_MATCH_CHOICE, LANYARD_MATCH_UNKNOWN_USER, NULL, "c-free");
  g_assert_true (lanyard_matches_choose_any (matches, 0, "u-joerg"));
  houses_assert_match (matches, 0, LANYARD_MATCH_DO, 0, "u-joerg", "c-free");
  assert_asks (matches, 0, LANYARD_MATCH_ASK_NOTHING);
}

/* No card is like that, but who is to get it is clear: it can be any. What another row has chosen by then is a
 * conflict, as if both had named it. */
static void
test_choose_any_credential (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (LanyardMatches) matches = houses_match (directory, "user_id,card\nu-ada,424242\nu-ece,8271645\n");

  assert_asks (matches, 0, LANYARD_MATCH_ASK_ANY_CREDENTIAL);
  g_assert_true (lanyard_matches_choose_any (matches, 0, "c-held"));
  houses_assert_match (matches, 0, LANYARD_MATCH_DO, 0, "u-ada", "c-held");

  g_clear_object (&matches);
  matches = houses_match (directory, "user_id,card\nu-ada,424242\nu-ece,8271645\n");
  g_assert_true (lanyard_matches_choose_any (matches, 0, "c-free"));
  houses_assert_match (matches, 0, LANYARD_MATCH_CONFLICT, LANYARD_MATCH_SAME_CREDENTIAL, "u-ada", "c-free");
  houses_assert_match (matches, 1, LANYARD_MATCH_CONFLICT, LANYARD_MATCH_SAME_CREDENTIAL, "u-ece", "c-free");
}

/* Who is meant of several is chosen first; a number that is spoilt is not chosen for. */
static void
test_choose_in_order (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (LanyardMatches) matches = houses_match (directory,
                                                     "email,card\nada@a.example,424242\nada@a.example,1.2E+11\n");
  g_autoptr (GPtrArray) fitting = NULL;

  assert_asks (matches, 0, LANYARD_MATCH_ASK_USER);
  assert_asks (matches, 1, LANYARD_MATCH_ASK_NOTHING);
  fitting = lanyard_matches_list_users (matches, 0);
  g_assert_cmpuint (fitting->len, ==, 2);
  lanyard_matches_choose_user (matches, 0, fitting->pdata[0]);
  assert_asks (matches, 0, LANYARD_MATCH_ASK_ANY_CREDENTIAL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-choices/user", test_choose_user);
  g_test_add_func ("/sheet-choices/user-of-two-houses", test_choose_user_of_two_houses);
  g_test_add_func ("/sheet-choices/credential", test_choose_credential);
  g_test_add_func ("/sheet-choices/any-user", test_choose_any_user);
  g_test_add_func ("/sheet-choices/any-credential", test_choose_any_credential);
  g_test_add_func ("/sheet-choices/in-order", test_choose_in_order);
  return g_test_run ();
}
