/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reading of one list of one access system: which page comes next, and how it goes on after it broke off. */
#pragma once

#include "lanyard-resource.h"
#include "seam.h"

G_BEGIN_DECLS

typedef struct _LanyardSystemLoad LanyardSystemLoad;
typedef struct _LanyardSystemReading LanyardSystemReading;

/**
 * LanyardSystemReading:
 * @owner: (transfer none): the access system's
 * @resource: which of its lists
 * @is_queued: whether it is being read, or waits for its turn
 * @is_read: whether it was read to its end, in the present round
 * @was_read: whether it ever was
 * @error: (nullable): why it could not be read; stays until it is
 * @asked_at: when the page was asked for, by lanyard_holdings_get_now()
 */
struct _LanyardSystemReading
{
  LanyardSystemLoad *owner;
  LanyardResource    resource;
  gboolean           is_queued;
  gboolean           is_read;
  gboolean           was_read;
  GError            *error;
  guint64            asked_at;

  guint              n_taking; /* pages that have come, and are yet to be taken */
  gboolean           is_at_end;
  char              *cursor;
  GHashTable        *cursors;    /* those that there were */
  gboolean           is_resumed; /* the cursor is from an earlier try */
};

void     lanyard_system_reading_init      (LanyardSystemReading *self,
                                          LanyardSystemLoad    *owner,
                                          LanyardResource       resource);
void     lanyard_system_reading_clear     (LanyardSystemReading *self);
void     lanyard_system_reading_restart   (LanyardSystemReading *self);
void     lanyard_system_reading_queue     (LanyardSystemReading *self);
gboolean lanyard_system_reading_advance   (LanyardSystemReading *self,
                                          const SeamPage       *page,
                                          GError              **error);
void     lanyard_system_reading_taken     (LanyardSystemReading *self);
void     lanyard_system_reading_break_off (LanyardSystemReading *self);
gboolean lanyard_system_reading_fail      (LanyardSystemReading *self,
                                          const GError         *error);

G_END_DECLS
