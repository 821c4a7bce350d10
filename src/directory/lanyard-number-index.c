/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Credentials by their card numbers: the same one, and what may be the same one, without looking at all of them.
 *
 * Each has its place in a row of places, and is chained with those that share one of its traits: the exact key, and two
 * ends, which a number has in common with one that is longer, or of which less is shown. Traits and places are 32 bits,
 * so that GLib's tables need no more for them. */
#include "lanyard-number-index.h"

#include <string.h>

/* Nobody chooses among more. */
#define MAX_FOUND 50

/* Where so many have an end in common that comparing them all would be noticed, some are enough to offer. */
#define MAX_COMPARED 256

/* A table that grows moves all that is in it at once: one of so many is through with that before anybody sees it. */
#define N_PARTS 32

/* Places are counted from 1: 0 is the end of a chain. */
typedef struct
{
  LanyardKey *key;
  guint       next[LANYARD_KEY_N_TRAITS];
  guint       previous[LANYARD_KEY_N_TRAITS]; /* of the first: 0 */
} Place;

struct _LanyardNumberIndex
{
  GArray     *places;
  GArray     *free;               /* guint */
  GHashTable *by_trait[LANYARD_KEY_N_TRAITS][N_PARTS]; /* trait -> the first place of its chain */
};

static guint
part_of (guint32 value)
{
  return (value ^ value >> 8 ^ value >> 16 ^ value >> 24) % N_PARTS;
}

LanyardNumberIndex *
lanyard_number_index_new (void)
{
  LanyardNumberIndex *self = g_new0 (LanyardNumberIndex, 1);

  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_array_set_size (self->places, 1);
  self->free = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint part = 0; part < N_PARTS; part++)
    {
      for (guint i = 0; i < LANYARD_KEY_N_TRAITS; i++)
        self->by_trait[i][part] = g_hash_table_new (NULL, NULL);
    }
  return self;
}

static Place *
get_place (LanyardNumberIndex *self,
           guint               at)
{
  return &g_array_index (self->places, Place, at);
}

void
lanyard_number_index_free (LanyardNumberIndex *self)
{
  for (guint i = 1; i < self->places->len; i++)
    g_clear_pointer (&get_place (self, i)->key, lanyard_key_unref);
  g_array_unref (self->places);
  g_array_unref (self->free);
  for (guint part = 0; part < N_PARTS; part++)
    {
      for (guint i = 0; i < LANYARD_KEY_N_TRAITS; i++)
        g_hash_table_unref (self->by_trait[i][part]);
    }
  g_free (self);
}

static guint
get_first (LanyardNumberIndex *self,
           guint               trait,
           guint32             value)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_trait[trait][part_of (value)], GUINT_TO_POINTER (value)));
}

static void
set_first (LanyardNumberIndex *self,
           guint               trait,
           guint32             value,
           guint               at)
{
  if (at == 0)
    g_hash_table_remove (self->by_trait[trait][part_of (value)], GUINT_TO_POINTER (value));
  else
    g_hash_table_insert (self->by_trait[trait][part_of (value)], GUINT_TO_POINTER (value), GUINT_TO_POINTER (at));
}

static guint
take_place (LanyardNumberIndex *self)
{
  guint at;

  if (self->free->len == 0)
    {
      g_array_set_size (self->places, self->places->len + 1);
      return self->places->len - 1;
    }
  at = g_array_index (self->free, guint, self->free->len - 1);
  g_array_set_size (self->free, self->free->len - 1);
  return at;
}

/* lanyard_number_index_add:
 * @self: an index
 * @key: (transfer none): a key; nothing is done with one that has no number */
void
lanyard_number_index_add (LanyardNumberIndex *self,
                          LanyardKey         *key)
{
  guint at;
  Place *place;

  if (!key->has_number || key->place != 0)
    return;
  at = take_place (self);
  place = get_place (self, at);
  place->key = lanyard_key_ref (key);
  for (guint i = 0; i < LANYARD_KEY_N_TRAITS; i++)
    {
      place->previous[i] = 0;
      place->next[i] = get_first (self, i, key->traits[i]);
      if (place->next[i] != 0)
        get_place (self, place->next[i])->previous[i] = at;
      set_first (self, i, key->traits[i], at);
    }
  key->place = at;
}

/* lanyard_number_index_remove:
 * @self: an index
 * @key: a key; nothing is done with one that isn't in it */
void
lanyard_number_index_remove (LanyardNumberIndex *self,
                             LanyardKey         *key)
{
  guint at = key->place;
  Place *place;

  if (at == 0)
    return;
  place = get_place (self, at);
  for (guint i = 0; i < LANYARD_KEY_N_TRAITS; i++)
    {
      if (place->previous[i] != 0)
        get_place (self, place->previous[i])->next[i] = place->next[i];
      else
        set_first (self, i, key->traits[i], place->next[i]);
      if (place->next[i] != 0)
        get_place (self, place->next[i])->previous[i] = place->previous[i];
    }
  key->place = 0;
  g_array_append_val (self->free, at);
  g_clear_pointer (&place->key, lanyard_key_unref);
}

/* What is on its way out opens nothing any more, and the key on one of somebody's phones is part of another one. */
static gboolean
counts (LanyardKey *key)
{
  return seam_credential_get_parent_id (SEAM_CREDENTIAL (key->record)) == NULL
         && !lanyard_record_is_being_deleted (key->record);
}

static void
add_found (GPtrArray  *found,
           LanyardKey *key)
{
  if (found->len < MAX_FOUND && counts (key) && !g_ptr_array_find (found, key->record, NULL))
    g_ptr_array_add (found, g_object_ref (key->record));
}

static gboolean
has_exact_key (LanyardKey *key,
               const char *exact)
{
  g_autoptr (LanyardNumber) number = lanyard_key_read_number (key);

  return number != NULL && g_strcmp0 (lanyard_number_get_exact_key (number), exact) == 0;
}

static gboolean
may_have (LanyardKey          *key,
          const LanyardNumber *number)
{
  g_autoptr (LanyardNumber) own = lanyard_key_read_number (key);

  return own != NULL && lanyard_number_compare (own, number) == LANYARD_SAMENESS_MAYBE;
}

static void
add_exact (LanyardNumberIndex *self,
           GPtrArray          *found,
           const char         *exact)
{
  guint next;

  for (guint at = get_first (self, LANYARD_KEY_EXACT, g_str_hash (exact)); at != 0 && found->len < MAX_FOUND; at = next)
    {
      LanyardKey *key = get_place (self, at)->key;

      next = get_place (self, at)->next[LANYARD_KEY_EXACT];
      if (has_exact_key (key, exact))
        add_found (found, key);
    }
}

/* lanyard_number_index_find_same:
 * @self: an index
 * @number: a number
 *
 * Returns: (transfer full) (element-type SeamCredential): whose number is the same */
GPtrArray *
lanyard_number_index_find_same (LanyardNumberIndex  *self,
                                const LanyardNumber *number)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  const char *exact = lanyard_number_get_exact_key (number);

  if (exact != NULL)
    add_exact (self, found, exact);
  return found;
}

static void
add_with_end (LanyardNumberIndex  *self,
              GPtrArray           *found,
              const LanyardNumber *number,
              guint                trait,
              guint32              end)
{
  guint at = get_first (self, trait, end);

  for (guint i = 0; at != 0 && i < MAX_COMPARED; i++)
    {
      LanyardKey *key = get_place (self, at)->key;

      at = get_place (self, at)->next[trait];
      if (may_have (key, number))
        add_found (found, key);
    }
}

/* lanyard_number_index_find_maybe:
 * @self: an index
 * @number: a number
 *
 * Returns: (transfer full) (element-type SeamCredential): whose number may be the same */
GPtrArray *
lanyard_number_index_find_maybe (LanyardNumberIndex  *self,
                                 const LanyardNumber *number)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) keys = lanyard_number_list_maybe_keys (number);
  g_autoptr (GArray) ends = lanyard_number_list_ends (number);

  for (guint i = 0; keys[i] != NULL; i++)
    add_exact (self, found, keys[i]);
  for (guint i = 0; i < ends->len; i++)
    for (guint trait = LANYARD_KEY_ENDS; trait < LANYARD_KEY_N_TRAITS; trait++)
      add_with_end (self, found, number, trait, g_array_index (ends, guint32, i));
  return found;
}
