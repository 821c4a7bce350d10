/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the reading of one access system stands: what of it is there, what could not be read, and why. */
#include "lanyard-system-load.h"

#include "lanyard-system-reading.h"

struct _LanyardSystemLoad
{
  GObject parent_instance;

  SeamSystem    *system;
  LanyardSystemReading readings[LANYARD_N_RESOURCES];
  gboolean       loading; /* as told last */
};

enum
{
  PROP_LOADING = 1,
  PROP_ERROR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LanyardSystemLoad, lanyard_system_load, G_TYPE_OBJECT)

static void
lanyard_system_load_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  LanyardSystemLoad *self = LANYARD_SYSTEM_LOAD (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, lanyard_system_load_get_loading (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, lanyard_system_load_get_error (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_system_load_finalize (GObject *object)
{
  LanyardSystemLoad *self = LANYARD_SYSTEM_LOAD (object);

  for (guint i = 0; i < LANYARD_N_RESOURCES; i++)
    lanyard_system_reading_clear (&self->readings[i]);
  g_clear_object (&self->system);
  G_OBJECT_CLASS (lanyard_system_load_parent_class)->finalize (object);
}

static void
lanyard_system_load_class_init (LanyardSystemLoadClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_system_load_get_property;
  object_class->finalize = lanyard_system_load_finalize;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_system_load_init (LanyardSystemLoad *self)
{
  for (guint i = 0; i < LANYARD_N_RESOURCES; i++)
    lanyard_system_reading_init (&self->readings[i], self, (LanyardResource) i);
}

/* lanyard_system_load_new:
 * @system: (transfer none): an access system
 *
 * Returns: (transfer full): its lists, yet to be read */
LanyardSystemLoad *
lanyard_system_load_new (SeamSystem *system)
{
  LanyardSystemLoad *self = g_object_new (LANYARD_TYPE_SYSTEM_LOAD, NULL);

  self->system = g_object_ref (system);
  return self;
}

LanyardSystemReading *
lanyard_system_load_get_reading (LanyardSystemLoad *self,
                                 LanyardResource    resource)
{
  return &self->readings[resource];
}

/* One of its readings has come further. */
void
lanyard_system_load_update (LanyardSystemLoad *self)
{
  gboolean loading = lanyard_system_load_get_loading (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  if (self->loading == loading)
    return;
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/**
 * lanyard_system_load_get_system:
 * @self: how an access system's reading stands
 *
 * Returns: (transfer none): the access system
 */
SeamSystem *
lanyard_system_load_get_system (LanyardSystemLoad *self)
{
  g_return_val_if_fail (LANYARD_IS_SYSTEM_LOAD (self), NULL);

  return self->system;
}

/**
 * lanyard_system_load_get_error:
 * @self: how an access system's reading stands
 *
 * Returns: (nullable): why the first of the lists that could not be read could not
 */
const GError *
lanyard_system_load_get_error (LanyardSystemLoad *self)
{
  g_return_val_if_fail (LANYARD_IS_SYSTEM_LOAD (self), NULL);

  for (guint i = 0; i < LANYARD_N_RESOURCES; i++)
    if (self->readings[i].error != NULL)
      return self->readings[i].error;
  return NULL;
}

/**
 * lanyard_system_load_get_loading:
 * @self: how an access system's reading stands
 *
 * Returns: whether some of it is being read
 */
gboolean
lanyard_system_load_get_loading (LanyardSystemLoad *self)
{
  g_return_val_if_fail (LANYARD_IS_SYSTEM_LOAD (self), FALSE);

  for (guint i = 0; i < LANYARD_N_RESOURCES; i++)
    if (self->readings[i].is_queued)
      return TRUE;
  return FALSE;
}

/**
 * lanyard_system_load_get_failed:
 * @self: how an access system's reading stands
 * @resource: one of its lists
 *
 * Returns: whether that list could not be read when it was tried last; also while it is tried again
 */
gboolean
lanyard_system_load_get_failed (LanyardSystemLoad *self,
                                LanyardResource    resource)
{
  g_return_val_if_fail (LANYARD_IS_SYSTEM_LOAD (self), FALSE);

  return self->readings[resource].error != NULL;
}

/**
 * lanyard_system_load_get_was_read:
 * @self: how an access system's reading stands
 * @resource: one of its lists
 *
 * Returns: whether that list was read to its end before: what is shown of it may be old, but there is all of it
 */
gboolean
lanyard_system_load_get_was_read (LanyardSystemLoad *self,
                                  LanyardResource    resource)
{
  g_return_val_if_fail (LANYARD_IS_SYSTEM_LOAD (self), FALSE);

  return self->readings[resource].was_read;
}
