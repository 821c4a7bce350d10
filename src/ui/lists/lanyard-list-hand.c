/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pointer, a finger and the keys do to a long list.
 *
 * A click opens a row, and one with Ctrl or Shift chooses it with others, which the list view does by itself. In the
 * selection mode each click adds a row, or lets it go. */
#include "lanyard-list-hand.h"

#include "lanyard-row-slot.h"

struct _LanyardListHand
{
  GObject parent_instance;

  GtkWidget            *view; /* NULL once it has gone */
  GtkWidget            *bar;  /* of what can be done with many; likewise */
  LanyardListSelection *selection;
  LanyardChosen        *chosen;
};

G_DEFINE_FINAL_TYPE (LanyardListHand, lanyard_list_hand, G_TYPE_OBJECT)

enum
{
  PROP_VIEW = 1,
  PROP_BAR,
  PROP_SELECTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
open_record (LanyardListHand *self,
             SeamRecord      *record,
             gboolean         enter)
{
  g_signal_emit (self, signals[OPENED], 0, record, enter);
}

/* By Enter and a double click; in the selection mode, by each click. */
static void
on_row_activated (LanyardListHand *self,
                  guint            position,
                  GtkListView     *view)
{
  g_autoptr (SeamRecord) record = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);

  if (record == NULL)
    return;

  if (lanyard_chosen_is_choosing (self->chosen))
    lanyard_chosen_toggle (self->chosen, record);
  else
    open_record (self, record, TRUE);
}

/* Towards the page is where the arrow points. */
static gboolean
on_key_pressed (LanyardListHand       *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  gboolean rtl = gtk_widget_get_direction (self->view) == GTK_TEXT_DIR_RTL;
  SeamRecord *selected = lanyard_list_selection_get_selected (self->selection);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape && lanyard_chosen_is_many (self->chosen))
    lanyard_chosen_give_up (self->chosen);
  /* By itself, it leads from row to row in GTK 4.8. */
  else if (keyval == GDK_KEY_Tab && self->bar != NULL && lanyard_chosen_is_many (self->chosen))
    gtk_widget_child_focus (self->bar, GTK_DIR_TAB_FORWARD);
  else if (keyval == (rtl ? GDK_KEY_Left : GDK_KEY_Right) && selected != NULL)
    open_record (self, selected, TRUE);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* The padding of a list item belongs to its row as well. */
static SeamRecord *
pick_record (LanyardListHand *self,
             double           x,
             double           y)
{
  GtkWidget *row = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT);

  while (row != NULL && row != self->view && !LANYARD_IS_ROW_SLOT (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      row = LANYARD_IS_ROW_SLOT (child) ? child : gtk_widget_get_parent (row);
    }

  return LANYARD_IS_ROW_SLOT (row) ? lanyard_row_slot_get_item (LANYARD_ROW_SLOT (row)) : NULL;
}

/* GtkListView:single-click-activate would make the selection follow the pointer, but in the selection mode. */
static void
on_released (LanyardListHand *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  SeamRecord *record = n_press == 1 ? pick_record (self, x, y) : NULL;

  if (record != NULL && !lanyard_chosen_is_choosing (self->chosen)
      && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    open_record (self, record, FALSE);
}

static void
on_long_pressed (LanyardListHand     *self,
                 double               x,
                 double               y,
                 GtkGestureLongPress *gesture)
{
  SeamRecord *record = pick_record (self, x, y);

  if (record == NULL || lanyard_chosen_is_choosing (self->chosen))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_object_set (self->chosen, "choosing", TRUE, NULL);
  if (!lanyard_chosen_contains (self->chosen, record, GTK_INVALID_LIST_POSITION))
    lanyard_chosen_toggle (self->chosen, record);
}

static void
add_controller (LanyardListHand *self,
                gpointer         controller,
                const char      *signal,
                GCallback        callback)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, signal, callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, controller);
}

static void
set_view (LanyardListHand *self,
          GtkWidget       *view)
{
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  g_return_if_fail (self->view == NULL);

  g_set_weak_pointer (&self->view, view);
  add_controller (self, gtk_event_controller_key_new (), "key-pressed", G_CALLBACK (on_key_pressed));
  add_controller (self, gtk_gesture_click_new (), "released", G_CALLBACK (on_released));
  /* Who holds a mouse button down for long has not always meant to. */
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  add_controller (self, long_press, "pressed", G_CALLBACK (on_long_pressed));
  g_signal_connect_object (view, "activate", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
}

/* The mode is entered by a button; what is to be done in it is done in the list. */
static void
on_choosing_changed (LanyardListHand *self)
{
  if (self->view != NULL && lanyard_chosen_is_choosing (self->chosen))
    gtk_widget_grab_focus (self->view);
}

static void
set_selection (LanyardListHand      *self,
               LanyardListSelection *selection)
{
  g_set_object (&self->selection, selection);
  g_set_object (&self->chosen, lanyard_list_selection_get_chosen (selection));
  g_object_bind_property (self->chosen, "choosing", self->view, "single-click-activate", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->chosen, "notify::choosing", G_CALLBACK (on_choosing_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_MULTI_SELECTABLE, TRUE, -1);
}

static void
lanyard_list_hand_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  LanyardListHand *self = LANYARD_LIST_HAND (object);

  switch (id)
    {
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;
    case PROP_BAR:
      g_value_set_object (value, self->bar);
      break;
    case PROP_SELECTION:
      g_value_set_object (value, self->selection);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_list_hand_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  LanyardListHand *self = LANYARD_LIST_HAND (object);

  switch (id)
    {
    case PROP_VIEW:
      set_view (self, g_value_get_object (value));
      break;
    case PROP_BAR:
      g_set_weak_pointer (&self->bar, g_value_get_object (value));
      break;
    case PROP_SELECTION:
      set_selection (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
lanyard_list_hand_dispose (GObject *object)
{
  LanyardListHand *self = LANYARD_LIST_HAND (object);

  g_clear_weak_pointer (&self->view);
  g_clear_weak_pointer (&self->bar);
  g_clear_object (&self->chosen);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (lanyard_list_hand_parent_class)->dispose (object);
}

static void
lanyard_list_hand_class_init (LanyardListHandClass *klass)
{
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_list_hand_get_property;
  object_class->set_property = lanyard_list_hand_set_property;
  object_class->dispose = lanyard_list_hand_dispose;

  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, GTK_TYPE_LIST_VIEW, writable);
  properties[PROP_BAR] = g_param_spec_object ("bar", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_SELECTION] = g_param_spec_object ("selection", NULL, NULL, LANYARD_TYPE_LIST_SELECTION, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPENED] = g_signal_new ("opened", LANYARD_TYPE_LIST_HAND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, SEAM_TYPE_RECORD, G_TYPE_BOOLEAN);
}

static void
lanyard_list_hand_init (LanyardListHand *self)
{
}
