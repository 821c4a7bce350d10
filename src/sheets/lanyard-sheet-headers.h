/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the header of a column, and the word in a column of actions, says in each of the languages of Lanyard. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardSheetMeaning:
 * @LANYARD_SHEET_MEANING_NONE: the column is left out
 * @LANYARD_SHEET_MEANING_USER_ID: the id of a user
 * @LANYARD_SHEET_MEANING_EMAIL: a user's e-mail address
 * @LANYARD_SHEET_MEANING_PHONE: a user's phone number
 * @LANYARD_SHEET_MEANING_NAME: a user's full name
 * @LANYARD_SHEET_MEANING_FIRST_NAME: a part of it
 * @LANYARD_SHEET_MEANING_LAST_NAME: the other part
 * @LANYARD_SHEET_MEANING_CARD_NUMBER: the number of a card
 * @LANYARD_SHEET_MEANING_CREDENTIAL_ID: the id of a credential
 * @LANYARD_SHEET_MEANING_SYSTEM: the name or the id of an access system
 * @LANYARD_SHEET_MEANING_ACTION: whether to assign or to unassign
 *
 * What a column may say.
 */
typedef enum
{
  LANYARD_SHEET_MEANING_NONE,
  LANYARD_SHEET_MEANING_USER_ID,
  LANYARD_SHEET_MEANING_EMAIL,
  LANYARD_SHEET_MEANING_PHONE,
  LANYARD_SHEET_MEANING_NAME,
  LANYARD_SHEET_MEANING_FIRST_NAME,
  LANYARD_SHEET_MEANING_LAST_NAME,
  LANYARD_SHEET_MEANING_CARD_NUMBER,
  LANYARD_SHEET_MEANING_CREDENTIAL_ID,
  LANYARD_SHEET_MEANING_SYSTEM,
  LANYARD_SHEET_MEANING_ACTION,
} LanyardSheetMeaning;

#define LANYARD_SHEET_N_MEANINGS (LANYARD_SHEET_MEANING_ACTION + 1)

/**
 * LanyardSheetAction:
 * @LANYARD_SHEET_ACTION_UNKNOWN: none that is known
 * @LANYARD_SHEET_ACTION_ASSIGN: the person is to have the credential
 * @LANYARD_SHEET_ACTION_UNASSIGN: nobody is to have it
 *
 * What a row asks for.
 */
typedef enum
{
  LANYARD_SHEET_ACTION_UNKNOWN,
  LANYARD_SHEET_ACTION_ASSIGN,
  LANYARD_SHEET_ACTION_UNASSIGN,
} LanyardSheetAction;

char               *lanyard_sheet_header_fold   (const char *header);
LanyardSheetMeaning lanyard_sheet_header_read   (const char *header);
LanyardSheetAction  lanyard_sheet_action_read   (const char *word);

G_END_DECLS
