/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the activity have in common: something to list in it, and what is to be seen of it. */
#include "activity-stage.h"

#include "lanyard-activity-page.h"
#include "lanyard-holder.h"

static gboolean
is_free (Stage      *stage,
         const char *id)
{
  SeamCredential *credential = lanyard_store_lookup (lanyard_directory_get_credentials (stage->directory), id);

  return !seam_credential_get_busy (credential);
}

SeamCredential *
activity_stage_assign (Stage     *stage,
                       SeamUser **user)
{
  SeamCredential *credential = stage_find_credential (stage, FALSE, user);

  stage_activate (stage, "change.assign", g_variant_new ("(ss)", stage_id_of (credential), stage_id_of (*user)));
  g_assert_true (seam_credential_get_busy (credential));
  stage_wait_until (stage, is_free, stage_id_of (credential));

  return credential;
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

void
activity_stage_begin (Stage *stage,
                      guint  number)
{
  SeamWorkspace *workspace = lanyard_directory_get_workspace (stage->directory);
  g_autofree char *label = g_strdup_printf ("Card %u", number);
  g_autofree char *after = lanyard_holder_write ("u", "Ada");
  g_autoptr (LanyardEntry) entry =
    g_object_new (LANYARD_TYPE_ENTRY,
                  "begun-at", g_get_real_time () - (N_MANY - number) * (gint64) G_TIME_SPAN_HOUR,
                  "workspace-id", stage_id_of (workspace),
                  "subject-type", LANYARD_SUBJECT_CREDENTIAL, "subject-id", label, "subject-name", label,
                  "after", after, NULL);
  g_autoptr (GAsyncResult) begun = NULL;

  lanyard_journal_begin_async (stage->journal, entry, NULL, keep_result, &begun);
  while (begun == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (lanyard_journal_begin_finish (stage->journal, begun, NULL));
}

void
activity_stage_show (Stage *stage)
{
  stage_activate (stage, "go.view", g_variant_new_string ("activity"));
}

GtkWidget *
activity_stage_page (Stage *stage)
{
  return adw_bin_get_child (ADW_BIN (stage_find_child (stage, "activity_bin")));
}

static GtkWidget *
view_of (Stage *stage)
{
  return GTK_WIDGET (gtk_widget_get_template_child (activity_stage_page (stage), LANYARD_TYPE_ACTIVITY_PAGE, "view"));
}

LanyardActivityItem *
activity_stage_line (Stage *stage,
                     guint  position)
{
  g_autoptr (LanyardActivityItem) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view_of (stage)))), position);

  return item; /* the list's */
}

static gboolean
has_line (Stage      *stage,
          const char *unused)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view_of (stage))))) > 0;
}

/* What came of it is on a toast before it is listed. */
void
activity_stage_unfold_first (Stage *stage)
{
  stage_wait_until (stage, has_line, NULL);
  g_signal_emit_by_name (view_of (stage), "activate", 0);
}

void
activity_stage_click (Stage      *stage,
                      const char *label)
{
  g_signal_emit_by_name (stage_find_button (activity_stage_page (stage), label), "clicked");
}

gboolean
activity_stage_has_button (Stage      *stage,
                           const char *label)
{
  return stage_find_button (activity_stage_page (stage), label) != NULL;
}

gboolean
activity_stage_has_no_button (Stage      *stage,
                              const char *label)
{
  return !activity_stage_has_button (stage, label);
}

gboolean
activity_stage_is_in_list (Stage      *stage,
                           const char *view)
{
  AdwViewStack *stack = ADW_VIEW_STACK (gtk_widget_get_parent (stage_find_child (stage, "activity_bin")));
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (stage->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL
         && gtk_widget_is_ancestor (focus, adw_view_stack_get_child_by_name (stack, view));
}
