/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course that a batch takes: written down, run, paused, gone on with, stopped, left, until all has its outcome. */
#pragma once

#include "lanyard-batch-item.h"

G_BEGIN_DECLS

/**
 * LanyardBatchState:
 * @LANYARD_BATCH_STATE_PLANNED: not begun, or not gone on with since an earlier run
 * @LANYARD_BATCH_STATE_RUNNING: it is being done
 * @LANYARD_BATCH_STATE_PAUSING: nothing more is sent; what was sent is followed to its end
 * @LANYARD_BATCH_STATE_PAUSED: nothing of it is on its way
 * @LANYARD_BATCH_STATE_STOPPING: what was sent is followed to its end, and the rest closed as not done
 * @LANYARD_BATCH_STATE_ENDED: all have their outcome, but for what was left to a later run
 */
typedef enum
{
  LANYARD_BATCH_STATE_PLANNED,
  LANYARD_BATCH_STATE_RUNNING,
  LANYARD_BATCH_STATE_PAUSING,
  LANYARD_BATCH_STATE_PAUSED,
  LANYARD_BATCH_STATE_STOPPING,
  LANYARD_BATCH_STATE_ENDED,
} LanyardBatchState;

#define LANYARD_TYPE_COURSE (lanyard_course_get_type ())
G_DECLARE_FINAL_TYPE (LanyardCourse, lanyard_course, LANYARD, COURSE, GObject)

/* Signals: "moved" (LanyardBatchItem, NULL: any of them): it may count to another part; "ended" (guint): so many more
 * have ended; "state": it is another. */
LanyardCourse    *lanyard_course_new           (LanyardChanges *changes,
                                                GPtrArray      *items);
void              lanyard_course_set_only_left (LanyardCourse  *self);
void              lanyard_course_run           (LanyardCourse  *self,
                                                GTask          *task);
LanyardBatchState lanyard_course_get_state     (LanyardCourse  *self);
void              lanyard_course_pause         (LanyardCourse  *self);
void              lanyard_course_go_on         (LanyardCourse  *self);
void              lanyard_course_stop          (LanyardCourse  *self);
void              lanyard_course_leave         (LanyardCourse  *self);
const GError     *lanyard_course_get_trouble   (LanyardCourse  *self);
int               lanyard_course_get_time_left (LanyardCourse  *self,
                                                guint           n_left);

G_END_DECLS
