/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a hand-over slip says: who was given which credential, by whom, when and until when, and what it opens. */
#pragma once

#include "lanyard-directory.h"

G_BEGIN_DECLS

/**
 * LanyardSlipField:
 * @label: what it is
 * @value: (nullable): what is known of it; %NULL: it is to be written by hand
 */
typedef struct
{
  char *label;
  char *value;
} LanyardSlipField;

/**
 * LanyardSlip:
 * @title: what the sheet is
 * @workspace: (nullable): of which workspace
 * @name: (nullable): who is given it; %NULL: to be written by hand
 * @contact: (nullable): how to reach them
 * @fields: (element-type LanyardSlipField): what is said of the credential, in this order
 * @opens: (element-type utf8) (nullable): the names of the entrances; %NULL where they could not be read
 */
typedef struct
{
  char      *title;
  char      *workspace;
  char      *name;
  char      *contact;
  GPtrArray *fields;
  GPtrArray *opens;
} LanyardSlip;

LanyardSlip *lanyard_slip_new           (LanyardDirectory *directory,
                                         SeamCredential   *credential,
                                         GPtrArray        *entrances,
                                         const char       *operator,
                                         gint64            now);
void         lanyard_slip_free          (LanyardSlip      *slip);
char        *lanyard_slip_opens_text    (LanyardSlip      *slip,
                                         guint             n_names);
char        *lanyard_slip_dup_operator  (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardSlip, lanyard_slip_free)

G_END_DECLS
