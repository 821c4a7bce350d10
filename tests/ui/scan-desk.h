/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A front desk with a card reader: the window, a held card, a free one, and a user who has neither. */
#pragma once

#include "stage.h"

G_BEGIN_DECLS

#define HELD "7000400111"
#define FREE "7000400222"
#define UNKNOWN "7000400999"

typedef struct
{
  Stage stage;
  SeamCredential *held, *free;
  SeamUser *user; /* who has neither, of the system of both */
} Desk;

/* For g_test_add() */
void     scan_desk_set_up              (Desk           *desk,
                                        gconstpointer   data);
void     scan_desk_tear_down           (Desk           *desk,
                                        gconstpointer   data);

void     scan_desk_set_number          (Stage          *stage,
                                        SeamCredential *credential,
                                        const char     *number);
void     scan_desk_scan                (Desk           *desk,
                                        const char     *number);

/* What the window shows; the store holds it. */
gpointer scan_desk_record_on_show      (Stage          *stage);
void     scan_desk_show_user           (Desk           *desk,
                                        SeamUser       *user);

/* Conditions: whether that record is on show, whether a question with @part in its heading is open. */
gboolean scan_desk_is_on_show          (Stage          *stage,
                                        const char     *id);
gboolean scan_desk_is_asked            (Stage          *stage,
                                        const char     *part);

/* What became of it at the server; @user: NULL: nobody. */
void     scan_desk_wait_until_held     (Desk           *desk,
                                        SeamCredential *credential,
                                        SeamUser       *user);
guint    scan_desk_count_requests      (Desk           *desk,
                                        const char     *route);
void     scan_desk_assert_nothing_sent (Desk           *desk);

G_END_DECLS
