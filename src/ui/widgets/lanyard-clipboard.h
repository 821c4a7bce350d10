/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies texts; a secret one is taken off the clipboard again. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_CLIPBOARD_SECONDS 30

void lanyard_clipboard_copy        (GtkWidget  *widget,
                                    const char *text,
                                    const char *toast);
void lanyard_clipboard_copy_secret (GtkWidget  *widget,
                                    const char *secret,
                                    const char *toast,
                                    guint       seconds);

G_END_DECLS
