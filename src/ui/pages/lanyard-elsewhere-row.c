/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On the page of a user, the same person in another access system. */
#include "lanyard-elsewhere-row.h"

#include "lanyard-name-text.h"
#include "lanyard-row-label.h"
#include "lanyard-user-text.h"

struct _LanyardElsewhereRow
{
  AdwActionRow parent_instance;

  LanyardDirectory *directory;
  SeamUser         *user;
};

G_DEFINE_FINAL_TYPE (LanyardElsewhereRow, lanyard_elsewhere_row, ADW_TYPE_ACTION_ROW)

static void
update (LanyardElsewhereRow *self)
{
  SeamSystem *system = lanyard_directory_lookup_system (self->directory, seam_user_get_system_id (self->user));
  g_autofree char *system_name = NULL;
  g_autofree char *user_name = lanyard_user_name (self->user);
  g_autofree char *name = lanyard_name_in_sentence (user_name);
  g_autofree char *count = lanyard_user_count_text (self->user);
  g_autofree char *details = g_strjoin (" · ", name, count, NULL);
  g_autofree char *label = NULL;

  if (system != NULL)
    system_name = lanyard_name_text (seam_record_get_display_name (SEAM_RECORD (system)));
  label = g_strjoin (", ", system_name != NULL ? system_name : "", name, count, NULL);
  lanyard_row_label_set_both (ADW_ACTION_ROW (self), system_name != NULL ? system_name : "", details);
  lanyard_row_label_set_all (ADW_ACTION_ROW (self), label);
}

static void
lanyard_elsewhere_row_activate (AdwActionRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "go.show-user", "s",
                              seam_record_get_id (SEAM_RECORD (LANYARD_ELSEWHERE_ROW (row)->user)));
}

static void
lanyard_elsewhere_row_dispose (GObject *object)
{
  LanyardElsewhereRow *self = LANYARD_ELSEWHERE_ROW (object);

  g_clear_object (&self->directory);
  g_clear_object (&self->user);

  G_OBJECT_CLASS (lanyard_elsewhere_row_parent_class)->dispose (object);
}

static void
lanyard_elsewhere_row_class_init (LanyardElsewhereRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_elsewhere_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = lanyard_elsewhere_row_activate;
}

static void
lanyard_elsewhere_row_init (LanyardElsewhereRow *self)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  g_object_set (arrow, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_object_set (self, "use-markup", FALSE, "activatable", TRUE, "title-lines", 2, "subtitle-lines", 2, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
}

/**
 * lanyard_elsewhere_row_new:
 * @directory: the workspace
 * @user: somebody in it
 *
 * Returns: (transfer floating): a row for a #GtkListBox, which leads to @user
 */
GtkWidget *
lanyard_elsewhere_row_new (LanyardDirectory *directory,
                           SeamUser         *user)
{
  LanyardElsewhereRow *self;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (SEAM_IS_USER (user), NULL);

  self = g_object_new (LANYARD_TYPE_ELSEWHERE_ROW, NULL);
  self->directory = g_object_ref (directory);
  self->user = g_object_ref (user);
  g_signal_connect_object (user, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lanyard_directory_get_systems (directory), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
