/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The requests that a session makes of a proxy: each has the user name and password of that proxy with it.
 *
 * libsoup's own SoupAuthManager would send a wrong password twenty times over, which locks accounts, and would answer the
 * server, too. So the account goes with the first request, and there is no second one. */
#include "seam-tunnel.h"

#include <string.h>

#define ACCOUNTS "seam-tunnel-accounts"

static void
wipe (gpointer account)
{
  explicit_bzero (account, strlen (account));
  g_free (account);
}

static char *
describe (GSocketAddress *address)
{
  return g_socket_connectable_to_string (G_SOCKET_CONNECTABLE (address));
}

/* The proxy's name and password are asked of the connection: there may be several proxies. */
static void
on_starting (SoupMessage *message,
             gpointer     user_data)
{
  GHashTable *accounts = g_object_get_data (user_data, ACCOUNTS);
  GSocketAddress *address = soup_message_get_remote_address (message);
  g_autofree char *place = address != NULL ? describe (address) : NULL;
  const char *account = place != NULL ? g_hash_table_lookup (accounts, place) : NULL;
  g_autofree char *code = NULL;
  g_autofree char *value = NULL;

  if (account == NULL)
    return;
  code = g_base64_encode ((const guchar *) account, strlen (account));
  value = g_strconcat ("Basic ", code, NULL);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Proxy-Authorization", value);
}

static void
on_queued (SoupSession *session,
           SoupMessage *message)
{
  if (soup_message_get_method (message) == SOUP_METHOD_CONNECT)
    g_signal_connect_object (message, "starting", G_CALLBACK (on_starting), session, 0);
}

/* seam_tunnel_watch:
 * @session: a session that reaches its server by proxies
 *
 * Has it give each proxy the account that is noted for it. */
void
seam_tunnel_watch (SoupSession *session)
{
  g_object_set_data_full (G_OBJECT (session), ACCOUNTS, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, wipe),
                          (GDestroyNotify) g_hash_table_unref);
  g_signal_connect (session, "request-queued", G_CALLBACK (on_queued), NULL);
}

/* seam_tunnel_note:
 * @session: a session
 * @address: the proxy that it is about to connect to
 *
 * Remembers the account that is in the proxy's URI; one without forgets it. */
void
seam_tunnel_note (SoupSession   *session,
                  GProxyAddress *address)
{
  GHashTable *accounts = g_object_get_data (G_OBJECT (session), ACCOUNTS);
  g_autoptr (GUri) uri = g_uri_parse (g_proxy_address_get_uri (address),
                                        G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autoptr (GSocketAddress) peer = NULL;
  g_autofree char *place = NULL;

  if (accounts == NULL || uri == NULL)
    return;
  peer = g_inet_socket_address_new (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (address)),
                                    g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address)));
  place = describe (peer);
  if (g_uri_get_user (uri) == NULL)
    g_hash_table_remove (accounts, place);
  else
    g_hash_table_replace (accounts, g_steal_pointer (&place),
                          g_strdup_printf ("%s:%s", g_uri_get_user (uri),
                                           g_uri_get_password (uri) != NULL ? g_uri_get_password (uri) : ""));
}
