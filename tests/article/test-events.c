/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "event-rows.h"

#include "article/leadup-event-meaning.h"
#include "article/leadup-values.h"

#include <glib.h>
#include <string.h>

/* The name of the actor of the only argument, NULL if none is known. */
static const char *
name_of (const LeadupArticle *article,
         const GArray        *arguments)
{
  gint32 actor;

  g_assert_cmpuint (arguments->len, ==, 1);
  actor = g_array_index (arguments, LeadupArgument, 0).actor;

  return actor >= 0 ? g_array_index (article->actors, LeadupArticleActor, actor).name : NULL;
}

static const EventRow verbs[] = {
  { "Rebels attacked a convoy near the border.",
    "ASSAULT material conflict asserted: Rebels > a convoy" },
  { "The convoy was attacked by rebels.",
    "ASSAULT material conflict asserted: rebels > The convoy" },
  { "Chile and Peru signed an agreement on fishing.",
    "AGREE verbal cooperation asserted: Chile > Peru" },
  { "The Norwegian foreign minister met her Danish counterpart.",
    "CONSULT verbal cooperation asserted: The Norwegian foreign minister > her Danish "
    "counterpart" },
  { "The union condemned the new law.",
    "ACCUSE verbal conflict asserted: The union > " },
  { "Police detained 40 demonstrators.",
    "COERCE material conflict asserted: Police > 40 demonstrators" },
  { NULL, NULL },
};

/* What is told beside it is neither what was said, nor a deed. */
static const EventRow beside[] = {
  { "Farmers spoke of 900 marchers; the police counted 80.", "CONSULT neutral asserted: Farmers > " },
  { "It is clear why: nobody has attacked the port.", "" },
  { "Towns are signing deals leaving displaced people nothing.",
    "AGREE verbal cooperation asserted: Towns > " },
  { "Trade is a road to more work or reduced migration.",
    "COOPERATE material cooperation asserted:  > " },
  { "Rebels attacked the town and killed farmers.",
    "ASSAULT material conflict asserted: Rebels > the town" },
  { "Near the dam, 12 strikes engaged six boats, destroyed two bridges and a road.",
    "ASSAULT material conflict asserted:  > six boats" },
  { "The blast at Fort Roe that killed sailors was heard in Chad.",
    "ASSAULT material conflict asserted:  > sailors" },
  { "The government of Chad, led by Ada Roe, met the union.",
    "CONSULT verbal cooperation asserted: The government of Chad > the union" },
  { "General Ada Roe, commander, Northern Command recently met the king.",
    "CONSULT verbal cooperation asserted: General Ada Roe > the king" },
  { "Clashes between the army and rebels killed nine sailors.",
    "ASSAULT material conflict asserted:  > nine sailors" },
  { "Ghana welcomed the mayor in Accra and Togo left the league.",
    "SUPPORT verbal cooperation asserted: Ghana > the mayor" },
  { "A meeting between Chad and Togo took place.",
    "CONSULT verbal cooperation asserted: Chad > Togo" },
  { "An agreement was reached between Chad and Togo.",
    "AGREE verbal cooperation asserted: Chad > Togo" },
  { "A bombing by rebels killed nine sailors.",
    "ASSAULT material conflict asserted: rebels > nine sailors" },
  { "The army liberated the town.", "ASSAULT material conflict asserted: The army > the town" },
  { "The army liberated the hostages.",
    "RETREAT material cooperation asserted: The army > the hostages" },
  { "Chad shot down 14 of 20 drones launched by Togo.",
    "ASSAULT material conflict asserted: Chad > 20 drones" },
  { "Chad and Togo agreed to a truce brokered by Ghana.",
    "AGREE verbal cooperation asserted: Chad > Togo" },
  { "Ghana accused Togo of pushing migrants back.",
    "ACCUSE verbal conflict asserted: Ghana > Togo" },
  { "Chad and Togo signed a peace deal in Accra.",
    "AGREE verbal cooperation asserted: Chad > Togo" },
  { "Chad and Togo exchanged 20 prisoners.",
    "COOPERATE material cooperation asserted: Chad > Togo" },
  { "Chad and Togo signed a deal with Ghana.",
    "AGREE verbal cooperation asserted: Chad + Togo > Ghana" },
  { "A drone attack blamed on Togo set a tanker ablaze.",
    "ASSAULT material conflict asserted:  > a tanker" },
  { "We've shelled the port.", "ASSAULT material conflict asserted: We > the port" },
  { "The heir of Olga Roe, who died in the attack, was detained.",
    "COERCE material conflict asserted:  > The heir of Olga Roe" },
  { "“We got to train and shoot with them for two weeks,” said Cpl. Ada Roe, a gunner.",
    "CONSULT neutral asserted: Cpl. Ada Roe > " },
  { "Police arrested and charged three men.",
    "COERCE material conflict asserted: Police > three men" },
  { "Rebels ambushed a truck near Accra, wounding five sailors.",
    "ASSAULT material conflict asserted: Rebels > a truck" },
  { "Chad returned 12 coins that date back to 1640 to Peru.",
    "RETREAT material cooperation asserted: Chad > Peru" },
  { "The statue was returned by sailors to the Spanish authorities.",
    "RETREAT material cooperation asserted: sailors > the Spanish authorities" },
  { "Iran urged France to press Chad to lift sanctions.",
    "CONSULT neutral requested: Iran > France" },
  { "The union claimed responsibility for an attack on the army.",
    "CONSULT neutral asserted: The union > the army" },
  { "The premier expressed optimism about the plan.",
    "CONSULT neutral asserted: The premier > the plan" },
  { "The union issued a statement calling on Chad to act.",
    "CONSULT neutral asserted: The union > Chad" },
  { "Chad and Togo agreed to lift tariffs on Fiji.",
    "AGREE verbal cooperation planned: Chad + Togo > Fiji" },
  { "Norway provided around $40 million in loans to Fiji.",
    "AID material cooperation asserted: Norway > Fiji" },
  { "Norway provided Fiji with loans.", "AID material cooperation asserted: Norway > Fiji" },
  { "Norway vetoed the plan drawn up by Fiji.",
    "REJECT verbal conflict asserted: Norway > Fiji" },
  { "The premier expressed pessimism on Friday that the plan would work.",
    "CONSULT neutral asserted: The premier > the plan" },
  { "Rebels declared a truce in a bid to win votes.",
    "RETREAT material cooperation asserted: Rebels > " },
  { "NATO members which have held talks with Chad in Accra include Togo.",
    "CONSULT verbal cooperation asserted: NATO members > Chad" },
  { "Radio Accra quoted the army as saying the dam was lost.",
    "CONSULT neutral asserted: the army > " },
  { "The group was led by Captain Andrew Burns.", "" },
  { "The minister said she hoped that Ada Roe would come.",
    "CONSULT neutral asserted: The minister > Ada Roe" },
  { NULL, NULL },
};

/* Slips of the eye: words that stand beside others than they belong to. */
static const EventRow slips[] = {
  { "On 6 October armed men looted a bakery.",
    "ASSAULT material conflict asserted: armed men > a bakery" },
  { "Two aid workers were abducted near Accra.",
    "COERCE material conflict asserted:  > Two aid workers" },
  { "They were released after mediation by elders.",
    "RETREAT material cooperation asserted:  > They" },
  { "The envoy is expected to meet Ada Roe on Friday.",
    "CONSULT verbal cooperation planned: The envoy > Ada Roe" },
  { "Skirmishes in August 2024 shook Chad.", "ASSAULT material conflict asserted:  > " },
  { "The clinic evacuated 26 wounded.", "AID material cooperation asserted: The clinic > " },
  { "Fighting resumed after the army rejected the truce.",
    "ASSAULT material conflict asserted:  > " },
  { "The king said none of them was hurt.", "CONSULT neutral asserted: The king > " },
  { "Chad insists that the dam was empty.", "CONSULT neutral asserted: Chad > " },
  { "Ghana pledged US$4 million.", "AGREE verbal cooperation asserted: Ghana > " },
  { "She was one of about 40 farmers who fled Chad.", " neutral asserted: about 40 farmers > Chad" },
  { "Has the army shelled the port?", "" },
  { "The union called the siege illegal.", "ACCUSE verbal conflict asserted: The union > " },
  { "The union called a meeting in Lome.", "" },
  { "The report found no evidence that Chad had shelled the port.", "" },
  { "It is false that Chad shelled the port.", "" },
  { "Unleashing war in Chad is not the way to peace.", "" },
  { "He figured that attacking rebels would weaken them.", "" },
  { "Allegations that Chad shelled the port are false.", "" },
  { "The port that Chad shelled was empty.",
    "ASSAULT material conflict asserted: Chad > " },
  { "The king left after reports that Chad had shelled the port.",
    "ASSAULT material conflict claimed: Chad > the port" },
  { "The king rejected claims that his guards had beaten prisoners.",
    "REJECT verbal conflict asserted: The king > his guards" },
  { "The army allegedly shelled the port.",
    "ASSAULT material conflict claimed: The army > the port" },
  { "The king is believed to have fled to Chad.", " neutral claimed:  > Chad" },
  { "Three men suspected of planting the bomb were arrested.",
    "COERCE material conflict asserted:  > Three men" },
  { "The siege never happened, the king insisted.", "CONSULT neutral asserted: the king > " },
  { "A sailor called Bruno shot the mayor.",
    "ASSAULT material conflict asserted: A sailor > the mayor" },
  { "It was dark, Ada Roe said, when a shell killed the mayor.",
    "CONSULT neutral asserted: Ada Roe > " },
  { "The army bombed what it described as a camp.",
    "ASSAULT material conflict asserted: The army > " },
  { "The king, speaking in Accra, blamed the attack on Togo.",
    "ACCUSE verbal conflict asserted: The king > Togo" },
  { "The law was passed by 92 votes to 31.", "CONSULT neutral asserted:  > The law" },
  { "The deal provides for the release of 50 hostages.",
    "CONCEDE verbal cooperation asserted:  > 50 hostages" },
  { "The ministry did not say how many poets had been arrested.",
    "" },
  { "Ada Roe of the Farmers' Union said the road was long.",
    "CONSULT neutral asserted: Ada Roe of the Farmers' Union > " },
  { "The rebels’ leader met the king.",
    "CONSULT verbal cooperation asserted: The rebels’ leader > the king" },
  { "The king resigned after leaked letters came to light.",
    "RETREAT material cooperation asserted: The king > " },
  { "Ghana gave the envoy 72 hours to leave.",
    "SANCTION verbal conflict asserted: Ghana > the envoy" },
  { "Both sides traded artillery fire.", "ASSAULT material conflict asserted: Both sides > " },
  { "Japan lodged a protest with China over the ships.",
    "ACCUSE verbal conflict asserted: Japan > China" },
  { "The blast left eight farmers dead.",
    "ASSAULT material conflict asserted:  > eight farmers" },
  { "The attack left the town in ruins.", "ASSAULT material conflict asserted:  > " },
  { "The bank said so in a letter seen by Reuters.", "CONSULT neutral asserted: The bank > " },
  { "The mine supplies a third of Ghana’s electricity.", "" },
  { NULL, NULL },
};

static const EventRow composed[] = {
  { "The navy launched a missile strike against the port.",
    "ASSAULT material conflict asserted: The navy > the port" },
  { "The union deployed election observers in Togo.",
    "AID material cooperation asserted: The union > Togo" },
  { "Canada hit Togo with sanctions.", "SANCTION verbal conflict asserted: Canada > Togo" },
  { "Canada lifted sanctions on the bank.",
    "RETREAT material cooperation asserted: Canada > the bank" },
  { "Sweden suspended military aid to the junta.",
    "SANCTION verbal conflict asserted: Sweden > the junta" },
  { "Ghana held talks with Togo.", "CONSULT verbal cooperation asserted: Ghana > Togo" },
  { "Chad declared a state of siege in Togo.",
    "COERCE material conflict asserted: Chad > Togo" },
  { "Togo fought a long war with Chad.", "ASSAULT material conflict asserted: Togo > Chad" },
  { "Japan provided medical aid to Fiji.", "AID material cooperation asserted: Japan > Fiji" },
  { NULL, NULL },
};

static const EventRow governed[] = {
  { "Ada Roe rode to the port to sign a deal with Togo.",
    "AGREE verbal cooperation planned: Ada Roe > Togo" },
  { "The group agreed to release the hostages.",
    "AGREE verbal cooperation planned: The group > the hostages" },
  { "The general threatened to bomb the dam.",
    "THREATEN verbal conflict threatened: The general > the dam" },
  { "The company refused to release the prisoners.",
    "REJECT verbal conflict asserted: The company > the prisoners" },
  { "The parliament approved military strikes on Togo.",
    "THREATEN verbal conflict planned: The parliament > Togo" },
  { "Kenya will send aid to Malawi.", "AGREE verbal cooperation planned: Kenya > Malawi" },
  { "Kenya is considering sending aid to Malawi.", "CONSULT neutral possible: Kenya > Malawi" },
  { "The army began withdrawing from the valley.",
    "RETREAT material cooperation asserted: The army > the valley" },
  { NULL, NULL },
};

/* What looks like an event of the lexicon and is none, or another. */
static const EventRow other_senses[] = {
  { "Seven fighters killed in blasts near the port",
    "ASSAULT material conflict asserted:  > Seven fighters" },
  { "The families of the six soldiers killed in the raid wept.",
    "ASSAULT material conflict asserted:  > the six soldiers" },
  { "Eight people died of the fever.", " neutral asserted:  > Eight people" },
  { "Earthquakes killed more than 1,000 people.",
    " neutral asserted:  > more than 1,000 people" },
  { "They mean to pay rebels and flood our streets with goods.", "" },
  { "Crashes killed nine sailors.", " neutral asserted:  > nine sailors" },
  { "An outbreak of cholera closed the port.", " neutral asserted:  > " },
  { "Bo Poe, 26, died after a gunfight.", "ASSAULT material conflict asserted:  > Bo Poe" },
  { "Eight people died in the attack.", "ASSAULT material conflict asserted:  > Eight people" },
  { "The bank fired him.", "" },
  { "The road is closed, according to the union.", "" },
  { "She used the money to launch a reform of the law.", "" },
  { "It is a soft approach to quell migration.", "" },
  { "The king has the power to arrest the judges.", "" },
  { "The army released a photo of the bridge.", "" },
  { "It was believed to be lost.", "" },
  { "It is not clear who carried out the raids.", "" },
  { "Groups said to be linked with the union grew.", "" },
  { "They tried to dispose of the letters.", "" },
  { "Collapsed ceasefire", "" },
  { "==The attack==", "" },
  { "They'll be fired.", "" },
  { "Traffic jams built at the gate.", "" },
  { "The minister believes in the plan.", "" },
  { "He returned to his boat.", "" },
  { "The mayor defeated his rival in the vote.", "" },
  { "The army defeated the rebels.",
    "ASSAULT material conflict asserted: The army > the rebels" },
  { "The vote demonstrates the unity of the party.", "" },
  { "The poet hails from Chad.", "" },
  { "The general released the following statement.",
    "CONSULT neutral asserted: The general > " },
  { "Farmers are facing shelling by the army.",
    "ASSAULT material conflict asserted: the army > Farmers" },
  { "It was used to fight the symptoms.", "" },
  { "The club will host a match.", "" },
  { "A 48-hour strike closed the port.", "PROTEST material conflict asserted:  > " },
  { "The rebels tried to kill 12 soldiers.",
    "ASSAULT material conflict attempted: The rebels > 12 soldiers" },
  { "Refugees fled Chad.", " neutral asserted: Refugees > Chad" },
  { "Ghana is considering sending aid to help Chad.",
    "CONSULT neutral possible: Ghana > Chad" },
  { "The clerk works at the Office of Special Investigations.", "" },
  { "The court convicted the colonel.",
    "COERCE verbal conflict asserted: The court > the colonel" },
  { NULL, NULL },
};

static void
test_nothing_is_told_of_those_who_are_only_named_beside (void)
{
  static const char *const rows[][2] = {
    { "A friend of Ada Roe warned the police.", NULL },
    { "Ada Roe's brother warned the police.", NULL },
    { "Critics of the army warned the police.", NULL },
    { "Supporters of Ada Roe warned the police.", NULL },
    { "The rebels’ leader, Bo Poe, warned the police.", "Bo Poe" },
    { "Ada Roe's spokesman warned the police.", "Ada Roe" },
    { "Togo's minister warned the police.", "Togo" },
    { "Two nurses of the Farmers' Union were freed. They warned the police.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i][0]);
      const LeadupArticleEvent *event
        = &g_array_index (article->events, LeadupArticleEvent, article->events->len - 1);

      g_assert_cmpstr (name_of (article, event->initiators), ==, rows[i][1]);
    }
}

static void
test_what_goes_on_is_not_told_twice (void)
{
  g_autoptr (LeadupArticle) article = event_rows_read (
      "Ada Roe said the road was long. She added that the water was cold. "
      "She denied that she slept.");
  guint n_said = 0;

  for (guint i = 0; i < article->events->len; i++)
    n_said += g_str_equal (g_array_index (article->events, LeadupArticleEvent, i).category,
                           "statement");
  g_assert_cmpuint (n_said, ==, 2);
}

static void
test_this_week_does_nothing_where_no_day_is_known (void)
{
  static const char text[] = "Airstrikes by Chad against rebels this week killed 20 sailors.";
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupArticle) article =
      leadup_article_read_text (text, strlen (text), "test", NULL, NULL, &error);
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  line = event_rows_describe_main (article);
  g_assert_cmpstr (line, ==, "ASSAULT material conflict asserted: Chad > 20 sailors");
}

/* What else than the main event is told of a sentence. */
static void
test_a_sentence_tells_of_sides (void)
{
  static const char *const rows[][3] = {
    { "The union praised Mali in its fight against the Taliban.", "Mali", "Taliban" },
    { "We will not allow the rebels to strike Accra.", "rebels", "Accra" },
    { "Chad supports the rebels in their effort to attack Accra.", "rebels", "Accra" },
    { "The killing of Ada Roe by rebels shocked the union.", "rebels", "Ada Roe" },
    { "Chad carried out strikes using old jets against the Taliban.", "Chad", "Taliban" },
    { "The union welcomed Chad's liberation of Accra.", "Chad", "Accra" },
    { "Ada Roe praised Chad, which left the league, and attacked Accra.", "Ada Roe", "Accra" },
    { "His lawyer, Ada Roe, attacked Accra.", "Ada Roe", "Accra" },
    { "Ada Roe raised it in a call with Hugo Lind.", "Ada Roe", "Hugo Lind" },
    { "The union welcomed the deal between Chad and Togo.", "Chad", "Togo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i][0]);
      gboolean found = FALSE;

      for (guint j = 0; j < article->events->len; j++)
        {
          const LeadupArticleEvent *event = &g_array_index (article->events, LeadupArticleEvent, j);

          if (!g_str_equal (event->category, "strike") && !g_str_equal (event->category, "talks") &&
              !g_str_equal (event->category, "agreement"))
            continue;
          found = TRUE;
          g_assert_cmpstr (name_of (article, event->initiators), ==, rows[i][1]);
          g_assert_cmpstr (name_of (article, event->targets), ==, rows[i][2]);
        }
      g_assert_true (found);
    }
}

static void
test_nobody_is_told_to_do_it_to_herself (void)
{
  g_autoptr (LeadupArticle) article = event_rows_read ("Ada Roe met envoys. Ada Roe urged her to go.");

  for (guint j = 0; j < article->events->len; j++)
    {
      const LeadupArticleEvent *event = &g_array_index (article->events, LeadupArticleEvent, j);

      if (event->sentence == 1)
        g_assert_cmpstr (name_of (article, event->targets), ==, NULL);
    }
}

static void
test_one_speaker_speaks_once_a_day (void)
{
  g_autoptr (LeadupArticle) article = event_rows_read (
      "Ada Roe said the road was long. Chad attacked Togo. The water was cold, Roe said. "
      "On 3 May 2024, Roe said the dam was old.");
  guint n_said = 0;

  for (guint i = 0; i < article->events->len; i++)
    n_said += g_str_equal (g_array_index (article->events, LeadupArticleEvent, i).category,
                           "statement");
  g_assert_cmpuint (n_said, ==, 2);
}

static void
test_what_is_only_possible_is_no_deed (void)
{
  static const char *const texts[] = {
    "If the dispute escalates into a war, Brazil will close its border.",
    "The plan may provoke rebels to attack the port.",
    "Bombing the dam would not solve the problem.",
    NULL,
  };

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (texts[i]);

      for (guint j = 0; j < article->events->len; j++)
        {
          const LeadupArticleEvent *event = &g_array_index (article->events, LeadupArticleEvent, j);

          if (g_str_equal (event->quad, "material conflict"))
            g_assert_cmpfloat (event->confidence, <, 0.35);
        }
    }
}

static void
test_a_claim_stays_its_speakers (void)
{
  g_autoptr (LeadupArticle) article =
      event_rows_read ("Carlos Ruiz said that Bolivia had attacked the village.");
  gboolean found = FALSE;

  for (guint i = 0; i < article->events->len; i++)
    {
      const LeadupArticleEvent *event = &g_array_index (article->events, LeadupArticleEvent, i);

      if (!g_str_equal (event->plover, "ASSAULT"))
        continue;
      found = TRUE;
      g_assert_cmpstr (event->modality, ==, "claimed");
      g_assert_cmpint (event->speaker, >=, 0);
      g_assert_cmpstr (g_array_index (article->actors, LeadupArticleActor, event->speaker).name, ==,
                       "Carlos Ruiz");
    }
  g_assert_true (found);
}

static void
test_tolls_keep_their_qualifiers (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    double low;
    const char *qualifier;
  } rows[] = {
    { "Gunmen killed at least 17 soldiers.", "killed", 17, "at least" },
    { "The army has killed almost 100 people.", "killed", 100, "almost" },
    { "A bomb killed three people.", "killed", 3, NULL },
    { "The chief and his two sons were killed by rebels.", "killed", 2, "at least" },
    { "A bomb killed nine people, including two girls.", "killed", 9, NULL },
    { "Rebels clashed with police, leaving three people dead.", "killed", 3, NULL },
    { "A bomb killed nine Iraqis.", "killed", 9, NULL },
    { "Police arrested more than two dozen protesters.", "detained", 24, "more than" },
    { "The killing of 12 soldiers shook the town.", "killed", 12, NULL },
    { "Some 30 people suffered minor injuries in the blast.", "injured", 30, "about" },
    { "A guard was shot dead.", "killed", 1, NULL },
    { "Norway donated $2.5 million to the clinic.", "amount", 2500000, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i].text);
      const LeadupArticleEvent *event;
      const LeadupArticleValue *value;

      g_assert_cmpuint (article->events->len, >, 0);
      event = &g_array_index (article->events, LeadupArticleEvent, 0);
      g_assert_cmpuint (event->values->len, ==, 1);
      value = &g_array_index (event->values, LeadupArticleValue, 0);
      g_assert_cmpstr (value->name, ==, rows[i].name);
      g_assert_cmpfloat (value->low, ==, rows[i].low);
      g_assert_cmpstr (value->qualifier, ==, rows[i].qualifier);
    }
}

/* A draft that is given up has tolls too; the sanitizers look for what is left of them. */
static void
test_tolls_of_what_is_no_event_are_freed (void)
{
  g_autoptr (GArray) values = leadup_values_new ();
  LeadupArticleValue value = { .name = "killed", .qualifier = g_strdup ("at least") };
  g_autoptr (LeadupArticle) article =
      event_rows_read ("They may march their troops to the border for the day, killing at least 17 "
                    "people and wounding more than 40, hospital officials said, hours before "
                    "envoys were due.");

  g_array_append_val (values, value);
  for (guint i = 0; i < article->events->len; i++)
    g_assert_nonnull (g_array_index (article->events, LeadupArticleEvent, i).values);
}

static void
test_what_has_not_happened_has_no_toll (void)
{
  static const char *const texts[] = {
    "The rebels vowed to kill 100 soldiers.",
    "Ghana denied killing 12 fishermen.",
    "The rebels tried to kill 12 soldiers.",
    "Ghana could arrest 30 sailors.",
    /* How many of each is not told. */
    "Rebels killed and wounded 40 sailors.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (texts[i]);

      g_assert_cmpuint (article->events->len, >, 0);
      for (guint j = 0; j < article->events->len; j++)
        g_assert_cmpuint (
            g_array_index (article->events, LeadupArticleEvent, j).values->len, ==, 0);
    }
}

static void
test_ending_turns_a_meaning_round (void)
{
  static const char *const rows[][2] = {
    { "ASSAULT", "RETREAT" }, { "SANCTION", "RETREAT" }, { "AID", "SANCTION" },
    { "CONSULT", "REJECT" },  { "ACCUSE", "RETREAT" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LeadupEventMeaning meaning;

      leadup_event_meaning_init (&meaning, "other", rows[i][0], 0.0);
      leadup_event_meaning_reverse (&meaning);
      g_assert_cmpstr (meaning.plover, ==, rows[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/events/nothing-is-told-of-those-who-are-only-named-beside",
                   test_nothing_is_told_of_those_who_are_only_named_beside);
  g_test_add_data_func ("/events/words-belong-where-they-are-meant", slips, event_rows_check);
  g_test_add_data_func ("/events/a-verb-says-who-did-what-to-whom", verbs, event_rows_check);
  g_test_add_data_func ("/events/what-stands-beside-is-no-part", beside, event_rows_check);
  g_test_add_data_func ("/events/a-light-verb-and-a-noun-are-one-event", composed, event_rows_check);
  g_test_add_data_func ("/events/what-governs-a-verb-changes-what-happened", governed, event_rows_check);
  g_test_add_data_func ("/events/what-only-looks-like-an-event-is-none", other_senses, event_rows_check);
  g_test_add_func ("/events/what-goes-on-is-not-told-twice", test_what_goes_on_is_not_told_twice);
  g_test_add_func ("/events/this-week-does-nothing-where-no-day-is-known",
                   test_this_week_does_nothing_where_no_day_is_known);
  g_test_add_func ("/events/a-sentence-tells-of-sides", test_a_sentence_tells_of_sides);
  g_test_add_func ("/events/nobody-is-told-to-do-it-to-herself",
                   test_nobody_is_told_to_do_it_to_herself);
  g_test_add_func ("/events/one-speaker-speaks-once-a-day", test_one_speaker_speaks_once_a_day);
  g_test_add_func ("/events/what-is-only-possible-is-no-deed",
                   test_what_is_only_possible_is_no_deed);
  g_test_add_func ("/events/a-claim-stays-its-speakers", test_a_claim_stays_its_speakers);
  g_test_add_func ("/events/tolls-keep-their-qualifiers", test_tolls_keep_their_qualifiers);
  g_test_add_func ("/events/what-has-not-happened-has-no-toll",
                   test_what_has_not_happened_has_no_toll);
  g_test_add_func ("/events/tolls-of-what-is-no-event-are-freed",
                   test_tolls_of_what_is_no_event_are_freed);
  g_test_add_func ("/events/ending-turns-a-meaning-round", test_ending_turns_a_meaning_round);

  return g_test_run ();
}
