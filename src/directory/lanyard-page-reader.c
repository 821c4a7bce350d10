/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading lists page after page, some of them side by side, until there is nothing more to read. */
#include "lanyard-page-reader.h"

#include "lanyard-page-taking.h"

/* So many requests are under way at a time, and so many pages wait to be taken: the server may be quicker. */
#define MAX_IN_FLIGHT 6
#define MAX_TAKING 12

struct _LanyardPageReader
{
  GObject parent_instance;

  SeamClient         *client;
  LanyardHoldings    *holdings;
  LanyardSystemLoads *loads;
  GCancellable       *cancellable;
  GQueue              readings; /* those that wait for their turn */
  guint               in_flight;
  guint               taking;
  GError             *error; /* what ended it; of an access system alone: the first such one */
  gboolean            is_ended;
};

/* A page that is under way. */
typedef struct
{
  LanyardPageReader    *reader;
  LanyardSystemLoad    *owner;
  LanyardSystemReading *reading;
} Asking;

enum
{
  IDLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardPageReader, lanyard_page_reader, G_TYPE_OBJECT)

static void
lanyard_page_reader_finalize (GObject *object)
{
  LanyardPageReader *self = LANYARD_PAGE_READER (object);

  g_queue_clear (&self->readings);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loads);
  g_clear_object (&self->holdings);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (lanyard_page_reader_parent_class)->finalize (object);
}

static void
lanyard_page_reader_class_init (LanyardPageReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_page_reader_finalize;
  signals[IDLE] = g_signal_new ("idle", LANYARD_TYPE_PAGE_READER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                0);
}

static void
lanyard_page_reader_init (LanyardPageReader *self)
{
  self->cancellable = g_cancellable_new ();
}

/* lanyard_page_reader_new:
 * @client: (transfer none): whom to ask
 * @holdings: (transfer none): what takes the pages
 * @loads: (transfer none): what is told how the readings stand
 *
 * Returns: (transfer full): a reader that has nothing to read yet */
LanyardPageReader *
lanyard_page_reader_new (SeamClient         *client,
                         LanyardHoldings    *holdings,
                         LanyardSystemLoads *loads)
{
  LanyardPageReader *self = g_object_new (LANYARD_TYPE_PAGE_READER, NULL);

  self->client = g_object_ref (client);
  self->holdings = g_object_ref (holdings);
  self->loads = g_object_ref (loads);
  return self;
}

/* lanyard_page_reader_get_cancellable:
 * @self: a reader
 *
 * Returns: (transfer none): what stops it */
GCancellable *
lanyard_page_reader_get_cancellable (LanyardPageReader *self)
{
  return self->cancellable;
}

/* lanyard_page_reader_get_error:
 * @self: a reader
 *
 * Returns: (nullable): what ended it; if nothing has, why the first list that could not be read could not */
const GError *
lanyard_page_reader_get_error (LanyardPageReader *self)
{
  return self->error;
}

/* lanyard_page_reader_get_is_ended:
 * @self: a reader
 *
 * Returns: whether it was ended before everything was tried */
gboolean
lanyard_page_reader_get_is_ended (LanyardPageReader *self)
{
  return self->is_ended;
}

static void
tell_if_idle (LanyardPageReader *self)
{
  if (self->in_flight == 0 && self->taking == 0)
    g_signal_emit (self, signals[IDLE], 0);
}

/* lanyard_page_reader_end:
 * @self: a reader
 * @error: why
 *
 * What is under way is stopped, and nothing else is tried. The first such error counts. */
void
lanyard_page_reader_end (LanyardPageReader *self,
                         const GError      *error)
{
  if (!self->is_ended)
    {
      g_clear_error (&self->error);
      self->error = g_error_copy (error);
      self->is_ended = TRUE;
    }
  g_cancellable_cancel (self->cancellable);
  tell_if_idle (self);
}

static void
on_taken (LanyardSystemReading *reading,
          gpointer              user_data)
{
  g_autoptr (LanyardPageReader) self = user_data;

  self->taking--;
  lanyard_system_reading_taken (reading);
  lanyard_system_loads_update (self->loads, reading->owner);
  lanyard_page_reader_run (self);
}

/* Whether it is no access system's own affair: asking for another one would end in the same way. */
static gboolean
is_of_everything (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_UNAUTHORIZED)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_RATE_LIMITED)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_TLS)
         || g_error_matches (error, SEAM_ERROR, SEAM_ERROR_PROXY)
         || (g_error_matches (error, SEAM_ERROR, SEAM_ERROR_NETWORK) && seam_error_get_not_acted (error));
}

/* The others go on. */
static void
fail_reading (LanyardPageReader    *self,
              LanyardSystemReading *reading,
              const GError         *error)
{
  if (lanyard_system_reading_fail (reading, error))
    g_queue_push_head (&self->readings, reading);
  else if (self->error == NULL)
    self->error = g_error_copy (error);
}

static void
take_answer (LanyardPageReader    *self,
             LanyardSystemReading *reading,
             SeamPage             *page,
             GError              **error)
{
  if (page != NULL)
    {
      self->taking++;
      reading->n_taking++;
      lanyard_page_take (self->holdings, reading, page->records, on_taken, g_object_ref (self));
    }
  if (page == NULL || !lanyard_system_reading_advance (reading, page, error))
    fail_reading (self, reading, *error);
  else if (!reading->is_at_end)
    g_queue_push_tail (&self->readings, reading);
  lanyard_system_loads_update (self->loads, reading->owner);
}

static void
on_page (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (LanyardPageReader) self = asking->reader;
  g_autoptr (LanyardSystemLoad) owner = asking->owner;
  gboolean users = asking->reading->resource == LANYARD_RESOURCE_USERS;
  g_autoptr (GError) error = NULL;
  g_autoptr (SeamPage) page = users ? seam_client_list_users_finish (SEAM_CLIENT (source), result, &error)
                                    : seam_client_list_credentials_finish (SEAM_CLIENT (source), result, &error);

  self->in_flight--;
  if (page == NULL && is_of_everything (error))
    {
      g_queue_push_tail (&self->readings, asking->reading);
      lanyard_page_reader_end (self, error);
      return;
    }
  take_answer (self, asking->reading, page, &error);
  lanyard_page_reader_run (self);
}

static void
ask_for_page (LanyardPageReader    *self,
              LanyardSystemReading *reading)
{
  SeamRecord *system = SEAM_RECORD (lanyard_system_load_get_system (reading->owner));
  SeamListQuery query = { .system_id = seam_record_get_id (system) };
  Asking *asking = g_new0 (Asking, 1);

  self->in_flight++;
  *asking = (Asking) { g_object_ref (self), g_object_ref (reading->owner), reading };
  reading->asked_at = lanyard_holdings_get_now (self->holdings);
  if (reading->resource == LANYARD_RESOURCE_USERS)
    seam_client_list_users_async (self->client, &query, reading->cursor, self->cancellable, on_page, asking);
  else
    seam_client_list_credentials_async (self->client, &query, reading->cursor, self->cancellable, on_page, asking);
}

/* lanyard_page_reader_run:
 * @self: a reader
 *
 * Asks for as much as may be asked for at a time. Emits "idle" at once when there is nothing to do. */
void
lanyard_page_reader_run (LanyardPageReader *self)
{
  while (!self->is_ended && self->in_flight < MAX_IN_FLIGHT && self->taking < MAX_TAKING
         && !g_queue_is_empty (&self->readings))
    ask_for_page (self, g_queue_pop_head (&self->readings));
  tell_if_idle (self);
}

/* lanyard_page_reader_add:
 * @self: a reader
 * @reading: of one of its loads
 *
 * Has @reading wait for its turn, if it doesn't already; see lanyard_page_reader_run(). */
void
lanyard_page_reader_add (LanyardPageReader    *self,
                         LanyardSystemReading *reading)
{
  if (reading->is_queued)
    return;
  lanyard_system_reading_queue (reading);
  g_queue_push_tail (&self->readings, reading);
  lanyard_system_loads_update (self->loads, reading->owner);
}

/* lanyard_page_reader_break_off:
 * @self: a reader that was ended
 *
 * What was to be read isn't any more. */
void
lanyard_page_reader_break_off (LanyardPageReader *self)
{
  for (LanyardSystemReading *reading; (reading = g_queue_pop_head (&self->readings)) != NULL;)
    {
      lanyard_system_reading_break_off (reading);
      lanyard_system_loads_update (self->loads, reading->owner);
    }
}
