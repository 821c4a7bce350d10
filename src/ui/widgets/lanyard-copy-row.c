/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row with a value and, where somebody would paste it elsewhere, a button that copies it; without a value there is
 * no row. */
#include "lanyard-copy-row.h"

#include <glib/gi18n.h>

#include "lanyard-clipboard.h"
#include "lanyard-name-text.h"
#include "lanyard-names.h"

struct _LanyardCopyRow
{
  AdwActionRow parent_instance;

  GtkWidget *copy;
  char      *value;
};

G_DEFINE_FINAL_TYPE (LanyardCopyRow, lanyard_copy_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_VALUE,
  PROP_COPYABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  LanyardCopyRow *self = LANYARD_COPY_ROW (widget);
  g_autofree char *toast = NULL;

  if (self->value == NULL)
    return;

  /* Translators: %s is what was copied, for instance "Email" */
  toast = g_strdup_printf (_("%s copied"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  lanyard_clipboard_copy (widget, self->value, toast);
}

static void
on_title_changed (LanyardCopyRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  /* Translators: %s is what is copied, for instance "Email" */
  g_autofree char *label = g_strdup_printf (_("Copy %s"), title);

  gtk_widget_set_tooltip_text (self->copy, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * lanyard_copy_row_set_value:
 * @self: a row
 * @value: (nullable): what to show and to copy
 */
void
lanyard_copy_row_set_value (LanyardCopyRow *self,
                            const char     *value)
{
  g_autofree char *shown = NULL;
  g_autofree char *line = NULL;

  g_return_if_fail (LANYARD_IS_COPY_ROW (self));

  if (g_strcmp0 (self->value, value) == 0)
    return;

  g_free (self->value);
  self->value = g_strdup (value);
  shown = lanyard_name_text (value);
  if (shown != NULL)
    line = lanyard_name_on_line (shown, gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), line != NULL ? line : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  shown != NULL ? shown : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self), shown != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

/**
 * lanyard_copy_row_get_value:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what is copied
 */
const char *
lanyard_copy_row_get_value (LanyardCopyRow *self)
{
  g_return_val_if_fail (LANYARD_IS_COPY_ROW (self), NULL);

  return self->value;
}

static void
lanyard_copy_row_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  LanyardCopyRow *self = LANYARD_COPY_ROW (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_COPYABLE:
      g_value_set_boolean (value, gtk_widget_get_visible (self->copy));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_copy_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  LanyardCopyRow *self = LANYARD_COPY_ROW (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      lanyard_copy_row_set_value (self, g_value_get_string (value));
      break;
    case PROP_COPYABLE:
      if (gtk_widget_get_visible (self->copy) == g_value_get_boolean (value))
        break;
      gtk_widget_set_visible (self->copy, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_copy_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_COPY_ROW);

  G_OBJECT_CLASS (lanyard_copy_row_parent_class)->dispose (object);
}

static void
lanyard_copy_row_finalize (GObject *object)
{
  LanyardCopyRow *self = LANYARD_COPY_ROW (object);

  g_clear_pointer (&self->value, g_free);

  G_OBJECT_CLASS (lanyard_copy_row_parent_class)->finalize (object);
}

static void
lanyard_copy_row_class_init (LanyardCopyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lanyard_copy_row_get_property;
  object_class->set_property = lanyard_copy_row_set_property;
  object_class->dispose = lanyard_copy_row_dispose;
  object_class->finalize = lanyard_copy_row_finalize;

  properties[PROP_VALUE] =
    g_param_spec_string ("value", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_COPYABLE] =
    g_param_spec_boolean ("copyable", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "copy-row.copy", NULL, copy_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-copy-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardCopyRow, copy);
}

/* A hyphen where an email address or an ID goes on in the next line would be read as a part of it. */
static void
leave_out_hyphens (GtkWidget *widget)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (GTK_IS_LABEL (widget))
    {
      pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
      gtk_label_set_attributes (GTK_LABEL (widget), attributes);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    leave_out_hyphens (child);
}

static void
lanyard_copy_row_init (LanyardCopyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_names_mend (GTK_WIDGET (self));
  leave_out_hyphens (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title_changed), NULL);
}
