/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the rows of the long lists. */
#include "lanyard-row-factory.h"

#include "lanyard-row-slot.h"

static void
show_selected (GtkListItem *list_item)
{
  lanyard_row_slot_set_selected (LANYARD_ROW_SLOT (gtk_list_item_get_child (list_item)),
                                 gtk_list_item_get_selected (list_item));
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          LanyardRowFiller   *filler)
{
  gtk_list_item_set_child (list_item, lanyard_row_slot_new (filler));
  g_signal_connect (list_item, "notify::selected", G_CALLBACK (show_selected), NULL);
}

static void
on_teardown (GtkListItemFactory *factory,
             GtkListItem        *list_item)
{
  g_signal_handlers_disconnect_by_func (list_item, show_selected, NULL);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *list_item)
{
  lanyard_row_slot_set_item (LANYARD_ROW_SLOT (gtk_list_item_get_child (list_item)),
                             gtk_list_item_get_item (list_item));
  show_selected (list_item);
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *list_item)
{
  lanyard_row_slot_set_item (LANYARD_ROW_SLOT (gtk_list_item_get_child (list_item)), NULL);
}

/**
 * lanyard_row_factory_new:
 * @filler: what fills the rows
 *
 * Returns: (transfer full): a factory for one #GtkListView
 */
GtkListItemFactory *
lanyard_row_factory_new (LanyardRowFiller *filler)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), g_object_ref (filler),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  g_signal_connect (factory, "teardown", G_CALLBACK (on_teardown), NULL);

  return factory;
}
