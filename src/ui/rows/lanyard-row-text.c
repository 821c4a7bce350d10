/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of a long list says below the name, so that no two rows read alike. */
#include "lanyard-row-text.h"

#include <glib/gi18n.h>

#include "lanyard-caveat.h"
#include "lanyard-credential-text.h"
#include "lanyard-name-text.h"
#include "lanyard-time-text.h"
#include "lanyard-user-text.h"
#include "lanyard-zone.h"

/* Of an id, this much at the end is said when nothing else differs. */
#define SHOWN_OF_ID 6

static void
add (GPtrArray *parts,
     char      *part)
{
  if (part != NULL)
    g_ptr_array_add (parts, part);
}

static char *
join (GPtrArray *parts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", (const char *) parts->pdata[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
end_of_id (const char *id)
{
  glong length = g_utf8_strlen (id, -1);
  const char *end = g_utf8_offset_to_pointer (id, MAX (length - SHOWN_OF_ID, 0));

  if (length <= SHOWN_OF_ID)
    /* Translators: %s is an identifier */
    return g_strdup_printf (_("ID %s"), id);

  /* Translators: %s is the end of an identifier, such as "3f09a1" */
  return g_strdup_printf (_("ID …%s"), end);
}

static gboolean
has_same_name (SeamSystem *system,
               SeamSystem *other)
{
  return other != system
         && g_strcmp0 (seam_record_get_display_name (SEAM_RECORD (other)),
                       seam_record_get_display_name (SEAM_RECORD (system))) == 0;
}

/* Whether there is another one of that name; and in @of_product, one of the same product. */
static gboolean
is_ambiguous (LanyardDirectory *directory,
              SeamSystem       *system,
              gboolean         *of_product)
{
  GListModel *systems = lanyard_directory_get_systems (directory);
  gboolean found = FALSE;

  *of_product = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (systems); i++)
    {
      g_autoptr (SeamSystem) other = g_list_model_get_item (systems, i);

      if (!has_same_name (system, other))
        continue;
      found = TRUE;
      if (g_strcmp0 (seam_system_get_external_type_name (other), seam_system_get_external_type_name (system)) == 0)
        *of_product = TRUE;
    }

  return found;
}

/**
 * lanyard_row_text_system:
 * @directory: a workspace
 * @system_id: (nullable): the id of an access system
 *
 * Returns: (transfer full) (nullable): its name, and where two have the same, what tells them apart; %NULL when it
 *   isn't known or has none
 */
char *
lanyard_row_text_system (LanyardDirectory *directory,
                         const char       *system_id)
{
  SeamSystem *system = lanyard_directory_lookup_system (directory, system_id);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean ambiguous, of_product;

  if (system == NULL)
    return NULL;

  ambiguous = is_ambiguous (directory, system, &of_product);
  add (parts, lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (system))));
  if (parts->len == 0 || ambiguous)
    add (parts, lanyard_name_text (seam_system_get_external_type_name (system)));
  if (ambiguous && of_product)
    add (parts, end_of_id (system_id));

  return parts->len > 0 ? join (parts) : NULL;
}

/* In a list of one access system, it tells nothing apart. */
static void
add_system (GPtrArray        *parts,
            LanyardDirectory *directory,
            LanyardRowManner  manner,
            const char       *system_id)
{
  if (!(manner & (LANYARD_ROW_TAKING | LANYARD_ROW_ONE_SYSTEM))
      && g_list_model_get_n_items (lanyard_directory_get_systems (directory)) > 1)
    add (parts, lanyard_row_text_system (directory, system_id));
}

/* What they are called in full, where their name is something else: an abbreviation, mostly. */
static char *
fuller_name (SeamUser *user)
{
  g_autofree char *name = lanyard_user_name (user);
  g_autofree char *full_name = lanyard_user_full_name (user);

  return full_name != NULL && g_utf8_collate (full_name, name) != 0 ? g_steal_pointer (&full_name) : NULL;
}

static char *
access_end_text (SeamUser   *user,
                 const char *zone)
{
  gint64 ends_at = seam_user_get_access_ends_at (user);
  g_autofree char *date = lanyard_time_text_date (ends_at, zone);

  if (date != NULL && ends_at <= g_get_real_time ())
    /* Translators: %s is a day */
    return g_strdup_printf (_("Access ended on %s"), date);

  return lanyard_time_text_span (SEAM_TIME_UNSET, ends_at, zone);
}

static char *
end_text (SeamRecord *record,
          SeamSystem *system)
{
  char *text;

  if (SEAM_IS_USER (record))
    text = access_end_text (SEAM_USER (record), lanyard_zone_of_system (system));
  else
    text = lanyard_validity_text (SEAM_TIME_UNSET, seam_credential_get_ends_at (SEAM_CREDENTIAL (record)),
                                  g_get_real_time (), lanyard_zone_of_system (system));

  return text != NULL ? text : g_strdup (_("No end date"));
}

/* Why it needs attention, or what is the matter with it if it is assigned now. */
static char *
reason_text (SeamRecord       *record,
             SeamSystem       *system,
             LanyardRowManner  manner)
{
  if (manner & LANYARD_ROW_TAKING)
    return lanyard_caveat_of (record, system);
  if (!(manner & LANYARD_ROW_EXPLAINS))
    return NULL;
  if (SEAM_IS_USER (record))
    return lanyard_user_attention_text (SEAM_USER (record));

  return lanyard_credential_attention_text (SEAM_CREDENTIAL (record), system);
}

/* What the list is about comes first. */
static void
add_first (GPtrArray        *parts,
           SeamRecord       *record,
           SeamSystem       *system,
           LanyardRowManner  manner)
{
  g_autofree char *reason = reason_text (record, system, manner);
  g_autofree char *end = manner & LANYARD_ROW_ENDS ? end_text (record, system) : NULL;

  /* Mostly it is the end that is the reason. */
  if (g_strcmp0 (reason, end) != 0)
    add (parts, g_steal_pointer (&reason));
  add (parts, g_steal_pointer (&end));
}

static SeamSystem *
look_up_system (LanyardDirectory *directory,
                const char       *system_id)
{
  return directory != NULL ? lanyard_directory_lookup_system (directory, system_id) : NULL;
}

static void
add_user_details (GPtrArray  *parts,
                  SeamUser   *user,
                  SeamSystem *system)
{
  g_autofree char *email = lanyard_user_email (user);

  if (email != NULL)
    add (parts, lanyard_user_phone (user));
  add (parts, lanyard_time_text_span (seam_user_get_access_starts_at (user), seam_user_get_access_ends_at (user),
                                      lanyard_zone_of_system (system)));
}

/**
 * lanyard_row_text_has_double:
 * @record: a user or a credential
 * @directory: (nullable): the workspace that the row is of
 *
 * Returns: whether another row would read like its own, so that what tells them apart is at the end of the line
 */
gboolean
lanyard_row_text_has_double (SeamRecord       *record,
                             LanyardDirectory *directory)
{
  LanyardStore *store;

  g_return_val_if_fail (SEAM_IS_RECORD (record), FALSE);

  if (directory == NULL)
    return FALSE;

  store = SEAM_IS_USER (record) ? lanyard_directory_get_users (directory)
                                : lanyard_directory_get_credentials (directory);
  return lanyard_store_get_likeness (store, record) != LANYARD_LIKENESS_NONE;
}

/**
 * lanyard_row_text_user:
 * @user: a user
 * @directory: (nullable): the workspace that the row is of
 * @manner: how much the row says
 *
 * Returns: (transfer full): what is said below the name; never empty
 */
char *
lanyard_row_text_user (SeamUser         *user,
                       LanyardDirectory *directory,
                       LanyardRowManner  manner)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  LanyardLikeness likeness = LANYARD_LIKENESS_NONE;
  SeamSystem *system;

  g_return_val_if_fail (SEAM_IS_USER (user), NULL);

  system = look_up_system (directory, seam_user_get_system_id (user));
  add_first (parts, SEAM_RECORD (user), system, manner);
  if (directory != NULL)
    {
      likeness = lanyard_store_get_likeness (lanyard_directory_get_users (directory), SEAM_RECORD (user));
      /* Before what is longer: where there is no room for all, the middle is left out. */
      add_system (parts, directory, manner, seam_user_get_system_id (user));
    }
  add (parts, fuller_name (user));
  add (parts, lanyard_user_contact_text (user));
  if (likeness >= LANYARD_LIKENESS_ALIKE)
    add_user_details (parts, user, system);
  if (likeness >= LANYARD_LIKENESS_TWIN)
    add (parts, end_of_id (seam_record_get_id (SEAM_RECORD (user))));

  return join (parts);
}

/**
 * lanyard_row_text_credential:
 * @credential: a credential
 * @directory: (nullable): the workspace that the row is of
 * @manner: how much the row says
 *
 * Returns: (transfer full): what is said below the name; never empty
 */
char *
lanyard_row_text_credential (SeamCredential   *credential,
                             LanyardDirectory *directory,
                             LanyardRowManner  manner)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  LanyardLikeness likeness = LANYARD_LIKENESS_NONE;
  SeamSystem *system;

  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  system = look_up_system (directory, seam_credential_get_system_id (credential));
  add_first (parts, SEAM_RECORD (credential), system, manner);
  add (parts, manner & LANYARD_ROW_TAKING ? lanyard_credential_taking_text (credential)
                                          : lanyard_credential_holder_text (credential));
  if (directory != NULL)
    {
      likeness = lanyard_store_get_likeness (lanyard_directory_get_credentials (directory), SEAM_RECORD (credential));
      add_system (parts, directory, manner, seam_credential_get_system_id (credential));
    }
  if (likeness >= LANYARD_LIKENESS_ALIKE)
    add (parts, lanyard_time_text_span (seam_credential_get_starts_at (credential),
                                        seam_credential_get_ends_at (credential), lanyard_zone_of_system (system)));
  if (likeness >= LANYARD_LIKENESS_TWIN)
    add (parts, end_of_id (seam_record_get_id (SEAM_RECORD (credential))));

  return join (parts);
}

/**
 * lanyard_row_text_number:
 * @credential: a credential
 *
 * Returns: (transfer full) (nullable): the end of its card number; %NULL when it has none, or one so short that
 *   nothing of it is shown
 */
char *
lanyard_row_text_number (SeamCredential *credential)
{
  g_autofree char *number = lanyard_credential_masked_number (credential);

  return g_strcmp0 (number, LANYARD_MASK) != 0 ? g_steal_pointer (&number) : NULL;
}

/**
 * lanyard_row_text_read_out:
 * @record: a user or a credential
 * @directory: (nullable): the workspace that the row is of
 * @manner: how much the row says
 *
 * Returns: (transfer full): all that the row shows, as a screen reader says it
 */
char *
lanyard_row_text_read_out (SeamRecord       *record,
                           LanyardDirectory *directory,
                           LanyardRowManner  manner)
{
  /* What is the matter is said last, unless it is why not to choose it. */
  LanyardRowManner below = manner & ~LANYARD_ROW_EXPLAINS;
  g_autofree char *second_line = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (SEAM_IS_RECORD (record), NULL);

  if (SEAM_IS_USER (record))
    {
      second_line = lanyard_row_text_user (SEAM_USER (record), directory, below);
      return lanyard_user_accessible_label (SEAM_USER (record), second_line);
    }

  second_line = lanyard_row_text_credential (SEAM_CREDENTIAL (record), directory, below);
  number = lanyard_row_text_number (SEAM_CREDENTIAL (record));
  text = g_strjoin (", ", second_line, number, NULL);

  return lanyard_credential_accessible_label (SEAM_CREDENTIAL (record),
                                              look_up_system (directory,
                                                              seam_credential_get_system_id (SEAM_CREDENTIAL (record))),
                                              text);
}
