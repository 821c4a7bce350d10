/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader sends around the number of a card. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lanyard_scan_strip (const char *raw);

G_END_DECLS
