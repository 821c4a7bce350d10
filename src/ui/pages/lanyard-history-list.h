/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was last done to a user or a credential, on its page. */
#pragma once

#include <adwaita.h>

#include "lanyard-changes.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_HISTORY_LIST (lanyard_history_list_get_type ())
G_DECLARE_FINAL_TYPE (LanyardHistoryList, lanyard_history_list, LANYARD, HISTORY_LIST, AdwPreferencesGroup)

void lanyard_history_list_set_record (LanyardHistoryList *self,
                                      LanyardChanges     *changes,
                                      SeamRecord         *record);

G_END_DECLS
