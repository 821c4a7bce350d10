/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of a batch, in a line, and a line for each reason why not all of it was done. */
#include "lanyard-batch-text.h"

#include <glib/gi18n.h>

#include "lanyard-entry-text.h"
#include "lanyard-error-text.h"
#include "lanyard-outcome-text.h"
#include "seam-error.h"

/* So many are named for each reason. */
#define MAX_NAMES 3

/* So few are told one by one. */
#define MAX_EACH 2

/* What failed for one and the same reason. */
typedef struct
{
  char      *reason;
  GPtrArray *names;
} Failure;

static void
failure_free (gpointer data)
{
  Failure *failure = data;

  g_free (failure->reason);
  g_ptr_array_unref (failure->names);
  g_free (failure);
}

static gboolean
is_done (LanyardBatch *batch,
         guint         position)
{
  LanyardEntry *entry = lanyard_batch_get_entry (batch, position);

  return entry != NULL && lanyard_entry_result_of (entry) == LANYARD_ENTRY_RESULT_DONE
         && lanyard_batch_get_error (batch, position) == NULL;
}

static char *
dup_reason (LanyardBatch *batch,
            guint         position)
{
  LanyardDirectory *directory = lanyard_changes_get_directory (lanyard_batch_get_changes (batch));
  LanyardEntry *entry = lanyard_batch_get_entry (batch, position);
  const GError *error = lanyard_batch_get_error (batch, position);
  g_autoptr (GError) unknown = NULL;
  char *reason = NULL;

  if (error != NULL)
    return lanyard_error_text (error);
  if (entry != NULL && lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_REFUSED)
    reason = lanyard_outcome_reason (directory, entry);
  if (reason != NULL)
    return reason;

  unknown = g_error_new_literal (SEAM_ERROR, SEAM_ERROR_UNKNOWN_OUTCOME, "");
  return lanyard_error_text (unknown);
}

static void
add_failure (GPtrArray  *failures,
             char       *reason,
             const char *name)
{
  Failure *failure = NULL;

  for (guint i = 0; i < failures->len && failure == NULL; i++)
    if (g_str_equal (((Failure *) failures->pdata[i])->reason, reason))
      failure = failures->pdata[i];
  if (failure == NULL)
    {
      failure = g_new0 (Failure, 1);
      failure->reason = g_strdup (reason);
      failure->names = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (failures, failure);
    }
  g_ptr_array_add (failure->names, lanyard_entry_name_text (name));
  g_free (reason);
}

static char *
join_names (GPtrArray *names,
            guint      n)
{
  char *text = g_strdup (names->pdata[0]);

  for (guint i = 1; i < n; i++)
    {
      g_autofree char *before = g_steal_pointer (&text);

      /* Translators: the names of credentials or users, one after another */
      text = g_strdup_printf (C_("names", "%s, %s"), before, (const char *) names->pdata[i]);
    }
  return text;
}

static char *
write_failure (Failure *failure)
{
  guint n = failure->names->len;
  guint n_more = n > MAX_NAMES ? n - MAX_NAMES : 0;
  g_autofree char *names = join_names (failure->names, n - n_more);
  g_autofree char *all = NULL;

  if (n_more > 0)
    /* Translators: names of credentials or users, and how many more there are */
    all = g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_more), names, n_more);

  /* Translators: what failed, and why */
  return g_strdup_printf (_("%s: %s"), all != NULL ? all : names, failure->reason);
}

/* Of users, who are each named where it failed. */
static char *
write_suspended (LanyardOperation operation,
                 guint            n_done,
                 guint            n)
{
  if (operation == LANYARD_OPERATION_SUSPEND && n_done == n)
    return g_strdup_printf (ngettext ("%u user suspended", "%u users suspended", n), n);
  if (operation == LANYARD_OPERATION_SUSPEND)
    /* Translators: how many of how many users; plural by the second number */
    return g_strdup_printf (ngettext ("%u of %u user suspended", "%u of %u users suspended", n), n_done, n);
  if (n_done == n)
    return g_strdup_printf (ngettext ("Access restored for %u user", "Access restored for %u users", n), n);

  /* Translators: how many of how many users; plural by the second number */
  return g_strdup_printf (ngettext ("Access restored for %u of %u user", "Access restored for %u of %u users", n), n_done,
                          n);
}

static char *
write_done (LanyardOperation operation,
            guint            n_done,
            guint            n,
            const char      *name)
{
  if (operation == LANYARD_OPERATION_UNASSIGN && n_done == n)
    /* Translators: how many credentials, and the name of their previous holder */
    return g_strdup_printf (ngettext ("%u credential unassigned from %s", "%u credentials unassigned from %s", n),
                            n, name);
  if (operation == LANYARD_OPERATION_UNASSIGN)
    /* Translators: how many of how many credentials, and the name of their holder; plural by the second number */
    return g_strdup_printf (ngettext ("%u of %u credential unassigned from %s",
                                      "%u of %u credentials unassigned from %s", n), n_done, n, name);
  if (n_done == n)
    /* Translators: how many credentials, and the name of their new holder */
    return g_strdup_printf (ngettext ("%u credential assigned to %s", "%u credentials assigned to %s", n), n, name);

  /* Translators: how many of how many credentials, and the name of the user; plural by the second number */
  return g_strdup_printf (ngettext ("%u of %u credential assigned to %s", "%u of %u credentials assigned to %s", n),
                          n_done, n, name);
}

/* Where they were of several people, whose names are in the activity. */
static char *
write_done_of_several (LanyardOperation operation,
                       guint            n_done,
                       guint            n)
{
  if (operation == LANYARD_OPERATION_UNASSIGN && n_done == n)
    return g_strdup_printf (ngettext ("%u credential unassigned", "%u credentials unassigned", n), n);
  if (operation == LANYARD_OPERATION_UNASSIGN)
    /* Translators: how many of how many credentials; plural by the second number */
    return g_strdup_printf (ngettext ("%u of %u credential unassigned", "%u of %u credentials unassigned", n), n_done,
                            n);
  if (n_done == n)
    return g_strdup_printf (ngettext ("%u credential assigned", "%u credentials assigned", n), n);

  /* Translators: how many of how many credentials; plural by the second number */
  return g_strdup_printf (ngettext ("%u of %u credential assigned", "%u of %u credentials assigned", n), n_done, n);
}

static const char *
get_user_id (LanyardEntry *entry)
{
  const char *to_id = lanyard_entry_get_to_id (entry);

  return to_id != NULL ? to_id : lanyard_entry_get_from_id (entry);
}

static gboolean
is_of_several (LanyardBatch *batch,
               LanyardEntry *first)
{
  for (guint i = 0; i < lanyard_batch_get_n_items (batch); i++)
    {
      LanyardEntry *entry = lanyard_batch_get_entry (batch, i);

      if (entry != NULL && g_strcmp0 (get_user_id (entry), get_user_id (first)) != 0)
        return TRUE;
    }

  return FALSE;
}

/* How much of it was done; nothing where nothing was begun. */
static void
add_head (LanyardBatch *batch,
          guint         n_done,
          GPtrArray    *lines)
{
  LanyardEntry *entry = NULL;
  g_autofree char *name = NULL;
  guint n = lanyard_batch_get_n_items (batch);

  for (guint i = 0; i < n && entry == NULL; i++)
    entry = lanyard_batch_get_entry (batch, i);
  if (entry == NULL)
    return;

  if (lanyard_entry_get_user_id (entry) != NULL)
    {
      g_ptr_array_add (lines, write_suspended (lanyard_entry_get_operation (entry), n_done, n));
      return;
    }
  name = lanyard_entry_name_text (lanyard_entry_get_to_id (entry) != NULL ? lanyard_entry_get_to_label (entry)
                                                                          : lanyard_entry_get_from_label (entry));
  g_ptr_array_add (lines, is_of_several (batch, entry)
                            ? write_done_of_several (lanyard_entry_get_operation (entry), n_done, n)
                            : write_done (lanyard_entry_get_operation (entry), n_done, n, name));
}

/* Whether something else was done with one record than with another. */
static gboolean
is_mixed (LanyardBatch *batch)
{
  LanyardEntry *first = NULL;

  for (guint i = 0; i < lanyard_batch_get_n_items (batch); i++)
    {
      LanyardEntry *entry = lanyard_batch_get_entry (batch, i);

      if (entry != NULL && first == NULL)
        first = entry;
      if (entry != NULL && lanyard_entry_get_operation (entry) != lanyard_entry_get_operation (first))
        return TRUE;
    }
  return FALSE;
}

/* A line for each record. */
static char *
write_each (LanyardBatch *batch)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < lanyard_batch_get_n_items (batch); i++)
    {
      LanyardDirectory *directory = lanyard_changes_get_directory (lanyard_batch_get_changes (batch));
      LanyardEntry *entry = lanyard_batch_get_entry (batch, i);
      const GError *error = lanyard_batch_get_error (batch, i);
      g_autofree char *line = error == NULL && entry != NULL ? lanyard_outcome_text (directory, entry)
                                                             : lanyard_error_text (error);

      g_strv_builder_add (builder, line);
    }
  lines = g_strv_builder_end (builder);
  return g_strjoinv ("\n", lines);
}

/**
 * lanyard_batch_text:
 * @batch: a batch that is through
 *
 * Says how much of it was done and, for each reason, what was not.
 *
 * Returns: (transfer full): lines without full stops, plain text
 */
char *
lanyard_batch_text (LanyardBatch *batch)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) failures = g_ptr_array_new_with_free_func (failure_free);
  guint n = lanyard_batch_get_n_items (batch);
  guint n_done = 0;

  /* Of a spare and of what it takes the place of, each is worth a line. */
  if (n <= MAX_EACH && is_mixed (batch))
    return write_each (batch);
  for (guint i = 0; i < n; i++)
    {
      if (is_done (batch, i))
        n_done++;
      else
        add_failure (failures, dup_reason (batch, i), lanyard_batch_get_name (batch, i));
    }
  add_head (batch, n_done, lines);
  for (guint i = 0; i < failures->len; i++)
    g_ptr_array_add (lines, write_failure (failures->pdata[i]));
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/**
 * lanyard_batch_recovered_text:
 * @batch: a batch of an earlier run, whose outcome was found out in this one
 *
 * Like lanyard_batch_text(), and says that it was before.
 *
 * Returns: (transfer full): lines without full stops, plain text
 */
char *
lanyard_batch_recovered_text (LanyardBatch *batch)
{
  g_autofree char *text = lanyard_batch_text (batch);

  /* Translators: %s is the outcome of the last change in the previous session */
  return g_strdup_printf (_("In the previous session: %s"), text);
}
