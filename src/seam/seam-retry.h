/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a failed request is sent again. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean seam_retry_next (const GError *error,
                          gboolean      is_write,
                          guint         n_failed,
                          double        jitter,
                          guint        *wait);

G_END_DECLS
