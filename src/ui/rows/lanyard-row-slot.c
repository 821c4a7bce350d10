/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place in a long list, whose row is made and filled when it comes into sight.
 *
 * GtkListView keeps some 200 rows, of which a dozen are in sight, and fills and draws them all whenever the list moves
 * or changes: too much for a frame. So what it keeps are slots that cost nothing. Once they have their places, those in
 * sight are filled before the frame is drawn, and the others when nothing else is to be done. */
#include "lanyard-row-slot.h"

#include "lanyard-credential-row.h"
#include "lanyard-row-text.h"
#include "lanyard-timely.h"
#include "lanyard-user-row.h"

/* How many rows are kept when their slots go, as they do when a search finds little. */
#define MAX_SPARE 64

/* How long filling what is out of sight may hold up an event, in microseconds. */
#define SLICE 2000

struct _LanyardRowSlot
{
  GtkWidget parent_instance;

  LanyardRowFiller *filler;
  GtkWidget        *row; /* NULL until it is first filled */
  SeamRecord       *item;
  GList             link; /* in the filler's queue */
  GList             place; /* among all of the filler's */
  gboolean          is_stale; /* the row doesn't show the item yet */
  gboolean          is_selected;
};

struct _LanyardRowFiller
{
  GObject parent_instance;

  LanyardListKind kind;
  gboolean        taking;
  gboolean        choosing; /* the rows have check boxes */
  LanyardDirectory *directory;
  LanyardRowManner  manner;
  GSignalGroup   *list_signals;
  GSignalGroup   *store_signals;
  GSignalGroup   *systems_signals;
  GQueue          slots; /* LanyardRowSlot: all, */
  GQueue          stale; /* and those whose row doesn't show yet what it should */
  GPtrArray      *spare; /* rows without a slot */
  GtkWidget      *sample; /* a row that the others are as large as */
  GdkFrameClock  *clock;
  guint           source;
};

G_DEFINE_FINAL_TYPE (LanyardRowSlot, lanyard_row_slot, GTK_TYPE_WIDGET)
G_DEFINE_FINAL_TYPE (LanyardRowFiller, lanyard_row_filler, G_TYPE_OBJECT)

static void
set_stale (LanyardRowSlot *self,
           gboolean        is_stale)
{
  if (self->is_stale == is_stale)
    return;
  self->is_stale = is_stale;
  if (is_stale)
    g_queue_push_tail_link (&self->filler->stale, &self->link);
  else
    g_queue_unlink (&self->filler->stale, &self->link);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: (transfer full) */
static GtkWidget *
take_row (LanyardRowFiller *self)
{
  if (self->spare->len > 0)
    return g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
  return g_object_ref_sink (self->kind == LANYARD_LIST_KIND_USERS ? lanyard_user_row_new (self->taking)
                                                                  : lanyard_credential_row_new (self->taking));
}

static void
give_row (LanyardRowFiller *self,
          GtkWidget        *row)
{
  g_autoptr (GtkWidget) kept = g_object_ref (row);

  if (self->sample == row)
    g_clear_weak_pointer (&self->sample);
  gtk_widget_unparent (row);
  if (self->spare->len == MAX_SPARE)
    return;
  g_object_set (row, "item", NULL, NULL);
  g_ptr_array_add (self->spare, g_steal_pointer (&kept));
}

/* What is the same item may have to be said otherwise. */
static void
show (LanyardRowSlot *self)
{
  g_autoptr (SeamRecord) shown = NULL;

  g_object_set (self->row, "directory", self->filler->directory, "manner", (guint) self->filler->manner, NULL);
  g_object_get (self->row, "item", &shown, NULL);
  if (shown != self->item)
    g_object_set (self->row, "item", self->item, NULL);
  else
    LANYARD_TIMELY_GET_IFACE (self->row)->update_time (LANYARD_TIMELY (self->row));
  lanyard_record_row_set_checked (LANYARD_RECORD_ROW (self->row), self->is_selected);
}

static void
fill (LanyardRowSlot *self)
{
  LanyardRowFiller *filler = self->filler;

  set_stale (self, FALSE);
  if (self->row == NULL)
    {
      g_autoptr (GtkWidget) row = take_row (filler);

      self->row = row;
      gtk_widget_set_parent (row, GTK_WIDGET (self));
      g_set_weak_pointer (&filler->sample, row);
    }
  show (self);
}

/* --- When to fill --- */

static gboolean
is_in_sight (LanyardRowSlot *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_LIST_VIEW);
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (GTK_WIDGET (self)) && view != NULL
         && gtk_widget_compute_bounds (GTK_WIDGET (self), view, &bounds)
         && bounds.origin.y + bounds.size.height > 0
         && bounds.origin.y < (float) gtk_widget_get_height (view);
}

static gboolean
on_idle (gpointer user_data)
{
  LanyardRowFiller *self = user_data;
  gint64 begun = g_get_monotonic_time ();

  while (!g_queue_is_empty (&self->stale) && g_get_monotonic_time () - begun < SLICE)
    {
      LanyardRowSlot *slot = g_queue_peek_head (&self->stale);

      if (!gtk_widget_get_mapped (GTK_WIDGET (slot)))
        break;
      fill (slot);
    }
  if (!g_queue_is_empty (&self->stale) && gtk_widget_get_mapped (g_queue_peek_head (&self->stale)))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

/* The list view has given its rows their places, and nothing is drawn yet. */
static void
on_layout (LanyardRowFiller *self)
{
  GList *next;

  for (GList *link = self->stale.head; link != NULL; link = next)
    {
      next = link->next;
      if (is_in_sight (link->data))
        fill (link->data);
    }
  if (!g_queue_is_empty (&self->stale) && self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static void
forget_clock (LanyardRowFiller *self)
{
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
}

static void
follow_clock (LanyardRowFiller *self,
              GdkFrameClock    *clock)
{
  if (self->clock == clock)
    return;
  forget_clock (self);
  self->clock = g_object_ref (clock);
  /* After the window, which does its layout then. */
  g_signal_connect_object (clock, "layout", G_CALLBACK (on_layout), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* All rows are filled anew, those in sight before the next frame is drawn. */
static void
refresh (LanyardRowFiller *self)
{
  for (GList *link = self->slots.head; link != NULL; link = link->next)
    {
      LanyardRowSlot *slot = link->data;

      if (slot->item == NULL)
        continue;
      set_stale (slot, TRUE);
      gtk_widget_queue_allocate (GTK_WIDGET (slot));
    }
}

/* What the list is asked for, its rows say of each: why it needs attention, when it ends. */
static void
update_manner (LanyardRowFiller *self)
{
  g_autoptr (LanyardList) list = g_signal_group_dup_target (self->list_signals);
  LanyardRowManner manner = self->taking ? LANYARD_ROW_TAKING : LANYARD_ROW_PLAIN;
  g_autofree char *system_id = NULL;
  LanyardShow show = LANYARD_SHOW_ALL;
  LanyardSort sort = LANYARD_SORT_NAME;

  if (list != NULL)
    g_object_get (list, "show", &show, "sort", &sort, "system-id", &system_id, NULL);
  if (show == LANYARD_SHOW_ATTENTION)
    manner |= LANYARD_ROW_EXPLAINS;
  if (sort == LANYARD_SORT_ENDING)
    manner |= LANYARD_ROW_ENDS;
  if (system_id != NULL)
    manner |= LANYARD_ROW_ONE_SYSTEM;
  if (self->choosing)
    manner |= LANYARD_ROW_CHOOSING;
  if (self->manner == manner)
    return;
  self->manner = manner;
  refresh (self);
}

static void
lanyard_row_filler_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  LANYARD_ROW_FILLER (object)->choosing = g_value_get_boolean (value);
  update_manner (LANYARD_ROW_FILLER (object));
}

static void
lanyard_row_filler_finalize (GObject *object)
{
  LanyardRowFiller *self = LANYARD_ROW_FILLER (object);

  g_clear_object (&self->list_signals);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->systems_signals);
  g_clear_object (&self->directory);

  g_clear_handle_id (&self->source, g_source_remove);
  forget_clock (self);
  g_clear_weak_pointer (&self->sample);
  g_ptr_array_unref (self->spare);

  G_OBJECT_CLASS (lanyard_row_filler_parent_class)->finalize (object);
}

static void
lanyard_row_filler_class_init (LanyardRowFillerClass *klass)
{
  G_OBJECT_CLASS (klass)->set_property = lanyard_row_filler_set_property;
  G_OBJECT_CLASS (klass)->finalize = lanyard_row_filler_finalize;
  g_object_class_install_property (G_OBJECT_CLASS (klass), 1,
                                   g_param_spec_boolean ("choosing", NULL, NULL, FALSE,
                                                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
lanyard_row_filler_init (LanyardRowFiller *self)
{
  self->spare = g_ptr_array_new_with_free_func (g_object_unref);
  self->list_signals = g_signal_group_new (LANYARD_TYPE_LIST);
  g_signal_group_connect_object (self->list_signals, "notify::show", G_CALLBACK (update_manner), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->list_signals, "notify::sort", G_CALLBACK (update_manner), self,
                                 G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->list_signals, "notify::system-id", G_CALLBACK (update_manner), self,
                                 G_CONNECT_SWAPPED);
  self->store_signals = g_signal_group_new (LANYARD_TYPE_STORE);
  g_signal_group_connect_object (self->store_signals, "looks-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->systems_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_object (self->systems_signals, "items-changed", G_CALLBACK (refresh), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * lanyard_row_filler_new:
 * @kind: what the rows are of
 * @taking: whether choosing a credential takes it from who has it, which the row then says
 *
 * Returns: (transfer full): what the slots of one list view share
 */
LanyardRowFiller *
lanyard_row_filler_new (LanyardListKind kind,
                        gboolean        taking)
{
  LanyardRowFiller *self = g_object_new (LANYARD_TYPE_ROW_FILLER, NULL);

  self->kind = kind;
  self->taking = taking;
  update_manner (self);
  return self;
}

/**
 * lanyard_row_filler_set_list:
 * @self: what fills the rows
 * @directory: (nullable): the workspace that they are of
 * @list: (nullable): what is listed of it
 *
 * Rows say more where two would read alike, and in a list of what needs attention, why it does.
 */
void
lanyard_row_filler_set_list (LanyardRowFiller *self,
                             LanyardDirectory *directory,
                             LanyardList      *list)
{
  g_return_if_fail (LANYARD_IS_ROW_FILLER (self));
  g_return_if_fail (directory == NULL || LANYARD_IS_DIRECTORY (directory));

  g_set_object (&self->directory, directory);
  g_signal_group_set_target (self->list_signals, list);
  g_signal_group_set_target (self->store_signals,
                             directory != NULL ? lanyard_list_kind_get_store (self->kind, directory) : NULL);
  g_signal_group_set_target (self->systems_signals,
                             directory != NULL ? lanyard_directory_get_systems (directory) : NULL);
  update_manner (self);
}

/* --- The slot --- */

/* One without a row is as large as the others. */
static void
lanyard_row_slot_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  LanyardRowSlot *self = LANYARD_ROW_SLOT (widget);
  GtkWidget *measured = self->row != NULL ? self->row : self->filler->sample;

  if (measured != NULL)
    gtk_widget_measure (measured, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
lanyard_row_slot_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  LanyardRowSlot *self = LANYARD_ROW_SLOT (widget);

  if (self->row != NULL)
    gtk_widget_allocate (self->row, width, height, baseline, NULL);
}

static void
lanyard_row_slot_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  LanyardRowSlot *self = LANYARD_ROW_SLOT (widget);

  if (!self->is_stale)
    GTK_WIDGET_CLASS (lanyard_row_slot_parent_class)->snapshot (widget, snapshot);
}

static void
lanyard_row_slot_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (lanyard_row_slot_parent_class)->realize (widget);
  follow_clock (LANYARD_ROW_SLOT (widget)->filler, gtk_widget_get_frame_clock (widget));
}

static void
lanyard_row_slot_dispose (GObject *object)
{
  LanyardRowSlot *self = LANYARD_ROW_SLOT (object);

  if (self->filler != NULL)
    {
      set_stale (self, FALSE);
      g_queue_unlink (&self->filler->slots, &self->place);
    }
  if (self->row != NULL)
    give_row (self->filler, g_steal_pointer (&self->row));
  g_clear_object (&self->item);
  g_clear_object (&self->filler);

  G_OBJECT_CLASS (lanyard_row_slot_parent_class)->dispose (object);
}

static void
lanyard_row_slot_class_init (LanyardRowSlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_row_slot_dispose;
  widget_class->measure = lanyard_row_slot_measure;
  widget_class->size_allocate = lanyard_row_slot_size_allocate;
  widget_class->snapshot = lanyard_row_slot_snapshot;
  widget_class->realize = lanyard_row_slot_realize;
}

static void
lanyard_row_slot_init (LanyardRowSlot *self)
{
  self->link.data = self;
  self->place.data = self;
}

/**
 * lanyard_row_slot_new:
 * @filler: what the slots of the list view share
 *
 * Returns: (transfer floating): an empty slot
 */
GtkWidget *
lanyard_row_slot_new (LanyardRowFiller *filler)
{
  LanyardRowSlot *self = g_object_new (LANYARD_TYPE_ROW_SLOT, NULL);

  self->filler = g_object_ref (filler);
  g_queue_push_tail_link (&filler->slots, &self->place);
  return GTK_WIDGET (self);
}

/**
 * lanyard_row_slot_set_item:
 * @self: a slot
 * @item: (nullable): what its row is to show
 */
void
lanyard_row_slot_set_item (LanyardRowSlot *self,
                           SeamRecord     *item)
{
  g_return_if_fail (LANYARD_IS_ROW_SLOT (self));
  g_return_if_fail (item == NULL || SEAM_IS_RECORD (item));

  if (!g_set_object (&self->item, item))
    return;
  set_stale (self, item != NULL);
  /* The first one is there to measure the others by. */
  if (item != NULL && self->filler->sample == NULL)
    fill (self);
}

/**
 * lanyard_row_slot_get_item:
 * @self: a slot
 *
 * Returns: (transfer none) (nullable): what its row shows, or is to show
 */
SeamRecord *
lanyard_row_slot_get_item (LanyardRowSlot *self)
{
  g_return_val_if_fail (LANYARD_IS_ROW_SLOT (self), NULL);

  return self->item;
}

/**
 * lanyard_row_slot_set_selected:
 * @self: a slot
 * @is_selected: whether its item is
 *
 * Says so where the rows have check boxes.
 */
void
lanyard_row_slot_set_selected (LanyardRowSlot *self,
                               gboolean        is_selected)
{
  g_return_if_fail (LANYARD_IS_ROW_SLOT (self));

  self->is_selected = is_selected;
  if (self->row != NULL)
    lanyard_record_row_set_checked (LANYARD_RECORD_ROW (self->row), is_selected);
}
