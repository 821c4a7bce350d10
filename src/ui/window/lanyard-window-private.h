/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share. */
#pragma once

#include "lanyard-activity-page.h"
#include "lanyard-credential-page.h"
#include "lanyard-list-pane.h"
#include "lanyard-scans.h"
#include "lanyard-toaster.h"
#include "lanyard-trouble-page.h"
#include "lanyard-user-page.h"
#include "lanyard-window.h"
#include "lanyard-workspace-button.h"

G_BEGIN_DECLS

struct _LanyardWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  AdwViewSwitcherTitle *switcher_title;
  GtkWidget *back_button;
  GtkStack *refresh_stack;
  GtkSpinner *refresh_spinner;
  LanyardWorkspaceButton *workspace_button;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  LanyardBars *bars;
  GtkStack *scene_stack;
  GtkSpinner *starting_spinner;
  GtkLabel *starting_label;
  AdwLeaflet *leaflet;
  AdwViewStack *view_stack;
  LanyardListPane *users_pane;
  LanyardListPane *credentials_pane;
  AdwBin *activity_bin;
  GtkWidget *separator;
  GtkStack *content_stack;
  AdwViewSwitcherBar *switcher_bar;

  /* NULL until they are first to be seen */
  LanyardConnectPage *connect_page;
  LanyardTroublePage *trouble_page;
  LanyardActivityPage *activity_page;
  LanyardUserPage *user_page;
  LanyardCredentialPage *credential_page;

  GSettings *settings;
  LanyardToaster *toaster;
  LanyardScans *scans;
  LanyardDirectory *directory;
  LanyardJournal *journal;
  GSignalGroup *directory_signals;
  LanyardConnections *connections; /* NULL where nothing is saved */
  LanyardConnection *current;      /* what is open, as lists show it */
  gboolean adding;                 /* the connect page can be left for what was open before */
  LanyardPlace place;
  LanyardRecord record;
  GError *record_error;
  GtkWindow *picker;  /* weak; NULL unless it is open */
  GPtrArray *trail;   /* the records that the one on show was come to by, the last of them where Back goes */
  gboolean following; /* the window itself goes from one record to another */
  char *pending_search; /* asked for from outside, before there was a workspace */
  char *pending_id;
  gboolean pending_is_user;
  gboolean narrow;
  guint layout_source;
  guint clock_source;
  gint64 read_at; /* monotonic; when everything was last read */
};

/* lanyard-window.c */
void lanyard_window_request            (LanyardWindow     *self,
                                        LanyardRequest     request,
                                        LanyardConnection *connection);
void lanyard_window_update_layout      (LanyardWindow  *self);
void lanyard_window_update_state       (LanyardWindow  *self);
void lanyard_window_update_view        (LanyardWindow  *self);

gboolean
     lanyard_window_is_scene           (LanyardWindow  *self,
                                        const char     *name);

/* lanyard-window-pages.c */
LanyardTroublePage *
     lanyard_window_get_trouble_page   (LanyardWindow  *self);
LanyardActivityPage *
     lanyard_window_get_activity_page  (LanyardWindow  *self);
void lanyard_window_show_user          (LanyardWindow  *self,
                                        SeamUser       *user);
void lanyard_window_show_credential    (LanyardWindow  *self,
                                        SeamCredential *credential);
void lanyard_window_update_pages       (LanyardWindow  *self);

/* lanyard-window-arrivals.c */
void lanyard_window_do_pending         (LanyardWindow  *self);

/* lanyard-window-workspaces.c */
void lanyard_window_install_workspaces (GtkWidgetClass *widget_class);
void lanyard_window_update_workspace   (LanyardWindow  *self);
gboolean
     lanyard_window_has_workspaces     (LanyardWindow  *self);

/* lanyard-window-actions.c */
void lanyard_window_install_actions    (GtkWidgetClass *widget_class);
void lanyard_window_update_actions     (LanyardWindow  *self,
                                        gboolean        open);

/* lanyard-window-trail.c */
SeamRecord *
     lanyard_window_get_record_on_show (LanyardWindow  *self);
void lanyard_window_show_record        (LanyardWindow  *self,
                                        SeamRecord     *record);
void lanyard_window_go_back            (LanyardWindow  *self);
void lanyard_window_forget_trail       (LanyardWindow  *self);
void lanyard_window_focus_content      (LanyardWindow  *self);
void lanyard_window_update_back        (LanyardWindow  *self);
gboolean
     lanyard_window_has_trail          (LanyardWindow  *self);

/* lanyard-window-scans.c */
void lanyard_window_install_scans      (GtkWidgetClass *widget_class);
void lanyard_window_set_up_scans       (LanyardWindow  *self);

/* lanyard-window-operations.c */
void lanyard_window_install_operations (GtkWidgetClass *widget_class);
void lanyard_window_update_operations  (LanyardWindow  *self);
void lanyard_window_assign             (LanyardWindow  *self,
                                        SeamCredential *credential,
                                        SeamUser       *user,
                                        SeamUser       *taken_from);
void lanyard_window_tell_entry         (LanyardWindow  *self,
                                        LanyardEntry   *entry,
                                        gboolean        recovered);

SeamUser *
     lanyard_window_look_up_user       (LanyardWindow  *self,
                                        const char     *id);
SeamCredential *
     lanyard_window_look_up_credential (LanyardWindow  *self,
                                        const char     *id);
gboolean
     lanyard_window_may_write          (LanyardWindow  *self);

/* lanyard-window-picking.c */
void lanyard_window_install_picking    (GtkWidgetClass *widget_class);
void lanyard_window_close_picker       (LanyardWindow  *self);
GtkWindow *
     lanyard_window_get_front          (LanyardWindow  *self);

/* lanyard-window-dialogs.c */
void lanyard_window_ask_half_done      (LanyardWindow  *self,
                                        LanyardEntry   *entry,
                                        const char     *text);
void lanyard_window_ask_to_take        (LanyardWindow  *self,
                                        SeamCredential *credential,
                                        SeamUser       *user,
                                        SeamUser       *holder);
void lanyard_window_ask_to_sign_out    (LanyardWindow  *self,
                                        LanyardConnection *connection);
void lanyard_window_explain_record     (LanyardWindow  *self);

G_END_DECLS
