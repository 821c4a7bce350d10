/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bars above the views: what lasts, and what can be done about it. And how far loading has come. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-directory.h"

G_BEGIN_DECLS

/**
 * LanyardRecord:
 * @LANYARD_RECORD_KEPT: what is done is written down first
 * @LANYARD_RECORD_BROKEN: it can't be written down, so assigning is off
 * @LANYARD_RECORD_WAIVED: it can't be, and somebody chose to go on without for this run
 */
typedef enum
{
  LANYARD_RECORD_KEPT,
  LANYARD_RECORD_BROKEN,
  LANYARD_RECORD_WAIVED,
} LanyardRecord;

#define LANYARD_TYPE_BARS (lanyard_bars_get_type ())
G_DECLARE_FINAL_TYPE (LanyardBars, lanyard_bars, LANYARD, BARS, GtkWidget)

/* Its buttons activate "reading.refresh", "reading.stop" and "tell.explain-record". */
void lanyard_bars_set_directory    (LanyardBars      *self,
                                    LanyardDirectory *directory);
void lanyard_bars_set_record       (LanyardBars      *self,
                                    LanyardRecord     record);
void lanyard_bars_set_key_not_kept (LanyardBars      *self,
                                    const char       *reason);

G_END_DECLS
