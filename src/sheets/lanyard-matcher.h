/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which user and which credential a row of a sheet means. */
#pragma once

#include "lanyard-match.h"
#include "lanyard-roster.h"
#include "lanyard-sheet-columns.h"

G_BEGIN_DECLS

typedef struct _LanyardMatcher LanyardMatcher;

LanyardMatcher *lanyard_matcher_new             (LanyardSheet              *sheet,
                                                 const LanyardSheetColumns *columns,
                                                 LanyardRoster             *roster);
void            lanyard_matcher_free            (LanyardMatcher            *self);
void            lanyard_matcher_match           (LanyardMatcher            *self,
                                                 guint                      row,
                                                 LanyardMatch              *match);
/* Of the row that was matched last; (element-type guint32), of the roster. */
GArray         *lanyard_matcher_get_users       (LanyardMatcher            *self);
GArray         *lanyard_matcher_get_credentials (LanyardMatcher            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardMatcher, lanyard_matcher_free)

G_END_DECLS
