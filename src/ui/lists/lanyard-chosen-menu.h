/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with those that are chosen in a long list. */
#pragma once

#include "lanyard-list-kind.h"

G_BEGIN_DECLS

GMenuModel *lanyard_chosen_menu_new (LanyardListKind   kind,
                                     gpointer         *records,
                                     guint             n_records);

G_END_DECLS
