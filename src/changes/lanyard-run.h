/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One change on its way, a step at a time: claimed, written down, looked at, sent, closed. Of no kind in particular. */
#pragma once

#include "lanyard-change.h"
#include "lanyard-runner.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_RUN (lanyard_run_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRun, lanyard_run, LANYARD, RUN, GObject)

/* Signal "answered": it has its outcome, which is yet to be written down. */
LanyardRun    *lanyard_run_new          (LanyardRunner        *runner,
                                         LanyardChange        *change,
                                         LanyardEntry         *entry,
                                         GError              **error);
LanyardRunner *lanyard_run_get_runner   (LanyardRun           *self);
LanyardChange *lanyard_run_get_change   (LanyardRun           *self);
LanyardEntry  *lanyard_run_get_entry    (LanyardRun           *self);
const GError  *lanyard_run_get_refusal  (LanyardRun           *self);
void           lanyard_run_set_doubtful (LanyardRun           *self,
                                         GPtrArray            *doubtful);
void           lanyard_run_give_up      (LanyardRun           *self);

/* Once it is written down. */
void           lanyard_run_look_async   (LanyardRun           *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean       lanyard_run_look_finish  (LanyardRun           *self,
                                         GAsyncResult         *result,
                                         GError              **error);
void           lanyard_run_send_async   (LanyardRun           *self,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
void           lanyard_run_refuse_async (LanyardRun           *self,
                                         GError               *reason,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
void           lanyard_run_end_finish   (LanyardRun           *self,
                                         GAsyncResult         *result);

G_END_DECLS
