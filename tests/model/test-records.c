/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"
#include "model/leadup-arena.h"
#include "model/leadup-candidate.h"
#include "model/leadup-info.h"
#include "model/leadup-names.h"
#include "model/leadup-phase.h"
#include "model/leadup-placement.h"
#include "model/leadup-step.h"
#include "model/leadup-view.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *text;
  const char *const *list;
  const char *none;
} Sample;

static void
pack_sample (LeadupArena *arena,
             gpointer     data)
{
  Sample *sample = data;

  leadup_arena_keep_string (arena, &sample->text);
  leadup_arena_keep_strv (arena, &sample->list);
  leadup_arena_keep_string (arena, &sample->none);
}

static void
test_arena_copies (void)
{
  char text[] = "Übung";
  char item[] = "one";
  const char *list[] = { item, "", NULL };
  Sample sample = { text, list, NULL };
  Sample *copy = leadup_arena_pack (&sample, sizeof sample, pack_sample);

  text[0] = item[0] = '!';
  g_assert_cmpstr (copy->text, ==, "Übung");
  g_assert_cmpuint (g_strv_length ((char **) copy->list), ==, 2);
  g_assert_cmpstr (copy->list[0], ==, "one");
  g_assert_cmpstr (copy->list[1], ==, "");
  g_assert_null (copy->none);
  leadup_arena_free (copy);
}

static void
test_arena_drops_empty_lists (void)
{
  const char *list[] = { NULL };
  Sample sample = { "", list, NULL };
  Sample *copy = leadup_arena_pack (&sample, sizeof sample, pack_sample);

  g_assert_cmpstr (copy->text, ==, "");
  g_assert_null (copy->list);
  leadup_arena_free (copy);
}

/* Each combination of what is said and what is not comes back as it was, and only what is said
 * takes room. */
static void
test_arena_of_words (void)
{
  static const Sample usual = { .none = "usual" };
  const char *list[] = { "one", NULL };

  for (guint i = 0; i < 8; i++)
    {
      Sample sample = { i & 1 ? "first" : NULL, i & 2 ? list : NULL, i & 4 ? "own" : usual.none };
      LeadupWords *words = leadup_arena_pack_words (&sample, &usual, sizeof sample, pack_sample);
      Sample back;

      leadup_arena_unpack_words (words, &usual, sizeof back, &back);
      g_assert_cmpstr (back.text, ==, sample.text);
      g_assert_cmpstr (back.none, ==, sample.none);
      g_assert_true ((back.list != NULL) == (sample.list != NULL));
      if (back.list != NULL)
        g_assert_cmpstr (back.list[0], ==, "one");
      g_assert_true (leadup_words_get (words, 1) == (gsize) back.list);
      g_assert_true (words->first == back.text);
      leadup_arena_free (words);
    }
}

#define N_SHARING 20000

static void
pack_sharing (LeadupArena *arena,
              gpointer     data)
{
  Sample *sample = data;

  leadup_arena_keep_string (arena, &sample->text);
  leadup_arena_keep_shared (arena, &sample->none);
}

/* Neighbours may point to one text; it is there as long as one of them is. */
static void
test_arena_shares_texts (void)
{
  static const Sample usual = { NULL };
  g_autofree LeadupWords **all = g_new (LeadupWords *, N_SHARING);
  char text[200], shared[40];
  Sample sample = { text, NULL, shared };
  Sample back;

  for (guint i = 0; i < N_SHARING; i++)
    {
      g_snprintf (text, sizeof text, "%*u", (int) (i % 150), i);
      g_snprintf (shared, sizeof shared, "Minister %u", i % 7);
      all[i] = leadup_arena_pack_words (&sample, &usual, sizeof sample, pack_sharing);
    }
  for (guint i = 0; i < N_SHARING; i++)
    if (i % 3 != 0)
      leadup_arena_free (all[i]);
  for (guint i = 0; i < N_SHARING; i += 3)
    {
      g_snprintf (text, sizeof text, "%*u", (int) (i % 150), i);
      g_snprintf (shared, sizeof shared, "Minister %u", i % 7);
      leadup_arena_unpack_words (all[i], &usual, sizeof back, &back);
      g_assert_cmpstr (back.text, ==, text);
      g_assert_cmpstr (back.none, ==, shared);
      leadup_arena_free (all[i]);
    }
}

static void
test_arena_arrays (void)
{
  const guint16 numbers[] = { 1, 2, 3 };
  guint64 space[2] = { 0, 0 };
  LeadupArena measure = { 0 };
  LeadupArena copy = { .arrays = (char *) space, .text = (char *) space };
  guint16 *copied;

  g_assert_null (leadup_arena_keep_array (&measure, numbers, sizeof *numbers, 3));
  g_assert_cmpuint (measure.array_bytes, ==, 8);
  g_assert_null (leadup_arena_keep_array (&copy, numbers, sizeof *numbers, 0));
  copied = leadup_arena_keep_array (&copy, numbers, sizeof *numbers, 3);
  g_assert_true ((gpointer) copied == space);
  g_assert_cmpmem (copied, sizeof numbers, numbers, sizeof numbers);
  g_assert_true (copy.arrays == (char *) &space[1]);
}

static void
test_arena_refuses_bytes (void)
{
  if (g_test_subprocess ())
    {
      Sample sample = { "\xff", NULL, NULL };
      Sample *copy = leadup_arena_pack (&sample, sizeof sample, pack_sample);

      g_assert_null (copy);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*is_valid*");
}

static void
test_names (void)
{
  const char *const names[] = { "one", "two" };
  guint index = 7;

  g_assert_false (leadup_names_find (names, 2, "three", &index));
  g_assert_false (leadup_names_find (names, 2, NULL, &index));
  g_assert_cmpuint (index, ==, 7);
  g_assert_true (leadup_names_find (names, 2, "two", &index));
  g_assert_cmpuint (index, ==, 1);
}

static void
test_ids_are_unique (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 10000; i++)
    {
      LeadupRecordKind kind = i % LEADUP_N_RECORD_KINDS;
      char *id = leadup_record_make_id (kind);

      if (kind == LEADUP_RECORD_INFO)
        {
          g_assert_cmpstr (id, ==, LEADUP_INFO_ID);
          g_free (id);
          continue;
        }

      g_assert_cmpuint (strlen (id), ==, 14);
      g_assert_true (g_hash_table_add (seen, id));
    }
}

static void
test_kinds_have_names (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < LEADUP_N_RECORD_KINDS; i++)
    g_assert_true (g_hash_table_add (seen, (gpointer) leadup_record_kind_to_string (i)));
  g_assert_cmpstr (leadup_record_kind_to_string (LEADUP_RECORD_EVENT), ==, "event");
}

/* One function pair a row: names go to values and back. */
#define ASSERT_NAMES(to_string, from_string, Type, n)                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    Type value = (Type) 0;                                                                         \
    for (guint i = 0; i < (n); i++)                                                                \
      {                                                                                            \
        g_assert_true (from_string (to_string ((Type) i), &value));                                \
        g_assert_cmpuint (value, ==, i);                                                           \
      }                                                                                            \
    g_assert_false (from_string ("no such name", &value));                                         \
    g_assert_false (from_string (NULL, &value));                                                   \
  }                                                                                                \
  G_STMT_END

static void
test_enums_have_names (void)
{
  ASSERT_NAMES (leadup_actor_kind_to_string, leadup_actor_kind_from_string, LeadupActorKind,
                LEADUP_ACTOR_KIND_UNATTRIBUTED + 1);
  ASSERT_NAMES (leadup_symbol_to_string, leadup_symbol_from_string, LeadupSymbol, LEADUP_N_SYMBOLS);
  ASSERT_NAMES (leadup_verification_to_string, leadup_verification_from_string, LeadupVerification,
                LEADUP_N_VERIFICATIONS);
  ASSERT_NAMES (leadup_role_to_string, leadup_role_from_string, LeadupRole,
                LEADUP_ROLE_INSTRUMENT + 1);
  ASSERT_NAMES (leadup_candidate_state_to_string, leadup_candidate_state_from_string,
                LeadupCandidateState, LEADUP_CANDIDATE_REJECTED + 1);
  ASSERT_NAMES (leadup_lanes_by_to_string, leadup_lanes_by_from_string, LeadupLanesBy,
                LEADUP_LANES_NONE + 1);
  ASSERT_NAMES (leadup_lanes_order_to_string, leadup_lanes_order_from_string, LeadupLanesOrder,
                LEADUP_LANES_ORDER_NAME + 1);
  ASSERT_NAMES (leadup_picture_to_string, leadup_picture_from_string, LeadupPicture,
                LEADUP_PICTURE_BOTH + 1);
  g_assert_cmpstr (leadup_verification_to_string (LEADUP_VERIFICATION_SINGLE_SOURCE), ==,
                   "single-source");
  g_assert_cmpstr (leadup_quad_class_to_string (LEADUP_QUAD_CLASS_MATERIAL_CONFLICT), ==,
                   "material-conflict");
}

static void
test_info (void)
{
  LeadupInfoFields fields = {
    .title = "Tides", .graph_seed = 7, .chart_alt = "A chart", .extra = "{}"
  };
  LeadupInfoFields empty = { .title = NULL };
  g_autoptr (LeadupInfo) info = leadup_info_new (&fields);
  g_autoptr (LeadupInfo) blank = leadup_info_new (&empty);

  g_assert_cmpstr (leadup_record_get_id (LEADUP_RECORD (info)), ==, LEADUP_INFO_ID);
  g_assert_cmpstr (leadup_record_get_extra (LEADUP_RECORD (info)), ==, "{}");
  g_assert_cmpint (leadup_record_get_kind (LEADUP_RECORD (info)), ==, LEADUP_RECORD_INFO);
  g_assert_cmpstr (leadup_info_get_fields (info)->chart_alt, ==, "A chart");
  g_assert_cmpuint (leadup_info_get_fields (info)->graph_seed, ==, 7);
  g_assert_cmpstr (leadup_info_get_fields (blank)->title, ==, "");
  g_assert_cmpstr (leadup_info_get_fields (blank)->zone, ==, "UTC");
}

static void
test_quad_classes (void)
{
  static const struct
  {
    const char *plover;
    const char *family;
    double tone;
    LeadupQuadClass quad_class;
  } rows[] = {
    { "AGREE", "x", -1, LEADUP_QUAD_CLASS_VERBAL_COOPERATION },
    { "consult", "x", 0, LEADUP_QUAD_CLASS_VERBAL_COOPERATION },
    { "SUPPORT", "x", 0, LEADUP_QUAD_CLASS_VERBAL_COOPERATION },
    { "CONCEDE", "x", 0, LEADUP_QUAD_CLASS_VERBAL_COOPERATION },
    { "COOPERATE", "x", 0, LEADUP_QUAD_CLASS_MATERIAL_COOPERATION },
    { "AID", "x", 0, LEADUP_QUAD_CLASS_MATERIAL_COOPERATION },
    { "RETREAT", "x", 0, LEADUP_QUAD_CLASS_MATERIAL_COOPERATION },
    { "REQUEST", "x", 0, LEADUP_QUAD_CLASS_VERBAL_CONFLICT },
    { "DEMAND", "x", 0, LEADUP_QUAD_CLASS_VERBAL_CONFLICT },
    { "ACCUSE", "x", 0, LEADUP_QUAD_CLASS_VERBAL_CONFLICT },
    { "REJECT", "x", 0, LEADUP_QUAD_CLASS_VERBAL_CONFLICT },
    { "THREATEN", "x", 0, LEADUP_QUAD_CLASS_VERBAL_CONFLICT },
    { "PROTEST", "x", 0, LEADUP_QUAD_CLASS_MATERIAL_CONFLICT },
    { "SANCTION", "x", 0, LEADUP_QUAD_CLASS_MATERIAL_CONFLICT },
    { "MOBILIZE", "x", 0, LEADUP_QUAD_CLASS_MATERIAL_CONFLICT },
    { "COERCE", "x", 0, LEADUP_QUAD_CLASS_MATERIAL_CONFLICT },
    { "ASSAULT", "statement", 5, LEADUP_QUAD_CLASS_MATERIAL_CONFLICT },
    { "FIGHT", "x", 0, LEADUP_QUAD_CLASS_MATERIAL_CONFLICT },
    { "SOMETHING", "x", -5, LEADUP_QUAD_CLASS_NEUTRAL },
    { NULL, "statement", -1, LEADUP_QUAD_CLASS_VERBAL_CONFLICT },
    { NULL, "statement", 1, LEADUP_QUAD_CLASS_VERBAL_COOPERATION },
    { NULL, "policy", -1, LEADUP_QUAD_CLASS_MATERIAL_CONFLICT },
    { "", "policy", 1, LEADUP_QUAD_CLASS_MATERIAL_COOPERATION },
    { NULL, "policy", 0, LEADUP_QUAD_CLASS_NEUTRAL },
  };

  g_assert_cmpint (leadup_quad_class_from_plover (NULL), ==, LEADUP_QUAD_CLASS_NEUTRAL);
  g_assert_cmpint (leadup_quad_class_from_plover ("Aid"), ==,
                   LEADUP_QUAD_CLASS_MATERIAL_COOPERATION);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LeadupCategoryFields fields = {
        .id = "c", .family = rows[i].family, .plover = rows[i].plover, .tone = rows[i].tone
      };
      g_autoptr (LeadupCategory) category = leadup_category_new (&fields);

      g_assert_cmpint (leadup_category_get_quad_class (category), ==, rows[i].quad_class);
    }
}

static void
test_category_is_clamped (void)
{
  LeadupCategoryFields fields = { .id = "c", .tone = -40.0, .symbol = LEADUP_SYMBOL_STAR };
  g_autoptr (LeadupCategory) hostile = leadup_category_new (&fields);
  g_autoptr (LeadupCategory) friendly = NULL;
  g_autoptr (LeadupCategory) unknown = NULL;

  fields.tone = 11.0;
  friendly = leadup_category_new (&fields);
  fields.tone = NAN;
  unknown = leadup_category_new (&fields);
  g_assert_cmpfloat (leadup_category_get_fields (hostile)->tone, ==, -10.0);
  g_assert_cmpfloat (leadup_category_get_fields (friendly)->tone, ==, 10.0);
  g_assert_cmpfloat (leadup_category_get_fields (unknown)->tone, ==, 0.0);
  g_assert_cmpint (leadup_category_get_fields (hostile)->symbol, ==, LEADUP_SYMBOL_STAR);
  g_assert_nonnull (leadup_category_get_fields (hostile)->colour);
}

static void
test_actor (void)
{
  const char *aliases[] = { "José Ruiz", "JR", NULL };
  LeadupActorFields fields = { .id = "a", .name = "Minister Ruiz", .aliases = aliases };
  g_autoptr (LeadupActor) actor = leadup_actor_new (&fields);

  g_assert_cmpstr (leadup_actor_get_name (actor), ==, "Minister Ruiz");
  g_assert_true (leadup_actor_is_called (actor, "minister ruiz"));
  g_assert_true (leadup_actor_is_called (actor, "jr"));
  g_assert_true (leadup_actor_is_called (actor, "JOSÉ RUIZ"));
  g_assert_false (leadup_actor_is_called (actor, "Ruiz"));
  g_assert_false (leadup_actor_is_called (actor, ""));
  g_assert_cmpstr (leadup_actor_get_fields (actor)->aliases[1], ==, "JR");
  g_assert_true (leadup_actor_get_fields (actor)->aliases != aliases);
}

static void
test_source_labels (void)
{
  static const struct
  {
    LeadupSourceFields fields;
    const char *start;
    const char *end;
  } rows[] = {
    { { .id = "s", .outlet = "Gazette", .published = "2025-12-19" }, "Gazette, ", "2025" },
    { { .id = "s", .outlet = "Gazette", .published = "2025-12-19T10:00:00Z" },
      "Gazette, ",
      "2025" },
    { { .id = "s", .outlet = "Gazette", .published = "soon" }, "Gazette, ", "soon" },
    { { .id = "s", .outlet = "Gazette" }, "Gazette", "Gazette" },
    { { .id = "s", .outlet = " ", .title = "Headline" }, "Headline", "Headline" },
    { { .id = "s", .url = "https://example.org/1" }, "https://example.org/1", "/1" },
    { { .id = "s" }, "s", "s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupSource) source = leadup_source_new (&rows[i].fields);
      g_autofree char *label = leadup_source_dup_label (source);
      g_autofree char *day = leadup_source_dup_day (source);

      g_assert_true (g_str_has_prefix (label, rows[i].start));
      g_assert_true (g_str_has_suffix (label, rows[i].end));
      g_assert_true ((day != NULL) == (rows[i].fields.published != NULL));
      g_assert_true (day == NULL || g_str_has_suffix (label, day));
      g_assert_cmpstr (leadup_source_get_fields (source)->outlet, ==, rows[i].fields.outlet);
    }
}

static void
test_evidence (void)
{
  const char *supports[] = { "when", "actors", NULL };
  LeadupEvidenceFields fields = {
    .source = "s1", .quote = "“so”", .span_start = 3, .span_end = 7, .supports = supports
  };
  g_autoptr (LeadupEvidence) evidence = leadup_evidence_new (&fields);
  g_autoptr (LeadupEvidence) backward = NULL;

  fields.span_end = 2;
  backward = leadup_evidence_new (&fields);
  g_assert_cmpstr (leadup_evidence_get_fields (evidence)->quote, ==, "“so”");
  g_assert_cmpint (leadup_evidence_get_fields (evidence)->span_end, ==, 7);
  g_assert_cmpstr (leadup_evidence_get_fields (evidence)->supports[1], ==, "actors");
  g_assert_cmpint (leadup_evidence_get_fields (backward)->span_start, ==, -1);
  g_assert_cmpint (leadup_evidence_get_fields (backward)->span_end, ==, -1);
}

static void
test_candidate_keeps_its_parts (void)
{
  LeadupEvent *event = make_event ("e1", "A meeting", NULL);
  LeadupActor *actor = make_actor ("a9");
  LeadupCandidateFields fields = {
    .id = "p1", .source = "s1", .event = event, .actors = &actor, .n_actors = 1, .confidence = 1.5
  };
  LeadupCandidate *candidate = leadup_candidate_new (&fields);
  const LeadupCandidateFields *kept = leadup_candidate_get_fields (candidate);

  g_assert_cmpfloat (kept->confidence, ==, 1.0);
  g_assert_true (kept->event == event);
  g_assert_true (kept->actors != &actor);
  g_assert_true (kept->actors[0] == actor);
  g_object_unref (event);
  g_object_add_weak_pointer (G_OBJECT (event), (gpointer *) &event);
  g_object_unref (actor);
  g_assert_cmpstr (leadup_event_get_title (kept->event), ==, "A meeting");
  g_assert_finalize_object (candidate);
  g_assert_null (event);
}

static void
test_phase_view_step_placement (void)
{
  g_autoptr (LeadupWhen) when = make_when ("2025-09/2025-11");
  LeadupFilterFields filter_fields = LEADUP_FILTER_FIELDS_INIT;
  g_autoptr (LeadupFilter) filter = leadup_filter_new (&filter_fields);
  const char *selection[] = { "e1", NULL };
  LeadupLaneOptions lanes[] = { { .key = "a1", .is_pinned = TRUE, .height = 99 },
                                { .colour = "#123456", .height = NAN } };
  LeadupPhaseFields phase_fields = { .id = "h1", .title = "Build-up", .when = when };
  LeadupViewFields view_fields = { .id = "v1",
                                   .name = "All",
                                   .lanes = lanes,
                                   .n_lanes = G_N_ELEMENTS (lanes),
                                   .filter = filter,
                                   .selection = selection,
                                   .graph_x = NAN,
                                   .graph_zoom = -1.0 };
  LeadupStepFields step_fields = { .id = "t1", .view = "v1", .position = 2, .extra = "{\"a\":1}" };
  LeadupPlacementFields place_fields = { .id = "a1", .x = 0.5, .y = INFINITY, .is_pinned = TRUE };
  g_autoptr (LeadupPhase) phase = leadup_phase_new (&phase_fields);
  g_autoptr (LeadupView) view = leadup_view_new (&view_fields);
  g_autoptr (LeadupStep) step = leadup_step_new (&step_fields);
  g_autoptr (LeadupPlacement) placement = leadup_placement_new (&place_fields);

  g_assert_true (leadup_phase_get_fields (phase)->when == when);
  g_assert_cmpstr (leadup_phase_get_fields (phase)->title, ==, "Build-up");
  g_assert_true (leadup_view_get_fields (view)->filter == filter);
  g_assert_cmpstr (leadup_view_get_fields (view)->selection[0], ==, "e1");
  g_assert_true (leadup_view_get_fields (view)->lanes[0].is_pinned);
  g_assert_cmpfloat (leadup_view_get_fields (view)->lanes[0].height, ==, LEADUP_LANE_MAX_HEIGHT);
  g_assert_cmpstr (leadup_view_get_fields (view)->lanes[1].key, ==, "");
  g_assert_cmpfloat (leadup_view_get_fields (view)->lanes[1].height, ==, 0.0);
  g_assert_cmpfloat (leadup_view_get_fields (view)->graph_x, ==, 0.0);
  g_assert_cmpfloat (leadup_view_get_fields (view)->graph_zoom, ==, 0.0);
  g_assert_cmpstr (leadup_step_get_fields (step)->view, ==, "v1");
  g_assert_cmpstr (leadup_record_get_extra (LEADUP_RECORD (step)), ==, "{\"a\":1}");
  g_assert_cmpfloat (leadup_placement_get_fields (placement)->y, ==, 0.0);
  g_assert_true (leadup_placement_get_fields (placement)->is_pinned);
  g_assert_null (leadup_record_get_extra (LEADUP_RECORD (placement)));
  g_assert_cmpstr (leadup_record_get_id (LEADUP_RECORD (placement)), ==, "a1");
}

static void
test_views_with_the_same_lanes_are_told_from_others (void)
{
  LeadupLaneOptions lane = { .key = "a1", .colour = "#123456", .height = 2 };
  LeadupLaneOptions pinned = { .key = "a1", .is_pinned = TRUE, .colour = "#123456", .height = 2 };
  LeadupLaneOptions other = { .key = "a2", .colour = "#123456", .height = 2 };
  LeadupStretch stretch = { .from = 1, .to = 5 };
  LeadupStretch longer = { .from = 1, .to = 6 };
  LeadupViewFields same = { .id = "v1", .lanes_by = LEADUP_LANES_BY_ACTOR, .lanes = &lane,
                            .n_lanes = 1, .top = 3, .second_zone = "+02:00",
                            .is_quiet_folded = TRUE, .opened = &stretch, .n_opened = 1 };
  LeadupViewFields others[9];
  g_autoptr (LeadupView) view = leadup_view_new (&same);
  g_autoptr (LeadupView) again = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    others[i] = same;
  others[0].lanes_by = LEADUP_LANES_BY_PLACE;
  others[1].lanes_order = LEADUP_LANES_ORDER_NAME;
  others[2].lanes = &pinned;
  others[3].lanes = &other;
  others[4].n_lanes = 0;
  others[5].top = 4;
  others[6].second_zone = NULL;
  others[7].is_quiet_folded = FALSE;
  others[8].opened = &longer;

  same.id = "v2";
  same.picture = LEADUP_PICTURE_GRAPH;
  same.from = 7;
  again = leadup_view_new (&same);
  g_assert_true (leadup_view_has_lanes_of (view, again));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (LeadupView) different = leadup_view_new (&others[i]);

      g_assert_false (leadup_view_has_lanes_of (view, different));
      g_assert_false (leadup_view_has_lanes_of (different, view));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/arena/copies-strings-and-lists", test_arena_copies);
  g_test_add_func ("/arena/a-struct-of-words-comes-back-as-it-was", test_arena_of_words);
  g_test_add_func ("/arena/an-empty-list-is-none", test_arena_drops_empty_lists);
  g_test_add_func ("/arena/neighbours-share-texts", test_arena_shares_texts);
  g_test_add_func ("/arena/arrays-are-aligned", test_arena_arrays);
  g_test_add_func ("/arena/refuses-what-is-not-utf-8", test_arena_refuses_bytes);
  g_test_add_func ("/names/are-found", test_names);
  g_test_add_func ("/record/ids-are-unique", test_ids_are_unique);
  g_test_add_func ("/record/kinds-have-names", test_kinds_have_names);
  g_test_add_func ("/record/enums-have-names", test_enums_have_names);
  g_test_add_func ("/info/has-defaults-and-one-id", test_info);
  g_test_add_func ("/category/has-a-quad-class", test_quad_classes);
  g_test_add_func ("/category/tone-is-clamped", test_category_is_clamped);
  g_test_add_func ("/actor/is-called-by-its-names", test_actor);
  g_test_add_func ("/source/has-a-label-whatever-is-known", test_source_labels);
  g_test_add_func ("/evidence/keeps-the-words-and-a-valid-span", test_evidence);
  g_test_add_func ("/candidate/keeps-its-event-and-actors-alive", test_candidate_keeps_its_parts);
  g_test_add_func ("/record/others-keep-what-they-are-given", test_phase_view_step_placement);

  g_test_add_func ("/records/views-with-the-same-lanes-are-told-from-others",
                   test_views_with_the_same_lanes_are_told_from_others);

  return g_test_run ();
}
