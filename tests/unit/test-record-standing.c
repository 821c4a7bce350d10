/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the record stands: who goes by it hears of it before who shows it, and each time. */
#include <gio/gio.h>

#include "lanyard-record-standing.h"

typedef struct
{
  guint n_changed;
  guint n_turned;
  gboolean writable; /* as the last notification said */
} Heard;

static void
on_changed (LanyardRecordStanding *standing,
            Heard                 *heard)
{
  gboolean writable;

  g_object_get (standing, "writable", &writable, NULL);
  g_assert_cmpint (heard->writable, ==, writable);
  heard->n_changed++;
}

static void
on_turned (LanyardRecordStanding *standing,
           GParamSpec            *pspec,
           Heard                 *heard)
{
  g_object_get (standing, "writable", &heard->writable, NULL);
  heard->n_turned++;
}

static void
test_changes (void)
{
  g_autoptr (LanyardRecordStanding) standing = lanyard_record_standing_new ();
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  Heard heard = { .writable = TRUE };

  g_signal_connect (standing, "changed", G_CALLBACK (on_changed), &heard);
  g_signal_connect (standing, "notify::writable", G_CALLBACK (on_turned), &heard);
  g_assert_cmpint (lanyard_record_standing_get_record (standing), ==, LANYARD_RECORD_KEPT);
  g_assert_null (lanyard_record_standing_get_error (standing));

  lanyard_record_standing_break (standing, error);
  g_assert_cmpint (lanyard_record_standing_get_record (standing), ==, LANYARD_RECORD_BROKEN);
  g_assert_error (lanyard_record_standing_get_error (standing), G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_false (heard.writable);

  /* It was tried again, in vain: that is said, with the reason that it keeps. */
  lanyard_record_standing_set (standing, LANYARD_RECORD_BROKEN, lanyard_record_standing_get_error (standing));
  g_assert_cmpuint (heard.n_changed, ==, 2);
  g_assert_cmpuint (heard.n_turned, ==, 1);
  g_assert_cmpstr (lanyard_record_standing_get_error (standing)->message, ==, "full");

  lanyard_record_standing_set (standing, LANYARD_RECORD_WAIVED, NULL);
  g_assert_true (heard.writable);
  g_assert_cmpuint (heard.n_changed, ==, 3);
  g_assert_null (lanyard_record_standing_get_error (standing));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record-standing/changes", test_changes);

  return g_test_run ();
}
