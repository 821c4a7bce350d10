/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records are being changed or looked into just now, so that nothing runs beside it that must not. */
#include "lanyard-claims.h"

#include "lanyard-change-kind.h"

struct _LanyardClaims
{
  GObject parent_instance;

  LanyardDirectory *directory;
  GHashTable       *claims; /* name_record() -> Claim */
};

typedef struct
{
  guint       kinds;  /* LANYARD_CHANGE_BIT() of what runs */
  SeamRecord *marked; /* (nullable): the record, once it is listed: it may be taken off the list meanwhile */
} Claim;

G_DEFINE_FINAL_TYPE (LanyardClaims, lanyard_claims, G_TYPE_OBJECT)

static void
claim_free (gpointer data)
{
  Claim *claim = data;

  g_clear_object (&claim->marked);
  g_free (claim);
}

static void
lanyard_claims_finalize (GObject *object)
{
  LanyardClaims *self = LANYARD_CLAIMS (object);

  g_hash_table_unref (self->claims);
  g_clear_object (&self->directory);
  G_OBJECT_CLASS (lanyard_claims_parent_class)->finalize (object);
}

static void
lanyard_claims_class_init (LanyardClaimsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_claims_finalize;
}

static void
lanyard_claims_init (LanyardClaims *self)
{
  self->claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, claim_free);
}

/* lanyard_claims_new:
 * @directory: (transfer none): where the records are listed
 *
 * Returns: (transfer full): no claims */
LanyardClaims *
lanyard_claims_new (LanyardDirectory *directory)
{
  LanyardClaims *self = g_object_new (LANYARD_TYPE_CLAIMS, NULL);

  self->directory = g_object_ref (directory);
  return self;
}

/* (transfer full): records of other types may have the same ids. */
static char *
name_record (LanyardOperation operation,
             const char      *record_id)
{
  return g_strconcat (lanyard_change_kind_get (operation)->subject->type, " ", record_id, NULL);
}

static Claim *
look_up (LanyardClaims   *self,
         LanyardOperation operation,
         const char      *record_id)
{
  g_autofree char *name = name_record (operation, record_id);

  return g_hash_table_lookup (self->claims, name);
}

/* lanyard_claims_is_free:
 * @self: the claims
 * @operation: what is to be done
 * @record_id: to which record, of those that @operation is a change of
 *
 * Returns: whether nothing is under way with it that @operation must not run beside */
gboolean
lanyard_claims_is_free (LanyardClaims   *self,
                        LanyardOperation operation,
                        const char      *record_id)
{
  Claim *claim = look_up (self, operation, record_id);

  return claim == NULL || (claim->kinds & lanyard_change_kind_get (operation)->excludes) == 0;
}

/* lanyard_claims_take:
 * @self: the claims
 * @operation: what is being done, or looked into
 * @record_id: to which record, which is free for it
 *
 * Holds others off until it is released; the record shows that something is on its way. */
void
lanyard_claims_take (LanyardClaims   *self,
                     LanyardOperation operation,
                     const char      *record_id)
{
  Claim *claim = look_up (self, operation, record_id);

  g_assert (lanyard_claims_is_free (self, operation, record_id));

  if (claim == NULL)
    {
      claim = g_new0 (Claim, 1);
      g_hash_table_insert (self->claims, name_record (operation, record_id), claim);
    }
  claim->kinds |= LANYARD_CHANGE_BIT (operation);
  lanyard_claims_mark (self, operation, record_id);
}

/* lanyard_claims_mark:
 * @self: the claims
 * @operation: what was taken
 * @record_id: for which record
 *
 * Marks the record, in case it is listed only by now. */
void
lanyard_claims_mark (LanyardClaims   *self,
                     LanyardOperation operation,
                     const char      *record_id)
{
  const LanyardSubject *subject = lanyard_change_kind_get (operation)->subject;
  Claim *claim = look_up (self, operation, record_id);
  SeamRecord *record = subject->look_up (self->directory, record_id);

  if (record == NULL)
    return;
  g_set_object (&claim->marked, record);
  subject->set_busy (record, TRUE);
}

/* lanyard_claims_release:
 * @self: the claims
 * @operation: what was taken
 * @record_id: for which record */
void
lanyard_claims_release (LanyardClaims   *self,
                        LanyardOperation operation,
                        const char      *record_id)
{
  Claim *claim = look_up (self, operation, record_id);
  g_autoptr (SeamRecord) marked = NULL;
  g_autofree char *name = NULL;

  claim->kinds &= ~LANYARD_CHANGE_BIT (operation);
  if (claim->kinds != 0)
    return;
  marked = g_steal_pointer (&claim->marked);
  name = name_record (operation, record_id);
  g_hash_table_remove (self->claims, name);
  if (marked != NULL)
    lanyard_change_kind_get (operation)->subject->set_busy (marked, FALSE);
}
