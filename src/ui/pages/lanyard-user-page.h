/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of one user: who it is, what they have, and giving and taking it. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-changes.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_USER_PAGE (lanyard_user_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardUserPage, lanyard_user_page, LANYARD, USER_PAGE, GtkWidget)

GtkWidget *lanyard_user_page_new           (void);
void       lanyard_user_page_set_changes   (LanyardUserPage  *self,
                                            LanyardChanges   *changes);
void       lanyard_user_page_set_user      (LanyardUserPage  *self,
                                            SeamUser         *user);

G_END_DECLS
