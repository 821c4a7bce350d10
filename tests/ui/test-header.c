/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header at every width: it comes to rest, it fits, and it says what kind of workspace is open. */
#include "lanyard-ui.h"
#include "stage.h"

#define FRAMES 8

typedef struct
{
  guint n_frames;
  guint n_changes;
} Watch;

static gboolean
on_frame (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Watch *watch = user_data;

  watch->n_frames++;
  gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

static void
on_changed (Watch *watch)
{
  watch->n_changes++;
}

static void
run_frames (Stage *stage,
            Watch *watch)
{
  guint tick = gtk_widget_add_tick_callback (GTK_WIDGET (stage->window), on_frame, watch, NULL);

  watch->n_frames = 0;
  while (watch->n_frames < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (GTK_WIDGET (stage->window), tick);
}

static void
test_widths (Stage         *stage,
             gconstpointer  data)
{
  GtkWidget *title = stage_find_child (stage, "switcher_title");
  Watch watch = { 0 };
  gulong handler = g_signal_connect_swapped (title, "notify::title-visible", G_CALLBACK (on_changed), &watch);

  for (int width = 360; width <= 1080; width += 40)
    {
      gtk_window_set_default_size (GTK_WINDOW (stage->window), width, 600);
      run_frames (stage, &watch);
      /* Once more, for what makes room only in a narrow window. */
      gtk_window_set_default_size (GTK_WINDOW (stage->window), width, 600);
      run_frames (stage, &watch);
      watch.n_changes = 0;
      run_frames (stage, &watch);
      if (watch.n_changes > 0)
        g_error ("The header does not come to rest at %d pixels", width);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (stage->window)), <=, width);
      g_assert_nonnull (stage_find_label (stage_find_child (stage, "workspace_button"), "Demo"));
    }
  g_signal_handler_disconnect (title, handler);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lanyard_ui_init ();
  adw_init ();

  g_test_add ("/header/widths", Stage, NULL, stage_set_up_workspace, test_widths, stage_tear_down);

  return g_test_run ();
}
