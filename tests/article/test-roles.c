/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "event-rows.h"

#include <glib.h>

/* A thing is nobody to whom something is done, and does nothing itself. */
static const EventRow parties[] = {
  { "Norway provided 3 million crowns in medical aid for the families of Chad.",
    "AID material cooperation asserted: Norway > the families of Chad" },
  { "Chad expelled some of the doctors near Niger.",
    "COERCE material conflict asserted: Chad > some of the doctors" },
  { "Ghana said the roof was old.", "CONSULT neutral asserted: Ghana > " },
  { "Ghana provided aid for the road.", "AID material cooperation asserted: Ghana > " },
  { "Ghana condemned the killing of Ada Roe.", "ACCUSE verbal conflict asserted: Ghana > " },
  { "Ghana condemned the attack by Togo on Chad.",
    "ACCUSE verbal conflict asserted: Ghana > Togo" },
  { "The killing of Ada Roe hurt Ghana.", "ASSAULT material conflict asserted:  > Ghana" },
  { "The guarantee supported Ghana.", "SUPPORT verbal cooperation asserted:  > Ghana" },
  { "Chad withdrew its troops from Niger.",
    "RETREAT material cooperation asserted: Chad > Niger" },
  { NULL, NULL },
};

/* Who does it, what it is done to and when it was said decide what a verb says. */
static const EventRow doers[] = {
  { "Peruvian soldiers arrived in Chile.",
    "MOBILIZE material conflict asserted: Peruvian soldiers > Chile" },
  { "The minister arrived in Chile.",
    "CONSULT verbal cooperation asserted: The minister > Chile" },
  { "Rebel fighters crossed into Peru.",
    "MOBILIZE material conflict asserted: Rebel fighters > Peru" },
  { "Families moved into the camp.", "" },
  { "Long queues built up at the bridge.", "" },
  { "The old bag added to the mystery.", "" },
  { "Chile offered to send troops to Peru.",
    "AGREE verbal cooperation planned: Chile > Peru" },
  { "The minister is ending a trip to Peru.",
    "CONSULT verbal cooperation asserted: The minister > Peru" },
  { "The king has cancelled a planned visit to Peru.",
    "REJECT verbal conflict asserted: The king > Peru" },
  { "Chile decided on Monday to lift its sanctions on Peru.",
    "AGREE verbal cooperation planned: Chile > Peru" },
  { "Chile agreed to immediately release two prisoners.",
    "AGREE verbal cooperation planned: Chile > two prisoners" },
  { "Militants planted a bomb near the bridge.",
    "ASSAULT material conflict asserted: Militants > the bridge" },
  { "Farmers planted trees near the bridge.", "" },
  { "The minister laid a wreath at the tomb.", "" },
  { "The prosecutor pressed charges against the mayor.",
    "COERCE verbal conflict asserted: The prosecutor > the mayor" },
  { "Chile closed its borders with Peru.",
    "COERCE material conflict asserted: Chile > Peru" },
  { "The government accepted the demands of the miners.",
    "AGREE verbal cooperation asserted: The government > the miners" },
  { "Chile announced nearly $33 million in additional aid to Mali.",
    "AID material cooperation asserted: Chile > Mali" },
  { "The minister violated a ban on entry into Chile.",
    "REJECT verbal conflict asserted: The minister > Chile" },
  { "Togo and Mali accepted the offer by Chad.",
    "AGREE verbal cooperation asserted: Togo + Mali > Chad" },
  { "Chile withdrew its troops from the valley.",
    "RETREAT material cooperation asserted: Chile > the valley" },
  { "They accused Ada Roe and Bo Poe of murder.",
    "ACCUSE verbal conflict asserted: They > Ada Roe + Bo Poe" },
  { "Togo accused the Chilean army of mass slaughter of men, women and children.",
    "ACCUSE verbal conflict asserted: Togo > the Chilean army" },
  { "A court convicted three soldiers of murder and torture.",
    "COERCE verbal conflict asserted: A court > three soldiers" },
  { "A court convicted the leaders of the uprising.",
    "COERCE verbal conflict asserted: A court > the leaders of the uprising" },
  { "Tribal rebels said on Monday that they will release two hostages.",
    "AGREE verbal cooperation planned: Tribal rebels > two hostages" },
  { NULL, NULL },
};

/* What a participle or infinitive has after it does not do what the verb of the sentence tells. */
static const EventRow modifiers[] = {
  { "Soldiers guarding the port fired at farmers.",
    "ASSAULT material conflict asserted: Soldiers > farmers" },
  { "Police said gunmen riding horses attacked the bus.",
    "ASSAULT material conflict claimed: gunmen > the bus" },
  { "The rebels holding the city released ten hostages.",
    "RETREAT material cooperation asserted: The rebels > ten hostages" },
  { "Two poets covering the march were detained by police.",
    "COERCE material conflict asserted: police > Two poets" },
  { "Troops sent to guard the dam opened fire on farmers.",
    "ASSAULT material conflict asserted: Troops > farmers" },
  { "Farmers demanding his resignation blocked the bridge.",
    "REJECT verbal conflict asserted: Farmers > " },
  { "A proposal to expel the ambassador was rejected by parliament.",
    "REJECT verbal conflict asserted: parliament > A proposal" },
  { "Togo's campaign to defeat the Accra Front has stalled.",
    "REJECT verbal conflict asserted: Togo's campaign > " },
  { "Attempts by Togo to disarm the militia have failed.",
    "RETREAT material cooperation planned: Togo > the militia" },
  { "The decision to invade Mali angered Chad.",
    "ASSAULT material conflict planned:  > Mali" },
  { "Defeating the Accra Front will take years.", "" },
  { "Rebels shelled the town, and sailors fired at them.",
    "ASSAULT material conflict asserted: Rebels > the town" },
  { "Togo vowed to defend Mali attacked by Chad.",
    "SUPPORT verbal cooperation planned: Togo > Mali" },
  { "Talks aimed at ending the war resumed in Cairo.",
    "CONSULT verbal cooperation asserted:  > " },
  { "The guards who had refused to fire were jailed.",
    "COERCE material conflict asserted:  > The guards" },
  { "Many states, including Chad and Togo, expelled the envoy.",
    "SANCTION verbal conflict asserted: Many states > the envoy" },
  { "Ada Roe, whom the junta jailed, won the prize.",
    "COERCE material conflict asserted: the junta > Ada Roe" },
  { "The premier, whose party lost the vote, met the king.",
    "CONSULT verbal cooperation asserted: The premier > the king" },
  { "A truce plan drafted by Chad and Togo would allow farmers to flee.", "" },
  { "Her defence minister, Karl Ruud, threatened to bomb the dam.",
    "THREATEN verbal conflict threatened: Her defence minister > the dam" },
  { "The king, Bo Poe, went home, refusing to free the poets.",
    "REJECT verbal conflict asserted: The king > the poets" },
  { NULL, NULL },
};

/* What stands where a target could stand and is none. */
static const EventRow no_targets[] = {
  { "Norway said it would spend $4 million.", "CONSULT neutral asserted: Norway > " },
  { "Mali refused to lift the ban that it imposed, 16 September 2010, on aid agencies.",
    "REJECT verbal conflict asserted: Mali > aid agencies" },
  { "Chad agreed to lift sanctions imposed on Peru.",
    "AGREE verbal cooperation planned: Chad > Peru" },
  { "Chad lifted the sanctions imposed on Peru in 2019.",
    "RETREAT material cooperation asserted: Chad > Peru" },
  { "Chad let free the teacher.", "RETREAT material cooperation asserted: Chad > the teacher" },
  { "The union provided two million crowns for humanitarian and development aid.",
    "AID material cooperation asserted: The union > " },
  { "The attack claimed nine lives.",
    "ASSAULT material conflict asserted:  > nine lives" },
  { "A bus crash claimed 12 lives near Kano.", " neutral asserted:  > Kano" },
  { "The bus crash killed nine people.", " neutral asserted:  > nine people" },
  { NULL, NULL },
};

/* Where it is done, who is helped there and what hangs on a thing say whom it is done to. */
static const EventRow reach[] = {
  { "Japan announced a suspension of aid to Togo and threatened to leave.",
    "SANCTION verbal conflict asserted: Japan > Togo" },
  { "The king declared a state of siege in the town and left.",
    "COERCE material conflict asserted: The king > the town" },
  { "The commission provided food to help people in Chad, Mali and Togo.",
    "AID material cooperation asserted: The commission > people in Chad + Mali + Togo" },
  { "Norway has provided Fiji with loans, an official said.",
    "AID material cooperation claimed: Norway > Fiji" },
  { "Norway is willing to provide loans to Fiji.",
    "AGREE verbal cooperation planned: Norway > Fiji" },
  { "Norway is willing to withdraw its troops from a valley along the border.",
    "AGREE verbal cooperation planned: Norway > a valley" },
  { "Chad lifted the restrictions between it and Togo.",
    "RETREAT material cooperation asserted: Chad > Togo" },
  { "In Chad, the army lifted the curfew.",
    "RETREAT material cooperation asserted: the army > Chad" },
  { "The cartel has been responsible for killings and beheadings in Peru.",
    "ASSAULT material conflict asserted: The cartel > Peru" },
  { "The cartel is not responsible for the killing of Ada Roe.",
    "ASSAULT material conflict asserted:  > Ada Roe" },
  { "A baker started a hunger strike, protesting the levy.",
    "PROTEST material conflict asserted: A baker > the levy" },
  { "Chilean peacekeepers arrived in Mali.",
    "AID material cooperation asserted: Chilean peacekeepers > Mali" },
  { "Rebel fighters surrendered their last town in Syria to the army.",
    "RETREAT material cooperation asserted: Rebel fighters > the army" },
  { "An ancient Egyptian statue was returned to Peru by the sailors.",
    "RETREAT material cooperation asserted: the sailors > Peru" },
  { "Ghana decided to ease some of its strictest restrictions on aid to Chad.",
    "AGREE verbal cooperation planned: Ghana > Chad" },
  { "Rebels claimed responsibility for a missile and drone attack on the port.",
    "CONSULT neutral asserted: Rebels > the port" },
  { "Chad first opened its borders to refugees in 1997.",
    "RETREAT material cooperation asserted: Chad > refugees" },
  { "At least two people were killed when rebels shelled the port.",
    "ASSAULT material conflict asserted: rebels > At least two people" },
  { "Ten fighters were killed when rebels shelled the port.",
    "ASSAULT material conflict asserted: rebels > Ten fighters" },
  { "Two people were killed when a rebel bomb struck the port.",
    "ASSAULT material conflict asserted:  > Two people" },
  { "Chad and Togo will host ministers of Mali in Accra.",
    "CONSULT verbal cooperation planned: Chad + Togo > ministers of Mali" },
  { "After being freed by rebels, Ada Roe left.",
    "RETREAT material cooperation asserted: rebels > Ada Roe" },
  { "Bo Poe was jailed after being beaten by police.",
    "COERCE material conflict asserted:  > Bo Poe" },
  { "Ghana provided support for local, loyal forces.",
    "SUPPORT verbal cooperation asserted: Ghana > local, loyal forces" },
  { "Chad welcomed Togo's offer to mediate.",
    "SUPPORT verbal cooperation asserted: Chad > Togo's offer" },
  { "China restored ties with Peru, after the country broke off links with Chad.",
    "SUPPORT verbal cooperation asserted: China > Peru" },
  { "The premier expressed condolences to the families of the sailors found at sea.",
    "CONSULT neutral asserted: The premier > the families of the sailors" },
  { "The union deployed observers in Togo as the country prepares for its vote.",
    "AID material cooperation asserted: The union > Togo" },
  { "Chad returned to the Peruvian government eight statues.",
    "RETREAT material cooperation asserted: Chad > the Peruvian government" },
  { "Chad lifted the trade and travel restrictions on Togo for the first time.",
    "RETREAT material cooperation asserted: Chad > Togo" },
  { "The premier said that the oppression of the Venezuelan people must end.",
    "REQUEST verbal conflict asserted: The premier > the Venezuelan people" },
  { "Irish troops participate in peacekeeping missions in Mali and Chad.",
    "AID material cooperation asserted: Irish troops > Mali + Chad" },
  { "The army intensified its shelling of a suburb in Peru.",
    "ASSAULT material conflict asserted: The army > a suburb" },
  { "The army hit three targets in Chad.",
    "ASSAULT material conflict asserted: The army > three targets in Chad" },
  { "The army hit rebel targets in Chad.",
    "ASSAULT material conflict asserted: The army > rebel targets" },
  { "Chad agreed to lift sanctions against the North.",
    "AGREE verbal cooperation planned: Chad > the North" },
  { "The premier called for sanctions against Togo, saying that it had failed.",
    "REQUEST verbal conflict asserted: The premier > Togo" },
  { "The king was responsible for killings of farmers, using gas to kill them.",
    "ASSAULT material conflict asserted: The king > farmers" },
  { "The premier expressed pessimism over the future of the airline.",
    "CONSULT neutral asserted: The premier > the future of the airline" },
  { "The premier announced a weeklong cease-fire with the army.",
    "RETREAT material cooperation asserted: The premier > the army" },
  { "The premier said he would call on the council to restore the sanctions.",
    "CONSULT neutral asserted: The premier > the council" },
  { "Farmers expressed surprise that the bank paid.",
    "CONSULT neutral asserted: Farmers > the bank" },
  { "Sales are slow until demand recovers, said Ada Roe.",
    "CONSULT neutral asserted: Ada Roe > " },
  { "The aide was in a meeting with Ada Roe, the head of the union, when it fell.",
    "CONSULT verbal cooperation asserted:  > Ada Roe" },
  { "Norway is deploying troops to the UN peacekeeping mission in Mali.",
    "AID material cooperation asserted: Norway > the UN peacekeeping mission in Mali" },
  { NULL, NULL },
};

/* Whose men they are is who does it. */
static void
test_an_office_acts_for_its_body (void)
{
  static const struct
  {
    const char *text;
    const char *actor; /* of who does it; NULL = nobody known */
  } rows[] = {
    { "Militants from the Accra Front attacked the port.", "Accra Front" },
    { "Fighters with the Accra Front attacked the port.", "Accra Front" },
    { "Officials from the United Nations met the king.", "United Nations" },
    { "A spokesman for Chad met the king.", "Chad" },
    { "Soldiers from Chad attacked the port.", "Chad" },
    { "Fighters loyal to General Bo Poe attacked the port.", "Bo Poe" },
    { "The Accra Front said its fighters had taken the port.", "Accra Front" },
    { "The envoy of Chad, Ada Roe, met the king.", "Ada Roe" },
    { "Farmers from Chad attacked the port.", NULL },
    { "Gunmen from Chad attacked the port.", "Gunmen" },
    { "A former official from the United Nations met the king.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = event_rows_read (rows[i].text);
      const LeadupArticleEvent *event;
      gint32 actor;

      g_assert_cmpuint (article->events->len, >, 0);
      event = &g_array_index (article->events, LeadupArticleEvent, 0);
      g_assert_cmpuint (event->initiators->len, ==, 1);
      actor = g_array_index (event->initiators, LeadupArgument, 0).actor;
      g_assert_cmpstr (actor >= 0
                           ? g_array_index (article->actors, LeadupArticleActor, actor).name
                           : NULL,
                       ==, rows[i].actor);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/roles/a-place-or-its-people-are-targets", reach, event_rows_check);
  g_test_add_func ("/roles/an-office-acts-for-its-body", test_an_office_acts_for_its_body);
  g_test_add_data_func ("/roles/a-sum-or-a-day-is-no-target", no_targets, event_rows_check);
  g_test_add_data_func ("/roles/a-thing-is-no-party", parties, event_rows_check);
  g_test_add_data_func ("/roles/who-does-it-decides-what-a-verb-says", doers, event_rows_check);
  g_test_add_data_func ("/roles/what-hangs-on-a-noun-does-nothing", modifiers, event_rows_check);

  return g_test_run ();
}
