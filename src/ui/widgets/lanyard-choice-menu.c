/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus of choices that filter a list, and how the button looks that opens one. */
#include "lanyard-choice-menu.h"

/* More choices than this go into a menu of their own. */
#define MAX_INLINE 8

/**
 * lanyard_choice_menu_append:
 * @menu: a menu
 * @label: what is shown
 * @action: the action, whose state is a string
 * @target: its state when this is chosen; may be empty
 *
 * Appends one of several choices.
 */
void
lanyard_choice_menu_append (GMenu      *menu,
                            const char *label,
                            const char *action,
                            const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/**
 * lanyard_choice_menu_append_many:
 * @menu: a menu
 * @heading: what is chosen
 * @choices: the choices, the first of which is for all
 *
 * Appends choices that may be many: then they are in a menu of their own.
 */
void
lanyard_choice_menu_append_many (GMenu      *menu,
                                 const char *heading,
                                 GMenuModel *choices)
{
  if (g_menu_model_get_n_items (choices) <= MAX_INLINE + 1)
    g_menu_append_section (menu, heading, choices);
  else
    g_menu_append_submenu (menu, heading, choices);
}

/**
 * lanyard_choice_menu_mark:
 * @button: the button that opens the menu
 * @active: whether something is left out by what is chosen
 * @tooltip: what the button is for, and that
 *
 * Has the button show whether the list is filtered.
 */
void
lanyard_choice_menu_mark (GtkMenuButton *button,
                          gboolean       active,
                          const char    *tooltip)
{
  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "accent");
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), tooltip);
}
