/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the server has told of users and credentials, and who holds what. */
#pragma once

#include <gio/gio.h>

#include "lanyard-store.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_HOLDINGS (lanyard_holdings_get_type ())
G_DECLARE_FINAL_TYPE (LanyardHoldings, lanyard_holdings, LANYARD, HOLDINGS, GObject)

/* Read-only notifying properties: "n-users", "n-credentials" (guint): how many are there, as the lists know. */
LanyardHoldings *lanyard_holdings_new                  (void);
LanyardStore    *lanyard_holdings_get_users            (LanyardHoldings *self);
LanyardStore    *lanyard_holdings_get_credentials      (LanyardHoldings *self);
const char      *lanyard_holdings_get_holder_id        (LanyardHoldings *self,
                                                        SeamCredential  *credential);
GListModel      *lanyard_holdings_list_held_by         (LanyardHoldings *self,
                                                        const char      *user_id);
GListModel      *lanyard_holdings_list_same_person     (LanyardHoldings *self,
                                                        SeamUser        *user);

/* When something is asked for, as counted in writes that were answered: to be handed over with what comes of it. */
guint64          lanyard_holdings_get_now              (LanyardHoldings *self);
void             lanyard_holdings_note_written         (LanyardHoldings *self,
                                                        const char      *id);

void             lanyard_holdings_take_user_keys       (LanyardHoldings *self,
                                                        GPtrArray       *all,
                                                        guint64          asked_at);
void             lanyard_holdings_take_credential_keys (LanyardHoldings *self,
                                                        GPtrArray       *all,
                                                        guint64          asked_at);
void             lanyard_holdings_take_users           (LanyardHoldings *self,
                                                        GPtrArray       *users);
void             lanyard_holdings_take_credentials     (LanyardHoldings *self,
                                                        GPtrArray       *credentials,
                                                        guint64          asked_at);
void             lanyard_holdings_take_credential      (LanyardHoldings *self,
                                                        SeamCredential  *credential,
                                                        guint64          asked_at);
void             lanyard_holdings_remove_users         (LanyardHoldings *self,
                                                        GPtrArray       *users);
void             lanyard_holdings_remove_credentials   (LanyardHoldings *self,
                                                        GPtrArray       *credentials);

G_END_DECLS
