/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings that many records share: equal ones are one, and compared by pointer. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *seam_intern         (const char *text);
void  seam_intern_release (char       *text);

G_END_DECLS
