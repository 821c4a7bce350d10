/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of changes, fit for where others may look: with no card number and no PIN in it. */
#pragma once

#include "lanyard-batch.h"

G_BEGIN_DECLS

SeamCredential *lanyard_entry_find_credential (LanyardEntry     *entry,
                                               LanyardDirectory *directory);
char           *lanyard_entry_public_text     (LanyardEntry     *entry,
                                               LanyardDirectory *directory,
                                               const char       *text);
char           *lanyard_batch_public_text     (LanyardBatch     *batch,
                                               const char       *text);

G_END_DECLS
