/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An attempt to open a workspace: where it is, with which key, and whether the server accepts that. */
#pragma once

#include <libsecret/secret.h>

#include "seam.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_ATTEMPT (lanyard_attempt_get_type ())
G_DECLARE_FINAL_TYPE (LanyardAttempt, lanyard_attempt, LANYARD, ATTEMPT, GObject)

LanyardAttempt *lanyard_attempt_new              (GSettings            *settings);

/* What is to be opened next. */
void            lanyard_attempt_aim              (LanyardAttempt       *self,
                                                  const char           *endpoint,
                                                  const char           *workspace_id);
const char     *lanyard_attempt_get_endpoint     (LanyardAttempt       *self);
const char     *lanyard_attempt_get_workspace_id (LanyardAttempt       *self);

/* What it is tried with; the key until it is forgotten, the client until there is another. */
gboolean        lanyard_attempt_set_key          (LanyardAttempt       *self,
                                                  SecretValue          *key,
                                                  GError              **error);
SecretValue    *lanyard_attempt_get_key          (LanyardAttempt       *self);
void            lanyard_attempt_forget_key       (LanyardAttempt       *self);
SeamClient     *lanyard_attempt_get_client       (LanyardAttempt       *self);
void            lanyard_attempt_drop_client      (LanyardAttempt       *self);

void            lanyard_attempt_try_async        (LanyardAttempt       *self,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
SeamWorkspace  *lanyard_attempt_try_finish       (LanyardAttempt       *self,
                                                  GAsyncResult         *result,
                                                  GListModel          **choice,
                                                  GError              **error);

G_END_DECLS
