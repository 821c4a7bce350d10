/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps in view what people look at in a long list. */
#include "lanyard-list-scroller.h"

#include "lanyard-chosen-model.h"

struct _LanyardListScroller
{
  GObject parent_instance;

  GtkWidget *view; /* NULL once it has gone */
  guint      tick; /* scrolls to what is selected, once there is a height */
  gboolean   due;  /* what is selected is to be seen as soon as it has a row */
};

G_DEFINE_FINAL_TYPE (LanyardListScroller, lanyard_list_scroller, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
scroll_to (LanyardListScroller *self,
           guint                position)
{
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
}

static guint
find_selected (LanyardListScroller *self)
{
  LanyardChosenModel *model = LANYARD_CHOSEN_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (self->view)));

  return lanyard_chosen_model_find_current (model);
}

static gboolean
on_tick (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  LanyardListScroller *self = user_data;
  guint position = find_selected (self);

  if (gtk_widget_get_height (view) == 0)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    {
      self->due = FALSE;
      scroll_to (self, position);
    }

  return G_SOURCE_REMOVE;
}

/* Not before the list view has taken in what the list told last. */
static void
scroll_soon (LanyardListScroller *self)
{
  if (self->tick == 0 && find_selected (self) != GTK_INVALID_LIST_POSITION)
    self->tick = gtk_widget_add_tick_callback (self->view, on_tick, self, NULL);
}

static void
lanyard_list_scroller_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW:
      g_value_set_object (value, LANYARD_LIST_SCROLLER (object)->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_list_scroller_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_VIEW:
      if (g_set_weak_pointer (&LANYARD_LIST_SCROLLER (object)->view, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_list_scroller_dispose (GObject *object)
{
  LanyardListScroller *self = LANYARD_LIST_SCROLLER (object);

  if (self->tick != 0 && self->view != NULL)
    gtk_widget_remove_tick_callback (self->view, self->tick);
  self->tick = 0;
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (lanyard_list_scroller_parent_class)->dispose (object);
}

static void
lanyard_list_scroller_class_init (LanyardListScrollerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_list_scroller_get_property;
  object_class->set_property = lanyard_list_scroller_set_property;
  object_class->dispose = lanyard_list_scroller_dispose;

  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, GTK_TYPE_LIST_VIEW,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lanyard_list_scroller_init (LanyardListScroller *self)
{
}

/* A list view holds on to the row at its upper edge. At the beginning of the list it is the beginning that people look
 * at: what has come in above must not stay out of sight. */
static void
stay_at_top (LanyardListScroller *self)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (self->view));

  if (gtk_adjustment_get_value (place) <= 0 && g_list_model_get_n_items (G_LIST_MODEL (model)) > 0)
    scroll_to (self, 0);
}

/**
 * lanyard_list_scroller_follow:
 * @self: a scroller
 *
 * To be called when the list shows something else than before.
 */
void
lanyard_list_scroller_follow (LanyardListScroller *self)
{
  g_return_if_fail (LANYARD_IS_LIST_SCROLLER (self));

  if (self->due)
    scroll_soon (self);
  else
    stay_at_top (self);
}

/**
 * lanyard_list_scroller_to_selected:
 * @self: a scroller
 *
 * Brings the row that is selected into view: as soon as there is one, and the list has been laid out.
 */
void
lanyard_list_scroller_to_selected (LanyardListScroller *self)
{
  g_return_if_fail (LANYARD_IS_LIST_SCROLLER (self));

  self->due = TRUE;
  scroll_soon (self);
}
