/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the card of a number in a workspace, also while its lists are still being read. */
#pragma once

#include "lanyard-holdings.h"
#include "lanyard-number.h"
#include "lanyard-progress.h"
#include "lanyard-system-loads.h"

G_BEGIN_DECLS

/**
 * LanyardFound:
 * @LANYARD_FOUND_NONE: no card has the number
 * @LANYARD_FOUND_MAYBE: cards whose number may be another way of writing it: to be offered, never acted on by
 *   themselves
 * @LANYARD_FOUND_SEVERAL: cards that have it, mostly in several access systems: somebody has to choose
 * @LANYARD_FOUND_ONE: the one card that has it
 */
typedef enum
{
  LANYARD_FOUND_NONE,
  LANYARD_FOUND_MAYBE,
  LANYARD_FOUND_SEVERAL,
  LANYARD_FOUND_ONE,
} LanyardFound;

/**
 * LanyardFinding:
 * @found: what was found
 * @credentials: (element-type SeamCredential): the cards, at most 50; empty with %LANYARD_FOUND_NONE
 * @is_complete: whether everything was looked at: all was read, or the server has answered for what was not. %FALSE
 *   when the lists are incomplete and the server didn't answer: then there may be such a card, or one more, all the
 *   same
 *
 * What came of looking for a number.
 */
typedef struct
{
  LanyardFound  found;
  GPtrArray    *credentials;
  gboolean      is_complete;
} LanyardFinding;

#define LANYARD_TYPE_FINDING (lanyard_finding_get_type ())
GType           lanyard_finding_get_type (void);
LanyardFinding *lanyard_finding_copy     (const LanyardFinding *self);
void            lanyard_finding_free     (LanyardFinding       *self);

#define LANYARD_TYPE_FINDER (lanyard_finder_get_type ())
G_DECLARE_FINAL_TYPE (LanyardFinder, lanyard_finder, LANYARD, FINDER, GObject)

/* Of a directory: see lanyard_directory_get_finder(). Read-only notifying property: "waiting" (gboolean: something that
 * is looked for isn't among what has been read, and more is still to come). */
LanyardFinder  *lanyard_finder_new         (SeamClient           *client,
                                            LanyardHoldings      *holdings,
                                            LanyardProgress      *progress,
                                            LanyardSystemLoads   *loads);
LanyardFinding *lanyard_finder_look        (LanyardFinder        *self,
                                            LanyardNumber        *number);
void            lanyard_finder_find_async  (LanyardFinder        *self,
                                            LanyardNumber        *number,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
LanyardFinding *lanyard_finder_find_finish (LanyardFinder        *self,
                                            GAsyncResult         *result,
                                            GError              **error);
gboolean        lanyard_finder_get_waiting (LanyardFinder        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LanyardFinding, lanyard_finding_free)

G_END_DECLS
