/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to become of one record of a batch, and what became of it. */
#pragma once

#include "lanyard-changes.h"
#include "lanyard-run.h"

G_BEGIN_DECLS

/**
 * LanyardBatchPart:
 * @LANYARD_BATCH_PART_LEFT: it has no outcome yet
 * @LANYARD_BATCH_PART_DONE: done, and perhaps taken back since
 * @LANYARD_BATCH_PART_REFUSED: not done, or by half, or not begun
 * @LANYARD_BATCH_PART_UNKNOWN: it is not known whether it was done
 *
 * To which part of its batch a record counts.
 */
typedef enum
{
  LANYARD_BATCH_PART_LEFT,
  LANYARD_BATCH_PART_DONE,
  LANYARD_BATCH_PART_REFUSED,
  LANYARD_BATCH_PART_UNKNOWN,
  LANYARD_N_BATCH_PARTS,
} LanyardBatchPart;

typedef struct
{
  char            *name;   /* of the record */
  SeamRecord      *record; /* NULL where only the name is known */
  LanyardChange   *change; /* to be run; NULL where nothing is */
  LanyardEntry    *entry;  /* the last one about it; NULL while nothing was begun */
  GError          *error;  /* why nothing was */
  LanyardRun      *run;    /* while it is being run */
  LanyardBatchPart part;   /* as it was counted */
} LanyardBatchItem;

LanyardBatchItem *lanyard_batch_item_new        (const char       *name);
void              lanyard_batch_item_free       (gpointer          data);
void              lanyard_batch_item_set_change (LanyardBatchItem *self,
                                                 LanyardChange    *change);
GPtrArray        *lanyard_batch_item_find_latest (GPtrArray       *entries);
LanyardBatchPart  lanyard_batch_item_find_part  (LanyardBatchItem *self);
gboolean          lanyard_batch_item_is_waiting (LanyardBatchItem *self);
gboolean          lanyard_batch_item_is_open    (LanyardBatchItem *self);
void              lanyard_batch_item_plan       (LanyardBatchItem *self,
                                                 LanyardChanges   *changes,
                                                 gboolean          only_left);
gboolean          lanyard_batch_item_begin      (LanyardBatchItem *self,
                                                 LanyardRunner    *runner);

G_END_DECLS
