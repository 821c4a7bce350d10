/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and pages: they follow the model, show anything safely, and keep secrets. */
#include "lanyard-copy-row.h"
#include "lanyard-credential-page.h"
#include "lanyard-credential-row.h"
#include "lanyard-report-window.h"
#include "lanyard-secret-row.h"
#include "lanyard-timely.h"
#include "lanyard-user-page.h"
#include "lanyard-user-row.h"
#include "scene.h"

#define ADA "{\"acs_user_id\": \"u1\", \"acs_system_id\": \"s1\", \"display_name\": \"Ada Okafor\"," \
            " \"email_address\": \"ada@example.com\"}"
#define CARD(user) "{\"acs_credential_id\": \"c1\", \"acs_system_id\": \"s1\", \"access_method\": \"card\"," \
                   " \"display_name\": \"Card 82****\", \"card_number\": \"10482233\", \"is_issued\": true" user "}"
#define CODE(id, code) "{\"acs_credential_id\": \"" id "\", \"acs_system_id\": \"s1\"," \
                       " \"access_method\": \"code\", \"display_name\": \"Code " id "\", \"code\": \"" code "\"}"
#define OF_ADA ", \"acs_user_id\": \"u1\""

/* What the vendor wrote is behind Details. */
static void
assert_details (GtkWidget  *page,
                const char *text)
{
  g_autoptr (GList) toplevels = NULL;
  GtkWidget *window = NULL;

  scene_click (page, "Details");
  toplevels = gtk_window_list_toplevels ();
  for (GList *link = toplevels; link != NULL; link = link->next)
    if (LANYARD_IS_REPORT_WINDOW (link->data))
      window = link->data;
  g_assert_nonnull (window);
  scene_wait_text (window, text);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_rows (void)
{
  g_autoptr (Scene) scene = scene_new ();
  SeamCredential *card = scene_add_credential (scene, CARD (""));
  SeamUser *ada = scene_add_user (scene, ADA);
  SeamUser *bobby = scene_add_user (scene, "{\"acs_user_id\": \"u2\", \"display_name\": \"<b>Bobby</b> & \\u0001\"}");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *card_row = lanyard_credential_row_new (FALSE);
  GtkWidget *user_row = lanyard_user_row_new (FALSE);

  gtk_box_append (GTK_BOX (box), card_row);
  gtk_box_append (GTK_BOX (box), user_row);
  scene_show (scene, box);
  lanyard_record_row_set_item (LANYARD_RECORD_ROW (card_row), SEAM_RECORD (card));
  lanyard_record_row_set_item (LANYARD_RECORD_ROW (user_row), SEAM_RECORD (bobby));
  g_assert_true (scene_shows_text (card_row, "Card 82****"));
  g_assert_true (scene_shows_text (card_row, "Unassigned"));
  g_assert_null (scene_find (card_row, GTK_TYPE_SPINNER, NULL));
  g_assert_true (scene_shows_text (user_row, "<b>Bobby</b> &"));

  seam_credential_set_busy (card, TRUE);
  g_assert_nonnull (scene_find (card_row, GTK_TYPE_SPINNER, NULL));
  seam_credential_set_busy (card, FALSE);
  g_assert_null (scene_find (card_row, GTK_TYPE_SPINNER, NULL));

  scene_add_credential (scene, CARD (OF_ADA));
  scene_wait_text (card_row, "Assigned to Ada Okafor");
  scene_add_user (scene, "{\"acs_user_id\": \"u1\", \"acs_system_id\": \"s1\", \"display_name\": \"Ada Lovelace\"}");
  scene_wait_text (card_row, "Assigned to Ada Lovelace");

  lanyard_record_row_set_item (LANYARD_RECORD_ROW (user_row), SEAM_RECORD (ada));
  scene_wait_text (user_row, "1");
}

static void
test_user_page (void)
{
  g_autoptr (Scene) scene = scene_new ();
  SeamUser *ada = scene_add_user (scene, ADA);
  GtkWidget *page = lanyard_user_page_new ();

  lanyard_user_page_set_changes (LANYARD_USER_PAGE (page), scene->changes);
  scene_show (scene, page);
  g_assert_true (scene_shows_text (page, "No User Selected"));

  lanyard_user_page_set_user (LANYARD_USER_PAGE (page), ada);
  g_assert_true (scene_shows_text (page, "Ada Okafor"));
  g_assert_true (scene_shows_text (page, "ada@example.com"));
  g_assert_true (scene_shows_text (page, "No Credentials"));
  scene_click (page, "Assign Credential…");
  g_assert_cmpstr (scene->action, ==, "pick-credential");
  g_assert_cmpstr (scene->parameter, ==, "'u1'");

  scene_add_credential (scene, CARD (OF_ADA));
  scene_wait_text (page, "Card 82****");
  g_assert_false (scene_shows_text (page, "No Credentials"));
  scene_click (page, "Unassign");
  g_assert_cmpstr (scene->action, ==, "unassign");
  g_assert_cmpstr (scene->parameter, ==, "'c1'");

  scene_add_user (scene, "{\"acs_user_id\": \"u1\", \"acs_system_id\": \"s1\", \"display_name\": \"<i>&amp;\","
                         " \"is_suspended\": true, \"errors\": [{\"error_code\": \"deleted_externally\","
                         " \"message\": \"Gone <from> there.\", \"created_at\": \"2026-01-01T00:00:00.000Z\"}]}");
  scene_wait_text (page, "Suspended");
  g_assert_true (scene_shows_text (page, "<i>&amp;"));
  g_assert_true (scene_shows_text (page, "It was deleted in the access system. Create it again there, or delete it in "
                                        "Seam."));
  g_assert_false (scene_shows_text (page, "Gone <from> there."));
  assert_details (page, "Gone <from> there.");
  g_assert_false (gtk_widget_is_sensitive (scene_find (page, GTK_TYPE_BUTTON, "Assign Credential…")));
}

static void
test_unassign_waits (void)
{
  g_autoptr (Scene) scene = scene_new ();
  SeamUser *ada = scene_add_user (scene, ADA);
  SeamCredential *card = scene_add_credential (scene, CARD (OF_ADA));
  GtkWidget *page = lanyard_user_page_new ();
  GtkWidget *button;

  lanyard_user_page_set_changes (LANYARD_USER_PAGE (page), scene->changes);
  lanyard_user_page_set_user (LANYARD_USER_PAGE (page), ada);
  scene_show (scene, page);
  scene_wait_text (page, "Card 82****");
  button = scene_find (page, GTK_TYPE_BUTTON, "Unassign");

  seam_credential_set_busy (card, TRUE);
  g_assert_false (gtk_widget_is_sensitive (button));
  seam_credential_set_busy (card, FALSE);
  g_assert_true (gtk_widget_is_sensitive (button));
}

static void
test_credential_page (void)
{
  g_autoptr (Scene) scene = scene_new ();
  SeamCredential *card = scene_add_credential (scene, CARD (""));
  GtkWidget *page = lanyard_credential_page_new ();

  scene_add_user (scene, ADA);
  lanyard_credential_page_set_changes (LANYARD_CREDENTIAL_PAGE (page), scene->changes);
  lanyard_credential_page_set_credential (LANYARD_CREDENTIAL_PAGE (page), card);
  scene_show (scene, page);
  g_assert_true (scene_shows_text (page, "Unassigned"));
  g_assert_null (scene_find (page, GTK_TYPE_BUTTON, "Unassign"));
  scene_click (page, "Assign to User…");
  g_assert_cmpstr (scene->action, ==, "pick-user");
  g_assert_cmpstr (scene->parameter, ==, "'c1'");

  scene_add_credential (scene, CARD (OF_ADA));
  scene_wait_text (page, "Ada Okafor");
  scene_click (page, "Unassign");
  g_assert_cmpstr (scene->action, ==, "unassign");
  adw_action_row_activate (ADW_ACTION_ROW (scene_find (page, ADW_TYPE_ACTION_ROW, "Ada Okafor")));
  g_assert_cmpstr (scene->action, ==, "show-user");
  g_assert_cmpstr (scene->parameter, ==, "'u1'");

  scene_remove (scene, card);
  scene_wait_text (page, "This Credential No Longer Exists");
  g_assert_false (gtk_widget_is_sensitive (scene_find (page, GTK_TYPE_BUTTON, "Assign to User…")));
  g_assert_false (gtk_widget_is_sensitive (scene_find (page, GTK_TYPE_BUTTON, "Unassign")));
}

static void
test_pin_is_kept (void)
{
  g_autoptr (Scene) scene = scene_new ();
  SeamCredential *first = scene_add_credential (scene, CODE ("c2", "4821"));
  SeamCredential *second = scene_add_credential (scene, CODE ("c3", "4821"));
  GtkWidget *page = lanyard_credential_page_new ();

  lanyard_credential_page_set_changes (LANYARD_CREDENTIAL_PAGE (page), scene->changes);
  lanyard_credential_page_set_credential (LANYARD_CREDENTIAL_PAGE (page), first);
  scene_show (scene, page);
  g_assert_false (scene_shows_text (page, "4821"));
  scene_click (page, "Show PIN");
  g_assert_true (scene_shows_text (page, "4821"));
  scene_click (page, "Hide PIN");
  g_assert_false (scene_shows_text (page, "4821"));

  /* Another credential is masked, even if its PIN is the same; so is one whose page was left. */
  scene_click (page, "Show PIN");
  lanyard_credential_page_set_credential (LANYARD_CREDENTIAL_PAGE (page), second);
  g_assert_false (scene_shows_text (page, "4821"));
  scene_click (page, "Show PIN");
  gtk_widget_set_visible (page, FALSE);
  gtk_widget_set_visible (page, TRUE);
  g_assert_false (scene_shows_text (page, "4821"));
}

/* A page that shows nothing any more has nothing left of what it showed, seen or not. */
static void
test_secrets_are_cleared (void)
{
  g_autoptr (Scene) scene = scene_new ();
  SeamCredential *card = scene_add_credential (scene, CARD (OF_ADA ", \"code\": \"48213\""));
  GtkWidget *page = lanyard_credential_page_new ();
  GtkWidget *rows[2];

  lanyard_credential_page_set_changes (LANYARD_CREDENTIAL_PAGE (page), scene->changes);
  lanyard_credential_page_set_credential (LANYARD_CREDENTIAL_PAGE (page), card);
  scene_show (scene, page);
  rows[0] = scene_find (page, LANYARD_TYPE_SECRET_ROW, "Card Number");
  rows[1] = scene_find (page, LANYARD_TYPE_SECRET_ROW, "PIN");
  scene_click (page, "Show Card Number");
  scene_click (page, "Show PIN");

  /* Another number of the same card is shown at once, masked again. */
  scene_add_credential (scene, "{\"acs_credential_id\": \"c1\", \"acs_system_id\": \"s1\", \"code\": \"9173\"}");
  g_assert_false (gtk_widget_get_visible (rows[0]));
  g_assert_false (scene_shows_text (page, "9173"));
  scene_click (page, "Show PIN");
  g_assert_true (scene_shows_text (page, "9173"));

  lanyard_credential_page_set_credential (LANYARD_CREDENTIAL_PAGE (page), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_false (gtk_widget_get_visible (rows[i]));
      g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (rows[i])), ==, "");
      gtk_widget_set_visible (rows[i], TRUE);
    }
  g_assert_true (scene_shows_text (page, "No Credential Selected"));
  g_assert_null (scene_find (page, GTK_TYPE_LABEL, "9173"));
}

/* That all is well in the access system is no longer said when something comes that says otherwise. */
static void
test_in_the_access_system (void)
{
  g_autoptr (Scene) scene = scene_new ();
  SeamCredential *card = scene_add_credential (scene,
                                               CARD (OF_ADA ", \"is_latest_desired_state_synced_with_provider\": true"));
  GtkWidget *page = lanyard_credential_page_new ();

  scene_add_user (scene, ADA);
  lanyard_credential_page_set_changes (LANYARD_CREDENTIAL_PAGE (page), scene->changes);
  lanyard_credential_page_set_credential (LANYARD_CREDENTIAL_PAGE (page), card);
  scene_show (scene, page);
  scene_wait_text (page, "Up to date");
  g_assert_true (scene_shows_text (page, "Sync Status"));

  scene_add_user (scene, "{\"acs_user_id\": \"u1\", \"acs_system_id\": \"s1\", \"display_name\": \"Ada Okafor\","
                         " \"is_suspended\": true}");
  g_assert_false (scene_shows_text (page, "Up to date"));
  g_assert_false (scene_shows_text (page, "Sync Status"));
  scene_add_user (scene, ADA);
  g_assert_true (scene_shows_text (page, "Up to date"));

  scene_add_credential (scene, CARD (OF_ADA ", \"is_latest_desired_state_synced_with_provider\": true,"
                                     " \"warnings\": [{\"warning_code\": \"needs_to_be_reissued\"}]"));
  g_assert_true (scene_shows_text (page, "Must Be Encoded Again"));
  g_assert_false (scene_shows_text (page, "Up to date"));
}

static gboolean
is_masked (gpointer data)
{
  return !lanyard_secret_row_get_revealed (data);
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

/* What was revealed is masked again though nobody does it: after a while, and when the window is left. */
static void
test_secret_hides_itself (void)
{
  g_autoptr (Scene) scene = scene_new ();
  SeamCredential *code = scene_add_credential (scene, CODE ("c2", "4821"));
  GtkWidget *page = lanyard_credential_page_new ();
  GtkWindow *other = GTK_WINDOW (gtk_window_new ());
  GtkWidget *row;
  guint hide_after;

  lanyard_credential_page_set_changes (LANYARD_CREDENTIAL_PAGE (page), scene->changes);
  lanyard_credential_page_set_credential (LANYARD_CREDENTIAL_PAGE (page), code);
  scene_show (scene, page);
  scene_wait (is_active, scene->window);
  row = scene_find (page, LANYARD_TYPE_SECRET_ROW, "PIN");
  g_object_get (row, "hide-after", &hide_after, NULL);
  g_assert_cmpuint (hide_after, ==, 30000);

  /* A time that never comes, and one that has come. */
  g_object_set (row, "hide-after", G_MAXUINT, NULL);
  scene_click (page, "Show PIN");
  g_assert_true (scene_shows_text (page, "4821"));
  g_object_set (row, "hide-after", 0, NULL);
  scene_wait (is_masked, row);
  g_assert_false (scene_shows_text (page, "4821"));
  g_assert_nonnull (scene_find (page, GTK_TYPE_BUTTON, "Show PIN"));

  g_object_set (row, "hide-after", G_MAXUINT, NULL);
  scene_click (page, "Show PIN");
  gtk_window_present (other);
  scene_wait (is_masked, row);
  g_assert_false (scene_shows_text (page, "4821"));
  gtk_window_destroy (other);
}

/* The code in a name and in what the access system says is masked, on each page and for screen readers. */
static void
test_code_in_texts (void)
{
  g_autoptr (Scene) scene = scene_new ();
  SeamCredential *code = scene_add_credential (scene,
    "{\"acs_credential_id\": \"c1\", \"acs_system_id\": \"s1\", \"acs_user_id\": \"u1\", \"access_method\": \"code\","
    " \"display_name\": \"PIN 4821\", \"code\": \"4821\", \"warnings\":"
    " [{\"warning_code\": \"requested_code_unavailable\", \"message\": \"Code 4821 was taken, 7350 set\","
    " \"original_code\": \"4821\", \"new_code\": \"7350\"}]}");
  SeamUser *ada = scene_add_user (scene,
    "{\"acs_user_id\": \"u1\", \"acs_system_id\": \"s1\", \"display_name\": \"Ada Okafor\", \"errors\":"
    " [{\"error_code\": \"failed_to_update_on_acs_system\", \"message\": \"The code 4821 of flat 94821 is in use\"}]}");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *page = lanyard_credential_page_new ();
  GtkWidget *user_page = lanyard_user_page_new ();
  GtkWidget *row = lanyard_credential_row_new (FALSE);

  gtk_box_append (GTK_BOX (box), page);
  gtk_box_append (GTK_BOX (box), user_page);
  gtk_box_append (GTK_BOX (box), row);
  lanyard_credential_page_set_changes (LANYARD_CREDENTIAL_PAGE (page), scene->changes);
  lanyard_credential_page_set_credential (LANYARD_CREDENTIAL_PAGE (page), code);
  lanyard_user_page_set_changes (LANYARD_USER_PAGE (user_page), scene->changes);
  lanyard_user_page_set_user (LANYARD_USER_PAGE (user_page), ada);
  lanyard_record_row_set_item (LANYARD_RECORD_ROW (row), SEAM_RECORD (code));
  scene_show (scene, box);
  g_assert_true (scene_shows_text (page, "PIN ••••••"));
  g_assert_true (scene_shows_text (page, "A Different PIN Was Set"));
  g_assert_true (scene_shows_text (page, "The requested PIN was taken, so the access system set another one. Tell the "
                                        "user the new PIN."));
  assert_details (page, "Code •••••• was taken, •••••• set");
  g_assert_true (scene_shows_text (row, "PIN ••••••"));
  scene_wait_text (user_page, "Seam could not update it in the access system, so doors may still follow the old state. "
                              "Check the access system in the Seam Console.");
  assert_details (user_page, "The code •••••• of flat 94821 is in use");
  g_assert_true (scene_shows_text (user_page, "PIN ••••••"));
  g_assert_false (scene_shows_text (box, "PIN 4821"));

  scene_click (page, "Show PIN");
  g_assert_true (scene_shows_text (page, "4821"));
  g_assert_true (scene_shows_text (page, "PIN ••••••"));
}

static void
on_text_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("");
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copy (void)
{
  g_autoptr (Scene) scene = scene_new ();
  SeamCredential *code = scene_add_credential (scene, CODE ("c2", "4821"));
  GtkWidget *page = lanyard_credential_page_new ();
  g_autofree char *text = NULL;

  lanyard_credential_page_set_changes (LANYARD_CREDENTIAL_PAGE (page), scene->changes);
  lanyard_credential_page_set_credential (LANYARD_CREDENTIAL_PAGE (page), code);
  scene_show (scene, page);
  scene_click (page, "Copy PIN");
  g_assert_cmpstr (scene->action, ==, "toast");
  g_assert_null (strstr (scene->parameter, "4821"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (page), NULL, on_text_read, &text);
  scene_wait (is_set, &text);
  g_assert_cmpstr (text, ==, "4821");
}

static gboolean
leaves_out_hyphens (PangoAttribute *attribute,
                    gpointer        user_data)
{
  return attribute->klass->type == PANGO_ATTR_INSERT_HYPHENS && ((PangoAttrInt *) attribute)->value == FALSE;
}

/* What somebody reads from the screen, and types elsewhere. */
static void
test_no_hyphen_in_value (void)
{
  g_autoptr (Scene) scene = scene_new ();
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autoptr (PangoAttrList) found = NULL;
  GtkWidget *row = g_object_new (LANYARD_TYPE_COPY_ROW, "value", "ada.okafor@example.com", NULL);
  GtkWidget *box = gtk_list_box_new ();
  GtkWidget *label;

  gtk_list_box_append (GTK_LIST_BOX (box), row);
  scene_show (scene, box);
  label = scene_find (row, GTK_TYPE_LABEL, "ada.okafor@example.com");
  attributes = pango_attr_list_copy (gtk_label_get_attributes (GTK_LABEL (label)));
  found = pango_attr_list_filter (attributes, leaves_out_hyphens, NULL);
  g_assert_nonnull (found);
}

static gboolean
is_over (gpointer data)
{
  return g_get_real_time () > *(gint64 *) data;
}

/* The loop sleeps until something happens. */
static gboolean
on_time (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* What was said of the time is said anew, though nothing has changed at the server. */
static void
test_time_passes (void)
{
  g_autoptr (Scene) scene = scene_new ();
  gint64 end = g_get_real_time () + 2 * G_TIME_SPAN_SECOND;
  g_autoptr (GDateTime) ends_at = g_date_time_new_from_unix_utc (end / G_TIME_SPAN_SECOND);
  g_autofree char *iso = g_date_time_format_iso8601 (ends_at);
  g_autofree char *json = g_strdup_printf (CARD (OF_ADA ", \"ends_at\": \"%s\""), iso);
  g_autoptr (GDateTime) local = g_date_time_to_local (ends_at);
  g_autofree char *expired = g_date_time_format (local, "•••• 2233 · Expired today at %H:%M");
  SeamUser *ada = scene_add_user (scene, ADA);
  GtkWidget *page = lanyard_user_page_new ();
  guint tick;

  scene_add_credential (scene, json);
  lanyard_user_page_set_changes (LANYARD_USER_PAGE (page), scene->changes);
  lanyard_user_page_set_user (LANYARD_USER_PAGE (page), ada);
  scene_show (scene, page);
  tick = g_timeout_add (100, on_time, NULL);
  scene_wait (is_over, &end);
  g_source_remove (tick);
  lanyard_timely_update_below (GTK_WIDGET (scene->window));
  scene_wait_text (page, expired);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/pages/rows", test_rows);
  g_test_add_func ("/pages/user", test_user_page);
  g_test_add_func ("/pages/unassign-waits", test_unassign_waits);
  g_test_add_func ("/pages/credential", test_credential_page);
  g_test_add_func ("/pages/pin-is-kept", test_pin_is_kept);
  g_test_add_func ("/pages/secrets-are-cleared", test_secrets_are_cleared);
  g_test_add_func ("/pages/in-the-access-system", test_in_the_access_system);
  g_test_add_func ("/pages/secret-hides-itself", test_secret_hides_itself);
  g_test_add_func ("/pages/code-in-texts", test_code_in_texts);
  g_test_add_func ("/pages/copy", test_copy);
  g_test_add_func ("/pages/no-hyphen-in-value", test_no_hyphen_in_value);
  g_test_add_func ("/pages/time-passes", test_time_passes);

  return g_test_run ();
}
