/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which users are the same person across access systems, and which credentials name only that person. */
#include "lanyard-identities.h"

/* One person. The records are not owned: they are in the stores. */
typedef struct
{
  char   *id;
  GSList *users;       /* SeamUser, hardly more than one for each access system */
  GSList *credentials; /* SeamCredential that name no user */
  GListStore *shown;   /* SeamUser as told; NULL until somebody asks for a live list */
} Identity;

struct _LanyardIdentities
{
  GHashTable *by_id;   /* the identity's own id -> Identity */
  GHashTable *changed; /* Identity that are shown, and have other users by now */
};

static void
identity_free (gpointer data)
{
  Identity *identity = data;

  g_slist_free (identity->users);
  g_slist_free (identity->credentials);
  g_clear_object (&identity->shown);
  g_free (identity->id);
  g_free (identity);
}

/* lanyard_identities_new:
 *
 * Returns: (transfer full): nobody's */
LanyardIdentities *
lanyard_identities_new (void)
{
  LanyardIdentities *self = g_new0 (LanyardIdentities, 1);

  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, identity_free);
  self->changed = g_hash_table_new (NULL, NULL);
  return self;
}

void
lanyard_identities_free (LanyardIdentities *self)
{
  g_hash_table_unref (self->changed);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

/* lanyard_identities_is_empty:
 * @self: the identities
 *
 * Returns: whether no record names one */
gboolean
lanyard_identities_is_empty (LanyardIdentities *self)
{
  return g_hash_table_size (self->by_id) == 0;
}

/* Of a credential that names a user, that is who has it, whatever identity it names as well. */
static const char *
identity_id_of (SeamRecord *record)
{
  if (SEAM_IS_USER (record))
    return seam_user_get_identity_id (SEAM_USER (record));
  if (seam_credential_get_user_id (SEAM_CREDENTIAL (record)) != NULL)
    return NULL;
  return seam_credential_get_identity_id (SEAM_CREDENTIAL (record));
}

static Identity *
look_up (LanyardIdentities *self,
         const char        *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

static void
note_changed (LanyardIdentities *self,
              Identity          *identity,
              SeamRecord        *record)
{
  if (identity->shown != NULL && SEAM_IS_USER (record))
    g_hash_table_add (self->changed, identity);
}

static GSList **
list_for (Identity   *identity,
          SeamRecord *record)
{
  return SEAM_IS_USER (record) ? &identity->users : &identity->credentials;
}

/* lanyard_identities_add:
 * @self: the identities
 * @record: (transfer none): a user or a credential of a store
 *
 * Notes whose it is, if it says so; once. It has to be taken out again before that changes. */
void
lanyard_identities_add (LanyardIdentities *self,
                        SeamRecord        *record)
{
  const char *id = identity_id_of (record);
  Identity *identity = look_up (self, id);
  GSList **list;

  if (id == NULL)
    return;
  if (identity == NULL)
    {
      identity = g_new0 (Identity, 1);
      identity->id = g_strdup (id);
      g_hash_table_insert (self->by_id, identity->id, identity);
    }
  list = list_for (identity, record);
  if (g_slist_find (*list, record) == NULL)
    *list = g_slist_prepend (*list, record);
  note_changed (self, identity, record);
}

/* lanyard_identities_remove:
 * @self: the identities
 * @record: a user or a credential that is to change or to go */
void
lanyard_identities_remove (LanyardIdentities *self,
                           SeamRecord        *record)
{
  Identity *identity = look_up (self, identity_id_of (record));
  GSList **list;

  if (identity == NULL)
    return;
  list = list_for (identity, record);
  *list = g_slist_remove (*list, record);
  note_changed (self, identity, record);
  if (identity->users == NULL && identity->credentials == NULL && identity->shown == NULL)
    g_hash_table_remove (self->by_id, identity->id);
}

/* lanyard_identities_find_user:
 * @self: the identities
 * @credential: a credential
 *
 * Returns: (transfer none) (nullable): the user of the identity that @credential names in place of a user, in its
 *   access system. When there are two, which of them has it is not known */
SeamUser *
lanyard_identities_find_user (LanyardIdentities *self,
                              SeamCredential    *credential)
{
  Identity *identity = look_up (self, identity_id_of (SEAM_RECORD (credential)));
  SeamUser *found = NULL;

  for (GSList *l = identity != NULL ? identity->users : NULL; l != NULL; l = l->next)
    {
      if (seam_user_get_system_id (l->data) != seam_credential_get_system_id (credential))
        continue;
      if (found != NULL)
        return NULL;
      found = l->data;
    }
  return found;
}

/* lanyard_identities_dup_credentials:
 * @self: the identities
 * @user: a user
 *
 * Returns: (transfer container) (element-type SeamCredential): what names only the identity of @user */
GSList *
lanyard_identities_dup_credentials (LanyardIdentities *self,
                                    SeamUser          *user)
{
  Identity *identity = look_up (self, seam_user_get_identity_id (user));

  return identity != NULL ? g_slist_copy (identity->credentials) : NULL;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (seam_record_get_id ((SeamRecord *) a), seam_record_get_id ((SeamRecord *) b));
}

static gboolean
is_as_told (Identity  *identity,
            GPtrArray *users)
{
  GListModel *shown = G_LIST_MODEL (identity->shown);

  if (g_list_model_get_n_items (shown) != users->len)
    return FALSE;
  for (guint i = 0; i < users->len; i++)
    {
      g_autoptr (SeamUser) user = g_list_model_get_item (shown, i);

      if (user != users->pdata[i])
        return FALSE;
    }
  return TRUE;
}

/* In an order that stays, so that nothing moves where nothing has changed. */
static void
tell (Identity *identity)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new ();

  identity->users = g_slist_sort (identity->users, compare_ids);
  for (GSList *l = identity->users; l != NULL; l = l->next)
    g_ptr_array_add (users, l->data);
  if (!is_as_told (identity, users))
    g_list_store_splice (identity->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (identity->shown)), users->pdata,
                         users->len);
}

/* lanyard_identities_list_users:
 * @self: the identities
 * @user: a user of the store
 *
 * Returns: (transfer none) (nullable): a live list of the #SeamUser that are the same person, @user among them; %NULL
 *   where nothing says who that is */
GListModel *
lanyard_identities_list_users (LanyardIdentities *self,
                               SeamUser          *user)
{
  Identity *identity = look_up (self, seam_user_get_identity_id (user));

  if (identity == NULL)
    return NULL;
  if (identity->shown == NULL)
    {
      identity->shown = g_list_store_new (SEAM_TYPE_USER);
      tell (identity);
    }
  return G_LIST_MODEL (identity->shown);
}

/* lanyard_identities_commit:
 * @self: the identities
 *
 * Has the live lists say what was added and removed since. */
void
lanyard_identities_commit (LanyardIdentities *self)
{
  GHashTableIter iter;
  gpointer identity;

  g_hash_table_iter_init (&iter, self->changed);
  while (g_hash_table_iter_next (&iter, &identity, NULL))
    tell (identity);
  g_hash_table_remove_all (self->changed);
}
