/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A GListModel over a store: sorted, filtered and searched, published a few times a second. */
#include "lanyard-list.h"

#include <string.h>

#include "lanyard-directory.h"
#include "lanyard-search-key.h"
#include "seam-intern.h"

/* After the first rows, the others are shown this often while they arrive. */
#define PUBLISH_INTERVAL_MS 250

struct _LanyardList
{
  GObject parent_instance;

  LanyardStore *store;
  GPtrArray    *rows; /* what is published; owned references */
  char         *search;
  GStrv         words;
  char         *system_id; /* interned, as in the records; NULL for all */
  LanyardSort   sort;
  LanyardShow   show;
  gboolean      picker;
  gboolean      searching;
  guint         publish_source;
};

enum
{
  PROP_SEARCH = 1,
  PROP_SYSTEM_ID,
  PROP_SORT,
  PROP_SHOW,
  PROP_PICKER,
  PROP_N_ITEMS,
  PROP_SEARCHING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ENUM_TYPE (LanyardSort, lanyard_sort,
                    G_DEFINE_ENUM_VALUE (LANYARD_SORT_NAME, "name"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SORT_NEWEST, "newest"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SORT_HOLDER, "holder"))

G_DEFINE_ENUM_TYPE (LanyardShow, lanyard_show,
                    G_DEFINE_ENUM_VALUE (LANYARD_SHOW_ALL, "all"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SHOW_UNASSIGNED, "unassigned"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SHOW_ASSIGNED, "assigned"),
                    G_DEFINE_ENUM_VALUE (LANYARD_SHOW_ATTENTION, "attention"))

static GType
lanyard_list_get_item_type (GListModel *model)
{
  return SEAM_TYPE_RECORD;
}

static guint
lanyard_list_get_n_items (GListModel *model)
{
  return LANYARD_LIST (model)->rows->len;
}

static gpointer
lanyard_list_get_item (GListModel *model,
                       guint       position)
{
  LanyardList *self = LANYARD_LIST (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = lanyard_list_get_item_type;
  iface->get_n_items = lanyard_list_get_n_items;
  iface->get_item = lanyard_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LanyardList, lanyard_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static gboolean
is_assigned (SeamRecord *record)
{
  return SEAM_IS_USER (record) ? seam_user_get_n_credentials (SEAM_USER (record)) > 0
                               : seam_credential_get_user_id (SEAM_CREDENTIAL (record)) != NULL;
}

static gboolean
is_shown (LanyardList *self,
          SeamRecord  *record)
{
  const char *system_id = SEAM_IS_USER (record) ? seam_user_get_system_id (SEAM_USER (record))
                                                : seam_credential_get_system_id (SEAM_CREDENTIAL (record));

  if (self->system_id != NULL && self->system_id != system_id)
    return FALSE;
  if (self->show == LANYARD_SHOW_UNASSIGNED && is_assigned (record))
    return FALSE;
  if (self->show == LANYARD_SHOW_ASSIGNED && !is_assigned (record))
    return FALSE;
  if (self->show == LANYARD_SHOW_ATTENTION && !lanyard_record_needs_attention (record))
    return FALSE;
  return self->words == NULL
         || lanyard_search_key_matches (lanyard_store_get_search_key (self->store, record),
                                        (const char * const *) self->words);
}

static const char *
holder_key (LanyardList *self,
            SeamRecord  *record)
{
  SeamUser *holder = SEAM_IS_CREDENTIAL (record) ? seam_credential_get_holder (SEAM_CREDENTIAL (record)) : NULL;
  const char *name = holder != NULL ? seam_record_get_display_name (SEAM_RECORD (holder)) : NULL;

  return name != NULL ? name : "";
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  LanyardList *self = user_data;
  SeamRecord *left = *(SeamRecord * const *) a;
  SeamRecord *right = *(SeamRecord * const *) b;
  int order = 0;

  if (self->picker)
    order = is_assigned (left) - is_assigned (right);
  else if (self->sort == LANYARD_SORT_NEWEST)
    order = (seam_record_get_created_at (left) < seam_record_get_created_at (right))
            - (seam_record_get_created_at (left) > seam_record_get_created_at (right));
  else if (self->sort == LANYARD_SORT_HOLDER)
    order = g_utf8_collate (holder_key (self, left), holder_key (self, right));
  if (order == 0)
    order = strcmp (lanyard_store_get_sort_key (self->store, left), lanyard_store_get_sort_key (self->store, right));
  return order != 0 ? order : strcmp (seam_record_get_id (left), seam_record_get_id (right));
}

typedef struct
{
  LanyardList *list;
  GPtrArray   *rows;
} Collect;

static void
collect (gpointer record,
         gpointer user_data)
{
  Collect *collected = user_data;

  if (is_shown (collected->list, record))
    g_ptr_array_add (collected->rows, g_object_ref (record));
}

/* Takes @rows (transfer full) for the published ones; says what lies between the equal beginning and end. */
static void
publish_rows (LanyardList *self,
              GPtrArray   *rows)
{
  g_autoptr (GPtrArray) old = self->rows;
  guint start = 0;
  guint end = 0;

  while (start < old->len && start < rows->len && old->pdata[start] == rows->pdata[start])
    start++;
  while (end < old->len - start && end < rows->len - start
         && old->pdata[old->len - 1 - end] == rows->pdata[rows->len - 1 - end])
    end++;
  self->rows = rows;
  if (old->len - start - end > 0 || rows->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end, rows->len - start - end);
  if (old->len != rows->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
set_searching (LanyardList *self,
               gboolean     searching)
{
  if (self->searching == searching)
    return;
  self->searching = searching;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static void
publish (LanyardList *self)
{
  Collect collected = { self, g_ptr_array_new_with_free_func (g_object_unref) };

  g_clear_handle_id (&self->publish_source, g_source_remove);
  lanyard_store_foreach (self->store, collect, &collected);
  g_ptr_array_sort_with_data (collected.rows, compare, self);
  publish_rows (self, collected.rows);
  set_searching (self, FALSE);
}

static gboolean
on_publish (gpointer user_data)
{
  publish (user_data);
  return G_SOURCE_REMOVE;
}

static void
queue_publish (LanyardList *self,
               guint        milliseconds)
{
  if (self->publish_source == 0)
    self->publish_source = g_timeout_add (milliseconds, on_publish, self);
}

static void
on_records_added (LanyardStore *store,
                  GPtrArray    *records,
                  LanyardList  *self)
{
  if (self->rows->len == 0)
    publish (self);
  else
    queue_publish (self, PUBLISH_INTERVAL_MS);
}

static void
on_records_removed (LanyardStore *store,
                    GPtrArray    *records,
                    LanyardList  *self)
{
  publish (self);
}

static void
on_records_changed (LanyardStore *store,
                    GPtrArray    *records,
                    LanyardList  *self)
{
  queue_publish (self, 0);
}

static void
lanyard_list_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  LanyardList *self = LANYARD_LIST (object);

  switch (id)
    {
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    case PROP_SYSTEM_ID:
      g_value_set_string (value, self->system_id);
      break;
    case PROP_SORT:
      g_value_set_enum (value, self->sort);
      break;
    case PROP_SHOW:
      g_value_set_enum (value, self->show);
      break;
    case PROP_PICKER:
      g_value_set_boolean (value, self->picker);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->rows->len);
      break;
    case PROP_SEARCHING:
      g_value_set_boolean (value, self->searching);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
set_search (LanyardList *self,
            const char  *search)
{
  if (g_strcmp0 (self->search, search) == 0)
    return FALSE;
  g_free (self->search);
  self->search = g_strdup (search);
  g_strfreev (self->words);
  self->words = lanyard_search_words (search);
  set_searching (self, TRUE);
  return TRUE;
}

static gboolean
set_system_id (LanyardList *self,
               const char  *system_id)
{
  if (system_id != NULL && *system_id == '\0')
    system_id = NULL;
  if (g_strcmp0 (self->system_id, system_id) == 0)
    return FALSE;
  g_clear_pointer (&self->system_id, seam_intern_release);
  self->system_id = system_id != NULL ? seam_intern (system_id) : NULL;
  return TRUE;
}

static void
lanyard_list_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  LanyardList *self = LANYARD_LIST (object);
  gboolean changed = FALSE;

  switch (id)
    {
    case PROP_SEARCH:
      changed = set_search (self, g_value_get_string (value));
      break;
    case PROP_SYSTEM_ID:
      changed = set_system_id (self, g_value_get_string (value));
      break;
    case PROP_SORT:
      changed = self->sort != (LanyardSort) g_value_get_enum (value);
      self->sort = g_value_get_enum (value);
      break;
    case PROP_SHOW:
      changed = self->show != (LanyardShow) g_value_get_enum (value);
      self->show = g_value_get_enum (value);
      break;
    case PROP_PICKER:
      changed = self->picker != g_value_get_boolean (value);
      self->picker = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  if (!changed)
    return;
  g_object_notify_by_pspec (object, pspec);
  if (self->store != NULL)
    publish (self);
}

static void
lanyard_list_finalize (GObject *object)
{
  LanyardList *self = LANYARD_LIST (object);

  g_clear_handle_id (&self->publish_source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->system_id, seam_intern_release);
  g_free (self->search);
  g_strfreev (self->words);
  G_OBJECT_CLASS (lanyard_list_parent_class)->finalize (object);
}

static void
lanyard_list_class_init (LanyardListClass *klass)
{
  const GParamFlags readwrite = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_list_get_property;
  object_class->set_property = lanyard_list_set_property;
  object_class->finalize = lanyard_list_finalize;
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, readwrite);
  properties[PROP_SYSTEM_ID] = g_param_spec_string ("system-id", NULL, NULL, NULL, readwrite);
  properties[PROP_SORT] = g_param_spec_enum ("sort", NULL, NULL, LANYARD_TYPE_SORT, LANYARD_SORT_NAME, readwrite);
  properties[PROP_SHOW] = g_param_spec_enum ("show", NULL, NULL, LANYARD_TYPE_SHOW, LANYARD_SHOW_ALL, readwrite);
  properties[PROP_PICKER] = g_param_spec_boolean ("picker", NULL, NULL, FALSE, readwrite);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_list_init (LanyardList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lanyard_list_new:
 * @store: (transfer none): what to list
 *
 * Returns: (transfer full): a list of all of it, by name
 */
LanyardList *
lanyard_list_new (LanyardStore *store)
{
  LanyardList *self = g_object_new (LANYARD_TYPE_LIST, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "records-added", G_CALLBACK (on_records_added), self, 0);
  g_signal_connect_object (store, "records-removed", G_CALLBACK (on_records_removed), self, 0);
  g_signal_connect_object (store, "records-changed", G_CALLBACK (on_records_changed), self, 0);
  publish (self);
  return self;
}

/**
 * lanyard_list_find:
 * @self: a list
 * @record: a record
 *
 * Returns: its position, or G_MAXUINT when it isn't listed
 */
guint
lanyard_list_find (LanyardList *self,
                   gpointer     record)
{
  guint position;

  return g_ptr_array_find (self->rows, record, &position) ? position : G_MAXUINT;
}
