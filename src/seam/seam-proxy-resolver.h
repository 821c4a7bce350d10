/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which proxy a server is reached by: the system's, with the user name and password that the system has for it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SEAM_TYPE_PROXY_RESOLVER (seam_proxy_resolver_get_type ())
G_DECLARE_FINAL_TYPE (SeamProxyResolver, seam_proxy_resolver, SEAM, PROXY_RESOLVER, GObject)

GProxyResolver *seam_proxy_resolver_new (GProxyResolver *system);

G_END_DECLS
