/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The connect page: what may be sent, what is refused beforehand, and with which words. */
#include <adwaita.h>

#include "lanyard-connect-page.h"
#include "lanyard-ui.h"
#include "lanyard-workspace-choice.h"
#include "seam-client.h"

typedef struct
{
  LanyardConnectPage *page;
  GtkWindow *window;
  guint n_submitted;
} Fixture;

static GtkWidget *
find_child (GtkWidget  *root,
            const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (root, LANYARD_TYPE_CONNECT_PAGE, id));
}

static void
on_submitted (Fixture *fixture)
{
  fixture->n_submitted++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->page = g_object_new (LANYARD_TYPE_CONNECT_PAGE, NULL);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  g_signal_connect_swapped (fixture->page, "submitted", G_CALLBACK (on_submitted), fixture);
  gtk_window_present (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
}

static void
type (Fixture    *fixture,
      const char *row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_child (GTK_WIDGET (fixture->page), row)), text);
}

static gboolean
can_connect (Fixture *fixture)
{
  return gtk_widget_get_sensitive (find_child (GTK_WIDGET (fixture->page), "connect_button"));
}

static const char *
reason (Fixture *fixture)
{
  GtkWidget *label = find_child (GTK_WIDGET (fixture->page), "reason_label");

  return gtk_widget_get_visible (label) ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

static void
submit (Fixture *fixture)
{
  g_signal_emit_by_name (find_child (GTK_WIDGET (fixture->page), "key_row"), "entry-activated");
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_false (can_connect (fixture));
  g_assert_null (reason (fixture));
  submit (fixture);
  g_assert_cmpuint (fixture->n_submitted, ==, 0);

  type (fixture, "key_row", "   \n");
  g_assert_false (can_connect (fixture));
}

static void
test_trims (Fixture       *fixture,
            gconstpointer  data)
{
  type (fixture, "key_row", " \tseam_key_1\n ");
  type (fixture, "endpoint_row", "  https://example.com ");
  g_assert_null (reason (fixture));
  g_assert_true (can_connect (fixture));
  submit (fixture);
  g_assert_cmpuint (fixture->n_submitted, ==, 1);
  g_assert_cmpstr (lanyard_connect_page_get_key (fixture->page), ==, "seam_key_1");
  g_assert_cmpstr (lanyard_connect_page_get_endpoint (fixture->page), ==, "https://example.com");
  g_assert_null (lanyard_connect_page_get_workspace_id (fixture->page));
}

static void
test_strange_keys (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char * const keys[] = { "seam key", "seam\nkey", "séam_key", "a\tb", "seam_\x01key" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      type (fixture, "key_row", keys[i]);
      g_assert_false (can_connect (fixture));
      g_assert_nonnull (reason (fixture));
      submit (fixture);
    }

  g_assert_cmpuint (fixture->n_submitted, ==, 0);
}

static void
test_endpoints (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *endpoint;
    gboolean allowed;
  } cases[] = {
    { SEAM_DEFAULT_ENDPOINT, TRUE },
    { "https://seam.example.com:8443", TRUE },
    { "http://127.0.0.1:4000", TRUE },
    { "http://localhost:4000", TRUE },
    { "http://[::1]:4000", TRUE },
    { "http://example.com", FALSE },
    { "http://127.0.0.1.example.com", FALSE },
    { "http://localhost.example.com", FALSE },
    { "ftp://example.com", FALSE },
    { "example.com", FALSE },
    { "https://", FALSE },
    { "not a server", FALSE },
    { "", FALSE },
  };

  type (fixture, "key_row", "seam_key");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (fixture, "endpoint_row", cases[i].endpoint);
      if (can_connect (fixture) != cases[i].allowed)
        g_error ("“%s” should be %s", cases[i].endpoint, cases[i].allowed ? "allowed" : "refused");
      g_assert_true ((reason (fixture) == NULL) == cases[i].allowed);
    }
}

static void
add_workspace (GListStore *store,
               const char *id,
               const char *name,
               const char *company)
{
  g_autoptr (LanyardConnection) connection = NULL;

  connection = lanyard_connection_new (SEAM_DEFAULT_ENDPOINT, id, name, company, LANYARD_WORKSPACE_LIVE);
  g_list_store_append (store, connection);
}

static GtkWidget *
find_choice_child (Fixture    *fixture,
                   const char *id)
{
  GtkWidget *choice = find_child (GTK_WIDGET (fixture->page), "choice");

  return GTK_WIDGET (gtk_widget_get_template_child (choice, LANYARD_TYPE_WORKSPACE_CHOICE, id));
}

/* A token is sent without a workspace first: which there are is asked for. */
static void
test_access_token (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkStack *stack = GTK_STACK (find_child (GTK_WIDGET (fixture->page), "page_stack"));
  g_autoptr (GListStore) store = g_list_store_new (LANYARD_TYPE_CONNECTION);
  GtkListBox *list_box;

  type (fixture, "key_row", "seam_at1_secret");
  g_assert_true (can_connect (fixture));
  submit (fixture);
  g_assert_cmpuint (fixture->n_submitted, ==, 1);
  g_assert_null (lanyard_connect_page_get_workspace_id (fixture->page));

  add_workspace (store, "id-1", "Harbour Group", "Harbour");
  add_workspace (store, "id-2", "Lofts", "Aurora");
  lanyard_connect_page_set_choice (fixture->page, G_LIST_MODEL (store));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "choice");
  g_assert_false (gtk_widget_get_visible (find_choice_child (fixture, "search_entry")));
  list_box = GTK_LIST_BOX (find_choice_child (fixture, "list_box"));
  g_signal_emit_by_name (list_box, "row-activated", gtk_list_box_get_row_at_index (list_box, 1));
  g_assert_cmpuint (fixture->n_submitted, ==, 2);
  g_assert_cmpstr (lanyard_connect_page_get_workspace_id (fixture->page), ==, "id-2");

  lanyard_connect_page_set_choice (fixture->page, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "key");
  g_assert_null (lanyard_connect_page_get_workspace_id (fixture->page));
}

static void
test_many_workspaces (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GListStore) store = g_list_store_new (LANYARD_TYPE_CONNECTION);
  GtkWidget *entry = find_choice_child (fixture, "search_entry");

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("id-%u", i);
      g_autofree char *name = g_strdup_printf ("Größe %c", 'A' + i);

      add_workspace (store, id, name, i % 2 == 0 ? "Even" : NULL);
    }
  lanyard_connect_page_set_choice (fixture->page, G_LIST_MODEL (store));
  g_assert_true (gtk_widget_get_visible (entry));

  /* Several are found: Enter chooses none of them. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "even");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (fixture->n_submitted, ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), "GRÖSSE c");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (fixture->n_submitted, ==, 1);
  g_assert_cmpstr (lanyard_connect_page_get_workspace_id (fixture->page), ==, "id-2");
}

static void
test_busy (Fixture       *fixture,
           gconstpointer  data)
{
  type (fixture, "key_row", "seam_key");
  lanyard_connect_page_set_busy (fixture->page, TRUE);
  submit (fixture);
  g_assert_cmpuint (fixture->n_submitted, ==, 0);
  g_assert_false (gtk_widget_get_sensitive (find_child (GTK_WIDGET (fixture->page), "entries")));

  lanyard_connect_page_set_busy (fixture->page, FALSE);
  submit (fixture);
  g_assert_cmpuint (fixture->n_submitted, ==, 1);
  lanyard_connect_page_clear_key (fixture->page);
  g_assert_cmpstr (lanyard_connect_page_get_key (fixture->page), ==, "");
}

/* What a screen reader would be told, as GTK puts it together. */
static void
hear_inserted (GString    *heard,
               const char *chars,
               int         length)
{
  g_string_append_len (heard, chars, length < 0 ? (gssize) strlen (chars) : length);
}

static void
hear_deleted (GString     *heard,
              int          start,
              int          end,
              GtkEditable *text)
{
  g_autofree char *chars = gtk_editable_get_chars (text, start, end);

  g_string_append (heard, chars);
}

static void
test_masked (Fixture       *fixture,
             gconstpointer  data)
{
  GtkEditable *row = GTK_EDITABLE (find_child (GTK_WIDGET (fixture->page), "key_row"));
  GtkEditable *text = gtk_editable_get_delegate (row);
  g_autoptr (GString) heard = g_string_new (NULL);
  int position = 1;

  g_signal_connect_data (text, "insert-text", G_CALLBACK (hear_inserted), heard, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_swapped (text, "delete-text", G_CALLBACK (hear_deleted), heard);

  gtk_editable_set_text (row, "sm_key");
  gtk_editable_insert_text (row, "eaé!", 4, &position);
  g_assert_cmpint (position, ==, 4);
  g_assert_cmpstr (lanyard_connect_page_get_key (fixture->page), ==, "seaém_key");
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "•••••••••");
  gtk_editable_delete_text (row, 3, 4);
  g_assert_cmpstr (lanyard_connect_page_get_key (fixture->page), ==, "seam_key");
  g_assert_true (can_connect (fixture));

  gtk_text_set_visibility (GTK_TEXT (text), TRUE);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "seam_key");
  gtk_text_set_visibility (GTK_TEXT (text), FALSE);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "••••••••");

  lanyard_connect_page_clear_key (fixture->page);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "");
  g_assert_cmpstr (lanyard_connect_page_get_key (fixture->page), ==, "");
  g_assert_cmpstr (heard->str, ==, "••••••••••••••••••");
}

static void
test_revealed (Fixture       *fixture,
               gconstpointer  data)
{
  GtkEditable *row = GTK_EDITABLE (find_child (GTK_WIDGET (fixture->page), "key_row"));
  int position = 4;

  gtk_text_set_visibility (GTK_TEXT (gtk_editable_get_delegate (row)), TRUE);
  gtk_editable_set_text (row, "seamkey");
  gtk_editable_insert_text (row, "_", -1, &position);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "seam_key");
  g_assert_cmpstr (lanyard_connect_page_get_key (fixture->page), ==, "seam_key");
  gtk_text_set_visibility (GTK_TEXT (gtk_editable_get_delegate (row)), FALSE);
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "••••••••");
}

static void
test_message (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *revealer = find_child (GTK_WIDGET (fixture->page), "message_revealer");
  GtkWidget *label = find_child (GTK_WIDGET (fixture->page), "message_label");

  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  lanyard_connect_page_set_message (fixture->page, "<b>&");
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "<b>&");
  lanyard_connect_page_set_message (fixture->page, NULL);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  lanyard_ui_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/connect/empty", test_empty);
  ADD ("/connect/trims", test_trims);
  ADD ("/connect/strange-keys", test_strange_keys);
  ADD ("/connect/endpoints", test_endpoints);
  ADD ("/connect/access-token", test_access_token);
  ADD ("/connect/many-workspaces", test_many_workspaces);
  ADD ("/connect/busy", test_busy);
  ADD ("/connect/masked", test_masked);
  ADD ("/connect/revealed", test_revealed);
  ADD ("/connect/message", test_message);

  return g_test_run ();
}
