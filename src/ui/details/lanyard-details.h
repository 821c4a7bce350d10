/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between a record and the widgets that show it: ready texts that templates can be bound to. */
#pragma once

#include "lanyard-bindable.h"
#include "lanyard-changes.h"
#include "lanyard-presence.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_DETAILS (lanyard_details_get_type ())
G_DECLARE_DERIVABLE_TYPE (LanyardDetails, lanyard_details, LANYARD, DETAILS, LanyardBindable)

/**
 * LanyardDetailsClass:
 * @show: called when another record, or one of another workspace, is shown; all that is offered is empty by then
 * @refresh: offers anew all that the type has; of what is shown when something is, and called when nothing is, too
 *
 * Templates read through an object of details, never through the record: a lookup that meets %NULL on its way would
 * leave the text of the record that was shown before.
 */
struct _LanyardDetailsClass
{
  LanyardBindableClass parent_class;

  void (*show)    (LanyardDetails *self);
  void (*refresh) (LanyardDetails *self);
};

/* Properties: "changes" (LanyardChanges, nullable) and "record" (SeamRecord, nullable) are what is asked for.
 * Read-only: "shown" (gboolean): both are there; "id", "created", "system-name" (strings, "" where there is nothing),
 * "notices" (GListModel of LanyardNotice, NULL where there are none). They are notified when they change only. */
LanyardDirectory *lanyard_details_get_directory (LanyardDetails   *self);
LanyardChanges   *lanyard_details_get_changes   (LanyardDetails   *self);
void              lanyard_details_set_changes   (LanyardDetails   *self,
                                                 LanyardChanges   *changes);
gpointer          lanyard_details_get_record    (LanyardDetails   *self);
void              lanyard_details_set_record    (LanyardDetails   *self,
                                                 gpointer          record);
gboolean          lanyard_details_get_shown     (LanyardDetails   *self);
void              lanyard_details_refresh       (LanyardDetails   *self);

/*< protected >*/
SeamSystem       *lanyard_details_get_system    (LanyardDetails   *self);
const char       *lanyard_details_get_zone      (LanyardDetails   *self);
LanyardPresence   lanyard_details_get_presence  (LanyardDetails   *self);
void              lanyard_details_offer_notices (LanyardDetails   *self,
                                                 GListStore       *notices);

G_END_DECLS
