/* SPDX-License-Identifier: GPL-3.0-or-later */
/* API keys in the Secret Service, each by the server and workspace that it is for. */
#pragma once

#include <libsecret/secret.h>

G_BEGIN_DECLS

#define LANYARD_KEYRING_ERROR (lanyard_keyring_error_quark ())

/**
 * LanyardKeyringError:
 * @LANYARD_KEYRING_ERROR_UNAVAILABLE: there is no keyring here, or it failed
 * @LANYARD_KEYRING_ERROR_LOCKED: there is a key, but the keyring was not unlocked
 * @LANYARD_KEYRING_ERROR_TIMED_OUT: the keyring did not answer
 *
 * The messages are for people, and have no key in them.
 */
typedef enum
{
  LANYARD_KEYRING_ERROR_UNAVAILABLE,
  LANYARD_KEYRING_ERROR_LOCKED,
  LANYARD_KEYRING_ERROR_TIMED_OUT,
} LanyardKeyringError;

GQuark       lanyard_keyring_error_quark    (void);

void         lanyard_keyring_set_deadline   (guint                 seconds);

/* @workspace_id is NULL for a key that belongs to one workspace. NULL without an error: no key is saved. */
void         lanyard_keyring_look_up_async  (const char           *endpoint,
                                             const char           *workspace_id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
SecretValue *lanyard_keyring_look_up_finish (GAsyncResult         *result,
                                             GError              **error);
void         lanyard_keyring_store_async    (const char           *endpoint,
                                             const char           *workspace_id,
                                             const char           *key,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean     lanyard_keyring_store_finish   (GAsyncResult         *result,
                                             GError              **error);
void         lanyard_keyring_delete_async   (const char           *endpoint,
                                             const char           *workspace_id,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean     lanyard_keyring_delete_finish  (GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
