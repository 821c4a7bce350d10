/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells one thing after the other in toasts: which stay, which give way, and which come back. */
#include "lanyard-toaster.h"

#include "lanyard-announce.h"
#include "lanyard-toast.h"

/* libadwaita 1.2 frees a toast that is dismissed while it is still coming up, which takes it half a second, and goes on
 * moving it. It moves as frames are drawn: on a busy machine that is later than a clock would have it. */
#define COMING_UP (800 * G_TIME_SPAN_MILLISECOND)

/* The overlay is given one toast at a time: libadwaita 1.2 ends the program when one is to come back while it is still
 * going away. */
struct _LanyardToaster
{
  GObject parent_instance;

  AdwToastOverlay *overlay;
  AdwToast *toast;         /* the one on show, if any */
  LanyardTelling *current; /* what it tells */
  gboolean over;           /* it does not come back, whatever it tells */
  guint frames;            /* tick callback of the overlay, until the toast has come up; 0 then */
  gint64 first_frame;      /* of the toast, in frame time; 0: none yet */
  gboolean up;             /* the last frame was the last one of its coming up */
  gboolean leaving;        /* it goes as soon as it may */
  LanyardTelling *next;    /* what is told as soon as that one may go */
  guint next_source;
  GQueue waiting;          /* LanyardTelling: what was interrupted, the last one first */
};

G_DEFINE_FINAL_TYPE (LanyardToaster, lanyard_toaster, G_TYPE_OBJECT)

static void on_dismissed (LanyardToaster *self);
static void advance (LanyardToaster *self);

static gboolean
on_up (gpointer user_data)
{
  LanyardToaster *self = user_data;

  self->next_source = 0;
  advance (self);

  return G_SOURCE_REMOVE;
}

/* In a frame the toast may be moved after this is called, so that it is only up for certain in the next one. */
static gboolean
on_frame (GtkWidget     *overlay,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  LanyardToaster *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->first_frame == 0)
    self->first_frame = now;
  if (!self->up)
    {
      self->up = now - self->first_frame > COMING_UP;
      return G_SOURCE_CONTINUE;
    }

  self->frames = 0;
  if (self->leaving && self->next_source == 0)
    self->next_source = g_idle_add (on_up, self);

  return G_SOURCE_REMOVE;
}

/* What is not on the screen does not move. */
static gboolean
is_coming_up (LanyardToaster *self)
{
  return self->toast != NULL && self->frames != 0 && gtk_widget_get_mapped (GTK_WIDGET (self->overlay));
}

static void
watch_frames (LanyardToaster *self)
{
  if (self->frames != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->overlay), self->frames);
  self->first_frame = 0;
  self->up = FALSE;
  self->frames = gtk_widget_add_tick_callback (GTK_WIDGET (self->overlay), on_frame, self, NULL);
}

/* Takes @telling. */
static void
show (LanyardToaster *self,
      LanyardTelling *telling)
{
  self->current = telling;
  self->over = FALSE;
  self->leaving = FALSE;
  self->toast = lanyard_toast_new (telling, self->overlay);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->toast));
  watch_frames (self);
}

static LanyardTelling *
take_next (LanyardToaster *self)
{
  return self->next != NULL ? g_steal_pointer (&self->next) : g_queue_pop_head (&self->waiting);
}

/* Its time is over, or somebody has closed it. The overlay, which hears of it after this, hides it next, and then shows
 * what it was given meanwhile. */
static void
on_dismissed (LanyardToaster *self)
{
  LanyardTelling *next;

  if (is_coming_up (self))
    {
      g_signal_stop_emission_by_name (self->toast, "dismissed");
      self->over = TRUE;
      advance (self);
      return;
    }

  next = take_next (self);
  g_clear_handle_id (&self->next_source, g_source_remove);
  g_clear_object (&self->toast);
  g_clear_object (&self->current);
  if (next != NULL)
    show (self, next);
}

/* Returns: (transfer full) (nullable): what the toast that was on show has told, unless that is over */
static LanyardTelling *
take_away (LanyardToaster *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);

  if (toast != NULL)
    {
      g_signal_handlers_disconnect_by_func (toast, on_dismissed, self);
      /* For one that was closed too early, adw_toast_dismiss() would do nothing any more. */
      g_signal_emit_by_name (toast, "dismissed");
    }
  if (self->over)
    g_clear_object (&self->current);

  return g_steal_pointer (&self->current);
}

static void
forget_same (LanyardToaster *self,
             LanyardTelling *telling)
{
  for (GList *l = self->waiting.head, *next; l != NULL; l = next)
    {
      next = l->next;
      if (!lanyard_telling_is_same (l->data, telling))
        continue;

      g_object_unref (l->data);
      g_queue_delete_link (&self->waiting, l);
    }
}

/* Takes @telling. */
static void
put_off (LanyardToaster *self,
         LanyardTelling *telling)
{
  if (telling == NULL)
    return;

  if (lanyard_telling_is_passing (telling) || lanyard_telling_is_same (telling, self->next))
    g_object_unref (telling);
  else
    g_queue_push_head (&self->waiting, telling);
}

/* Tells the next thing, if there is any, in place of what is on show. */
static void
advance (LanyardToaster *self)
{
  LanyardTelling *next;

  if (self->next_source != 0)
    return;

  if (is_coming_up (self))
    {
      self->leaving = TRUE;
      return;
    }

  put_off (self, take_away (self));
  next = take_next (self);
  if (next != NULL)
    show (self, next);
}

/* What it interrupts comes back when it matters. Takes @telling. */
static void
tell (LanyardToaster *self,
      LanyardTelling *telling)
{
  LanyardTelling *overtaken = g_steal_pointer (&self->next);

  forget_same (self, telling);
  self->next = telling;
  put_off (self, overtaken);
  lanyard_announce (GTK_WIDGET (self->overlay), lanyard_telling_get_text (telling));
  advance (self);
}

static void
lanyard_toaster_dispose (GObject *object)
{
  LanyardToaster *self = LANYARD_TOASTER (object);

  g_clear_handle_id (&self->next_source, g_source_remove);
  if (self->frames != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->overlay), self->frames);
  self->frames = 0;
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_object (&self->toast);
  g_clear_object (&self->current);
  g_clear_object (&self->next);
  g_clear_object (&self->overlay);

  G_OBJECT_CLASS (lanyard_toaster_parent_class)->dispose (object);
}

static void
lanyard_toaster_class_init (LanyardToasterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_toaster_dispose;
}

static void
lanyard_toaster_init (LanyardToaster *self)
{
}

/**
 * lanyard_toaster_new:
 * @overlay: where the toasts are shown
 *
 * Returns: (transfer full): a toaster
 */
LanyardToaster *
lanyard_toaster_new (AdwToastOverlay *overlay)
{
  LanyardToaster *self;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), NULL);

  self = g_object_new (LANYARD_TYPE_TOASTER, NULL);
  self->overlay = g_object_ref (overlay);

  return self;
}

/**
 * lanyard_toaster_tell:
 * @self: a toaster
 * @text: what to say, plain text
 *
 * Says something that is of no importance a moment later.
 */
void
lanyard_toaster_tell (LanyardToaster *self,
                      const char     *text)
{
  lanyard_toaster_offer (self, text, NULL, NULL);
}

/**
 * lanyard_toaster_offer:
 * @self: a toaster
 * @text: what to say, plain text
 * @label: (nullable): of a button
 * @action: (nullable): the detailed name of the action that the button activates
 *
 * Says something that is of no importance a moment later, with what can be done about it.
 */
void
lanyard_toaster_offer (LanyardToaster *self,
                       const char     *text,
                       const char     *label,
                       const char     *action)
{
  g_return_if_fail (LANYARD_IS_TOASTER (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail ((label == NULL) == (action == NULL));

  tell (self, lanyard_telling_new (text, label, action));
}

/**
 * lanyard_toaster_tell_entry:
 * @self: a toaster
 * @entry: an operation that has its outcome
 * @text: what came of it, plain text
 *
 * Says what came of @entry, in place of what was said of it before. What is done gives way to the next toast; what
 * failed, or isn't known, stays until it is dismissed.
 */
void
lanyard_toaster_tell_entry (LanyardToaster *self,
                            LanyardEntry   *entry,
                            const char     *text)
{
  g_return_if_fail (LANYARD_IS_TOASTER (self));
  g_return_if_fail (LANYARD_IS_ENTRY (entry));
  g_return_if_fail (text != NULL);

  tell (self, lanyard_telling_new_about (entry, text));
}

/**
 * lanyard_toaster_tell_batch:
 * @self: a toaster
 * @batch: a batch that is through
 * @text: what came of it, plain text
 *
 * Says what came of @batch, as lanyard_toaster_tell_entry() does of an operation.
 */
void
lanyard_toaster_tell_batch (LanyardToaster *self,
                            LanyardBatch   *batch,
                            const char     *text)
{
  g_return_if_fail (LANYARD_IS_TOASTER (self));
  g_return_if_fail (LANYARD_IS_BATCH (batch));
  g_return_if_fail (text != NULL);

  tell (self, lanyard_telling_new_of (batch, text));
}

/**
 * lanyard_toaster_take_back:
 * @self: a toaster
 *
 * Takes away what would give way to any other toast: it is over.
 */
void
lanyard_toaster_take_back (LanyardToaster *self)
{
  g_return_if_fail (LANYARD_IS_TOASTER (self));

  if (self->next != NULL && lanyard_telling_is_passing (self->next))
    g_clear_object (&self->next);
  if (self->current != NULL && lanyard_telling_is_passing (self->current))
    advance (self);
}

/**
 * lanyard_toaster_clear:
 * @self: a toaster
 *
 * Takes all toasts away: they are about a workspace that is no longer open.
 */
void
lanyard_toaster_clear (LanyardToaster *self)
{
  g_return_if_fail (LANYARD_IS_TOASTER (self));

  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_object (&self->next);
  if (self->current != NULL)
    self->over = TRUE;
  advance (self);
}
