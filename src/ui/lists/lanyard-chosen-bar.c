/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar below a long list of which many are chosen: how many, and what can be done with them. */
#include "lanyard-chosen-bar.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-chosen-menu.h"
#include "lanyard-chosen-state.h"
#include "lanyard-closures.h"

struct _LanyardChosenBar
{
  GtkWidget parent_instance;

  LanyardChosenState *state;
  GtkWidget          *revealer; /* only what is bound is taken off when the template is disposed of */
  GtkLabel           *count;
  GtkLabel           *not_shown;
  GtkMenuButton      *actions_button;

  LanyardListKind       kind;
  LanyardListSelection *selection;
};

G_DEFINE_FINAL_TYPE (LanyardChosenBar, lanyard_chosen_bar, GTK_TYPE_WIDGET)

static void
select_all_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  gtk_selection_model_select_all (lanyard_list_selection_get_model (LANYARD_CHOSEN_BAR (widget)->selection));
}

static void
give_up_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  lanyard_chosen_give_up (lanyard_list_selection_get_chosen (LANYARD_CHOSEN_BAR (widget)->selection));
}

/* Each time that it is opened, since it says to how many an action applies. */
static void
build_menu (GtkMenuButton *button,
            gpointer       user_data)
{
  LanyardChosenBar *self = LANYARD_CHOSEN_BAR (user_data);
  guint n;
  g_autofree gpointer *records = lanyard_chosen_list (lanyard_list_selection_get_chosen (self->selection), &n);
  g_autoptr (GMenuModel) menu = lanyard_chosen_menu_new (self->kind, records, n);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
lanyard_chosen_bar_dispose (GObject *object)
{
  LanyardChosenBar *self = LANYARD_CHOSEN_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_CHOSEN_BAR);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (lanyard_chosen_bar_parent_class)->dispose (object);
}

static void
lanyard_chosen_bar_class_init (LanyardChosenBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_CHOSEN_STATE);
  G_OBJECT_CLASS (klass)->dispose = lanyard_chosen_bar_dispose;

  gtk_widget_class_install_action (widget_class, "chosen-bar.select-all", NULL, select_all_action);
  gtk_widget_class_install_action (widget_class, "chosen-bar.give-up", NULL, give_up_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "chosen-bar.give-up", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-chosen-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardChosenBar, state);
  gtk_widget_class_bind_template_child (widget_class, LanyardChosenBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, LanyardChosenBar, count);
  gtk_widget_class_bind_template_child (widget_class, LanyardChosenBar, not_shown);
  gtk_widget_class_bind_template_child (widget_class, LanyardChosenBar, actions_button);
  gtk_widget_class_bind_template_callback (widget_class, lanyard_closure_is_text);
}

static void
lanyard_chosen_bar_init (LanyardChosenBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->actions_button, build_menu, self, NULL);
  lanyard_announce_label (self->count);
  lanyard_announce_label (self->not_shown);
}

/**
 * lanyard_chosen_bar_set_selection:
 * @self: a bar
 * @kind: what is chosen
 * @selection: where it is
 */
void
lanyard_chosen_bar_set_selection (LanyardChosenBar     *self,
                                  LanyardListKind       kind,
                                  LanyardListSelection *selection)
{
  g_return_if_fail (LANYARD_IS_CHOSEN_BAR (self));
  g_return_if_fail (LANYARD_IS_LIST_SELECTION (selection));

  self->kind = kind;
  g_set_object (&self->selection, selection);
  lanyard_chosen_state_set_chosen (self->state, kind, lanyard_list_selection_get_chosen (selection));
}

/**
 * lanyard_chosen_bar_set_list:
 * @self: a bar
 * @list: (nullable): the list that it is below
 */
void
lanyard_chosen_bar_set_list (LanyardChosenBar *self,
                             LanyardList      *list)
{
  g_return_if_fail (LANYARD_IS_CHOSEN_BAR (self));

  lanyard_chosen_state_set_list (self->state, list);
}
