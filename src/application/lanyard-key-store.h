/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workspaces that are saved, and the keys to them: in the keyring, or for this run where that won't keep one. */
#pragma once

#include <libsecret/secret.h>

#include "lanyard-connections.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_KEY_STORE (lanyard_key_store_get_type ())
G_DECLARE_FINAL_TYPE (LanyardKeyStore, lanyard_key_store, LANYARD, KEY_STORE, GObject)

/* Signals: "waiting": a look-up takes its time, and may be waiting for somebody; "saved" (LanyardConnection, GError or
 * NULL): how saving its key ended; "not-forgotten" (GError): a key could not be deleted. */
LanyardKeyStore    *lanyard_key_store_new             (GSettings            *settings);
LanyardConnections *lanyard_key_store_get_connections (LanyardKeyStore      *self);

/* The workspace that was open last. */
void                lanyard_key_store_dup_last        (LanyardKeyStore      *self,
                                                       char                **endpoint,
                                                       char                **workspace_id);
void                lanyard_key_store_set_last        (LanyardKeyStore      *self,
                                                       LanyardConnection    *connection);

/* @workspace_id is NULL for a key that belongs to one workspace. NULL without an error: no key is saved. */
SecretValue        *lanyard_key_store_get_held        (LanyardKeyStore      *self,
                                                       const char           *endpoint,
                                                       const char           *workspace_id);
void                lanyard_key_store_look_up_async   (LanyardKeyStore      *self,
                                                       const char           *endpoint,
                                                       const char           *workspace_id,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
SecretValue        *lanyard_key_store_look_up_finish  (LanyardKeyStore      *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

void                lanyard_key_store_save            (LanyardKeyStore      *self,
                                                       LanyardConnection    *connection,
                                                       SecretValue          *key,
                                                       const char           *old_endpoint);
void                lanyard_key_store_forget          (LanyardKeyStore      *self,
                                                       LanyardConnection    *connection);

G_END_DECLS
