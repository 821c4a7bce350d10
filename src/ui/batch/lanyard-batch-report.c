/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that says what came of each change of a batch, with what can be done about all of it. */
#include "lanyard-batch-report.h"

#include <glib/gi18n.h>

#include "lanyard-batch-line.h"
#include "lanyard-batch-progress-text.h"
#include "lanyard-help.h"
#include "lanyard-names.h"
#include "lanyard-row-label.h"
#include "lanyard-ui.h"

struct _LanyardBatchReport
{
  AdwWindow parent_instance;

  GtkLabel    *summary;
  GtkListView *list;
  GtkWidget   *actions;
  GtkWidget   *retry_button;
  GtkWidget   *check_button;
  GtkWidget   *undo_button;

  LanyardBatch *batch;
  GtkWidget    *asker; /* weak: whose actions are to be used */
};

G_DEFINE_FINAL_TYPE (LanyardBatchReport, lanyard_batch_report, ADW_TYPE_WINDOW)

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (text, "caption");
  gtk_widget_add_css_class (text, "dim-label");
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), text);
  gtk_box_append (GTK_BOX (row), gtk_image_new ());
  gtk_box_append (GTK_BOX (row), texts);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  LanyardBatchLine *line = gtk_list_item_get_item (item);
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *name = gtk_widget_get_first_child (gtk_widget_get_next_sibling (image));
  g_autofree char *label = NULL;

  gtk_image_set_from_icon_name (GTK_IMAGE (image), lanyard_batch_line_get_icon (line));
  gtk_label_set_label (GTK_LABEL (name), lanyard_batch_line_get_name (line));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)), lanyard_batch_line_get_text (line));
  label = g_strdup_printf (_("%s, %s"), lanyard_batch_line_get_name (line), lanyard_batch_line_get_text (line));
  lanyard_row_label_set (gtk_list_item_get_child (item), label);
}

static guint
get_count (LanyardBatchReport *self,
           const char         *name)
{
  guint n;

  g_object_get (self->batch, name, &n, NULL);
  return n;
}

/* Rows are made only for what is on show, however many there are. */
static GListModel *
make_lines (LanyardBatch *batch)
{
  guint n = lanyard_batch_get_n_items (batch);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *store = g_list_store_new (LANYARD_TYPE_BATCH_LINE);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (lines, lanyard_batch_line_new (batch, i));
  g_ptr_array_sort (lines, lanyard_batch_line_compare);
  g_list_store_splice (store, 0, 0, lines->pdata, lines->len);
  return G_LIST_MODEL (store);
}

static void
update (LanyardBatchReport *self)
{
  g_autofree char *text = lanyard_batch_progress_text (self->batch);
  gboolean over = lanyard_batch_get_state (self->batch) == LANYARD_BATCH_STATE_ENDED;

  gtk_label_set_label (self->summary, text);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (make_lines (self->batch))));
  gtk_widget_set_visible (self->retry_button, get_count (self, "n-refused") > 0);
  gtk_widget_set_visible (self->check_button, get_count (self, "n-refused") == 0 && get_count (self, "n-unknown") > 0);
  gtk_widget_set_visible (self->undo_button, get_count (self, "n-done") > 0);
  gtk_widget_set_visible (self->actions, over);
}

static void
act (LanyardBatchReport *self,
     const char         *action)
{
  if (self->asker != NULL)
    gtk_widget_activate_action (self->asker, action, "x", lanyard_batch_get_number (self->batch));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_retry (LanyardBatchReport *self)
{
  act (self, "change.retry-batch");
}

static void
on_undo (LanyardBatchReport *self)
{
  act (self, "change.undo-batch");
}

static void
lanyard_batch_report_dispose (GObject *object)
{
  LanyardBatchReport *self = LANYARD_BATCH_REPORT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_BATCH_REPORT);
  g_clear_weak_pointer (&self->asker);
  g_clear_object (&self->batch);

  G_OBJECT_CLASS (lanyard_batch_report_parent_class)->dispose (object);
}

static void
lanyard_batch_report_class_init (LanyardBatchReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_batch_report_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  lanyard_help_bind (widget_class, "many");
  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-batch-report.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardBatchReport, summary);
  gtk_widget_class_bind_template_child (widget_class, LanyardBatchReport, list);
  gtk_widget_class_bind_template_child (widget_class, LanyardBatchReport, actions);
  gtk_widget_class_bind_template_child (widget_class, LanyardBatchReport, retry_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardBatchReport, check_button);
  gtk_widget_class_bind_template_child (widget_class, LanyardBatchReport, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_undo);
}

static void
lanyard_batch_report_init (LanyardBatchReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_names_mend (GTK_WIDGET (self));
}

/**
 * lanyard_batch_report_present:
 * @widget: in whose window it is asked for
 * @batch: a batch
 *
 * Shows what came of each of its changes so far.
 */
void
lanyard_batch_report_present (GtkWidget    *widget,
                              LanyardBatch *batch)
{
  GtkWidget *window;
  LanyardBatchReport *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (LANYARD_IS_BATCH (batch));

  window = GTK_WIDGET (gtk_widget_get_root (widget));
  self = g_object_new (LANYARD_TYPE_BATCH_REPORT, "transient-for", window, NULL);
  self->batch = g_object_ref (batch);
  g_set_weak_pointer (&self->asker, window);
  g_signal_connect_object (batch, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
