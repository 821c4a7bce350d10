/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On the page of a user, a credential that is being assigned to them, and is not theirs yet. */
#pragma once

#include <adwaita.h>

#include "lanyard-changes.h"

G_BEGIN_DECLS

GtkWidget  *lanyard_coming_row_new  (LanyardChanges *changes,
                                     LanyardEntry   *entry);
GListModel *lanyard_coming_list_new (LanyardChanges *changes,
                                     SeamUser       *user);

G_END_DECLS
