/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the header of a column, and the word in a column of actions, says in each of the languages of Lanyard.
 *
 * Not by gettext: a sheet is in the language of whoever made it. The words are those of Lanyard's own translations, of
 * the API's members, and what vendors and personnel offices write. */
#include "lanyard-sheet-headers.h"

#include <string.h>

#include "lanyard-fold.h"

#define N_WORDS 40

/* Case, accents, spaces and punctuation don't count. */
static const struct
{
  LanyardSheetMeaning meaning;
  const char         *words[N_WORDS];
} headers[] = {
  { LANYARD_SHEET_MEANING_USER_ID,
    { "user_id", "acs_user_id", "to_id", "holder_id", "person id", "member id", "cardholder id", "ID des Benutzers",
      "Benutzer-ID", "Personen-ID", "ID del usuario", "ID de usuario", "ID usuario", "ID de l’utilisateur",
      "ID utilisateur", "ID dell’utente", "ID utente", "ID do usuário", "ID usuário", "ID do utilizador",
      "معرّف المستخدم", "رقم المستخدم", "ユーザー ID", "利用者 ID", "用户 ID", "用户编号", "用户标识" } },
  { LANYARD_SHEET_MEANING_EMAIL,
    { "email", "e-mail", "mail", "email_address", "e-mail address", "mail address", "E-Mail-Adresse", "Mailadresse",
      "correo electrónico", "correo", "dirección de correo", "dirección de correo electrónico", "adresse électronique",
      "courriel", "adresse e-mail", "adresse mail", "adresse de courriel", "indirizzo e-mail", "posta elettronica",
      "indirizzo di posta elettronica", "endereço de e-mail", "correio eletrônico", "البريد الإلكتروني", "الإيميل",
      "بريد إلكتروني", "البريد", "メール", "メールアドレス", "Eメール", "电子邮件", "邮箱", "电子邮箱", "邮件地址",
      "电子邮件地址" } },
  { LANYARD_SHEET_MEANING_PHONE,
    { "phone", "phone_number", "telephone", "telephone number", "mobile", "mobile phone", "mobile number", "cell",
      "cell phone", "Telefon", "Telefonnummer", "Handy", "Handynummer", "Mobil", "Mobiltelefon", "Mobilnummer",
      "teléfono", "número de teléfono", "móvil", "celular", "téléphone", "numéro de téléphone", "portable", "tél",
      "telefono", "numero di telefono", "cellulare", "telefone", "número de telefone", "telemóvel", "الهاتف",
      "رقم الهاتف", "الجوال", "رقم الجوال", "電話", "電話番号", "携帯電話", "电话", "电话号码", "手机" } },
  { LANYARD_SHEET_MEANING_PHONE, { "手机号", "手机号码", "tel", "phone no", "携帯番号", "هاتف" } },
  { LANYARD_SHEET_MEANING_NAME,
    { "name", "full_name", "user", "user name", "holder", "holder name", "cardholder", "person", "assigned to",
      "employee", "member", "tenant", "Benutzer", "Benutzername", "Inhaber", "Vor- und Nachname", "Mitarbeiter",
      "vollständiger Name", "zugewiesen an", "nombre completo", "usuario", "titular", "nombre y apellidos",
      "nom complet", "utilisateur", "titulaire", "nom et prénom", "nome completo", "utente", "titolare",
      "nome e cognome", "usuário", "الاسم", "الاسم الكامل", "المستخدم", "氏名", "名前", "ユーザー", "姓名", "用户" } },
  { LANYARD_SHEET_MEANING_NAME, { "nom", "nome", "利用者", "持有人", "お名前", "用户名", "اسم المستخدم", "nom prénom", "to" } },
  { LANYARD_SHEET_MEANING_FIRST_NAME,
    { "first name", "given name", "forename", "Vorname", "nombre", "nombre de pila", "prénom", "nome di battesimo",
      "primeiro nome", "الاسم الأول", "名", "名字" } },
  { LANYARD_SHEET_MEANING_LAST_NAME,
    { "last name", "surname", "family name", "Nachname", "Familienname", "apellido", "apellidos", "nom de famille",
      "cognome", "sobrenome", "apelido", "اسم العائلة", "اللقب", "姓", "姓氏" } },
  { LANYARD_SHEET_MEANING_CARD_NUMBER,
    { "card_number", "card", "card no", "card nr", "card #", "badge", "badge number", "badge no", "fob", "fob number",
      "number", "credential number", "Kartennummer", "Karte", "Karten-Nr", "Ausweisnummer", "Ausweis", "Chipnummer",
      "número de tarjeta", "tarjeta", "n.º de tarjeta", "numéro de carte", "carte", "n° de carte", "numéro de badge",
      "numero di tessera", "tessera", "numero tessera", "numero badge", "número do cartão", "cartão", "número de cartão",
      "رقم البطاقة", "البطاقة", "カード番号", "カード", "卡号", "卡", "卡片号码", "卡片编号" } },
  { LANYARD_SHEET_MEANING_CREDENTIAL_ID,
    { "credential_id", "acs_credential_id", "ID des Zutrittsmediums", "Zutrittsmedium-ID", "ID de la credencial",
      "ID de credencial", "ID de l’identifiant", "ID della credenziale", "ID credenziale", "ID da credencial",
      "معرّف وسيلة الدخول", "クレデンシャル ID", "凭证 ID", "凭证编号" } },
  { LANYARD_SHEET_MEANING_SYSTEM,
    { "access_system", "system", "acs_system", "acs_system_id", "system_id", "site", "access system id", "building",
      "Zutrittssystem", "Standort", "sistema de acceso", "sistema", "sede", "système d’accès", "système", "site",
      "sistema di accesso", "sistema de acesso", "نظام الدخول", "النظام", "入退室システム", "システム", "门禁系统",
      "系统" } },
  { LANYARD_SHEET_MEANING_ACTION,
    { "action", "operation", "change", "Aktion", "Vorgang", "acción", "operación", "action à effectuer", "opération",
      "azione", "operazione", "ação", "operação", "الإجراء", "العملية", "操作", "処理", "动作", "アクション" } },
};

static const struct
{
  LanyardSheetAction action;
  const char        *words[N_WORDS];
} actions[] = {
  { LANYARD_SHEET_ACTION_ASSIGN,
    { "assign", "assigned", "give", "add", "issue", "move", "reassign", "zuweisen", "ausgeben", "neu zuweisen",
      "asignar", "entregar", "reasignar", "attribuer", "assigner", "donner", "réattribuer", "assegna", "assegnare",
      "riassegna", "consegna", "atribuir", "entregar", "reatribuir", "عيّن", "تعيين", "إعطاء", "割り当て",
      "割り当てる", "割当", "分配", "指派", "重新分配" } },
  { LANYARD_SHEET_ACTION_UNASSIGN,
    { "unassign", "unassigned", "take", "remove", "revoke", "return", "returned", "entziehen", "zurücknehmen",
      "entfernen", "zuweisung aufheben", "retirar", "quitar", "desasignar", "devolver", "retirer", "enlever",
      "désattribuer", "revoca", "revocare", "rimuovi", "togliere", "remover", "revogar", "desatribuir",
      "ألغِ التعيين", "إلغاء التعيين", "سحب", "割り当て解除", "解除", "取消分配", "收回", "取消" } },
};

/* lanyard_sheet_header_fold:
 * @header: a header, as it stands in a sheet
 *
 * Returns: (transfer full): it as headers are compared */
char *
lanyard_sheet_header_fold (const char *header)
{
  GString *folded = g_string_new (NULL);

  lanyard_fold_append (folded, header, LANYARD_FOLD_NAME);
  g_string_replace (folded, " ", "", 0);
  return g_string_free (folded, FALSE);
}

static void
add_words (GHashTable         *table,
           const char * const *words,
           guint               meaning)
{
  for (guint i = 0; i < N_WORDS && words[i] != NULL; i++)
    g_hash_table_insert (table, lanyard_sheet_header_fold (words[i]), GUINT_TO_POINTER (meaning));
}

/* lanyard_sheet_header_read:
 * @header: a header, as it stands in a sheet
 *
 * May be called on any thread.
 *
 * Returns: what its column says; %LANYARD_SHEET_MEANING_NONE when it isn't known */
LanyardSheetMeaning
lanyard_sheet_header_read (const char *header)
{
  static GHashTable *known;
  g_autofree char *folded = lanyard_sheet_header_fold (header);

  if (g_once_init_enter (&known))
    {
      GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
        add_words (table, headers[i].words, headers[i].meaning);
      g_once_init_leave (&known, table);
    }
  return GPOINTER_TO_UINT (g_hash_table_lookup (known, folded));
}

/* Punctuation counts here, but spaces do not, as with the words. */
static gboolean
is_sign (const char *word,
         char        sign)
{
  word += strspn (word, " ");
  return *word == sign && word[1 + strspn (word + 1, " ")] == '\0';
}

/* lanyard_sheet_action_read:
 * @word: a word in a column of actions; not empty
 *
 * May be called on any thread.
 *
 * Returns: what it asks for */
LanyardSheetAction
lanyard_sheet_action_read (const char *word)
{
  static GHashTable *known;
  g_autofree char *folded = lanyard_sheet_header_fold (word);

  if (is_sign (word, '+'))
    return LANYARD_SHEET_ACTION_ASSIGN;
  if (is_sign (word, '-'))
    return LANYARD_SHEET_ACTION_UNASSIGN;
  if (g_once_init_enter (&known))
    {
      GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
        add_words (table, actions[i].words, actions[i].action);
      g_once_init_leave (&known, table);
    }
  return GPOINTER_TO_UINT (g_hash_table_lookup (known, folded));
}
