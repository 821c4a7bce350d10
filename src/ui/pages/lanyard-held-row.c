/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One credential on the page of the user who has it. */
#include "lanyard-held-row.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-entry-text.h"
#include "lanyard-presence.h"
#include "lanyard-row-label.h"
#include "lanyard-sign-image.h"
#include "lanyard-timely.h"

struct _LanyardHeldRow
{
  AdwActionRow parent_instance;

  GtkImage   *kind;
  GtkImage   *sign;
  GtkSpinner *spinner;
  GtkWidget  *unassign;

  LanyardDirectory *directory;
  SeamCredential   *credential;
  gboolean          watching;
};

static void timely_init (LanyardTimelyInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardHeldRow, lanyard_held_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_TIMELY, timely_init))

/* While the access system has yet to take a change, and somebody can see that, it is read again. */
static void
update_watching (LanyardHeldRow *self)
{
  gboolean watch = gtk_widget_get_mapped (GTK_WIDGET (self))
                && seam_credential_get_sync (self->credential) == SEAM_SYNC_WAITING;

  if (self->watching == watch)
    return;

  self->watching = watch;
  if (watch)
    lanyard_directory_watch (self->directory, self->credential);
  else
    lanyard_directory_unwatch (self->directory, self->credential);
}

static void
update (LanyardHeldRow *self)
{
  SeamSystem *system = lanyard_directory_lookup_system (self->directory,
                                                        seam_credential_get_system_id (self->credential));
  g_autofree char *name = lanyard_credential_name (self->credential);
  LanyardEntry *under_way =
    lanyard_directory_get_under_way (self->directory, seam_record_get_id (SEAM_RECORD (self->credential)));
  g_autofree char *state = under_way != NULL ? lanyard_entry_step_text (under_way)
                                             : lanyard_credential_state_text (self->credential, system);
  g_autofree char *sign_text = NULL;
  g_autofree char *label = NULL;
  gboolean busy = seam_credential_get_busy (self->credential);
  gboolean waiting = lanyard_credential_is_under_way (self->credential);
  LanyardSign sign = lanyard_credential_sign (self->credential, system, &sign_text);

  lanyard_row_label_set_both (ADW_ACTION_ROW (self), name, state);
  gtk_image_set_from_icon_name (self->kind, lanyard_credential_icon_name (self->credential));
  lanyard_sign_image_show (self->sign, sign == LANYARD_SIGN_WAITING ? LANYARD_SIGN_NONE : sign, sign_text);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy || waiting);
  gtk_spinner_set_spinning (self->spinner, busy || waiting);
  /* An insensitive button would lose the focus, and it would begin anew at the top of the window. */
  if (busy && gtk_widget_is_focus (self->unassign))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "held-row.unassign",
                                 !busy && lanyard_presence_of (self->directory, SEAM_RECORD (self->credential))
                                            == LANYARD_PRESENCE_HERE);
  /* What the sign stands for may be part of the state. */
  label = g_strjoin (", ", name, state, sign_text != NULL && strstr (state, sign_text) == NULL ? sign_text : NULL, NULL);
  lanyard_row_label_set_all (ADW_ACTION_ROW (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unassign), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  update_watching (self);
}

static void
lanyard_held_row_update_time (LanyardTimely *timely)
{
  update (LANYARD_HELD_ROW (timely));
}

static void
timely_init (LanyardTimelyInterface *iface)
{
  iface->update_time = lanyard_held_row_update_time;
}

static void
unassign_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  LanyardHeldRow *self = LANYARD_HELD_ROW (widget);

  gtk_widget_activate_action (widget, "change.unassign", "s", seam_record_get_id (SEAM_RECORD (self->credential)));
}

static void
lanyard_held_row_activate (AdwActionRow *row)
{
  LanyardHeldRow *self = LANYARD_HELD_ROW (row);

  gtk_widget_activate_action (GTK_WIDGET (self), "go.show-credential", "s",
                              seam_record_get_id (SEAM_RECORD (self->credential)));
}

static void
lanyard_held_row_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_held_row_parent_class)->map (widget);

  update_watching (LANYARD_HELD_ROW (widget));
}

static void
lanyard_held_row_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_held_row_parent_class)->unmap (widget);

  update_watching (LANYARD_HELD_ROW (widget));
}

static void
lanyard_held_row_dispose (GObject *object)
{
  LanyardHeldRow *self = LANYARD_HELD_ROW (object);

  if (self->watching)
    lanyard_directory_unwatch (self->directory, self->credential);
  self->watching = FALSE;
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_HELD_ROW);

  G_OBJECT_CLASS (lanyard_held_row_parent_class)->dispose (object);
}

static void
lanyard_held_row_finalize (GObject *object)
{
  LanyardHeldRow *self = LANYARD_HELD_ROW (object);

  g_clear_object (&self->credential);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_held_row_parent_class)->finalize (object);
}

static void
lanyard_held_row_class_init (LanyardHeldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lanyard_held_row_dispose;
  object_class->finalize = lanyard_held_row_finalize;
  widget_class->map = lanyard_held_row_map;
  widget_class->unmap = lanyard_held_row_unmap;
  ADW_ACTION_ROW_CLASS (klass)->activate = lanyard_held_row_activate;

  gtk_widget_class_install_action (widget_class, "held-row.unassign", NULL, unassign_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-held-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardHeldRow, kind);
  gtk_widget_class_bind_template_child (widget_class, LanyardHeldRow, sign);
  gtk_widget_class_bind_template_child (widget_class, LanyardHeldRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, LanyardHeldRow, unassign);
}

static void
lanyard_held_row_init (LanyardHeldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_held_row_new:
 * @directory: the workspace
 * @credential: the credential to show
 *
 * Returns: (transfer floating): a row for a #GtkListBox
 */
GtkWidget *
lanyard_held_row_new (LanyardDirectory *directory,
                      SeamCredential   *credential)
{
  LanyardHeldRow *self;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  self = g_object_new (LANYARD_TYPE_HELD_ROW, NULL);
  self->directory = g_object_ref (directory);
  self->credential = g_object_ref (credential);
  g_signal_connect_object (credential, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lanyard_directory_get_credentials (directory), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
