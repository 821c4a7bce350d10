/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it takes to read a page of 500 credentials: by the reader of lists, by json-glib's own parser alone, and by the
 * nodes and the interface of json-glib. Times are the processor's, so that other programs don't count. */
#include <stdlib.h>
#include <string.h>

#include "probe.h"
#include "seam-json.h"
#include "seam-page-private.h"
#include "seam.h"

#define N_ROWS 500
#define N_RUNS 40

/* As the API has them. */
static void
append_credential (GString *text,
                   guint    i)
{
  g_string_append_printf (
    text,
    "%s{\"acs_credential_id\":\"%08x-2375-47cf-b700-58f46b3030ba\","
    "\"workspace_id\":\"e220a839-7b1d-4daf-8e10-c4d3e1083355\","
    "\"acs_system_id\":\"c42c5a1a-a382-4138-9202-1eb6d1059c7d\",\"created_at\":\"2026-04-29T03:00:00.000Z\","
    "\"connected_account_id\":\"9601d57e-7616-4d1c-b5f2-ccf3dc8ae6e8\",\"display_name\":\"Card %u****\","
    "\"access_method\":\"card\",\"card_number\":\"%010u\",\"external_type\":\"visionline_card\","
    "\"external_type_display_name\":\"Visionline Card\",\"is_issued\":true,\"issued_at\":\"2026-04-29T03:00:00.000Z\","
    "\"visionline_metadata\":{\"card_function_type\":\"staff\",\"card_id\":\"%u\",\"credential_id\":\"7100\","
    "\"is_valid\":true,\"auto_join\":false,\"guest_acs_entrance_ids\":[\"e7b25ad2-7bcc-4532-af37-400b8c8abc96\","
    "\"c4858308-e594-4c49-8a54-94ec9b5577df\",\"a8391e45-28c2-497f-b505-1ecef99c0da3\"]},\"is_managed\":true,"
    "\"errors\":[],\"warnings\":[],\"acs_user_id\":\"%08x-896d-41fb-a127-6b3550ea0990\","
    "\"is_latest_desired_state_synced_with_provider\":true,"
    "\"latest_desired_state_synced_with_provider_at\":\"2026-04-29T03:00:04.000Z\"}",
    i > 0 ? "," : "", i * 2654435761u, i % 100, 20000000 + i * 7, 30000 + i, i * 2246822519u);
}

static char *
make_page (void)
{
  GString *text = g_string_new ("{\"acs_credentials\":[");

  for (guint i = 0; i < N_ROWS; i++)
    append_credential (text, i);
  g_string_append (text, "],\"pagination\":{\"has_next_page\":false,\"next_page_cursor\":null},\"ok\":true}");
  return g_string_free (text, FALSE);
}

static void
read_page (const char *text)
{
  g_autoptr (GBytes) body = g_bytes_new_static (text, strlen (text));
  g_autoptr (SeamPage) page = seam_page_parse (body, SEAM_TYPE_CREDENTIAL, "acs_credentials", NULL, NULL);

  if (page == NULL || page->records->len != N_ROWS)
    g_error ("The page could not be read");
}

static void
parse_only (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  if (!json_parser_load_from_data (parser, text, -1, &error))
    g_error ("%s", error->message);
}

static void
read_nodes (const char *text)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonNode) node = seam_json_parse (text, strlen (text));
  JsonArray *array = json_object_get_array_member (json_node_get_object (node), "acs_credentials");

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (records, seam_record_new_from_node (SEAM_TYPE_CREDENTIAL, json_array_get_element (array, i),
                                                         SEAM_EXTENT_WHOLE, NULL));
}

static void
measure (const char *what,
         void      (*read) (const char *text),
         const char *text)
{
  g_autofree char *median_name = g_strconcat (what, "_median", NULL);
  g_autofree char *least_name = g_strconcat (what, "_least", NULL);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double least = G_MAXDOUBLE;
  double median, maximum;

  for (guint i = 0; i < N_RUNS; i++)
    {
      double begun = probe_processor_now ();
      double took;

      read (text);
      took = probe_processor_now () - begun;
      least = MIN (least, took);
      g_array_append_val (times, took);
    }
  probe_summarize (times, &median, &maximum);
  probe_print (median_name, median);
  probe_print (least_name, least);
}

int
main (void)
{
  g_autofree char *text = make_page ();

  measure ("reader", read_page, text);
  measure ("json_parser", parse_only, text);
  measure ("json_records", read_nodes, text);
  probe_print ("page_bytes", (double) strlen (text));
  return EXIT_SUCCESS;
}
