/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who holds what: the links between users and credentials, right in whichever order they arrive. */
#include "lanyard-holdings.h"

#include <string.h>

#include "lanyard-drop.h"
#include "lanyard-identities.h"
#include "lanyard-writes.h"

/* What one user holds. */
typedef struct
{
  char       *user_id;
  GSList     *credentials; /* SeamCredential, not owned: they are in the store */
  guint       n;
  GListStore *shown;       /* NULL until somebody asks for a live list */
} Held;

struct _LanyardHoldings
{
  GObject parent_instance;

  LanyardStore      *users;
  LanyardStore      *credentials;
  LanyardIdentities *identities;
  GHashTable        *held;     /* user id -> Held */
  GHashTable        *linked;   /* SeamCredential -> the Held that it is in */
  LanyardWrites     *writes;
  guint              n_users;  /* as told last */
  guint              n_credentials;
};

enum
{
  PROP_N_USERS = 1,
  PROP_N_CREDENTIALS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LanyardHoldings, lanyard_holdings, G_TYPE_OBJECT)

static void
held_free (gpointer data)
{
  Held *held = data;

  g_slist_free (held->credentials);
  g_clear_object (&held->shown);
  g_free (held->user_id);
  g_free (held);
}

static void
lanyard_holdings_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LanyardHoldings *self = LANYARD_HOLDINGS (object);

  switch (id)
    {
    case PROP_N_USERS:
      g_value_set_uint (value, lanyard_store_get_n_records (self->users));
      break;
    case PROP_N_CREDENTIALS:
      g_value_set_uint (value, lanyard_store_get_n_records (self->credentials));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_holdings_finalize (GObject *object)
{
  LanyardHoldings *self = LANYARD_HOLDINGS (object);

  g_hash_table_unref (self->linked);
  lanyard_drop_values (self->held, held_free);
  g_hash_table_unref (self->held);
  lanyard_identities_free (self->identities);
  lanyard_writes_free (self->writes);
  g_clear_object (&self->users);
  g_clear_object (&self->credentials);
  G_OBJECT_CLASS (lanyard_holdings_parent_class)->finalize (object);
}

static void
lanyard_holdings_class_init (LanyardHoldingsClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_holdings_get_property;
  object_class->finalize = lanyard_holdings_finalize;
  properties[PROP_N_USERS] = g_param_spec_uint ("n-users", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_CREDENTIALS] = g_param_spec_uint ("n-credentials", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_holdings_init (LanyardHoldings *self)
{
  self->users = lanyard_store_new (SEAM_TYPE_USER);
  self->credentials = lanyard_store_new (SEAM_TYPE_CREDENTIAL);
  self->identities = lanyard_identities_new ();
  self->held = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, held_free);
  self->linked = g_hash_table_new (NULL, NULL);
  self->writes = lanyard_writes_new ();
}

/* lanyard_holdings_new:
 *
 * Returns: (transfer full): no users and no credentials */
LanyardHoldings *
lanyard_holdings_new (void)
{
  return g_object_new (LANYARD_TYPE_HOLDINGS, NULL);
}

LanyardStore *
lanyard_holdings_get_users (LanyardHoldings *self)
{
  return self->users;
}

LanyardStore *
lanyard_holdings_get_credentials (LanyardHoldings *self)
{
  return self->credentials;
}

static Held *
get_held (LanyardHoldings *self,
          const char      *user_id)
{
  Held *held = g_hash_table_lookup (self->held, user_id);

  if (held == NULL)
    {
      held = g_new0 (Held, 1);
      held->user_id = g_strdup (user_id);
      g_hash_table_insert (self->held, held->user_id, held);
    }
  return held;
}

/* The order is that of their making, which nothing changes: what is taken away and given back is where it was. */
static int
compare_age (gconstpointer a,
             gconstpointer b,
             gpointer      user_data)
{
  SeamRecord *left = (SeamRecord *) a, *right = (SeamRecord *) b;
  gint64 first = seam_record_get_created_at (left), second = seam_record_get_created_at (right);

  return first != second ? (first < second ? -1 : 1) : strcmp (seam_record_get_id (left), seam_record_get_id (right));
}

/* lanyard_holdings_list_held_by:
 * @self: the holdings
 * @user_id: whose
 *
 * Returns: (transfer none): a live list of the #SeamCredential that @user_id holds; made when it is first asked for */
GListModel *
lanyard_holdings_list_held_by (LanyardHoldings *self,
                               const char      *user_id)
{
  Held *held = get_held (self, user_id);

  if (held->shown == NULL)
    {
      held->shown = g_list_store_new (SEAM_TYPE_CREDENTIAL);
      for (GSList *l = held->credentials; l != NULL; l = l->next)
        g_list_store_insert_sorted (held->shown, l->data, compare_age, NULL);
    }
  return G_LIST_MODEL (held->shown);
}

/* lanyard_holdings_list_same_person:
 * @self: the holdings
 * @user: a user
 *
 * Returns: (transfer none) (nullable): a live list of the #SeamUser of the same identity, @user among them; %NULL where
 *   @user has none */
GListModel *
lanyard_holdings_list_same_person (LanyardHoldings *self,
                                   SeamUser        *user)
{
  return lanyard_identities_list_users (self->identities, user);
}

static void
add (Held           *held,
     SeamCredential *credential)
{
  held->credentials = g_slist_prepend (held->credentials, credential);
  held->n++;
  if (held->shown != NULL)
    g_list_store_insert_sorted (held->shown, credential, compare_age, NULL);
}

static void
take_out (Held           *held,
          SeamCredential *credential)
{
  guint position;

  held->credentials = g_slist_remove (held->credentials, credential);
  held->n--;
  if (held->shown != NULL && g_list_store_find (held->shown, credential, &position))
    g_list_store_remove (held->shown, position);
}

static void
count (LanyardHoldings *self,
       Held            *held)
{
  SeamUser *user = lanyard_store_lookup (self->users, held->user_id);

  if (user == NULL || seam_user_get_n_credentials (user) == held->n)
    return;
  seam_user_set_n_credentials (user, held->n);
  lanyard_store_relink (self->users, SEAM_RECORD (user), NULL);
}

static void
unlink_credential (LanyardHoldings *self,
                   SeamCredential  *credential)
{
  Held *held;

  if (!g_hash_table_steal_extended (self->linked, credential, NULL, (gpointer *) &held))
    return;
  take_out (held, credential);
  count (self, held);
}

/* The user that @credential names, or else the one of its identity, if that is known. */
static const char *
find_user_id (LanyardHoldings *self,
              SeamCredential  *credential)
{
  const char *user_id = seam_credential_get_user_id (credential);
  SeamUser *user = user_id == NULL ? lanyard_identities_find_user (self->identities, credential) : NULL;

  return user != NULL ? seam_record_get_id (SEAM_RECORD (user)) : user_id;
}

/* lanyard_holdings_get_holder_id:
 * @self: the holdings
 * @credential: a credential, of the store or as it was just read
 *
 * Returns: (nullable): who has it: a user's id, or that of an identity whose user isn't known; %NULL: nobody */
const char *
lanyard_holdings_get_holder_id (LanyardHoldings *self,
                                SeamCredential  *credential)
{
  const char *user_id = find_user_id (self, credential);

  return user_id != NULL ? user_id : seam_credential_get_identity_id (credential);
}

static void
link_credential (LanyardHoldings *self,
                 SeamCredential  *credential)
{
  const char *user_id = find_user_id (self, credential);
  Held *held = g_hash_table_lookup (self->linked, credential);
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
relink_held_by (LanyardHoldings *self,
                SeamUser        *user)
{
  Held *held = g_hash_table_lookup (self->held, seam_record_get_id (SEAM_RECORD (user)));
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
forget_identities (LanyardHoldings *self,
                   LanyardStore    *store,
                   GPtrArray       *keys)
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
tell_count (LanyardHoldings *self,
            LanyardStore    *store,
            guint           *told,
            GParamSpec      *pspec)
{
  guint n = lanyard_store_get_n_records (store);

  if (*told == n)
    return;
  *told = n;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
commit (LanyardHoldings *self)
{
  lanyard_store_commit (self->users);
  lanyard_store_commit (self->credentials);
  lanyard_identities_commit (self->identities);
  tell_count (self, self->users, &self->n_users, properties[PROP_N_USERS]);
  tell_count (self, self->credentials, &self->n_credentials, properties[PROP_N_CREDENTIALS]);
}

/* lanyard_holdings_take_user_keys:
 * @self: the holdings
 * @all: (element-type LanyardKey): of users as the server gave them
 * @asked_at: when they were asked for */
void
lanyard_holdings_take_user_keys (LanyardHoldings *self,
                                 GPtrArray       *all,
                                 guint64          asked_at)
{
  g_autoptr (GPtrArray) keys = lanyard_writes_find_fresh (self->writes, self->users, all, asked_at);
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

/* lanyard_holdings_get_now:
 * @self: the holdings
 *
 * Returns: the time at which something is asked for now, for when its answer is taken */
guint64
lanyard_holdings_get_now (LanyardHoldings *self)
{
  return lanyard_writes_get_now (self->writes);
}

/* A write of the record @id was answered: what was read before that is out of date, however late it arrives. */
void
lanyard_holdings_note_written (LanyardHoldings *self,
                               const char      *id)
{
  lanyard_writes_note (self->writes, id);
}

/* lanyard_holdings_take_credential_keys:
 * @self: the holdings
 * @all: (element-type LanyardKey): of credentials as the server gave them
 * @asked_at: when they were asked for */
void
lanyard_holdings_take_credential_keys (LanyardHoldings *self,
                                       GPtrArray       *all,
                                       guint64          asked_at)
{
  g_autoptr (GPtrArray) keys = lanyard_writes_find_fresh (self->writes, self->credentials, all, asked_at);

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

/* @users: as they were just asked for */
void
lanyard_holdings_take_users (LanyardHoldings *self,
                             GPtrArray       *users)
{
  g_autoptr (GPtrArray) keys = lanyard_keys_of_records (users);

  lanyard_holdings_take_user_keys (self, keys, lanyard_holdings_get_now (self));
}

void
lanyard_holdings_take_credentials (LanyardHoldings *self,
                                   GPtrArray       *credentials,
                                   guint64          asked_at)
{
  g_autoptr (GPtrArray) keys = lanyard_keys_of_records (credentials);

  lanyard_holdings_take_credential_keys (self, keys, asked_at);
}

void
lanyard_holdings_take_credential (LanyardHoldings *self,
                                  SeamCredential  *credential,
                                  guint64          asked_at)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new ();

  g_ptr_array_add (page, credential);
  lanyard_holdings_take_credentials (self, page, asked_at);
}

void
lanyard_holdings_remove_users (LanyardHoldings *self,
                               GPtrArray       *users)
{
  for (guint i = 0; i < users->len; i++)
    lanyard_identities_remove (self->identities, users->pdata[i]);
  lanyard_store_remove (self->users, users);
  for (guint i = 0; i < users->len; i++)
    relink_held_by (self, users->pdata[i]);
  commit (self);
}

void
lanyard_holdings_remove_credentials (LanyardHoldings *self,
                                     GPtrArray       *credentials)
{
  for (guint i = 0; i < credentials->len; i++)
    {
      unlink_credential (self, credentials->pdata[i]);
      lanyard_identities_remove (self->identities, credentials->pdata[i]);
    }
  lanyard_store_remove (self->credentials, credentials);
  commit (self);
}
