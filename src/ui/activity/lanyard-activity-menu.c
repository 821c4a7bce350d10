/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button beside the activity's search entry: day, outcome and operator. */
#include "lanyard-activity-menu.h"

#include <glib/gi18n.h>

#include "lanyard-choice-menu.h"
#include "lanyard-name-text.h"
#include "lanyard-ui.h"

struct _LanyardActivityMenu
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkPopover    *day_popover;
  GtkCalendar   *calendar;

  LanyardActivityFilter *filter;
  LanyardJournal        *journal;
  char                  *workspace_id;
  GStrv                  operators;   /* NULL: none are known */
  gboolean               stale;       /* there may be others than when they were asked for */
  GCancellable          *cancellable; /* of the question for them; NULL: there is none */
  GSimpleActionGroup    *actions;
};

G_DEFINE_FINAL_TYPE (LanyardActivityMenu, lanyard_activity_menu, GTK_TYPE_WIDGET)

static GMenuModel *
build_days (void)
{
  GMenu *menu = g_menu_new ();

  lanyard_choice_menu_append (menu, _("Any Day"), "filter.day", "");
  lanyard_choice_menu_append (menu, _("Today"), "filter.day", LANYARD_ACTIVITY_TODAY);
  lanyard_choice_menu_append (menu, _("Yesterday"), "filter.day", LANYARD_ACTIVITY_YESTERDAY);
  lanyard_choice_menu_append (menu, _("Last 7 Days"), "filter.day", LANYARD_ACTIVITY_WEEK);
  g_menu_append (menu, _("Choose a Day…"), "activity-menu.choose-day");

  return G_MENU_MODEL (menu);
}

static GMenuModel *
build_results (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GEnumClass) results = g_type_class_ref (LANYARD_TYPE_ENTRY_RESULT);

  for (guint i = 0; i < results->n_values; i++)
    lanyard_choice_menu_append (menu, lanyard_activity_result_text ((LanyardEntryResult) results->values[i].value),
                                "filter.result", results->values[i].value_nick);

  return G_MENU_MODEL (menu);
}

static GMenuModel *
build_operators (LanyardActivityMenu *self)
{
  GMenu *menu = g_menu_new ();

  lanyard_choice_menu_append (menu, _("Anyone"), "filter.operator", "");
  for (guint i = 0; self->operators != NULL && self->operators[i] != NULL; i++)
    {
      g_autofree char *name = lanyard_name_text (self->operators[i]);
      g_autofree char *label = lanyard_name_in_label (name != NULL ? name : self->operators[i]);

      lanyard_choice_menu_append (menu, label, "filter.operator", self->operators[i]);
    }

  return G_MENU_MODEL (menu);
}

static void
build_menu (LanyardActivityMenu *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) days = build_days ();
  g_autoptr (GMenuModel) results = build_results ();
  g_autoptr (GMenuModel) operators = build_operators (self);

  g_menu_append_section (menu, _("Day"), days);
  g_menu_append_section (menu, _("Outcome"), results);
  lanyard_choice_menu_append_many (menu, _("Made By"), operators);
  gtk_menu_button_set_menu_model (self->button, G_MENU_MODEL (menu));
}

static void
on_operators_listed (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  LanyardActivityMenu *self = user_data;
  g_autoptr (GError) error = NULL;
  GStrv operators = lanyard_journal_list_operators_finish (LANYARD_JOURNAL (source), result, &error);

  /* Then the button may be gone, too. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (operators == NULL)
    {
      self->stale = TRUE;
      return;
    }

  if (self->operators != NULL
      && g_strv_equal ((const char * const *) operators, (const char * const *) self->operators))
    {
      g_strfreev (operators);
      return;
    }

  g_strfreev (self->operators);
  self->operators = operators;
  build_menu (self);
}

static void
stop (LanyardActivityMenu *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Asked for as the pointer or the focus comes near, so that they are there when the menu is opened. The journal goes
 * through all it has for that, and does nothing else meanwhile. */
static void
ask_for_operators (LanyardActivityMenu *self)
{
  if (self->journal == NULL || self->workspace_id == NULL || !self->stale || self->cancellable != NULL)
    return;

  self->stale = FALSE;
  self->cancellable = g_cancellable_new ();
  lanyard_journal_list_operators_async (self->journal, self->workspace_id, self->cancellable, on_operators_listed,
                                        self);
}

static void
on_active_changed (LanyardActivityMenu *self)
{
  gboolean active = lanyard_activity_filter_is_active (self->filter);

  lanyard_choice_menu_mark (self->button, active, active ? _("Filter: Active") : _("Filter"));
}

static void
choose_day_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LanyardActivityMenu *self = LANYARD_ACTIVITY_MENU (widget);

  gtk_popover_popup (self->day_popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

static void
on_day_chosen (LanyardActivityMenu *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  gtk_popover_popdown (self->day_popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  g_object_set (self->filter, "day", day, NULL);
}

/**
 * lanyard_activity_menu_set_filter:
 * @self: the button
 * @filter: what is chosen with it; set once
 */
void
lanyard_activity_menu_set_filter (LanyardActivityMenu   *self,
                                  LanyardActivityFilter *filter)
{
  static const char * const names[] = { "day", "result", "operator" };

  g_return_if_fail (LANYARD_IS_ACTIVITY_MENU (self));
  g_return_if_fail (LANYARD_IS_ACTIVITY_FILTER (filter) && self->filter == NULL);

  self->filter = g_object_ref (filter);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (names[i], filter, names[i]);

      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  g_signal_connect_object (filter, "changed", G_CALLBACK (on_active_changed), self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_activity_menu_set_journal:
 * @self: the button
 * @journal: (nullable): what knows who did something
 * @workspace_id: (nullable): in which workspace
 */
void
lanyard_activity_menu_set_journal (LanyardActivityMenu *self,
                                   LanyardJournal      *journal,
                                   const char          *workspace_id)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_MENU (self));

  if (g_set_object (&self->journal, journal) || g_strcmp0 (self->workspace_id, workspace_id) != 0)
    {
      stop (self);
      g_free (self->workspace_id);
      self->workspace_id = g_strdup (workspace_id);
      g_clear_pointer (&self->operators, g_strfreev);
      self->stale = TRUE;
      build_menu (self);
    }
  ask_for_operators (self);
}

/**
 * lanyard_activity_menu_note_entry:
 * @self: the button
 * @entry: what was begun in its workspace since
 *
 * Has the journal asked again who did something, if @entry is by somebody else than those that are known.
 */
void
lanyard_activity_menu_note_entry (LanyardActivityMenu *self,
                                  LanyardEntry        *entry)
{
  const char *operator = lanyard_entry_get_operator (entry);

  g_return_if_fail (LANYARD_IS_ACTIVITY_MENU (self));

  if (operator != NULL
      && (self->operators == NULL || !g_strv_contains ((const char * const *) self->operators, operator)))
    self->stale = TRUE;
}

static void
lanyard_activity_menu_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  GTK_WIDGET_CLASS (lanyard_activity_menu_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (LANYARD_ACTIVITY_MENU (widget)->day_popover);
}

static void
lanyard_activity_menu_dispose (GObject *object)
{
  LanyardActivityMenu *self = LANYARD_ACTIVITY_MENU (object);

  stop (self);
  if (self->day_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->day_popover));
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_ACTIVITY_MENU);
  g_clear_object (&self->actions);
  g_clear_object (&self->filter);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->operators, g_strfreev);
  g_clear_pointer (&self->workspace_id, g_free);

  G_OBJECT_CLASS (lanyard_activity_menu_parent_class)->dispose (object);
}

static void
lanyard_activity_menu_class_init (LanyardActivityMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_activity_menu_dispose;
  widget_class->size_allocate = lanyard_activity_menu_size_allocate;

  gtk_widget_class_install_action (widget_class, "activity-menu.choose-day", NULL, choose_day_action);
  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-activity-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityMenu, button);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityMenu, day_popover);
  gtk_widget_class_bind_template_child (widget_class, LanyardActivityMenu, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_day_chosen);
}

static void
lanyard_activity_menu_init (LanyardActivityMenu *self)
{
  GtkEventController *near = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->day_popover), GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (near, "enter", G_CALLBACK (ask_for_operators), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (ask_for_operators), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), near);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  build_menu (self);
}
