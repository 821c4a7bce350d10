/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day among the entries of the activity: those below it were begun on it. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_DAY (lanyard_day_get_type ())
G_DECLARE_FINAL_TYPE (LanyardDay, lanyard_day, LANYARD, DAY, GObject)

LanyardDay *lanyard_day_new  (gint64      time);
gboolean    lanyard_day_has  (LanyardDay *self,
                              gint64      time);
char       *lanyard_day_text (LanyardDay *self,
                              gint64      now);

G_END_DECLS
