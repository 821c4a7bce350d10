/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the window have in common: the window, and the demo's workspace in it. */
#pragma once

#include <adwaita.h>

#include "lanyard-sandbox.h"
#include "lanyard-window.h"

G_BEGIN_DECLS

typedef struct
{
  GtkApplication *application;
  GSettings *settings;
  LanyardSandbox *sandbox;
  SeamClient *client;
  LanyardJournal *journal;
  LanyardDirectory *directory;
  LanyardChanges *changes;
  LanyardWindow *window;
  char *requested; /* the last of the session's actions that was activated */
  guint n_requested;
} Stage;

typedef gboolean (*StageCondition) (Stage      *stage,
                                    const char *id);

/* For g_test_add(): a window; a window on the demo's workspace, loaded; and their end. */
void            stage_set_up           (Stage          *stage,
                                        gconstpointer   data);
void            stage_set_up_workspace (Stage          *stage,
                                        gconstpointer   data);
void            stage_tear_down        (Stage          *stage,
                                        gconstpointer   data);

void            stage_wait_until       (Stage          *stage,
                                        StageCondition  condition,
                                        const char     *id);
void            stage_activate         (Stage          *stage,
                                        const char     *name,
                                        GVariant       *parameter);

/* What the window shows: a child of its template, its scene, its view, a label and a button that are to be seen. */
GtkWidget      *stage_find_child       (Stage          *stage,
                                        const char     *id);
const char     *stage_scene            (Stage          *stage);
const char     *stage_view             (Stage          *stage);
GtkWidget      *stage_find_label       (GtkWidget      *widget,
                                        const char     *part);
GtkWidget      *stage_find_button      (GtkWidget      *widget,
                                        const char     *label);

/* Conditions: whether a label with @part in it is to be seen. */
gboolean        stage_says             (Stage          *stage,
                                        const char     *part);
gboolean        stage_says_not         (Stage          *stage,
                                        const char     *part);

/* The question that the window asks, and answering it. */
GtkWidget      *stage_find_window      (GType           type);
AdwMessageDialog *
                stage_find_dialog      (void);
void            stage_respond          (const char     *response);

/* A credential that somebody has or nobody has, and a user of its system who doesn't have it. */
SeamCredential *stage_find_credential  (Stage          *stage,
                                        gboolean        held,
                                        SeamUser      **other);
const char     *stage_id_of            (gpointer        record);

/* Has @check look at each of the windows that come up beside the main one. */
void            stage_check_windows    (Stage          *stage,
                                        void          (*check) (GtkWidget *window));

G_END_DECLS
