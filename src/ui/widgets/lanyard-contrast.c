/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The style for those who asked their desktop for more contrast. */
#include "lanyard-contrast.h"

#include <adwaita.h>

#include "lanyard-ui.h"

static void
on_high_contrast (AdwStyleManager *manager,
                  GParamSpec      *pspec,
                  gpointer         user_data)
{
  GtkStyleProvider *provider = GTK_STYLE_PROVIDER (user_data);
  GdkDisplay *display = adw_style_manager_get_display (manager);

  if (adw_style_manager_get_high_contrast (manager))
    gtk_style_context_add_provider_for_display (display, provider, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  else
    gtk_style_context_remove_provider_for_display (display, provider);
}

/**
 * lanyard_contrast_watch:
 *
 * Has high-contrast.css apply whenever the desktop asks for high contrast; to be called once, when the toolkit has
 * started. AdwApplication did this for a file called style-hc.css, but newer ones warn that it is deprecated for a media
 * query in style.css, which older ones of GTK can't read.
 */
void
lanyard_contrast_watch (void)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gdk_display_get_default ());
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, LANYARD_RESOURCE_BASE_PATH "/high-contrast.css");
  g_signal_connect_data (manager, "notify::high-contrast", G_CALLBACK (on_high_contrast), provider,
                         (GClosureNotify) (GCallback) g_object_unref, 0);
  on_high_contrast (manager, NULL, provider);
}
