/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an entry to the change that takes it back or tries it again, and whether there is one. */
#pragma once

#include "lanyard-change.h"
#include "lanyard-changes-error.h"

G_BEGIN_DECLS

LanyardChange *lanyard_change_plan_undo      (LanyardDirectory *directory,
                                              LanyardEntry     *entry,
                                              GError          **error);
gboolean       lanyard_change_plan_can_undo  (LanyardDirectory *directory,
                                              LanyardEntry     *entry);
LanyardChange *lanyard_change_plan_retry     (LanyardDirectory *directory,
                                              LanyardEntry     *entry,
                                              GError          **error);
gboolean       lanyard_change_plan_can_retry (LanyardDirectory *directory,
                                              LanyardEntry     *entry);

G_END_DECLS
