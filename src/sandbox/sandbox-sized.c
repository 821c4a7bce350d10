/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workspace of any size, the same for the same sizes: its rows are made when they are asked for. */
#include "sandbox-facts.h"
#include "sandbox-json.h"
#include "sandbox-sites.h"

static const char * const given_names[] = {
  "Amara", "Bjørn", "Chloé", "Dmitri", "Elif", "Fátima", "Giorgos", "Hana", "Ingrid", "Jonas", "Keiko", "Łukasz",
  "Mateo", "Noor", "Océane", "Priya", "Quentin", "Rosa", "Søren", "Tomáš", "Ursula", "Vikram", "Wanjiru", "Ximena",
  "Yusuf", "Zoë", "Aisha", "Benoît", "Carmen", "Deniz", "Eoin", "Freya", "Goran", "Hugo", "Inês", "Jakub", "Kofi",
};

static const char * const family_names[] = {
  "Okafor", "Andersen", "Beaumont", "Castillo", "Dvořák", "Eriksson", "Fernández", "García", "Haddad", "Ivanova",
  "Jensen", "Kowalski", "Larsson", "Müller", "Nakamura", "O’Brien", "Papadopoulos", "Quispe", "Rossi", "Sato",
  "Takahashi", "Ueda", "Vargas", "Weber", "Xu", "Yılmaz", "Zhang", "Adeyemi", "Bianchi", "Costa", "Dubois",
};

/* A prime, so that neighbouring cards don't look alike; 10 digits. */
#define CARD_STEP G_GUINT64_CONSTANT (7368787)

static char *
make_name (guint32 user)
{
  guint n = G_N_ELEMENTS (given_names) * G_N_ELEMENTS (family_names);
  const char *given = given_names[user % G_N_ELEMENTS (given_names)];
  const char *family = family_names[user % n / G_N_ELEMENTS (given_names)];

  if (user < n)
    return g_strconcat (given, " ", family, NULL);

  return g_strdup_printf ("%s %s %u", given, family, user / n + 1);
}

static void
append_user (SandboxState *state,
             guint32       index,
             GString      *json)
{
  SandboxRecord *record = sandbox_state_get (state, SANDBOX_USER, index);
  SandboxUserFacts facts = { .is_subscribed = -1, .synced_at = state->born_at };
  g_autofree char *name = make_name (index);
  char email[64];
  char phone[32];

  g_snprintf (email, sizeof email, "user%u@example.com", index);
  g_snprintf (phone, sizeof phone, "+1202555%04u", 100 + index % 100);
  facts.full_name = name;
  facts.email_address = email;
  facts.phone_number = index % 4 != 0 ? phone : NULL;
  sandbox_facts_append_user (&facts, sandbox_state_get_site (state, record->system), json);
}

typedef struct
{
  char name[32];
  char number[16];
  const char *method;
} CredentialTexts;

static void
make_credential_texts (guint32          index,
                       CredentialTexts *texts)
{
  guint64 number = (G_GUINT64_CONSTANT (8200000000) + index * CARD_STEP) % G_GUINT64_CONSTANT (9000000000)
                   + G_GUINT64_CONSTANT (1000000000);

  g_snprintf (texts->number, sizeof texts->number, "%" G_GUINT64_FORMAT, number);

  switch (index % 8)
    {
    case 3:
      texts->method = "code";
      texts->number[6] = '\0';
      g_snprintf (texts->name, sizeof texts->name, "Code %.2s****", texts->number);
      break;
    case 6:
      texts->method = "mobile_key";
      g_snprintf (texts->name, sizeof texts->name, "Mobile Key %u", index);
      texts->number[0] = '\0';
      break;
    default:
      texts->method = "card";
      g_snprintf (texts->name, sizeof texts->name, "Card %.2s****%.2s", texts->number, texts->number + 8);
    }
}

static void
append_credential (SandboxState *state,
                   guint32       index,
                   GString      *json)
{
  SandboxRecord *record = sandbox_state_get (state, SANDBOX_CREDENTIAL, index);
  SandboxCredentialFacts facts = { .starts_at = record->created_at };
  CredentialTexts texts;

  make_credential_texts (index, &texts);
  facts.display_name = texts.name;
  facts.access_method = texts.method;

  if (g_str_equal (texts.method, "card"))
    {
      facts.card_number = texts.number;
      facts.can_be_issued = TRUE;
      facts.issued_at = record->created_at;
    }
  else if (g_str_equal (texts.method, "code"))
    {
      facts.code = texts.number;
    }

  /* From two days ago to 98 days ahead. */
  if (index % 2 == 0)
    facts.ends_at = state->born_at + ((gint64) (index / 2 % 100) - 2) * SANDBOX_DAY;

  sandbox_facts_append_credential (&facts, sandbox_state_get_site (state, record->system), json);
}

static void
append_members (SandboxState *state,
                SandboxKind   kind,
                guint32       index,
                GString      *json)
{
  if (kind == SANDBOX_USER)
    append_user (state, index, json);
  else
    append_credential (state, index, json);
}

static void
append_text (SandboxState *state,
             SandboxKind   kind,
             guint32       index,
             GString      *text)
{
  if (kind == SANDBOX_USER)
    {
      g_autofree char *name = make_name (index);
      g_autofree char *folded = g_utf8_casefold (name, -1);

      g_string_append_printf (text, "%s\nuser%u@example.com\n", folded, index);
      if (index % 4 != 0)
        g_string_append_printf (text, "+1202555%04u\n", 100 + index % 100);
    }
  else
    {
      CredentialTexts texts;
      g_autofree char *folded = NULL;

      make_credential_texts (index, &texts);
      folded = g_ascii_strdown (texts.name, -1);
      g_string_append (text, folded);
      g_string_append_c (text, '\n');
      g_string_append (text, texts.number);
    }
}

static guint64
get_opens (SandboxState *state,
           guint32       credential)
{
  SandboxRecord *record = sandbox_state_get (state, SANDBOX_CREDENTIAL, credential);
  GArray *entrances = g_ptr_array_index (state->by_system[SANDBOX_ENTRANCE], record->system);
  guint64 opens = 0;

  for (guint i = 0; i < entrances->len; i++)
    if (i == 0 || i % 3 == credential % 3)
      opens |= G_GUINT64_CONSTANT (1) << g_array_index (entrances, guint32, i);

  return opens;
}

static const SandboxSource sized_source = {
  .append_members = append_members,
  .append_text = append_text,
  .get_opens = get_opens,
};

/* Three of five credentials are held, each by a user of its own access system. */
static guint32
choose_holder (SandboxState *state,
               guint32       credential)
{
  guint n_users = state->n[SANDBOX_USER];
  guint n_systems = state->n[SANDBOX_SYSTEM];
  guint32 user;

  if (n_users == 0 || credential % 5 >= 3)
    return SANDBOX_NONE;

  user = credential % n_users;
  while (user % n_systems != credential % n_systems)
    {
      if (user == 0)
        return SANDBOX_NONE;
      user--;
    }

  return user;
}

/**
 * sandbox_state_new_sized:
 * @n_users: how many users it has
 * @n_credentials: how many credentials
 *
 * Returns: (transfer full): a workspace of this size, the same for the same sizes
 */
SandboxState *
sandbox_state_new_sized (guint n_users,
                         guint n_credentials)
{
  SandboxState *state = sandbox_state_new (&sized_source);

  sandbox_sites_load (state);
  sandbox_state_set_count (state, SANDBOX_USER, n_users);
  sandbox_state_set_count (state, SANDBOX_CREDENTIAL, n_credentials);

  for (guint i = 0; i < n_users; i++)
    {
      SandboxRecord *user = sandbox_state_get (state, SANDBOX_USER, i);

      user->system = i % state->n[SANDBOX_SYSTEM];
      user->created_at = state->born_at - (400 + i % 300) * SANDBOX_DAY;
      if (i % 50 == 49)
        user->flags |= SANDBOX_FLAG_SUSPENDED;
    }

  for (guint i = 0; i < n_credentials; i++)
    {
      SandboxRecord *credential = sandbox_state_get (state, SANDBOX_CREDENTIAL, i);

      credential->system = i % state->n[SANDBOX_SYSTEM];
      credential->created_at = state->born_at - (100 + i % 300) * SANDBOX_DAY;
      credential->holder = choose_holder (state, i);
      if (sandbox_state_get_site (state, credential->system)->sync_delay != SANDBOX_SYNC_SILENT)
        credential->sync_due = credential->created_at;
    }

  sandbox_state_index (state);

  return state;
}
