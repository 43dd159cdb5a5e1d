/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A second language is data: Spanish is read through resources/lexicon/es alone. */

#include "config.h"

#include "event-rows.h"

#include "article/leadup-extract.h"
#include "article/leadup-language.h"
#include "article/leadup-lexicon.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *text;
  const char *expected;
} Row;

static LeadupArticle *
read_article (const char *text)
{
  g_autoptr (GError) error = NULL;
  LeadupArticle *article =
      leadup_article_read_text (text, strlen (text), "test", "2025-11-14", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (article->language, ==, "es");

  return article;
}

static void
test_the_language_is_detected (void)
{
  static const Row rows[] = {
    { "El gobierno dijo que no hay acuerdo con los rebeldes.", "es" },
    { "The government said that there is no deal with the rebels.", "en" },
    { "", "en" },
    { "12345", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (leadup_language_detect (rows[i].text, strlen (rows[i].text)), ==,
                     rows[i].expected);
  g_assert_cmpstr (leadup_lexicon_get_languages ()[0], ==, "en");
}

/* Values are read by the place of their column. */
static void
test_tables_have_the_columns_that_are_read (void)
{
  static const char *const columns[][3] = {
    { "given-names", "pronoun", "1" }, { "titles", "pronoun", "2" },
    { "cues", "plain", "2" },          { "name-tails", "after", "1" },
    { "collectives", "kind", "1" },    { "light-verbs", "effect", "1" },
    { "light-verbs", "subject", "2" },
  };
  const char *const *languages = leadup_lexicon_get_languages ();

  for (guint i = 0; languages[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
      {
        const LeadupLexiconTable *table
          = leadup_lexicon_get_table (leadup_lexicon_get (languages[i]), columns[j][0]);

        if (table != NULL)
          g_assert_cmpuint (leadup_lexicon_table_get_column (table, columns[j][1]), ==,
                            (guint) atoi (columns[j][2]));
      }
}

/* A template’s word for it does not count; that of a page in a language without a lexicon does. */
static void
test_a_page_in_another_language_stays_in_it (void)
{
  static const struct
  {
    const char *html;
    const char *language;
  } cases[] = {
    { "<html lang=\"fr\"><body><p>Le gouvernement a dit que la paix est en vue.</p></body></html>",
      "fr" },
    { "<html lang=\"ar\"><body><p>قالت الحكومة إن السلام قريب.</p></body></html>", "ar" },
    { "<html lang=\"en\"><body><p>El gobierno dijo que no hay acuerdo con los rebeldes.</p></body>"
      "</html>",
      "es" },
    { "<html><body><p>The government said that there is no deal.</p></body></html>", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].html, strlen (cases[i].html));
      g_autoptr (LeadupArticle) article =
          leadup_article_read (bytes, "page.html", NULL, NULL, NULL);

      g_assert_nonnull (article);
      g_assert_cmpstr (article->language, ==, cases[i].language);
    }
}

static void
test_dates_are_read_in_spanish (void)
{
  static const Row rows[] = {
    { "La ley fue aprobada el 3 de marzo de 2024 en el parlamento.", "2024-03-03" },
    { "El ataque fue el martes en la ciudad.", "2025-11-11" },
    { "La reunión fue hace tres días en la capital.", "2025-11-11" },
    { "El acuerdo fue firmado en enero de 2023 por los dos.", "2023-01" },
    { "La cumbre será la próxima semana en la capital.", "2025-W47" },
    { "Ayer no hubo ataques en la ciudad.", "2025-11-13" },
    { "Las lluvias de la primavera de 2021 dañaron la carretera.", "2021-SP" },
    { "El puente fue construido en el siglo XX por el ejército.", "19" },
    { "La guerra en la región duró seis años.", "P6Y" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = read_article (rows[i].text);

      g_assert_cmpuint (article->dates->len, ==, 1);
      g_assert_cmpstr (g_array_index (article->dates, LeadupDate, 0).value, ==, rows[i].expected);
    }
}

static void
test_events_are_read_in_spanish (void)
{
  static const Row rows[] = {
    { "Los rebeldes atacaron a los soldados en la frontera.",
      "ASSAULT asserted positive: Los rebeldes > los soldados" },
    { "Los rebeldes fueron expulsados por el ejército.",
      "COERCE asserted positive: el ejército > Los rebeldes" },
    { "España condenó el ataque contra Ucrania.",
      "ACCUSE asserted positive: España > " },
    { "Francia enviará ayuda a los refugiados en la región.",
      "AGREE planned positive: Francia > los refugiados" },
    { "El ejército no atacó a los pescadores.",
      "CONSULT asserted negative: El ejército > los pescadores" },
    { "Colombia y Venezuela firmaron un acuerdo en la frontera.",
      "AGREE asserted positive: Colombia > Venezuela" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = read_article (rows[i].text);
      g_autoptr (GString) line = g_string_new (NULL);
      const LeadupArticleEvent *event;

      g_assert_cmpuint (article->events->len, >, 0);
      event = &g_array_index (article->events, LeadupArticleEvent, 0);
      g_string_append_printf (line, "%s %s %s: ", event->plover, event->modality, event->polarity);
      event_rows_append_arguments (line, article, event->initiators);
      g_string_append (line, " > ");
      event_rows_append_arguments (line, article, event->targets);
      g_assert_cmpstr (line->str, ==, rows[i].expected);
    }
}

static void
test_names_are_read_in_spanish (void)
{
  g_autoptr (LeadupArticle) article =
      read_article ("El presidente Luis Roa habló con el Ministerio de Defensa de Bolivia. Según "
                    "Roa, no hay acuerdo con los rebeldes.");
  const LeadupArticleActor *actor;

  g_assert_cmpuint (article->actors->len, >=, 3);
  actor = &g_array_index (article->actors, LeadupArticleActor, 0);
  g_assert_cmpstr (actor->name, ==, "Luis Roa");
  g_assert_cmpint (actor->kind, ==, LEADUP_ACTOR_KIND_PERSON);
  g_assert_cmpstr (actor->role, ==, "presidente");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/a-page-in-another-language-stays-in-it",
                   test_a_page_in_another_language_stays_in_it);
  g_test_add_func ("/language/is-detected-by-its-closed-classes", test_the_language_is_detected);
  g_test_add_func ("/language/dates-are-read-in-spanish", test_dates_are_read_in_spanish);
  g_test_add_func ("/language/events-are-read-in-spanish", test_events_are_read_in_spanish);
  g_test_add_func ("/language/names-are-read-in-spanish", test_names_are_read_in_spanish);

  g_test_add_func ("/language/tables-have-the-columns-that-are-read",
                   test_tables_have_the_columns_that_are_read);

  return g_test_run ();
}
