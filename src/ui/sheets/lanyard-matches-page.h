/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The step of an import on which its rows are looked at and mended. */
#pragma once

#include <adwaita.h>

#include "lanyard-matches.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_MATCHES_PAGE (lanyard_matches_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardMatchesPage, lanyard_matches_page, LANYARD, MATCHES_PAGE, AdwBin)

void lanyard_matches_page_set_matches (LanyardMatchesPage *self,
                                       LanyardMatches     *matches);

G_END_DECLS
