/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All rows of a sheet with what they come to, and what somebody has chosen of them. */
#pragma once

#include <gio/gio.h>

#include "lanyard-match.h"
#include "lanyard-roster.h"
#include "lanyard-sheet-columns.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_MATCHES (lanyard_matches_get_type ())
G_DECLARE_FINAL_TYPE (LanyardMatches, lanyard_matches, LANYARD, MATCHES, GObject)

/* Signal "changed": what rows come to has changed. */
LanyardMatches     *lanyard_matches_new               (LanyardSheet              *sheet,
                                                       const LanyardSheetColumns *columns,
                                                       LanyardRoster             *roster);
void                lanyard_matches_new_async         (LanyardSheet              *sheet,
                                                       const LanyardSheetColumns *columns,
                                                       LanyardRoster             *roster,
                                                       GCancellable              *cancellable,
                                                       GAsyncReadyCallback        callback,
                                                       gpointer                   user_data);
LanyardMatches     *lanyard_matches_new_finish        (GAsyncResult              *result,
                                                       GError                   **error);
guint               lanyard_matches_get_n             (LanyardMatches            *self);
const LanyardMatch *lanyard_matches_get               (LanyardMatches            *self,
                                                       guint                      position);
guint               lanyard_matches_count             (LanyardMatches            *self,
                                                       LanyardMatchState          state);
SeamUser           *lanyard_matches_get_user          (LanyardMatches            *self,
                                                       guint                      position);
SeamCredential     *lanyard_matches_get_credential    (LanyardMatches            *self,
                                                       guint                      position);
const char         *lanyard_matches_get_holder_id     (LanyardMatches            *self,
                                                       guint                      position);
LanyardSheet       *lanyard_matches_get_sheet         (LanyardMatches            *self);
const LanyardSheetColumns *
                    lanyard_matches_get_columns       (LanyardMatches            *self);
GPtrArray          *lanyard_matches_list_users        (LanyardMatches            *self,
                                                       guint                      position);
GPtrArray          *lanyard_matches_list_credentials  (LanyardMatches            *self,
                                                       guint                      position);
void                lanyard_matches_choose_user       (LanyardMatches            *self,
                                                       guint                      position,
                                                       SeamUser                  *user);
void                lanyard_matches_choose_credential (LanyardMatches            *self,
                                                       guint                      position,
                                                       SeamCredential            *credential);
gboolean            lanyard_matches_choose_any        (LanyardMatches            *self,
                                                       guint                      position,
                                                       const char                *id);
void                lanyard_matches_leave_out         (LanyardMatches            *self,
                                                       guint                      position,
                                                       gboolean                   is_left_out);

G_END_DECLS
