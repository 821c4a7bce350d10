/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Users who are called something else at the server, behind the application's back. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Renames @n of @users, evenly over the list, in the sandbox at @endpoint. */
void rename_users (GListModel *users,
                   guint       n,
                   const char *endpoint,
                   const char *key);

G_END_DECLS
