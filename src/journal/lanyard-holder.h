/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has a credential, as an entry's before and after have it: a JSON object with an id and a name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LANYARD_HOLDER_ID "user_id"
#define LANYARD_HOLDER_NAME "user_name"

char *lanyard_holder_write (const char  *id,
                            const char  *name);
void  lanyard_holder_read  (const char  *json,
                            char       **id,
                            char       **name);

G_END_DECLS
