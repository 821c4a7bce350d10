/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A user as what changes are of; what they change is whether the user is suspended. */
#include "lanyard-user-subject.h"

#include "lanyard-subject.h"

static SeamRecord *
look_up (LanyardDirectory *directory,
         const char       *id)
{
  return lanyard_store_lookup (lanyard_directory_get_users (directory), id);
}

/* No value is an id. */
static SeamRecord *
look_up_target (LanyardDirectory *directory,
                const char       *value)
{
  return NULL;
}

static void
set_busy (SeamRecord *record,
          gboolean    busy)
{
  seam_user_set_busy (SEAM_USER (record), busy);
}

static SeamRecord *
read_finish (SeamClient   *client,
             GAsyncResult *result,
             GError      **error)
{
  return (SeamRecord *) seam_client_get_user_finish (client, result, error);
}

static const char *
get_value (LanyardHoldings *holdings,
           SeamRecord      *record)
{
  return seam_user_get_is_suspended (SEAM_USER (record)) ? LANYARD_USER_SUSPENDED : LANYARD_USER_ACTIVE;
}

/* What is in the journal's file follows from the kind, and is for other readers. */
static gboolean
suspends (LanyardEntry *entry)
{
  return lanyard_entry_get_operation (entry) == LANYARD_OPERATION_SUSPEND;
}

static const char *
get_before (LanyardEntry *entry)
{
  return suspends (entry) ? LANYARD_USER_ACTIVE : LANYARD_USER_SUSPENDED;
}

static const char *
get_after (LanyardEntry *entry)
{
  return suspends (entry) ? LANYARD_USER_SUSPENDED : LANYARD_USER_ACTIVE;
}

static char *
write_value (const char *value,
             const char *name)
{
  return g_strdup_printf ("{\"is_suspended\":%s}", g_str_equal (value, LANYARD_USER_SUSPENDED) ? "true" : "false");
}

static void
take (LanyardHoldings *holdings,
      SeamRecord      *seen)
{
  g_autoptr (GPtrArray) users = g_ptr_array_new ();

  g_ptr_array_add (users, seen);
  lanyard_holdings_take_users (holdings, users);
}

static void
forget (LanyardHoldings *holdings,
        SeamRecord      *record)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  g_ptr_array_add (gone, record);
  lanyard_holdings_remove_users (holdings, gone);
}

const LanyardSubject lanyard_user_subject = {
  .type = LANYARD_SUBJECT_USER,
  .look_up = look_up,
  .look_up_target = look_up_target,
  .set_busy = set_busy,
  .read_async = seam_client_get_user_async,
  .read_finish = read_finish,
  .get_value = get_value,
  .get_before = get_before,
  .get_after = get_after,
  .write_value = write_value,
  .take = take,
  .forget = forget,
  .note_written = lanyard_holdings_note_written,
};
