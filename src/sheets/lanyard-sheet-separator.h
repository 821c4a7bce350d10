/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What parts the cells of a table as text: told by Excel's line for it, or guessed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What may be asked for. */
#define LANYARD_SHEET_SEPARATORS "\t;|,"

char  lanyard_sheet_separator_guess (const char *text,
                                     gsize       length);
gsize lanyard_sheet_separator_told  (const char *text,
                                     char       *separator);

G_END_DECLS
