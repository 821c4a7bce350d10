/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as other programs write them, what is none, and what is written here read again. */
#include <string.h>

#include "lanyard-sheet-error.h"
#include "lanyard-sheet-load.h"
#include "lanyard-sheet-scan.h"
#include "lanyard-sheet-text.h"
#include "lanyard-sheet-writer.h"
#include "lanyard-sheet.h"

static LanyardSheet *
read_bytes (const char *data,
            gsize       size)
{
  g_autoptr (GError) error = NULL;
  LanyardSheet *sheet = lanyard_sheet_new ((const guint8 *) data, size, '\0', &error);

  g_assert_no_error (error);
  return sheet;
}

/* Cells with a bar after each, rows with a slash. */
static char *
print (LanyardSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < lanyard_sheet_get_n_rows (sheet); row++)
    {
      for (guint column = 0; column < lanyard_sheet_get_n_columns (sheet); column++)
        g_string_append_printf (text, "%s|", lanyard_sheet_get_cell (sheet, row, column));
      g_string_append_c (text, '/');
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *data;
  const char *cells;
} tables[] = {
  /* Line ends, and the last one missing. */
  { "a,b\nc,d\n", "a|b|/c|d|/" },
  { "a,b\r\nc,d\r\n", "a|b|/c|d|/" },
  { "a,b\rc,d\r", "a|b|/c|d|/" },
  { "a,b\nc,d", "a|b|/c|d|/" },
  /* Empty rows, short rows, long rows, empty cells at the end. */
  { "\n\na,b\n\n,\nc\n", "a|b|/c||/" },
  { "a,b\nc,d,e\nf\n", "a|b||/c|d|e|/f|||/" },
  { "a,b,,,\nc,d,,,\n", "a|b|/c|d|/" },
  { ",b\n,d\n", "|b|/|d|/" },
  /* Separators: told, guessed; in other cells too. */
  { "a;b\nc;d\n", "a|b|/c|d|/" },
  { "a\tb\nc\td\n", "a|b|/c|d|/" },
  { "a|b\nc|d\n", "a|b|/c|d|/" },
  { "sep=;\na,1;b,2\n", "a,1|b,2|/" },
  { "sep=,\r\na;1,b;2\r\n", "a;1|b;2|/" },
  { "\"sep=;\"\na;b\n", "a|b|/" },
  { "A;B;C;D\n1,1;2,2;3,3;4,1\n1,1;2,2;3,3;4,1\n", "A|B|C|D|/1,1|2,2|3,3|4,1|/1,1|2,2|3,3|4,1|/" },
  { "Name;Card\nOkafor, Ada;1\nYilmaz, Ece;2\n", "Name|Card|/Okafor, Ada|1|/Yilmaz, Ece|2|/" },
  { "Okafor, Ada;1\nYilmaz, Ece;2\n", "Okafor, Ada|1|/Yilmaz, Ece|2|/" },
  { "Duration;Phase\n6:30;First\n1:00;Wash 1\n", "Duration|Phase|/6:30|First|/1:00|Wash 1|/" },
  { "April 15, 2023;40;25;4;\nApril 14, 2023;44;25;4;\nApril 9, 2023;50;25;4\n",
    "April 15, 2023|40|25|4|/April 14, 2023|44|25|4|/April 9, 2023|50|25|4|/" },
  { "name,note\nAda,a;b\nEce,c\n", "name|note|/Ada|a;b|/Ece|c|/" },
  { "name,note\n\"a;b\",\"c;d\"\n", "name|note|/a;b|c;d|/" },
  { "8271645\n8271646\n", "8271645|/8271646|/" },
  /* Quotes. */
  { "\"a\",\"b\"\n", "a|b|/" },
  { "\"a,b\",c\n", "a,b|c|/" },
  { "\"say \"\"hi\"\"\",c\n", "say \"hi\"|c|/" },
  { "\"two\nlines\",c\n", "two\nlines|c|/" },
  { "\"two\r\nlines\",c\r\n", "two\r\nlines|c|/" },
  { "5\" bolt,c\nd,e\n", "5\" bolt|c|/d|e|/" },
  { "a, \"b, c\"\nd,e\n", "a|b, c|/d|e|/" },
  { "\"Bob\" Smith,1\nd,e\n", "Bob Smith|1|/d|e|/" },
  { "\"\",b\n", "|b|/" },
  { " a ,b\n", " a |b|/" },
  /* What keeps a spreadsheet from making numbers of text. */
  { "=\"0012\",b\n", "0012|b|/" },
  { "\"=\"\"0012\"\"\",b\n", "0012|b|/" },
  { "'0012,b\n", "0012|b|/" },
  { "''0012,b\n", "'0012|b|/" },
  { "'=1+1,b\n", "=1+1|b|/" },
  { "=cmd|'/C calc'!A0,b\nc,d\n", "=cmd|'/C calc'!A0|b|/c|d|/" },
  { "'t Hooft,b\n", "'t Hooft|b|/" },
  { "=\"a\"&\"b\",c\nd,e\n", "=\"a\"&\"b\"|c|/d|e|/" },
  { "=\"\",c\n", "|c|/" },
};

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (LanyardSheet) sheet = read_bytes (tables[i].data, strlen (tables[i].data));
      g_autofree char *cells = print (sheet);

      g_assert_cmpstr (cells, ==, tables[i].cells);
    }
}

#define BYTES(text) text, sizeof text - 1

static const struct
{
  const char *data;
  gsize       size;
} encoded[] = {
  { BYTES ("J\xc3\xb6rg,\xe2\x82\xac\n") },
  { BYTES ("\xef\xbb\xbfJ\xc3\xb6rg,\xe2\x82\xac\n") },
  { BYTES ("J\xf6rg,\x80\n") },
  { BYTES ("\xff\xfeJ\0\xf6\0r\0g\0,\0\xac\x20\n\0") },
  { BYTES ("\xfe\xff\0J\0\xf6\0r\0g\0,\x20\xac\0\n") },
  { BYTES ("J\0\xf6\0r\0g\0,\0\xac\x20\n\0") },
  { BYTES ("\0J\0\xf6\0r\0g\0,\x20\xac\0\n") },
};

static void
test_encodings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encoded); i++)
    {
      g_autoptr (LanyardSheet) sheet = read_bytes (encoded[i].data, encoded[i].size);
      g_autofree char *cells = print (sheet);

      g_assert_cmpstr (cells, ==, "Jörg|€|/");
    }
}

/* With a mark, the first header may be quoted. */
static void
test_mark_before_quote (void)
{
  g_autoptr (LanyardSheet) sheet = read_bytes (BYTES ("\xef\xbb\xbf\"e,mail\",b\n"));

  g_assert_cmpstr (lanyard_sheet_get_cell (sheet, 0, 0), ==, "e,mail");
}

/* Windows-1252 has signs where Latin-1 has none, and none where some programs write them. */
static void
test_windows_1252 (void)
{
  g_autoptr (LanyardSheet) sheet = read_bytes (BYTES ("O\x92Neill,\x93x\x94,\x81\n"));

  g_assert_cmpstr (lanyard_sheet_get_cell (sheet, 0, 0), ==, "O’Neill");
  g_assert_cmpstr (lanyard_sheet_get_cell (sheet, 0, 1), ==, "“x”");
  g_assert_true (g_utf8_validate (lanyard_sheet_get_cell (sheet, 0, 2), -1, NULL));
}

static const struct
{
  const char       *data;
  gsize             size;
  LanyardSheetError code;
  guint             line;
} refused[] = {
  { BYTES (""), LANYARD_SHEET_ERROR_EMPTY, 0 },
  { BYTES ("\xef\xbb\xbf"), LANYARD_SHEET_ERROR_EMPTY, 0 },
  { BYTES ("\n \n,,\n"), LANYARD_SHEET_ERROR_EMPTY, 0 },
  { BYTES ("sep=;\n"), LANYARD_SHEET_ERROR_EMPTY, 0 },
  { BYTES ("PK\x03\x04\x14\0\x06\0"), LANYARD_SHEET_ERROR_WORKBOOK, 0 },
  { BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"), LANYARD_SHEET_ERROR_WORKBOOK, 0 },
  { BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), LANYARD_SHEET_ERROR_NOT_TEXT, 0 },
  { BYTES ("\xff\xd8\xff\xe0\0\x10JFIF"), LANYARD_SHEET_ERROR_NOT_TEXT, 0 },
  { BYTES ("%PDF-1.7\n"), LANYARD_SHEET_ERROR_NOT_TEXT, 0 },
  { BYTES ("a,b\nc,d\ne,\0f\nccccccc"), LANYARD_SHEET_ERROR_NOT_TEXT, 3 },
  { BYTES ("\xef\xbb\xbf" "a,b\n\xff,d\n"), LANYARD_SHEET_ERROR_NOT_TEXT, 2 },
  { BYTES ("\xff\xfe" "a"), LANYARD_SHEET_ERROR_NOT_TEXT, 0 },
  { BYTES ("\xff\xfe\0\xd8" "a\0"), LANYARD_SHEET_ERROR_NOT_TEXT, 0 },
  { BYTES ("\"a,b\nc,d\n"), LANYARD_SHEET_ERROR_UNCLOSED_QUOTE, 1 },
  { BYTES ("a,b\nc,d\ne,\"f\ng,h\n"), LANYARD_SHEET_ERROR_UNCLOSED_QUOTE, 3 },
  { BYTES ("a,b\r\n\"c\r\n\",\"d\r\n"), LANYARD_SHEET_ERROR_UNCLOSED_QUOTE, 3 },
  /* The next opening quote would close it. */
  { BYTES ("\"a\",\"b\"\n\"c\",\"d\n\"e\",\"f\"\n"), LANYARD_SHEET_ERROR_UNCLOSED_QUOTE, 2 },
};

static void
assert_refused (const char       *data,
                gsize             size,
                LanyardSheetError code,
                guint             line)
{
  g_autoptr (GError) error = NULL;
  LanyardSheet *sheet = lanyard_sheet_new ((const guint8 *) data, size, ',', &error);

  g_assert_null (sheet);
  g_assert_error (error, LANYARD_SHEET_ERROR, (int) code);
  g_assert_cmpuint (lanyard_sheet_error_get_line (error), ==, line);
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    assert_refused (refused[i].data, refused[i].size, refused[i].code, refused[i].line);
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static void
test_limits (void)
{
  g_autofree char *rows = repeat ("a,b\n", LANYARD_SHEET_MAX_ROWS + 1);
  g_autofree char *columns = repeat ("a,", LANYARD_SHEET_MAX_COLUMNS + 1);
  g_autofree char *cell = repeat ("a", LANYARD_SHEET_MAX_CELL + 1);
  g_autofree char *quoted = g_strdup_printf ("a\n\"%s\"\n", cell);
  g_autofree char *large = g_malloc0 (LANYARD_SHEET_MAX_BYTES + 1);

  assert_refused (rows, strlen (rows), LANYARD_SHEET_ERROR_TOO_MANY_ROWS, LANYARD_SHEET_MAX_ROWS + 1);
  assert_refused (columns, strlen (columns), LANYARD_SHEET_ERROR_TOO_MANY_COLUMNS, 1);
  assert_refused (cell, strlen (cell), LANYARD_SHEET_ERROR_CELL_TOO_LONG, 1);
  assert_refused (quoted, strlen (quoted), LANYARD_SHEET_ERROR_CELL_TOO_LONG, 2);
  assert_refused (large, LANYARD_SHEET_MAX_BYTES + 1, LANYARD_SHEET_ERROR_TOO_LARGE, 0);
}

/* Row 3 of 100,000: the rest is not read into one cell. */
static void
test_quote_of_many_rows (void)
{
  g_autofree char *rows = repeat ("Ada,8271645\n", 100000);
  g_autofree char *text = g_strconcat ("a,b\nc,d\n\"e,f\n", rows, NULL);

  assert_refused (text, strlen (text), LANYARD_SHEET_ERROR_UNCLOSED_QUOTE, 3);
}

static void
test_lines (void)
{
  g_autoptr (LanyardSheet) sheet = read_bytes (BYTES ("sep=,\r\na,b\r\n\r\n\"c\r\nd\",e\r\nf,g\r\n"));

  g_assert_cmpuint (lanyard_sheet_get_n_rows (sheet), ==, 3);
  g_assert_cmpuint (lanyard_sheet_get_line (sheet, 0), ==, 2);
  g_assert_cmpuint (lanyard_sheet_get_line (sheet, 1), ==, 4);
  g_assert_cmpuint (lanyard_sheet_get_line (sheet, 2), ==, 6);
}

static void
test_says_text (void)
{
  g_autoptr (LanyardSheet) sheet = read_bytes (BYTES ("=\"0012\",'0012,0012,0012\n"));

  g_assert_true (lanyard_sheet_is_text (sheet, 0, 0));
  g_assert_true (lanyard_sheet_is_text (sheet, 0, 1));
  g_assert_false (lanyard_sheet_is_text (sheet, 0, 2));
  g_assert_false (lanyard_sheet_is_text (sheet, 0, 7));
}

static void
test_separator_asked_for (void)
{
  g_autoptr (LanyardSheet) sheet = lanyard_sheet_new ((const guint8 *) BYTES ("sep=,\na;b,c\n"), ';', NULL);

  g_assert_cmpstr (lanyard_sheet_get_cell (sheet, 0, 1), ==, "b,c");
  g_assert_cmpint (lanyard_sheet_get_separator (sheet), ==, ';');
}

/* --- Written here --- */

static const char * const texts[] = {
  "Ada Okafor", "", "=cmd", "=1+1", "'=1+1", "''=1+1", "'", "''", "'t Hooft", "'0012", "''0012", "0012", "8271645",
  "1234567890123456", "+44 20 7946 0018", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n", "|calc", "%x", "=\"0012\"",
  "'=\"0012\"", "=\"a\"\"b\"", "say \"hi\"", "\"", "\"\"", "a,b", "a;b", "a\tb", "two\nlines", "two\r\nlines", " a ",
  "  =1", "' =1", "＝1", "−1", "1-2", "12:30", "1e5", "山田 太郎", "١٢٣", "'١٢٣", "sep=;", "\xef\xbb\xbfx", "a ", " ",
  "12E5", "3/4", "(1)", "E", "e+", "=\"", "=\"\"", "x=\"1\"",
};

static void
assert_same_again (char separator)
{
  static const char * const columns[] = { "first", "middle", "last", NULL };
  g_autoptr (LanyardSheetWriter) writer = lanyard_sheet_writer_new (LANYARD_SHEET_FORMAT_CSV, separator, columns);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LanyardSheet) sheet = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *cells[] = { "x", texts[i], "y" };

      lanyard_sheet_writer_append (writer, cells);
    }
  bytes = lanyard_sheet_writer_end (writer);
  sheet = read_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_cmpuint (lanyard_sheet_get_n_rows (sheet), ==, G_N_ELEMENTS (texts) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (lanyard_sheet_get_cell (sheet, i + 1, 1), ==, texts[i]);
}

static void
test_read_again (void)
{
  assert_same_again (',');
  assert_same_again (';');
}

static const struct
{
  const char *text;
  const char *cell;
} guarded[] = {
  { "Ada", "\"Ada\"" },
  { "0012", "\"=\"\"0012\"\"\"" },
  { "+44 20", "\"=\"\"+44 20\"\"\"" },
  { "=cmd", "\"'=cmd\"" },
  { "'=cmd", "\"''=cmd\"" },
  { "@x", "\"'@x\"" },
  { "'t Hooft", "\"'t Hooft\"" },
  { NULL, "" },
  { "", "" },
};

static void
test_written (void)
{
  static const char * const columns[] = { "a", "b", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (guarded); i++)
    {
      g_autoptr (LanyardSheetWriter) writer = lanyard_sheet_writer_new (LANYARD_SHEET_FORMAT_CSV, ';', columns);
      const char *cells[] = { guarded[i].text, "x" };
      g_autofree char *expected = g_strdup_printf ("\xef\xbb\xbf\"a\";\"b\"\r\n%s;\"x\"\r\n", guarded[i].cell);
      g_autoptr (GBytes) bytes = NULL;

      lanyard_sheet_writer_append (writer, cells);
      bytes = lanyard_sheet_writer_end (writer);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
    }
}

static void
test_json (void)
{
  static const char * const columns[] = { "a", "b", NULL };
  g_autoptr (LanyardSheetWriter) writer = lanyard_sheet_writer_new (LANYARD_SHEET_FORMAT_JSON, ',', columns);
  const char *cells[] = { "=0012", NULL };
  static const char expected[] = "[\n{\"a\":\"=0012\",\"b\":null},\n{\"a\":\"=0012\",\"b\":null}\n]\n";
  g_autoptr (GBytes) bytes = NULL;

  lanyard_sheet_writer_append (writer, cells);
  lanyard_sheet_writer_append (writer, cells);
  bytes = lanyard_sheet_writer_end (writer);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, sizeof expected - 1);
}

/* --- Files --- */

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lanyard_sheet_load_finish (G_FILE (source), result, &error);

  g_assert_null (bytes);
  g_assert_error (error, LANYARD_SHEET_ERROR, LANYARD_SHEET_ERROR_TOO_LARGE);
  *(gboolean *) user_data = TRUE;
}

/* It has no end, and says that it has no size. */
static void
test_endless_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  gboolean is_done = FALSE;

  lanyard_sheet_load_async (file, NULL, on_loaded, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/tables", test_tables);
  g_test_add_func ("/sheet/encodings", test_encodings);
  g_test_add_func ("/sheet/mark-before-quote", test_mark_before_quote);
  g_test_add_func ("/sheet/windows-1252", test_windows_1252);
  g_test_add_func ("/sheet/refused", test_refused);
  g_test_add_func ("/sheet/limits", test_limits);
  g_test_add_func ("/sheet/quote-of-many-rows", test_quote_of_many_rows);
  g_test_add_func ("/sheet/lines", test_lines);
  g_test_add_func ("/sheet/says-text", test_says_text);
  g_test_add_func ("/sheet/separator-asked-for", test_separator_asked_for);
  g_test_add_func ("/sheet/read-again", test_read_again);
  g_test_add_func ("/sheet/written", test_written);
  g_test_add_func ("/sheet/json", test_json);
  g_test_add_func ("/sheet/endless-file", test_endless_file);
  return g_test_run ();
}
