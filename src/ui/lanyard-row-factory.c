/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the rows of the long lists. */
#include "lanyard-row-factory.h"

#include "lanyard-credential-row.h"
#include "lanyard-user-row.h"

static void
on_setup_user (GtkListItemFactory *factory,
               GtkListItem        *list_item)
{
  gtk_list_item_set_child (list_item, lanyard_user_row_new ());
}

static void
on_setup_credential (GtkListItemFactory *factory,
                     GtkListItem        *list_item)
{
  gtk_list_item_set_child (list_item, lanyard_credential_row_new (FALSE));
}

static void
on_setup_offer (GtkListItemFactory *factory,
                GtkListItem        *list_item)
{
  gtk_list_item_set_child (list_item, lanyard_credential_row_new (TRUE));
}

static void
on_bind_user (GtkListItemFactory *factory,
              GtkListItem        *list_item)
{
  lanyard_user_row_set_item (LANYARD_USER_ROW (gtk_list_item_get_child (list_item)),
                             gtk_list_item_get_item (list_item));
}

static void
on_bind_credential (GtkListItemFactory *factory,
                    GtkListItem        *list_item)
{
  lanyard_credential_row_set_item (LANYARD_CREDENTIAL_ROW (gtk_list_item_get_child (list_item)),
                                   gtk_list_item_get_item (list_item));
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *list_item)
{
  g_object_set (gtk_list_item_get_child (list_item), "item", NULL, NULL);
}

/**
 * lanyard_row_factory_new:
 * @kind: what the rows are of
 * @taking: whether choosing a credential takes it from who has it, which the row then says
 *
 * Returns: (transfer full): a factory for a #GtkListView
 */
GtkListItemFactory *
lanyard_row_factory_new (LanyardListKind kind,
                         gboolean        taking)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  if (kind == LANYARD_LIST_KIND_USERS)
    {
      g_signal_connect (factory, "setup", G_CALLBACK (on_setup_user), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind_user), NULL);
    }
  else
    {
      g_signal_connect (factory, "setup", G_CALLBACK (taking ? on_setup_offer : on_setup_credential), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind_credential), NULL);
    }
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);

  return factory;
}
