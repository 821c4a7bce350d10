/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of what is chosen in a list, or the hint to choose something. The pages are made when they are first to be
 * seen: most of the window's widgets are theirs, and it opens sooner without them. */
#include "lanyard-content.h"

#include "lanyard-credential-page.h"
#include "lanyard-names.h"
#include "lanyard-ui.h"
#include "lanyard-user-page.h"

struct _LanyardContent
{
  AdwBin parent_instance;

  GtkStack              *content_stack;
  LanyardUserPage       *user_page;       /* NULL until it is first to be seen */
  LanyardCredentialPage *credential_page; /* the same */

  LanyardChanges        *changes;
};

G_DEFINE_FINAL_TYPE (LanyardContent, lanyard_content, ADW_TYPE_BIN)

static void
add (LanyardContent *self,
     GtkWidget      *page,
     const char     *name)
{
  gtk_stack_add_named (self->content_stack, page, name);
  lanyard_names_mend (GTK_WIDGET (self->content_stack));
}

static void
show_user (LanyardContent *self,
           SeamUser       *user)
{
  if (self->user_page == NULL)
    {
      self->user_page = LANYARD_USER_PAGE (lanyard_user_page_new ());
      lanyard_user_page_set_changes (self->user_page, self->changes);
      add (self, GTK_WIDGET (self->user_page), "user");
    }

  lanyard_user_page_set_user (self->user_page, user);
  gtk_stack_set_visible_child_name (self->content_stack, "user");
}

static void
show_credential (LanyardContent *self,
                 SeamCredential *credential)
{
  if (self->credential_page == NULL)
    {
      self->credential_page = LANYARD_CREDENTIAL_PAGE (lanyard_credential_page_new ());
      lanyard_credential_page_set_changes (self->credential_page, self->changes);
      add (self, GTK_WIDGET (self->credential_page), "credential");
    }

  lanyard_credential_page_set_credential (self->credential_page, credential);
  gtk_stack_set_visible_child_name (self->content_stack, "credential");
}

/**
 * lanyard_content_show:
 * @self: the content
 * @kind: the list that it belongs to
 * @record: (nullable): what is chosen in it
 *
 * Shows the page of a record, or that there is none.
 */
void
lanyard_content_show (LanyardContent  *self,
                      LanyardListKind  kind,
                      SeamRecord      *record)
{
  gboolean users = kind == LANYARD_LIST_KIND_USERS;

  g_return_if_fail (LANYARD_IS_CONTENT (self));

  if (record == NULL)
    gtk_stack_set_visible_child_name (self->content_stack, users ? "no-user" : "no-credential");
  else if (users)
    show_user (self, SEAM_USER (record));
  else
    show_credential (self, SEAM_CREDENTIAL (record));
}

/**
 * lanyard_content_set_changes:
 * @self: the content
 * @changes: (nullable): what is done to the workspace
 *
 * Has the pages that there are show that workspace, and nothing of the last one.
 */
void
lanyard_content_set_changes (LanyardContent *self,
                             LanyardChanges *changes)
{
  g_return_if_fail (LANYARD_IS_CONTENT (self));
  g_return_if_fail (changes == NULL || LANYARD_IS_CHANGES (changes));

  g_set_object (&self->changes, changes);
  if (self->user_page != NULL)
    {
      lanyard_user_page_set_user (self->user_page, NULL);
      lanyard_user_page_set_changes (self->user_page, changes);
    }
  if (self->credential_page != NULL)
    {
      lanyard_credential_page_set_credential (self->credential_page, NULL);
      lanyard_credential_page_set_changes (self->credential_page, changes);
    }
}

/**
 * lanyard_content_focus:
 * @self: the content
 *
 * Puts the focus on the first thing on the page: what had it on the page that was there before is of somebody else.
 */
void
lanyard_content_focus (LanyardContent *self)
{
  GtkWidget *page, *widget, *child;

  g_return_if_fail (LANYARD_IS_CONTENT (self));

  widget = GTK_WIDGET (self->content_stack);
  while ((child = gtk_widget_get_focus_child (widget)) != NULL)
    {
      gtk_widget_set_focus_child (widget, NULL);
      widget = child;
    }
  /* While one page fades into another, the stack would ask the one that goes as well. */
  page = gtk_stack_get_visible_child (self->content_stack);
  /* The order for the keys is that of the places, and a page that was only now made or brought to the front has none
   * before the next frame: any part of it could be the first. */
  if (gtk_widget_get_width (page) > 0 || !gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
lanyard_content_dispose (GObject *object)
{
  g_clear_object (&LANYARD_CONTENT (object)->changes);

  G_OBJECT_CLASS (lanyard_content_parent_class)->dispose (object);
}

static void
lanyard_content_class_init (LanyardContentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lanyard_content_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-content.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardContent, content_stack);
}

static void
lanyard_content_init (LanyardContent *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
