/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lane for each access system: one change of it at a time, some systems side by side.
 *
 * While one change is on its way to an access system, the record of the next is read, which is the server's own affair:
 * so that no time is lost between two of them. What was read too long ago is read again. */
#include "lanyard-lanes.h"

#include "lanyard-changes-error.h"
#include "lanyard-pace.h"
#include "lanyard-turn.h"

/* Access systems at the same time. */
#define MAX_SIDE_BY_SIDE 4

/* Microseconds for which it holds what was read of a record. */
#define MAX_AGE (2 * G_USEC_PER_SEC)

/* How often a record is looked at before it is given up, when it is the server or the way to it that fails. */
#define MAX_TRIES 3

/* Seconds; who is to wait longer asks again after these. */
#define MAX_WAIT 600

struct _LanyardLanes
{
  GObject parent_instance;

  SeamClient   *client;
  GPtrArray    *lanes;     /* Lane */
  LanyardPace   pace;
  gboolean      going;
  GError       *trouble;   /* for which it has paused by itself; NULL: it has not */
  GCancellable *looking;   /* of what is read ahead */
  guint         n_closing; /* have their outcome, which is being written down */
};

typedef struct
{
  LanyardLanes *lanes;     /* which has it */
  char         *system_id; /* NULL: the records of no system */
  GQueue        waiting;   /* LanyardTurn */
  LanyardTurn  *next;      /* whose record is read, or was read at: */
  gint64        read_at;   /* 0: is being read */
  LanyardTurn  *sent;
  gint64        wait_until;
  guint         timer;
} Lane;

enum
{
  ENDED,
  HALTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardLanes, lanyard_lanes, G_TYPE_OBJECT)

static void advance     (Lane *lane);
static void advance_all (LanyardLanes *self);

static void
lane_free (gpointer data)
{
  Lane *lane = data;

  g_clear_handle_id (&lane->timer, g_source_remove);
  g_queue_clear_full (&lane->waiting, lanyard_turn_free);
  g_clear_pointer (&lane->next, lanyard_turn_free);
  g_clear_pointer (&lane->sent, lanyard_turn_free);
  g_free (lane->system_id);
  g_free (lane);
}

static void
lanyard_lanes_finalize (GObject *object)
{
  LanyardLanes *self = LANYARD_LANES (object);

  g_ptr_array_unref (self->lanes);
  g_clear_error (&self->trouble);
  g_clear_object (&self->looking);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (lanyard_lanes_parent_class)->finalize (object);
}

static void
lanyard_lanes_class_init (LanyardLanesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_lanes_finalize;
  signals[ENDED] = g_signal_new ("ended", LANYARD_TYPE_LANES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 LANYARD_TYPE_RUN);
  signals[HALTED] = g_signal_new ("halted", LANYARD_TYPE_LANES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lanyard_lanes_init (LanyardLanes *self)
{
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
}

static void
on_limited (LanyardLanes *self)
{
  lanyard_pace_slow (&self->pace, g_get_monotonic_time ());
}

/* lanyard_lanes_new:
 * @client: (transfer none): by which all is sent
 *
 * Returns: (transfer full): no lanes, which are yet to go */
LanyardLanes *
lanyard_lanes_new (SeamClient *client)
{
  LanyardLanes *self = g_object_new (LANYARD_TYPE_LANES, NULL);

  self->client = g_object_ref (client);
  g_signal_connect_object (client, "limited", G_CALLBACK (on_limited), self, G_CONNECT_SWAPPED);
  return self;
}

static Lane *
find_lane (LanyardLanes *self,
           const char   *system_id)
{
  Lane *lane;

  for (guint i = 0; i < self->lanes->len; i++)
    if (g_strcmp0 (((Lane *) self->lanes->pdata[i])->system_id, system_id) == 0)
      return self->lanes->pdata[i];
  lane = g_new0 (Lane, 1);
  lane->lanes = self;
  lane->system_id = g_strdup (system_id);
  g_queue_init (&lane->waiting);
  g_ptr_array_add (self->lanes, lane);
  return lane;
}

/* lanyard_lanes_add:
 * @self: lanes that do not go
 * @run: (transfer none): what is written down, and comes last in the lane of its access system */
void
lanyard_lanes_add (LanyardLanes *self,
                   LanyardRun   *run)
{
  Lane *lane = find_lane (self, lanyard_entry_get_system_id (lanyard_run_get_entry (run)));

  g_queue_push_tail (&lane->waiting, lanyard_turn_new (run));
}

static gboolean
is_on_its_way (Lane *lane)
{
  return lane->sent != NULL || (lane->next != NULL && lane->read_at == 0);
}

static gboolean
is_empty (Lane *lane)
{
  return lane->sent == NULL && lane->next == NULL && lane->waiting.length == 0;
}

/* lanyard_lanes_is_idle:
 * @self: the lanes
 *
 * Returns: whether nothing is on its way, or being written down */
gboolean
lanyard_lanes_is_idle (LanyardLanes *self)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (is_on_its_way (self->lanes->pdata[i]))
      return FALSE;
  return self->n_closing == 0;
}

/* lanyard_lanes_is_empty:
 * @self: the lanes
 *
 * Returns: whether all have their outcome, and that is written down */
gboolean
lanyard_lanes_is_empty (LanyardLanes *self)
{
  for (guint i = 0; i < self->lanes->len; i++)
    if (!is_empty (self->lanes->pdata[i]))
      return FALSE;
  return self->n_closing == 0;
}

static void
go_on (LanyardLanes *self)
{
  g_autoptr (LanyardLanes) alive = g_object_ref (self);

  if (self->going)
    advance_all (self);
  if (self->going ? lanyard_lanes_is_empty (self) : lanyard_lanes_is_idle (self))
    g_signal_emit (self, signals[HALTED], 0);
}

/* --- What came of one --- */

static void
note (LanyardLanes *self,
      const GError *error)
{
  if (lanyard_pace_note (&self->pace, lanyard_setback_of (error)) || !self->going)
    return;
  self->trouble = g_error_copy (error);
  lanyard_lanes_pause (self);
}

static void
on_ended (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (LanyardLanes) self = user_data;
  LanyardRun *run = LANYARD_RUN (source);

  lanyard_run_end_finish (run, result);
  self->n_closing--;
  lanyard_pace_count (&self->pace, g_get_monotonic_time ());
  g_signal_emit (self, signals[ENDED], 0, run);
  go_on (self);
}

static void
on_answered (Lane       *lane,
             LanyardRun *run)
{
  LanyardLanes *self = lane->lanes;

  g_signal_handlers_disconnect_by_func (run, on_answered, lane);
  g_clear_pointer (&lane->sent, lanyard_turn_free);
  self->n_closing++;
  note (self, lanyard_run_get_refusal (run));
  lane->wait_until = g_get_monotonic_time () + (gint64) self->pace.gap * 1000;
  if (self->going)
    advance (lane);
}

/* Takes @turn and @reason. */
static void
refuse (LanyardLanes *self,
        LanyardTurn  *turn,
        GError       *reason)
{
  self->n_closing++;
  lanyard_run_refuse_async (turn->run, reason, on_ended, g_object_ref (self));
  lanyard_turn_free (turn);
}

static void
send (Lane *lane)
{
  LanyardRun *run = lane->next->run;

  lane->sent = g_steal_pointer (&lane->next);
  g_signal_connect_swapped (run, "answered", G_CALLBACK (on_answered), lane);
  lanyard_run_send_async (run, on_ended, g_object_ref (lane->lanes));
}

/* --- Reading ahead --- */

static gboolean
on_time (gpointer user_data)
{
  Lane *lane = user_data;

  lane->timer = 0;
  if (lane->lanes->going)
    advance (lane);
  return G_SOURCE_REMOVE;
}

/* The server or the way to it has failed, and nothing was sent: it is as if it had not been this one's turn. Takes
 * @turn. */
static void
put_back (Lane         *lane,
          LanyardTurn  *turn,
          const GError *error)
{
  gint64 asked = MAX (0, MIN (seam_error_get_retry_after (error), MAX_WAIT)) * G_USEC_PER_SEC;

  turn->n_tries++;
  lanyard_turn_put_back (turn, &lane->waiting);
  lane->wait_until = g_get_monotonic_time () + MAX (asked, (gint64) lane->lanes->pace.gap * 1000);
}

typedef struct
{
  LanyardLanes *lanes; /* owned, and with it: */
  Lane         *lane;
} Look;

static void
on_looked (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Look *look = user_data;
  g_autoptr (LanyardLanes) self = look->lanes;
  Lane *lane = look->lane;
  LanyardTurn *turn = lane->next;
  GError *error = NULL;

  if (lanyard_run_look_finish (LANYARD_RUN (source), result, &error))
    {
      lane->read_at = g_get_monotonic_time ();
      go_on (self);
      return;
    }
  lane->next = NULL;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_queue_push_head (&lane->waiting, turn);
      g_error_free (error);
    }
  else if (lanyard_setback_of (error) == LANYARD_SETBACK_TROUBLE && turn->n_tries + 1 < MAX_TRIES)
    {
      put_back (lane, turn, error);
      note (self, error);
      g_error_free (error);
    }
  else
    {
      note (self, error);
      refuse (self, turn, error);
    }
  go_on (self);
}

static void
start_looking (Lane *lane)
{
  Look *look = g_new0 (Look, 1);

  look->lanes = g_object_ref (lane->lanes);
  look->lane = lane;
  lane->read_at = 0;
  lanyard_run_look_async (lane->next->run, lane->lanes->looking, on_looked, look);
}

/* Where the server has slowed us down, nothing is read ahead: it would be read again after the wait. */
static void
advance (Lane *lane)
{
  gint64 now = g_get_monotonic_time ();
  gboolean slow = lane->lanes->pace.gap > 0;

  if (lane->next != NULL && lane->read_at != 0 && lane->sent == NULL)
    {
      if (now - lane->read_at > MAX_AGE)
        start_looking (lane);
      else
        send (lane);
    }
  if (lane->next != NULL || lane->waiting.length == 0 || (slow && lane->sent != NULL))
    return;
  if (now >= lane->wait_until)
    {
      lane->next = g_queue_pop_head (&lane->waiting);
      start_looking (lane);
    }
  else if (lane->timer == 0)
    lane->timer = g_timeout_add ((guint) ((lane->wait_until - now) / 1000 + 1), on_time, lane);
}

static void
advance_all (LanyardLanes *self)
{
  guint n_active = 0;

  for (guint i = 0; i < self->lanes->len && n_active < MAX_SIDE_BY_SIDE; i++)
    {
      Lane *lane = self->lanes->pdata[i];

      if (is_empty (lane))
        continue;
      n_active++;
      advance (lane);
    }
}

/* --- From outside --- */

/* lanyard_lanes_go:
 * @self: lanes that do not go
 *
 * Begins, or goes on after a pause. */
void
lanyard_lanes_go (LanyardLanes *self)
{
  self->going = TRUE;
  g_clear_error (&self->trouble);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  lanyard_pace_go (&self->pace, g_get_monotonic_time ());
  go_on (self);
}

/* What was read is out of date when it goes on. */
static void
take_back (Lane *lane)
{
  g_clear_handle_id (&lane->timer, g_source_remove);
  if (lane->next == NULL || lane->read_at == 0)
    return;
  g_queue_push_head (&lane->waiting, g_steal_pointer (&lane->next));
}

/* lanyard_lanes_pause:
 * @self: lanes that go
 *
 * Begins with nothing more; what is sent is followed to its end. */
void
lanyard_lanes_pause (LanyardLanes *self)
{
  self->going = FALSE;
  for (guint i = 0; i < self->lanes->len; i++)
    take_back (self->lanes->pdata[i]);
  g_cancellable_cancel (self->looking);
}

static void
empty (LanyardLanes *self,
       void        (*func) (LanyardLanes *self, LanyardTurn *turn))
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      Lane *lane = self->lanes->pdata[i];
      LanyardTurn *turn;

      while ((turn = g_queue_pop_head (&lane->waiting)) != NULL)
        func (self, turn);
    }
}

static void
stop_one (LanyardLanes *self,
          LanyardTurn  *turn)
{
  refuse (self, turn, g_error_new_literal (LANYARD_CHANGES_ERROR, LANYARD_CHANGES_ERROR_STOPPED,
                                           "It was stopped before it was sent"));
}

/* lanyard_lanes_stop:
 * @self: lanes that have halted
 *
 * Closes all that was not sent. */
void
lanyard_lanes_stop (LanyardLanes *self)
{
  empty (self, stop_one);
}

static void
leave_one (LanyardLanes *self,
           LanyardTurn  *turn)
{
  lanyard_run_give_up (turn->run);
  lanyard_turn_free (turn);
}

/* Lets go of all that was not sent, which stays written down as that. */
void
lanyard_lanes_leave (LanyardLanes *self)
{
  empty (self, leave_one);
}

/* Why they have paused by themselves; NULL: they have not. */
const GError *
lanyard_lanes_get_trouble (LanyardLanes *self)
{
  return self->trouble;
}

int
lanyard_lanes_get_time_left (LanyardLanes *self,
                             guint         n_left)
{
  return lanyard_pace_time_left (&self->pace, n_left);
}
