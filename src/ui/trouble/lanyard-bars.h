/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bars above the views: what lasts, and what can be done about it. And how far loading has come. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-directory.h"
#include "lanyard-record-standing.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_BARS (lanyard_bars_get_type ())
G_DECLARE_FINAL_TYPE (LanyardBars, lanyard_bars, LANYARD, BARS, GtkWidget)

/* Its buttons activate "reading.refresh", "reading.stop" and "tell.explain-record". */
void lanyard_bars_set_directory       (LanyardBars           *self,
                                       LanyardDirectory      *directory);
void lanyard_bars_set_record_standing (LanyardBars           *self,
                                       LanyardRecordStanding *standing);
void lanyard_bars_set_key_not_kept    (LanyardBars           *self,
                                       const char            *reason,
                                       GVariant              *report);

G_END_DECLS
