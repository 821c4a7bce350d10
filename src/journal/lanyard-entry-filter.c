/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which entries of the journal are asked for. The journal asks SQLite the same; a test compares the two. */
#include "lanyard-entry-filter.h"

#include "lanyard-entry-words.h"

G_DEFINE_ENUM_TYPE (LanyardEntryResult, lanyard_entry_result,
                    G_DEFINE_ENUM_VALUE (LANYARD_ENTRY_RESULT_ANY, "any"),
                    G_DEFINE_ENUM_VALUE (LANYARD_ENTRY_RESULT_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (LANYARD_ENTRY_RESULT_NOT_DONE, "not-done"),
                    G_DEFINE_ENUM_VALUE (LANYARD_ENTRY_RESULT_UNCONFIRMED, "unconfirmed"),
                    G_DEFINE_ENUM_VALUE (LANYARD_ENTRY_RESULT_UNDONE, "undone"))

/**
 * lanyard_entry_result_of:
 * @entry: an entry
 *
 * Returns: what came of it, all in all
 */
LanyardEntryResult
lanyard_entry_result_of (LanyardEntry *entry)
{
  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), LANYARD_ENTRY_RESULT_ANY);

  if (lanyard_entry_get_undone_by (entry) != 0)
    return LANYARD_ENTRY_RESULT_UNDONE;

  switch (lanyard_entry_get_outcome (entry))
    {
    case LANYARD_OUTCOME_DONE:
      return LANYARD_ENTRY_RESULT_DONE;
    case LANYARD_OUTCOME_REFUSED:
    case LANYARD_OUTCOME_HALF_DONE:
      return LANYARD_ENTRY_RESULT_NOT_DONE;
    case LANYARD_OUTCOME_PENDING:
    case LANYARD_OUTCOME_UNKNOWN:
    default:
      return LANYARD_ENTRY_RESULT_UNCONFIRMED;
    }
}

/**
 * lanyard_entry_filter_new:
 * @workspace_id: (nullable): of which workspace; %NULL for all
 * @search: (nullable): words that an entry has to have
 *
 * Returns: (transfer full): a filter that asks for nothing else
 */
LanyardEntryFilter *
lanyard_entry_filter_new (const char *workspace_id,
                          const char *search)
{
  LanyardEntryFilter *self = g_new0 (LanyardEntryFilter, 1);

  self->workspace_id = g_strdup (workspace_id);
  self->search = g_strdup (search);

  return self;
}

/**
 * lanyard_entry_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): another that asks for the same
 */
LanyardEntryFilter *
lanyard_entry_filter_copy (const LanyardEntryFilter *self)
{
  LanyardEntryFilter *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = lanyard_entry_filter_new (self->workspace_id, self->search);
  copy->since = self->since;
  copy->until = self->until;
  copy->result = self->result;
  copy->operator = g_strdup (self->operator);
  copy->credential_id = g_strdup (self->credential_id);
  copy->user_id = g_strdup (self->user_id);

  return copy;
}

/**
 * lanyard_entry_filter_equal:
 * @self: a filter
 * @other: another one
 *
 * Returns: whether they ask for the same
 */
gboolean
lanyard_entry_filter_equal (const LanyardEntryFilter *self,
                            const LanyardEntryFilter *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->since == other->since && self->until == other->until && self->result == other->result
         && g_strcmp0 (self->workspace_id, other->workspace_id) == 0 && g_strcmp0 (self->search, other->search) == 0
         && g_strcmp0 (self->operator, other->operator) == 0
         && g_strcmp0 (self->credential_id, other->credential_id) == 0
         && g_strcmp0 (self->user_id, other->user_id) == 0;
}

/**
 * lanyard_entry_filter_free:
 * @self: a filter
 *
 * Frees it and its strings.
 */
void
lanyard_entry_filter_free (LanyardEntryFilter *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->workspace_id);
  g_free (self->search);
  g_free (self->operator);
  g_free (self->credential_id);
  g_free (self->user_id);
  g_free (self);
}

static gboolean
is_wanted (const char *wanted,
           const char *found)
{
  return wanted == NULL || g_strcmp0 (wanted, found) == 0;
}

static gboolean
is_of_time (const LanyardEntryFilter *self,
            gint64                    time)
{
  return time >= self->since && (self->until == 0 || time < self->until);
}

static gboolean
has_words (const LanyardEntryFilter *self,
           LanyardEntry             *entry)
{
  g_auto (GStrv) words = lanyard_entry_words_of (self->search);
  const char *texts[] = {
    lanyard_entry_get_subject_name (entry), lanyard_entry_get_from_label (entry), lanyard_entry_get_to_label (entry),
    lanyard_entry_get_message (entry), lanyard_entry_get_request_id (entry), lanyard_entry_get_subject_id (entry),
    lanyard_entry_get_operator (entry),
  };
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_append_printf (all, "%s\n", texts[i] != NULL ? texts[i] : "");

  return lanyard_entry_words_are_in ((const char * const *) words, all->str);
}

/**
 * lanyard_entry_filter_matches:
 * @self: a filter
 * @entry: an entry
 *
 * Returns: whether @entry is among what is asked for
 */
gboolean
lanyard_entry_filter_matches (const LanyardEntryFilter *self,
                              LanyardEntry             *entry)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), FALSE);

  return is_wanted (self->workspace_id, lanyard_entry_get_workspace_id (entry))
         && is_of_time (self, lanyard_entry_get_begun_at (entry))
         && (self->result == LANYARD_ENTRY_RESULT_ANY || self->result == lanyard_entry_result_of (entry))
         && is_wanted (self->operator, lanyard_entry_get_operator (entry))
         && is_wanted (self->credential_id, lanyard_entry_get_credential_id (entry))
         && (is_wanted (self->user_id, lanyard_entry_get_user_id (entry))
             || is_wanted (self->user_id, lanyard_entry_get_from_id (entry))
             || is_wanted (self->user_id, lanyard_entry_get_to_id (entry)))
         && has_words (self, entry);
}
