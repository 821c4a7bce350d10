/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One credential on the page of the user who has it. */
#include "lanyard-held-row.h"

#include "lanyard-held-details.h"
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

  LanyardHeldDetails *details;
  LanyardDirectory   *directory; /* where it is watched */
  SeamCredential     *credential;
  gboolean            watching;
};

static void timely_init (LanyardTimelyInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardHeldRow, lanyard_held_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (LANYARD_TYPE_TIMELY, timely_init))

/* While the access system has yet to take a change, and somebody can see that, it is read again. */
static void
watch_if_waiting (LanyardHeldRow *self)
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

static const char *
get_text (LanyardHeldRow *self,
          const char     *name)
{
  return lanyard_bindable_get_text (self->details, name);
}

static void
on_icon_name_changed (LanyardHeldRow *self)
{
  gtk_image_set_from_icon_name (self->kind, get_text (self, "icon-name"));
}

static void
on_waiting_changed (LanyardHeldRow *self)
{
  gboolean waiting = lanyard_bindable_get_flag (self->details, "waiting");

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), waiting);
  gtk_spinner_set_spinning (self->spinner, waiting);
}

static void
on_label_changed (LanyardHeldRow *self)
{
  lanyard_row_label_set_both (ADW_ACTION_ROW (self), get_text (self, "name"), get_text (self, "state"));
  lanyard_row_label_set_all (ADW_ACTION_ROW (self), get_text (self, "label"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unassign), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  get_text (self, "name"), -1);
}

static void
on_sign_changed (LanyardHeldRow *self)
{
  const char *text = get_text (self, "sign-text");
  LanyardSign sign;

  g_object_get (self->details, "sign", &sign, NULL);
  lanyard_sign_image_show (self->sign, sign, *text != '\0' ? text : NULL);
}

static void
on_can_unassign_changed (LanyardHeldRow *self)
{
  /* An insensitive button would lose the focus, and it would begin anew at the top of the window. */
  if (seam_credential_get_busy (self->credential) && gtk_widget_is_focus (self->unassign))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "held-row.unassign",
                                 lanyard_bindable_get_flag (self->details, "can-unassign"));
}

static void
lanyard_held_row_update_time (LanyardTimely *timely)
{
  lanyard_details_refresh (LANYARD_DETAILS (LANYARD_HELD_ROW (timely)->details));
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

  watch_if_waiting (LANYARD_HELD_ROW (widget));
}

static void
lanyard_held_row_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_held_row_parent_class)->unmap (widget);

  watch_if_waiting (LANYARD_HELD_ROW (widget));
}

static void
lanyard_held_row_dispose (GObject *object)
{
  LanyardHeldRow *self = LANYARD_HELD_ROW (object);

  if (self->watching)
    lanyard_directory_unwatch (self->directory, self->credential);
  self->watching = FALSE;
  g_clear_object (&self->details);
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

/* By hand, and not bound: a page makes a row for each credential whenever it is opened, and what binding adds to that is
 * a tenth. The details are the row's own, and end with it. */
static void
follow_details (LanyardHeldRow *self)
{
  self->details = lanyard_held_details_new ();
  g_signal_connect_swapped (self->details, "notify::icon-name", G_CALLBACK (on_icon_name_changed), self);
  g_signal_connect_swapped (self->details, "notify::waiting", G_CALLBACK (on_waiting_changed), self);
  g_signal_connect_swapped (self->details, "notify::label", G_CALLBACK (on_label_changed), self);
  g_signal_connect_swapped (self->details, "notify::sign", G_CALLBACK (on_sign_changed), self);
  g_signal_connect_swapped (self->details, "notify::sign-text", G_CALLBACK (on_sign_changed), self);
  g_signal_connect_swapped (self->details, "notify::can-unassign", G_CALLBACK (on_can_unassign_changed), self);
}

static void
lanyard_held_row_init (LanyardHeldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  follow_details (self);
}

/**
 * lanyard_held_row_new:
 * @changes: what is done to the workspace
 * @credential: the credential to show
 *
 * Returns: (transfer floating): a row for a #GtkListBox
 */
GtkWidget *
lanyard_held_row_new (LanyardChanges *changes,
                      SeamCredential *credential)
{
  LanyardHeldRow *self;

  g_return_val_if_fail (LANYARD_IS_CHANGES (changes), NULL);
  g_return_val_if_fail (SEAM_IS_CREDENTIAL (credential), NULL);

  self = g_object_new (LANYARD_TYPE_HELD_ROW, NULL);
  self->directory = g_object_ref (lanyard_changes_get_directory (changes));
  self->credential = g_object_ref (credential);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "held-row.unassign", FALSE);
  g_signal_connect_object (credential, "notify::sync", G_CALLBACK (watch_if_waiting), self, G_CONNECT_SWAPPED);
  lanyard_details_set_changes (LANYARD_DETAILS (self->details), changes);
  lanyard_details_set_record (LANYARD_DETAILS (self->details), credential);

  return GTK_WIDGET (self);
}
