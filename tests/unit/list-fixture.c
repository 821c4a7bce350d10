/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Users and credentials by the thousand, and a list that is waited for. */
#include "list-fixture.h"

GPtrArray *
list_new_page (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

void
list_add_user (GPtrArray  *page,
               guint       id,
               const char *name,
               gboolean    is_suspended)
{
  g_autofree char *json =
    g_strdup_printf ("{\"acs_user_id\": \"u%u\", \"acs_system_id\": \"s%u\", \"display_name\": \"%s\","
                     " \"email_address\": \"mail%u@example.com\", \"phone_number\": \"+1 (555) %04u\","
                     " \"is_suspended\": %s, \"created_at\": \"2024-01-%02uT00:00:00.000Z\"}",
                     id, id % 3, name, id, id, is_suspended ? "true" : "false", id % 28 + 1);

  g_ptr_array_add (page, records_make (SEAM_TYPE_USER, json));
}

void
list_add_credential (GPtrArray *page,
                     guint      id,
                     int        user)
{
  g_autofree char *holder = user < 0 ? g_strdup ("null") : g_strdup_printf ("\"u%d\"", user);
  /* The first hundred are alike: cards without an end. */
  g_autofree char *ends_at = id < 100 || id % 5 == 0 ? g_strdup ("null")
                                                     : g_strdup_printf ("\"20%02u-01-01T00:00:00Z\"", id % 40 + 10);
  g_autofree char *json =
    g_strdup_printf ("{\"acs_credential_id\": \"c%u\", \"acs_system_id\": \"s%u\", \"display_name\": \"Card %u\","
                     " \"access_method\": \"%s\", \"card_number\": \"%u:%u\", \"acs_user_id\": %s, \"ends_at\": %s}",
                     id, id % 3, id * 7919 % 100, id >= 100 && id % 7 == 0 ? "mobile_key" : "card", id, id * 31, holder,
                     ends_at);

  g_ptr_array_add (page, records_make (SEAM_TYPE_CREDENTIAL, json));
}

GPtrArray *
list_page_of_users (guint       n,
                    const char *prefix)
{
  GPtrArray *page = list_new_page ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %05u", prefix, i * 7919 % n);

      list_add_user (page, i, name, FALSE);
    }
  return page;
}

void
list_settle (LanyardList *list)
{
  while (!lanyard_list_is_settled (list))
    g_main_context_iteration (NULL, TRUE);
}
