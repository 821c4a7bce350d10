/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the record stands: whether what is done is being written down, and why it isn't. Whoever shows it, or goes by it,
 * looks here. */
#include "lanyard-record-standing.h"

struct _LanyardRecordStanding
{
  GObject parent_instance;

  LanyardRecord  record;
  GError        *error;
};

G_DEFINE_FINAL_TYPE (LanyardRecordStanding, lanyard_record_standing, G_TYPE_OBJECT)

enum
{
  PROP_WRITABLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * lanyard_record_standing_get_record:
 * @self: the record's standing
 *
 * Returns: whether what is done is being written down
 */
LanyardRecord
lanyard_record_standing_get_record (LanyardRecordStanding *self)
{
  g_return_val_if_fail (LANYARD_IS_RECORD_STANDING (self), LANYARD_RECORD_BROKEN);

  return self->record;
}

/**
 * lanyard_record_standing_get_error:
 * @self: the record's standing
 *
 * Returns: (transfer none) (nullable): why it can't be written down
 */
const GError *
lanyard_record_standing_get_error (LanyardRecordStanding *self)
{
  g_return_val_if_fail (LANYARD_IS_RECORD_STANDING (self), NULL);

  return self->error;
}

static gboolean
is_writable (LanyardRecordStanding *self)
{
  return self->record != LANYARD_RECORD_BROKEN;
}

/**
 * lanyard_record_standing_set:
 * @self: the record's standing
 * @record: whether what is done is being written down
 * @error: (nullable): why it can't be
 *
 * Says how it stands, and emits "changed".
 */
void
lanyard_record_standing_set (LanyardRecordStanding *self,
                             LanyardRecord          record,
                             const GError          *error)
{
  gboolean was_writable;
  GError *reason;

  g_return_if_fail (LANYARD_IS_RECORD_STANDING (self));

  was_writable = is_writable (self);
  reason = error != NULL ? g_error_copy (error) : NULL;
  self->record = record;
  g_clear_error (&self->error);
  self->error = reason; /* the argument may have been what was there */
  if (is_writable (self) != was_writable)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRITABLE]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * lanyard_record_standing_break:
 * @self: the record's standing
 * @error: why it can't be written down
 *
 * Says that nothing can be written down any more.
 */
void
lanyard_record_standing_break (LanyardRecordStanding *self,
                               const GError          *error)
{
  lanyard_record_standing_set (self, LANYARD_RECORD_BROKEN, error);
}

static void
lanyard_record_standing_get_property (GObject    *object,
                                      guint       id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  LanyardRecordStanding *self = LANYARD_RECORD_STANDING (object);

  switch (id)
    {
    case PROP_WRITABLE:
      g_value_set_boolean (value, is_writable (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_record_standing_finalize (GObject *object)
{
  g_clear_error (&LANYARD_RECORD_STANDING (object)->error);

  G_OBJECT_CLASS (lanyard_record_standing_parent_class)->finalize (object);
}

static void
lanyard_record_standing_class_init (LanyardRecordStandingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_record_standing_get_property;
  object_class->finalize = lanyard_record_standing_finalize;

  properties[PROP_WRITABLE] = g_param_spec_boolean ("writable", NULL, NULL, TRUE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lanyard_record_standing_init (LanyardRecordStanding *self)
{
}

/**
 * lanyard_record_standing_new:
 *
 * Returns: (transfer full): the standing of a record that is kept
 */
LanyardRecordStanding *
lanyard_record_standing_new (void)
{
  return g_object_new (LANYARD_TYPE_RECORD_STANDING, NULL);
}
