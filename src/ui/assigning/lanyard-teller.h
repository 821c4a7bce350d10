/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in a window what came of its changes: in toasts, and in questions where more is needed than a toast can carry.
 * Where nobody looks, it notifies. */
#pragma once

#include <adwaita.h>

#include "lanyard-assigner.h"
#include "lanyard-connection.h"
#include "lanyard-record-standing.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_TELLER (lanyard_teller_get_type ())
G_DECLARE_FINAL_TYPE (LanyardTeller, lanyard_teller, LANYARD, TELLER, GObject)

/* Property "connection" (LanyardConnection, NULL): the workspace, for notifications.
 * Its buttons activate "change.undo-entry", "change.retry-entry", "change.check-entry", "session.retry-record" and
 * "session.waive-record". */
LanyardTeller *lanyard_teller_new            (AdwToastOverlay       *overlay,
                                              LanyardAssigner       *assigner,
                                              LanyardExecutor       *executor,
                                              LanyardRecordStanding *standing);
void           lanyard_teller_say            (LanyardTeller         *self,
                                              const char            *text);
void           lanyard_teller_offer          (LanyardTeller         *self,
                                              const char            *text,
                                              const char            *label,
                                              const char            *action);
void           lanyard_teller_explain_record (LanyardTeller         *self);
void           lanyard_teller_clear          (LanyardTeller         *self);
void           lanyard_teller_add_actions    (LanyardTeller         *self,
                                              GActionMap            *map);

G_END_DECLS
