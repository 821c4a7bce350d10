/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who types searches, a letter at a time, and how long each letter takes to show in the list. */
#include "typist.h"

#include <string.h>

#include "probe.h"

/* What is typed, a letter at a time, and deleted again. */
static const char * const searches[] = { "okafor ada", "fatima", "2025550142", "zo", "x" };

/* How long somebody's next key is away, in milliseconds. */
#define BETWEEN_KEYS 120

struct _Typist
{
  GtkEditable *entry;
  LanyardList *list;
  GPtrArray   *texts; /* what is in the entry, key by key */
  guint        n_typed;
  gboolean     is_typing; /* a key was pressed whose rows aren't on screen */
  gboolean     is_published;
  double       since;
  GArray      *latencies;
};

/* Whether the list shows what is in the entry. */
static gboolean
is_found (Typist *self)
{
  g_autofree char *search = NULL;

  g_object_get (self->list, "search", &search, NULL);
  return lanyard_list_is_settled (self->list)
         && g_strcmp0 (search != NULL ? search : "", gtk_editable_get_text (self->entry)) == 0;
}

static void
on_published (Typist *self)
{
  self->is_published = is_found (self);
}

Typist *
typist_new (GtkEditable *entry,
            LanyardList *list)
{
  Typist *self = g_new0 (Typist, 1);

  self->entry = entry;
  self->list = list;
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->since = probe_now ();
  self->latencies = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      for (gsize n = 1; n <= strlen (searches[i]); n++)
        g_ptr_array_add (self->texts, g_strndup (searches[i], n));
      for (gsize n = strlen (searches[i]); n > 0; n--)
        g_ptr_array_add (self->texts, g_strndup (searches[i], n - 1));
    }
  g_signal_connect_swapped (list, "published", G_CALLBACK (on_published), self);
  return self;
}

gboolean
typist_has_more (Typist *self)
{
  return self->n_typed < self->texts->len;
}

/* As somebody does it: a letter more at the end, or one less. Setting the whole text would make it empty in between. */
void
typist_press_key (Typist *self)
{
  const char *text = self->texts->pdata[self->n_typed++];
  int length = (int) g_utf8_strlen (gtk_editable_get_text (self->entry), -1);
  int position = length;

  self->since = probe_now ();
  self->is_typing = TRUE;
  self->is_published = FALSE;
  if ((int) strlen (text) > length)
    gtk_editable_insert_text (self->entry, text + length, -1, &position);
  else
    gtk_editable_delete_text (self->entry, length - 1, length);
  gtk_editable_set_position (self->entry, -1);
}

void
typist_see (Typist *self)
{
  double latency = probe_now () - self->since;

  if (!self->is_typing || !self->is_published)
    return;

  g_array_append_val (self->latencies, latency);
  self->is_typing = FALSE;
  self->since = probe_now ();
}

gboolean
typist_is_ready (Typist *self)
{
  gboolean has_waited = probe_now () - self->since > BETWEEN_KEYS;

  /* Where the next letter leaves the rows as they are, there is nothing to paint. */
  if (self->is_typing && !self->is_published && has_waited && is_found (self))
    self->is_typing = FALSE;
  return !self->is_typing && has_waited;
}

GArray *
typist_get_latencies (Typist *self)
{
  return self->latencies;
}
