/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An HTTP proxy on loopback that makes tunnels to one port of this machine, and remembers what it was told. */
#pragma once

#include <gio/gio.h>

typedef struct
{
  GSocketService *service;
  guint16 port;
  guint16 target;     /* where its tunnels lead, whatever they are asked to lead to */
  char *account;      /* "user:password" that it wants; NULL: none */
  char *challenge;    /* how it says so */
  char *refusal;      /* a status line that it has for everybody; NULL: none */
  GMutex mutex;       /* of what follows */
  GPtrArray *heads;   /* of the requests that it was sent itself */
  GString *tunnelled; /* what clients sent through it */
  int n_talking;
} ProxyServer;

ProxyServer *proxy_server_new      (guint16      target);
void         proxy_server_free     (ProxyServer *self);
void         proxy_server_ask_for  (ProxyServer *self,
                                    const char  *account);
guint        proxy_server_count    (ProxyServer *self);
gboolean     proxy_server_has_seen (ProxyServer *self,
                                    const char  *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProxyServer, proxy_server_free)
