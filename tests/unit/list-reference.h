/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list has to have: all of it, every time, in the plainest way. */
#pragma once

#include "lanyard-directory.h"

/* @list, which has come to rest, has of @store what it is asked for, in the order that it is asked for. */
void list_reference_assert (LanyardList  *list,
                            LanyardStore *store);
