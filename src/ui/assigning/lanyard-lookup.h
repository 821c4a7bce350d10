/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds by its id what an action is about, and has it said where that is gone. */
#pragma once

#include "lanyard-executor.h"

G_BEGIN_DECLS

/* What is done with an entry that was found. */
typedef void (*LanyardEntryFunc) (LanyardExecutor *executor,
                                  LanyardEntry    *entry);

SeamUser       *lanyard_lookup_user       (LanyardExecutor  *executor,
                                           const char       *id);
SeamCredential *lanyard_lookup_credential (LanyardExecutor  *executor,
                                           const char       *id);
void            lanyard_lookup_entry      (LanyardExecutor  *executor,
                                           gint64            id,
                                           LanyardEntryFunc  act);

G_END_DECLS
