/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be assigned to whom: picked from a list or said by an action, and asked about where somebody has it. */
#include "lanyard-assigner.h"

#include "lanyard-change-holder.h"
#include "lanyard-leaving.h"
#include "lanyard-lookup.h"
#include "lanyard-losses.h"
#include "lanyard-lost-question.h"
#include "lanyard-picker.h"
#include "lanyard-questions.h"

struct _LanyardAssigner
{
  GObject parent_instance;

  GtkWindow        *window; /* which owns this */
  LanyardExecutor  *executor;
  LanyardLosses    *losses;
  LanyardDirectory *directory;
  SeamRecord       *subject;
  GtkWindow        *picker; /* weak; NULL unless it is open */
};

G_DEFINE_FINAL_TYPE (LanyardAssigner, lanyard_assigner, G_TYPE_OBJECT)

enum
{
  PROP_SUBJECT = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
on_picker_left (gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

/* A question in front of it, whose answer it may be that closes it, is to be gone first. */
static void
close_picker (LanyardAssigner *self)
{
  GtkWindow *picker = self->picker;

  if (picker == NULL)
    return;

  g_clear_weak_pointer (&self->picker);
  gtk_widget_set_visible (GTK_WIDGET (picker), FALSE);
  g_idle_add_full (G_PRIORITY_DEFAULT, on_picker_left, g_object_ref (picker), g_object_unref);
}

/* What is asked, while it is on show. */
typedef struct
{
  LanyardDirectory *directory;
  SeamCredential *credential;
  SeamUser *user;
  SeamUser *taken_from; /* NULL: it is asked about for another reason */
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_object_unref (taking->directory);
  g_object_unref (taking->credential);
  g_object_unref (taking->user);
  g_clear_object (&taking->taken_from);
  g_free (taking);
}

/* What @dialog asks, if the answer is @yes. The picker is there again otherwise. */
static Taking *
get_taking (LanyardAssigner  *self,
            const char       *response,
            const char       *yes,
            AdwMessageDialog *dialog)
{
  Taking *taking = g_object_get_data (G_OBJECT (dialog), "taking");
  gboolean is_yes = strcmp (response, yes) == 0;

  if (!is_yes && self->picker != NULL)
    lanyard_picker_resume (LANYARD_PICKER (self->picker));

  return is_yes && self->directory == taking->directory ? taking : NULL;
}

static void
keep_taking (LanyardAssigner  *self,
             AdwMessageDialog *dialog,
             SeamCredential   *credential,
             SeamUser         *user,
             SeamUser         *holder)
{
  Taking *taking = g_new0 (Taking, 1);

  taking->directory = g_object_ref (self->directory);
  taking->credential = g_object_ref (credential);
  taking->user = g_object_ref (user);
  g_set_object (&taking->taken_from, holder);
  g_object_set_data_full (G_OBJECT (dialog), "taking", taking, taking_free);
}

static void
on_taking_answered (LanyardAssigner  *self,
                    const char       *response,
                    AdwMessageDialog *dialog)
{
  Taking *taking = get_taking (self, response, "take", dialog);

  if (taking == NULL)
    return;

  close_picker (self);
  lanyard_executor_run (self->executor,
                        lanyard_change_new_assign (taking->credential, taking->user, taking->taken_from));
}

static void
ask_to_take (LanyardAssigner *self,
             SeamCredential  *credential,
             SeamUser        *user,
             SeamUser        *holder)
{
  AdwMessageDialog *dialog = lanyard_question_take (lanyard_assigner_get_front (self), credential, user, holder);

  keep_taking (self, dialog, credential, user, holder);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_taking_answered), self, G_CONNECT_SWAPPED);
}

static void
assign (LanyardAssigner *self,
        SeamCredential  *credential,
        SeamUser        *user)
{
  SeamUser *holder = seam_credential_get_holder (credential);

  if (holder != NULL && holder != user)
    {
      ask_to_take (self, credential, user, holder);
      return;
    }
  close_picker (self);
  lanyard_executor_run (self->executor, lanyard_change_new_assign (credential, user, NULL));
}

static void
on_lost_answered (LanyardAssigner  *self,
                  const char       *response,
                  AdwMessageDialog *dialog)
{
  Taking *taking = get_taking (self, response, "assign", dialog);

  if (taking != NULL)
    assign (self, taking->credential, taking->user);
}

/* What is marked as lost is handed out by nobody unaware. */
static void
ask_about_lost (LanyardAssigner *self,
                SeamCredential  *credential,
                SeamUser        *user)
{
  LanyardMarks *marks = lanyard_changes_get_marks (lanyard_executor_get_changes (self->executor));
  AdwMessageDialog *dialog =
    lanyard_lost_question_assign (lanyard_assigner_get_front (self), credential,
                                  lanyard_marks_look_up (marks, seam_record_get_id (SEAM_RECORD (credential))));

  keep_taking (self, dialog, credential, user, NULL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_lost_answered), self, G_CONNECT_SWAPPED);
}

static void
on_assign (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  LanyardAssigner *self = LANYARD_ASSIGNER (user_data);
  const char *credential_id;
  const char *user_id;
  SeamCredential *credential;
  SeamUser *user;

  if (!lanyard_executor_may_write (self->executor))
    return;

  g_variant_get (parameter, "(&s&s)", &credential_id, &user_id);
  credential = lanyard_lookup_credential (self->executor, credential_id);
  user = credential != NULL ? lanyard_lookup_user (self->executor, user_id) : NULL;
  if (user == NULL)
    {
      close_picker (self);
      return;
    }

  if (seam_credential_get_lost (credential))
    ask_about_lost (self, credential, user);
  else
    assign (self, credential, user);
}

/* It was asked before, with this holder in the question. */
static void
on_take (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LanyardAssigner *self = LANYARD_ASSIGNER (user_data);
  const char *credential_id, *user_id, *holder_id;
  SeamCredential *credential;
  SeamUser *user, *holder;

  if (!lanyard_executor_may_write (self->executor))
    return;

  g_variant_get (parameter, "(&s&s&s)", &credential_id, &user_id, &holder_id);
  credential = lanyard_lookup_credential (self->executor, credential_id);
  user = credential != NULL ? lanyard_lookup_user (self->executor, user_id) : NULL;
  holder = user != NULL ? lanyard_lookup_user (self->executor, holder_id) : NULL;
  if (holder != NULL)
    lanyard_executor_run (self->executor, lanyard_change_new_assign (credential, user, holder));
}

static void
pick_for (LanyardAssigner *self,
          gpointer         record)
{
  GtkWindow *picker;

  /* A key that is pressed twice comes before the first picker has the focus. */
  if (record == NULL || self->picker != NULL)
    return;

  picker = GTK_WINDOW (lanyard_picker_new (self->directory, SEAM_RECORD (record)));
  g_set_weak_pointer (&self->picker, picker);
  gtk_window_set_transient_for (picker, self->window);
  gtk_window_present (picker);
}

static void
on_pick_credential (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  LanyardAssigner *self = LANYARD_ASSIGNER (user_data);

  if (lanyard_executor_may_write (self->executor))
    pick_for (self, lanyard_lookup_user (self->executor, g_variant_get_string (parameter, NULL)));
}

static void
on_pick_user (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  LanyardAssigner *self = LANYARD_ASSIGNER (user_data);

  if (lanyard_executor_may_write (self->executor))
    pick_for (self, lanyard_lookup_credential (self->executor, g_variant_get_string (parameter, NULL)));
}

static void
on_unassign_all (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  LanyardAssigner *self = LANYARD_ASSIGNER (user_data);
  SeamUser *user = NULL;

  if (lanyard_executor_may_write (self->executor))
    user = lanyard_lookup_user (self->executor, g_variant_get_string (parameter, NULL));
  if (user != NULL)
    lanyard_leaving_ask (lanyard_assigner_get_front (self), self->executor, user);
}

/* Whatever is chosen in the list on show is given to somebody, or something. */
static void
on_assign_selected (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  LanyardAssigner *self = LANYARD_ASSIGNER (user_data);

  const char *id;

  if (self->subject == NULL || !lanyard_executor_may_write (self->executor))
    return;

  id = seam_record_get_id (self->subject);
  if (SEAM_IS_USER (self->subject))
    pick_for (self, lanyard_lookup_user (self->executor, id));
  else
    pick_for (self, lanyard_lookup_credential (self->executor, id));
}

/* Ctrl+Z belongs to what is being typed, also when that is empty by now, or has nothing to take back any more: taking
 * an assignment back is not what is meant there. */
static void
on_undo (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  LanyardAssigner *self = LANYARD_ASSIGNER (user_data);
  GtkWidget *focus = gtk_window_get_focus (self->window);

  if (GTK_IS_TEXT (focus))
    gtk_widget_activate_action (focus, "text.undo", NULL);
  else
    lanyard_executor_undo (self->executor);
}

static gboolean
is_record (GBinding     *binding,
           const GValue *from,
           GValue       *to,
           gpointer      user_data)
{
  g_value_set_boolean (to, g_value_get_object (from) != NULL);

  return TRUE;
}

/**
 * lanyard_assigner_add_actions:
 * @self: the assigner
 * @map: where to put them
 *
 * Adds the actions "assign" (the ids of a credential and a user), "take" (the same and the id of who has it),
 * "pick-credential" and "unassign-all" (the id of a user), "pick-user" (the id of a credential), "assign-selected" and
 * "undo"; and those of lanyard_losses_add_actions().
 */
void
lanyard_assigner_add_actions (LanyardAssigner *self,
                              GActionMap      *map)
{
  static const GActionEntry entries[] = {
    { "assign", on_assign, "(ss)" },
    { "take", on_take, "(sss)" },
    { "pick-credential", on_pick_credential, "s" },
    { "pick-user", on_pick_user, "s" },
    { "unassign-all", on_unassign_all, "s" },
  };
  static const GActionEntry others[] = {
    { "assign-selected", on_assign_selected },
    { "undo", on_undo },
  };

  g_return_if_fail (LANYARD_IS_ASSIGNER (self));
  g_return_if_fail (G_IS_ACTION_MAP (map));

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_object_bind_property (self->executor, "open", g_action_map_lookup_action (map, entries[i].name), "enabled",
                            G_BINDING_SYNC_CREATE);
  g_action_map_add_action_entries (map, others, G_N_ELEMENTS (others), self);
  g_object_bind_property_full (self, "subject", g_action_map_lookup_action (map, "assign-selected"), "enabled",
                               G_BINDING_SYNC_CREATE, is_record, NULL, NULL, NULL);
  g_object_bind_property (self->executor, "can-undo", g_action_map_lookup_action (map, "undo"), "enabled",
                          G_BINDING_SYNC_CREATE);
  lanyard_losses_add_actions (self->losses, map);
}

/**
 * lanyard_assigner_set_directory:
 * @self: the assigner
 * @directory: (nullable): the workspace
 *
 * Says what is picked from.
 */
void
lanyard_assigner_set_directory (LanyardAssigner  *self,
                                LanyardDirectory *directory)
{
  g_return_if_fail (LANYARD_IS_ASSIGNER (self));
  g_return_if_fail (directory == NULL || LANYARD_IS_DIRECTORY (directory));

  g_set_object (&self->directory, directory);
}

/**
 * lanyard_assigner_get_front:
 * @self: the assigner
 *
 * Where a question is asked: in front of the picker, which is there again when the answer is no.
 *
 * Returns: (transfer none): the picker, or the window
 */
GtkWindow *
lanyard_assigner_get_front (LanyardAssigner *self)
{
  g_return_val_if_fail (LANYARD_IS_ASSIGNER (self), NULL);

  return self->picker != NULL ? self->picker : self->window;
}

static void
lanyard_assigner_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SUBJECT:
      g_value_set_object (value, LANYARD_ASSIGNER (object)->subject);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_assigner_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SUBJECT:
      if (g_set_object (&LANYARD_ASSIGNER (object)->subject, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_assigner_dispose (GObject *object)
{
  LanyardAssigner *self = LANYARD_ASSIGNER (object);

  g_clear_weak_pointer (&self->picker);
  g_clear_object (&self->subject);
  g_clear_object (&self->directory);
  g_clear_object (&self->losses);
  g_clear_object (&self->executor);

  G_OBJECT_CLASS (lanyard_assigner_parent_class)->dispose (object);
}

static void
lanyard_assigner_class_init (LanyardAssignerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_assigner_get_property;
  object_class->set_property = lanyard_assigner_set_property;
  object_class->dispose = lanyard_assigner_dispose;

  properties[PROP_SUBJECT] = g_param_spec_object ("subject", NULL, NULL, SEAM_TYPE_RECORD,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_assigner_init (LanyardAssigner *self)
{
}

/**
 * lanyard_assigner_new:
 * @window: (transfer none): the window that will own this
 * @executor: who carries out what was chosen
 *
 * Returns: (transfer full): what chooses in @window
 */
LanyardAssigner *
lanyard_assigner_new (GtkWindow       *window,
                      LanyardExecutor *executor)
{
  LanyardAssigner *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (LANYARD_IS_EXECUTOR (executor), NULL);

  self = g_object_new (LANYARD_TYPE_ASSIGNER, NULL);
  self->window = window;
  self->executor = g_object_ref (executor);
  self->losses = lanyard_losses_new (window, executor);

  return self;
}
