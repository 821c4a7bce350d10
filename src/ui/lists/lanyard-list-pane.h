/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long list with its search entry and filters: all users, or all credentials, of a workspace. */
#pragma once

#include <gtk/gtk.h>

#include "lanyard-list-kind.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_LIST_PANE (lanyard_list_pane_get_type ())
G_DECLARE_FINAL_TYPE (LanyardListPane, lanyard_list_pane, LANYARD, LIST_PANE, GtkWidget)

/* Properties: "directory" (LanyardDirectory, nullable); "kind" (LanyardListKind, construct-only); "selected"
 * (SeamRecord, nullable): stays when a filter hides its row, but not after a search that does not find it.
 * Signal "record-activated" (SeamRecord): clicked, or Enter on it or in the search; "selected" is set by then. */
GtkWidget   *lanyard_list_pane_new                    (LanyardListKind   kind);
void         lanyard_list_pane_set_directory          (LanyardListPane  *self,
                                                       LanyardDirectory *directory);
void         lanyard_list_pane_set_selected           (LanyardListPane  *self,
                                                       SeamRecord       *record);
SeamRecord  *lanyard_list_pane_get_selected           (LanyardListPane  *self);
GPtrArray   *lanyard_list_pane_dup_chosen             (LanyardListPane  *self);
void         lanyard_list_pane_go_to                  (LanyardListPane  *self,
                                                       SeamRecord       *record);
void         lanyard_list_pane_focus_search           (LanyardListPane  *self);
void         lanyard_list_pane_set_search             (LanyardListPane  *self,
                                                       const char       *search);
void         lanyard_list_pane_set_key_capture_widget (LanyardListPane  *self,
                                                       GtkWidget        *widget);
LanyardList *lanyard_list_pane_get_list               (LanyardListPane  *self);

G_END_DECLS
