/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading everything again: when it is asked for, and when the window is looked at again after a while. That it is
 * under way shows in the header; that it failed, in place of the workspace. */
#include "lanyard-reading.h"

/* A window that is looked at again after this long reads everything again by itself. */
#define READ_AGAIN_AFTER (5 * G_TIME_SPAN_MINUTE)

struct _LanyardReading
{
  GObject parent_instance;

  /* These live as long as this. */
  GtkWindow        *window;
  LanyardHeader    *header;
  LanyardScenes    *scenes;

  LanyardDirectory *directory;
  GSignalGroup     *directory_signals;
  GSimpleAction    *refresh;
  GSimpleAction    *stop;
  gint64            read_at; /* monotonic; when everything was last read */
};

G_DEFINE_FINAL_TYPE (LanyardReading, lanyard_reading, G_TYPE_OBJECT)

static void
show_trouble (LanyardReading *self)
{
  const GError *error = lanyard_directory_get_error (self->directory);
  const char *endpoint = seam_client_get_endpoint (lanyard_directory_get_client (self->directory));
  g_autoptr (LanyardTrouble) trouble = lanyard_trouble_new (error, endpoint);

  lanyard_scenes_show_trouble (self->scenes, trouble);
}

static void
on_state_changed (LanyardReading *self)
{
  LanyardDirectoryState state = LANYARD_DIRECTORY_EMPTY;
  gboolean refreshing = FALSE;

  if (self->directory != NULL)
    {
      state = lanyard_directory_get_state (self->directory);
      g_object_get (self->directory, "refreshing", &refreshing, NULL);
    }
  refreshing = refreshing || state == LANYARD_DIRECTORY_LOADING;
  lanyard_header_set_refreshing (self->header, refreshing);
  g_simple_action_set_enabled (self->refresh, self->directory != NULL && !refreshing);
  g_simple_action_set_enabled (self->stop, state == LANYARD_DIRECTORY_LOADING);
  if (refreshing)
    self->read_at = g_get_monotonic_time ();

  if (state == LANYARD_DIRECTORY_FAILED)
    show_trouble (self);
}

static void
on_active_changed (LanyardReading *self)
{
  if (gtk_window_is_active (self->window) && g_get_monotonic_time () - self->read_at > READ_AGAIN_AFTER)
    lanyard_reading_refresh (self);
}

static void
on_refresh (LanyardReading *self)
{
  /* How it ends shows in the directory's state. */
  lanyard_directory_load_async (self->directory, NULL, NULL, NULL);
}

static void
on_stop (LanyardReading *self)
{
  lanyard_directory_stop_loading (self->directory);
}

/**
 * lanyard_reading_refresh:
 * @self: the reading
 *
 * Reads everything again, unless that is under way, or no workspace is on show.
 */
void
lanyard_reading_refresh (LanyardReading *self)
{
  g_return_if_fail (LANYARD_IS_READING (self));

  g_action_activate (G_ACTION (self->refresh), NULL);
}

/**
 * lanyard_reading_set_directory:
 * @self: the reading
 * @directory: (nullable): the workspace that is on show
 *
 * Says what is read.
 */
void
lanyard_reading_set_directory (LanyardReading   *self,
                               LanyardDirectory *directory)
{
  g_return_if_fail (LANYARD_IS_READING (self));
  g_return_if_fail (directory == NULL || LANYARD_IS_DIRECTORY (directory));

  if (!g_set_object (&self->directory, directory))
    return;

  g_signal_group_set_target (self->directory_signals, directory);
  self->read_at = g_get_monotonic_time ();
  on_state_changed (self);
}

/**
 * lanyard_reading_add_actions:
 * @self: the reading
 * @map: where to put them
 *
 * Adds the actions "refresh" and "stop".
 */
void
lanyard_reading_add_actions (LanyardReading *self,
                             GActionMap     *map)
{
  g_return_if_fail (LANYARD_IS_READING (self));
  g_return_if_fail (G_IS_ACTION_MAP (map));

  g_action_map_add_action (map, G_ACTION (self->refresh));
  g_action_map_add_action (map, G_ACTION (self->stop));
}

static void
lanyard_reading_dispose (GObject *object)
{
  LanyardReading *self = LANYARD_READING (object);

  g_clear_object (&self->directory_signals);
  g_clear_object (&self->directory);
  g_clear_object (&self->refresh);
  g_clear_object (&self->stop);

  G_OBJECT_CLASS (lanyard_reading_parent_class)->dispose (object);
}

static void
lanyard_reading_class_init (LanyardReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_reading_dispose;
}

static GSimpleAction *
make_action (LanyardReading *self,
             const char     *name,
             GCallback       callback)
{
  GSimpleAction *action = g_simple_action_new (name, NULL);

  g_simple_action_set_enabled (action, FALSE);
  g_signal_connect_object (action, "activate", callback, self, G_CONNECT_SWAPPED);

  return action;
}

static void
lanyard_reading_init (LanyardReading *self)
{
  self->directory_signals = g_signal_group_new (LANYARD_TYPE_DIRECTORY);
  g_signal_group_connect_swapped (self->directory_signals, "notify::state", G_CALLBACK (on_state_changed), self);
  g_signal_group_connect_swapped (self->directory_signals, "notify::refreshing", G_CALLBACK (on_state_changed), self);
  self->refresh = make_action (self, "refresh", G_CALLBACK (on_refresh));
  self->stop = make_action (self, "stop", G_CALLBACK (on_stop));
}

/**
 * lanyard_reading_new:
 * @window: the window, whose parts live as long as this
 * @header: its header bar
 * @scenes: what it shows
 *
 * Returns: (transfer full): nothing is read yet
 */
LanyardReading *
lanyard_reading_new (GtkWindow     *window,
                     LanyardHeader *header,
                     LanyardScenes *scenes)
{
  LanyardReading *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (LANYARD_IS_HEADER (header), NULL);
  g_return_val_if_fail (LANYARD_IS_SCENES (scenes), NULL);

  self = g_object_new (LANYARD_TYPE_READING, NULL);
  self->window = window;
  self->header = header;
  self->scenes = scenes;
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (on_active_changed), self, G_CONNECT_SWAPPED);

  return self;
}
