/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace on show: its views, and the page of what is chosen in them. */
#pragma once

#include <adwaita.h>

#include "lanyard-changes.h"
#include "lanyard-views.h"

G_BEGIN_DECLS

#define LANYARD_TYPE_BROWSER (lanyard_browser_get_type ())
G_DECLARE_FINAL_TYPE (LanyardBrowser, lanyard_browser, LANYARD, BROWSER, AdwBin)

/* Properties "stack" (AdwViewStack, read-only): the views, for a switcher; "selected" (SeamRecord, NULL, read-only):
 * what is chosen in the list on show; "open" (gboolean): whether a workspace is on show, without which its actions are
 * off.
 * Signal "moved": what is on show, or where back leads, may be another now. */
void              lanyard_browser_set_changes        (LanyardBrowser *self,
                                                      LanyardChanges *changes);
LanyardDirectory *lanyard_browser_get_directory      (LanyardBrowser *self);
LanyardViews     *lanyard_browser_get_views          (LanyardBrowser *self);
gboolean          lanyard_browser_is_content_alone   (LanyardBrowser *self);
gboolean          lanyard_browser_can_go_back        (LanyardBrowser *self);
char             *lanyard_browser_dup_title          (LanyardBrowser *self);
char             *lanyard_browser_dup_back_text      (LanyardBrowser *self);
SeamRecord       *lanyard_browser_get_record_on_show (LanyardBrowser *self);
void              lanyard_browser_search             (LanyardBrowser *self,
                                                      const char     *text);
void              lanyard_browser_show_record        (LanyardBrowser *self,
                                                      SeamRecord     *record);
void              lanyard_browser_enter_page         (LanyardBrowser *self);
void              lanyard_browser_show_changes       (LanyardBrowser *self,
                                                      SeamRecord     *record,
                                                      gint64          entry);
void              lanyard_browser_go_back            (LanyardBrowser *self);
void              lanyard_browser_focus_list         (LanyardBrowser *self);
void              lanyard_browser_focus_search       (LanyardBrowser *self);

G_END_DECLS
