/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "storage/leadup-record-shape.h"

#include "base/leadup-error.h"
#include "model/leadup-actor.h"
#include "model/leadup-candidate.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-evidence.h"
#include "model/leadup-filter.h"
#include "model/leadup-info.h"
#include "model/leadup-phase.h"
#include "model/leadup-placement.h"
#include "model/leadup-source.h"
#include "model/leadup-step.h"
#include "model/leadup-view.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define HUGE_NUMBER 1e300

/* A choice that is written whatever it is. */
#define ALWAYS (-1)

#define AT(Type, member) G_STRUCT_OFFSET (Type, member)

#define SIMPLE(TYPE, Type, json, member)                                                           \
  { .name = json, .type = LEADUP_FIELD_##TYPE, .offset = AT (Type, member) }

#define NUMBER(Type, json, member, low, high, absent)                                              \
  { .name = json,                                                                                  \
    .type = LEADUP_FIELD_NUMBER,                                                                   \
    .offset = AT (Type, member),                                                                   \
    .minimum = low,                                                                                \
    .maximum = high,                                                                               \
    .fallback = absent }

#define COUNT(Type, json, member, high)                                                            \
  { .name = json, .type = LEADUP_FIELD_COUNT, .offset = AT (Type, member), .maximum = high }

#define INSTANT(Type, json, member, absent)                                                        \
  { .name = json, .type = LEADUP_FIELD_INSTANT, .offset = AT (Type, member), .minimum = absent }

#define CHOICE(Type, json, member, prefix, absent)                                                 \
  { .name = json,                                                                                  \
    .type = LEADUP_FIELD_CHOICE,                                                                   \
    .offset = AT (Type, member),                                                                   \
    .from_name = prefix##_from_name,                                                               \
    .to_name = prefix##_to_name,                                                                   \
    .fallback = absent }

#define SHAPED(TYPE, Type, json, member, also, its_shape)                                          \
  { .name = json,                                                                                  \
    .type = LEADUP_FIELD_##TYPE,                                                                   \
    .offset = AT (Type, member),                                                                   \
    .second = also,                                                                                \
    .shape = &its_shape }

#define ELSEWHERE(json) { .name = json, .type = LEADUP_FIELD_ELSEWHERE }

/* The functions of the model, with their enums as plain numbers. */
#define DEFINE_CHOICE(prefix, Type)                                                                \
  static gboolean prefix##_from_name (const char *name, int *choice)                               \
  {                                                                                                \
    Type value;                                                                                    \
                                                                                                   \
    if (!leadup_##prefix##_from_string (name, &value))                                             \
      return FALSE;                                                                                \
                                                                                                   \
    *choice = (int) value;                                                                         \
    return TRUE;                                                                                   \
  }                                                                                                \
                                                                                                   \
  static const char *prefix##_to_name (int choice)                                                 \
  {                                                                                                \
    return leadup_##prefix##_to_string ((Type) choice);                                            \
  }

/* A record is made from its fields and shows them again. */
#define DEFINE_RECORD(prefix, Type)                                                                \
  static gpointer make_##prefix (gconstpointer fields, GError **error)                             \
  {                                                                                                \
    return leadup_##prefix##_new (fields);                                                         \
  }                                                                                                \
                                                                                                   \
  static void load_##prefix (gpointer object, gpointer fields)                                     \
  {                                                                                                \
    memcpy (fields, leadup_##prefix##_get_fields (object), sizeof (Type##Fields));                 \
  }

#define SHAPE(name, Type, its_fields, its_extra, ...)                                              \
  { .label = name,                                                                                 \
    .fields = its_fields,                                                                          \
    .n_fields = G_N_ELEMENTS (its_fields),                                                         \
    .size = sizeof (Type),                                                                         \
    .extra = its_extra,                                                                            \
    __VA_ARGS__ }

#define RECORD(prefix) .make = make_##prefix, .load = load_##prefix, .release = g_object_unref

DEFINE_CHOICE (actor_kind, LeadupActorKind)
DEFINE_CHOICE (candidate_state, LeadupCandidateState)
DEFINE_CHOICE (graph_form, LeadupGraphForm)
DEFINE_CHOICE (graph_lines, LeadupGraphLines)
DEFINE_CHOICE (graph_outside, LeadupGraphOutside)
DEFINE_CHOICE (lanes_by, LeadupLanesBy)
DEFINE_CHOICE (lanes_order, LeadupLanesOrder)
DEFINE_CHOICE (part, LeadupPart)
DEFINE_CHOICE (picture, LeadupPicture)
DEFINE_CHOICE (quad_class, LeadupQuadClass)
DEFINE_CHOICE (role, LeadupRole)
DEFINE_CHOICE (symbol, LeadupSymbol)
DEFINE_CHOICE (verification, LeadupVerification)

DEFINE_RECORD (actor, LeadupActor)
DEFINE_RECORD (category, LeadupCategory)
DEFINE_RECORD (event, LeadupEvent)
DEFINE_RECORD (evidence, LeadupEvidence)
DEFINE_RECORD (filter, LeadupFilter)
DEFINE_RECORD (info, LeadupInfo)
DEFINE_RECORD (phase, LeadupPhase)
DEFINE_RECORD (placement, LeadupPlacement)
DEFINE_RECORD (source, LeadupSource)
DEFINE_RECORD (step, LeadupStep)
DEFINE_RECORD (view, LeadupView)

static gpointer
make_candidate (gconstpointer data, GError **error)
{
  const LeadupCandidateFields *fields = data;

  if (fields->event == NULL)
    {
      g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_SCHEMA, _ ("has no “%s”"), "event");
      return NULL;
    }

  return leadup_candidate_new (fields);
}

static void
load_candidate (gpointer object,
                gpointer fields)
{
  memcpy (fields, leadup_candidate_get_fields (object), sizeof (LeadupCandidateFields));
}

static gpointer
make_when (gconstpointer fields,
           GError      **error)
{
  return leadup_when_new (fields, error);
}

static void
load_when (gpointer object,
           gpointer data)
{
  LeadupWhenFields *fields = data;

  fields->stated = leadup_when_get_stated (object);
  fields->edtf = leadup_when_get_edtf (object);
  fields->zone = leadup_when_get_zone (object);
  fields->rule = leadup_when_get_rule (object);
  fields->as_of = leadup_when_get_as_of (object);
  fields->part = leadup_when_get_part (object);
}

static void
release_when (gpointer object)
{
  leadup_when_unref (object);
}

static void
release_filter (gpointer object)
{
  leadup_filter_unref (object);
}

/* One number is both ends. */
static void
settle_value (gpointer data)
{
  LeadupValue *value = data;

  if (isnan (value->high))
    value->high = value->low;
  else if (isnan (value->low))
    value->low = value->high;
}

static const LeadupField category_fields[] = {
  SIMPLE (ID, LeadupCategoryFields, "id", id),
  SIMPLE (TITLE, LeadupCategoryFields, "name", name),
  SIMPLE (STRING, LeadupCategoryFields, "family", family),
  SIMPLE (STRING, LeadupCategoryFields, "colour", colour),
  CHOICE (LeadupCategoryFields, "symbol", symbol, symbol, ALWAYS),
  SIMPLE (STRING, LeadupCategoryFields, "plover", plover),
  NUMBER (LeadupCategoryFields, "tone", tone, -10, 10, 0),
};

static const LeadupField actor_fields[] = {
  SIMPLE (ID, LeadupActorFields, "id", id),
  SIMPLE (TITLE, LeadupActorFields, "name", name),
  CHOICE (LeadupActorFields, "kind", kind, actor_kind, ALWAYS),
  SIMPLE (STRINGS, LeadupActorFields, "aliases", aliases),
  SIMPLE (STRING, LeadupActorFields, "role", role),
  SIMPLE (STRINGS, LeadupActorFields, "member_of", member_of),
  SIMPLE (STRING, LeadupActorFields, "colour", colour),
  SIMPLE (STRING, LeadupActorFields, "notes", notes),
  SIMPLE (STRINGS, LeadupActorFields, "also", also),
};

static const LeadupField source_fields[] = {
  SIMPLE (ID, LeadupSourceFields, "id", id),
  SIMPLE (TITLE, LeadupSourceFields, "outlet", outlet),
  SIMPLE (TITLE, LeadupSourceFields, "title", title),
  SIMPLE (STRING, LeadupSourceFields, "author", author),
  SIMPLE (STRING, LeadupSourceFields, "url", url),
  SIMPLE (STRING, LeadupSourceFields, "archived_url", archived_url),
  SIMPLE (STRING, LeadupSourceFields, "published", published),
  SIMPLE (STRING, LeadupSourceFields, "retrieved", retrieved),
  SIMPLE (STRING, LeadupSourceFields, "language", language),
  SIMPLE (STRING, LeadupSourceFields, "sha256", sha256),
  SIMPLE (TEXT, LeadupSourceFields, "text", text),
  SIMPLE (STRINGS, LeadupSourceFields, "also", also),
};

static const LeadupField when_fields[] = {
  SIMPLE (STRING, LeadupWhenFields, "stated", stated),
  SIMPLE (STRING, LeadupWhenFields, "edtf", edtf),
  SIMPLE (STRING, LeadupWhenFields, "zone", zone),
  SIMPLE (STRING, LeadupWhenFields, "rule", rule),
  SIMPLE (STRING, LeadupWhenFields, "as_of", as_of),
  CHOICE (LeadupWhenFields, "part", part, part, LEADUP_PART_NONE),
};

static const LeadupShape when_shape = SHAPE (N_ ("time"),
                                             LeadupWhenFields,
                                             when_fields,
                                             LEADUP_FIELD_NO_OFFSET,
                                             .make = make_when,
                                             .load = load_when,
                                             .release = release_when);

static const LeadupField place_fields[] = {
  SIMPLE (TITLE, LeadupPlace, "name", name),
  SIMPLE (STRING, LeadupPlace, "country", country),
  NUMBER (LeadupPlace, "lat", latitude, -90, 90, (double) NAN),
  NUMBER (LeadupPlace, "lon", longitude, -180, 180, (double) NAN),
  SIMPLE (STRING, LeadupPlace, "precision", precision),
};

static const LeadupShape place_shape
    = SHAPE (N_ ("place"), LeadupPlace, place_fields, AT (LeadupPlace, extra));

static const LeadupField participant_fields[] = {
  SIMPLE (ID, LeadupParticipant, "actor", actor),
  CHOICE (LeadupParticipant, "role", role, role, ALWAYS),
  SIMPLE (STRING, LeadupParticipant, "as", as),
};

static const LeadupShape participant_shape
    = SHAPE (N_ ("actor"), LeadupParticipant, participant_fields, AT (LeadupParticipant, extra));

static const LeadupField evidence_fields[] = {
  SIMPLE (ID, LeadupEvidenceFields, "source", source),
  SIMPLE (STRING, LeadupEvidenceFields, "quote", quote),
  { .name = "span",
    .type = LEADUP_FIELD_SPAN,
    .offset = AT (LeadupEvidenceFields, span_start),
    .second = AT (LeadupEvidenceFields, span_end) },
  SIMPLE (STRINGS, LeadupEvidenceFields, "supports", supports),
};

static const LeadupShape evidence_shape = SHAPE (N_ ("evidence"),
                                                 LeadupEvidenceFields,
                                                 evidence_fields,
                                                 AT (LeadupEvidenceFields, extra),
                                                 RECORD (evidence));

static const LeadupField value_fields[] = {
  SIMPLE (ID, LeadupValue, "name", name),
  NUMBER (LeadupValue, "low", low, -HUGE_NUMBER, HUGE_NUMBER, (double) NAN),
  NUMBER (LeadupValue, "high", high, -HUGE_NUMBER, HUGE_NUMBER, (double) NAN),
  SIMPLE (STRING, LeadupValue, "qualifier", qualifier),
  SIMPLE (STRING, LeadupValue, "source", source),
};

static const LeadupShape value_shape = SHAPE (
    N_ ("value"), LeadupValue, value_fields, AT (LeadupValue, extra), .settle = settle_value);

static const LeadupField link_fields[] = {
  SIMPLE (ID, LeadupLink, "to", to),
  SIMPLE (STRING, LeadupLink, "kind", kind),
};

static const LeadupShape link_shape
    = SHAPE (N_ ("link"), LeadupLink, link_fields, AT (LeadupLink, extra));

static const LeadupField event_fields[] = {
  SIMPLE (ID, LeadupEventFields, "id", id),
  SIMPLE (TITLE, LeadupEventFields, "title", title),
  SIMPLE (STRING, LeadupEventFields, "category", category),
  SIMPLE (STRING, LeadupEventFields, "summary", summary),
  SHAPED (OBJECT, LeadupEventFields, "when", when, AT (LeadupEventFields, when_extra), when_shape),
  SHAPED (STRUCT, LeadupEventFields, "place", place, LEADUP_FIELD_NO_OFFSET, place_shape),
  SHAPED (STRUCTS,
          LeadupEventFields,
          "actors",
          participants,
          AT (LeadupEventFields, n_participants),
          participant_shape),
  SHAPED (OBJECTS,
          LeadupEventFields,
          "evidence",
          evidence,
          AT (LeadupEventFields, n_evidence),
          evidence_shape),
  SHAPED (
      STRUCTS, LeadupEventFields, "values", values, AT (LeadupEventFields, n_values), value_shape),
  CHOICE (LeadupEventFields, "verification", verification, verification, ALWAYS),
  COUNT (LeadupEventFields, "importance", importance, 5),
  NUMBER (LeadupEventFields, "tone", tone, -10, 10, (double) NAN),
  SHAPED (STRUCTS, LeadupEventFields, "links", links, AT (LeadupEventFields, n_links), link_shape),
  SIMPLE (STRINGS, LeadupEventFields, "tags", tags),
  SIMPLE (STRING, LeadupEventFields, "notes", notes),
  SIMPLE (STRING, LeadupEventFields, "embargo", embargo),
  SIMPLE (STRINGS, LeadupEventFields, "also", also),
};

static const LeadupShape event_shape = SHAPE (
    N_ ("event"), LeadupEventFields, event_fields, AT (LeadupEventFields, extra), RECORD (event));

static const LeadupShape actor_shape = SHAPE (
    N_ ("actor"), LeadupActorFields, actor_fields, AT (LeadupActorFields, extra), RECORD (actor));

static const LeadupField candidate_fields[] = {
  SIMPLE (ID, LeadupCandidateFields, "id", id),
  SIMPLE (ID, LeadupCandidateFields, "source", source),
  CHOICE (LeadupCandidateFields, "state", state, candidate_state, ALWAYS),
  NUMBER (LeadupCandidateFields, "confidence", confidence, 0, 1, 0),
  SIMPLE (STRING, LeadupCandidateFields, "reason", reason),
  SHAPED (OBJECT, LeadupCandidateFields, "event", event, LEADUP_FIELD_NO_OFFSET, event_shape),
  SHAPED (OBJECTS,
          LeadupCandidateFields,
          "actors",
          actors,
          AT (LeadupCandidateFields, n_actors),
          actor_shape),
};

static const LeadupField phase_fields[] = {
  SIMPLE (ID, LeadupPhaseFields, "id", id),
  SIMPLE (TITLE, LeadupPhaseFields, "title", title),
  SHAPED (OBJECT, LeadupPhaseFields, "when", when, LEADUP_FIELD_NO_OFFSET, when_shape),
  SIMPLE (STRING, LeadupPhaseFields, "colour", colour),
};

static const LeadupField filter_fields[] = {
  SIMPLE (STRING, LeadupFilterFields, "text", text),
  SIMPLE (STRINGS, LeadupFilterFields, "categories", categories),
  SIMPLE (STRINGS, LeadupFilterFields, "actors", actors),
  SIMPLE (STRINGS, LeadupFilterFields, "sources", sources),
  SIMPLE (STRINGS, LeadupFilterFields, "places", places),
  SIMPLE (STRINGS, LeadupFilterFields, "tags", tags),
  { .name = "verifications",
    .type = LEADUP_FIELD_CHOICES,
    .offset = AT (LeadupFilterFields, verifications),
    .from_name = verification_from_name,
    .to_name = verification_to_name,
    .n_choices = LEADUP_N_VERIFICATIONS },
  INSTANT (LeadupFilterFields, "from", from, -1),
  INSTANT (LeadupFilterFields, "to", to, 1),
  INSTANT (LeadupFilterFields, "as_of", as_of, 1),
};

static const LeadupShape filter_shape = SHAPE (N_ ("filter"),
                                               LeadupFilterFields,
                                               filter_fields,
                                               LEADUP_FIELD_NO_OFFSET,
                                               .make = make_filter,
                                               .load = load_filter,
                                               .release = release_filter);

static const LeadupField density_fields[] = {
  COUNT (LeadupViewFields, "events", graph.sieve.min_events, G_MAXINT),
  COUNT (LeadupViewFields, "outlets", graph.sieve.min_outlets, G_MAXINT),
  NUMBER (LeadupViewFields, "weight", graph.sieve.min_weight, 0, 1, 0),
  { .name = "classes",
    .type = LEADUP_FIELD_CHOICES,
    .offset = AT (LeadupViewFields, graph.sieve.quad_classes),
    .from_name = quad_class_from_name,
    .to_name = quad_class_to_name,
    .n_choices = LEADUP_N_QUAD_CLASSES },
  COUNT (LeadupViewFields, "top", graph.sieve.top, G_MAXINT),
  SIMPLE (STRINGS, LeadupViewFields, "around", graph.sieve.focus),
  COUNT (LeadupViewFields, "hops", graph.sieve.hops, LEADUP_TIE_SIEVE_MAX_HOPS),
  SIMPLE (STRINGS, LeadupViewFields, "folded", graph.sieve.folded),
};

static const LeadupShape density_shape
    = SHAPE (N_ ("view"), LeadupViewFields, density_fields, LEADUP_FIELD_NO_OFFSET);

static const LeadupField look_fields[] = {
  NUMBER (LeadupViewFields, "x", graph_x, -HUGE_NUMBER, HUGE_NUMBER, 0),
  NUMBER (LeadupViewFields, "y", graph_y, -HUGE_NUMBER, HUGE_NUMBER, 0),
  NUMBER (LeadupViewFields, "zoom", graph_zoom, 0, HUGE_NUMBER, 0),
  CHOICE (LeadupViewFields, "form", graph.form, graph_form, LEADUP_GRAPH_FORM_MAP),
  CHOICE (LeadupViewFields, "lines", graph.lines, graph_lines, LEADUP_GRAPH_LINES_DIRECTION),
  CHOICE (LeadupViewFields, "outside", graph.outside, graph_outside, LEADUP_GRAPH_OUTSIDE_DIM),
  SIMPLE (STRING, LeadupViewFields, "middle", graph.middle),
  SHAPED (INLINE,
          LeadupViewFields,
          "density",
          graph.sieve,
          LEADUP_FIELD_NO_OFFSET,
          density_shape),
  INSTANT (LeadupViewFields, "from", graph.range.from, -1),
  INSTANT (LeadupViewFields, "to", graph.range.to, 1),
  SIMPLE (FLAG, LeadupViewFields, "compared", graph.is_compared),
  INSTANT (LeadupViewFields, "before_from", graph.before.from, -1),
  INSTANT (LeadupViewFields, "before_to", graph.before.to, 1),
};

static const LeadupShape look_shape
    = SHAPE (N_ ("view"), LeadupViewFields, look_fields, LEADUP_FIELD_NO_OFFSET);

static const LeadupField lane_fields[] = {
  SIMPLE (STRING, LeadupLaneOptions, "key", key),
  SIMPLE (FLAG, LeadupLaneOptions, "pinned", is_pinned),
  SIMPLE (FLAG, LeadupLaneOptions, "collapsed", is_collapsed),
  SIMPLE (FLAG, LeadupLaneOptions, "hidden", is_hidden),
  SIMPLE (STRING, LeadupLaneOptions, "colour", colour),
  NUMBER (LeadupLaneOptions, "height", height, 0, LEADUP_LANE_MAX_HEIGHT, 0),
};

static const LeadupShape lane_shape
    = SHAPE (N_ ("lane"), LeadupLaneOptions, lane_fields, AT (LeadupLaneOptions, extra));

static const LeadupField stretch_fields[] = {
  INSTANT (LeadupStretch, "from", from, -1),
  INSTANT (LeadupStretch, "to", to, 1),
};

static const LeadupShape stretch_shape
    = SHAPE (N_ ("stretch"), LeadupStretch, stretch_fields, AT (LeadupStretch, extra));

static const LeadupField view_fields[] = {
  SIMPLE (ID, LeadupViewFields, "id", id),
  SIMPLE (TITLE, LeadupViewFields, "name", name),
  CHOICE (LeadupViewFields, "picture", picture, picture, ALWAYS),
  INSTANT (LeadupViewFields, "from", from, -1),
  INSTANT (LeadupViewFields, "to", to, 1),
  CHOICE (LeadupViewFields, "lanes_by", lanes_by, lanes_by, ALWAYS),
  CHOICE (LeadupViewFields, "lanes_order", lanes_order, lanes_order, LEADUP_LANES_ORDER_NATURAL),
  SHAPED (STRUCTS, LeadupViewFields, "lanes", lanes, AT (LeadupViewFields, n_lanes), lane_shape),
  COUNT (LeadupViewFields, "top", top, G_MAXINT),
  SIMPLE (STRING, LeadupViewFields, "second_zone", second_zone),
  SIMPLE (FLAG, LeadupViewFields, "quiet_folded", is_quiet_folded),
  SHAPED (STRUCTS, LeadupViewFields, "opened", opened, AT (LeadupViewFields, n_opened), stretch_shape),
  SHAPED (OBJECT, LeadupViewFields, "filter", filter, LEADUP_FIELD_NO_OFFSET, filter_shape),
  SIMPLE (STRINGS, LeadupViewFields, "selection", selection),
  SHAPED (INLINE, LeadupViewFields, "graph", graph_x, LEADUP_FIELD_NO_OFFSET, look_shape),
  SIMPLE (FLAG, LeadupViewFields, "faded", is_rest_faded),
};

static const LeadupField step_fields[] = {
  SIMPLE (ID, LeadupStepFields, "id", id),
  SIMPLE (ID, LeadupStepFields, "view", view),
  COUNT (LeadupStepFields, "position", position, G_MAXINT),
  SIMPLE (STRING, LeadupStepFields, "caption", caption),
  SIMPLE (STRING, LeadupStepFields, "notes", notes),
  COUNT (LeadupStepFields, "seconds", seconds, G_MAXINT),
  SIMPLE (STRING, LeadupStepFields, "as_of", as_of),
  SIMPLE (FLAG, LeadupStepFields, "cut", is_cut),
};

/* Of the journal; in the story file placements are lists, which leadup-story-reader.c reads. */
static const LeadupField placement_fields[] = {
  SIMPLE (ID, LeadupPlacementFields, "id", id),
  NUMBER (LeadupPlacementFields, "x", x, -HUGE_NUMBER, HUGE_NUMBER, 0),
  NUMBER (LeadupPlacementFields, "y", y, -HUGE_NUMBER, HUGE_NUMBER, 0),
  SIMPLE (FLAG, LeadupPlacementFields, "pinned", is_pinned),
};

static const LeadupField chart_fields[] = {
  SIMPLE (STRING, LeadupInfoFields, "title", chart_title),
  SIMPLE (STRING, LeadupInfoFields, "subtitle", chart_subtitle),
  SIMPLE (STRING, LeadupInfoFields, "byline", chart_byline),
  SIMPLE (STRING, LeadupInfoFields, "source_line", chart_source_line),
  SIMPLE (STRING, LeadupInfoFields, "alt", chart_alt),
  SIMPLE (STRING, LeadupInfoFields, "notes", chart_notes),
};

static const LeadupShape chart_shape
    = SHAPE (N_ ("chart"), LeadupInfoFields, chart_fields, AT (LeadupInfoFields, chart_extra));

static const LeadupField graph_fields[] = {
  COUNT (LeadupInfoFields, "engine", graph_engine, G_MAXINT),
  SIMPLE (SEED, LeadupInfoFields, "seed", graph_seed),
  ELSEWHERE ("positions"),
};

static const LeadupShape graph_shape
    = SHAPE (N_ ("graph"), LeadupInfoFields, graph_fields, AT (LeadupInfoFields, graph_extra));

/* The top level of the file, in its order. */
static const LeadupField info_fields[] = {
  ELSEWHERE ("format"),
  ELSEWHERE ("version"),
  SIMPLE (TITLE, LeadupInfoFields, "title", title),
  SIMPLE (STRING, LeadupInfoFields, "zone", zone),
  SIMPLE (STRING, LeadupInfoFields, "language", language),
  ELSEWHERE ("categories"),
  ELSEWHERE ("actors"),
  ELSEWHERE ("sources"),
  ELSEWHERE ("events"),
  ELSEWHERE ("candidates"),
  ELSEWHERE ("phases"),
  ELSEWHERE ("views"),
  ELSEWHERE ("steps"),
  SHAPED (INLINE, LeadupInfoFields, "graph", graph_engine, LEADUP_FIELD_NO_OFFSET, graph_shape),
  SHAPED (INLINE, LeadupInfoFields, "chart", chart_title, LEADUP_FIELD_NO_OFFSET, chart_shape),
};

static const LeadupShape category_shape = SHAPE (N_ ("category"),
                                                 LeadupCategoryFields,
                                                 category_fields,
                                                 AT (LeadupCategoryFields, extra),
                                                 RECORD (category));

static const LeadupShape source_shape = SHAPE (N_ ("source"),
                                               LeadupSourceFields,
                                               source_fields,
                                               AT (LeadupSourceFields, extra),
                                               RECORD (source));

static const LeadupShape candidate_shape = SHAPE (N_ ("candidate"),
                                                  LeadupCandidateFields,
                                                  candidate_fields,
                                                  AT (LeadupCandidateFields, extra),
                                                  RECORD (candidate));

static const LeadupShape phase_shape = SHAPE (
    N_ ("phase"), LeadupPhaseFields, phase_fields, AT (LeadupPhaseFields, extra), RECORD (phase));

static const LeadupShape view_shape = SHAPE (
    N_ ("view"), LeadupViewFields, view_fields, AT (LeadupViewFields, extra), RECORD (view));

static const LeadupShape step_shape = SHAPE (
    N_ ("step"), LeadupStepFields, step_fields, AT (LeadupStepFields, extra), RECORD (step));

static const LeadupShape placement_shape = SHAPE (N_ ("placement"),
                                                  LeadupPlacementFields,
                                                  placement_fields,
                                                  LEADUP_FIELD_NO_OFFSET,
                                                  RECORD (placement));

static const LeadupShape info_shape = SHAPE (
    N_ ("story"), LeadupInfoFields, info_fields, AT (LeadupInfoFields, extra), RECORD (info));

static const struct
{
  const LeadupShape *shape;
  const char *list;
} kinds[LEADUP_N_RECORD_KINDS] = {
  [LEADUP_RECORD_INFO] = { &info_shape, NULL },
  [LEADUP_RECORD_CATEGORY] = { &category_shape, "categories" },
  [LEADUP_RECORD_ACTOR] = { &actor_shape, "actors" },
  [LEADUP_RECORD_SOURCE] = { &source_shape, "sources" },
  [LEADUP_RECORD_EVENT] = { &event_shape, "events" },
  [LEADUP_RECORD_CANDIDATE] = { &candidate_shape, "candidates" },
  [LEADUP_RECORD_PHASE] = { &phase_shape, "phases" },
  [LEADUP_RECORD_VIEW] = { &view_shape, "views" },
  [LEADUP_RECORD_STEP] = { &step_shape, "steps" },
  [LEADUP_RECORD_PLACEMENT] = { &placement_shape, NULL },
};

const LeadupShape *
leadup_record_shape_get (LeadupRecordKind kind)
{
  g_return_val_if_fail (kind < LEADUP_N_RECORD_KINDS, NULL);

  return kinds[kind].shape;
}

/* Returns: (nullable): the field with this name */
const LeadupField *
leadup_record_shape_find (const LeadupShape *shape,
                          const char        *name)
{
  g_return_val_if_fail (shape != NULL && name != NULL, NULL);

  for (guint i = 0; i < shape->n_fields; i++)
    if (strcmp (shape->fields[i].name, name) == 0)
      return &shape->fields[i];

  return NULL;
}

/* Returns: (nullable): the member at the top of the file that lists the records of this kind */
const char *
leadup_record_shape_get_list (LeadupRecordKind kind)
{
  g_return_val_if_fail (kind < LEADUP_N_RECORD_KINDS, NULL);

  return kinds[kind].list;
}
