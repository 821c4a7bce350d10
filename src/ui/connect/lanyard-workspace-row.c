/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace in a list to choose from: its name, whose it is, and what kind it is. */
#include "lanyard-workspace-row.h"

#include <glib/gi18n.h>

#include "lanyard-kind-label.h"
#include "lanyard-ui.h"

struct _LanyardWorkspaceRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  LanyardKindLabel *kind_label;
  GtkWidget *current_image;
  GtkWidget *remove_button;

  LanyardConnection *connection;
  gboolean is_current;
};

G_DEFINE_FINAL_TYPE (LanyardWorkspaceRow, lanyard_workspace_row, GTK_TYPE_LIST_BOX_ROW)

static void
lanyard_workspace_row_dispose (GObject *object)
{
  LanyardWorkspaceRow *self = LANYARD_WORKSPACE_ROW (object);

  g_clear_object (&self->connection);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_WORKSPACE_ROW);

  G_OBJECT_CLASS (lanyard_workspace_row_parent_class)->dispose (object);
}

static void
lanyard_workspace_row_class_init (LanyardWorkspaceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_workspace_row_dispose;

  g_type_ensure (LANYARD_TYPE_KIND_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-workspace-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceRow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceRow, current_image);
  gtk_widget_class_bind_template_child (widget_class, LanyardWorkspaceRow, remove_button);
}

static void
lanyard_workspace_row_init (LanyardWorkspaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* All that the row shows, as a screen reader says it. */
static void
update_accessible_label (LanyardWorkspaceRow *self)
{
  const char *subtitle = gtk_label_get_label (self->subtitle_label);
  g_autoptr (GString) text = g_string_new (gtk_label_get_label (self->title_label));

  if (*subtitle != '\0')
    g_string_append_printf (text, ", %s", subtitle);
  g_string_append_printf (text, ", %s", lanyard_workspace_kind_text (lanyard_connection_get_kind (self->connection)));
  if (self->is_current)
    g_string_append_printf (text, ", %s", C_("workspace", "currently open"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

/**
 * lanyard_workspace_row_new:
 * @connection: a workspace
 *
 * Returns: (transfer full): a row for it
 */
GtkWidget *
lanyard_workspace_row_new (LanyardConnection *connection)
{
  LanyardWorkspaceRow *self;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (LANYARD_IS_CONNECTION (connection), NULL);

  title = lanyard_connection_title (connection);
  subtitle = lanyard_connection_subtitle (connection);
  self = g_object_new (LANYARD_TYPE_WORKSPACE_ROW, NULL);
  self->connection = g_object_ref (connection);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->subtitle_label, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle_label), subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), *subtitle != '\0');
  lanyard_kind_label_set_kind (self->kind_label, lanyard_connection_get_kind (connection));
  update_accessible_label (self);

  return GTK_WIDGET (self);
}

/**
 * lanyard_workspace_row_get_connection:
 * @self: a row
 *
 * Returns: (transfer none): the workspace that it is for
 */
LanyardConnection *
lanyard_workspace_row_get_connection (LanyardWorkspaceRow *self)
{
  g_return_val_if_fail (LANYARD_IS_WORKSPACE_ROW (self), NULL);

  return self->connection;
}

/**
 * lanyard_workspace_row_set_current:
 * @self: a row
 * @current: whether it is the workspace that is open
 *
 * Puts a tick to the workspace that is open, and keeps room for one in the rows of the others.
 */
void
lanyard_workspace_row_set_current (LanyardWorkspaceRow *self,
                                   gboolean             current)
{
  g_return_if_fail (LANYARD_IS_WORKSPACE_ROW (self));

  self->is_current = current;
  gtk_widget_set_opacity (self->current_image, current ? 1 : 0);
  gtk_widget_set_visible (self->current_image, TRUE);
  update_accessible_label (self);
}

/**
 * lanyard_workspace_row_set_removable:
 * @self: a row
 * @removable: whether it can be signed out of here
 *
 * Shows a button to sign out of the workspace.
 */
void
lanyard_workspace_row_set_removable (LanyardWorkspaceRow *self,
                                     gboolean             removable)
{
  g_autofree char *text = NULL;

  g_return_if_fail (LANYARD_IS_WORKSPACE_ROW (self));

  /* Translators: %s is the name of a workspace */
  text = g_strdup_printf (_("Sign Out of “%s”…"), gtk_label_get_label (self->title_label));
  gtk_widget_set_tooltip_text (self->remove_button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "(ss)",
                                    lanyard_connection_get_endpoint (self->connection),
                                    lanyard_connection_get_workspace_id (self->connection));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove_button), removable ? "workspace.forget" : NULL);
  gtk_widget_set_visible (self->remove_button, removable);
}
