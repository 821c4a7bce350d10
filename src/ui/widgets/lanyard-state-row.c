/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that says how something stands: in words, with a sign where somebody should look, and whether it is waiting. */
#include "lanyard-state-row.h"

#include "lanyard-sign-image.h"

struct _LanyardStateRow
{
  AdwActionRow parent_instance;

  GtkImage   *image;
  GtkSpinner *spinner;

  LanyardSign sign;
};

G_DEFINE_FINAL_TYPE (LanyardStateRow, lanyard_state_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_VALUE,
  PROP_SIGN,
  PROP_WAITING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_value (LanyardStateRow *self,
           const char      *value)
{
  if (value == NULL)
    value = "";
  if (g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (self)), value) == 0)
    return;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static void
set_sign (LanyardStateRow *self,
          LanyardSign      sign)
{
  if (self->sign == sign)
    return;

  self->sign = sign;
  lanyard_sign_image_show (self->image, sign, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIGN]);
}

static void
set_waiting (LanyardStateRow *self,
             gboolean         waiting)
{
  if (gtk_spinner_get_spinning (self->spinner) == waiting)
    return;

  gtk_spinner_set_spinning (self->spinner, waiting);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
lanyard_state_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LanyardStateRow *self = LANYARD_STATE_ROW (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_string (value, adw_action_row_get_subtitle (ADW_ACTION_ROW (self)));
      break;
    case PROP_SIGN:
      g_value_set_enum (value, self->sign);
      break;
    case PROP_WAITING:
      g_value_set_boolean (value, gtk_spinner_get_spinning (self->spinner));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_state_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LanyardStateRow *self = LANYARD_STATE_ROW (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      set_value (self, g_value_get_string (value));
      break;
    case PROP_SIGN:
      set_sign (self, g_value_get_enum (value));
      break;
    case PROP_WAITING:
      set_waiting (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_state_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_STATE_ROW);

  G_OBJECT_CLASS (lanyard_state_row_parent_class)->dispose (object);
}

static void
lanyard_state_row_class_init (LanyardStateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_state_row_get_property;
  object_class->set_property = lanyard_state_row_set_property;
  object_class->dispose = lanyard_state_row_dispose;

  properties[PROP_VALUE] =
    g_param_spec_string ("value", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SIGN] =
    g_param_spec_enum ("sign", NULL, NULL, LANYARD_TYPE_SIGN, LANYARD_SIGN_NONE,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_WAITING] =
    g_param_spec_boolean ("waiting", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-state-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardStateRow, image);
  gtk_widget_class_bind_template_child (widget_class, LanyardStateRow, spinner);
}

static void
lanyard_state_row_init (LanyardStateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
