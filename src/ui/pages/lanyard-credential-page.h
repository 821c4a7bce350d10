/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of one credential: who has it, what it is, and what it opens. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-changes.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CREDENTIAL_PAGE (lanyard_credential_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardCredentialPage, lanyard_credential_page, LANYARD, CREDENTIAL_PAGE, GtkWidget)

GtkWidget *lanyard_credential_page_new            (void);
void       lanyard_credential_page_set_changes    (LanyardCredentialPage *self,
                                                   LanyardChanges        *changes);
void       lanyard_credential_page_set_credential (LanyardCredentialPage *self,
                                                   SeamCredential        *credential);

G_END_DECLS
