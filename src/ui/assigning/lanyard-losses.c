/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was lost and what was found: asks about it, marks it, and has it replaced. It is marked first: that needs no
 * server, and nothing is done about what could not be. */
#include "lanyard-losses.h"

#include <glib/gi18n.h>

#include "lanyard-credential-text.h"
#include "lanyard-error-text.h"
#include "lanyard-holder-text.h"
#include "lanyard-lookup.h"
#include "lanyard-lost-text.h"
#include "lanyard-lost-window.h"
#include "lanyard-marking.h"
#include "lanyard-name-text.h"
#include "lanyard-replacement.h"
#include "lanyard-survivors.h"

struct _LanyardLosses
{
  GObject parent_instance;

  GtkWindow        *window; /* which owns this */
  LanyardExecutor  *executor;
  LanyardSurvivors *survivors;
  GtkWindow        *dialog; /* weak; NULL unless it is open */
};

G_DEFINE_FINAL_TYPE (LanyardLosses, lanyard_losses, G_TYPE_OBJECT)

/* What is to be done once the mark is on disk, or about it. */
typedef struct
{
  LanyardLosses  *losses;
  LanyardChanges *changes; /* of the workspace that it was asked for in */
  SeamCredential *credential;
  SeamCredential *spare; /* NULL: none */
  gboolean        is_lost;
  gboolean        is_all; /* nothing but the mark is to be written */
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->losses);
  g_object_unref (errand->changes);
  g_object_unref (errand->credential);
  g_clear_object (&errand->spare);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static const char *
id_of (gpointer record)
{
  return seam_record_get_id (SEAM_RECORD (record));
}

static char *
name_in_sentence (SeamCredential *credential)
{
  g_autofree char *name = lanyard_credential_name (credential);

  return lanyard_name_in_sentence (name);
}

static void
offer (LanyardLosses  *self,
       SeamCredential *credential,
       char           *text,
       const char     *action)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (id_of (credential)));
  g_autofree char *taken = text;
  g_autofree char *detailed = g_action_print_detailed_name (action, target);

  lanyard_executor_offer (self->executor, taken, _("Undo"), detailed);
}

static void
go_on (LanyardLosses *self,
       Errand        *errand)
{
  SeamUser *holder = seam_credential_get_holder (errand->credential);
  g_autofree char *card = name_in_sentence (errand->credential);

  if (!errand->is_lost)
    /* Translators: %s is a credential, such as "Card 82****" */
    offer (self, errand->credential, g_strdup_printf (_("%s marked as found"), card), "change.mark-lost-again");
  else if (errand->is_all || !lanyard_credential_is_held (errand->credential))
    /* Translators: %s is a credential, such as "Card 82****" */
    offer (self, errand->credential, g_strdup_printf (_("%s marked as lost"), card), "change.mark-found");
  else if (errand->spare != NULL && holder != NULL)
    lanyard_replacement_run (self->executor, errand->credential, errand->spare, holder, TRUE);
  else
    lanyard_executor_unassign (self->executor, errand->credential);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  LanyardLosses *self = errand->losses;
  g_autoptr (GError) error = NULL;

  if (lanyard_marking_write_finish (LANYARD_CHANGES (source), result, &error))
    {
      if (lanyard_executor_get_changes (self->executor) == errand->changes)
        go_on (self, errand);
    }
  else
    {
      g_autofree char *reason = lanyard_error_text (error);
      g_autofree char *card = name_in_sentence (errand->credential);
      g_autofree char *text = NULL;

      if (errand->is_lost)
        /* Translators: a credential, such as "Card 82****", and a sentence that says why */
        text = g_strdup_printf (_("%s could not be marked as lost, so nothing was changed. %s"), card, reason);
      else
        /* Translators: a credential, such as "Card 82****", and a sentence that says why */
        text = g_strdup_printf (_("%s could not be marked as found. %s"), card, reason);
      lanyard_executor_say (self->executor, text);
    }
}

static Errand *
new_errand (LanyardLosses  *self,
            SeamCredential *credential,
            SeamCredential *spare,
            gboolean        is_lost,
            gboolean        is_all)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->losses = g_object_ref (self);
  errand->changes = g_object_ref (lanyard_executor_get_changes (self->executor));
  errand->credential = g_object_ref (credential);
  g_set_object (&errand->spare, spare);
  errand->is_lost = is_lost;
  errand->is_all = is_all;
  return errand;
}

/* Takes @mark. */
static void
write_mark (LanyardMark *mark,
            Errand      *errand)
{
  lanyard_marking_write_async (errand->changes, errand->credential, mark, on_written, errand);
  lanyard_mark_free (mark);
}

static const LanyardMark *
look_up_mark (LanyardLosses  *self,
              SeamCredential *credential)
{
  return lanyard_marks_look_up (lanyard_changes_get_marks (lanyard_executor_get_changes (self->executor)),
                                id_of (credential));
}

/* It stays lost since when it was lost first. */
static void
lose (LanyardLosses  *self,
      SeamCredential *credential,
      SeamCredential *spare)
{
  g_autoptr (Errand) errand = new_errand (self, credential, spare, TRUE, FALSE);
  const LanyardMark *mark = look_up_mark (self, credential);

  if (mark != NULL && mark->found_at == 0)
    go_on (self, errand);
  else
    write_mark (lanyard_mark_new_lost (id_of (credential)), g_steal_pointer (&errand));
}

static void
present (LanyardLosses *self,
         SeamUser      *user,
         GPtrArray     *held)
{
  LanyardDirectory *directory = lanyard_changes_get_directory (lanyard_executor_get_changes (self->executor));
  GtkWidget *window;

  /* A key that is pressed twice comes before the first has the focus. */
  if (self->dialog != NULL)
    return;

  window = lanyard_lost_window_new (directory, user, held);
  g_set_weak_pointer (&self->dialog, GTK_WINDOW (window));
  gtk_window_set_transient_for (GTK_WINDOW (window), self->window);
  gtk_window_present (GTK_WINDOW (window));
}

static SeamCredential *
look_up (LanyardLosses *self,
         const char    *id)
{
  return lanyard_executor_may_write (self->executor) ? lanyard_lookup_credential (self->executor, id) : NULL;
}

/* What nobody has is only marked. */
static void
on_mark_lost (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  LanyardLosses *self = LANYARD_LOSSES (user_data);
  SeamCredential *credential = look_up (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GPtrArray) held = g_ptr_array_new ();

  if (credential == NULL)
    return;

  g_ptr_array_add (held, credential);
  if (lanyard_credential_is_held (credential))
    present (self, seam_credential_get_holder (credential), held);
  else
    lose (self, credential, NULL);
}

static void
on_lost_card (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  LanyardLosses *self = LANYARD_LOSSES (user_data);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) all = NULL;
  SeamUser *user = NULL;

  if (lanyard_executor_may_write (self->executor))
    user = lanyard_lookup_user (self->executor, g_variant_get_string (parameter, NULL));
  if (user == NULL)
    return;

  all = lanyard_directory_list_held_by (lanyard_changes_get_directory (lanyard_executor_get_changes (self->executor)),
                                        user);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (SeamCredential) credential = g_list_model_get_item (all, i);

      if (lanyard_credential_can_be_lost (credential))
        g_ptr_array_add (held, g_steal_pointer (&credential));
    }
  if (held->len > 0)
    present (self, user, held);
  else
    lanyard_executor_say (self->executor, _("This user has no card that could be lost"));
}

static void
on_replace_lost (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LanyardLosses *self = LANYARD_LOSSES (user_data);
  const char *lost_id, *spare_id;
  SeamCredential *lost, *spare = NULL;

  g_variant_get (parameter, "(&s&s)", &lost_id, &spare_id);
  lost = look_up (self, lost_id);
  if (lost != NULL && *spare_id != '\0')
    spare = lanyard_lookup_credential (self->executor, spare_id);
  if (lost != NULL && (spare != NULL || *spare_id == '\0'))
    lose (self, lost, spare);
}

static void
on_mark_found (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  LanyardLosses *self = LANYARD_LOSSES (user_data);
  SeamCredential *credential = look_up (self, g_variant_get_string (parameter, NULL));
  const LanyardMark *mark = credential != NULL ? look_up_mark (self, credential) : NULL;

  if (mark != NULL)
    write_mark (lanyard_mark_new_found (mark), new_errand (self, credential, NULL, FALSE, TRUE));
}

/* It was not found after all: it is lost since when it was before. */
static void
on_mark_lost_again (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  LanyardLosses *self = LANYARD_LOSSES (user_data);
  SeamCredential *credential = look_up (self, g_variant_get_string (parameter, NULL));
  const LanyardMark *mark = credential != NULL ? look_up_mark (self, credential) : NULL;
  LanyardMark *again;

  if (mark == NULL)
    return;

  again = lanyard_mark_copy (mark);
  again->found_at = 0;
  g_clear_pointer (&again->found_by, g_free);
  write_mark (again, new_errand (self, credential, NULL, TRUE, TRUE));
}

/**
 * lanyard_losses_add_actions:
 * @self: the losses
 * @map: where to put them
 *
 * Adds the actions "mark-lost", "mark-found" and "mark-lost-again" (the id of a credential), "lost-card" (the id of a
 * user) and "replace-lost" (the ids of what was lost and of its spare; the latter may be empty), which are on while a
 * workspace is open.
 */
void
lanyard_losses_add_actions (LanyardLosses *self,
                            GActionMap    *map)
{
  static const GActionEntry entries[] = {
    { "mark-lost", on_mark_lost, "s" },
    { "mark-found", on_mark_found, "s" },
    { "mark-lost-again", on_mark_lost_again, "s" },
    { "lost-card", on_lost_card, "s" },
    { "replace-lost", on_replace_lost, "(ss)" },
  };

  g_return_if_fail (LANYARD_IS_LOSSES (self));
  g_return_if_fail (G_IS_ACTION_MAP (map));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_object_bind_property (self->executor, "open", g_action_map_lookup_action (map, entries[i].name), "enabled",
                            G_BINDING_SYNC_CREATE);
}

static void
lanyard_losses_dispose (GObject *object)
{
  LanyardLosses *self = LANYARD_LOSSES (object);

  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->survivors);
  g_clear_object (&self->executor);

  G_OBJECT_CLASS (lanyard_losses_parent_class)->dispose (object);
}

static void
lanyard_losses_class_init (LanyardLossesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_losses_dispose;
}

static void
lanyard_losses_init (LanyardLosses *self)
{
}

/**
 * lanyard_losses_new:
 * @window: (transfer none): the window that will own this
 * @executor: who carries it out
 *
 * Returns: (transfer full): what sees to what is lost, in @window
 */
LanyardLosses *
lanyard_losses_new (GtkWindow       *window,
                    LanyardExecutor *executor)
{
  LanyardLosses *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (LANYARD_IS_EXECUTOR (executor), NULL);

  self = g_object_new (LANYARD_TYPE_LOSSES, NULL);
  self->window = window;
  self->executor = g_object_ref (executor);
  self->survivors = lanyard_survivors_new (window, executor);

  return self;
}
