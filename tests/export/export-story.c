/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export-story.h"

#include "model/leadup-story.h"
#include "storage/leadup-story-reader.h"

/* Invented events; one is embargoed for ever, one is titled from right to left, one like a formula.
 * What is in capitals may not leave. */
static const char story_text[] =
    "{\"format\":\"leadup\",\"version\":1,\"title\":\"The <harbour> & the fleet\",\"zone\":\"UTC\","
    "\"reviewer\":\"REVIEWER\",\n"
    "\"categories\":[\n"
    "{\"id\":\"strike\",\"name\":\"Strike\",\"family\":\"strike\",\"colour\":\"#D55E00\","
    "\"symbol\":\"burst\",\"plover\":\"ASSAULT\",\"tone\":-9.5},\n"
    "{\"id\":\"statement\",\"name\":\"Statement\",\"family\":\"statement\",\"colour\":\"#0072B2\","
    "\"symbol\":\"speech\",\"plover\":\"CONSULT\",\"tone\":2.5}],\n"
    "\"actors\":[\n"
    "{\"id\":\"a-north\",\"name\":\"Northland\",\"kind\":\"state\",\"notes\":\"SECRET ACTOR\"},\n"
    "{\"id\":\"a-south\",\"name\":\"Southland\",\"kind\":\"state\"}],\n"
    "\"sources\":[\n"
    "{\"id\":\"s1\",\"outlet\":\"Harbour Post\",\"title\":\"Fleet sails\","
    "\"url\":\"https://example.org/fleet?a=1&b=2\",\"published\":\"2025-03-05\","
    "\"text\":\"WHOLE ARTICLE\"},\n"
    "{\"id\":\"s2\",\"outlet\":\"Coast Radio\",\"url\":\"file:///srv/SOMEBODY/a.html\","
    "\"published\":\"2025-04-30\"}],\n"
    "\"events\":[\n"
    "{\"id\":\"e1\",\"title\":\"Fleet shells the harbour\",\"category\":\"strike\","
    "\"when\":{\"edtf\":\"2025-03-04\"},"
    "\"actors\":[{\"actor\":\"a-north\",\"role\":\"initiator\"},"
    "{\"actor\":\"a-south\",\"role\":\"target\"}],"
    "\"place\":{\"name\":\"Harbour; old town, east\",\"lat\":-12.5,\"lon\":40.25},"
    "\"evidence\":[{\"source\":\"s1\",\"quote\":\"shelled\"},{\"source\":\"s1\"}],"
    "\"verification\":\"single-source\",\"reviewer\":\"REVIEWER\"},\n"
    "{\"id\":\"e2\",\"title\":\"Ministers meet\",\"category\":\"statement\","
    "\"when\":{\"edtf\":\"2025-04\"},"
    "\"actors\":[{\"actor\":\"a-north\",\"role\":\"initiator\"},"
    "{\"actor\":\"a-south\",\"role\":\"target\"}],"
    "\"evidence\":[{\"source\":\"s2\"}],\"verification\":\"disputed\",\"notes\":\"SECRET NOTE\"},\n"
    "{\"id\":\"e3\",\"title\":\"EMBARGOED RAID\",\"category\":\"strike\","
    "\"when\":{\"edtf\":\"2025-05-01\"},\"embargo\":\"9000-01-01\"},\n"
    "{\"id\":\"e4\",\"title\":\"\330\250\331\212\330\247\331\206 "
    "\330\247\331\204\331\205\331\212\331\206\330\247\330\241\",\"category\":\"statement\","
    "\"when\":{\"edtf\":\"2025-05-09T03:15Z\"}},\n"
    "{\"id\":\"e5\",\"title\":\"=HYPERLINK(\\\"x\\\")\",\"category\":\"statement\","
    "\"summary\":\"One\\nTwo [^1] *three*\",\"when\":{\"edtf\":\"2025-05-10/2025-05-12\"}},\n"
    "{\"id\":\"e6\",\"title\":\"Somewhen\",\"category\":\"statement\"}],\n"
    "\"phases\":[{\"id\":\"p1\",\"title\":\"The "
    "shelling\",\"when\":{\"edtf\":\"2025-03-01/2025-03-20\"}}],\n"
    "\"views\":[{\"id\":\"v1\",\"picture\":\"timeline\",\"from\":\"2025-03-01T00:00:00Z\","
    "\"to\":\"2025-04-01T00:00:00Z\"},{\"id\":\"v2\",\"picture\":\"graph\"}],\n"
    "\"steps\":[{\"id\":\"t2\",\"view\":\"v2\",\"position\":1,\"caption\":\"Who against whom\"},\n"
    "{\"id\":\"t1\",\"view\":\"v1\",\"position\":0,\"caption\":\"It "
    "begins\",\"notes\":\"SPEAKER\"}]}\n";

LeadupSnapshot *
export_story_read (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (story_text, sizeof story_text - 1);
  g_autoptr (LeadupStoryContents) contents = NULL;
  g_autoptr (LeadupStory) story = NULL;
  g_autoptr (GError) error = NULL;

  contents = leadup_story_reader_read (bytes, G_MAXINT64 / 4, NULL, &error);
  g_assert_no_error (error);
  story = leadup_story_new_from_records (contents->records, &error);
  g_assert_no_error (error);

  return leadup_story_snapshot (story);
}

/* Returns: (transfer full): the file as text */
char *
export_story_write (const char                *format,
                    const LeadupExportOptions *options)
{
  g_autoptr (LeadupSnapshot) snapshot = export_story_read ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      leadup_exporters_find (format)->write (snapshot, options, NULL, &error);
  const char *data;
  gsize length;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}
