/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "event-rows.h"

/* Who does what where clauses stand within each other. */

static const EventRow inserted[] = {
  { "The Velm Front (VF), which groups several movements, accused Togo of lying.",
    "accusation asserted: VF > Togo of lying, ../2025-12-19" },
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
  { NULL, NULL },
};

static const EventRow trailing[] = {
  { "Chad shelled a ship chartered by Togo, wounding two sailors.",
    "strike asserted: Chad > a ship, ../2025-12-19" },
  { "The court threw out a case in which Chad accused Togo of a raid, warning Niger.",
    "accusation asserted: Chad > Togo, ../2025-12-19 | strike claimed:  > , ../2025-12-19 | "
    "threat claimed: The court > Niger, ../2025-12-19" },
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

  return g_test_run ();
}
