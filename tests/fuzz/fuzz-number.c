/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be typed, scanned or stored as the number of a card: two lines, which are compared. */
#include "fuzz.h"

#include "lanyard-number.h"

static LanyardNumber *
read_number (const char *text,
             gboolean    is_scanned)
{
  g_autoptr (GError) error = NULL;
  LanyardNumber *number = is_scanned ? lanyard_number_new_scanned (text, &error) : lanyard_number_new (text, &error);

  if (number == NULL)
    {
      g_assert_true (error->domain == LANYARD_NUMBER_ERROR);
      return NULL;
    }
  g_assert_no_error (error);
  fuzz_assert_text (lanyard_number_get_text (number));
  fuzz_assert_text (lanyard_number_get_exact_key (number));
  g_assert_true (lanyard_number_is_partial (number) == (lanyard_number_get_exact_key (number) == NULL));
  g_assert_true (lanyard_number_is_partial (number)
                 || lanyard_number_compare (number, number) == LANYARD_SAMENESS_SAME);
  return number;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);
  g_autoptr (LanyardNumber) a = lines[0] != NULL ? read_number (lines[0], FALSE) : NULL;
  g_autoptr (LanyardNumber) b = lines[0] != NULL && lines[1] != NULL ? read_number (lines[1], TRUE) : NULL;
  g_auto (GStrv) keys = NULL;
  LanyardSameness sameness;

  if (a == NULL || b == NULL)
    return 0;
  sameness = lanyard_number_compare (a, b);
  g_assert_true (lanyard_number_compare (b, a) == sameness);
  g_assert_true ((sameness == LANYARD_SAMENESS_SAME)
                 == (!lanyard_number_is_partial (a) && !lanyard_number_is_partial (b)
                     && g_str_equal (lanyard_number_get_exact_key (a), lanyard_number_get_exact_key (b))));
  keys = lanyard_number_list_maybe_keys (a);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      fuzz_assert_text (keys[i]);
      g_assert_cmpstr (keys[i], !=, lanyard_number_get_exact_key (a));
    }
  return 0;
}
