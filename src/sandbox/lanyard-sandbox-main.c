/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program lanyard-sandbox: a Seam workspace on this machine, to try a client against. */
#include <glib-unix.h>
#include <locale.h>
#include <stdlib.h>

#include "lanyard-config.h"
#include "lanyard-sandbox.h"

#define NOT_GIVEN (-1)

typedef struct
{
  int n_users;
  int n_credentials;
  int latency;
  char *key;
  char *answers;
  char *record;
  gboolean users_route_only;
  gboolean version;
  char **ports;
} Options;

typedef struct
{
  GMainLoop *loop;
  gboolean failed;
} Run;

static void
complain (const char *message)
{
  g_printerr ("lanyard-sandbox: %s\n", message);
}

static gboolean
parse_options (Options   *options,
               int       *argc,
               char    ***argv)
{
  const GOptionEntry entries[] = {
    { "users", 0, 0, G_OPTION_ARG_INT, &options->n_users,
      "Serve a workspace with this many users, instead of the demo", "N" },
    { "credentials", 0, 0, G_OPTION_ARG_INT, &options->n_credentials,
      "Serve a workspace with this many credentials", "N" },
    { "latency", 0, 0, G_OPTION_ARG_INT, &options->latency, "Delay each response by this many milliseconds", "MS" },
    { "key", 0, 0, G_OPTION_ARG_STRING, &options->key,
      "Accept this API key instead of a generated one (seam_at…: a personal access token)", "KEY" },
    { "answers", 0, 0, G_OPTION_ARG_STRING, &options->answers,
      "Format of the responses to assign and unassign: the credential, only \"ok\", or as in Seam's first guide",
      "object|bare|guide" },
    { "users-route-only", 0, 0, G_OPTION_ARG_NONE, &options->users_route_only,
      "Assign credentials only through /acs/users/assign", NULL },
    { "record", 0, 0, G_OPTION_ARG_FILENAME, &options->record,
      "Write each request with its response to a file, as one line of JSON", "FILE" },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, "Print the version and exit", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->ports, NULL, NULL },
    { NULL },
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("PORT");
  g_autofree char *faults = lanyard_sandbox_describe_faults ();
  g_autofree char *description = NULL;
  g_autoptr(GError) error = NULL;

  description = g_strconcat ("Prints the endpoint and the API key as two lines that a shell can read. To make requests\n"
                             "fail, post JSON to /_sandbox/faults, for example:\n"
                             "  {\"route\": \"/acs/credentials/assign\", \"kind\": \"reset-after\", \"times\": 1}\n"
                             "Other members: skip, match, delay_ms, act, status, type, message, retry_after, body,\n"
                             "content_type, location, mebibytes. Kinds:\n",
                             faults, NULL);
  g_option_context_set_summary (context, "Serves a sample Seam workspace on PORT of the loopback interface, or on a free "
                                "port if PORT is 0.");
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, NULL);

  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  complain (error->message);

  return FALSE;
}

static gboolean
read_port (Options *options,
           guint16 *port)
{
  guint64 number;

  if (options->ports == NULL || g_strv_length (options->ports) != 1)
    {
      complain ("specify one port, or 0 for a free port; see --help");
      return FALSE;
    }

  if (!g_ascii_string_to_unsigned (options->ports[0], 10, 0, G_MAXUINT16, &number, NULL))
    {
      complain ("the port must be a number from 0 to 65535");
      return FALSE;
    }

  *port = (guint16) number;

  return TRUE;
}

static gboolean
check_numbers (Options *options)
{
  if (options->latency < 0 || options->latency > 600000)
    complain ("the latency must be from 0 to 600000 milliseconds");
  else if (MIN (options->n_users, options->n_credentials) < NOT_GIVEN
           || MAX (options->n_users, options->n_credentials) > 10000000)
    complain ("the numbers of users and credentials must be from 0 to 10000000");
  else
    return TRUE;

  return FALSE;
}

static LanyardSandbox *
make_sandbox (Options *options)
{
  g_autoptr(GEnumClass) styles = g_type_class_ref (LANYARD_TYPE_ANSWER_STYLE);
  GEnumValue *style = g_enum_get_value_by_nick (styles, options->answers != NULL ? options->answers : "object");
  LanyardSandbox *sandbox;

  if (style == NULL)
    {
      complain ("--answers must be object, bare or guide");
      return NULL;
    }

  if (options->key != NULL && (!g_str_has_prefix (options->key, "seam_") || !g_str_is_ascii (options->key)
                               || strpbrk (options->key, " \t\r\n'\"") != NULL))
    {
      complain ("an API key must begin with seam_ and contain no spaces or quotes");
      return NULL;
    }

  if (!check_numbers (options))
    return NULL;

  if (options->n_users != NOT_GIVEN || options->n_credentials != NOT_GIVEN)
    sandbox = lanyard_sandbox_new_sized ((guint) MAX (options->n_users, 0), (guint) MAX (options->n_credentials, 0));
  else
    sandbox = lanyard_sandbox_new_demo ();

  if (options->key != NULL)
    lanyard_sandbox_set_key (sandbox, options->key);
  lanyard_sandbox_set_latency (sandbox, (guint) options->latency);
  lanyard_sandbox_set_answer_style (sandbox, style->value);
  lanyard_sandbox_set_users_route (sandbox, options->users_route_only);
  lanyard_sandbox_set_record_path (sandbox, options->record);

  return sandbox;
}

static void
on_started (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  LanyardSandbox *sandbox = LANYARD_SANDBOX (source);
  Run *run = data;
  g_autoptr(GError) error = NULL;

  if (!lanyard_sandbox_start_finish (sandbox, result, &error))
    {
      complain (error->message);
      run->failed = TRUE;
      g_main_loop_quit (run->loop);
      return;
    }

  g_print ("SEAM_ENDPOINT=%s\nSEAM_API_KEY=%s\n", lanyard_sandbox_get_endpoint (sandbox),
           lanyard_sandbox_get_key (sandbox));
}

static gboolean
on_signal (gpointer data)
{
  Run *run = data;

  g_main_loop_quit (run->loop);

  return G_SOURCE_CONTINUE;
}

static void
clear_options (Options *options)
{
  g_free (options->key);
  g_free (options->answers);
  g_free (options->record);
  g_strfreev (options->ports);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

int
main (int   argc,
      char *argv[])
{
  g_auto(Options) options = { .n_users = NOT_GIVEN, .n_credentials = NOT_GIVEN };
  g_autoptr(LanyardSandbox) sandbox = NULL;
  g_autoptr(GMainLoop) loop = NULL;
  Run run = { 0 };
  guint16 port = 0;
  guint on_int, on_term;

  setlocale (LC_ALL, "");

  if (!parse_options (&options, &argc, &argv))
    return 2;

  if (options.version)
    {
      g_print ("lanyard-sandbox " LANYARD_VERSION "\n");
      return EXIT_SUCCESS;
    }

  if (!read_port (&options, &port) || (sandbox = make_sandbox (&options)) == NULL)
    return 2;

  loop = run.loop = g_main_loop_new (NULL, FALSE);
  on_int = g_unix_signal_add (SIGINT, on_signal, &run);
  on_term = g_unix_signal_add (SIGTERM, on_signal, &run);
  lanyard_sandbox_start_async (sandbox, port, NULL, on_started, &run);
  g_main_loop_run (loop);

  g_source_remove (on_int);
  g_source_remove (on_term);
  lanyard_sandbox_stop (sandbox);

  return run.failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
