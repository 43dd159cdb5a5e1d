/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/leadup-import-identity.h"
#include "import/leadup-import-kind.h"
#include "import/leadup-import-records.h"
#include "import/leadup-importer.h"
#include "model/leadup-event.h"
#include "model/leadup-step.h"
#include "model/leadup-story.h"
#include "storage/leadup-default-categories.h"

#include <string.h>

static LeadupEvent *
make_event (const char *id,
            const char *title)
{
  const LeadupEventFields fields = {
    .id = id,
    .title = title,
    .category = "other",
  };

  return leadup_event_new (&fields);
}

static void
test_a_plan_counts_and_keeps_its_rows (void)
{
  g_autoptr (LeadupImportPlan) plan = leadup_import_plan_new ("Import");
  g_autoptr (LeadupEvent) event = make_event ("e1", "Closed");

  leadup_import_plan_add_row (plan, LEADUP_IMPORT_NEW, 3, "Closed", NULL, NULL,
                              LEADUP_RECORD (event));
  leadup_import_plan_add_row (plan, LEADUP_IMPORT_REJECTED, 4, NULL, "It says nothing", NULL, NULL);
  leadup_import_plan_add_warning (plan, "first");
  leadup_import_plan_add_warning (plan, "second");

  g_assert_cmpstr (leadup_import_plan_get_label (plan), ==, "Import");
  g_assert_cmpuint (leadup_import_plan_get_n_rows (plan), ==, 2);
  g_assert_cmpuint (leadup_import_plan_count (plan, LEADUP_IMPORT_NEW), ==, 1);
  g_assert_cmpuint (leadup_import_plan_count (plan, LEADUP_IMPORT_REJECTED), ==, 1);
  g_assert_cmpuint (leadup_import_plan_count (plan, LEADUP_IMPORT_CHANGED), ==, 0);
  g_assert_cmpuint (leadup_import_plan_get_row (plan, 0)->line, ==, 3);
  g_assert_true (leadup_import_plan_get_row (plan, 0)->after == LEADUP_RECORD (event));
  g_assert_cmpstr (leadup_import_plan_get_row (plan, 1)->title, ==, "");
  g_assert_null (leadup_import_plan_get_row (plan, 2));
  g_assert_cmpstr (leadup_import_plan_get_warnings (plan)[0], ==, "first");
  g_assert_cmpstr (leadup_import_plan_get_warnings (plan)[1], ==, "second");
  g_assert_null (leadup_import_plan_get_warnings (plan)[2]);
}

/* What is unchanged or rejected makes no edit; of two versions of a record the later one counts. */
static void
test_a_plan_becomes_an_edit (void)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (LeadupImportPlan) plan = leadup_import_plan_new ("Import");
  g_autoptr (LeadupEvent) event = make_event ("e1", "Closed");
  g_autoptr (LeadupEvent) rejected = make_event ("e2", "Not this one");
  const LeadupSourceFields early = { .id = "s1", .outlet = "Early" };
  const LeadupSourceFields late = { .id = "s1", .outlet = "Late" };
  g_autoptr (LeadupSource) first = leadup_source_new (&early);
  g_autoptr (LeadupSource) second = leadup_source_new (&late);
  g_autoptr (LeadupTransaction) transaction = NULL;

  leadup_import_plan_add_support (plan, LEADUP_RECORD (leadup_default_categories_find ("other")));
  leadup_import_plan_add_support (plan, LEADUP_RECORD (first));
  leadup_import_plan_add_support (plan, LEADUP_RECORD (second));
  leadup_import_plan_take_new (plan, 1, g_strdup ("left out: “x”"), g_object_ref (event));
  g_assert_cmpuint (leadup_import_plan_get_row (plan, 0)->verdict, ==, LEADUP_IMPORT_UNDATED);
  g_assert_cmpstr (leadup_import_plan_get_row (plan, 0)->title, ==, "Closed");
  leadup_import_plan_add_row (plan, LEADUP_IMPORT_REJECTED, 2, "", "why", NULL,
                              LEADUP_RECORD (rejected));
  leadup_import_plan_set_unique (plan);

  transaction = leadup_import_plan_to_transaction (plan, snapshot);
  g_assert_cmpuint (leadup_transaction_get_n_changes (transaction), ==, 3);
  g_assert_true (leadup_story_apply (story, transaction, NULL));
  g_assert_true (leadup_story_lookup (story, LEADUP_RECORD_SOURCE, "s1") == (gpointer) second);
  g_assert_null (leadup_story_lookup (story, LEADUP_RECORD_EVENT, "e2"));
}

static void
test_names_find_what_is_there (void)
{
  g_autoptr (LeadupStory) story = leadup_story_new ();
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (LeadupImportRecords) records = leadup_import_records_new (snapshot, "Import");
  g_autoptr (LeadupImportPlan) plan = NULL;
  const LeadupActorFields roe = { .name = "Jane Roe" };
  const LeadupActorFields loud = { .name = "JANE ROE" };
  const LeadupActorFields state = { .name = "Jane Roe", .kind = LEADUP_ACTOR_KIND_STATE };
  const LeadupSourceFields page = { .url = "https://news.example/1", .outlet = "News" };
  const LeadupSourceFields same = { .url = "https://news.example/1", .outlet = "The News" };
  const char *id;

  id = leadup_import_records_use_actor (records, &roe, LEADUP_IMPORT_ANY_KIND);
  g_assert_cmpstr (leadup_import_records_use_actor (records, &loud, LEADUP_IMPORT_ANY_KIND), ==,
                   id);
  /* A person is no state of the same name. */
  g_assert_cmpstr (leadup_import_records_use_actor (records, &state, LEADUP_ACTOR_KIND_STATE), !=,
                   id);
  g_assert_nonnull (leadup_import_records_lookup (records, LEADUP_RECORD_ACTOR, id));

  g_assert_cmpstr (leadup_import_records_use_category (records, "STRIKE"), ==, "strike");
  g_assert_cmpstr (leadup_import_records_use_category (records, NULL), ==, "other");
  g_assert_cmpstr (leadup_import_records_use_category (records, "Bad weather"), ==, "bad-weather");
  g_assert_cmpstr (leadup_import_records_use_category (records, "bad weather"), ==, "bad-weather");

  g_assert_true (leadup_import_records_use_source (records, &page) ==
                 leadup_import_records_use_source (records, &same));

  g_assert_cmpuint (leadup_import_claims_add (leadup_import_records_get_claims (records), 5, 7), ==,
                    0);
  g_assert_cmpuint (leadup_import_claims_add (leadup_import_records_get_claims (records), 5, 9), ==,
                    7);

  plan = leadup_import_records_finish (records);
  g_assert_true (plan == leadup_import_records_get_plan (records));
}

static void
test_ids_are_computed_from_contents (void)
{
  g_autofree char *a = leadup_import_make_id ('e', "one", "two", NULL);
  g_autofree char *b = leadup_import_make_id ('e', "one", "two", NULL);
  g_autofree char *c = leadup_import_make_id ('e', "onet", "wo", NULL);

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, c);
  g_assert_true (g_str_has_prefix (a, "e-"));
}

static void
test_kinds_are_read_from_names (void)
{
  static const struct
  {
    const char *name;
    LeadupActorKind kind;
  } table[] = {
    { "Iran", LEADUP_ACTOR_KIND_STATE },
    { "Jane Roe", LEADUP_ACTOR_KIND_PERSON },
    { "Reuters", LEADUP_ACTOR_KIND_MEDIA },
    { "protesters", LEADUP_ACTOR_KIND_ORGANISATION },
    { "White House", LEADUP_ACTOR_KIND_ORGANISATION },
    { "", LEADUP_ACTOR_KIND_ORGANISATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (leadup_import_guess_kind (table[i].name), ==, table[i].kind);
}

/* What an earlier import noted of it, and what people know it by. */
static void
test_records_say_where_they_came_from_and_what_they_are_called (void)
{
  const LeadupStepFields step_fields = { .id = "t1", .view = "v1" };
  const LeadupEventFields fields = {
    .id = "e1",
    .title = "Closed\nat night",
    .category = "other",
    .extra = "{\"imported\":{\"set\":\"a b\"}}",
  };
  g_autoptr (LeadupEvent) event = leadup_event_new (&fields);
  g_autoptr (LeadupEvent) typed = make_event ("e2", "Open");
  g_autoptr (LeadupStep) step = leadup_step_new (&step_fields);
  g_autofree char *title = leadup_import_dup_title (LEADUP_RECORD (event));
  g_autofree char *unnamed = leadup_import_dup_title (LEADUP_RECORD (step));
  g_autofree char *set = leadup_import_dup_imported (LEADUP_RECORD (event), "set");

  g_assert_cmpstr (title, ==, "Closed at night");
  g_assert_cmpstr (unnamed, ==, "t1");
  g_assert_cmpstr (set, ==, "a b");
  g_assert_null (leadup_import_dup_imported (LEADUP_RECORD (event), "was"));
  g_assert_null (leadup_import_dup_imported (LEADUP_RECORD (typed), "set"));
}

static void
test_what_cannot_be_imported_is_told_what_to_do (void)
{
  static const struct
  {
    const char *bytes;
    const char *advice;
  } table[] = {
    { "", "The file is empty" },
    { "PK\x03\x04 and more", "save a table as CSV" },
    { "\xd0\xcf\x11\xe0\xa1\xb1", "older office program" },
    { "%PDF-1.7", "paste it" },
    { "\x89PNG", "in no format" },
    { "P", "in no format" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (table[i].bytes, strlen (table[i].bytes));

      g_assert_nonnull (strstr (leadup_importers_advise (bytes), table[i].advice));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-records/a-plan-counts-and-keeps-its-rows",
                   test_a_plan_counts_and_keeps_its_rows);
  g_test_add_func ("/import-records/a-plan-becomes-an-edit", test_a_plan_becomes_an_edit);
  g_test_add_func ("/import-records/names-find-what-is-there", test_names_find_what_is_there);
  g_test_add_func ("/import-records/ids-are-computed-from-contents",
                   test_ids_are_computed_from_contents);
  g_test_add_func ("/import-records/records-say-where-they-came-from-and-what-they-are-called",
                   test_records_say_where_they_came_from_and_what_they_are_called);
  g_test_add_func ("/import-records/what-cannot-be-imported-is-told-what-to-do",
                   test_what_cannot_be_imported_is_told_what_to_do);
  g_test_add_func ("/import-records/kinds-are-read-from-names", test_kinds_are_read_from_names);

  return g_test_run ();
}
