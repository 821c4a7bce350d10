/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who and what there is in a workspace at one moment, as a sheet is compared with it: found by what a sheet may say. */
#pragma once

#include "lanyard-phone.h"
#include "seam.h"

G_BEGIN_DECLS

/**
 * LanyardRosterTrait:
 * @LANYARD_ROSTER_USER_ID: users by their id
 * @LANYARD_ROSTER_USER_EMAIL: by an e-mail address, theirs or of the person they are linked to
 * @LANYARD_ROSTER_USER_PHONE: by a phone number, likewise
 * @LANYARD_ROSTER_USER_NAME: by the full name, likewise
 * @LANYARD_ROSTER_CREDENTIAL_ID: credentials by their id
 * @LANYARD_ROSTER_CREDENTIAL_NUMBER: by the number, where it is the same
 * @LANYARD_ROSTER_CREDENTIAL_MAYBE: by the number, where it may be the same
 * @LANYARD_ROSTER_SYSTEM: access systems by name or id
 *
 * What is found by what.
 */
typedef enum
{
  LANYARD_ROSTER_USER_ID,
  LANYARD_ROSTER_USER_EMAIL,
  LANYARD_ROSTER_USER_PHONE,
  LANYARD_ROSTER_USER_NAME,
  LANYARD_ROSTER_CREDENTIAL_ID,
  LANYARD_ROSTER_CREDENTIAL_NUMBER,
  LANYARD_ROSTER_CREDENTIAL_MAYBE,
  LANYARD_ROSTER_SYSTEM,
} LanyardRosterTrait;

#define LANYARD_ROSTER_N_TRAITS (LANYARD_ROSTER_SYSTEM + 1)

/**
 * LanyardRosterUser:
 * @record: who it is; for the main thread alone
 * @id: the id
 * @system_id: (nullable): the same pointer as others of the access system have, here and below
 * @name: as names are compared, with a space between words; "" for none
 */
typedef struct
{
  SeamUser   *record;
  const char *id;
  const char *system_id;
  const char *name;
} LanyardRosterUser;

/**
 * LanyardRosterCredential:
 * @record: which it is; for the main thread alone
 * @system_id: (nullable): of the access system
 * @number: (nullable): its number, as written
 * @holder: the user that has it; 0: nobody, or one who is not listed
 * @holder_id: (nullable): who has it, also when not listed
 */
typedef struct
{
  SeamCredential *record;
  const char     *system_id;
  const char     *number;
  guint32         holder;
  const char     *holder_id;
} LanyardRosterCredential;

typedef struct _LanyardRoster LanyardRoster;

LanyardRoster *lanyard_roster_new            (void);
LanyardRoster *lanyard_roster_ref            (LanyardRoster        *self);
void           lanyard_roster_unref          (LanyardRoster        *self);

/* Told of on the main thread, in any order, while nobody asks. */
void           lanyard_roster_add_system     (LanyardRoster        *self,
                                              SeamSystem           *system);
void           lanyard_roster_add_user       (LanyardRoster        *self,
                                              SeamUser             *user);
void           lanyard_roster_add_credential (LanyardRoster        *self,
                                              SeamCredential       *credential,
                                              const char           *holder_id);
/* Once all are told of, on any thread; then it no longer changes, and any thread may ask. */
void           lanyard_roster_settle         (LanyardRoster        *self);

guint          lanyard_roster_get_n_users       (LanyardRoster     *self);
guint          lanyard_roster_get_n_credentials (LanyardRoster     *self);
const LanyardRosterUser *
               lanyard_roster_get_user       (LanyardRoster        *self,
                                              guint32               user);
const LanyardRosterCredential *
               lanyard_roster_get_credential (LanyardRoster        *self,
                                              guint32               credential);
const char    *lanyard_roster_get_system_id  (LanyardRoster        *self,
                                              guint32               system);
void           lanyard_roster_find           (LanyardRoster        *self,
                                              LanyardRosterTrait    trait,
                                              const char           *text,
                                              GArray               *found);
guint32        lanyard_roster_find_id        (LanyardRoster        *self,
                                              LanyardRosterTrait    trait,
                                              const char           *id);
gboolean       lanyard_roster_has_phone      (LanyardRoster        *self,
                                              guint32               user,
                                              const LanyardPhone   *phone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardRoster, lanyard_roster_unref)

G_END_DECLS
