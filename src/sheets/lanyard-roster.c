/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who and what there is in a workspace at one moment, as a sheet is compared with it: found by what a sheet may say.
 *
 * The main thread changes records while a worker compares, so all that is compared is copied here. Records are counted
 * from 1 on, 0 is none. */
#include "lanyard-roster.h"

#include <string.h>

#include "lanyard-number.h"
#include "lanyard-roster-fold.h"

#define N_PER_CHUNK (64 * 1024)

/* Texts of a user, each of which may be that of the person, too. */
#define N_TEXTS 2

typedef struct
{
  LanyardRosterUser shown;
  const char       *names[N_TEXTS];
  const char       *emails[N_TEXTS];
  const char       *phones[N_TEXTS];
} User;

/* All that have the same text are linked. */
typedef struct
{
  guint32 record;
  guint32 next; /* 0: no more */
} Node;

typedef struct
{
  GHashTable *firsts; /* text to the place of the first node */
  GArray     *nodes;  /* Node; the first one is none */
} Lookup;

struct _LanyardRoster
{
  gatomicrefcount ref_count;
  GStringChunk *texts;
  GArray       *users;       /* User; the first one is none, here and below */
  GArray       *credentials; /* LanyardRosterCredential */
  GArray       *systems;     /* const char *: id, and name */
  GPtrArray    *records;     /* what has to stay */
  Lookup        lookups[LANYARD_ROSTER_N_TRAITS];
};

static GArray *
new_array (guint size)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  g_array_set_size (array, 1);
  return array;
}

/**
 * lanyard_roster_new:
 *
 * Returns: (transfer full): a roster of nobody
 */
LanyardRoster *
lanyard_roster_new (void)
{
  LanyardRoster *self = g_new0 (LanyardRoster, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->texts = g_string_chunk_new (N_PER_CHUNK);
  self->users = new_array (sizeof (User));
  self->credentials = new_array (sizeof (LanyardRosterCredential));
  self->systems = new_array (2 * sizeof (const char *));
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < LANYARD_ROSTER_N_TRAITS; i++)
    {
      self->lookups[i].firsts = g_hash_table_new (g_str_hash, g_str_equal);
      self->lookups[i].nodes = new_array (sizeof (Node));
    }
  return self;
}

/**
 * lanyard_roster_ref:
 * @self: a roster
 *
 * Returns: (transfer full): it again
 */
LanyardRoster *
lanyard_roster_ref (LanyardRoster *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * lanyard_roster_unref:
 * @self: (transfer full): a roster
 *
 * Lets go of it, and of the records in it.
 */
void
lanyard_roster_unref (LanyardRoster *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < LANYARD_ROSTER_N_TRAITS; i++)
    {
      g_hash_table_unref (self->lookups[i].firsts);
      g_array_unref (self->lookups[i].nodes);
    }
  g_array_unref (self->users);
  g_array_unref (self->credentials);
  g_array_unref (self->systems);
  g_ptr_array_unref (self->records);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static const char *
keep (LanyardRoster *self,
      const char    *text)
{
  return text != NULL && *text != '\0' ? g_string_chunk_insert (self->texts, text) : NULL;
}

/* So that it can be compared by pointer. */
static const char *
keep_once (LanyardRoster *self,
           const char    *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static gpointer
keep_record (LanyardRoster *self,
             gpointer       record)
{
  g_ptr_array_add (self->records, g_object_ref (record));
  return record;
}

/* --- What there is --- */

/**
 * lanyard_roster_add_system:
 * @self: a roster
 * @system: an access system
 *
 * Tells of an access system.
 */
void
lanyard_roster_add_system (LanyardRoster *self,
                           SeamSystem    *system)
{
  const char *texts[2] = { keep_once (self, seam_record_get_id (SEAM_RECORD (system))),
                           keep (self, seam_record_get_display_name (SEAM_RECORD (system))) };

  g_array_append_val (self->systems, texts);
}

/**
 * lanyard_roster_add_user:
 * @self: a roster
 * @user: a user
 *
 * Tells of a user.
 */
void
lanyard_roster_add_user (LanyardRoster *self,
                         SeamUser      *user)
{
  User added = {
    .shown = { keep_record (self, user), keep (self, seam_record_get_id (SEAM_RECORD (user))),
               keep_once (self, seam_user_get_system_id (user)), "" },
    .names = { keep (self, seam_user_get_full_name (user)), keep (self, seam_user_get_identity_full_name (user)) },
    .emails = { keep (self, seam_user_get_email_address (user)),
                keep (self, seam_user_get_identity_email_address (user)) },
    .phones = { keep (self, seam_user_get_phone_number (user)),
                keep (self, seam_user_get_identity_phone_number (user)) },
  };

  if (added.names[0] == NULL)
    added.names[0] = keep (self, seam_record_get_display_name (SEAM_RECORD (user)));
  g_array_append_val (self->users, added);
}

/**
 * lanyard_roster_add_credential:
 * @self: a roster
 * @credential: a credential
 * @holder_id: (nullable): who has it
 *
 * Tells of a credential.
 */
void
lanyard_roster_add_credential (LanyardRoster  *self,
                               SeamCredential *credential,
                               const char     *holder_id)
{
  LanyardRosterCredential added = { .record = keep_record (self, credential),
                                    .system_id = keep_once (self, seam_credential_get_system_id (credential)),
                                    .number = keep (self, seam_credential_get_card_number (credential)),
                                    .holder_id = keep (self, holder_id) };

  g_array_append_val (self->credentials, added);
}

/* --- Finding it --- */

static void
file (LanyardRoster     *self,
      LanyardRosterTrait trait,
      const char        *text,
      guint32            record)
{
  Lookup *lookup = &self->lookups[trait];
  Node node = { record, GPOINTER_TO_UINT (g_hash_table_lookup (lookup->firsts, text)) };

  if (node.next != 0 && g_array_index (lookup->nodes, Node, node.next).record == record)
    return;
  if (node.next == 0)
    text = g_string_chunk_insert (self->texts, text);
  g_hash_table_insert (lookup->firsts, (gpointer) text, GUINT_TO_POINTER (lookup->nodes->len));
  g_array_append_val (lookup->nodes, node);
}

static void
file_name (LanyardRoster *self,
           GString       *folded,
           const char    *name,
           guint32        user)
{
  User *filed = &g_array_index (self->users, User, user);
  gboolean has_other = lanyard_roster_fold_name (folded, name, FALSE);

  if (folded->len == 0)
    return;
  if (*filed->shown.name == '\0')
    filed->shown.name = g_string_chunk_insert (self->texts, folded->str);
  file (self, LANYARD_ROSTER_USER_NAME, folded->str, user);
  if (!has_other)
    return;
  lanyard_roster_fold_name (folded, name, TRUE);
  file (self, LANYARD_ROSTER_USER_NAME, folded->str, user);
}

static void
file_user (LanyardRoster *self,
           GString       *folded,
           guint32        user)
{
  User filed = g_array_index (self->users, User, user);
  LanyardPhone phone;

  lanyard_roster_fold_address (folded, filed.shown.id);
  file (self, LANYARD_ROSTER_USER_ID, folded->str, user);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      if (filed.names[i] != NULL)
        file_name (self, folded, filed.names[i], user);
      if (filed.emails[i] != NULL)
        {
          lanyard_roster_fold_address (folded, filed.emails[i]);
          file (self, LANYARD_ROSTER_USER_EMAIL, folded->str, user);
        }
      if (filed.phones[i] != NULL && lanyard_phone_read (&phone, filed.phones[i]))
        file (self, LANYARD_ROSTER_USER_PHONE, lanyard_phone_get_end (&phone), user);
    }
}

static void
file_end (LanyardRoster *self,
          guint32        end,
          guint32        credential)
{
  char text[16];

  g_snprintf (text, sizeof text, "%x", end);
  file (self, LANYARD_ROSTER_CREDENTIAL_MAYBE, text, credential);
}

static void
file_credential (LanyardRoster *self,
                 GString       *folded,
                 guint32        credential)
{
  LanyardRosterCredential *filed = &g_array_index (self->credentials, LanyardRosterCredential, credential);
  g_autoptr (LanyardNumber) number = filed->number != NULL ? lanyard_number_new (filed->number, NULL) : NULL;
  guint32 ends[LANYARD_NUMBER_N_ENDS];

  lanyard_roster_fold_address (folded, seam_record_get_id (SEAM_RECORD (filed->record)));
  file (self, LANYARD_ROSTER_CREDENTIAL_ID, folded->str, credential);
  if (filed->holder_id != NULL)
    {
      lanyard_roster_fold_address (folded, filed->holder_id);
      filed->holder = GPOINTER_TO_UINT (g_hash_table_lookup (self->lookups[LANYARD_ROSTER_USER_ID].firsts,
                                                             folded->str));
      if (filed->holder != 0)
        filed->holder = g_array_index (self->lookups[LANYARD_ROSTER_USER_ID].nodes, Node, filed->holder).record;
    }
  if (number == NULL)
    return;
  if (!lanyard_number_is_partial (number))
    {
      file (self, LANYARD_ROSTER_CREDENTIAL_NUMBER, lanyard_number_get_exact_key (number), credential);
      return;
    }
  lanyard_number_get_ends (number, ends);
  for (guint i = 0; i < LANYARD_NUMBER_N_ENDS; i++)
    file_end (self, ends[i], credential);
}

static void
file_system (LanyardRoster *self,
             GString       *folded,
             guint32        system)
{
  const char **texts = &g_array_index (self->systems, const char *, 2 * system);

  lanyard_roster_fold_address (folded, texts[0]);
  file (self, LANYARD_ROSTER_SYSTEM, folded->str, system);
  if (texts[1] == NULL)
    return;
  lanyard_roster_fold_name (folded, texts[1], FALSE);
  file (self, LANYARD_ROSTER_SYSTEM, folded->str, system);
}

/**
 * lanyard_roster_settle:
 * @self: a roster that all is told to
 *
 * Makes it ready to be asked. Takes a while for a large workspace; may be called on any thread.
 */
void
lanyard_roster_settle (LanyardRoster *self)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint32 i = 1; i < self->systems->len; i++)
    file_system (self, folded, i);
  for (guint32 i = 1; i < self->users->len; i++)
    file_user (self, folded, i);
  for (guint32 i = 1; i < self->credentials->len; i++)
    file_credential (self, folded, i);
}

/**
 * lanyard_roster_get_n_users:
 * @self: a roster
 *
 * Returns: how many users are in it
 */
guint
lanyard_roster_get_n_users (LanyardRoster *self)
{
  return self->users->len - 1;
}

/**
 * lanyard_roster_get_n_credentials:
 * @self: a roster
 *
 * Returns: how many credentials are in it
 */
guint
lanyard_roster_get_n_credentials (LanyardRoster *self)
{
  return self->credentials->len - 1;
}

/**
 * lanyard_roster_get_user:
 * @self: a roster
 * @user: which one, from 1 on
 *
 * Returns: (transfer none): what is known of it
 */
const LanyardRosterUser *
lanyard_roster_get_user (LanyardRoster *self,
                         guint32        user)
{
  g_return_val_if_fail (user > 0 && user < self->users->len, NULL);

  return &g_array_index (self->users, User, user).shown;
}

/**
 * lanyard_roster_get_credential:
 * @self: a roster
 * @credential: which one, from 1 on
 *
 * Returns: (transfer none): what is known of it
 */
const LanyardRosterCredential *
lanyard_roster_get_credential (LanyardRoster *self,
                               guint32        credential)
{
  g_return_val_if_fail (credential > 0 && credential < self->credentials->len, NULL);

  return &g_array_index (self->credentials, LanyardRosterCredential, credential);
}

/**
 * lanyard_roster_get_system_id:
 * @self: a roster
 * @system: which access system, from 1 on
 *
 * Returns: (transfer none): its id, the same pointer as users and credentials of it have
 */
const char *
lanyard_roster_get_system_id (LanyardRoster *self,
                              guint32        system)
{
  g_return_val_if_fail (system > 0 && system < self->systems->len, NULL);

  return g_array_index (self->systems, const char *, 2 * system);
}

/**
 * lanyard_roster_find:
 * @self: a roster that is settled
 * @trait: what to find, and by what
 * @text: in the form that it is compared in; of phones and of numbers that may be the same, the end
 * @found: (element-type guint32): where to append what was found
 *
 * May be called on any thread.
 */
void
lanyard_roster_find (LanyardRoster     *self,
                     LanyardRosterTrait trait,
                     const char        *text,
                     GArray            *found)
{
  Lookup *lookup = &self->lookups[trait];
  guint32 at = GPOINTER_TO_UINT (g_hash_table_lookup (lookup->firsts, text));

  for (; at != 0; at = g_array_index (lookup->nodes, Node, at).next)
    g_array_append_val (found, g_array_index (lookup->nodes, Node, at).record);
}

/* lanyard_roster_find_id:
 * @self: a roster that is settled
 * @trait: %LANYARD_ROSTER_USER_ID or %LANYARD_ROSTER_CREDENTIAL_ID
 * @id: of a user, or a credential
 *
 * Returns: which one it is; 0: none, as it came later */
guint32
lanyard_roster_find_id (LanyardRoster     *self,
                        LanyardRosterTrait trait,
                        const char        *id)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  lanyard_roster_fold_address (folded, id);
  lanyard_roster_find (self, trait, folded->str, found);
  return found->len > 0 ? g_array_index (found, guint32, 0) : 0;
}

/* lanyard_roster_has_phone:
 * @self: a roster that is settled
 * @user: which user, from 1 on
 * @phone: a number
 *
 * Returns: whether it is one of theirs */
gboolean
lanyard_roster_has_phone (LanyardRoster      *self,
                          guint32             user,
                          const LanyardPhone *phone)
{
  const User *asked = &g_array_index (self->users, User, user);
  LanyardPhone own;

  for (guint i = 0; i < N_TEXTS; i++)
    if (asked->phones[i] != NULL && lanyard_phone_read (&own, asked->phones[i])
        && lanyard_phone_is_same (&own, phone))
      return TRUE;
  return FALSE;
}
