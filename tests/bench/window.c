/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real application in its real window: loads the workspace that the environment names, types a search, scrolls,
 * refreshes with nothing and with something changed, scans cards, and prints what that took. With --until-loaded it ends
 * after the first. */
#include <locale.h>
#include <string.h>

#include "find-child.h"
#include "lanyard-application.h"
#include "lanyard-list-pane.h"
#include "lanyard-window.h"
#include "probe.h"
#include "rename-users.h"
#include "typist.h"

/* How long the list takes to be at rest, in milliseconds. */
#define REST 700

#define N_SCROLL_FRAMES 240

#define N_SCANS 20

/* How many users are called something else before the last refresh. */
#define N_CHANGES 50

typedef enum
{
  STAGE_START,
  STAGE_LOAD,
  STAGE_REST,
  STAGE_TYPE,
  STAGE_SCROLL,
  STAGE_MIDDLE,
  STAGE_REFRESH,
  STAGE_CHANGES,
  STAGE_SCAN,
  STAGE_END,
} Stage;

typedef struct
{
  GApplication     *application;
  LanyardWindow    *window;
  LanyardDirectory *directory;
  LanyardListPane  *users_pane;
  LanyardListPane  *credentials_pane;
  GtkAdjustment    *place;
  Stage             stage;
  gboolean          until_loaded;
  double            since;
  double            memory;
  guint             n_painted;

  Typist           *typist;

  guint             n_scanned;
  SeamRecord       *scanned; /* the card whose page is to come on screen; NULL: it has */
  GArray           *scans;

  guint             n_frames;
  GArray           *frames;
  double            painted_at;

  guint             n_changes;
  guint             n_touched; /* rows */
  double            value;
  char             *endpoint;
  char             *key;
} Bench;

static gboolean
is_of_type (GtkWidget     *widget,
            gconstpointer  type)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), *(const GType *) type);
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  return find_child_where (root, is_of_type, &type);
}

static LanyardList *
users (Bench *bench)
{
  return lanyard_list_pane_get_list (bench->users_pane);
}

static gboolean
is_listed (LanyardListPane *pane,
           LanyardStore    *store)
{
  LanyardList *list = lanyard_list_pane_get_list (pane);

  return lanyard_list_is_settled (list)
         && g_list_model_get_n_items (G_LIST_MODEL (list)) == lanyard_store_get_n_records (store);
}

static void
begin (Bench *bench,
       Stage  stage)
{
  bench->stage = stage;
  bench->since = probe_now ();
  bench->n_painted = 0;
}

static gboolean
on_next (gpointer user_data);

/* What is to be measured is done by the main loop like everything else. */
static void
do_next (Bench *bench)
{
  g_idle_add_full (G_PRIORITY_HIGH, on_next, bench, NULL);
}

static void
print_array (const char *prefix,
             GArray     *array)
{
  double median, maximum;
  g_autofree char *median_name = g_strconcat (prefix, "_median", NULL);
  g_autofree char *maximum_name = g_strconcat (prefix, "_max", NULL);

  probe_summarize (array, &median, &maximum);
  probe_print (median_name, median);
  probe_print (maximum_name, maximum);
}

static void
end_load (Bench *bench)
{
  probe_print ("load", probe_now () - bench->since);
  probe_print_busy ("load");
  probe_print ("users", lanyard_store_get_n_records (lanyard_directory_get_users (bench->directory)));
  probe_print ("credentials", lanyard_store_get_n_records (lanyard_directory_get_credentials (bench->directory)));
  begin (bench, STAGE_REST);
}

static void
begin_typing (Bench *bench)
{
  probe_print ("memory", probe_resident () - bench->memory);
  probe_print ("resident", probe_resident ());
  bench->typist = typist_new (GTK_EDITABLE (find (GTK_WIDGET (bench->users_pane), GTK_TYPE_SEARCH_ENTRY)), users (bench));
  begin (bench, STAGE_TYPE);
  probe_begin ();
}

static gboolean
on_scroll_tick (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  Bench *bench = user_data;
  double range = gtk_adjustment_get_upper (bench->place) - gtk_adjustment_get_page_size (bench->place);
  double part = (double) ++bench->n_frames / N_SCROLL_FRAMES;

  /* Down to the end and back, as fast as a hand does it. */
  gtk_adjustment_set_value (bench->place, range * (part < 0.5 ? 2 * part : 2 - 2 * part));
  return bench->n_frames < N_SCROLL_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
begin_scrolling (Bench *bench)
{
  print_array ("key", typist_get_latencies (bench->typist));
  probe_print_busy ("type");
  bench->frames = g_array_new (FALSE, FALSE, sizeof (double));
  bench->painted_at = 0;
  begin (bench, STAGE_SCROLL);
  gtk_widget_add_tick_callback (GTK_WIDGET (bench->window), on_scroll_tick, bench, NULL);
  probe_begin ();
}

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  Bench      *bench)
{
  bench->n_changes++;
  bench->n_touched += n_removed + n_added;
}

/* Where it comes to rest, rows begin where the toolkit has them begin. */
static void
go_to_middle (Bench *bench)
{
  print_array ("frame", bench->frames);
  probe_print_busy ("scroll");
  gtk_adjustment_set_value (bench->place, gtk_adjustment_get_upper (bench->place) / 2);
  begin (bench, STAGE_MIDDLE);
}

static void
begin_refresh (Bench *bench)
{
  bench->value = gtk_adjustment_get_value (bench->place);
  begin (bench, STAGE_REFRESH);
  g_signal_connect (users (bench), "items-changed", G_CALLBACK (on_items_changed), bench);
  g_signal_connect (lanyard_list_pane_get_list (bench->credentials_pane), "items-changed",
                    G_CALLBACK (on_items_changed), bench);
  probe_begin ();
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "reading.refresh", NULL);
}

static void
end_refresh (Bench *bench)
{
  probe_print ("refresh", probe_now () - bench->since);
  probe_print_busy ("refresh");
  probe_print ("refresh_changes", bench->n_changes);
  probe_print ("refresh_moved", ABS (gtk_adjustment_get_value (bench->place) - bench->value));
}

static void
begin_changes (Bench *bench)
{
  rename_users (G_LIST_MODEL (users (bench)), N_CHANGES, bench->endpoint, bench->key);
  bench->n_touched = 0;
  begin (bench, STAGE_CHANGES);
  probe_begin ();
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "reading.refresh", NULL);
}

static void
begin_scanning (Bench *bench)
{
  probe_print_busy ("changes");
  probe_print ("changes_touched", bench->n_touched);
  bench->scans = g_array_new (FALSE, FALSE, sizeof (double));
  begin (bench, STAGE_SCAN);
  probe_begin ();
}

/* As the card reader hands it over when the last key has come. */
static void
scan (Bench *bench)
{
  GListModel *list = G_LIST_MODEL (lanyard_list_pane_get_list (bench->credentials_pane));
  guint n = g_list_model_get_n_items (list);
  g_autoptr (SeamCredential) credential = NULL;

  for (guint i = bench->n_scanned++ * (n / N_SCANS); credential == NULL; i++)
    {
      g_autoptr (SeamCredential) item = g_list_model_get_item (list, i % n);

      if (seam_credential_get_card_number (item) != NULL)
        credential = g_steal_pointer (&item);
    }
  bench->scanned = SEAM_RECORD (credential); /* the store holds it */
  bench->since = probe_now ();
  lanyard_scans_take (lanyard_window_get_scans (bench->window), seam_credential_get_card_number (credential), NULL);
}

static void
end_scan (Bench *bench)
{
  g_autoptr (SeamRecord) on_show = NULL;
  double latency = probe_now () - bench->since;

  g_object_get (bench->window, "record-on-show", &on_show, NULL);
  if (on_show != bench->scanned)
    return;

  g_array_append_val (bench->scans, latency);
  bench->scanned = NULL;
  bench->since = probe_now ();
}

static void
end_scanning (Bench *bench)
{
  print_array ("scan", bench->scans);
  probe_print_busy ("scan");
  begin (bench, STAGE_END);
}

static gboolean
on_next (gpointer user_data)
{
  Bench *bench = user_data;

  switch (bench->stage)
    {
    case STAGE_LOAD:
      end_load (bench);
      break;
    case STAGE_REST:
      begin_typing (bench);
      break;
    case STAGE_TYPE:
      if (typist_has_more (bench->typist))
        typist_press_key (bench->typist);
      else
        begin_scrolling (bench);
      break;
    case STAGE_SCROLL:
      go_to_middle (bench);
      break;
    case STAGE_MIDDLE:
      begin_refresh (bench);
      break;
    case STAGE_REFRESH:
      end_refresh (bench);
      begin_changes (bench);
      break;
    case STAGE_CHANGES:
      begin_scanning (bench);
      break;
    case STAGE_SCAN:
      if (bench->n_scanned < N_SCANS)
        scan (bench);
      else
        end_scanning (bench);
      break;
    case STAGE_START:
    case STAGE_END:
    default:
      gtk_window_close (GTK_WINDOW (bench->window));
    }
  return G_SOURCE_REMOVE;
}

static void
on_painted (GdkFrameClock *clock,
            Bench         *bench)
{
  double now = probe_now ();

  bench->n_painted++;
  if (bench->stage == STAGE_TYPE)
    typist_see (bench->typist);
  if (bench->stage == STAGE_SCAN && bench->scanned != NULL)
    end_scan (bench);
  if (bench->stage == STAGE_SCROLL)
    {
      double frame = now - bench->painted_at;

      if (bench->painted_at > 0)
        g_array_append_val (bench->frames, frame);
      bench->painted_at = now;
    }
}

static gboolean
begin_load (Bench *bench)
{
  bench->window = LANYARD_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (bench->application)));
  if (bench->window == NULL || (bench->directory = lanyard_window_get_directory (bench->window)) == NULL)
    return FALSE;
  bench->users_pane = find_child (GTK_WIDGET (bench->window), "users_pane");
  bench->credentials_pane = find_child (GTK_WIDGET (bench->window), "credentials_pane");
  bench->place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find (GTK_WIDGET (bench->users_pane),
                                                                       GTK_TYPE_LIST_VIEW)));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (bench->window)), "after-paint", G_CALLBACK (on_painted),
                    bench);
  bench->memory = probe_resident ();
  begin (bench, STAGE_LOAD);
  probe_begin ();

  return TRUE;
}

/* Whether what is being measured has come to its end; looked at before the main loop waits. */
static gboolean
is_through (Bench *bench)
{
  double waited = probe_now () - bench->since;
  gboolean refreshing;

  switch (bench->stage)
    {
    case STAGE_START:
      begin_load (bench);
      return FALSE;
    case STAGE_LOAD:
      return lanyard_directory_get_state (bench->directory) == LANYARD_DIRECTORY_READY && bench->n_painted > 0
             && is_listed (bench->users_pane, lanyard_directory_get_users (bench->directory))
             && is_listed (bench->credentials_pane, lanyard_directory_get_credentials (bench->directory));
    case STAGE_REST:
    case STAGE_MIDDLE:
      return waited > REST;
    case STAGE_TYPE:
      return typist_is_ready (bench->typist);
    case STAGE_SCAN:
      return bench->scanned == NULL && waited > REST;
    case STAGE_SCROLL:
      return bench->n_frames == N_SCROLL_FRAMES;
    case STAGE_REFRESH:
    case STAGE_CHANGES:
      g_object_get (bench->directory, "refreshing", &refreshing, NULL);
      return waited > 1 && !refreshing && lanyard_list_is_settled (users (bench));
    case STAGE_END:
    default:
      return TRUE;
    }
}

static gboolean
on_waiting (gpointer user_data)
{
  Bench *bench = user_data;
  static Stage done = STAGE_START;

  if (bench->window != NULL && bench->stage == STAGE_END && done == STAGE_END)
    return FALSE;
  if (!is_through (bench))
    /* These end by time alone, so the main loop must not wait for long. */
    return bench->stage == STAGE_REST || bench->stage == STAGE_TYPE || bench->stage == STAGE_SCAN
           || bench->stage == STAGE_MIDDLE;
  if (bench->until_loaded && bench->stage == STAGE_REST)
    {
      probe_print ("memory", probe_resident () - bench->memory);
      probe_print ("resident", probe_resident ());
      bench->stage = STAGE_END;
    }
  done = bench->stage;
  do_next (bench);
  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (LanyardApplication) application = NULL;
  Bench bench = { 0 };

  setlocale (LC_ALL, "");
  if (argc > 1 && strcmp (argv[1], "--until-loaded") == 0)
    {
      bench.until_loaded = TRUE;
      argv[1] = argv[0];
      argc--;
      argv++;
    }
  /* The application takes them out of the environment. */
  bench.endpoint = g_strdup (g_getenv ("SEAM_ENDPOINT"));
  bench.key = g_strdup (g_getenv ("SEAM_API_KEY"));
  application = lanyard_application_new ();
  bench.application = G_APPLICATION (application);
  probe_watch_main_loop (on_waiting, &bench);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
