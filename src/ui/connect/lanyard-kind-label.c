/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says whether a workspace is live, a sandbox or the demo: by its text, its shape and its colour. */
#include "lanyard-kind-label.h"

struct _LanyardKindLabel
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (LanyardKindLabel, lanyard_kind_label, GTK_TYPE_WIDGET)

static const LanyardWorkspaceKind kinds[] = {
  LANYARD_WORKSPACE_LIVE, LANYARD_WORKSPACE_SANDBOX, LANYARD_WORKSPACE_DEMO,
};

static void
lanyard_kind_label_dispose (GObject *object)
{
  LanyardKindLabel *self = LANYARD_KIND_LABEL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (lanyard_kind_label_parent_class)->dispose (object);
}

static void
lanyard_kind_label_class_init (LanyardKindLabelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_kind_label_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "kind");
}

static void
lanyard_kind_label_init (LanyardKindLabel *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  lanyard_kind_label_set_kind (self, LANYARD_WORKSPACE_LIVE);
}

/**
 * lanyard_kind_label_set_kind:
 * @self: a label
 * @kind: a kind of workspace
 *
 * Shows @kind.
 */
void
lanyard_kind_label_set_kind (LanyardKindLabel     *self,
                             LanyardWorkspaceKind  kind)
{
  g_return_if_fail (LANYARD_IS_KIND_LABEL (self));

  gtk_label_set_label (GTK_LABEL (self->label), lanyard_workspace_kind_text (kind));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), lanyard_workspace_kind_class (kinds[i]));
  gtk_widget_add_css_class (GTK_WIDGET (self), lanyard_workspace_kind_class (kind));
}

/**
 * lanyard_workspace_kind_class:
 * @kind: a kind of workspace
 *
 * Returns: (transfer none): the style class of what belongs to it
 */
const char *
lanyard_workspace_kind_class (LanyardWorkspaceKind kind)
{
  switch (kind)
    {
    case LANYARD_WORKSPACE_SANDBOX:
      return "sandbox-workspace";
    case LANYARD_WORKSPACE_DEMO:
      return "demo-workspace";
    case LANYARD_WORKSPACE_LIVE:
    default:
      return "live-workspace";
    }
}
