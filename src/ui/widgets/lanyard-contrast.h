/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The style for those who asked their desktop for more contrast. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void lanyard_contrast_watch (void);

G_END_DECLS
