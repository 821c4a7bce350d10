/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connects the window with what scanned cards do in it. */
#include "lanyard-window-private.h"

static gboolean
get_at_once (GValue   *value,
             GVariant *variant,
             gpointer  user_data)
{
  g_value_set_boolean (value, g_str_equal (g_variant_get_string (variant, NULL), "at-once"));
  return TRUE;
}

static void
on_told (LanyardWindow *self,
         const char    *text,
         const char    *label,
         const char    *action)
{
  if (text != NULL)
    lanyard_toaster_offer (self->toaster, text, label, action);
  else
    lanyard_toaster_take_back (self->toaster);
}

static void
on_choose_card (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  lanyard_scans_open (LANYARD_WINDOW (widget)->scans, g_variant_get_string (parameter, NULL));
}

void
lanyard_window_install_scans (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.choose-card", "s", on_choose_card);
}

void
lanyard_window_set_up_scans (LanyardWindow *self)
{
  g_settings_bind_with_mapping (self->settings, "card-reader-assigns", self->scans, "at-once", G_SETTINGS_BIND_GET,
                                get_at_once, NULL, NULL, NULL);
  g_signal_connect_object (self->scans, "told", G_CALLBACK (on_told), self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_window_scanned:
 * @self: the window
 * @raw: what a card reader typed
 * @where: (nullable): what had the keys then: this window, or a dialog of it
 *
 * Does with the card what is to be done with it where the window is.
 */
void
lanyard_window_scanned (LanyardWindow *self,
                        const char    *raw,
                        GtkWindow     *where)
{
  g_return_if_fail (LANYARD_IS_WINDOW (self));
  g_return_if_fail (raw != NULL);

  lanyard_scans_take (self->scans, raw, where);
}
