/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The About window. */
#include "lanyard-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lanyard-config.h"

/* What a bug report needs. Nothing of a workspace is in it: people paste it into public places. */
static char *
dup_debug_info (GtkWindow *parent)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (parent));
  g_autofree char *os_name = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  GString *info = g_string_new (NULL);

  g_string_append_printf (info, "Lanyard %s (%s)\n", LANYARD_VERSION, LANYARD_APP_ID);
  g_string_append_printf (info, "GTK %u.%u.%u\n", gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version ());
  g_string_append_printf (info, "libadwaita %u.%u.%u\n", adw_get_major_version (), adw_get_minor_version (),
                          adw_get_micro_version ());
  g_string_append_printf (info, "GLib %u.%u.%u\n", glib_major_version, glib_minor_version, glib_micro_version);
  g_string_append_printf (info, "Display: %s\n", G_OBJECT_TYPE_NAME (display));
  g_string_append_printf (info, "Flatpak: %s\n", g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "yes" : "no");
  g_string_append_printf (info, "System: %s\n", os_name != NULL ? os_name : "unknown");

  return g_string_free (info, FALSE);
}

/**
 * lanyard_about_present:
 * @parent: the window that it belongs to
 *
 * Shows what Lanyard is, whose, and in which version.
 */
void
lanyard_about_present (GtkWindow *parent)
{
  g_autofree char *debug_info = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  debug_info = dup_debug_info (parent);
  adw_show_about_window (parent,
                         "application-name", LANYARD_APP_NAME,
                         "application-icon", LANYARD_APP_ID,
                         "developer-name", _("The Lanyard Developers"),
                         "version", LANYARD_VERSION,
                         "comments", _("Assign cards, PINs and mobile keys to the users of access systems connected "
                                       "to Seam."),
                         "website", "https://github.com/lanyard-app/Lanyard",
                         "issue-url", "https://github.com/lanyard-app/Lanyard/issues",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "debug-info", debug_info,
                         "debug-info-filename", "lanyard-debug-info.txt",
                         NULL);
}
