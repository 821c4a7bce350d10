/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and addresses in the form in which a sheet's are compared with a workspace's. */
#include "lanyard-roster-fold.h"

#include <string.h>

#include "lanyard-fold.h"

/* One space between words, none around them. */
static void
squeeze (GString *text)
{
  gsize to = 0;

  for (gsize from = 0; from < text->len; from++)
    if (text->str[from] != ' ' || (to > 0 && text->str[to - 1] != ' '))
      text->str[to++] = text->str[from];
  if (to > 0 && text->str[to - 1] == ' ')
    to--;
  g_string_truncate (text, to);
}

/* lanyard_roster_fold_name:
 * @folded: what to set
 * @name: a name
 * @is_spelled: whether umlauts and the like are spelled out
 *
 * Returns: whether it is something else when they are spelled out */
gboolean
lanyard_roster_fold_name (GString    *folded,
                          const char *name,
                          gboolean    is_spelled)
{
  gboolean has_other;

  g_string_truncate (folded, 0);
  has_other = lanyard_fold_append (folded, name, is_spelled ? LANYARD_FOLD_SPELLED : LANYARD_FOLD_NAME);
  squeeze (folded);
  return has_other;
}

/* lanyard_roster_fold_address:
 * @folded: what to set
 * @address: an e-mail address or an id */
void
lanyard_roster_fold_address (GString    *folded,
                             const char *address)
{
  g_string_truncate (folded, 0);
  lanyard_fold_append (folded, address, LANYARD_FOLD_ADDRESS);
  squeeze (folded);
}

/* lanyard_roster_share_word:
 * @name: a folded name
 * @other: another one
 *
 * Returns: whether they have a word in common, or one of them has none */
gboolean
lanyard_roster_share_word (const char *name,
                           const char *other)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  g_auto (GStrv) others = g_strsplit (other, " ", -1);

  if (*name == '\0' || *other == '\0')
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains ((const char * const *) others, words[i]))
      return TRUE;
  return FALSE;
}
