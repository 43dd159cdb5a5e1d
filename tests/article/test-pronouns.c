/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "event-rows.h"

/* Whom “it”, “they” and “he” mean: the last sentence of each text tells who does something. */

static const EventRow bodies[] = {
  { "Chad denied any role. It accused Togo of lying.", "Chad > Togo" },
  { "Chad denied any role. On Monday it accused Togo of lying.", "Chad > Togo" },
  { "Chad freed two sailors. It has also expelled a Togolese diplomat.", "Chad > Togo" },
  { "Chad's government rejected the demand. It summoned the ambassador of Togo.", "Chad > Togo" },
  { "The Chadian army left Velm. It later warned Togo.", "Chad > Togo" },
  { "Chad left. It rejected a truce. It warned Togo.", "Chad > Togo" },
  { "In a speech in Velm, the European Union hailed the vote. It urged Togo to free Ada Roe.",
    "European Union > Togo" },
  /* A paper, a missile and whoever is many are not “it”, and nobody accuses himself. */
  { "Chad rejected the report. It accused Togo of lying.", " > Togo" },
  { "Chad fired a missile at Togo. It hit a base.", "It > a base" },
  { "Rebels left Velm. It accused Togo of lying.", " > Togo" },
  { "Togo denied any role. It accused Togo of lying.", " > Togo" },
  { "The minister, Bo Poe, left Velm. It accused Togo of lying.", " > Togo" },
  { NULL, NULL },
};

static const EventRow speakers[] = {
  { "The rebels said they had attacked a base.", "rebels > a base" },
  { "Ada Roe said she had attacked a base.", "Ada Roe > a base" },
  { "Chad said it had attacked a base.", "Chad > a base" },
  /* Others than who speaks. */
  { "Ada Roe said they had attacked a base.", "they > a base" },
  { "Chad said they had attacked a base.", "they > a base" },
  { "Prosecutors charged Bo Poe. They say he had attacked a base.", "Bo Poe > a base" },
  { "The police arrested ten teachers, saying that they had attacked a base.", "they > a base" },
  { "The army shot ten militants. It said they had attacked a base.", "they > a base" },
  { NULL, NULL },
};

static const EventRow crowds[] = {
  { "The rebels left Velm. They later attacked a base.", "rebels > a base" },
  { "The army stormed Goma. They had arrested Ada Roe.", "army > Ada Roe" },
  { "UN experts left Velm. They accused Chad of lying.", "UN > Chad" },
  /* Others act there, or suffer what is done: nobody can tell whom it means. */
  { "When three boats stopped, the Velm Company said, it left. They attacked a base.",
    "They > a base" },
  { "Beaten by a brigade of the United Nations, its fighters fled. They attacked a base.",
    "They > a base" },
  { "Ada Roe told the RTS that he would come when they attack a base.", "they > a base" },
  { "The army detained nine students. They were shot by Chad.", "Chad > nine students" },
  { "Two young nurses were abducted in Velm. They were shot by Chad.", "Chad > Two young nurses" },
  { "The prosecutors charged a colonel, Bo Poe, and his wife. They were arrested by Chad.",
    "Chad > They" },
  { NULL, NULL },
};

static const EventRow others[] = {
  { "Ada Roe left Velm. \"He shot a sailor,\" Ada Roe said.", "He > a sailor" },
  { "Bo Poe left Velm. \"He shot a sailor,\" Ada Roe said.", "Bo Poe > a sailor" },
  { "The army left Velm. Ada Roe and Bo Poe of Togo met the king. They condemned Chad.",
    "They > Chad" },
  { NULL, NULL },
};

static const EventRow issuers[] = {
  { "Ministry of Foreign Affairs\n\nRepublic of Chad\n\nPRESS STATEMENT\n\nWe condemn Togo.",
    "Chad > Togo" },
  { "Ministry of Foreign Affairs of Chad\n\nStatement on the raid of Togo\n\nWe condemn Togo.",
    "Chad > Togo" },
  { "Statement by the Government of Chad on the raid of Niger\n\nWe condemn Togo.", "Chad > Togo" },
  /* Elsewhere it is not known, and in a quotation it is who speaks. */
  { "Ministry of Foreign Affairs\n\nRepublic of Chad\n\nWe strongly condemn Togo.", "We > Togo" },
  { "Ministry of Foreign Affairs of Chad\n\nStatement\n\nBo Poe told Niger: \"We condemn Togo.\"",
    "Bo Poe > Togo" },
  { NULL, NULL },
};

/* The names of actors, and the words for whoever is none. */
static void
append_parties (GString             *line,
                const LeadupArticle *article,
                const GArray        *arguments)
{
  for (guint i = 0; i < arguments->len; i++)
    {
      const LeadupArgument *argument = &g_array_index (arguments, LeadupArgument, i);

      g_autofree char *words = leadup_article_dup_span (article, argument->span);

      g_string_append (line, i > 0 ? " + " : "");
      g_string_append (line, argument->actor >= 0
                                 ? leadup_article_get_actor (article, argument->actor)->name
                                 : words);
    }
}

/* “initiators > targets” of the last event by the place of its verb. */
static char *
describe_last (const LeadupArticle *article)
{
  const LeadupArticleEvent *last = NULL;
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < article->events->len; i++)
    {
      const LeadupArticleEvent *event = &g_array_index (article->events, LeadupArticleEvent, i);

      if (last == NULL || event->trigger.start > last->trigger.start)
        last = event;
    }
  if (last == NULL)
    return g_string_free (line, FALSE);
  append_parties (line, article, last->initiators);
  g_string_append (line, " > ");
  append_parties (line, article, last->targets);

  return g_string_free (line, FALSE);
}

static void
check_rows (gconstpointer data)
{
  for (const EventRow *row = data; row->text != NULL; row++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (row->text);
      g_autofree char *line = describe_last (article);

      if (!g_str_equal (line, row->expected))
        {
          g_test_message ("“%s” is read as “%s”, not “%s”", row->text, line, row->expected);
          g_test_fail ();
        }
    }
}

static void
test_titles_of_one_body (void)
{
  static const EventRow rows[] = {
    { "We strongly condemn Togo.", "Chad condemns Togo" },
    { "We reject and deny the claims of Togo.", "Chad rejects and denies the claims of Togo" },
    { "We have warned Togo.", "Chad warned Togo" },
    { "We will expel two envoys of Togo.", "Chad will expel two envoys of Togo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text =
          g_strconcat ("Ministry of Foreign Affairs of Chad\n\nStatement\n\n", rows[i].text, NULL);
      g_autoptr (LeadupArticle) article = event_rows_read (text);

      g_assert_cmpstr (g_array_index (article->events, LeadupArticleEvent, 0).title, ==,
                       rows[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/pronouns/it-is-the-body-that-the-sentence-before-tells-of", bodies,
                        check_rows);
  g_test_add_data_func ("/pronouns/who-speaks-is-meant-where-the-word-agrees", speakers,
                        check_rows);
  g_test_add_data_func ("/pronouns/they-are-many-or-the-one-body-that-acts", crowds, check_rows);
  g_test_add_data_func ("/pronouns/nobody-quoted-is-he-and-two-are-no-third", others, check_rows);
  g_test_add_data_func ("/pronouns/we-is-who-issues-a-statement", issuers, check_rows);
  g_test_add_func ("/pronouns/a-title-says-what-one-body-does", test_titles_of_one_body);

  return g_test_run ();
}
