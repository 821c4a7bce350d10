/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records would read alike in a list, so that their rows say more. */
#pragma once

#include "seam.h"

G_BEGIN_DECLS

/**
 * LanyardLikeness:
 * @LANYARD_LIKENESS_NONE: no other record reads like it
 * @LANYARD_LIKENESS_ALIKE: another one has the same name, the same below it, and the same number
 * @LANYARD_LIKENESS_TWIN: nor do access system, validity or a second way to reach them differ: only the ids do
 */
typedef enum
{
  LANYARD_LIKENESS_NONE,
  LANYARD_LIKENESS_ALIKE,
  LANYARD_LIKENESS_TWIN,
} LanyardLikeness;

#define LANYARD_N_LOOKS LANYARD_LIKENESS_TWIN

/* What a record looks like, at a first and at a second look: equal for those that read alike. */
typedef struct
{
  guint32 at[LANYARD_N_LOOKS];
} LanyardLooks;

typedef struct _LanyardLooksTable LanyardLooksTable;

LanyardLooks       lanyard_looks_of           (SeamRecord         *record);
LanyardLooks       lanyard_looks_with         (LanyardLooks        looks,
                                               const char         *holder);

LanyardLooksTable *lanyard_looks_table_new    (void);
void               lanyard_looks_table_free   (LanyardLooksTable  *self);
gboolean           lanyard_looks_table_add    (LanyardLooksTable  *self,
                                               LanyardLooks        looks);
gboolean           lanyard_looks_table_remove (LanyardLooksTable  *self,
                                               LanyardLooks        looks);
LanyardLikeness    lanyard_looks_table_look   (LanyardLooksTable  *self,
                                               LanyardLooks        looks);

G_END_DECLS
