/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the record stands: whether what is done is being written down, and why it isn't. */
#pragma once

#include <glib-object.h>

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

#define LANYARD_TYPE_RECORD_STANDING (lanyard_record_standing_get_type ())
G_DECLARE_FINAL_TYPE (LanyardRecordStanding, lanyard_record_standing, LANYARD, RECORD_STANDING, GObject)

/* Property "writable" (gboolean, read-only): whether anything may be changed.
 * Signal "changed": it is said anew how it stands, which may be as before. */
LanyardRecordStanding *lanyard_record_standing_new        (void);
void                   lanyard_record_standing_set        (LanyardRecordStanding *self,
                                                           LanyardRecord          record,
                                                           const GError          *error);
void                   lanyard_record_standing_break      (LanyardRecordStanding *self,
                                                           const GError          *error);
LanyardRecord          lanyard_record_standing_get_record (LanyardRecordStanding *self);
const GError          *lanyard_record_standing_get_error  (LanyardRecordStanding *self);

G_END_DECLS
