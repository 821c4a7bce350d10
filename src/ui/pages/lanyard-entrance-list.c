/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a credential opens: asked for while the list is on show. */
#include "lanyard-entrance-list.h"

#include <glib/gi18n.h>

#include "lanyard-entrances.h"
#include "lanyard-details-button.h"
#include "lanyard-error-report.h"
#include "lanyard-error-text.h"
#include "lanyard-name-text.h"

/* Somebody who goes through a list with the arrow keys does not mean to ask about every row. */
#define DELAY_MS 250
/* The first rows; a hotel's master card opens hundreds of doors. */
#define FIRST_ROWS 6

struct _LanyardEntranceList
{
  AdwPreferencesGroup parent_instance;

  LanyardDirectory *directory;
  SeamCredential   *credential;
  GPtrArray        *entrances;
  GPtrArray        *rows; /* what the group shows; it has no way to ask it */
  GCancellable     *cancellable;
  guint             timeout;
  gboolean          loaded;
};

G_DEFINE_FINAL_TYPE (LanyardEntranceList, lanyard_entrance_list, ADW_TYPE_PREFERENCES_GROUP)

static void
clear_rows (LanyardEntranceList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static GtkWidget *
add_row (LanyardEntranceList *self,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);

  return row;
}

static void
add_suffix_button (GtkWidget  *row,
                   const char *label,
                   const char *action_name)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_BUTTON,
                                           "label", label,
                                           "action-name", action_name,
                                           "valign", GTK_ALIGN_CENTER,
                                           NULL));
}

static void
show_loading (LanyardEntranceList *self)
{
  GtkWidget *row;

  clear_rows (self);
  row = add_row (self, _("Loading…"), NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_SPINNER, "spinning", TRUE, NULL));
}

static void
show_entrances (LanyardEntranceList *self,
                guint                max_rows)
{
  guint n_rows = MIN (self->entrances->len, max_rows);

  clear_rows (self);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = lanyard_name_text (seam_record_get_display_name (g_ptr_array_index (self->entrances, i)));

      add_row (self, name != NULL ? name : _("Unnamed Entrance"), NULL);
    }

  if (self->entrances->len == 0)
    add_row (self, _("No entrances"), NULL);
  else if (n_rows < self->entrances->len)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more", "And %u more", self->entrances->len - n_rows),
                                               self->entrances->len - n_rows);

      add_suffix_button (add_row (self, more, NULL), _("Show All"), "entrance-list.show-all");
    }
}

/**
 * lanyard_entrance_list_show_entrances:
 * @self: a list
 * @entrances: (element-type SeamEntrance): what the credential opens
 */
void
lanyard_entrance_list_show_entrances (LanyardEntranceList *self,
                                      GPtrArray           *entrances)
{
  g_return_if_fail (LANYARD_IS_ENTRANCE_LIST (self));
  g_return_if_fail (entrances != NULL);

  g_clear_pointer (&self->entrances, g_ptr_array_unref);
  self->entrances = g_ptr_array_ref (entrances);
  self->loaded = TRUE;
  show_entrances (self, FIRST_ROWS);
}

static void
show_error (LanyardEntranceList *self,
            const GError        *error)
{
  g_autofree char *reason = lanyard_error_text (error);
  const char *endpoint = seam_client_get_endpoint (lanyard_directory_get_client (self->directory));
  GVariant *report = lanyard_error_report_about (self->credential, reason, error, endpoint);
  GtkWidget *row;

  self->loaded = TRUE;
  clear_rows (self);
  row = add_row (self, _("The entrances could not be loaded"), reason);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), lanyard_details_button_new (report));
  add_suffix_button (row, _("Try Again"), "entrance-list.try-again");
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entrances =
    lanyard_directory_list_entrances_finish (LANYARD_DIRECTORY (source), result, &error);
  LanyardEntranceList *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = LANYARD_ENTRANCE_LIST (user_data);
  g_clear_object (&self->cancellable);
  if (entrances != NULL)
    {
      lanyard_entrance_list_show_entrances (self, entrances);
      return;
    }

  show_error (self, error);
}

static gboolean
on_delay_over (gpointer user_data)
{
  LanyardEntranceList *self = LANYARD_ENTRANCE_LIST (user_data);

  self->timeout = 0;
  self->cancellable = g_cancellable_new ();
  lanyard_directory_list_entrances_async (self->directory, self->credential, self->cancellable, on_listed, self);

  return G_SOURCE_REMOVE;
}

static void
stop (LanyardEntranceList *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load_if_shown (LanyardEntranceList *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->credential == NULL || self->directory == NULL
      || self->loaded)
    return;

  stop (self);
  show_loading (self);
  self->timeout = g_timeout_add (DELAY_MS, on_delay_over, self);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  LanyardEntranceList *self = LANYARD_ENTRANCE_LIST (widget);

  if (self->entrances != NULL)
    show_entrances (self, G_MAXUINT);
}

static void
try_again_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  LanyardEntranceList *self = LANYARD_ENTRANCE_LIST (widget);

  self->loaded = FALSE;
  load_if_shown (self);
}

/**
 * lanyard_entrance_list_set_credential:
 * @self: a list
 * @directory: (nullable): the workspace
 * @credential: (nullable): the credential
 */
void
lanyard_entrance_list_set_credential (LanyardEntranceList *self,
                                      LanyardDirectory    *directory,
                                      SeamCredential      *credential)
{
  g_return_if_fail (LANYARD_IS_ENTRANCE_LIST (self));

  stop (self);
  clear_rows (self);
  g_clear_pointer (&self->entrances, g_ptr_array_unref);
  g_set_object (&self->directory, directory);
  g_set_object (&self->credential, credential);
  self->loaded = FALSE;
  load_if_shown (self);
}

static void
lanyard_entrance_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_entrance_list_parent_class)->map (widget);

  load_if_shown (LANYARD_ENTRANCE_LIST (widget));
}

static void
lanyard_entrance_list_unmap (GtkWidget *widget)
{
  stop (LANYARD_ENTRANCE_LIST (widget));

  GTK_WIDGET_CLASS (lanyard_entrance_list_parent_class)->unmap (widget);
}

static void
lanyard_entrance_list_dispose (GObject *object)
{
  LanyardEntranceList *self = LANYARD_ENTRANCE_LIST (object);

  stop (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->entrances, g_ptr_array_unref);
  g_clear_object (&self->credential);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_entrance_list_parent_class)->dispose (object);
}

static void
lanyard_entrance_list_class_init (LanyardEntranceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_entrance_list_dispose;
  widget_class->map = lanyard_entrance_list_map;
  widget_class->unmap = lanyard_entrance_list_unmap;

  gtk_widget_class_install_action (widget_class, "entrance-list.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "entrance-list.try-again", NULL, try_again_action);
}

static void
lanyard_entrance_list_init (LanyardEntranceList *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Entrances"));
}
