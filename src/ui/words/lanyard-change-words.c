/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each kind of change is put into words, as a table: what is done, and what came of it. */
#include "lanyard-change-words.h"

#include <glib/gi18n.h>

#include "lanyard-change-kind.h"

#define CREDENTIAL lanyard_entry_get_credential_label
#define FROM lanyard_entry_get_from_label
#define TO lanyard_entry_get_to_label

#define HALF_DONE \
  /* Translators: a credential, who had it, and who was to get it */ \
  { N_("%s was taken from %s, but could not be assigned to %s"), { CREDENTIAL, FROM, TO } }

static const LanyardChangeWords words[] = {
  [LANYARD_OPERATION_ASSIGN] = {
    .step = N_("Assigning…"),
    .under_way = {
      /* Translators: a credential, and who is to get it */
      N_("Assigning %s to %s…"), { CREDENTIAL, TO },
    },
    .done = {
      /* Translators: a credential, such as "Card 82****", and who has it now */
      N_("%s assigned to %s"), { CREDENTIAL, TO },
    },
    .refused = {
      /* Translators: a credential, and who was to get it */
      N_("%s could not be assigned to %s"), { CREDENTIAL, TO },
    },
    .half_done = HALF_DONE,
    .unknown = {
      /* Translators: a credential, and who was to get it */
      N_("It is not known whether %s was assigned to %s"), { CREDENTIAL, TO },
    },
    .opens = TRUE,
  },
  [LANYARD_OPERATION_UNASSIGN] = {
    .step = N_("Unassigning…"),
    .under_way = {
      /* Translators: a credential, and who has it */
      N_("Unassigning %s from %s…"), { CREDENTIAL, FROM },
    },
    .done = {
      /* Translators: a credential, such as "Card 82****", and who had it */
      N_("%s unassigned from %s"), { CREDENTIAL, FROM },
    },
    .refused = {
      /* Translators: a credential, and who has it */
      N_("%s could not be unassigned from %s"), { CREDENTIAL, FROM },
    },
    .half_done = HALF_DONE,
    .unknown = {
      /* Translators: a credential, and who had it */
      N_("It is not known whether %s was unassigned from %s"), { CREDENTIAL, FROM },
    },
  },
  [LANYARD_OPERATION_MOVE] = {
    .step = N_("Assigning…"),
    .under_way = {
      /* Translators: a credential, who has it, and who is to get it */
      N_("Taking %s from %s and assigning it to %s…"), { CREDENTIAL, FROM, TO },
    },
    .done = {
      /* Translators: a credential, who had it, and who has it now */
      N_("%s taken from %s and assigned to %s"), { CREDENTIAL, FROM, TO },
    },
    .refused = {
      /* Translators: a credential, who has it, and who was to get it */
      N_("%s could not be taken from %s for %s"), { CREDENTIAL, FROM, TO },
    },
    .half_done = HALF_DONE,
    .unknown = {
      /* Translators: a credential, who had it, and who was to get it */
      N_("It is not known whether %s was taken from %s and assigned to %s"), { CREDENTIAL, FROM, TO },
    },
    .opens = TRUE,
  },
};

/* This sees a missing last row; a test looks for holes, and for sentences that are missing or have other names. */
G_STATIC_ASSERT (G_N_ELEMENTS (words) == LANYARD_N_CHANGE_KINDS);

/* lanyard_change_words_get:
 * @operation: a kind of change
 *
 * Returns: (transfer none): how it is put into words */
const LanyardChangeWords *
lanyard_change_words_get (LanyardOperation operation)
{
  g_assert ((guint) operation < G_N_ELEMENTS (words));

  return &words[operation];
}

/* lanyard_change_words_of_outcome:
 * @operation: a kind of change
 * @outcome: what came of it; what is pending in a journal was begun in an earlier run, and is not known yet
 *
 * Returns: (transfer none): the sentence for that */
const LanyardSentence *
lanyard_change_words_of_outcome (LanyardOperation operation,
                                 LanyardOutcome   outcome)
{
  const LanyardChangeWords *row = lanyard_change_words_get (operation);

  switch (outcome)
    {
    case LANYARD_OUTCOME_DONE:
      return &row->done;
    case LANYARD_OUTCOME_REFUSED:
      return &row->refused;
    case LANYARD_OUTCOME_HALF_DONE:
      return &row->half_done;
    case LANYARD_OUTCOME_PENDING:
    case LANYARD_OUTCOME_UNKNOWN:
    default:
      return &row->unknown;
    }
}
