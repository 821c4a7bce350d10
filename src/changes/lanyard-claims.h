/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records are being changed or looked into just now, so that nothing runs beside it that must not. */
#pragma once

#include "lanyard-directory.h"
#include "lanyard-entry.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CLAIMS (lanyard_claims_get_type ())
G_DECLARE_FINAL_TYPE (LanyardClaims, lanyard_claims, LANYARD, CLAIMS, GObject)

LanyardClaims *lanyard_claims_new     (LanyardDirectory *directory);
gboolean       lanyard_claims_is_free (LanyardClaims    *self,
                                       LanyardOperation  operation,
                                       const char       *record_id);
void           lanyard_claims_take    (LanyardClaims    *self,
                                       LanyardOperation  operation,
                                       const char       *record_id);
void           lanyard_claims_mark    (LanyardClaims    *self,
                                       LanyardOperation  operation,
                                       const char       *record_id);
void           lanyard_claims_release (LanyardClaims    *self,
                                       LanyardOperation  operation,
                                       const char       *record_id);

G_END_DECLS
