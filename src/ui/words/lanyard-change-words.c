/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each kind of change is put into words, as a table: what is done, and what came of it. */
#include "lanyard-change-words.h"

#include <glib/gi18n.h>


#define CREDENTIAL lanyard_entry_get_credential_label
#define FROM lanyard_entry_get_from_label
#define TO lanyard_entry_get_to_label
#define USER lanyard_entry_get_user_label

#define HALF_DONE \
  /* Translators: a credential, its previous holder, and the user it was to be assigned to */ \
  { N_("%s was unassigned from %s, but could not be assigned to %s"), { CREDENTIAL, FROM, TO } }

#define SUSPENSION_UNKNOWN \
  /* Translators: %s is the name of a user */ \
  { N_("Could not confirm whether %s was suspended"), { USER } }

#define RESTORATION_UNKNOWN \
  /* Translators: %s is the name of a user who was suspended */ \
  { N_("Could not confirm whether access was restored for %s"), { USER } }

#define LOST \
  /* Translators: %s is a credential, such as "Card 82****" */ \
  { N_("%s marked as lost"), { CREDENTIAL } }

#define FOUND \
  /* Translators: %s is a credential, such as "Card 82****" */ \
  { N_("%s marked as found"), { CREDENTIAL } }

#define LOSS_UNKNOWN \
  /* Translators: %s is a credential, such as "Card 82****" */ \
  { N_("Could not confirm whether %s was marked as lost"), { CREDENTIAL } }

#define FIND_UNKNOWN \
  /* Translators: %s is a credential, such as "Card 82****" */ \
  { N_("Could not confirm whether %s was marked as found"), { CREDENTIAL } }

static const LanyardChangeWords words[] = {
  [LANYARD_OPERATION_ASSIGN] = {
    .step = N_("Assigning…"),
    .waiting = {
      /* Translators: a credential, and the user it is to be assigned to */
      N_("%s will be assigned to %s"), { CREDENTIAL, TO },
    },
    .under_way = {
      /* Translators: a credential, and the user it is being assigned to */
      N_("Assigning %s to %s…"), { CREDENTIAL, TO },
    },
    .done = {
      /* Translators: a credential, such as "Card 82****", and its new holder */
      N_("%s assigned to %s"), { CREDENTIAL, TO },
    },
    .refused = {
      /* Translators: a credential, and the user it was to be assigned to */
      N_("%s could not be assigned to %s"), { CREDENTIAL, TO },
    },
    .half_done = HALF_DONE,
    .unknown = {
      /* Translators: a credential, and the user it was to be assigned to */
      N_("Could not confirm whether %s was assigned to %s"), { CREDENTIAL, TO },
    },
    .opens = TRUE,
  },
  [LANYARD_OPERATION_UNASSIGN] = {
    .step = N_("Unassigning…"),
    .waiting = {
      /* Translators: a credential, and its holder */
      N_("%s will be unassigned from %s"), { CREDENTIAL, FROM },
    },
    .under_way = {
      /* Translators: a credential, and its holder */
      N_("Unassigning %s from %s…"), { CREDENTIAL, FROM },
    },
    .done = {
      /* Translators: a credential, such as "Card 82****", and its previous holder */
      N_("%s unassigned from %s"), { CREDENTIAL, FROM },
    },
    .refused = {
      /* Translators: a credential, and its holder */
      N_("%s could not be unassigned from %s"), { CREDENTIAL, FROM },
    },
    .half_done = HALF_DONE,
    .unknown = {
      /* Translators: a credential, and its previous holder */
      N_("Could not confirm whether %s was unassigned from %s"), { CREDENTIAL, FROM },
    },
  },
  [LANYARD_OPERATION_MOVE] = {
    .step = N_("Assigning…"),
    .waiting = {
      /* Translators: a credential, its holder, and the user it is to be assigned to */
      N_("%s will be reassigned from %s to %s"), { CREDENTIAL, FROM, TO },
    },
    .under_way = {
      /* Translators: a credential, its holder, and the user it is being assigned to */
      N_("Reassigning %s from %s to %s…"), { CREDENTIAL, FROM, TO },
    },
    .done = {
      /* Translators: a credential, its previous holder, and its new one */
      N_("%s reassigned from %s to %s"), { CREDENTIAL, FROM, TO },
    },
    .refused = {
      /* Translators: a credential, its holder, and the user it was to be assigned to */
      N_("%s could not be reassigned from %s to %s"), { CREDENTIAL, FROM, TO },
    },
    .half_done = HALF_DONE,
    .unknown = {
      /* Translators: a credential, its previous holder, and the user it was to be assigned to */
      N_("Could not confirm whether %s was reassigned from %s to %s"), { CREDENTIAL, FROM, TO },
    },
    .opens = TRUE,
  },
  /* Neither has two steps. */
  [LANYARD_OPERATION_SUSPEND] = {
    .step = N_("Suspending…"),
    .waiting = {
      /* Translators: %s is the name of a user */
      N_("%s will be suspended"), { USER },
    },
    .under_way = {
      /* Translators: %s is the name of a user */
      N_("Suspending %s…"), { USER },
    },
    .done = {
      /* Translators: %s is the name of a user, whose credentials open nothing from now on */
      N_("%s suspended"), { USER },
    },
    .refused = {
      /* Translators: %s is the name of a user */
      N_("%s could not be suspended"), { USER },
    },
    .half_done = SUSPENSION_UNKNOWN,
    .unknown = SUSPENSION_UNKNOWN,
  },
  [LANYARD_OPERATION_RESTORE] = {
    .step = N_("Restoring access…"),
    .waiting = {
      /* Translators: %s is the name of a user who was suspended */
      N_("Access will be restored for %s"), { USER },
    },
    .under_way = {
      /* Translators: %s is the name of a user who was suspended */
      N_("Restoring access for %s…"), { USER },
    },
    .done = {
      /* Translators: %s is the name of a user who was suspended */
      N_("Access restored for %s"), { USER },
    },
    .refused = {
      /* Translators: %s is the name of a user who is suspended */
      N_("Access could not be restored for %s"), { USER },
    },
    .half_done = RESTORATION_UNKNOWN,
    .unknown = RESTORATION_UNKNOWN,
  },
  /* These are no changes at Seam: a line of the activity has them done. */
  [LANYARD_OPERATION_LOSE] = {
    .step = N_("Marking as lost…"),
    .waiting = LOST,
    .under_way = LOST,
    .done = LOST,
    .refused = {
      /* Translators: %s is a credential, such as "Card 82****" */
      N_("%s could not be marked as lost"), { CREDENTIAL },
    },
    .half_done = LOSS_UNKNOWN,
    .unknown = LOSS_UNKNOWN,
  },
  [LANYARD_OPERATION_FIND] = {
    .step = N_("Marking as found…"),
    .waiting = FOUND,
    .under_way = FOUND,
    .done = FOUND,
    .refused = {
      /* Translators: %s is a credential, such as "Card 82****" */
      N_("%s could not be marked as found"), { CREDENTIAL },
    },
    .half_done = FIND_UNKNOWN,
    .unknown = FIND_UNKNOWN,
  },
};

/* This sees a missing last row; a test looks for holes, and for sentences that are missing or have other names. */
G_STATIC_ASSERT (G_N_ELEMENTS (words) == LANYARD_N_OPERATIONS);

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
