/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that shows what will happen to many, line by line, before anything does. */
#include "lanyard-plan-window.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-chosen-model.h"
#include "lanyard-clipboard.h"
#include "lanyard-command-text.h"
#include "lanyard-help.h"
#include "lanyard-names.h"
#include "lanyard-plan-line.h"
#include "lanyard-plan-text.h"
#include "lanyard-ui.h"

struct _LanyardPlanWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkButton      *confirm;
  GtkWidget      *include_all;
  GtkLabel       *summary;
  GtkLabel       *failing;
  GtkLabel       *caution;
  GtkDropDown    *methods;
  GtkStringList  *method_names;
  GtkListView    *view;

  LanyardPlan        *plan;
  LanyardChosen      *included; /* LanyardPlanRow */
  LanyardChosenModel *model;
  GArray             *offered; /* LanyardMethod, as the drop-down has them */
};

G_DEFINE_FINAL_TYPE (LanyardPlanWindow, lanyard_plan_window, ADW_TYPE_WINDOW)

enum
{
  CONFIRMED,
  METHOD_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Returns: (transfer full) (element-type LanyardChange): those to be made, in the order of the lines */
static GPtrArray *
list_changes (LanyardPlanWindow *self)
{
  g_autoptr (GPtrArray) rows = lanyard_chosen_model_dup_listed (self->model);
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (changes, g_object_ref (lanyard_plan_row_get_change (rows->pdata[i])));

  return changes;
}

static void
confirm_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  LanyardPlanWindow *self = LANYARD_PLAN_WINDOW (widget);
  g_autoptr (LanyardPlanWindow) kept = g_object_ref (self);
  g_autoptr (GPtrArray) changes = list_changes (self);

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CONFIRMED], 0, changes);
}

static void
copy_command_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  LanyardPlanWindow *self = LANYARD_PLAN_WINDOW (widget);
  g_autoptr (GPtrArray) changes = list_changes (self);
  g_autofree char *text = lanyard_command_text_of_changes (changes);
  g_autofree char *toast = g_strdup_printf (ngettext ("%'u command copied", "%'u commands copied", changes->len),
                                            changes->len);

  lanyard_clipboard_copy (widget, text, toast);
  lanyard_announce (widget, toast);
}

/* --- What is included --- */

static void
set_optional (GtkLabel *label,
              char     *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  g_free (text);
}

/* What can't be done can't be included, as by Ctrl+A. */
static gboolean
leave_failing_out (LanyardPlanWindow *self)
{
  g_autoptr (GPtrArray) failing = g_ptr_array_new ();
  guint n;
  g_autofree gpointer *rows = lanyard_chosen_list (self->included, &n);

  for (guint i = 0; i < n; i++)
    if (lanyard_plan_row_get_change (rows[i]) == NULL)
      g_ptr_array_add (failing, rows[i]);
  lanyard_chosen_let_go (self->included, failing);

  return failing->len > 0;
}

static gboolean
is_all_included (LanyardPlanWindow *self)
{
  guint n_rows = g_list_model_get_n_items (lanyard_plan_get_rows (self->plan));

  return lanyard_chosen_get_n (self->included) == n_rows - lanyard_plan_get_n_failing (self->plan);
}

/* Where each would have to be clicked, nobody would leave out all but a few. */
static void
include_all_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  LanyardPlanWindow *self = LANYARD_PLAN_WINDOW (widget);

  if (is_all_included (self))
    lanyard_chosen_let_all_go (self->included);
  else
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->model));
}

static void
update_include_all (LanyardPlanWindow *self)
{
  const char *text = is_all_included (self) ? _("Select None") : _("Select All");

  gtk_widget_set_tooltip_text (self->include_all, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->include_all), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
on_included_changed (LanyardPlanWindow *self)
{
  guint n;
  g_autofree char *button = NULL;
  g_autofree char *summary = NULL;

  /* It tells again then. */
  if (leave_failing_out (self))
    return;

  n = lanyard_chosen_get_n (self->included);
  button = lanyard_plan_button_text (self->plan, n);
  summary = lanyard_plan_summary (self->plan, n);
  gtk_button_set_label (self->confirm, button);
  gtk_label_set_label (self->summary, summary);
  update_include_all (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.confirm", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.copy-command", n > 0);
}

static void
on_rows_changed (LanyardPlanWindow *self)
{
  GListModel *rows = lanyard_plan_get_rows (self->plan);
  g_autoptr (GPtrArray) proposed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (LanyardPlanRow) row = g_list_model_get_item (rows, i);

      if (lanyard_plan_row_is_proposed (row))
        g_ptr_array_add (proposed, g_steal_pointer (&row));
    }
  lanyard_chosen_let_all_go (self->included);
  lanyard_chosen_choose (self->included, g_steal_pointer (&proposed), FALSE);
  set_optional (self->failing, lanyard_plan_failing_text (self->plan));
  set_optional (self->caution, lanyard_plan_caution (self->plan));
}

static void
on_row_activated (LanyardPlanWindow *self,
                  guint              position)
{
  g_autoptr (LanyardPlanRow) row = g_list_model_get_item (lanyard_plan_get_rows (self->plan), position);

  if (row != NULL && lanyard_plan_row_get_change (row) != NULL)
    lanyard_chosen_toggle (self->included, row);
}

/* By itself, Tab leads from row to row in GTK 4.8. */
static gboolean
on_key_pressed (LanyardPlanWindow *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  if (keyval != GDK_KEY_Tab || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->confirm)) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* --- What is handed out --- */

static void
on_method_selected (LanyardPlanWindow *self)
{
  guint selected = gtk_drop_down_get_selected (self->methods);

  if (self->offered != NULL && selected < self->offered->len)
    g_signal_emit (self, signals[METHOD_CHOSEN], 0, g_array_index (self->offered, LanyardMethod, selected));
}

/* Returns: (transfer full) */
static char *
method_label (LanyardMethod method,
              guint         n_free)
{
  const char *names[] = {
    [LANYARD_METHOD_ANY] = "",
    [LANYARD_METHOD_CARD] = C_("kind of credential", "Card"),
    [LANYARD_METHOD_CODE] = _("PIN"),
    [LANYARD_METHOD_MOBILE_KEY] = _("Mobile Key"),
    [LANYARD_METHOD_CLOUD_KEY] = _("Cloud Key"),
    [LANYARD_METHOD_OTHER] = _("Other Types"),
  };

  /* Translators: %s is a kind of credential, such as “Card”; the number is of those that nobody has */
  return g_strdup_printf (ngettext ("%s (%'u unassigned)", "%s (%'u unassigned)", n_free), names[method], n_free);
}

/**
 * lanyard_plan_window_offer:
 * @self: the window of a plan to assign what is free
 * @method: a kind of credential
 * @n_free: how many of it are free
 *
 * Offers to hand that out. What is offered first is meant to begin with.
 */
void
lanyard_plan_window_offer (LanyardPlanWindow *self,
                           LanyardMethod      method,
                           guint              n_free)
{
  g_autofree char *label = NULL;

  g_return_if_fail (LANYARD_IS_PLAN_WINDOW (self));

  label = method_label (method, n_free);
  g_array_append_val (self->offered, method);
  gtk_string_list_append (self->method_names, label);
  gtk_widget_set_visible (GTK_WIDGET (self->methods), TRUE);
}

/* --- The rows --- */

static void
show_selected (GtkListItem *list_item)
{
  lanyard_plan_line_set_included (LANYARD_PLAN_LINE (gtk_list_item_get_child (list_item)),
                                  gtk_list_item_get_selected (list_item));
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *list_item)
{
  gtk_list_item_set_child (list_item, lanyard_plan_line_new ());
  g_signal_connect (list_item, "notify::selected", G_CALLBACK (show_selected), NULL);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *list_item)
{
  lanyard_plan_line_set_row (LANYARD_PLAN_LINE (gtk_list_item_get_child (list_item)),
                             gtk_list_item_get_item (list_item));
  show_selected (list_item);
}

static void
on_teardown (GtkListItemFactory *factory,
             GtkListItem        *list_item)
{
  g_signal_handlers_disconnect_by_func (list_item, show_selected, NULL);
}

static GtkListItemFactory *
make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "teardown", G_CALLBACK (on_teardown), NULL);

  return factory;
}

/* --- The window --- */

static void
lanyard_plan_window_dispose (GObject *object)
{
  LanyardPlanWindow *self = LANYARD_PLAN_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_PLAN_WINDOW);
  g_clear_object (&self->model);
  g_clear_object (&self->included);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->offered, g_array_unref);

  G_OBJECT_CLASS (lanyard_plan_window_parent_class)->dispose (object);
}

static void
lanyard_plan_window_class_init (LanyardPlanWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_plan_window_dispose;

  signals[CONFIRMED] = g_signal_new ("confirmed", LANYARD_TYPE_PLAN_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  signals[METHOD_CHOSEN] = g_signal_new ("method-chosen", LANYARD_TYPE_PLAN_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, LANYARD_TYPE_METHOD);

  gtk_widget_class_install_action (widget_class, "plan.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "plan.include-all", NULL, include_all_action);
  gtk_widget_class_install_action (widget_class, "plan.copy-command", NULL, copy_command_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  lanyard_help_bind (widget_class, "many");
  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-plan-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanWindow, confirm);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanWindow, include_all);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanWindow, failing);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanWindow, caution);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanWindow, methods);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanWindow, method_names);
  gtk_widget_class_bind_template_child (widget_class, LanyardPlanWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_method_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
lanyard_plan_window_init (LanyardPlanWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = make_factory ();

  self->offered = g_array_new (FALSE, FALSE, sizeof (LanyardMethod));
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_names_mend (GTK_WIDGET (self));
  lanyard_announce_label (self->summary);
  self->included = lanyard_chosen_new ();
  self->model = lanyard_chosen_model_new (self->included);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
}

/* Whether it takes something from people. */
static gboolean
takes (LanyardPlan *plan)
{
  LanyardOperation operation = lanyard_plan_get_operation (plan);

  return operation == LANYARD_OPERATION_UNASSIGN || operation == LANYARD_OPERATION_SUSPEND;
}

/**
 * lanyard_plan_window_new:
 * @plan: what is to be done
 *
 * Returns: (transfer none): a window that is yet to be presented
 */
LanyardPlanWindow *
lanyard_plan_window_new (LanyardPlan *plan)
{
  LanyardPlanWindow *self;
  const char *title;

  g_return_val_if_fail (LANYARD_IS_PLAN (plan), NULL);

  self = g_object_new (LANYARD_TYPE_PLAN_WINDOW, NULL);
  self->plan = g_object_ref (plan);
  title = lanyard_plan_title (plan);
  adw_window_title_set_title (self->window_title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_add_css_class (GTK_WIDGET (self->confirm),
                            takes (plan) ? "destructive-action" : "suggested-action");
  lanyard_chosen_model_set_list (self->model, lanyard_plan_get_rows (plan));
  g_object_set (self->included, "choosing", TRUE, NULL);
  g_signal_connect_object (self->included, "changed", G_CALLBACK (on_included_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lanyard_plan_get_rows (plan), "items-changed", G_CALLBACK (on_rows_changed), self,
                           G_CONNECT_SWAPPED);
  on_rows_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return self;
}
