/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of a sheet come to: whom and what they mean, and what is wrong with them. */
#include <string.h>

#include "houses.h"
#include "lanyard-record-table.h"

typedef struct
{
  const char        *text;
  LanyardMatchState  state;
  LanyardMatchReason reason;
  const char        *user_id;
  const char        *credential_id;
} Row;

static const Row rows[] = {
  /* By whatever identifies a user. */
  { "user_id,card\nu-ada,8271645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "email,card\nADA@A.example ,8271645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "phone,card\n+44 20 7946 0018,8271645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "phone,card\n020 7946 0018,8271645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "phone,card\n442079460018,8271645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "name,card\nada okafor,8271645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "name;card\nOkafor, Ada;8271645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "Vorname;Name;Karte\nAda;Okafor;8271645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "Nome;Cognome;Tessera\nAda;Okafor;8271645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "name,card\nJoerg Mueller,8271645\n", LANYARD_MATCH_DO, 0, "u-joerg", "c-free" },
  { "name,card\nJorg Muller,8271645\n", LANYARD_MATCH_DO, 0, "u-joerg", "c-free" },
  { "name,card\n'=cmd,777001\n", LANYARD_MATCH_DO, 0, "u-south", "c-both-2" },
  { "name,card\n=cmd,777001\n", LANYARD_MATCH_DO, 0, "u-south", "c-both-2" },
  { "name,card\n't Hooft,777001\n", LANYARD_MATCH_DO, 0, "u-hooft", "c-both-2" },
  /* Which of a person's users is meant follows from the credential, and the other way round. */
  { "email,card,site\nada@a.example,777001,South House\n", LANYARD_MATCH_DO, 0, "u-ada-2", "c-both-2" },
  { "email,card,site\nada@a.example,777001,s-1\n", LANYARD_MATCH_DO, 0, "u-ada", "c-both-1" },
  { "email,credential_id\nada@a.example,c-both-2\n", LANYARD_MATCH_DO, 0, "u-ada-2", "c-both-2" },
  { "email,card\nada@a.example,777001\n", LANYARD_MATCH_CHOICE, LANYARD_MATCH_SEVERAL_USERS, NULL, NULL },
  /* Numbers: one form, and what else may be it is only offered. */
  { "user_id,card\nu-ada,=\"0008271645\"\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "user_id,card\nu-ada,2048 1234\n", LANYARD_MATCH_DO, 0, "u-ada", "c-held" },
  { "user_id;card\nu-ada;91,4021\n", LANYARD_MATCH_DO, 0, "u-ada", "c-facility" },
  { "user_id,card\nu-ada,0x8aea95\n", LANYARD_MATCH_CHOICE, LANYARD_MATCH_NUMBER_MAYBE, "u-ada", NULL },
  { "user_id,card\nu-ada,10009876\n", LANYARD_MATCH_CHOICE, LANYARD_MATCH_NUMBER_MAYBE, "u-ada", NULL },
  { "email,card\nx@a.example,888001\n", LANYARD_MATCH_CHOICE, LANYARD_MATCH_SEVERAL_CREDENTIALS, "u-south", NULL },
  { "user_id,card\nu-ada,424242\n", LANYARD_MATCH_CANT, LANYARD_MATCH_UNKNOWN_CREDENTIAL, "u-ada", NULL },
  { "user_id,card\nu-ada,****9876\n", LANYARD_MATCH_CANT, LANYARD_MATCH_PARTIAL, NULL, NULL },
  { "user_id,card\nu-ada,---\n", LANYARD_MATCH_CANT, LANYARD_MATCH_NOT_A_NUMBER, NULL, NULL },
  { "user_id,credential_id,card\nu-ada,c-free,8271645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "user_id,credential_id,card\nu-ada,c-free,555001\n", LANYARD_MATCH_CANT, LANYARD_MATCH_NUMBER_DIFFERS, NULL,
    "c-free" },
  { "user_id,credential_id,card\nu-ada,c-none,555001\n", LANYARD_MATCH_CANT, LANYARD_MATCH_UNKNOWN_CREDENTIAL,
    "u-ada", NULL },
  /* Spoilt by a spreadsheet. */
  { "user_id,card\nu-ada,1.2E+11\n", LANYARD_MATCH_CANT, LANYARD_MATCH_ROUNDED, NULL, NULL },
  { "user_id;card\nu-ada;1,2E+11\n", LANYARD_MATCH_CANT, LANYARD_MATCH_ROUNDED, NULL, NULL },
  { "user_id,card\nu-ada,########\n", LANYARD_MATCH_CANT, LANYARD_MATCH_ROUNDED, NULL, NULL },
  { "user_id,card\nu-ada,1234567890123450\n", LANYARD_MATCH_CANT, LANYARD_MATCH_DIGITS, NULL, NULL },
  { "user_id,card\nu-ada,=\"1234567890123450\"\n", LANYARD_MATCH_DO, 0, "u-ada", "c-long" },
  { "user_id,card\nu-ada,8271645\nu-ece,0000000001\n", LANYARD_MATCH_CANT, LANYARD_MATCH_ZEROS, NULL, NULL },
  { "user_id,card\nu-ada,'8271645\nu-ece,0000000001\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "user_id,card\nu-ada,8271645\nu-ece,00001\nu-ece,000001\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  /* Two people, or none. */
  { "name,card\nEce Yilmaz,8271645\n", LANYARD_MATCH_CHOICE, LANYARD_MATCH_SEVERAL_USERS, NULL, "c-free" },
  { "name,card\nOkafor Ada,8271645\n", LANYARD_MATCH_CHOICE, LANYARD_MATCH_NAME_MAYBE, NULL, "c-free" },
  { "name,card\nBob Ray,8271645\n", LANYARD_MATCH_CHOICE, LANYARD_MATCH_UNKNOWN_USER, NULL, "c-free" },
  { "email,card\nbob@a.example,8271645\n", LANYARD_MATCH_CHOICE, LANYARD_MATCH_UNKNOWN_USER, NULL, "c-free" },
  { "email,name,card\nbob@a.example,Ada Okafor,8271645\n", LANYARD_MATCH_CHOICE, LANYARD_MATCH_NAME_MAYBE, NULL,
    "c-free" },
  { "email,name,card\nada@a.example,Jörg Müller,8271645\n", LANYARD_MATCH_CHOICE, LANYARD_MATCH_NAME_DIFFERS, NULL,
    "c-free" },
  { "email,name,card\nada@a.example,Ada Smith,8271645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "user_id,email,card\nu-ece,ada@a.example,8271645\n", LANYARD_MATCH_CHOICE, LANYARD_MATCH_USERS_DIFFER, NULL,
    "c-free" },
  { "email,card\nx@a.example,8271645\n", LANYARD_MATCH_CANT, LANYARD_MATCH_OTHER_SYSTEM, NULL, "c-free" },
  { "email,card,site\nada@a.example,8271645,West House\n", LANYARD_MATCH_CANT, LANYARD_MATCH_UNKNOWN_SYSTEM, NULL,
    NULL },
  { "email,card\n,20481234\n", LANYARD_MATCH_CANT, LANYARD_MATCH_NO_USER, NULL, "c-held" },
  { "email,card\n,8271645\n", LANYARD_MATCH_ALREADY, LANYARD_MATCH_NO_USER, NULL, "c-free" },
  { "email,card\nada@a.example,\nada@a.example,1\n", LANYARD_MATCH_CANT, LANYARD_MATCH_NO_CREDENTIAL, NULL, NULL },
  /* Done already, or done by somebody else. */
  { "name,card\nEce Yilmaz,20481234\n", LANYARD_MATCH_ALREADY, 0, "u-ece", "c-held" },
  { "email,card\nada@a.example,555001\n", LANYARD_MATCH_ALREADY, 0, "u-ada", "c-ada" },
  { "email,card\nada@a.example,20481234\n", LANYARD_MATCH_DO, 0, "u-ada", "c-held" },
  { "email,card\nada@a.example,606060\n", LANYARD_MATCH_DO, 0, "u-ada", "c-gone" },
  /* Unassigning. */
  { "action,card\nunassign,555001\n", LANYARD_MATCH_DO, 0, NULL, "c-ada" },
  { "Aktion;Karte\nEntziehen;555001\n", LANYARD_MATCH_DO, 0, NULL, "c-ada" },
  { "action,card\nunassign,606060\n", LANYARD_MATCH_DO, 0, NULL, "c-gone" },
  { "action,card\nunassign,8271645\n", LANYARD_MATCH_ALREADY, 0, NULL, "c-free" },
  { "action,email,card\nunassign,ada@a.example,555001\n", LANYARD_MATCH_DO, 0, "u-ada", "c-ada" },
  { "action,email,card\nunassign,ada@a.example,20481234\n", LANYARD_MATCH_CANT, LANYARD_MATCH_HELD_BY_OTHER, "u-ada",
    "c-held" },
  { "action,email,card\nunassign,bob@a.example,20481234\n", LANYARD_MATCH_CANT, LANYARD_MATCH_UNKNOWN_USER, NULL,
    "c-held" },
  { "action,email,card\nburn,ada@a.example,555001\n", LANYARD_MATCH_CANT, LANYARD_MATCH_UNKNOWN_ACTION, NULL, NULL },
};

/* As other programs are known to write them, or their users to have sent them in. */
static const Row odd_rows[] = {
  { "\357\273\277sep=;\r\nEmail;Card\r\nada@a.example;8271645\r\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "\"sep=;\"\r\nEmail;Card\r\nada@a.example;8271645\r\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "\357\273\277\357\273\277Email,Card\nada@a.example,8271645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "Email , Card \n\tada@a.example\t, 8271645 \n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "Email,Card\n\302\240ada@a.example\302\240,8271645\302\240\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "Email,Card\n\342\200\213ada@a.example,\342\200\2138271645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "Email,Card\n\342\200\252ada@a.example\342\200\254,\342\200\2528271645\342\200\254\n",
    LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "Email,Card\r\r\nada@a.example,8271645\r\r\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "Email,Card,\nada@a.example,8271645,\n,,\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "Email,Card\nada@a.example,8271645,,,,\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "\"E-Mail\";\"Karten-\nnummer\";\"Notiz\"\r\n\"ada@a.example\";\"8271645\";\"a\r\nb; c, d\"\r\n",
    LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "email,card\nmailto:ada@a.example,8271645\n", LANYARD_MATCH_CHOICE, LANYARD_MATCH_UNKNOWN_USER, NULL, "c-free" },
  { "email,card\nada@a.example,8271645.0\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "email,card\nada@a.example,#8271645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "email,card\nada@a.example,\"8,271,645\"\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "email,card\nada@a.example,8.271.645\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "email,card\nada@a.example,-8271645\n", LANYARD_MATCH_CHOICE, LANYARD_MATCH_NUMBER_MAYBE, "u-ada", NULL },
  { "email,card\nada@a.example,\357\274\230\357\274\222\357\274\227\357\274\221\357\274\226\357\274\224\357\274\225\n",
    LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "email,card\nada@a.example,\331\250\331\242\331\247\331\241\331\246\331\244\331\245\n",
    LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "email,card\nada@a.example,8271645;20481234\n", LANYARD_MATCH_CANT, LANYARD_MATCH_UNKNOWN_CREDENTIAL, NULL, NULL },
  { "email,card\nada@a.example,8271645 / 20481234\n",
    LANYARD_MATCH_CANT, LANYARD_MATCH_UNKNOWN_CREDENTIAL, NULL, NULL },
  { "email,card\n\"ada@a.example, x@a.example\",8271645\n",
    LANYARD_MATCH_CHOICE, LANYARD_MATCH_UNKNOWN_USER, NULL, "c-free" },
  { "email,card\nN/A,8271645\n", LANYARD_MATCH_CHOICE, LANYARD_MATCH_UNKNOWN_USER, NULL, "c-free" },
  { "email,card\nada@a.example,N/A\n", LANYARD_MATCH_CANT, LANYARD_MATCH_UNKNOWN_CREDENTIAL, NULL, NULL },
  { "action,card\n Unassign ,555001\n", LANYARD_MATCH_DO, 0, NULL, "c-ada" },
  { "action,card\n-,555001\n", LANYARD_MATCH_DO, 0, NULL, "c-ada" },
  { "action,card\n- ,555001\n", LANYARD_MATCH_DO, 0, NULL, "c-ada" },
  { "email,card\nada@a.example,8271645.00\n", LANYARD_MATCH_DO, 0, "u-ada", "c-free" },
  { "email,card\nada@a.example,827164.5\n", LANYARD_MATCH_CANT, LANYARD_MATCH_ROUNDED, NULL, NULL },
};

static void
check_rows (const Row *expected,
            guint      n_rows)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (LanyardMatches) matches = houses_match (directory, expected[i].text);

      g_test_message ("%s", expected[i].text);
      houses_assert_match (matches, 0, expected[i].state, expected[i].reason, expected[i].user_id,
                           expected[i].credential_id);
    }
}

static void
test_odd_rows (void)
{
  check_rows (odd_rows, G_N_ELEMENTS (odd_rows));
}

static void
test_rows (void)
{
  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_conflicts (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (LanyardMatches) matches = houses_match (directory, "user_id,card\nu-ada,8271645\nu-ece,777001\nu-joerg,827 1645\n");

  houses_assert_match (matches, 0, LANYARD_MATCH_CONFLICT, LANYARD_MATCH_SAME_CREDENTIAL, "u-ada", "c-free");
  houses_assert_match (matches, 1, LANYARD_MATCH_DO, 0, "u-ece", "c-both-1");
  houses_assert_match (matches, 2, LANYARD_MATCH_CONFLICT, LANYARD_MATCH_SAME_CREDENTIAL, "u-joerg", "c-free");
  g_assert_cmpuint (lanyard_matches_get (matches, 0)->other, ==, 3);
  g_assert_cmpuint (lanyard_matches_get (matches, 2)->other, ==, 1);
  g_assert_cmpuint (lanyard_matches_count (matches, LANYARD_MATCH_CONFLICT), ==, 2);

  lanyard_matches_leave_out (matches, 0, TRUE);
  houses_assert_match (matches, 2, LANYARD_MATCH_DO, 0, "u-joerg", "c-free");
  g_assert_cmpuint (lanyard_matches_count (matches, LANYARD_MATCH_CONFLICT), ==, 0);
  g_assert_cmpuint (lanyard_matches_count (matches, LANYARD_MATCH_DO), ==, 2);
  lanyard_matches_leave_out (matches, 0, FALSE);
  houses_assert_match (matches, 2, LANYARD_MATCH_CONFLICT, LANYARD_MATCH_SAME_CREDENTIAL, "u-joerg", "c-free");
}

static void
test_empty_beside_filled (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (LanyardMatches) matches = houses_match (directory, "user_id,card\n,8271645\nu-ada,8271645\n");

  houses_assert_match (matches, 0, LANYARD_MATCH_ALREADY, LANYARD_MATCH_NO_USER, NULL, "c-free");
  houses_assert_match (matches, 1, LANYARD_MATCH_DO, 0, "u-ada", "c-free");
}

static void
test_three_of_one (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (LanyardMatches) matches = houses_match (directory,
                                                     "user_id,card\nu-ada,8271645\nu-ada,8271645\nu-ece,8271645\n");

  g_assert_cmpint (lanyard_matches_get (matches, 0)->state, ==, LANYARD_MATCH_CONFLICT);
  houses_assert_match (matches, 1, LANYARD_MATCH_ALREADY, LANYARD_MATCH_REPEATED, "u-ada", "c-free");
  g_assert_cmpint (lanyard_matches_get (matches, 2)->state, ==, LANYARD_MATCH_CONFLICT);
}

static void
test_assign_and_unassign (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (LanyardMatches) matches = houses_match (directory, "action,user_id,card\nassign,u-ece,555001\nunassign,,555001\n");

  g_assert_cmpint (lanyard_matches_get (matches, 0)->state, ==, LANYARD_MATCH_CONFLICT);
  g_assert_cmpint (lanyard_matches_get (matches, 1)->state, ==, LANYARD_MATCH_CONFLICT);
}

/* --- Columns --- */

static const struct
{
  const char         *text;
  gboolean            has_header;
  LanyardSheetMeaning meanings[4];
} guesses[] = {
  { "user_id,card_number\nu,1\n", TRUE, { LANYARD_SHEET_MEANING_USER_ID, LANYARD_SHEET_MEANING_CARD_NUMBER } },
  { "E-Mail;Kartennummer\n", TRUE, { LANYARD_SHEET_MEANING_EMAIL, LANYARD_SHEET_MEANING_CARD_NUMBER } },
  { "Correo electrónico;Número de tarjeta\n", TRUE,
    { LANYARD_SHEET_MEANING_EMAIL, LANYARD_SHEET_MEANING_CARD_NUMBER } },
  { "Adresse électronique;NUMÉRO DE CARTE\n", TRUE,
    { LANYARD_SHEET_MEANING_EMAIL, LANYARD_SHEET_MEANING_CARD_NUMBER } },
  { "Telefono;Numero di tessera;Sistema di accesso\n", TRUE,
    { LANYARD_SHEET_MEANING_PHONE, LANYARD_SHEET_MEANING_CARD_NUMBER, LANYARD_SHEET_MEANING_SYSTEM } },
  { "Ação;Usuário;Número do cartão\n", TRUE,
    { LANYARD_SHEET_MEANING_ACTION, LANYARD_SHEET_MEANING_NAME, LANYARD_SHEET_MEANING_CARD_NUMBER } },
  { "メール,カード番号\n", TRUE, { LANYARD_SHEET_MEANING_EMAIL, LANYARD_SHEET_MEANING_CARD_NUMBER } },
  { "电子邮件,卡号\n", TRUE, { LANYARD_SHEET_MEANING_EMAIL, LANYARD_SHEET_MEANING_CARD_NUMBER } },
  { "البريد الإلكتروني,رقم البطاقة\n", TRUE, { LANYARD_SHEET_MEANING_EMAIL, LANYARD_SHEET_MEANING_CARD_NUMBER } },
  { "First name,Last name,Badge #\n", TRUE,
    { LANYARD_SHEET_MEANING_FIRST_NAME, LANYARD_SHEET_MEANING_LAST_NAME, LANYARD_SHEET_MEANING_CARD_NUMBER } },
  { "Nombre;Tarjeta\n", TRUE, { LANYARD_SHEET_MEANING_NAME, LANYARD_SHEET_MEANING_CARD_NUMBER } },
  { "acs_user_id,shoe,acs_credential_id\n", TRUE,
    { LANYARD_SHEET_MEANING_USER_ID, LANYARD_SHEET_MEANING_NONE, LANYARD_SHEET_MEANING_CREDENTIAL_ID } },
  /* By what is in them. */
  { "ada@a.example,8271645\nx@a.example,20481234\n", FALSE,
    { LANYARD_SHEET_MEANING_EMAIL, LANYARD_SHEET_MEANING_CARD_NUMBER } },
  { "20481234,Ada Okafor,North House\n", FALSE,
    { LANYARD_SHEET_MEANING_CARD_NUMBER, LANYARD_SHEET_MEANING_NAME, LANYARD_SHEET_MEANING_SYSTEM } },
  { "020 7946 0018;c-free;unassign\n", FALSE,
    { LANYARD_SHEET_MEANING_PHONE, LANYARD_SHEET_MEANING_CREDENTIAL_ID, LANYARD_SHEET_MEANING_ACTION } },
  { "who,what\nada@a.example,8271645\n", TRUE, { LANYARD_SHEET_MEANING_EMAIL, LANYARD_SHEET_MEANING_CARD_NUMBER } },
  { "who,what\nAda Okafor,424242\n", TRUE, { LANYARD_SHEET_MEANING_NAME, LANYARD_SHEET_MEANING_CARD_NUMBER } },
  { "e-mail,what\nada@a.example,8271645\n", TRUE, { LANYARD_SHEET_MEANING_EMAIL, LANYARD_SHEET_MEANING_CARD_NUMBER } },
};

static void
test_guesses (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (LanyardRoster) roster = houses_take_roster (directory);

  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      g_autoptr (LanyardSheet) sheet = lanyard_sheet_new ((const guint8 *) guesses[i].text, strlen (guesses[i].text),
                                                          '\0', NULL);
      LanyardSheetColumns columns;

      g_test_message ("%s", guesses[i].text);
      lanyard_sheet_columns_guess (&columns, sheet, roster);
      g_assert_cmpint (columns.has_header, ==, guesses[i].has_header);
      for (guint column = 0; column < columns.n; column++)
        g_assert_cmpint (columns.meanings[column], ==, guesses[i].meanings[column]);
    }
}

static const struct
{
  const char      *text;
  LanyardSheetLack lack;
} lacks[] = {
  { "email,card\n", LANYARD_SHEET_LACK_NOTHING },
  { "action,card\n", LANYARD_SHEET_LACK_NOTHING },
  { "email,name\n", LANYARD_SHEET_LACK_CREDENTIAL },
  { "card,shoe\n", LANYARD_SHEET_LACK_USER },
  { "email,e-mail,card\n", LANYARD_SHEET_LACK_ONE_MEANING },
};

static void
test_lacks (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (LanyardRoster) roster = houses_take_roster (directory);

  for (guint i = 0; i < G_N_ELEMENTS (lacks); i++)
    {
      g_autoptr (LanyardSheet) sheet = lanyard_sheet_new ((const guint8 *) lacks[i].text, strlen (lacks[i].text), ',',
                                                          NULL);
      LanyardSheetColumns columns;

      lanyard_sheet_columns_guess (&columns, sheet, roster);
      g_assert_cmpint (lanyard_sheet_columns_check (&columns, NULL), ==, lacks[i].lack);
    }
}

/* --- What is exported --- */

static GBytes *
export_all (LanyardDirectory *directory,
            LanyardStore     *store,
            GType             type)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (store);
  g_autoptr (LanyardSheetWriter) writer = lanyard_record_table_new (type, LANYARD_SHEET_FORMAT_CSV, ';');

  for (guint i = 0; i < keys->len; i++)
    lanyard_record_table_append (writer, directory, ((LanyardKey *) keys->pdata[i])->record);
  return lanyard_sheet_writer_end (writer);
}

/* All of it is so already: what is assigned, also to somebody who isn't listed, and what nobody has. */
static void
test_import_of_export (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (GBytes) bytes = export_all (directory, lanyard_directory_get_credentials (directory), SEAM_TYPE_CREDENTIAL);
  g_autoptr (LanyardMatches) matches = houses_match_bytes (directory, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpuint (lanyard_matches_get_n (matches), ==, HOUSES_N_CREDENTIALS);
  for (guint i = 0; i < lanyard_matches_get_n (matches); i++)
    {
      const LanyardMatch *found = lanyard_matches_get (matches, i);

      g_test_message ("%s: %d, %d", lanyard_sheet_get_cell (lanyard_matches_get_sheet (matches), found->row, 0),
                      found->state, found->reason);
      g_assert_cmpint (found->state, ==, LANYARD_MATCH_ALREADY);
    }
  g_assert_cmpuint (lanyard_matches_count (matches, LANYARD_MATCH_ALREADY), ==, HOUSES_N_CREDENTIALS);
}

static void
test_no_pin_in_export (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (GBytes) bytes = export_all (directory, lanyard_directory_get_credentials (directory), SEAM_TYPE_CREDENTIAL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_nonnull (strstr (text, "c-pin"));
  g_assert_null (strstr (text, "4711"));
}

static void
test_users_in_export (void)
{
  g_autoptr (LanyardDirectory) directory = houses_new ();
  g_autoptr (GBytes) bytes = export_all (directory, lanyard_directory_get_users (directory), SEAM_TYPE_USER);
  g_autoptr (LanyardSheet) sheet = lanyard_sheet_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), '\0',
                                                      NULL);

  g_assert_cmpuint (lanyard_sheet_get_n_rows (sheet), ==, HOUSES_N_USERS + 1);
  for (guint row = 1; row < lanyard_sheet_get_n_rows (sheet); row++)
    {
      SeamUser *user = lanyard_store_lookup (lanyard_directory_get_users (directory),
                                             lanyard_sheet_get_cell (sheet, row, 0));

      g_assert_cmpstr (lanyard_sheet_get_cell (sheet, row, 1), ==, seam_user_get_full_name (user));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-matches/rows", test_rows);
  g_test_add_func ("/sheet-matches/odd-rows", test_odd_rows);
  g_test_add_func ("/sheet-matches/conflicts", test_conflicts);
  g_test_add_func ("/sheet-matches/empty-beside-filled", test_empty_beside_filled);
  g_test_add_func ("/sheet-matches/three-of-one", test_three_of_one);
  g_test_add_func ("/sheet-matches/assign-and-unassign", test_assign_and_unassign);
  g_test_add_func ("/sheet-matches/guesses", test_guesses);
  g_test_add_func ("/sheet-matches/lacks", test_lacks);
  g_test_add_func ("/sheet-matches/import-of-export", test_import_of_export);
  g_test_add_func ("/sheet-matches/no-pin-in-export", test_no_pin_in_export);
  g_test_add_func ("/sheet-matches/users-in-export", test_users_in_export);
  return g_test_run ();
}
