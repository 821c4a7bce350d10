/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the preferences for a card reader, with a place to try it. */
#include "lanyard-reader-page.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-number.h"
#include "lanyard-ui.h"

struct _LanyardReaderPage
{
  AdwPreferencesPage parent_instance;

  GtkSwitch *reader_switch;
  AdwComboRow *assigns_row;
  GtkWidget *invitation_row;
  AdwActionRow *typed_row;
  AdwActionRow *number_row;
};

G_DEFINE_FINAL_TYPE (LanyardReaderPage, lanyard_reader_page, ADW_TYPE_PREFERENCES_PAGE)

static const char * const choices[] = { "ask", "at-once" };

static gboolean
get_choice (GValue   *value,
            GVariant *variant,
            gpointer  user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      if (g_str_equal (g_variant_get_string (variant, NULL), choices[i]))
        g_value_set_uint (value, i);
    }

  return TRUE;
}

static GVariant *
set_choice (const GValue       *value,
            const GVariantType *type,
            gpointer            user_data)
{
  guint selected = g_value_get_uint (value);

  return selected < G_N_ELEMENTS (choices) ? g_variant_new_string (choices[selected]) : NULL;
}

static void
show_scan (LanyardReaderPage *self,
           const char         *typed,
           const char         *number)
{
  gtk_widget_set_visible (self->invitation_row, typed == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->typed_row), typed != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->number_row), typed != NULL);
  adw_action_row_set_subtitle (self->typed_row, typed != NULL ? typed : "");
  adw_action_row_set_subtitle (self->number_row, number != NULL ? number : "");
}

/* What was tried is nobody's business afterwards. */
static void
lanyard_reader_page_unmap (GtkWidget *widget)
{
  show_scan (LANYARD_READER_PAGE (widget), NULL, NULL);

  GTK_WIDGET_CLASS (lanyard_reader_page_parent_class)->unmap (widget);
}

/* What can't be seen is shown by a sign for it. */
static char *
make_visible (const char *raw)
{
  g_autoptr (GString) text = g_string_new (raw);

  g_string_replace (text, "\t", "⇥", 0);
  g_string_replace (text, "\n", "⏎", 0);
  g_string_replace (text, " ", "␣", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_number (const char *raw)
{
  g_autoptr (LanyardNumber) number = NULL;
  g_autoptr (GError) error = NULL;

  number = lanyard_number_new_scanned (raw, &error);
  if (number == NULL)
    return g_strdup (_("Not a card number"));

  return g_strdup (lanyard_number_get_text (number));
}

/**
 * lanyard_reader_page_scanned:
 * @self: the page
 * @raw: what a card reader typed
 *
 * Shows it, and what it is taken for.
 */
void
lanyard_reader_page_scanned (LanyardReaderPage *self,
                              const char         *raw)
{
  g_autofree char *typed = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (LANYARD_IS_READER_PAGE (self));
  g_return_if_fail (raw != NULL);

  typed = make_visible (raw);
  number = describe_number (raw);
  show_scan (self, typed, number);
  /* Translators: %s is a number, or that it is none */
  text = g_strdup_printf (_("Card number: %s"), number);
  lanyard_announce (GTK_WIDGET (self), text);
}

/**
 * lanyard_reader_page_bind:
 * @self: the page
 * @settings: the application's settings
 *
 * Shows the settings, and changes them.
 */
void
lanyard_reader_page_bind (LanyardReaderPage *self,
                           GSettings          *settings)
{
  g_return_if_fail (LANYARD_IS_READER_PAGE (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_bind (settings, "card-reader", self->reader_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "card-reader-assigns", self->assigns_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_choice, set_choice, NULL, NULL);
}

static void
lanyard_reader_page_class_init (LanyardReaderPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->unmap = lanyard_reader_page_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-reader-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardReaderPage, reader_switch);
  gtk_widget_class_bind_template_child (widget_class, LanyardReaderPage, assigns_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardReaderPage, invitation_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardReaderPage, typed_row);
  gtk_widget_class_bind_template_child (widget_class, LanyardReaderPage, number_row);
}

static void
lanyard_reader_page_init (LanyardReaderPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
