/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows a sign as a small picture. */
#include "lanyard-sign-image.h"

static const struct
{
  const char *icon_name;
  const char *css_class;
} looks[] = {
  [LANYARD_SIGN_NONE] = { NULL, NULL },
  [LANYARD_SIGN_NOTE] = { "dialog-information-symbolic", "dim-label" },
  [LANYARD_SIGN_WAITING] = { "emblem-synchronizing-symbolic", "dim-label" },
  [LANYARD_SIGN_WARNING] = { "dialog-warning-symbolic", "warning" },
  [LANYARD_SIGN_ERROR] = { "dialog-error-symbolic", "error" },
};

/**
 * lanyard_sign_image_show:
 * @image: the image to show it in, hidden when there is no sign
 * @sign: what to show
 * @text: (nullable): the same in words, for the tool tip
 */
void
lanyard_sign_image_show (GtkImage    *image,
                         LanyardSign  sign,
                         const char  *text)
{
  GtkWidget *widget = GTK_WIDGET (image);

  g_return_if_fail (GTK_IS_IMAGE (image));

  gtk_widget_set_visible (widget, sign != LANYARD_SIGN_NONE);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
  for (gsize i = LANYARD_SIGN_NOTE; i < G_N_ELEMENTS (looks); i++)
    if (i != sign)
      gtk_widget_remove_css_class (widget, looks[i].css_class);
  if (sign == LANYARD_SIGN_NONE)
    return;

  gtk_widget_add_css_class (widget, looks[sign].css_class);
  gtk_image_set_from_icon_name (image, looks[sign].icon_name);
}
