/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and texts that a server sent, made safe to show on one line and inside a sentence. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  lanyard_name_set_mirrored (gboolean    mirrored);
char *lanyard_name_text         (const char *text);
char *lanyard_name_in_sentence  (const char *name);
char *lanyard_name_on_line      (const char *name,
                                 gboolean    right_to_left);
char *lanyard_name_in_label     (const char *name);

G_END_DECLS
