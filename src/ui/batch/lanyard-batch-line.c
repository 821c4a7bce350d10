/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of a report: one record of a batch, whose it is, and what came of it. */
#include "lanyard-batch-line.h"

#include <glib/gi18n.h>

#include "lanyard-entry-text.h"
#include "lanyard-error-text.h"
#include "lanyard-outcome-text.h"

/* In the order in which they are listed: what somebody has to look at first. */
typedef enum
{
  NOT_DONE,
  UNKNOWN,
  LEFT,
  DONE,
} Rank;

struct _LanyardBatchLine
{
  GObject parent_instance;

  char *name;
  char *text;
  char *person; /* as it is sorted by; "" for nobody */
  Rank  rank;
};

G_DEFINE_FINAL_TYPE (LanyardBatchLine, lanyard_batch_line, G_TYPE_OBJECT)

static void
lanyard_batch_line_finalize (GObject *object)
{
  LanyardBatchLine *self = LANYARD_BATCH_LINE (object);

  g_free (self->name);
  g_free (self->text);
  g_free (self->person);

  G_OBJECT_CLASS (lanyard_batch_line_parent_class)->finalize (object);
}

static void
lanyard_batch_line_class_init (LanyardBatchLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_batch_line_finalize;
}

static void
lanyard_batch_line_init (LanyardBatchLine *self)
{
}

static Rank
find_rank (LanyardEntry *entry,
           const GError *error)
{
  if (error != NULL)
    return NOT_DONE;
  if (entry == NULL)
    return LEFT;
  switch (lanyard_entry_get_outcome (entry))
    {
    case LANYARD_OUTCOME_DONE:
      return DONE;
    case LANYARD_OUTCOME_REFUSED:
    case LANYARD_OUTCOME_HALF_DONE:
      return NOT_DONE;
    case LANYARD_OUTCOME_PENDING:
      return lanyard_entry_get_is_sent (entry) ? UNKNOWN : LEFT;
    case LANYARD_OUTCOME_UNKNOWN:
    default:
      return UNKNOWN;
    }
}

static char *
dup_person (LanyardBatch *batch,
            guint         position)
{
  LanyardEntry *entry = lanyard_batch_get_entry (batch, position);
  LanyardChange *change = lanyard_batch_get_change (batch, position);

  if (entry != NULL && lanyard_entry_get_to_id (entry) != NULL)
    return lanyard_entry_name_text (lanyard_entry_get_to_label (entry));
  if (entry != NULL && lanyard_entry_get_from_id (entry) != NULL)
    return lanyard_entry_name_text (lanyard_entry_get_from_label (entry));
  if (change != NULL && lanyard_change_get_target (change) != NULL)
    return lanyard_entry_name_text (seam_record_get_display_name (lanyard_change_get_target (change)));
  return g_strdup ("");
}

static char *
dup_outcome (LanyardBatch *batch,
             LanyardEntry *entry,
             const GError *error,
             Rank          rank)
{
  LanyardDirectory *directory = lanyard_changes_get_directory (lanyard_batch_get_changes (batch));
  g_autofree char *reason = error != NULL ? lanyard_error_text (error)
                            : rank == NOT_DONE ? lanyard_outcome_reason (directory, entry) : NULL;

  switch (rank)
    {
    case DONE:
      return lanyard_entry_get_undone_by (entry) != 0 ? g_strdup (C_("report", "Done, and undone since"))
                                                      : g_strdup (C_("report", "Done"));
    case NOT_DONE:
      /* Translators: %s is the reason */
      return reason != NULL ? g_strdup_printf (C_("report", "Not done: %s"), reason)
                            : g_strdup (C_("report", "Not done"));
    case LEFT:
      return g_strdup (C_("report", "Not done yet"));
    case UNKNOWN:
    default:
      return g_strdup (C_("report", "Not confirmed"));
    }
}

/**
 * lanyard_batch_line_new:
 * @batch: a batch
 * @position: which of its records
 *
 * Returns: (transfer full): a line about it, as it is now
 */
LanyardBatchLine *
lanyard_batch_line_new (LanyardBatch *batch,
                        guint         position)
{
  LanyardBatchLine *self;
  LanyardEntry *entry;
  const GError *error;
  g_autofree char *outcome = NULL;

  g_return_val_if_fail (LANYARD_IS_BATCH (batch), NULL);

  entry = lanyard_batch_get_entry (batch, position);
  error = lanyard_batch_get_error (batch, position);
  self = g_object_new (LANYARD_TYPE_BATCH_LINE, NULL);
  self->rank = find_rank (entry, error);
  self->name = lanyard_entry_name_text (lanyard_batch_get_name (batch, position));
  self->person = dup_person (batch, position);
  outcome = dup_outcome (batch, entry, error, self->rank);
  self->text = *self->person != '\0' ? g_strdup_printf ("%s · %s", self->person, outcome) : g_strdup (outcome);
  return self;
}

const char *
lanyard_batch_line_get_name (LanyardBatchLine *self)
{
  return self->name;
}

const char *
lanyard_batch_line_get_text (LanyardBatchLine *self)
{
  return self->text;
}

const char *
lanyard_batch_line_get_icon (LanyardBatchLine *self)
{
  static const char * const icons[] = {
    [NOT_DONE] = "dialog-warning-symbolic",
    [UNKNOWN] = "dialog-question-symbolic",
    [LEFT] = "content-loading-symbolic",
    [DONE] = "object-select-symbolic",
  };

  return icons[self->rank];
}

/**
 * lanyard_batch_line_compare:
 * @a: a pointer to a line
 * @b: a pointer to another
 *
 * Returns: their order: what is not done first, and then person by person
 */
int
lanyard_batch_line_compare (gconstpointer a,
                            gconstpointer b)
{
  LanyardBatchLine *first = *(LanyardBatchLine * const *) a;
  LanyardBatchLine *second = *(LanyardBatchLine * const *) b;
  int order = (int) first->rank - (int) second->rank;

  if (order == 0)
    order = g_utf8_collate (first->person, second->person);
  return order != 0 ? order : g_utf8_collate (first->name, second->name);
}
