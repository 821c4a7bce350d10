/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a batch is doing, and how far it has come. */
#include "lanyard-batch-progress-text.h"

#include <glib/gi18n.h>

#include "lanyard-error-text.h"

typedef enum
{
  DOING_NOTHING,
  ASSIGNING,
  UNASSIGNING,
  SUSPENDING,
  RESTORING,
  UNDOING,
  OTHERWISE,
} Doing;

static Doing
what_is (LanyardOperation operation,
         gint64           undo_of)
{
  if (undo_of != 0)
    return UNDOING;

  switch (operation)
    {
    case LANYARD_OPERATION_ASSIGN:
    case LANYARD_OPERATION_MOVE:
      return ASSIGNING;
    case LANYARD_OPERATION_UNASSIGN:
      return UNASSIGNING;
    case LANYARD_OPERATION_SUSPEND:
      return SUSPENDING;
    case LANYARD_OPERATION_RESTORE:
      return RESTORING;
    case LANYARD_OPERATION_LOSE:
    case LANYARD_OPERATION_FIND:
    default:
      return OTHERWISE;
    }
}

static Doing
what_is_at (LanyardBatch *batch,
            guint         position)
{
  LanyardChange *change = lanyard_batch_get_change (batch, position);
  LanyardEntry *entry = lanyard_batch_get_entry (batch, position);

  if (change != NULL)
    return what_is (lanyard_change_get_operation (change), lanyard_change_get_undo_of (change));
  return entry != NULL ? what_is (lanyard_entry_get_operation (entry), lanyard_entry_get_undo_of (entry))
                       : DOING_NOTHING;
}

/* All of it alike, or something more general. */
static Doing
what_is_all (LanyardBatch *batch)
{
  Doing all = DOING_NOTHING;

  for (guint i = 0; i < lanyard_batch_get_n_items (batch); i++)
    {
      Doing one = what_is_at (batch, i);

      if (one == DOING_NOTHING || one == all)
        continue;
      if (all != DOING_NOTHING)
        return OTHERWISE;
      all = one;
    }
  return all;
}

/**
 * lanyard_batch_title_text:
 * @batch: a batch
 *
 * Returns: (transfer full): what it does, plain text
 */
char *
lanyard_batch_title_text (LanyardBatch *batch)
{
  guint n = lanyard_batch_get_n_items (batch);

  switch (what_is_all (batch))
    {
    case ASSIGNING:
      return g_strdup_printf (ngettext ("Assigning %u credential", "Assigning %u credentials", n), n);
    case UNASSIGNING:
      return g_strdup_printf (ngettext ("Unassigning %u credential", "Unassigning %u credentials", n), n);
    case SUSPENDING:
      return g_strdup_printf (ngettext ("Suspending %u user", "Suspending %u users", n), n);
    case RESTORING:
      return g_strdup_printf (ngettext ("Restoring access for %u user", "Restoring access for %u users", n), n);
    case UNDOING:
      return g_strdup_printf (ngettext ("Undoing %u change", "Undoing %u changes", n), n);
    case DOING_NOTHING:
    case OTHERWISE:
    default:
      return g_strdup_printf (ngettext ("Making %u change", "Making %u changes", n), n);
    }
}

static guint
get_count (LanyardBatch *batch,
           const char   *name)
{
  guint n;

  g_object_get (batch, name, &n, NULL);
  return n;
}

static char *
dup_time_left (LanyardBatch *batch)
{
  int seconds = lanyard_batch_get_time_left (batch);
  int minutes = (seconds + 30) / 60;

  if (seconds < 0 || get_count (batch, "n-left") == 0)
    return NULL;
  if (seconds < 5)
    return g_strdup (_("a few seconds left"));
  if (seconds < 60)
    {
      /* It does not jump with each change. */
      seconds = (seconds + 4) / 5 * 5;
      return g_strdup_printf (ngettext ("about %d second left", "about %d seconds left", (gulong) seconds), seconds);
    }
  return g_strdup_printf (ngettext ("about %d minute left", "about %d minutes left", (gulong) minutes), minutes);
}

/* Takes @part. */
static void
add (GString *text,
     char    *part)
{
  g_autofree char *taken = part;

  if (taken == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, taken);
}

static char *
dup_state (LanyardBatch *batch)
{
  switch (lanyard_batch_get_state (batch))
    {
    case LANYARD_BATCH_STATE_PLANNED:
      return g_strdup (C_("changes", "Not finished in the previous session"));
    case LANYARD_BATCH_STATE_PAUSING:
      return g_strdup (C_("changes", "Pausing…"));
    case LANYARD_BATCH_STATE_PAUSED:
      return g_strdup (C_("changes", "Paused"));
    case LANYARD_BATCH_STATE_STOPPING:
      return g_strdup (C_("changes", "Stopping…"));
    case LANYARD_BATCH_STATE_RUNNING:
    case LANYARD_BATCH_STATE_ENDED:
    default:
      return NULL;
    }
}

/* Why it has paused by itself. */
static void
add_trouble (GString      *text,
             LanyardBatch *batch)
{
  const GError *trouble = lanyard_course_get_trouble (lanyard_batch_get_course (batch));
  g_autofree char *reason = trouble != NULL ? lanyard_error_text (trouble) : NULL;

  if (reason != NULL)
    /* Translators: %s is a reason, such as "The server did not respond in time. Try again later" */
    g_string_append_printf (text, _("\nToo many changes failed in a row: %s"), reason);
}

/**
 * lanyard_batch_progress_text:
 * @batch: a batch
 *
 * Returns: (transfer full): how far it has come, plain text; a second line says why it doesn't go on
 */
char *
lanyard_batch_progress_text (LanyardBatch *batch)
{
  GString *text = g_string_new (NULL);
  guint n = lanyard_batch_get_n_items (batch);
  guint n_done = get_count (batch, "n-done");
  guint n_refused = get_count (batch, "n-refused");
  guint n_unknown = get_count (batch, "n-unknown");

  add (text, dup_state (batch));
  /* Translators: how many of how many changes */
  add (text, g_strdup_printf (ngettext ("%u of %u done", "%u of %u done", n), n_done, n));
  if (n_refused > 0)
    add (text, g_strdup_printf (ngettext ("%u not done", "%u not done", n_refused), n_refused));
  if (n_unknown > 0)
    add (text, g_strdup_printf (ngettext ("%u not confirmed", "%u not confirmed", n_unknown), n_unknown));
  add (text, dup_time_left (batch));
  add_trouble (text, batch);
  return g_string_free (text, FALSE);
}
