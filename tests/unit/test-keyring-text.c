/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every code of the keyring has words of ours, and none of its own text is in them. */
#include "lanyard-keyring-text.h"
#include "lanyard-keyring.h"

#define RAW "roh"

static void
test_codes (void)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);

  for (int code = 0; code <= LANYARD_KEYRING_ERROR_NO_COLLECTION; code++)
    {
      g_autoptr (GError) error = g_error_new (LANYARD_KEYRING_ERROR, code, RAW);
      g_autofree char *not_saved = lanyard_keyring_not_saved_text (error);
      g_autofree char *not_deleted = lanyard_keyring_not_deleted_text (error);
      g_autoptr (LanyardTrouble) trouble = lanyard_keyring_trouble_new (error);

      g_assert_true (g_hash_table_add (texts, (char *) lanyard_keyring_error_text (error)));
      g_assert_null (strstr (not_saved, RAW));
      g_assert_null (strstr (not_deleted, RAW));
      g_assert_null (strstr (trouble->body, RAW));
      g_assert_nonnull (trouble->report);
    }
}

static void
test_libsecret (void)
{
  for (int code = SECRET_ERROR_PROTOCOL; code <= SECRET_ERROR_INVALID_FILE_FORMAT; code++)
    {
      g_autoptr (GError) error = g_error_new (SECRET_ERROR, code, RAW);
      int expected = code == SECRET_ERROR_IS_LOCKED        ? LANYARD_KEYRING_ERROR_LOCKED
                     : code == SECRET_ERROR_NO_SUCH_OBJECT ? LANYARD_KEYRING_ERROR_NO_COLLECTION
                                                           : LANYARD_KEYRING_ERROR_FAILED;

      g_assert_cmpint (lanyard_keyring_error_code_for (error), ==, expected);
    }
  g_assert_cmpint (lanyard_keyring_error_code_for (NULL), ==, LANYARD_KEYRING_ERROR_UNAVAILABLE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keyring-text/codes", test_codes);
  g_test_add_func ("/keyring-text/libsecret", test_libsecret);

  return g_test_run ();
}
