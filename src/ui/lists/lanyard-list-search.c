/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching in a long list: the entry, Enter, and a card reader that types a number. */
#include "lanyard-list-search.h"

#include "lanyard-finder.h"

struct _LanyardListSearch
{
  GObject parent_instance;

  GtkEditable      *entry; /* NULL once it has gone */
  LanyardDirectory *directory;
  LanyardList      *list;
  GSignalGroup     *list_signals;
  gboolean          enter_pending; /* Enter was pressed before the search was through */
};

G_DEFINE_FINAL_TYPE (LanyardListSearch, lanyard_list_search, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_OPENED,
  SIGNAL_STOPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_searching (LanyardListSearch *self)
{
  gboolean searching;

  g_object_get (self->list, "searching", &searching, NULL);

  return searching;
}

static void
open_first (LanyardListSearch *self)
{
  g_autoptr (SeamRecord) first = NULL;

  if (!self->enter_pending || self->list == NULL || is_searching (self))
    return;

  self->enter_pending = FALSE;
  first = g_list_model_get_item (G_LIST_MODEL (self->list), 0);
  if (first == NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_OPENED], 0, first);
  /* The next number that a card reader types shall not be added to this one, nor its Enter get any further. */
  gtk_editable_select_region (self->entry, 0, -1);
  if (!lanyard_number_is_typed (gtk_editable_get_text (self->entry)))
    gtk_widget_activate_action (GTK_WIDGET (self->entry), "go.page", NULL);
}

static void
on_search_changed (LanyardListSearch *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  if (self->list == NULL)
    return;

  g_object_set (self->list, "search", text, NULL);
  lanyard_directory_search_server (self->directory, text);
}

/* A whole number is that card, whatever the list is filtered by. */
static gboolean
open_card (LanyardListSearch *self,
           const char        *text)
{
  g_autoptr (LanyardNumber) number = lanyard_number_new (text, NULL);
  g_autoptr (LanyardFinding) finding = NULL;

  if (number == NULL)
    return FALSE;

  finding = lanyard_finder_look (lanyard_directory_get_finder (self->directory), number);
  if (finding->found != LANYARD_FOUND_ONE && finding->found != LANYARD_FOUND_SEVERAL)
    return FALSE;

  gtk_editable_set_text (self->entry, "");
  if (finding->found == LANYARD_FOUND_ONE)
    gtk_widget_activate_action (GTK_WIDGET (self->entry), "go.show-credential", "s",
                                seam_record_get_id (g_ptr_array_index (finding->credentials, 0)));
  else
    gtk_widget_activate_action (GTK_WIDGET (self->entry), "win.choose-card", "s", lanyard_number_get_text (number));

  return TRUE;
}

/* The entry waits a moment before it says that its text has changed; a card reader's Enter does not. */
static void
on_entered (LanyardListSearch *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  if (self->list == NULL || *text == '\0')
    return;

  if (open_card (self, text))
    return;

  on_search_changed (self);
  self->enter_pending = TRUE;
  open_first (self);
}

/* Something was typed elsewhere in the window. What had the focus must not have the rest: Enter, and a card reader
 * types one, would do there whatever its button does. */
static void
on_started (LanyardListSearch *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->entry), "go.search", NULL);
  gtk_editable_set_position (self->entry, -1);
}

static void
on_stopped (LanyardListSearch *self)
{
  gtk_editable_set_text (self->entry, "");
  g_signal_emit (self, signals[SIGNAL_STOPPED], 0);
}

static void
set_entry (LanyardListSearch *self,
           GtkEditable       *entry)
{
  g_return_if_fail (self->entry == NULL);

  g_set_weak_pointer (&self->entry, entry);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (on_search_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "search-started", G_CALLBACK (on_started), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (on_stopped), self, G_CONNECT_SWAPPED);
}

static void
lanyard_list_search_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, LANYARD_LIST_SEARCH (object)->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_list_search_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ENTRY:
      set_entry (LANYARD_LIST_SEARCH (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lanyard_list_search_dispose (GObject *object)
{
  LanyardListSearch *self = LANYARD_LIST_SEARCH (object);

  g_clear_object (&self->list_signals);
  g_clear_weak_pointer (&self->entry);
  g_clear_object (&self->list);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (lanyard_list_search_parent_class)->dispose (object);
}

static void
lanyard_list_search_class_init (LanyardListSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lanyard_list_search_get_property;
  object_class->set_property = lanyard_list_search_set_property;
  object_class->dispose = lanyard_list_search_dispose;

  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, GTK_TYPE_SEARCH_ENTRY,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", LANYARD_TYPE_LIST_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, SEAM_TYPE_RECORD);
  signals[SIGNAL_STOPPED] = g_signal_new ("stopped", LANYARD_TYPE_LIST_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
lanyard_list_search_init (LanyardListSearch *self)
{
  self->list_signals = g_signal_group_new (LANYARD_TYPE_LIST);
  g_signal_group_connect_object (self->list_signals, "published", G_CALLBACK (open_first), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->list_signals, "notify::searching", G_CALLBACK (open_first), self,
                                 G_CONNECT_SWAPPED);
}

/**
 * lanyard_list_search_set_list:
 * @self: a search
 * @directory: (nullable): a workspace
 * @list: (nullable): what to search in
 *
 * Begins with nothing searched for.
 */
void
lanyard_list_search_set_list (LanyardListSearch *self,
                              LanyardDirectory  *directory,
                              LanyardList       *list)
{
  g_return_if_fail (LANYARD_IS_LIST_SEARCH (self));

  self->enter_pending = FALSE;
  g_set_object (&self->directory, directory);
  g_set_object (&self->list, list);
  g_signal_group_set_target (self->list_signals, list);
  gtk_editable_set_text (self->entry, "");
}

/**
 * lanyard_list_search_set_text:
 * @self: a search
 * @text: what to search for
 *
 * Searches, as if @text had been typed.
 */
void
lanyard_list_search_set_text (LanyardListSearch *self,
                              const char        *text)
{
  g_return_if_fail (LANYARD_IS_LIST_SEARCH (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (self->entry, text);
  on_search_changed (self);
}

/**
 * lanyard_list_search_focus:
 * @self: a search
 *
 * Puts the cursor into the entry, over what is in it.
 */
void
lanyard_list_search_focus (LanyardListSearch *self)
{
  g_return_if_fail (LANYARD_IS_LIST_SEARCH (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

/**
 * lanyard_list_search_clear:
 * @self: a search
 *
 * Searches for nothing any more, with the cursor in the entry.
 */
void
lanyard_list_search_clear (LanyardListSearch *self)
{
  g_return_if_fail (LANYARD_IS_LIST_SEARCH (self));

  gtk_editable_set_text (self->entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
