/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On the page of a user, the same person in another access system. */
#pragma once

#include <adwaita.h>

#include "lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ELSEWHERE_ROW (lanyard_elsewhere_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardElsewhereRow, lanyard_elsewhere_row, LANYARD, ELSEWHERE_ROW, AdwActionRow)

GtkWidget *lanyard_elsewhere_row_new (LanyardDirectory *directory,
                                      SeamUser         *user);

G_END_DECLS
