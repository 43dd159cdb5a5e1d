/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-date-duration.h"
#include "article/leadup-date-grammar.h"
#include "article/leadup-date-guard.h"
#include "article/leadup-date-matcher.h"
#include "article/leadup-date-pick.h"
#include "article/leadup-date-resolver.h"
#include "article/leadup-date-tense.h"
#include "article/leadup-dates.h"
#include "article/leadup-extract.h"
#include "article/leadup-period.h"
#include "article/leadup-sentences.h"
#include "article/leadup-tokens.h"

#include <glib.h>

typedef struct
{
  const char *text;
  const char *expected; /* words=value, joined by | */
} Row;

/* Friday, 19 December 2025. */
#define PUBLISHED "2025-12-19"

static char *
join_dates (const char *text,
            const char *published,
            gboolean    with_edtf)
{
  g_autoptr (LeadupArticle) article = leadup_article_new (text, -1);
  GString *joined = g_string_new (NULL);

  article->published = g_strdup (published);
  leadup_tokens_find (article);
  leadup_sentences_find (article);
  leadup_dates_find (article);

  for (guint i = 0; i < article->dates->len; i++)
    {
      const LeadupDate *date = &g_array_index (article->dates, LeadupDate, i);
      g_autofree char *words = leadup_article_dup_span (article, date->span);
      const char *edtf = date->when != NULL ? leadup_when_get_edtf (date->when) : "none";

      g_string_append_printf (joined, "%s%s=%s", i > 0 ? "|" : "", words,
                              with_edtf ? edtf : date->value);
      if (!with_edtf && date->mod != NULL && *date->mod != '\0')
        g_string_append_printf (joined, " %s", date->mod);
    }

  return g_string_free (joined, FALSE);
}

static void
check_values (const Row *rows,
              guint      n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *found = join_dates (rows[i].text, PUBLISHED, FALSE);
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_explicit_dates (void)
{
  static const Row rows[] = {
    { "It began on March 4, 2024.", "March 4, 2024=2024-03-04" },
    { "It began on 4 March 2024.", "4 March 2024=2024-03-04" },
    { "It began on the 4th of March 2024.", "the 4th of March 2024=2024-03-04" },
    { "It began on Tuesday, September 2, 2025.", "Tuesday, September 2, 2025=2025-09-02" },
    { "Dated 2024-02-29.", "2024-02-29=2024-02-29" },
    { "Dated 2025-02-29.", "2025=2025" },
    { "Dated 12/19/2025 and 19.12.2025.", "12/19/2025=2025-12-19|19.12.2025=2025-12-19" },
    { "They met in October of 1998.", "October of 1998=1998-10" },
    { "They met in late May 1944.", "late May 1944=1944-05 END" },
    { "The war of 1812 ended.", "1812=1812" },
    { "In the early 1990s it grew.", "the early 1990s=199 START" },
    { "In the 20th century it grew.", "the 20th century=19" },
    { "Rome fell in 410 AD, Troy in 1184 BC.", "410 AD=0410|1184 BC=BC1184" },
    { "In the winter of 1943 they starved.", "the winter of 1943=1943-WI" },
    { "In the third quarter of 2024 sales fell.", "the third quarter of 2024=2024-Q3" },
    { "In nineteen ninety-six it opened.", "nineteen ninety-six=1996" },
  };

  check_values (rows, G_N_ELEMENTS (rows));
}

static void
test_relative_dates (void)
{
  static const Row rows[] = {
    { "He arrived on Tuesday.", "Tuesday=2025-12-16" },
    { "He will arrive on Tuesday.", "Tuesday=2025-12-23" },
    { "The board is expected to sit behind locked doors on Tuesday.", "Tuesday=2025-12-23" },
    { "She is expected in Lome on Tuesday.", "Tuesday=2025-12-23" },
    { "The king, who faces an election in October, left.", "October=2026-10" },
    { "He spoke yesterday and leaves tomorrow.", "yesterday=2025-12-18|tomorrow=2025-12-20" },
    { "It fell last week.", "last week=2025-W50" },
    { "It fell last month.", "last month=2025-11" },
    { "It fell earlier this year.", "earlier this year=2025 START" },
    { "They met last March.", "last March=2025-03" },
    { "They will meet next summer.", "next summer=2026-SU" },
    { "It happened on Sept. 2.", "Sept. 2=2025-09-02" },
    { "The vote will be held on Jan. 12.", "Jan. 12=2026-01-12" },
    { "He said it would still be held on Jan. 12.", "Jan. 12=2026-01-12" },
    { "He said she would be travelling north Monday.", "Monday=2025-12-22" },
    { "The court sits in the week of Jan. 14.", "the week of Jan. 14=2026-W03" },
    { "It fell in the week beginning 6 May 2024.", "the week beginning 6 May 2024=2024-W19" },
    { "They left on the night of May 6.", "the night of May 6=2025-05-06TNI" },
    { "Two years ago it closed.", "Two years ago=2023" },
    { "It opened three days ago.", "three days ago=2025-12-16" },
    { "It closed on Thanksgiving Day.", "Thanksgiving Day=2025-11-27" },
    { "He called Thursday night.", "Thursday night=2025-12-18TNI" },
    { "He called at 5:30 p.m. Thursday.", "5:30 p.m. Thursday=2025-12-18T17:30" },
    { "It is now closed.", "now=PRESENT_REF" },
  };

  check_values (rows, G_N_ELEMENTS (rows));
}

static void
test_dates_follow_from_dates_before_them (void)
{
  static const Row rows[] = {
    { "They struck on Sept. 2, 2025. Two days later they left.",
      "Sept. 2, 2025=2025-09-02|Two days later=2025-09-04" },
    { "They struck on Sept. 2, 2025. The next day they left.",
      "Sept. 2, 2025=2025-09-02|The next day=2025-09-03" },
    { "On Monday a court jailed a man for nine years for a raid in 2014. He was tried in March.\n\n"
      "The war began in May 2012. In 2013 it spread. By June 2013 it raged; it ended in 2015. In "
      "2016 the king fled. In May 2017 he was caught.",
      "Monday=2025-12-15|nine years=P9Y|2014=2014|March=2025-03|May 2012=2012-05|2013=2013|"
      "June 2013=2013-06|2015=2015|2016=2016|May 2017=2017-05" },
    { "They struck in September 2025. The next day they left.",
      "September 2025=2025-09|The next day=2025-09" },
    { "They struck in 2025. The following month they left.",
      "2025=2025|The following month=2025" },
    { "The war began in May 1812. In 1813 it spread. By June 1813 it raged; it ended in 1815. "
      "In March the king fled. On April 2 he was caught.",
      "May 1812=1812-05|1813=1813|June 1813=1813-06|1815=1815|March=1815-03|April 2=1815-04-02" },
    { "The war began in May 1812. In 1813 it spread. By June 1813 it raged; it ended in 1815. "
      "The envoys plan to meet there on 3 January.",
      "May 1812=1812-05|1813=1813|June 1813=1813-06|1815=1815|3 January=2026-01-03" },
    { "The war began in May 1812. In 1813 it spread. By June 1813 it raged; it ended in 1815. "
      "The museum closed this August.",
      "May 1812=1812-05|1813=1813|June 1813=1813-06|1815=1815|this August=2025-08" },
    { "They froze its assets on 20 February 2024. Nothing else was done, but it broke off "
      "relations on 17 March.",
      "20 February 2024=2024-02-20|17 March=2024-03-17" },
    { "They froze its assets on 20 February 2024.\n\nOn 17 March it broke off relations.",
      "20 February 2024=2024-02-20|17 March=2025-03-17" },
    { "In January they seized a tug; it was sold last week. Two more were seized in the same "
      "month.",
      "January=2025-01|last week=2025-W50|the same month=2025-01" },
  };

  check_values (rows, G_N_ELEMENTS (rows));
}

static void
test_durations_and_sets (void)
{
  static const Row rows[] = {
    { "It lasted ten days.", "ten days=P10D" },
    { "It lasted more than twenty-five years.", "more than twenty-five years=P25Y MORE_THAN" },
    { "A five-minute call ended it.", "five-minute=PT5M" },
    { "Over the past two years it grew.", "the past two years=P2Y" },
    { "It took several weeks.", "several weeks=PXW" },
    { "It took a year and a half.", "a year and a half=P1Y6M" },
    { "They meet every day and each Monday.", "every day=P1D|each Monday=XXXX-WXX-1" },
    { "They meet daily.", "daily=P1D" },
    { "They lived in camps for 2 1/2 years.", "2 1/2 years=P2Y6M" },
    { "It took 5 1/2 hours, then 1 3/4 hours.", "5 1/2 hours=PT5H30M|1 3/4 hours=PT1.75H" },
    { "They kept it for two thousand years.", "two thousand years=P2000Y" },
    { "They kept it for more than 2000 years.", "more than 2000 years=P2000Y MORE_THAN" },
    { "Prices rose over the past decade.", "the past decade=P1DE" },
  };

  check_values (rows, G_N_ELEMENTS (rows));
}

static void
test_days_are_told_beside_others (void)
{
  static const Row rows[] = {
    { "They met the day before last Tuesday.", "the day before last Tuesday=2025-12-15" },
    { "It shut the week after Easter.", "the week after Easter=2025-W17" },
    { "He left the night before Christmas.", "the night before Christmas=2024-12-24TNI" },
    { "It sank the day after March 3, 2024.", "the day after March 3, 2024=2024-03-04" },
    { "They struck on Sept. 2, 2025. The next morning they left.",
      "Sept. 2, 2025=2025-09-02|The next morning=2025-09-03TMO" },
    { "It burned on the night of Friday, Oct. 24.", "the night of Friday, Oct. 24=2025-10-24TNI" },
    { "In the edict of the 12th of October last, it was void.",
      "the 12th of October last=2025-10-12" },
    { "They phoned on Monday last.", "Monday last=2025-12-15" },
    { "In 1982 it shut. The very next year it reopened.", "1982=1982|The very next year=1983" },
    { "In the second half of 2024 it grew.", "the second half of 2024=2024-H2" },
    { "In the first half of June it rained.", "the first half of June=2025-06 START" },
    { "In the 1600s it grew, in the 1930's it shrank.", "the 1600s=16|the 1930's=193" },
    { "It changed after 9/11.", "9/11=2001-09-11" },
  };

  check_values (rows, G_N_ELEMENTS (rows));
}

static void
test_years_of_two_and_three_digits_need_a_sign (void)
{
  static const Row rows[] = {
    { "Aurel (c. 314 – 368) was a monk.", "c. 314=0314 APPROX|368=0368 APPROX" },
    { "He died on 30 September 420.", "30 September 420=0420-09-30" },
    { "The pope died in December of 384, they say.", "December of 384=0384-12" },
    { "It was founded in the year 71.", "the year 71=0071" },
    { "About 314 soldiers fell; on 30 September 420 people came.", "30 September=2025-09-30" },
    { "Of those tested (314 – 368) some fell ill.", "" },
  };

  check_values (rows, G_N_ELEMENTS (rows));
}

static void
test_the_verb_turns_a_day (void)
{
  static const Row rows[] = {
    { "Until Thursday, they had not named him.", "Thursday=2025-12-18" },
    { "They have until Tuesday to answer.", "Tuesday=2025-12-23" },
    { "He said they had decided to wait until Monday.", "Monday=2025-12-22" },
    { "By Wednesday, rebels held the town.", "Wednesday=2025-12-17" },
    { "They must leave by Wednesday.", "Wednesday=2025-12-24" },
    { "Thirty members had filed reports by Wednesday.", "Wednesday=2025-12-17" },
    { "They planned a march in the capital on Saturday.", "Saturday=2025-12-20" },
    { "He will succeed the chairman on Feb. 1.", "Feb. 1=2026-02-01" },
    { "The council meets on Tuesday.", "Tuesday=2025-12-23" },
    { "His statement Tuesday that they should begin was heard.", "Tuesday=2025-12-16" },
    { "Much is lost since Monday, and more is to be done.", "Monday=2025-12-15" },
    { "They want it done by the end of the year.", "the end of the year=2025 END" },
    { "It should be paid by year end.", "year end=2025-12-31" },
    { "She is going to Rome next month, Oslo in February, and back to Bern in March.",
      "next month=2026-01|February=2026-02|March=2026-03" },
    { "The council will hold closed-door talks on Tuesday.", "Tuesday=2025-12-23" },
    { "They will open long-delayed talks on Tuesday.", "Tuesday=2025-12-23" },
    { "The king has invited her, her Danish counterpart and the old mayor of Rome to Lome for "
      "talks on Tuesday.",
      "Tuesday=2025-12-23" },
    { "They may soon leave.", "soon=FUTURE_REF" },
    { "They left soon after.", "" },
  };

  check_values (rows, G_N_ELEMENTS (rows));
}

/* What comes again has no place on a timeline. */
static void
test_what_comes_again_is_no_day (void)
{
  static const Row rows[] = {
    { "From May to September it is usually dry.", "May=XXXX-05|September=XXXX-09" },
    { "The weather is mild in winter.", "winter=XXXX-WI" },
    { "The weather was mild in the winter.", "the winter=2025-WI" },
    { "Flights leave on Monday and Tuesday nights.",
      "Monday=XXXX-WXX-1TNI|Tuesday nights=XXXX-WXX-2TNI" },
    { "In the evenings they talk.", "the evenings=XXXX-XX-XXTEV" },
    { "They read the list on a Monday and vote.", "Monday=XXXX-WXX-1" },
    { "A crowd came to a Sunday vigil.", "Sunday=2025-12-14" },
    { "The walls stand to this day.", "to this day=PRESENT_REF" },
    { "In the past they paid.", "the past=PAST_REF" },
    { "It grew in the past half century.", "half century=P0.5CE" },
    { "They spoke of the future of the town.", "" },
    { "There is no word at present of the crew.", "at present=PRESENT_REF" },
    { "He left in 2019. That morning it rained.", "2019=2019|That morning=2025-12-19TMO" },
    { "It was built in 1820 and burned in 1911. Today it is a school.",
      "1820=1820|1911=1911|Today=PRESENT_REF" },
  };

  check_values (rows, G_N_ELEMENTS (rows));
}

static void
test_what_only_looks_like_a_date (void)
{
  static const Row rows[] = {
    { "They may march on the capital.", "" },
    { "The March on the capital may grow.", "" },
    { "She came second in the race.", "" },
    { "It was the second strike.", "" },
    { "About 2000 soldiers left.", "" },
    { "It cost $1999.", "" },
    { "A 54-year-old man was held.", "" },
    { "He is 6 years old.", "" },
    { "She was in her 20s then.", "" },
    { "In his late thirties he moved.", "" },
    { "She was named player of the year.", "" },
    { "April Smith spoke.", "" },
    { "Jan Roe spoke.", "" },
    { "The fall of the city shook them.", "" },
    { "A quarter of the votes was lost.", "" },
    { "Call as soon as possible.", "" },
    { "It makes 40 a week and flies four flights a day.", "" },
    { "She was Player of the Year.", "" },
    { "It is open throughout the year.", "" },
    { "Rule 2016 and Decree 2005 were dropped.", "" },
    { "A survey of about 2000 schoolchildren was made.", "" },
    { "In 2003 – 10 ships were lost.", "2003=2003" },
    { "Call 461-1776 or write to 1696 Bergen Boulevard.", "" },
    { "The SEP and SAT scores rose.", "" },
  };

  check_values (rows, G_N_ELEMENTS (rows));
}

/* What readers of dates are known to lose, each with a sentence. */
static void
test_hard_expressions_are_read (void)
{
  static const Row rows[] = {
    { "They fired at 5.50am on Monday.", "5.50am on Monday=2025-12-15T05:50" },
    { "They fired at 7.30 p.m. on Monday.", "7.30 p.m. on Monday=2025-12-15T19:30" },
    { "They fired at 7:30pm. Prices rose by 7.30.", "7:30pm=2025-12-19T19:30" },
    { "They left on Monday. It rained. Roe fell. Poe fell. Bo fell. Ada fell. Two fell at 7 a.m.",
      "Monday=2025-12-15|7 a.m.=XXXX-XX-XX" },
    { "In the early part of the 20th century it grew.", "the 20th century=19" },
    { "This spring it reopened; last winter it was shut.",
      "This spring=2025-SP|last winter=2024-WI" },
    { "He will be tried in September.", "September=2026-09" },
    { "He was tried in September.", "September=2025-09" },
    { "They struck on Sept. 2, 2025. He had left the day before.",
      "Sept. 2, 2025=2025-09-02|the day before=2025-09-01" },
    { "They struck on Sept. 2, 2025. He left the week after.",
      "Sept. 2, 2025=2025-09-02|the week after=2025-W37" },
    { "The rains came a month earlier than usual.", "a month=P1M" },
    { "The baby was 6 months old, the boy a two-year-old.", "" },
    { "The five-minute speech and the 30-day truce ended.", "five-minute=PT5M|30-day=P30D" },
    { "It is currently closed; it was recently sold.", "currently=PRESENT_REF|recently=PAST_REF" },
    { "For years nothing happened; he waited for hours.", "years=PXY|hours=PTXH" },
    { "At 6:15 p.m. Tuesday it blew up.", "6:15 p.m. Tuesday=2025-12-16T18:15" },
    { "It shut at 2 p.m. local time on Wednesday.",
      "2 p.m. local time on Wednesday=2025-12-17T14:00" },
    { "It will begin as early as Tuesday.", "Tuesday=2025-12-23" },
    { "After Wednesday's ruling they will appeal.", "Wednesday=2025-12-17" },
    { "In this year's third quarter sales fell.", "this year's third quarter=2025-Q3" },
    { "For the year ended June 30 it made a loss.", "the year=P1Y|June 30=2025-06-30" },
    { "It ruled for two decades.", "two decades=P20Y" },
    { "It is still used today in the north.", "today=PRESENT_REF" },
    { "The envoy left today.", "today=2025-12-19" },
    { "The war of 1914–18 ended.", "1914=1914|18=1918" },
    { "Anna Berg (2 May 1872 – 23 November 1896) wrote.",
      "2 May 1872=1872-05-02|23 November 1896=1896-11-23" },
  };

  check_values (rows, G_N_ELEMENTS (rows));
}

static void
test_dates_have_bounds (void)
{
  static const Row rows[] = {
    { "From 1914–18 they fought.", "1914=1914/1918|18=1914/1918" },
    { "From March 3-5, 2025 they talked.",
      "March 3=2025-03-03/2025-03-05|5, 2025=2025-03-03/2025-03-05" },
    { "They talked from March to May 2025.", "March=2025-03/2025-05|May 2025=2025-03/2025-05" },
    { "It fell last week.", "last week=2025-12-08/2025-12-14" },
    { "Over the last 20 years it grew.", "the last 20 years=2005-12-19/2025-12-19" },
    { "In recent months it grew.", "recent months=../2025-12-19" },
    { "It took ten days.", "ten days=none" },
    { "In the third quarter of 2024 it fell.", "the third quarter of 2024=2024-35" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = join_dates (rows[i].text, PUBLISHED, TRUE);

      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_without_a_published_day_nothing_is_invented (void)
{
  static const Row rows[] = {
    { "He left on Tuesday. He left on May 4. Yesterday it rained.",
      "Tuesday=XXXX-WXX-2|May 4=XXXX-05-04|Yesterday=XXXX-XX-XX" },
    /* A year of the past is not that of the news. */
    { "It was seized in August 2019. In January a drone hit it. Two weeks later he left on Friday.",
      "August 2019=2019-08|January=XXXX-01|Two weeks later=P2W|Friday=XXXX-WXX-5" },
    { "He came last October. They left on Easter Sunday. It began in 2012. Yesterday it ended.",
      "October=XXXX-10|2012=2012|Yesterday=XXXX-XX-XX" },
    { "They came in March 2011 and left in July. They came again in May on a Monday.",
      "March 2011=2011-03|July=2011-07|May=XXXX-05|Monday=XXXX-WXX-1" },
    /* Nothing points at a day on which it was told: a chronicle. */
    { "The war began in March 2011. In July the army left. Two weeks later it came back.",
      "March 2011=2011-03|July=2011-07|Two weeks later=2011-07" },
  };
  g_autofree char *bounds = join_dates ("He left on Tuesday. He left last week.", NULL, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *values = join_dates (rows[i].text, NULL, FALSE);

      g_assert_cmpstr (values, ==, rows[i].expected);
    }

  g_assert_cmpstr (bounds, ==, "Tuesday=none");
}

static void
test_a_day_with_its_year_is_found_without_sentences (void)
{
  g_autoptr (LeadupArticle) article =
      leadup_article_new ("Updated at noon on Dec. 19, 2025 by us", -1);
  guint32 first, end;
  gint64 day;

  leadup_tokens_find (article);
  g_assert_true (leadup_dates_find_day (article, 0, article->tokens->len, &first, &end, &day));
  g_assert_cmpint (day, ==, leadup_calendar_day_number (2025, 12, 19));
  g_assert_cmpstr (g_array_index (article->tokens, LeadupToken, end).folded, ==, "by");
  g_assert_cmpuint (first, <, end);
  g_assert_false (leadup_dates_find_day (article, end, article->tokens->len, &first, &end, &day));
}

static void
test_tense_is_that_of_the_nearest_verb (void)
{
  static const struct
  {
    const char *text;
    int expected;
  } rows[] = {
    { "He will leave on Friday", 1 },
    { "He walked out on Friday", -1 },
    { "On Friday they will vote", 1 },
    { "They declared a dividend payable Friday", 1 },
    { "It would be paid at an unspecified hour on Friday", 1 },
    { "Friday", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (LeadupArticle) article = leadup_article_new (rows[i].text, -1);
      guint32 friday = 0;

      leadup_tokens_find (article);
      leadup_sentences_find (article);
      while (g_strcmp0 (g_array_index (article->tokens, LeadupToken, friday).folded, "friday") != 0)
        friday++;
      g_assert_cmpint (leadup_date_tense_find (article, friday, friday + 1), ==, rows[i].expected);
    }
}

static void
test_periods_move_and_speak (void)
{
  gint64 day = leadup_calendar_day_number (2025, 1, 31);
  static const struct
  {
    LeadupPeriodKind kind;
    gint64 shift;
    const char *timex;
    const char *edtf;
  } rows[] = {
    { LEADUP_PERIOD_DAY, 1, "2025-02-01", "2025-02-01" },
    { LEADUP_PERIOD_WEEK, 0, "2025-W05", "2025-01-27/2025-02-02" },
    { LEADUP_PERIOD_WEEKEND, 0, "2025-W05-WE", "2025-02-01/2025-02-02" },
    { LEADUP_PERIOD_MONTH, -1, "2024-12", "2024-12" },
    { LEADUP_PERIOD_SEASON, 0, "2024-WI", "2024-24" },
    { LEADUP_PERIOD_QUARTER, 1, "2025-Q2", "2025-34" },
    { LEADUP_PERIOD_HALF, 1, "2025-H2", "2025-07-01/2025-12-31" },
    { LEADUP_PERIOD_YEAR, 1, "2026", "2026" },
    { LEADUP_PERIOD_DECADE, 0, "202", "202X" },
    { LEADUP_PERIOD_CENTURY, -1, "19", "19XX" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LeadupPeriod period = leadup_period_containing (rows[i].kind, day);
      g_autofree char *timex = NULL;
      g_autofree char *edtf = NULL;

      g_assert_true (period.first <= day || rows[i].kind == LEADUP_PERIOD_WEEKEND);
      period = leadup_period_shift (&period, rows[i].shift);
      timex = leadup_period_to_timex (&period);
      edtf = leadup_period_to_edtf (&period);
      g_assert_cmpstr (timex, ==, rows[i].timex);
      g_assert_cmpstr (edtf, ==, rows[i].edtf);
    }

  g_assert_cmpint (leadup_day_add (day, LEADUP_PERIOD_MONTH, 1), ==,
                   leadup_calendar_day_number (2025, 2, 28));
  g_assert_cmpint (leadup_day_add (day, LEADUP_PERIOD_YEAR, -25), ==,
                   leadup_calendar_day_number (2000, 1, 31));
}

static void
test_a_token_leads_to_its_date (void)
{
  g_autoptr (LeadupArticle) article =
    leadup_article_new ("It left on March 4, 2024 and came back on Friday.", -1);

  article->published = g_strdup (PUBLISHED);
  leadup_tokens_find (article);
  leadup_sentences_find (article);
  leadup_dates_find (article);
  g_assert_cmpuint (article->dates->len, ==, 2);

  for (guint32 i = 0; i < article->tokens->len; i++)
    {
      const LeadupDate *found = leadup_article_date_at (article, i);
      const LeadupDate *expected = NULL;

      for (guint j = 0; j < article->dates->len; j++)
        {
          const LeadupDate *date = &g_array_index (article->dates, LeadupDate, j);

          if (date->first_token <= i && i < date->end_token)
            expected = date;
        }
      g_assert_true (found == expected);
    }
  g_assert_null (leadup_article_date_at (article, article->tokens->len));
  g_assert_null (leadup_article_date_at (article, G_MAXUINT32));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dates/explicit", test_explicit_dates);
  g_test_add_func ("/dates/relative-to-the-published-day", test_relative_dates);
  g_test_add_func ("/dates/follow-from-dates-before-them",
                   test_dates_follow_from_dates_before_them);
  g_test_add_func ("/dates/durations-and-sets", test_durations_and_sets);
  g_test_add_func ("/dates/beside-others", test_days_are_told_beside_others);
  g_test_add_func ("/dates/years-of-two-and-three-digits-need-a-sign",
                   test_years_of_two_and_three_digits_need_a_sign);
  g_test_add_func ("/dates/the-verb-turns-a-day", test_the_verb_turns_a_day);
  g_test_add_func ("/dates/what-comes-again-is-no-day", test_what_comes_again_is_no_day);
  g_test_add_func ("/dates/what-only-looks-like-a-date-is-none", test_what_only_looks_like_a_date);
  g_test_add_func ("/dates/hard-expressions-are-read", test_hard_expressions_are_read);
  g_test_add_func ("/dates/have-bounds", test_dates_have_bounds);
  g_test_add_func ("/dates/without-a-published-day-nothing-is-invented",
                   test_without_a_published_day_nothing_is_invented);
  g_test_add_func ("/dates/a-day-with-its-year-is-found-without-sentences",
                   test_a_day_with_its_year_is_found_without_sentences);
  g_test_add_func ("/dates/tense-is-that-of-the-nearest-verb",
                   test_tense_is_that_of_the_nearest_verb);
  g_test_add_func ("/dates/a-token-leads-to-its-date", test_a_token_leads_to_its_date);
  g_test_add_func ("/periods/move-and-speak", test_periods_move_and_speak);

  return g_test_run ();
}
