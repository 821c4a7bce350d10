/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why what is assigned may open nothing yet, in words where it is chosen and once it is done. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-entry.h"

G_BEGIN_DECLS

char *lanyard_caveat_of   (SeamRecord       *record,
                           SeamSystem       *system);
char *lanyard_caveat_with (LanyardDirectory *directory,
                           LanyardEntry     *entry,
                           const char       *text);

G_END_DECLS
