/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record in a long list: what the rows of users and of credentials have in common.
 *
 * It is filled by hand, and not bound: when a list hands its row on, every lookup through the item disconnects a handler
 * and connects another. Of 20,000 turns on GTK 4.8, one took 0.14 ms by hand, and 0.43 ms with five properties bound. */
#include "lanyard-record-row.h"

#include "lanyard-row-label.h"
#include "lanyard-timely.h"

typedef struct
{
  SeamRecord       *item;
  GSignalGroup     *item_signals;
  LanyardDirectory *directory;
  guint             manner; /* LanyardRowManner */
  GtkWidget        *check; /* NULL unless it has one */
} LanyardRecordRowPrivate;

static void timely_init (LanyardTimelyInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (LanyardRecordRow, lanyard_record_row, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (LanyardRecordRow)
                                  G_IMPLEMENT_INTERFACE (LANYARD_TYPE_TIMELY, timely_init))

enum
{
  PROP_0,
  PROP_ITEM,
  PROP_DIRECTORY,
  PROP_MANNER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static LanyardRecordRowPrivate *
get_private (LanyardRecordRow *self)
{
  return lanyard_record_row_get_instance_private (self);
}

/**
 * lanyard_record_row_update:
 * @self: a row
 *
 * Shows anew what it shows, if it shows anything, and says it to screen readers.
 */
void
lanyard_record_row_update (LanyardRecordRow *self)
{
  LanyardRecordRowPrivate *priv;
  g_autofree char *label = NULL;

  g_return_if_fail (LANYARD_IS_RECORD_ROW (self));

  priv = get_private (self);
  if (priv->item == NULL)
    return;

  LANYARD_RECORD_ROW_GET_CLASS (self)->update (self);
  label = lanyard_row_text_read_out (priv->item, priv->directory, priv->manner);
  lanyard_row_label_set (GTK_WIDGET (self), label);
}

static void
lanyard_record_row_update_time (LanyardTimely *timely)
{
  lanyard_record_row_update (LANYARD_RECORD_ROW (timely));
}

static void
timely_init (LanyardTimelyInterface *iface)
{
  iface->update_time = lanyard_record_row_update_time;
}

/**
 * lanyard_record_row_set_item:
 * @self: a row
 * @item: (nullable): the record to show, of the kind that the row is for
 */
void
lanyard_record_row_set_item (LanyardRecordRow *self,
                             SeamRecord       *item)
{
  LanyardRecordRowPrivate *priv;

  g_return_if_fail (LANYARD_IS_RECORD_ROW (self));
  g_return_if_fail (item == NULL || SEAM_IS_RECORD (item));

  priv = get_private (self);
  if (!g_set_object (&priv->item, item))
    return;

  g_signal_group_set_target (priv->item_signals, item);
  lanyard_record_row_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/**
 * lanyard_record_row_set_checked:
 * @self: a row
 * @is_checked: whether it is chosen
 *
 * Shows it in a check box, if its manner is to have one. That is to be seen only: the list item says of itself that it
 * is selected, and is what is clicked.
 */
void
lanyard_record_row_set_checked (LanyardRecordRow *self,
                                gboolean          is_checked)
{
  LanyardRecordRowPrivate *priv;
  gboolean has_check;

  g_return_if_fail (LANYARD_IS_RECORD_ROW (self));

  priv = get_private (self);
  has_check = (priv->manner & LANYARD_ROW_CHOOSING) != 0;
  if (has_check && priv->check == NULL)
    {
      priv->check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "can-focus", FALSE, "can-target", FALSE, "valign", GTK_ALIGN_CENTER, NULL);
      gtk_widget_insert_after (priv->check, GTK_WIDGET (self), NULL);
    }
  else if (!has_check)
    g_clear_pointer (&priv->check, gtk_widget_unparent);
  if (has_check)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (priv->check), is_checked);
}

/**
 * lanyard_record_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the record that it shows
 */
gpointer
lanyard_record_row_get_item (LanyardRecordRow *self)
{
  g_return_val_if_fail (LANYARD_IS_RECORD_ROW (self), NULL);

  return get_private (self)->item;
}

/**
 * lanyard_record_row_get_directory:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the workspace that its records are of
 */
LanyardDirectory *
lanyard_record_row_get_directory (LanyardRecordRow *self)
{
  g_return_val_if_fail (LANYARD_IS_RECORD_ROW (self), NULL);

  return get_private (self)->directory;
}

/**
 * lanyard_record_row_get_manner:
 * @self: a row
 *
 * Returns: how much it says
 */
LanyardRowManner
lanyard_record_row_get_manner (LanyardRecordRow *self)
{
  g_return_val_if_fail (LANYARD_IS_RECORD_ROW (self), LANYARD_ROW_PLAIN);

  return get_private (self)->manner;
}

static void
lanyard_record_row_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  LanyardRecordRowPrivate *priv = get_private (LANYARD_RECORD_ROW (object));

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, priv->item);
      break;
    case PROP_DIRECTORY:
      g_value_set_object (value, priv->directory);
      break;
    case PROP_MANNER:
      g_value_set_uint (value, priv->manner);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_record_row_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  LanyardRecordRowPrivate *priv = get_private (LANYARD_RECORD_ROW (object));

  switch (prop_id)
    {
    case PROP_ITEM:
      lanyard_record_row_set_item (LANYARD_RECORD_ROW (object), g_value_get_object (value));
      break;
    case PROP_DIRECTORY:
      g_set_object (&priv->directory, g_value_get_object (value));
      break;
    case PROP_MANNER:
      priv->manner = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_record_row_dispose (GObject *object)
{
  LanyardRecordRowPrivate *priv = get_private (LANYARD_RECORD_ROW (object));

  if (priv->item_signals != NULL)
    g_signal_group_set_target (priv->item_signals, NULL);
  g_clear_object (&priv->item_signals);
  g_clear_pointer (&priv->check, gtk_widget_unparent);
  g_clear_object (&priv->item);
  g_clear_object (&priv->directory);

  G_OBJECT_CLASS (lanyard_record_row_parent_class)->dispose (object);
}

static void
lanyard_record_row_class_init (LanyardRecordRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_record_row_get_property;
  object_class->set_property = lanyard_record_row_set_property;
  object_class->dispose = lanyard_record_row_dispose;

  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, SEAM_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /* These two are set before the item. */
  properties[PROP_DIRECTORY] =
    g_param_spec_object ("directory", NULL, NULL, LANYARD_TYPE_DIRECTORY, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MANNER] =
    g_param_spec_uint ("manner", NULL, NULL, 0, G_MAXUINT, LANYARD_ROW_PLAIN,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_record_row_init (LanyardRecordRow *self)
{
  LanyardRecordRowPrivate *priv = get_private (self);

  priv->item_signals = g_signal_group_new (SEAM_TYPE_RECORD);
  g_signal_group_connect_object (priv->item_signals, "notify", G_CALLBACK (lanyard_record_row_update), self,
                                 G_CONNECT_SWAPPED);
}
