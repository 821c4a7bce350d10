/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the change of a batch that has to come before another is done. */
#pragma once

#include "lanyard-journal.h"

G_BEGIN_DECLS

void     lanyard_precedence_check_async  (LanyardEntry        *entry,
                                          LanyardJournal      *journal,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean lanyard_precedence_check_finish (LanyardEntry        *entry,
                                          GAsyncResult        *result,
                                          GError             **error);

G_END_DECLS
