/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a credential opens: asked for while the list is on show. */
#pragma once

#include <adwaita.h>

#include "lanyard-directory.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ENTRANCE_LIST (lanyard_entrance_list_get_type ())
G_DECLARE_FINAL_TYPE (LanyardEntranceList, lanyard_entrance_list, LANYARD, ENTRANCE_LIST, AdwPreferencesGroup)

void lanyard_entrance_list_set_credential (LanyardEntranceList *self,
                                           LanyardDirectory    *directory,
                                           SeamCredential      *credential);
/* What the server last said; the list asks for it itself. */
void lanyard_entrance_list_show_entrances (LanyardEntranceList *self,
                                           GPtrArray           *entrances);

G_END_DECLS
