/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be sent to connect, and what is said of what can't. */
#include "lanyard-connect-form.h"

static void
assert_says (LanyardConnectForm *form,
             gboolean            key_wrong,
             gboolean            endpoint_wrong,
             gboolean            can_connect)
{
  g_assert_cmpint (lanyard_bindable_get_flag (form, "key-wrong"), ==, key_wrong);
  g_assert_cmpint (lanyard_bindable_get_flag (form, "endpoint-wrong"), ==, endpoint_wrong);
  g_assert_cmpint (lanyard_bindable_get_flag (form, "can-connect"), ==, can_connect);
  g_assert_cmpint (*lanyard_bindable_get_text (form, "reason") == '\0', ==, !key_wrong && !endpoint_wrong);
}

static void
test_form (void)
{
  g_autoptr (LanyardConnectForm) form = lanyard_connect_form_new ();

  assert_says (form, FALSE, FALSE, FALSE);
  g_object_set (form, "endpoint", "https://example.com", NULL);
  assert_says (form, FALSE, FALSE, FALSE);
  lanyard_connect_form_check_key (form, " \t\n");
  assert_says (form, FALSE, FALSE, FALSE);
  lanyard_connect_form_check_key (form, " seam_key\n");
  assert_says (form, FALSE, FALSE, TRUE);
  lanyard_connect_form_check_key (form, "seam key");
  assert_says (form, TRUE, FALSE, FALSE);
  lanyard_connect_form_check_key (form, "seam_kéy");
  assert_says (form, TRUE, FALSE, FALSE);
  lanyard_connect_form_check_key (form, "seam_key");

  g_object_set (form, "endpoint", "http://example.com", NULL);
  assert_says (form, FALSE, TRUE, FALSE);
  g_object_set (form, "endpoint", " https://example.com ", NULL);
  assert_says (form, FALSE, FALSE, TRUE);
  g_object_set (form, "endpoint", "example", NULL);
  assert_says (form, FALSE, TRUE, FALSE);
  g_object_set (form, "endpoint", NULL, NULL);
  assert_says (form, FALSE, TRUE, FALSE);
  /* Of both, the key is what is said. */
  lanyard_connect_form_check_key (form, "seam key");
  assert_says (form, TRUE, TRUE, FALSE);
  g_assert_nonnull (strstr (lanyard_bindable_get_text (form, "reason"), "invalid character"));
}

/* It is asked for by what it can say; the key is not in any of it. */
static void
test_key_is_not_kept (void)
{
  g_autoptr (LanyardConnectForm) form = lanyard_connect_form_new ();
  guint n;
  g_autofree GParamSpec **pspecs = NULL;

  lanyard_connect_form_check_key (form, "seam_secret word");
  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (form), &n);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *text = NULL;

      g_object_get_property (G_OBJECT (form), pspecs[i]->name, &value);
      text = g_strdup_value_contents (&value);
      g_assert_null (strstr (text, "seam_secret"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connect-form/form", test_form);
  g_test_add_func ("/connect-form/key-is-not-kept", test_key_is_not_kept);

  return g_test_run ();
}
