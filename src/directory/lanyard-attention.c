/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules for what needs somebody's attention, and for what is assigned.
 *
 * The vendor warns of much that is as it should be: a guest who arrives tomorrow is inactive today. What nobody has to
 * do anything about is shown, but doesn't count. */
#include "lanyard-attention.h"

/* How long an access system may take over a change, by the clock between two readings. */
#define OVERDUE_AFTER (60 * G_USEC_PER_SEC)

/* When a code means that somebody has to act. */
typedef enum
{
  ALWAYS,
  NEVER,
  WHILE_SCHEDULED,  /* of a user: from the beginning to the end of their access */
  WHILE_SUBSCRIBED, /* likewise, if they have a credential that it keeps from working */
} When;

/* Users and credentials have these. Codes are an open set: one that isn't here may mean anything, so it counts. */
static const struct
{
  const char *code;
  When        when;
} rules[] = {
  /* No access now: outside the schedule, that is what the schedule is for. */
  { "acs_user_inactive", WHILE_SCHEDULED },
  /* Whoever has it is about to be without it. */
  { "being_deleted", ALWAYS },
  { "deleted_externally", ALWAYS },
  { "failed_to_create_on_acs_system", ALWAYS },
  { "failed_to_delete_on_acs_system", ALWAYS },
  { "failed_to_update_on_acs_system", ALWAYS },
  { "latch_conflict_with_resident_user", ALWAYS },
  /* Says only where such a user is managed. */
  { "latch_resident_user", NEVER },
  { "needs_to_be_reissued", ALWAYS },
  /* Somebody was told another PIN than the one that works. */
  { "requested_code_unavailable", ALWAYS },
  { "salto_ks_subscription_limit_exceeded", ALWAYS },
  /* A seat is only wanted by who is to open a door now. */
  { "salto_ks_user_not_subscribed", WHILE_SUBSCRIBED },
  /* Somebody else has changed the dates: are they right? */
  { "schedule_externally_modified", ALWAYS },
  /* A start that lay in the past is now: it works as was wanted. */
  { "schedule_modified", NEVER },
  { "unknown_issue_with_acs_credential", ALWAYS },
  { "unknown_issue_with_acs_user", ALWAYS },
  /* It has just been made, and is encoded when its holder comes for it. */
  { "waiting_to_be_issued", NEVER },
};

static const LanyardAttention always = { 0, G_MAXINT64 };
static const LanyardAttention never = { G_MAXINT64, G_MAXINT64 };

static When
rule_for (const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].code, code))
      return rules[i].when;
  return ALWAYS;
}

static LanyardAttention
while_scheduled (SeamUser *user)
{
  gint64 starts_at = seam_user_get_access_starts_at (user);
  gint64 ends_at = seam_user_get_access_ends_at (user);

  return (LanyardAttention) { starts_at, ends_at != SEAM_TIME_UNSET ? ends_at : G_MAXINT64 };
}

/* When @problem of @record means that somebody has to act. */
static LanyardAttention
attention_to (SeamRecord  *record,
              SeamProblem *problem)
{
  When when = rule_for (seam_problem_get_code (problem));

  if (when == NEVER)
    return never;
  if (when == ALWAYS || !SEAM_IS_USER (record))
    return always;
  if (when == WHILE_SUBSCRIBED && (seam_user_get_is_suspended (SEAM_USER (record))
                                   || seam_user_get_n_credentials (SEAM_USER (record)) == 0))
    return never;
  return while_scheduled (SEAM_USER (record));
}

/* Those of a record that have an end have the same one. */
static LanyardAttention
either (LanyardAttention a,
        LanyardAttention b)
{
  if (a.from >= a.until)
    return b;
  if (b.from >= b.until)
    return a;
  return (LanyardAttention) { MIN (a.from, b.from), MAX (a.until, b.until) };
}

static LanyardAttention
attention_to_all (SeamRecord *record,
                  GPtrArray  *problems)
{
  LanyardAttention attention = never;

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    attention = either (attention, attention_to (record, problems->pdata[i]));
  return attention;
}

/* lanyard_record_get_attention:
 * @record: a user or a credential
 *
 * Returns: from when until when it needs somebody's attention, by what is known now */
LanyardAttention
lanyard_record_get_attention (SeamRecord *record)
{
  LanyardAttention attention = either (attention_to_all (record, seam_record_get_errors (record)),
                                       attention_to_all (record, seam_record_get_warnings (record)));

  if (SEAM_IS_USER (record) && seam_user_get_is_suspended (SEAM_USER (record)))
    return always;
  if (SEAM_IS_CREDENTIAL (record))
    {
      gint64 ends_at = seam_credential_get_ends_at (SEAM_CREDENTIAL (record));

      if (seam_credential_get_sync_overdue (SEAM_CREDENTIAL (record)))
        return always;
      if (ends_at != SEAM_TIME_UNSET)
        return either (attention, (LanyardAttention) { ends_at, G_MAXINT64 });
    }
  return attention;
}

/* lanyard_attention_is_due:
 * @attention: a span
 * @now: what time it is
 *
 * Returns: whether it is now */
gboolean
lanyard_attention_is_due (LanyardAttention attention,
                          gint64           now)
{
  return attention.from < now && now < attention.until;
}

/**
 * lanyard_record_needs_attention:
 * @record: a user or a credential
 *
 * Returns: whether it is expired or suspended, whether its access system has not taken a change for too long, or
 *   whether it has an error or a warning that somebody has to do something about
 */
gboolean
lanyard_record_needs_attention (SeamRecord *record)
{
  return lanyard_attention_is_due (lanyard_record_get_attention (record), g_get_real_time ());
}

/**
 * lanyard_problem_needs_attention:
 * @record: a user or a credential
 * @problem: one of its errors or warnings
 *
 * Returns: whether somebody has to do something about it, now
 */
gboolean
lanyard_problem_needs_attention (SeamRecord  *record,
                                 SeamProblem *problem)
{
  return lanyard_attention_is_due (attention_to (record, problem), g_get_real_time ());
}

static SeamProblem *
find_problem (SeamRecord *record,
              GPtrArray  *problems,
              gboolean    needs_attention)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    if (lanyard_problem_needs_attention (record, problems->pdata[i]) == needs_attention)
      return problems->pdata[i];
  return NULL;
}

/**
 * lanyard_record_get_worst_problem:
 * @record: a user or a credential
 * @is_error: (out): whether it is an error, not a warning
 *
 * Returns: (transfer none) (nullable): of its errors and warnings the first that needs attention, or else the first
 */
SeamProblem *
lanyard_record_get_worst_problem (SeamRecord *record,
                                  gboolean   *is_error)
{
  SeamProblem *problem = NULL;

  for (int needs_attention = TRUE; needs_attention >= FALSE && problem == NULL; needs_attention--)
    {
      problem = find_problem (record, seam_record_get_errors (record), needs_attention);
      *is_error = problem != NULL;
      if (problem == NULL)
        problem = find_problem (record, seam_record_get_warnings (record), needs_attention);
    }
  return problem;
}

/* Monotonic time: hardly a credential waits. */
static G_DEFINE_QUARK (lanyard-waiting-since, waiting_since)

/* lanyard_credential_note_sync:
 * @credential: a credential that was just read
 *
 * An access system is overdue when it had not taken the change a while ago and still hasn't. */
void
lanyard_credential_note_sync (SeamCredential *credential)
{
  gint64 now = g_get_monotonic_time ();
  gint64 *since = g_object_get_qdata (G_OBJECT (credential), waiting_since_quark ());
  gboolean waiting = seam_credential_get_sync (credential) == SEAM_SYNC_WAITING;

  if (waiting && since == NULL)
    g_object_set_qdata_full (G_OBJECT (credential), waiting_since_quark (), g_memdup2 (&now, sizeof now), g_free);
  seam_credential_set_sync_overdue (credential, waiting && since != NULL && now - *since > OVERDUE_AFTER);
  if (!waiting && since != NULL)
    g_object_set_qdata (G_OBJECT (credential), waiting_since_quark (), NULL);
}

static gboolean
has_code (GPtrArray  *problems,
          const char *code)
{
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    if (g_strcmp0 (seam_problem_get_code (g_ptr_array_index (problems, i)), code) == 0)
      return TRUE;

  return FALSE;
}

/**
 * lanyard_record_is_being_deleted:
 * @record: a user or a credential
 *
 * Returns: whether the access system is about to delete it, or has done so
 */
gboolean
lanyard_record_is_being_deleted (SeamRecord *record)
{
  g_return_val_if_fail (SEAM_IS_RECORD (record), FALSE);

  return has_code (seam_record_get_warnings (record), "being_deleted")
      || has_code (seam_record_get_errors (record), "deleted_externally");
}

/* lanyard_record_is_assigned:
 * @record: a user or a credential
 *
 * Returns: whether the user has a credential, or a user or an identity has the credential */
gboolean
lanyard_record_is_assigned (SeamRecord *record)
{
  if (SEAM_IS_USER (record))
    return seam_user_get_n_credentials (SEAM_USER (record)) > 0;
  return seam_credential_get_user_id (SEAM_CREDENTIAL (record)) != NULL
         || seam_credential_get_identity_id (SEAM_CREDENTIAL (record)) != NULL;
}
