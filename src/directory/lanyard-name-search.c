/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding users and credentials by their names, and by nothing else, without a list to show them in. */
#include "lanyard-name-search.h"

#include <string.h>

#include "lanyard-search-key.h"

/* The keys are ours until they are dropped on the main thread, which is what they need. */
typedef struct
{
  GPtrArray *users;
  GPtrArray *credentials;
  GStrv words;
  guint limit;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_clear_pointer (&search->users, g_ptr_array_unref);
  g_clear_pointer (&search->credentials, g_ptr_array_unref);
  g_strfreev (search->words);
  g_free (search);
}

/* Of what a record is found by, its name is the first line. */
static gboolean
is_named (LanyardKey *key,
          GStrv       words)
{
  const char *text = lanyard_key_search_text (key);
  gssize length = strchrnul (text, '\n') - text;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strstr_len (text, length, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Who is called what was typed comes before who has it somewhere in the name. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  LanyardKey *key_a = *(LanyardKey * const *) a;
  LanyardKey *key_b = *(LanyardKey * const *) b;
  const char *word = user_data;
  gboolean begins_a = g_str_has_prefix (lanyard_key_search_text (key_a), word);
  gboolean begins_b = g_str_has_prefix (lanyard_key_search_text (key_b), word);

  return begins_a != begins_b ? begins_b - begins_a : strcmp (key_a->text, key_b->text);
}

/* Leaves those that are found, the best ones first; none is let go of, which a worker may not do. */
static void
sort_out (GPtrArray *keys,
          GStrv      words,
          guint     *n_found)
{
  guint n = 0;

  for (guint i = 0; i < keys->len; i++)
    {
      if (is_named (keys->pdata[i], words))
        {
          gpointer key = keys->pdata[n];

          keys->pdata[n++] = keys->pdata[i];
          keys->pdata[i] = key;
        }
    }
  g_qsort_with_data (keys->pdata, (int) n, sizeof (gpointer), compare, words[0]);
  *n_found = n;
}

static void
search_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Search *search = task_data;
  GArray *counts = g_array_sized_new (FALSE, TRUE, sizeof (guint), 2);

  g_array_set_size (counts, 2);
  if (search->words != NULL)
    {
      sort_out (search->users, search->words, &g_array_index (counts, guint, 0));
      sort_out (search->credentials, search->words, &g_array_index (counts, guint, 1));
    }
  g_task_return_pointer (task, counts, (GDestroyNotify) g_array_unref);
}

static void
add_records (GPtrArray *records,
             GPtrArray *keys,
             guint      n)
{
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, g_object_ref (((LanyardKey *) keys->pdata[i])->record));
}

/**
 * lanyard_name_search_async:
 * @directory: a directory
 * @search: what was typed
 * @limit: how many users, and how many credentials, are wanted at most
 * @cancellable: (nullable): to stop it
 * @callback: called with those whose names have every word of @search in them
 * @user_data: for @callback
 *
 * Searches what has been loaded. To be called on the main thread, which it does not keep.
 */
void
lanyard_name_search_async (LanyardDirectory    *directory,
                           const char          *search,
                           guint                limit,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (directory, cancellable, callback, user_data);
  Search *data = g_new0 (Search, 1);

  g_task_set_source_tag (task, lanyard_name_search_async);
  data->users = lanyard_store_get_keys (lanyard_directory_get_users (directory));
  data->credentials = lanyard_store_get_keys (lanyard_directory_get_credentials (directory));
  data->words = lanyard_search_words (search);
  data->limit = limit;
  g_task_set_task_data (task, data, search_free);
  g_task_run_in_thread (task, search_in_thread);
}

/**
 * lanyard_name_search_finish:
 * @directory: a directory
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (element-type SeamRecord): the users, then the credentials, each the best ones first; %NULL
 *   with @error
 */
GPtrArray *
lanyard_name_search_finish (LanyardDirectory  *directory,
                            GAsyncResult      *result,
                            GError           **error)
{
  Search *search;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (g_task_is_valid (result, directory), NULL);

  search = g_task_get_task_data (G_TASK (result));
  counts = g_task_propagate_pointer (G_TASK (result), error);
  if (counts != NULL)
    {
      records = g_ptr_array_new_with_free_func (g_object_unref);
      add_records (records, search->users, MIN (g_array_index (counts, guint, 0), search->limit));
      add_records (records, search->credentials, MIN (g_array_index (counts, guint, 1), search->limit));
    }
  g_clear_pointer (&search->users, g_ptr_array_unref);
  g_clear_pointer (&search->credentials, g_ptr_array_unref);

  return g_steal_pointer (&records);
}
