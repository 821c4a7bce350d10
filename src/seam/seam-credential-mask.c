/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes what opens a door out of a text about a credential: its PIN, and the number of its card. */
#include "seam-credential.h"
#include "seam-mask.h"

/**
 * seam_credential_mask_text:
 * @self: a credential
 * @text: a text about it
 *
 * Its name is known to have no PIN in it, but some systems put the number of the card there, or into what they say.
 *
 * Returns: (transfer full): @text without the card number and the PIN
 */
char *
seam_credential_mask_text (SeamCredential *self,
                           const char     *text)
{
  const char *number = seam_credential_get_card_number (self);
  const char *secrets[] = { number, NULL };
  g_autofree char *without_code = seam_record_mask_text (SEAM_RECORD (self), text);
  g_autofree char *masked = seam_mask_text (without_code, secrets);
  g_autoptr (GString) shown = g_string_new (masked != NULL ? masked : without_code);

  /* With zeros before it, it is still the number of the card. */
  if (number != NULL && *number != '\0')
    g_string_replace (shown, number, SEAM_MASK, 0);
  return g_string_free (g_steal_pointer (&shown), FALSE);
}
