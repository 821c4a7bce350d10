/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How what is typed is looked for in the texts of an entry. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv    lanyard_entry_words_of     (const char         *search);
gboolean lanyard_entry_words_are_in (const char * const *words,
                                     const char         *text);

G_END_DECLS
