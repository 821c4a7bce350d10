/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the long lists look at of a record: made once, on any thread, and never changed after it has been told of. */
#pragma once

#include "lanyard-attention.h"
#include "lanyard-looks.h"
#include "lanyard-number.h"
#include "seam.h"

G_BEGIN_DECLS

/* Of a number: its exact key, and from LANYARD_KEY_ENDS on its ends. */
#define LANYARD_KEY_EXACT 0
#define LANYARD_KEY_ENDS 1
#define LANYARD_KEY_N_TRAITS (LANYARD_KEY_ENDS + LANYARD_NUMBER_N_ENDS)

/**
 * LanyardMethod:
 * @LANYARD_METHOD_ANY: credentials of every kind
 * @LANYARD_METHOD_CARD: cards alone
 * @LANYARD_METHOD_CODE: PINs alone
 * @LANYARD_METHOD_MOBILE_KEY: mobile keys alone
 * @LANYARD_METHOD_CLOUD_KEY: cloud keys alone
 * @LANYARD_METHOD_OTHER: what is of a kind that is newer than Lanyard
 */
typedef enum
{
  LANYARD_METHOD_ANY,
  LANYARD_METHOD_CARD,
  LANYARD_METHOD_CODE,
  LANYARD_METHOD_MOBILE_KEY,
  LANYARD_METHOD_CLOUD_KEY,
  LANYARD_METHOD_OTHER,
} LanyardMethod;

#define LANYARD_TYPE_METHOD (lanyard_method_get_type ())
GType lanyard_method_get_type (void);

typedef struct _LanyardKey LanyardKey;

/**
 * LanyardKey:
 * @record: whose it is
 * @holder: (nullable): of a credential: the key of who has it
 * @looks: what its row says, of a credential without who has it
 * @system_id: (nullable): interned, to be compared by pointer
 * @traits: of a credential with a number that can be read: what it is found by in a #LanyardNumberIndex
 * @created_at: when the record was created
 * @ends_at: when the credential, or the access of the user, ends; %G_MAXINT64: never
 * @attention: when it needs somebody's attention
 * @method: of a credential: its kind, as a #LanyardMethod
 * @is_assigned: whether it has a holder, or holds something
 * @generation: of the store's; for the main thread alone
 * @place: in the index of numbers, or 0; for the main thread alone
 * @has_number: whether there are @traits
 * @is_told: whether a list may know it by now; for the main thread alone
 * @search_at: where in @text what it is found by begins; before that is its place by name, for strcmp()
 *
 * A worker sorts and searches by keys while the main thread changes records, so a record that changes gets another
 * key. The last reference is to be dropped on the main thread, because it may be the last of @record.
 */
struct _LanyardKey
{
  gatomicrefcount ref_count;
  guint32         search_at;
  SeamRecord     *record;
  LanyardKey     *holder;
  char           *system_id;
  gint64          created_at;
  gint64          ends_at;
  LanyardAttention attention;
  LanyardLooks    looks;
  guint32         traits[LANYARD_KEY_N_TRAITS];
  guint           place;
  guint           generation;
  guint           method : 4;
  guint           is_assigned : 1;
  guint           has_number : 1;
  guint           is_told : 1;
  char            text[];
};

const char    *lanyard_record_get_system_id (SeamRecord *record);

LanyardKey    *lanyard_key_new              (SeamRecord *record);
LanyardKey    *lanyard_key_copy             (LanyardKey *key);
LanyardKey    *lanyard_key_ref              (LanyardKey *key);
void           lanyard_key_unref            (LanyardKey *key);
void           lanyard_key_set_holder       (LanyardKey *key,
                                             LanyardKey *holder);
LanyardNumber *lanyard_key_read_number      (LanyardKey *key);
GPtrArray     *lanyard_keys_new             (void);
GPtrArray     *lanyard_keys_of_records      (GPtrArray  *records);

static inline const char *
lanyard_key_search_text (const LanyardKey *key)
{
  return key->text + key->search_at;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardKey, lanyard_key_unref)

G_END_DECLS
