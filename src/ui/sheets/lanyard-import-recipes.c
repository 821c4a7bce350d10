/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the columns of earlier sheets were said to be, by their headers. Of the headers only a hash is kept: in a sheet
 * without any, they are people. */
#include "lanyard-import-recipes.h"

#include <string.h>

#define KEY "import-recipes"
#define MAX_KEPT 20

static const char * const nicks[] = {
  [LANYARD_SHEET_MEANING_NONE] = "none",
  [LANYARD_SHEET_MEANING_USER_ID] = "user-id",
  [LANYARD_SHEET_MEANING_EMAIL] = "email",
  [LANYARD_SHEET_MEANING_PHONE] = "phone",
  [LANYARD_SHEET_MEANING_NAME] = "name",
  [LANYARD_SHEET_MEANING_FIRST_NAME] = "first-name",
  [LANYARD_SHEET_MEANING_LAST_NAME] = "last-name",
  [LANYARD_SHEET_MEANING_CARD_NUMBER] = "card-number",
  [LANYARD_SHEET_MEANING_CREDENTIAL_ID] = "credential-id",
  [LANYARD_SHEET_MEANING_SYSTEM] = "system",
  [LANYARD_SHEET_MEANING_ACTION] = "action",
};

G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == LANYARD_SHEET_N_MEANINGS);

static char *
hash_headers (LanyardSheet *sheet)
{
  g_autoptr (GString) headers = g_string_new (NULL);

  for (guint i = 0; i < lanyard_sheet_get_n_columns (sheet); i++)
    {
      g_autofree char *folded = lanyard_sheet_header_fold (lanyard_sheet_get_cell (sheet, 0, i));

      g_string_append_printf (headers, "%s\n", folded);
    }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, headers->str, -1);
}

static guint8
find_meaning (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nicks[i], nick))
      return (guint8) i;
  return LANYARD_SHEET_MEANING_NONE;
}

/* lanyard_import_recipes_apply:
 * @settings: the application's settings
 * @sheet: a table
 * @columns: what its columns seem to say; they are set to what those of one with the same headers were set to, if
 *   there was one */
void
lanyard_import_recipes_apply (GSettings           *settings,
                              LanyardSheet        *sheet,
                              LanyardSheetColumns *columns)
{
  g_autofree char *hash = hash_headers (sheet);
  g_autoptr (GVariant) recipes = g_settings_get_value (settings, KEY);
  g_autoptr (GVariantIter) iter = g_variant_iter_new (recipes);
  const char *headers, *meanings;

  while (columns->has_header && g_variant_iter_next (iter, "(&s&s)", &headers, &meanings))
    {
      g_auto (GStrv) words = g_strsplit (meanings, ",", -1);

      if (!g_str_equal (headers, hash) || g_strv_length (words) != columns->n)
        continue;
      for (guint i = 0; i < columns->n; i++)
        columns->meanings[i] = find_meaning (words[i]);
      return;
    }
}

/* lanyard_import_recipes_keep:
 * @settings: the application's settings
 * @sheet: a table
 * @columns: what its columns were said to be
 *
 * Keeps that for the next one with the same headers. */
void
lanyard_import_recipes_keep (GSettings                 *settings,
                             LanyardSheet              *sheet,
                             const LanyardSheetColumns *columns)
{
  g_autofree char *hash = hash_headers (sheet);
  g_autoptr (GString) meanings = g_string_new (NULL);
  g_autoptr (GVariant) recipes = g_settings_get_value (settings, KEY);
  g_autoptr (GVariantIter) iter = g_variant_iter_new (recipes);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ss)"));
  const char *headers, *others;

  if (!columns->has_header)
    return;
  for (guint i = 0; i < columns->n; i++)
    g_string_append_printf (meanings, "%s%s", i > 0 ? "," : "", nicks[columns->meanings[i]]);
  g_variant_builder_add (&builder, "(ss)", hash, meanings->str);
  for (guint n = 1; n < MAX_KEPT && g_variant_iter_next (iter, "(&s&s)", &headers, &others);)
    if (!g_str_equal (headers, hash))
      {
        g_variant_builder_add (&builder, "(ss)", headers, others);
        n++;
      }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}
