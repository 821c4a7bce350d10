/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hears what a card reader types into any of the program's windows, and keeps it from them. */
#include "lanyard-card-reader.h"

#include "lanyard-burst.h"
#include "seam-secret.h"

/* X11 and Wayland number the keys like that. */
#define KEYCODE_OFFSET 8

/* After the keys that have arrived, and before the window is laid out and drawn. */
#define PAUSE_PRIORITY (GDK_PRIORITY_EVENTS + 10)

#define N_PASSED 32

#define CONTROLLER_NAME "lanyard-card-reader"

/* What an event is known by when an input method gives it back: it makes another of it. */
typedef struct
{
  GdkEventType type;
  guint code;
  guint32 time;
} Passed;

typedef struct
{
  SeamSecret *raw;
  GtkWindow *where; /* weak */
} Scan;

struct _LanyardCardReader
{
  GObject parent_instance;

  gboolean enabled;
  LanyardBurst *burst;
  GtkWindow *where; /* weak: has the keys */

  GQueue events;        /* to be given to their windows */
  GdkEvent *passing;    /* is being given to its window */
  GdkEvent *propagated; /* was left to its window last, and may be on its way to a popover */
  Passed passed[N_PASSED];
  guint n_passed;

  GQueue scans;

  guint pause_source;
  guint pass_source;
  guint scan_source;
};

G_DEFINE_FINAL_TYPE (LanyardCardReader, lanyard_card_reader, G_TYPE_OBJECT)

enum
{
  PROP_ENABLED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SCANNED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
scan_free (Scan *scan)
{
  g_clear_weak_pointer (&scan->where);
  seam_secret_free (scan->raw);
  g_free (scan);
}

static gboolean
on_scan_due (gpointer user_data)
{
  g_autoptr (LanyardCardReader) self = g_object_ref (LANYARD_CARD_READER (user_data));
  Scan *scan = g_queue_pop_head (&self->scans);

  g_signal_emit (self, signals[SCANNED], 0, scan->raw, scan->where);
  scan_free (scan);
  if (!g_queue_is_empty (&self->scans))
    return G_SOURCE_CONTINUE;

  self->scan_source = 0;

  return G_SOURCE_REMOVE;
}

static void
on_burst_scanned (const char *raw,
                  gpointer    user_data)
{
  LanyardCardReader *self = LANYARD_CARD_READER (user_data);
  Scan *scan = g_new0 (Scan, 1);

  scan->raw = seam_secret_new (raw);
  g_set_weak_pointer (&scan->where, self->where);
  g_queue_push_tail (&self->scans, scan);
  if (self->scan_source == 0)
    self->scan_source = g_idle_add_full (G_PRIORITY_DEFAULT, on_scan_due, self, NULL);
}

/* --- A person's keys --- */

/* The toolkit has one way in for an event, that its surface emits it. The window then does with it what it would have
 * done: accelerators, input methods, dead keys. */
static void
pass_to_window (LanyardCardReader *self,
                GdkEvent          *event)
{
  GdkSurface *surface = gdk_event_get_surface (event);
  gboolean handled = FALSE;

  if (surface == NULL || gdk_surface_is_destroyed (surface))
    return;

  self->passing = event;
  g_signal_emit_by_name (surface, "event", event, &handled);
  self->passing = NULL;
}

static gboolean
on_pass_due (gpointer user_data)
{
  g_autoptr (LanyardCardReader) self = g_object_ref (LANYARD_CARD_READER (user_data));
  GdkEvent *event;

  while ((event = g_queue_pop_head (&self->events)) != NULL)
    {
      pass_to_window (self, event);
      gdk_event_unref (event);
    }
  self->pass_source = 0;

  return G_SOURCE_REMOVE;
}

static void
remember_passed (LanyardCardReader *self,
                 GdkEvent          *event)
{
  Passed *passed = &self->passed[self->n_passed++ % N_PASSED];

  passed->type = gdk_event_get_event_type (event);
  passed->code = gdk_key_event_get_keycode (event);
  passed->time = gdk_event_get_time (event);
}

static gboolean
was_passed (LanyardCardReader *self,
            GdkEvent          *event)
{
  if (event == self->passing || event == self->propagated)
    return TRUE;

  /* A key of an unknown time can't be told from another. */
  if (gdk_event_get_time (event) == GDK_CURRENT_TIME)
    return FALSE;

  for (guint i = 0; i < MIN (self->n_passed, N_PASSED); i++)
    {
      const Passed *passed = &self->passed[i];

      if (passed->time == gdk_event_get_time (event) && passed->code == gdk_key_event_get_keycode (event)
          && passed->type == gdk_event_get_event_type (event))
        return TRUE;
    }

  return FALSE;
}

static void
on_burst_passed (gpointer event,
                 gpointer user_data)
{
  LanyardCardReader *self = LANYARD_CARD_READER (user_data);

  remember_passed (self, event);
  g_queue_push_tail (&self->events, event);
}

/* In a moment, and before any other event: a controller isn't to be called from within itself. */
static void
pass_soon (LanyardCardReader *self)
{
  if (self->pass_source == 0 && !g_queue_is_empty (&self->events))
    self->pass_source = g_idle_add_full (G_PRIORITY_HIGH, on_pass_due, self, NULL);
}

/* --- The keys that come --- */

static void
wait_for_pause (LanyardCardReader *self,
                guint              interval);

static gboolean
on_pause (gpointer user_data)
{
  LanyardCardReader *self = LANYARD_CARD_READER (user_data);

  self->pause_source = 0;
  wait_for_pause (self, lanyard_burst_pause (self->burst));
  pass_soon (self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_pause (LanyardCardReader *self,
                guint              interval)
{
  g_clear_handle_id (&self->pause_source, g_source_remove);
  if (interval > 0)
    self->pause_source = g_timeout_add_full (PAUSE_PRIORITY, interval, on_pause, self, NULL);
}

static gboolean
is_editing (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

/* Keys that programs make up may have no time. */
static guint32
get_time (GdkEvent *event)
{
  guint32 time = gdk_event_get_time (event);

  return time != GDK_CURRENT_TIME ? time : (guint32) (g_get_monotonic_time () / G_TIME_SPAN_MILLISECOND);
}

static gboolean
on_key (LanyardCardReader *self,
        GdkEvent          *event,
        GtkWindow         *window)
{
  guint keycode = gdk_key_event_get_keycode (event);
  LanyardKey key = {
    .time = get_time (event),
    .code = keycode > KEYCODE_OFFSET ? keycode - KEYCODE_OFFSET : 0,
    .typed = gdk_keyval_to_unicode (gdk_key_event_get_keyval (event)),
    .pressed = gdk_event_get_event_type (event) == GDK_KEY_PRESS,
    .editing = is_editing (window),
  };
  guint interval;

  g_set_weak_pointer (&self->where, window);
  interval = lanyard_burst_key (self->burst, &key, gdk_event_ref (event));
  if (key.pressed || interval == 0)
    wait_for_pause (self, interval);

  if (g_queue_get_length (&self->events) == 1 && g_queue_peek_head (&self->events) == event)
    {
      g_clear_pointer (&self->propagated, gdk_event_unref);
      self->propagated = g_queue_pop_head (&self->events);
      return GDK_EVENT_PROPAGATE;
    }

  pass_soon (self);

  return GDK_EVENT_STOP;
}

static gboolean
on_event (LanyardCardReader        *self,
          GdkEvent                 *event,
          GtkEventControllerLegacy *controller)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if ((type != GDK_KEY_PRESS && type != GDK_KEY_RELEASE) || !self->enabled || was_passed (self, event))
    return GDK_EVENT_PROPAGATE;

  return on_key (self, event, GTK_WINDOW (gtk_widget_get_root (widget)));
}

/* --- Windows --- */

static void
listen_to (LanyardCardReader *self,
           GtkWidget         *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GtkEventController *controller;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) other = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (other), CONTROLLER_NAME) == 0)
        return;
    }

  controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_name (controller, CONTROLLER_NAME);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);
}

/* The last that is added is the first that is asked, before the window's own accelerators. */
static void
on_window_mapped (LanyardCardReader *self,
                  GtkWidget         *window)
{
  listen_to (self, window);
}

/* A menu, while it is open, has all keys to itself: they don't come by the window. */
static void
on_focus_changed (LanyardCardReader *self,
                  GParamSpec        *pspec,
                  GtkWindow         *window)
{
  GtkWidget *widget = gtk_window_get_focus (window);

  for (; widget != NULL && widget != GTK_WIDGET (window); widget = gtk_widget_get_parent (widget))
    {
      if (GTK_IS_NATIVE (widget))
        listen_to (self, widget);
    }
}

static void
on_active_changed (LanyardCardReader *self)
{
  lanyard_burst_forget_down (self->burst);
}

static void
on_windows_changed (LanyardCardReader *self,
                    guint              position,
                    guint              removed,
                    guint              added,
                    GListModel        *windows)
{
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, position + i);

      g_signal_connect_object (window, "map", G_CALLBACK (on_window_mapped), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (on_focus_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (window, "notify::is-active", G_CALLBACK (on_active_changed), self, G_CONNECT_SWAPPED);
      if (gtk_widget_get_mapped (window))
        on_window_mapped (self, window);
    }
}

static void
set_enabled (LanyardCardReader *self,
             gboolean           enabled)
{
  if (self->enabled == enabled)
    return;

  self->enabled = enabled;
  lanyard_burst_flush (self->burst);
  pass_soon (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENABLED]);
}

static void
lanyard_card_reader_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  LanyardCardReader *self = LANYARD_CARD_READER (object);

  switch (prop_id)
    {
    case PROP_ENABLED:
      g_value_set_boolean (value, self->enabled);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_card_reader_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  LanyardCardReader *self = LANYARD_CARD_READER (object);

  switch (prop_id)
    {
    case PROP_ENABLED:
      set_enabled (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_card_reader_dispose (GObject *object)
{
  LanyardCardReader *self = LANYARD_CARD_READER (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->pass_source, g_source_remove);
  g_clear_handle_id (&self->scan_source, g_source_remove);
  g_queue_clear_full (&self->events, (GDestroyNotify) gdk_event_unref);
  g_queue_clear_full (&self->scans, (GDestroyNotify) scan_free);
  g_clear_pointer (&self->propagated, gdk_event_unref);
  g_clear_weak_pointer (&self->where);

  G_OBJECT_CLASS (lanyard_card_reader_parent_class)->dispose (object);
}

static void
lanyard_card_reader_finalize (GObject *object)
{
  LanyardCardReader *self = LANYARD_CARD_READER (object);

  lanyard_burst_free (self->burst);

  G_OBJECT_CLASS (lanyard_card_reader_parent_class)->finalize (object);
}

static void
lanyard_card_reader_class_init (LanyardCardReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_card_reader_get_property;
  object_class->set_property = lanyard_card_reader_set_property;
  object_class->dispose = lanyard_card_reader_dispose;
  object_class->finalize = lanyard_card_reader_finalize;

  properties[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, TRUE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                   | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SCANNED] = g_signal_new ("scanned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE, GTK_TYPE_WINDOW);
}

static void
lanyard_card_reader_init (LanyardCardReader *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  self->enabled = TRUE;
  self->burst = lanyard_burst_new (on_burst_passed, on_burst_scanned, (GDestroyNotify) gdk_event_unref, self);
  g_queue_init (&self->events);
  g_queue_init (&self->scans);
  g_signal_connect_object (windows, "items-changed", G_CALLBACK (on_windows_changed), self, G_CONNECT_SWAPPED);
  on_windows_changed (self, 0, 0, g_list_model_get_n_items (windows), windows);
}

/**
 * lanyard_card_reader_new:
 *
 * Returns: (transfer full): what listens to the windows that there are, and to those that come
 */
LanyardCardReader *
lanyard_card_reader_new (void)
{
  return g_object_new (LANYARD_TYPE_CARD_READER, NULL);
}
