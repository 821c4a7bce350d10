/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record is found by. */
#include "lanyard-search-key.h"

#include "lanyard-search-text.h"

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
      SeamUser *user = SEAM_USER (record);

      if (g_strcmp0 (name, seam_user_get_full_name (user)) != 0)
        lanyard_search_text_append_name (text, seam_user_get_full_name (user));
      lanyard_search_text_append_address (text, seam_user_get_email_address (user));
      lanyard_search_text_begin_numbers (text);
      lanyard_search_text_append_phone (text, seam_user_get_phone_number (user));
    }
  else
    {
      lanyard_search_text_begin_numbers (text);
      lanyard_search_text_append_card (text, number);
    }
  lanyard_search_text_append_id (text, seam_record_get_id (record));
}
