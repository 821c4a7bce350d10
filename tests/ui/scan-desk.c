/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A front desk with a card reader: the window, a held card, a free one, and a user who has neither. */
#include "scan-desk.h"

#include "lanyard-credential-text.h"
#include "lanyard-user-text.h"

/* A load that is under way may have read the record already. */
static void
wait_until_read (Stage *stage)
{
  gboolean refreshing;

  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (stage->directory, "refreshing", &refreshing, NULL);
    }
  while (refreshing);
}

void
scan_desk_set_number (Stage          *stage,
                      SeamCredential *credential,
                      const char     *number)
{
  g_autofree char *json = g_strdup_printf ("{\"acs_credential_id\": \"%s\", \"members\": {\"card_number\": \"%s\"}}",
                                           stage_id_of (credential), number);
  g_autofree char *answer = lanyard_sandbox_control (stage->sandbox, "/_sandbox/set", json);

  g_assert_nonnull (strstr (answer, "\"ok\":true"));
  lanyard_directory_load_async (stage->directory, NULL, NULL, NULL);
  wait_until_read (stage);
  g_assert_cmpstr (seam_credential_get_card_number (credential), ==, number);
}

static gboolean
is_in_order (gpointer record)
{
  g_autofree char *text = NULL;
  const char *user_text;

  if (SEAM_IS_USER (record))
    return lanyard_user_sign (record, &user_text) == LANYARD_SIGN_NONE;

  return seam_credential_get_parent_id (record) == NULL && lanyard_credential_sign (record, NULL, &text) == LANYARD_SIGN_NONE;
}

typedef gboolean (*Condition) (gpointer record,
                               gpointer other);

static gboolean
is_held (gpointer record,
         gpointer other)
{
  return seam_credential_get_holder (record) != NULL;
}

static gboolean
is_free (gpointer record,
         gpointer other)
{
  return !lanyard_credential_is_held (record);
}

static gboolean
is_another (gpointer record,
            gpointer other)
{
  return record != other;
}

/* The first record of the second access system that is in order; the store holds it. */
static gpointer
find (Stage        *stage,
      LanyardStore *store,
      Condition     condition,
      gpointer      other)
{
  g_autoptr (LanyardList) list = lanyard_list_new (store);
  g_autoptr (SeamRecord) system = g_list_model_get_item (lanyard_directory_get_systems (stage->directory), 1);

  while (g_list_model_get_n_items (G_LIST_MODEL (list)) < lanyard_store_get_n_records (store))
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (SeamRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);
      const char *system_id = SEAM_IS_USER (record) ? seam_user_get_system_id (SEAM_USER (record))
                                                    : seam_credential_get_system_id (SEAM_CREDENTIAL (record));

      if (g_strcmp0 (system_id, seam_record_get_id (system)) == 0 && is_in_order (record) && condition (record, other))
        return record;
    }

  g_assert_not_reached ();
}

static void
choose_cast (Desk *desk)
{
  LanyardStore *credentials = lanyard_directory_get_credentials (desk->stage.directory);
  LanyardStore *users = lanyard_directory_get_users (desk->stage.directory);

  desk->free = find (&desk->stage, credentials, is_free, NULL);
  desk->held = find (&desk->stage, credentials, is_held, NULL);
  desk->user = find (&desk->stage, users, is_another, seam_credential_get_holder (desk->held));
}

void
scan_desk_set_up (Desk          *desk,
                  gconstpointer  data)
{
  stage_set_up_workspace (&desk->stage, data);
  g_settings_reset (desk->stage.settings, "card-reader-assigns");
  choose_cast (desk);
  scan_desk_set_number (&desk->stage, desk->held, HELD);
  scan_desk_set_number (&desk->stage, desk->free, FREE);
  stage_activate (&desk->stage, "go.view", g_variant_new_string ("credentials"));
}

void
scan_desk_tear_down (Desk          *desk,
                     gconstpointer  data)
{
  stage_tear_down (&desk->stage, data);
}

void
scan_desk_scan (Desk       *desk,
                const char *number)
{
  lanyard_scans_take (lanyard_window_get_scans (desk->stage.window), number, NULL);
}

gpointer
scan_desk_record_on_show (Stage *stage)
{
  g_autoptr (SeamRecord) record = NULL;

  g_object_get (stage->window, "record-on-show", &record, NULL);

  return record; /* the store holds it */
}

gboolean
scan_desk_is_on_show (Stage      *stage,
                      const char *id)
{
  SeamRecord *record = scan_desk_record_on_show (stage);

  return record != NULL && g_str_equal (seam_record_get_id (record), id);
}

void
scan_desk_show_user (Desk     *desk,
                     SeamUser *user)
{
  stage_activate (&desk->stage, "go.show-user", g_variant_new_string (stage_id_of (user)));
  stage_wait_until (&desk->stage, scan_desk_is_on_show, stage_id_of (user));
}

gboolean
scan_desk_is_asked (Stage      *stage,
                    const char *part)
{
  AdwMessageDialog *dialog = stage_find_dialog ();

  return dialog != NULL && gtk_widget_get_mapped (GTK_WIDGET (dialog))
         && strstr (adw_message_dialog_get_heading (dialog), part) != NULL;
}

void
scan_desk_wait_until_held (Desk           *desk,
                           SeamCredential *credential,
                           SeamUser       *user)
{
  while (seam_credential_get_holder (credential) != user)
    g_main_context_iteration (NULL, TRUE);
}

guint
scan_desk_count_requests (Desk       *desk,
                          const char *route)
{
  g_autofree char *answer = lanyard_sandbox_control (desk->stage.sandbox, "/_sandbox/log", NULL);
  g_autofree char *member = g_strdup_printf ("\"%s\":", route);
  const char *at = strstr (answer, member);

  return at != NULL ? (guint) g_ascii_strtoull (at + strlen (member), NULL, 10) : 0;
}

void
scan_desk_assert_nothing_sent (Desk *desk)
{
  g_assert_cmpuint (scan_desk_count_requests (desk, "/acs/credentials/assign"), ==, 0);
  g_assert_cmpuint (scan_desk_count_requests (desk, "/acs/credentials/unassign"), ==, 0);
}
