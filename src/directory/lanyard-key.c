/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the long lists look at of a record. */
#include "lanyard-key.h"

#include <string.h>

#include "lanyard-place.h"
#include "lanyard-search-key.h"
#include "seam-intern.h"

G_DEFINE_ENUM_TYPE (LanyardMethod, lanyard_method,
                    G_DEFINE_ENUM_VALUE (LANYARD_METHOD_ANY, "any"),
                    G_DEFINE_ENUM_VALUE (LANYARD_METHOD_CARD, "card"),
                    G_DEFINE_ENUM_VALUE (LANYARD_METHOD_CODE, "code"),
                    G_DEFINE_ENUM_VALUE (LANYARD_METHOD_MOBILE_KEY, "mobile-key"),
                    G_DEFINE_ENUM_VALUE (LANYARD_METHOD_CLOUD_KEY, "cloud-key"),
                    G_DEFINE_ENUM_VALUE (LANYARD_METHOD_OTHER, "other"))

/* lanyard_record_get_system_id:
 * @record: a user or a credential
 *
 * Returns: (transfer none) (nullable): the access system that it is of; interned */
const char *
lanyard_record_get_system_id (SeamRecord *record)
{
  return SEAM_IS_USER (record) ? seam_user_get_system_id (SEAM_USER (record))
                               : seam_credential_get_system_id (SEAM_CREDENTIAL (record));
}

/* What a vendor has stored may be anything: it is no number then, and no scan finds it. */
static LanyardNumber *
read_number (SeamRecord *record)
{
  const char *number = SEAM_IS_CREDENTIAL (record) ? seam_credential_get_card_number (SEAM_CREDENTIAL (record)) : NULL;

  return number != NULL ? lanyard_number_new (number, NULL) : NULL;
}

static void
take_number (LanyardKey          *key,
             const LanyardNumber *number)
{
  const char *exact;

  if (number == NULL)
    return;
  exact = lanyard_number_get_exact_key (number);
  key->traits[LANYARD_KEY_EXACT] = exact != NULL ? g_str_hash (exact) : 0;
  lanyard_number_get_ends (number, key->traits + LANYARD_KEY_ENDS);
  key->has_number = TRUE;
}

static gint64
get_end (SeamRecord *record)
{
  gint64 ends_at = SEAM_IS_USER (record) ? seam_user_get_access_ends_at (SEAM_USER (record))
                                         : seam_credential_get_ends_at (SEAM_CREDENTIAL (record));

  return ends_at != SEAM_TIME_UNSET && ends_at < SEAM_TIME_NEVER ? ends_at : G_MAXINT64;
}

static LanyardMethod
get_method (SeamRecord *record)
{
  static const LanyardMethod methods[] = {
    [SEAM_ACCESS_METHOD_UNKNOWN] = LANYARD_METHOD_OTHER,
    [SEAM_ACCESS_METHOD_CODE] = LANYARD_METHOD_CODE,
    [SEAM_ACCESS_METHOD_CARD] = LANYARD_METHOD_CARD,
    [SEAM_ACCESS_METHOD_MOBILE_KEY] = LANYARD_METHOD_MOBILE_KEY,
    [SEAM_ACCESS_METHOD_CLOUD_KEY] = LANYARD_METHOD_CLOUD_KEY,
  };

  return SEAM_IS_CREDENTIAL (record) ? methods[seam_credential_get_access_method (SEAM_CREDENTIAL (record))]
                                     : LANYARD_METHOD_ANY;
}

static LanyardKey *
alloc_key (gsize text_size)
{
  LanyardKey *key = g_malloc0 (sizeof (LanyardKey) + text_size);

  g_atomic_ref_count_init (&key->ref_count);
  return key;
}

/* lanyard_key_new:
 * @record: (transfer none): a user or a credential that nobody changes meanwhile
 *
 * May be called on any thread.
 *
 * Returns: (transfer full): its key, of a credential without the holder */
LanyardKey *
lanyard_key_new (SeamRecord *record)
{
  const char *system_id = lanyard_record_get_system_id (record);
  const char *name = seam_record_get_display_name (record);
  g_autoptr (GString) text = g_string_sized_new (256);
  g_autoptr (LanyardNumber) number = read_number (record);
  LanyardKey *key;
  gsize search_at;

  lanyard_place_append (text, name != NULL ? name : "");
  search_at = text->len + 1;
  g_string_append_c (text, '\0');
  lanyard_search_key_append (text, record, number);
  key = alloc_key (text->len + 1);
  memcpy (key->text, text->str, text->len + 1);
  key->search_at = (guint32) search_at;
  key->record = g_object_ref (record);
  take_number (key, number);
  key->looks = lanyard_looks_of (record);
  key->system_id = system_id != NULL ? seam_intern (system_id) : NULL;
  key->created_at = seam_record_get_created_at (record);
  key->ends_at = get_end (record);
  key->method = get_method (record);
  key->attention = lanyard_record_get_attention (record);
  key->is_assigned = lanyard_record_is_assigned (record);
  return key;
}

/* lanyard_key_copy:
 * @key: a key that has been told of
 *
 * Returns: (transfer full): one that can still be changed */
LanyardKey *
lanyard_key_copy (LanyardKey *key)
{
  gsize text_size = key->search_at + strlen (lanyard_key_search_text (key)) + 1;
  LanyardKey *copy = alloc_key (text_size);

  memcpy (copy->text, key->text, text_size);
  copy->search_at = key->search_at;
  copy->record = g_object_ref (key->record);
  memcpy (copy->traits, key->traits, sizeof copy->traits);
  copy->has_number = key->has_number;
  copy->holder = key->holder != NULL ? lanyard_key_ref (key->holder) : NULL;
  copy->looks = key->looks;
  copy->system_id = key->system_id != NULL ? seam_intern (key->system_id) : NULL;
  copy->created_at = key->created_at;
  copy->ends_at = key->ends_at;
  copy->method = key->method;
  copy->attention = key->attention;
  copy->generation = key->generation;
  copy->is_assigned = key->is_assigned;
  return copy;
}

LanyardKey *
lanyard_key_ref (LanyardKey *key)
{
  g_atomic_ref_count_inc (&key->ref_count);
  return key;
}

void
lanyard_key_unref (LanyardKey *key)
{
  if (!g_atomic_ref_count_dec (&key->ref_count))
    return;
  g_object_unref (key->record);
  g_clear_pointer (&key->holder, lanyard_key_unref);
  g_clear_pointer (&key->system_id, seam_intern_release);
  g_free (key);
}

/* lanyard_key_read_number:
 * @key: a key
 *
 * Few are ever looked at, so none is kept. For the main thread alone.
 *
 * Returns: (transfer full) (nullable): the number of its record's card, where that can be read */
LanyardNumber *
lanyard_key_read_number (LanyardKey *key)
{
  return read_number (key->record);
}

/* lanyard_key_set_holder:
 * @key: a key that has not been told of
 * @holder: (nullable): the key of who has it */
void
lanyard_key_set_holder (LanyardKey *key,
                        LanyardKey *holder)
{
  g_assert (!key->is_told);

  if (holder != NULL)
    lanyard_key_ref (holder);
  g_clear_pointer (&key->holder, lanyard_key_unref);
  key->holder = holder;
}

/* lanyard_keys_new:
 *
 * Returns: (transfer full) (element-type LanyardKey): an array that owns its keys */
GPtrArray *
lanyard_keys_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) lanyard_key_unref);
}

/* lanyard_keys_of_records:
 * @records: (element-type SeamRecord): users or credentials that nobody changes meanwhile
 *
 * May be called on any thread.
 *
 * Returns: (transfer full) (element-type LanyardKey): their keys */
GPtrArray *
lanyard_keys_of_records (GPtrArray *records)
{
  GPtrArray *keys = g_ptr_array_new_full (records->len, (GDestroyNotify) lanyard_key_unref);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (keys, lanyard_key_new (records->pdata[i]));
  return keys;
}
