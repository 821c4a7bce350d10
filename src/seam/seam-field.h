/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One member of a record: where it stands in the JSON, where in the struct, and under which property. */
#pragma once

#include <json-glib/json-glib.h>

#include "seam-reader.h"
#include "seam-record.h"

G_BEGIN_DECLS

typedef enum
{
  SEAM_FIELD_STRING,
  SEAM_FIELD_DIGITS,   /* a string; some servers write it as a number */
  SEAM_FIELD_INTERNED, /* a GRefString that all records share: compare by pointer */
  SEAM_FIELD_TIME,     /* gint64, microseconds */
  SEAM_FIELD_BOOL,
  SEAM_FIELD_SYNC,     /* true, false, or null and absent: three states */
  SEAM_FIELD_PROBLEMS, /* GPtrArray of SeamProblem */
  SEAM_FIELD_MUTATIONS /* GStrv of mutation_code */
} SeamFieldKind;

struct _SeamField
{
  const char   *property;
  const char   *member; /* with a dot: a member of a member */
  SeamFieldKind kind;
  gssize        offset; /* in the instance */
  const char   *also;   /* another property that follows from it, or NULL */

  /* Of member, by seam_record_class_set_fields(): the name without what it stands in, and the sizes of both. */
  const char   *name;
  gsize         name_size;
  gsize         outer_size;
};

/* Where @field is in @instance. */
#define SEAM_FIELD_AT(type, instance, field) ((type *) (gpointer) ((guint8 *) (instance) + (field)->offset))

void      seam_fields_install   (GObjectClass    *klass,
                                 const SeamField *fields,
                                 guint            n_fields,
                                 guint            first_id);
void      seam_field_get        (const SeamField *field,
                                 gpointer         instance,
                                 GValue          *value);
gboolean  seam_field_take       (const SeamField *field,
                                 gpointer         instance,
                                 gpointer         fresh);
void      seam_field_clear      (const SeamField *field,
                                 gpointer         instance);

/* What reads it, be it from text or from a node, has found. */
void      seam_field_take_text  (const SeamField *field,
                                 gpointer         instance,
                                 char            *text);
void      seam_field_set_flag   (const SeamField *field,
                                 gpointer         instance,
                                 gboolean         flag);
void      seam_field_take_list  (const SeamField *field,
                                 gpointer         instance,
                                 GPtrArray       *list);

/* In seam-field-text.c and seam-field-node.c. */
gboolean  seam_field_read       (const SeamField *field,
                                 gpointer         instance,
                                 SeamReader      *reader);
gboolean  seam_field_read_node  (const SeamField *field,
                                 gpointer         instance,
                                 JsonNode        *node);
JsonNode *seam_field_write_node (const SeamField *field,
                                 gpointer         instance);

G_END_DECLS
