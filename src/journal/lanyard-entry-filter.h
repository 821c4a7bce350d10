/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which entries of the journal are asked for. */
#pragma once

#include "lanyard-entry.h"

G_BEGIN_DECLS

/**
 * LanyardEntryResult:
 * @LANYARD_ENTRY_RESULT_ANY: no entry has it; a filter that has it lets all pass
 * @LANYARD_ENTRY_RESULT_DONE: done, and not undone since
 * @LANYARD_ENTRY_RESULT_NOT_DONE: refused, or done by half
 * @LANYARD_ENTRY_RESULT_UNCONFIRMED: it is not known yet
 * @LANYARD_ENTRY_RESULT_UNDONE: done, and undone by another entry
 *
 * What came of an entry, all in all.
 */
typedef enum
{
  LANYARD_ENTRY_RESULT_ANY,
  LANYARD_ENTRY_RESULT_DONE,
  LANYARD_ENTRY_RESULT_NOT_DONE,
  LANYARD_ENTRY_RESULT_UNCONFIRMED,
  LANYARD_ENTRY_RESULT_UNDONE,
} LanyardEntryResult;

#define LANYARD_TYPE_ENTRY_RESULT (lanyard_entry_result_get_type ())
GType              lanyard_entry_result_get_type  (void);
LanyardEntryResult lanyard_entry_result_of        (LanyardEntry *entry);

/**
 * LanyardEntryFilter:
 * @workspace_id: (nullable): of which workspace; %NULL for all
 * @search: (nullable): words that an entry has to have
 * @since: begun at this time (µs) or later; 0 for no bound
 * @until: begun before this time (µs); 0 for no bound
 * @result: what came of it
 * @operator: (nullable): the login name of who did it; %NULL for anybody
 * @credential_id: (nullable): about which credential; %NULL for any
 * @user_id: (nullable): who had the credential, or was to have it; %NULL for anybody
 *
 * An entry passes that has all of it. The strings are the filter's.
 */
typedef struct
{
  char               *workspace_id;
  char               *search;
  gint64              since;
  gint64              until;
  LanyardEntryResult  result;
  char               *operator;
  char               *credential_id;
  char               *user_id;
} LanyardEntryFilter;

LanyardEntryFilter *lanyard_entry_filter_new      (const char               *workspace_id,
                                                   const char               *search);
LanyardEntryFilter *lanyard_entry_filter_copy     (const LanyardEntryFilter *self);
void                lanyard_entry_filter_free     (LanyardEntryFilter       *self);
gboolean            lanyard_entry_filter_equal    (const LanyardEntryFilter *self,
                                                   const LanyardEntryFilter *other);
gboolean            lanyard_entry_filter_matches  (const LanyardEntryFilter *self,
                                                   LanyardEntry             *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardEntryFilter, lanyard_entry_filter_free)

G_END_DECLS
