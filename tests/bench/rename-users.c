/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Users who are called something else at the server, behind the application's back. */
#include "rename-users.h"

#include <libsoup/soup.h>
#include <string.h>

#include "seam-record.h"

static void
rename_user (SoupSession *session,
             SeamRecord  *user,
             const char  *url,
             const char  *token)
{
  g_autofree char *text = g_strdup_printf ("{\"acs_user_id\":\"%s\",\"members\":{\"display_name\":\"Zoe Renamed\"}}",
                                           seam_record_get_id (user));
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr (SoupMessage) message = soup_message_new ("POST", url);
  g_autoptr (GBytes) answer = NULL;

  soup_message_headers_append (soup_message_get_request_headers (message), "Authorization", token);
  soup_message_set_request_body_from_bytes (message, "application/json", body);
  answer = soup_session_send_and_read (session, message, NULL, NULL);
  g_assert_true (answer != NULL && soup_message_get_status (message) == SOUP_STATUS_OK);
}

void
rename_users (GListModel *users,
              guint       n,
              const char *endpoint,
              const char *key)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *url = g_strconcat (endpoint, "/_sandbox/set", NULL);
  g_autofree char *token = g_strconcat ("Bearer ", key, NULL);
  guint n_users = g_list_model_get_n_items (users);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SeamRecord) user = g_list_model_get_item (users, (guint) ((guint64) i * n_users / n));

      rename_user (session, user, url, token);
    }
}
