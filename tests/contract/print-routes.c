/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the client's table of routes, an object a line. */
#include "seam-route.h"

static JsonArray *
list_members (const SeamRoute *route,
              guint            n)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < n; i++)
    json_array_add_string_element (array, route->members[i]);
  return array;
}

int
main (void)
{
  for (guint id = 0; id < SEAM_N_ROUTES; id++)
    {
      const SeamRoute *route = seam_route_get (id);
      g_autoptr (JsonObject) object = json_object_new ();
      g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
      g_autofree char *text = NULL;

      json_object_set_string_member (object, "path", route->path);
      json_object_set_array_member (object, "members", list_members (route, seam_route_n_members (route)));
      json_object_set_array_member (object, "required", list_members (route, route->n_required));
      json_object_set_boolean_member (object, "is_list",
                                      route->shape == SEAM_ROUTE_ALL || route->shape == SEAM_ROUTE_PAGE);
      if (route->answer != NULL)
        json_object_set_string_member (object, "answer", route->answer);
      text = json_to_string (node, FALSE);
      g_print ("%s\n", text);
    }
  return 0;
}
