/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds scanned cards, one after the other. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-finder.h"
#include "lanyard-number.h"

G_BEGIN_DECLS

/**
 * LanyardScan:
 * @number: what was scanned
 * @on_show: (nullable): whose page was open then
 * @dialog: (nullable): the dialog that had the keys then, to be compared only
 * @delayed: whether the card could not be told at once
 *
 * A number that was scanned, and where.
 */
typedef struct
{
  LanyardNumber *number;
  SeamRecord    *on_show;
  gpointer       dialog;
  gboolean       delayed;
} LanyardScan;

void lanyard_scan_free (LanyardScan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardScan, lanyard_scan_free)

#define LANYARD_TYPE_SCAN_QUEUE (lanyard_scan_queue_get_type ())
G_DECLARE_FINAL_TYPE (LanyardScanQueue, lanyard_scan_queue, LANYARD, SCAN_QUEUE, GObject)

/* Signals: "delayed" (LanyardScan): it takes a while; "found" (LanyardScan; LanyardFinding, NULL when looking failed;
 * GError, why). */
LanyardScanQueue *lanyard_scan_queue_new           (void);
void              lanyard_scan_queue_set_directory (LanyardScanQueue *self,
                                                    LanyardDirectory *directory);
void              lanyard_scan_queue_push          (LanyardScanQueue *self,
                                                    LanyardScan      *scan);

G_END_DECLS
