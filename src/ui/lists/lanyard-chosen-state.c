/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many are chosen in a long list, in words, and how many of them the list does not show.
 *
 * What a search or a filter hides stays chosen, so that people can be found one after the other. Nothing is done to what
 * is not seen without its being said. */
#include "lanyard-chosen-state.h"

#include <glib/gi18n.h>

/* For so long at a time rows are counted; in between, what else there is is done. */
#define TURN_US 2000

struct _LanyardChosenState
{
  LanyardBindable parent_instance;

  LanyardListKind kind;
  LanyardChosen  *chosen;
  LanyardList    *list;
  GSignalGroup   *chosen_signals;
  GSignalGroup   *list_signals;
  guint           source; /* counts */
  guint           position; /* up to which was counted */
  guint           n_listed; /* of those chosen */
};

G_DEFINE_FINAL_TYPE (LanyardChosenState, lanyard_chosen_state, LANYARD_TYPE_BINDABLE)

enum
{
  PROP_0,
  PROP_COUNT,
  PROP_NOT_SHOWN,
  PROP_MANY,
  PROP_SOME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
make_count (LanyardChosenState *self,
            guint               n)
{
  gboolean users = self->kind == LANYARD_LIST_KIND_USERS;

  if (n == 0)
    return g_strdup (users ? _("No users selected") : _("No credentials selected"));
  return g_strdup_printf (users ? ngettext ("%'u user selected", "%'u users selected", n)
                                : ngettext ("%'u credential selected", "%'u credentials selected", n), n);
}

static void
offer_not_shown (LanyardChosenState *self,
                 guint               n)
{
  lanyard_bindable_offer_text (self, properties[PROP_NOT_SHOWN],
                               n > 0 ? g_strdup_printf (ngettext ("%'u of them is not shown",
                                                                  "%'u of them are not shown", n), n)
                                     : NULL);
}

static gboolean
count_on (gpointer user_data)
{
  LanyardChosenState *self = LANYARD_CHOSEN_STATE (user_data);
  guint n_chosen = lanyard_chosen_get_n (self->chosen);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gint64 begun = g_get_monotonic_time ();

  for (; self->position < n_rows && self->n_listed < n_chosen; self->position++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->list), self->position);

      self->n_listed += lanyard_chosen_contains (self->chosen, item, self->position);
      if (self->position % 64 == 0 && g_get_monotonic_time () - begun > TURN_US)
        return G_SOURCE_CONTINUE;
    }
  self->source = 0;
  offer_not_shown (self, n_chosen - self->n_listed);

  return G_SOURCE_REMOVE;
}

/* Where there are few rows, it is known at once. */
static void
count_anew (LanyardChosenState *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->position = 0;
  self->n_listed = 0;
  if (self->list == NULL || !lanyard_chosen_is_many (self->chosen))
    offer_not_shown (self, 0);
  else if (count_on (self) == G_SOURCE_CONTINUE)
    self->source = g_idle_add_full (G_PRIORITY_LOW, count_on, self, NULL);
}

static void
refresh (LanyardChosenState *self)
{
  gboolean is_many = self->chosen != NULL && lanyard_chosen_is_many (self->chosen);
  guint n = self->chosen != NULL ? lanyard_chosen_get_n (self->chosen) : 0;

  lanyard_bindable_offer_text (self, properties[PROP_COUNT], is_many ? make_count (self, n) : NULL);
  lanyard_bindable_offer_flag (self, properties[PROP_MANY], is_many);
  lanyard_bindable_offer_flag (self, properties[PROP_SOME], is_many && n > 0);
  if (self->chosen != NULL)
    count_anew (self);
}

static void
lanyard_chosen_state_dispose (GObject *object)
{
  LanyardChosenState *self = LANYARD_CHOSEN_STATE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->chosen_signals);
  g_clear_object (&self->list_signals);
  g_clear_object (&self->chosen);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (lanyard_chosen_state_parent_class)->dispose (object);
}

static void
lanyard_chosen_state_class_init (LanyardChosenStateClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = lanyard_bindable_get_property;
  G_OBJECT_CLASS (klass)->dispose = lanyard_chosen_state_dispose;

  properties[PROP_COUNT] = lanyard_bindable_text ("count");
  properties[PROP_NOT_SHOWN] = lanyard_bindable_text ("not-shown");
  properties[PROP_MANY] = lanyard_bindable_flag ("many");
  properties[PROP_SOME] = lanyard_bindable_flag ("some");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
lanyard_chosen_state_init (LanyardChosenState *self)
{
  self->chosen_signals = g_signal_group_new (LANYARD_TYPE_CHOSEN);
  g_signal_group_connect_object (self->chosen_signals, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->list_signals = g_signal_group_new (LANYARD_TYPE_LIST);
  g_signal_group_connect_object (self->list_signals, "published", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_chosen_state_set_chosen:
 * @self: the state of what is chosen
 * @kind: what it is
 * @chosen: what is chosen
 */
void
lanyard_chosen_state_set_chosen (LanyardChosenState *self,
                                 LanyardListKind     kind,
                                 LanyardChosen      *chosen)
{
  g_return_if_fail (LANYARD_IS_CHOSEN_STATE (self));
  g_return_if_fail (LANYARD_IS_CHOSEN (chosen));

  self->kind = kind;
  g_set_object (&self->chosen, chosen);
  g_signal_group_set_target (self->chosen_signals, chosen);
  refresh (self);
}

/**
 * lanyard_chosen_state_set_list:
 * @self: the state of what is chosen
 * @list: (nullable): what shows it
 */
void
lanyard_chosen_state_set_list (LanyardChosenState *self,
                               LanyardList        *list)
{
  g_return_if_fail (LANYARD_IS_CHOSEN_STATE (self));
  g_return_if_fail (list == NULL || LANYARD_IS_LIST (list));

  g_set_object (&self->list, list);
  g_signal_group_set_target (self->list_signals, list);
  refresh (self);
}
