/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header's button that says which workspace is open, and of what kind, and leads to the others. */
#include "lanyard-workspace-button.h"

#include <glib/gi18n.h>

#include "lanyard-kind-label.h"
#include "lanyard-ui.h"
#include "lanyard-workspace-row.h"

#define MIN_NAME_CHARS 10

struct _LanyardWorkspaceButton
{
  GtkWidget parent_instance;

  GtkMenuButton *menu_button;
  GtkLabel *name_label;
  GtkWidget *none_image;
  LanyardKindLabel *kind_label;
  GtkPopover *popover;
  GtkListBox *list_box;
  GtkWidget *separator;
  GtkWidget *add_button;

  GListModel *connections;
  LanyardConnection *current;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (LanyardWorkspaceButton, lanyard_workspace_button, GTK_TYPE_WIDGET)

static gboolean
is_current (LanyardWorkspaceButton *self,
            LanyardConnection      *connection)
{
  return lanyard_connection_is_to (self->current, lanyard_connection_get_endpoint (connection),
                                   lanyard_connection_get_workspace_id (connection));
}

static void
add_row (LanyardWorkspaceButton *self,
         LanyardConnection      *connection,
         gboolean                saved)
{
  GtkWidget *row = lanyard_workspace_row_new (connection);

  lanyard_workspace_row_set_current (LANYARD_WORKSPACE_ROW (row), is_current (self, connection));
  lanyard_workspace_row_set_removable (LANYARD_WORKSPACE_ROW (row), saved);
  gtk_list_box_append (self->list_box, row);
}

/* Those that are saved; before them what is open without being saved, such as the demo. */
static void
fill_list (LanyardWorkspaceButton *self)
{
  guint n = self->connections != NULL ? g_list_model_get_n_items (self->connections) : 0;
  gboolean saved = self->current == NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_list_box_remove (self->list_box, row);

  for (guint i = 0; i < n && !saved; i++)
    {
      g_autoptr (LanyardConnection) connection = g_list_model_get_item (self->connections, i);

      saved = is_current (self, connection);
    }
  if (!saved)
    add_row (self, self->current, FALSE);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LanyardConnection) connection = g_list_model_get_item (self->connections, i);

      add_row (self, connection, TRUE);
    }
}

static void
on_shown (LanyardWorkspaceButton *self)
{
  fill_list (self);
  gtk_widget_child_focus (GTK_WIDGET (self->list_box), GTK_DIR_TAB_FORWARD);
}

static void
on_left (LanyardWorkspaceButton *self)
{
  gtk_popover_popdown (self->popover);
}

static void
on_row_activated (LanyardWorkspaceButton *self,
                  LanyardWorkspaceRow    *row)
{
  LanyardConnection *connection = lanyard_workspace_row_get_connection (row);

  gtk_popover_popdown (self->popover);
  if (!is_current (self, connection))
    gtk_widget_activate_action (GTK_WIDGET (self), "workspace.switch", "(ss)",
                                lanyard_connection_get_endpoint (connection),
                                lanyard_connection_get_workspace_id (connection));
}

/* In a narrow window the title has the name: the kind alone fits beside it. */
static void
update (LanyardWorkspaceButton *self)
{
  g_autofree char *name = self->current != NULL ? lanyard_connection_title (self->current)
                                                : g_strdup (_("Workspaces"));
  g_autofree char *text = NULL;

  gtk_label_set_label (self->name_label, name);
  /* The header gives its title all that nobody else insists on. */
  gtk_label_set_width_chars (self->name_label, MIN ((int) g_utf8_strlen (name, -1), MIN_NAME_CHARS));
  gtk_widget_set_visible (GTK_WIDGET (self->name_label), !self->narrow);
  gtk_widget_set_visible (self->none_image, self->narrow && self->current == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->kind_label), self->current != NULL);
  gtk_menu_button_set_always_show_arrow (self->menu_button, !self->narrow);
  if (self->current != NULL)
    {
      LanyardWorkspaceKind kind = lanyard_connection_get_kind (self->current);

      lanyard_kind_label_set_kind (self->kind_label, kind);
      /* Translators: the first %s is the name of a workspace, the second one its kind, such as Live or Sandbox */
      text = g_strdup_printf (_("Workspace: %s, %s"), name, lanyard_workspace_kind_text (kind));
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), text != NULL ? text : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : name, -1);
}

static void
lanyard_workspace_button_dispose (GObject *object)
{
  LanyardWorkspaceButton *self = LANYARD_WORKSPACE_BUTTON (object);

  g_clear_object (&self->connections);
  g_clear_object (&self->current);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_WORKSPACE_BUTTON);

  G_OBJECT_CLASS (lanyard_workspace_button_parent_class)->dispose (object);
}

static void
lanyard_workspace_button_class_init (LanyardWorkspaceButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_workspace_button_dispose;

  g_type_ensure (LANYARD_TYPE_KIND_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-workspace-button.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceButton, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceButton, name_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceButton, none_image);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceButton, kind_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceButton, popover);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceButton, list_box);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceButton, separator);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceButton, add_button);
  gtk_widget_class_bind_template_callback (widget_class, on_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_left);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
lanyard_workspace_button_init (LanyardWorkspaceButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * lanyard_workspace_button_set_connections:
 * @self: the button
 * @connections: (nullable): a list of LanyardConnection; %NULL where others can't be opened
 *
 * Offers to open the workspaces that are saved, and to add one.
 */
void
lanyard_workspace_button_set_connections (LanyardWorkspaceButton *self,
                                          GListModel             *connections)
{
  g_return_if_fail (LANYARD_IS_WORKSPACE_BUTTON (self));

  g_set_object (&self->connections, connections);
  gtk_widget_set_visible (self->separator, connections != NULL);
  gtk_widget_set_visible (self->add_button, connections != NULL);
}

/**
 * lanyard_workspace_button_set_current:
 * @self: the button
 * @current: (nullable): the workspace that is open
 *
 * Shows which workspace is open.
 */
void
lanyard_workspace_button_set_current (LanyardWorkspaceButton *self,
                                      LanyardConnection      *current)
{
  g_return_if_fail (LANYARD_IS_WORKSPACE_BUTTON (self));

  if (g_set_object (&self->current, current))
    update (self);
}

/**
 * lanyard_workspace_button_set_narrow:
 * @self: the button
 * @narrow: whether there is little room
 *
 * Leaves the workspace's name out, but never its kind.
 */
void
lanyard_workspace_button_set_narrow (LanyardWorkspaceButton *self,
                                     gboolean                narrow)
{
  g_return_if_fail (LANYARD_IS_WORKSPACE_BUTTON (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  update (self);
}

/**
 * lanyard_workspace_button_popup:
 * @self: the button
 *
 * Shows the workspaces.
 */
void
lanyard_workspace_button_popup (LanyardWorkspaceButton *self)
{
  g_return_if_fail (LANYARD_IS_WORKSPACE_BUTTON (self));

  gtk_menu_button_popup (self->menu_button);
}

/**
 * lanyard_workspace_button_popdown:
 * @self: the button
 *
 * Puts the workspaces away.
 */
void
lanyard_workspace_button_popdown (LanyardWorkspaceButton *self)
{
  g_return_if_fail (LANYARD_IS_WORKSPACE_BUTTON (self));

  gtk_menu_button_popdown (self->menu_button);
}
