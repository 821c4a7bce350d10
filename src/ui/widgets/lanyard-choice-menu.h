/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus of choices that filter a list, and how the button looks that opens one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lanyard_choice_menu_append      (GMenu         *menu,
                                      const char    *label,
                                      const char    *action,
                                      const char    *target);
void lanyard_choice_menu_append_many (GMenu         *menu,
                                      const char    *heading,
                                      GMenuModel    *choices);
void lanyard_choice_menu_mark        (GtkMenuButton *button,
                                      gboolean       active,
                                      const char    *tooltip);

G_END_DECLS
