/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bars above the views: what lasts, and what can be done about it. And how far loading has come. */
#include "lanyard-bars.h"

#include <glib/gi18n.h>

#include "lanyard-announce.h"
#include "lanyard-details-button.h"
#include "lanyard-failure-bar.h"
#include "lanyard-problem-text.h"
#include "lanyard-ui.h"
#include "lanyard-workspace-standing.h"

/* Loading that is quicker than this shows no progress: it would only flicker. */
#define PROGRESS_DELAY_MS 400
#define PULSE_INTERVAL_MS 120

struct _LanyardBars
{
  GtkWidget parent_instance;

  LanyardWorkspaceStanding *standing;
  GtkRevealer *progress_revealer;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkInfoBar *record_bar;
  GtkLabel *record_label;
  GtkInfoBar *waived_bar;
  GtkLabel *waived_label;
  GtkInfoBar *incomplete_bar;
  GtkLabel *incomplete_label;
  LanyardDetailsButton *incomplete_details;
  GtkInfoBar *stale_bar;
  GtkLabel *stale_label;
  LanyardDetailsButton *stale_details;
  LanyardFailureBar *failure_bar;
  GtkInfoBar *key_bar;
  GtkLabel *key_label;
  LanyardDetailsButton *key_details;
  GtkInfoBar *systems_bar;
  GtkLabel *systems_label;
  LanyardDetailsButton *systems_details;
  GtkInfoBar *suspended_bar;
  GtkLabel *suspended_label;

  LanyardDirectory *directory;
  guint progress_source;
  gint64 loading_since;
};

G_DEFINE_FINAL_TYPE (LanyardBars, lanyard_bars, GTK_TYPE_WIDGET)

static gboolean
on_progress_tick (gpointer user_data)
{
  LanyardBars *self = user_data;
  g_autofree char *text = NULL;

  if (g_get_monotonic_time () - self->loading_since < PROGRESS_DELAY_MS * 1000)
    return G_SOURCE_CONTINUE;

  text = lanyard_workspace_standing_loading_text (self->standing);
  gtk_label_set_label (self->progress_label, text);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->progress_revealer)))
    lanyard_announce (GTK_WIDGET (self), _("Loading…"));
  gtk_widget_set_visible (GTK_WIDGET (self->progress_revealer), TRUE);
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  gtk_progress_bar_pulse (self->progress_bar);

  return G_SOURCE_CONTINUE;
}

static void
set_loading (LanyardBars *self,
             gboolean     loading)
{
  if (loading && self->progress_source == 0)
    {
      self->loading_since = g_get_monotonic_time ();
      self->progress_source = g_timeout_add (PULSE_INTERVAL_MS, on_progress_tick, self);
    }
  else if (!loading)
    {
      g_clear_handle_id (&self->progress_source, g_source_remove);
      gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->progress_revealer), FALSE);
    }
}

/* A bar that was closed stays so until there is something else to say. */
static void
on_systems_text_changed (LanyardBars *self)
{
  gtk_info_bar_set_revealed (self->systems_bar, *lanyard_bindable_get_text (self->standing, "systems-text") != '\0');
  lanyard_details_button_set_report (self->systems_details,
                                     self->directory != NULL
                                       ? lanyard_systems_problem_report (lanyard_directory_get_systems (self->directory))
                                       : NULL);
}

static void
on_told (LanyardBars *self)
{
  LanyardDirectoryState state = LANYARD_DIRECTORY_EMPTY;
  SeamWorkspace *workspace = NULL;

  if (self->directory != NULL)
    {
      state = lanyard_directory_get_state (self->directory);
      workspace = lanyard_directory_get_workspace (self->directory);
    }

  set_loading (self, state == LANYARD_DIRECTORY_LOADING);
  lanyard_details_button_set_report (self->incomplete_details,
                                     lanyard_workspace_standing_report (self->standing, "incomplete-text"));
  lanyard_details_button_set_report (self->stale_details,
                                     lanyard_workspace_standing_report (self->standing, "stale-text"));
  /* This one comes back whenever the workspace is read again. */
  gtk_info_bar_set_revealed (self->suspended_bar, workspace != NULL && seam_workspace_get_is_suspended (workspace));
}

/* Its other buttons leave a bar where it is. */
static void
on_response (LanyardBars *self,
             int          response,
             GtkInfoBar  *bar)
{
  if (response == GTK_RESPONSE_CLOSE)
    gtk_info_bar_set_revealed (bar, FALSE);
}

static void
lanyard_bars_dispose (GObject *object)
{
  LanyardBars *self = LANYARD_BARS (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->directory);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_BARS);

  G_OBJECT_CLASS (lanyard_bars_parent_class)->dispose (object);
}

static void
lanyard_bars_class_init (LanyardBarsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_DETAILS_BUTTON);
  g_type_ensure (LANYARD_TYPE_FAILURE_BAR);
  g_type_ensure (LANYARD_TYPE_WORKSPACE_STANDING);
  object_class->dispose = lanyard_bars_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-bars.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, standing);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, record_bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, record_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, waived_bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, waived_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, incomplete_bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, incomplete_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, incomplete_details);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, stale_bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, stale_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, stale_details);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, failure_bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, key_bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, key_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, key_details);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, systems_bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, systems_label);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, systems_details);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, suspended_bar);
  gtk_widget_class_bind_template_child (widget_class, LanyardBars, suspended_label);
  gtk_widget_class_bind_template_callback (widget_class, on_response);
  gtk_widget_class_bind_template_callback (widget_class, on_systems_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_told);
}

static void
announce_labels (LanyardBars *self)
{
  GtkLabel * const labels[] = {
    self->record_label, self->waived_label, self->incomplete_label, self->stale_label, self->key_label,
    self->systems_label, self->suspended_label,
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    lanyard_announce_label (labels[i]);
}

static void
lanyard_bars_init (LanyardBars *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  announce_labels (self);
}

/**
 * lanyard_bars_set_directory:
 * @self: the bars
 * @directory: (nullable): the workspace whose loading they tell of
 *
 * Follows @directory from now on.
 */
void
lanyard_bars_set_directory (LanyardBars      *self,
                            LanyardDirectory *directory)
{
  g_return_if_fail (LANYARD_IS_BARS (self));

  if (!g_set_object (&self->directory, directory))
    return;

  set_loading (self, FALSE);
  lanyard_failure_bar_set_directory (self->failure_bar, directory);
  lanyard_workspace_standing_set_directory (self->standing, directory);
}

static void
on_record_changed (LanyardBars           *self,
                   LanyardRecordStanding *standing)
{
  LanyardRecord record = lanyard_record_standing_get_record (standing);

  gtk_info_bar_set_revealed (self->record_bar, record == LANYARD_RECORD_BROKEN);
  gtk_info_bar_set_revealed (self->waived_bar, record == LANYARD_RECORD_WAIVED);
}

/**
 * lanyard_bars_set_record_standing:
 * @self: the bars
 * @standing: whether what is done is being written down
 *
 * Says so from now on when it isn't. It is set once.
 */
void
lanyard_bars_set_record_standing (LanyardBars           *self,
                                  LanyardRecordStanding *standing)
{
  g_return_if_fail (LANYARD_IS_BARS (self));
  g_return_if_fail (LANYARD_IS_RECORD_STANDING (standing));

  g_signal_connect_object (standing, "changed", G_CALLBACK (on_record_changed), self, G_CONNECT_SWAPPED);
  on_record_changed (self, standing);
}

/**
 * lanyard_bars_set_key_not_kept:
 * @self: the bars
 * @reason: (nullable): why the key could not be saved, plain text; NULL when it was
 * @report: (nullable): what is behind Details of that
 *
 * Says that the key has to be entered again the next time.
 */
void
lanyard_bars_set_key_not_kept (LanyardBars *self,
                               const char  *reason,
                               GVariant    *report)
{
  g_return_if_fail (LANYARD_IS_BARS (self));

  if (reason != NULL)
    gtk_label_set_label (self->key_label, reason);
  lanyard_details_button_set_report (self->key_details, report);
  gtk_info_bar_set_revealed (self->key_bar, reason != NULL);
}
