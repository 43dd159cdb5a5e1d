/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "event-rows.h"

#include "article/leadup-actors.h"
#include "article/leadup-extract.h"
#include "article/leadup-pronouns.h"

#include <glib.h>
#include <string.h>

static const LeadupArticleActor *
actor_named (const LeadupArticle *article,
             const char          *name)
{
  for (guint i = 0; i < article->actors->len; i++)
    {
      const LeadupArticleActor *actor = leadup_article_get_actor (article, (gint32) i);

      if (g_str_equal (actor->name, name))
        return actor;
    }

  g_error ("There is no actor “%s”", name);
}

typedef struct
{
  const char *text;
  const char *name;
  LeadupActorKind kind;
} KindRow;

static void
check_kinds (const KindRow *rows,
             guint          n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i].text);
      const LeadupArticleActor *actor = actor_named (article, rows[i].name);

      if (actor->kind != rows[i].kind)
        g_error ("“%s” is taken for a %s", rows[i].name, leadup_actor_kind_to_string (actor->kind));
    }
}

static void
test_what_stands_beside_a_name_types_it (void)
{
  static const KindRow rows[] = {
    /* What has troops is a state, what only has people a place. */
    { "Arvania was calm. Arvanian troops left.", "Arvania", LEADUP_ACTOR_KIND_STATE },
    { "Belsk was calm. A Belskish baker left.", "Belsk", LEADUP_ACTOR_KIND_PLACE },
    { "Belsk denied it. A Belskish baker left.", "Belsk", LEADUP_ACTOR_KIND_STATE },
    { "Peter Tarvik spoke. Tarvikian ideas spread.", "Peter Tarvik", LEADUP_ACTOR_KIND_PERSON },
    { "The deal was seen by Isaias as a trap. Isaias Tarvik left.", "Isaias Tarvik",
      LEADUP_ACTOR_KIND_PERSON },
    { "They shelled Velm.", "Velm", LEADUP_ACTOR_KIND_PLACE },
    { "Air strikes on Velm went on.", "Velm", LEADUP_ACTOR_KIND_PLACE },
    { "They crossed the border at Velm.", "Velm", LEADUP_ACTOR_KIND_PLACE },
    { "It fell near Velm al-Tarsk.", "Velm al-Tarsk", LEADUP_ACTOR_KIND_PLACE },
    { "They met off the Velm Bank.", "Velm Bank", LEADUP_ACTOR_KIND_PLACE },
    { "A suspect, Innocent Tarvik, was freed.", "Innocent Tarvik", LEADUP_ACTOR_KIND_PERSON },
    { "They fined the technology company Tarvik.", "Tarvik", LEADUP_ACTOR_KIND_ORGANISATION },
    { "He was taken to The Hague.", "The Hague", LEADUP_ACTOR_KIND_PLACE },
    { "PORT VELM, Arvania, March 3, 2025 - The army left.", "Port Velm", LEADUP_ACTOR_KIND_PLACE },
    { "Unifil denied it.", "Unifil", LEADUP_ACTOR_KIND_ORGANISATION },
    { "Kyiv accused Moscow of it.", "Russia", LEADUP_ACTOR_KIND_STATE },
    { "Explained: How Chad left the union.", "Chad", LEADUP_ACTOR_KIND_STATE },
    { "He led the Front for the Liberation of Velm.", "Front for the Liberation of Velm",
      LEADUP_ACTOR_KIND_ORGANISATION },
    { "They went to the University of Tarsk.", "University of Tarsk",
      LEADUP_ACTOR_KIND_ORGANISATION },
    { "Ministry of Foreign Affairs, Port Bay.", "Ministry of Foreign Affairs",
      LEADUP_ACTOR_KIND_ORGANISATION },
  };

  check_kinds (rows, G_N_ELEMENTS (rows));
}

static void
test_names_are_whole (void)
{
  static const KindRow rows[] = {
    { "A clerk, Lin Tae-hung, left.", "Lin Tae-hung", LEADUP_ACTOR_KIND_PERSON },
    { "It was Ada Trump-backed, they said.", "Ada Trump", LEADUP_ACTOR_KIND_PERSON },
    { "An envoy of the People's Republic of China left.", "China", LEADUP_ACTOR_KIND_STATE },
    { "They met in Saint Vincent and the Grenadines in May.", "Saint Vincent and the Grenadines",
      LEADUP_ACTOR_KIND_STATE },
    { "His lawyer, Edmund Tarvik KC, left.", "Edmund Tarvik", LEADUP_ACTOR_KIND_PERSON },
    { "A group, Jama'at Nusrat al-Islam wal-Muslimin, denied it.",
      "Jama'at Nusrat al-Islam wal-Muslimin", LEADUP_ACTOR_KIND_ARMED_GROUP },
    { "The UN envoy left. The United Nations denied it.", "United Nations",
      LEADUP_ACTOR_KIND_ORGANISATION },
    { "Rebels entered Velm in May.", "Velm", LEADUP_ACTOR_KIND_PLACE },
    { "They may try to take Velm again.", "Velm", LEADUP_ACTOR_KIND_PLACE },
    { "Troops marched into Velm.", "Velm", LEADUP_ACTOR_KIND_PLACE },
    { "They hit posts at Tarsk and Velm.", "Velm", LEADUP_ACTOR_KIND_PLACE },
    { "The post at Velm was hit.", "Velm", LEADUP_ACTOR_KIND_PLACE },
    { "He laid a wreath at Velm, where ten men died.", "Velm", LEADUP_ACTOR_KIND_PLACE },
    { "After the Velm talks the envoy left.", "Velm", LEADUP_ACTOR_KIND_PLACE },
    { "They are members of the Gran Tarvik gang.", "Gran Tarvik", LEADUP_ACTOR_KIND_ARMED_GROUP },
    { "He told the magazine Der Tarvik.", "Der Tarvik", LEADUP_ACTOR_KIND_MEDIA },
    { "The telecoms operator, Tarvik, denied it.", "Tarvik", LEADUP_ACTOR_KIND_ORGANISATION },
    { "It lay off Tarvik Shoal.", "Tarvik Shoal", LEADUP_ACTOR_KIND_PLACE },
  };
  static const char *const none[] = {
    "They paid 50 million XFA francs.",
    "It was after the Yom Kippur war.",
    "The Liberian-flagged Halyna Mer was sailing.",
    "BRP Tarvik left the port.",
    "They stopped a freighter, the Tarvik 39, at noon.",
    "She won the Nobel peace prize.",
    NULL,
  };

  check_kinds (rows, G_N_ELEMENTS (rows));
  for (guint i = 0; none[i] != NULL; i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (none[i]);

      for (guint j = 0; j < article->actors->len; j++)
        g_assert_cmpstr (leadup_article_get_actor (article, (gint32) j)->name, ==, "Liberia");
    }
}

static void
test_names_are_typed (void)
{
  static const KindRow rows[] = {
    { "The talks were led by Maria Okafor.", "Maria Okafor", LEADUP_ACTOR_KIND_PERSON },
    { "It was built in Portugal.", "Portugal", LEADUP_ACTOR_KIND_STATE },
    { "The Ministry of Health denied it.", "Ministry of Health", LEADUP_ACTOR_KIND_ORGANISATION },
    { "Fighters of Hezbollah crossed the river.", "Hezbollah", LEADUP_ACTOR_KIND_ARMED_GROUP },
    { "A reporter of Reuters was there.", "Reuters", LEADUP_ACTOR_KIND_MEDIA },
    { "They sailed across the Black Sea.", "Black Sea", LEADUP_ACTOR_KIND_PLACE },
    { "He spoke to Brazilians there.", "Brazilians", LEADUP_ACTOR_KIND_NATIONALITY },
    { "The U.S. sent a ship.", "United States", LEADUP_ACTOR_KIND_STATE },
    { "Give us the ship, said Juan Perez.", "Juan Perez", LEADUP_ACTOR_KIND_PERSON },
    { "He lived in Orsk, Russia.", "Orsk", LEADUP_ACTOR_KIND_PLACE },
    { "They met in East Belfast.", "East Belfast", LEADUP_ACTOR_KIND_PLACE },
    { "A bomb hit the Zorin restaurant.", "Zorin", LEADUP_ACTOR_KIND_PLACE },
    { "In the towns of Velm and Tarsk people fled.", "Velm", LEADUP_ACTOR_KIND_PLACE },
    { "The U.S. Treasury Department froze it.", "U.S. Treasury Department",
      LEADUP_ACTOR_KIND_ORGANISATION },
    { "The American Harbour Union met.", "American Harbour Union", LEADUP_ACTOR_KIND_ORGANISATION },
    { "The U.S. Army Colonel John Reed spoke.", "John Reed", LEADUP_ACTOR_KIND_PERSON },
    { "The Justice Department sued.", "Justice Department", LEADUP_ACTOR_KIND_ORGANISATION },
    { "The list had G. K. Ostrovan on it.", "G. K. Ostrovan", LEADUP_ACTOR_KIND_PERSON },
    { "Soon Tarvik said that it was over.", "Tarvik", LEADUP_ACTOR_KIND_PERSON },
    { "Ostrovan, 47, was freed.", "Ostrovan", LEADUP_ACTOR_KIND_PERSON },
    { "Russian warplanes hit the town.", "Russia", LEADUP_ACTOR_KIND_STATE },
    { "Arvania's navy sank it.", "Arvania", LEADUP_ACTOR_KIND_STATE },
    { "The foreign minister of Arvania left.", "Arvania", LEADUP_ACTOR_KIND_STATE },
    { "They blamed neighbouring Arvania for it.", "Arvania", LEADUP_ACTOR_KIND_STATE },
    { "The Arvania coastguard boarded it.", "Arvania", LEADUP_ACTOR_KIND_STATE },
    { "They met Ostmark's foreign minister.", "Ostmark", LEADUP_ACTOR_KIND_STATE },
    { "Orland's president left. Orland seized a ship. Orland denied it. Orland has fired.",
      "Orland", LEADUP_ACTOR_KIND_STATE },
    { "Tarvik's brother said it.", "Tarvik", LEADUP_ACTOR_KIND_PERSON },
    { "She married a Russian pianist.", "Russian", LEADUP_ACTOR_KIND_NATIONALITY },
    { "Police closed the bridge.", "Police", LEADUP_ACTOR_KIND_ORGANISATION },
    { "At dawn the rebels took the town.", "rebels", LEADUP_ACTOR_KIND_ARMED_GROUP },
    { "It was built by the German company Zablin.", "Zablin", LEADUP_ACTOR_KIND_ORGANISATION },
    { "The 7th Brigade of the Malian army left.", "7th Brigade", LEADUP_ACTOR_KIND_ORGANISATION },
    { "The 7th Brigade took the town.", "7th Brigade", LEADUP_ACTOR_KIND_ORGANISATION },
    { "On the 7th Ada Roe left.", "Ada Roe", LEADUP_ACTOR_KIND_PERSON },
    { "The army recaptured Zorin from the rebels.", "Zorin", LEADUP_ACTOR_KIND_PLACE },
  };

  check_kinds (rows, G_N_ELEMENTS (rows));
}

static void
test_plain_words_and_days_are_no_names (void)
{
  static const char *const texts[] = { "Fighting went on. They left on Friday, in May.",
                                       "Officials denied it. However, nobody came.",
                                       "It may rain. Give us time.",
                                       "It was VERY late, he wrote, and ALL left.",
                                       "The F-86 and the EZ40 were sold.",
                                       "World War II ended.",
                                       "The frigate Velm sank. Two ships, the Tarvik and the Roe, "
                                       "sailed.",
                                       "They boarded the vessel Velm Tarvik. The Velm Tarvik sank.",
                                       "Minutes later sirens rang.",
                                       "3 May 2025 - Explosions are heard.",
                                       "She won the Okafor Prize for “A Beautiful Winter”.",
                                       "The USS Merrick sailed. Resolution 4711 passed.",
                                       "An IED with GPS was shown on TV.",
                                       "Nothing helped: Chapter VI and the Talmud were read." };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (texts[i]);

      for (guint j = 0; j < article->mentions->len; j++)
        if (leadup_article_get_mention (article, j)->actor >= 0)
          {
            g_autofree char *name =
                leadup_article_dup_span (article, leadup_article_get_mention (article, j)->span);

            g_error ("“%s” is no name", name);
          }
    }
}

static void
test_later_names_join_the_full_one (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    guint n_actors;
  } rows[] = {
    { "Anna Berg spoke first. Berg then left.", "Anna Berg", 1 },
    { "The World Food Fund met. The WFF then left.", "World Food Fund", 1 },
    { "The Washington Post wrote it. The Post then denied it.", "The Washington Post", 1 },
    { "Russia agreed. Russian officials then left.", "Russia", 1 },
    { "Anna Berg spoke. Peter Berg left.", "Peter Berg", 2 },
    { "Luiz Roe Lula da Silva spoke. Lula then left.", "Luiz Roe Lula da Silva", 1 },
    { "The Harbour Workers Front (FTP) met. The FTP then left.", "Harbour Workers Front", 1 },
    { "Chechnya is calm. A Chechen spokesman then left.", "Chechnya", 1 },
    { "Arvania denied it. Arvanian jets then left.", "Arvania", 1 },
    { "Arvanian jets left. The Arvanian Minister of War denied it, and so did Arvania.", "Arvania",
      1 },
    { "The Republic of Arvania denied it. Arvania left.", "Arvania", 1 },
    { "The Government of the Kingdom of Arvania denied it. Arvania left.", "Arvania", 1 },
    { "The Government of Chad denied it. Chad left.", "Chad", 1 },
    { "The Permanent FTP met. The FTP then left.", "Permanent FTP", 1 },
    { "The Permanent FTP met the New FTP. The FTP then left.", "Permanent FTP", 3 },
    { "The Central Hospital of Maracay closed. The Maracay Central Hospital then reopened.",
      "Central Hospital of Maracay", 1 },
    /* A place without the word that says what it is. */
    { "He slept at the Dravenholm Motel. A call came to the Dravenholm.", "Dravenholm Motel", 1 },
    { "They ate in the Ormanda cafe. The Ormanda Cafe was full.", "Ormanda Cafe", 1 },
    { "They ate at Ormanda Cafe, then at Ormanda Hotel.", "Ormanda Cafe", 2 },
    { "They sailed along the Gulf Coast. The Gulf then rose.", "Gulf Coast", 2 },
    /* A surname that is also a place. */
    { "Peter Lincoln spoke. Lincoln then left.", "Peter Lincoln", 1 },
    { "Peter Lincoln spoke. He lives in Lincoln.", "Peter Lincoln", 2 },
    /* Names from other scripts are written in many ways, but other letters are other people. */
    { "Dzhokhar Marenov spoke. Dzokhar Marenov then left.", "Dzhokhar Marenov", 1 },
    { "Ruslan Tsernaev spoke. Tzernaev then left.", "Ruslan Tsernaev", 1 },
    { "Francis Marenov spoke. Frances Marenov then left.", "Francis Marenov", 2 },
    { "Boris Johnston spoke. Johnson then left.", "Boris Johnston", 2 },
    { "Mohamed Okafor spoke. Muhammad Okafor then left.", "Muhammad Okafor", 1 },
    { "Antonio Okafor spoke. Antonia Okafor then left.", "Antonia Okafor", 2 },
    /* Of two the one who was named just now, else neither. */
    { "Anna Marenov met Peter Marenov. Marenov then left.", "Marenov", 3 },
    { "Anna Marenov spoke. Nobody came. Peter Marenov left. Marenov slept.", "Peter Marenov", 2 },
    /* What lies in a region is of the region; “Islamic State” is no title of a work. */
    { "South American leaders met. They left South America.", "South America", 1 },
    { "The “Islamic State” group met. Islamic State then left.", "Islamic State", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i].text);

      g_assert_cmpstr (actor_named (article, rows[i].name)->name, ==, rows[i].name);
      g_assert_cmpuint (article->actors->len, ==, rows[i].n_actors);
    }
}

static void
test_roles_stand_beside_names (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    const char *role;
    const char *member_of;
  } rows[] = {
    { "White House deputy chief of staff Stephen Miller spoke.", "Stephen Miller",
      "White House deputy chief of staff", "White House" },
    { "Laura Diaz, a spokeswoman for UNICEF, denied it.", "Laura Diaz", "spokeswoman for UNICEF",
      "UNICEF" },
    { "Secretary of State Marco Rubio left.", "Marco Rubio", "Secretary of State", NULL },
    { "They watched the prosecution of former president Bo Roe.", "Bo Roe", "former president",
      NULL },
    { "The U.S. Secretary of Defense Ada Roe left.", "Ada Roe", "U.S. Secretary of Defense",
      "United States" },
    { "“Anna Berg,” said Olga Poe, the mayor of Oslo.", "Anna Berg", NULL, NULL },
    { "Ada Roe, the wife of President Bo Poe, left.", "Bo Poe", "President", NULL },
    { "The UNICEF envoy, Ada Roe, met workers.", "Ada Roe", "UNICEF envoy", "UNICEF" },
    { "The head of the African Union, Ada Roe, left.", "Ada Roe", "head of the African Union",
      "African Union" },
    { "He met Chad’s envoy, Ada Roe, in Accra.", "Ada Roe", "Chad’s envoy", "Chad" },
    { "He met the envoy, Ada Roe and Bo Poe.", "Ada Roe", NULL, NULL },
    { "His wife, Ada Roe, left.", "Ada Roe", NULL, NULL },
    { "One of the king's lawyers, Ada Roe, left.", "Ada Roe", NULL, NULL },
    { "Ada Roe, commander, Northern Command, met workers.", "Ada Roe", "commander",
      "Northern Command" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i].text);
      const LeadupArticleActor *actor = actor_named (article, rows[i].name);

      g_assert_cmpstr (actor->role, ==, rows[i].role);
      if (rows[i].member_of != NULL)
        {
          g_assert_cmpuint (actor->member_of->len, ==, 1);
          g_assert_cmpstr (g_array_index (article->actors, LeadupArticleActor,
                                          g_array_index (actor->member_of, guint32, 0))
                               .name,
                           ==, rows[i].member_of);
        }
    }
}

static void
test_verbs_say_who_belongs_to_what (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    const char *member_of; /* NULL = nothing */
  } rows[] = {
    { "Ada Roe heads the African Union.", "Ada Roe", "African Union" },
    { "The African Union, led by Ada Roe, met in Accra.", "Ada Roe", "African Union" },
    { "Ada Roe was a commander in the Iraqi Navy.", "Ada Roe", "Iraqi Navy" },
    { "Members of the African Union include Chad, Mali and Togo.", "Togo", "African Union" },
    { "Chad, as part of the African Union, sent troops.", "Chad", "African Union" },
    { "Ada Roe was assigned to the Iraqi Navy.", "Ada Roe", "Iraqi Navy" },
    { "Alliance members which have left Chad include Peru. Alliance members which have left Togo "
      "include Chile.",
      "Chile", "Alliance members which have left Togo" },
    { "The Accra Front is an offshoot of the Sahel Movement.", "Accra Front", "Sahel Movement" },
    { "The coalition, which includes Chad, met in Accra.", "Chad", "coalition" },
    { "Ada Roe, a former member of the African Union, left.", "Ada Roe", NULL },
    { "Ada Roe would lead the African Union.", "Ada Roe", NULL },
    { "Ada Roe never joined the African Union.", "Ada Roe", NULL },
    { "The deal binds Mali, led by Ada Roe, and the African Union, said Olga Poe.", "Ada Roe",
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i].text);
      const LeadupArticleActor *actor = actor_named (article, rows[i].name);

      g_assert_cmpuint (actor->member_of->len, ==, rows[i].member_of != NULL ? 1 : 0);
      if (rows[i].member_of != NULL)
        g_assert_cmpstr (g_array_index (article->actors, LeadupArticleActor,
                                        g_array_index (actor->member_of, guint32, 0))
                             .name,
                         ==, rows[i].member_of);
    }
}

static void
test_a_pronoun_means_the_person_before (void)
{
  g_autoptr (LeadupArticle) article =
      event_rows_read ("President Ana Silva arrived in Lima. She signed a treaty with Peru.");
  const LeadupArticleEvent *event =
      &g_array_index (article->events, LeadupArticleEvent, article->events->len - 1);

  g_assert_cmpstr (event->plover, ==, "AGREE");
  g_assert_cmpuint (event->initiators->len, ==, 1);
  g_assert_cmpint (g_array_index (event->initiators, LeadupArgument, 0).actor, >=, 0);
  g_assert_cmpstr (g_array_index (article->actors, LeadupArticleActor,
                                  g_array_index (event->initiators, LeadupArgument, 0).actor)
                       .name,
                   ==, "Ana Silva");
}

static void
test_pronouns_are_mentions_of_whom_they_mean (void)
{
  static const struct
  {
    const char *text;
    const char *pronoun;
    const char *name;
  } rows[] = {
    { "Anna Berg spoke. They believed him and her, she wrote.", "she", "Anna Berg" },
    { "“Why do I have to sign it?” Anna Berg asked Peter Ohm.", "I", "Anna Berg" },
    { "Peter Ohm was angry. “Nobody told me,” he said.", "me", "Peter Ohm" },
    /* Neither the state nor the person that somebody else speaks for. */
    { "A spokesman for Arvania's army, Maj. Ivo Lund, spoke. He denied it.", "He", "Ivo Lund" },
    { "She met her colleague Mikael Stahn. Stahn's government fell.", "Stahn", "Mikael Stahn" },
    { "Anna Berg's lawyer, Peter Ohm, spoke. He denied it.", "He", "Peter Ohm" },
    { "Peter Ohm's case against Ivo Lund went on. He denied it.", "He", "Peter Ohm" },
    /* “He” who says so is nobody whom he names, and may be somebody without a name. */
    { "Peter Ohm left. “I knew Ivo Lund well,” he said.", "he", "Peter Ohm" },
    { "A soldier shot Peter Ohm. He was caught.", "He", NULL },
    { "Anna Berg left. A neighbour came home. She saw smoke.", "She", NULL },
    { "Peter Ohm left. The driver said he saw nothing.", "he", NULL },
    { "Peter Ohm left. The driver told him so.", "him", "Peter Ohm" },
    { "President Peter Ohm left. The president said he saw nothing.", "he", "Peter Ohm" },
    { "“No soldier can win it,” said Peter Ohm. But he warned Chad.", "he", "Peter Ohm" },
    /* One “she” says whom the next means, however long she goes on. */
    { "Anna Berg lost her post. She refused to sign. All of them left. Nothing came of it. All was "
      "lost, she said. “Why do I have to sign?”",
      "I", "Anna Berg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i].text);
      const char *found = NULL;

      for (guint j = 0; j < article->mentions->len; j++)
        {
          const LeadupMention *mention = leadup_article_get_mention (article, j);
          g_autofree char *text = leadup_article_dup_span (article, mention->span);

          if (mention->actor >= 0 && g_str_equal (text, rows[i].pronoun))
            found = g_array_index (article->actors, LeadupArticleActor, mention->actor).name;
        }
      g_assert_cmpstr (found, ==, rows[i].name);
    }
}

static void
test_they_means_the_many_before (void)
{
  g_autoptr (LeadupArticle) article = event_rows_read ("Rebels met Anna Berg in Lima. They left.");
  gint32 actor = leadup_pronouns_get_actor (article, 7);

  g_assert_cmpint (actor, >=, 0);
  g_assert_cmpstr (g_array_index (article->actors, LeadupArticleActor, actor).name, ==, "Rebels");
}

static void
test_mentions_before_a_token_are_counted (void)
{
  g_autoptr (LeadupArticle) article = event_rows_read ("Rebels met Anna Berg in Lima.");

  g_assert_cmpuint (article->mentions->len, ==, 3);
  g_assert_cmpuint (leadup_article_count_mentions (article, 0), ==, 0);
  g_assert_cmpuint (leadup_article_count_mentions (article, 1), ==, 1);
  g_assert_cmpuint (leadup_article_count_mentions (article, 2), ==, 1);
  g_assert_cmpuint (leadup_article_count_mentions (article, 3), ==, 2);
  g_assert_cmpuint (leadup_article_count_mentions (article, G_MAXUINT32), ==, 3);
}

static void
test_tokens_are_asked_for_words_and_actors_for_people (void)
{
  static const char *const verbs[] = { "left", "met", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (LeadupArticle) article = event_rows_read ("Rebels met Anna Berg in Lima.");
  const LeadupToken *tokens = (const LeadupToken *) (gpointer) article->tokens->data;

  g_assert_true (leadup_token_is_any (&tokens[1], verbs));
  g_assert_false (leadup_token_is_any (&tokens[0], verbs));
  g_assert_false (leadup_token_is_any (&tokens[1], none));
  g_assert_false (leadup_article_is_person (article, leadup_actors_at (article, 0, 1)));
  g_assert_true (leadup_article_is_person (article, leadup_actors_at (article, 2, 4)));
  g_assert_false (leadup_article_is_person (article, -1));
}

static void
test_tokens_without_names_have_no_actor (void)
{
  g_autoptr (LeadupArticle) article = event_rows_read ("Nothing came of it.");

  g_assert_cmpint (leadup_actors_at (article, 0, article->tokens->len), ==, -1);
  g_assert_cmpint (leadup_pronouns_get_actor (article, 0), ==, -1);
}

static void
test_he_is_no_woman_and_she_no_man (void)
{
  static const char *const rows[][2] = {
    { "Mary Roe met Hugo Lind in Lome. He slept.", "Hugo Lind" },
    { "Hugo Lind met Mary Roe in Lome. She slept.", "Mary Roe" },
    { "Mr Lind met the union. She slept.", NULL },
    { "Mary Roe left. Her lawyer, Xanthe Poe, said she slept.", "Mary Roe" },
    { "Xanthe Roe lost her road. He slept.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i][0]);
      gint32 actor = -1;

      for (guint32 j = 0; j < article->tokens->len; j++)
        {
          const LeadupToken *token = &g_array_index (article->tokens, LeadupToken, j);

          if (g_str_equal (token->folded, "he") || g_str_equal (token->folded, "she"))
            actor = leadup_pronouns_get_actor (article, j);
        }
      g_assert_cmpstr (actor >= 0 ? g_array_index (article->actors, LeadupArticleActor, actor).name
                                  : NULL,
                       ==, rows[i][1]);
    }
}

static void
test_nations_act_where_they_stand_for_their_state (void)
{
  static const struct
  {
    const char *text;
    LeadupActorKind kind;
  } rows[] = {
    { "Dutch and French police met in Lome.", LEADUP_ACTOR_KIND_STATE },
    { "A Dutch-backed union met in Lome.", LEADUP_ACTOR_KIND_STATE },
    { "A Dutch-born poet came to Lome.", LEADUP_ACTOR_KIND_NATIONALITY },
    { "The Dutch had known of it in Lome.", LEADUP_ACTOR_KIND_STATE },
    { "He spoke to the Dutch in Lome.", LEADUP_ACTOR_KIND_NATIONALITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i].text);

      for (guint j = 0; j < article->mentions->len; j++)
        {
          const LeadupMention *mention = leadup_article_get_mention (article, j);
          g_autofree char *name = leadup_article_dup_span (article, mention->span);

          if (g_str_equal (name, "Dutch"))
            g_assert_cmpint (mention->kind, ==, rows[i].kind);
        }
    }
}

/* Titles are of who bears them; who is not named has no actor. */
static void
test_what_stands_for_somebody_is_a_mention (void)
{
  static const char *const rows[][2] = {
    { "They met Judge Anna Berg.", "They=?|Judge=Anna Berg|Anna Berg=Anna Berg" },
    { "They met Mrs. Anna Berg.", "They=?|Anna Berg=Anna Berg" },
    { "He ordered it. The cups were full and they shone.", "He=?|they=?" },
    { "“We paid them,” one of the men said.", "We=?|one=?" },
    { "We paid it.", "" },
    { "It killed two men and injured another 15.", "15=?" },
    { "By the end of the year, 496 had been killed.", "496=?" },
    { "Of those, 14 have come before the court.", "14=?" },
    { "It sold 260 of its cars and won 15 in May.", "" },
    { "Others say so.", "Others=?" },
    { "Most of the money is lost, and many of those cups broke.", "" },
    { "Scores died. Some contain oil.", "Scores=?" },
    { "Two of the 12 killed were nurses.", "Two=?|12=?" },
    { "They found at least 20 dead fish; 130 cups and three more deaths.", "They=?" },
    { "Of the 130 injured, 77 were women.", "130=?|77=?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i][0]);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < article->mentions->len; j++)
        {
          const LeadupMention *mention = leadup_article_get_mention (article, j);
          g_autofree char *text = leadup_article_dup_span (article, mention->span);

          g_string_append_printf (
              found, "%s%s=%s", j > 0 ? "|" : "", text,
              mention->actor >= 0 ? leadup_article_get_actor (article, mention->actor)->name : "?");
        }
      g_assert_cmpstr (found->str, ==, rows[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/actors/names-are-typed", test_names_are_typed);
  g_test_add_func ("/actors/names-are-whole-and-things-are-nobody", test_names_are_whole);
  g_test_add_func ("/actors/what-stands-beside-a-name-types-it",
                   test_what_stands_beside_a_name_types_it);
  g_test_add_func ("/actors/plain-words-and-days-are-no-names",
                   test_plain_words_and_days_are_no_names);
  g_test_add_func ("/actors/later-names-join-the-full-one", test_later_names_join_the_full_one);
  g_test_add_func ("/actors/roles-stand-beside-names", test_roles_stand_beside_names);
  g_test_add_func ("/actors/verbs-say-who-belongs-to-what", test_verbs_say_who_belongs_to_what);
  g_test_add_func ("/actors/a-pronoun-means-the-person-before",
                   test_a_pronoun_means_the_person_before);
  g_test_add_func ("/actors/pronouns-are-mentions-of-whom-they-mean",
                   test_pronouns_are_mentions_of_whom_they_mean);
  g_test_add_func ("/actors/they-means-the-many-before", test_they_means_the_many_before);
  g_test_add_func ("/actors/mentions-before-a-token-are-counted",
                   test_mentions_before_a_token_are_counted);
  g_test_add_func ("/actors/tokens-are-asked-for-words-and-actors-for-people",
                   test_tokens_are_asked_for_words_and_actors_for_people);
  g_test_add_func ("/actors/tokens-without-names-have-no-actor",
                   test_tokens_without_names_have_no_actor);

  g_test_add_func ("/actors/he-is-no-woman-and-she-no-man", test_he_is_no_woman_and_she_no_man);
  g_test_add_func ("/actors/nations-act-where-they-stand-for-their-state",
                   test_nations_act_where_they_stand_for_their_state);

  g_test_add_func ("/actors/what-stands-for-somebody-is-a-mention",
                   test_what_stands_for_somebody_is_a_mention);

  return g_test_run ();
}
