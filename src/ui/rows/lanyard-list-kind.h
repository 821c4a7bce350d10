/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of a workspace's two long lists is meant. */
#pragma once

#include <gio/gio.h>

#include "lanyard-directory.h"

G_BEGIN_DECLS

/**
 * LanyardListKind:
 * @LANYARD_LIST_KIND_USERS: the people
 * @LANYARD_LIST_KIND_CREDENTIALS: the cards, PIN codes and keys
 */
typedef enum
{
  LANYARD_LIST_KIND_USERS,
  LANYARD_LIST_KIND_CREDENTIALS,
} LanyardListKind;

#define LANYARD_TYPE_LIST_KIND (lanyard_list_kind_get_type ())
GType         lanyard_list_kind_get_type   (void);
LanyardStore *lanyard_list_kind_get_store  (LanyardListKind   kind,
                                            LanyardDirectory *directory);
char         *lanyard_list_kind_count_text (LanyardListKind   kind,
                                            guint             n_shown,
                                            guint             n_all);
gboolean      lanyard_list_kind_has_none    (LanyardListKind   kind,
                                             LanyardDirectory *directory);
const char   *lanyard_list_kind_empty_title (LanyardListKind   kind,
                                             LanyardDirectory *directory);
const char   *lanyard_list_kind_empty_text  (LanyardListKind   kind,
                                             LanyardDirectory *directory);

G_END_DECLS
