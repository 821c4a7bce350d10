/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each kind of change is put into words, as a table: what is done, and what came of it. */
#pragma once

#include "lanyard-entry.h"

G_BEGIN_DECLS

#define LANYARD_MAX_NAMES 3

/**
 * LanyardSentence:
 * @text: to be translated, with a %s for each of @names
 * @names: how each is had from an entry, in the order of @text
 *
 * A sentence without its full stop.
 */
typedef struct
{
  const char  *text;
  const char *(*names[LANYARD_MAX_NAMES]) (LanyardEntry *entry);
} LanyardSentence;

/**
 * LanyardChangeWords:
 * @step: what is under way, where it is clear with what; to be translated
 * @waiting: what will be done, once it is its turn in a batch
 * @under_way: what is under way
 * @done: that it was done
 * @refused: that it was not
 * @half_done: that its first step was done and a later one was not
 * @unknown: that it is not known whether it was
 * @opens: whether who reads that it was done takes it that somebody can open doors by it
 *
 * A row for each #LanyardOperation. Every sentence is there, as a file may say of any kind that it is half done.
 */
typedef struct
{
  const char     *step;
  LanyardSentence waiting;
  LanyardSentence under_way;
  LanyardSentence done;
  LanyardSentence refused;
  LanyardSentence half_done;
  LanyardSentence unknown;
  gboolean        opens;
} LanyardChangeWords;

const LanyardChangeWords *lanyard_change_words_get        (LanyardOperation operation);
const LanyardSentence    *lanyard_change_words_of_outcome (LanyardOperation operation,
                                                           LanyardOutcome   outcome);

G_END_DECLS
