/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes codes out of texts: what opens a door is not to be read in a name or a message. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands for a code, however long that is. */
#define SEAM_MASK "••••••"

char *seam_mask_text (const char         *text,
                      const char * const *codes);

G_END_DECLS
