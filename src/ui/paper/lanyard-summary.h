/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a printed summary of the activity says. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-entry.h"

G_BEGIN_DECLS

/**
 * LanyardSummaryLine:
 * @title: what was done; or a day, where @detail is %NULL
 * @detail: (nullable): when, by whom, and why not
 */
typedef struct
{
  char *title;
  char *detail;
} LanyardSummaryLine;

/**
 * LanyardSummary:
 * @title: what it is
 * @workspace: (nullable): of which workspace
 * @scope: (nullable): of what of it
 * @note: (nullable): what is not in it
 * @lines: (element-type LanyardSummaryLine): days, each with what was done below it
 */
typedef struct
{
  char      *title;
  char      *workspace;
  char      *scope;
  char      *note;
  GPtrArray *lines;
} LanyardSummary;

LanyardSummary *lanyard_summary_new  (LanyardDirectory *directory,
                                      GPtrArray        *entries,
                                      const char       *scope,
                                      gboolean          has_more);
void            lanyard_summary_free (LanyardSummary   *summary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardSummary, lanyard_summary_free)

G_END_DECLS
