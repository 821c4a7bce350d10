/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something to be told: in which words, with which button, and for how long. Knows no widgets. */
#include "lanyard-telling.h"

#include <glib/gi18n.h>

#include "lanyard-changes-error.h"
#include "lanyard-entry-advice.h"
#include "lanyard-entry-text.h"
#include "lanyard-error-report.h"

/* Seconds. */
#define TIMEOUT_TOLD 6
#define TIMEOUT_OFFERED 10
#define TIMEOUT_DONE 10
#define TIMEOUT_NEVER 0

struct _LanyardTelling
{
  GObject parent_instance;

  char *text;
  LanyardEntry *entry; /* what it is about; NULL for nothing that lasts, and for a batch */
  LanyardBatch *batch; /* what it is about; NULL for nothing that lasts, and for an entry */
  char *label;         /* of a button, for what is not about an entry; NULL: none */
  char *action;        /* what that button does, a detailed name */
  gboolean passing;
};

G_DEFINE_FINAL_TYPE (LanyardTelling, lanyard_telling, G_TYPE_OBJECT)

/* Takes @target, which may be floating. */
static char *
print_action (const char *name,
              GVariant   *target)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (target);

  return g_action_print_detailed_name (name, sunk);
}

static char *
print_change (LanyardEntry *entry,
              const char   *name)
{
  return print_action (name, g_variant_new_int64 (lanyard_entry_get_id (entry)));
}

static const char *
get_button_of_batch (LanyardBatch *batch,
                     char        **action)
{
  GVariant *number = g_variant_new_int64 (lanyard_batch_get_number (batch));
  gboolean has_effect = FALSE, may_help = FALSE, is_open = FALSE;

  for (guint i = 0; i < lanyard_batch_get_n_items (batch); i++)
    {
      LanyardEntry *entry = lanyard_batch_get_entry (batch, i);
      LanyardEntryResult result = entry != NULL ? lanyard_entry_result_of (entry) : LANYARD_ENTRY_RESULT_ANY;

      has_effect |= result == LANYARD_ENTRY_RESULT_DONE;
      is_open |= result == LANYARD_ENTRY_RESULT_UNCONFIRMED;
      may_help |= entry != NULL && lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_REFUSED
                  && lanyard_entry_may_succeed_again (entry);
    }
  /* What failed is tried again before what was done is taken back: the keys do that, too. */
  *action = may_help || is_open ? print_action ("change.retry-batch", number)
            : has_effect ? print_action ("change.undo-batch", number) : NULL;
  if (*action == NULL)
    g_variant_unref (g_variant_ref_sink (number));
  return may_help ? _("Try Again") : is_open ? _("Check Again") : has_effect ? _("Undo") : NULL;
}

static const char *
get_button_of_refused (LanyardEntry *entry,
                       char        **action)
{
  if (lanyard_entry_may_succeed_again (entry))
    {
      *action = print_change (entry, "change.retry-entry");
      return _("Try Again");
    }

  if (lanyard_entry_has_report (entry))
    {
      g_autofree char *text = lanyard_entry_text (entry);

      /* What the server said was written down without the numbers of the credential. */
      *action = print_action ("tell.details", lanyard_entry_report (entry, NULL, text, NULL));
      return _("Details");
    }
  if (lanyard_entry_get_own_reason (entry) != LANYARD_CHANGES_ERROR_HOLDER_CHANGED)
    return NULL;

  *action = print_action ("go.show-credential", g_variant_new_string (lanyard_entry_get_credential_id (entry)));
  /* Translators: a button that shows the credential that a message is about */
  return _("Show");
}

static const char *
get_button_about (LanyardEntry *entry,
                  char        **action)
{
  switch (lanyard_entry_get_outcome (entry))
    {
    case LANYARD_OUTCOME_DONE:
      if (lanyard_entry_get_undone_by (entry) != 0)
        return NULL;

      *action = print_change (entry, "change.undo-entry");
      return _("Undo");

    case LANYARD_OUTCOME_REFUSED:
      return get_button_of_refused (entry, action);

    case LANYARD_OUTCOME_HALF_DONE:
      *action = print_change (entry, "change.retry-entry");
      return _("Try Again");

    case LANYARD_OUTCOME_PENDING:
    case LANYARD_OUTCOME_UNKNOWN:
    default:
      *action = print_change (entry, "change.check-entry");
      return _("Check Again");
    }
}

/**
 * lanyard_telling_get_button:
 * @self: what is told
 * @action: (out) (transfer full) (nullable): what the button does, the detailed name of an action
 *
 * Returns: (nullable): the label of a button, as things are now; %NULL: there is none
 */
const char *
lanyard_telling_get_button (LanyardTelling *self,
                            char          **action)
{
  g_return_val_if_fail (LANYARD_IS_TELLING (self), NULL);
  g_return_val_if_fail (action != NULL, NULL);

  *action = NULL;
  if (self->entry != NULL)
    return get_button_about (self->entry, action);
  if (self->batch != NULL)
    return get_button_of_batch (self->batch, action);

  *action = g_strdup (self->action);
  return self->label;
}

/**
 * lanyard_telling_get_timeout:
 * @self: what is told
 *
 * Returns: how many seconds it is told for, as things are now; 0: until it is closed
 */
guint
lanyard_telling_get_timeout (LanyardTelling *self)
{
  g_return_val_if_fail (LANYARD_IS_TELLING (self), TIMEOUT_NEVER);

  if (self->entry != NULL)
    return lanyard_entry_get_outcome (self->entry) == LANYARD_OUTCOME_DONE ? TIMEOUT_DONE : TIMEOUT_NEVER;
  if (self->batch != NULL)
    return self->passing ? TIMEOUT_DONE : TIMEOUT_NEVER;

  return self->label != NULL ? TIMEOUT_OFFERED : TIMEOUT_TOLD;
}

/**
 * lanyard_telling_get_text:
 * @self: what is told
 *
 * Returns: what to say, plain text
 */
const char *
lanyard_telling_get_text (LanyardTelling *self)
{
  g_return_val_if_fail (LANYARD_IS_TELLING (self), NULL);

  return self->text;
}

static LanyardEntry *
find_first (LanyardBatch *batch)
{
  LanyardEntry *entry = NULL;

  for (guint i = 0; i < lanyard_batch_get_n_items (batch) && entry == NULL; i++)
    entry = lanyard_batch_get_entry (batch, i);

  return entry;
}

/**
 * lanyard_telling_get_entry:
 * @self: what is told
 *
 * Returns: (transfer none) (nullable): the operation that it is about, or one of a batch; %NULL for nothing that lasts
 */
LanyardEntry *
lanyard_telling_get_entry (LanyardTelling *self)
{
  g_return_val_if_fail (LANYARD_IS_TELLING (self), NULL);

  return self->batch != NULL ? find_first (self->batch) : self->entry;
}

/**
 * lanyard_telling_get_batch:
 * @self: what is told
 *
 * Returns: (transfer none) (nullable): the batch that it is about
 */
LanyardBatch *
lanyard_telling_get_batch (LanyardTelling *self)
{
  g_return_val_if_fail (LANYARD_IS_TELLING (self), NULL);

  return self->batch;
}

/**
 * lanyard_telling_is_same:
 * @self: what is told
 * @other: (nullable): what is told as well
 *
 * Returns: whether both tell what came of the same operation, or the same batch
 */
gboolean
lanyard_telling_is_same (LanyardTelling *self,
                         LanyardTelling *other)
{
  g_return_val_if_fail (LANYARD_IS_TELLING (self), FALSE);

  if (other == NULL)
    return FALSE;
  if (self->batch != NULL && other->batch != NULL)
    return lanyard_batch_get_number (self->batch) == lanyard_batch_get_number (other->batch);

  return self->entry != NULL && other->entry != NULL
         && lanyard_entry_get_id (self->entry) == lanyard_entry_get_id (other->entry);
}

/**
 * lanyard_telling_is_passing:
 * @self: what is told
 *
 * Returns: whether it is of no importance a moment later, and gives way to anything else
 */
gboolean
lanyard_telling_is_passing (LanyardTelling *self)
{
  g_return_val_if_fail (LANYARD_IS_TELLING (self), FALSE);

  return self->passing;
}

static void
lanyard_telling_finalize (GObject *object)
{
  LanyardTelling *self = LANYARD_TELLING (object);

  g_free (self->text);
  g_free (self->label);
  g_free (self->action);
  g_clear_object (&self->entry);
  g_clear_object (&self->batch);

  G_OBJECT_CLASS (lanyard_telling_parent_class)->finalize (object);
}

static void
lanyard_telling_class_init (LanyardTellingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_telling_finalize;
}

static void
lanyard_telling_init (LanyardTelling *self)
{
}

/**
 * lanyard_telling_new:
 * @text: what to say, plain text
 * @label: (nullable): of a button
 * @action: (nullable): what that button does, the detailed name of an action
 *
 * Returns: (transfer full): something that is of no importance a moment later
 */
LanyardTelling *
lanyard_telling_new (const char *text,
                     const char *label,
                     const char *action)
{
  LanyardTelling *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail ((label == NULL) == (action == NULL), NULL);

  self = g_object_new (LANYARD_TYPE_TELLING, NULL);
  self->text = g_strdup (text);
  self->label = g_strdup (label);
  self->action = g_strdup (action);
  self->passing = TRUE;

  return self;
}

/**
 * lanyard_telling_new_about:
 * @entry: an operation that has its outcome
 * @text: what came of it, plain text
 *
 * What is done gives way to what is told next; what failed, or isn't known, does not.
 *
 * Returns: (transfer full): what came of @entry, with what can be done about that
 */
LanyardTelling *
lanyard_telling_new_about (LanyardEntry *entry,
                           const char   *text)
{
  LanyardTelling *self;

  g_return_val_if_fail (LANYARD_IS_ENTRY (entry), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_TELLING, NULL);
  self->text = g_strdup (text);
  self->entry = g_object_ref (entry);
  self->passing = lanyard_entry_get_outcome (entry) == LANYARD_OUTCOME_DONE;

  return self;
}

/**
 * lanyard_telling_new_of:
 * @batch: a batch that is through
 * @text: what came of it, plain text
 *
 * Returns: (transfer full): what came of @batch, with what can be done about that; it gives way to what is told next
 *   only if all of it is done
 */
LanyardTelling *
lanyard_telling_new_of (LanyardBatch *batch,
                        const char   *text)
{
  LanyardTelling *self;

  g_return_val_if_fail (LANYARD_IS_BATCH (batch), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_TELLING, NULL);
  self->text = g_strdup (text);
  self->batch = g_object_ref (batch);
  self->passing = lanyard_batch_count (batch, LANYARD_OUTCOME_DONE) == lanyard_batch_get_n_items (batch);

  return self;
}
