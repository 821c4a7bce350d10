/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The requests that a session makes of a proxy: each has the user name and password of that proxy with it. */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

void seam_tunnel_watch (SoupSession   *session);
void seam_tunnel_note  (SoupSession   *session,
                        GProxyAddress *address);

G_END_DECLS
