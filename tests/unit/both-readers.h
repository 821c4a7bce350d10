/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One text read in both ways: by the reader of lists, and by json-glib. */
#pragma once

#include "seam.h"

gboolean both_readers_agree (GType       type,
                             const char *text,
                             gsize       size,
                             SeamExtent  extent);
