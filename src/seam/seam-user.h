/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An ACS user: a person in one access system. */
#pragma once

#include "seam-record.h"

G_BEGIN_DECLS

#define SEAM_TYPE_USER (seam_user_get_type ())
G_DECLARE_FINAL_TYPE (SeamUser, seam_user, SEAM, USER, SeamRecord)

/* Every getter has a notifying property of the same name, with dashes. Strings may be NULL when absent. */
const char  *seam_user_get_full_name         (SeamUser *self);
const char  *seam_user_get_email_address     (SeamUser *self);
const char  *seam_user_get_phone_number      (SeamUser *self);
const char  *seam_user_get_system_id         (SeamUser *self); /* interned: compare by pointer */
const char  *seam_user_get_identity_id       (SeamUser *self);
/* Of the person across access systems whom the user is linked to. */
const char  *seam_user_get_identity_full_name     (SeamUser *self);
const char  *seam_user_get_identity_email_address (SeamUser *self);
const char  *seam_user_get_identity_phone_number  (SeamUser *self);
const char  *seam_user_get_external_type_name(SeamUser *self); /* "external_type_display_name" */
gboolean     seam_user_get_is_suspended      (SeamUser *self);
gint64       seam_user_get_access_starts_at  (SeamUser *self);
gint64       seam_user_get_access_ends_at    (SeamUser *self);
/* Of the codes below: its access system has yet to take that the user is suspended, or no longer is. */
#define SEAM_MUTATION_SUSPENSION "updating_suspension_state"

/* Codes of pending_mutations; NULL when none. */
const char * const *
             seam_user_get_pending_mutations (SeamUser *self);

/* Not from the server. n-credentials: how many credentials of the collection name this user; its keeper fills it in.
 * busy: a change of this user is on its way to the server. */
guint        seam_user_get_n_credentials     (SeamUser *self);
void         seam_user_set_n_credentials     (SeamUser *self,
                                              guint     n_credentials);
gboolean     seam_user_get_busy              (SeamUser *self);
void         seam_user_set_busy              (SeamUser *self,
                                              gboolean  busy);

G_END_DECLS
