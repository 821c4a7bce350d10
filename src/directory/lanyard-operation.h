/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One operation from its beginning to its outcome: looked at, journalled, sent, told. */
#pragma once

#include "lanyard-directory-private.h"

G_BEGIN_DECLS

void lanyard_operation_begin (GTask          *task,
                              SeamCredential *credential,
                              SeamUser       *to,
                              const char     *expected_id,
                              gint64          undo_of);

G_END_DECLS
