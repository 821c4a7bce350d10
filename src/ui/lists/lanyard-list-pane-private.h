/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files of the pane share: the widgets, and searching. */
#pragma once

#include <adwaita.h>

#include "lanyard-filter-menu.h"
#include "lanyard-list-pane.h"
#include "lanyard-row-slot.h"

G_BEGIN_DECLS

struct _LanyardListPane
{
  GtkWidget parent_instance;

  GtkWidget         *bar;
  GtkSearchEntry    *entry;
  LanyardFilterMenu *filter;
  GtkStack          *stack;
  GtkListView       *view;
  GtkWidget         *clear_search;
  GtkWidget         *clear_filters;
  AdwStatusPage     *empty;
  GtkSpinner        *spinner;
  GtkLabel          *count;

  LanyardListKind     kind;
  LanyardRowFiller   *filler;
  LanyardDirectory   *directory;
  LanyardList        *list;
  GtkSingleSelection *selection;
  SeamRecord         *selected;
  GSignalGroup       *directory_signals;
  GSignalGroup       *list_signals;
  guint               tick; /* scrolls to what is selected once there is a height */
  gboolean            search_mode;
  gboolean            enter_pending; /* Enter was pressed before the search was through */
  gboolean            reselecting;
};

/* lanyard-list-pane.c */
void     lanyard_list_pane_update          (LanyardListPane *self);
void     lanyard_list_pane_activate_record (LanyardListPane *self,
                                            SeamRecord      *record);

/* lanyard-list-pane-search.c */
gboolean lanyard_list_pane_is_searching    (LanyardListPane *self);
void     lanyard_list_pane_open_first      (LanyardListPane *self);
void     lanyard_list_pane_search_changed  (LanyardListPane *self);
void     lanyard_list_pane_search_entered  (LanyardListPane *self);
void     lanyard_list_pane_search_started  (LanyardListPane *self);
void     lanyard_list_pane_search_stopped  (LanyardListPane *self);
void     lanyard_list_pane_clear_search    (LanyardListPane *self);

G_END_DECLS
