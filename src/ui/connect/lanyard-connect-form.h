/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed to connect: whether it can be sent as it stands, and why not. */
#pragma once

#include "lanyard-bindable.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CONNECT_FORM (lanyard_connect_form_get_type ())
G_DECLARE_FINAL_TYPE (LanyardConnectForm, lanyard_connect_form, LANYARD, CONNECT_FORM, LanyardBindable)

/* Property "endpoint" (string, nullable): the server's address, as it was typed. Read-only: "reason" (string, "" where
 * nothing is wrong), "key-wrong", "endpoint-wrong", "can-connect" (gboolean). */
LanyardConnectForm *lanyard_connect_form_new       (void);
void                lanyard_connect_form_check_key (LanyardConnectForm *self,
                                                    const char         *key);

G_END_DECLS
