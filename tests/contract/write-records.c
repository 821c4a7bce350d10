/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads records, and writes them back. A line of the input is a kind and an object of the API; one of the output is the
 * same record as the client writes it. With an argument, it prints the names of the members that it reads, a kind a
 * line. */
#include <stdio.h>
#include <string.h>

#include "seam.h"

static const struct
{
  const char *name;
  GType (*get_type) (void);
} kinds[] = {
  { "acs_user", seam_user_get_type }, { "acs_credential", seam_credential_get_type },
  { "acs_system", seam_system_get_type }, { "acs_entrance", seam_entrance_get_type },
  { "workspace", seam_workspace_get_type },
};

static GType
type_of (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return kinds[i].get_type ();
  g_error ("There is no kind “%s”", name);
}

static void
print_members (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (JsonNode) empty = json_from_string ("{}", NULL);
      g_autoptr (GObject) record = json_gobject_deserialize (kinds[i].get_type (), empty);
      g_autofree GParamSpec **members = NULL;
      guint n;

      members = json_serializable_list_properties (JSON_SERIALIZABLE (record), &n);
      g_print ("%s", kinds[i].name);
      for (guint m = 0; m < n; m++)
        g_print (" %s", g_param_spec_get_nick (members[m]));
      g_print ("\n");
    }
}

static void
write_record (char *line)
{
  char *text = strchr (line, ' ');
  g_autoptr (SeamRecord) record = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;

  *text++ = '\0';
  record = seam_record_new_from_text (type_of (line), text, SEAM_EXTENT_WHOLE, &error);
  if (record == NULL)
    g_error ("%s: %s", error->message, text);
  node = seam_record_to_json (record);
  written = json_to_string (node, FALSE);
  puts (written); /* g_print() would put it into the locale's letters */
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *line = NULL;
  size_t size = 0;

  if (argc > 1)
    {
      print_members ();
      return 0;
    }
  while (getline (&line, &size, stdin) > 0)
    write_record (g_strchomp (line));
  return 0;
}
