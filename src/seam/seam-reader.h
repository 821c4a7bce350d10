/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strict pull reader of JSON text: no tree is built, and what isn't wanted is passed over. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

typedef enum
{
  SEAM_TOKEN_NONE, /* not JSON, or the end of the text */
  SEAM_TOKEN_OBJECT,
  SEAM_TOKEN_ARRAY,
  SEAM_TOKEN_STRING,
  SEAM_TOKEN_NUMBER,
  SEAM_TOKEN_BOOLEAN,
  SEAM_TOKEN_NULL,
} SeamToken;

/* A whole number of more digits is no code of a door, and not exact in all that reads JSON. */
#define SEAM_READER_MAX_DIGITS 18

/* A piece of the text; not ended by NUL. */
typedef struct
{
  const char *start;
  gsize       size;
} SeamSlice;

/* To be put on the stack. Members are the reader's own. */
typedef struct
{
  const char *next;
  const char *end;
  guint       depth;
  gboolean    is_first; /* nothing of the innermost container has been read */
  gboolean    has_failed;
} SeamReader;

void      seam_reader_init         (SeamReader *self,
                                    const char *text,
                                    gsize       size);
SeamToken seam_reader_peek         (SeamReader *self);
gboolean  seam_reader_enter        (SeamReader *self);
gboolean  seam_reader_next_member  (SeamReader *self,
                                    SeamSlice  *name);
gboolean  seam_reader_next_element (SeamReader *self);
char     *seam_reader_read_string  (SeamReader *self);
char     *seam_reader_read_digits  (SeamReader *self);
gboolean  seam_reader_read_boolean (SeamReader *self);
SeamSlice seam_reader_skip         (SeamReader *self);
gboolean  seam_reader_is_done      (SeamReader *self);

/* Whether @text begins with @slice: a NUL in the slice, which would end the comparison early, is part of no name. */
static inline gboolean
seam_slice_begins (SeamSlice   slice,
                   const char *text)
{
  return strncmp (text, slice.start, slice.size) == 0 && memchr (slice.start, '\0', slice.size) == NULL;
}

static inline gboolean
seam_slice_is (SeamSlice   slice,
               const char *text)
{
  return seam_slice_begins (slice, text) && text[slice.size] == '\0';
}

G_END_DECLS
