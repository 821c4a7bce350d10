/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that says what came of each change of a batch, with what can be done about all of it. */
#pragma once

#include <adwaita.h>

#include "lanyard-batch.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_BATCH_REPORT (lanyard_batch_report_get_type ())
G_DECLARE_FINAL_TYPE (LanyardBatchReport, lanyard_batch_report, LANYARD, BATCH_REPORT, AdwWindow)

void lanyard_batch_report_present (GtkWidget    *widget,
                                   LanyardBatch *batch);

G_END_DECLS
