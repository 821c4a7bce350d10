/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Users and credentials by the thousand, and a list that is waited for. */
#pragma once

#include "records.h"

/* A page as a server sends it; what is added to it is its own. */
GPtrArray *list_new_page       (void);
void       list_add_user       (GPtrArray   *page,
                                guint        id,
                                const char  *name,
                                gboolean     is_suspended);
/* @user: the number of who has it; below 0: nobody. */
void       list_add_credential (GPtrArray   *page,
                                guint        id,
                                int          user);
GPtrArray *list_page_of_users  (guint        n,
                                const char  *prefix);
void       list_settle         (LanyardList *list);
