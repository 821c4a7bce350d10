/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an operation did, or what came of it, in a sentence. */
#include "lanyard-entry-text.h"

#include <glib/gi18n.h>

#include "lanyard-change-words.h"
#include "lanyard-changes-error.h"
#include "lanyard-error-report.h"
#include "lanyard-error-text.h"
#include "lanyard-error-words.h"
#include "lanyard-name-text.h"
#include "lanyard-time-text.h"

/**
 * lanyard_entry_reason:
 * @entry: an operation that failed
 *
 * Returns: (transfer full) (nullable): why, in words of ours; %NULL where nothing is known
 */
char *
lanyard_entry_reason (LanyardEntry *entry)
{
  int code = lanyard_entry_get_error_code (entry);
  int own_reason = lanyard_entry_get_own_reason (entry);
  const char *message;
  g_autofree char *type_name = lanyard_entry_dup_type (entry, &message);
  const LanyardErrorWords *words = lanyard_error_words_of_type (type_name);
  g_autoptr (GError) error = NULL;

  if (code < 0)
    return NULL;
  if (own_reason < 0)
    return g_strdup (_((words != NULL ? words : lanyard_error_words_of_code (code))->line));

  error = g_error_new_literal (LANYARD_CHANGES_ERROR, own_reason, "");
  return lanyard_error_text (error);
}

/**
 * lanyard_entry_name_text:
 * @label: (nullable): a label of an entry
 *
 * Makes the name of a user or a credential fit for a sentence.
 *
 * Returns: (transfer full): the name, or a word for not having one
 */
char *
lanyard_entry_name_text (const char *label)
{
  g_autofree char *name = lanyard_name_text (label);

  return name != NULL ? lanyard_name_in_sentence (name) : g_strdup (C_("user or credential without a name", "unnamed"));
}

/* What a text takes stands beside it in the table, where no compiler compares the two: a test does. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static char *
fill_in (const char *text,
         char      **names)
{
  G_STATIC_ASSERT (LANYARD_MAX_NAMES == 3);

  return g_strdup_printf (gettext (text), names[0], names[1], names[2]);
}

#pragma GCC diagnostic pop

static char *
write_sentence (const LanyardSentence *sentence,
                LanyardEntry          *entry)
{
  char *names[LANYARD_MAX_NAMES] = { NULL, };
  char *text;

  for (guint i = 0; i < LANYARD_MAX_NAMES && sentence->names[i] != NULL; i++)
    names[i] = lanyard_entry_name_text (sentence->names[i] (entry));
  text = fill_in (sentence->text, names);
  for (guint i = 0; i < LANYARD_MAX_NAMES; i++)
    g_free (names[i]);

  return text;
}

/* Whether it is written down with the rest of its batch, and it is not its turn yet. */
static gboolean
is_waiting (LanyardEntry *entry)
{
  return lanyard_entry_get_batch (entry) != 0 && lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_PENDING
         && !lanyard_entry_get_is_sent (entry);
}

/**
 * lanyard_entry_step_text:
 * @entry: an operation that is under way
 *
 * Says what is under way where it is clear with what.
 *
 * Returns: (transfer full): a word
 */
char *
lanyard_entry_step_text (LanyardEntry *entry)
{
  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);

  return g_strdup (is_waiting (entry) ? C_("changes", "Waiting…")
                                      : gettext (lanyard_change_words_get (lanyard_entry_get_operation (entry))->step));
}

/**
 * lanyard_entry_under_way_text:
 * @entry: an operation that is under way
 *
 * Says what is under way.
 *
 * Returns: (transfer full): a phrase, plain text
 */
char *
lanyard_entry_under_way_text (LanyardEntry *entry)
{
  const LanyardChangeWords *words;

  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);

  words = lanyard_change_words_get (lanyard_entry_get_operation (entry));
  return write_sentence (is_waiting (entry) ? &words->waiting : &words->under_way, entry);
}

/**
 * lanyard_entry_title:
 * @entry: an operation
 *
 * Says what came of @entry, by its outcome, without a reason.
 *
 * Returns: (transfer full): a sentence without its full stop, plain text
 */
char *
lanyard_entry_title (LanyardEntry *entry)
{
  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);

  return write_sentence (lanyard_change_words_of_outcome (lanyard_entry_get_operation (entry),
                                                          lanyard_entry_get_outcome (entry)), entry);
}

static gboolean
has_failed (LanyardEntry *entry)
{
  LanyardOutcome outcome = lanyard_entry_get_outcome (entry);

  return outcome == LANYARD_OUTCOME_REFUSED || outcome == LANYARD_OUTCOME_HALF_DONE;
}

/**
 * lanyard_entry_text:
 * @entry: an operation
 *
 * Says what came of @entry, by its outcome, and why.
 *
 * Returns: (transfer full): a sentence without its full stop, plain text
 */
char *
lanyard_entry_text (LanyardEntry *entry)
{
  g_autofree char *title = lanyard_entry_title (entry);
  g_autofree char *reason = title != NULL && has_failed (entry) ? lanyard_entry_reason (entry) : NULL;

  /* Translators: what failed, and why */
  return reason != NULL ? g_strdup_printf (_("%s: %s"), title, reason) : g_steal_pointer (&title);
}

static void
add_part (GPtrArray *parts,
          char      *part)
{
  if (part != NULL)
    g_ptr_array_add (parts, part);
}

/* Who carried it out: only the journal knows. */
static char *
dup_operator_part (LanyardEntry *entry)
{
  g_autofree char *name = lanyard_name_text (lanyard_entry_get_operator (entry));
  g_autofree char *shown = name != NULL ? lanyard_name_in_sentence (name) : NULL;

  /* Translators: %s is the login name of whoever made a change */
  return shown != NULL ? g_strdup_printf (C_("activity", "by %s"), shown) : NULL;
}

static char *
dup_undo_part (LanyardEntry *entry)
{
  if (lanyard_entry_get_undone_by (entry) != 0)
    return g_strdup (C_("activity", "Undone"));
  if (lanyard_entry_get_undo_of (entry) == 0)
    return NULL;

  return g_strdup (lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_DONE
                   ? C_("activity", "Undid an earlier change") : C_("activity", "Attempt to undo an earlier change"));
}

/**
 * lanyard_entry_detail:
 * @entry: an operation
 *
 * Says when @entry was begun and by whom, whether it was taken back, and why it failed.
 *
 * Returns: (transfer full): a few words on a line or more, plain text
 */
char *
lanyard_entry_detail (LanyardEntry *entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);

  add_part (parts, lanyard_time_text_clock (lanyard_entry_get_begun_at (entry), NULL));
  add_part (parts, dup_operator_part (entry));
  add_part (parts, dup_undo_part (entry));
  add_part (parts, has_failed (entry) ? lanyard_entry_reason (entry) : NULL);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * lanyard_entry_recovered_text:
 * @entry: an operation that was begun in an earlier run, and whose outcome was found out in this one
 *
 * Says what came of @entry in the end.
 *
 * Returns: (transfer full): a sentence without its full stop, plain text
 */
char *
lanyard_entry_recovered_text (LanyardEntry *entry)
{
  g_autofree char *text = lanyard_entry_text (entry);

  g_return_val_if_fail (text != NULL, NULL);

  /* Translators: %s is the outcome of the last change in the previous session */
  return g_strdup_printf (_("In the previous session: %s"), text);
}
