/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window behind Details: what happened, and what the server or a library wrote, to be read, selected and copied. */
#include "lanyard-report-window.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-error-report.h"
#include "lanyard-names.h"
#include "lanyard-ui.h"

struct _LanyardReportWindow
{
  AdwWindow parent_instance;

  GtkListBox *list;
  GtkButton  *copy;

  GVariant *report;
};

G_DEFINE_FINAL_TYPE (LanyardReportWindow, lanyard_report_window, ADW_TYPE_WINDOW)

static void
on_copy (LanyardReportWindow *self)
{
  g_autofree char *text = lanyard_report_text (self->report);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_button_set_label (self->copy, _("Copied"));
  lanyard_announce (GTK_WIDGET (self), _("Copied"));
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", text,
                       "xalign", 0.0,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "css-classes", (const char *[]) { css_class, NULL },
                       NULL);
}

static void
add_line (LanyardReportWindow *self,
          const char          *about,
          const char          *says)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3,
                                 "margin-top", 9, "margin-bottom", 9, "margin-start", 12, "margin-end", 12, NULL);
  GtkWidget *title = new_label (about, "caption");
  GtkWidget *label = new_label (says, "body");

  gtk_widget_add_css_class (title, "dim-label");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, title, NULL, -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_append (self->list, g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", FALSE,
                                                 "focusable", FALSE, NULL));
}

static void
lanyard_report_window_dispose (GObject *object)
{
  LanyardReportWindow *self = LANYARD_REPORT_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_REPORT_WINDOW);
  g_clear_pointer (&self->report, g_variant_unref);

  G_OBJECT_CLASS (lanyard_report_window_parent_class)->dispose (object);
}

static void
lanyard_report_window_class_init (LanyardReportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_report_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-report-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardReportWindow, list);
  gtk_widget_class_bind_template_child (widget_class, LanyardReportWindow, copy);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
lanyard_report_window_init (LanyardReportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lanyard_names_mend (GTK_WIDGET (self));
}

/**
 * lanyard_report_window_new:
 * @report: what to show, see lanyard-error-report.h
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
lanyard_report_window_new (GVariant *report)
{
  LanyardReportWindow *self;
  GVariantIter iter;
  const char *about, *says;

  g_return_val_if_fail (g_variant_is_of_type (report, G_VARIANT_TYPE (LANYARD_REPORT_TYPE)), NULL);

  self = g_object_new (LANYARD_TYPE_REPORT_WINDOW, NULL);
  self->report = g_variant_ref_sink (report);
  g_variant_iter_init (&iter, report);
  while (g_variant_iter_next (&iter, "(&s&s)", &about, &says))
    add_line (self, about, says);

  return GTK_WIDGET (self);
}

/**
 * lanyard_report_window_present:
 * @origin: where it was asked for
 * @report: what to show
 *
 * Shows a report in front of the window that @origin is in. The keys go to Copy Details.
 */
void
lanyard_report_window_present (GtkWidget *origin,
                               GVariant  *report)
{
  GtkRoot *root;
  GtkWidget *window;

  g_return_if_fail (GTK_IS_WIDGET (origin));

  root = gtk_widget_get_root (origin);
  window = lanyard_report_window_new (report);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  /* Before it is shown: the first text would be selected otherwise. */
  gtk_widget_grab_focus (GTK_WIDGET (LANYARD_REPORT_WINDOW (window)->copy));
  gtk_window_present (GTK_WINDOW (window));
}
