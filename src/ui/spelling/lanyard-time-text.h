/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times and spans of validity, as people read them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardValidity:
 * @LANYARD_VALIDITY_OPEN: without an end, or an end that is far off
 * @LANYARD_VALIDITY_NOT_YET: it begins later
 * @LANYARD_VALIDITY_EXPIRING: it ends within a week
 * @LANYARD_VALIDITY_EXPIRED: it has ended
 */
typedef enum
{
  LANYARD_VALIDITY_OPEN,
  LANYARD_VALIDITY_NOT_YET,
  LANYARD_VALIDITY_EXPIRING,
  LANYARD_VALIDITY_EXPIRED,
} LanyardValidity;

char           *lanyard_time_text_date       (gint64      time,
                                              const char *zone);
char           *lanyard_time_text_clock      (gint64      time,
                                              const char *zone);
char           *lanyard_time_text_full       (gint64      time,
                                              const char *zone);
char           *lanyard_time_text_span       (gint64      starts_at,
                                              gint64      ends_at,
                                              const char *zone);
LanyardValidity lanyard_validity_of          (gint64      starts_at,
                                              gint64      ends_at,
                                              gint64      now);
gboolean        lanyard_validity_is_in_force (gint64      starts_at,
                                              gint64      ends_at,
                                              gint64      now);
char           *lanyard_validity_text        (gint64      starts_at,
                                              gint64      ends_at,
                                              gint64      now,
                                              const char *zone);
char           *lanyard_validity_details     (gint64      starts_at,
                                              gint64      ends_at,
                                              gint64      now,
                                              const char *zone,
                                              const char *separator);

G_END_DECLS
