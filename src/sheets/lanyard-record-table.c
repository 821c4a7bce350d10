/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Users or credentials as rows of a table, with all that a table is matched by, and no PINs.
 *
 * Columns are called as the API calls its members, whatever the language, and times are in UTC: the file may be read
 * elsewhere. What identifies nothing has a name that lanyard_sheet_header_read() doesn't know. */
#include "lanyard-record-table.h"

static const char * const user_columns[] = {
  "acs_user_id", "full_name", "email_address", "phone_number", "acs_system_id", "system_name", "is_suspended",
  "access_starts_at", "access_ends_at", "n_credentials", NULL,
};

static const char * const credential_columns[] = {
  "acs_credential_id", "display_name", "card_number", "access_method", "acs_system_id", "system_name", "acs_user_id",
  "full_name", "email_address", "phone_number", "starts_at", "ends_at", NULL,
};

static char *
dup_time (gint64 time)
{
  g_autoptr (GDateTime) utc = time != SEAM_TIME_UNSET ? g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC) : NULL;

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static const char *
get_system_name (LanyardDirectory *directory,
                 const char       *system_id)
{
  SeamSystem *system = lanyard_directory_lookup_system (directory, system_id);

  return system != NULL ? seam_record_get_display_name (SEAM_RECORD (system)) : NULL;
}

static void
append_user (LanyardSheetWriter *writer,
             LanyardDirectory   *directory,
             SeamUser           *user)
{
  g_autofree char *starts_at = dup_time (seam_user_get_access_starts_at (user));
  g_autofree char *ends_at = dup_time (seam_user_get_access_ends_at (user));
  g_autofree char *n_credentials = g_strdup_printf ("%u", seam_user_get_n_credentials (user));
  const char *cells[] = {
    seam_record_get_id (SEAM_RECORD (user)),
    seam_user_get_full_name (user),
    seam_user_get_email_address (user),
    seam_user_get_phone_number (user),
    seam_user_get_system_id (user),
    get_system_name (directory, seam_user_get_system_id (user)),
    seam_user_get_is_suspended (user) ? "true" : "false",
    starts_at,
    ends_at,
    n_credentials,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (cells) == G_N_ELEMENTS (user_columns) - 1);
  lanyard_sheet_writer_append (writer, cells);
}

/* A name may have the PIN in it. */
static void
append_credential (LanyardSheetWriter *writer,
                   LanyardDirectory   *directory,
                   SeamCredential     *credential)
{
  LanyardHoldings *holdings = lanyard_directory_get_holdings (directory);
  SeamUser *holder = seam_credential_get_holder (credential);
  const char *name = seam_record_get_display_name (SEAM_RECORD (credential));
  g_autofree char *masked = name != NULL ? seam_credential_mask_text (credential, name) : NULL;
  g_autofree char *starts_at = dup_time (seam_credential_get_starts_at (credential));
  g_autofree char *ends_at = dup_time (seam_credential_get_ends_at (credential));
  const char *cells[] = {
    seam_record_get_id (SEAM_RECORD (credential)),
    masked,
    seam_credential_get_card_number (credential),
    seam_credential_get_access_method_name (credential),
    seam_credential_get_system_id (credential),
    get_system_name (directory, seam_credential_get_system_id (credential)),
    lanyard_holdings_get_holder_id (holdings, credential),
    holder != NULL ? seam_user_get_full_name (holder) : NULL,
    holder != NULL ? seam_user_get_email_address (holder) : NULL,
    holder != NULL ? seam_user_get_phone_number (holder) : NULL,
    starts_at,
    ends_at,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (cells) == G_N_ELEMENTS (credential_columns) - 1);
  lanyard_sheet_writer_append (writer, cells);
}

/**
 * lanyard_record_table_new:
 * @record_type: %SEAM_TYPE_USER or %SEAM_TYPE_CREDENTIAL
 * @format: as what
 * @separator: of CSV: what parts cells
 *
 * Returns: (transfer full): a writer of such records
 */
LanyardSheetWriter *
lanyard_record_table_new (GType              record_type,
                          LanyardSheetFormat format,
                          char               separator)
{
  return lanyard_sheet_writer_new (format, separator,
                                   record_type == SEAM_TYPE_USER ? user_columns : credential_columns);
}

/**
 * lanyard_record_table_append:
 * @writer: of lanyard_record_table_new()
 * @directory: the workspace
 * @record: a record of the type that @writer is for
 *
 * Writes a row.
 */
void
lanyard_record_table_append (LanyardSheetWriter *writer,
                             LanyardDirectory   *directory,
                             SeamRecord         *record)
{
  if (SEAM_IS_USER (record))
    append_user (writer, directory, SEAM_USER (record));
  else
    append_credential (writer, directory, SEAM_CREDENTIAL (record));
}
