/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "event-rows.h"

/* On which day what a sentence tells has happened. */

static const EventRow verbs[] = {
  { "The league, from which Chad and Togo withdrew in January 2025, has agreed to mediate, but "
    "the generals have rejected the proposal.",
    "withdrawal asserted: Chad + Togo > , 2025-01 | talks planned: The league > , ../2025-12-19 "
    "| rejection asserted: the generals > , ../2025-12-19" },
  { "Rebels seized Lome in the last days of January 2025.",
    "strike asserted: Rebels > Lome, 2025-01" },
  { "Soldiers who said the government had reneged on that deal founded the Accra Front in April "
    "2012.",
    "statement asserted: Soldiers > the government, ../2025-12-19 | sanction claimed: the "
    "government > , ../2025-12-19" },
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
    "strike asserted: General Bo Poe > , ../2025-12-19" },
  { "Togo began a withdrawal from Sokode, which was awarded to Chad by a court in 2002 but which "
    "it held until 2018.",
    "withdrawal asserted: Togo > Sokode, ../2025-12-19 | aid asserted: a court > Sokode, 2002" },
  { "Police arrested three spies, saying that they had raided the port in February.",
    "legal-action asserted: Police > three spies, ../2025-12-19 | statement asserted: Police > , "
    "../2025-12-19 | strike claimed: Police > the port, 2025-02" },
  { "Tuesday's shelling, which each side blamed on the other, wounded five farmers.",
    "accusation asserted:  > , ../2025-12-19 | strike asserted:  > five farmers, 2025-12-16" },
  { NULL, NULL },
};

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/event-days/a-date-is-of-its-own-verb", verbs, event_rows_check_all);

  return g_test_run ();
}
