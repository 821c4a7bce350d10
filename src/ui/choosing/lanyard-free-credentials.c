/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which credentials are free to be handed out, and the next of them: by name, so that it is always the same one, and
 * none of them twice. */
#include "lanyard-free-credentials.h"

#include <string.h>

struct _LanyardFreeCredentials
{
  GObject parent_instance;

  GHashTable *piles; /* from pile_of() to a GPtrArray of LanyardKey, of which the last one is handed out next */
};

G_DEFINE_FINAL_TYPE (LanyardFreeCredentials, lanyard_free_credentials, G_TYPE_OBJECT)

static void
lanyard_free_credentials_finalize (GObject *object)
{
  g_hash_table_unref (LANYARD_FREE_CREDENTIALS (object)->piles);

  G_OBJECT_CLASS (lanyard_free_credentials_parent_class)->finalize (object);
}

static void
lanyard_free_credentials_class_init (LanyardFreeCredentialsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_free_credentials_finalize;
}

static void
lanyard_free_credentials_init (LanyardFreeCredentials *self)
{
  self->piles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * lanyard_credential_is_free:
 * @credential: a credential
 *
 * This alone decides what is handed out without being picked by hand: what nobody has or has lost, and will work.
 *
 * Returns: whether it is free to be handed out
 */
gboolean
lanyard_credential_is_free (SeamCredential *credential)
{
  SeamRecord *record = SEAM_RECORD (credential);

  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), FALSE);

  /* The keys of single phones come and go with the credential that they belong to. */
  return !lanyard_record_is_assigned (record) && !seam_credential_get_busy (credential)
         && !seam_credential_get_lost (credential)
         && seam_credential_get_parent_id (credential) == NULL && !lanyard_record_is_being_deleted (record)
         && seam_record_get_errors (record) == NULL && !lanyard_record_needs_attention (record);
}

/* By name, and where those are the same by id, from the last to the first. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const LanyardKey *left = *(LanyardKey * const *) a;
  const LanyardKey *right = *(LanyardKey * const *) b;
  int order = strcmp (right->text, left->text);

  return order != 0 ? order : strcmp (seam_record_get_id (right->record), seam_record_get_id (left->record));
}

/* Returns: (transfer full): where those of a kind in an access system are */
static char *
pile_of (guint       method,
         const char *system_id)
{
  return g_strdup_printf ("%u:%s", method, system_id != NULL ? system_id : "");
}

static void
add (LanyardFreeCredentials *self,
     LanyardKey             *key)
{
  g_autofree char *name = pile_of (key->method, key->system_id);
  GPtrArray *pile = g_hash_table_lookup (self->piles, name);

  if (pile == NULL)
    {
      pile = lanyard_keys_new ();
      g_hash_table_insert (self->piles, g_steal_pointer (&name), pile);
    }
  g_ptr_array_add (pile, lanyard_key_ref (key));
}

/**
 * lanyard_free_credentials_new:
 * @directory: a workspace
 *
 * Returns: (transfer full): what is free in it now
 */
LanyardFreeCredentials *
lanyard_free_credentials_new (LanyardDirectory *directory)
{
  LanyardFreeCredentials *self;
  g_autoptr (GPtrArray) keys = NULL;
  GHashTableIter iter;
  gpointer pile;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);

  self = g_object_new (LANYARD_TYPE_FREE_CREDENTIALS, NULL);
  keys = lanyard_store_get_keys (lanyard_directory_get_credentials (directory));
  for (guint i = 0; i < keys->len; i++)
    if (lanyard_credential_is_free (SEAM_CREDENTIAL (((LanyardKey *) keys->pdata[i])->record)))
      add (self, keys->pdata[i]);
  g_hash_table_iter_init (&iter, self->piles);
  while (g_hash_table_iter_next (&iter, NULL, &pile))
    g_ptr_array_sort (pile, compare);

  return self;
}

/**
 * lanyard_free_credentials_count:
 * @self: what is free
 * @method: of which kind
 * @system_id: (nullable): in which access system
 *
 * Returns: how many are left
 */
guint
lanyard_free_credentials_count (LanyardFreeCredentials *self,
                                LanyardMethod           method,
                                const char             *system_id)
{
  g_autofree char *name = NULL;
  GPtrArray *pile;

  g_return_val_if_fail (LANYARD_IS_FREE_CREDENTIALS (self), 0);

  name = pile_of (method, system_id);
  pile = g_hash_table_lookup (self->piles, name);

  return pile != NULL ? pile->len : 0;
}

/**
 * lanyard_free_credentials_take:
 * @self: what is free
 * @method: of which kind
 * @system_id: (nullable): in which access system
 *
 * Returns: (transfer full) (nullable): the next one, which is not free any more; %NULL where there is none left
 */
SeamCredential *
lanyard_free_credentials_take (LanyardFreeCredentials *self,
                               LanyardMethod           method,
                               const char             *system_id)
{
  g_autofree char *name = NULL;
  g_autoptr (LanyardKey) key = NULL;
  GPtrArray *pile;

  g_return_val_if_fail (LANYARD_IS_FREE_CREDENTIALS (self), NULL);

  name = pile_of (method, system_id);
  pile = g_hash_table_lookup (self->piles, name);
  if (pile == NULL || pile->len == 0)
    return NULL;
  key = g_ptr_array_steal_index (pile, pile->len - 1);

  return SEAM_CREDENTIAL (g_object_ref (key->record));
}
