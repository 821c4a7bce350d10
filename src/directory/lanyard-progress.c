/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far the reading of a workspace has come: set by who reads it, followed by who has to know. */
#include "lanyard-progress.h"

struct _LanyardProgress
{
  GObject parent_instance;

  LanyardDirectoryState state;
  GError               *error;
  gboolean              refreshing;
  gboolean              stale;
};

enum
{
  PROP_STATE = 1,
  PROP_ERROR,
  PROP_REFRESHING,
  PROP_STALE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (LanyardDirectoryState, lanyard_directory_state,
                    G_DEFINE_ENUM_VALUE (LANYARD_DIRECTORY_EMPTY, "empty"),
                    G_DEFINE_ENUM_VALUE (LANYARD_DIRECTORY_LOADING, "loading"),
                    G_DEFINE_ENUM_VALUE (LANYARD_DIRECTORY_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (LANYARD_DIRECTORY_INCOMPLETE, "incomplete"),
                    G_DEFINE_ENUM_VALUE (LANYARD_DIRECTORY_FAILED, "failed"))

G_DEFINE_FINAL_TYPE (LanyardProgress, lanyard_progress, G_TYPE_OBJECT)

static void
lanyard_progress_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LanyardProgress *self = LANYARD_PROGRESS (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_REFRESHING:
      g_value_set_boolean (value, self->refreshing);
      break;
    case PROP_STALE:
      g_value_set_boolean (value, self->stale);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_progress_finalize (GObject *object)
{
  g_clear_error (&LANYARD_PROGRESS (object)->error);
  G_OBJECT_CLASS (lanyard_progress_parent_class)->finalize (object);
}

static void
lanyard_progress_class_init (LanyardProgressClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_progress_get_property;
  object_class->finalize = lanyard_progress_finalize;
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, LANYARD_TYPE_DIRECTORY_STATE,
                                              LANYARD_DIRECTORY_EMPTY, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_REFRESHING] = g_param_spec_boolean ("refreshing", NULL, NULL, FALSE, flags);
  properties[PROP_STALE] = g_param_spec_boolean ("stale", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_progress_init (LanyardProgress *self)
{
}

/* lanyard_progress_new:
 *
 * Returns: (transfer full): that nothing was loaded yet */
LanyardProgress *
lanyard_progress_new (void)
{
  return g_object_new (LANYARD_TYPE_PROGRESS, NULL);
}

LanyardDirectoryState
lanyard_progress_get_state (LanyardProgress *self)
{
  return self->state;
}

/* lanyard_progress_get_error:
 * @self: how far it has come
 *
 * Returns: (nullable): why it is incomplete, failed or stale */
const GError *
lanyard_progress_get_error (LanyardProgress *self)
{
  return self->error;
}

gboolean
lanyard_progress_get_stale (LanyardProgress *self)
{
  return self->stale;
}

/* lanyard_progress_set_state:
 * @self: how far it has come
 * @state: how far that is now
 * @error: (nullable): why it is no further */
void
lanyard_progress_set_state (LanyardProgress      *self,
                            LanyardDirectoryState state,
                            const GError         *error)
{
  g_autoptr (GError) old = g_steal_pointer (&self->error);

  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_freeze_notify (G_OBJECT (self));
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
  if (old != NULL || error != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* lanyard_progress_set_refreshing:
 * @self: how far it has come
 * @refreshing: whether what is shown is read again
 * @stale: whether it could not be, the last time */
void
lanyard_progress_set_refreshing (LanyardProgress *self,
                                 gboolean         refreshing,
                                 gboolean         stale)
{
  if (self->refreshing != refreshing)
    {
      self->refreshing = refreshing;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFRESHING]);
    }
  if (self->stale != stale)
    {
      self->stale = stale;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STALE]);
    }
}
