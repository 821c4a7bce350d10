/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written down of why something was not done. */
#pragma once

#include "seam.h"

G_BEGIN_DECLS

char *lanyard_refusal_message (const GError *refusal,
                               SeamRecord   *record,
                               gboolean      is_sent);
int   lanyard_refusal_code    (const GError *refusal);

G_END_DECLS
