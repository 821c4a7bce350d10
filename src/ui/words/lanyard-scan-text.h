/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a card that was scanned, where it can't simply be opened. */
#pragma once

#include "lanyard-directory.h"

G_BEGIN_DECLS

char *lanyard_scan_none_text         (const char       *number,
                                      gboolean          complete);
char *lanyard_scan_delayed_text      (const char       *number);
char *lanyard_scan_late_text         (const char       *number);
char *lanyard_scan_dialog_text       (const char       *number);
char *lanyard_scan_other_system_text (LanyardDirectory *directory,
                                      SeamCredential   *credential,
                                      SeamUser         *user);

G_END_DECLS
