/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether everything of a workspace could be read, or one list of an access system; in words. */
#include "lanyard-failure-standing.h"

#include "lanyard-failure-text.h"

struct _LanyardFailureStanding
{
  LanyardBindable parent_instance;

  LanyardDirectory *directory;
  GSignalGroup     *directory_signals;
  char             *system_id; /* the only one to tell of; NULL: all of them */
  LanyardResource   resource;  /* the only one of its lists */
};

G_DEFINE_FINAL_TYPE (LanyardFailureStanding, lanyard_failure_standing, LANYARD_TYPE_BINDABLE)

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_FAILING,
  PROP_LOADING,
  PROP_HAS_DETAILS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The only one that is told of; NULL where there is none, or more than one. */
static LanyardSystemLoad *
dup_load (LanyardFailureStanding *self)
{
  GListModel *failures = lanyard_directory_get_failures (self->directory);
  LanyardSystemLoad *load;

  if (self->system_id == NULL)
    return g_list_model_get_n_items (failures) == 1 ? g_list_model_get_item (failures, 0) : NULL;

  load = lanyard_directory_lookup_failure (self->directory, self->system_id, self->resource);
  return load != NULL ? g_object_ref (load) : NULL;
}

static char *
make_text (LanyardFailureStanding *self)
{
  g_autoptr (LanyardSystemLoad) load = NULL;

  if (self->directory == NULL)
    return NULL;
  if (self->system_id == NULL)
    return lanyard_failures_text (lanyard_directory_get_failures (self->directory));
  load = dup_load (self);

  return load != NULL ? lanyard_failure_resource_text (load, self->resource) : NULL;
}

static gboolean
is_loading (GListModel *failures)
{
  for (guint i = 0; i < g_list_model_get_n_items (failures); i++)
    {
      g_autoptr (LanyardSystemLoad) load = g_list_model_get_item (failures, i);

      if (lanyard_system_load_get_loading (load))
        return TRUE;
    }

  return FALSE;
}

static void
refresh (LanyardFailureStanding *self)
{
  GListModel *failures = self->directory != NULL ? lanyard_directory_get_failures (self->directory) : NULL;
  char *text = make_text (self);
  gboolean failing = text != NULL;

  g_object_freeze_notify (G_OBJECT (self));
  lanyard_bindable_offer_text (self, properties[PROP_TEXT], text);
  lanyard_bindable_offer_flag (self, properties[PROP_FAILING], failing);
  lanyard_bindable_offer_flag (self, properties[PROP_LOADING], failing && is_loading (failures));
  lanyard_bindable_offer_flag (self, properties[PROP_HAS_DETAILS],
                               failing && self->system_id == NULL && g_list_model_get_n_items (failures) > 1);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_TOLD], 0);
}

static void
lanyard_failure_standing_dispose (GObject *object)
{
  LanyardFailureStanding *self = LANYARD_FAILURE_STANDING (object);

  g_clear_object (&self->directory_signals);
  g_clear_object (&self->directory);
  g_clear_pointer (&self->system_id, g_free);

  G_OBJECT_CLASS (lanyard_failure_standing_parent_class)->dispose (object);
}

static void
lanyard_failure_standing_class_init (LanyardFailureStandingClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = lanyard_bindable_get_property;
  G_OBJECT_CLASS (klass)->dispose = lanyard_failure_standing_dispose;

  properties[PROP_TEXT] = lanyard_bindable_text ("text");
  properties[PROP_FAILING] = lanyard_bindable_flag ("failing");
  properties[PROP_LOADING] = lanyard_bindable_flag ("loading");
  properties[PROP_HAS_DETAILS] = lanyard_bindable_flag ("has-details");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  signals[SIGNAL_TOLD] = g_signal_new ("told", LANYARD_TYPE_FAILURE_STANDING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
lanyard_failure_standing_init (LanyardFailureStanding *self)
{
  self->directory_signals = g_signal_group_new (LANYARD_TYPE_DIRECTORY);
  g_signal_group_connect_object (self->directory_signals, "notify::failures", G_CALLBACK (refresh), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * lanyard_failure_standing_report:
 * @self: a standing
 *
 * Returns: (transfer floating) (nullable): what is behind Details; %NULL where there is nothing more to say, or it is of
 *   several access systems
 */
GVariant *
lanyard_failure_standing_report (LanyardFailureStanding *self)
{
  g_autoptr (LanyardSystemLoad) load = NULL;

  g_return_val_if_fail (LANYARD_IS_FAILURE_STANDING (self), NULL);

  if (self->directory != NULL)
    load = dup_load (self);
  if (load == NULL)
    return NULL;

  return lanyard_failure_report (load, lanyard_bindable_get_text (self, "text"),
                                 seam_client_get_endpoint (lanyard_directory_get_client (self->directory)));
}

/**
 * lanyard_failure_standing_set_directory:
 * @self: a standing
 * @directory: (nullable): the workspace whose access systems it tells of
 */
void
lanyard_failure_standing_set_directory (LanyardFailureStanding *self,
                                        LanyardDirectory       *directory)
{
  g_return_if_fail (LANYARD_IS_FAILURE_STANDING (self));

  g_set_object (&self->directory, directory);
  g_signal_group_set_target (self->directory_signals, directory);
  refresh (self);
}

/**
 * lanyard_failure_standing_set_scope:
 * @self: a standing
 * @system_id: (nullable): an access system
 * @resource: one of its lists
 *
 * Tells of that list alone from now on.
 */
void
lanyard_failure_standing_set_scope (LanyardFailureStanding *self,
                                    const char             *system_id,
                                    LanyardResource         resource)
{
  g_return_if_fail (LANYARD_IS_FAILURE_STANDING (self));

  g_free (self->system_id);
  self->system_id = g_strdup (system_id);
  self->resource = resource;
  refresh (self);
}

/**
 * lanyard_failure_standing_retry:
 * @self: a standing, of a workspace
 *
 * Has what is missing read once more.
 */
void
lanyard_failure_standing_retry (LanyardFailureStanding *self)
{
  g_return_if_fail (LANYARD_IS_FAILURE_STANDING (self));
  g_return_if_fail (self->directory != NULL);

  lanyard_directory_retry (self->directory, self->system_id);
}
