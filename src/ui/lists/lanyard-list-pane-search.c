/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching in a long list: the entry, Enter, and a card reader that types a number. */
#include "lanyard-list-pane-private.h"

#include "lanyard-finder.h"

gboolean
lanyard_list_pane_is_searching (LanyardListPane *self)
{
  gboolean searching = FALSE;

  if (self->list != NULL)
    g_object_get (self->list, "searching", &searching, NULL);

  return searching;
}

void
lanyard_list_pane_open_first (LanyardListPane *self)
{
  g_autoptr (SeamRecord) first = NULL;

  if (!self->enter_pending || self->list == NULL || lanyard_list_pane_is_searching (self))
    return;

  self->enter_pending = FALSE;
  first = g_list_model_get_item (G_LIST_MODEL (self->list), 0);
  if (first == NULL)
    return;

  lanyard_list_pane_activate_record (self, first);
  /* The next number that a card reader types shall not be added to this one. */
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
apply_search (LanyardListPane *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->list == NULL)
    return;

  g_object_set (self->list, "search", text, NULL);
  lanyard_directory_search_server (self->directory, text);
  lanyard_list_pane_update (self);
}

void
lanyard_list_pane_search_changed (LanyardListPane *self)
{
  gboolean search_mode = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0';

  apply_search (self);
  if (self->search_mode == search_mode)
    return;

  self->search_mode = search_mode;
  g_object_notify (G_OBJECT (self), "search-mode");
}

/* A whole number is that card, whatever the list is filtered by. */
static gboolean
open_card (LanyardListPane *self,
           const char      *text)
{
  g_autoptr (LanyardNumber) number = lanyard_number_new (text, NULL);
  g_autoptr (LanyardFinding) finding = NULL;

  if (number == NULL)
    return FALSE;

  finding = lanyard_finder_look (lanyard_directory_get_finder (self->directory), number);
  if (finding->found != LANYARD_FOUND_ONE && finding->found != LANYARD_FOUND_SEVERAL)
    return FALSE;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (finding->found == LANYARD_FOUND_ONE)
    gtk_widget_activate_action (GTK_WIDGET (self), "go.show-credential", "s",
                                seam_record_get_id (g_ptr_array_index (finding->credentials, 0)));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.choose-card", "s", lanyard_number_get_text (number));

  return TRUE;
}

/* The entry waits a moment before it says that its text has changed; a card reader's Enter does not. */
void
lanyard_list_pane_search_entered (LanyardListPane *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->list == NULL || *text == '\0')
    return;

  if (open_card (self, text))
    return;

  apply_search (self);
  self->enter_pending = TRUE;
  lanyard_list_pane_open_first (self);
}

/* Something was typed elsewhere in the window. What had the focus must not have the rest: Enter, and a card reader
 * types one, would do there whatever its button does. */
void
lanyard_list_pane_search_started (LanyardListPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "go.search", NULL);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

void
lanyard_list_pane_search_stopped (LanyardListPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  lanyard_list_pane_set_search_mode (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
lanyard_list_pane_clear_search (LanyardListPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * lanyard_list_pane_set_search_mode:
 * @self: a pane
 * @search_mode: whether somebody is searching
 *
 * Puts the cursor into the search entry, or clears the search.
 */
void
lanyard_list_pane_set_search_mode (LanyardListPane *self,
                                   gboolean         search_mode)
{
  g_return_if_fail (LANYARD_IS_LIST_PANE (self));

  if (self->search_mode == search_mode)
    return;

  self->search_mode = search_mode;
  if (search_mode)
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_object_notify (G_OBJECT (self), "search-mode");
}

/**
 * lanyard_list_pane_focus_search:
 * @self: a pane
 *
 * Puts the cursor into the search entry, over what is in it.
 */
void
lanyard_list_pane_focus_search (LanyardListPane *self)
{
  g_return_if_fail (LANYARD_IS_LIST_PANE (self));

  lanyard_list_pane_set_search_mode (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * lanyard_list_pane_set_search:
 * @self: a pane
 * @search: what to search for
 *
 * Searches, as if @search had been typed.
 */
void
lanyard_list_pane_set_search (LanyardListPane *self,
                              const char      *search)
{
  g_return_if_fail (LANYARD_IS_LIST_PANE (self));
  g_return_if_fail (search != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), search);
  lanyard_list_pane_search_changed (self);
}
