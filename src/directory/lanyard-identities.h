/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which users are the same person across access systems, and which credentials name only that person. */
#pragma once

#include <gio/gio.h>

#include "seam.h"

G_BEGIN_DECLS

typedef struct _LanyardIdentities LanyardIdentities;

LanyardIdentities *lanyard_identities_new              (void);
void               lanyard_identities_free             (LanyardIdentities *self);
gboolean           lanyard_identities_is_empty         (LanyardIdentities *self);
void               lanyard_identities_add              (LanyardIdentities *self,
                                                        SeamRecord        *record);
void               lanyard_identities_remove           (LanyardIdentities *self,
                                                        SeamRecord        *record);
SeamUser          *lanyard_identities_find_user        (LanyardIdentities *self,
                                                        SeamCredential    *credential);
GSList            *lanyard_identities_dup_credentials  (LanyardIdentities *self,
                                                        SeamUser          *user);
GListModel        *lanyard_identities_list_users       (LanyardIdentities *self,
                                                        SeamUser          *user);
void               lanyard_identities_commit           (LanyardIdentities *self);

G_END_DECLS
