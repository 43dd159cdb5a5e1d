/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Events that may be the same: which ones are found, and what is done about them. */

#include "config.h"

#include "article/leadup-latin.h"
#include "import/leadup-duplicates.h"
#include "import/leadup-event-merge.h"
#include "import/leadup-extra.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-history.h"
#include "model/leadup-source.h"
#include "model/leadup-story.h"

#include <math.h>
#include <string.h>

#define NOW ((LeadupInstant) 21000 * LEADUP_USEC_DAY)
#define N_MANY 20000
#define N_CROWD 3000

/**
 * Sketch:
 * @actors: (nullable): ids, each behind the letter of its role
 * @place: (nullable): name
 * @killed: −1 where nobody counted
 * @source: (nullable): id
 * @extra: (nullable)
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *edtf;
  const char *category;
  const char *actors;
  const char *place;
  double killed;
  const char *source;
  const char *extra;
} Sketch;

static LeadupEvent *
draw (const Sketch *sketch)
{
  g_autoptr (LeadupWhen) when =
      sketch->edtf != NULL ? leadup_when_new_from_edtf (sketch->edtf, NULL) : NULL;
  g_auto (GStrv) words = g_strsplit (sketch->actors != NULL ? sketch->actors : "", " ", -1);
  g_autofree LeadupParticipant *participants =
      g_new0 (LeadupParticipant, g_strv_length (words) + 1);
  LeadupPlace place = { .name = sketch->place, .latitude = NAN, .longitude = NAN };
  LeadupValue value = {
    .name = "killed", .low = sketch->killed, .high = sketch->killed, .source = sketch->source
  };
  LeadupEvidenceFields said = {
    .source = sketch->source, .quote = sketch->title, .span_start = -1, .span_end = -1
  };
  g_autoptr (LeadupEvidence) evidence =
      sketch->source != NULL ? leadup_evidence_new (&said) : NULL;
  const char *tags[] = { sketch->id, NULL };
  LeadupEventFields fields = { .id = sketch->id,
                               .title = sketch->title,
                               .category = sketch->category != NULL ? sketch->category : "strike",
                               .when = when,
                               .place = sketch->place != NULL ? &place : NULL,
                               .participants = participants,
                               .values = &value,
                               .n_values = sketch->killed > 0 ? 1 : 0,
                               .evidence = &evidence,
                               .n_evidence = evidence != NULL ? 1 : 0,
                               .verification = evidence != NULL ? LEADUP_VERIFICATION_SINGLE_SOURCE
                                                                : LEADUP_VERIFICATION_UNVERIFIED,
                               .tags = tags,
                               .tone = NAN,
                               .extra = sketch->extra };

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    participants[fields.n_participants++] = (LeadupParticipant) {
      .actor = words[i] + 1,
      .role = *words[i] == '>'   ? LEADUP_ROLE_INITIATOR
              : *words[i] == '<' ? LEADUP_ROLE_TARGET
                                 : LEADUP_ROLE_MENTIONED,
    };

  return leadup_event_new (&fields);
}

#define EVENT(title, edtf, category, actors, place)                                                \
  {                                                                                                \
    "e", title, edtf, category, actors, place, -1, NULL, NULL                                      \
  }

static const struct
{
  Sketch a;
  Sketch b;
  gboolean is_same;
} weighed[] = {
  /* the same in other words */
  { EVENT ("Strike on a boat off Venezuela", "2025-09-02", "strike", ">us <boat", "Caribbean"),
    EVENT ("US strike on boat off Venezuela", "2025-09-02", "strike", ">us <boat", "Caribbean"),
    TRUE },
  /* known to the month in one of them */
  { EVENT ("Strike on a boat off Venezuela", "2025-09", "strike", ">us", NULL),
    EVENT ("Strike on boat off Venezuela", "2025-09-02", "strike", ">us", NULL), TRUE },
  /* other letters */
  { EVENT ("Київ: обстріл порту", "2025-03-04", "strike", NULL, NULL),
    EVENT ("Kyiv: obstril portu", "2025-03-04", "strike", NULL, NULL), TRUE },
  /* the role is not given in a table */
  { EVENT ("Shelling of the port", "2025-03-04", "strike", ">a <b", NULL),
    EVENT ("Shelling of the port", "2025-03-04", "strike", "-a -b", NULL), TRUE },
  /* kinds may differ where all else agrees */
  { EVENT ("Tariffs announced on steel", "2025-03-04", "policy", ">us", "Washington"),
    EVENT ("Tariffs announced on steel", "2025-03-04", "statement", ">us", "washington"), TRUE },
  /* another day */
  { EVENT ("Strike on a boat off Venezuela", "2025-09-02", "strike", ">us", NULL),
    EVENT ("Strike on a boat off Venezuela", "2025-09-15", "strike", ">us", NULL), FALSE },
  /* no day */
  { EVENT ("Strike on a boat off Venezuela", NULL, "strike", ">us", NULL),
    EVENT ("Strike on a boat off Venezuela", "2025-09-15", "strike", ">us", NULL), FALSE },
  /* another place */
  { EVENT ("Shelling of the port", "2025-03-04", "strike", ">a", "Odesa"),
    EVENT ("Shelling of the bridge", "2025-03-04", "strike", ">b", "Kherson"), FALSE },
  /* who did it and whom it met are exchanged */
  { EVENT ("Accusations of sabotage", "2025-03-04", "statement", ">a <b", NULL),
    EVENT ("Accusation of fraud at the port", "2025-03-04", "statement", ">b <a", NULL), FALSE },
  /* the same day, and nothing else */
  { EVENT ("Parliament votes on the budget", "2025-03-04", "policy", ">a", NULL),
    EVENT ("A ship leaves the harbour", "2025-03-04", "policy", ">a", NULL), FALSE },
  /* one table tells them apart */
  { { "e", "Protest in the capital", "2025-03-04", "protest", ">a", NULL, -1, NULL,
      "{\"imported\":{\"format\":\"csv\",\"id\":\"1\",\"set\":\"x\"}}" },
    { "f", "Protest in a capital", "2025-03-04", "protest", ">a", NULL, -1, NULL,
      "{\"imported\":{\"format\":\"csv\",\"id\":\"2\",\"set\":\"x\"}}" },
    FALSE },
  /* two tables do not */
  { { "e", "Protest in the capital", "2025-03-04", "protest", ">a", NULL, -1, NULL,
      "{\"imported\":{\"format\":\"csv\",\"id\":\"1\",\"set\":\"x\"}}" },
    { "f", "Protest in a capital", "2025-03-04", "protest", ">a", NULL, -1, NULL,
      "{\"imported\":{\"format\":\"csv\",\"id\":\"2\",\"set\":\"y\"}}" },
    TRUE },
};

static void
test_two_events_are_weighed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (weighed); i++)
    {
      g_autoptr (LeadupEvent) a = draw (&weighed[i].a);
      g_autoptr (LeadupEvent) b = draw (&weighed[i].b);
      LeadupDuplicate one, other;

      g_test_message ("%u: %s", i, weighed[i].a.title);
      g_assert_cmpint (leadup_duplicates_weigh (a, b, &one), ==, weighed[i].is_same);
      g_assert_cmpint (leadup_duplicates_weigh (b, a, &other), ==, weighed[i].is_same);
      g_assert_cmpfloat_with_epsilon (one.likeness, other.likeness, 1e-9);
    }
}

static void
test_other_scripts_are_written_in_latin_letters (void)
{
  static const char *const table[][2] = {
    { "plain", "plain" }, { "", "" }, { "Київ", "Kiiv" }, { "Ελλάδα", "Ellada" }, { "Müller", "Muller" },
  };
  g_autofree char *repeated = g_strnfill (3000, 'x');
  g_autofree char *cut = leadup_latin_write (repeated);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *latin = leadup_latin_write (table[i][0]);

      if (i == 2)
        g_assert_true (g_str_is_ascii (latin));
      else
        g_assert_cmpstr (latin, ==, table[i][1]);
    }
  g_assert_cmpuint (strlen (cut), <=, 1024);
}

static LeadupStory *
make_story (LeadupEvent * const  *events,
            guint                 n_events)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  static const char *const names[] = { "us", "boat", "a", "b", "c" };
  static const char *const kinds[] = { "strike", "policy", "statement", "protest" };
  LeadupStory *story;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      LeadupActorFields actor = { .id = names[i], .name = names[i] };
      LeadupSourceFields source = { .id = names[i], .outlet = names[i] };

      g_ptr_array_add (records, leadup_actor_new (&actor));
      g_ptr_array_add (records, leadup_source_new (&source));
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      LeadupCategoryFields category = { .id = kinds[i], .name = kinds[i], .family = "x" };

      g_ptr_array_add (records, leadup_category_new (&category));
    }
  for (guint i = 0; i < n_events; i++)
    g_ptr_array_add (records, g_object_ref (events[i]));
  story = leadup_story_new_from_records (records, &error);
  g_assert_no_error (error);

  return story;
}

/* Two for each of a hundred events among many that are alike in nothing but the day. */
static void
test_pairs_are_found_among_many (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (GArray) found = NULL;
  guint n_known = 0;

  for (guint i = 0; i < N_MANY; i++)
    {
      gboolean is_twin = i < 200;
      guint number = is_twin ? i / 2 : i;
      g_autofree char *id = g_strdup_printf ("%c%05u", is_twin ? 't' : 'e', i);
      g_autofree char *edtf = g_strdup_printf ("2025-%02u-%02u", 1 + number % 12, 1 + number % 28);
      g_autoptr (GString) title = g_string_new (NULL);
      g_autoptr (GRand) words = g_rand_new_with_seed (number);
      Sketch sketch = { .id = id, .edtf = edtf, .actors = number % 2 == 0 ? ">a <b" : ">c",
                        .killed = -1 };

      for (guint j = 0; j < 6; j++)
        {
          for (guint k = 0; k < 7; k++)
            g_string_append_c (title, (char) ('a' + g_rand_int_range (words, 0, 26)));
          g_string_append_c (title, ' ');
        }
      if (is_twin && i % 2 == 1)
        g_string_append (title, "again");
      sketch.title = title->str;
      g_ptr_array_add (events, draw (&sketch));
    }
  story = make_story ((LeadupEvent **) events->pdata, events->len);
  snapshot = leadup_story_snapshot (story);
  found = leadup_duplicates_find (snapshot, NULL, NULL, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      const LeadupDuplicate *one = &g_array_index (found, LeadupDuplicate, i);
      const char *first = leadup_record_get_id (LEADUP_RECORD (one->first));
      const char *second = leadup_record_get_id (LEADUP_RECORD (one->second));

      g_assert_cmpint (*first, ==, 't');
      g_assert_cmpint (atoi (first + 1) / 2, ==, atoi (second + 1) / 2);
      n_known++;
    }
  g_assert_cmpuint (n_known, ==, 100);
}

/* On one day of a table: a title with the words of another in another order is the same, wherever
 * it stands. */
static void
test_twins_meet_in_the_crowd_of_one_table (void)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (LeadupSnapshot) snapshot = NULL;
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < N_CROWD; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%05u", i);
      g_autofree char *extra = g_strdup_printf (
          "{\"imported\":{\"format\":\"csv\",\"id\":\"%u\",\"set\":\"x\"}}", i);
      g_autofree char *title =
          g_strdup_printf ("Shelling number %u of the port", i);
      Sketch sketch = { .id = id, .edtf = "2025-03-04", .actors = "-a -b", .killed = -1 };

      sketch.extra = extra;
      sketch.title = title;
      if (i == 0)
        sketch.title = "Warnings were given in the capital";
      else if (i == N_CROWD - 1)
        sketch.title = "In the capital warnings were given";
      g_ptr_array_add (events, draw (&sketch));
    }
  story = make_story ((LeadupEvent **) events->pdata, events->len);
  snapshot = leadup_story_snapshot (story);
  found = leadup_duplicates_find (snapshot, NULL, NULL, NULL);
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, LeadupDuplicate, i).first == g_ptr_array_index (events, 0))
      {
        g_assert_true (g_array_index (found, LeadupDuplicate, i).second ==
                       g_ptr_array_index (events, N_CROWD - 1));
        return;
      }
  g_assert_not_reached ();
}

static void
test_only_what_came_last_is_looked_at (void)
{
  const Sketch sketches[] = {
    { "a1", "Strike on a boat", "2025-09-02", NULL, ">us", NULL, -1, NULL, NULL },
    { "a2", "Strike on a boat", "2025-09-02", NULL, ">us", NULL, -1, NULL, NULL },
    { "a3", "Strike on boat", "2025-09-02", NULL, ">us", NULL, -1, NULL, NULL },
  };
  LeadupEvent *events[3];
  g_autoptr (LeadupStory) before = NULL;
  g_autoptr (LeadupStory) after = NULL;
  g_autoptr (LeadupSnapshot) old = NULL;
  g_autoptr (LeadupSnapshot) now = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    events[i] = draw (&sketches[i]);
  before = make_story (events, 2);
  after = make_story (events, 3);
  old = leadup_story_snapshot (before);
  now = leadup_story_snapshot (after);
  all = leadup_duplicates_find (now, NULL, NULL, NULL);
  found = leadup_duplicates_find (now, old, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (found->len, ==, 2);
  for (guint i = 0; i < found->len; i++)
    g_assert_true (g_array_index (found, LeadupDuplicate, i).second == events[2]);

  g_cancellable_cancel (cancellable);
  g_assert_null (leadup_duplicates_find (now, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  for (guint i = 0; i < 3; i++)
    g_object_unref (events[i]);
}

static void
push (LeadupHistory     *history,
      LeadupTransaction *transaction)
{
  g_autoptr (LeadupTransaction) owned = transaction;
  g_autoptr (GError) error = NULL;

  leadup_history_push (history, owned, &error);
  g_assert_no_error (error);
}

static LeadupEventFields
look_up (LeadupStory *story,
         const char  *id)
{
  LeadupEvent *event = leadup_story_lookup (story, LEADUP_RECORD_EVENT, id);

  g_assert_nonnull (event);

  return *leadup_event_get_fields (event);
}

static gboolean
has (LeadupStory *story,
     const char  *id)
{
  return leadup_story_lookup (story, LEADUP_RECORD_EVENT, id) != NULL;
}

/* Both tellings of the same, merged, parted, and as they were. */
static void
test_two_become_one_and_two_again (void)
{
  const Sketch mine = { "m", "Strike on a boat", "2025-09", "strike", ">us", NULL, 11, "a", NULL };
  const Sketch theirs = { "t", "Boat struck off the coast", "2025-09-02", "strike", ">us <boat",
                          "Caribbean", 9, "b", "{\"imported\":{\"format\":\"csv\",\"id\":\"7\"}}" };
  g_autoptr (LeadupEvent) first = draw (&mine);
  g_autoptr (LeadupEvent) second = draw (&theirs);
  LeadupEvent *both[] = { first, second };
  g_autoptr (LeadupStory) story = make_story (both, 2);
  g_autoptr (LeadupHistory) history = leadup_history_new (story);
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (LeadupSnapshot) merged = NULL;
  LeadupEventFields fields;

  push (history, leadup_event_merge_join (snapshot, first, second,
                                          1u << LEADUP_IMPORT_PART_WHEN |
                                              1u << LEADUP_IMPORT_PART_PLACE,
                                          NOW));
  g_assert_false (has (story, "t"));
  fields = look_up (story, "m");
  g_assert_cmpstr (fields.title, ==, "Strike on a boat");
  g_assert_cmpstr (leadup_when_get_edtf (fields.when), ==, "2025-09-02");
  g_assert_cmpstr (fields.place->name, ==, "Caribbean");
  g_assert_cmpuint (fields.n_participants, ==, 2);
  g_assert_cmpuint (fields.n_evidence, ==, 2);
  g_assert_cmpuint (fields.n_values, ==, 2);
  g_assert_cmpint (fields.verification, ==, LEADUP_VERIFICATION_DISPUTED);
  g_assert_true (g_strv_contains (fields.tags, "m") && g_strv_contains (fields.tags, "t"));
  g_assert_true (g_strv_contains (fields.also, "t"));
  g_assert_true (leadup_event_merge_is_joined (leadup_story_lookup (story, LEADUP_RECORD_EVENT, "m")));

  merged = leadup_story_snapshot (story);
  push (history, leadup_event_merge_part (
                     merged, leadup_story_lookup (story, LEADUP_RECORD_EVENT, "m"), NOW, NULL));
  fields = look_up (story, "m");
  g_assert_cmpstr (leadup_when_get_edtf (fields.when), ==, "2025-09");
  g_assert_null (fields.place);
  g_assert_cmpuint (fields.n_participants, ==, 1);
  g_assert_cmpuint (fields.n_evidence, ==, 1);
  g_assert_cmpuint (fields.n_values, ==, 1);
  g_assert_cmpint (fields.verification, ==, LEADUP_VERIFICATION_SINGLE_SOURCE);
  g_assert_cmpuint (g_strv_length ((char **) fields.tags), ==, 1);
  g_assert_null (fields.also);
  g_assert_null (fields.extra);
  fields = look_up (story, "t");
  g_assert_cmpstr (fields.title, ==, theirs.title);
  g_assert_cmpuint (fields.n_participants, ==, 2);
  g_assert_cmpstr (fields.extra, ==, theirs.extra);

  /* One undo step each. */
  g_assert_true (leadup_history_undo (history));
  g_assert_false (has (story, "t"));
  g_assert_true (leadup_history_undo (history));
  g_assert_true (leadup_story_lookup (story, LEADUP_RECORD_EVENT, "m") == (gpointer) first);
  g_assert_true (leadup_story_lookup (story, LEADUP_RECORD_EVENT, "t") == (gpointer) second);
}

static void
test_what_people_changed_since_stays (void)
{
  const Sketch mine = { "m", "One", "2025-09", "strike", ">us", NULL, -1, "a", NULL };
  const Sketch theirs = { "t", "Two", "2025-09-02", "strike", ">us <boat", NULL, -1, "b", NULL };
  g_autoptr (LeadupEvent) first = draw (&mine);
  g_autoptr (LeadupEvent) second = draw (&theirs);
  LeadupEvent *both[] = { first, second };
  g_autoptr (LeadupStory) story = make_story (both, 2);
  g_autoptr (LeadupHistory) history = leadup_history_new (story);
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (LeadupSnapshot) now = NULL;
  g_autoptr (LeadupEvent) renamed = NULL;
  g_autoptr (LeadupTransaction) edit = leadup_transaction_new ("Rename");
  LeadupEventFields fields;

  push (history, leadup_event_merge_join (snapshot, first, second,
                                          LEADUP_EVENT_MERGE_CHOICES, NOW));
  fields = look_up (story, "m");
  g_assert_cmpstr (fields.title, ==, "Two");
  fields.title = "Three";
  renamed = leadup_event_new (&fields);
  leadup_transaction_replace (edit, leadup_story_lookup (story, LEADUP_RECORD_EVENT, "m"),
                              LEADUP_RECORD (renamed));
  push (history, g_steal_pointer (&edit));

  now = leadup_story_snapshot (story);
  push (history, leadup_event_merge_part (now, renamed, NOW, NULL));
  g_assert_cmpstr (look_up (story, "m").title, ==, "Three");
  g_assert_cmpstr (leadup_when_get_edtf (look_up (story, "m").when), ==, "2025-09");
}

/* Links lead to the one that is left; what was merged twice is parted twice. */
static void
test_links_and_earlier_merges_are_kept (void)
{
  const Sketch sketches[] = {
    { "x", "One", "2025-09-02", NULL, ">us", NULL, -1, "a", NULL },
    { "y", "Two", "2025-09-02", NULL, ">us", NULL, -1, "b", NULL },
    { "z", "Three", "2025-09-02", NULL, ">us", NULL, -1, "c", NULL },
  };
  LeadupLink link = { .to = "y", .kind = "retaliation-for" };
  LeadupEventFields linked = { .id = "l", .title = "L", .category = "strike", .links = &link,
                               .n_links = 1, .tone = NAN };
  LeadupEvent *events[4];
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (LeadupHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    events[i] = draw (&sketches[i]);
  events[3] = leadup_event_new (&linked);
  story = make_story (events, 4);
  history = leadup_history_new (story);
  for (guint i = 1; i < 3; i++)
    {
      g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);

      push (history, leadup_event_merge_join (
                         snapshot, leadup_story_lookup (story, LEADUP_RECORD_EVENT, "x"),
                         leadup_story_lookup (story, LEADUP_RECORD_EVENT, sketches[i].id), 0, NOW));
    }
  g_assert_cmpstr (look_up (story, "l").links[0].to, ==, "x");
  g_assert_cmpuint (look_up (story, "x").n_evidence, ==, 3);
  for (guint i = 2; i > 0; i--)
    {
      g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);

      push (history, leadup_event_merge_part (
                         snapshot, leadup_story_lookup (story, LEADUP_RECORD_EVENT, "x"), NOW, NULL));
      g_assert_true (has (story, sketches[i].id));
      g_assert_cmpuint (look_up (story, "x").n_evidence, ==, i);
    }
  g_assert_false (leadup_event_merge_is_joined (leadup_story_lookup (story, LEADUP_RECORD_EVENT, "x")));
  {
    g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);

    g_assert_null (leadup_event_merge_part (
        snapshot, leadup_story_lookup (story, LEADUP_RECORD_EVENT, "x"), NOW, &error));
    g_assert_nonnull (error);
  }
  for (guint i = 0; i < 4; i++)
    g_object_unref (events[i]);
}

static void
test_not_the_same_is_remembered (void)
{
  const Sketch sketches[] = {
    { "b1", "Strike on a boat", "2025-09-02", NULL, ">us", NULL, -1, NULL, NULL },
    { "a1", "Strike on a boat", "2025-09-02", NULL, ">us", NULL, -1, NULL, NULL },
  };
  LeadupEvent *events[2] = { draw (&sketches[0]), draw (&sketches[1]) };
  g_autoptr (LeadupStory) story = make_story (events, 2);
  g_autoptr (LeadupHistory) history = leadup_history_new (story);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
      g_autoptr (GArray) found = leadup_duplicates_find (snapshot, NULL, NULL, NULL);

      g_assert_cmpuint (found->len, ==, i == 1 ? 0 : 1);
      g_assert_cmpint (leadup_event_merge_are_apart (leadup_story_get_info (story), events[0],
                                                     events[1]),
                       ==, i == 1);
      if (i == 0)
        push (history, leadup_event_merge_tell_apart (snapshot, events[0], events[1]));
      if (i == 1)
        {
          g_autoptr (LeadupTransaction) again =
              leadup_event_merge_tell_apart (snapshot, events[1], events[0]);

          g_assert_cmpuint (leadup_transaction_get_n_changes (again), ==, 0);
          g_assert_true (leadup_history_undo (history));
        }
    }
  for (guint i = 0; i < 2; i++)
    g_object_unref (events[i]);
}

static void
test_members_beside_a_record_are_set_and_taken_out (void)
{
  g_autofree char *one = leadup_extra_set (NULL, "a", "1");
  g_autofree char *two = leadup_extra_set (one, "b", "[2, 3]");
  g_autofree char *three = leadup_extra_set (two, "a", "\"x\"");
  g_autofree char *none = leadup_extra_set (one, "a", NULL);
  LeadupJsonValue value;

  g_assert_cmpstr (one, ==, "{\"a\":1}");
  g_assert_cmpstr (three, ==, "{\"b\":[2,3],\"a\":\"x\"}");
  g_assert_null (none);
  g_assert_true (leadup_extra_get (three, "a", &value));
  g_assert_true (leadup_json_value_is_string (&value, "x"));
  g_assert_false (leadup_extra_get (NULL, "a", &value));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/duplicates/two-events-are-weighed", test_two_events_are_weighed);
  g_test_add_func ("/duplicates/other-scripts-are-written-in-latin-letters",
                   test_other_scripts_are_written_in_latin_letters);
  g_test_add_func ("/duplicates/pairs-are-found-among-many", test_pairs_are_found_among_many);
  g_test_add_func ("/duplicates/twins-meet-in-the-crowd-of-one-table",
                   test_twins_meet_in_the_crowd_of_one_table);
  g_test_add_func ("/duplicates/only-what-came-last-is-looked-at",
                   test_only_what_came_last_is_looked_at);
  g_test_add_func ("/duplicates/two-become-one-and-two-again", test_two_become_one_and_two_again);
  g_test_add_func ("/duplicates/what-people-changed-since-stays",
                   test_what_people_changed_since_stays);
  g_test_add_func ("/duplicates/links-and-earlier-merges-are-kept",
                   test_links_and_earlier_merges_are_kept);
  g_test_add_func ("/duplicates/not-the-same-is-remembered", test_not_the_same_is_remembered);
  g_test_add_func ("/duplicates/members-beside-a-record-are-set-and-taken-out",
                   test_members_beside_a_record_are_set_and_taken_out);

  return g_test_run ();
}
