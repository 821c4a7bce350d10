/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who holds what: the links between users and credentials, right in whichever order they arrive. */
#include "lanyard-directory-private.h"

/* What one user holds. */
struct _LanyardHeld
{
  char       *user_id;
  GSList     *credentials; /* SeamCredential, not owned: they are in the store */
  guint       n;
  GListStore *shown;       /* NULL until somebody asks for a live list */
};

void
lanyard_held_free (gpointer data)
{
  LanyardHeld *held = data;

  g_slist_free (held->credentials);
  g_clear_object (&held->shown);
  g_free (held->user_id);
  g_free (held);
}

static LanyardHeld *
get_held (LanyardDirectory *self,
          const char       *user_id)
{
  LanyardHeld *held = g_hash_table_lookup (self->held, user_id);

  if (held == NULL)
    {
      held = g_new0 (LanyardHeld, 1);
      held->user_id = g_strdup (user_id);
      g_hash_table_insert (self->held, held->user_id, held);
    }
  return held;
}

/* The live list of what @user_id holds; made when it is first asked for. (transfer none) */
GListStore *
lanyard_directory_held (LanyardDirectory *self,
                        const char       *user_id)
{
  LanyardHeld *held = get_held (self, user_id);

  if (held->shown == NULL)
    {
      held->shown = g_list_store_new (SEAM_TYPE_CREDENTIAL);
      for (GSList *l = held->credentials; l != NULL; l = l->next)
        g_list_store_insert (held->shown, 0, l->data);
    }
  return held->shown;
}

static void
add (LanyardHeld    *held,
     SeamCredential *credential)
{
  held->credentials = g_slist_prepend (held->credentials, credential);
  held->n++;
  if (held->shown != NULL)
    g_list_store_append (held->shown, credential);
}

static void
take_out (LanyardHeld    *held,
          SeamCredential *credential)
{
  guint position;

  held->credentials = g_slist_remove (held->credentials, credential);
  held->n--;
  if (held->shown != NULL && g_list_store_find (held->shown, credential, &position))
    g_list_store_remove (held->shown, position);
}

static void
count (LanyardDirectory *self,
       LanyardHeld      *held)
{
  SeamUser *user = lanyard_store_lookup (self->users, held->user_id);

  if (user == NULL || seam_user_get_n_credentials (user) == held->n)
    return;
  seam_user_set_n_credentials (user, held->n);
  lanyard_store_relink (self->users, SEAM_RECORD (user), NULL);
}

static void
unlink_credential (LanyardDirectory *self,
                   SeamCredential   *credential)
{
  LanyardHeld *held;

  if (!g_hash_table_steal_extended (self->linked, credential, NULL, (gpointer *) &held))
    return;
  take_out (held, credential);
  count (self, held);
}

/* The user that @credential names, or else the one of its identity, if that is known. */
static const char *
find_user_id (LanyardDirectory *self,
              SeamCredential   *credential)
{
  const char *user_id = seam_credential_get_user_id (credential);
  SeamUser *user = user_id == NULL ? lanyard_identities_find_user (self->identities, credential) : NULL;

  return user != NULL ? seam_record_get_id (SEAM_RECORD (user)) : user_id;
}

/* lanyard_directory_get_holder_id:
 * @self: a directory
 * @credential: a credential, of the store or as it was just read
 *
 * Returns: (nullable): who has it: a user's id, or that of an identity whose user isn't known; %NULL: nobody */
const char *
lanyard_directory_get_holder_id (LanyardDirectory *self,
                                 SeamCredential   *credential)
{
  const char *user_id = find_user_id (self, credential);

  return user_id != NULL ? user_id : seam_credential_get_identity_id (credential);
}

static void
link_credential (LanyardDirectory *self,
                 SeamCredential   *credential)
{
  const char *user_id = find_user_id (self, credential);
  LanyardHeld *held = g_hash_table_lookup (self->linked, credential);
  LanyardKey *holder;

  if (g_strcmp0 (held != NULL ? held->user_id : NULL, user_id) != 0)
    {
      unlink_credential (self, credential);
      if (user_id != NULL)
        {
          held = get_held (self, user_id);
          g_hash_table_insert (self->linked, credential, held);
          add (held, credential);
          count (self, held);
        }
    }
  holder = lanyard_store_lookup_key (self->users, user_id);
  seam_credential_set_holder (credential, holder != NULL ? SEAM_USER (holder->record) : NULL);
  lanyard_store_relink (self->credentials, SEAM_RECORD (credential), holder);
}

/* What @user holds says who that is, and is sorted by it; what is held through their identity as well. */
static void
relink_held_by (LanyardDirectory *self,
                SeamUser         *user)
{
  LanyardHeld *held = g_hash_table_lookup (self->held, seam_record_get_id (SEAM_RECORD (user)));
  g_autoptr (GSList) credentials = lanyard_identities_dup_credentials (self->identities, user);

  if (held != NULL)
    {
      count (self, held);
      credentials = g_slist_concat (g_slist_copy (held->credentials), credentials);
    }
  for (GSList *l = credentials; l != NULL; l = l->next)
    link_credential (self, l->data);
}

/* Those of @keys that are known may be about to change whose they are.
 *
 * Returns: (transfer container) (element-type SeamCredential): what may have another holder after that, if they are
 *   users */
static GSList *
forget_identities (LanyardDirectory *self,
                   LanyardStore     *store,
                   GPtrArray        *keys)
{
  GSList *credentials = NULL;

  if (lanyard_identities_is_empty (self->identities))
    return NULL;
  for (guint i = 0; i < keys->len; i++)
    {
      SeamRecord *known = lanyard_store_lookup (store, seam_record_get_id (((LanyardKey *) keys->pdata[i])->record));

      if (known == NULL)
        continue;
      if (SEAM_IS_USER (known))
        credentials = g_slist_concat (lanyard_identities_dup_credentials (self->identities, SEAM_USER (known)),
                                      credentials);
      lanyard_identities_remove (self->identities, known);
    }
  return credentials;
}

static void
commit (LanyardDirectory *self)
{
  lanyard_store_commit (self->users);
  lanyard_store_commit (self->credentials);
  lanyard_directory_notify_counts (self);
}

/* lanyard_directory_take_user_keys:
 * @self: a directory
 * @keys: (element-type LanyardKey): of users as the server gave them */
void
lanyard_directory_take_user_keys (LanyardDirectory *self,
                                  GPtrArray        *keys)
{
  g_autoptr (GSList) credentials = forget_identities (self, self->users, keys);

  lanyard_store_take_keys (self->users, keys);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *id = seam_record_get_id (((LanyardKey *) keys->pdata[i])->record);
      SeamUser *user = lanyard_store_lookup (self->users, id);

      lanyard_identities_add (self->identities, SEAM_RECORD (user));
      relink_held_by (self, user);
    }
  for (GSList *l = credentials; l != NULL; l = l->next)
    link_credential (self, l->data);
  commit (self);
}

/* A write of @credential_id was answered: what was read before that is out of date, however late it arrives. */
void
lanyard_directory_credential_written (LanyardDirectory *self,
                                      const char       *credential_id)
{
  self->n_writes++;
  g_hash_table_insert (self->written, g_strdup (credential_id), g_memdup2 (&self->n_writes, sizeof self->n_writes));
}

static gboolean
is_outdated (LanyardDirectory *self,
             const char       *credential_id,
             guint64           asked_at)
{
  guint64 *written_at = g_hash_table_lookup (self->written, credential_id);

  return written_at != NULL && *written_at > asked_at;
}

/* lanyard_directory_take_credential_keys:
 * @self: a directory
 * @keys: (element-type LanyardKey): of credentials as the server gave them
 * @asked_at: n_writes when they were asked for */
void
lanyard_directory_take_credential_keys (LanyardDirectory *self,
                                        GPtrArray        *keys,
                                        guint64           asked_at)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  for (guint i = 0; i < keys->len; i++)
    {
      const char *id = seam_record_get_id (((LanyardKey *) keys->pdata[i])->record);

      if (!is_outdated (self, id, asked_at) || !lanyard_store_see (self->credentials, id))
        g_ptr_array_add (fresh, keys->pdata[i]);
    }
  keys = fresh;
  forget_identities (self, self->credentials, keys);
  lanyard_store_take_keys (self->credentials, keys);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *id = seam_record_get_id (((LanyardKey *) keys->pdata[i])->record);
      SeamCredential *credential = lanyard_store_lookup (self->credentials, id);

      lanyard_identities_add (self->identities, SEAM_RECORD (credential));
      lanyard_credential_note_sync (credential);
      link_credential (self, credential);
    }
  commit (self);
}

void
lanyard_directory_take_users (LanyardDirectory *self,
                              GPtrArray        *users)
{
  g_autoptr (GPtrArray) keys = lanyard_keys_of_records (users);

  lanyard_directory_take_user_keys (self, keys);
}

void
lanyard_directory_take_credentials (LanyardDirectory *self,
                                    GPtrArray        *credentials,
                                    guint64           asked_at)
{
  g_autoptr (GPtrArray) keys = lanyard_keys_of_records (credentials);

  lanyard_directory_take_credential_keys (self, keys, asked_at);
}

void
lanyard_directory_take_credential (LanyardDirectory *self,
                                   SeamCredential   *credential,
                                   guint64           asked_at)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new ();

  g_ptr_array_add (page, credential);
  lanyard_directory_take_credentials (self, page, asked_at);
}

void
lanyard_directory_remove_users (LanyardDirectory *self,
                                GPtrArray        *users)
{
  for (guint i = 0; i < users->len; i++)
    lanyard_identities_remove (self->identities, users->pdata[i]);
  lanyard_store_remove (self->users, users);
  for (guint i = 0; i < users->len; i++)
    relink_held_by (self, users->pdata[i]);
  commit (self);
}

void
lanyard_directory_remove_credentials (LanyardDirectory *self,
                                      GPtrArray        *credentials)
{
  for (guint i = 0; i < credentials->len; i++)
    {
      unlink_credential (self, credentials->pdata[i]);
      lanyard_identities_remove (self->identities, credentials->pdata[i]);
    }
  lanyard_store_remove (self->credentials, credentials);
  commit (self);
}
