/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies texts; a secret one is taken off the clipboard again. */
#include "lanyard-clipboard.h"

/* What the clipboard held of ours; it may outlive the widget that put it there. */
typedef struct
{
  GdkClipboard       *clipboard;
  GdkContentProvider *provider;
} Secret;

static void
secret_free (gpointer data)
{
  Secret *secret = data;

  g_object_unref (secret->clipboard);
  g_object_unref (secret->provider);
  g_free (secret);
}

static gboolean
on_time_is_over (gpointer data)
{
  Secret *secret = data;

  if (gdk_clipboard_get_content (secret->clipboard) == secret->provider)
    gdk_clipboard_set_content (secret->clipboard, NULL);

  return G_SOURCE_REMOVE;
}

/* GTK hands the clipboard over to the desktop when an application ends: not a secret. */
static void
on_shutdown (GApplication       *application,
             GdkContentProvider *provider)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());

  if (gdk_clipboard_get_content (clipboard) == provider)
    gdk_clipboard_set_content (clipboard, NULL);
}

/**
 * lanyard_clipboard_copy:
 * @widget: where it was asked for
 * @text: what to copy
 * @toast: what to say then
 */
void
lanyard_clipboard_copy (GtkWidget  *widget,
                        const char *text,
                        const char *toast)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "tell.toast", "s", toast);
}

/**
 * lanyard_clipboard_copy_secret:
 * @widget: where it was asked for
 * @secret: what to copy
 * @toast: what to say then
 * @seconds: how long it may stay
 *
 * Copies @secret, and clears the clipboard after @seconds or when the application ends, unless something else
 * was copied meanwhile. Clipboard managers that know the hint keep it out of their history.
 */
void
lanyard_clipboard_copy_secret (GtkWidget  *widget,
                               const char *secret,
                               const char *toast,
                               guint       seconds)
{
  GdkContentProvider *providers[2];
  g_autoptr (GBytes) hint = g_bytes_new_static ("secret", 6);
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkClipboard *clipboard;
  Secret *data;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (secret != NULL);

  providers[0] = gdk_content_provider_new_typed (G_TYPE_STRING, secret);
  providers[1] = gdk_content_provider_new_for_bytes ("x-kde-passwordManagerHint", hint);
  provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  clipboard = gtk_widget_get_clipboard (widget);
  gdk_clipboard_set_content (clipboard, provider);
  if (g_application_get_default () != NULL)
    g_signal_connect_object (g_application_get_default (), "shutdown", G_CALLBACK (on_shutdown), provider, 0);

  data = g_new0 (Secret, 1);
  data->clipboard = g_object_ref (clipboard);
  data->provider = g_steal_pointer (&provider);
  g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, seconds, on_time_is_over, data, secret_free);
  gtk_widget_activate_action (widget, "tell.toast", "s", toast);
}
