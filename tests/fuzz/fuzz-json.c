/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One object, read by the reader of lists and by json-glib: equal records come of it, or none both ways. The input's
 * first letter is the kind; when it is a capital one, what follows is a part of a record. */
#include "fuzz.h"

#include "both-readers.h"

static const struct
{
  char letter;
  GType (*get_type) (void);
} kinds[] = {
  { 'u', seam_user_get_type }, { 'c', seam_credential_get_type }, { 's', seam_system_get_type },
  { 'e', seam_entrance_get_type }, { 'w', seam_workspace_get_type },
};

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  GType type = SEAM_TYPE_USER;
  SeamExtent extent = SEAM_EXTENT_WHOLE;
  g_autofree char *text = NULL;

  if (size == 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].letter == g_ascii_tolower ((char) data[0]))
      type = kinds[i].get_type ();
  if (g_ascii_isupper ((char) data[0]))
    extent = SEAM_EXTENT_PART;

  /* A copy of just its size, so that whoever reads past its end is caught. */
  text = g_memdup2 (data + 1, size - 1);
  both_readers_agree (type, text, size - 1, extent);
  return 0;
}
