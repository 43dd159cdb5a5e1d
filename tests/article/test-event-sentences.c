/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "event-rows.h"

/* Everything that is proposed of a sentence: all its events, who did each to whom, and when. */

static const EventRow blamed[] = {
  { "Chad accused Togo of firing shells into the port of Lome, killing nine fishermen.",
    "accusation asserted: Chad > Togo, ../2025-12-19 | strike claimed: Togo > nine fishermen, "
    "../2025-12-19" },
  { "The Accra Front has claimed responsibility for the raid, which killed nine teachers.",
    "statement asserted: The Accra Front > , ../2025-12-19 | strike claimed: The Accra Front > "
    "nine teachers, ../2025-12-19" },
  { "The Accra Front has denied responsibility for the raid, which killed nine teachers.",
    "statement asserted: The Accra Front > , ../2025-12-19 | strike claimed:  > nine teachers, "
    "../2025-12-19" },
  { "Chad blamed Togo for a raid on the port.",
    "accusation asserted: Chad > Togo, ../2025-12-19 | strike claimed: Togo > the port, "
    "../2025-12-19" },
  { "The rebels accused the army of killing nine farmers and the government denied it.",
    "accusation asserted: The rebels > the army, ../2025-12-19 | statement claimed: the government "
    "> , ../2025-12-19" },
  { "Chad accused Togo of shelling the port, wounding ten people.",
    "accusation asserted: Chad > Togo, ../2025-12-19" },
  { NULL, NULL },
};

static const EventRow joined[] = {
  { "The regime has jailed opponents, shut down newspapers and fired on marchers.",
    "legal-action asserted: The regime > opponents, ../2025-12-19 | legal-action asserted: The "
    "regime > newspapers, ../2025-12-19 | strike asserted: The regime > marchers, ../2025-12-19" },
  { "Talks began as Togo warns of a raid.",
    "talks asserted:  > , ../2025-12-19 | threat asserted: Togo > , ../2025-12-19 | strike "
    "claimed:  > , ../2025-12-19" },
  { "Last week I ordered the envoy home, President Macron wrote.",
    "demand claimed: I > , 2025-12-08/2025-12-14" },
  { "Chad summoned the ambassador of Togo to protest against the arrest of two journalists.",
    "accusation asserted: Chad > the ambassador of Togo, ../2025-12-19 | protest planned: Chad > "
    "two journalists, ../2025-12-19 | legal-action asserted:  > two journalists, ../2025-12-19" },
  { "Norway and Peru, which brokered the deal, have welcomed the news.",
    "agreement asserted: Norway + Peru > , ../2025-12-19 | support asserted: Norway + Peru > , "
    "../2025-12-19" },
  { "His deputy, Colonel Bo Poe, was convicted in 2008.",
    "legal-action asserted:  > His deputy, 2008" },
  { "The king met his Danish counterpart, Ada Roe, in Lome.",
    "talks asserted: The king > his Danish counterpart, ../2025-12-19" },
  { "The African Union suspended Chad in 2022, froze the assets of eleven ministers in 2023, and "
    "has done nothing since.",
    "policy asserted: The African Union > Chad, 2022 | legal-action asserted: The African Union > "
    "eleven ministers, 2023" },
  { "The general was on Monday sentenced by a court.",
    "legal-action asserted: a court > The general, 2025-12-15" },
  { "The new envoy has on Monday met the king.",
    "talks asserted: The new envoy > the king, 2025-12-15" },
  { "Chad, along with Peru and Togo, shelled the port.",
    "strike asserted: Chad + Peru + Togo > the port, ../2025-12-19" },
  { "Chad's minister, Ada Roe, and her aide, Bo Poe, met the king.",
    "talks asserted: Chad's minister + her aide > the king, ../2025-12-19" },
  { "Nine soldiers were killed in an ambush by the Accra Front.",
    "strike asserted: the Accra Front > Nine soldiers, ../2025-12-19" },
  { "Ada Roe, once an aide of the king, met the rebels.",
    "talks asserted: Ada Roe > the rebels, ../2025-12-19" },
  { "The army attacked the town on Monday and on Tuesday killed three men.",
    "strike asserted: The army > the town, 2025-12-15" },
  { "The colonel was arrested in 2019 and extradited to Chad in 2020.",
    "legal-action asserted:  > The colonel, 2019 | cooperation asserted:  > The colonel, 2020" },
  { "Ada Roe was arrested in Accra and told reporters that she was innocent.",
    "legal-action asserted:  > Ada Roe, ../2025-12-19 | statement asserted: Ada Roe > reporters, "
    "../2025-12-19" },
  { "Chad imposed sanctions on Togo, and Togo retaliated.",
    "sanction asserted: Chad > Togo, ../2025-12-19 | strike asserted: Togo > , ../2025-12-19" },
  { "Chad banned imports of steel, and Togo retaliated by expelling three diplomats.",
    "sanction asserted: Chad > , ../2025-12-19 | sanction asserted: Togo > "
    "three diplomats, ../2025-12-19" },
  { NULL, NULL },
};

/* Whose side somebody takes, and with whom they speak. */
static const EventRow sides[] = {
  { "Peru remains firm in its support of the government of Chad and the people of Togo.",
    "support asserted: Peru > the government of Chad + the people of Togo, ../2025-12-19" },
  { "Peru stands in support of Chad.", "support asserted: Peru > Chad, ../2025-12-19" },
  { "Peru thrives in support of the arts.", "" },
  { "Peru helps the government of Chad in the fight against the rebels.",
    "aid asserted: Peru > the government of Chad, ../2025-12-19 | strike asserted: the government "
    "of Chad > the rebels, ../2025-12-19" },
  { "Norway provided the government of Chad with loans.",
    "aid asserted: Norway > the government of Chad, ../2025-12-19" },
  { "Chad and Togo accused each other of cheating.",
    "accusation asserted: Chad > Togo, ../2025-12-19" },
  { "Chad and Togo each blamed the other for it.",
    "accusation asserted: Chad > Togo, ../2025-12-19" },
  { "The king, on a tour of the port, promised more aid to Togo.",
    "talks asserted:  > , ../2025-12-19 | agreement asserted: The king > Togo, "
    "../2025-12-19" },
  { "Peru is committed to peace in Togo.", "agreement asserted: Peru > Togo, ../2025-12-19" },
  { "The king is opposed to the deal with Togo.",
    "rejection asserted: The king > Togo, ../2025-12-19" },
  { "The envoy spoke with Chad and with Togo.",
    "talks asserted: The envoy > Chad + Togo, ../2025-12-19" },
  { "Leaders of the army and of the rebels met on Monday.",
    "talks asserted: Leaders of the army > the rebels, 2025-12-15" },
  { "The envoy has been in touch with Chad.", "talks asserted: The envoy > Chad, ../2025-12-19" },
  { "The king decorated the sailor.", "support asserted: The king > the sailor, ../2025-12-19" },
  { "The king decorated the hall.", "" },
  { "The rebels have once again shelled Lome.",
    "strike asserted: The rebels > Lome, ../2025-12-19" },
  { "The envoy and Ada Roe discussed Mali.", "talks asserted: The envoy > Ada Roe, ../2025-12-19" },
  { "Chad called on the army to stop at once its raids on the farmers.",
    "statement requested: Chad > the army, ../2025-12-19 | strike claimed: the army > the farmers, "
    "../2025-12-19" },
  { "The raids on Chad's army killed nine men.",
    "strike asserted:  > nine men + Chad's army, ../2025-12-19" },
  { "We trust that it will end the work that Togo has begun and that we will shell Lome.",
    "threat planned: we > Lome, ../2025-12-19" },
  { "To take the port, Chad arrested nine sailors.",
    "strike planned: Chad > the port, ../2025-12-19 | legal-action asserted: Chad > nine sailors, "
    "../2025-12-19" },
  { "It is vital to stop the rebels.", "" },
  { "The meeting between Chad, led by Ada Roe, and Togo ended on Monday.",
    "talks asserted: Chad > Togo, 2025-12-15" },
  { "Peru hailed the agreement on 2 May between Chad and Togo.",
    "support asserted: Peru > Chad + Togo, ../2025-12-19 | agreement claimed: Chad > Togo, "
    "2025-05-02" },
  { "The army was quoted as warning Togo of a raid.",
    "threat asserted: The army > Togo, ../2025-12-19 | strike claimed:  > , ../2025-12-19" },
  { "Fog hid the raid in which rebels killed nine teachers.",
    "strike asserted: rebels > nine teachers, ../2025-12-19" },
  { "Chad condemned the raid that killed nine teachers.",
    "accusation asserted: Chad > , ../2025-12-19 | strike asserted:  > nine teachers, "
    "../2025-12-19" },
  { NULL, NULL },
};

static const EventRow unreal[] = {
  { "Calls grew for a halt to the planned assault on the town.",
    "threat planned:  > the town, ../2025-12-19" },
  { "A possible attack on the town worries farmers.", "" },
  { "Talks with Egypt on a truce ended on Tuesday.", "talks asserted:  > Egypt, 2025-12-16" },
  { "The union asked the court to say whether the plan to bomb the port required a vote.",
    "statement requested: The union > the court, ../2025-12-19 | strike planned:  > the port, "
    "../2025-12-19" },
  { "Togo has rejected the demand by Chad that it withdraw its troops.",
    "rejection asserted: Togo > Chad, ../2025-12-19" },
  { "The government will act should Togo fail to release the sailors by 10 September.", "" },
  { "Suppose the front does attack the dam.", "" },
  { "The army has not commented.", "" },
  { "The resolution on Chad was vetoed by no one.", "" },
  { "Chad was condemned by none of the envoys.", "" },
  { "The ministry did not say how many poets had been arrested.", "" },
  { "An official, speaking on condition of anonymity, said the talks had failed.",
    "statement asserted: An official > , ../2025-12-19 | rejection claimed:  > , "
    "../2025-12-19" },
  { NULL, NULL },
};

static const EventRow objects[] = {
  { "Rebels took 20 people hostage.", "legal-action asserted: Rebels > 20 people, ../2025-12-19" },
  { "Judges found Ada Roe, 71, guilty of murder, but acquitted her of treason.",
    "legal-action asserted: Judges > Ada Roe, ../2025-12-19 | strike claimed:  > , ../2025-12-19 | "
    "concession asserted: Judges > Ada Roe, ../2025-12-19" },
  { "Togo holds Sinai, which Chad seized in 2019.", "strike asserted: Chad > Sinai, 2019" },
  { "Two freighters are still burning.", "" },
  { "Rebels burned two freighters.", "strike asserted: Rebels > two freighters, ../2025-12-19" },
  { "Marchers burned tyres outside the embassy.",
    "protest asserted: Marchers > the embassy, ../2025-12-19" },
  { "Togo seized the port of Lome.", "strike asserted: Togo > Lome, ../2025-12-19" },
  { "Togo seized a tanker.", "legal-action asserted: Togo > a tanker, ../2025-12-19" },
  { "Togo expelled three envoys.", "sanction asserted: Togo > three envoys, ../2025-12-19" },
  { "Togo expelled 300 refugees.", "migration asserted: Togo > 300 refugees, ../2025-12-19" },
  { "The army of Chad detained nine students. They were freed on Monday.",
    "legal-action asserted: The army of Chad > nine students, ../2025-12-19 | concession "
    "asserted:  > nine students, 2025-12-15" },
  { "Rebels captured nine soldiers. They were later killed.",
    "legal-action asserted: Rebels > nine soldiers, ../2025-12-19 | strike asserted:  > nine "
    "soldiers, ../2025-12-19" },
  { "Rebels captured nine soldiers. They left on Monday.",
    "legal-action asserted: Rebels > nine soldiers, ../2025-12-19" },
  { "Chad suspended gas exports to Togo on Monday.",
    "sanction asserted: Chad > Togo, 2025-12-15" },
  { NULL, NULL },
};

/* Which verb goes on from which, and where one clause ends and the next begins. */
static const EventRow parted[] = {
  { "Ada Roe told visiting Chadian generals that her patience was over.",
    "statement asserted: Ada Roe > visiting Chadian generals, ../2025-12-19" },
  { "I spoke to Chad’s ambassador at noon and told her that attacks on nurses are wrong.",
    "statement asserted: I > Chad’s ambassador, ../2025-12-19 | statement asserted: I > her, "
    "../2025-12-19 | strike claimed:  > nurses, ../2025-12-19" },
  { "Within hours Chad bombed Togo’s capital.",
    "strike asserted: Chad > Togo’s capital, ../2025-12-19" },
  { "On Sunday Chadian commandos raided a Togolese barracks.",
    "strike asserted: Chadian commandos > a Togolese barracks, 2025-12-14" },
  { "A Foreign Ministry spokesman said Chad had a right to defend itself, but urged both sides "
    "to respect the truce that came into force on 27 November 2024.",
    "statement asserted: A Foreign Ministry spokesman > Chad, ../2025-12-19 | statement "
    "asserted: A Foreign Ministry spokesman > both sides, ../2025-12-19 | withdrawal claimed:  > "
    ", 2024-11-27" },
  { "The Chadian army said it had hit a depot and accused Togo of hiding rockets there.",
    "statement asserted: The Chadian army > , ../2025-12-19 | strike claimed: The Chadian army > "
    "a depot, ../2025-12-19 | accusation asserted: The Chadian army > Togo, ../2025-12-19" },
  { "Chad says nine of its soldiers were killed and claims to have killed 20 rebels.",
    "statement asserted: Chad > , ../2025-12-19 | strike claimed:  > nine of its soldiers, "
    "../2025-12-19 | strike claimed: Chad > 20 rebels, ../2025-12-19" },
  { "Chad said nine of its soldiers were wounded and that it had killed ten gunmen.",
    "statement asserted: Chad > , ../2025-12-19 | strike claimed:  > nine of its soldiers, "
    "../2025-12-19 | strike claimed: Chad > ten gunmen, ../2025-12-19" },
  { "The rebels burned the church in which families had taken refuge and shot the priest.",
    "strike asserted: The rebels > the church, ../2025-12-19 | migration asserted: families > , "
    "../2025-12-19" },
  { "A doctor whose two brothers were murdered testified that the general had shot a prisoner.",
    "strike asserted:  > two brothers, ../2025-12-19 | statement asserted: A doctor > the "
    "general, ../2025-12-19 | strike claimed: the general > a prisoner, ../2025-12-19" },
  { "Two ministers whom Togo accused of spying were arrested in Lome.",
    "accusation asserted: Togo > Two ministers, ../2025-12-19 | legal-action asserted:  > Two "
    "ministers, ../2025-12-19" },
  { "Chad, which brokered a truce that lasted five weeks, urged both sides to show restraint.",
    "withdrawal asserted: Chad > , ../2025-12-19 | statement asserted: Chad > both sides, "
    "../2025-12-19" },
  { "Several hundred people rallied outside the parliament demanding Ada Roe’s resignation.",
    "protest asserted: Several hundred people > the parliament, ../2025-12-19 | demand asserted: "
    "Several hundred people > Ada Roe’s resignation, ../2025-12-19" },
  { "Three sailors, among them two citizens of Togo, were jailed in Lome.",
    "legal-action asserted:  > Three sailors, ../2025-12-19" },
  { "Chad called the move “reckless” and threatened to bar Togolese banks.",
    "accusation asserted: Chad > , ../2025-12-19 | threat threatened: Chad > Togolese banks, "
    "../2025-12-19" },
  { "Chad has today summoned the ambassador of Togo.",
    "accusation asserted: Chad > the ambassador of Togo, ../2025-12-19" },
  { "“We did not strike any hospital, and we will not surrender,” Ada Roe said.",
    "statement not claimed: We > any hospital, ../2025-12-19 | rejection claimed: we > , "
    "../2025-12-19" },
  { "The African Union has offered to host talks; neither side has accepted.",
    "talks planned: The African Union > , ../2025-12-19 | rejection asserted:  > , "
    "../2025-12-19" },
  { "Gunmen of the Liberation Front ambush a convoy in Togo, killing 12 soldiers.",
    "strike asserted: Gunmen of the Liberation Front > a convoy, ../2025-12-19" },
  { "Chad has carried out near-daily raids in Togo.",
    "strike asserted: Chad > Togo, ../2025-12-19" },
  { "Rockets launched from eastern Chad landed near the Togolese town of Sokode, injuring a "
    "farmer.",
    "strike asserted:  > , ../2025-12-19 | strike asserted: Rockets > the Togolese town of "
    "Sokode, ../2025-12-19" },
  { "A Chadian shell struck a UN post near Lome.",
    "strike asserted: A Chadian shell > a UN post, ../2025-12-19" },
  { "Chad and Togo signed a declaration ending two decades of hostility.",
    "agreement asserted: Chad > Togo, ../2025-12-19 | withdrawal asserted:  > , ../2025-12-19" },
  { "Chadian jets bomb Lome as deadline passes",
    "strike asserted: Chadian jets > Lome, ../2025-12-19" },
  { "Chadian soldiers crossed the border to fight alongside Togolese troops.",
    "strike planned: Chadian soldiers > , ../2025-12-19" },
  { "Togolese officials took the remark as a threat to seize the port of Lome.",
    "strike planned:  > Lome, ../2025-12-19" },
  { "Chad condemned what its foreign ministry described as a massacre and said it would help.",
    "accusation asserted: Chad > , ../2025-12-19 | strike claimed:  > , ../2025-12-19 | "
    "agreement planned:  > , ../2025-12-19" },
  { "The police denied having opened fire.",
    "statement asserted: The police > , ../2025-12-19 | statement not denied: The police > , "
    "../2025-12-19" },
  { "On neither occasion was any apology offered.",
    "rejection asserted:  > , ../2025-12-19" },
  { "Chad stands ready to meet envoys of Togo, provided that the crew have first been freed.",
    "" },
  { "They were accused by monitors of killing farmers, a charge Togo denies.",
    "accusation asserted: monitors > They, ../2025-12-19 | statement asserted: Togo > , "
    "../2025-12-19" },
  { "The council is expected to meet on Friday at the request of Togo.",
    "talks planned: The council > , 2025-12-19" },
  { "Ada Roe said any raid would be met with force.",
    "statement asserted: Ada Roe > , ../2025-12-19" },
  { NULL, NULL },
};

/* Beginnings, ultimatums, prisoners and what is wished for. */
static const EventRow turns[] = {
  { "Chadian coastguards rammed a trawler, drowning one of the sailors.",
    "strike asserted: Chadian coastguards > a trawler, ../2025-12-19" },
  { "Seventeen others, including a judge, are still being held by the Liberation Front.",
    "legal-action asserted: the Liberation Front > Seventeen others, ../2025-12-19" },
  { "The rebels killed nine soldiers and took three officers prisoner.",
    "strike asserted: The rebels > nine soldiers, ../2025-12-19 | legal-action asserted: The "
    "rebels > three officers, ../2025-12-19" },
  { "Talks will begin in Accra on Tuesday.",
    "talks planned:  > , 2025-12-23" },
  { "A second round of negotiations is due to open in Accra next Tuesday.",
    "talks planned:  > , 2025-12-23" },
  { "Chadian strikes on Lome continued.",
    "strike asserted: Chadian strikes > Lome, ../2025-12-19" },
  { "An attack by rebels on Lome began on Monday.",
    "strike asserted: rebels > Lome, 2025-12-15" },
  { "The ceasefire took effect on Monday.",
    "withdrawal asserted:  > , 2025-12-15" },
  { "The members, all of whom backed Chad, met on Monday.",
    "support asserted:  > Chad, ../2025-12-19 | talks asserted: The members > , "
    "2025-12-15" },
  { "The union announced a three-day strike, and banks in the city closed their doors.",
    "protest asserted: The union > , ../2025-12-19" },
  { "No group claimed responsibility for that fire.",
    "" },
  { "Chad gave the kingdom three days to withdraw its troops.",
    "statement requested: Chad > the kingdom, ../2025-12-19" },
  { "Chad demands that Togo withdraw from the valley.",
    "demand asserted: Chad > Togo, ../2025-12-19" },
  { "Chad proposes that the commission meet on 15 January.",
    "statement asserted: Chad > the commission, ../2025-12-19" },
  { "Chad sent armoured vehicles across the river.",
    "deployment asserted: Chad > , ../2025-12-19" },
  { "Chad doubled its duties on Togolese steel.",
    "sanction asserted: Chad > Togolese steel, ../2025-12-19" },
  { "Their pilot was captured by coastguards.",
    "legal-action asserted: coastguards > Their pilot, ../2025-12-19" },
  { "Missiles slammed into a market in Lome, killing six people.",
    "strike asserted: Missiles > six people, ../2025-12-19" },
  { "A volley of missiles slammed into a depot in Lome, killing six people.",
    "strike asserted: A volley of missiles > six people, ../2025-12-19" },
  { "The claim made on Monday that the vessel was engaged in laying mines is false.",
    "" },
  { "Should Togo refuse, Chad will close all Togolese crossings.",
    "threat planned: Chad > all Togolese crossings, ../2025-12-19" },
  { "Two patrol ships have been dispatched to the strait.",
    "deployment asserted: Two patrol ships > the strait, ../2025-12-19" },
  { "Fighters surrounded Lome on the evening of 3 April 2019, set fire to the church and shot "
    "the priest.",
    "deployment asserted: Fighters > Lome, 2019-04-03 | strike asserted: Fighters > the church, "
    "2019-04-03" },
  { "A co-accused, Ada Roe, was arrested in Lome.",
    "legal-action asserted:  > A co-accused, ../2025-12-19" },
  { "Chad’s new prime minister, Ada Roe, and Togo’s president, Bo Poe, signed a deal.",
    "agreement asserted: Chad’s new prime minister > Togo’s president, ../2025-12-19" },
  { "Chad filed a complaint, a day after strikes that killed 17 people, according to a toll from "
    "the ministry.",
    "accusation asserted: Chad > , ../2025-12-19 | strike claimed:  > 17 people, ../2025-12-19" },
  { "U.S. Secretary of State Ada Roe and the Chadian minister, Bo Poe, met in Accra.",
    "talks asserted: U.S. Secretary of State Ada Roe > the Chadian minister, ../2025-12-19" },
  { "Gunmen free 38 hostages",
    "concession asserted: Gunmen > 38 hostages, ../2025-12-19" },
  { "Rebels retake town",
    "strike asserted: Rebels > town, ../2025-12-19" },
  { "Gazprom halts gas to Togo",
    "sanction asserted: Gazprom > Togo, ../2025-12-19" },
  { "Togo turns down the offer.",
    "rejection asserted: Togo > , ../2025-12-19" },
  { "Chad returned the 20 captured Togolese soldiers.",
    "concession asserted: Chad > the 20 captured Togolese soldiers, ../2025-12-19" },
  { "Chad ordered the closure of all land borders.",
    "legal-action asserted: Chad > all land borders, ../2025-12-19" },
  { "Talks collapsed when the delegation walked out.",
    "rejection asserted:  > , ../2025-12-19 | rejection asserted: the delegation > , "
    "../2025-12-19" },
  { "Ada Roe described the raid as \"an act of war that we will answer\" and summoned the "
    "ambassador of Chad.",
    "statement asserted: Ada Roe > , ../2025-12-19 | strike asserted:  > , ../2025-12-19 | "
    "accusation asserted: Ada Roe > the ambassador of Chad, ../2025-12-19" },
  { NULL, NULL },
};

/* What is said between commas, refused, promised, counted or only there. */
static const EventRow beside[] = {
  { "The rebels, officials said, have rejected the offer.",
    "statement asserted: officials > , ../2025-12-19 | rejection claimed: The rebels > , "
    "../2025-12-19" },
  { "Rebels freed nine hostages, officials said, but are demanding a ransom.",
    "concession claimed: Rebels > nine hostages, ../2025-12-19 | demand asserted: Rebels > , "
    "../2025-12-19" },
  { "Officials said the rebels had left but were demanding money and had threatened to return.",
    "statement asserted: Officials > the rebels, ../2025-12-19 | demand claimed: the rebels > , "
    "../2025-12-19 | threat claimed: the rebels > , ../2025-12-19" },
  { "Rebels who had attacked the town laid down their arms.",
    "strike asserted: Rebels > the town, ../2025-12-19 | withdrawal asserted: Rebels > , "
    "../2025-12-19" },
  { "The girls were seized by men on motorcycles who killed two guards.",
    "legal-action asserted: men > The girls, ../2025-12-19 | strike asserted: men > two guards, "
    "../2025-12-19" },
  { "The children, most of them girls under 14, were seized by gunmen.",
    "legal-action asserted: gunmen > The children, ../2025-12-19" },
  { "Reports that Chad had sent troops were dismissed by Togo.",
    "rejection asserted: Togo > Reports, ../2025-12-19" },
  { "Gunmen who abducted 112 pupils two weeks ago have released 38 of them.",
    "legal-action asserted: Gunmen > 112 pupils, 2025-12-01/2025-12-07 | concession asserted: "
    "Gunmen > , ../2025-12-19" },
  { "Chad demanded the release of the journalist, who was arrested in Lome.",
    "demand asserted: Chad > the journalist, ../2025-12-19 | legal-action claimed:  > the "
    "journalist, ../2025-12-19" },
  { "Chad ordered two Togolese diplomats to leave, accusing them of spying.",
    "sanction asserted: Chad > two Togolese diplomats, ../2025-12-19 | accusation claimed: Chad > "
    "two Togolese diplomats, ../2025-12-19" },
  { "It is unclear who shelled the port.",
    "" },
  { "Chad struck nothing.",
    "statement not asserted: Chad > , ../2025-12-19" },
  { "The claims of the ministry of defence that Togo shelled the port are false.",
    "strike claimed: Togo > the port, ../2025-12-19" },
  { "The parties failed to agree on a truce.",
    "rejection asserted: The parties > , ../2025-12-19" },
  { "A masked officer gave the government until midnight to resign.",
    "statement requested: A masked officer > the government, ../2025-12-19" },
  { "Chad promised a painful response.",
    "threat asserted: Chad > , ../2025-12-19" },
  { "Chad agreed to dispatch observers to Togo.",
    "agreement planned: Chad > Togo, ../2025-12-19" },
  { "Chad fired warning shots at a Togolese ship.",
    "strike asserted: Chad > a Togolese ship, ../2025-12-19" },
  { "Chad presses offensive in Togo.",
    "strike asserted: Chad > , ../2025-12-19" },
  { "Seventeen people, among them three children, were wounded.",
    "strike asserted:  > Seventeen people, ../2025-12-19" },
  { "The mayor, a man of 45, was kidnapped by rebels.",
    "legal-action asserted: rebels > The mayor, ../2025-12-19" },
  { "The treaty was signed in Accra.",
    "agreement asserted:  > , ../2025-12-19" },
  { "The council met at Togo’s request.",
    "talks asserted: The council > , ../2025-12-19" },
  { "Chad froze his Lome accounts.",
    "legal-action asserted: Chad > his Lome accounts, ../2025-12-19" },
  { "Residents of Lome said Chad had shelled a school.",
    "statement asserted: Residents of Lome > Chad, ../2025-12-19 | strike claimed: Chad > a "
    "school, ../2025-12-19" },
  { "Chad launched 142 drones at Togo.",
    "strike asserted: Chad > Togo, ../2025-12-19" },
  { "Chad scrambled fighter jets.",
    "deployment asserted: Chad > , ../2025-12-19" },
  { "Chad offered talks, but Togo refused.",
    "talks asserted: Chad > , ../2025-12-19 | rejection asserted: Togo > , ../2025-12-19" },
  { "Chad accused the front of lying, hours after Togo fired missiles.",
    "accusation asserted: Chad > , ../2025-12-19 | strike asserted: Togo > , ../2025-12-19" },
  { "Chad accused Togo of planning an attack, which Togo denied.",
    "accusation asserted: Chad > Togo, ../2025-12-19 | strike claimed:  > , ../2025-12-19 | "
    "statement asserted: Togo > , ../2025-12-19" },
  { "Chad accused Togo of planning an attack, a charge that Togo rejected.",
    "accusation asserted: Chad > Togo, ../2025-12-19 | strike claimed:  > , ../2025-12-19 | "
    "rejection asserted: Togo > , ../2025-12-19" },
  { "In retaliation Chad bombed Lome.",
    "strike asserted: Chad > Lome, ../2025-12-19" },
  { "Soldiers came to negotiate.",
    "talks planned: Soldiers > , ../2025-12-19" },
  { "The girls were seized in the early hours of 24 February.",
    "legal-action asserted:  > The girls, 2025-02-24" },
  { "Chad gave Togo until Friday to withdraw its troops.",
    "statement requested: Chad > Togo, ../2025-12-19" },
  { "Gunmen who abducted 112 pupils from a school in Togo two weeks ago have released 38 of "
    "them, officials said on Tuesday, but are demanding a ransom.",
    "legal-action claimed: Gunmen > 112 pupils, 2025-12-01/2025-12-07 | concession claimed: "
    "Gunmen > , ../2025-12-16 | demand asserted: Gunmen > , 2025-12-16" },
  { "Residents of Bagega said the strikes had hit a wedding party.",
    "statement asserted: Residents of Bagega > , ../2025-12-19 | strike claimed:  > a wedding "
    "party, ../2025-12-19" },
  { "Chad said debris had set fire to a depot near Lome.",
    "statement asserted: Chad > , ../2025-12-19 | strike claimed: debris > a depot, "
    "../2025-12-19" },
  { "The attack on Government Girls College killed nine. The government denied it.",
    "strike asserted:  > nine + Government Girls College, ../2025-12-19 | statement asserted: "
    "The government > , ../2025-12-19" },
  { "A source in Chad's security service, speaking in Lome, said the depot had been struck.",
    "statement asserted: A source > , ../2025-12-19 | strike claimed:  > the depot, "
    "../2025-12-19" },
  { "Two of the mediators, both retired officers, told reporters that the ransom had been paid.",
    "statement asserted:  > reporters, ../2025-12-19" },
  { "The raid on the village, the third in a week, killed nine people on Monday.",
    "strike asserted:  > nine people, 2025-12-15" },
  { "The strike in the north, the last of the war, wounded two boys.",
    "strike asserted:  > two boys, ../2025-12-19" },
  { "After the attack on the town, the minister, a former judge, resigned.",
    "strike asserted:  > the town, ../2025-12-19 | concession asserted: the minister > , "
    "../2025-12-19" },
  { NULL, NULL },
};

/* What comes of bonds, talks and verdicts, who is behind whom, and what is only spoken of. */
static const EventRow outcomes[] = {
  { "Chad complained of air strikes on the port of Lome that killed nine people.",
    "accusation asserted: Chad > Lome, ../2025-12-19 | strike claimed:  > nine people, "
    "../2025-12-19" },
  { "The truce collapsed on Monday.",
    "rejection asserted:  > , 2025-12-15" },
  { "Talks between Chad and Togo broke down on Monday.",
    "rejection asserted: Chad > Togo, 2025-12-15" },
  { "The attack failed.",
    "strike asserted:  > , ../2025-12-19" },
  { "Former militia chief found guilty of treason",
    "legal-action asserted:  > Former militia chief, ../2025-12-19" },
  { "Hostages freed as Chad and Togo agree to pause fighting",
    "concession asserted:  > Hostages, ../2025-12-19 | agreement planned: Chad + Togo > , "
    "../2025-12-19" },
  { "Chadian-backed rebels killed the farmers.",
    "strike asserted: Chadian-backed rebels > the farmers, ../2025-12-19" },
  { "Chad condemns the seizure on 5 December of a ship by the naval forces of Togo.",
    "accusation asserted: Chad > the naval forces of Togo, ../2025-12-19 | legal-action claimed: "
    "the naval forces of Togo > a ship, 2025-12-05" },
  { "A ceasefire mediated by Mali is signed in Accra by Ada Roe and her counterpart, Bo Poe.",
    "talks asserted: Mali > A ceasefire, ../2025-12-19 | withdrawal asserted: Ada Roe > her "
    "counterpart, ../2025-12-19" },
  { "Envoys from Chad and Togo agreed to a 72-hour halt in the fighting along the river.",
    "agreement asserted: Envoys > Togo, ../2025-12-19 | strike claimed:  > , ../2025-12-19" },
  { "Should this demand not be met by 12 December, Chad will close its ports to Togolese ships.",
    "threat planned: Chad > Togolese ships, ../2025-12-19" },
  { "Asked whether soldiers would cross the river, Ada Roe replied: “Everything is possible.”",
    "statement asserted: Ada Roe > , ../2025-12-19" },
  { "The ministry says 31 people died in the raid, up from the 19 reported earlier.",
    "statement asserted: The ministry > 31 people, ../2025-12-19 | strike claimed:  > 31 people, "
    "../2025-12-19" },
  { "The deadline set by Togo for Chad to withdraw its brigades from the delta has passed.",
    "withdrawal planned:  > the delta, ../2025-12-19" },
  { "Chad raised the duty in protest at the trial of Ada Roe.",
    "sanction asserted: Chad > Ada Roe, ../2025-12-19" },
  { "Chad remembers the Sokode massacre of 2019.",
    "strike claimed:  > the Sokode massacre, 2019" },
  { "Chadian commandos raided a barracks at Sokode, where they killed 18 soldiers.",
    "strike asserted: Chadian commandos > a barracks, ../2025-12-19 | strike asserted: they > 18 "
    "soldiers, ../2025-12-19" },
  { "Chad said N'Djamena would buy grain.",
    "statement asserted: Chad > , ../2025-12-19 | agreement planned: N'Djamena > , ../2025-12-19" },
  { "Prosecutors said the raid had failed. “The accused knew of it. He killed two farmers,” Ada "
    "Roe told the court.",
    "statement asserted: Prosecutors > , ../2025-12-19 | strike claimed:  > , ../2025-12-19 | "
    "strike claimed: He > two farmers, ../2025-12-19" },
  { "After the raid ended, Bo Poe replied: “Chad killed my brother.”",
    "statement asserted: Bo Poe > Chad, ../2025-12-19 | strike claimed: Chad > my brother, "
    "../2025-12-19" },
  { NULL, NULL },
};

static const EventRow dates[] = {
  { "The war broke out in April 2023 after the generals had staged a coup in 2021 that ousted "
    "Prime Minister Bo Poe.",
    "strike asserted:  > , 2023-04 | strike asserted: the generals > , 2021 | legal-action "
    "asserted: a coup > Prime Minister Bo "
    "Poe, 2021" },
  { "Spain suspended aid in October, and Peru called on the union to meet.",
    "sanction asserted: Spain > , 2025-10 | statement requested: Peru > the union, ../2025-12-19" },
  { "On 12 June 1994 soldiers surrounded the village and shot the men in a barn.",
    "deployment asserted: soldiers > , 1994-06-12 | strike asserted: soldiers > the men, "
    "1994-06-12" },
  { "Chad shelled the port, wounding 17 others, in breach of a truce signed last October.",
    "strike asserted: Chad > the port, ../2025-12-19 | withdrawal asserted:  > , 2025-10" },
  { "The government recalls that the tribunal ruled in its favour on 17 July 2023 and that Chad "
    "has refused to comply with the award.",
    "statement asserted: The government > the tribunal, ../2025-12-19 | rejection claimed: Chad > "
    ", ../2025-12-19" },
  { "The shelling began at 2 a.m. on Monday, according to Mayor Ada Roe, who warned of more "
    "attacks.",
    "strike claimed:  > , 2025-12-15T02:00:00 | threat asserted: Mayor Ada Roe > , ../2025-12-19" },
  { "In May 2025 Chad shelled a trawler, wounding one sailor; in November Togo seized a tug.",
    "strike asserted: Chad > a trawler, 2025-05 | legal-action asserted: Togo > a tug, 2025-11" },
  { "Talks are set for 14 January; Chad is seeking a truce.",
    "statement asserted: Chad > , ../2025-12-19" },
  { "Ada Roe was arrested in 2022 and has been jailed since.",
    "legal-action asserted:  > Ada Roe, 2022 | legal-action asserted:  > Ada Roe, ../2025-12-19" },
  { "Chad fined the bank in 2022 and has accused its owner of fraud.",
    "legal-action asserted: Chad > the bank, 2022 | accusation asserted: Chad > its owner of "
    "fraud, ../2025-12-19" },
  { "On Monday Roe warned that Togo would shell the port unless it was cleared by noon today.",
    "threat asserted: Roe > Togo, 2025-12-15 | threat planned: Togo > the port, 2025-12-15" },
  { "Rebels threatened to kill the judge if Chad does not free 40 sailors by Saturday.",
    "threat threatened: Rebels > the judge, ../2025-12-19" },
  { "On Tuesday judges convicted Bo Poe of the massacre of ten villagers.",
    "legal-action asserted: judges > Bo Poe of the massacre of ten villagers, 2025-12-16 | "
    "strike asserted:  > ten villagers, ../2025-12-19" },
  { "Yesterday's raid on the port killed four sailors.",
    "strike asserted:  > four sailors, 2025-12-18" },
  { "Last month's law angered unions, and marchers burned tyres.",
    "protest asserted: marchers > , ../2025-12-19" },
  { "Shells hit the port before dawn on Tuesday, killing two sailors.",
    "strike asserted: Shells > the port, 2025-12-16" },
  { "Chad, whose shares fell on Monday, expelled two envoys.",
    "sanction asserted: Chad > two envoys, ../2025-12-19" },
  { "By Friday rebels had seized the town; in November Togo bombed it.",
    "strike asserted: rebels > the town, ../2025-12-19 | strike asserted: Togo > it, 2025-11" },
  { "Ten men were killed in Monday clashes.",
    "strike asserted:  > Ten men, ../2025-12-19" },
  { "A round of talks opens in Lome next Tuesday, although Chad said it had expelled the envoy.",
    "statement asserted: Chad > the envoy, ../2025-12-19 | sanction claimed: Chad > the envoy, "
    "../2025-12-19" },
  { "On Sunday, two rockets fell on a market, wounding 11 people, and on 2 December a missile "
    "damaged the bridge.",
    "strike asserted: two rockets > 11 people, 2025-12-14 | strike asserted: a missile > the "
    "bridge, 2025-12-02" },
  { "The minister accused Chad on Monday.",
    "accusation asserted: The minister > Chad, 2025-12-15" },
  { "Ada Roe warned Chad in Lome on Monday.",
    "threat asserted: Ada Roe > Chad, 2025-12-15" },
  { "The minister accused Chad of shelling the port on Monday.",
    "accusation asserted: The minister > Chad, ../2025-12-19" },
  { "The minister said the talks on Monday had failed.",
    "statement asserted: The minister > , ../2025-12-19 | rejection claimed:  > , 2025-12-15" },
  { "Ada Roe said on Monday the army had retaken the town.",
    "statement asserted: Ada Roe > the army, 2025-12-15 | strike claimed: the army > the town, "
    "2025-12-15" },
  { NULL, NULL },
};

static const EventRow counted[] = {
  { "Chad on Tuesday expelled two envoys, a day after Togo froze its assets.",
    "sanction asserted: Chad > two envoys, 2025-12-16 | legal-action asserted: Togo > its "
    "assets, 2025-12-15" },
  { "Two days after Togo froze its assets, Chad expelled two envoys on Tuesday.",
    "legal-action asserted: Togo > its assets, 2025-12-14 | sanction asserted: Chad > two "
    "envoys, 2025-12-16" },
  { "Chad expelled two envoys three days after Togo froze its assets on Monday.",
    "sanction asserted: Chad > two envoys, 2025-12-18 | legal-action asserted: Togo > its "
    "assets, 2025-12-15" },
  { "Chad expelled two envoys on Tuesday, two days after raids that killed ten men, police said.",
    "sanction claimed: Chad > two envoys, 2025-12-16 | strike claimed:  > ten men, 2025-12-14" },
  { "Chad expelled two envoys a day before Togo shelled the port.",
    "sanction asserted: Chad > two envoys, ../2025-12-19 | strike asserted: Togo > the port, "
    "../2025-12-19" },
  { "Chad expelled two envoys in March, a day after Togo froze its assets.",
    "sanction asserted: Chad > two envoys, 2025-03 | legal-action asserted: Togo > its assets, "
    "../2025-12-19" },
  { NULL, NULL },
};

static const EventRow narrated[] = {
  { "The vote was held at 02:15. Yesterday's raid on the port killed four sailors.",
    "policy asserted:  > , 2025-12-19T02:15:00 | strike asserted:  > four sailors, 2025-12-18" },
  { "Bo Poe, who faces an election in October, met the king. The army had expelled an envoy.",
    "talks asserted: Bo Poe > the king, ../2025-12-19 | "
    "sanction asserted: The army > an envoy, ../2025-12-19" },
  { "On 3 December Togo shot two sailors. Gunners then pounded the port.",
    "strike asserted: Togo > two sailors, 2025-12-03 | strike asserted: Gunners > the port, "
    "2025-12-03/2025-12-19" },
  { "3 December - Rebels take Lome.\n\n9 December - Chad retakes it. Togo denies any role.\n\n"
    "14 December - Chad expels two envoys.",
    "strike asserted: Chad > it, 2025-12-09 | statement asserted: Togo > , 2025-12-09 | "
    "sanction asserted: Chad > two envoys, 2025-12-14" },
  { "22:10 Chad expels two envoys.\n\n23:50 Togo seized a tug.\n\n00:20 Chad froze its assets. On "
    "Monday Togo shelled the port.",
    "sanction asserted: Chad > two envoys, 2025-12-18T22:10:00 | legal-action asserted: Togo > "
    "a tug, 2025-12-18T23:50:00 | legal-action asserted: Chad > its assets, 2025-12-19T00:20:00 "
    "| strike asserted: Togo > the port, 2025-12-15" },
  { "00:20 Chad expels two envoys.\n\n23:50 Togo seized a tug.\n\n22:10 Chad froze its assets.",
    "sanction asserted: Chad > two envoys, 2025-12-19T00:20:00 | legal-action asserted: Togo > "
    "a tug, 2025-12-18T23:50:00 | legal-action asserted: Chad > its assets, 2025-12-18T22:10:00" },
  { "In May Togo shot two sailors. Its army was later fined by a court.",
    "strike asserted: Togo > two sailors, 2025-05 | legal-action asserted: a court > Its army, "
    "2025-05/2025-12-19" },
  { "On 3 December Togo shot two sailors. Gunners pounded the port.",
    "strike asserted: Togo > two sailors, 2025-12-03 | strike asserted: Gunners > the port, "
    "2025-12-03" },
  { NULL, NULL },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/event-sentences/who-is-accused-is-said-to-have-done-it", blamed,
                        event_rows_check_all);
  g_test_add_data_func ("/event-sentences/a-second-verb-has-the-subject-and-date-that-are-its-own",
                        joined, event_rows_check_all);
  g_test_add_data_func ("/event-sentences/it-says-with-whom-somebody-sides", sides, event_rows_check_all);
  g_test_add_data_func ("/event-sentences/what-nobody-says-has-happened-is-not-told", unreal,
                        event_rows_check_all);
  g_test_add_data_func ("/event-sentences/what-it-is-done-to-says-what-was-done", objects,
                        event_rows_check_all);
  g_test_add_data_func ("/event-sentences/each-clause-has-its-own-verb-and-subject", parted,
                        event_rows_check_all);
  g_test_add_data_func ("/event-sentences/what-comes-to-nothing-or-is-only-asked-is-told-so", outcomes,
                        event_rows_check_all);
  g_test_add_data_func ("/event-sentences/what-begins-or-is-wished-for-is-told-as-that", turns,
                        event_rows_check_all);
  g_test_add_data_func ("/event-sentences/what-stands-beside-is-no-part-of-what-is-told", beside,
                        event_rows_check_all);
  g_test_add_data_func ("/event-sentences/a-date-is-of-the-verb-that-it-stands-at", dates,
                        event_rows_check_all);
  g_test_add_data_func ("/event-sentences/days-before-and-after-another-deed-are-counted", counted,
                        event_rows_check_all);
  g_test_add_data_func ("/event-sentences/a-date-told-before-holds-only-while-the-story-is-there",
                        narrated, event_rows_check_all);

  return g_test_run ();
}
