/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the preferences for a card reader, with a place to try it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_READER_PAGE (lanyard_reader_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardReaderPage, lanyard_reader_page, LANYARD, READER_PAGE, AdwPreferencesPage)

void lanyard_reader_page_bind    (LanyardReaderPage *self,
                                  GSettings         *settings);
void lanyard_reader_page_scanned (LanyardReaderPage *self,
                                  const char        *raw);

G_END_DECLS
