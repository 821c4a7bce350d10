/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the lines of the activity into the rows of a list view. */
#include "lanyard-activity-rows.h"

#include "lanyard-activity-row.h"

struct _LanyardActivityRows
{
  GObject parent_instance;

  LanyardChanges *changes;
};

G_DEFINE_FINAL_TYPE (LanyardActivityRows, lanyard_activity_rows, G_TYPE_OBJECT)

static void
on_setup (LanyardActivityRows *self,
          GtkListItem         *list_item)
{
  gtk_list_item_set_child (list_item, lanyard_activity_row_new ());
}

static void
on_bind (LanyardActivityRows *self,
         GtkListItem         *list_item)
{
  lanyard_activity_row_set_item (LANYARD_ACTIVITY_ROW (gtk_list_item_get_child (list_item)),
                                 gtk_list_item_get_item (list_item), self->changes);
}

static void
on_unbind (LanyardActivityRows *self,
           GtkListItem         *list_item)
{
  lanyard_activity_row_set_item (LANYARD_ACTIVITY_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
}

/**
 * lanyard_activity_rows_serve:
 * @self: the rows
 * @view: where they are to be seen, and which does not outlive them
 *
 * Has @view get its rows here.
 */
void
lanyard_activity_rows_serve (LanyardActivityRows *self,
                             GtkListView         *view)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (LANYARD_IS_ACTIVITY_ROWS (self));
  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (view, factory);
}

/**
 * lanyard_activity_rows_set_changes:
 * @self: the rows
 * @changes: (nullable): what is done to the workspace of the lines that are bound from now on
 */
void
lanyard_activity_rows_set_changes (LanyardActivityRows *self,
                                   LanyardChanges      *changes)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_ROWS (self));

  g_set_object (&self->changes, changes);
}

/**
 * lanyard_activity_rows_focus:
 * @view: a list view with such rows
 * @item: a line that is in view
 *
 * Puts the focus on the row of @item. GTK 4.8 has no way to ask for that, but its rows are the view's children.
 */
void
lanyard_activity_rows_focus (GtkListView         *view,
                             LanyardActivityItem *item)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (LANYARD_IS_ACTIVITY_ROW (child) && lanyard_activity_row_get_item (LANYARD_ACTIVITY_ROW (child)) == item)
        {
          gtk_widget_grab_focus (row);
          return;
        }
    }
}

static void
lanyard_activity_rows_finalize (GObject *object)
{
  g_clear_object (&LANYARD_ACTIVITY_ROWS (object)->changes);

  G_OBJECT_CLASS (lanyard_activity_rows_parent_class)->finalize (object);
}

static void
lanyard_activity_rows_class_init (LanyardActivityRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_activity_rows_finalize;
}

static void
lanyard_activity_rows_init (LanyardActivityRows *self)
{
}

/**
 * lanyard_activity_rows_new:
 *
 * Returns: (transfer full): rows without a workspace
 */
LanyardActivityRows *
lanyard_activity_rows_new (void)
{
  return g_object_new (LANYARD_TYPE_ACTIVITY_ROWS, NULL);
}
