/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-extract.h"

#include <glib.h>
#include <string.h>

static const struct
{
  const char *text;
  const char *expected; /* speaker | cue | content */
} rows[] = {
  { "Rosa Lind said the port was closed.", "Rosa Lind|said|the port was closed" },
  { "The rebels agreed to leave, Rosa Lind said.", "Rosa Lind|said|The rebels agreed to leave" },
  { "Rosa Lind said she held the port, a claim the army denies.",
    "Rosa Lind|said|she held the port" },
  { "Rosa Lind said she was ill; Bo Poe left the room.", "Rosa Lind|said|she was ill" },
  { "Rosa Lind said she won, but Bo Poe said she lost.", "Rosa Lind|said|she won" },
  { "Bo Poe, 54, known to his men as “the Wolf”, was jailed. Rosa Lind said she won.",
    "Rosa Lind|said|she won" },
  { "The port was closed, Rosa Lind said on Monday.", "Rosa Lind|said|The port was closed" },
  { "“The port is closed,” said Rosa Lind.", "Rosa Lind|said|“The port is closed,”" },
  { "According to Rosa Lind, the port was closed.", "Rosa Lind|According to|the port was closed" },
  { "The port was closed, according to the coast guard.",
    "the coast guard|according to|The port was closed" },
  { "Rosa Lind, who led the inquiry, called the verdict a victory.",
    "Rosa Lind|called|the verdict a victory" },
  { "Rosa Lind replied:\n\n“The port is closed.”", "Rosa Lind|replied|“The port is closed.”" },
  { "The minister told reporters that the port was closed.",
    "The minister|told|that the port was closed" },
};

static void
test_who_said_what (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LeadupArticle) article = leadup_article_read_text (
          rows[i].text, strlen (rows[i].text), "test", "2025-12-19", NULL, &error);
      const LeadupStatement *statement;
      g_autofree char *line = NULL;
      g_autofree char *speaker = NULL;
      g_autofree char *cue = NULL;
      g_autofree char *content = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (article->statements->len, >, 0);
      statement = &g_array_index (article->statements, LeadupStatement, 0);
      speaker = leadup_article_dup_span (article, statement->speaker);
      cue = leadup_article_dup_span (article, statement->cue);
      content = leadup_article_dup_span (article, statement->content);
      line = g_strdup_printf ("%s|%s|%s", speaker, cue, content);
      g_assert_cmpstr (line, ==, rows[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statements/who-said-what", test_who_said_what);

  return g_test_run ();
}
