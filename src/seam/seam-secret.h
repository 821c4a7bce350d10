/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that is kept out of swap space and core files, and wiped when it is freed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef char SeamSecret;

SeamSecret *seam_secret_new  (const char *text);
void        seam_secret_free (SeamSecret *secret);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SeamSecret, seam_secret_free)

G_END_DECLS
