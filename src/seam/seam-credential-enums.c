/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of credential, and whether an access system has one as it should be, for who asks by name. */
#include "seam-credential.h"

G_DEFINE_ENUM_TYPE (SeamAccessMethod, seam_access_method,
                    G_DEFINE_ENUM_VALUE (SEAM_ACCESS_METHOD_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SEAM_ACCESS_METHOD_CODE, "code"),
                    G_DEFINE_ENUM_VALUE (SEAM_ACCESS_METHOD_CARD, "card"),
                    G_DEFINE_ENUM_VALUE (SEAM_ACCESS_METHOD_MOBILE_KEY, "mobile-key"),
                    G_DEFINE_ENUM_VALUE (SEAM_ACCESS_METHOD_CLOUD_KEY, "cloud-key"))

G_DEFINE_ENUM_TYPE (SeamSync, seam_sync,
                    G_DEFINE_ENUM_VALUE (SEAM_SYNC_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SEAM_SYNC_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (SEAM_SYNC_SYNCED, "synced"))
