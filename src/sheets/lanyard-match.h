/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one row of a sheet comes to. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LanyardMatchState:
 * @LANYARD_MATCH_CONFLICT: another row wants something else of the same credential
 * @LANYARD_MATCH_CHOICE: somebody has to choose
 * @LANYARD_MATCH_CANT: it can't be done
 * @LANYARD_MATCH_DO: it will be done
 * @LANYARD_MATCH_ALREADY: it is so already
 *
 * In the order in which people have to look at them.
 */
typedef enum
{
  LANYARD_MATCH_CONFLICT,
  LANYARD_MATCH_CHOICE,
  LANYARD_MATCH_CANT,
  LANYARD_MATCH_DO,
  LANYARD_MATCH_ALREADY,
} LanyardMatchState;

#define LANYARD_MATCH_N_STATES (LANYARD_MATCH_ALREADY + 1)

/**
 * LanyardMatchReason:
 * @LANYARD_MATCH_OK: there is nothing to say
 * @LANYARD_MATCH_SAME_CREDENTIAL: a conflict: @other has the same credential
 * @LANYARD_MATCH_REPEATED: is so already: @other asks for the same
 * @LANYARD_MATCH_SEVERAL_USERS: choice: more than one fits
 * @LANYARD_MATCH_USERS_DIFFER: choice: what identifies the user identifies several
 * @LANYARD_MATCH_NAME_DIFFERS: choice: who is identified has another name
 * @LANYARD_MATCH_NAME_MAYBE: choice: only the name fits, in another order, or the rest of it doesn't
 * @LANYARD_MATCH_SEVERAL_CREDENTIALS: choice: more than one fits
 * @LANYARD_MATCH_NUMBER_MAYBE: choice: the number may be written another way
 * @LANYARD_MATCH_UNKNOWN_USER: choice: there is nobody like that; can't, where it is to be unassigned
 * @LANYARD_MATCH_NO_CREDENTIAL: can't: the row names none
 * @LANYARD_MATCH_NO_USER: can't: the row names nobody; is so already, where nobody has the credential
 * @LANYARD_MATCH_UNKNOWN_CREDENTIAL: can't: there is none like that, and none can be created; another may be chosen
 * @LANYARD_MATCH_UNKNOWN_SYSTEM: can't: there is no such access system
 * @LANYARD_MATCH_UNKNOWN_ACTION: can't: the action is no known word
 * @LANYARD_MATCH_OTHER_SYSTEM: can't: the user and the credential are of different access systems
 * @LANYARD_MATCH_HELD_BY_OTHER: can't: it is to be unassigned from somebody who doesn't have it
 * @LANYARD_MATCH_NOT_A_NUMBER: can't: the number can't be read
 * @LANYARD_MATCH_PARTIAL: can't: it is a part of a number
 * @LANYARD_MATCH_ROUNDED: can't: a spreadsheet has rounded it
 * @LANYARD_MATCH_DIGITS: can't: it has cut it to fifteen digits
 * @LANYARD_MATCH_ZEROS: can't: it has taken zeros away
 * @LANYARD_MATCH_NUMBER_DIFFERS: can't: the credential with that id has another number
 */
typedef enum
{
  LANYARD_MATCH_OK,
  LANYARD_MATCH_SAME_CREDENTIAL,
  LANYARD_MATCH_REPEATED,
  LANYARD_MATCH_SEVERAL_USERS,
  LANYARD_MATCH_USERS_DIFFER,
  LANYARD_MATCH_NAME_DIFFERS,
  LANYARD_MATCH_NAME_MAYBE,
  LANYARD_MATCH_SEVERAL_CREDENTIALS,
  LANYARD_MATCH_NUMBER_MAYBE,
  LANYARD_MATCH_UNKNOWN_USER,
  LANYARD_MATCH_NO_CREDENTIAL,
  LANYARD_MATCH_NO_USER,
  LANYARD_MATCH_UNKNOWN_CREDENTIAL,
  LANYARD_MATCH_UNKNOWN_SYSTEM,
  LANYARD_MATCH_UNKNOWN_ACTION,
  LANYARD_MATCH_OTHER_SYSTEM,
  LANYARD_MATCH_HELD_BY_OTHER,
  LANYARD_MATCH_NOT_A_NUMBER,
  LANYARD_MATCH_PARTIAL,
  LANYARD_MATCH_ROUNDED,
  LANYARD_MATCH_DIGITS,
  LANYARD_MATCH_ZEROS,
  LANYARD_MATCH_NUMBER_DIFFERS,
} LanyardMatchReason;

#define LANYARD_MATCH_N_REASONS (LANYARD_MATCH_NUMBER_DIFFERS + 1)

/* The first that can't be done; those before wait for a choice. */
#define LANYARD_MATCH_FIRST_CANT LANYARD_MATCH_NO_CREDENTIAL

/**
 * LanyardMatchAsk:
 * @LANYARD_MATCH_ASK_NOTHING: there is nothing to choose
 * @LANYARD_MATCH_ASK_USER: which user of those that fit
 * @LANYARD_MATCH_ASK_CREDENTIAL: which credential of those that fit
 * @LANYARD_MATCH_ASK_ANY_USER: nobody fits: who gets the credential
 * @LANYARD_MATCH_ASK_ANY_CREDENTIAL: none fits: which credential the user gets
 *
 * What somebody can choose of a row next.
 */
typedef enum
{
  LANYARD_MATCH_ASK_NOTHING,
  LANYARD_MATCH_ASK_USER,
  LANYARD_MATCH_ASK_CREDENTIAL,
  LANYARD_MATCH_ASK_ANY_USER,
  LANYARD_MATCH_ASK_ANY_CREDENTIAL,
} LanyardMatchAsk;

/**
 * LanyardMatch:
 * @row: of the sheet
 * @user: of the roster; 0: none yet, or nobody
 * @credential: likewise
 * @other: the row of the sheet that @reason is about
 * @is_unassign: whether nobody is to have it, rather than @user
 * @is_left_out: whether somebody has left the row out
 * @is_held: whether who has the credential is whom the row names by an id that is not listed
 * @trouble: why nothing can come of it, as a #LanyardMatchReason
 * @of_user: why somebody has to choose the user, likewise
 * @of_credential: why somebody has to choose the credential, or may, likewise
 * @state: what comes of it, as a #LanyardMatchState
 * @reason: and why, as a #LanyardMatchReason
 */
typedef struct
{
  guint32 row;
  guint32 user;
  guint32 credential;
  guint32 other;
  guint8  is_unassign;
  guint8  is_left_out;
  guint8  is_held;
  guint8  trouble;
  guint8  of_user;
  guint8  of_credential;
  guint8  state;
  guint8  reason;
} LanyardMatch;

G_END_DECLS
