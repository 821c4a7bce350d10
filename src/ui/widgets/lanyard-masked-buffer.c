/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of an entry for a secret, which whoever asks the entry sees as bullets until it is revealed.
 *
 * An entry that shows bullets still hands its text out: before 4.14, GTK answers a screen reader with it, and tells on
 * the accessibility bus each character that comes and, when the entry is emptied, all of them at once. */
#include "lanyard-masked-buffer.h"

#include <string.h>

#define BULLET "•"

struct _LanyardMaskedBuffer
{
  GtkEntryBuffer parent_instance;

  GtkEntryBuffer *secret; /* in memory that is never paged out */
  char           *mask;   /* as many bullets */
  const char     *coming; /* what the bullets that are being inserted stand for */
  gboolean        revealed;
};

G_DEFINE_FINAL_TYPE (LanyardMaskedBuffer, lanyard_masked_buffer, GTK_TYPE_ENTRY_BUFFER)

static char *
make_mask (gsize length)
{
  GString *mask = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    g_string_append (mask, BULLET);

  return g_string_free (mask, FALSE);
}

static void
update_mask (LanyardMaskedBuffer *self)
{
  g_free (self->mask);
  self->mask = make_mask (gtk_entry_buffer_get_length (self->secret));
}

/* --- As a buffer --- */

static const char *
lanyard_masked_buffer_get_text (GtkEntryBuffer *buffer,
                                gsize          *n_bytes)
{
  LanyardMaskedBuffer *self = LANYARD_MASKED_BUFFER (buffer);
  const char *text = self->revealed ? gtk_entry_buffer_get_text (self->secret) : self->mask;

  if (n_bytes != NULL)
    *n_bytes = strlen (text);

  return text;
}

static guint
lanyard_masked_buffer_get_length (GtkEntryBuffer *buffer)
{
  return gtk_entry_buffer_get_length (LANYARD_MASKED_BUFFER (buffer)->secret);
}

static guint
lanyard_masked_buffer_insert_text (GtkEntryBuffer *buffer,
                                   guint           position,
                                   const char     *chars,
                                   guint           n_chars)
{
  LanyardMaskedBuffer *self = LANYARD_MASKED_BUFFER (buffer);
  guint n_inserted = gtk_entry_buffer_insert_text (self->secret, position,
                                                   self->coming != NULL ? self->coming : chars, (int) n_chars);

  update_mask (self);
  gtk_entry_buffer_emit_inserted_text (buffer, position, chars, n_inserted);

  return n_inserted;
}

static guint
lanyard_masked_buffer_delete_text (GtkEntryBuffer *buffer,
                                   guint           position,
                                   guint           n_chars)
{
  guint length = lanyard_masked_buffer_get_length (buffer);

  position = MIN (position, length);
  n_chars = MIN (n_chars, length - position);
  if (n_chars > 0)
    gtk_entry_buffer_emit_deleted_text (buffer, position, n_chars);

  return n_chars;
}

/* The parent's would delete from its own text, of which there is none. */
static void
lanyard_masked_buffer_deleted_text (GtkEntryBuffer *buffer,
                                    guint           position,
                                    guint           n_chars)
{
  LanyardMaskedBuffer *self = LANYARD_MASKED_BUFFER (buffer);

  gtk_entry_buffer_delete_text (self->secret, position, (int) n_chars);
  update_mask (self);
  g_object_notify (G_OBJECT (self), "text");
  g_object_notify (G_OBJECT (self), "length");
}

static void
lanyard_masked_buffer_finalize (GObject *object)
{
  LanyardMaskedBuffer *self = LANYARD_MASKED_BUFFER (object);

  g_object_unref (self->secret);
  g_free (self->mask);

  G_OBJECT_CLASS (lanyard_masked_buffer_parent_class)->finalize (object);
}

static void
lanyard_masked_buffer_class_init (LanyardMaskedBufferClass *klass)
{
  GtkEntryBufferClass *buffer_class = GTK_ENTRY_BUFFER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lanyard_masked_buffer_finalize;
  buffer_class->get_text = lanyard_masked_buffer_get_text;
  buffer_class->get_length = lanyard_masked_buffer_get_length;
  buffer_class->insert_text = lanyard_masked_buffer_insert_text;
  buffer_class->delete_text = lanyard_masked_buffer_delete_text;
  buffer_class->deleted_text = lanyard_masked_buffer_deleted_text;
}

static void
lanyard_masked_buffer_init (LanyardMaskedBuffer *self)
{
  self->secret = gtk_password_entry_buffer_new ();
  update_mask (self);
}

/* --- In an entry --- */

/* Whoever watches the entry is told of bullets instead. */
static void
on_insert_text (GtkEditable         *text,
                const char          *chars,
                int                  length,
                int                 *position,
                LanyardMaskedBuffer *self)
{
  g_autofree char *mask = NULL;

  if (self->revealed || self->coming != NULL)
    return;

  g_signal_stop_emission_by_name (text, "insert-text");
  mask = make_mask (g_utf8_strlen (chars, length));
  self->coming = chars;
  gtk_editable_insert_text (text, mask, -1, position);
  self->coming = NULL;
}

static void
on_visibility_changed (LanyardMaskedBuffer *self,
                       GParamSpec          *pspec,
                       GtkText             *text)
{
  self->revealed = gtk_text_get_visibility (text);
}

/**
 * lanyard_masked_buffer_install:
 * @text: what is typed into; empty
 *
 * Has @text keep what is typed out of sight of everybody who asks it or watches it, as long as it shows bullets.
 *
 * Returns: (transfer none): its buffer from now on
 */
LanyardMaskedBuffer *
lanyard_masked_buffer_install (GtkText *text)
{
  g_autoptr (LanyardMaskedBuffer) self = NULL;

  g_return_val_if_fail (GTK_IS_TEXT (text), NULL);

  self = g_object_new (LANYARD_TYPE_MASKED_BUFFER, NULL);
  self->revealed = gtk_text_get_visibility (text);
  g_signal_connect_object (text, "insert-text", G_CALLBACK (on_insert_text), self, 0);
  g_signal_connect_object (text, "notify::visibility", G_CALLBACK (on_visibility_changed), self, G_CONNECT_SWAPPED);
  gtk_text_set_buffer (text, GTK_ENTRY_BUFFER (self));

  return self;
}

/**
 * lanyard_masked_buffer_get_secret:
 * @self: a buffer
 *
 * Returns: (transfer none): what was typed, until it changes
 */
const char *
lanyard_masked_buffer_get_secret (LanyardMaskedBuffer *self)
{
  g_return_val_if_fail (LANYARD_IS_MASKED_BUFFER (self), NULL);

  return gtk_entry_buffer_get_text (self->secret);
}
