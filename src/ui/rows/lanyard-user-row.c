/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One user in a long list. */
#include "lanyard-user-row.h"

#include <adwaita.h>

#include "lanyard-row-label.h"
#include "lanyard-sign-image.h"
#include "lanyard-user-text.h"

struct _LanyardUserRow
{
  LanyardRecordRow parent_instance;

  AdwAvatar      *avatar;
  GtkWidget      *texts; /* bound, so that it goes with the template */
  GtkInscription *name;
  GtkInscription *below;
  GtkImage       *sign;
  GtkLabel       *count;
};

G_DEFINE_FINAL_TYPE (LanyardUserRow, lanyard_user_row, LANYARD_TYPE_RECORD_ROW)

static void
lanyard_user_row_update (LanyardRecordRow *row)
{
  LanyardUserRow *self = LANYARD_USER_ROW (row);
  SeamUser *user = lanyard_record_row_get_item (row);
  LanyardDirectory *directory = lanyard_record_row_get_directory (row);
  g_autofree char *name = NULL;
  g_autofree char *below = NULL;
  g_autofree char *n_text = NULL;
  const char *sign_text = NULL;
  LanyardSign sign;
  guint n;

  name = lanyard_user_name (user);
  below = lanyard_row_text_user (user, directory, lanyard_record_row_get_manner (row));
  sign = lanyard_user_sign (user, &sign_text);
  n = seam_user_get_n_credentials (user);
  n_text = g_strdup_printf ("%u", n);

  adw_avatar_set_text (self->avatar, name);
  lanyard_row_label_set_line (self->name, name);
  lanyard_row_label_set_line (self->below, below);
  gtk_inscription_set_text_overflow (self->below, lanyard_row_text_has_double (SEAM_RECORD (user), directory)
                                                    ? GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_MIDDLE
                                                    : GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_label_set_label (self->count, n_text);
  gtk_widget_set_opacity (GTK_WIDGET (self->count), n > 0 ? 1 : 0);
  lanyard_sign_image_show (self->sign, sign, sign_text);
}

/* Setting a tool tip asks the X server where the pointer is: not for each of the rows that a list is scrolled past. */
static gboolean
on_count_tooltip (LanyardUserRow *self,
                  int             x,
                  int             y,
                  gboolean        keyboard,
                  GtkTooltip     *tooltip)
{
  SeamUser *user = lanyard_record_row_get_item (LANYARD_RECORD_ROW (self));
  g_autofree char *text = user != NULL ? lanyard_user_count_text (user) : NULL;

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
lanyard_user_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_USER_ROW);

  G_OBJECT_CLASS (lanyard_user_row_parent_class)->dispose (object);
}

static void
lanyard_user_row_class_init (LanyardUserRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_user_row_dispose;
  LANYARD_RECORD_ROW_CLASS (klass)->update = lanyard_user_row_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/lanyard_app/Lanyard/ui/lanyard-user-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardUserRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserRow, texts);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserRow, name);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserRow, below);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserRow, sign);
  gtk_widget_class_bind_template_child (widget_class, LanyardUserRow, count);
  gtk_widget_class_bind_template_callback (widget_class, on_count_tooltip);
}

static void
lanyard_user_row_init (LanyardUserRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_user_row_new:
 * @taking: whether choosing the row assigns something, so that it says what is the matter with that
 *
 * Returns: (transfer floating): a row that shows nobody yet
 */
GtkWidget *
lanyard_user_row_new (gboolean taking)
{
  return g_object_new (LANYARD_TYPE_USER_ROW, "manner", taking ? LANYARD_ROW_TAKING : LANYARD_ROW_PLAIN, NULL);
}
