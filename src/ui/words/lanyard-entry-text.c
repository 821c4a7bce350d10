/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an operation did, or what came of it, in a sentence. */
#include "lanyard-entry-text.h"

#include <glib/gi18n.h>

#include "lanyard-changes-error.h"
#include "lanyard-error-text.h"
#include "lanyard-name-text.h"
#include "lanyard-time-text.h"
#include "seam-error.h"

/* The names of an entry, fit for a sentence. */
typedef struct
{
  char *credential;
  char *from;
  char *to;
} Names;

static void
names_clear (Names *names)
{
  g_clear_pointer (&names->credential, g_free);
  g_clear_pointer (&names->from, g_free);
  g_clear_pointer (&names->to, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static char *
dup_done (LanyardEntry *entry,
          const Names  *names)
{
  switch (lanyard_entry_get_operation (entry))
    {
    case LANYARD_OPERATION_UNASSIGN:
      /* Translators: a credential, such as "Card 82****", and who had it */
      return g_strdup_printf (_("%s unassigned from %s"), names->credential, names->from);
    case LANYARD_OPERATION_MOVE:
      /* Translators: a credential, who had it, and who has it now */
      return g_strdup_printf (_("%s taken from %s and assigned to %s"), names->credential, names->from, names->to);
    case LANYARD_OPERATION_ASSIGN:
    default:
      /* Translators: a credential, such as "Card 82****", and who has it now */
      return g_strdup_printf (_("%s assigned to %s"), names->credential, names->to);
    }
}

static char *
dup_refused (LanyardEntry *entry,
             const Names  *names)
{
  switch (lanyard_entry_get_operation (entry))
    {
    case LANYARD_OPERATION_UNASSIGN:
      /* Translators: a credential, and who has it */
      return g_strdup_printf (_("%s could not be unassigned from %s"), names->credential, names->from);
    case LANYARD_OPERATION_MOVE:
      /* Translators: a credential, who has it, and who was to get it */
      return g_strdup_printf (_("%s could not be taken from %s for %s"), names->credential, names->from, names->to);
    case LANYARD_OPERATION_ASSIGN:
    default:
      /* Translators: a credential, and who was to get it */
      return g_strdup_printf (_("%s could not be assigned to %s"), names->credential, names->to);
    }
}

static char *
dup_unknown (LanyardEntry *entry,
             const Names  *names)
{
  switch (lanyard_entry_get_operation (entry))
    {
    case LANYARD_OPERATION_UNASSIGN:
      /* Translators: a credential, and who had it */
      return g_strdup_printf (_("It is not known whether %s was unassigned from %s"), names->credential, names->from);
    case LANYARD_OPERATION_MOVE:
      /* Translators: a credential, who had it, and who was to get it */
      return g_strdup_printf (_("It is not known whether %s was taken from %s and assigned to %s"), names->credential,
                              names->from, names->to);
    case LANYARD_OPERATION_ASSIGN:
    default:
      /* Translators: a credential, and who was to get it */
      return g_strdup_printf (_("It is not known whether %s was assigned to %s"), names->credential, names->to);
    }
}

/* The kind of failure, or the server's own words where it gave some; NULL for none. */
static char *
dup_reason (LanyardEntry *entry)
{
  const char *message = lanyard_entry_get_message (entry);
  int code = lanyard_entry_get_error_code (entry);
  g_autoptr (GError) error = NULL;

  if (message != NULL && *message != '\0')
    return lanyard_name_text (message);
  if (code < 0)
    return NULL;

  if (lanyard_entry_get_own_reason (entry) >= 0)
    error = g_error_new_literal (LANYARD_CHANGES_ERROR, lanyard_entry_get_own_reason (entry), "");
  else
    error = g_error_new_literal (SEAM_ERROR, code, "");

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

  return g_strdup (lanyard_entry_get_operation (entry) == LANYARD_OPERATION_UNASSIGN ? _("Unassigning…")
                                                                                     : _("Assigning…"));
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
  g_auto (Names) names = { NULL, };

  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);

  names.credential = lanyard_entry_name_text (lanyard_entry_get_credential_label (entry));
  names.from = lanyard_entry_name_text (lanyard_entry_get_from_label (entry));
  names.to = lanyard_entry_name_text (lanyard_entry_get_to_label (entry));

  switch (lanyard_entry_get_operation (entry))
    {
    case LANYARD_OPERATION_UNASSIGN:
      /* Translators: a credential, and who has it */
      return g_strdup_printf (_("Unassigning %s from %s…"), names.credential, names.from);
    case LANYARD_OPERATION_MOVE:
      /* Translators: a credential, who has it, and who is to get it */
      return g_strdup_printf (_("Taking %s from %s and assigning it to %s…"), names.credential, names.from, names.to);
    case LANYARD_OPERATION_ASSIGN:
    default:
      /* Translators: a credential, and who is to get it */
      return g_strdup_printf (_("Assigning %s to %s…"), names.credential, names.to);
    }
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
  g_auto (Names) names = { NULL, };

  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);

  names.credential = lanyard_entry_name_text (lanyard_entry_get_credential_label (entry));
  names.from = lanyard_entry_name_text (lanyard_entry_get_from_label (entry));
  names.to = lanyard_entry_name_text (lanyard_entry_get_to_label (entry));

  switch (lanyard_entry_get_outcome (entry))
    {
    case LANYARD_OUTCOME_DONE:
      return dup_done (entry, &names);
    case LANYARD_OUTCOME_REFUSED:
      return dup_refused (entry, &names);
    case LANYARD_OUTCOME_HALF_DONE:
      /* Translators: a credential, who had it, and who was to get it */
      return g_strdup_printf (_("%s was taken from %s, but could not be assigned to %s"), names.credential, names.from,
                              names.to);
    case LANYARD_OUTCOME_PENDING:
    case LANYARD_OUTCOME_UNKNOWN:
    default:
      return dup_unknown (entry, &names);
    }
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
  g_autofree char *reason = title != NULL && has_failed (entry) ? dup_reason (entry) : NULL;

  /* Translators: what failed, and why */
  return reason != NULL ? g_strdup_printf (_("%s: %s"), title, reason) : g_steal_pointer (&title);
}

/**
 * lanyard_entry_detail:
 * @entry: an operation
 *
 * Says when @entry was begun, why it failed and whether it was taken back.
 *
 * Returns: (transfer full): a few words on a line or more, plain text
 */
char *
lanyard_entry_detail (LanyardEntry *entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *request_id;
  char *clock;

  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);

  clock = lanyard_time_text_clock (lanyard_entry_get_begun_at (entry), NULL);
  if (clock != NULL)
    g_ptr_array_add (parts, clock);
  if (lanyard_entry_get_undone_by (entry) != 0)
    g_ptr_array_add (parts, g_strdup (C_("activity", "Taken back since")));
  if (lanyard_entry_get_undo_of (entry) != 0)
    g_ptr_array_add (parts, g_strdup (C_("activity", "To take a change back")));
  if (has_failed (entry))
    {
      char *reason = dup_reason (entry);

      if (reason != NULL)
        g_ptr_array_add (parts, reason);
    }
  request_id = lanyard_entry_get_request_id (entry);
  if (lanyard_entry_get_outcome (entry) != LANYARD_OUTCOME_DONE && request_id != NULL)
    {
      g_autofree char *shown = lanyard_name_text (request_id);

      /* Translators: %s is what the server calls a request; its support asks for it */
      g_ptr_array_add (parts, g_strdup_printf (_("Request %s"), shown != NULL ? shown : ""));
    }
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

  /* Translators: %s is what came of the last change in the run before */
  return g_strdup_printf (_("Before Lanyard was closed: %s"), text);
}
