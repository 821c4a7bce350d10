/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: a workspace's views, or the page that stands in for them; the actions on it. */
#pragma once

#include <adwaita.h>

#include "lanyard-bars.h"
#include "lanyard-changes.h"
#include "lanyard-scenes.h"
#include "lanyard-workspaces.h"

G_BEGIN_DECLS

/**
 * LanyardPlace:
 * @LANYARD_PLACE_SAVED: the workspace that is saved
 * @LANYARD_PLACE_ONCE: one that is open for this run only; nothing of it is saved
 * @LANYARD_PLACE_DEMO: the demo
 *
 * What kind of workspace is open.
 */
typedef enum
{
  LANYARD_PLACE_SAVED,
  LANYARD_PLACE_ONCE,
  LANYARD_PLACE_DEMO,
} LanyardPlace;

#define LANYARD_TYPE_WINDOW (lanyard_window_get_type ())
G_DECLARE_FINAL_TYPE (LanyardWindow, lanyard_window, LANYARD, WINDOW, AdwApplicationWindow)

/* Property "record-on-show" (SeamRecord, NULL): whose page is open; it does not notify.
 * Whoever opens workspaces in it gives it the actions "session.…". */
LanyardWindow      *lanyard_window_new              (GtkApplication       *application,
                                                     GSettings            *settings);

/* What the window shows, and where it leads. */
LanyardScenes      *lanyard_window_get_scenes       (LanyardWindow        *self);
LanyardWorkspaces  *lanyard_window_get_workspaces   (LanyardWindow        *self);
LanyardDirectory   *lanyard_window_get_directory    (LanyardWindow        *self);
LanyardPlace        lanyard_window_get_place        (LanyardWindow        *self);

/* What is asked for from outside. */
void                lanyard_window_find             (LanyardWindow        *self,
                                                     const char           *view,
                                                     const char           *search);
void                lanyard_window_show_id          (LanyardWindow        *self,
                                                     gboolean              is_user,
                                                     const char           *id);

/* A card was held to the reader while a window, this or one above it, had the keys. */
void                lanyard_window_scanned          (LanyardWindow        *self,
                                                     const char           *raw,
                                                     GtkWindow            *where);

void                lanyard_window_show_directory   (LanyardWindow        *self,
                                                     LanyardChanges       *changes,
                                                     LanyardPlace          place);

void                lanyard_window_set_record       (LanyardWindow        *self,
                                                     LanyardRecord         record,
                                                     const GError         *error);
void                lanyard_window_set_key_not_kept (LanyardWindow        *self,
                                                     const char           *reason);
void                lanyard_window_tell             (LanyardWindow        *self,
                                                     const char           *text);

G_END_DECLS
