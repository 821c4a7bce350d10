/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of widgets have in common: a workspace without a server, a window that notes what is asked of it. */
#pragma once

#include <adwaita.h>

#include "lanyard-changes.h"

G_BEGIN_DECLS

typedef struct
{
  LanyardDirectory *directory;
  LanyardChanges   *changes;
  GtkWindow        *window;
  char             *action;    /* the last of the window's actions that was activated, NULL: none */
  char             *parameter; /* its parameter as printed text */
} Scene;

Scene          *scene_new            (void);
void            scene_free           (Scene      *self);
void            scene_show           (Scene      *self,
                                      GtkWidget  *child);
SeamUser       *scene_add_user       (Scene      *self,
                                      const char *json);
SeamCredential *scene_add_credential (Scene      *self,
                                      const char *json);
gpointer        scene_get_user       (Scene      *self,
                                      const char *id);
gpointer        scene_get_credential (Scene      *self,
                                      const char *id);
void            scene_remove         (Scene      *self,
                                      gpointer    record);
/* The window to choose for @for_record in. */
GtkWidget      *scene_show_picker    (Scene      *self,
                                      gpointer    for_record);

/* The first descendant of @type that is shown and has @text (its label, title or accessible tool tip); or NULL. */
GtkWidget      *scene_find           (GtkWidget  *root,
                                      GType       type,
                                      const char *text);
gboolean        scene_shows_text     (GtkWidget  *root,
                                      const char *text);
void            scene_click          (GtkWidget  *root,
                                      const char *label);

typedef gboolean (*SceneCondition)   (gpointer    data);
void            scene_wait           (SceneCondition condition,
                                      gpointer       data);
void            scene_wait_action    (Scene         *self,
                                      const char    *action);
void            scene_wait_text      (GtkWidget     *root,
                                      const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scene, scene_free)

G_END_DECLS
