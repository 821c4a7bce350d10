/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading lists page after page, some of them side by side, until there is nothing more to read. */
#pragma once

#include "lanyard-holdings.h"
#include "lanyard-system-loads.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_PAGE_READER (lanyard_page_reader_get_type ())
G_DECLARE_FINAL_TYPE (LanyardPageReader, lanyard_page_reader, LANYARD, PAGE_READER, GObject)

/* Signal "idle": nothing is under way any more, because everything was tried, or it was ended. */
LanyardPageReader *lanyard_page_reader_new             (SeamClient           *client,
                                                        LanyardHoldings      *holdings,
                                                        LanyardSystemLoads   *loads);
GCancellable      *lanyard_page_reader_get_cancellable (LanyardPageReader    *self);
const GError      *lanyard_page_reader_get_error       (LanyardPageReader    *self);
gboolean           lanyard_page_reader_get_is_ended    (LanyardPageReader    *self);
void               lanyard_page_reader_add             (LanyardPageReader    *self,
                                                        LanyardSystemReading *reading);
void               lanyard_page_reader_run             (LanyardPageReader    *self);
void               lanyard_page_reader_end             (LanyardPageReader    *self,
                                                        const GError         *error);
void               lanyard_page_reader_break_off       (LanyardPageReader    *self);

G_END_DECLS
