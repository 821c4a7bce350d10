/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What parts the cells of a table as text: told by Excel's line for it, or guessed.
 *
 * A sample is read with each of them. The right one gives rows of the same number of cells, and more than one. Commas
 * are also in names and decimal numbers, and semicolons at the ends of lines get lost, so neither the first line alone
 * nor the sheer number of signs says which it is. */
#include "lanyard-sheet-separator.h"

#include <math.h>
#include <string.h>

#include "lanyard-sheet-scan.h"

#define MAX_SAMPLE (64 * 1024)
#define MAX_ROWS 200
#define MAX_COUNTED 200

/* lanyard_sheet_separator_told:
 * @text: a table
 * @separator: return location for what its first line tells
 *
 * Returns: how long the line "sep=;" is, with its end; 0: there is none */
gsize
lanyard_sheet_separator_told (const char *text,
                              char       *separator)
{
  const char *p = text;
  gboolean is_quoted = *p == '"';
  gsize n_end;

  p += is_quoted;
  if (g_ascii_strncasecmp (p, "sep=", 4) != 0 || p[4] == '\0' || strchr (LANYARD_SHEET_SEPARATORS, p[4]) == NULL)
    return 0;
  *separator = p[4];
  p += 5;
  if (is_quoted && *p++ != '"')
    return 0;
  n_end = strspn (p, "\r\n");
  if (n_end == 0 && *p != '\0')
    return 0;
  return (gsize) (p - text) + (p[0] == '\r' && p[1] == '\n' ? 2 : MIN (n_end, 1));
}

static char *
dup_sample (const char *text,
            gsize       length)
{
  gsize size = MIN (length, MAX_SAMPLE);

  while (size < length && size > 1 && text[size - 1] != '\n' && text[size - 1] != '\r')
    size--;
  return g_strndup (text, size);
}

/* Empty cells at the end of a row don't count: some programs leave them out, others add some. */
static void
count (char  *sample,
       char   separator,
       guint *n_rows_of,
       guint *n_rows)
{
  LanyardSheetScan scan = { .at = sample, .end = sample + strlen (sample), .separator = separator, .line = 1 };
  guint n_cells = 0, n_filled = 0;

  *n_rows = 0;
  memset (n_rows_of, 0, (MAX_COUNTED + 1) * sizeof (guint));
  while (*n_rows < MAX_ROWS && lanyard_sheet_scan_next (&scan, NULL))
    {
      n_cells++;
      if (scan.cell[strspn (scan.cell, " ")] != '\0')
        n_filled = n_cells;
      if (!scan.ends_row)
        continue;
      if (n_filled > 0)
        {
          n_rows_of[MIN (n_filled, MAX_COUNTED)]++;
          (*n_rows)++;
        }
      n_cells = n_filled = 0;
    }
}

/* How well @separator does: 0 for not at all. */
static double
judge (const char *text,
       gsize       length,
       char        separator)
{
  g_autofree char *sample = dup_sample (text, length);
  guint n_rows_of[MAX_COUNTED + 1];
  guint n_rows;
  double best = 0;

  count (sample, separator, n_rows_of, &n_rows);
  for (guint n_cells = 2; n_cells <= MAX_COUNTED && n_rows > 0; n_cells++)
    {
      double share = (double) n_rows_of[n_cells] / n_rows;

      best = MAX (best, share * share * log2 (n_cells));
    }
  return best;
}

/* lanyard_sheet_separator_guess:
 * @text: a table
 * @length: how long it is
 *
 * Returns: what parts its cells; of a table of one column, what it has least of */
char
lanyard_sheet_separator_guess (const char *text,
                               gsize       length)
{
  static const char separators[] = LANYARD_SHEET_SEPARATORS;
  double best = 0;
  char separator = separators[0];

  for (guint i = 0; i < sizeof separators - 1; i++)
    {
      double score = judge (text, length, separators[i]);

      if (score > best)
        {
          best = score;
          separator = separators[i];
        }
    }
  return separator;
}
