/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of saved connections over its setting. */
#include "lanyard-config.h"
#include "lanyard-connections.h"

typedef struct
{
  GSettings *settings;
  LanyardConnections *connections;
  guint n_changes;
} Fixture;

static void
on_items_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->settings = g_settings_new (LANYARD_APP_ID);
  g_settings_reset (fixture->settings, "connections");
  fixture->connections = lanyard_connections_new (fixture->settings);
  g_signal_connect_swapped (fixture->connections, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->connections);
  g_clear_object (&fixture->settings);
}

static void
put (Fixture              *fixture,
     const char           *endpoint,
     const char           *id,
     const char           *name,
     LanyardWorkspaceKind  kind)
{
  g_autoptr (LanyardConnection) connection = lanyard_connection_new (endpoint, id, name, "Harbour", kind);

  lanyard_connections_put (fixture->connections, connection);
}

static char *
list (Fixture *fixture)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->connections)); i++)
    {
      g_autoptr (LanyardConnection) connection = g_list_model_get_item (G_LIST_MODEL (fixture->connections), i);
      LanyardWorkspaceKind kind = lanyard_connection_get_kind (connection);

      g_string_append_printf (names, "%s%s%s", i > 0 ? "," : "", lanyard_connection_get_name (connection),
                              kind == LANYARD_WORKSPACE_LIVE ? "!" : "");
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_list (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *names = list (fixture);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_put_and_remove (Fixture       *fixture,
                     gconstpointer  data)
{
  LanyardConnection *connection;

  put (fixture, SEAM_DEFAULT_ENDPOINT, "1", "One", LANYARD_WORKSPACE_SANDBOX);
  put (fixture, SEAM_DEFAULT_ENDPOINT, "2", "Two", LANYARD_WORKSPACE_LIVE);
  put (fixture, "https://example.com", "1", "Other", LANYARD_WORKSPACE_LIVE);
  assert_list (fixture, "One,Two!,Other!");
  g_assert_cmpuint (fixture->n_changes, ==, 3);

  /* Where it was, under its new name, and no longer a sandbox. */
  put (fixture, SEAM_DEFAULT_ENDPOINT, "1", "Uno", LANYARD_WORKSPACE_LIVE);
  assert_list (fixture, "Uno!,Two!,Other!");
  put (fixture, SEAM_DEFAULT_ENDPOINT, "1", "Uno", LANYARD_WORKSPACE_LIVE);
  g_assert_cmpuint (fixture->n_changes, ==, 4);

  connection = lanyard_connections_lookup (fixture->connections, SEAM_DEFAULT_ENDPOINT, "2");
  g_assert_nonnull (connection);
  lanyard_connections_remove (fixture->connections, connection);
  assert_list (fixture, "Uno!,Other!");
  g_assert_null (lanyard_connections_lookup (fixture->connections, SEAM_DEFAULT_ENDPOINT, "2"));
}

static void
test_edited_by_hand (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GVariant) edited = NULL;

  edited = g_variant_ref_sink (g_variant_new_parsed ("[('https://example.com', '1', 'Good', '', false),"
                                                     " ('http://example.com', '2', 'Not safe', '', false),"
                                                     " ('nonsense', '3', 'Nonsense', '', false),"
                                                     " ('https://example.com', '', 'No workspace', '', false),"
                                                     " ('https://example.com', '1', 'Twice', '', true)]"));
  g_settings_set_value (fixture->settings, "connections", edited);
  assert_list (fixture, "Good!");
}

static void
test_texts (void)
{
  g_autoptr (LanyardConnection) usual = NULL;
  g_autoptr (LanyardConnection) unnamed = NULL;
  g_autofree char *usual_subtitle = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  usual = lanyard_connection_new (SEAM_DEFAULT_ENDPOINT, "1", "One", "Harbour", LANYARD_WORKSPACE_LIVE);
  usual_subtitle = lanyard_connection_subtitle (usual);
  g_assert_cmpstr (usual_subtitle, ==, "Harbour");

  unnamed = lanyard_connection_new ("https://seam.example:8443", "1", "\n", "A\nB", LANYARD_WORKSPACE_LIVE);
  title = lanyard_connection_title (unnamed);
  subtitle = lanyard_connection_subtitle (unnamed);
  g_assert_cmpstr (title, ==, "Unnamed Workspace");
  g_assert_cmpstr (subtitle, ==, "A B · seam.example:8443");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/connections/put-and-remove", Fixture, NULL, set_up, test_put_and_remove, tear_down);
  g_test_add ("/connections/edited-by-hand", Fixture, NULL, set_up, test_edited_by_hand, tear_down);
  g_test_add_func ("/connections/texts", test_texts);

  return g_test_run ();
}
