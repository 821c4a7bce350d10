/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the activity is to be seen. Its page is made when that is so: a window opens sooner without it. */
#include "lanyard-activity-bin.h"

#include "lanyard-activity-page.h"
#include "lanyard-names.h"

struct _LanyardActivityBin
{
  AdwBin parent_instance;

  LanyardActivityPage   *page; /* NULL until it is first to be seen */

  LanyardChanges        *changes;
  LanyardRecordStanding *standing;
};

G_DEFINE_FINAL_TYPE (LanyardActivityBin, lanyard_activity_bin, ADW_TYPE_BIN)

static LanyardActivityPage *
get_page (LanyardActivityBin *self)
{
  if (self->page == NULL)
    {
      self->page = g_object_new (LANYARD_TYPE_ACTIVITY_PAGE, NULL);
      adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
      lanyard_names_mend (GTK_WIDGET (self->page));
      lanyard_activity_page_set_record_standing (self->page, self->standing);
      lanyard_activity_page_set_changes (self->page, self->changes);
    }

  return self->page;
}

/**
 * lanyard_activity_bin_set_changes:
 * @self: where the activity is
 * @changes: (nullable): what is done to the workspace whose activity it is
 */
void
lanyard_activity_bin_set_changes (LanyardActivityBin *self,
                                  LanyardChanges     *changes)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_BIN (self));
  g_return_if_fail (changes == NULL || LANYARD_IS_CHANGES (changes));

  g_set_object (&self->changes, changes);
  if (self->page != NULL)
    lanyard_activity_page_set_changes (self->page, changes);
}

/**
 * lanyard_activity_bin_set_record_standing:
 * @self: where the activity is
 * @standing: whether what is done is being written down
 *
 * Has the activity say so when it isn't. It is set once, before a workspace is shown.
 */
void
lanyard_activity_bin_set_record_standing (LanyardActivityBin    *self,
                                          LanyardRecordStanding *standing)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_BIN (self));
  g_return_if_fail (LANYARD_IS_RECORD_STANDING (standing));

  g_set_object (&self->standing, standing);
}

/**
 * lanyard_activity_bin_set_key_capture_widget:
 * @self: where the activity is
 * @widget: (nullable): where typing starts a search, while the activity is to be seen; %NULL: it is not
 */
void
lanyard_activity_bin_set_key_capture_widget (LanyardActivityBin *self,
                                             GtkWidget          *widget)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_BIN (self));

  if (widget != NULL || self->page != NULL)
    lanyard_activity_page_set_key_capture_widget (get_page (self), widget);
}

/**
 * lanyard_activity_bin_focus_search:
 * @self: where the activity is, to be seen
 *
 * Puts the cursor into its search entry.
 */
void
lanyard_activity_bin_focus_search (LanyardActivityBin *self)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_BIN (self));

  lanyard_activity_page_focus_search (get_page (self));
}

/**
 * lanyard_activity_bin_show_changes:
 * @self: where the activity is, to be seen
 * @filter: (transfer none): what is to be seen of it
 * @entry: the id of an entry that is to be unfolded and in view; 0 for none
 *
 * Shows what @filter lets pass.
 */
void
lanyard_activity_bin_show_changes (LanyardActivityBin    *self,
                                   LanyardActivityFilter *filter,
                                   gint64                 entry)
{
  g_return_if_fail (LANYARD_IS_ACTIVITY_BIN (self));

  lanyard_activity_page_show_changes (get_page (self), filter, entry);
}

/**
 * lanyard_activity_bin_dup_filter:
 * @self: where the activity is, to be seen
 *
 * Returns: (transfer full): what is to be seen of it
 */
LanyardActivityFilter *
lanyard_activity_bin_dup_filter (LanyardActivityBin *self)
{
  g_return_val_if_fail (LANYARD_IS_ACTIVITY_BIN (self), NULL);

  return lanyard_activity_filter_dup (lanyard_activity_page_get_filter (get_page (self)));
}

static gboolean
lanyard_activity_bin_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (get_page (LANYARD_ACTIVITY_BIN (widget))));
}

static void
lanyard_activity_bin_dispose (GObject *object)
{
  LanyardActivityBin *self = LANYARD_ACTIVITY_BIN (object);

  self->page = NULL;
  g_clear_object (&self->changes);
  g_clear_object (&self->standing);

  G_OBJECT_CLASS (lanyard_activity_bin_parent_class)->dispose (object);
}

static void
lanyard_activity_bin_class_init (LanyardActivityBinClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_activity_bin_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = lanyard_activity_bin_grab_focus;
}

static void
lanyard_activity_bin_init (LanyardActivityBin *self)
{
}
