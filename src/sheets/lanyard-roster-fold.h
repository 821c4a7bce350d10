/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and addresses in the form in which a sheet's are compared with a workspace's. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lanyard_roster_fold_name    (GString    *folded,
                                      const char *name,
                                      gboolean    is_spelled);
void     lanyard_roster_fold_address (GString    *folded,
                                      const char *address);
gboolean lanyard_roster_share_word   (const char *name,
                                      const char *other);

G_END_DECLS
