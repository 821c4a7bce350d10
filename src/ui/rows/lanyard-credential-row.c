/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One credential in a long list. */
#include "lanyard-credential-row.h"

#include "lanyard-credential-text.h"
#include "lanyard-row-label.h"
#include "lanyard-sign-image.h"

struct _LanyardCredentialRow
{
  LanyardRecordRow parent_instance;

  GtkImage       *kind;
  GtkWidget      *texts;
  GtkInscription *name;
  GtkInscription *number;
  GtkInscription *below;
  GtkImage       *sign;
  GtkWidget      *spinner; /* NULL unless busy */

  GSignalGroup   *holder_signals;
};

G_DEFINE_FINAL_TYPE (LanyardCredentialRow, lanyard_credential_row, LANYARD_TYPE_RECORD_ROW)

/* Hardly a row is ever busy, so the spinner is only made for one that is. */
static void
show_busy (LanyardCredentialRow *self,
           gboolean              busy)
{
  if (busy && self->spinner == NULL)
    {
      self->spinner = g_object_new (GTK_TYPE_SPINNER, "spinning", TRUE, NULL);
      gtk_widget_insert_after (self->spinner, GTK_WIDGET (self), self->texts);
    }
  else if (!busy && self->spinner != NULL)
    g_clear_pointer (&self->spinner, gtk_widget_unparent);
}

static SeamSystem *
get_system (SeamCredential   *credential,
            LanyardDirectory *directory)
{
  if (directory == NULL)
    return NULL;

  return lanyard_directory_lookup_system (directory, seam_credential_get_system_id (credential));
}

static void
lanyard_credential_row_update (LanyardRecordRow *row)
{
  LanyardCredentialRow *self = LANYARD_CREDENTIAL_ROW (row);
  SeamCredential *credential = lanyard_record_row_get_item (row);
  LanyardDirectory *directory = lanyard_record_row_get_directory (row);
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;
  g_autofree char *below = NULL;
  g_autofree char *sign_text = NULL;
  LanyardSign sign;

  g_signal_group_set_target (self->holder_signals, seam_credential_get_holder (credential));
  name = lanyard_credential_name (credential);
  number = lanyard_row_text_number (credential);
  below = lanyard_row_text_credential (credential, directory, lanyard_record_row_get_manner (row));
  sign = lanyard_credential_sign (credential, get_system (credential, directory), &sign_text);

  gtk_image_set_from_icon_name (self->kind, lanyard_credential_icon_name (credential));
  lanyard_row_label_set_line (self->name, name);
  gtk_inscription_set_text (self->number, number);
  gtk_widget_set_visible (GTK_WIDGET (self->number), number != NULL);
  lanyard_row_label_set_line (self->below, below);
  gtk_inscription_set_text_overflow (self->below, lanyard_row_text_has_double (SEAM_RECORD (credential), directory)
                                                    ? GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_MIDDLE
                                                    : GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  lanyard_sign_image_show (self->sign, sign, sign_text);
  show_busy (self, seam_credential_get_busy (credential));
}

static void
lanyard_credential_row_dispose (GObject *object)
{
  LanyardCredentialRow *self = LANYARD_CREDENTIAL_ROW (object);

  if (self->holder_signals != NULL)
    g_signal_group_set_target (self->holder_signals, NULL);
  g_clear_pointer (&self->spinner, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), LANYARD_TYPE_CREDENTIAL_ROW);
  g_clear_object (&self->holder_signals);

  G_OBJECT_CLASS (lanyard_credential_row_parent_class)->dispose (object);
}

static void
lanyard_credential_row_class_init (LanyardCredentialRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_credential_row_dispose;
  LANYARD_RECORD_ROW_CLASS (klass)->update = lanyard_credential_row_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-credential-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialRow, kind);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialRow, texts);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialRow, name);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialRow, number);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialRow, below);
  gtk_widget_class_bind_template_child (widget_class, LanyardCredentialRow, sign);
}

static void
lanyard_credential_row_init (LanyardCredentialRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->holder_signals = g_signal_group_new (SEAM_TYPE_USER);
  g_signal_group_connect_object (self->holder_signals, "notify::display-name", G_CALLBACK (lanyard_record_row_update),
                                 self, G_CONNECT_SWAPPED);
}

/**
 * lanyard_credential_row_new:
 * @taking: whether choosing the row takes the credential from who has it
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
lanyard_credential_row_new (gboolean taking)
{
  return g_object_new (LANYARD_TYPE_CREDENTIAL_ROW, "manner", taking ? LANYARD_ROW_TAKING : LANYARD_ROW_PLAIN,
                       NULL);
}
