/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the card of a number in a workspace, also while its lists are still being read. */
#include "lanyard-finder.h"

#include "lanyard-number-index.h"

/* So long the server is given to say whether there is another card than the one that is known; milliseconds. */
#define CONFIRM_WAIT 3000

struct _LanyardFinder
{
  GObject parent_instance;

  SeamClient         *client;
  LanyardHoldings    *holdings;
  LanyardProgress    *progress;
  LanyardSystemLoads *loads;
  LanyardNumberIndex *index;
  GPtrArray          *waiting; /* GTask, of those that can't be answered yet */
};

/* What is looked for while not everything has been read. */
typedef struct
{
  LanyardNumber *number;
  GCancellable  *asking;
  guint64        asked_at;
  gboolean       is_answered;
  gboolean       is_whole; /* the answer has all that the server knows */
  guint          patience; /* source */
  gulong         cancelled_id;
} Search;

enum
{
  PROP_WAITING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_BOXED_TYPE (LanyardFinding, lanyard_finding, lanyard_finding_copy, lanyard_finding_free)
G_DEFINE_FINAL_TYPE (LanyardFinder, lanyard_finder, G_TYPE_OBJECT)

static LanyardFinding *
finding_new (LanyardFound  found,
             GPtrArray    *credentials,
             gboolean      is_complete)
{
  LanyardFinding *self = g_new (LanyardFinding, 1);

  self->found = found;
  self->credentials = credentials;
  self->is_complete = is_complete;
  return self;
}

/**
 * lanyard_finding_copy:
 * @self: a finding
 *
 * Returns: (transfer full): the same
 */
LanyardFinding *
lanyard_finding_copy (const LanyardFinding *self)
{
  return finding_new (self->found, g_ptr_array_ref (self->credentials), self->is_complete);
}

/**
 * lanyard_finding_free:
 * @self: (transfer full): a finding
 *
 * Lets go of it.
 */
void
lanyard_finding_free (LanyardFinding *self)
{
  g_ptr_array_unref (self->credentials);
  g_free (self);
}

static void
search_free (gpointer data)
{
  Search *search = data;

  g_clear_handle_id (&search->patience, g_source_remove);
  g_cancellable_cancel (search->asking);
  g_clear_object (&search->asking);
  lanyard_number_unref (search->number);
  g_free (search);
}

static gboolean
has_everything (LanyardFinder *self)
{
  return lanyard_progress_get_state (self->progress) == LANYARD_DIRECTORY_READY
         && !lanyard_system_loads_is_missing (self->loads, LANYARD_RESOURCE_CREDENTIALS);
}

static LanyardFinding *
look (LanyardFinder *self,
      LanyardNumber *number,
      gboolean       is_complete)
{
  g_autoptr (GPtrArray) found = lanyard_number_index_find_same (self->index, number);
  LanyardFound kind;

  if (found->len > 0)
    kind = found->len > 1 ? LANYARD_FOUND_SEVERAL : LANYARD_FOUND_ONE;
  else
    {
      g_ptr_array_unref (found);
      found = lanyard_number_index_find_maybe (self->index, number);
      kind = found->len > 0 ? LANYARD_FOUND_MAYBE : LANYARD_FOUND_NONE;
    }
  return finding_new (kind, g_steal_pointer (&found), is_complete);
}

/* Takes @task out of those that wait. */
static void
end_waiting (LanyardFinder *self,
             GTask         *task)
{
  Search *search = g_task_get_task_data (task);

  g_clear_handle_id (&search->patience, g_source_remove);
  g_cancellable_cancel (search->asking);
  if (search->cancelled_id != 0)
    g_signal_handler_disconnect (g_task_get_cancellable (task), search->cancelled_id);
  search->cancelled_id = 0;
  g_ptr_array_remove (self->waiting, task);
  if (self->waiting->len == 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
answer (LanyardFinder *self,
        GTask         *waiting,
        gboolean       is_complete)
{
  g_autoptr (GTask) task = g_object_ref (waiting);
  Search *search = g_task_get_task_data (task);

  end_waiting (self, task);
  g_task_return_pointer (task, look (self, search->number, is_complete), (GDestroyNotify) lanyard_finding_free);
}

static gboolean
on_impatient (gpointer user_data)
{
  GTask *task = user_data;
  Search *search = g_task_get_task_data (task);

  search->patience = 0;
  answer (g_task_get_source_object (task), task, FALSE);
  return G_SOURCE_REMOVE;
}

/* One card is shown when the server has said that it is the only one, or takes too long over it; that there is none,
 * when nothing more is to come. */
static void
try_to_answer (LanyardFinder *self,
               GTask         *task)
{
  Search *search = g_task_get_task_data (task);
  g_autoptr (GPtrArray) same = lanyard_number_index_find_same (self->index, search->number);
  gboolean is_loading = lanyard_progress_get_state (self->progress) == LANYARD_DIRECTORY_LOADING;

  if (has_everything (self))
    answer (self, task, TRUE);
  else if (same->len > 1 || (search->is_answered && !is_loading) || (search->is_whole && same->len == 1))
    answer (self, task, search->is_whole);
  else if (same->len == 1 && search->patience == 0)
    search->patience = g_timeout_add (CONFIRM_WAIT, on_impatient, task);
}

/* Who is answered may look for something else, or for nothing more. */
static void
try_all (LanyardFinder *self)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->waiting->len; i++)
    g_ptr_array_add (waiting, g_object_ref (self->waiting->pdata[i]));
  for (guint i = 0; i < waiting->len; i++)
    if (g_ptr_array_find (self->waiting, waiting->pdata[i], NULL))
      try_to_answer (self, waiting->pdata[i]);
}

static void
on_answer (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  LanyardFinder *self = g_task_get_source_object (task);
  Search *search = g_task_get_task_data (task);
  g_autoptr (SeamPage) page = seam_client_list_credentials_finish (SEAM_CLIENT (source), result, NULL);

  search->is_answered = TRUE;
  search->is_whole = page != NULL && page->next_cursor == NULL;
  if (page != NULL)
    lanyard_holdings_take_credentials (self->holdings, page->records, search->asked_at);
  if (g_ptr_array_find (self->waiting, task, NULL))
    try_to_answer (self, task);
}

static void
ask (LanyardFinder *self,
     GTask         *task)
{
  Search *search = g_task_get_task_data (task);
  g_autofree char *text = lanyard_number_dup_search (search->number);
  SeamListQuery query = { .search = text };

  search->asking = g_cancellable_new ();
  search->asked_at = lanyard_holdings_get_now (self->holdings);
  seam_client_list_credentials_async (self->client, &query, NULL, search->asking, on_answer, g_object_ref (task));
}

static void
on_cancelled (GCancellable *cancellable,
              GTask        *waiting)
{
  g_autoptr (GTask) task = g_object_ref (waiting);

  end_waiting (g_task_get_source_object (task), task);
  g_task_return_error_if_cancelled (task);
}

static void
wait_for (LanyardFinder *self,
          GTask         *task)
{
  Search *search = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_ptr_array_add (self->waiting, g_object_ref (task));
  if (cancellable != NULL)
    search->cancelled_id = g_signal_connect (cancellable, "cancelled", G_CALLBACK (on_cancelled), task);
  if (self->waiting->len == 1)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
  ask (self, task);
  try_to_answer (self, task);
}

static void
on_changed (LanyardStore  *store,
            GPtrArray     *retired,
            GPtrArray     *fresh,
            LanyardFinder *self)
{
  for (guint i = 0; i < retired->len; i++)
    lanyard_number_index_remove (self->index, retired->pdata[i]);
  for (guint i = 0; i < fresh->len; i++)
    lanyard_number_index_add (self->index, fresh->pdata[i]);
  try_all (self);
}

static void
lanyard_finder_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_WAITING:
      g_value_set_boolean (value, lanyard_finder_get_waiting (LANYARD_FINDER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_finder_finalize (GObject *object)
{
  LanyardFinder *self = LANYARD_FINDER (object);

  lanyard_number_index_free (self->index);
  g_ptr_array_unref (self->waiting);
  g_clear_object (&self->loads);
  g_clear_object (&self->progress);
  g_clear_object (&self->holdings);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (lanyard_finder_parent_class)->finalize (object);
}

static void
lanyard_finder_class_init (LanyardFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_finder_get_property;
  object_class->finalize = lanyard_finder_finalize;
  properties[PROP_WAITING] = g_param_spec_boolean ("waiting", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_finder_init (LanyardFinder *self)
{
  self->index = lanyard_number_index_new ();
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/* lanyard_finder_new:
 * @client: (transfer none): whom to ask
 * @holdings: (transfer none): what takes the answers, and has nothing yet
 * @progress: (transfer none): whether everything was read
 * @loads: (transfer none): which access systems could not be
 *
 * Returns: (transfer full): a finder that follows what is read */
LanyardFinder *
lanyard_finder_new (SeamClient         *client,
                    LanyardHoldings    *holdings,
                    LanyardProgress    *progress,
                    LanyardSystemLoads *loads)
{
  LanyardFinder *self = g_object_new (LANYARD_TYPE_FINDER, NULL);

  self->client = g_object_ref (client);
  self->holdings = g_object_ref (holdings);
  self->progress = g_object_ref (progress);
  self->loads = g_object_ref (loads);
  g_signal_connect_object (progress, "notify::state", G_CALLBACK (try_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (loads, "failures-changed", G_CALLBACK (try_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lanyard_holdings_get_credentials (holdings), "changed", G_CALLBACK (on_changed), self, 0);
  return self;
}

/**
 * lanyard_finder_get_waiting:
 * @self: a finder
 *
 * Returns: whether something that is looked for isn't among what has been read, and more is still to come
 */
gboolean
lanyard_finder_get_waiting (LanyardFinder *self)
{
  g_return_val_if_fail (LANYARD_IS_FINDER (self), FALSE);

  return self->waiting->len > 0;
}

/**
 * lanyard_finder_look:
 * @self: a finder
 * @number: a number
 *
 * Looks among what has been read, and asks nobody; at once, however much that is.
 *
 * Returns: (transfer full): what is known of @number
 */
LanyardFinding *
lanyard_finder_look (LanyardFinder *self,
                     LanyardNumber *number)
{
  g_return_val_if_fail (LANYARD_IS_FINDER (self), NULL);
  g_return_val_if_fail (number != NULL, NULL);

  return look (self, number, has_everything (self));
}

/**
 * lanyard_finder_find_async:
 * @self: a finder
 * @number: a number
 * @cancellable: (nullable): to stop it, when something else was done meanwhile
 * @callback: called with what was found, never from within this call
 * @user_data: for @callback
 *
 * Looks for the card of @number. Cards that are about to be deleted don't count, nor do the keys on single phones that
 * are part of another one.
 *
 * When the lists have been read, that is all. Until then the server is asked for the number at once, and the answer
 * comes when it has the card, or when all is read. Of one card that is known the server is given three seconds to say
 * whether another access system has one of that number. After a load that ended early the server's answer is the last
 * word.
 */
void
lanyard_finder_find_async (LanyardFinder       *self,
                           LanyardNumber       *number,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  g_return_if_fail (LANYARD_IS_FINDER (self));
  g_return_if_fail (number != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_finder_find_async);
  search = g_new0 (Search, 1);
  search->number = lanyard_number_ref (number);
  g_task_set_task_data (task, search, search_free);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (has_everything (self))
    {
      g_task_return_pointer (task, lanyard_finder_look (self, number), (GDestroyNotify) lanyard_finding_free);
      return;
    }
  wait_for (self, task);
}

/**
 * lanyard_finder_find_finish:
 * @self: a finder
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): what was found; %NULL with @error
 */
LanyardFinding *
lanyard_finder_find_finish (LanyardFinder  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
