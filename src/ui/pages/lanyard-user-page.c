/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of one user: who it is, what they have, and giving and taking it. */
#include "lanyard-user-page.h"

#include <adwaita.h>

#include "lanyard-closures.h"
#include "lanyard-coming-row.h"
#include "lanyard-copy-row.h"
#include "lanyard-elsewhere-row.h"
#include "lanyard-held-row.h"
#include "lanyard-history-list.h"
#include "lanyard-problem-list.h"
#include "lanyard-timely.h"
#include "lanyard-user-details.h"

struct _LanyardUserPage
{
  GtkWidget parent_instance;

  LanyardUserDetails  *details;
  GtkFlattenListModel *rows;
  GtkFilterListModel  *elsewhere;
  GtkStack            *stack; /* only what is bound is taken off when the template is disposed of */
  GtkScrolledWindow   *scroller;
  GtkListBox          *credentials;
  GtkWidget           *assign;
  GtkWidget           *unassign_all;
  GtkWidget           *suspend;
  GtkWidget           *lost_card;
  GtkListBox          *others;
  GSignalGroup        *held_signals;
  LanyardHistoryList  *history;
};

static void timely_init (LanyardTimelyInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardUserPage, lanyard_user_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_TIMELY, timely_init))

static char *
page_of (gpointer self,
         gboolean shown)
{
  return g_strdup (shown ? "user" : "none");
}

static LanyardChanges *
get_changes (LanyardUserPage *self)
{
  return lanyard_details_get_changes (LANYARD_DETAILS (self->details));
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  LanyardChanges *changes = get_changes (LANYARD_USER_PAGE (user_data));

  return LANYARD_IS_ENTRY (item) ? lanyard_coming_row_new (changes, LANYARD_ENTRY (item))
                                 : lanyard_held_row_new (changes, SEAM_CREDENTIAL (item));
}

/* A button that is taken away would lose the focus, and it would begin anew at the top of the window. */
static void
show_button (LanyardUserPage *self,
             GtkWidget       *button,
             gboolean         visible)
{
  if (!visible && gtk_widget_is_focus (button))
    gtk_widget_grab_focus (self->assign);
  gtk_widget_set_visible (button, visible);
}

/* One by one is as short for one. */
static void
on_n_held_changed (LanyardUserPage *self)
{
  GListModel *held = lanyard_user_details_get_held (self->details);
  guint n = held != NULL ? g_list_model_get_n_items (held) : 0;

  show_button (self, self->unassign_all, n > 1);
  show_button (self, self->lost_card, n > 0);
}

static void
on_may_suspend_changed (LanyardUserPage *self)
{
  show_button (self, self->suspend, lanyard_bindable_get_flag (self->details, "may-suspend"));
}

static void
on_held_changed (LanyardUserPage *self)
{
  GListModel *held = lanyard_user_details_get_held (self->details);
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);

  if (held != NULL)
    {
      SeamUser *user = lanyard_details_get_record (LANYARD_DETAILS (self->details));
      g_autoptr (GListModel) coming = lanyard_coming_list_new (get_changes (self), user);

      g_list_store_append (parts, held);
      g_list_store_append (parts, coming);
    }
  gtk_flatten_list_model_set_model (self->rows, G_LIST_MODEL (parts));
  g_signal_group_set_target (self->held_signals, held);
  on_n_held_changed (self);
}

static gboolean
is_elsewhere (gpointer item,
              gpointer user_data)
{
  SeamUser *user = lanyard_details_get_record (LANYARD_DETAILS (LANYARD_USER_PAGE (user_data)->details));

  return user != NULL && seam_user_get_system_id (item) != seam_user_get_system_id (user);
}

static GtkWidget *
create_elsewhere_row (gpointer item,
                      gpointer user_data)
{
  LanyardUserPage *self = LANYARD_USER_PAGE (user_data);

  return lanyard_elsewhere_row_new (lanyard_details_get_directory (LANYARD_DETAILS (self->details)), item);
}

/* The same list is another one for who is of another access system. */
static void
on_same_person_changed (LanyardUserPage *self)
{
  gtk_filter_list_model_set_model (self->elsewhere, NULL);
  gtk_filter_list_model_set_model (self->elsewhere, lanyard_user_details_get_same_person (self->details));
}

static void
on_can_changed (LanyardUserPage *self)
{
  static const struct
  {
    const char *action;
    const char *flag;
  } actions[] = {
    { "user-page.assign", "can-assign" },
    { "user-page.suspend", "can-suspend" },
    { "user-page.restore", "can-restore" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].action,
                                   lanyard_bindable_get_flag (self->details, actions[i].flag));
}

static void
lanyard_user_page_update_time (LanyardTimely *timely)
{
  lanyard_details_refresh (LANYARD_DETAILS (LANYARD_USER_PAGE (timely)->details));
}

static void
timely_init (LanyardTimelyInterface *iface)
{
  iface->update_time = lanyard_user_page_update_time;
}

static void
scroll_to_top (LanyardUserPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
show_history (LanyardUserPage *self)
{
  lanyard_history_list_set_record (self->history, get_changes (self),
                                   lanyard_details_get_record (LANYARD_DETAILS (self->details)));
}

static void
assign_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LanyardUserPage *self = LANYARD_USER_PAGE (widget);

  gtk_widget_activate_action (widget, "change.pick-credential", "s",
                              lanyard_bindable_get_text (self->details, "id"));
}

static void
unassign_all_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  LanyardUserPage *self = LANYARD_USER_PAGE (widget);

  gtk_widget_activate_action (widget, "change.unassign-all", "s", lanyard_bindable_get_text (self->details, "id"));
}

static void
suspend_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  LanyardUserPage *self = LANYARD_USER_PAGE (widget);

  gtk_widget_activate_action (widget, "change.suspend", "s", lanyard_bindable_get_text (self->details, "id"));
}

static void
restore_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  LanyardUserPage *self = LANYARD_USER_PAGE (widget);

  gtk_widget_activate_action (widget, "change.restore", "s", lanyard_bindable_get_text (self->details, "id"));
}

static void
lost_card_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  LanyardUserPage *self = LANYARD_USER_PAGE (widget);

  gtk_widget_activate_action (widget, "change.lost-card", "s", lanyard_bindable_get_text (self->details, "id"));
}

/**
 * lanyard_user_page_set_changes:
 * @self: a page
 * @changes: (nullable): what is done to the workspace that the user is of
 */
void
lanyard_user_page_set_changes (LanyardUserPage *self,
                               LanyardChanges  *changes)
{
  g_return_if_fail (LANYARD_IS_USER_PAGE (self));
  g_return_if_fail (changes == NULL || LANYARD_IS_CHANGES (changes));

  lanyard_details_set_changes (LANYARD_DETAILS (self->details), changes);
  show_history (self);
  scroll_to_top (self);
}

/**
 * lanyard_user_page_set_user:
 * @self: a page
 * @user: (nullable): the user to show
 */
void
lanyard_user_page_set_user (LanyardUserPage *self,
                            SeamUser        *user)
{
  g_return_if_fail (LANYARD_IS_USER_PAGE (self));
  g_return_if_fail (user == NULL || SEAM_IS_USER (user));

  if (lanyard_details_get_record (LANYARD_DETAILS (self->details)) == (gpointer) user)
    return;

  lanyard_details_set_record (LANYARD_DETAILS (self->details), user);
  on_same_person_changed (self);
  show_history (self);
  scroll_to_top (self);
}

static void
lanyard_user_page_dispose (GObject *object)
{
  g_clear_object (&LANYARD_USER_PAGE (object)->held_signals);
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_USER_PAGE);

  G_OBJECT_CLASS (lanyard_user_page_parent_class)->dispose (object);
}

/* What is done most here; it is known before anything on the page has a place. */
static gboolean
lanyard_user_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LANYARD_USER_PAGE (widget)->assign);
}

static void
lanyard_user_page_class_init (LanyardUserPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_COPY_ROW);
  g_type_ensure (LANYARD_TYPE_HISTORY_LIST);
  g_type_ensure (LANYARD_TYPE_PROBLEM_LIST);
  g_type_ensure (LANYARD_TYPE_USER_DETAILS);
  object_class->dispose = lanyard_user_page_dispose;
  widget_class->grab_focus = lanyard_user_page_grab_focus;

  gtk_widget_class_install_action (widget_class, "user-page.assign", NULL, assign_action);
  gtk_widget_class_install_action (widget_class, "user-page.unassign-all", NULL, unassign_all_action);
  gtk_widget_class_install_action (widget_class, "user-page.suspend", NULL, suspend_action);
  gtk_widget_class_install_action (widget_class, "user-page.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "user-page.lost-card", NULL, lost_card_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-user-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, details);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, rows);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, credentials);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, assign);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, unassign_all);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, suspend);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, lost_card);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, others);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserPage, history);
  gtk_widget_class_bind_template_callback (widget_class, page_of);
  gtk_widget_class_bind_template_callback (widget_class, on_held_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_can_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_may_suspend_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_same_person_changed);
  gtk_widget_class_bind_template_callback (widget_class, lanyard_closure_is_none);
  gtk_widget_class_bind_template_callback (widget_class, lanyard_closure_is_some);
  gtk_widget_class_bind_template_callback (widget_class, lanyard_closure_is_text);
}

static void
lanyard_user_page_init (LanyardUserPage *self)
{
  g_autoptr (GtkFilter) filter = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->held_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_object (self->held_signals, "items-changed", G_CALLBACK (on_n_held_changed), self,
                                 G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->credentials, G_LIST_MODEL (self->rows), create_row, self, NULL);
  filter = GTK_FILTER (gtk_custom_filter_new (is_elsewhere, self, NULL));
  gtk_filter_list_model_set_filter (self->elsewhere, filter);
  gtk_list_box_bind_model (self->others, G_LIST_MODEL (self->elsewhere), create_elsewhere_row, self, NULL);
  on_can_changed (self);
  on_may_suspend_changed (self);
}

/**
 * lanyard_user_page_new:
 *
 * Returns: (transfer floating): a page that shows nobody yet
 */
GtkWidget *
lanyard_user_page_new (void)
{
  return g_object_new (LANYARD_TYPE_USER_PAGE, NULL);
}
