/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who holds what: the links between users and credentials, right in whichever order they arrive. */
#include "lanyard-directory-private.h"

/* The live list of what @user_id holds; made when it is first asked for. (transfer none) */
GListStore *
lanyard_directory_held (LanyardDirectory *self,
                        const char       *user_id)
{
  GListStore *held = g_hash_table_lookup (self->held, user_id);

  if (held == NULL)
    {
      held = g_list_store_new (SEAM_TYPE_CREDENTIAL);
      g_hash_table_insert (self->held, g_strdup (user_id), held);
    }
  return held;
}

static void
count (LanyardDirectory *self,
       const char       *user_id)
{
  SeamUser *user = lanyard_store_lookup (self->users, user_id);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (lanyard_directory_held (self, user_id)));

  if (user == NULL || seam_user_get_n_credentials (user) == n)
    return;
  seam_user_set_n_credentials (user, n);
  lanyard_store_touch (self->users, SEAM_RECORD (user));
}

static void
unlink_credential (LanyardDirectory *self,
                   SeamCredential   *credential)
{
  g_autofree char *user_id = NULL;
  GListStore *held;
  guint position;

  if (!g_hash_table_steal_extended (self->linked, credential, NULL, (gpointer *) &user_id))
    return;
  held = lanyard_directory_held (self, user_id);
  if (g_list_store_find (held, credential, &position))
    g_list_store_remove (held, position);
  count (self, user_id);
}

static void
link_credential (LanyardDirectory *self,
                 SeamCredential   *credential)
{
  const char *user_id = seam_credential_get_user_id (credential);
  SeamUser *holder = lanyard_store_lookup (self->users, user_id);

  if (g_strcmp0 (g_hash_table_lookup (self->linked, credential), user_id) != 0)
    {
      unlink_credential (self, credential);
      if (user_id != NULL)
        {
          g_hash_table_insert (self->linked, credential, g_strdup (user_id));
          g_list_store_append (lanyard_directory_held (self, user_id), credential);
          count (self, user_id);
        }
    }
  if (seam_credential_get_holder (credential) == holder)
    return;
  seam_credential_set_holder (credential, holder);
  lanyard_store_touch (self->credentials, SEAM_RECORD (credential));
}

static void
relink_held_by (LanyardDirectory *self,
                const char       *user_id)
{
  GListModel *held = g_hash_table_lookup (self->held, user_id);

  for (guint i = 0; held != NULL && i < g_list_model_get_n_items (held); i++)
    {
      g_autoptr (SeamCredential) credential = g_list_model_get_item (held, i);

      link_credential (self, credential);
    }
}

void
lanyard_directory_take_users (LanyardDirectory *self,
                              GPtrArray        *users)
{
  lanyard_store_take_page (self->users, users);
  for (guint i = 0; i < users->len; i++)
    {
      const char *id = seam_record_get_id (users->pdata[i]);

      if (!g_hash_table_contains (self->held, id))
        continue;
      count (self, id);
      relink_held_by (self, id);
    }
  lanyard_directory_notify_counts (self);
}

void
lanyard_directory_take_credentials (LanyardDirectory *self,
                                    GPtrArray        *credentials)
{
  lanyard_store_take_page (self->credentials, credentials);
  for (guint i = 0; i < credentials->len; i++)
    link_credential (self, lanyard_store_lookup (self->credentials, seam_record_get_id (credentials->pdata[i])));
  lanyard_directory_notify_counts (self);
}

void
lanyard_directory_take_credential (LanyardDirectory *self,
                                   SeamCredential   *credential)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new ();

  g_ptr_array_add (page, credential);
  lanyard_directory_take_credentials (self, page);
}

void
lanyard_directory_remove_users (LanyardDirectory *self,
                                GPtrArray        *users)
{
  lanyard_store_remove (self->users, users);
  for (guint i = 0; i < users->len; i++)
    relink_held_by (self, seam_record_get_id (users->pdata[i]));
  lanyard_directory_notify_counts (self);
}

void
lanyard_directory_remove_credentials (LanyardDirectory *self,
                                      GPtrArray        *credentials)
{
  for (guint i = 0; i < credentials->len; i++)
    unlink_credential (self, credentials->pdata[i]);
  lanyard_store_remove (self->credentials, credentials);
  lanyard_directory_notify_counts (self);
}
