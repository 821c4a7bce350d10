/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the card with exactly this number, whatever a list is filtered by at the moment. */
#include "lanyard-card-lookup.h"

struct _LanyardCardLookup
{
  GObject parent_instance;

  LanyardList *list; /* of all credentials, searched for the number */
  char        *number;
  guint        source;
};

G_DEFINE_FINAL_TYPE (LanyardCardLookup, lanyard_card_lookup, G_TYPE_OBJECT)

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Searching matches parts of words as well: only the whole number is the card. */
static SeamCredential *
find_exact (LanyardCardLookup *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SeamCredential) credential = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      const char *number = seam_credential_get_card_number (credential);

      if (number != NULL && g_ascii_strcasecmp (number, self->number) == 0)
        return g_steal_pointer (&credential);
    }

  return NULL;
}

static gboolean
on_settled (gpointer user_data)
{
  g_autoptr (LanyardCardLookup) self = g_object_ref (LANYARD_CARD_LOOKUP (user_data));
  g_autoptr (SeamCredential) credential = NULL;
  gboolean searching;

  g_object_get (self->list, "searching", &searching, NULL);
  self->source = 0;
  if (searching)
    return G_SOURCE_REMOVE;

  credential = find_exact (self);
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, credential);

  return G_SOURCE_REMOVE;
}

static void
look_when_settled (LanyardCardLookup *self)
{
  if (self->source == 0)
    self->source = g_idle_add (on_settled, self);
}

/**
 * lanyard_card_lookup_start:
 * @self: a lookup
 *
 * Begins to look; "done" is emitted once the list has been searched. Dropping @self stops it.
 */
void
lanyard_card_lookup_start (LanyardCardLookup *self)
{
  g_return_if_fail (LANYARD_IS_CARD_LOOKUP (self));

  g_signal_connect_object (self->list, "notify::searching", G_CALLBACK (look_when_settled), self, G_CONNECT_SWAPPED);
  g_object_set (self->list, "search", self->number, NULL);
  look_when_settled (self);
}

static void
lanyard_card_lookup_dispose (GObject *object)
{
  LanyardCardLookup *self = LANYARD_CARD_LOOKUP (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->list);
  g_clear_pointer (&self->number, g_free);

  G_OBJECT_CLASS (lanyard_card_lookup_parent_class)->dispose (object);
}

static void
lanyard_card_lookup_class_init (LanyardCardLookupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_card_lookup_dispose;

  signals[SIGNAL_DONE] = g_signal_new ("done", LANYARD_TYPE_CARD_LOOKUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, SEAM_TYPE_CREDENTIAL);
}

static void
lanyard_card_lookup_init (LanyardCardLookup *self)
{
}

/**
 * lanyard_card_lookup_new:
 * @directory: a workspace
 * @number: what a card reader typed
 *
 * Returns: (transfer full): a lookup that is yet to be started
 */
LanyardCardLookup *
lanyard_card_lookup_new (LanyardDirectory *directory,
                         const char       *number)
{
  LanyardCardLookup *self;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (number != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_CARD_LOOKUP, NULL);
  self->list = lanyard_list_new (lanyard_directory_get_credentials (directory));
  self->number = g_strstrip (g_strdup (number));

  return self;
}
