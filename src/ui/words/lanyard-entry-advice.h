/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done about an operation that failed. */
#pragma once

#include "lanyard-entry.h"

G_BEGIN_DECLS

gboolean lanyard_entry_may_succeed_again (LanyardEntry *entry);

G_END_DECLS
