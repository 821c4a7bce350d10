/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with those that are chosen in a list: planned, shown, and carried out when that is confirmed. */
#include "lanyard-choosing.h"

#include <glib/gi18n.h>

#include "lanyard-clipboard.h"
#include "lanyard-command-text.h"
#include "lanyard-free-credentials.h"
#include "lanyard-list-exporter.h"
#include "lanyard-plan-window.h"
#include "lanyard-planner.h"
#include "lanyard-slips-print.h"

struct _LanyardChoosing
{
  GObject parent_instance;

  GtkWindow         *window; /* which owns this */
  LanyardExecutor   *executor;
  LanyardViews      *views;
  LanyardPlanWindow *preview; /* weak; NULL unless it is open */
  LanyardChanges    *changes; /* of the workspace that it is of */
  LanyardPlan       *plan;
  GPtrArray         *users;   /* whom something is handed out to by it */
};

G_DEFINE_FINAL_TYPE (LanyardChoosing, lanyard_choosing, G_TYPE_OBJECT)

static void
on_confirmed (LanyardChoosing *self,
              GPtrArray       *planned)
{
  g_autoptr (LanyardBatch) batch = NULL;

  if (lanyard_executor_get_changes (self->executor) != self->changes || !lanyard_executor_may_write (self->executor))
    return;

  batch = lanyard_batch_new (self->changes, planned);
  lanyard_batches_run (lanyard_executor_get_batches (self->executor), batch);
}

static void
show_plan (LanyardChoosing *self,
           LanyardPlan     *plan)
{
  LanyardPlanWindow *preview = lanyard_plan_window_new (plan);

  g_set_object (&self->plan, plan);
  g_set_object (&self->changes, lanyard_executor_get_changes (self->executor));
  g_set_weak_pointer (&self->preview, preview);
  g_signal_connect_object (preview, "confirmed", G_CALLBACK (on_confirmed), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (preview), self->window);
}

/* A key that is pressed twice comes before the first window has the focus. */
static GPtrArray *
dup_chosen_to_plan (LanyardChoosing *self)
{
  g_autoptr (GPtrArray) chosen = NULL;

  if (self->preview != NULL || !lanyard_executor_may_write (self->executor))
    return NULL;

  chosen = lanyard_views_dup_chosen (self->views);

  return chosen->len > 0 ? g_steal_pointer (&chosen) : NULL;
}

static LanyardDirectory *
get_directory (LanyardChoosing *self)
{
  return lanyard_changes_get_directory (lanyard_executor_get_changes (self->executor));
}

static void
on_unassign (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  LanyardChoosing *self = LANYARD_CHOOSING (user_data);
  g_autoptr (GPtrArray) chosen = dup_chosen_to_plan (self);
  g_autoptr (LanyardPlan) plan = NULL;

  if (chosen == NULL)
    return;

  plan = lanyard_planner_unassign (get_directory (self), chosen);
  show_plan (self, plan);
  gtk_window_present (GTK_WINDOW (self->preview));
}

static void
on_method_chosen (LanyardChoosing *self,
                  LanyardMethod    method)
{
  lanyard_planner_hand_out (self->plan, self->users, method);
}

/* In the access systems that those are in to whom they are handed out. */
static guint
count_free (LanyardFreeCredentials *free_ones,
            GPtrArray              *users,
            LanyardMethod           method)
{
  g_autoptr (GHashTable) systems = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < users->len; i++)
    {
      const char *system_id = seam_user_get_system_id (users->pdata[i]);

      if (g_hash_table_add (systems, (gpointer) (system_id != NULL ? system_id : "")))
        n += lanyard_free_credentials_count (free_ones, method, system_id);
    }

  return n;
}

/* Cards first: they are what lies ready to be handed out. */
static LanyardMethod
offer_methods (LanyardChoosing *self)
{
  g_autoptr (LanyardFreeCredentials) free_ones = lanyard_free_credentials_new (get_directory (self));
  LanyardMethod first = LANYARD_METHOD_ANY;

  for (LanyardMethod method = LANYARD_METHOD_CARD; method <= LANYARD_METHOD_OTHER; method++)
    {
      guint n = count_free (free_ones, self->users, method);

      if (n == 0)
        continue;
      if (first == LANYARD_METHOD_ANY)
        first = method;
      lanyard_plan_window_offer (self->preview, method, n);
    }

  return first != LANYARD_METHOD_ANY ? first : LANYARD_METHOD_CARD;
}

static void
on_assign_free (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  LanyardChoosing *self = LANYARD_CHOOSING (user_data);
  g_autoptr (GPtrArray) chosen = dup_chosen_to_plan (self);
  g_autoptr (LanyardPlan) plan = NULL;

  if (chosen == NULL || !SEAM_IS_USER (chosen->pdata[0]))
    return;

  g_clear_pointer (&self->users, g_ptr_array_unref);
  self->users = g_steal_pointer (&chosen);
  plan = lanyard_plan_new (get_directory (self), LANYARD_OPERATION_ASSIGN);
  show_plan (self, plan);
  lanyard_planner_hand_out (plan, self->users, offer_methods (self));
  g_signal_connect_object (self->preview, "method-chosen", G_CALLBACK (on_method_chosen), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->preview));
}

static void
set_suspended (LanyardChoosing *self,
               LanyardOperation operation)
{
  g_autoptr (GPtrArray) chosen = dup_chosen_to_plan (self);
  g_autoptr (LanyardPlan) plan = NULL;

  if (chosen == NULL || !SEAM_IS_USER (chosen->pdata[0]))
    return;

  plan = lanyard_planner_suspend (get_directory (self), chosen, operation);
  show_plan (self, plan);
  gtk_window_present (GTK_WINDOW (self->preview));
}

static void
on_suspend (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  set_suspended (LANYARD_CHOOSING (user_data), LANYARD_OPERATION_SUSPEND);
}

static void
on_restore (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  set_suspended (LANYARD_CHOOSING (user_data), LANYARD_OPERATION_RESTORE);
}

static void
on_export (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LanyardChoosing *self = LANYARD_CHOOSING (user_data);
  g_autoptr (GPtrArray) chosen = lanyard_views_dup_chosen (self->views);

  if (chosen->len > 0)
    lanyard_list_exporter_run (GTK_WIDGET (self->window), get_directory (self), chosen, LANYARD_SHEET_FORMAT_CSV);
}

/* Returns: (transfer full): the credentials that were chosen, or that those who were chosen have */
static GPtrArray *
list_handed_out (LanyardChoosing *self,
                 GPtrArray       *chosen)
{
  GPtrArray *credentials = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < chosen->len; i++)
    if (SEAM_IS_USER (chosen->pdata[i]))
      {
        g_autoptr (GListModel) held = lanyard_directory_list_held_by (get_directory (self), chosen->pdata[i]);

        for (guint j = 0; j < g_list_model_get_n_items (held); j++)
          g_ptr_array_add (credentials, g_list_model_get_item (held, j));
      }
    else if (lanyard_record_is_assigned (chosen->pdata[i]))
      {
        g_ptr_array_add (credentials, g_object_ref (chosen->pdata[i]));
      }

  return credentials;
}

static void
on_print (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  LanyardChoosing *self = LANYARD_CHOOSING (user_data);
  g_autoptr (GPtrArray) chosen = lanyard_views_dup_chosen (self->views);
  g_autoptr (GPtrArray) credentials = list_handed_out (self, chosen);

  if (credentials->len > 0)
    lanyard_slips_print (self->window, get_directory (self), credentials);
}

static void
on_copy_command (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LanyardChoosing *self = LANYARD_CHOOSING (user_data);
  g_autoptr (GPtrArray) chosen = lanyard_views_dup_chosen (self->views);
  g_autofree char *text = lanyard_command_text_of_records (chosen);
  g_autofree char *toast = g_strdup_printf (ngettext ("%'u command copied", "%'u commands copied", chosen->len),
                                            chosen->len);

  if (chosen->len > 0)
    lanyard_clipboard_copy (GTK_WIDGET (self->window), text, toast);
}

static void
lanyard_choosing_dispose (GObject *object)
{
  LanyardChoosing *self = LANYARD_CHOOSING (object);

  g_clear_weak_pointer (&self->preview);
  g_clear_object (&self->plan);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  g_clear_object (&self->views);
  g_clear_object (&self->executor);

  G_OBJECT_CLASS (lanyard_choosing_parent_class)->dispose (object);
}

static void
lanyard_choosing_class_init (LanyardChoosingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_choosing_dispose;
}

static void
lanyard_choosing_init (LanyardChoosing *self)
{
}

/* What is planned for a workspace is given up with it. */
static void
on_open_changed (LanyardChoosing *self)
{
  gboolean open;

  g_object_get (self->executor, "open", &open, NULL);
  if (!open && self->preview != NULL)
    gtk_window_destroy (GTK_WINDOW (self->preview));
}

static void
add_actions (LanyardChoosing *self)
{
  static const GActionEntry entries[] = {
    { "unassign", on_unassign },
    { "assign-free", on_assign_free },
    { "suspend", on_suspend },
    { "restore", on_restore },
    { "export", on_export },
    { "print", on_print },
    { "copy-command", on_copy_command },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_object_bind_property (self->executor, "open",
                            g_action_map_lookup_action (G_ACTION_MAP (group), entries[i].name), "enabled",
                            G_BINDING_SYNC_CREATE);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "chosen", G_ACTION_GROUP (group));
}

/**
 * lanyard_choosing_new:
 * @window: (transfer none): the window that will own this, and gets the actions of the group "chosen"
 * @executor: who carries out what was confirmed
 * @views: where is chosen
 *
 * Returns: (transfer full): what does something with those that are chosen
 */
LanyardChoosing *
lanyard_choosing_new (GtkWindow       *window,
                      LanyardExecutor *executor,
                      LanyardViews    *views)
{
  LanyardChoosing *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (LANYARD_IS_EXECUTOR (executor), NULL);
  g_return_val_if_fail (LANYARD_IS_VIEWS (views), NULL);

  self = g_object_new (LANYARD_TYPE_CHOOSING, NULL);
  self->window = window;
  self->executor = g_object_ref (executor);
  self->views = g_object_ref (views);
  g_signal_connect_object (executor, "notify::open", G_CALLBACK (on_open_changed), self, G_CONNECT_SWAPPED);
  add_actions (self);

  return self;
}
