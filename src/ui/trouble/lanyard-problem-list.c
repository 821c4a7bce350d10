/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar for each error and warning of a user or a credential, and for what its page has to say itself. */
#include "lanyard-problem-list.h"

#include <glib/gi18n.h>

#include "lanyard-attention.h"
#include "lanyard-problem-text.h"
#include "lanyard-sign-image.h"

/* A page full of bars would hide what it is about. */
#define MAX_BARS 8

struct _LanyardProblemList
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (LanyardProblemList, lanyard_problem_list, GTK_TYPE_WIDGET)

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

/**
 * lanyard_problem_list_append:
 * @self: a list
 * @sign: how bad it is
 * @title: what it is about
 * @text: (nullable): more of it
 */
void
lanyard_problem_list_append (LanyardProblemList *self,
                             LanyardSign         sign,
                             const char         *title,
                             const char         *text)
{
  GtkWidget *bar, *image, *texts;

  g_return_if_fail (LANYARD_IS_PROBLEM_LIST (self));
  g_return_if_fail (title != NULL);

  image = g_object_new (GTK_TYPE_IMAGE, "valign", GTK_ALIGN_START, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                        NULL);
  lanyard_sign_image_show (GTK_IMAGE (image), sign, NULL);
  texts = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, "hexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (texts), new_label (title, "heading"));
  if (text != NULL)
    gtk_box_append (GTK_BOX (texts), new_label (text, "body"));

  bar = g_object_new (GTK_TYPE_BOX, "spacing", 12, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_add_css_class (bar, "problem");
  gtk_widget_add_css_class (bar, sign == LANYARD_SIGN_ERROR ? "error-problem"
                                 : sign == LANYARD_SIGN_NOTE ? "noted-problem" : "warning-problem");
  gtk_box_append (GTK_BOX (bar), image);
  gtk_box_append (GTK_BOX (bar), texts);
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* What is said of a person may be about a PIN of theirs. */
static char *
dup_masked (const char *message,
            GListModel *credentials)
{
  char *masked = g_strdup (message);
  guint n = credentials != NULL ? g_list_model_get_n_items (credentials) : 0;

  for (guint i = 0; i < n && masked != NULL; i++)
    {
      g_autoptr (SeamRecord) credential = g_list_model_get_item (credentials, i);
      g_autofree char *before = masked;

      masked = seam_record_mask_text (credential, before);
    }

  return masked;
}

static void
append_problems (LanyardProblemList *self,
                 LanyardSign         sign,
                 SeamRecord         *record,
                 GPtrArray          *problems,
                 GListModel         *credentials)
{
  for (guint i = 0; problems != NULL && i < MIN (problems->len, MAX_BARS); i++)
    {
      SeamProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *message = NULL;
      g_autofree char *masked = NULL;

      if (lanyard_problem_needs_attention (record, problem) != (sign != LANYARD_SIGN_NOTE))
        continue;

      message = lanyard_problem_message (problem);
      masked = dup_masked (message, credentials);

      lanyard_problem_list_append (self, sign, lanyard_problem_title_for (record, problem), masked);
    }
}

/**
 * lanyard_problem_list_append_record:
 * @self: a list
 * @record: whose errors and warnings to append
 * @credentials: (nullable): what they have, of #SeamCredential, when it is a user
 */
void
lanyard_problem_list_append_record (LanyardProblemList *self,
                                    SeamRecord         *record,
                                    GListModel         *credentials)
{
  g_return_if_fail (LANYARD_IS_PROBLEM_LIST (self));
  g_return_if_fail (SEAM_IS_RECORD (record));

  append_problems (self, LANYARD_SIGN_ERROR, record, seam_record_get_errors (record), credentials);
  append_problems (self, LANYARD_SIGN_WARNING, record, seam_record_get_warnings (record), credentials);
  /* Below what somebody has to do something about. */
  append_problems (self, LANYARD_SIGN_NOTE, record, seam_record_get_errors (record), credentials);
  append_problems (self, LANYARD_SIGN_NOTE, record, seam_record_get_warnings (record), credentials);
}

/**
 * lanyard_problem_list_clear:
 * @self: a list
 */
void
lanyard_problem_list_clear (LanyardProblemList *self)
{
  GtkWidget *bar;

  g_return_if_fail (LANYARD_IS_PROBLEM_LIST (self));

  while ((bar = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (bar);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
lanyard_problem_list_dispose (GObject *object)
{
  GtkWidget *bar;

  while ((bar = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (bar);

  G_OBJECT_CLASS (lanyard_problem_list_parent_class)->dispose (object);
}

static void
lanyard_problem_list_class_init (LanyardProblemListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_problem_list_dispose;
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
