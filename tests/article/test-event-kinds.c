/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "event-rows.h"

/* Which kind of act a verb or noun tells of, and where it tells of none. */

static const EventRow said[] = {
  { "Beijing hit back at Togo with tariffs on cotton.",
    "sanction asserted: Beijing > , ../2025-12-19" },
  { "Chad test-fired two missiles on Monday.",
    "deployment asserted: Chad > , 2025-12-15" },
  { "The government called the raid illegal and vowed to respond in kind.",
    "accusation asserted: The government > , ../2025-12-19 | threat asserted: The "
    "government > , ../2025-12-19" },
  { "The minister put the death toll at 31.",
    "statement asserted: The minister > , ../2025-12-19" },
  { "Officials raised the number of wounded to 12.",
    "statement asserted: Officials > , ../2025-12-19" },
  { "Chad retaliated on Monday by raising tariffs on cotton from Togo.",
    "sanction asserted: Chad > Togo, 2025-12-15" },
  { "Chad declared a Togolese consul persona non grata.",
    "sanction asserted: Chad > a Togolese consul, ../2025-12-19" },
  { "Two envoys were declared personae non gratae.",
    "sanction asserted:  > Two envoys, ../2025-12-19" },
  { "Oxfam warned that the toll could rise.",
    "statement asserted: Oxfam > , ../2025-12-19" },
  { "The relief agency warned of famine.",
    "statement asserted: The relief agency > , ../2025-12-19 | humanitarian claimed:  > , "
    "../2025-12-19" },
  { "Chad warned that it would not reopen the port.",
    "threat asserted: Chad > , ../2025-12-19 | rejection claimed: Chad > , ../2025-12-19" },
  { "Chad warned that there would be consequences.",
    "threat asserted: Chad > , ../2025-12-19" },
  { "The king ordered a general mobilisation.",
    "deployment asserted: The king > , ../2025-12-19" },
  { "Some of the marchers burned a large flag.",
    "protest asserted: Some of the marchers > a large flag, ../2025-12-19" },
  { "Togo vowed \"severe countermeasures\".",
    "threat asserted: Togo > , ../2025-12-19" },
  { "Chad ordered the Danish attaché, Colonel Bo Poe, to leave.",
    "sanction asserted: Chad > the Danish attaché, ../2025-12-19" },
  { "The army had reneged on the deal.",
    "rejection asserted: The army > , ../2025-12-19" },
  { "The rebels stormed out of the talks.",
    "sanction asserted: The rebels > , ../2025-12-19 | talks asserted:  > , ../2025-12-19" },
  { "Chad lodged its third protest with Togo.",
    "accusation asserted: Chad > Togo, ../2025-12-19" },
  { "Togo closed its consulate in Accra.",
    "sanction asserted: Togo > Accra, ../2025-12-19" },
  { "The shelling had threatened to sink the talks.",
    "strike asserted:  > , ../2025-12-19 | talks claimed:  > , ../2025-12-19" },
  { "The drought threatens the harvest.", "" },
  { "Chad summoned the Togolese ambassador on Monday.",
    "accusation asserted: Chad > the Togolese ambassador, 2025-12-15" },
  { "Chad retaliated by tripling the levy on Togolese cotton.",
    "sanction asserted: Chad > Togolese cotton, ../2025-12-19" },
  { "Millers in Chad warned that the price of rice could rise.",
    "statement asserted: Millers > , ../2025-12-19" },
  { "Chad warned that Togo would pay a heavy price.",
    "threat asserted: Chad > Togo, ../2025-12-19" },
  { "Farmers had warned the police.", "statement asserted: Farmers > the police, ../2025-12-19" },
  { "Chad ordered the evacuation of 300 families.",
    "aid asserted: Chad > 300 families, ../2025-12-19" },
  { "The king ordered the killing of a poet in Lome.",
    "strike asserted: The king > a poet, ../2025-12-19" },
  { "Chad ordered the navy to raise its alert level.",
    "deployment asserted: Chad > the navy, ../2025-12-19" },
  { NULL, NULL },
};

static const EventRow moved[] = {
  { "Togo Now rebels marched into Lome.",
    "strike asserted: rebels > Lome, ../2025-12-19" },
  { "Students marched into the capital.",
    "protest asserted: Students > the capital, ../2025-12-19" },
  { "Reinforcements arrived in Lome.",
    "deployment asserted: Reinforcements > Lome, ../2025-12-19" },
  { "Thousands of people poured into the streets of Lome.",
    "protest asserted: Thousands of people > the streets of Lome, ../2025-12-19" },
  { "Refugees poured into Togo.",
    "migration asserted: Refugees > Togo, ../2025-12-19" },
  { "Chad sent aircraft to shadow the trawler.",
    "deployment asserted: Chad > the trawler, ../2025-12-19 | deployment planned: aircraft > "
    ", ../2025-12-19" },
  { "Chad sent aircraft to the island.",
    "aid asserted: Chad > , ../2025-12-19" },
  { "A Togolese patrol crossed into Chad.",
    "deployment asserted: A Togolese patrol > Chad, ../2025-12-19" },
  { "Chad sent an envoy to Lome on Monday.",
    "talks asserted: Chad > Lome, 2025-12-15" },
  { "Chad sent the frigates Roe and Poe to the gulf.",
    "deployment asserted: Chad > the gulf, ../2025-12-19" },
  { "Police were sent after the robbers.",
    "deployment asserted: Police > , ../2025-12-19" },
  { "The rebels marched their hostages into the hills.",
    "legal-action asserted: The rebels > , ../2025-12-19" },
  { "The general overthrew the government of Togo.",
    "strike asserted: The general > the government of Togo, ../2025-12-19" },
  { "Chadian troops occupied the port.",
    "strike asserted: Chadian troops > the port, ../2025-12-19" },
  { "Gunmen stormed the jail, freeing 30 inmates.",
    "strike asserted: Gunmen > the jail, ../2025-12-19" },
  { "Reinforcements were due to arrive in Lome.",
    "deployment planned:  > , ../2025-12-19 | deployment planned:  > Lome, ../2025-12-19" },
  { "The raid on the port came a day after the talks.",
    "strike asserted:  > the port, ../2025-12-19 | talks asserted:  > , ../2025-12-19" },
  { NULL, NULL },
};

static const EventRow placed[] = {
  { "LOME, March 12 (Bay Wire) - At least 21 people, including nine boys, were killed when "
    "drones hit a market.",
    "strike asserted: drones > At least 21 people, ../2025-12-19" },
  { "Addis Ababa — Chad and Togo agreed to extend a fragile truce by ten days.",
    "agreement planned: Chad + Togo > , ../2025-12-19" },
  { NULL, NULL },
};

/* Who is hurt, and by what, is told once. */
static const EventRow once[] = {
  { "Six were wounded when gunmen opened fire.",
    "strike asserted: gunmen > Six, ../2025-12-19" },
  { "Nine people were killed and 40 wounded when rebels shelled a market.",
    "strike asserted: rebels > Nine people, ../2025-12-19" },
  { "Nine people were killed in Lome. Rebels shelled a market.", "strike asserted:  > Nine people, ../2025-12-19 | strike asserted: Rebels > a market, "
    "../2025-12-19" },
  { "Chad and Togo met in Lome for two days of talks hosted by Peru.",
    "talks asserted: Chad > Togo, ../2025-12-19" },
  { "A mayor was gunned down by men in masks.",
    "strike asserted: men > A mayor, ../2025-12-19" },
  { "Chad turned over two suspects to Togo.",
    "concession asserted: Chad > Togo, ../2025-12-19" },
  { NULL, NULL },
};

static const EventRow nothing[] = {
  { "The mine had sent 300 workers home.", "" },
  { "The dam feeds two power stations.", "" },
  { "Chad shares a border with Togo.", "" },
  { "The colonel commands the eastern sector.", "" },
  { "The mission arrived in June.", "" },
  { "Lome was awarded to Chad by a commission.", "" },
  { "It left the CSTO alliance in 2024.", "" },
  { "Welcome to our live coverage.", "" },
  { "Our correspondent in Lome, Ada Roe, writes:", "" },
  { "Three alleged operatives of the Accra Front were arrested.",
    "legal-action asserted:  > Three alleged operatives of the Accra Front, ../2025-12-19" },
  { "Chad is negotiating with one hand and firing with the other.", "" },
  { "Danish arms dealer jailed in Lome",
    "legal-action asserted:  > Danish arms dealer, ../2025-12-19" },
  { "Chad raised tariffs on cotton from Togo, escalating a dispute.",
    "sanction asserted: Chad > Togo, ../2025-12-19" },
  { "Envoys raced to save the deal.", "" },
  { "Their helicopter crashed near Lome.",
    "humanitarian asserted: Their helicopter > , ../2025-12-19" },
  { "Nine soldiers died when their bus crashed.",
    "humanitarian asserted:  > Nine soldiers, ../2025-12-19 | humanitarian asserted:  > , "
    "../2025-12-19" },
  { "Togolese pilots do not fly to Accra.", "" },
  { "The farmers were not consulted about the ban.", "" },
  { "The treaty requires a vote of both houses.", "" },
  { "Oxfam, which supports the clinic, closed its office.", "" },
  { "The Togolese army has its own policy.", "" },
  { "The drought put a fragile truce in doubt.", "" },
  { "The killing was captured on video.", "strike asserted:  > , ../2025-12-19" },
  { "A first count gave nine.", "" },
  { "Chad offered no proof.", "" },
  { "The hospital received 32 bodies.", "" },
  { "Our reporter in Lome, Ada Roe, has spoken to residents.", "" },
  { "Togo's internationally recognised government accused Chad of shelling the port.",
    "accusation asserted: Togo's internationally recognised government > Chad, ../2025-12-19" },
  { "Chad broke off a tour of the north.", "talks asserted:  > , ../2025-12-19" },
  { NULL, NULL },
};

/* “name low–high qualifier” of all that is counted, in the order of the events. */
static char *
count (const LeadupArticle *article)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < article->events->len; i++)
    {
      const GArray *values = g_array_index (article->events, LeadupArticleEvent, i).values;

      for (guint j = 0; j < values->len; j++)
        {
          const LeadupArticleValue *value = &g_array_index (values, LeadupArticleValue, j);

          g_string_append_printf (line, "%s%s %g–%g%s%s", line->len > 0 ? ", " : "", value->name,
                                  value->low, value->high, value->qualifier != NULL ? " " : "",
                                  value->qualifier != NULL ? value->qualifier : "");
        }
    }

  return g_string_free (line, FALSE);
}

static void
check_counts (gconstpointer data)
{
  for (const EventRow *row = data; row->text != NULL; row++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (row->text);
      g_autofree char *line = count (article);

      g_assert_cmpstr (line, ==, row->expected);
    }
}

static const EventRow numbers[] = {
  { "The minister put the death toll at 31.", "killed 31–31" },
  { "The rebels killed four soldiers and a civilian driver.", "killed 5–5" },
  { "Nine villagers and two priests were killed in Lome.", "killed 11–11" },
  { "Six wounded soldiers died in Lome.", "killed 6–6" },
  { "Three conscripts were killed and two others wounded when a shell struck their barracks.",
    "killed 3–3, injured 2–2" },
  { "Gunmen killed several dozen farmers.", "killed 24–24 at least" },
  { "Between 60 and 75 villagers were killed.", "killed 60–75" },
  { "Gunmen killed between two and three dozen farmers.", "killed 24–36" },
  { "A shell killed nine men in a fight between two clans.", "killed 9–9" },
  { "Some 800 farmers were killed, more than a million refugees fled to Togo.",
    "killed 800–800 about" },
  { "Rebels raped 36 women, up from 33 in the previous one.", "injured 36–36" },
  { "Gunmen kill 17 in raid on Lome market, nine students still missing",
    "killed 17–17, missing 9–9" },
  { "More than a dozen rebels attacked the port and killed at least one guard.",
    "killed 1–1 at least" },
  { NULL, NULL },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/event-kinds/words-and-signs-are-told-from-force", said, event_rows_check_all);
  g_test_add_data_func ("/event-kinds/who-moves-where-and-what-for-says-what-it-is", moved,
                        event_rows_check_all);
  g_test_add_data_func ("/event-kinds/where-it-was-written-is-no-party", placed,
                        event_rows_check_all);
  g_test_add_data_func ("/event-kinds/what-only-looks-like-an-act-is-none", nothing, event_rows_check_all);
  g_test_add_data_func ("/event-kinds/a-deed-and-what-it-cost-is-one", once,
                        event_rows_check_all);
  g_test_add_data_func ("/event-kinds/a-number-counts-only-what-it-stands-at", numbers,
                        check_counts);

  return g_test_run ();
}
