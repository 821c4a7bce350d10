/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The turn of a change in its lane. */
#include "lanyard-turn.h"

LanyardTurn *
lanyard_turn_new (LanyardRun *run)
{
  LanyardTurn *self = g_new0 (LanyardTurn, 1);

  self->run = g_object_ref (run);
  return self;
}

void
lanyard_turn_free (gpointer data)
{
  g_object_unref (((LanyardTurn *) data)->run);
  g_free (data);
}

static gboolean
is_awaited (LanyardTurn *self,
            GQueue      *waiting)
{
  const char *record_id = lanyard_change_get_record_id (lanyard_run_get_change (self->run));

  for (GList *link = waiting->head; link != NULL; link = link->next)
    {
      LanyardEntry *entry = lanyard_run_get_entry (((LanyardTurn *) link->data)->run);

      if (g_strcmp0 (lanyard_entry_get_first_id (entry), record_id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* lanyard_turn_put_back:
 * @self: (transfer full): a turn that came to nothing
 * @waiting: (element-type LanyardTurn): its lane
 *
 * It comes last then, or next where one of the others has to come after it. */
void
lanyard_turn_put_back (LanyardTurn *self,
                       GQueue      *waiting)
{
  if (is_awaited (self, waiting))
    g_queue_push_head (waiting, self);
  else
    g_queue_push_tail (waiting, self);
}
