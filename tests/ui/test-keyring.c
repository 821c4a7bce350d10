/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys in a real Secret Service, and what is said where there is none. */
#include "lanyard-keyring.h"

#define ENDPOINT "https://example.com"

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
  g_main_context_wakeup (NULL);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static char *
look_up (const char  *workspace_id,
         GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SecretValue) value = NULL;

  lanyard_keyring_look_up_async (ENDPOINT, workspace_id, NULL, keep_result, &result);
  wait_for (&result);
  value = lanyard_keyring_look_up_finish (result, error);

  return value != NULL ? g_strdup (secret_value_get_text (value)) : NULL;
}

static gboolean
store (const char  *workspace_id,
       const char  *key,
       GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_keyring_store_async (ENDPOINT, workspace_id, key, NULL, keep_result, &result);
  wait_for (&result);

  return lanyard_keyring_store_finish (result, error);
}

static gboolean
delete (const char  *workspace_id,
        GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  lanyard_keyring_delete_async (ENDPOINT, workspace_id, NULL, keep_result, &result);
  wait_for (&result);

  return lanyard_keyring_delete_finish (result, error);
}

static void
assert_saved (const char *workspace_id,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = look_up (workspace_id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (key, ==, expected);
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;

  assert_saved (NULL, NULL);

  g_assert_true (store (NULL, "seam_one", &error));
  g_assert_no_error (error);
  g_assert_true (store ("workspace", "seam_at_two", &error));
  g_assert_no_error (error);
  assert_saved (NULL, "seam_one");
  assert_saved ("workspace", "seam_at_two");
  assert_saved ("another", NULL);

  g_assert_true (store (NULL, "seam_three", &error));
  g_assert_no_error (error);
  assert_saved (NULL, "seam_three");

  g_assert_true (delete (NULL, &error));
  g_assert_no_error (error);
  assert_saved (NULL, NULL);
  assert_saved ("workspace", "seam_at_two");

  g_assert_true (delete (NULL, &error));
  g_assert_no_error (error);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lanyard_keyring_look_up_async (ENDPOINT, NULL, cancellable, keep_result, &result);
  g_cancellable_cancel (cancellable);
  wait_for (&result);
  g_assert_null (lanyard_keyring_look_up_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_service (void)
{
  g_autoptr (GError) look_up_error = NULL;
  g_autoptr (GError) store_error = NULL;
  g_autoptr (GError) delete_error = NULL;

  g_assert_null (look_up (NULL, &look_up_error));
  g_assert_error (look_up_error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_UNAVAILABLE);
  g_assert_false (store (NULL, "seam_secret", &store_error));
  g_assert_error (store_error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_UNAVAILABLE);
  g_assert_null (strstr (store_error->message, "seam_secret"));
  g_assert_false (delete (NULL, &delete_error));
  g_assert_error (delete_error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_UNAVAILABLE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (g_getenv ("LANYARD_TEST_KEYRING") != NULL)
    {
      g_test_add_func ("/keyring/round-trip", test_round_trip);
      g_test_add_func ("/keyring/cancel", test_cancel);
    }
  else
    g_test_add_func ("/keyring/no-service", test_no_service);

  return g_test_run ();
}
