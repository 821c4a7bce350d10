/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An object of a Seam workspace: read from JSON and merged by one table of its members. json-glib reads it, by
 * json_gobject_deserialize(); what only the keeper of a collection sets, no JSON can. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SEAM_TYPE_RECORD (seam_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (SeamRecord, seam_record, SEAM, RECORD, GObject)

typedef struct _SeamField SeamField;

struct _SeamRecordClass
{
  GObjectClass parent_class;

  /*< private >*/
  const SeamField *fields; /* by seam_record_class_set_fields() */
  guint            n_fields;
  guint            name_field;
  GParamSpec     **members; /* the same, as json-glib sees it */
  guint            n_members;
  const char      *id_member;
  const char      *name_member;
  const char    *(*get_other_name) (SeamRecord *self); /* what it is called where it has no name; or NULL */
  const char    *(*get_secret)     (SeamRecord *self); /* the code that it opens doors with; or NULL */
  void           (*settle)         (SeamRecord *self); /* makes one sense of all that was read; or NULL */
};

/* Times are microseconds since 1970-01-01 UTC (as g_get_real_time()); this one means "not given". */
#define SEAM_TIME_UNSET ((gint64) 0)

/* What access systems write for an end that never comes: the last day of 2099, of 2999 or of 9999, 2100, what the
 * largest 32-bit number is as a time (in 2106), and later. It is the first moment at which it is 2099 anywhere, so that
 * it is the same for all time zones; earlier ends, also those of 2038 and 2050, are dates. */
#define SEAM_TIME_NEVER (G_GINT64_CONSTANT (4070858400) * G_USEC_PER_SEC)

/**
 * SeamExtent:
 * @SEAM_EXTENT_WHOLE: the record is all that the server has: what it lacks is unset there
 * @SEAM_EXTENT_PART: the record may lack members that the server has
 */
typedef enum
{
  SEAM_EXTENT_WHOLE,
  SEAM_EXTENT_PART,
} SeamExtent;

const char *seam_record_get_id            (SeamRecord  *self);
const char *seam_record_get_display_name  (SeamRecord  *self);
gint64      seam_record_get_created_at    (SeamRecord  *self);

/* Both of GPtrArray of SeamProblem; NULL when there are none. Transfer none. */
GPtrArray  *seam_record_get_errors        (SeamRecord  *self);
GPtrArray  *seam_record_get_warnings      (SeamRecord  *self);

char       *seam_record_mask_text         (SeamRecord  *self,
                                           const char  *text);

/* From JSON, one object of the API; may be called on any thread. */
SeamRecord *seam_record_new_from_text     (GType        type,
                                           const char  *text,
                                           SeamExtent   extent,
                                           GError     **error);
SeamRecord *seam_record_new_from_node     (GType        type,
                                           JsonNode    *node,
                                           SeamExtent   extent,
                                           GError     **error);
JsonNode   *seam_record_to_json           (SeamRecord  *self);

/* Takes over what @fresh has, and, when @fresh is whole, unsets what it lacks; notifies what changed.
 * Returns whether anything did. */
gboolean    seam_record_merge             (SeamRecord  *self,
                                           SeamRecord  *fresh);

G_END_DECLS
