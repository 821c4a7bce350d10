/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that is kept out of swap space and core files, and wiped when it is freed. */
#include "seam-secret.h"

#include <string.h>
#include <sys/mman.h>

/* seam_secret_new:
 * @text: what is secret; white space around it is dropped
 *
 * Copies @text into pages of its own. Where the system doesn't let a process lock memory it is an ordinary copy,
 * still wiped in the end. What libraries copy of it (the lines of a request) is theirs to wipe.
 *
 * Returns: (transfer full): the copy, to be freed with seam_secret_free() */
SeamSecret *
seam_secret_new (const char *text)
{
  gsize length;
  SeamSecret *secret;

  while (g_ascii_isspace (*text))
    text++;
  for (length = strlen (text); length > 0 && g_ascii_isspace (text[length - 1]); length--)
    ;

  secret = mmap (NULL, length + 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (secret == MAP_FAILED)
    g_error ("There is no memory for %" G_GSIZE_FORMAT " bytes", length);
  mlock (secret, length + 1);
  madvise (secret, length + 1, MADV_DONTDUMP);
  memcpy (secret, text, length);
  return secret;
}

/* seam_secret_free:
 * @secret: (nullable) (transfer full): what seam_secret_new() returned */
void
seam_secret_free (SeamSecret *secret)
{
  gsize size;

  if (secret == NULL)
    return;
  size = strlen (secret) + 1;
  explicit_bzero (secret, size);
  munmap (secret, size);
}
