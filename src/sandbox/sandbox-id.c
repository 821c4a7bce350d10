/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The identifiers of a workspace's objects: UUIDs, the same in every run. */
#include "sandbox-id.h"

#include <string.h>

/* splitmix64's finaliser: neighbours get ids that have nothing in common. */
static guint64
mix (guint64 value)
{
  value += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return value ^ (value >> 31);
}

/**
 * sandbox_id_init:
 * @id: (out caller-allocates): the identifier
 * @kind: the kind of object
 * @index: which one of its kind
 *
 * Makes the identifier (a UUID of version 4) that this object has in every run.
 */
void
sandbox_id_init (SandboxId *id,
                 guint      kind,
                 guint      index)
{
  guint64 high = GUINT64_TO_BE (mix (((guint64) kind << 32) | index));
  guint64 low = GUINT64_TO_BE (mix (~high));

  memcpy (id->bytes, &high, 8);
  memcpy (id->bytes + 8, &low, 8);
  id->bytes[6] = (id->bytes[6] & 0x0f) | 0x40;
  id->bytes[8] = (id->bytes[8] & 0x3f) | 0x80;
}

static gboolean
is_dash_position (guint position)
{
  return position == 8 || position == 13 || position == 18 || position == 23;
}

/**
 * sandbox_id_parse:
 * @id: (out caller-allocates): the identifier
 * @text: what a request gives
 *
 * Returns: whether @text is a UUID
 */
gboolean
sandbox_id_parse (SandboxId  *id,
                  const char *text)
{
  guint n = 0;

  if (strlen (text) != SANDBOX_ID_LENGTH)
    return FALSE;

  for (guint i = 0; i < SANDBOX_ID_LENGTH; i++)
    {
      if (is_dash_position (i))
        {
          if (text[i] != '-')
            return FALSE;
          continue;
        }

      if (!g_ascii_isxdigit (text[i]))
        return FALSE;

      if (n % 2 == 0)
        id->bytes[n / 2] = (guint8) (g_ascii_xdigit_value (text[i]) << 4);
      else
        id->bytes[n / 2] |= (guint8) g_ascii_xdigit_value (text[i]);
      n++;
    }

  return TRUE;
}

/**
 * sandbox_id_format:
 * @id: the identifier
 * @text: (out caller-allocates): its text
 *
 * Writes @id as the API prints it.
 */
void
sandbox_id_format (const SandboxId *id,
                   char             text[SANDBOX_ID_LENGTH + 1])
{
  static const char hex[] = "0123456789abcdef";
  guint at = 0;

  for (guint i = 0; i < 16; i++)
    {
      if (is_dash_position (at))
        text[at++] = '-';
      text[at++] = hex[id->bytes[i] >> 4];
      text[at++] = hex[id->bytes[i] & 15];
    }

  text[at] = '\0';
}

/**
 * sandbox_id_hash:
 * @id: a #SandboxId
 *
 * Returns: its hash, for #GHashTable
 */
guint
sandbox_id_hash (gconstpointer id)
{
  guint hash;

  memcpy (&hash, id, sizeof hash);

  return hash;
}

/**
 * sandbox_id_equal:
 * @a: a #SandboxId
 * @b: another
 *
 * Returns: whether they are the same, for #GHashTable
 */
gboolean
sandbox_id_equal (gconstpointer a,
                  gconstpointer b)
{
  return memcmp (a, b, sizeof (SandboxId)) == 0;
}
