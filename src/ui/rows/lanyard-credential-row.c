/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One credential in a long list. */
#include "lanyard-credential-row.h"

#include "lanyard-credential-text.h"
#include "lanyard-row-label.h"
#include "lanyard-row-text.h"
#include "lanyard-sign-image.h"
#include "lanyard-timely.h"

struct _LanyardCredentialRow
{
  GtkWidget parent_instance;

  GtkImage       *kind;
  GtkWidget      *texts;
  GtkInscription *name;
  GtkInscription *number;
  GtkInscription *below;
  GtkImage       *sign;
  GtkWidget      *spinner; /* NULL unless busy */

  SeamCredential   *item;
  GSignalGroup     *item_signals;
  GSignalGroup     *holder_signals;
  LanyardDirectory *directory;
  guint             manner; /* LanyardRowManner */
};

static void timely_init (LanyardTimelyInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardCredentialRow, lanyard_credential_row, GTK_TYPE_WIDGET,
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

/* Hardly a row is ever busy, so the spinner is only made for one that is. */
static void
show_busy (LanyardCredentialRow *self,
           gboolean              busy)
{
  if (busy && self->spinner == NULL)
    {
      self->spinner = g_object_new (GTK_TYPE_SPINNER, "spinning", TRUE, NULL);
      gtk_widget_insert_after (self->spinner, GTK_WIDGET (self), self->texts);
    }
  else if (!busy && self->spinner != NULL)
    g_clear_pointer (&self->spinner, gtk_widget_unparent);
}

static SeamSystem *
get_system (LanyardCredentialRow *self)
{
  if (self->directory == NULL)
    return NULL;

  return lanyard_directory_lookup_system (self->directory, seam_credential_get_system_id (self->item));
}

/* By hand, and not bound, for the reason that is measured in lanyard-user-row.c. */
static void
update (LanyardCredentialRow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;
  g_autofree char *below = NULL;
  g_autofree char *sign_text = NULL;
  g_autofree char *label = NULL;
  LanyardSign sign;

  if (self->item == NULL)
    return;

  g_signal_group_set_target (self->holder_signals, seam_credential_get_holder (self->item));
  name = lanyard_credential_name (self->item);
  number = lanyard_row_text_number (self->item);
  below = lanyard_row_text_credential (self->item, self->directory, self->manner);
  sign = lanyard_credential_sign (self->item, get_system (self), &sign_text);

  gtk_image_set_from_icon_name (self->kind, lanyard_credential_icon_name (self->item));
  lanyard_row_label_set_line (self->name, name);
  gtk_inscription_set_text (self->number, number);
  gtk_widget_set_visible (GTK_WIDGET (self->number), number != NULL);
  lanyard_row_label_set_line (self->below, below);
  lanyard_sign_image_show (self->sign, sign, sign_text);
  show_busy (self, seam_credential_get_busy (self->item));

  label = lanyard_row_text_read_out (SEAM_RECORD (self->item), self->directory, self->manner);
  lanyard_row_label_set (GTK_WIDGET (self), label);
}

static void
lanyard_credential_row_update_time (LanyardTimely *timely)
{
  update (LANYARD_CREDENTIAL_ROW (timely));
}

static void
timely_init (LanyardTimelyInterface *iface)
{
  iface->update_time = lanyard_credential_row_update_time;
}

/**
 * lanyard_credential_row_set_item:
 * @self: a row
 * @item: (nullable): the credential to show
 */
void
lanyard_credential_row_set_item (LanyardCredentialRow *self,
                                 SeamCredential       *item)
{
  g_return_if_fail (LANYARD_IS_CREDENTIAL_ROW (self));
  g_return_if_fail (item == NULL || SEAM_IS_CREDENTIAL (item));

  if (!g_set_object (&self->item, item))
    return;

  g_signal_group_set_target (self->item_signals, item);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

static void
lanyard_credential_row_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  LanyardCredentialRow *self = LANYARD_CREDENTIAL_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_DIRECTORY:
      g_value_set_object (value, self->directory);
      break;
    case PROP_MANNER:
      g_value_set_uint (value, self->manner);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_credential_row_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  LanyardCredentialRow *self = LANYARD_CREDENTIAL_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      lanyard_credential_row_set_item (self, g_value_get_object (value));
      break;
    case PROP_DIRECTORY:
      g_set_object (&self->directory, g_value_get_object (value));
      break;
    case PROP_MANNER:
      self->manner = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_credential_row_dispose (GObject *object)
{
  LanyardCredentialRow *self = LANYARD_CREDENTIAL_ROW (object);

  if (self->item_signals != NULL)
    g_signal_group_set_target (self->item_signals, NULL);
  if (self->holder_signals != NULL)
    g_signal_group_set_target (self->holder_signals, NULL);
  g_clear_pointer (&self->spinner, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_CREDENTIAL_ROW);
  g_clear_object (&self->item_signals);
  g_clear_object (&self->holder_signals);
  g_clear_object (&self->item);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_credential_row_parent_class)->dispose (object);
}

static void
lanyard_credential_row_class_init (LanyardCredentialRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_credential_row_get_property;
  object_class->set_property = lanyard_credential_row_set_property;
  object_class->dispose = lanyard_credential_row_dispose;

  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, SEAM_TYPE_CREDENTIAL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /* These two are set before the item. */
  properties[PROP_DIRECTORY] =
    g_param_spec_object ("directory", NULL, NULL, LANYARD_TYPE_DIRECTORY, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MANNER] =
    g_param_spec_uint ("manner", NULL, NULL, 0, G_MAXUINT, LANYARD_ROW_PLAIN,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-credential-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialRow, kind);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialRow, texts);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialRow, name);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialRow, number);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialRow, below);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialRow, sign);
}

static void
lanyard_credential_row_init (LanyardCredentialRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->item_signals = g_signal_group_new (SEAM_TYPE_CREDENTIAL);
  g_signal_group_connect_object (self->item_signals, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  self->holder_signals = g_signal_group_new (SEAM_TYPE_USER);
  g_signal_group_connect_object (self->holder_signals, "notify::display-name", G_CALLBACK (update), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * lanyard_credential_row_new:
 * @taking: whether choosing the row takes the credential from who has it
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
lanyard_credential_row_new (gboolean taking)
{
  return g_object_new (LANYARD_TYPE_CREDENTIAL_ROW, "manner", taking ? LANYARD_ROW_TAKING : LANYARD_ROW_PLAIN,
                       NULL);
}
