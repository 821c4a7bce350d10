/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person may type as server and key, a line each: what is allowed is a URL that the key is safe at. */
#include "fuzz.h"

#include <libsoup/soup.h>

#include "seam.h"

static void
check_allowed (SeamClient *client)
{
  g_autofree char *url = g_strconcat (seam_client_get_endpoint (client), "/acs/users/list", NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("POST", url);
  GUri *uri;
  g_autoptr (GInetAddress) address = NULL;

  /* The same place as libsoup reads it. */
  if (message == NULL)
    return;
  uri = soup_message_get_uri (message);
  g_assert_null (g_uri_get_userinfo (uri));
  g_assert_null (g_uri_get_query (uri));
  g_assert_true (g_str_has_suffix (g_uri_get_path (uri), "/acs/users/list"));
  if (g_str_equal (g_uri_get_scheme (uri), "https"))
    return;
  g_assert_cmpstr (g_uri_get_scheme (uri), ==, "http");
  address = g_inet_address_new_from_string (g_uri_get_host (uri));
  g_assert_true (g_ascii_strcasecmp (g_uri_get_host (uri), "localhost") == 0
                 || (address != NULL && g_inet_address_get_is_loopback (address)));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) parts = g_strsplit (text, "\n~", 3);
  guint n = g_strv_length (parts);
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamClient) client = seam_client_new (n > 0 ? parts[0] : "", n > 1 ? parts[1] : "seam_key",
                                                   n > 2 ? parts[2] : NULL, &error);

  if (client == NULL)
    g_assert_true (error->domain == SEAM_ERROR);
  else
    check_allowed (client);
  return 0;
}
