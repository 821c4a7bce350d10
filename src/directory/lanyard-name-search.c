/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds users and credentials of a workspace by their names, and by nothing else, without a list to show them in. */
#include "lanyard-name-search.h"

#include <string.h>

#include "lanyard-query.h"

struct _LanyardNameSearch
{
  GObject parent_instance;

  LanyardDirectory *directory;
  GPtrArray *users; /* the keys, as long as nothing has changed: who types searches many times in a row */
  GPtrArray *credentials;
};

G_DEFINE_FINAL_TYPE (LanyardNameSearch, lanyard_name_search, G_TYPE_OBJECT)

/* What the worker looks through. It takes no key, and lets go of none: that is for the main thread. */
typedef struct
{
  GPtrArray *users;
  GPtrArray *credentials;
  LanyardQuery *query;
  guint limit;
  GPtrArray *found; /* LanyardKey, of the arrays */
} Find;

static void
find_free (gpointer data)
{
  Find *find = data;

  g_clear_pointer (&find->found, g_ptr_array_unref);
  g_clear_pointer (&find->users, g_ptr_array_unref);
  g_clear_pointer (&find->credentials, g_ptr_array_unref);
  g_clear_pointer (&find->query, lanyard_query_unref);
  g_free (find);
}

/* Who is called what was typed comes before who has it somewhere in the name. */
static gboolean
is_better (LanyardKey   *a,
           LanyardKey   *b,
           LanyardQuery *query)
{
  guint rank_a = lanyard_query_rank (query, lanyard_key_search_text (a));
  guint rank_b = lanyard_query_rank (query, lanyard_key_search_text (b));

  return rank_a != rank_b ? rank_a < rank_b : strcmp (a->text, b->text) < 0;
}

/* The best ones of @keys, in order, after what is in @find->found already. */
static void
find_best (Find      *find,
           GPtrArray *keys)
{
  guint start = find->found->len;

  for (guint i = 0; i < keys->len; i++)
    {
      LanyardKey *key = keys->pdata[i];
      guint place = find->found->len;

      if (!lanyard_query_matches_name (find->query, lanyard_key_search_text (key)))
        continue;

      while (place > start && is_better (key, find->found->pdata[place - 1], find->query))
        place--;
      if (place - start >= find->limit)
        continue;

      g_ptr_array_insert (find->found, (int) place, key);
      if (find->found->len - start > find->limit)
        g_ptr_array_set_size (find->found, (int) (start + find->limit));
    }
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Find *find = task_data;

  if (find->query != NULL)
    {
      find_best (find, find->users);
      find_best (find, find->credentials);
    }
  g_task_return_boolean (task, TRUE);
}

static void
on_changed (LanyardNameSearch *self)
{
  g_clear_pointer (&self->users, g_ptr_array_unref);
  g_clear_pointer (&self->credentials, g_ptr_array_unref);
}

static void
lanyard_name_search_dispose (GObject *object)
{
  LanyardNameSearch *self = LANYARD_NAME_SEARCH (object);

  on_changed (self);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_name_search_parent_class)->dispose (object);
}

static void
lanyard_name_search_class_init (LanyardNameSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lanyard_name_search_dispose;
}

static void
lanyard_name_search_init (LanyardNameSearch *self)
{
}

/**
 * lanyard_name_search_new:
 * @directory: a directory
 *
 * Returns: (transfer full): a search through what @directory has loaded
 */
LanyardNameSearch *
lanyard_name_search_new (LanyardDirectory *directory)
{
  LanyardNameSearch *self;

  g_return_val_if_fail (LANYARD_IS_DIRECTORY (directory), NULL);

  self = g_object_new (LANYARD_TYPE_NAME_SEARCH, NULL);
  self->directory = g_object_ref (directory);
  g_signal_connect_object (lanyard_directory_get_users (directory), "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (lanyard_directory_get_credentials (directory), "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * lanyard_name_search_get_directory:
 * @self: a search
 *
 * Returns: (transfer none): where it searches
 */
LanyardDirectory *
lanyard_name_search_get_directory (LanyardNameSearch *self)
{
  g_return_val_if_fail (LANYARD_IS_NAME_SEARCH (self), NULL);

  return self->directory;
}

/* The worker's own task is done, and with it what may be let go of there. */
static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, g_task_propagate_boolean (G_TASK (result), NULL));
}

/**
 * lanyard_name_search_find_async:
 * @self: a search
 * @search: what was typed
 * @limit: how many users, and how many credentials, are wanted at most
 * @cancellable: (nullable): to stop it
 * @callback: called with those whose names have every word of @search in them
 * @user_data: for @callback
 *
 * Searches on a worker.
 */
void
lanyard_name_search_find_async (LanyardNameSearch   *self,
                                const char          *search,
                                guint                limit,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) finding = NULL;
  Find *find;

  g_return_if_fail (LANYARD_IS_NAME_SEARCH (self));
  g_return_if_fail (search != NULL);

  if (self->users == NULL)
    self->users = lanyard_store_get_keys (lanyard_directory_get_users (self->directory));
  if (self->credentials == NULL)
    self->credentials = lanyard_store_get_keys (lanyard_directory_get_credentials (self->directory));

  find = g_new0 (Find, 1);
  find->users = g_ptr_array_ref (self->users);
  find->credentials = g_ptr_array_ref (self->credentials);
  find->query = lanyard_query_new (search);
  find->limit = limit;
  find->found = g_ptr_array_new ();

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, lanyard_name_search_find_async);
  g_task_set_task_data (task, find, find_free);

  /* A worker may be the last to let go of its task, and a directory is not to end there. */
  finding = g_task_new (NULL, NULL, on_found, g_steal_pointer (&task));
  g_task_set_source_tag (finding, find_in_thread);
  g_task_set_task_data (finding, find, NULL);
  g_task_run_in_thread (finding, find_in_thread);
}

/**
 * lanyard_name_search_find_finish:
 * @self: a search
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type SeamRecord): the users, then the credentials, each the best ones first; %NULL
 *   with @error
 */
GPtrArray *
lanyard_name_search_find_finish (LanyardNameSearch  *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  g_autoptr (GPtrArray) records = NULL;
  Find *find;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  find = g_task_get_task_data (G_TASK (result));
  if (g_task_propagate_boolean (G_TASK (result), error))
    {
      records = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < find->found->len; i++)
        g_ptr_array_add (records, g_object_ref (((LanyardKey *) find->found->pdata[i])->record));
    }

  return g_steal_pointer (&records);
}
