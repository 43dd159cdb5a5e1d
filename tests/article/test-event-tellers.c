/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "event-rows.h"

/* What the article tells itself, what somebody in it says, and what nobody says has happened. */

static const EventRow parted[] = {
  { "Ada Roe called the strait a vital lifeline, and in May 2024 she signed a deal with Togo.",
    "agreement asserted: she > Togo, 2024-05" },
  { "Chad promised “firm steps”, and on Monday night Togo expelled its envoy.",
    "agreement asserted: Chad > , ../2025-12-19 | sanction asserted: Togo > its envoy, "
    "2025-12-15" },
  { "Togo responds by closing its embassy in Lome and expelling two envoys.",
    "sanction asserted: Togo > Lome, ../2025-12-19 | sanction asserted: Togo > two "
    "envoys, ../2025-12-19" },
  { "Norway and Peru condemned the plan, while the minister of Togo said Ada Roe had betrayed "
    "the country.",
    "accusation asserted: Norway + Peru > , ../2025-12-19 | statement asserted: the minister of "
    "Togo > Ada Roe, ../2025-12-19" },
  { "Ada Roe has declared a state of emergency, banning the National Party.",
    "legal-action asserted: Ada Roe > emergency, ../2025-12-19 | legal-action asserted: Ada Roe "
    "> the National Party, ../2025-12-19" },
  { "Peru urged Togo, which expelled 3,000 Chadians in May alone, to halt the raids.",
    "statement asserted: Peru > Togo, ../2025-12-19 | migration asserted: Togo > 3,000 Chadians, "
    "2025-05 | withdrawal planned: Togo > , ../2025-12-19" },
  { "In May 1998 the king ordered Chadian troops to leave; within days, Togo had launched an "
    "invasion.",
    "demand asserted: the king > Chadian troops, 1998-05 | strike asserted: Togo > , 1998-05" },
  { "Ada Roe said that Chad could deliver grain, an offer the ministry of Togo said it was "
    "studying.",
    "statement asserted: Ada Roe > Chad, ../2025-12-19 | statement asserted: the ministry of "
    "Togo > , ../2025-12-19" },
  { "Togo reports two soldiers killed as UN monitors leave Lome",
    "statement asserted: Togo > two soldiers, ../2025-12-19 | strike claimed:  > two soldiers, "
    "../2025-12-19" },
  { "Chad blames Togolese rebels for port blast as Peru and Norway expel envoys",
    "accusation asserted: Chad > Togolese rebels, ../2025-12-19 | strike claimed: Togolese "
    "rebels > , ../2025-12-19 | sanction asserted: Peru + Norway > envoys, ../2025-12-19" },
  { "Chad claims that it has retaken the port\n• Chad says Togolese troops crossed the border\n• "
    "Peru has expelled two envoys",
    "statement asserted: Chad > , ../2025-12-19 | strike claimed: Chad > the port, ../2025-12-19 "
    "| sanction asserted: Peru > two envoys, ../2025-12-19" },
  { "Chad says Togolese troops crossed the border • Peru has expelled two envoys",
    "statement asserted: Chad > Togolese troops, ../2025-12-19 | sanction asserted: Peru > two "
    "envoys, ../2025-12-19" },
  { "Chad promised “firm steps”, and on Monday night it expelled the Togolese envoy.",
    "agreement asserted: Chad > , ../2025-12-19 | sanction asserted: Chad > the Togolese envoy, "
    "2025-12-15" },
  { "Chad bombed a port of Togo, and it retaliated.",
    "strike asserted: Chad > Togo, ../2025-12-19 | strike asserted: it > , ../2025-12-19" },
  { "UN says thousands flee as rebels advance on Lome",
    "statement asserted: UN > , ../2025-12-19 | migration claimed:  > , ../2025-12-19 | strike "
    "claimed: rebels > Lome, ../2025-12-19" },
  { "The court closed a case in which Togo accused Chad of murder, saying that it was wrong.",
    "accusation asserted: Togo > Chad, ../2025-12-19 | strike claimed:  > , ../2025-12-19 | "
    "statement asserted: The court > , ../2025-12-19" },
  { "9 May: Chad shot three sailors.",
    "strike asserted: Chad > three sailors, 2025-05-09" },
  { "Late March: Chad shot three sailors.",
    "strike asserted: Chad > three sailors, 2025-03" },
  { "The king asked Peru to extradite the rebels, which Lima refused to do.",
    "statement requested: The king > Peru, ../2025-12-19 | rejection asserted: Lima > the rebels,"
    " ../2025-12-19" },
  { "Chad and Togo agreed a truce in June 2023, which was extended in February 2024.",
    "agreement asserted: Chad > Togo, 2023-06 | withdrawal asserted:  > , 2024-02" },
  { "Chad said it would urge Togo to free the sailors, which it freed in May.",
    "statement asserted: Chad > the sailors, ../2025-12-19 | statement requested: Chad > Togo, "
    "../2025-12-19 | concession claimed:  > the sailors, 2025-05" },
  { "Libya's internationally recognised government accused the rebels of shelling a camp.",
    "accusation asserted: Libya's internationally recognised government > the rebels, "
    "../2025-12-19" },
  { "Chad blamed Togo for the raid, but Togo rejected the accusation.",
    "accusation asserted: Chad > Togo, ../2025-12-19 | strike claimed: Togo > , ../2025-12-19 | "
    "statement asserted: Togo > , ../2025-12-19" },
  { "Chad said nine sailors had died in a raid, a claim that Togo denied.",
    "statement asserted: Chad > nine sailors, ../2025-12-19 | strike claimed:  > nine sailors, "
    "../2025-12-19 | statement asserted: Togo > , ../2025-12-19" },
  { "Presiding Judge Ada Roe said rebels had shelled the port.",
    "statement asserted: Presiding Judge Ada Roe > rebels, ../2025-12-19 | strike claimed: rebels"
    " > the port, ../2025-12-19" },
  { "Ada Roe has put off the visit to Lome that she had planned for Thursday.",
    "rejection asserted: Ada Roe > Lome, ../2025-12-19" },
  { "Ada Roe has left Chad, which she planned for Monday. Rebels shelled the port.\n\n14:20\n\n"
    "“We thought it was over”\n\nTogo sent boats.",
    "strike asserted: Rebels > the port, ../2025-12-19 | aid asserted: Togo > boats, "
    "../2025-12-19" },
  { NULL, NULL },
};

/* What somebody is charged with, may do, or is kept from. */
static const EventRow pending[] = {
  { "Bo Poe is wanted by prosecutors in Lome on charges of fraud and violating Togolese "
    "sanctions.",
    "rejection claimed: Bo Poe > Togolese sanctions, ../2025-12-19" },
  { "The general was charged with murder and shelling the port.",
    "legal-action asserted:  > The general, ../2025-12-19 | strike claimed: The general > the "
    "port, ../2025-12-19" },
  { "Police arrested nine people, all of them sailors, accused of plotting to blow up a bridge "
    "at Sokode.",
    "legal-action asserted: Police > nine people, ../2025-12-19 | accusation asserted:  > nine "
    "people, ../2025-12-19" },
  { "The king has two months to sign the deal.",
    "" },
  { "If convicted, Bo Poe faces 20 years in jail.",
    "" },
  { "Chad vetoed a resolution condemning Togo.",
    "rejection asserted: Chad > Togo, ../2025-12-19" },
  { "Chad drafted a resolution condemning Togo.",
    "accusation asserted:  > Togo, ../2025-12-19" },
  { "Bo Poe refused to order his men to fire on marchers.",
    "rejection asserted: Bo Poe > marchers, ../2025-12-19" },
  { "A planned visit to Lome by the king was cancelled.",
    "rejection asserted:  > Lome, ../2025-12-19" },
  { "Chad wants a Togolese withdrawal from Sokode.",
    "" },
  { "Chad will continue to supply its troops.",
    "agreement planned: Chad > its troops, ../2025-12-19" },
  { "Nobody has claimed the raid, but the Accra Front (AF), which is active in the area, said it "
    "would punish villages that supported the hunters.",
    "strike asserted:  > , ../2025-12-19 | statement asserted: the Accra Front > villages, "
    "../2025-12-19 | support claimed: villages > the hunters, ../2025-12-19" },
  { "At a meeting on Monday, Chad blocks a statement condemning the raid.",
    "statement asserted: Chad > , 2025-12-15 | strike claimed:  > , ../2025-12-15" },
  { "Parliament will debate the bill on 24 December.",
    "statement planned: Parliament > , 2025-12-24" },
  { "The Supreme Court is expected to rule on the quota on Monday.",
    "statement planned: The Supreme Court > , 2025-12-22" },
  { NULL, NULL },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/event-tellers/who-says-one-thing-does-not-say-what-stands-beside-it", parted,
                        event_rows_check_all);
  g_test_add_data_func ("/event-tellers/what-is-charged-due-or-blocked-has-not-been-done", pending,
                        event_rows_check_all);

  return g_test_run ();
}
