/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a window whose batches are not through: that is asked first.
 *
 * A batch keeps the application running without a window, as each change does. One that is paused would keep it so for
 * ever: it is left to the next start. */
#include "lanyard-batch-closing.h"

#include <glib/gi18n.h>

#include "lanyard-dialog.h"

#define ANSWERED "lanyard-batch-closing-answered"
#define ASKING "lanyard-batch-closing-asking"

static gboolean
is_halted (LanyardBatch *batch)
{
  LanyardBatchState state = lanyard_batch_get_state (batch);

  return state == LANYARD_BATCH_STATE_PAUSED || state == LANYARD_BATCH_STATE_PAUSING;
}

static void
for_each (LanyardBatches *batches,
          void          (*func) (LanyardCourse *course))
{
  GListModel *running = lanyard_batches_get_running (batches);

  /* Each may end, and be gone from the list, meanwhile. */
  for (guint i = g_list_model_get_n_items (running); i > 0; i--)
    {
      g_autoptr (LanyardBatch) batch = g_list_model_get_item (running, i - 1);

      func (lanyard_batch_get_course (batch));
    }
}

/* Nobody would see that it has paused. */
static void
on_state_changed (LanyardBatch *batch)
{
  if (lanyard_batch_get_state (batch) == LANYARD_BATCH_STATE_PAUSED)
    lanyard_course_leave (lanyard_batch_get_course (batch));
}

static void
let_go (LanyardBatches *batches)
{
  GListModel *running = lanyard_batches_get_running (batches);

  for (guint i = g_list_model_get_n_items (running); i > 0; i--)
    {
      g_autoptr (LanyardBatch) batch = g_list_model_get_item (running, i - 1);

      g_signal_connect (batch, "notify::state", G_CALLBACK (on_state_changed), NULL);
      on_state_changed (batch);
    }
}

static gboolean
close_window (gpointer window)
{
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

static void
on_answered (AdwMessageDialog *dialog,
             const char       *response,
             GtkWindow        *window)
{
  LanyardBatches *batches = g_object_get_data (G_OBJECT (dialog), "batches");

  g_object_set_data (G_OBJECT (window), ASKING, NULL);
  if (g_str_equal (response, "cancel"))
    return;

  if (g_str_equal (response, "stop"))
    for_each (batches, lanyard_course_stop);
  else
    let_go (batches);
  g_object_set_data (G_OBJECT (window), ANSWERED, GINT_TO_POINTER (TRUE));
  /* The dialog is still in the middle of being clicked, and must not lose its parent. */
  g_idle_add_full (G_PRIORITY_DEFAULT, close_window, g_object_ref (window), g_object_unref);
}

static void
ask (GtkWindow      *window,
     LanyardBatches *batches,
     gboolean        halted)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, _("Changes Not Finished"),
                                                halted
                                                ? _("Changes are paused. The rest can be made when Lanyard is "
                                                    "next opened, or not at all.")
                                                : _("Changes are still being made. They can be finished without "
                                                    "the window, or stopped now.")));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "stop", C_("changes", "_Stop"), "keep",
                                    halted ? C_("changes", "Continue _Later") : C_("changes", "_Keep Running"), NULL);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "batches", g_object_ref (batches), g_object_unref);
  g_object_set_data (G_OBJECT (window), ASKING, dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), window, 0);
  lanyard_dialog_present (dialog);
}

static gboolean
on_close_request (GtkWindow      *window,
                  LanyardBatches *batches)
{
  GListModel *running = lanyard_batches_get_running (batches);
  gboolean halted = TRUE;

  if (g_list_model_get_n_items (running) == 0 || g_object_get_data (G_OBJECT (window), ANSWERED) != NULL)
    return FALSE;
  if (g_object_get_data (G_OBJECT (window), ASKING) != NULL)
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (running); i++)
    {
      g_autoptr (LanyardBatch) batch = g_list_model_get_item (running, i);

      halted &= is_halted (batch);
    }
  ask (window, batches, halted);
  return TRUE;
}

/**
 * lanyard_batch_closing_watch:
 * @window: a window
 * @batches: what is carried out in it
 *
 * Asks, when @window is closed, what is to become of what is not through.
 */
void
lanyard_batch_closing_watch (GtkWindow      *window,
                             LanyardBatches *batches)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (LANYARD_IS_BATCHES (batches));

  g_signal_connect_object (window, "close-request", G_CALLBACK (on_close_request), batches, 0);
}
