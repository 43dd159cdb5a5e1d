/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-digest.h"

#include "article/leadup-digest.h"
#include "base/leadup-text.h"
#include "cli/leadup-cli-articles.h"
#include "cli/leadup-cli-options.h"
#include "document/leadup-document.h"
#include "import/leadup-draft.h"
#include "import/leadup-importer.h"
#include "model/leadup-review-edit.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* What of an article stands beside its sentences. */
typedef struct
{
  LeadupDigest *digest;
  GPtrArray *labels; /* (element-type utf8): of each document */
} Pile;

/* The story that a draft goes into. */
typedef struct
{
  LeadupDocument *document;
  int status;
} Draft;

static gpointer
keep_article (LeadupArticle *article,
              gpointer       user_data)
{
  return article;
}

/* “Outlet, 3 May 2025 (file)”, of what is known. */
static char *
label_article (const LeadupArticle *article)
{
  GString *label = g_string_new (article->outlet);

  if (article->title != NULL)
    g_string_append_printf (label, "%s“%s”", label->len > 0 ? ", " : "", article->title);
  if (label->len == 0 && article->doc != NULL)
    g_string_append (label, article->doc);
  if (article->published != NULL)
    g_string_append_printf (label, "%s%s", label->len > 0 ? ", " : "", article->published);

  return g_string_free (label, FALSE);
}

static void
add_article (gpointer result,
             gpointer user_data)
{
  LeadupArticle *article = result;
  Pile *pile = user_data;
  g_autofree char *label = label_article (article);

  leadup_digest_add (pile->digest, article);
  g_ptr_array_add (pile->labels, leadup_text_single_line (label, 300));
  leadup_article_free (article);
}

static char *
write_json (GPtrArray *days)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < days->len; i++)
    {
      const LeadupDigestDay *day = g_ptr_array_index (days, i);

      g_string_append_printf (json, "%s[\"%s\",[", i > 0 ? "," : "", day->day);
      for (guint j = 0; j < day->sentences->len; j++)
        {
          const LeadupDigestSentence *sentence = g_ptr_array_index (day->sentences, j);

          if (j > 0)
            g_string_append_c (json, ',');
          leadup_text_append_json (json, sentence->text);
        }
      g_string_append (json, "]]");
    }
  g_string_append (json, "]\n");

  return g_string_free (json, FALSE);
}

/* What Markdown would take for its own stands as it is. */
static void
append_markdown (GString    *markdown,
                 const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (strchr ("\\`*_[]<>#", *at) != NULL)
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *at);
    }
}

static char *
write_markdown (const Pile *pile,
                GPtrArray  *days)
{
  GString *markdown = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      const LeadupDigestDay *day = g_ptr_array_index (days, i);

      g_string_append_printf (markdown, "%s## %s\n\n", i > 0 ? "\n" : "", day->day);
      for (guint j = 0; j < day->sentences->len; j++)
        {
          const LeadupDigestSentence *sentence = g_ptr_array_index (day->sentences, j);

          g_string_append (markdown, "* ");
          append_markdown (markdown, sentence->text);
          g_string_append (markdown, " — ");
          append_markdown (markdown, g_ptr_array_index (pile->labels, sentence->document));
          for (guint k = 0; k < sentence->also->len; k++)
            {
              g_string_append (markdown, k == 0 ? _ ("; also ") : "; ");
              append_markdown (markdown,
                               g_ptr_array_index (pile->labels,
                                                  g_array_index (sentence->also, guint32, k)));
            }
          g_string_append_c (markdown, '\n');
        }
    }

  return g_string_free (markdown, FALSE);
}

static int
print_digest (char                    **files,
              const char               *date,
              gboolean                  is_markdown,
              const LeadupDigestLimits *limits)
{
  Pile pile = { leadup_digest_new (), g_ptr_array_new_with_free_func (g_free) };
  int status = leadup_cli_articles_read (files, date, keep_article, add_article, &pile);
  g_autoptr (GPtrArray) days = leadup_digest_make (pile.digest, limits, NULL, NULL);
  g_autofree char *text = is_markdown ? write_markdown (&pile, days) : write_json (days);

  if (fputs (text, stdout) < 0 || fflush (stdout) != 0)
    {
      leadup_cli_complain (_ ("output"), g_strerror (errno));
      status = LEADUP_CLI_FAILED;
    }
  g_ptr_array_unref (pile.labels);
  leadup_digest_free (pile.digest);

  return status;
}

static gboolean
push (LeadupDocument    *document,
      LeadupTransaction *transaction,
      GError           **error)
{
  return leadup_transaction_get_n_changes (transaction) == 0 ||
         leadup_history_push (leadup_document_get_history (document), transaction, error);
}

/* Reads an article into the story; what is in it waits for review. */
static gboolean
import_document (Draft             *self,
                 LeadupCliDocument *document,
                 GError           **error)
{
  LeadupStory *story = leadup_document_get_story (self->document);
  g_autoptr (GBytes) bytes = document->bytes != NULL
                                 ? g_bytes_ref (document->bytes)
                                 : g_bytes_new (document->text, strlen (document->text));
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  LeadupImportInput input = { .bytes = bytes,
                              .name = document->name,
                              .published = document->published,
                              .snapshot = snapshot };
  g_autoptr (LeadupImportPlan) plan =
      leadup_importers_find ("article")->parse (&input, NULL, error);
  g_autoptr (LeadupTransaction) transaction = NULL;

  if (plan == NULL)
    return FALSE;
  transaction = leadup_import_plan_to_transaction (plan, snapshot);

  return push (self->document, transaction, error);
}

static void
import_cb (LeadupCliDocument *document,
           gpointer           user_data)
{
  Draft *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!import_document (self, document, &error))
    {
      leadup_cli_complain (document->place, error->message);
      self->status = LEADUP_CLI_FAILED;
    }
  leadup_cli_document_free (document);
}

/* Takes what the digest chose into the story; the rest stays to be reviewed. */
static gboolean
accept_draft (Draft                    *self,
              const LeadupDigestLimits *limits,
              GError                  **error)
{
  LeadupStory *story = leadup_document_get_story (self->document);
  g_autoptr (LeadupSnapshot) snapshot = leadup_story_snapshot (story);
  g_autoptr (GPtrArray) chosen = leadup_draft_choose (snapshot, limits, NULL, error);
  g_autoptr (LeadupTransaction) transaction = NULL;

  if (chosen == NULL)
    return FALSE;
  if (chosen->len > 0)
    {
      transaction = leadup_review_edit_accept (story, chosen, g_get_real_time ());
      if (!push (self->document, transaction, error))
        return FALSE;
    }

  g_printerr (_ ("%u events in the draft, %u found\n"), chosen->len,
              leadup_story_get_n (story, LEADUP_RECORD_CANDIDATE));

  return TRUE;
}

static int
write_story (char                    **files,
             const char               *date,
             const char               *output,
             const LeadupDigestLimits *limits)
{
  g_autoptr (LeadupDocument) document = leadup_document_new ();
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr (GError) error = NULL;
  Draft self = { document, LEADUP_CLI_OK };
  int status = leadup_cli_documents_each (files, date, import_cb, &self);

  if (!accept_draft (&self, limits, &error) ||
      !leadup_document_save (document, file, FALSE, NULL, &error))
    {
      leadup_cli_complain (output, error->message);
      return LEADUP_CLI_FAILED;
    }

  return MAX (status, self.status);
}

static const char *
check_limits (const LeadupDigestLimits *limits,
              int                       n_days,
              int                       n_sentences)
{
  if (limits->from != NULL && !leadup_cli_is_day (limits->from))
    return _ ("--from: not a day; write YYYY-MM-DD");
  if (limits->to != NULL && !leadup_cli_is_day (limits->to))
    return _ ("--to: not a day; write YYYY-MM-DD");
  if (limits->from != NULL && limits->to != NULL && strcmp (limits->from, limits->to) > 0)
    return _ ("--from is after --to");
  if (n_days < 1 || n_days > LEADUP_DIGEST_MAX)
    return _ ("--dates: a number from 1 to 10000");
  if (n_sentences < 1 || n_sentences > LEADUP_DIGEST_MAX)
    return _ ("--sentences: a number from 1 to 10000");

  return NULL;
}

/**
 * leadup_cli_digest:
 * @argc: number of arguments behind the verb, the verb itself being the first
 * @argv: the arguments
 *
 * `leadup digest [--from D] [--to D] [--dates N] [--sentences N] [--date D]
 * [--format json|markdown|leadup] [-o STORY] FILE…`
 *
 * Returns: exit status
 */
int
leadup_cli_digest (int    argc,
                   char **argv)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *date = NULL;
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) files = NULL;
  int n_days = LEADUP_DIGEST_DAYS, n_sentences = LEADUP_DIGEST_SENTENCES;
  LeadupDigestLimits limits;
  const char *problem;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, _ ("First day"), "YYYY-MM-DD" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, _ ("Last day"), "YYYY-MM-DD" },
    { "dates", 0, 0, G_OPTION_ARG_INT, &n_days, _ ("How many days"), "N" },
    { "sentences", 0, 0, G_OPTION_ARG_INT, &n_sentences, _ ("How many sentences a day"), "N" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date,
      _ ("Day on which a file was published; of several files, of those that do not say theirs"),
      "YYYY-MM-DD" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, _ ("Form of the output"),
      "json|markdown|leadup" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, _ ("Story to write, for leadup"),
      _ ("STORY") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };

  if (!leadup_cli_parse (
          &argc, &argv, _ ("FILE…"),
          _ ("Make a first draft of a timeline from articles (text, HTML, .jsonl): the days that "
             "matter and the sentences that tell them."),
          entries))
    return LEADUP_CLI_MISUSED;
  if (files == NULL)
    return leadup_cli_misused ("digest", "%s", _ ("which file?"));
  if (date != NULL && !leadup_cli_is_day (date))
    return leadup_cli_misused ("digest", "--date %s: %s", date, _ ("not a day; write YYYY-MM-DD"));

  limits = (LeadupDigestLimits) { from, to, (guint) n_days, (guint) n_sentences };
  problem = check_limits (&limits, n_days, n_sentences);
  if (problem != NULL)
    return leadup_cli_misused ("digest", "%s", problem);

  if (g_strcmp0 (format, "leadup") == 0)
    return output != NULL ? write_story (files, date, output, &limits)
                          : leadup_cli_misused ("digest", "%s", _ ("which story? Say -o STORY"));
  if (format != NULL && strcmp (format, "json") != 0 && strcmp (format, "markdown") != 0)
    return leadup_cli_misused ("digest", "--format %s: %s", format,
                               _ ("unknown; there are json, markdown and leadup"));

  return print_digest (files, date, g_strcmp0 (format, "markdown") == 0, &limits);
}
