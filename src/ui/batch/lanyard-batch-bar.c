/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar of one batch: what it does, how far it has come, and what can be done about it. */
#include "lanyard-batch-bar.h"

#include <string.h>

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-batch-progress-text.h"
#include "lanyard-batch-report.h"
#include "lanyard-batch-text.h"
#include "lanyard-ui.h"

/* A batch of so few that is over this soon would only flicker. */
#define FEW 5
#define DELAY_MS 2000

/* More often than this, nobody reads it. */
#define INTERVAL_MS 250

struct _LanyardBatchBar
{
  GtkWidget parent_instance;

  GtkWidget      *box;
  GtkLabel       *title;
  GtkLabel       *progress;
  GtkProgressBar *progress_bar;
  GtkButton      *go_button;
  GtkButton      *stop_button;
  GtkWidget      *report_button;
  GtkWidget      *close_button;

  LanyardBatches *batches;
  LanyardBatch   *batch;
  guint           delay;
  guint           update_source;
};

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardBatchBar, lanyard_batch_bar, GTK_TYPE_WIDGET)

static LanyardCourse *
course_of (LanyardBatchBar *self)
{
  return lanyard_batch_get_course (self->batch);
}

static gboolean
is_halted (LanyardBatchState state)
{
  return state == LANYARD_BATCH_STATE_PLANNED || state == LANYARD_BATCH_STATE_PAUSED
         || state == LANYARD_BATCH_STATE_PAUSING;
}

static void
update_progress (LanyardBatchBar *self)
{
  g_autofree char *text = lanyard_batch_progress_text (self->batch);
  guint n = lanyard_batch_get_n_items (self->batch);
  guint n_left;

  g_object_get (self->batch, "n-left", &n_left, NULL);
  gtk_label_set_label (self->progress, text);
  gtk_progress_bar_set_fraction (self->progress_bar, n > 0 ? 1.0 - (double) n_left / n : 1.0);
}

static gboolean
on_update (gpointer user_data)
{
  LanyardBatchBar *self = user_data;

  self->update_source = 0;
  update_progress (self);
  return G_SOURCE_REMOVE;
}

static void
on_counted (LanyardBatchBar *self)
{
  if (self->update_source == 0)
    self->update_source = g_timeout_add (INTERVAL_MS, on_update, self);
}

/* One button is there for both, so that who has pressed it can press it again. */
static void
update_buttons (LanyardBatchBar  *self,
                LanyardBatchState state)
{
  gboolean over = state == LANYARD_BATCH_STATE_ENDED || state == LANYARD_BATCH_STATE_STOPPING;

  gtk_button_set_label (self->go_button, is_halted (state) ? C_("changes", "Continue") : C_("changes", "Pause"));
  gtk_button_set_label (self->stop_button, state == LANYARD_BATCH_STATE_PLANNED ? C_("changes", "Don’t Continue")
                                                                               : C_("changes", "Stop"));
  gtk_widget_set_visible (GTK_WIDGET (self->go_button), !over);
  gtk_widget_set_visible (GTK_WIDGET (self->stop_button), !over);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), state != LANYARD_BATCH_STATE_ENDED);
  gtk_widget_set_visible (self->report_button, is_halted (state));
  gtk_widget_set_visible (self->close_button, state == LANYARD_BATCH_STATE_ENDED);
}

/* It no longer does what it was called after. Where all is done, there are no figures to add, and no reasons. */
static void
tell_end (LanyardBatchBar *self)
{
  g_autofree char *text = lanyard_batch_text (self->batch);
  guint n_done;

  g_object_get (self->batch, "n-done", &n_done, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), n_done < lanyard_batch_get_n_items (self->batch));
  if (gtk_widget_get_visible (GTK_WIDGET (self->progress)))
    *strchrnul (text, '\n') = '\0';
  gtk_label_set_label (self->title, text);
}

static void
show (LanyardBatchBar *self)
{
  g_clear_handle_id (&self->delay, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
on_state_changed (LanyardBatchBar *self)
{
  LanyardBatchState state = lanyard_batch_get_state (self->batch);
  g_autofree char *text = NULL;

  update_buttons (self, state);
  update_progress (self);
  if (state == LANYARD_BATCH_STATE_PAUSED)
    {
      show (self);
      text = lanyard_batch_progress_text (self->batch);
      lanyard_announce (GTK_WIDGET (self), text);
    }
  if (state == LANYARD_BATCH_STATE_ENDED)
    tell_end (self);
  if (state == LANYARD_BATCH_STATE_ENDED && !gtk_widget_get_visible (GTK_WIDGET (self)))
    g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_go (LanyardBatchBar *self)
{
  LanyardBatchState state = lanyard_batch_get_state (self->batch);

  if (state == LANYARD_BATCH_STATE_PLANNED)
    lanyard_batches_run (self->batches, self->batch);
  else if (is_halted (state))
    lanyard_course_go_on (course_of (self));
  else
    lanyard_course_pause (course_of (self));
}

static void
on_stop (LanyardBatchBar *self)
{
  lanyard_course_stop (course_of (self));
}

static void
on_report (LanyardBatchBar *self)
{
  lanyard_batch_report_present (GTK_WIDGET (self), self->batch);
}

static void
on_close (LanyardBatchBar *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
on_delayed (gpointer user_data)
{
  LanyardBatchBar *self = user_data;

  self->delay = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

static void
lanyard_batch_bar_dispose (GObject *object)
{
  LanyardBatchBar *self = LANYARD_BATCH_BAR (object);

  g_clear_handle_id (&self->delay, g_source_remove);
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->batches);
  g_clear_object (&self->batch);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (lanyard_batch_bar_parent_class)->dispose (object);
}

static void
lanyard_batch_bar_class_init (LanyardBatchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_batch_bar_dispose;
  signals[CLOSED] = g_signal_new ("closed", LANYARD_TYPE_BATCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-batch-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardBatchBar, box);
  gtk_widget_class_bind_template_child (widget_class, LanyardBatchBar, title);
  gtk_widget_class_bind_template_child (widget_class, LanyardBatchBar, progress);
  gtk_widget_class_bind_template_child (widget_class, LanyardBatchBar, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardBatchBar, go_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardBatchBar, stop_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardBatchBar, report_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardBatchBar, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_go);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
  gtk_widget_class_bind_template_callback (widget_class, on_report);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
lanyard_batch_bar_init (LanyardBatchBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow (LanyardBatchBar *self)
{
  static const char * const counts[] = { "notify::n-left", "notify::n-done", "notify::n-refused", "notify::n-unknown" };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_signal_connect_object (self->batch, counts[i], G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->batch, "notify::state", G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_batch_bar_new:
 * @batches: who carries it out
 * @batch: a batch that is about to run, or that an earlier run has left
 *
 * Returns: (transfer none): a bar that follows it; a short one shows only when it takes long, or doesn't go on
 */
GtkWidget *
lanyard_batch_bar_new (LanyardBatches *batches,
                       LanyardBatch   *batch)
{
  LanyardBatchBar *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (LANYARD_IS_BATCHES (batches), NULL);
  g_return_val_if_fail (LANYARD_IS_BATCH (batch), NULL);

  self = g_object_new (LANYARD_TYPE_BATCH_BAR, NULL);
  self->batches = g_object_ref (batches);
  self->batch = g_object_ref (batch);
  title = lanyard_batch_title_text (batch);
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  follow (self);
  update_buttons (self, lanyard_batch_get_state (batch));
  update_progress (self);
  if (lanyard_batch_get_n_items (batch) <= FEW && lanyard_batch_get_state (batch) != LANYARD_BATCH_STATE_PLANNED)
    self->delay = g_timeout_add (DELAY_MS, on_delayed, self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->delay == 0);
  return GTK_WIDGET (self);
}

/**
 * lanyard_batch_bar_get_batch:
 * @self: a bar
 *
 * Returns: (transfer none): what it is about
 */
LanyardBatch *
lanyard_batch_bar_get_batch (LanyardBatchBar *self)
{
  g_return_val_if_fail (LANYARD_IS_BATCH_BAR (self), NULL);

  return self->batch;
}
