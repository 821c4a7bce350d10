/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on its sheets everything stands that a summary of the activity says. */
#pragma once

#include "lanyard-placement.h"
#include "lanyard-summary.h"

G_BEGIN_DECLS

GPtrArray *lanyard_summary_lay_out (LanyardSummary *summary,
                                    PangoContext   *context,
                                    double          width,
                                    double          height,
                                    gboolean        mirrored);

G_END_DECLS
