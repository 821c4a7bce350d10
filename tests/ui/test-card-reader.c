/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card reader beside an input method: what a person types gets through it once and in order, a number not at all. */
#include <dlfcn.h>
#include <gtk/gtk.h>

#include "lanyard-card-reader.h"

#define KEYCODE_OFFSET 8

/* As long as an input method may take to say that a key is none of its own. */
#define METHOD_MS 20

typedef struct
{
  gpointer (*open) (const char *name);
  int (*sync) (gpointer display,
               int      discard);
  int (*key) (gpointer      display,
              unsigned int  code,
              int           pressed,
              unsigned long after);
  gpointer display;
} Keyboard;

static Keyboard keyboard;

typedef struct
{
  GtkWindow *window;
  GtkWidget *entry;
  LanyardCardReader *reader;
  GString *scans;
  GHashTable *given_back; /* events */
} Desk;

static gboolean
open_keyboard (void)
{
  gpointer x11 = dlopen ("libX11.so.6", RTLD_NOW);
  gpointer test = dlopen ("libXtst.so.6", RTLD_NOW);

  if (x11 == NULL || test == NULL)
    return FALSE;

  keyboard.open = dlsym (x11, "XOpenDisplay");
  keyboard.sync = dlsym (x11, "XFlush");
  keyboard.key = dlsym (test, "XTestFakeKeyEvent");
  keyboard.display = keyboard.open (NULL);

  return keyboard.display != NULL;
}

/* The server waits between the keys, not this. */
static void
type (const guint *codes,
      guint        gap,
      guint        held)
{
  for (; *codes != 0; codes++)
    {
      keyboard.key (keyboard.display, *codes + KEYCODE_OFFSET, TRUE, gap - held);
      keyboard.key (keyboard.display, *codes + KEYCODE_OFFSET, FALSE, held);
    }
  keyboard.sync (keyboard.display, FALSE);
}

static void
on_scanned (Desk       *desk,
            const char *raw)
{
  g_string_append_printf (desk->scans, "%s ", raw);
}

static void
give_back (gpointer user_data)
{
  GdkEvent *event = user_data;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gdk_display_put_event (gdk_event_get_display (event), event);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

/* Every key is first asked about elsewhere, and comes a second time when it is nobody's. */
static gboolean
on_key_pressed (Desk                  *desk,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  if (!g_hash_table_add (desk->given_back, gdk_event_ref (event)))
    return GDK_EVENT_PROPAGATE;

  g_timeout_add_once (METHOD_MS, give_back, event);

  return GDK_EVENT_STOP;
}

static void
desk_open (Desk *desk)
{
  GtkEventController *method = gtk_event_controller_key_new ();

  desk->scans = g_string_new (NULL);
  desk->given_back = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) gdk_event_unref, NULL);
  desk->reader = lanyard_card_reader_new ();
  g_signal_connect_swapped (desk->reader, "scanned", G_CALLBACK (on_scanned), desk);
  desk->window = GTK_WINDOW (gtk_window_new ());
  desk->entry = gtk_entry_new ();
  gtk_event_controller_set_propagation_phase (method, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (method, "key-pressed", G_CALLBACK (on_key_pressed), desk);
  gtk_widget_add_controller (desk->entry, method);
  gtk_window_set_child (desk->window, desk->entry);
  gtk_window_present (desk->window);
  gtk_widget_grab_focus (desk->entry);
  while (!gtk_window_is_active (desk->window))
    g_main_context_iteration (NULL, TRUE);
}

static void
desk_close (Desk *desk)
{
  gtk_window_destroy (desk->window);
  g_clear_object (&desk->reader);
  g_hash_table_unref (desk->given_back);
  g_string_free (desk->scans, TRUE);
}

static void
wait_for_text (Desk       *desk,
               const char *text)
{
  while (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (desk->entry)), text) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_scans (Desk       *desk,
                const char *scans)
{
  while (g_strcmp0 (desk->scans->str, scans) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_input_method (void)
{
  static const guint name[] = { 24, 37, 30, 33, 24, 19, 2, 0 };           /* okafor1 */
  static const guint number[] = { 3, 11, 5, 9, 2, 3, 4, 5, 28, 28, 0 }; /* 20481234, Enter twice */
  static const guint more[] = { 24, 0 };
  Desk desk = { NULL };

  desk_open (&desk);
  type (name, 60, 30);
  wait_for_text (&desk, "okafor1");
  type (name, 60, 59);
  wait_for_text (&desk, "okafor1okafor1");
  type (number, 2, 0);
  wait_for_scans (&desk, "20481234 ");
  type (more, 300, 50);
  wait_for_text (&desk, "okafor1okafor1o");
  g_assert_cmpstr (desk.scans->str, ==, "20481234 ");
  desk_close (&desk);
}

/* What a busy program sees all at once is told apart by when it was typed. */
static void
test_busy (void)
{
  static const guint digits[] = { 3, 11, 5, 9, 2, 3, 4, 5, 0 };
  Desk desk = { NULL };

  desk_open (&desk);
  type (digits, 60, 30);
  g_usleep (G_USEC_PER_SEC);
  wait_for_text (&desk, "20481234");
  type (digits, 30, 5);
  g_usleep (G_USEC_PER_SEC);
  wait_for_scans (&desk, "20481234 ");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (desk.entry)), ==, "20481234");
  desk_close (&desk);
}

static void
test_turned_off (void)
{
  static const guint digits[] = { 3, 11, 5, 9, 0 };
  Desk desk = { NULL };

  desk_open (&desk);
  g_object_set (desk.reader, "enabled", FALSE, NULL);
  type (digits, 2, 0);
  wait_for_text (&desk, "2048");
  g_assert_cmpstr (desk.scans->str, ==, "");
  desk_close (&desk);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  if (!open_keyboard ())
    {
      g_print ("1..0 # SKIP there is nothing to press keys with\n");
      return 0;
    }

  g_test_add_func ("/card-reader/input-method", test_input_method);
  g_test_add_func ("/card-reader/busy", test_busy);
  g_test_add_func ("/card-reader/turned-off", test_turned_off);

  return g_test_run ();
}
