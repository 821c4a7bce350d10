/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of what is chosen in a list, or the hint to choose something. */
#pragma once

#include <adwaita.h>

#include "lanyard-changes.h"
#include "lanyard-list-kind.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CONTENT (lanyard_content_get_type ())
G_DECLARE_FINAL_TYPE (LanyardContent, lanyard_content, LANYARD, CONTENT, AdwBin)

void lanyard_content_set_changes   (LanyardContent   *self,
                                    LanyardChanges   *changes);
void lanyard_content_show          (LanyardContent   *self,
                                    LanyardListKind   kind,
                                    SeamRecord       *record);
void lanyard_content_focus         (LanyardContent   *self);

G_END_DECLS
