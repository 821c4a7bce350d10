/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The faults that a test has asked for: which request gets one, and what happens to its answer.
 *
 * A fault is a JSON object:
 *   route     the path that it is for, "*" (the default) for every one
 *   kind      what happens: the table below
 *   times     how many requests get it: 1 by default, 0 for every one until the faults are cleared
 *   skip      how many matching requests are answered rightly before it begins: 0
 *   match     an object: only requests that have these parameters, e.g. {"acs_credential_id": "…"}
 *   delay_ms  how long the answer is kept back
 *   act       whether the request is carried out, where that is not as the table says
 * and what the kind takes: status, type, message, retry_after, body, content_type, location, mebibytes.
 * Of several faults that fit a request, the one that was added first is used. */
#include "sandbox-faults.h"

#include <string.h>

#include "sandbox-json.h"
#include "sandbox-spoil.h"

typedef struct
{
  const char *name;
  gboolean acts; /* whether the request is carried out */
  guint status;  /* of the answer, where the fault doesn't say another; 0: as it is */
  const char *body;
  const char *content_type;
  SandboxEnding ending;
  void (*spoil) (SandboxCall *call);
  const char *description;
} Kind;

#define HTML "text/html; charset=utf-8"
#define TEXT "text/plain; charset=utf-8"
#define HTML_BODY \
  "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad &lt;Gateway&gt;</h1></body></html>"

static const Kind kinds[] = {
  { "latency", TRUE, 0, NULL, NULL, 0, NULL, "carried out, response after delay_ms" },
  { "status", FALSE, 500, NULL, NULL, 0, NULL, "the status, with the error envelope of type and message" },
  { "plain", FALSE, 404, "404", TEXT, 0, NULL, "the status, with body as plain text" },
  { "body", TRUE, 200, "{}", NULL, 0, NULL, "carried out; the status and body given, of content_type" },
  { "empty", TRUE, 200, "", NULL, 0, NULL, "carried out; no body" },
  { "unauthorized", FALSE, 401, NULL, NULL, 0, NULL, "401 with the envelope" },
  { "not-found", FALSE, 404, NULL, NULL, 0, NULL, "404 with the envelope: no such object" },
  { "no-route", FALSE, 404, "404", TEXT, 0, NULL, "404 in plain text: no such route" },
  { "rate-limited", FALSE, 429, NULL, NULL, 0, NULL, "429 with the envelope and Retry-After (retry_after, or 1)" },
  { "html", FALSE, 502, HTML_BODY, HTML, 0, NULL, "502 with a page of HTML" },
  { "html-after", TRUE, 502, HTML_BODY, HTML, 0, NULL, "carried out, but 502 with a page of HTML" },
  { "unavailable", FALSE, 503, "", TEXT, 0, NULL, "503 without a body; Retry-After if retry_after is given" },
  { "redirect", FALSE, 307, "", TEXT, 0, NULL, "307 to location" },
  { "close-before", FALSE, 0, NULL, NULL, SANDBOX_ENDING_CLOSE, NULL, "the connection is closed" },
  { "close-after", TRUE, 0, NULL, NULL, SANDBOX_ENDING_CLOSE, NULL, "carried out, then the connection is closed" },
  { "reset-before", FALSE, 0, NULL, NULL, SANDBOX_ENDING_RESET, NULL, "the connection is reset" },
  { "reset-after", TRUE, 0, NULL, NULL, SANDBOX_ENDING_RESET, NULL, "carried out, then the connection is reset" },
  { "hang-before", FALSE, 0, NULL, NULL, SANDBOX_ENDING_HANG, NULL, "no answer, ever" },
  { "hang-after", TRUE, 0, NULL, NULL, SANDBOX_ENDING_HANG, NULL, "carried out; no answer, ever" },
  { "truncated", TRUE, 0, NULL, NULL, SANDBOX_ENDING_TRUNCATED, NULL, "carried out; half of the body, then closed" },
  { "stalled", TRUE, 0, NULL, NULL, SANDBOX_ENDING_STALLED, NULL, "carried out; half of the body, then nothing" },
  { "garbage", TRUE, 200, NULL, NULL, 0, sandbox_spoil_with_garbage, "carried out; bytes that are no JSON" },
  { "bad-utf8", TRUE, 0, NULL, NULL, 0, sandbox_spoil_text, "carried out; names are not UTF-8" },
  { "wrong-types", TRUE, 0, NULL, NULL, 0, sandbox_spoil_types, "carried out; strings are numbers, lists strings" },
  { "nulls", TRUE, 0, NULL, NULL, 0, sandbox_spoil_nulls, "carried out; every member but ids is null" },
  { "wrong-id", TRUE, 0, NULL, NULL, 0, sandbox_spoil_ids, "carried out; the answer is about other ids" },
  { "trailing-commas", TRUE, 0, NULL, NULL, 0, sandbox_spoil_commas, "carried out; commas that JSON forbids" },
  { "bad-row", TRUE, 0, NULL, NULL, 0, sandbox_spoil_row, "the middle row of the list is a number" },
  { "repeat-cursor", TRUE, 0, NULL, NULL, 0, sandbox_spoil_cursor, "always a next page, always the same cursor" },
  { "no-pagination", TRUE, 0, NULL, NULL, 0, sandbox_spoil_pagination, "the page says nothing of a next one" },
  { "ok-false", TRUE, 0, NULL, NULL, 0, sandbox_spoil_ok, "carried out; 200, with \"ok\": false" },
  { "deep", TRUE, 200, NULL, NULL, 0, sandbox_spoil_with_depth, "carried out; JSON nested 100,000 deep" },
  { "huge", TRUE, 0, NULL, NULL, 0, NULL, "carried out; the body is larger by mebibytes (65)" },
};

struct _SandboxFault
{
  gatomicrefcount ref_count;
  const Kind *kind;
  JsonObject *options;
  guint id;
  guint skip;
  guint times; /* G_MAXUINT: always */
};

struct _SandboxFaults
{
  GPtrArray *list;
  guint last_id;
};

/**
 * sandbox_faults_describe:
 *
 * Returns: (transfer full): the kinds of faults, a line each
 */
char *
sandbox_faults_describe (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_string_append_printf (text, "  %-16s %s\n", kinds[i].name, kinds[i].description);

  return g_string_free (text, FALSE);
}

/**
 * sandbox_fault_unref:
 * @fault: (transfer full): a fault
 */
void
sandbox_fault_unref (SandboxFault *fault)
{
  if (!g_atomic_ref_count_dec (&fault->ref_count))
    return;

  json_object_unref (fault->options);
  g_free (fault);
}

/**
 * sandbox_faults_new:
 *
 * Returns: (transfer full): no faults yet
 */
SandboxFaults *
sandbox_faults_new (void)
{
  SandboxFaults *faults = g_new0 (SandboxFaults, 1);

  faults->list = g_ptr_array_new_with_free_func ((GDestroyNotify) sandbox_fault_unref);

  return faults;
}

/**
 * sandbox_faults_free:
 * @faults: (transfer full): the faults
 */
void
sandbox_faults_free (SandboxFaults *faults)
{
  g_ptr_array_unref (faults->list);
  g_free (faults);
}

static const Kind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];

  return NULL;
}

static gboolean
options_are_valid (JsonObject  *options,
                   GError     **error)
{
  static const struct
  {
    const char *name;
    GType type; /* G_TYPE_NONE: an object */
  } known[] = {
    { "route", G_TYPE_STRING }, { "kind", G_TYPE_STRING }, { "times", G_TYPE_INT64 }, { "skip", G_TYPE_INT64 },
    { "match", G_TYPE_NONE }, { "delay_ms", G_TYPE_INT64 }, { "act", G_TYPE_BOOLEAN }, { "status", G_TYPE_INT64 },
    { "type", G_TYPE_STRING }, { "message", G_TYPE_STRING }, { "retry_after", G_TYPE_STRING },
    { "body", G_TYPE_STRING }, { "content_type", G_TYPE_STRING }, { "location", G_TYPE_STRING },
    { "mebibytes", G_TYPE_INT64 },
  };
  g_autoptr(GList) names = json_object_get_members (options);

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (options, l->data);
      gboolean is_valid = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (known); i++)
        if (g_str_equal (known[i].name, l->data))
          is_valid = known[i].type == G_TYPE_NONE ? JSON_NODE_HOLDS_OBJECT (node)
                                                  : json_node_get_value_type (node) == known[i].type;

      if (!is_valid)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       "A fault has no member \"%s\", or not of this type", (const char *) l->data);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * sandbox_faults_add:
 * @faults: the faults
 * @options: a fault, as described above
 * @id: (out): its number
 * @error: return location
 *
 * Returns: whether @options is a fault; a test that asks for one that doesn't exist must not pass
 */
gboolean
sandbox_faults_add (SandboxFaults  *faults,
                    JsonObject     *options,
                    guint          *id,
                    GError        **error)
{
  const char *name;
  const Kind *kind;
  SandboxFault *fault;
  gint64 times;

  if (!options_are_valid (options, error))
    return FALSE;

  name = json_object_get_string_member_with_default (options, "kind", "");
  kind = find_kind (name);

  if (kind == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "There is no kind of fault \"%s\"", name);
      return FALSE;
    }

  fault = g_new0 (SandboxFault, 1);
  g_atomic_ref_count_init (&fault->ref_count);
  times = json_object_get_int_member_with_default (options, "times", 1);
  fault->kind = kind;
  fault->options = json_object_ref (options);
  fault->skip = (guint) json_object_get_int_member_with_default (options, "skip", 0);
  fault->times = times > 0 ? (guint) times : G_MAXUINT;
  fault->id = *id = ++faults->last_id;
  g_ptr_array_add (faults->list, fault);

  return TRUE;
}

/**
 * sandbox_faults_clear:
 * @faults: the faults
 *
 * Forgets all that are still to happen.
 */
void
sandbox_faults_clear (SandboxFaults *faults)
{
  g_ptr_array_set_size (faults->list, 0);
}

/**
 * sandbox_faults_append_json:
 * @faults: the faults
 * @json: what to append to
 *
 * Appends those that are still to happen, as a JSON list.
 */
void
sandbox_faults_append_json (SandboxFaults *faults,
                            GString       *json)
{
  g_string_append_c (json, '[');

  for (guint i = 0; i < faults->list->len; i++)
    {
      SandboxFault *fault = g_ptr_array_index (faults->list, i);
      g_autofree char *text = sandbox_json_from_object (fault->options);

      g_string_append (json, i > 0 ? "," : "");
      g_string_append (json, text);
    }

  g_string_append_c (json, ']');
}

static gboolean
fault_fits (SandboxFault *fault,
            const char   *path,
            JsonObject   *params)
{
  const char *route = json_object_get_string_member_with_default (fault->options, "route", "*");
  g_autoptr(GList) names = NULL;
  JsonObject *match;

  if (!g_str_equal (route, "*") && !g_str_equal (route, path))
    return FALSE;

  if (!json_object_has_member (fault->options, "match"))
    return TRUE;

  match = json_object_get_object_member (fault->options, "match");
  names = json_object_get_members (match);
  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *value = json_object_get_member (params, l->data);

      if (value == NULL || !json_node_equal (value, json_object_get_member (match, l->data)))
        return FALSE;
    }

  return TRUE;
}

/**
 * sandbox_faults_take:
 * @faults: the faults
 * @path: the route of a request
 * @params: its parameters
 *
 * Returns: (transfer full) (nullable): the fault that the request gets
 */
SandboxFault *
sandbox_faults_take (SandboxFaults *faults,
                     const char    *path,
                     JsonObject    *params)
{
  for (guint i = 0; i < faults->list->len; i++)
    {
      SandboxFault *fault = g_ptr_array_index (faults->list, i);

      if (!fault_fits (fault, path, params))
        continue;

      if (fault->skip > 0)
        {
          fault->skip--;
          continue;
        }

      g_atomic_ref_count_inc (&fault->ref_count);
      if (fault->times != G_MAXUINT && --fault->times == 0)
        g_ptr_array_remove_index (faults->list, i);

      return fault;
    }

  return NULL;
}

/**
 * sandbox_fault_get_name:
 * @fault: a fault
 *
 * Returns: its kind
 */
const char *
sandbox_fault_get_name (SandboxFault *fault)
{
  return fault->kind->name;
}

/**
 * sandbox_fault_get_delay:
 * @fault: a fault
 *
 * Returns: how many milliseconds the answer is kept back
 */
guint
sandbox_fault_get_delay (SandboxFault *fault)
{
  return (guint) json_object_get_int_member_with_default (fault->options, "delay_ms", 0);
}

/**
 * sandbox_fault_lets_act:
 * @fault: a fault
 *
 * Returns: whether the request is carried out
 */
gboolean
sandbox_fault_lets_act (SandboxFault *fault)
{
  return json_object_get_boolean_member_with_default (fault->options, "act", fault->kind->acts);
}

/**
 * sandbox_fault_apply:
 * @fault: a fault
 * @call: a request; answered, if it has been carried out
 *
 * Makes the answer what the fault says.
 */
void
sandbox_fault_apply (SandboxFault *fault,
                     SandboxCall  *call)
{
  static const struct
  {
    guint status;
    const char *type;
    const char *message;
  } defaults[] = {
    { 401, "unauthorized", "Unauthorized" },
    { 404, "acs_credential_not_found", "Could not find the object" },
    { 429, "rate_limit_exceeded", "Too many requests" },
    { 0, "internal_server_error", "Something went wrong" },
  };
  const Kind *kind = fault->kind;
  JsonObject *options = fault->options;
  guint status = (guint) json_object_get_int_member_with_default (options, "status", kind->status);
  const char *body = json_object_get_string_member_with_default (options, "body", kind->body);
  const char *retry_after = json_object_get_string_member_with_default (options, "retry_after", NULL);

  if (body != NULL)
    {
      sandbox_call_answer_text (call, status, body);
      call->content_type = g_intern_string (
        json_object_get_string_member_with_default (options, "content_type",
                                                    kind->content_type != NULL ? kind->content_type
                                                                               : "application/json; charset=utf-8"));
    }
  else if (status >= 400)
    {
      guint i = 0;

      while (defaults[i].status != 0 && defaults[i].status != status)
        i++;
      sandbox_call_fail (call, status,
                         json_object_get_string_member_with_default (options, "type", defaults[i].type),
                         json_object_get_string_member_with_default (options, "message", defaults[i].message));
    }
  else if (status != 0)
    {
      call->status = status;
    }

  if (retry_after == NULL && g_str_equal (kind->name, "rate-limited"))
    retry_after = "1";
  call->retry_after = g_strdup (retry_after);
  call->location = g_strdup (json_object_get_string_member_with_default (options, "location", NULL));
  call->ending = kind->ending;

  if (kind->spoil != NULL)
    kind->spoil (call);
  else if (g_str_equal (kind->name, "huge"))
    sandbox_spoil_with_size (call, (gsize) json_object_get_int_member_with_default (options, "mebibytes", 65));
}
