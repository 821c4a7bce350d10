/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed as a search, as text: what is around its words, and what a server is asked of it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *lanyard_query_strip            (char       *text);
gboolean lanyard_query_has_digit        (const char *text);
gboolean lanyard_query_is_like_number   (const char *text);
char    *lanyard_query_normalize_spaces (const char *search);

G_END_DECLS
