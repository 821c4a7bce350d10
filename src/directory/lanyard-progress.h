/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the reading of a workspace has come. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LanyardDirectoryState:
 * @LANYARD_DIRECTORY_EMPTY: nothing was loaded yet
 * @LANYARD_DIRECTORY_LOADING: the first load is under way; what has arrived is usable
 * @LANYARD_DIRECTORY_READY: everything is listed, but for the access systems that are among the failures
 * @LANYARD_DIRECTORY_INCOMPLETE: some has arrived, and loading stopped (see "error"): said as a banner
 * @LANYARD_DIRECTORY_FAILED: nothing could be loaded (see "error"): a page of its own
 */
typedef enum
{
  LANYARD_DIRECTORY_EMPTY,
  LANYARD_DIRECTORY_LOADING,
  LANYARD_DIRECTORY_READY,
  LANYARD_DIRECTORY_INCOMPLETE,
  LANYARD_DIRECTORY_FAILED,
} LanyardDirectoryState;

#define LANYARD_TYPE_DIRECTORY_STATE (lanyard_directory_state_get_type ())
GType lanyard_directory_state_get_type (void);

#define LANYARD_TYPE_PROGRESS (lanyard_progress_get_type ())
G_DECLARE_FINAL_TYPE (LanyardProgress, lanyard_progress, LANYARD, PROGRESS, GObject)

/* Read-only notifying properties: "state", "error" (GError, boxed: why it is incomplete, failed or stale), "refreshing"
 * (gboolean: a quiet re-read), "stale" (gboolean: the last refresh failed; what is shown may be old). */
LanyardProgress      *lanyard_progress_new            (void);
LanyardDirectoryState lanyard_progress_get_state      (LanyardProgress       *self);
const GError         *lanyard_progress_get_error      (LanyardProgress       *self);
gboolean              lanyard_progress_get_stale      (LanyardProgress       *self);
void                  lanyard_progress_set_state      (LanyardProgress       *self,
                                                       LanyardDirectoryState  state,
                                                       const GError          *error);
void                  lanyard_progress_set_refreshing (LanyardProgress       *self,
                                                       gboolean               refreshing,
                                                       gboolean               stale);

G_END_DECLS
