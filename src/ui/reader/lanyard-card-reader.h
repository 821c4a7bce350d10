/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hears what a card reader types into any of the program's windows, and keeps it from them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_CARD_READER (lanyard_card_reader_get_type ())
G_DECLARE_FINAL_TYPE (LanyardCardReader, lanyard_card_reader, LANYARD, CARD_READER, GObject)

/* Property "enabled" (gboolean): whether it listens; without, a reader is a keyboard.
 * Signal "scanned" (const char *raw, GtkWindow *where, nullable): one card, as the reader typed it, without the Enter
 * or Tab at its end, and the window that had the keys. It is emitted from the main loop, never from within a key's
 * handler, once for each card and in their order; what comes while a handler works waits for it to return. */
LanyardCardReader *lanyard_card_reader_new (void);

G_END_DECLS
