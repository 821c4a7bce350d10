/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a card does that is held to the reader, wherever the cursor is. */
#include <glib/gi18n.h>

#include "lanyard-window-private.h"

static void
on_card_looked_up (LanyardWindow     *self,
                   SeamCredential    *credential,
                   LanyardCardLookup *lookup)
{
  g_autofree char *text = NULL;

  g_clear_object (&self->scan_lookup);
  if (credential != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-credential", "s",
                                  seam_record_get_id (SEAM_RECORD (credential)));
      return;
    }

  /* Translators: %s is the number that a card reader read */
  text = g_strdup_printf (_("No card has the number %s"),
                          (const char *) g_object_get_data (G_OBJECT (lookup), "number"));
  lanyard_window_tell (self, text);
}

/**
 * lanyard_window_scanned:
 * @self: the window
 * @raw: what a card reader typed
 * @where: (nullable): what had the keys then: this window, or a dialog of it
 *
 * Opens the card. A dialog is left as it is.
 */
void
lanyard_window_scanned (LanyardWindow *self,
                        const char    *raw,
                        GtkWindow     *where)
{
  g_autofree char *text = NULL;

  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (raw != NULL);

  g_clear_object (&self->scan_lookup);
  if (self->directory == NULL || (where != NULL && where != GTK_WINDOW (self)))
    {
      /* Translators: %s is the number that a card reader read */
      text = g_strdup_printf (_("Card number read: %s"), raw);
      lanyard_window_tell (self, text);
      return;
    }

  self->scan_lookup = lanyard_card_lookup_new (self->directory, raw);
  g_object_set_data_full (G_OBJECT (self->scan_lookup), "number", g_strdup (raw), g_free);
  g_signal_connect_object (self->scan_lookup, "done", G_CALLBACK (on_card_looked_up), self, G_CONNECT_SWAPPED);
  lanyard_card_lookup_start (self->scan_lookup);
}
