/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scanned card does in the window, depending on what is open. */
#include "lanyard-card-choice.h"
#include "lanyard-lost-window.h"
#include "lanyard-picker.h"
#include "lanyard-ui.h"
#include "scan-desk.h"

static gboolean
nothing_is_asked (Stage      *stage,
                  const char *part)
{
  return stage_find_dialog () == NULL;
}

static void
test_opens_from_lists (Desk          *desk,
                       gconstpointer  data)
{
  scan_desk_scan (desk, HELD);
  stage_wait_until (&desk->stage, scan_desk_is_on_show, stage_id_of (desk->held));
  scan_desk_scan (desk, FREE);
  stage_wait_until (&desk->stage, scan_desk_is_on_show, stage_id_of (desk->free));
  stage_activate (&desk->stage, "go.view", g_variant_new_string ("activity"));
  scan_desk_scan (desk, "%" HELD "?");
  stage_wait_until (&desk->stage, scan_desk_is_on_show, stage_id_of (desk->held));
  scan_desk_assert_nothing_sent (desk);
}

static void
test_two_in_a_row (Desk          *desk,
                   gconstpointer  data)
{
  scan_desk_scan (desk, UNKNOWN);
  scan_desk_scan (desk, FREE);
  stage_wait_until (&desk->stage, scan_desk_is_on_show, stage_id_of (desk->free));
  scan_desk_assert_nothing_sent (desk);
}

/* People whose phone has the digits are offered, not opened. */
static void
test_unknown (Desk          *desk,
              gconstpointer  data)
{
  scan_desk_show_user (desk, desk->user);
  scan_desk_scan (desk, UNKNOWN);
  stage_wait_until (&desk->stage, stage_says, "No card has the number " UNKNOWN);
  g_assert_true (scan_desk_is_on_show (&desk->stage, stage_id_of (desk->user)));
  g_assert_null (stage_find_dialog ());

  stage_activate (&desk->stage, "go.search-users", g_variant_new_string (UNKNOWN));
  stage_wait_until (&desk->stage, stage_says, "No Results Found");
  scan_desk_assert_nothing_sent (desk);
}

/* It would be read as if it were about the card that is asked about. */
static void
test_unknown_before (Desk          *desk,
                     gconstpointer  data)
{
  scan_desk_show_user (desk, desk->user);
  scan_desk_scan (desk, UNKNOWN);
  stage_wait_until (&desk->stage, stage_says, "No card has the number " UNKNOWN);
  scan_desk_scan (desk, FREE);
  stage_wait_until (&desk->stage, scan_desk_is_asked, "Assign ");
  stage_wait_until (&desk->stage, stage_says_not, "No card has the number " UNKNOWN);
  stage_respond ("cancel");
  scan_desk_assert_nothing_sent (desk);
}

static void
test_not_a_number (Desk          *desk,
                   gconstpointer  data)
{
  scan_desk_scan (desk, "1.2E+11");
  stage_wait_until (&desk->stage, stage_says, "did not send a card number");
  scan_desk_assert_nothing_sent (desk);
}

static void
test_offers_free_card (Desk          *desk,
                       gconstpointer  data)
{
  scan_desk_show_user (desk, desk->user);
  scan_desk_scan (desk, FREE);
  stage_wait_until (&desk->stage, scan_desk_is_asked, "Assign ");
  stage_respond ("cancel");
  stage_wait_until (&desk->stage, nothing_is_asked, NULL);
  g_assert_true (scan_desk_is_on_show (&desk->stage, stage_id_of (desk->user)));
  scan_desk_assert_nothing_sent (desk);

  scan_desk_scan (desk, FREE);
  stage_wait_until (&desk->stage, scan_desk_is_asked, "Assign ");
  stage_respond ("assign");
  scan_desk_wait_until_held (desk, desk->free, desk->user);
}

static void
test_second_tap (Desk          *desk,
                 gconstpointer  data)
{
  scan_desk_show_user (desk, desk->user);
  scan_desk_scan (desk, FREE);
  stage_wait_until (&desk->stage, scan_desk_is_asked, "Assign ");
  scan_desk_scan (desk, UNKNOWN);
  stage_wait_until (&desk->stage, stage_says, "Card " UNKNOWN " was scanned");
  g_assert_true (scan_desk_is_asked (&desk->stage, "Assign "));
  scan_desk_assert_nothing_sent (desk);

  scan_desk_scan (desk, "00" FREE);
  scan_desk_wait_until_held (desk, desk->free, desk->user);
  g_assert_null (stage_find_dialog ());
  g_assert_cmpuint (scan_desk_count_requests (desk, "/acs/credentials/assign"), ==, 1);
}

static void
test_at_once (Desk          *desk,
              gconstpointer  data)
{
  g_settings_set_string (desk->stage.settings, "card-reader-assigns", "at-once");
  scan_desk_show_user (desk, desk->user);
  scan_desk_scan (desk, FREE);
  scan_desk_wait_until_held (desk, desk->free, desk->user);
  g_assert_null (stage_find_dialog ());

  /* What somebody else has is asked all the same. */
  scan_desk_scan (desk, HELD);
  stage_wait_until (&desk->stage, scan_desk_is_asked, "Is Assigned to");
  g_assert_cmpuint (scan_desk_count_requests (desk, "/acs/credentials/unassign"), ==, 0);
  stage_respond ("cancel");
}

static void
test_held_by_another (Desk          *desk,
                      gconstpointer  data)
{
  SeamUser *holder = seam_credential_get_holder (desk->held);

  scan_desk_show_user (desk, desk->user);
  scan_desk_scan (desk, HELD);
  stage_wait_until (&desk->stage, scan_desk_is_asked, "Is Assigned to");
  g_assert_true (scan_desk_is_on_show (&desk->stage, stage_id_of (desk->held)));

  /* The same card once more is no yes to taking it away. */
  scan_desk_scan (desk, HELD);
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (scan_desk_is_asked (&desk->stage, "Is Assigned to"));
  g_assert_true (seam_credential_get_holder (desk->held) == holder);
  scan_desk_assert_nothing_sent (desk);

  stage_respond ("take");
  scan_desk_wait_until_held (desk, desk->held, desk->user);
}

static void
test_unassign_held (Desk          *desk,
                    gconstpointer  data)
{
  scan_desk_show_user (desk, desk->user);
  scan_desk_scan (desk, HELD);
  stage_wait_until (&desk->stage, scan_desk_is_asked, "Is Assigned to");
  stage_respond ("unassign");
  scan_desk_wait_until_held (desk, desk->held, NULL);
}

/* Their own card opens, and nothing is asked. */
static void
test_held_by_them (Desk          *desk,
                   gconstpointer  data)
{
  scan_desk_show_user (desk, seam_credential_get_holder (desk->held));
  scan_desk_scan (desk, HELD);
  stage_wait_until (&desk->stage, scan_desk_is_on_show, stage_id_of (desk->held));
  g_assert_null (stage_find_dialog ());
  scan_desk_assert_nothing_sent (desk);
}

static void
test_other_system (Desk          *desk,
                   gconstpointer  data)
{
  g_autoptr (LanyardList) list = lanyard_list_new (lanyard_directory_get_users (desk->stage.directory));
  SeamUser *other = NULL;

  while (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (SeamUser) user = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (seam_user_get_system_id (user) != seam_credential_get_system_id (desk->free))
        other = user; /* the store holds it */
    }

  scan_desk_show_user (desk, other);
  scan_desk_scan (desk, FREE);
  stage_wait_until (&desk->stage, scan_desk_is_on_show, stage_id_of (desk->free));
  stage_wait_until (&desk->stage, stage_says, " is in ");
  g_assert_null (stage_find_dialog ());
  scan_desk_assert_nothing_sent (desk);
}

static void
test_several (Desk          *desk,
              gconstpointer  data)
{
  AdwMessageDialog *dialog;

  scan_desk_set_number (&desk->stage, desk->held, FREE);
  scan_desk_show_user (desk, desk->user);
  scan_desk_scan (desk, FREE);
  stage_wait_until (&desk->stage, scan_desk_is_asked, "Several Cards");
  dialog = stage_find_dialog ();
  g_assert_true (LANYARD_IS_CARD_CHOICE (dialog));
  g_assert_cmpstr (adw_message_dialog_get_default_response (dialog), ==, "cancel");
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (dialog))));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == gtk_window_get_default_widget (GTK_WINDOW (dialog)));

  g_signal_emit_by_name (dialog, "chosen", desk->free);
  gtk_window_destroy (GTK_WINDOW (dialog));
  stage_wait_until (&desk->stage, scan_desk_is_asked, "Assign ");
  stage_respond ("cancel");
  scan_desk_assert_nothing_sent (desk);
}

/* The bytes of the number the other way round: offered, never opened. */
static void
test_maybe (Desk          *desk,
            gconstpointer  data)
{
  g_autofree char *reversed = g_strdup_printf ("%u", GUINT32_SWAP_LE_BE (0x01020305));

  scan_desk_set_number (&desk->stage, desk->free, "16909061"); /* 0x01020305 */
  scan_desk_scan (desk, reversed);
  stage_wait_until (&desk->stage, scan_desk_is_asked, "No Exact Match for Card Number");
  g_assert_null (scan_desk_record_on_show (&desk->stage));
  stage_respond ("cancel");
  scan_desk_assert_nothing_sent (desk);
}

/* A question that is about something else has no use for a card. */
static void
test_other_dialog (Desk          *desk,
                   gconstpointer  data)
{
  stage_activate (&desk->stage, "change.assign", g_variant_new ("(ss)", stage_id_of (desk->held), stage_id_of (desk->user)));
  stage_wait_until (&desk->stage, scan_desk_is_asked, "Reassign ");
  scan_desk_scan (desk, FREE);
  stage_wait_until (&desk->stage, stage_says, "Card " FREE " was scanned");
  g_assert_true (scan_desk_is_asked (&desk->stage, "Reassign "));
  stage_respond ("cancel");
  g_assert_null (scan_desk_record_on_show (&desk->stage));
  scan_desk_assert_nothing_sent (desk);
}

static GtkWidget *
find_picker (void)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *link = toplevels; link != NULL; link = link->next)
    {
      if (LANYARD_IS_PICKER (link->data) && gtk_widget_get_mapped (link->data))
        return link->data;
    }

  return NULL;
}

static gboolean
picker_is_open (Stage      *stage,
                const char *part)
{
  return find_picker () != NULL;
}

static gboolean
picker_says (Stage      *stage,
             const char *part)
{
  return find_picker () != NULL && stage_find_label (find_picker (), part) != NULL;
}

static void
pick_for (Desk       *desk,
          const char *action,
          gpointer    record)
{
  stage_activate (&desk->stage, action, g_variant_new_string (stage_id_of (record)));
  stage_wait_until (&desk->stage, picker_is_open, NULL);
}

static void
test_picker_free (Desk          *desk,
                  gconstpointer  data)
{
  pick_for (desk, "change.pick-credential", desk->user);
  scan_desk_scan (desk, FREE);
  scan_desk_wait_until_held (desk, desk->free, desk->user);
  g_assert_null (find_picker ());
}

static void
test_picker_held (Desk          *desk,
                  gconstpointer  data)
{
  pick_for (desk, "change.pick-credential", desk->user);
  scan_desk_scan (desk, HELD);
  stage_wait_until (&desk->stage, scan_desk_is_asked, "Reassign ");
  stage_respond ("cancel");
  g_assert_nonnull (find_picker ());
  scan_desk_assert_nothing_sent (desk);
  gtk_window_close (GTK_WINDOW (find_picker ()));
}

/* A part of another card's number is none. */
static void
test_picker_unknown (Desk          *desk,
                     gconstpointer  data)
{
  pick_for (desk, "change.pick-credential", desk->user);
  scan_desk_scan (desk, "700040022");
  stage_wait_until (&desk->stage, picker_says, "No card has the number 700040022");
  scan_desk_scan (desk, FREE "1");
  stage_wait_until (&desk->stage, picker_says, "No card has the number " FREE "1");
  scan_desk_assert_nothing_sent (desk);
  gtk_window_close (GTK_WINDOW (find_picker ()));
}

static void
test_picker_of_users (Desk          *desk,
                      gconstpointer  data)
{
  pick_for (desk, "change.pick-user", desk->free);
  scan_desk_scan (desk, HELD);
  stage_wait_until (&desk->stage, picker_says, "Card " HELD " was scanned");
  scan_desk_assert_nothing_sent (desk);
  gtk_window_close (GTK_WINDOW (find_picker ()));
}

static GtkWidget *
find_lost_window (void)
{
  GtkWidget *window = stage_find_window (LANYARD_TYPE_LOST_WINDOW);

  return window != NULL && gtk_widget_get_visible (window) ? window : NULL;
}

static gboolean
lost_window_says (Stage      *stage,
                  const char *part)
{
  return find_lost_window () != NULL && stage_find_label (find_lost_window (), part) != NULL;
}

static void
lose_held (Desk *desk)
{
  stage_activate (&desk->stage, "change.mark-lost", g_variant_new_string (stage_id_of (desk->held)));
  stage_wait_until (&desk->stage, lost_window_says, "Scan or select the spare.");
}

/* Of several with the number, the only one that can be the spare is meant. */
static void
test_spare_of_several (Desk          *desk,
                       gconstpointer  data)
{
  scan_desk_set_number (&desk->stage, desk->held, FREE);
  lose_held (desk);
  scan_desk_scan (desk, FREE);
  stage_wait_until (&desk->stage, lost_window_says, "will be unassigned and marked as lost");
  g_assert_null (stage_find_dialog ());
  scan_desk_assert_nothing_sent (desk);
  gtk_window_close (GTK_WINDOW (find_lost_window ()));
}

/* One whose number may be another way of writing it is offered. */
static void
test_spare_maybe (Desk          *desk,
                  gconstpointer  data)
{
  g_autofree char *reversed = g_strdup_printf ("%u", GUINT32_SWAP_LE_BE (0x01020305));

  scan_desk_set_number (&desk->stage, desk->free, "16909061"); /* 0x01020305 */
  lose_held (desk);
  scan_desk_scan (desk, reversed);
  stage_wait_until (&desk->stage, scan_desk_is_asked, "No Exact Match for Card Number");
  g_assert_true (lost_window_says (&desk->stage, "Scan or select the spare."));
  g_signal_emit_by_name (stage_find_dialog (), "chosen", desk->free);
  stage_respond ("cancel");
  g_assert_true (lost_window_says (&desk->stage, "will be unassigned and marked as lost"));
  scan_desk_assert_nothing_sent (desk);
  gtk_window_close (GTK_WINDOW (find_lost_window ()));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  lanyard_ui_init ();

  static const struct
  {
    const char *path;
    void (*test) (Desk *desk, gconstpointer data);
  } tests[] = {
    { "/scans/opens-from-lists", test_opens_from_lists },
    { "/scans/two-in-a-row", test_two_in_a_row },
    { "/scans/unknown", test_unknown },
    { "/scans/unknown-before", test_unknown_before },
    { "/scans/not-a-number", test_not_a_number },
    { "/scans/offers-free-card", test_offers_free_card },
    { "/scans/second-tap", test_second_tap },
    { "/scans/at-once", test_at_once },
    { "/scans/held-by-another", test_held_by_another },
    { "/scans/unassign-held", test_unassign_held },
    { "/scans/held-by-them", test_held_by_them },
    { "/scans/other-system", test_other_system },
    { "/scans/several", test_several },
    { "/scans/maybe", test_maybe },
    { "/scans/other-dialog", test_other_dialog },
    { "/scans/picker-free", test_picker_free },
    { "/scans/picker-held", test_picker_held },
    { "/scans/picker-unknown", test_picker_unknown },
    { "/scans/picker-of-users", test_picker_of_users },
    { "/scans/spare-of-several", test_spare_of_several },
    { "/scans/spare-maybe", test_spare_maybe },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, NULL, scan_desk_set_up, tests[i].test, scan_desk_tear_down);

  return g_test_run ();
}
