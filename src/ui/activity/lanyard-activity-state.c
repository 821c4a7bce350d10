/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the activity stands: whether there is something to show, how much, and why nothing can be written down. */
#include "lanyard-activity-state.h"

#include <glib/gi18n.h>

#include "lanyard-error-text.h"

struct _LanyardActivityState
{
  LanyardBindable parent_instance;

  LanyardRecord record;
};

G_DEFINE_FINAL_TYPE (LanyardActivityState, lanyard_activity_state, LANYARD_TYPE_BINDABLE)

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_COUNT,
  PROP_BROKEN_TEXT,
  PROP_SHOWS_SEARCH,
  PROP_SHOWS_COUNT,
  PROP_SHOWS_FILTER,
  PROP_SEARCHED,
  PROP_FILTERED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const char *
choose_page (LanyardActivityState *self,
             LanyardActivityList  *list)
{
  if (self->record == LANYARD_RECORD_BROKEN)
    return "broken";
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0)
    return "list";
  if (lanyard_activity_list_is_loading (list))
    return "loading";

  return lanyard_activity_list_is_searched (list) || lanyard_activity_list_is_filtered (list) ? "no-match" : "empty";
}

/**
 * lanyard_activity_state_refresh:
 * @self: the state of the activity
 * @list: the activity
 *
 * Says anew what there is to show.
 */
void
lanyard_activity_state_refresh (LanyardActivityState *self,
                                LanyardActivityList  *list)
{
  gboolean searched = lanyard_activity_list_is_searched (list);
  gboolean filtered = lanyard_activity_list_is_filtered (list);
  const char *page;

  g_return_if_fail (LANYARD_IS_ACTIVITY_STATE (self));

  page = choose_page (self, list);
  lanyard_bindable_offer_text (self, properties[PROP_PAGE], g_strdup (page));
  lanyard_bindable_offer_flag (self, properties[PROP_SHOWS_SEARCH],
                               !g_str_equal (page, "broken") && !g_str_equal (page, "empty"));
  lanyard_bindable_offer_flag (self, properties[PROP_SHOWS_COUNT],
                               g_str_equal (page, "list") && (searched || filtered));
  lanyard_bindable_offer_flag (self, properties[PROP_SHOWS_FILTER], filtered && !g_str_equal (page, "broken"));
  lanyard_bindable_offer_flag (self, properties[PROP_SEARCHED], searched);
  lanyard_bindable_offer_flag (self, properties[PROP_FILTERED], filtered);
}

/**
 * lanyard_activity_state_count:
 * @self: the state of the activity
 * @list: the activity, of which something has been loaded
 *
 * Says anew how much there is.
 */
void
lanyard_activity_state_count (LanyardActivityState *self,
                              LanyardActivityList  *list)
{
  gboolean complete;
  guint n = lanyard_activity_list_count (list, &complete);
  g_autofree char *number = g_strdup_printf (complete ? "%u" : "%u+", n);

  g_return_if_fail (LANYARD_IS_ACTIVITY_STATE (self));

  lanyard_bindable_offer_text (self, properties[PROP_COUNT],
                               /* Translators: %s is how many, such as "12", or "100+" */
                               g_strdup_printf (ngettext ("%s result", "%s results", n), number));
}

/**
 * lanyard_activity_state_set_record:
 * @self: the state of the activity
 * @standing: whether what is done is being written down
 *
 * Says anew why it can't be.
 */
void
lanyard_activity_state_set_record (LanyardActivityState  *self,
                                   LanyardRecordStanding *standing)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_STATE (self));

  self->record = lanyard_record_standing_get_record (standing);
  if (self->record == LANYARD_RECORD_BROKEN)
    {
      g_autofree char *reason = lanyard_error_text (lanyard_record_standing_get_error (standing));
      /* Translators: %s is a sentence that says why */
      g_autofree char *text = g_strdup_printf (_("%s\n\nLanyard logs each change before sending it. The workspace "
                                                 "is read-only until logging works again."), reason);

      lanyard_bindable_offer_text (self, properties[PROP_BROKEN_TEXT], g_markup_escape_text (text, -1));
    }
}

static void
lanyard_activity_state_class_init (LanyardActivityStateClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = lanyard_bindable_get_property;

  properties[PROP_PAGE] = lanyard_bindable_text ("page");
  properties[PROP_COUNT] = lanyard_bindable_text ("count");
  properties[PROP_BROKEN_TEXT] = lanyard_bindable_text ("broken-text");
  properties[PROP_SHOWS_SEARCH] = lanyard_bindable_flag ("shows-search");
  properties[PROP_SHOWS_COUNT] = lanyard_bindable_flag ("shows-count");
  properties[PROP_SHOWS_FILTER] = lanyard_bindable_flag ("shows-filter");
  properties[PROP_SEARCHED] = lanyard_bindable_flag ("searched");
  properties[PROP_FILTERED] = lanyard_bindable_flag ("filtered");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
lanyard_activity_state_init (LanyardActivityState *self)
{
  lanyard_bindable_offer_text (self, properties[PROP_PAGE], g_strdup ("empty"));
}
