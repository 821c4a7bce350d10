/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets one of several workspaces be chosen by its name. */
#include "lanyard-workspace-choice.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "lanyard-ui.h"
#include "lanyard-workspace-row.h"

/* Fewer than this are found by looking. */
#define MIN_TO_SEARCH 7

struct _LanyardWorkspaceChoice
{
  GtkWidget parent_instance;

  GtkWidget *scroller; /* only what is bound is taken off when the template is disposed of */
  GtkLabel *count_label;
  GtkEditable *search_entry;
  GtkListBox *list_box;
  GtkWidget *cancel_button;

  GtkFilter *filter; /* owned by @found */
  GtkFilterListModel *found;
};

G_DEFINE_FINAL_TYPE (LanyardWorkspaceChoice, lanyard_workspace_choice, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_found (const char *text,
          const char *folded_search)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, folded_search) != NULL;
}

static gboolean
is_listed (gpointer item,
           gpointer user_data)
{
  LanyardWorkspaceChoice *self = user_data;
  LanyardConnection *connection = item;
  g_autofree char *search = g_utf8_casefold (gtk_editable_get_text (self->search_entry), -1);

  return is_found (lanyard_connection_get_name (connection), search)
         || is_found (lanyard_connection_get_company (connection), search)
         || *search == '\0';
}

static void
on_search_changed (LanyardWorkspaceChoice *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_row_activated (LanyardWorkspaceChoice *self,
                  LanyardWorkspaceRow    *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, lanyard_workspace_row_get_connection (row));
}

/* Enter chooses what is found, when that is one. */
static void
on_search_activated (LanyardWorkspaceChoice *self)
{
  g_autoptr (LanyardConnection) connection = NULL;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) != 1)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  connection = g_list_model_get_item (G_LIST_MODEL (self->found), 0);
  g_signal_emit (self, signals[CHOSEN], 0, connection);
}

static void
on_cancel_clicked (LanyardWorkspaceChoice *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static gboolean
lanyard_workspace_choice_grab_focus (GtkWidget *widget)
{
  LanyardWorkspaceChoice *self = LANYARD_WORKSPACE_CHOICE (widget);
  GtkListBoxRow *first;

  if (gtk_widget_get_visible (GTK_WIDGET (self->search_entry)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  first = gtk_list_box_get_row_at_index (self->list_box, 0);
  return first != NULL && gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
lanyard_workspace_choice_dispose (GObject *object)
{
  LanyardWorkspaceChoice *self = LANYARD_WORKSPACE_CHOICE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_WORKSPACE_CHOICE);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (lanyard_workspace_choice_parent_class)->dispose (object);
}

static void
lanyard_workspace_choice_class_init (LanyardWorkspaceChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_workspace_choice_dispose;
  widget_class->grab_focus = lanyard_workspace_choice_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, LANYARD_TYPE_CONNECTION);
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-workspace-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceChoice, scroller);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceChoice, count_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceChoice, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceChoice, list_box);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceChoice, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return lanyard_workspace_row_new (item);
}

static void
lanyard_workspace_choice_init (LanyardWorkspaceChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_listed, self, NULL));
  self->found = gtk_filter_list_model_new (NULL, self->filter);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->found), create_row, NULL, NULL);
}

/**
 * lanyard_workspace_choice_set_workspaces:
 * @self: the choice
 * @workspaces: (nullable): a list of LanyardConnection
 *
 * Shows what there is to choose from.
 */
void
lanyard_workspace_choice_set_workspaces (LanyardWorkspaceChoice *self,
                                         GListModel             *workspaces)
{
  guint n = workspaces != NULL ? g_list_model_get_n_items (workspaces) : 0;
  g_autofree char *count = g_strdup_printf (ngettext ("This personal access token has access to %u workspace.",
                                                      "This personal access token has access to %u workspaces.", n), n);

  g_return_if_fail (LANYARD_IS_WORKSPACE_CHOICE (self));

  gtk_label_set_label (self->count_label, count);
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), n >= MIN_TO_SEARCH);
  gtk_filter_list_model_set_model (self->found, workspaces);
}
