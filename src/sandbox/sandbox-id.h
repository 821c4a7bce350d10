/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The identifiers of a workspace's objects: UUIDs, the same in every run. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SANDBOX_ID_LENGTH 36

typedef struct
{
  guint8 bytes[16];
} SandboxId;

void     sandbox_id_init   (SandboxId       *id,
                            guint            kind,
                            guint            index);
gboolean sandbox_id_parse  (SandboxId       *id,
                            const char      *text);
void     sandbox_id_format (const SandboxId *id,
                            char             text[SANDBOX_ID_LENGTH + 1]);
guint    sandbox_id_hash   (gconstpointer    id);
gboolean sandbox_id_equal  (gconstpointer    a,
                            gconstpointer    b);

G_END_DECLS
