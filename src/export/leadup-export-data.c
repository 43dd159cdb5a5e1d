/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-export-data.h"

#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event-order.h"
#include "model/leadup-event-parties.h"
#include "model/leadup-phase.h"
#include "model/leadup-placement.h"

#include <string.h>

/* How many records are copied between two looks at the cancellable. */
#define STRIDE 256

/**
 * leadup_export_data_shows:
 * @options: filter and range of time; see leadup_export_options_prepare()
 * @event: an event
 *
 * Returns: whether the picture shows it; what has no date is in no range of time, but in the whole
 * story
 */
gboolean
leadup_export_data_shows (const LeadupExportOptions *options,
                          LeadupEvent               *event)
{
  LeadupWhen *when;

  g_return_val_if_fail (options != NULL, FALSE);

  if (options->filter != NULL && !leadup_filter_matches (options->filter, event))
    return FALSE;
  if (options->from == LEADUP_INSTANT_MIN && options->to == LEADUP_INSTANT_MAX)
    return TRUE;

  when = leadup_event_get_when (event);

  return when != NULL && leadup_when_overlaps (when, options->from, options->to);
}

/* Returns: whether it may not leave yet. An embargo that cannot be read holds for ever: better too
 * little than too early. */
gboolean
leadup_export_data_is_embargoed (LeadupEvent *event)
{
  const char *embargo = leadup_event_get_fields (event)->embargo;
  g_autoptr (LeadupWhen) until = NULL;

  if (embargo == NULL || *embargo == '\0')
    return FALSE;

  until = leadup_when_new_from_edtf (embargo, NULL);

  return until == NULL || leadup_when_get_bounds (until)->start_earliest > g_get_real_time ();
}

/**
 * leadup_export_data_list:
 * @snapshot: a story
 * @options: what of it
 *
 * Returns: (transfer container) (element-type LeadupEvent): what is shown, in the order of time
 */
GPtrArray *
leadup_export_data_list (LeadupSnapshot            *snapshot,
                         const LeadupExportOptions *options)
{
  LeadupExportOptions own;
  g_autoptr (LeadupFilter) filter = NULL;
  GPtrArray *events = g_ptr_array_new ();
  guint n = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT);

  leadup_export_options_prepare (options, snapshot, &own);
  filter = own.filter;
  for (guint i = 0; i < n; i++)
    {
      LeadupEvent *event = leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i);

      if (leadup_export_data_shows (&own, event))
        g_ptr_array_add (events, event);
    }
  leadup_event_order_sort (events);

  return events;
}

/**
 * leadup_export_data_get_url:
 * @source: a source
 *
 * Returns: (nullable): where everybody can read it; never a path on somebody’s machine
 */
const char *
leadup_export_data_get_url (LeadupSource *source)
{
  const LeadupSourceFields *fields = leadup_source_get_fields (source);
  const char *const urls[] = { fields->url, fields->archived_url };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    if (urls[i] != NULL &&
        (g_str_has_prefix (urls[i], "https://") || g_str_has_prefix (urls[i], "http://")))
      return urls[i];

  return NULL;
}

/**
 * leadup_export_data_get_as_of:
 * @snapshot: a story
 * @options: what of it
 *
 * Returns: (transfer full) (nullable): the ISO day of the newest source that the shown events rest
 * on: nothing in the picture is known from later
 */
char *
leadup_export_data_get_as_of (LeadupSnapshot            *snapshot,
                              const LeadupExportOptions *options)
{
  guint n = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT);
  const char *newest = NULL;
  LeadupExportOptions own;
  g_autoptr (LeadupFilter) filter = NULL;

  leadup_export_options_prepare (options, snapshot, &own);
  filter = own.filter;
  for (guint i = 0; i < n; i++)
    {
      LeadupEvent *event = leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i);
      g_autoptr (GPtrArray) sources = NULL;

      if (!leadup_export_data_shows (&own, event))
        continue;
      sources = leadup_event_parties_list_sources (snapshot, event);
      for (guint j = 0; j < sources->len; j++)
        {
          const char *day = leadup_source_get_fields (g_ptr_array_index (sources, j))->published;

          /* ISO days are in order as they are written. */
          if (day != NULL && strlen (day) >= 10 && g_ascii_isdigit (*day) &&
              (newest == NULL || strncmp (day, newest, 10) > 0))
            newest = day;
        }
    }

  return newest != NULL ? g_strndup (newest, 10) : NULL;
}

/**
 * leadup_export_data_count_doubts:
 * @snapshot: a story
 * @options: what of it, and for whom
 * @doubts: (out): what an editor has to answer for
 */
void
leadup_export_data_count_doubts (LeadupSnapshot            *snapshot,
                                 const LeadupExportOptions *options,
                                 LeadupDoubts              *doubts)
{
  guint n = leadup_snapshot_get_n (snapshot, LEADUP_RECORD_EVENT);
  LeadupExportOptions own;
  g_autoptr (LeadupFilter) filter = NULL;

  leadup_export_options_prepare (options, snapshot, &own);
  filter = own.filter;
  *doubts = (LeadupDoubts) { 0 };
  for (guint i = 0; i < n; i++)
    {
      LeadupEvent *event = leadup_snapshot_get (snapshot, LEADUP_RECORD_EVENT, i);
      LeadupVerification verification = leadup_event_get_fields (event)->verification;
      gboolean is_embargoed = leadup_export_data_is_embargoed (event);

      if (!leadup_export_data_shows (&own, event) || (is_embargoed && !options->for_insiders))
        continue;
      doubts->n_events++;
      doubts->n_unverified += verification == LEADUP_VERIFICATION_UNVERIFIED;
      doubts->n_disputed += verification == LEADUP_VERIFICATION_DISPUTED;
      doubts->n_embargoed += is_embargoed;
    }
}

/* What is copied, and which records it names. */
typedef struct
{
  LeadupSnapshot *snapshot;
  const LeadupExportOptions *options;
  GHashTable
      *names; /* ids of actors, sources, categories and events, each with its kind before it */
} Copy;

static void
name (Copy            *copy,
      LeadupRecordKind kind,
      const char      *id)
{
  if (id != NULL)
    g_hash_table_add (copy->names, g_strdup_printf ("%u %s", kind, id));
}

static gboolean
is_named (const Copy      *copy,
          LeadupRecordKind kind,
          const char      *id)
{
  g_autofree char *key = g_strdup_printf ("%u %s", kind, id);

  return g_hash_table_contains (copy->names, key);
}

/* Unknown members can hold anything, so only what is known goes out. */
static LeadupEvent *
copy_event (Copy        *copy,
            LeadupEvent *event)
{
  LeadupEventFields fields = *leadup_event_get_fields (event);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (LeadupLink));
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < fields.n_links; i++)
    if (is_named (copy, LEADUP_RECORD_EVENT, fields.links[i].to))
      g_array_append_val (links, fields.links[i]);
  for (guint i = 0; i < fields.n_evidence; i++)
    {
      LeadupEvidenceFields piece = *leadup_evidence_get_fields (fields.evidence[i]);

      piece.extra = NULL;
      /* The place in a text that stays here says nothing. */
      piece.span_start = piece.span_end = -1;
      g_ptr_array_add (evidence, leadup_evidence_new (&piece));
    }

  fields.links = (const LeadupLink *) (gconstpointer) links->data;
  fields.n_links = links->len;
  fields.evidence = (LeadupEvidence *const *) evidence->pdata;
  fields.n_evidence = evidence->len;
  fields.notes = fields.embargo = fields.extra = fields.when_extra = NULL;
  fields.also = NULL;

  return leadup_event_new (&fields);
}

static LeadupActor *
copy_actor (LeadupActor *actor)
{
  LeadupActorFields fields = *leadup_actor_get_fields (actor);

  fields.notes = fields.extra = NULL;
  fields.also = NULL;

  return leadup_actor_new (&fields);
}

static LeadupSource *
copy_source (LeadupSource *source)
{
  LeadupSourceFields fields = *leadup_source_get_fields (source);

  fields.url = leadup_export_data_get_url (source);
  fields.text = fields.sha256 = fields.extra = NULL;
  fields.also = NULL;

  return leadup_source_new (&fields);
}

static LeadupInfo *
copy_info (LeadupInfo *info)
{
  LeadupInfoFields fields = *leadup_info_get_fields (info);

  fields.chart_notes = NULL;
  fields.extra = fields.chart_extra = fields.graph_extra = NULL;

  return leadup_info_new (&fields);
}

/* Returns: (transfer full) (nullable): the record as it may leave, or %NULL where it stays */
static gpointer
copy_record (Copy            *copy,
             LeadupRecordKind kind,
             gpointer         record)
{
  gboolean is_whole = copy->options->for_insiders;

  switch (kind)
    {
    case LEADUP_RECORD_INFO:
      return is_whole ? g_object_ref (record) : copy_info (record);

    case LEADUP_RECORD_EVENT:
      if (!is_named (copy, kind, leadup_record_get_id (record)))
        return NULL;
      return is_whole ? g_object_ref (record) : copy_event (copy, record);

    case LEADUP_RECORD_ACTOR:
      if (!is_named (copy, kind, leadup_record_get_id (record)))
        return NULL;
      return is_whole ? g_object_ref (record) : copy_actor (record);

    case LEADUP_RECORD_SOURCE:
      if (!is_named (copy, kind, leadup_record_get_id (record)))
        return NULL;
      return is_whole ? g_object_ref (record) : copy_source (record);

    case LEADUP_RECORD_CATEGORY:
    case LEADUP_RECORD_PHASE:
      return g_object_ref (record);

    case LEADUP_RECORD_PLACEMENT:
      return is_named (copy, LEADUP_RECORD_ACTOR, leadup_record_get_id (record))
                 ? g_object_ref (record)
                 : NULL;

    case LEADUP_RECORD_CANDIDATE:
    case LEADUP_RECORD_VIEW:
    case LEADUP_RECORD_STEP:
    default:
      return NULL;
    }
}

static void
name_what_is_shown (Copy         *copy,
                    GCancellable *cancellable)
{
  guint n = leadup_snapshot_get_n (copy->snapshot, LEADUP_RECORD_EVENT);

  for (guint i = 0; i < n; i++)
    {
      LeadupEvent *event = leadup_snapshot_get (copy->snapshot, LEADUP_RECORD_EVENT, i);
      const LeadupEventFields *fields = leadup_event_get_fields (event);

      if (i % STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
        return;
      if (!leadup_export_data_shows (copy->options, event) ||
          (!copy->options->for_insiders && leadup_export_data_is_embargoed (event)))
        continue;

      name (copy, LEADUP_RECORD_EVENT, fields->id);
      for (guint j = 0; j < fields->n_participants; j++)
        name (copy, LEADUP_RECORD_ACTOR, fields->participants[j].actor);
      for (guint j = 0; j < fields->n_evidence; j++)
        name (copy, LEADUP_RECORD_SOURCE, leadup_evidence_get_fields (fields->evidence[j])->source);
      for (guint j = 0; j < fields->n_values; j++)
        name (copy, LEADUP_RECORD_SOURCE, fields->values[j].source);
    }
}

/* An actor comes with those that it belongs to, and they with theirs. */
static void
name_groups (Copy *copy)
{
  guint n = leadup_snapshot_get_n (copy->snapshot, LEADUP_RECORD_ACTOR);
  guint before;

  do
    {
      before = g_hash_table_size (copy->names);
      for (guint i = 0; i < n; i++)
        {
          const LeadupActorFields *fields = leadup_actor_get_fields (
              leadup_snapshot_get (copy->snapshot, LEADUP_RECORD_ACTOR, i));

          for (guint j = 0; fields->member_of != NULL && fields->member_of[j] != NULL; j++)
            if (is_named (copy, LEADUP_RECORD_ACTOR, fields->id))
              name (copy, LEADUP_RECORD_ACTOR, fields->member_of[j]);
        }
    }
  while (g_hash_table_size (copy->names) > before);
}

/**
 * leadup_export_data_new:
 * @snapshot: the story
 * @options: what of it, and for whom
 * @cancellable: (nullable): tested in loops
 * @error: return location
 *
 * What of a story is behind the picture: the events that it shows, with the actors and sources that
 * they name. For outsiders without notes, embargoed and rejected events, whole articles, unknown
 * members and paths.
 *
 * Returns: (transfer full): a story, or %NULL when cancelled
 */
LeadupSnapshot *
leadup_export_data_new (LeadupSnapshot            *snapshot,
                        const LeadupExportOptions *options,
                        GCancellable              *cancellable,
                        GError                   **error)
{
  LeadupExportOptions own;
  g_autoptr (LeadupFilter) filter = NULL;
  Copy copy = { snapshot, &own, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  GPtrArray *records[LEADUP_N_RECORD_KINDS];
  LeadupSnapshot *public = NULL;
  gboolean is_cancelled;

  leadup_export_options_prepare (options, snapshot, &own);
  filter = own.filter;
  name_what_is_shown (&copy, cancellable);
  name_groups (&copy);
  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    {
      guint n = leadup_snapshot_get_n (snapshot, (LeadupRecordKind) kind);

      records[kind] = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < n; i++)
        {
          gpointer record =
              copy_record (&copy, (LeadupRecordKind) kind,
                           leadup_snapshot_get (snapshot, (LeadupRecordKind) kind, i));

          if (record != NULL)
            g_ptr_array_add (records[kind], record);
        }
    }

  is_cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
  if (!is_cancelled)
  public = leadup_snapshot_new (records);
  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    g_ptr_array_unref (records[kind]);
  g_hash_table_unref (copy.names);

  return public;
}
