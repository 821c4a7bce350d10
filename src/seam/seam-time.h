/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The times of the API. */
#pragma once

#include <glib.h>

gint64 seam_time_parse (const char *text);
char  *seam_time_print (gint64      time);
