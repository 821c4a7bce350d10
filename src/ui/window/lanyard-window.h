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
 * LanyardRequest:
 * @LANYARD_REQUEST_CONNECT: connect with what the connect page has
 * @LANYARD_REQUEST_DEMO: open the demo
 * @LANYARD_REQUEST_CANCEL: stop connecting
 * @LANYARD_REQUEST_RETRY: try again what the trouble page is about
 * @LANYARD_REQUEST_CHANGE: show the connect page instead
 * @LANYARD_REQUEST_SWITCH: open the given workspace instead
 * @LANYARD_REQUEST_ADD: ask for the key of another workspace
 * @LANYARD_REQUEST_BACK: open again what was open before that was asked for
 * @LANYARD_REQUEST_SIGN_OUT: forget the key to the given workspace, or to the one that is open, and leave that
 * @LANYARD_REQUEST_RETRY_RECORD: try to write the record again
 * @LANYARD_REQUEST_WAIVE_RECORD: go on without a record in this run
 *
 * What a person wants that isn't the window's to do: which workspace is open is the application's business.
 */
typedef enum
{
  LANYARD_REQUEST_CONNECT,
  LANYARD_REQUEST_DEMO,
  LANYARD_REQUEST_CANCEL,
  LANYARD_REQUEST_RETRY,
  LANYARD_REQUEST_CHANGE,
  LANYARD_REQUEST_SWITCH,
  LANYARD_REQUEST_ADD,
  LANYARD_REQUEST_BACK,
  LANYARD_REQUEST_SIGN_OUT,
  LANYARD_REQUEST_RETRY_RECORD,
  LANYARD_REQUEST_WAIVE_RECORD,
} LanyardRequest;

#define LANYARD_TYPE_REQUEST (lanyard_request_get_type ())
GType lanyard_request_get_type (void);

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
 * Signal "request" (LanyardRequest; the LanyardConnection that it is about, or NULL). */
LanyardWindow      *lanyard_window_new              (GtkApplication       *application,
                                                     GSettings            *settings);

/* What the window shows, and where it leads. */
LanyardScenes      *lanyard_window_get_scenes       (LanyardWindow        *self);
LanyardWorkspaces  *lanyard_window_get_workspaces   (LanyardWindow        *self);
LanyardDirectory   *lanyard_window_get_directory    (LanyardWindow        *self);
LanyardPlace        lanyard_window_get_place        (LanyardWindow        *self);

/* Whether the connect page can be left again. */
void                lanyard_window_set_adding       (LanyardWindow        *self,
                                                     gboolean              adding);

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
