/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a quick run of keys says, where it is a card reader's. */
#pragma once

#include "lanyard-burst.h"

G_BEGIN_DECLS

char *lanyard_burst_text_read (const LanyardKey *keys,
                               guint             n_keys,
                               guint            *lead);

G_END_DECLS
