/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lost card in the window: what is asked and offered, in what order it is replaced, and what happens when it can't. */
#include <string.h>

#include "lanyard-lost-window.h"
#include "lanyard-spare.h"
#include "lanyard-ui.h"
#include "stage.h"

#define ASSIGN "/acs/credentials/assign"
#define UNASSIGN "/acs/credentials/unassign"

/* What somebody has lost, and a card that is free. */
typedef struct
{
  Stage           stage;
  SeamCredential *lost;
  SeamCredential *spare;
  SeamUser       *user;
} Desk;

static gboolean
is_number_of_one (Stage          *stage,
                  SeamCredential *credential)
{
  const char *text = seam_credential_get_card_number (credential);
  g_autoptr (LanyardNumber) number = text != NULL ? lanyard_number_new (text, NULL) : NULL;
  g_autoptr (LanyardFinding) finding = NULL;

  if (number == NULL)
    return FALSE;
  finding = lanyard_finder_look (lanyard_directory_get_finder (stage->directory), number);
  return finding->found == LANYARD_FOUND_ONE;
}

static SeamCredential *
find_spare (Stage          *stage,
            SeamCredential *lost)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (lanyard_directory_get_credentials (stage->directory));

  for (guint i = 0; i < keys->len; i++)
    {
      SeamCredential *credential = SEAM_CREDENTIAL (((LanyardKey *) keys->pdata[i])->record);

      if (lanyard_spare_fits (credential, lost, seam_credential_get_holder (lost))
          && is_number_of_one (stage, credential))
        return credential;
    }
  return NULL;
}

static void
set_up (Desk          *desk,
        gconstpointer  data)
{
  g_autoptr (GPtrArray) keys = NULL;

  stage_set_up_workspace (&desk->stage, NULL);
  keys = lanyard_store_get_keys (lanyard_directory_get_credentials (desk->stage.directory));
  for (guint i = 0; i < keys->len && desk->spare == NULL; i++)
    {
      SeamCredential *credential = SEAM_CREDENTIAL (((LanyardKey *) keys->pdata[i])->record);

      if (seam_credential_get_holder (credential) == NULL
          || seam_credential_get_access_method (credential) != SEAM_ACCESS_METHOD_CARD)
        continue;
      desk->lost = credential;
      desk->spare = find_spare (&desk->stage, credential);
    }
  g_assert_nonnull (desk->spare);
  desk->user = seam_credential_get_holder (desk->lost);
}

static void
tear_down (Desk          *desk,
           gconstpointer  data)
{
  stage_tear_down (&desk->stage, NULL);
}

static GVariant *
id_of (gpointer record)
{
  return g_variant_new_string (stage_id_of (record));
}

static LanyardLostWindow *
find_window (void)
{
  GtkWidget *window = stage_find_window (LANYARD_TYPE_LOST_WINDOW);

  return window != NULL && gtk_widget_get_visible (window) ? LANYARD_LOST_WINDOW (window) : NULL;
}

static gboolean
is_asked (Stage      *stage,
          const char *id)
{
  return find_window () != NULL;
}

static gboolean
has_dialog (Stage      *stage,
            const char *id)
{
  return stage_find_dialog () != NULL;
}

static gboolean
is_marked (Stage      *stage,
           const char *id)
{
  return seam_credential_get_lost (lanyard_store_lookup (lanyard_directory_get_credentials (stage->directory), id));
}

static gboolean
is_not_marked (Stage      *stage,
               const char *id)
{
  return !is_marked (stage, id);
}

static gboolean
is_free (Stage      *stage,
         const char *id)
{
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (stage->directory), id);

  return seam_credential_get_holder (credential) == NULL && !seam_credential_get_busy (credential);
}

static guint
count (Desk       *desk,
       const char *route)
{
  g_autofree char *log = lanyard_sandbox_control (desk->stage.sandbox, "/_sandbox/log", "{}");
  g_autofree char *member = g_strdup_printf ("\"%s\":", route);
  const char *found = strstr (log, member);

  return found != NULL ? (guint) g_ascii_strtoull (found + strlen (member), NULL, 10) : 0;
}

static LanyardLostWindow *
ask (Desk *desk)
{
  stage_activate (&desk->stage, "change.mark-lost", id_of (desk->lost));
  stage_wait_until (&desk->stage, is_asked, NULL);
  return find_window ();
}

static void
activate (LanyardLostWindow *window,
          const char        *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

static void
replace (Desk *desk)
{
  LanyardLostWindow *window = ask (desk);

  lanyard_lost_window_scanned (window, seam_credential_get_card_number (desk->spare));
  activate (window, "lost.replace");
}

static void
test_free_one_is_marked (Desk          *desk,
                         gconstpointer  data)
{
  Stage *stage = &desk->stage;

  stage_activate (stage, "go.show-credential", id_of (desk->spare));
  stage_activate (stage, "change.mark-lost", id_of (desk->spare));
  stage_wait_until (stage, is_marked, stage_id_of (desk->spare));
  g_assert_null (find_window ());
  stage_wait_until (stage, stage_says, "marked as lost");
  stage_wait_until (stage, stage_says, "Marked as lost on ");
  g_assert_cmpuint (count (desk, ASSIGN) + count (desk, UNASSIGN), ==, 0);

  stage_activate (stage, "change.mark-found", id_of (desk->spare));
  stage_wait_until (stage, is_not_marked, stage_id_of (desk->spare));
  stage_wait_until (stage, stage_says, "marked as found");
  stage_wait_until (stage, stage_says, "Lost on ");
  stage_activate (stage, "change.mark-lost-again", id_of (desk->spare));
  stage_wait_until (stage, is_marked, stage_id_of (desk->spare));
}

/* Nothing is sent before it is confirmed, and then the spare comes first. */
static void
test_replaced (Desk          *desk,
               gconstpointer  data)
{
  Stage *stage = &desk->stage;
  LanyardLostWindow *window = ask (desk);

  g_assert_false (gtk_widget_is_sensitive (stage_find_button (GTK_WIDGET (window), "Replace")));
  lanyard_lost_window_scanned (window, seam_credential_get_card_number (desk->spare));
  g_assert_true (gtk_widget_is_sensitive (stage_find_button (GTK_WIDGET (window), "Replace")));
  g_assert_nonnull (stage_find_label (GTK_WIDGET (window), "will be unassigned and marked as lost"));
  g_assert_cmpuint (count (desk, ASSIGN) + count (desk, UNASSIGN), ==, 0);
  g_assert_false (seam_credential_get_lost (desk->lost));

  activate (window, "lost.replace");
  stage_wait_until (stage, is_free, stage_id_of (desk->lost));
  g_assert_true (seam_credential_get_holder (desk->spare) == desk->user);
  g_assert_true (seam_credential_get_lost (desk->lost));
  stage_wait_until (stage, stage_says, "assigned to");
  g_assert_null (stage_find_dialog ());
}

/* Taken back, it is theirs again, and still marked. */
static void
test_undone (Desk          *desk,
             gconstpointer  data)
{
  Stage *stage = &desk->stage;

  replace (desk);
  stage_wait_until (stage, is_free, stage_id_of (desk->lost));
  stage_wait_until (stage, stage_says, "assigned to");
  stage_activate (stage, "change.undo", NULL);
  stage_wait_until (stage, is_free, stage_id_of (desk->spare));
  g_assert_true (seam_credential_get_holder (desk->lost) == desk->user);
  g_assert_true (seam_credential_get_lost (desk->lost));
}

static void
test_no_spare (Desk          *desk,
               gconstpointer  data)
{
  activate (ask (desk), "lost.no-spare");
  stage_wait_until (&desk->stage, is_free, stage_id_of (desk->lost));
  g_assert_true (seam_credential_get_lost (desk->lost));
  g_assert_cmpuint (count (desk, ASSIGN), ==, 0);
}

/* What can't be the spare says why, and is not chosen. */
static void
test_scanned_again (Desk          *desk,
                    gconstpointer  data)
{
  LanyardLostWindow *window = ask (desk);

  lanyard_lost_window_scanned (window, seam_credential_get_card_number (desk->lost));
  g_assert_nonnull (stage_find_label (GTK_WIDGET (window), "is the lost one"));
  g_assert_false (gtk_widget_is_sensitive (stage_find_button (GTK_WIDGET (window), "Replace")));
  lanyard_lost_window_scanned (window, "999999999999");
  g_assert_nonnull (stage_find_label (GTK_WIDGET (window), "No card"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_false (seam_credential_get_lost (desk->lost));
}

static void
refuse_spare (Desk *desk)
{
  lanyard_sandbox_add_fault (desk->stage.sandbox, ASSIGN, "status", "{\"status\": 400}");
  replace (desk);
  stage_wait_until (&desk->stage, has_dialog, NULL);
  g_assert_true (seam_credential_get_holder (desk->lost) == desk->user);
  g_assert_true (seam_credential_get_lost (desk->lost));
  g_assert_cmpuint (count (desk, UNASSIGN), ==, 0);
}

static void
test_spare_refused (Desk          *desk,
                    gconstpointer  data)
{
  refuse_spare (desk);
  stage_respond ("leave");
  g_assert_cmpuint (count (desk, UNASSIGN), ==, 0);
}

static void
test_tried_again (Desk          *desk,
                  gconstpointer  data)
{
  refuse_spare (desk);
  stage_respond ("retry");
  stage_wait_until (&desk->stage, is_free, stage_id_of (desk->lost));
  g_assert_true (seam_credential_get_holder (desk->spare) == desk->user);
}

static gboolean
is_held (Stage      *stage,
         const char *id)
{
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (stage->directory), id);

  return seam_credential_get_holder (credential) != NULL && !seam_credential_get_busy (credential);
}

/* The other order: the lost one goes first, whatever becomes of the spare. */
static void
test_anyway (Desk          *desk,
             gconstpointer  data)
{
  refuse_spare (desk);
  stage_respond ("unassign");
  stage_wait_until (&desk->stage, is_held, stage_id_of (desk->spare));
  g_assert_null (seam_credential_get_holder (desk->lost));
}

static void
test_handed_out_aware (Desk          *desk,
                       gconstpointer  data)
{
  Stage *stage = &desk->stage;

  stage_activate (stage, "change.mark-lost", id_of (desk->spare));
  stage_wait_until (stage, is_marked, stage_id_of (desk->spare));
  stage_activate (stage, "change.assign", g_variant_new ("(ss)", stage_id_of (desk->spare), stage_id_of (desk->user)));
  stage_wait_until (stage, has_dialog, NULL);
  g_assert_cmpuint (count (desk, ASSIGN), ==, 0);
  stage_respond ("cancel");
  g_assert_cmpuint (count (desk, ASSIGN), ==, 0);

  stage_activate (stage, "change.assign", g_variant_new ("(ss)", stage_id_of (desk->spare), stage_id_of (desk->user)));
  stage_wait_until (stage, has_dialog, NULL);
  stage_respond ("assign");
  stage_wait_until (stage, is_held, stage_id_of (desk->spare));
  g_assert_true (seam_credential_get_holder (desk->spare) == desk->user);
}

#define ADD(path, test) g_test_add ("/losses/" path, Desk, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();
  ADD ("free-one-is-marked", test_free_one_is_marked);
  ADD ("replaced", test_replaced);
  ADD ("undone", test_undone);
  ADD ("no-spare", test_no_spare);
  ADD ("scanned-again", test_scanned_again);
  ADD ("spare-refused", test_spare_refused);
  ADD ("tried-again", test_tried_again);
  ADD ("anyway", test_anyway);
  ADD ("handed-out-aware", test_handed_out_aware);

  return g_test_run ();
}
