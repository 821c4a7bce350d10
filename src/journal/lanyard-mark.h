/* SPDX-License-Identifier: GPL-3.0-or-later */
/* That a credential was lost, and perhaps found again: Lanyard's own record, as Seam has no such mark. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LanyardMark:
 * @credential_id: what was lost
 * @lost_at: when that was noted, in microseconds since 1970 UTC
 * @lost_by: (nullable): the login name of who did
 * @found_at: when it was noted as found; 0 while it is lost
 * @found_by: (nullable): the login name of who did
 */
typedef struct
{
  char  *credential_id;
  gint64 lost_at;
  char  *lost_by;
  gint64 found_at;
  char  *found_by;
} LanyardMark;

LanyardMark *lanyard_mark_new_lost  (const char        *credential_id);
LanyardMark *lanyard_mark_new_found (const LanyardMark *mark);
LanyardMark *lanyard_mark_copy      (const LanyardMark *self);
void         lanyard_mark_free      (LanyardMark       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardMark, lanyard_mark_free)

G_END_DECLS
