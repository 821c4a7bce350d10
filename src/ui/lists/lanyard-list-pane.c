/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long list with its search entry and filters: all users, or all credentials, of a workspace. */
#include "lanyard-list-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-chosen-bar.h"
#include "lanyard-closures.h"
#include "lanyard-filter-menu.h"
#include "lanyard-list-hand.h"
#include "lanyard-list-scroller.h"
#include "lanyard-list-search.h"
#include "lanyard-list-selection.h"
#include "lanyard-list-state.h"
#include "lanyard-row-factory.h"
#include "lanyard-timely.h"

struct _LanyardListPane
{
  GtkWidget parent_instance;

  LanyardListSearch    *search;
  LanyardListSelection *selection;
  LanyardListState     *state;
  LanyardListScroller  *scroller;
  LanyardListHand      *hand;
  GtkWidget           *bar;   /* only what is bound is taken off when the template is disposed of */
  GtkWidget           *filter_bar;
  GtkStack            *stack;
  GtkSearchEntry      *entry;
  LanyardFilterMenu   *filter;
  GtkToggleButton     *choose;
  LanyardChosenBar    *chosen_bar;
  GtkListView         *view;
  AdwStatusPage       *empty;
  GtkLabel            *left_out;
  GtkLabel            *count;

  LanyardListKind     kind;
  LanyardRowFiller   *filler;
  LanyardDirectory   *directory;
  LanyardList        *list;
  GSignalGroup       *list_signals;
};

static void timely_init (LanyardTimelyInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardListPane, lanyard_list_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_TIMELY, timely_init))

enum
{
  PROP_0,
  PROP_DIRECTORY,
  PROP_KIND,
  PROP_SELECTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_RECORD_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_selected (LanyardListPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
activate_record (LanyardListPane *self,
                 SeamRecord      *record)
{
  lanyard_list_pane_set_selected (self, record);
  g_signal_emit (self, signals[SIGNAL_RECORD_ACTIVATED], 0, record);
}

static void
on_list_changed (LanyardListPane *self)
{
  lanyard_list_selection_follow (self->selection);
  lanyard_list_scroller_follow (self->scroller);
}

/* Into the page beside the list, or over it, if that is asked for. */
static void
on_opened (LanyardListPane *self,
           SeamRecord      *record,
           gboolean         enter)
{
  activate_record (self, record);
  if (enter)
    gtk_widget_activate_action (GTK_WIDGET (self), "go.page", NULL);
}

static void
on_search_stopped (LanyardListPane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
clear_search_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  lanyard_list_search_clear (LANYARD_LIST_PANE (widget)->search);
}

/* As Enter does in the search entry. */
static void
enter_search_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  g_signal_emit_by_name (LANYARD_LIST_PANE (widget)->entry, "activate");
}

/* The button goes with the filters, and would leave the focus to chance. */
static void
clear_filters_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  lanyard_filter_menu_clear (LANYARD_LIST_PANE (widget)->filter);
  gtk_widget_grab_focus (widget);
}

/**
 * lanyard_list_pane_set_directory:
 * @self: a pane
 * @directory: (nullable): the workspace to list
 */
void
lanyard_list_pane_set_directory (LanyardListPane  *self,
                                 LanyardDirectory *directory)
{
  g_return_if_fail (LANYARD_IS_LIST_PANE (self));
  g_return_if_fail (directory == NULL || LANYARD_IS_DIRECTORY (directory));

  if (!g_set_object (&self->directory, directory))
    return;

  g_clear_object (&self->list);
  if (directory != NULL)
    self->list = lanyard_list_new (lanyard_list_kind_get_store (self->kind, directory));
  g_signal_group_set_target (self->list_signals, self->list);
  lanyard_row_filler_set_list (self->filler, directory, self->list);
  lanyard_list_selection_set_list (self->selection, self->list,
                                   directory != NULL ? lanyard_list_kind_get_store (self->kind, directory) : NULL);
  lanyard_chosen_bar_set_list (self->chosen_bar, self->list);
  lanyard_filter_menu_set_list (self->filter, self->kind, self->list,
                                directory != NULL ? lanyard_directory_get_systems (directory) : NULL);
  lanyard_list_state_set_list (self->state, self->kind, directory, self->list);
  lanyard_list_search_set_list (self->search, directory, self->list);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIRECTORY]);
}

/**
 * lanyard_list_pane_set_selected:
 * @self: a pane
 * @record: (nullable): the user or credential to select
 */
void
lanyard_list_pane_set_selected (LanyardListPane *self,
                                SeamRecord      *record)
{
  g_return_if_fail (LANYARD_IS_LIST_PANE (self));
  g_return_if_fail (record == NULL || SEAM_IS_RECORD (record));

  lanyard_list_selection_set_selected (self->selection, record);
}

/**
 * lanyard_list_pane_go_to:
 * @self: a pane
 * @record: a user or a credential that was come to from elsewhere
 *
 * Selects it and brings its row into view. A search for something else is over; a filter that hides it stays.
 */
void
lanyard_list_pane_go_to (LanyardListPane *self,
                         SeamRecord      *record)
{
  g_return_if_fail (LANYARD_IS_LIST_PANE (self));
  g_return_if_fail (SEAM_IS_RECORD (record));

  lanyard_list_selection_set_selected (self->selection, record);
  if (!lanyard_list_selection_is_listed (self->selection, record))
    lanyard_list_search_set_text (self->search, "");
  lanyard_list_scroller_to_selected (self->scroller);
}

/**
 * lanyard_list_pane_get_selected:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): what is selected; a filter may hide its row
 */
SeamRecord *
lanyard_list_pane_get_selected (LanyardListPane *self)
{
  g_return_val_if_fail (LANYARD_IS_LIST_PANE (self), NULL);

  return self->selection != NULL ? lanyard_list_selection_get_selected (self->selection) : NULL;
}

/**
 * lanyard_list_pane_dup_chosen:
 * @self: a pane
 *
 * Returns: (transfer full) (element-type SeamRecord): what is chosen to have something done to it: many, or what is
 *   selected; what the list shows first, in its order
 */
GPtrArray *
lanyard_list_pane_dup_chosen (LanyardListPane *self)
{
  g_return_val_if_fail (LANYARD_IS_LIST_PANE (self), NULL);

  return lanyard_list_selection_dup_chosen (self->selection);
}

/**
 * lanyard_list_pane_focus_search:
 * @self: a pane
 *
 * Puts the cursor into the search entry, over what is in it.
 */
void
lanyard_list_pane_focus_search (LanyardListPane *self)
{
  g_return_if_fail (LANYARD_IS_LIST_PANE (self));

  lanyard_list_search_focus (self->search);
}

/**
 * lanyard_list_pane_set_search:
 * @self: a pane
 * @search: what to search for
 *
 * Searches, as if @search had been typed.
 */
void
lanyard_list_pane_set_search (LanyardListPane *self,
                              const char      *search)
{
  g_return_if_fail (LANYARD_IS_LIST_PANE (self));
  g_return_if_fail (search != NULL);

  lanyard_list_search_set_text (self->search, search);
}

/**
 * lanyard_list_pane_set_key_capture_widget:
 * @self: a pane
 * @widget: (nullable): what is typed here goes into the search entry
 */
void
lanyard_list_pane_set_key_capture_widget (LanyardListPane *self,
                                          GtkWidget       *widget)
{
  g_return_if_fail (LANYARD_IS_LIST_PANE (self));

  gtk_search_entry_set_key_capture_widget (self->entry, widget);
}

/**
 * lanyard_list_pane_get_list:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the list that is shown; %NULL while there is no directory
 */
LanyardList *
lanyard_list_pane_get_list (LanyardListPane *self)
{
  g_return_val_if_fail (LANYARD_IS_LIST_PANE (self), NULL);

  return self->list;
}

static gboolean
lanyard_list_pane_grab_focus (GtkWidget *widget)
{
  LanyardListPane *self = LANYARD_LIST_PANE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->view)) || gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* The list view says of itself whether more than one row can be selected as soon as it has a model. */
static void
set_up_choosing (LanyardListPane *self)
{
  LanyardChosen *chosen = lanyard_list_selection_get_chosen (self->selection);

  gtk_list_view_set_model (self->view, lanyard_list_selection_get_model (self->selection));
  g_object_set (self->hand, "selection", self->selection, NULL);
  lanyard_chosen_bar_set_selection (self->chosen_bar, self->kind, self->selection);
  g_object_bind_property (chosen, "choosing", self->choose, "active", G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (chosen, "choosing", self->filler, "choosing", G_BINDING_SYNC_CREATE);
}

static void
lanyard_list_pane_constructed (GObject *object)
{
  LanyardListPane *self = LANYARD_LIST_PANE (object);
  gboolean users = self->kind == LANYARD_LIST_KIND_USERS;
  g_autoptr (GtkListItemFactory) factory = NULL;
  const char *search = users ? _("Search Users") : _("Search Credentials");

  G_OBJECT_CLASS (lanyard_list_pane_parent_class)->constructed (object);

  self->filler = lanyard_row_filler_new (self->kind, FALSE);
  factory = lanyard_row_factory_new (self->filler);
  gtk_list_view_set_factory (self->view, factory);
  set_up_choosing (self);
  g_object_set (self->entry, "placeholder-text", search, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, search, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  users ? _("Users") : _("Credentials"), -1);
  adw_status_page_set_icon_name (self->empty, users ? "system-users-symbolic" : "lanyard-card-symbolic");
  lanyard_list_state_set_list (self->state, self->kind, NULL, NULL);
}

static void
lanyard_list_pane_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LanyardListPane *self = LANYARD_LIST_PANE (object);

  switch (prop_id)
    {
    case PROP_DIRECTORY:
      g_value_set_object (value, self->directory);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, lanyard_list_pane_get_selected (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_list_pane_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LanyardListPane *self = LANYARD_LIST_PANE (object);

  switch (prop_id)
    {
    case PROP_DIRECTORY:
      lanyard_list_pane_set_directory (self, g_value_get_object (value));
      break;
    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;
    case PROP_SELECTED:
      lanyard_list_pane_set_selected (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_list_pane_update_time (LanyardTimely *timely)
{
  LanyardListPane *self = LANYARD_LIST_PANE (timely);

  if (self->list != NULL)
    lanyard_list_update_time (self->list);
}

static void
timely_init (LanyardTimelyInterface *iface)
{
  iface->update_time = lanyard_list_pane_update_time;
}

static void
lanyard_list_pane_dispose (GObject *object)
{
  LanyardListPane *self = LANYARD_LIST_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_LIST_PANE);
  g_clear_object (&self->list_signals);
  g_clear_object (&self->filler);
  g_clear_object (&self->list);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_list_pane_parent_class)->dispose (object);
}

static void
lanyard_list_pane_class_init (LanyardListPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_FILTER_MENU);
  g_type_ensure (LANYARD_TYPE_CHOSEN_BAR);
  g_type_ensure (LANYARD_TYPE_LIST_HAND);
  g_type_ensure (LANYARD_TYPE_LIST_SCROLLER);
  g_type_ensure (LANYARD_TYPE_LIST_SEARCH);
  g_type_ensure (LANYARD_TYPE_LIST_SELECTION);
  g_type_ensure (LANYARD_TYPE_LIST_STATE);
  object_class->constructed = lanyard_list_pane_constructed;
  object_class->get_property = lanyard_list_pane_get_property;
  object_class->set_property = lanyard_list_pane_set_property;
  object_class->dispose = lanyard_list_pane_dispose;
  widget_class->grab_focus = lanyard_list_pane_grab_focus;

  properties[PROP_DIRECTORY] =
    g_param_spec_object ("directory", NULL, NULL, LANYARD_TYPE_DIRECTORY,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, LANYARD_TYPE_LIST_KIND, LANYARD_LIST_KIND_USERS,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, SEAM_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_RECORD_ACTIVATED] = g_signal_new ("record-activated", LANYARD_TYPE_LIST_PANE, G_SIGNAL_RUN_LAST, 0,
                                                   NULL, NULL, NULL, G_TYPE_NONE, 1, SEAM_TYPE_RECORD);

  gtk_widget_class_install_action (widget_class, "list-pane.clear-search", NULL, clear_search_action);
  gtk_widget_class_install_action (widget_class, "list-pane.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "list-pane.enter-search", NULL, enter_search_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-list-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, search);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, selection);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, state);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, hand);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, choose);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, chosen_bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, entry);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, filter);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, view);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, empty);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, left_out);
  gtk_widget_class_bind_template_child (widget_class, LanyardListPane, count);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, lanyard_closure_is_text);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, activate_record);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
}

static void
lanyard_list_pane_init (LanyardListPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_announce_label (self->count);
  lanyard_announce_label (self->left_out);

  self->list_signals = g_signal_group_new (LANYARD_TYPE_LIST);
  g_signal_group_connect_object (self->list_signals, "published", G_CALLBACK (on_list_changed), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->list_signals, "notify::searching", G_CALLBACK (on_list_changed), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * lanyard_list_pane_new:
 * @kind: what to list
 *
 * Returns: (transfer floating): a pane without a directory
 */
GtkWidget *
lanyard_list_pane_new (LanyardListKind kind)
{
  return g_object_new (LANYARD_TYPE_LIST_PANE, "kind", kind, NULL);
}
