/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bars of the batches that run, wait to be gone on with, or have ended and were not closed. */
#include "lanyard-batch-bars.h"

#include "lanyard-batch-bar.h"
#include "lanyard-batch-closing.h"

struct _LanyardBatchBars
{
  GtkWidget parent_instance;

  LanyardBatches *batches;
};

G_DEFINE_FINAL_TYPE (LanyardBatchBars, lanyard_batch_bars, GTK_TYPE_WIDGET)

static void
on_closed (GtkWidget *bar)
{
  gtk_widget_unparent (bar);
}

static LanyardBatchBar *
find (LanyardBatchBars *self,
      gint64            number)
{
  for (GtkWidget *bar = gtk_widget_get_first_child (GTK_WIDGET (self)); bar != NULL;
       bar = gtk_widget_get_next_sibling (bar))
    if (lanyard_batch_get_number (lanyard_batch_bar_get_batch (LANYARD_BATCH_BAR (bar))) == number)
      return LANYARD_BATCH_BAR (bar);
  return NULL;
}

static gboolean
is_over (GtkWidget *bar)
{
  return lanyard_batch_get_state (lanyard_batch_bar_get_batch (LANYARD_BATCH_BAR (bar))) == LANYARD_BATCH_STATE_ENDED;
}

/* What is over gives way to what begins. */
static void
close_old (LanyardBatchBars *self)
{
  GtkWidget *next;

  for (GtkWidget *bar = gtk_widget_get_first_child (GTK_WIDGET (self)); bar != NULL; bar = next)
    {
      next = gtk_widget_get_next_sibling (bar);
      if (is_over (bar))
        gtk_widget_unparent (bar);
    }
}

/* One that was left, and is told of again, has its bar. */
static void
add (LanyardBatchBars *self,
     LanyardBatch     *batch)
{
  GtkWidget *bar;

  close_old (self);
  if (find (self, lanyard_batch_get_number (batch)) != NULL)
    return;

  bar = lanyard_batch_bar_new (self->batches, batch);
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
  g_signal_connect (bar, "closed", G_CALLBACK (on_closed), NULL);
}

/**
 * lanyard_batch_bars_follow:
 * @self: the bars, in a window
 * @batches: who carries batches out; it is set once
 *
 * Has a bar for each of them, and the window ask before it is closed.
 */
void
lanyard_batch_bars_follow (LanyardBatchBars *self,
                           LanyardBatches   *batches)
{
  g_return_if_fail (LANYARD_IS_BATCH_BARS (self));
  g_return_if_fail (LANYARD_IS_BATCHES (batches));

  g_set_object (&self->batches, batches);
  lanyard_batch_closing_watch (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), batches);
  g_signal_connect_object (batches, "started", G_CALLBACK (add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (batches, "left", G_CALLBACK (add), self, G_CONNECT_SWAPPED);
}

static void
lanyard_batch_bars_dispose (GObject *object)
{
  LanyardBatchBars *self = LANYARD_BATCH_BARS (object);
  GtkWidget *bar;

  while ((bar = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (bar);
  g_clear_object (&self->batches);

  G_OBJECT_CLASS (lanyard_batch_bars_parent_class)->dispose (object);
}

static void
lanyard_batch_bars_class_init (LanyardBatchBarsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_batch_bars_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
lanyard_batch_bars_init (LanyardBatchBars *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}
