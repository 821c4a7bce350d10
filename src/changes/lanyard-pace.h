/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast a batch goes, when it is to slow down or to stop, and how long it will take. Pure: it is told the time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardSetback:
 * @LANYARD_SETBACK_NONE: it was done
 * @LANYARD_SETBACK_OWN: it does not apply any more: no reason of the server's, and none against the next
 * @LANYARD_SETBACK_REFUSAL: the server refused this one
 * @LANYARD_SETBACK_TROUBLE: the server, or the way to it, would fail the next as well
 *
 * How one of a batch ended.
 */
typedef enum
{
  LANYARD_SETBACK_NONE,
  LANYARD_SETBACK_OWN,
  LANYARD_SETBACK_REFUSAL,
  LANYARD_SETBACK_TROUBLE,
} LanyardSetback;

typedef struct
{
  guint    gap;            /* milliseconds to leave between two changes of one access system */
  gint64   slowed_at;      /* when that last grew */
  guint    n_failures;     /* in a row */
  LanyardSetback last;     /* of them */
  gboolean bears_refusals; /* somebody went on in spite of them */
  gint64   counted_at;     /* when the last one ended; 0: it has not gone since */
  double   interval;       /* from one end to the next, in microseconds; 0: not known yet */
  guint    n_intervals;
} LanyardPace;

LanyardSetback lanyard_setback_of         (const GError *error);
void           lanyard_pace_go            (LanyardPace  *self,
                                           gint64        now);
void           lanyard_pace_slow          (LanyardPace  *self,
                                           gint64        now);
gboolean       lanyard_pace_note          (LanyardPace  *self,
                                           LanyardSetback setback);
void           lanyard_pace_count         (LanyardPace  *self,
                                           gint64        now);
int            lanyard_pace_time_left     (LanyardPace  *self,
                                           guint         n_left);

G_END_DECLS
