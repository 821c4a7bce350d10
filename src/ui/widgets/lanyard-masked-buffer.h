/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an entry for a secret, which whoever asks the entry sees as bullets until it is revealed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_MASKED_BUFFER (lanyard_masked_buffer_get_type ())
G_DECLARE_FINAL_TYPE (LanyardMaskedBuffer, lanyard_masked_buffer, LANYARD, MASKED_BUFFER, GtkEntryBuffer)

LanyardMaskedBuffer *lanyard_masked_buffer_install    (GtkText             *text);
const char          *lanyard_masked_buffer_get_secret (LanyardMaskedBuffer *self);

G_END_DECLS
