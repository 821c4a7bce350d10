/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts a program, and prints how long it takes from exec until its window is mapped, as the X server tells it, and
 * what is resident a while later: until-window PROGRAM [ARGUMENT...] */
#include <X11/Xlib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SETTLE_SECONDS 2

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
print_resident (pid_t program)
{
  char path[64];
  long n_pages = 0;
  FILE *file;

  snprintf (path, sizeof path, "/proc/%d/statm", (int) program);
  file = fopen (path, "r");
  if (file == NULL || fscanf (file, "%*s %ld", &n_pages) != 1)
    exit (EXIT_FAILURE);
  fclose (file);
  printf ("resident %.3f\n", (double) n_pages * (double) sysconf (_SC_PAGESIZE) / 1e6);
}

int
main (int    argc,
      char **argv)
{
  Display *display = XOpenDisplay (NULL);
  XEvent event;
  double begun;
  pid_t program;

  if (argc < 2 || display == NULL)
    {
      fprintf (stderr, "usage, on an X server: until-window PROGRAM [ARGUMENT...]\n");
      return 2;
    }
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);
  begun = now ();
  program = fork ();
  if (program == 0)
    {
      execvp (argv[1], argv + 1);
      _exit (127);
    }

  /* Toolkits have small windows of their own that are never mapped. */
  do
    XNextEvent (display, &event);
  while (event.type != MapNotify);
  printf ("window %.3f\n", now () - begun);
  sleep (SETTLE_SECONDS);
  print_resident (program);
  kill (program, SIGTERM);
  waitpid (program, NULL, 0);

  return EXIT_SUCCESS;
}
