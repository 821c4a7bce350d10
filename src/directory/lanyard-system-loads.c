/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The access systems of a workspace: how the reading of each stands, and which of them could not be read. */
#include "lanyard-system-loads.h"

struct _LanyardSystemLoads
{
  GObject parent_instance;

  GListStore *systems;  /* SeamSystem, all that there ever were */
  GPtrArray  *all;      /* LanyardSystemLoad, in the server's order */
  GListStore *failures; /* those of them that could not be read, in the same order */
};

enum
{
  FAILURES_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LanyardSystemLoads, lanyard_system_loads, G_TYPE_OBJECT)

static void
lanyard_system_loads_finalize (GObject *object)
{
  LanyardSystemLoads *self = LANYARD_SYSTEM_LOADS (object);

  g_ptr_array_unref (self->all);
  g_object_unref (self->failures);
  g_object_unref (self->systems);
  G_OBJECT_CLASS (lanyard_system_loads_parent_class)->finalize (object);
}

static void
lanyard_system_loads_class_init (LanyardSystemLoadsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_system_loads_finalize;
  signals[FAILURES_CHANGED] = g_signal_new ("failures-changed", LANYARD_TYPE_SYSTEM_LOADS, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
}

static void
lanyard_system_loads_init (LanyardSystemLoads *self)
{
  self->systems = g_list_store_new (SEAM_TYPE_SYSTEM);
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->failures = g_list_store_new (LANYARD_TYPE_SYSTEM_LOAD);
}

/* lanyard_system_loads_new:
 *
 * Returns: (transfer full): one that knows of no access system */
LanyardSystemLoads *
lanyard_system_loads_new (void)
{
  return g_object_new (LANYARD_TYPE_SYSTEM_LOADS, NULL);
}

/* lanyard_system_loads_get_systems:
 * @self: the loads
 *
 * Returns: (transfer none): a live list of the #SeamSystem of the workspace */
GListModel *
lanyard_system_loads_get_systems (LanyardSystemLoads *self)
{
  return G_LIST_MODEL (self->systems);
}

/* lanyard_system_loads_lookup_system:
 * @self: the loads
 * @system_id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the access system of that id */
SeamSystem *
lanyard_system_loads_lookup_system (LanyardSystemLoads *self,
                                    const char         *system_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->systems)); i++)
    {
      g_autoptr (SeamRecord) system = g_list_model_get_item (G_LIST_MODEL (self->systems), i);

      if (g_strcmp0 (seam_record_get_id (system), system_id) == 0)
        return SEAM_SYSTEM (system);
    }
  return NULL;
}

/* lanyard_system_loads_lookup:
 * @self: the loads
 * @system_id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): how the reading of that access system stands */
LanyardSystemLoad *
lanyard_system_loads_lookup (LanyardSystemLoads *self,
                             const char         *system_id)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      SeamSystem *system = lanyard_system_load_get_system (self->all->pdata[i]);

      if (g_strcmp0 (seam_record_get_id (SEAM_RECORD (system)), system_id) == 0)
        return self->all->pdata[i];
    }
  return NULL;
}

/* lanyard_system_loads_get_failures:
 * @self: the loads
 *
 * Returns: (transfer none): a live list of the #LanyardSystemLoad that could not be read */
GListModel *
lanyard_system_loads_get_failures (LanyardSystemLoads *self)
{
  return G_LIST_MODEL (self->failures);
}

static gboolean
has_failed (LanyardSystemLoad *load)
{
  return lanyard_system_load_get_error (load) != NULL;
}

/* Its place among the failures. */
static guint
count_before (LanyardSystemLoads *self,
              LanyardSystemLoad  *load)
{
  guint n = 0;

  for (guint i = 0; self->all->pdata[i] != load; i++)
    n += g_list_store_find (self->failures, self->all->pdata[i], NULL);
  return n;
}

/* lanyard_system_loads_update:
 * @self: the loads
 * @load: one of them, of which a reading has come further */
void
lanyard_system_loads_update (LanyardSystemLoads *self,
                             LanyardSystemLoad  *load)
{
  guint position;
  gboolean was_failed = g_list_store_find (self->failures, load, &position);

  if (has_failed (load) && !was_failed)
    g_list_store_insert (self->failures, count_before (self, load), load);
  else if (!has_failed (load) && was_failed)
    g_list_store_remove (self->failures, position);
  lanyard_system_load_update (load);
  if (has_failed (load) || was_failed)
    g_signal_emit (self, signals[FAILURES_CHANGED], 0);
}

/* The one object of that id. */
static SeamSystem *
merge_system (LanyardSystemLoads *self,
              SeamRecord         *seen)
{
  SeamSystem *system = lanyard_system_loads_lookup_system (self, seam_record_get_id (seen));

  if (system != NULL)
    seam_record_merge (SEAM_RECORD (system), seen);
  else
    g_list_store_append (self->systems, seen);
  return system != NULL ? system : SEAM_SYSTEM (seen);
}

/* lanyard_system_loads_take_systems:
 * @self: the loads
 * @systems: (element-type SeamSystem): the access systems that there are, as the server gave them
 *
 * Forgets the loads of others; what was known of these stays. */
void
lanyard_system_loads_take_systems (LanyardSystemLoads *self,
                                   GPtrArray          *systems)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_failures = g_list_model_get_n_items (G_LIST_MODEL (self->failures));
  g_autoptr (GPtrArray) failures = g_ptr_array_new ();

  for (guint i = 0; i < systems->len; i++)
    {
      SeamSystem *system = merge_system (self, systems->pdata[i]);
      LanyardSystemLoad *load = lanyard_system_loads_lookup (self, seam_record_get_id (SEAM_RECORD (system)));

      load = load != NULL ? g_object_ref (load) : lanyard_system_load_new (system);
      g_ptr_array_add (all, load);
      if (has_failed (load))
        g_ptr_array_add (failures, load);
    }
  g_ptr_array_unref (self->all);
  self->all = g_steal_pointer (&all);
  g_list_store_splice (self->failures, 0, n_failures, failures->pdata, failures->len);
  if (n_failures > 0)
    g_signal_emit (self, signals[FAILURES_CHANGED], 0);
}

/* lanyard_system_loads_any:
 * @self: the loads
 * @func: a question about a reading
 * @user_data: for @func
 *
 * Returns: whether @func said %TRUE of one; the others after that are not asked about */
gboolean
lanyard_system_loads_any (LanyardSystemLoads      *self,
                          LanyardSystemReadingFunc func,
                          gpointer                 user_data)
{
  for (guint i = 0; i < self->all->len; i++)
    for (guint j = 0; j < LANYARD_N_RESOURCES; j++)
      if (func (lanyard_system_load_get_reading (self->all->pdata[i], (LanyardResource) j), user_data))
        return TRUE;
  return FALSE;
}

static gboolean
is_read (LanyardSystemReading *reading,
         gpointer              user_data)
{
  return reading->is_read;
}

/* Whether one of the lists was read to its end in this round. */
gboolean
lanyard_system_loads_is_any_read (LanyardSystemLoads *self)
{
  return lanyard_system_loads_any (self, is_read, NULL);
}

static gboolean
is_unread (LanyardSystemReading *reading,
           gpointer              user_data)
{
  return !reading->is_read;
}

/* Whether one of the lists was not. */
gboolean
lanyard_system_loads_is_any_unread (LanyardSystemLoads *self)
{
  return lanyard_system_loads_any (self, is_unread, NULL);
}

static gboolean
is_missing (LanyardSystemReading *reading,
            gpointer              user_data)
{
  LanyardResource *resource = user_data;

  return reading->resource == *resource && reading->error != NULL && !reading->was_read;
}

/* Whether one of the lists of that kind could not be read, and never was. */
gboolean
lanyard_system_loads_is_missing (LanyardSystemLoads *self,
                                 LanyardResource     resource)
{
  return lanyard_system_loads_any (self, is_missing, &resource);
}

/* lanyard_system_loads_knows:
 * @self: the loads
 * @system_id: (nullable): what a record says that it is of
 * @resource: what kind of record it is
 *
 * Returns: whether it would have been seen in this round if it still existed */
gboolean
lanyard_system_loads_knows (LanyardSystemLoads *self,
                            const char         *system_id,
                            LanyardResource     resource)
{
  LanyardSystemLoad *load = lanyard_system_loads_lookup (self, system_id);

  if (load != NULL)
    return lanyard_system_load_get_reading (load, resource)->is_read;
  return system_id != NULL || !lanyard_system_loads_is_any_unread (self);
}

static gboolean
restart (LanyardSystemReading *reading,
         gpointer              user_data)
{
  lanyard_system_reading_restart (reading);
  return FALSE;
}

/* Another round: everything is to be read. */
void
lanyard_system_loads_restart (LanyardSystemLoads *self)
{
  lanyard_system_loads_any (self, restart, NULL);
}
