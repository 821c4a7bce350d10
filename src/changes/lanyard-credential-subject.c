/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A credential as what changes are of; what they change is who has it. */
#include "lanyard-subject.h"

#include "lanyard-holder.h"

static SeamRecord *
look_up (LanyardDirectory *directory,
         const char       *id)
{
  return lanyard_store_lookup (lanyard_directory_get_credentials (directory), id);
}

static SeamRecord *
look_up_target (LanyardDirectory *directory,
                const char       *value)
{
  return lanyard_store_lookup (lanyard_directory_get_users (directory), value);
}

static void
set_busy (SeamRecord *record,
          gboolean    busy)
{
  seam_credential_set_busy (SEAM_CREDENTIAL (record), busy);
}

static SeamRecord *
read_finish (SeamClient   *client,
             GAsyncResult *result,
             GError      **error)
{
  return (SeamRecord *) seam_client_get_credential_finish (client, result, error);
}

static const char *
get_value (LanyardHoldings *holdings,
           SeamRecord      *record)
{
  return lanyard_holdings_get_holder_id (holdings, SEAM_CREDENTIAL (record));
}

static void
take (LanyardHoldings *holdings,
      SeamRecord      *seen)
{
  lanyard_holdings_take_credential (holdings, SEAM_CREDENTIAL (seen), lanyard_holdings_get_now (holdings));
}

static void
forget (LanyardHoldings *holdings,
        SeamRecord      *record)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  g_ptr_array_add (gone, record);
  lanyard_holdings_remove_credentials (holdings, gone);
}

const LanyardSubject lanyard_credential_subject = {
  .type = LANYARD_SUBJECT_CREDENTIAL,
  .has_targets = TRUE,
  .look_up = look_up,
  .look_up_target = look_up_target,
  .set_busy = set_busy,
  .read_async = seam_client_get_credential_async,
  .read_finish = read_finish,
  .get_value = get_value,
  .get_before = lanyard_entry_get_from_id,
  .get_after = lanyard_entry_get_to_id,
  .write_value = lanyard_holder_write,
  .take = take,
  .forget = forget,
  .note_written = lanyard_holdings_note_written,
};
