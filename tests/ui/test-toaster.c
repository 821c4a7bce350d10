/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Toasts that come faster than they move: none is lost that matters, and nothing falls over. */
#include "lanyard-toaster.h"

#include "lanyard-entry-private.h"
#include "lanyard-entry-text.h"
#include "lanyard-holder.h"
#include "scene.h"

/* Longer than libadwaita moves a toast. */
#define SETTLED_MS 900

static LanyardEntry *
make_entry (gint64         id,
            LanyardOutcome outcome)
{
  g_autofree char *after = lanyard_holder_write ("u", "Ada");
  LanyardEntry *entry = g_object_new (LANYARD_TYPE_ENTRY, "subject-type", LANYARD_SUBJECT_CREDENTIAL, "subject-name",
                                      "Card", "after", after, NULL);

  lanyard_entry_set_id (entry, id);
  lanyard_entry_set_outcome (entry, outcome, 1, -1, NULL, NULL);

  return entry;
}

static gboolean
on_settled (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
settle (void)
{
  gboolean settled = FALSE;

  g_timeout_add (SETTLED_MS, on_settled, &settled);
  while (!settled)
    g_main_context_iteration (NULL, TRUE);
}

static void
tell (LanyardToaster *toaster,
      gint64          id,
      LanyardOutcome  outcome,
      const char     *text)
{
  g_autoptr (LanyardEntry) entry = make_entry (id, outcome);

  lanyard_toaster_tell_entry (toaster, entry, text);
}

/* The button that closes the toast on show. */
static GtkWidget *
find_close (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "circular") && gtk_widget_get_can_target (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_last_child (widget); child != NULL; child = gtk_widget_get_prev_sibling (child))
    {
      GtkWidget *found = find_close (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
show_overlay (Scene *scene)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new ("content"));
  scene_show (scene, overlay);

  return overlay;
}

/* What passes may have gone by itself on a slow machine: what is under it is not to be closed for it. */
static void
close_if_shown (GtkWidget  *overlay,
                const char *text)
{
  if (scene_shows_text (overlay, text))
    g_signal_emit_by_name (find_close (overlay), "clicked");
}

static void
test_rapid (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *overlay = show_overlay (scene);
  g_autoptr (LanyardToaster) toaster = lanyard_toaster_new (ADW_TOAST_OVERLAY (overlay));

  tell (toaster, 1, LANYARD_OUTCOME_REFUSED, "refused");
  settle ();
  /* All within the time in which the first one goes away. */
  tell (toaster, 2, LANYARD_OUTCOME_DONE, "done");
  tell (toaster, 3, LANYARD_OUTCOME_UNKNOWN, "unknown");
  tell (toaster, 4, LANYARD_OUTCOME_DONE, "done again");
  lanyard_toaster_tell (toaster, "copied");
  scene_wait_text (overlay, "copied");

  settle ();
  /* What passes is gone for good; what does not comes back, the last one first. */
  close_if_shown (overlay, "copied");
  scene_wait_text (overlay, "unknown");
  settle ();
  g_assert_false (scene_shows_text (overlay, "done again"));
  /* What is said anew of an operation takes the place of what was said before. */
  tell (toaster, 3, LANYARD_OUTCOME_DONE, "known");
  scene_wait_text (overlay, "known");
  settle ();
  close_if_shown (overlay, "known");
  scene_wait_text (overlay, "refused");

  lanyard_toaster_clear (toaster);
  settle ();
  settle ();
  g_assert_false (scene_shows_text (overlay, "refused"));
  g_assert_false (scene_shows_text (overlay, "unknown"));
}

/* Closed by somebody who is faster than the toast: libadwaita 1.2 goes on moving what it has freed, which shows where
 * freed memory is overwritten (meson.build). */
static void
test_closed_at_once (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *overlay = show_overlay (scene);
  g_autoptr (LanyardToaster) toaster = lanyard_toaster_new (ADW_TOAST_OVERLAY (overlay));

  tell (toaster, 1, LANYARD_OUTCOME_UNKNOWN, "unknown");
  settle ();
  for (guint i = 0; i < 3; i++)
    {
      tell (toaster, 2 + i, LANYARD_OUTCOME_REFUSED, "refused");
      scene_wait_text (overlay, "refused");
      g_signal_emit_by_name (find_close (overlay), "clicked");
      settle ();
      settle ();
      g_assert_true (scene_shows_text (overlay, "unknown"));
      g_assert_false (scene_shows_text (overlay, "refused"));
    }
}

/* No frame is drawn for longer than a toast takes to come up: it is still coming up then. */
static void
test_no_frames (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *overlay = show_overlay (scene);
  g_autoptr (LanyardToaster) toaster = lanyard_toaster_new (ADW_TOAST_OVERLAY (overlay));

  for (guint i = 0; i < 3; i++)
    {
      tell (toaster, i, LANYARD_OUTCOME_DONE, "done");
      scene_wait_text (overlay, "done");
      g_usleep (SETTLED_MS * 1000);
      lanyard_toaster_tell (toaster, "copied");
      scene_wait_text (overlay, "copied");
      g_usleep (SETTLED_MS * 1000);
      lanyard_toaster_take_back (toaster);
      settle ();
      settle ();
      g_assert_false (scene_shows_text (overlay, "copied"));
    }
}

static LanyardEntry *
make_move (void)
{
  g_autofree char *before = lanyard_holder_write ("u1", "Ada & Co");
  g_autofree char *after = lanyard_holder_write ("u2", "Ben <2>");
  LanyardEntry *entry = g_object_new (LANYARD_TYPE_ENTRY, "operation", LANYARD_OPERATION_MOVE, "subject-type",
                                      LANYARD_SUBJECT_CREDENTIAL, "subject-id", "c", "subject-name", "Card", "before",
                                      before, "after", after, NULL);

  lanyard_entry_set_id (entry, 1);
  lanyard_entry_set_outcome (entry, LANYARD_OUTCOME_DONE, 1, -1, NULL, NULL);

  return entry;
}

static LanyardEntry *
make_suspension (void)
{
  LanyardEntry *entry = g_object_new (LANYARD_TYPE_ENTRY, "operation", LANYARD_OPERATION_SUSPEND, "subject-type",
                                      LANYARD_SUBJECT_USER, "subject-id", "u1", "subject-name", "Ada & Co", NULL);

  lanyard_entry_set_id (entry, 2);
  lanyard_entry_set_outcome (entry, LANYARD_OUTCOME_DONE, 1, -1, NULL, NULL);

  return entry;
}

static void
follow (Scene      *scene,
        GtkWidget  *label,
        const char *action,
        const char *parameter)
{
  g_signal_emit_by_name (label, "activate-current-link");
  scene_wait_action (scene, action);
  g_assert_cmpstr (scene->parameter, ==, parameter);
}

/* What the toast with the button Undo says. */
static GtkWidget *
find_told (GtkWidget *overlay)
{
  GtkWidget *button = gtk_widget_get_ancestor (scene_find (overlay, GTK_TYPE_LABEL, "Undo"), GTK_TYPE_BUTTON);
  GtkWidget *label = gtk_widget_get_first_child (gtk_widget_get_parent (button));

  while (!GTK_IS_LABEL (label))
    label = gtk_widget_get_first_child (label);
  return label;
}

/* What was done to a person leads to them. */
static void
test_link_to_user (void)
{
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *overlay = show_overlay (scene);
  g_autoptr (LanyardToaster) toaster = lanyard_toaster_new (ADW_TOAST_OVERLAY (overlay));
  g_autoptr (LanyardEntry) entry = make_suspension ();
  g_autofree char *text = lanyard_entry_text (entry);
  GtkWidget *label;

  lanyard_toaster_tell_entry (toaster, entry, text);
  scene_wait_text (overlay, "Undo");
  settle ();
  label = find_told (overlay);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Ada & Co suspended");
  g_assert_true (gtk_widget_child_focus (label, GTK_DIR_TAB_FORWARD));
  follow (scene, label, "show-user", "'u1'");
}

/* Each name leads to its page, by the keyboard alone, and nothing in it is taken for markup. */
static void
test_links (void)
{
  const char *text = "Card reassigned from Ada & Co to Ben <2>";
  g_autoptr (Scene) scene = scene_new ();
  GtkWidget *overlay = show_overlay (scene);
  g_autoptr (LanyardToaster) toaster = lanyard_toaster_new (ADW_TOAST_OVERLAY (overlay));
  g_autoptr (LanyardEntry) entry = make_move ();
  GtkWidget *label;

  lanyard_toaster_tell_entry (toaster, entry, text);
  scene_wait_text (overlay, "Undo");
  settle ();
  label = find_told (overlay);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, text);

  g_assert_true (gtk_widget_child_focus (label, GTK_DIR_TAB_FORWARD));
  follow (scene, label, "show-credential", "'c'");
  g_assert_true (gtk_widget_child_focus (label, GTK_DIR_TAB_FORWARD));
  follow (scene, label, "show-user", "'u1'");
  g_assert_true (gtk_widget_child_focus (label, GTK_DIR_TAB_FORWARD));
  follow (scene, label, "show-user", "'u2'");
  g_assert_false (gtk_widget_child_focus (label, GTK_DIR_TAB_FORWARD));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/toaster/rapid", test_rapid);
  g_test_add_func ("/toaster/closed-at-once", test_closed_at_once);
  g_test_add_func ("/toaster/no-frames", test_no_frames);
  g_test_add_func ("/toaster/links", test_links);
  g_test_add_func ("/toaster/link-to-user", test_link_to_user);

  return g_test_run ();
}
