/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a change to the entry in which it is written down. */
#pragma once

#include "lanyard-change.h"

G_BEGIN_DECLS

LanyardEntry *lanyard_change_write (LanyardChange    *change,
                                    LanyardDirectory *directory);

G_END_DECLS
