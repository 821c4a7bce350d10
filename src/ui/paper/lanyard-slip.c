/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a hand-over slip says: who was given which credential, by whom, when and until when, and what it opens.
 *
 * A sheet lies about: of a number there is what the window shows of it, and of a PIN nothing. */
#include "lanyard-slip.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-name-text.h"
#include "lanyard-time-text.h"
#include "lanyard-user-text.h"

static void
field_free (gpointer data)
{
  LanyardSlipField *field = data;

  g_free (field->label);
  g_free (field->value);
  g_free (field);
}

/* Takes @value. */
static void
add_field (LanyardSlip *slip,
           const char  *label,
           char        *value)
{
  LanyardSlipField *field = g_new0 (LanyardSlipField, 1);

  field->label = g_strdup (label);
  field->value = value;
  g_ptr_array_add (slip->fields, field);
}

static void
add_credential (LanyardSlip    *slip,
                SeamCredential *credential,
                SeamSystem     *system)
{
  g_autofree char *name = lanyard_credential_name (credential);
  char *number = seam_credential_get_card_number (credential) != NULL ? lanyard_credential_masked_number (credential)
                                                                       : NULL;
  char *system_name = system != NULL ? lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (system))) : NULL;
  LanyardSign sign;

  add_field (slip, _("Credential"), lanyard_credential_public_text (credential, name));
  if (number != NULL)
    add_field (slip, _("Card Number"), number);
  if (system_name != NULL)
    add_field (slip, _("Access System"), system_name);
  add_field (slip, _("Validity"), lanyard_credential_validity_details (credential, system, &sign));
}

static GPtrArray *
list_names (GPtrArray *entrances)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < entrances->len; i++)
    {
      char *name = lanyard_name_text (seam_record_get_display_name (entrances->pdata[i]));

      g_ptr_array_add (names, name != NULL ? name : g_strdup (_("Unnamed Entrance")));
    }

  return names;
}

/**
 * lanyard_slip_new:
 * @directory: the workspace
 * @credential: what is handed over
 * @entrances: (nullable) (element-type SeamEntrance): what it opens; %NULL where that could not be read
 * @operator: who hands it over
 * @now: when, in microseconds since 1970
 *
 * Returns: (transfer full): what its slip says
 */
LanyardSlip *
lanyard_slip_new (LanyardDirectory *directory,
                  SeamCredential   *credential,
                  GPtrArray        *entrances,
                  const char       *operator,
                  gint64            now)
{
  LanyardSlip *slip;
  SeamUser *holder;
  SeamWorkspace *workspace;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  holder = seam_credential_get_holder (credential);
  workspace = lanyard_directory_get_workspace (directory);
  slip = g_new0 (LanyardSlip, 1);
  slip->title = g_strdup (_("Hand-Over Slip"));
  slip->workspace = workspace != NULL ? lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (workspace)))
                                      : NULL;
  slip->name = holder != NULL ? lanyard_user_name (holder) : NULL;
  slip->contact = holder != NULL ? lanyard_user_email (holder) : NULL;
  if (slip->contact == NULL && holder != NULL)
    slip->contact = lanyard_user_phone (holder);
  slip->fields = g_ptr_array_new_with_free_func (field_free);
  add_credential (slip, credential,
                  lanyard_directory_lookup_system (directory, lanyard_record_get_system_id (SEAM_RECORD (credential))));
  add_field (slip, _("Handed Over By"), lanyard_name_text (operator));
  add_field (slip, C_("a day", "Date"), lanyard_time_text_full (now, NULL));
  slip->opens = entrances != NULL ? list_names (entrances) : NULL;

  return slip;
}

/**
 * lanyard_slip_free:
 * @slip: (transfer full): a slip
 */
void
lanyard_slip_free (LanyardSlip *slip)
{
  g_free (slip->title);
  g_free (slip->workspace);
  g_free (slip->name);
  g_free (slip->contact);
  g_ptr_array_unref (slip->fields);
  g_clear_pointer (&slip->opens, g_ptr_array_unref);
  g_free (slip);
}

static char *
join (GPtrArray *names,
      guint      n)
{
  GString *text = g_string_new (names->pdata[0]);

  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, " · %s", (const char *) names->pdata[i]);

  return g_string_free (text, FALSE);
}

/**
 * lanyard_slip_opens_text:
 * @slip: a slip
 * @n_names: how many entrances there is room to name
 *
 * Returns: (transfer full): what it opens
 */
char *
lanyard_slip_opens_text (LanyardSlip *slip,
                         guint        n_names)
{
  guint n = slip->opens != NULL ? MIN (n_names, slip->opens->len) : 0;
  guint n_more = slip->opens != NULL ? slip->opens->len - n : 0;
  g_autofree char *names = NULL;

  if (slip->opens == NULL)
    return g_strdup (_("The entrances could not be loaded"));
  if (slip->opens->len == 0)
    return g_strdup (_("No entrances"));
  if (n == 0)
    return g_strdup_printf (ngettext ("%u entrance", "%u entrances", n_more), n_more);

  names = join (slip->opens, n);
  if (n_more == 0)
    return g_steal_pointer (&names);

  /* Translators: names of entrances, and how many more there are */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_more), names, n_more);
}

/**
 * lanyard_slip_dup_operator:
 *
 * Returns: (transfer full): the name of who is at this computer, or their login name where that is not known
 */
char *
lanyard_slip_dup_operator (void)
{
  const char *name = g_get_real_name ();

  /* What GLib says where there is none. */
  return g_strdup (g_str_equal (name, "Unknown") || *name == '\0' ? g_get_user_name () : name);
}
