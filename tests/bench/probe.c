/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the measuring programs have in common: times, memory, and how long the main loop was away.
 *
 * The main loop is away from when it stops waiting for something to happen until it waits again. That is what an event
 * of the user's has to wait for, and it is seen without a hook in the application: a main context can be given the
 * function that it waits with. */
#include "probe.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static GArray *busy; /* doubles, milliseconds */
static double away_since;
static double worked_since;
static double most_work; /* milliseconds of the processor that the longest of them took */
static double begun;
static GSourceFunc before_waiting;
static gpointer before_waiting_data;

/* How soon the main loop looks around when something is to end by time; milliseconds. */
#define SOON 5

/* Milliseconds on the clock that the driver reads as well. */
double
probe_now (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

/* Milliseconds that this process has used of a processor. */
double
probe_processor_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

/* Megabytes, of 10^6 bytes. */
double
probe_resident (void)
{
  g_autofree char *text = NULL;
  long n_pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%*s %ld", &n_pages);
  return (double) n_pages * (double) sysconf (_SC_PAGESIZE) / 1e6;
}

/* What this thread has used of a processor: on a busy machine, a stall is not all ours. */
static double
worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static int
wait_and_note (GPollFD *fds,
               guint    n_fds,
               int      timeout)
{
  double now = probe_now ();
  int n;

  if (away_since > 0)
    {
      double milliseconds = now - MAX (away_since, begun);

      g_array_append_val (busy, milliseconds);
      most_work = MAX (most_work, worked () - worked_since);
    }
  if (before_waiting != NULL && before_waiting (before_waiting_data))
    timeout = timeout < 0 ? SOON : MIN (timeout, SOON);
  n = g_poll (fds, n_fds, timeout);
  away_since = probe_now ();
  worked_since = worked ();

  return n;
}

/* To be called before the main loop runs. What @func does is not counted; it says whether to look around soon. */
void
probe_watch_main_loop (GSourceFunc func,
                       gpointer    user_data)
{
  before_waiting = func;
  before_waiting_data = user_data;
  busy = g_array_new (FALSE, FALSE, sizeof (double));
  begun = probe_now ();
  g_main_context_set_poll_func (NULL, wait_and_note);
}

/* Forgets what was measured so far. */
void
probe_begin (void)
{
  g_array_set_size (busy, 0);
  most_work = 0;
  worked_since = worked ();
  begun = probe_now ();
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

void
probe_summarize (GArray *array,
                 double *median,
                 double *maximum)
{
  g_array_sort (array, compare);
  *median = array->len > 0 ? g_array_index (array, double, array->len / 2) : 0;
  *maximum = array->len > 0 ? g_array_index (array, double, array->len - 1) : 0;
}

/* How long 99 of 100 events, coming at any moment, have to wait at most: an event in the middle of a stall waits for
 * the rest of it. Percentiles of the stalls themselves would look better the more often nothing is to do. */
static double
wait_of_99 (double total)
{
  double low = 0;
  double high = busy->len > 0 ? g_array_index (busy, double, busy->len - 1) : 0;

  for (guint step = 0; step < 50; step++)
    {
      double middle = (low + high) / 2;
      double longer = 0;

      for (guint i = 0; i < busy->len; i++)
        longer += MAX (g_array_index (busy, double, i) - middle, 0);
      if (longer > total / 100)
        low = middle;
      else
        high = middle;
    }

  return high;
}

/* The longest stall since probe_begin(), the most work in one, the 99th percentile of stalls, and of the waits of events. */
void
probe_print_busy (const char *prefix)
{
  double total = probe_now () - begun;
  g_autofree char *longest = g_strconcat (prefix, "_stall_max", NULL);
  g_autofree char *work = g_strconcat (prefix, "_work_max", NULL);
  g_autofree char *of_stalls = g_strconcat (prefix, "_stall_p99", NULL);
  g_autofree char *of_waits = g_strconcat (prefix, "_wait_p99", NULL);

  g_array_sort (busy, compare);
  probe_print (longest, busy->len > 0 ? g_array_index (busy, double, busy->len - 1) : 0);
  probe_print (work, most_work);
  probe_print (of_stalls, busy->len > 0 ? g_array_index (busy, double, busy->len * 99 / 100) : 0);
  probe_print (of_waits, wait_of_99 (total));
}

/* A line for the driver. */
void
probe_print (const char *name,
             double      value)
{
  printf ("%s %.3f\n", name, value);
  fflush (stdout);
}
