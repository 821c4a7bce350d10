/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar for each thing that the page of a user or a credential has to say above all else. */
#include "lanyard-problem-list.h"

#include "lanyard-details-button.h"
#include "lanyard-notice.h"
#include "lanyard-sign-image.h"

struct _LanyardProblemList
{
  GtkWidget parent_instance;

  GListModel *notices;
};

G_DEFINE_FINAL_TYPE (LanyardProblemList, lanyard_problem_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NOTICES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", text,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "lines", 6,
                       "ellipsize", PANGO_ELLIPSIZE_END,
                       "xalign", 0.0,
                       "css-classes", (const char *[]) { css_class, NULL },
                       NULL);
}

/* Below the text: beside it, a long label would leave the text no room on a narrow screen. */
static GtkWidget *
new_button (LanyardNotice *notice)
{
  GtkWidget *button = gtk_button_new_with_label (lanyard_notice_get_label (notice));

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), lanyard_notice_get_action (notice));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);

  return button;
}

static void
append_bar (LanyardProblemList *self,
            LanyardNotice      *notice)
{
  LanyardSign sign = lanyard_notice_get_sign (notice);
  const char *title = lanyard_notice_get_title (notice);
  const char *text = lanyard_notice_get_text (notice);
  GtkWidget *bar, *image, *texts;

  image = g_object_new (GTK_TYPE_IMAGE, "valign", GTK_ALIGN_START, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                        NULL);
  lanyard_sign_image_show (GTK_IMAGE (image), sign, NULL);
  texts = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, "hexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (texts), new_label (title, "heading"));
  if (text != NULL)
    gtk_box_append (GTK_BOX (texts), new_label (text, "body"));
  if (lanyard_notice_get_label (notice) != NULL)
    gtk_box_append (GTK_BOX (texts), new_button (notice));

  bar = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_add_css_class (bar, "problem");
  gtk_widget_add_css_class (bar, sign == LANYARD_SIGN_ERROR ? "error-problem"
                                 : sign == LANYARD_SIGN_NOTE ? "noted-problem" : "warning-problem");
  gtk_box_append (GTK_BOX (bar), image);
  gtk_box_append (GTK_BOX (bar), texts);
  if (lanyard_notice_get_report (notice) != NULL)
    gtk_box_append (GTK_BOX (bar), lanyard_details_button_new (lanyard_notice_get_report (notice)));
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
remove_bars (LanyardProblemList *self)
{
  GtkWidget *bar;

  while ((bar = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (bar);
}

/**
 * lanyard_problem_list_set_notices:
 * @self: a list
 * @notices: (nullable): what to say, of #LanyardNotice
 *
 * The bars are made anew.
 */
void
lanyard_problem_list_set_notices (LanyardProblemList *self,
                                  GListModel         *notices)
{
  guint n = notices != NULL ? g_list_model_get_n_items (notices) : 0;

  g_return_if_fail (LANYARD_IS_PROBLEM_LIST (self));

  if (!g_set_object (&self->notices, notices))
    return;

  remove_bars (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LanyardNotice) notice = g_list_model_get_item (notices, i);

      append_bar (self, notice);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTICES]);
}

static void
lanyard_problem_list_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NOTICES:
      g_value_set_object (value, LANYARD_PROBLEM_LIST (object)->notices);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_problem_list_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_NOTICES:
      lanyard_problem_list_set_notices (LANYARD_PROBLEM_LIST (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_problem_list_dispose (GObject *object)
{
  LanyardProblemList *self = LANYARD_PROBLEM_LIST (object);

  remove_bars (self);
  g_clear_object (&self->notices);

  G_OBJECT_CLASS (lanyard_problem_list_parent_class)->dispose (object);
}

static void
lanyard_problem_list_class_init (LanyardProblemListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_problem_list_get_property;
  object_class->set_property = lanyard_problem_list_set_property;
  object_class->dispose = lanyard_problem_list_dispose;

  properties[PROP_NOTICES] =
    g_param_spec_object ("notices", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
lanyard_problem_list_init (LanyardProblemList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
