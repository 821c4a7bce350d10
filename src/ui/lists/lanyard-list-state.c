/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a long list stands: whether there is something to show, how much, and what to say where there is nothing. */
#include "lanyard-list-state.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-finder.h"
#include "lanyard-left-out.h"
#include "lanyard-name-text.h"
#include "lanyard-scan-text.h"

struct _LanyardListState
{
  LanyardBindable parent_instance;

  LanyardListKind   kind;
  LanyardDirectory *directory;
  LanyardList      *list;
  LanyardLeftOut   *left_out; /* by the filter, of what is searched for */
  GSignalGroup     *directory_signals;
  GSignalGroup     *list_signals;
};

G_DEFINE_FINAL_TYPE (LanyardListState, lanyard_list_state, LANYARD_TYPE_BINDABLE)

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_COUNT,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_TEXT,
  PROP_LOADING,
  PROP_LEFT_OUT,
  PROP_NO_MATCH_TEXT,
  PROP_IS_UNKNOWN,
  PROP_IS_CARD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const char *
choose_page (LanyardListState *self,
             guint             n_shown,
             guint             n_all)
{
  gboolean searching = FALSE;

  if (self->list != NULL)
    g_object_get (self->list, "searching", &searching, NULL);
  if (n_shown > 0)
    return "list";
  if (n_all > 0)
    return searching ? lanyard_bindable_get_text (self, "page") : "no-match";
  if (self->directory != NULL && lanyard_directory_get_state (self->directory) == LANYARD_DIRECTORY_LOADING)
    return "loading";

  return "empty";
}

static void
offer_left_out (LanyardListState *self)
{
  guint n = self->left_out != NULL ? lanyard_left_out_get_n (self->left_out) : 0;

  lanyard_bindable_offer_text (self, properties[PROP_LEFT_OUT],
                               n > 0 ? g_strdup_printf (ngettext ("%'u match is hidden by the filter",
                                                                  "%'u matches are hidden by the filter", n), n)
                                     : NULL);
}

/* Returns: (transfer full) (nullable): the card's number that is searched for */
static LanyardNumber *
read_number (LanyardListState *self)
{
  g_autofree char *search = NULL;

  g_object_get (self->list, "search", &search, NULL);

  return search != NULL && lanyard_number_is_typed (search) ? lanyard_number_new (g_strstrip (search), NULL) : NULL;
}

static char *
card_found_text (LanyardFinding *finding,
                 const char     *number)
{
  g_autofree char *name = lanyard_credential_name (finding->credentials->pdata[0]);
  g_autofree char *card = lanyard_name_in_sentence (name);

  /* Translators: the first %s is a credential, such as "Card 82****", the second a card number that was searched for
   * among users */
  return g_strdup_printf (_("%s has the number %s."), card, number);
}

/* Who searches for a number means a card, among users as well: Enter opens it from either list. */
static void
offer_no_match (LanyardListState *self,
                gboolean          is_shown)
{
  g_autoptr (LanyardNumber) number = is_shown ? read_number (self) : NULL;
  g_autoptr (LanyardFinding) finding = NULL;
  g_autofree char *text = NULL;
  gboolean is_card = FALSE, is_unknown = FALSE;

  if (number != NULL)
    finding = lanyard_finder_look (lanyard_directory_get_finder (self->directory), number);
  if (finding != NULL)
    {
      is_card = finding->found == LANYARD_FOUND_ONE;
      is_unknown = (finding->found == LANYARD_FOUND_NONE || finding->found == LANYARD_FOUND_MAYBE)
                && lanyard_directory_get_state (self->directory) != LANYARD_DIRECTORY_LOADING;
    }
  if (is_card)
    text = card_found_text (finding, lanyard_number_get_text (number));
  else if (is_unknown)
    text = lanyard_scan_none_text (lanyard_number_get_text (number), finding->is_complete);

  lanyard_bindable_offer_text (self, properties[PROP_NO_MATCH_TEXT],
                               text != NULL ? g_markup_escape_text (text, -1) : NULL);
  lanyard_bindable_offer_flag (self, properties[PROP_IS_CARD], is_card);
  lanyard_bindable_offer_flag (self, properties[PROP_IS_UNKNOWN], is_unknown);
}

static void
refresh (LanyardListState *self)
{
  guint n_shown = 0, n_all = 0;
  const char *page;

  if (self->list != NULL)
    {
      n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));
      n_all = lanyard_store_get_n_records (lanyard_list_kind_get_store (self->kind, self->directory));
    }

  page = choose_page (self, n_shown, n_all);
  lanyard_bindable_offer_text (self, properties[PROP_EMPTY_TITLE],
                               g_strdup (lanyard_list_kind_empty_title (self->kind, self->directory)));
  lanyard_bindable_offer_text (self, properties[PROP_EMPTY_TEXT],
                               g_strdup (lanyard_list_kind_empty_text (self->kind, self->directory)));
  lanyard_bindable_offer_text (self, properties[PROP_COUNT],
                               n_all > 0 ? lanyard_list_kind_count_text (self->kind, n_shown, n_all) : NULL);
  lanyard_bindable_offer_flag (self, properties[PROP_LOADING], g_str_equal (page, "loading"));
  offer_left_out (self);
  offer_no_match (self, g_str_equal (page, "no-match"));
  lanyard_bindable_offer_text (self, properties[PROP_PAGE], g_strdup (page));
}

static void
lanyard_list_state_dispose (GObject *object)
{
  LanyardListState *self = LANYARD_LIST_STATE (object);

  g_clear_object (&self->directory_signals);
  g_clear_object (&self->list_signals);
  g_clear_object (&self->left_out);
  g_clear_object (&self->list);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_list_state_parent_class)->dispose (object);
}

static void
lanyard_list_state_class_init (LanyardListStateClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = lanyard_bindable_get_property;
  G_OBJECT_CLASS (klass)->dispose = lanyard_list_state_dispose;

  properties[PROP_PAGE] = lanyard_bindable_text ("page");
  properties[PROP_COUNT] = lanyard_bindable_text ("count");
  properties[PROP_EMPTY_TITLE] = lanyard_bindable_text ("empty-title");
  properties[PROP_EMPTY_TEXT] = lanyard_bindable_text ("empty-text");
  properties[PROP_LOADING] = lanyard_bindable_flag ("loading");
  properties[PROP_LEFT_OUT] = lanyard_bindable_text ("left-out");
  properties[PROP_NO_MATCH_TEXT] = lanyard_bindable_text ("no-match-text");
  properties[PROP_IS_UNKNOWN] = lanyard_bindable_flag ("is-unknown");
  properties[PROP_IS_CARD] = lanyard_bindable_flag ("is-card");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
lanyard_list_state_init (LanyardListState *self)
{
  self->directory_signals = g_signal_group_new (LANYARD_TYPE_DIRECTORY);
  /* Its state, and how much has been loaded. */
  g_signal_group_connect_object (self->directory_signals, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->list_signals = g_signal_group_new (LANYARD_TYPE_LIST);
  g_signal_group_connect_object (self->list_signals, "published", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->list_signals, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * lanyard_list_state_set_list:
 * @self: the state of a list
 * @kind: what it lists
 * @directory: (nullable): the workspace
 * @list: (nullable): the list
 */
void
lanyard_list_state_set_list (LanyardListState *self,
                             LanyardListKind   kind,
                             LanyardDirectory *directory,
                             LanyardList      *list)
{
  g_return_if_fail (LANYARD_IS_LIST_STATE (self));
  g_return_if_fail ((directory != NULL) == (list != NULL));

  self->kind = kind;
  g_set_object (&self->directory, directory);
  g_set_object (&self->list, list);
  g_clear_object (&self->left_out);
  if (list != NULL)
    {
      self->left_out = lanyard_left_out_new (list, lanyard_list_kind_get_store (kind, directory), FALSE);
      g_signal_connect_object (self->left_out, "notify::n", G_CALLBACK (offer_left_out), self, G_CONNECT_SWAPPED);
    }
  g_signal_group_set_target (self->directory_signals, directory);
  g_signal_group_set_target (self->list_signals, list);
  refresh (self);
}
