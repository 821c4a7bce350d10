/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace without a server, and what is in it. */
#include "records.h"

#include "lanyard-holdings.h"

LanyardDirectory *
records_new_directory (void)
{
  g_autoptr (GError) error = NULL;
  /* Nobody listens there: what is in the workspace comes from the test, not from a server. */
  g_autoptr (SeamClient) client = seam_client_new ("http://127.0.0.1:1", "seam_test", NULL, &error);

  g_assert_no_error (error);

  return lanyard_directory_new (client);
}

gpointer
records_make (GType       type,
              const char *json)
{
  g_autoptr (GError) error = NULL;
  SeamRecord *record = seam_record_new_from_text (type, json, SEAM_EXTENT_WHOLE, &error);

  g_assert_no_error (error);

  return record;
}

static gpointer
add_system (LanyardDirectory *directory,
            SeamSystem       *system)
{
  SeamSystem *known = lanyard_directory_lookup_system (directory, seam_record_get_id (SEAM_RECORD (system)));

  if (known != NULL)
    seam_record_merge (SEAM_RECORD (known), SEAM_RECORD (system));
  else
    g_list_store_append (G_LIST_STORE (lanyard_directory_get_systems (directory)), system);

  return known != NULL ? known : system;
}

gpointer
records_add (LanyardDirectory *directory,
             GType             type,
             const char       *json)
{
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func (g_object_unref);
  SeamRecord *record = records_make (type, json);

  g_ptr_array_add (page, record);
  if (type == SEAM_TYPE_SYSTEM)
    return add_system (directory, SEAM_SYSTEM (record));

  if (type == SEAM_TYPE_USER)
    lanyard_holdings_take_users (lanyard_directory_get_holdings (directory), page);
  else
    lanyard_holdings_take_credentials (lanyard_directory_get_holdings (directory), page, G_MAXUINT64);

  return lanyard_store_lookup (type == SEAM_TYPE_USER ? lanyard_directory_get_users (directory)
                                                      : lanyard_directory_get_credentials (directory),
                               seam_record_get_id (page->pdata[0]));
}

void
records_remove (LanyardDirectory *directory,
                gpointer          record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, record);
  if (SEAM_IS_USER (record))
    lanyard_holdings_remove_users (lanyard_directory_get_holdings (directory), records);
  else
    lanyard_holdings_remove_credentials (lanyard_directory_get_holdings (directory), records);
}
