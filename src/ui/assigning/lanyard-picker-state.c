/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How choosing stands: whether there is something to choose from, what is said of it, and of what is chosen. */
#include "lanyard-picker-state.h"

#include "lanyard-choice.h"
#include "lanyard-left-out.h"
#include "lanyard-picker-text.h"

#define NOT_COUNTED G_MAXUINT

struct _LanyardPickerState
{
  LanyardBindable parent_instance;

  LanyardDirectory   *directory; /* NULL until it is set up */
  SeamRecord         *for_record;
  LanyardListKind     kind;
  LanyardList        *list;
  LanyardLeftOut     *left_out; /* what is found in other access systems, where nothing is in this one */
  GtkSingleSelection *selection;
  guint               n_offered; /* whatever is searched for; NOT_COUNTED: to be counted when it is said */
  char               *search;
  char               *answer; /* what there is to say of what was typed; NULL: nothing */
};

G_DEFINE_FINAL_TYPE (LanyardPickerState, lanyard_picker_state, LANYARD_TYPE_BINDABLE)

enum
{
  PROP_0,
  PROP_SEARCH,
  PROP_PAGE,
  PROP_EMPTY_TITLE,
  PROP_EMPTY_TEXT,
  PROP_NO_MATCH_TEXT,
  PROP_HINT,
  PROP_COUNT,
  PROP_SHOWS_HINT,
  PROP_SHOWS_COUNT,
  PROP_CAN_ASSIGN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_searched (LanyardPickerState *self)
{
  return self->search != NULL && *self->search != '\0';
}

static LanyardSystemLoad *
get_failure (LanyardPickerState *self)
{
  return lanyard_directory_lookup_failure (self->directory, lanyard_picker_system_id (self->for_record),
                                           lanyard_picker_state_get_resource (self));
}

static gboolean
is_loading (LanyardPickerState *self)
{
  LanyardSystemLoad *failure = get_failure (self);

  return lanyard_picker_state_is_searching (self)
      || lanyard_directory_get_state (self->directory) == LANYARD_DIRECTORY_LOADING
      || (failure != NULL && lanyard_system_load_get_loading (failure));
}

static const char *
choose_page (LanyardPickerState *self,
             guint               n)
{
  if (n > 0)
    return "list";
  if (self->answer != NULL)
    return "no-match";
  if (is_loading (self))
    return "loading";

  return is_searched (self) ? "no-match" : "empty";
}

static char *
escape (const char *text)
{
  return text != NULL ? g_markup_escape_text (text, -1) : NULL;
}

/* Who isn't offered may be found in another access system. */
static char *
make_no_match (LanyardPickerState *self)
{
  g_autoptr (SeamRecord) found = NULL;

  if (lanyard_left_out_get_n (self->left_out) == 1)
    found = lanyard_left_out_dup_first (self->left_out);

  return lanyard_picker_elsewhere_text (self->directory, self->for_record, found);
}

/* That there is nothing to choose from is said only where everything was looked at; why it wasn't is in the bar. */
static void
offer_empty (LanyardPickerState *self)
{
  SeamSystem *system = lanyard_picker_system (self->directory, self->for_record);
  LanyardSystemLoad *failure = get_failure (self);
  gboolean missing = failure != NULL
                  && !lanyard_system_load_get_was_read (failure, lanyard_picker_state_get_resource (self));
  g_autofree char *text = missing ? NULL : lanyard_picker_empty_text (system);
  g_autofree char *no_match = self->answer != NULL ? g_strdup (self->answer) : make_no_match (self);

  lanyard_bindable_offer_text (self, properties[PROP_EMPTY_TITLE],
                               g_strdup (lanyard_picker_empty_title (self->kind, missing)));
  lanyard_bindable_offer_text (self, properties[PROP_EMPTY_TEXT], escape (text));
  lanyard_bindable_offer_text (self, properties[PROP_NO_MATCH_TEXT], escape (no_match));
}

/* What may be chosen has changed. */
static void
forget_count (LanyardPickerState *self)
{
  self->n_offered = NOT_COUNTED;
}

static guint
count_offered (LanyardPickerState *self)
{
  g_autoptr (GPtrArray) keys = lanyard_store_get_keys (lanyard_list_kind_get_store (self->kind, self->directory));
  const char *system_id = lanyard_picker_system_id (self->for_record);
  guint n = 0;

  for (guint i = 0; i < keys->len; i++)
    {
      SeamRecord *record = ((LanyardKey *) keys->pdata[i])->record;

      n += g_strcmp0 (lanyard_record_get_system_id (record), system_id) == 0
           && lanyard_choice_fits (record, self->for_record);
    }

  return n;
}

/* As below the lists: how many were found, of how many there are to choose from. */
static void
offer_count (LanyardPickerState *self,
             guint               n)
{
  if (is_searched (self) && self->n_offered == NOT_COUNTED)
    self->n_offered = count_offered (self);
  /* The rows may be a moment behind. */
  lanyard_bindable_offer_text (self, properties[PROP_COUNT],
                               lanyard_list_kind_count_text (self->kind, n,
                                                             is_searched (self) ? MAX (n, self->n_offered) : n));
  lanyard_bindable_offer_flag (self, properties[PROP_SHOWS_COUNT], n > 0 || is_searched (self));
}

/**
 * lanyard_picker_state_refresh:
 * @self: the state of a picker
 *
 * Says anew how choosing stands.
 */
void
lanyard_picker_state_refresh (LanyardPickerState *self)
{
  SeamRecord *chosen, *credential;
  g_autofree char *taking = NULL;
  const char *hint;
  guint n;

  g_return_if_fail (LANYARD_IS_PICKER_STATE (self));

  if (self->directory == NULL)
    return;

  chosen = gtk_single_selection_get_selected_item (self->selection);
  credential = self->kind == LANYARD_LIST_KIND_CREDENTIALS ? chosen : self->for_record;
  taking = lanyard_picker_taking_text ((SeamCredential *) credential);
  hint = self->answer != NULL ? self->answer : taking;
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  offer_empty (self);
  lanyard_bindable_offer_text (self, properties[PROP_PAGE], g_strdup (choose_page (self, n)));
  lanyard_bindable_offer_flag (self, properties[PROP_CAN_ASSIGN], chosen != NULL);
  lanyard_bindable_offer_text (self, properties[PROP_HINT], g_strdup (hint));
  lanyard_bindable_offer_flag (self, properties[PROP_SHOWS_HINT], hint != NULL && n > 0);
  offer_count (self, n);
}

static void
lanyard_picker_state_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_SEARCH)
    g_value_set_string (value, LANYARD_PICKER_STATE (object)->search);
  else
    lanyard_bindable_get_property (object, prop_id, value, pspec);
}

static void
lanyard_picker_state_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  LanyardPickerState *self = LANYARD_PICKER_STATE (object);

  switch (prop_id)
    {
    case PROP_SEARCH:
      if (g_strcmp0 (self->search, g_value_get_string (value)) == 0)
        break;
      g_free (self->search);
      self->search = g_value_dup_string (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_picker_state_dispose (GObject *object)
{
  LanyardPickerState *self = LANYARD_PICKER_STATE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->left_out);
  g_clear_object (&self->list);
  g_clear_object (&self->for_record);
  g_clear_object (&self->directory);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->answer, g_free);

  G_OBJECT_CLASS (lanyard_picker_state_parent_class)->dispose (object);
}

static void
lanyard_picker_state_class_init (LanyardPickerStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_picker_state_get_property;
  object_class->set_property = lanyard_picker_state_set_property;
  object_class->dispose = lanyard_picker_state_dispose;

  properties[PROP_SEARCH] =
    g_param_spec_string ("search", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PAGE] = lanyard_bindable_text ("page");
  properties[PROP_EMPTY_TITLE] = lanyard_bindable_text ("empty-title");
  properties[PROP_EMPTY_TEXT] = lanyard_bindable_text ("empty-text");
  properties[PROP_NO_MATCH_TEXT] = lanyard_bindable_text ("no-match-text");
  properties[PROP_HINT] = lanyard_bindable_text ("hint");
  properties[PROP_COUNT] = lanyard_bindable_text ("count");
  properties[PROP_SHOWS_HINT] = lanyard_bindable_flag ("shows-hint");
  properties[PROP_SHOWS_COUNT] = lanyard_bindable_flag ("shows-count");
  properties[PROP_CAN_ASSIGN] = lanyard_bindable_flag ("can-assign");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_picker_state_init (LanyardPickerState *self)
{
  self->n_offered = NOT_COUNTED;
  /* The first of the pages, until there is something to choose from. */
  lanyard_bindable_offer_text (self, properties[PROP_PAGE], g_strdup ("list"));
}

/**
 * lanyard_picker_state_set_up:
 * @self: the state of a picker
 * @directory: the workspace
 * @for_record: who or what it is chosen for
 * @list: what is searched
 * @selection: what there is to choose from, and what is chosen
 */
void
lanyard_picker_state_set_up (LanyardPickerState *self,
                             LanyardDirectory   *directory,
                             SeamRecord         *for_record,
                             LanyardList        *list,
                             GtkSingleSelection *selection)
{
  LanyardStore *store;

  g_return_if_fail (LANYARD_IS_PICKER_STATE (self));
  g_return_if_fail (self->directory == NULL);

  self->directory = g_object_ref (directory);
  self->for_record = g_object_ref (for_record);
  self->kind = SEAM_IS_USER (for_record) ? LANYARD_LIST_KIND_CREDENTIALS : LANYARD_LIST_KIND_USERS;
  self->list = g_object_ref (list);
  self->selection = g_object_ref (selection);
  store = lanyard_list_kind_get_store (self->kind, directory);
  g_signal_connect_object (store, "changed", G_CALLBACK (forget_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "looks-changed", G_CALLBACK (forget_count), self, G_CONNECT_SWAPPED);
  self->left_out = lanyard_left_out_new (list, store, TRUE);
  g_signal_connect_object (self->left_out, "notify::n", G_CALLBACK (lanyard_picker_state_refresh), self,
                           G_CONNECT_SWAPPED);
}

/**
 * lanyard_picker_state_get_answer:
 * @self: the state of a picker
 *
 * Returns: (transfer none) (nullable): what there is to say of what was typed
 */
const char *
lanyard_picker_state_get_answer (LanyardPickerState *self)
{
  g_return_val_if_fail (LANYARD_IS_PICKER_STATE (self), NULL);

  return self->answer;
}

/**
 * lanyard_picker_state_set_answer:
 * @self: the state of a picker
 * @answer: (nullable): what there is to say of what was typed
 *
 * It is shown from the next lanyard_picker_state_refresh() on.
 */
void
lanyard_picker_state_set_answer (LanyardPickerState *self,
                                 const char         *answer)
{
  g_return_if_fail (LANYARD_IS_PICKER_STATE (self));

  g_free (self->answer);
  self->answer = g_strdup (answer);
}

/**
 * lanyard_picker_state_get_kind:
 * @self: the state of a picker
 *
 * Returns: what there is to choose from
 */
LanyardListKind
lanyard_picker_state_get_kind (LanyardPickerState *self)
{
  g_return_val_if_fail (LANYARD_IS_PICKER_STATE (self), LANYARD_LIST_KIND_USERS);

  return self->kind;
}

/**
 * lanyard_picker_state_get_resource:
 * @self: the state of a picker
 *
 * Returns: the list of the access system that there is to choose from
 */
LanyardResource
lanyard_picker_state_get_resource (LanyardPickerState *self)
{
  g_return_val_if_fail (LANYARD_IS_PICKER_STATE (self), LANYARD_RESOURCE_USERS);

  return self->kind == LANYARD_LIST_KIND_USERS ? LANYARD_RESOURCE_USERS : LANYARD_RESOURCE_CREDENTIALS;
}

/**
 * lanyard_picker_state_is_searching:
 * @self: the state of a picker, set up
 *
 * Returns: whether what is shown is not yet all that is searched for
 */
gboolean
lanyard_picker_state_is_searching (LanyardPickerState *self)
{
  gboolean searching;

  g_object_get (self->list, "searching", &searching, NULL);

  return searching;
}

/**
 * lanyard_picker_state_is_complete:
 * @self: the state of a picker, set up
 *
 * Returns: whether all that could be chosen is known
 */
gboolean
lanyard_picker_state_is_complete (LanyardPickerState *self)
{
  LanyardDirectoryState state = lanyard_directory_get_state (self->directory);

  return state != LANYARD_DIRECTORY_LOADING && state != LANYARD_DIRECTORY_INCOMPLETE && get_failure (self) == NULL;
}
