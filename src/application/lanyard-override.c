/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workspace that the environment names for one run, as the vendor's own clients read it. */
#include "lanyard-override.h"

#include <stdlib.h>
#include <string.h>

/* What the environment has of @name without space around it, and how long that is; NULL when it is nothing. */
static char *
find (const char *name,
      gsize      *length)
{
  char *value = getenv (name);

  if (value == NULL)
    return NULL;

  value += strspn (value, " \t\r\n\f\v");
  for (*length = strlen (value); *length > 0 && g_ascii_isspace (value[*length - 1]); (*length)--)
    ;

  return *length > 0 ? value : NULL;
}

/**
 * lanyard_override_take:
 *
 * Takes SEAM_API_KEY and SEAM_ENDPOINT out of the environment. The key's bytes are wiped where they stood, so that
 * neither a child nor /proc shows them. To be called before there are threads.
 *
 * Returns: (transfer full): what was there
 */
LanyardOverride *
lanyard_override_take (void)
{
  LanyardOverride *override = g_new0 (LanyardOverride, 1);
  gsize key_length;
  gsize endpoint_length;
  char *key = find ("SEAM_API_KEY", &key_length);
  char *endpoint = find ("SEAM_ENDPOINT", &endpoint_length);

  if (key != NULL)
    {
      override->key = secret_value_new (key, key_length, "text/plain");
      explicit_bzero (key, strlen (key));
    }

  if (endpoint != NULL)
    override->endpoint = g_strndup (endpoint, endpoint_length);

  unsetenv ("SEAM_API_KEY");
  unsetenv ("SEAM_ENDPOINT");

  return override;
}

/**
 * lanyard_override_free:
 * @override: (transfer full): what was found
 *
 * Wipes the key and frees it.
 */
void
lanyard_override_free (LanyardOverride *override)
{
  g_clear_pointer (&override->key, secret_value_unref);
  g_free (override->endpoint);
  g_free (override);
}
