/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a change can be of: how a record of that kind is found, read again, and taken into the lists. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-entry.h"

G_BEGIN_DECLS

/**
 * LanyardSubject:
 * @type: what an entry of the journal calls such a record
 * @has_targets: whether a value is the id of another record
 * @look_up: the listed record of an id; %NULL: there is none
 * @look_up_target: the listed record that a value is the id of; %NULL: there is none, or no value
 * @set_busy: marks a record, so that it shows that something is on its way
 * @read_async: asks the server how the record of an id is
 * @read_finish: (transfer full): the answer, which is in no list
 * @get_value: (nullable): of a record, listed or just read: what changes of it change, as an id or a word
 * @get_before: (nullable): what such a value was, by an entry of the journal
 * @get_after: (nullable): what it is to be, by an entry of the journal
 * @write_value: (transfer full): a value with the name of what it may be the id of, as an entry of the journal has it
 * @take: takes what was just read into the lists, as asked for now; it may be empty after that
 * @forget: takes a listed record off the lists: the server has it no more
 * @note_written: a write was answered: what was read of the record before that is out of date
 *
 * A constant for each kind of record. Every function is there.
 */
typedef struct
{
  const char  *type;
  gboolean     has_targets;
  SeamRecord *(*look_up)        (LanyardDirectory    *directory,
                                 const char          *id);
  SeamRecord *(*look_up_target) (LanyardDirectory    *directory,
                                 const char          *value);
  void        (*set_busy)       (SeamRecord          *record,
                                 gboolean             busy);
  void        (*read_async)     (SeamClient          *client,
                                 const char          *id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
  SeamRecord *(*read_finish)    (SeamClient          *client,
                                 GAsyncResult        *result,
                                 GError             **error);
  const char *(*get_value)      (LanyardHoldings     *holdings,
                                 SeamRecord          *record);
  const char *(*get_before)     (LanyardEntry        *entry);
  const char *(*get_after)      (LanyardEntry        *entry);
  char       *(*write_value)    (const char          *value,
                                 const char          *name);
  void        (*take)           (LanyardHoldings     *holdings,
                                 SeamRecord          *seen);
  void        (*forget)         (LanyardHoldings     *holdings,
                                 SeamRecord          *record);
  void        (*note_written)   (LanyardHoldings     *holdings,
                                 const char          *id);
} LanyardSubject;

extern const LanyardSubject lanyard_credential_subject;
extern const LanyardSubject lanyard_user_subject;

G_END_DECLS
