/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page that asks for an API key, says at once what can't be sent, and where it is for several workspaces lets one
 * be chosen. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LANYARD_TYPE_CONNECT_PAGE (lanyard_connect_page_get_type ())
G_DECLARE_FINAL_TYPE (LanyardConnectPage, lanyard_connect_page, LANYARD, CONNECT_PAGE, GtkWidget)

/* Signal "submitted": what the getters return is fit to be sent, and somebody wants it to be.
 * It activates "session.cancel-connecting" and "session.open-demo". */
const char *lanyard_connect_page_get_key          (LanyardConnectPage *self);
const char *lanyard_connect_page_get_endpoint     (LanyardConnectPage *self);
const char *lanyard_connect_page_get_workspace_id (LanyardConnectPage *self);

void        lanyard_connect_page_set_endpoint     (LanyardConnectPage *self,
                                                   const char         *endpoint);
void        lanyard_connect_page_set_choice       (LanyardConnectPage *self,
                                                   GListModel         *workspaces);
void        lanyard_connect_page_set_busy         (LanyardConnectPage *self,
                                                   gboolean            busy);
void        lanyard_connect_page_set_message      (LanyardConnectPage *self,
                                                   const char         *message);
void        lanyard_connect_page_clear_key        (LanyardConnectPage *self);
void        lanyard_connect_page_set_report (LanyardConnectPage *self,
                                             GVariant           *report);

G_END_DECLS
