/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "event-rows.h"

/* Who does what where clauses stand within each other. */

static const EventRow inserted[] = {
  { "A former guard went on trial in Lome on Monday, charged with crimes against Togo.",
    "legal-action asserted: A former guard > , 2025-12-15 | legal-action asserted:  > A "
    "former guard, 2025-12-15" },
  { "Former mayor charged with fraud",
    "legal-action asserted:  > Former mayor, ../2025-12-19" },
  { "The council failed to agree on a statement after Chad threatened to use its veto.",
    "rejection asserted: The council > , ../2025-12-19 | threat asserted: Chad > , "
    "../2025-12-19" },
  { "Chad ordered three Togolese diplomats to leave the country, accusing them of spying.",
    "sanction asserted: Chad > three Togolese diplomats, ../2025-12-19 | accusation "
    "claimed: Chad > three Togolese diplomats, ../2025-12-19" },
  { "Ada Roe said she would travel to Lome if Bo Poe agreed to meet her.",
    "statement asserted: Ada Roe > Lome, ../2025-12-19 | talks planned: Ada Roe > Lome, "
    "../2025-12-19" },
  { "Bo Poe was sworn in on Friday.",
    "policy asserted:  > Bo Poe, 2025-12-19" },
  { "A bomb exploded beside a convoy of Togo.",
    "strike asserted: A bomb > Togo, ../2025-12-19" },
  { "By mid-morning Chadian forces had shot down two drones of Togo.",
    "strike asserted: Chadian forces > two drones of Togo, ../2025-12-19" },
  { "At 7.30am Chadian artillery struck Lome.",
    "strike asserted: Chadian artillery > Lome, 2025-12-19T07:30:00" },
  { "Chad urged both countries to show restraint, and Togo has offered to host talks.",
    "statement asserted: Chad > both countries, ../2025-12-19 | talks planned: Togo > , "
    "../2025-12-19" },
  { "Police used tear gas to disperse the crowd and 17 people were arrested.",
    "legal-action asserted: Police > the crowd, ../2025-12-19 | legal-action asserted:  > "
    "17 people, ../2025-12-19" },
  { "Farmers blocked the road until police cleared the camp, killing four men.",
    "rejection asserted: Farmers > , ../2025-12-19 | legal-action asserted: police > the "
    "camp, ../2025-12-19 | strike asserted: police > four men, ../2025-12-19" },
  { "The council has yet to ratify the treaty.",
    "rejection asserted: The council > , ../2025-12-19" },
  { "The Velm Front (VF), which groups several movements, accused Togo of lying.",
    "accusation asserted: The Velm Front > Togo of lying, ../2025-12-19" },
  { "The bloc Ecowar, from which Chad and Niger withdrew in May 2025, has rejected the truce.",
    "withdrawal asserted: Chad + Niger > , 2025-05 | rejection asserted: The bloc Ecowar > , "
    "../2025-12-19" },
  { "The minister, Bo Poe, whose country currently chairs the bloc, condemned Togo.",
    "accusation asserted: Bo Poe > Togo, ../2025-12-19" },
  { "Bo Poe, then a colonel, attacked the palace.",
    "strike asserted: Bo Poe > the palace, ../2025-12-19" },
  { "The marchers, furious at the arrest of two mayors, attacked the palace.",
    "legal-action asserted:  > two mayors, ../2025-12-19 | strike asserted: The marchers > the "
    "palace, ../2025-12-19" },
  { "Chad and Togo have so far turned down the proposal.",
    "rejection asserted: Chad + Togo > , ../2025-12-19" },
  { "Guards remained on alert against violence following the raid, which Chad blamed on Togo.",
    "deployment asserted: Guards > , ../2025-12-19 | strike asserted:  > , ../2025-12-19 | "
    "accusation asserted: Chad > Togo, ../2025-12-19" },
  { "Chad imposed a curfew after the raid, which Niger blamed on Togo.",
    "legal-action asserted: Chad > , ../2025-12-19 | strike asserted:  > , ../2025-12-19 | "
    "accusation asserted: Niger > Togo, ../2025-12-19" },
  { NULL, NULL },
};

static const EventRow trailing[] = {
  { "Chad shelled a ship chartered by Togo, wounding two sailors.",
    "strike asserted: Chad > a ship, ../2025-12-19" },
  { "The court threw out a case in which Chad accused Togo of a raid, warning Niger.",
    "accusation asserted: Chad > Togo, ../2025-12-19 | strike claimed:  > , ../2025-12-19 | "
    "threat asserted: The court > Niger, ../2025-12-19" },
  { "Chad attacked the port, which had sheltered Togo, killing nine sailors.",
    "strike asserted: Chad > the port, ../2025-12-19" },
  { NULL, NULL },
};

static const EventRow counted[] = {
  { "A doctor said that 14 wounded sailors had arrived.",
    "statement asserted: A doctor > 14 wounded sailors, ../2025-12-19" },
  { "Chad sent two dozen armoured vehicles to Togo, accusing Niger of lying.",
    "aid asserted: Chad > Togo, ../2025-12-19 | accusation asserted: Chad > Niger of lying, "
    "../2025-12-19" },
  { "The raid in May 2024 left eight sailors dead.",
    "strike asserted:  > eight sailors, 2024-05" },
  { NULL, NULL },
};

static const EventRow scenes[] = {
  { "The Lome talks failed on Monday.",
    "rejection asserted:  > , 2025-12-15" },
  { "The Chad conflict has killed nine farmers.",
    "strike asserted: The Chad conflict > nine farmers, ../2025-12-19" },
  { "Chad and Togo signed the Accra agreement in May.",
    "agreement asserted: Chad > Togo, 2025-05" },
  { "The Chadian talks with Togo began on Monday.",
    "talks asserted: The Chadian > Togo, 2025-12-15" },
  { "The report documents 19 executions by the army.",
    "strike claimed: the army > , ../2025-12-19" },
  { NULL, NULL },
};

static const EventRow named[] = {
  { "Togo's dockers' union, the NFD, condemned Chad.",
    "accusation asserted: Togo's dockers' union > Chad, ../2025-12-19" },
  { "Chad signed an accord with a rebel militia, the NFD.",
    "agreement asserted: Chad > a rebel militia, ../2025-12-19" },
  { "A patrol boat approached the ship nine miles off the port, its Togolese operator, Velm "
    "Shipping, said.",
    "statement asserted: its Togolese operator > , ../2025-12-19" },
  { "A visit by Togo's envoy, Ada Roe, was cancelled on Monday.",
    "rejection asserted:  > , 2025-12-15" },
  { "A senior official in Lome, who asked not to be named, said Chad had attacked the port.",
    "statement asserted: A senior official > Chad, ../2025-12-19 | strike claimed: Chad > the "
    "port, ../2025-12-19" },
  { "The army attacked the militia, the front, and Togo.",
    "strike asserted: The army > the militia + the front + Togo, ../2025-12-19" },
  { NULL, NULL },
};

static const EventRow beside[] = {
  { "Rebels ambushed a convoy south of Lome.",
    "strike asserted: Rebels > a convoy, ../2025-12-19" },
  { "A shell exploded about 300 metres away.",
    "strike asserted: A shell > , ../2025-12-19" },
  { "The envoy was himself arrested by the army.",
    "legal-action asserted: the army > The envoy, ../2025-12-19" },
  { "Rebels shot three farmers whom they accused of spying.",
    "strike asserted: Rebels > three farmers, ../2025-12-19 | accusation asserted: they > three "
    "farmers, ../2025-12-19" },
  { "The Chadian frigate Velm struck the Togolese frigate Lome.",
    "strike asserted: The Chadian frigate Velm > the Togolese frigate Lome, ../2025-12-19" },
  { "Chad carried out raids on the Red Sea port of Hodeidah.",
    "strike asserted: Chad > the Red Sea port of Hodeidah, ../2025-12-19" },
  { "The Chadian president warned that his government would respond in kind.",
    "threat asserted: The Chadian president > , ../2025-12-19" },
  { NULL, NULL },
};

static const EventRow naming[] = {
  { "Togo called the claim “fabricated”.",
    "rejection asserted: Togo > , ../2025-12-19" },
  { "Togo called the raid a crime against the sea.",
    "accusation asserted: Togo > , ../2025-12-19" },
  { "The port's head, Bo Poe, called the incident unacceptable.",
    "accusation asserted: The port's head > , ../2025-12-19" },
  { "Bo Poe told reporters in Lome that Chad had left.",
    "statement asserted: Bo Poe > reporters, ../2025-12-19" },
  { "Bo Poe pleaded guilty in Lome.",
    "legal-action asserted: Bo Poe > , ../2025-12-19" },
  { "Two sailors were killed by members of a Chadian criminal gang.",
    "strike asserted: members of a Chadian criminal gang > Two sailors, ../2025-12-19" },
  { "The marchers, angry at the fall of Togolese mayors elected in May, attacked the palace.",
    "statement asserted:  > Togolese mayors, 2025-05 | strike asserted: The marchers > the "
    "palace, ../2025-12-19" },
  { "Two further ships were damaged in May.",
    "strike asserted:  > Two further ships, 2025-05" },
  { "Chad tore up the truce.",
    "rejection asserted: Chad > , ../2025-12-19" },
  { "Togo added ten Chadian firms to its sanctions list.",
    "sanction asserted: Togo > ten Chadian firms, ../2025-12-19" },
  { "Both men were placed on the terrorism blacklist by Togo.",
    "sanction asserted: Togo > Both men, ../2025-12-19" },
  { "Rebels ambushed a convoy, killing seven soldiers and capturing two.",
    "strike asserted: Rebels > a convoy, ../2025-12-19 | legal-action asserted: Rebels > two, "
    "../2025-12-19" },
  { "Chad closed the schools of Togo.",
    "legal-action asserted: Chad > the schools of Togo, ../2025-12-19" },
  { "The king sacked the colonel in May.",
    "legal-action asserted: The king > the colonel, 2025-05" },
  { "Chadian soldiers surrounded the parliament.",
    "deployment asserted: Chadian soldiers > the parliament, ../2025-12-19" },
  { NULL, NULL },
};

static const EventRow goers[] = {
  { "By midday Chad had closed its embassy.",
    "sanction asserted: Chad > , ../2025-12-19" },
  { "The rebels attacked a base, killing two soldiers, and Mr Poe suspended the talks.",
    "strike asserted: The rebels > a base, ../2025-12-19 | rejection asserted: Mr Poe > , "
    "../2025-12-19" },
  { "The army fled after the Velm Front, a band of former soldiers, attacked the palace.",
    "migration asserted: The army > , ../2025-12-19 | strike asserted: the Velm Front > the "
    "palace, ../2025-12-19" },
  { "Gunmen stormed the town, killing ten farmers and abducting dozens of others, residents and "
    "an official said.",
    "strike claimed: Gunmen > the town, ../2025-12-19 | legal-action claimed: Gunmen > others, "
    "../2025-12-19" },
  { "Soldiers enforced a curfew after police opened fire on students.",
    "legal-action asserted: Soldiers > , ../2025-12-19 | strike asserted: police > students, "
    "../2025-12-19" },
  { "Ms Roe, who won a vote boycotted by the opposition, cancelled the talks.",
    "sanction asserted: the opposition > a vote, ../2025-12-19 | rejection asserted: Ms Roe > , "
    "../2025-12-19" },
  { "Chad says it has left; Togo denies this and insists that Chad has attacked a base.",
    "statement asserted: Chad > , ../2025-12-19 | statement asserted: Togo > this, ../2025-12-19 "
    "| strike claimed: Chad > a base, ../2025-12-19" },
  { "Nine Chadian soldiers captured by Togo in May remain in detention.",
    "legal-action asserted: Togo > Nine Chadian soldiers, 2025-05" },
  { "Bo Poe, a former colonel who had been granted asylum in Togo, was shot in Lome.",
    "concession asserted:  > Bo Poe, ../2025-12-19 | strike asserted:  > Bo Poe, ../2025-12-19" },
  { "Bo Poe, a former guard of Ada Roe who had accused her of a raid, was shot in Lome.",
    "accusation asserted: Bo Poe > her, ../2025-12-19 | strike asserted:  > Bo Poe, "
    "../2025-12-19" },
  { "Shells fired from hills held by Chad hit the port.",
    "strike asserted:  > , ../2025-12-19 | strike asserted: Shells > the port, ../2025-12-19" },
  { "Armed men stopped two cars belonging to Togo, robbed the passengers and abducted a driver.",
    "strike asserted: Armed men > the passengers, ../2025-12-19 | legal-action asserted: Armed "
    "men > a driver, ../2025-12-19" },
  { "The vote triggered protests led by Ada Roe.",
    "protest asserted:  > , ../2025-12-19 | protest asserted: Ada Roe > , ../2025-12-19" },
  { "Ada Roe told Chadian television that Togo had attacked a base.",
    "statement asserted: Ada Roe > Chadian television, ../2025-12-19 | strike claimed: Togo > a "
    "base, ../2025-12-19" },
  { NULL, NULL },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/event-clauses/an-insertion-leaves-the-subject-what-it-is", inserted,
                        event_rows_check_all);
  g_test_add_data_func ("/event-clauses/what-stands-behind-a-comma-is-done-by-the-subject", trailing,
                        event_rows_check_all);
  g_test_add_data_func ("/event-clauses/a-participle-behind-a-number-is-no-verb", counted,
                        event_rows_check_all);
  g_test_add_data_func ("/event-clauses/where-it-was-agreed-nobody-acts", scenes,
                        event_rows_check_all);
  g_test_add_data_func ("/event-clauses/who-it-is-stands-between-commas", named,
                        event_rows_check_all);
  g_test_add_data_func ("/event-clauses/places-lengths-and-emphasis-are-nobody", beside,
                        event_rows_check_all);
  g_test_add_data_func ("/event-clauses/what-something-is-called-and-where-it-is-said", naming,
                        event_rows_check_all);
  g_test_add_data_func ("/event-clauses/who-goes-on-behind-a-participle-or-apposition", goers,
                        event_rows_check_all);

  return g_test_run ();
}
