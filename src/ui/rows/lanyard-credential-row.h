/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One credential in a long list. */
#pragma once

#include "lanyard-record-row.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_CREDENTIAL_ROW (lanyard_credential_row_get_type ())
G_DECLARE_FINAL_TYPE (LanyardCredentialRow, lanyard_credential_row, LANYARD, CREDENTIAL_ROW, LanyardRecordRow)

/* With @taking, the row is offered to be given to somebody, so it says of a held one that it will be taken from who has
 * it. */
GtkWidget *lanyard_credential_row_new (gboolean taking);

G_END_DECLS
