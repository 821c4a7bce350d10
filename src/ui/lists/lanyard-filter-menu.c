/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button beside a list's search entry: access system, what to show, and the order. */
#include "lanyard-filter-menu.h"

#include <glib/gi18n.h>

#include "lanyard-choice-menu.h"
#include "lanyard-name-text.h"

struct _LanyardFilterMenu
{
  GtkWidget parent_instance;

  GtkMenuButton *button;

  LanyardListKind     kind;
  LanyardList        *list;
  GListModel         *systems;
  GSimpleActionGroup *actions;
  GSignalGroup       *list_signals;
  GSignalGroup       *systems_signals;
  gboolean            filtering;
  char               *summary; /* of what is shown, where not all is */
};

/* A choice of the menu. */
typedef struct
{
  int         value;
  const char *context; /* NULL: the label has none */
  const char *label;
} Choice;

static const Choice shows_of_users[] = {
  { LANYARD_SHOW_ALL, "users or credentials to show", NC_("users or credentials to show", "All") },
  { LANYARD_SHOW_UNASSIGNED, NULL, N_("Without Credentials") },
  { LANYARD_SHOW_ASSIGNED, NULL, N_("With Credentials") },
  { LANYARD_SHOW_ATTENTION, NULL, N_("Needs Attention") },
};

static const Choice shows_of_credentials[] = {
  { LANYARD_SHOW_ALL, "users or credentials to show", NC_("users or credentials to show", "All") },
  { LANYARD_SHOW_UNASSIGNED, "credentials to show", NC_("credentials to show", "Unassigned") },
  { LANYARD_SHOW_ASSIGNED, "credentials to show", NC_("credentials to show", "Assigned") },
  { LANYARD_SHOW_ATTENTION, NULL, N_("Needs Attention") },
};

static const Choice methods[] = {
  { LANYARD_METHOD_ANY, NULL, N_("All Types") },
  { LANYARD_METHOD_CARD, "kind of credential", NC_("kind of credential", "Card") },
  { LANYARD_METHOD_CODE, NULL, N_("PIN") },
  { LANYARD_METHOD_MOBILE_KEY, NULL, N_("Mobile Key") },
  { LANYARD_METHOD_CLOUD_KEY, NULL, N_("Cloud Key") },
  /* Translators: kinds of credentials that are neither cards, PINs, mobile keys nor cloud keys */
  { LANYARD_METHOD_OTHER, NULL, N_("Other Types") },
};

static const Choice sorts_of_users[] = {
  { LANYARD_SORT_NAME, NULL, N_("By Name") },
  { LANYARD_SORT_NEWEST, NULL, N_("Newest First") },
  /* Translators: an order of users: those whose access ends next come first */
  { LANYARD_SORT_ENDING, NULL, N_("Access Ending Soonest") },
};

static const Choice sorts_of_credentials[] = {
  { LANYARD_SORT_NAME, NULL, N_("By Name") },
  { LANYARD_SORT_NEWEST, NULL, N_("Newest First") },
  { LANYARD_SORT_HOLDER, NULL, N_("By Holder") },
  /* Translators: an order of credentials: those that expire next come first */
  { LANYARD_SORT_ENDING, NULL, N_("Expiring Soonest") },
};

G_DEFINE_FINAL_TYPE (LanyardFilterMenu, lanyard_filter_menu, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FILTERING,
  PROP_SUMMARY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const char *
enum_nick (GType type,
           int   value)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  GEnumValue *enum_value = g_enum_get_value (enum_class, value);

  g_assert (enum_value != NULL);

  return enum_value->value_nick;
}

static char *
system_label (SeamSystem *system)
{
  g_autofree char *name = lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (system)));

  return lanyard_name_in_label (name != NULL ? name : _("Unnamed Access System"));
}

static GMenuModel *
build_systems (LanyardFilterMenu *self)
{
  GMenu *menu = g_menu_new ();
  guint n = self->systems != NULL ? g_list_model_get_n_items (self->systems) : 0;

  lanyard_choice_menu_append (menu, _("All Access Systems"), "filter.system", "");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SeamSystem) system = g_list_model_get_item (self->systems, i);
      g_autofree char *label = system_label (system);

      lanyard_choice_menu_append (menu, label, "filter.system", seam_record_get_id (SEAM_RECORD (system)));
    }

  return G_MENU_MODEL (menu);
}

static const char *
choice_label (const Choice *choice)
{
  return choice->context != NULL ? g_dpgettext2 (NULL, choice->context, choice->label) : _(choice->label);
}

static GMenuModel *
build_choices (const Choice *choices,
               gsize         n,
               GType         type,
               const char   *action)
{
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < n; i++)
    lanyard_choice_menu_append (menu, choice_label (&choices[i]), action, enum_nick (type, choices[i].value));

  return G_MENU_MODEL (menu);
}

static const Choice *
find_choice (const Choice *choices,
             gsize         n,
             int           value)
{
  for (gsize i = 0; i < n; i++)
    if (choices[i].value == value)
      return &choices[i];

  g_return_val_if_reached (choices);
}

static GMenuModel *
build_show (LanyardFilterMenu *self)
{
  if (self->kind == LANYARD_LIST_KIND_USERS)
    return build_choices (shows_of_users, G_N_ELEMENTS (shows_of_users), LANYARD_TYPE_SHOW, "filter.show");

  return build_choices (shows_of_credentials, G_N_ELEMENTS (shows_of_credentials), LANYARD_TYPE_SHOW, "filter.show");
}

static GMenuModel *
build_sort (LanyardFilterMenu *self)
{
  if (self->kind == LANYARD_LIST_KIND_USERS)
    return build_choices (sorts_of_users, G_N_ELEMENTS (sorts_of_users), LANYARD_TYPE_SORT, "filter.sort");

  return build_choices (sorts_of_credentials, G_N_ELEMENTS (sorts_of_credentials), LANYARD_TYPE_SORT, "filter.sort");
}

/* Whoever shows the list carries it out. */
static void
append_export (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _("Export as CSV…"), "list.export::csv");
  g_menu_append (section, _("Export as JSON…"), "list.export::json");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* Each time that it is opened, since the access systems come and go. */
static void
build_menu (GtkMenuButton *button,
            gpointer       user_data)
{
  LanyardFilterMenu *self = LANYARD_FILTER_MENU (user_data);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) systems = build_systems (self);
  g_autoptr (GMenuModel) show = build_show (self);
  g_autoptr (GMenuModel) sort = build_sort (self);

  g_menu_append_section (menu, C_("heading above what to show", "Show"), show);
  if (self->kind == LANYARD_LIST_KIND_CREDENTIALS)
    {
      g_autoptr (GMenuModel) kinds = build_choices (methods, G_N_ELEMENTS (methods), LANYARD_TYPE_METHOD,
                                                    "filter.method");

      g_menu_append_submenu (menu, _("Type"), kinds);
    }
  lanyard_choice_menu_append_many (menu, _("Access System"), systems);
  g_menu_append_section (menu, C_("heading above how to sort", "Sort"), sort);
  append_export (menu);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static SeamSystem *
find_system (LanyardFilterMenu *self,
             const char        *id)
{
  for (guint i = 0; self->systems != NULL && i < g_list_model_get_n_items (self->systems); i++)
    {
      g_autoptr (SeamSystem) system = g_list_model_get_item (self->systems, i);

      if (g_str_equal (seam_record_get_id (SEAM_RECORD (system)), id))
        return g_steal_pointer (&system);
    }

  return NULL;
}

/* What is shown, where not all is; "" where it is. */
static char *
make_summary (LanyardFilterMenu *self,
              LanyardShow        show,
              LanyardMethod      method,
              const char        *system_id)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (show != LANYARD_SHOW_ALL && self->kind == LANYARD_LIST_KIND_USERS)
    g_strv_builder_add (builder, choice_label (find_choice (shows_of_users, G_N_ELEMENTS (shows_of_users), show)));
  else if (show != LANYARD_SHOW_ALL)
    g_strv_builder_add (builder, choice_label (find_choice (shows_of_credentials, G_N_ELEMENTS (shows_of_credentials),
                                                            show)));
  if (method != LANYARD_METHOD_ANY)
    g_strv_builder_add (builder, choice_label (find_choice (methods, G_N_ELEMENTS (methods), method)));
  if (system_id != NULL)
    {
      g_autoptr (SeamSystem) system = find_system (self, system_id);
      g_autofree char *name = system != NULL ? lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (system)))
                                             : NULL;

      g_strv_builder_add (builder, name != NULL ? name : _("Unnamed Access System"));
    }
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

static void
set_filtering (LanyardFilterMenu *self,
               gboolean           filtering)
{
  if (self->filtering == filtering)
    return;

  self->filtering = filtering;
  lanyard_choice_menu_mark (self->button, filtering,
                            filtering ? _("Filter and Sort: Filter Active") : _("Filter and Sort"));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTERING]);
}

static void
update (LanyardFilterMenu *self)
{
  g_autofree char *system_id = NULL;
  g_autofree char *summary = NULL;
  LanyardShow show;
  LanyardMethod method;
  GAction *action;

  if (self->list == NULL)
    return;

  g_object_get (self->list, "system-id", &system_id, "show", &show, "method", &method, NULL);
  action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "system");
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (system_id != NULL ? system_id : ""));

  summary = make_summary (self, show, method, system_id);
  if (g_strcmp0 (self->summary, summary) != 0)
    {
      g_free (self->summary);
      self->summary = g_steal_pointer (&summary);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
    }
  set_filtering (self, *self->summary != '\0');
}

static void
on_system_changed (GSimpleAction *action,
                   GVariant      *value,
                   gpointer       user_data)
{
  LanyardFilterMenu *self = LANYARD_FILTER_MENU (user_data);
  const char *system_id = g_variant_get_string (value, NULL);

  g_object_set (self->list, "system-id", *system_id != '\0' ? system_id : NULL, NULL);
}

/**
 * lanyard_filter_menu_set_list:
 * @self: a filter menu
 * @kind: what is in the list
 * @list: (nullable): the list that is filtered and sorted
 * @systems: (nullable): the access systems to choose from
 */
void
lanyard_filter_menu_set_list (LanyardFilterMenu *self,
                              LanyardListKind    kind,
                              LanyardList       *list,
                              GListModel        *systems)
{
  static const char * const chosen[] = { "show", "method", "sort" };

  g_return_if_fail (LANYARD_IS_FILTER_MENU (self));
  g_return_if_fail (list == NULL || LANYARD_IS_LIST (list));

  self->kind = kind;
  g_set_object (&self->list, list);
  g_set_object (&self->systems, systems);
  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      g_autoptr (GPropertyAction) action = NULL;

      g_action_map_remove_action (G_ACTION_MAP (self->actions), chosen[i]);
      if (list == NULL)
        continue;
      action = g_property_action_new (chosen[i], list, chosen[i]);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  g_signal_group_set_target (self->list_signals, list);
  g_signal_group_set_target (self->systems_signals, systems);
  update (self);
}

/**
 * lanyard_filter_menu_get_filtering:
 * @self: a filter menu
 *
 * Returns: whether something is left out of the list
 */
gboolean
lanyard_filter_menu_get_filtering (LanyardFilterMenu *self)
{
  g_return_val_if_fail (LANYARD_IS_FILTER_MENU (self), FALSE);

  return self->filtering;
}

/**
 * lanyard_filter_menu_clear:
 * @self: a filter menu
 *
 * Shows everything again; the order stays.
 */
void
lanyard_filter_menu_clear (LanyardFilterMenu *self)
{
  g_return_if_fail (LANYARD_IS_FILTER_MENU (self));

  if (self->list != NULL)
    g_object_set (self->list, "system-id", NULL, "show", LANYARD_SHOW_ALL, "method", LANYARD_METHOD_ANY, NULL);
}

static void
lanyard_filter_menu_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  LanyardFilterMenu *self = LANYARD_FILTER_MENU (object);

  switch (prop_id)
    {
    case PROP_FILTERING:
      g_value_set_boolean (value, self->filtering);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_filter_menu_dispose (GObject *object)
{
  LanyardFilterMenu *self = LANYARD_FILTER_MENU (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_FILTER_MENU);
  g_clear_object (&self->list_signals);
  g_clear_object (&self->systems_signals);
  g_clear_pointer (&self->summary, g_free);
  g_clear_object (&self->actions);
  g_clear_object (&self->list);
  g_clear_object (&self->systems);

  G_OBJECT_CLASS (lanyard_filter_menu_parent_class)->dispose (object);
}

static void
lanyard_filter_menu_class_init (LanyardFilterMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_filter_menu_get_property;
  object_class->dispose = lanyard_filter_menu_dispose;

  properties[PROP_FILTERING] =
    g_param_spec_boolean ("filtering", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SUMMARY] =
    g_param_spec_string ("summary", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-filter-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardFilterMenu, button);
}

static void
lanyard_filter_menu_init (LanyardFilterMenu *self)
{
  const GActionEntry entries[] = {
    { .name = "system", .parameter_type = "s", .state = "''", .change_state = on_system_changed },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, build_menu, self, NULL);

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->actions));

  self->list_signals = g_signal_group_new (LANYARD_TYPE_LIST);
  g_signal_group_connect_object (self->list_signals, "notify::system-id", G_CALLBACK (update), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->list_signals, "notify::show", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->list_signals, "notify::method", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  self->systems_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_object (self->systems_signals, "items-changed", G_CALLBACK (update), self,
                                 G_CONNECT_SWAPPED);
}
