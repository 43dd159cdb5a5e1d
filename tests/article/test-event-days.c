/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "event-rows.h"

/* On which day what a sentence tells has happened. */

static const EventRow verbs[] = {
  { "06:15\n\nChad denied the claim.\n\nAt 7.30am rebels seized a depot.\n\nTogo sent boats.\n\n"
    "14:00\n\nPeru condemned the raid.\n\n15:00\n\nRebels left Lome.",
    "statement asserted: Chad > , 2025-12-19T06:15:00 | legal-action asserted: rebels > a depot, "
    "2025-12-19T07:30:00 | aid asserted: Togo > boats, ../2025-12-19 | accusation asserted: Peru > "
    ", 2025-12-19T14:00:00 | strike claimed:  > , ../2025-12-19" },
  { "Ada Roe left Lome in 2019. On 3 June that year, troops stormed the port of Lome.",
    "strike asserted: troops > Lome, 2019-06-03" },
  { "The league, from which Chad and Togo withdrew in January 2025, has agreed to mediate, but "
    "the generals have rejected the proposal.",
    "withdrawal asserted: Chad + Togo > , 2025-01 | talks planned: The league > , ../2025-12-19 "
    "| rejection asserted: the generals > , ../2025-12-19" },
  { "Rebels seized Lome in the last days of January 2025.",
    "strike asserted: Rebels > Lome, 2025-01" },
  { "Soldiers who said the government had reneged on that deal founded the Accra Front in April "
    "2012.",
    "statement asserted: Soldiers > the government, ../2025-12-19 | rejection claimed: "
    "the government > , ../2025-12-19" },
  { "Chad welcomes the announcement by Peru that it will deliver five boats to the navy in 2027.",
    "support asserted: Chad > Peru, ../2025-12-19 | agreement planned: Chad > the navy, 2027" },
  { "Chad will supply its soldiers, and Togo will attack the port next month.",
    "agreement planned: Chad > its soldiers, ../2025-12-19 | threat planned: Togo > the port, "
    "2026-01" },
  { "Rebels burned the school, and the attack came on Monday.",
    "strike asserted: Rebels > the school, 2025-12-15" },
  { "In May 2025 the court closed a case in which Togo accused Chad of genocide.",
    "accusation asserted: Togo > Chad, ../2025-12-19 | strike claimed:  > , ../2025-12-19" },
  { "Chad had asked Togo to suspend the rights of Mali in the bloc, which it joined as a full "
    "member in 2024.",
    "statement requested: Chad > Togo, ../2025-12-19" },
  { "In an address broadcast from a bunker, Ada Roe said that loyal units had retaken the port "
    "shortly after 7am.",
    "report asserted:  > , ../2025-12-19 | statement asserted: Ada Roe > loyal units, "
    "../2025-12-19 | strike claimed: loyal units > the port, 2025-12-19T07:00:00" },
  { "The raid was led by General Bo Poe, whom the king sacked on Thursday.",
    "strike asserted: General Bo Poe > , ../2025-12-19 | legal-action asserted: the king > General "
    "Bo Poe, 2025-12-18" },
  { "Togo began a withdrawal from Sokode, which was awarded to Chad by a court in 2002 but which "
    "it held until 2018.",
    "withdrawal asserted: Togo > Sokode, ../2025-12-19" },
  { "Police arrested three spies, saying that they had raided the port in February.",
    "legal-action asserted: Police > three spies, ../2025-12-19 | statement asserted: Police > , "
    "../2025-12-19 | strike claimed: they > the port, 2025-02" },
  { "Tuesday's shelling, which each side blamed on the other, wounded five farmers.",
    "accusation asserted:  > , ../2025-12-19 | strike asserted:  > five farmers, 2025-12-16" },
  { "Last month police arrested three spies.",
    "legal-action asserted: police > three spies, 2025-11" },
  { "Last month's raid killed three spies.",
    "strike asserted:  > three spies, 2025-11" },
  { "In March 1999 Chad bombed Togo. The Lome agreement of 2013 promised a council of farmers.",
    "strike asserted: Chad > Togo, 1999-03 | agreement asserted: The Lome agreement of 2013 > a "
    "council of farmers, 2013" },
  { "Gunboats boarded a tanker chartered by Chad early on Tuesday, wounding two sailors.",
    "legal-action asserted: Gunboats > a tanker, 2025-12-16 | strike asserted: Gunboats > two "
    "sailors, 2025-12-16" },
  { "Chad deploys troops and two dozen armoured vehicles to Lome, saying it will not leave.",
    "deployment asserted: Chad > troops + two dozen, ../2025-12-19 | statement asserted: Chad > "
    ", ../2025-12-19" },
  { "LOME/PORT-BOUET, 18 December 2025 – At least 160 people were killed in clashes in Togo "
    "between April and June, the United Nations said.",
    "strike claimed:  > At least 160 people, 2025-04/2025-06" },
  { "The general was charged with shelling the port in 2019.",
    "legal-action asserted:  > The general, ../2025-12-19" },
  { NULL, NULL },
};

/* What a day or a month stands for beside a statement, “since”, and a deed told before. */
static const EventRow told[] = {
  { "Chad's army acknowledged that it had shelled the port but denied hitting the school, saying "
    "in a statement late on Monday that its jets had destroyed two depots.",
    "statement asserted: Chad's army > , 2025-12-15 | strike claimed: Chad's army > the port, "
    "../2025-12-15 | statement asserted: Chad's army > , ../2025-12-19 | statement not denied: "
    "Chad's army > the school, 2025-12-15 | statement claimed: Chad's army > its jets, "
    "2025-12-15 | strike claimed: its jets > two depots, ../2025-12-15" },
  { "Ada Roe was arrested on 3 September 2025. She was refused bail twice.",
    "legal-action asserted:  > Ada Roe, 2025-09-03 | rejection asserted:  > She, ../2025-12-19" },
  { "In March 1999 Chad bombed Togo. Nine thousand farmers died in the war.",
    "strike asserted: Chad > Togo, 1999-03 | strike asserted:  > Nine thousand farmers, "
    "../2025-12-19" },
  { "In March 1999 Chad bombed Togo. Nine farmers died in the raids.",
    "strike asserted: Chad > Togo, 1999-03 | strike asserted:  > Nine farmers, 1999-03" },
  { "Chad and Togo have been fighting since 11 June, when Togolese troops captured the town of "
    "Sokode.",
    "strike asserted: Chad + Togo > , 2025-06-11/2025-12-19 | strike asserted: Togolese troops > "
    "the town of Sokode, 2025-06-11" },
  { "On Monday, at a meeting of envoys of the African Union in the port of Lome, Chad condemned "
    "the massacre.",
    "talks asserted:  > , 2025-12-15 | accusation asserted: Chad > , 2025-12-15 | strike "
    "claimed:  > , ../2025-12-15" },
  { "According to documents leaked to a magazine, Togolese soldiers raided the port in 2023.",
    "statement asserted: documents > , ../2025-12-19 | report asserted:  > , ../2025-12-19 | "
    "strike claimed: Togolese soldiers > the port, 2023" },
  { "Nine sailors have been killed since the boats left Lome in June 2024.",
    "strike asserted:  > Nine sailors, 2024-06/2025-12-19" },
  { "Nine sailors were killed after the boats left Lome in June 2024.",
    "strike asserted:  > Nine sailors, 2024-06" },
  { "23:50 Togo seized a tug.\n\n22:40 Rebels shelled the port before dawn.\n\n22:10 Chad froze "
    "its assets.",
    "legal-action asserted: Togo > a tug, 2025-12-19T23:50:00 | strike asserted: Rebels > the "
    "port, 2025-12-19 | legal-action asserted: Chad > its assets, 2025-12-19T22:10:00" },
  { "In March 1999 Chad bombed Togo. Nine thousand people died in the war, most of them farmers "
    "killed by rebels.",
    "strike asserted: Chad > Togo, 1999-03 | strike asserted:  > Nine thousand people, "
    "../2025-12-19 | strike asserted: rebels > farmers, ../2025-12-19" },
  { "On Friday the army raided a village.",
    "strike asserted: the army > a village, 2025-12-19" },
  { "Togo will suspend its part in the talks and will withdraw from the accord on trade concluded"
    " in May 2019.",
    "policy planned: Togo > , ../2025-12-19 | agreement planned: Togo > , ../2025-12-19 | "
    "cooperation asserted:  > , 2019-05" },
  { "In May 2019 rebels shelled Lome. Nine men were arrested and have still not been freed.",
    "strike asserted: rebels > Lome, 2019-05 | legal-action asserted:  > Nine men, 2019-05 | "
    "rejection asserted:  > Nine men, ../2025-12-19" },
  { "In March 2019 rebels shelled Lome. Nine sailors died in the fighting that followed.",
    "strike asserted: rebels > Lome, 2019-03 | strike asserted:  > Nine sailors, "
    "2019-03/2025-12-19" },
  { "Judges jailed a general on Monday for a massacre of farmers in 2014, freeing two envoys.",
    "legal-action asserted: Judges > a general, 2025-12-15 | strike asserted:  > farmers, 2014 | "
    "concession asserted: Judges > two envoys, 2025-12-15" },
  { "Ada Roe, who won a vote in January in a town shelled by rebels, left Chad on Monday.",
    "strike asserted: rebels > a town, 2025-01" },
  { "The march followed Sunday's raid on the Togolese town of Mango, in which nine sailors were "
    "killed.",
    "protest asserted:  > , ../2025-12-19 | strike asserted:  > nine sailors, 2025-12-14" },
  { "Ada Roe hopes to meet officials next week who have offered to mediate.",
    "statement possible: Ada Roe > officials, 2025-12-22/2025-12-28 | talks planned: officials > "
    ", ../2025-12-19" },
  { "Chad agreed to send envoys to Lome for talks on Monday.",
    "talks planned: Chad > Lome, 2025-12-22" },
  { "Police arrested nine sailors, a rise on the previous month.",
    "legal-action asserted: Police > nine sailors, ../2025-12-19" },
  { "Police arrested nine sailors, compared with four in May.",
    "legal-action asserted: Police > nine sailors, 2025-05" },
  { "The truce, signed on 28 July, ended fighting in which nine sailors were killed.",
    "withdrawal asserted:  > , 2025-07-28 | strike asserted:  > nine sailors, ../2025-12-19" },
  { "On Monday students blocked a road over a court ruling banning the Accra Front.",
    "rejection asserted: students > , 2025-12-15 | legal-action asserted: a court ruling > the "
    "Accra Front, ../2025-12-19" },
  { "On 28 February rebels seized a driver, who was freed unharmed after three days.",
    "legal-action asserted: rebels > a driver, 2025-02-28 | concession asserted:  > a driver, "
    "2025-03-03" },
  { "The rebels seized Lome on 28 February and withdrew after nine days.",
    "strike asserted: The rebels > Lome, 2025-02-28 | withdrawal asserted: The rebels > , "
    "2025-03-09" },
  { "On Monday the king resigned after three days.",
    "concession asserted: the king > , 2025-12-15" },
  { "The rebels seized Lome in May and withdrew after nine days.",
    "strike asserted: The rebels > Lome, 2025-05 | withdrawal asserted: The rebels > , 2025-05" },
  { NULL, NULL },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/event-days/a-date-is-of-its-own-verb", verbs, event_rows_check_all);
  g_test_add_data_func ("/event-days/a-date-reaches-as-far-as-what-it-dates", told,
                        event_rows_check_all);

  return g_test_run ();
}
