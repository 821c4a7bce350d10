/* SPDX-License-Identifier: GPL-3.0-or-later */
/* API keys in the Secret Service, each by the server and workspace that it is for. */
#pragma once

#include <libsecret/secret.h>

G_BEGIN_DECLS

#define LANYARD_KEYRING_ERROR (lanyard_keyring_error_quark ())

/**
 * LanyardKeyringError:
 * @LANYARD_KEYRING_ERROR_UNAVAILABLE: there is no keyring here
 * @LANYARD_KEYRING_ERROR_LOCKED: there is a key, but the keyring was not unlocked
 * @LANYARD_KEYRING_ERROR_TIMED_OUT: the keyring did not answer
 * @LANYARD_KEYRING_ERROR_FAILED: it did not do what was asked
 * @LANYARD_KEYRING_ERROR_NO_COLLECTION: there is nothing in it that keys could be saved in
 *
 * The messages are the keyring's own, which have no key in them. In words of ours: lanyard_keyring_error_text().
 */
typedef enum
{
  LANYARD_KEYRING_ERROR_UNAVAILABLE,
  LANYARD_KEYRING_ERROR_LOCKED,
  LANYARD_KEYRING_ERROR_TIMED_OUT,
  LANYARD_KEYRING_ERROR_FAILED,
  LANYARD_KEYRING_ERROR_NO_COLLECTION,
} LanyardKeyringError;

GQuark       lanyard_keyring_error_quark    (void);
int          lanyard_keyring_error_code_for (const GError         *error);

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
