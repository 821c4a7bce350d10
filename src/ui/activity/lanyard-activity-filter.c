/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody wants to see of the activity: of which day, with which outcome, by and about whom. */
#include "lanyard-activity-filter.h"

#include <glib/gi18n.h>

#include "lanyard-day.h"
#include "lanyard-entry-text.h"
#include "lanyard-name-text.h"

struct _LanyardActivityFilter
{
  GObject parent_instance;

  char               *day;
  LanyardEntryResult  result;
  char               *operator;
  SeamRecord         *record; /* NULL: about any */
};

G_DEFINE_FINAL_TYPE (LanyardActivityFilter, lanyard_activity_filter, G_TYPE_OBJECT)

enum
{
  PROP_DAY = 1,
  PROP_RESULT,
  PROP_OPERATOR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell_changed (LanyardActivityFilter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
take_text (LanyardActivityFilter *self,
           char                 **place,
           const char            *text,
           guint                  id)
{
  if (g_strcmp0 (*place, text) == 0)
    return FALSE;

  g_free (*place);
  *place = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);

  return TRUE;
}

static gboolean
take_result (LanyardActivityFilter *self,
             LanyardEntryResult     result)
{
  if (self->result == result)
    return FALSE;

  self->result = result;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULT]);

  return TRUE;
}

static void
lanyard_activity_filter_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  LanyardActivityFilter *self = LANYARD_ACTIVITY_FILTER (object);

  switch (id)
    {
    case PROP_DAY:
      g_value_set_string (value, self->day);
      break;
    case PROP_RESULT:
      g_value_set_enum (value, self->result);
      break;
    case PROP_OPERATOR:
      g_value_set_string (value, self->operator);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_activity_filter_set_property (GObject      *object,
                                      guint         id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  LanyardActivityFilter *self = LANYARD_ACTIVITY_FILTER (object);
  gboolean changed = FALSE;

  switch (id)
    {
    case PROP_DAY:
      changed = take_text (self, &self->day, g_value_get_string (value), id);
      break;
    case PROP_RESULT:
      changed = take_result (self, g_value_get_enum (value));
      break;
    case PROP_OPERATOR:
      changed = take_text (self, &self->operator, g_value_get_string (value), id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  if (changed)
    tell_changed (self);
}

/**
 * lanyard_activity_filter_set_all:
 * @self: a filter
 * @other: another one
 *
 * Has @self ask for what @other does.
 *
 * Returns: whether that is something else than before
 */
gboolean
lanyard_activity_filter_set_all (LanyardActivityFilter *self,
                                 LanyardActivityFilter *other)
{
  gboolean changed;

  g_return_val_if_fail (LANYARD_IS_ACTIVITY_FILTER (self), FALSE);
  g_return_val_if_fail (LANYARD_IS_ACTIVITY_FILTER (other), FALSE);

  changed = g_set_object (&self->record, other->record);
  changed = take_text (self, &self->day, other->day, PROP_DAY) || changed;
  changed = take_result (self, other->result) || changed;
  changed = take_text (self, &self->operator, other->operator, PROP_OPERATOR) || changed;
  if (changed)
    tell_changed (self);

  return changed;
}

/**
 * lanyard_activity_filter_dup:
 * @self: a filter
 *
 * Returns: (transfer full): another one that asks for the same
 */
LanyardActivityFilter *
lanyard_activity_filter_dup (LanyardActivityFilter *self)
{
  LanyardActivityFilter *copy = lanyard_activity_filter_new ();

  lanyard_activity_filter_set_all (copy, self);

  return copy;
}

/**
 * lanyard_activity_filter_set_record:
 * @self: a filter
 * @record: a user or a credential
 *
 * Asks for what is about @record, and for nothing else.
 */
void
lanyard_activity_filter_set_record (LanyardActivityFilter *self,
                                    SeamRecord            *record)
{
  g_autoptr (LanyardActivityFilter) wanted = lanyard_activity_filter_new ();

  g_return_if_fail (LANYARD_IS_ACTIVITY_FILTER (self));
  g_return_if_fail (SEAM_IS_RECORD (record));

  g_set_object (&wanted->record, record);
  lanyard_activity_filter_set_all (self, wanted);
}

/**
 * lanyard_activity_filter_clear:
 * @self: a filter
 *
 * Asks for everything.
 */
void
lanyard_activity_filter_clear (LanyardActivityFilter *self)
{
  g_autoptr (LanyardActivityFilter) wanted = lanyard_activity_filter_new ();

  lanyard_activity_filter_set_all (self, wanted);
}

/**
 * lanyard_activity_filter_is_active:
 * @self: a filter
 *
 * Returns: whether it keeps something out
 */
gboolean
lanyard_activity_filter_is_active (LanyardActivityFilter *self)
{
  g_return_val_if_fail (LANYARD_IS_ACTIVITY_FILTER (self), FALSE);

  return self->record != NULL || *self->day != '\0' || *self->operator != '\0'
         || self->result != LANYARD_ENTRY_RESULT_ANY;
}

/* Midnight of the day of @now, so many days later. */
static GDateTime *
get_midnight (gint64 now,
              int    days)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (now / G_USEC_PER_SEC);
  g_autoptr (GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (local), g_date_time_get_month (local),
                                                          g_date_time_get_day_of_month (local), 0, 0, 0);

  return g_date_time_add_days (midnight, days);
}

static GDateTime *
parse_day (const char *day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, day);

  return g_date_valid (&date) ? g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date),
                                                       g_date_get_day (&date), 0, 0, 0) : NULL;
}

/* When the days begin that are asked for, and how many they are; 0: all from then on. Returns NULL for any. */
static GDateTime *
get_days (LanyardActivityFilter *self,
          gint64                 now,
          int                   *n)
{
  *n = 0;
  if (*self->day == '\0')
    return NULL;
  if (g_str_equal (self->day, LANYARD_ACTIVITY_TODAY))
    return get_midnight (now, 0);
  if (g_str_equal (self->day, LANYARD_ACTIVITY_WEEK))
    return get_midnight (now, -6);
  *n = 1;

  return g_str_equal (self->day, LANYARD_ACTIVITY_YESTERDAY) ? get_midnight (now, -1) : parse_day (self->day);
}

static gint64
to_time (GDateTime *when)
{
  return g_date_time_to_unix (when) * G_USEC_PER_SEC;
}

/**
 * lanyard_activity_filter_ask:
 * @self: a filter
 * @search: (nullable): what is searched for
 * @now: microseconds since 1970
 *
 * Returns: (transfer full): what to ask the journal for
 */
LanyardEntryFilter *
lanyard_activity_filter_ask (LanyardActivityFilter *self,
                             const char            *search,
                             gint64                 now)
{
  LanyardEntryFilter *filter;
  g_autoptr (GDateTime) from = NULL;
  int n_days;

  g_return_val_if_fail (LANYARD_IS_ACTIVITY_FILTER (self), NULL);

  filter = lanyard_entry_filter_new (NULL, search);
  filter->result = self->result;
  filter->operator = *self->operator != '\0' ? g_strdup (self->operator) : NULL;
  if (SEAM_IS_USER (self->record))
    filter->user_id = g_strdup (seam_record_get_id (self->record));
  else if (self->record != NULL)
    filter->credential_id = g_strdup (seam_record_get_id (self->record));
  from = get_days (self, now, &n_days);
  if (from != NULL)
    {
      g_autoptr (GDateTime) end = g_date_time_add_days (from, n_days);

      filter->since = to_time (from);
      filter->until = n_days > 0 ? to_time (end) : 0;
    }

  return filter;
}

/**
 * lanyard_activity_result_text:
 * @result: what came of changes
 *
 * Returns: what that is called
 */
const char *
lanyard_activity_result_text (LanyardEntryResult result)
{
  switch (result)
    {
    case LANYARD_ENTRY_RESULT_DONE:
      return C_("outcome of changes", "Done");
    case LANYARD_ENTRY_RESULT_NOT_DONE:
      return C_("outcome of changes", "Failed");
    case LANYARD_ENTRY_RESULT_UNCONFIRMED:
      return C_("outcome of changes", "Not Confirmed");
    case LANYARD_ENTRY_RESULT_UNDONE:
      return C_("outcome of changes", "Undone");
    case LANYARD_ENTRY_RESULT_ANY:
    default:
      return C_("outcome of changes", "Any Outcome");
    }
}

static char *
dup_day_text (LanyardActivityFilter *self,
              gint64                 now)
{
  int n_days;
  g_autoptr (GDateTime) from = get_days (self, now, &n_days);
  g_autoptr (LanyardDay) day = NULL;

  if (from == NULL)
    return NULL;
  if (g_str_equal (self->day, LANYARD_ACTIVITY_WEEK))
    return g_strdup (_("Last 7 Days"));
  day = lanyard_day_new (to_time (from));

  return lanyard_day_text (day, now);
}

static char *
dup_record_text (LanyardActivityFilter *self)
{
  g_autofree char *name = NULL;

  if (self->record == NULL)
    return NULL;
  name = lanyard_entry_name_text (seam_record_get_display_name (self->record));

  /* Translators: %s is the name of a user or a credential */
  return g_strdup_printf (_("Changes to %s"), name);
}

static char *
dup_operator_text (LanyardActivityFilter *self)
{
  g_autofree char *name = lanyard_name_text (self->operator);
  g_autofree char *shown = name != NULL ? lanyard_name_in_sentence (name) : NULL;

  /* Translators: %s is the login name of whoever made a change */
  return shown != NULL ? g_strdup_printf (C_("activity", "by %s"), shown) : NULL;
}

/**
 * lanyard_activity_filter_text:
 * @self: a filter
 * @now: microseconds since 1970
 *
 * Returns: (transfer full): what is asked for, plain text; "" for everything
 */
char *
lanyard_activity_filter_text (LanyardActivityFilter *self,
                              gint64                 now)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *all[4];

  g_return_val_if_fail (LANYARD_IS_ACTIVITY_FILTER (self), NULL);

  all[0] = dup_record_text (self);
  all[1] = dup_day_text (self, now);
  all[2] = self->result != LANYARD_ENTRY_RESULT_ANY ? g_strdup (lanyard_activity_result_text (self->result)) : NULL;
  all[3] = dup_operator_text (self);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL)
      g_ptr_array_add (parts, all[i]);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
lanyard_activity_filter_finalize (GObject *object)
{
  LanyardActivityFilter *self = LANYARD_ACTIVITY_FILTER (object);

  g_free (self->day);
  g_free (self->operator);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (lanyard_activity_filter_parent_class)->finalize (object);
}

static void
lanyard_activity_filter_class_init (LanyardActivityFilterClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_activity_filter_get_property;
  object_class->set_property = lanyard_activity_filter_set_property;
  object_class->finalize = lanyard_activity_filter_finalize;

  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, "", flags);
  properties[PROP_RESULT] = g_param_spec_enum ("result", NULL, NULL, LANYARD_TYPE_ENTRY_RESULT,
                                               LANYARD_ENTRY_RESULT_ANY, flags);
  properties[PROP_OPERATOR] = g_param_spec_string ("operator", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lanyard_activity_filter_init (LanyardActivityFilter *self)
{
  self->day = g_strdup ("");
  self->operator = g_strdup ("");
}

/**
 * lanyard_activity_filter_new:
 *
 * Returns: (transfer full): a filter that asks for everything
 */
LanyardActivityFilter *
lanyard_activity_filter_new (void)
{
  return g_object_new (LANYARD_TYPE_ACTIVITY_FILTER, NULL);
}
