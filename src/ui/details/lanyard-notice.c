/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that the page of a user or a credential has to say above all else: how bad it is, a title, and more. */
#include "lanyard-notice.h"

#include "lanyard-attention.h"
#include "lanyard-error-report.h"
#include "lanyard-problem-text.h"

/* A page full of them would hide what it is about. */
#define MAX_OF_A_KIND 8

struct _LanyardNotice
{
  GObject parent_instance;

  LanyardSign  sign;
  char        *title;
  char        *text;
  char        *written; /* what the vendor wrote; NULL: nothing */
  GVariant    *report;  /* of that, for Details */
  char        *label;   /* of a button; NULL: none */
  char        *action;  /* of that button, a detailed name */
};

G_DEFINE_FINAL_TYPE (LanyardNotice, lanyard_notice, G_TYPE_OBJECT)

static void
lanyard_notice_finalize (GObject *object)
{
  LanyardNotice *self = LANYARD_NOTICE (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->written, g_free);
  g_clear_pointer (&self->report, g_variant_unref);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->action, g_free);

  G_OBJECT_CLASS (lanyard_notice_parent_class)->finalize (object);
}

static void
lanyard_notice_class_init (LanyardNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lanyard_notice_finalize;
}

static void
lanyard_notice_init (LanyardNotice *self)
{
}

/**
 * lanyard_notice_new:
 * @sign: how bad it is
 * @title: what it is about
 * @text: (nullable): more of it
 *
 * Returns: (transfer full): a notice, which never changes
 */
LanyardNotice *
lanyard_notice_new (LanyardSign  sign,
                    const char  *title,
                    const char  *text)
{
  LanyardNotice *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (LANYARD_TYPE_NOTICE, NULL);
  self->sign = sign;
  self->title = g_strdup (title);
  self->text = g_strdup (text);

  return self;
}

/**
 * lanyard_notice_get_sign:
 * @self: a notice
 *
 * Returns: how bad it is
 */
LanyardSign
lanyard_notice_get_sign (LanyardNotice *self)
{
  g_return_val_if_fail (LANYARD_IS_NOTICE (self), LANYARD_SIGN_NONE);

  return self->sign;
}

/**
 * lanyard_notice_get_title:
 * @self: a notice
 *
 * Returns: (transfer none): what it is about
 */
const char *
lanyard_notice_get_title (LanyardNotice *self)
{
  g_return_val_if_fail (LANYARD_IS_NOTICE (self), NULL);

  return self->title;
}

/**
 * lanyard_notice_get_text:
 * @self: a notice
 *
 * Returns: (transfer none) (nullable): more of it
 */
const char *
lanyard_notice_get_text (LanyardNotice *self)
{
  g_return_val_if_fail (LANYARD_IS_NOTICE (self), NULL);

  return self->text;
}

/**
 * lanyard_notice_get_report:
 * @self: a notice
 *
 * Returns: (transfer none) (nullable): what is behind Details
 */
GVariant *
lanyard_notice_get_report (LanyardNotice *self)
{
  g_return_val_if_fail (LANYARD_IS_NOTICE (self), NULL);

  return self->report;
}

/**
 * lanyard_notice_get_label:
 * @self: a notice
 *
 * Returns: (transfer none) (nullable): what the button is called that does something about it; %NULL: there is none
 */
const char *
lanyard_notice_get_label (LanyardNotice *self)
{
  g_return_val_if_fail (LANYARD_IS_NOTICE (self), NULL);

  return self->label;
}

/**
 * lanyard_notice_get_action:
 * @self: a notice
 *
 * Returns: (transfer none) (nullable): what that button does: the detailed name of an action
 */
const char *
lanyard_notice_get_action (LanyardNotice *self)
{
  g_return_val_if_fail (LANYARD_IS_NOTICE (self), NULL);

  return self->action;
}

/**
 * lanyard_notices_append_offer:
 * @notices: a list of #LanyardNotice
 * @sign: how bad it is
 * @title: what it is about
 * @text: more of it
 * @label: what the button is called that does something about it
 * @action: what that button does: the detailed name of an action
 */
void
lanyard_notices_append_offer (GListStore  *notices,
                              LanyardSign  sign,
                              const char  *title,
                              const char  *text,
                              const char  *label,
                              const char  *action)
{
  g_autoptr (LanyardNotice) notice = lanyard_notice_new (sign, title, text);

  notice->label = g_strdup (label);
  notice->action = g_strdup (action);
  g_list_store_append (notices, notice);
}

/**
 * lanyard_notices_append:
 * @notices: a list of #LanyardNotice
 * @sign: how bad it is
 * @title: what it is about
 * @text: (nullable): more of it
 */
void
lanyard_notices_append (GListStore  *notices,
                        LanyardSign  sign,
                        const char  *title,
                        const char  *text)
{
  g_autoptr (LanyardNotice) notice = lanyard_notice_new (sign, title, text);

  g_list_store_append (notices, notice);
}

/* What is said of a person may be about a PIN of theirs. */
static char *
dup_masked (const char *message,
            GListModel *credentials)
{
  char *masked = g_strdup (message);
  guint n = credentials != NULL ? g_list_model_get_n_items (credentials) : 0;

  for (guint i = 0; i < n && masked != NULL; i++)
    {
      g_autoptr (SeamRecord) credential = g_list_model_get_item (credentials, i);
      g_autofree char *before = masked;

      masked = seam_record_mask_text (credential, before);
    }

  return masked;
}

static void
append_problem (GListStore  *notices,
                LanyardSign  sign,
                SeamRecord  *record,
                SeamProblem *problem,
                GListModel  *credentials)
{
  const char *title = lanyard_problem_title_for (record, problem);
  /* What is as it should be needs no advice. */
  const char *advice = sign != LANYARD_SIGN_NOTE ? lanyard_problem_advice (seam_problem_get_code (problem)) : NULL;
  g_autoptr (LanyardNotice) notice = lanyard_notice_new (sign, title, advice);
  g_autofree char *message = lanyard_problem_message (problem);

  notice->written = dup_masked (message, credentials);
  notice->report = g_variant_ref_sink (lanyard_problem_report (advice != NULL ? advice : title, problem,
                                                               notice->written));
  g_list_store_append (notices, notice);
}

static void
append_problems (GListStore  *notices,
                 LanyardSign  sign,
                 SeamRecord  *record,
                 GPtrArray   *problems,
                 GListModel  *credentials)
{
  for (guint i = 0; problems != NULL && i < MIN (problems->len, MAX_OF_A_KIND); i++)
    {
      SeamProblem *problem = g_ptr_array_index (problems, i);

      if (lanyard_problem_needs_attention (record, problem) != (sign != LANYARD_SIGN_NOTE))
        continue;

      append_problem (notices, sign, record, problem, credentials);
    }
}

/**
 * lanyard_notices_append_record:
 * @notices: a list of #LanyardNotice
 * @record: whose errors and warnings to append
 * @credentials: (nullable): what they have, of #SeamCredential, when it is a user
 */
void
lanyard_notices_append_record (GListStore *notices,
                               SeamRecord *record,
                               GListModel *credentials)
{
  g_return_if_fail (G_IS_LIST_STORE (notices));
  g_return_if_fail (SEAM_IS_RECORD (record));

  append_problems (notices, LANYARD_SIGN_ERROR, record, seam_record_get_errors (record), credentials);
  append_problems (notices, LANYARD_SIGN_WARNING, record, seam_record_get_warnings (record), credentials);
  /* Below what somebody has to do something about. */
  append_problems (notices, LANYARD_SIGN_NOTE, record, seam_record_get_errors (record), credentials);
  append_problems (notices, LANYARD_SIGN_NOTE, record, seam_record_get_warnings (record), credentials);
}

static gboolean
is_same (LanyardNotice *one,
         LanyardNotice *other)
{
  return one->sign == other->sign && g_str_equal (one->title, other->title)
      && g_strcmp0 (one->text, other->text) == 0 && g_strcmp0 (one->written, other->written) == 0
      && g_strcmp0 (one->label, other->label) == 0 && g_strcmp0 (one->action, other->action) == 0;
}

/**
 * lanyard_notices_are_same:
 * @some: (nullable): a list of #LanyardNotice
 * @others: (nullable): another
 *
 * Returns: whether they say the same; no list says as much as an empty one
 */
gboolean
lanyard_notices_are_same (GListModel *some,
                          GListModel *others)
{
  guint n = some != NULL ? g_list_model_get_n_items (some) : 0;

  if (n != (others != NULL ? g_list_model_get_n_items (others) : 0))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LanyardNotice) one = g_list_model_get_item (some, i);
      g_autoptr (LanyardNotice) other = g_list_model_get_item (others, i);

      if (!is_same (one, other))
        return FALSE;
    }

  return TRUE;
}
