/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keyring that takes every question and answers none, as some do behind a sandbox's portal. */
#include "lanyard-keyring.h"
#include "lanyard-session.h"
#include "lanyard-ui.h"
#include "stage.h"

static GDBusMessage *
swallow (GDBusConnection *connection,
         GDBusMessage    *message,
         gboolean         incoming,
         gpointer         user_data)
{
  if (incoming && g_dbus_message_get_message_type (message) == G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    {
      g_object_unref (message);
      return NULL;
    }

  return message;
}

static GDBusConnection *
be_silent_keyring (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  GDBusConnection *connection;
  g_autoptr (GVariant) reply = NULL;

  g_assert_no_error (error);
  connection = g_dbus_connection_new_for_address_sync (address,
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                       | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_add_filter (connection, swallow, NULL, NULL);
  reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.secrets", 0),
                                       G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);

  return connection;
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static void
test_look_up (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lanyard_keyring_look_up_async ("https://example.com", NULL, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_null (lanyard_keyring_look_up_finish (result, &error));
  g_assert_error (error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_TIMED_OUT);
}

static void
test_store (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  lanyard_keyring_store_async ("https://example.com", NULL, "seam_secret", NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (lanyard_keyring_store_finish (result, &error));
  g_assert_error (error, LANYARD_KEYRING_ERROR, LANYARD_KEYRING_ERROR_TIMED_OUT);
  g_assert_null (strstr (error->message, "seam_secret"));
}

static gboolean
is_in_trouble (Stage      *stage,
               const char *id)
{
  return g_strcmp0 (stage_scene (stage), "trouble") == 0;
}

/* It is not taken for a keyring that has no key: what is wrong is said, and can be tried again. */
static void
test_window (Stage         *stage,
             gconstpointer  data)
{
  LanyardOverride none = { 0 };
  g_autoptr (LanyardSession) session = lanyard_session_new (stage->window, stage->settings);

  gtk_window_present (GTK_WINDOW (stage->window));
  lanyard_session_start (session, FALSE, &none);
  g_assert_cmpstr (stage_scene (stage), ==, "starting");
  stage_wait_until (stage, is_in_trouble, NULL);
  g_assert_true (stage_says (stage, "Keyring Not Responding"));
  g_assert_true (stage_says (stage, "Try Again"));
  lanyard_session_close (session);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GDBusConnection) keyring = NULL;

  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();
  keyring = be_silent_keyring ();
  lanyard_keyring_set_deadline (1);

  g_test_add_func ("/keyring-silent/look-up", test_look_up);
  g_test_add_func ("/keyring-silent/store", test_store);
  g_test_add ("/keyring-silent/window", Stage, NULL, stage_set_up, test_window, stage_tear_down);

  return g_test_run ();
}
