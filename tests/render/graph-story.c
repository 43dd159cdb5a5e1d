/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "graph-story.h"

#include "layout/leadup-pcg.h"
#include "model/leadup-actor.h"
#include "model/leadup-category.h"
#include "model/leadup-event.h"
#include "model/leadup-story.h"

#include <math.h>

static const struct
{
  const char *name;
  LeadupActorKind kind;
} actors[] = {
  { "Republic of Velden", LEADUP_ACTOR_KIND_STATE },
  { "Ostmark", LEADUP_ACTOR_KIND_STATE },
  { "Anna Reuter", LEADUP_ACTOR_KIND_PERSON },
  { "Coastal Liberation Front", LEADUP_ACTOR_KIND_ARMED_GROUP },
  { "Security Council", LEADUP_ACTOR_KIND_ORGANISATION },
  { "Viktor Halloran", LEADUP_ACTOR_KIND_PERSON },
  { "Harbour Gazette", LEADUP_ACTOR_KIND_MEDIA },
  { "Port of Lissen", LEADUP_ACTOR_KIND_PLACE },
  { "Unknown attacker", LEADUP_ACTOR_KIND_UNATTRIBUTED },
  { "Ministry of Defence of Velden", LEADUP_ACTOR_KIND_ORGANISATION },
  { "Northern Union", LEADUP_ACTOR_KIND_STATE },
  { "Lissen fishers", LEADUP_ACTOR_KIND_NATIONALITY },
};

static const struct
{
  const char *name;
  const char *surname;
  LeadupActorKind kind;
} parts[] = {
  { "Ida", "Brandt", LEADUP_ACTOR_KIND_PERSON },
  { "Karel", "Novotny", LEADUP_ACTOR_KIND_PERSON },
  { "Border", "Guard", LEADUP_ACTOR_KIND_ARMED_GROUP },
  { "Relief", "Committee", LEADUP_ACTOR_KIND_ORGANISATION },
  { "South", "Arden", LEADUP_ACTOR_KIND_STATE },
  { "Morning", "Post", LEADUP_ACTOR_KIND_MEDIA },
  { "Mira", "Oduya", LEADUP_ACTOR_KIND_PERSON },
};

static const struct
{
  const char *id;
  const char *plover;
  double tone;
} categories[] = {
  { "strike", "ASSAULT", -9.0 }, { "accusation", "ACCUSE", -3.0 }, { "talks", "CONSULT", 2.5 },
  { "aid", "AID", 10.0 },        { "sanction", "SANCTION", -6.0 }, { "note", "UNKNOWN", 0.0 },
};

static void
add_categories (GPtrArray *records)
{
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      LeadupCategoryFields fields = { .id = categories[i].id,
                                      .name = categories[i].id,
                                      .family = "policy",
                                      .colour = "#884422",
                                      .plover = categories[i].plover,
                                      .tone = categories[i].tone };

      g_ptr_array_add (records, leadup_category_new (&fields));
    }
}

static void
add_actor (GPtrArray *records,
           guint      index)
{
  g_autofree char *id = g_strdup_printf ("actor-%03u", index);
  g_autofree char *name = NULL;
  LeadupActorFields fields = { .id = id };

  if (index < G_N_ELEMENTS (actors))
    {
      name = g_strdup (actors[index].name);
      fields.kind = actors[index].kind;
    }
  else
    {
      guint first = index % G_N_ELEMENTS (parts);

      name = g_strdup_printf ("%s %s", parts[first].name,
                              parts[(index * 3 + index / 7) % G_N_ELEMENTS (parts)].surname);
      fields.kind = parts[first].kind;
    }
  fields.name = name;
  g_ptr_array_add (records, leadup_actor_new (&fields));
}

static void
add_event (GPtrArray *records,
           guint      initiator,
           guint      target,
           guint      category,
           guint      day,
           guint      verification)
{
  g_autofree char *id = g_strdup_printf ("event-%04u", records->len);
  g_autofree char *from = g_strdup_printf ("actor-%03u", initiator);
  g_autofree char *to = g_strdup_printf ("actor-%03u", target);
  g_autofree char *edtf = g_strdup_printf ("2031-%02u-%02u", 1 + day / 28 % 12, 1 + day % 28);
  g_autoptr (LeadupWhen) when = leadup_when_new_from_edtf (edtf, NULL);
  LeadupParticipant participants[] = { { .actor = from, .role = LEADUP_ROLE_INITIATOR },
                                       { .actor = to, .role = LEADUP_ROLE_TARGET } };
  LeadupEventFields fields = { .id = id,
                               .title = id,
                               .category = categories[category].id,
                               .when = when,
                               .participants = participants,
                               .n_participants = 2,
                               .verification = (LeadupVerification) verification,
                               .tone = NAN };

  g_ptr_array_add (records, leadup_event_new (&fields));
}

LeadupSnapshot *
graph_story_new (guint n)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LeadupStory) story = NULL;
  LeadupPcg random;

  leadup_pcg_init (&random, n, 11);
  add_categories (records);
  for (guint i = 0; i < n; i++)
    add_actor (records, i);
  for (guint i = 1; i < n; i++)
    for (guint k = 0; k < 1 + (i % 3 == 0); k++)
      {
        guint other = leadup_pcg_next_below (&random, MAX (1, i * 2 / 3));
        guint category = (i * 5 + k * 2) % G_N_ELEMENTS (categories);
        guint n_events = 1 + leadup_pcg_next_below (&random, i < 6 ? 14 : 4);

        /* The last of a larger story are not tied to the others. */
        if (n >= 12 && i + 3 > n)
          other = n - 3;
        if (other == i || (n >= 12 && i + 3 == n))
          continue;
        for (guint e = 0; e < n_events; e++)
          {
            gboolean back = leadup_pcg_next_below (&random, 3) == 0;
            guint mixed = e % 4 == 3 ? (category + 2) % G_N_ELEMENTS (categories) : category;

            add_event (records, back ? other : i, back ? i : other, mixed,
                       leadup_pcg_next_below (&random, 330), (i + k) % 4);
          }
      }
  story = leadup_story_new_from_records (records, NULL);

  return leadup_story_snapshot (story);
}
