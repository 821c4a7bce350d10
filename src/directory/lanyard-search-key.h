/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record is found by. */
#pragma once

#include "lanyard-number.h"
#include "seam.h"

void lanyard_search_key_append (GString             *text,
                                SeamRecord          *record,
                                const LanyardNumber *number);
