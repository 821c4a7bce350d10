/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of a long list says below the name, so that no two rows read alike. */
#pragma once

#include "lanyard-directory.h"

G_BEGIN_DECLS

/**
 * LanyardRowManner:
 * @LANYARD_ROW_PLAIN: what is always said
 * @LANYARD_ROW_EXPLAINS: first, why it needs attention
 * @LANYARD_ROW_ENDS: first, when it ends
 * @LANYARD_ROW_ONE_SYSTEM: not in which access system it is, since all rows are of one
 * @LANYARD_ROW_TAKING: choosing the row assigns, so first, what is the matter with that; all rows are of one access
 *   system
 * @LANYARD_ROW_CHOOSING: with a check box, since a click chooses it with others
 *
 * How much a row says, as the list that it is in wants it.
 */
typedef enum
{
  LANYARD_ROW_PLAIN = 0,
  LANYARD_ROW_EXPLAINS = 1 << 0,
  LANYARD_ROW_TAKING = 1 << 1,
  LANYARD_ROW_ENDS = 1 << 2,
  LANYARD_ROW_ONE_SYSTEM = 1 << 3,
  LANYARD_ROW_CHOOSING = 1 << 4,
} LanyardRowManner;

char *lanyard_row_text_user        (SeamUser         *user,
                                    LanyardDirectory *directory,
                                    LanyardRowManner  manner);
char *lanyard_row_text_credential  (SeamCredential   *credential,
                                    LanyardDirectory *directory,
                                    LanyardRowManner  manner);
char *lanyard_row_text_number      (SeamCredential   *credential);
char *lanyard_row_text_read_out    (SeamRecord       *record,
                                    LanyardDirectory *directory,
                                    LanyardRowManner  manner);
gboolean lanyard_row_text_has_double
                                   (SeamRecord       *record,
                                    LanyardDirectory *directory);
char *lanyard_row_text_system      (LanyardDirectory *directory,
                                    const char       *system_id);

G_END_DECLS
