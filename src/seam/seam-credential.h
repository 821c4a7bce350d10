/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An ACS credential: a card, PIN code or mobile key in one access system, held by at most one user. */
#pragma once

#include "seam-user.h"

G_BEGIN_DECLS

/**
 * SeamAccessMethod:
 *
 * What kind of credential it is. The server may send kinds that are newer than this list.
 */
typedef enum
{
  SEAM_ACCESS_METHOD_UNKNOWN,
  SEAM_ACCESS_METHOD_CODE,
  SEAM_ACCESS_METHOD_CARD,
  SEAM_ACCESS_METHOD_MOBILE_KEY,
  SEAM_ACCESS_METHOD_CLOUD_KEY,
} SeamAccessMethod;

/**
 * SeamSync:
 * @SEAM_SYNC_UNKNOWN: the server claims nothing (member absent or null): claim nothing either
 * @SEAM_SYNC_WAITING: the access system has not taken the latest change yet
 * @SEAM_SYNC_SYNCED: the access system has it
 */
typedef enum
{
  SEAM_SYNC_UNKNOWN,
  SEAM_SYNC_WAITING,
  SEAM_SYNC_SYNCED,
} SeamSync;

#define SEAM_TYPE_ACCESS_METHOD (seam_access_method_get_type ())
#define SEAM_TYPE_SYNC (seam_sync_get_type ())
GType seam_access_method_get_type (void);
GType seam_sync_get_type (void);

#define SEAM_TYPE_CREDENTIAL (seam_credential_get_type ())
G_DECLARE_FINAL_TYPE (SeamCredential, seam_credential, SEAM, CREDENTIAL, SeamRecord)

/* Every getter has a notifying property of the same name, with dashes. Strings may be NULL when absent. */
const char      *seam_credential_get_user_id            (SeamCredential *self); /* NULL: no user is named */
const char      *seam_credential_get_identity_id        (SeamCredential *self); /* whose it is, across access systems */
const char      *seam_credential_get_system_id          (SeamCredential *self); /* interned: compare by pointer */
const char      *seam_credential_get_parent_id          (SeamCredential *self);
SeamAccessMethod seam_credential_get_access_method      (SeamCredential *self);
const char      *seam_credential_get_access_method_name (SeamCredential *self); /* as the server spells it */
const char      *seam_credential_get_external_type_name (SeamCredential *self);
const char      *seam_credential_get_code               (SeamCredential *self); /* secret: mask it */
const char      *seam_credential_get_card_number        (SeamCredential *self); /* mask it */
gint64           seam_credential_get_starts_at          (SeamCredential *self);
gint64           seam_credential_get_ends_at            (SeamCredential *self);
gboolean         seam_credential_get_is_issued          (SeamCredential *self);
gint64           seam_credential_get_issued_at          (SeamCredential *self);
gboolean         seam_credential_get_is_one_time_use    (SeamCredential *self);
gboolean         seam_credential_get_is_multi_phone_sync(SeamCredential *self);
SeamSync         seam_credential_get_sync               (SeamCredential *self);
gint64           seam_credential_get_synced_at          (SeamCredential *self);

char            *seam_credential_mask_text              (SeamCredential *self,
                                                         const char     *text);

/* Not from the server; the collection's keeper fills them in.
 * holder: the SeamUser that user-id names, or else the one of the identity; NULL when unassigned or not in the
 * collection.
 * busy: a change of this credential is on its way to the server.
 * sync-overdue: the access system has not taken the change for longer than is usual.
 * lost: it is marked as lost, so that it is not to be handed out unaware. */
SeamUser        *seam_credential_get_holder             (SeamCredential *self);
void             seam_credential_set_holder             (SeamCredential *self,
                                                         SeamUser       *holder);
gboolean         seam_credential_get_busy               (SeamCredential *self);
void             seam_credential_set_busy               (SeamCredential *self,
                                                         gboolean        busy);
gboolean         seam_credential_get_sync_overdue       (SeamCredential *self);
void             seam_credential_set_sync_overdue       (SeamCredential *self,
                                                         gboolean        sync_overdue);
gboolean         seam_credential_get_lost               (SeamCredential *self);
void             seam_credential_set_lost               (SeamCredential *self,
                                                         gboolean        lost);

G_END_DECLS
