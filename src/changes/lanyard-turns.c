/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One at a time: who is to wait until all who were announced have come, and those before them are through. */
#include "lanyard-turns.h"

typedef struct
{
  LanyardTurnFunc func;
  gpointer        user_data;
} Waiting;

struct _LanyardTurns
{
  GObject parent_instance;

  GQueue   waiting;  /* Waiting, who came first at the head */
  guint    n_coming; /* who have neither come nor stayed away yet */
  gboolean taken;    /* it is somebody's turn */
};

G_DEFINE_FINAL_TYPE (LanyardTurns, lanyard_turns, G_TYPE_OBJECT)

static void
lanyard_turns_finalize (GObject *object)
{
  g_queue_clear_full (&LANYARD_TURNS (object)->waiting, g_free);
  G_OBJECT_CLASS (lanyard_turns_parent_class)->finalize (object);
}

static void
lanyard_turns_class_init (LanyardTurnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_turns_finalize;
}

static void
lanyard_turns_init (LanyardTurns *self)
{
  g_queue_init (&self->waiting);
}

/* lanyard_turns_new:
 * @n_coming: how many will either come and wait, or end without that
 *
 * Returns: (transfer full): turns that nobody has taken */
LanyardTurns *
lanyard_turns_new (guint n_coming)
{
  LanyardTurns *self = g_object_new (LANYARD_TYPE_TURNS, NULL);

  self->n_coming = n_coming;
  return self;
}

static void
advance (LanyardTurns *self)
{
  g_autofree Waiting *next = NULL;

  if (self->n_coming > 0 || self->taken)
    return;
  next = g_queue_pop_head (&self->waiting);
  self->taken = next != NULL;
  if (next != NULL)
    next->func (next->user_data);
}

/* lanyard_turns_wait:
 * @self: the turns
 * @func: called once, when it is the caller's turn; perhaps before this returns
 * @user_data: for @func
 *
 * One of those who were announced has come. */
void
lanyard_turns_wait (LanyardTurns   *self,
                    LanyardTurnFunc func,
                    gpointer        user_data)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  g_return_if_fail (self->n_coming > 0);

  waiting->func = func;
  waiting->user_data = user_data;
  g_queue_push_tail (&self->waiting, waiting);
  self->n_coming--;
  advance (self);
}

/* lanyard_turns_end:
 * @self: the turns
 *
 * Whose turn it is, is through; or, as long as it is nobody's, one of those who were announced does not come. */
void
lanyard_turns_end (LanyardTurns *self)
{
  if (self->taken)
    self->taken = FALSE;
  else if (self->n_coming > 0)
    self->n_coming--;
  advance (self);
}
