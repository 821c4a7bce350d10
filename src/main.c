/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where it starts: what has to be so before anything else runs. */
#include <glib/gi18n.h>
#include <locale.h>
#include <sys/prctl.h>

#include "lanyard-application.h"
#include "lanyard-config.h"

/* An API key opens doors: no core file and no debugger of the same user gets to read it. Leak checkers work by
 * attaching to the process, and developers need their debugger. */
static void
forbid_dumping (void)
{
#if !LANYARD_DEVELOPMENT && !defined (__SANITIZE_ADDRESS__)
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (LanyardApplication) application = NULL;

  forbid_dumping ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LANYARD_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = lanyard_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
