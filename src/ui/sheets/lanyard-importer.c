/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets sheets be imported into the workspace of a window: by its menu, dropped on it, or pasted. */
#include "lanyard-importer.h"

#include <string.h>

#include "lanyard-import-plan.h"
#include "lanyard-import-window.h"

/* Under which a window has its importer. */
#define KEY "lanyard-importer"

struct _LanyardImporter
{
  GObject parent_instance;

  GtkWindow       *window; /* which owns this */
  LanyardExecutor *executor;
  GSettings       *settings;
};

G_DEFINE_FINAL_TYPE (LanyardImporter, lanyard_importer, G_TYPE_OBJECT)

/* What is planned is about the workspace that was on show. */
static void
on_accepted (LanyardImportWindow *import_window,
             LanyardMatches      *matches,
             LanyardImporter     *self)
{
  LanyardChanges *changes = lanyard_executor_get_changes (self->executor);
  g_autoptr (GPtrArray) plan = NULL;
  g_autoptr (LanyardBatch) batch = NULL;

  if (changes == NULL || changes != g_object_get_data (G_OBJECT (import_window), "changes"))
    return;
  plan = lanyard_import_plan_new (matches);
  batch = lanyard_batch_new (changes, plan);
  lanyard_batches_run (lanyard_executor_get_batches (self->executor), batch);
}

/* What is to be imported into a workspace is given up with it. */
static void
on_open_changed (GtkWindow       *import_window,
                 GParamSpec      *pspec,
                 LanyardExecutor *executor)
{
  gboolean open;

  g_object_get (executor, "open", &open, NULL);
  if (!open)
    gtk_window_destroy (import_window);
}

static LanyardImport *
begin (LanyardImporter *self)
{
  LanyardChanges *changes = lanyard_executor_get_changes (self->executor);
  LanyardImportWindow *import_window;

  if (changes == NULL || !lanyard_executor_may_write (self->executor))
    return NULL;
  import_window = lanyard_import_window_new (self->window, lanyard_changes_get_directory (changes), self->settings);
  g_object_set_data_full (G_OBJECT (import_window), "changes", g_object_ref (changes), g_object_unref);
  g_signal_connect_object (import_window, "accepted", G_CALLBACK (on_accepted), self, 0);
  g_signal_connect_object (self->executor, "notify::open", G_CALLBACK (on_open_changed), import_window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (import_window));
  return lanyard_import_window_get_import (import_window);
}

static gboolean
is_open (LanyardImporter *self)
{
  gboolean open;

  g_object_get (self->executor, "open", &open, NULL);
  return open;
}

static void
on_import (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  begin (user_data);
}

static gboolean
on_drop (GtkDropTarget   *target,
         const GValue    *value,
         double           x,
         double           y,
         LanyardImporter *self)
{
  LanyardImport *import = is_open (self) ? begin (self) : NULL;

  if (import != NULL)
    lanyard_import_read_file (import, g_value_get_object (value));
  return import != NULL;
}

/* A word or a number was meant for somewhere else. */
static void
on_pasted (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWindow) window = GTK_WINDOW (user_data);
  LanyardImporter *self = g_object_get_data (G_OBJECT (window), KEY);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  LanyardImport *import = NULL;

  if (text != NULL && strpbrk (text, "\t\n") != NULL && is_open (self))
    import = begin (self);
  if (import != NULL)
    lanyard_import_read_text (import, text);
}

static void
on_paste (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkWindow *window = LANYARD_IMPORTER (user_data)->window;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, on_pasted,
                                 g_object_ref (window));
}

static void
lanyard_importer_finalize (GObject *object)
{
  LanyardImporter *self = LANYARD_IMPORTER (object);

  g_clear_object (&self->executor);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (lanyard_importer_parent_class)->finalize (object);
}

static void
lanyard_importer_class_init (LanyardImporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_importer_finalize;
}

static void
lanyard_importer_init (LanyardImporter *self)
{
}

static void
add_actions (LanyardImporter *self)
{
  static const GActionEntry entries[] = {
    { "import", on_import },
    { "paste", on_paste },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_object_bind_property (self->executor, "open", g_action_map_lookup_action (G_ACTION_MAP (group), entries[i].name),
                            "enabled", G_BINDING_SYNC_CREATE);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "sheet", G_ACTION_GROUP (group));
}

/* As what bubbles up: pasting into an entry is the entry's. */
static void
add_key (LanyardImporter *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK),
                                            gtk_named_action_new ("sheet.paste"));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self->window), controller);
}

/**
 * lanyard_importer_watch:
 * @window: (transfer none): a window, which owns the importer from then on
 * @executor: who carries out what is asked there
 * @settings: the application's settings, where it is remembered what the columns of sheets are
 *
 * Takes sheets that are dropped on @window, and gives it the actions "sheet.import" and "sheet.paste", which are on
 * while a workspace is open.
 */
void
lanyard_importer_watch (GtkWindow       *window,
                        LanyardExecutor *executor,
                        GSettings       *settings)
{
  LanyardImporter *self = g_object_new (LANYARD_TYPE_IMPORTER, NULL);
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->window = window;
  self->executor = g_object_ref (executor);
  self->settings = g_object_ref (settings);
  add_actions (self);
  add_key (self);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
  g_object_set_data_full (G_OBJECT (window), KEY, self, g_object_unref);
}
