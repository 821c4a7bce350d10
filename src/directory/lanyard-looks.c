/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records would read alike in a list, so that their rows say more.
 *
 * What a row says is made a number of, on any thread; how often each number occurs is counted. So a row knows without
 * looking at the others whether there is another one like it. Numbers are 32 bits, so that GLib's tables need no more
 * for them: now and then two that differ have the same one, and say more than they need to. */
#include "lanyard-looks.h"

#include <string.h>

/* FNV-1a */
#define BASIS 2166136261u
#define PRIME 16777619u

/* Of a card number, its row shows this much at the end, when there is as much before it. */
#define SHOWN_DIGITS 4
#define MIN_DIGITS_TO_SHOW_ANY 7

struct _LanyardLooksTable
{
  GHashTable *counts; /* a look -> how many records have it */
};

static guint32
mix_byte (guint32 hash,
          guchar  byte)
{
  return (hash ^ byte) * PRIME;
}

static guint32
mix_bytes (guint32       hash,
           gconstpointer data,
           gsize         size)
{
  for (gsize i = 0; i < size; i++)
    hash = mix_byte (hash, ((const guchar *) data)[i]);
  return mix_byte (hash, 0);
}

/* Case, blanks and punctuation are too little to tell two people apart by. */
static guint32
mix_text (guint32     hash,
          const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    if ((guchar) *p >= 0x80 || g_ascii_isalnum (*p))
      hash = mix_byte (hash, (guchar) g_ascii_tolower (*p));
  return mix_byte (hash, 0);
}

static guint32
mix_time (guint32 hash,
          gint64  time)
{
  /* Rows say it to the minute. */
  gint64 minutes = time / G_TIME_SPAN_MINUTE;

  return mix_bytes (hash, &minutes, sizeof minutes);
}

static const char *
first_of (const char *own,
          const char *other)
{
  return own != NULL ? own : other;
}

static LanyardLooks
looks_of_user (SeamUser *user)
{
  const char *full_name = first_of (seam_user_get_full_name (user), seam_user_get_identity_full_name (user));
  const char *email = first_of (seam_user_get_email_address (user), seam_user_get_identity_email_address (user));
  const char *phone = first_of (seam_user_get_phone_number (user), seam_user_get_identity_phone_number (user));
  guint32 hash = mix_text (BASIS, seam_record_get_display_name (SEAM_RECORD (user)));
  LanyardLooks looks;

  hash = mix_text (hash, full_name);
  hash = mix_text (hash, first_of (email, phone));
  looks.at[0] = hash = mix_text (hash, seam_user_get_system_id (user));
  hash = mix_text (hash, phone);
  hash = mix_time (hash, seam_user_get_access_starts_at (user));
  looks.at[1] = mix_time (hash, seam_user_get_access_ends_at (user));
  return looks;
}

static guint32
mix_number (guint32     hash,
            const char *number)
{
  glong length = number != NULL ? g_utf8_strlen (number, -1) : 0;

  return mix_text (hash, length >= MIN_DIGITS_TO_SHOW_ANY ? g_utf8_offset_to_pointer (number, length - SHOWN_DIGITS)
                                                          : NULL);
}

static LanyardLooks
looks_of_credential (SeamCredential *credential)
{
  gboolean has_user = seam_credential_get_user_id (credential) != NULL;
  gboolean has_identity = !has_user && seam_credential_get_identity_id (credential) != NULL;
  guint32 hash = mix_text (BASIS, seam_record_get_display_name (SEAM_RECORD (credential)));
  LanyardLooks looks;

  hash = mix_text (hash, seam_credential_get_access_method_name (credential));
  hash = mix_number (hash, seam_credential_get_card_number (credential));
  looks.at[0] = hash = mix_byte (hash, (guchar) (has_user ? 'u' : has_identity ? 'i' : '-'));
  hash = mix_text (hash, seam_credential_get_system_id (credential));
  hash = mix_time (hash, seam_credential_get_starts_at (credential));
  looks.at[1] = mix_time (hash, seam_credential_get_ends_at (credential));
  return looks;
}

/* lanyard_looks_of:
 * @record: a user or a credential that nobody changes meanwhile
 *
 * May be called on any thread.
 *
 * Returns: what its row says, of a credential without the name of who has it */
LanyardLooks
lanyard_looks_of (SeamRecord *record)
{
  return SEAM_IS_USER (record) ? looks_of_user (SEAM_USER (record)) : looks_of_credential (SEAM_CREDENTIAL (record));
}

/* lanyard_looks_with:
 * @looks: what a credential looks like
 * @holder: (nullable): the name of who has it
 *
 * Returns: what its row says with it */
LanyardLooks
lanyard_looks_with (LanyardLooks  looks,
                    const char   *holder)
{
  for (guint i = 0; holder != NULL && i < LANYARD_N_LOOKS; i++)
    looks.at[i] = mix_bytes (looks.at[i], holder, strlen (holder));
  return looks;
}

/* lanyard_looks_table_new:
 *
 * Returns: (transfer full): an empty table */
LanyardLooksTable *
lanyard_looks_table_new (void)
{
  LanyardLooksTable *self = g_new0 (LanyardLooksTable, 1);

  self->counts = g_hash_table_new (NULL, NULL);
  return self;
}

void
lanyard_looks_table_free (LanyardLooksTable *self)
{
  g_hash_table_unref (self->counts);
  g_free (self);
}

static guint
get_count (LanyardLooksTable *self,
           guint32            look)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, GUINT_TO_POINTER (look)));
}

static void
set_count (LanyardLooksTable *self,
           guint32            look,
           guint              count)
{
  if (count > 0)
    g_hash_table_insert (self->counts, GUINT_TO_POINTER (look), GUINT_TO_POINTER (count));
  else
    g_hash_table_remove (self->counts, GUINT_TO_POINTER (look));
}

/* lanyard_looks_table_add:
 * @self: a table
 * @looks: what one more record looks like
 *
 * Returns: whether the one that was there before isn't the only one any more */
gboolean
lanyard_looks_table_add (LanyardLooksTable *self,
                         LanyardLooks       looks)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < LANYARD_N_LOOKS; i++)
    {
      guint count = get_count (self, looks.at[i]);

      set_count (self, looks.at[i], count + 1);
      changed |= count == 1;
    }
  return changed;
}

/* lanyard_looks_table_remove:
 * @self: a table
 * @looks: what a record looked like that was added
 *
 * Returns: whether one that is left is the only one now */
gboolean
lanyard_looks_table_remove (LanyardLooksTable *self,
                            LanyardLooks       looks)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < LANYARD_N_LOOKS; i++)
    {
      guint count = get_count (self, looks.at[i]);

      g_assert (count > 0);
      set_count (self, looks.at[i], count - 1);
      changed |= count == 2;
    }
  return changed;
}

/* lanyard_looks_table_look:
 * @self: a table
 * @looks: what a record looks like that was added
 *
 * Returns: up to which look there is another one like it */
LanyardLikeness
lanyard_looks_table_look (LanyardLooksTable *self,
                          LanyardLooks       looks)
{
  guint likeness = LANYARD_LIKENESS_NONE;

  while (likeness < LANYARD_N_LOOKS && get_count (self, looks.at[likeness]) > 1)
    likeness++;
  return (LanyardLikeness) likeness;
}
