/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fixtures.h"

#include <math.h>
#include <string.h>

LeadupWhen *
make_when (const char *edtf)
{
  g_autoptr (GError) error = NULL;
  LeadupWhen *when = leadup_when_new_from_edtf (edtf, &error);

  g_assert_no_error (error);

  return when;
}

LeadupCategory *
make_category (const char *id,
               const char *plover,
               double      tone)
{
  LeadupCategoryFields fields = {
    .id = id,
    .name = id,
    .family = id,
    .colour = "#123456",
    .plover = plover,
    .tone = tone,
  };

  return leadup_category_new (&fields);
}

LeadupActor *
make_actor (const char *id)
{
  LeadupActorFields fields = { .id = id, .name = id, .kind = LEADUP_ACTOR_KIND_STATE };

  return leadup_actor_new (&fields);
}

LeadupSource *
make_source (const char *id)
{
  LeadupSourceFields fields = { .id = id, .outlet = "The Gazette", .published = "2025-12-19" };

  return leadup_source_new (&fields);
}

LeadupEvent *
make_event (const char *id,
            const char *title,
            const char *edtf)
{
  g_autoptr (LeadupWhen) when = edtf != NULL ? make_when (edtf) : NULL;
  LeadupEventFields fields = {
    .id = id,
    .title = title,
    .category = "note",
    .when = when,
    .tone = NAN,
  };

  return leadup_event_new (&fields);
}

LeadupEvent *
make_act (const char        *id,
          const char        *category,
          const char        *edtf,
          const char        *actors,
          LeadupVerification verification)
{
  static const char letters[] = "itsmx";
  g_autoptr (LeadupWhen) when = edtf != NULL ? make_when (edtf) : NULL;
  g_auto (GStrv) words = g_strsplit (actors, " ", -1);
  LeadupParticipant participants[8] = { { NULL } };
  LeadupEventFields fields = {
    .id = id,
    .title = id,
    .category = category,
    .when = when,
    .participants = participants,
    .verification = verification,
    .tone = NAN,
  };

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_assert_cmpuint (i, <, G_N_ELEMENTS (participants));
      participants[i].role = (LeadupRole) (strchr (letters, words[i][0]) - letters);
      participants[i].actor = words[i] + 2;
      fields.n_participants++;
    }

  return leadup_event_new (&fields);
}

LeadupEvent *
retitle (LeadupEvent *event,
         const char  *title)
{
  LeadupEventFields fields = *leadup_event_get_fields (event);

  fields.title = title;

  return leadup_event_new (&fields);
}

GPtrArray *
make_records (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, make_category ("talk", "CONSULT", 2.0));
  g_ptr_array_add (records, make_category ("strike", "ASSAULT", -9.0));
  g_ptr_array_add (records, make_category ("note", NULL, 0.0));
  for (guint i = 5; i > 0; i--)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      g_ptr_array_add (records, make_actor (id));
    }
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);

      g_ptr_array_add (records, make_source (id));
    }

  return records;
}

LeadupStory *
make_story (void)
{
  g_autoptr (GPtrArray) records = make_records ();
  g_autoptr (GError) error = NULL;
  LeadupStory *story = leadup_story_new_from_records (records, &error);

  g_assert_no_error (error);

  return story;
}

/* Adds, replaces or removes one record. */
gboolean
put (LeadupStory *story,
     gpointer     before,
     gpointer     after,
     GError     **error)
{
  g_autoptr (LeadupTransaction) transaction = leadup_transaction_new ("Put");

  if (before == NULL)
    leadup_transaction_add (transaction, after);
  else if (after == NULL)
    leadup_transaction_remove (transaction, before);
  else
    leadup_transaction_replace (transaction, before, after);

  return leadup_story_apply (story, transaction, error);
}
