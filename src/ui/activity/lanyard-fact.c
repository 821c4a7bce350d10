/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of the things that are known of a change, and what a click on it does. */
#include "lanyard-fact.h"

#include <glib/gi18n.h>

#include "lanyard-ui.h"

struct _LanyardFact
{
  GtkWidget parent_instance;

  GtkButton *button;
  GtkLabel  *title_label;
  GtkLabel  *value_label;
  GtkLabel  *missing_label;
  GtkImage  *icon;
};

G_DEFINE_FINAL_TYPE (LanyardFact, lanyard_fact, GTK_TYPE_WIDGET)

enum
{
  PROP_TITLE = 1,
  PROP_ICON_NAME,
  PROP_ACTION_NAME,
  N_PROPS,
};

/**
 * lanyard_fact_set_value:
 * @self: a fact
 * @value: (nullable): what is known; without it there is nothing to be seen
 * @target: (nullable): what the action is given
 * @missing: (nullable): why nothing can be done with it
 */
void
lanyard_fact_set_value (LanyardFact *self,
                        const char  *value,
                        const char  *target,
                        const char  *missing)
{
  g_autofree char *label = NULL;

  g_return_if_fail (LANYARD_IS_FACT (self));
  g_return_if_fail (value == NULL || target != NULL || missing != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), value != NULL);
  if (value == NULL)
    return;

  gtk_label_set_label (self->value_label, value);
  gtk_label_set_label (self->missing_label, missing != NULL ? missing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing_label), missing != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), missing == NULL);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", target);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), missing == NULL);
  label = g_strdup_printf (_("%s, %s"), gtk_label_get_label (self->title_label), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
lanyard_fact_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  LanyardFact *self = LANYARD_FACT (object);

  switch (id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->title_label, g_value_get_string (value));
      break;
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (self->icon, g_value_get_string (value));
      break;
    case PROP_ACTION_NAME:
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", "");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_fact_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_FACT);

  G_OBJECT_CLASS (lanyard_fact_parent_class)->dispose (object);
}

static void
lanyard_fact_class_init (LanyardFactClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lanyard_fact_set_property;
  object_class->dispose = lanyard_fact_dispose;

  g_object_class_install_property (object_class, PROP_TITLE, g_param_spec_string ("title", NULL, NULL, "", flags));
  g_object_class_install_property (object_class, PROP_ICON_NAME,
                                   g_param_spec_string ("icon-name", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_ACTION_NAME,
                                   g_param_spec_string ("action-name", NULL, NULL, NULL, flags));
  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-fact.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardFact, button);
  gtk_widget_class_bind_template_child (widget_class, LanyardFact, title_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardFact, value_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardFact, missing_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardFact, icon);
}

static void
lanyard_fact_init (LanyardFact *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
