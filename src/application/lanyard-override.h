/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workspace that the environment names for one run, as the vendor's own clients read it. */
#pragma once

#include <libsecret/secret.h>

G_BEGIN_DECLS

/**
 * LanyardOverride:
 * @key: (nullable): SEAM_API_KEY, in memory that is never paged out
 * @endpoint: (nullable): SEAM_ENDPOINT
 *
 * What was found in the environment.
 */
typedef struct
{
  SecretValue *key;
  char *endpoint;
} LanyardOverride;

LanyardOverride *lanyard_override_take (void);
void             lanyard_override_free (LanyardOverride *override);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardOverride, lanyard_override_free)

G_END_DECLS
