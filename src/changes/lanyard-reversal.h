/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What takes back a batch, and in which order. */
#pragma once

#include "lanyard-batch-item.h"

G_BEGIN_DECLS

GPtrArray *lanyard_reversal_plan (LanyardChanges *changes,
                                  GPtrArray      *entries);

G_END_DECLS
