/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The step of an import on which it is said what the columns are: a row for each, with what is in it first. */
#include "lanyard-columns-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lanyard-name-text.h"
#include "lanyard-ui.h"

/* So many values of a column are shown. */
#define N_SHOWN 3

struct _LanyardColumnsPage
{
  AdwBin parent_instance;

  GtkLabel    *advice;
  GtkListBox  *list;
  GtkSwitch   *header;
  AdwComboRow *separator;

  LanyardSheet       *sheet;
  LanyardSheetColumns columns;
  gboolean            is_filling;
};

enum
{
  CHANGED,
  SEPARATOR,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardColumnsPage, lanyard_columns_page, ADW_TYPE_BIN)

static const char separators[] = ",;\t|";

static const char * const meanings[] = {
  [LANYARD_SHEET_MEANING_NONE] = N_("Not Used"),
  [LANYARD_SHEET_MEANING_USER_ID] = N_("User ID"),
  [LANYARD_SHEET_MEANING_EMAIL] = N_("Email"),
  [LANYARD_SHEET_MEANING_PHONE] = N_("Phone"),
  [LANYARD_SHEET_MEANING_NAME] = N_("Full Name"),
  [LANYARD_SHEET_MEANING_FIRST_NAME] = N_("First Name"),
  [LANYARD_SHEET_MEANING_LAST_NAME] = N_("Last Name"),
  [LANYARD_SHEET_MEANING_CARD_NUMBER] = N_("Card Number"),
  [LANYARD_SHEET_MEANING_CREDENTIAL_ID] = N_("Credential ID"),
  [LANYARD_SHEET_MEANING_SYSTEM] = N_("Access System"),
  [LANYARD_SHEET_MEANING_ACTION] = N_("Action"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (meanings) == LANYARD_SHEET_N_MEANINGS);

/* --- What is still to be said --- */

static void
update_advice (LanyardColumnsPage *self)
{
  LanyardSheetMeaning meaning = LANYARD_SHEET_MEANING_NONE;
  g_autofree char *text = NULL;

  switch (lanyard_sheet_columns_check (&self->columns, &meaning))
    {
    case LANYARD_SHEET_LACK_CREDENTIAL:
      text = g_strdup (_("Select the column that contains card numbers or credential IDs."));
      break;
    case LANYARD_SHEET_LACK_USER:
      text = g_strdup (_("Select the column that identifies users, for example their email."));
      break;
    case LANYARD_SHEET_LACK_ONE_MEANING:
      /* Translators: %s is what a column contains, such as Email */
      text = g_strdup_printf (_("Two columns are set to “%s”. Select it for one column only."),
                              gettext (meanings[meaning]));
      break;
    case LANYARD_SHEET_LACK_NOTHING:
    default:
      text = g_strdup (_("Check what each column contains. No changes are made yet."));
      break;
    }
  gtk_label_set_text (self->advice, text);
}

static void
change (LanyardColumnsPage *self)
{
  update_advice (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- The columns --- */

static void
on_meaning (GtkDropDown        *drop_down,
            GParamSpec         *pspec,
            LanyardColumnsPage *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "column"));

  self->columns.meanings[column] = (guint8) gtk_drop_down_get_selected (drop_down);
  change (self);
}

static char *
dup_title (LanyardColumnsPage *self,
           guint               column)
{
  const char *header = self->columns.has_header ? lanyard_sheet_get_cell (self->sheet, 0, column) : "";

  if (*header != '\0')
    return lanyard_name_text (header);
  /* Translators: %u is the number of a column of a table */
  return g_strdup_printf (_("Column %u"), column + 1);
}

static char *
dup_values (LanyardColumnsPage *self,
            guint               column)
{
  guint first = self->columns.has_header ? 1 : 0;
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint row = first; row < MIN (lanyard_sheet_get_n_rows (self->sheet), first + N_SHOWN); row++)
    {
      const char *cell = lanyard_sheet_get_cell (self->sheet, row, column);
      g_autofree char *text = *cell != '\0' ? lanyard_name_text (cell) : NULL;

      g_string_append_printf (values, "%s%s", values->len > 0 ? " · " : "", text != NULL ? text : "—");
    }
  return g_string_free (g_steal_pointer (&values), FALSE);
}

static GtkWidget *
new_choice (LanyardColumnsPage *self,
            guint               column,
            const char         *title)
{
  GtkStringList *choices = gtk_string_list_new (NULL);
  GtkWidget *drop_down;
  g_autofree char *label = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    gtk_string_list_append (choices, gettext (meanings[i]));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (choices), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), self->columns.meanings[column]);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  /* Translators: %s is the name of a column of a table */
  label = g_strdup_printf (_("Contents of %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (drop_down), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_meaning), self, 0);
  return drop_down;
}

static void
add_column (LanyardColumnsPage *self,
            guint               column)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = dup_title (self, column);
  g_autofree char *values = dup_values (self, column);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), values);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_choice (self, column, title));
  gtk_list_box_append (self->list, row);
}

static void
fill (LanyardColumnsPage *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->columns.n; i++)
    add_column (self, i);
}

static void
on_header (LanyardColumnsPage *self)
{
  if (self->is_filling)
    return;
  self->columns.has_header = gtk_switch_get_active (self->header);
  fill (self);
  change (self);
}

static void
on_separator (LanyardColumnsPage *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SEPARATOR], 0, (guint) separators[adw_combo_row_get_selected (self->separator)]);
}

/* --- The class --- */

static void
lanyard_columns_page_dispose (GObject *object)
{
  LanyardColumnsPage *self = LANYARD_COLUMNS_PAGE (object);

  self->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_COLUMNS_PAGE);
  g_clear_pointer (&self->sheet, lanyard_sheet_unref);
  G_OBJECT_CLASS (lanyard_columns_page_parent_class)->dispose (object);
}

static void
lanyard_columns_page_class_init (LanyardColumnsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_columns_page_dispose;
  signals[CHANGED] = g_signal_new ("changed", LANYARD_TYPE_COLUMNS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[SEPARATOR] = g_signal_new ("separator", LANYARD_TYPE_COLUMNS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-columns-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardColumnsPage, advice);
  gtk_widget_class_bind_template_child (widget_class, LanyardColumnsPage, list);
  gtk_widget_class_bind_template_child (widget_class, LanyardColumnsPage, header);
  gtk_widget_class_bind_template_child (widget_class, LanyardColumnsPage, separator);
  gtk_widget_class_bind_template_callback (widget_class, on_header);
  gtk_widget_class_bind_template_callback (widget_class, on_separator);
}

static void
lanyard_columns_page_init (LanyardColumnsPage *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
}

/**
 * lanyard_columns_page_set_sheet:
 * @self: the page
 * @sheet: a table
 * @columns: what its columns seem to say
 *
 * Shows the columns of a table.
 */
void
lanyard_columns_page_set_sheet (LanyardColumnsPage        *self,
                                LanyardSheet              *sheet,
                                const LanyardSheetColumns *columns)
{
  const char *separator = strchr (separators, lanyard_sheet_get_separator (sheet));

  lanyard_sheet_ref (sheet);
  g_clear_pointer (&self->sheet, lanyard_sheet_unref);
  self->sheet = sheet;
  self->columns = *columns;
  self->is_filling = TRUE;
  gtk_switch_set_active (self->header, columns->has_header);
  adw_combo_row_set_selected (self->separator, (guint) (separator - separators));
  self->is_filling = FALSE;
  fill (self);
  update_advice (self);
}

/**
 * lanyard_columns_page_get_columns:
 * @self: the page
 *
 * Returns: (transfer none): what is said of the columns
 */
const LanyardSheetColumns *
lanyard_columns_page_get_columns (LanyardColumnsPage *self)
{
  return &self->columns;
}
