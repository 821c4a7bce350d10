/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has the credentials on the lists say that they are marked as lost, whichever of the two is known first. */
#include "lanyard-lost.h"

struct _LanyardLost
{
  GObject parent_instance;

  LanyardDirectory *directory;
  LanyardMarks     *marks;
};

G_DEFINE_FINAL_TYPE (LanyardLost, lanyard_lost, G_TYPE_OBJECT)

/* There are few marks, and many credentials. */
static void
apply (LanyardLost *self)
{
  LanyardStore *store = lanyard_directory_get_credentials (self->directory);
  g_autoptr (GList) marks = lanyard_marks_list (self->marks);

  for (GList *link = marks; link != NULL; link = link->next)
    {
      const LanyardMark *mark = link->data;
      SeamCredential *credential = lanyard_store_lookup (store, mark->credential_id);

      if (credential != NULL)
        seam_credential_set_lost (credential, mark->found_at == 0);
    }
}

static void
on_workspace_read (LanyardLost *self)
{
  lanyard_marks_load (self->marks, lanyard_directory_get_workspace_id (self->directory));
}

static void
lanyard_lost_finalize (GObject *object)
{
  LanyardLost *self = LANYARD_LOST (object);

  g_clear_object (&self->marks);
  g_clear_object (&self->directory);
  G_OBJECT_CLASS (lanyard_lost_parent_class)->finalize (object);
}

static void
lanyard_lost_class_init (LanyardLostClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_lost_finalize;
}

static void
lanyard_lost_init (LanyardLost *self)
{
}

/* lanyard_lost_new:
 * @directory: (transfer none): the workspace
 * @marks: (transfer none): what of it is marked; read as soon as it is known which workspace it is, and whenever the
 *   workspace is read again
 *
 * Returns: (transfer full): what keeps the two in step */
LanyardLost *
lanyard_lost_new (LanyardDirectory *directory,
                  LanyardMarks     *marks)
{
  LanyardLost *self = g_object_new (LANYARD_TYPE_LOST, NULL);

  self->directory = g_object_ref (directory);
  self->marks = g_object_ref (marks);
  g_signal_connect_object (directory, "workspace-read", G_CALLBACK (on_workspace_read), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lanyard_directory_get_credentials (directory), "changed", G_CALLBACK (apply), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (marks, "changed", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  return self;
}
