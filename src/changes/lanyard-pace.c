/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast a batch goes, when it is to slow down or to stop, and how long it will take. Pure: it is told the time.
 *
 * A server counts the requests of a key, not those to one access system: when it says that these are too many, all of
 * the batch goes slower. The gap shrinks little by little, so that it does not run into the limit again at once. */
#include "lanyard-pace.h"

#include "lanyard-changes-error.h"
#include "seam-error.h"

#define MAX_FAILURES 5

/* Milliseconds. */
#define FIRST_GAP 250
#define MAX_GAP 8000
#define MIN_GAP 50

/* Of requests that are under way at the same time, each is told to slow down: once is enough. */
#define SLOWED_TWICE (G_USEC_PER_SEC / 2)

/* So many have to have ended before it is said how long the rest takes. */
#define MIN_INTERVALS 3

/* How much the last one counts, beside all before it. */
#define WEIGHT 0.05

/* lanyard_setback_of:
 * @error: (nullable): why it is not done
 *
 * Returns: what that means for those that come after it */
LanyardSetback
lanyard_setback_of (const GError *error)
{
  if (error == NULL)
    return LANYARD_SETBACK_NONE;
  if (error->domain == LANYARD_CHANGES_ERROR && error->code != LANYARD_CHANGES_ERROR_JOURNAL)
    return LANYARD_SETBACK_OWN;
  if (g_error_matches (error, SEAM_ERROR, SEAM_ERROR_NOT_FOUND)
      || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_INVALID)
      || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_CONFLICT))
    return LANYARD_SETBACK_REFUSAL;
  return LANYARD_SETBACK_TROUBLE;
}

/* lanyard_pace_go:
 * @self: the pace
 * @now: in microseconds
 *
 * It begins, or somebody has it go on: what was in the way before counts no more. Who goes on after refusals has seen
 * that there are some. */
void
lanyard_pace_go (LanyardPace *self,
                 gint64       now)
{
  self->bears_refusals |= self->n_failures >= MAX_FAILURES && self->last == LANYARD_SETBACK_REFUSAL;
  self->n_failures = 0;
  self->counted_at = now;
}

/* lanyard_pace_slow:
 * @self: the pace
 * @now: in microseconds
 *
 * The server has said that these are too many requests. */
void
lanyard_pace_slow (LanyardPace *self,
                   gint64       now)
{
  if (self->gap > 0 && now - self->slowed_at < SLOWED_TWICE)
    return;
  self->gap = self->gap == 0 ? FIRST_GAP : MIN (self->gap * 2, MAX_GAP);
  self->slowed_at = now;
}

/* lanyard_pace_note:
 * @self: the pace
 * @setback: how one has ended
 *
 * Returns: whether it is to go on; FALSE after five failures in a row. What does not apply any more says nothing about
 *   the next, either way */
gboolean
lanyard_pace_note (LanyardPace   *self,
                   LanyardSetback setback)
{
  if (setback == LANYARD_SETBACK_NONE)
    {
      self->n_failures = 0;
      self->gap = self->gap * 9 / 10 < MIN_GAP ? 0 : self->gap * 9 / 10;
    }
  else if (setback == LANYARD_SETBACK_TROUBLE || (setback == LANYARD_SETBACK_REFUSAL && !self->bears_refusals))
    {
      self->n_failures++;
      self->last = setback;
    }
  return self->n_failures < MAX_FAILURES;
}

/* lanyard_pace_count:
 * @self: the pace
 * @now: in microseconds
 *
 * One has ended, whichever way. */
void
lanyard_pace_count (LanyardPace *self,
                    gint64       now)
{
  double interval = (double) (now - self->counted_at);
  double weight;

  self->n_intervals++;
  weight = MAX (WEIGHT, 1.0 / self->n_intervals);
  self->interval += (interval - self->interval) * weight;
  self->counted_at = now;
}

/* lanyard_pace_time_left:
 * @self: the pace
 * @n_left: how many are left
 *
 * Returns: how many seconds they will take, rounded up; -1: not known yet */
int
lanyard_pace_time_left (LanyardPace *self,
                        guint        n_left)
{
  if (n_left == 0)
    return 0;
  if (self->n_intervals < MIN_INTERVALS)
    return -1;
  return (int) MIN (self->interval * n_left / G_USEC_PER_SEC + 1, (double) G_MAXINT);
}
