/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is known of a change: its records, each a click away, and what the server called the request. */
#include "lanyard-entry-facts.h"

#include <glib/gi18n.h>

#include "lanyard-clipboard.h"
#include "lanyard-details-button.h"
#include "lanyard-entry-text.h"
#include "lanyard-error-report.h"
#include "lanyard-fact.h"
#include "lanyard-name-text.h"
#include "lanyard-public-text.h"
#include "lanyard-ui.h"

struct _LanyardEntryFacts
{
  GtkWidget parent_instance;

  LanyardFact *credential;
  LanyardFact *to;
  LanyardFact *from;
  LanyardFact *request;
  LanyardDetailsButton *report;
};

G_DEFINE_FINAL_TYPE (LanyardEntryFacts, lanyard_entry_facts, GTK_TYPE_WIDGET)

static void
show_record (LanyardFact  *fact,
             LanyardStore *store,
             const char   *id,
             const char   *name)
{
  g_autofree char *shown = id != NULL ? lanyard_entry_name_text (name) : NULL;
  gboolean listed = id != NULL && lanyard_store_lookup (store, id) != NULL;

  lanyard_fact_set_value (fact, shown, id, listed ? NULL : _("No longer in the list"));
}

/* Floating; NULL where there is nothing more to say. */
static GVariant *
dup_report (LanyardEntry     *entry,
            LanyardDirectory *directory)
{
  g_autofree char *text = NULL;

  if (!lanyard_entry_has_report (entry))
    return NULL;

  text = lanyard_entry_text (entry);
  return lanyard_entry_report (entry, lanyard_entry_find_credential (entry, directory), text,
                               seam_client_get_endpoint (lanyard_directory_get_client (directory)));
}

/**
 * lanyard_entry_facts_set_entry:
 * @self: the facts
 * @entry: a change
 * @directory: the workspace in which it was made
 *
 * Shows what is known of @entry.
 */
void
lanyard_entry_facts_set_entry (LanyardEntryFacts *self,
                               LanyardEntry      *entry,
                               LanyardDirectory  *directory)
{
  LanyardStore *users = lanyard_directory_get_users (directory);
  const char *request_id = lanyard_entry_get_request_id (entry);
  g_autofree char *shown = NULL;

  g_return_if_fail (LANYARD_IS_ENTRY_FACTS (self));

  shown = lanyard_name_text (request_id);
  show_record (self->credential, lanyard_directory_get_credentials (directory), lanyard_entry_get_credential_id (entry),
               lanyard_entry_get_credential_label (entry));
  if (lanyard_entry_get_user_id (entry) != NULL)
    show_record (self->to, users, lanyard_entry_get_user_id (entry), lanyard_entry_get_user_label (entry));
  else
    show_record (self->to, users, lanyard_entry_get_to_id (entry), lanyard_entry_get_to_label (entry));
  show_record (self->from, users, lanyard_entry_get_from_id (entry), lanyard_entry_get_from_label (entry));
  lanyard_fact_set_value (self->request, shown, request_id, NULL);
  lanyard_details_button_set_report (self->report, dup_report (entry, directory));
}

static void
copy_request_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  /* Translators: %s is what was copied, for instance "Email" */
  g_autofree char *toast = g_strdup_printf (_("%s copied"), _("Request ID"));

  lanyard_clipboard_copy (widget, g_variant_get_string (parameter, NULL), toast);
}

static void
lanyard_entry_facts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LANYARD_TYPE_ENTRY_FACTS);

  G_OBJECT_CLASS (lanyard_entry_facts_parent_class)->dispose (object);
}

static void
lanyard_entry_facts_class_init (LanyardEntryFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LANYARD_TYPE_DETAILS_BUTTON);
  g_type_ensure (LANYARD_TYPE_FACT);
  G_OBJECT_CLASS (klass)->dispose = lanyard_entry_facts_dispose;

  gtk_widget_class_install_action (widget_class, "entry-facts.copy-request", "s", copy_request_action);
  gtk_widget_class_set_template_from_resource (widget_class, LANYARD_RESOURCE_BASE_PATH "/ui/lanyard-entry-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryFacts, credential);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryFacts, to);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryFacts, from);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryFacts, request);
  gtk_widget_class_bind_template_child (widget_class, LanyardEntryFacts, report);
}

static void
lanyard_entry_facts_init (LanyardEntryFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lanyard_entry_facts_new:
 *
 * Returns: (transfer floating): the facts of nothing yet
 */
GtkWidget *
lanyard_entry_facts_new (void)
{
  return g_object_new (LANYARD_TYPE_ENTRY_FACTS, NULL);
}
