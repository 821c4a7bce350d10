/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time in a window: what depends on it is said anew each minute, and whenever the window is looked at. */
#include "lanyard-clock.h"

#include "lanyard-timely.h"

#define INTERVAL_SECONDS 60

struct _LanyardClock
{
  GObject parent_instance;

  GtkWidget *window; /* lives as long as this */
  guint      source;
};

G_DEFINE_FINAL_TYPE (LanyardClock, lanyard_clock, G_TYPE_OBJECT)

static gboolean
on_minute (gpointer user_data)
{
  lanyard_timely_update_below (LANYARD_CLOCK (user_data)->window);

  return G_SOURCE_CONTINUE;
}

/* The machine may have slept. */
static void
on_active_changed (LanyardClock *self)
{
  lanyard_timely_update_below (self->window);
}

static void
lanyard_clock_dispose (GObject *object)
{
  g_clear_handle_id (&LANYARD_CLOCK (object)->source, g_source_remove);

  G_OBJECT_CLASS (lanyard_clock_parent_class)->dispose (object);
}

static void
lanyard_clock_class_init (LanyardClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_clock_dispose;
}

static void
lanyard_clock_init (LanyardClock *self)
{
  self->source = g_timeout_add_seconds (INTERVAL_SECONDS, on_minute, self);
}

/**
 * lanyard_clock_new:
 * @window: the window, which lives as long as this
 *
 * Returns: (transfer full): a clock that runs until it is let go
 */
LanyardClock *
lanyard_clock_new (GtkWindow *window)
{
  LanyardClock *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  self = g_object_new (LANYARD_TYPE_CLOCK, NULL);
  self->window = GTK_WIDGET (window);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (on_active_changed), self, G_CONNECT_SWAPPED);

  return self;
}
