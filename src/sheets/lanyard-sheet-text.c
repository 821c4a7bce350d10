/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a file that a spreadsheet or another program has written, in whatever encoding.
 *
 * Excel writes "CSV UTF-8" with a byte order mark, "Unicode Text" in UTF-16, and plain "CSV" in the code page of the
 * computer, which west of the Oder is Windows-1252. What is UTF-8 is told by its bytes: no other text of more than a
 * few letters looks like it. */
#include "lanyard-sheet-text.h"

#include <string.h>

#include "lanyard-sheet-error.h"

/* So much of a file says whether it is UTF-16 without a mark. */
#define SAMPLE 1024

/* What files that people mistake for a table begin with. Workbooks are: zip, that is .xlsx, .ods and .numbers; the
 * older .xls. */
static const struct
{
  const char       *bytes;
  gsize             size;
  LanyardSheetError error;
} kinds[] = {
  { "PK\x03\x04", 4, LANYARD_SHEET_ERROR_WORKBOOK },
  { "PK\x05\x06", 4, LANYARD_SHEET_ERROR_WORKBOOK },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, LANYARD_SHEET_ERROR_WORKBOOK },
  { "%PDF-", 5, LANYARD_SHEET_ERROR_NOT_TEXT },
  { "\x89PNG", 4, LANYARD_SHEET_ERROR_NOT_TEXT },
  { "\xff\xd8\xff", 3, LANYARD_SHEET_ERROR_NOT_TEXT },
  { "GIF8", 4, LANYARD_SHEET_ERROR_NOT_TEXT },
  { "\x1f\x8b", 2, LANYARD_SHEET_ERROR_NOT_TEXT },
  { "{\\rtf", 5, LANYARD_SHEET_ERROR_NOT_TEXT },
};

/* 0x80 to 0x9f in Windows-1252; what it leaves undefined is a control character, as browsers have it. */
static const gunichar windows_1252[] = {
  0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,
  0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0x9d,   0x017e, 0x0178,
};

static gboolean
begins_with (const guint8 *data,
             gsize         size,
             const char   *bytes,
             gsize         n_bytes)
{
  return size >= n_bytes && memcmp (data, bytes, n_bytes) == 0;
}

static gboolean
check_kind (const guint8 *data,
            gsize         size,
            GError      **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (begins_with (data, size, kinds[i].bytes, kinds[i].size))
      return lanyard_sheet_error_set (error, kinds[i].error, 0);
  return TRUE;
}

static guint
count_lines (const guint8 *data,
             gsize         size)
{
  guint line = 1;

  for (gsize i = 0; i < size; i++)
    line += data[i] == '\n' || (data[i] == '\r' && (i + 1 == size || data[i + 1] != '\n'));
  return line;
}

/* Every other byte of most texts in UTF-16 is 0; of other texts none is. */
static const char *
guess_utf16 (const guint8 *data,
             gsize         size)
{
  gsize n_zeros[2] = { 0, 0 };
  gsize n = MIN (size, SAMPLE);

  for (gsize i = 0; i < n; i++)
    n_zeros[i % 2] += data[i] == 0;
  if (n_zeros[0] == 0 && n_zeros[1] * 4 > n)
    return "UTF-16LE";
  return n_zeros[1] == 0 && n_zeros[0] * 4 > n ? "UTF-16BE" : NULL;
}

static char *
read_windows_1252 (const guint8 *data,
                   gsize         size,
                   gsize        *length)
{
  GString *text = g_string_sized_new (size + size / 8);

  for (gsize i = 0; i < size; i++)
    if (data[i] < 0x80)
      g_string_append_c (text, (char) data[i]);
    else
      g_string_append_unichar (text, data[i] < 0xa0 ? windows_1252[data[i] - 0x80] : data[i]);
  *length = text->len;
  return g_string_free (text, FALSE);
}

static char *
read_utf16 (const guint8 *data,
            gsize         size,
            const char   *encoding,
            gsize        *length,
            GError      **error)
{
  char *text = g_convert ((const char *) data, (gssize) size, "UTF-8", encoding, NULL, length, NULL);

  if (text == NULL || memchr (text, '\0', *length) != NULL)
    {
      g_free (text);
      lanyard_sheet_error_set (error, LANYARD_SHEET_ERROR_NOT_TEXT, 0);
      return NULL;
    }
  return text;
}

static char *
read_bytes (const guint8 *data,
            gsize         size,
            gsize        *length,
            GError      **error)
{
  const guint8 *nul = memchr (data, '\0', size);
  gboolean is_marked = begins_with (data, size, "\xef\xbb\xbf", 3);
  gsize mark = is_marked ? 3 : 0;
  const char *end;

  if (nul != NULL)
    {
      lanyard_sheet_error_set (error, LANYARD_SHEET_ERROR_NOT_TEXT, count_lines (data, (gsize) (nul - data)));
      return NULL;
    }
  if (!g_utf8_validate ((const char *) data + mark, (gssize) (size - mark), &end))
    {
      if (!is_marked)
        return read_windows_1252 (data, size, length);
      lanyard_sheet_error_set (error, LANYARD_SHEET_ERROR_NOT_TEXT,
                               count_lines (data, (gsize) ((const guint8 *) end - data)));
      return NULL;
    }
  *length = size - mark;
  return g_strndup ((const char *) data + mark, *length);
}

/* lanyard_sheet_text_read:
 * @data: (array length=size): all of a file
 * @size: how much it is
 * @length: return location for how long the text is
 * @error: return location for a #LanyardSheetError
 *
 * Takes UTF-8 and UTF-16, with a byte order mark or without, and what else there is for Windows-1252.
 *
 * Returns: (transfer full): the text in UTF-8, without a mark, and with no NUL but at its end; %NULL with @error */
char *
lanyard_sheet_text_read (const guint8  *data,
                         gsize          size,
                         gsize         *length,
                         GError       **error)
{
  const char *encoding;

  if (size > LANYARD_SHEET_MAX_BYTES)
    {
      lanyard_sheet_error_set (error, LANYARD_SHEET_ERROR_TOO_LARGE, 0);
      return NULL;
    }
  if (!check_kind (data, size, error))
    return NULL;
  if (begins_with (data, size, "\xff\xfe", 2))
    return read_utf16 (data + 2, size - 2, "UTF-16LE", length, error);
  if (begins_with (data, size, "\xfe\xff", 2))
    return read_utf16 (data + 2, size - 2, "UTF-16BE", length, error);
  encoding = guess_utf16 (data, size);
  if (encoding != NULL)
    return read_utf16 (data, size, encoding, length, error);
  return read_bytes (data, size, length, error);
}
