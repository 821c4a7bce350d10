/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The step of an import on which its rows are looked at and mended. */
#include "lanyard-matches-page.h"

#include "lanyard-match-list.h"
#include "lanyard-match-row.h"
#include "lanyard-match-text.h"
#include "lanyard-ui.h"

struct _LanyardMatchesPage
{
  AdwBin parent_instance;

  GtkLabel    *count;
  GtkDropDown *show;
  GtkListView *view;

  LanyardMatchList *list;
  LanyardMatches   *matches;
  GSignalGroup     *signals;
};

G_DEFINE_FINAL_TYPE (LanyardMatchesPage, lanyard_matches_page, ADW_TYPE_BIN)

static void
on_changed (LanyardMatchesPage *self)
{
  g_autofree char *text = lanyard_match_count (self->matches);

  gtk_label_set_text (self->count, text);
}

static void
on_show (LanyardMatchesPage *self)
{
  lanyard_match_list_show (self->list, self->matches, (LanyardMatchShow) gtk_drop_down_get_selected (self->show));
}

static void
lanyard_matches_page_dispose (GObject *object)
{
  LanyardMatchesPage *self = LANYARD_MATCHES_PAGE (object);

  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_MATCHES_PAGE);
  g_clear_object (&self->list);
  g_clear_object (&self->matches);
  G_OBJECT_CLASS (lanyard_matches_page_parent_class)->dispose (object);
}

static void
lanyard_matches_page_class_init (LanyardMatchesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_matches_page_dispose;
  g_type_ensure (LANYARD_TYPE_MATCH_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-matches-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardMatchesPage, count);
  gtk_widget_class_bind_template_child (widget_class, LanyardMatchesPage, show);
  gtk_widget_class_bind_template_child (widget_class, LanyardMatchesPage, view);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
}

static void
lanyard_matches_page_init (LanyardMatchesPage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->list = lanyard_match_list_new ();
  self->signals = g_signal_group_new (LANYARD_TYPE_MATCHES);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (on_changed), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/**
 * lanyard_matches_page_set_matches:
 * @self: the page
 * @matches: rows
 *
 * Shows rows, all of them.
 */
void
lanyard_matches_page_set_matches (LanyardMatchesPage *self,
                                  LanyardMatches     *matches)
{
  if (!g_set_object (&self->matches, matches))
    return;
  g_signal_group_set_target (self->signals, matches);
  gtk_drop_down_set_selected (self->show, LANYARD_MATCH_SHOW_ALL);
  on_show (self);
  on_changed (self);
}
