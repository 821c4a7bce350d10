/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that imports a sheet, step by step. Nothing is sent by it: what the rows ask for is handed over. */
#include "lanyard-import-window.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-columns-page.h"
#include "lanyard-help.h"
#include "lanyard-match-settling.h"
#include "lanyard-match-text.h"
#include "lanyard-matches-page.h"
#include "lanyard-names.h"
#include "lanyard-picker.h"
#include "lanyard-sheet-error-text.h"
#include "lanyard-ui.h"

struct _LanyardImportWindow
{
  AdwWindow parent_instance;

  GtkButton          *back;
  GtkButton          *next;
  GtkStack           *stack;
  AdwStatusPage      *start;
  AdwStatusPage      *failed;
  GtkButton          *open;
  GtkSpinner         *spinner;
  LanyardColumnsPage *columns;
  LanyardMatchesPage *matches;

  LanyardImport      *import;
  GSignalGroup       *matches_signals;
  GtkWindow          *picker;    /* weak; NULL unless it is open */
  guint               picked_at; /* of which row it is chosen there */
};

enum
{
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardImportWindow, lanyard_import_window, ADW_TYPE_WINDOW)

/* --- What is on show --- */

static gboolean
can_go_on (LanyardImportWindow *self)
{
  switch (lanyard_import_get_step (self->import))
    {
    case LANYARD_IMPORT_COLUMNS:
      return lanyard_sheet_columns_check (lanyard_columns_page_get_columns (self->columns), NULL)
             == LANYARD_SHEET_LACK_NOTHING;
    case LANYARD_IMPORT_MATCHES:
      return lanyard_matches_count (lanyard_import_get_matches (self->import), LANYARD_MATCH_DO) > 0;
    case LANYARD_IMPORT_START:
    case LANYARD_IMPORT_BUSY:
    case LANYARD_IMPORT_FAILED:
    default:
      return FALSE;
    }
}

static void
update_next (LanyardImportWindow *self)
{
  gboolean is_last = lanyard_import_get_step (self->import) == LANYARD_IMPORT_MATCHES;
  g_autofree char *deed = is_last ? lanyard_match_deed (lanyard_import_get_matches (self->import)) : NULL;

  gtk_button_set_label (self->next, is_last ? deed : _("_Next"));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (self->next)), PANGO_ELLIPSIZE_END);
  lanyard_names_mend (GTK_WIDGET (self->next));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", can_go_on (self));
}

static void
on_columns_changed (LanyardImportWindow *self)
{
  lanyard_import_set_columns (self->import, lanyard_columns_page_get_columns (self->columns));
  update_next (self);
}

static void
on_separator (LanyardColumnsPage  *page,
              guint                separator,
              LanyardImportWindow *self)
{
  lanyard_import_set_separator (self->import, (char) separator);
}

static void
show_matches (LanyardImportWindow *self)
{
  LanyardMatches *matches = lanyard_import_get_matches (self->import);
  g_autofree char *count = lanyard_match_count (matches);

  lanyard_matches_page_set_matches (self->matches, matches);
  g_signal_group_set_target (self->matches_signals, matches);
  lanyard_announce (GTK_WIDGET (self), count);
}

static void
show_error (LanyardImportWindow *self)
{
  g_autofree char *text = lanyard_sheet_error_text (lanyard_import_get_error (self->import));
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->failed, markup);
  lanyard_announce (GTK_WIDGET (self), text);
}

static const char * const pages[] = {
  [LANYARD_IMPORT_START] = "start",
  [LANYARD_IMPORT_BUSY] = "busy",
  [LANYARD_IMPORT_COLUMNS] = "columns",
  [LANYARD_IMPORT_MATCHES] = "matches",
  [LANYARD_IMPORT_FAILED] = "failed",
};

static void
update (LanyardImportWindow *self)
{
  LanyardImportStep step = lanyard_import_get_step (self->import);

  if (step == LANYARD_IMPORT_COLUMNS)
    lanyard_columns_page_set_sheet (self->columns, lanyard_import_get_sheet (self->import),
                                    lanyard_import_get_columns (self->import));
  else if (step == LANYARD_IMPORT_MATCHES)
    show_matches (self);
  else if (step == LANYARD_IMPORT_FAILED)
    show_error (self);
  gtk_spinner_set_spinning (self->spinner, step == LANYARD_IMPORT_BUSY);
  gtk_stack_set_visible_child_name (self->stack, pages[step]);
  gtk_widget_set_visible (GTK_WIDGET (self->back), step != LANYARD_IMPORT_START);
  gtk_widget_set_visible (GTK_WIDGET (self->next), step == LANYARD_IMPORT_COLUMNS || step == LANYARD_IMPORT_MATCHES);
  update_next (self);
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* --- Where it comes from --- */

static void
on_file_response (GtkNativeDialog     *dialog,
                  int                  response,
                  LanyardImportWindow *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))
                                                           : NULL;

  if (file != NULL)
    lanyard_import_read_file (self->import, file);
  g_object_unref (dialog);
}

static void
on_open (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_("Select File"), GTK_WINDOW (widget),
                                                              GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_file_response), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_pasted (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (LanyardImportWindow) self = LANYARD_IMPORT_WINDOW (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->import != NULL)
    lanyard_import_read_text (self->import, text != NULL ? text : "");
}

static void
on_paste (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_pasted, g_object_ref (widget));
}

static gboolean
on_drop (GtkDropTarget       *target,
         const GValue        *value,
         double               x,
         double               y,
         LanyardImportWindow *self)
{
  lanyard_import_read_file (self->import, g_value_get_object (value));
  return TRUE;
}

/* --- What matches nobody, or nothing --- */

/* A key that is pressed twice comes before the first picker has the focus. */
static void
on_search (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  LanyardImportWindow *self = LANYARD_IMPORT_WINDOW (widget);
  LanyardMatches *matches = lanyard_import_get_matches (self->import);
  guint position = g_variant_get_uint32 (parameter);
  gboolean is_user = lanyard_match_ask (lanyard_matches_get (matches, position)) == LANYARD_MATCH_ASK_ANY_USER;
  GtkWindow *picker;

  if (self->picker != NULL)
    return;
  picker = GTK_WINDOW (lanyard_picker_new (lanyard_import_get_directory (self->import),
                                           is_user ? SEAM_RECORD (lanyard_matches_get_credential (matches, position))
                                                   : SEAM_RECORD (lanyard_matches_get_user (matches, position))));
  gtk_button_set_label (GTK_BUTTON (gtk_window_get_default_widget (picker)), _("Choose"));
  self->picked_at = position;
  g_set_weak_pointer (&self->picker, picker);
  gtk_window_set_transient_for (picker, GTK_WINDOW (self));
  gtk_window_present (picker);
}

/* What the picker asks of the window that it is over: here nothing is assigned yet. */
static void
on_picked (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  LanyardImportWindow *self = LANYARD_IMPORT_WINDOW (widget);
  LanyardMatches *matches = lanyard_import_get_matches (self->import);
  LanyardMatchAsk ask = lanyard_match_ask (lanyard_matches_get (matches, self->picked_at));
  const char *credential_id, *user_id;

  g_variant_get (parameter, "(&s&s)", &credential_id, &user_id);
  lanyard_matches_choose_any (matches, self->picked_at,
                              ask == LANYARD_MATCH_ASK_ANY_USER ? user_id : credential_id);
  if (self->picker != NULL)
    gtk_window_close (self->picker);
}

/* --- Steps --- */

static void
on_back (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  lanyard_import_go_back (LANYARD_IMPORT_WINDOW (widget)->import);
}

static void
on_next (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  LanyardImportWindow *self = LANYARD_IMPORT_WINDOW (widget);

  if (lanyard_import_get_step (self->import) == LANYARD_IMPORT_COLUMNS)
    {
      lanyard_import_match (self->import);
      return;
    }
  g_signal_emit (self, signals[ACCEPTED], 0, lanyard_import_get_matches (self->import));
  gtk_window_close (GTK_WINDOW (self));
}

/* --- The class --- */

static void
lanyard_import_window_dispose (GObject *object)
{
  LanyardImportWindow *self = LANYARD_IMPORT_WINDOW (object);

  g_clear_weak_pointer (&self->picker);
  g_clear_object (&self->matches_signals);
  if (self->import != NULL)
    lanyard_import_stop (self->import);
  g_clear_object (&self->import);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_IMPORT_WINDOW);
  G_OBJECT_CLASS (lanyard_import_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, LanyardImportWindow, back);
  gtk_widget_class_bind_template_child (widget_class, LanyardImportWindow, next);
  gtk_widget_class_bind_template_child (widget_class, LanyardImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LanyardImportWindow, start);
  gtk_widget_class_bind_template_child (widget_class, LanyardImportWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, LanyardImportWindow, open);
  gtk_widget_class_bind_template_child (widget_class, LanyardImportWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardImportWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, LanyardImportWindow, matches);
}

static void
lanyard_import_window_class_init (LanyardImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_import_window_dispose;
  signals[ACCEPTED] = g_signal_new ("accepted", LANYARD_TYPE_IMPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, LANYARD_TYPE_MATCHES);
  g_type_ensure (LANYARD_TYPE_COLUMNS_PAGE);
  g_type_ensure (LANYARD_TYPE_MATCHES_PAGE);
  gtk_widget_class_install_action (widget_class, "import.open", NULL, on_open);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, on_paste);
  gtk_widget_class_install_action (widget_class, "import.search", "u", on_search);
  gtk_widget_class_install_action (widget_class, "change.assign", "(ss)", on_picked);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "import.next", NULL, on_next);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  lanyard_help_bind (widget_class, "importing");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "import.paste", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-import-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_columns_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_separator);
}

static void
lanyard_import_window_init (LanyardImportWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_names_mend (GTK_WIDGET (self));
  self->matches_signals = g_signal_group_new (LANYARD_TYPE_MATCHES);
  g_signal_group_connect_swapped (self->matches_signals, "changed", G_CALLBACK (update_next), self);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * lanyard_import_window_new:
 * @parent: the window to be over
 * @directory: the workspace to import into
 * @settings: the application's settings
 *
 * Returns: (transfer none): a window that is yet to be presented
 */
LanyardImportWindow *
lanyard_import_window_new (GtkWindow        *parent,
                           LanyardDirectory *directory,
                           GSettings        *settings)
{
  LanyardImportWindow *self = g_object_new (LANYARD_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);

  self->import = lanyard_import_new (directory, settings);
  g_signal_connect_object (self->import, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

/**
 * lanyard_import_window_get_import:
 * @self: the window
 *
 * Returns: (transfer none): what it shows
 */
LanyardImport *
lanyard_import_window_get_import (LanyardImportWindow *self)
{
  return self->import;
}
