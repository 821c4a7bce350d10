/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record is found by. */
#include "lanyard-search-key.h"

#include "lanyard-search-text.h"

/* @of_identity, where it is something else than what the access system knows: mostly it isn't. */
static const char *
other_than (const char *own,
            const char *of_identity)
{
  return g_strcmp0 (own, of_identity) != 0 ? of_identity : NULL;
}

static void
append_user (GString  *text,
             SeamUser *user)
{
  const char *name = seam_record_get_display_name (SEAM_RECORD (user));
  const char *full_name = other_than (name, seam_user_get_full_name (user));
  const char *identity_name = other_than (seam_user_get_full_name (user), seam_user_get_identity_full_name (user));
  const char *email = seam_user_get_email_address (user);
  const char *phone = seam_user_get_phone_number (user);

  lanyard_search_text_append_name (text, full_name);
  lanyard_search_text_append_name (text, other_than (name, identity_name));
  lanyard_search_text_append_address (text, email);
  lanyard_search_text_append_address (text, other_than (email, seam_user_get_identity_email_address (user)));
  lanyard_search_text_begin_numbers (text);
  lanyard_search_text_append_phone (text, phone);
  lanyard_search_text_append_phone (text, other_than (phone, seam_user_get_identity_phone_number (user)));
}

/* lanyard_search_key_append:
 * @text: what to append to
 * @record: a user or a credential
 * @number: (nullable): its card's number
 *
 * Appends what @record is found by; a PIN code is not part of it. May be called on any thread. */
void
lanyard_search_key_append (GString             *text,
                           SeamRecord          *record,
                           const LanyardNumber *number)
{
  const char *name = seam_record_get_display_name (record);

  lanyard_search_text_append_name (text, name);
  if (SEAM_IS_USER (record))
    {
      append_user (text, SEAM_USER (record));
    }
  else
    {
      lanyard_search_text_begin_numbers (text);
      lanyard_search_text_append_card (text, number);
    }
  lanyard_search_text_append_id (text, seam_record_get_id (record));
}
