/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a file that a spreadsheet or another program has written, in whatever encoding. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than any list of people and cards takes; what is larger is something else. */
#define LANYARD_SHEET_MAX_BYTES (64 * 1024 * 1024)

char *lanyard_sheet_text_read (const guint8  *data,
                               gsize          size,
                               gsize         *length,
                               GError       **error);

G_END_DECLS
