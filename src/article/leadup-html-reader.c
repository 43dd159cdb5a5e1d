/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-html-reader.h"

#include "article/leadup-html-main.h"
#include "article/leadup-html-metadata.h"
#include "base/leadup-text.h"

#include <string.h>

/* A heading so much like the title is the title. */
#define SAME_TITLE 0.75
/* Labels behind an article. */
#define MAX_LABEL_BYTES 48
#define MAX_TAIL_LABELS 4
#define MIN_PROSE_BYTES 80

/**
 * Writer:
 * @breaks: line breaks due before the next character: 0, 1 or 2
 * @captions: (element-type LeadupFurniture): passages that are captions
 * @title: (nullable): which the text does not repeat
 */
typedef struct
{
  GString *text;
  guint breaks;
  gboolean needs_space;
  gboolean in_caption;
  GArray *captions;
  const char *title;
} Writer;

/* How many line breaks stand before and behind an element. */
static guint
breaks_of (GumboTag tag)
{
  switch ((int) tag)
    {
    case GUMBO_TAG_BR:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_OPTION:
      return 1;
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_CENTER:
      return 2;
    default:
      return 0;
    }
}

static void
break_lines (Writer *self,
             guint   n)
{
  if (self->text->len > 0)
    self->breaks = MAX (self->breaks, n);
  self->needs_space = FALSE;
}

static void
write_text (Writer     *self,
            const char *text,
            gboolean    is_caption)
{
  for (; *text != '\0'; text++)
    {
      if (g_ascii_isspace (*text))
        {
          self->needs_space = self->text->len > 0 && self->breaks == 0;
          continue;
        }

      for (; self->breaks > 0; self->breaks--)
        g_string_append_c (self->text, '\n');
      if (self->needs_space)
        g_string_append_c (self->text, ' ');
      self->needs_space = FALSE;

      if (is_caption && !self->in_caption)
        {
          LeadupFurniture caption = { { (guint32) self->text->len, 0 }, "caption" };

          g_array_append_val (self->captions, caption);
          self->in_caption = TRUE;
        }
      g_string_append_c (self->text, *text);
      if (is_caption)
        g_array_index (self->captions, LeadupFurniture, self->captions->len - 1).span.end =
            (guint32) self->text->len;
    }
}

/* Ends the elements that end before node @index. */
static void
leave (Writer               *self,
       const LeadupHtmlTree *tree,
       GArray               *open,
       guint32               index)
{
  while (open->len > 0)
    {
      const LeadupHtmlNode *node =
          leadup_html_tree_get (tree, g_array_index (open, guint32, open->len - 1));

      if (node->end > index)
        return;
      break_lines (self, breaks_of (node->tag));
      if (node->tag == GUMBO_TAG_FIGCAPTION)
        self->in_caption = FALSE;
      g_array_set_size (open, open->len - 1);
    }
}

/* Whether a heading only says the title again. */
static gboolean
is_title (const Writer         *self,
          const LeadupHtmlTree *tree,
          guint32               index)
{
  const LeadupHtmlNode *node = leadup_html_tree_get (tree, index);
  g_autofree char *text = NULL;

  if (self->title == NULL || (node->tag != GUMBO_TAG_H1 && node->tag != GUMBO_TAG_H2) ||
      node->text_length == 0 || node->text_length > 1000)
    return FALSE;

  text = leadup_html_tree_dup_text (tree, index);

  return leadup_text_similarity (text, self->title) > SAME_TITLE;
}

static void
write_tree (Writer               *self,
            const LeadupHtmlTree *tree,
            const guint8         *fates)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < tree->nodes->len; i++)
    {
      const LeadupHtmlNode *node = leadup_html_tree_get (tree, i);

      leave (self, tree, open, i);
      if (node->is_text)
        {
          if (fates[i] != LEADUP_HTML_DROPPED && node->node->type != GUMBO_NODE_COMMENT)
            write_text (self, node->node->v.text.text, fates[i] == LEADUP_HTML_CAPTION);
          continue;
        }

      if (is_title (self, tree, i))
        {
          break_lines (self, 2);
          i = node->end - 1;
          continue;
        }

      if (breaks_of (node->tag) > 0)
        {
          break_lines (self, breaks_of (node->tag));
          g_array_append_val (open, i);
        }
      else if (node->tag == GUMBO_TAG_TD || node->tag == GUMBO_TAG_TH)
        self->needs_space = self->text->len > 0 && self->breaks == 0;
    }
}

/* Whether the line of @length bytes is one of prose, or long enough to be. */
static gboolean
is_prose (const char *line,
          gsize       length)
{
  static const char *const ends[] = { ".", "!", "?", "…", "\"", "”", "’", "»", "“", ")", "]", ":" };

  if (length > MAX_LABEL_BYTES)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gsize n = strlen (ends[i]);

      if (length > n && memcmp (line + length - n, ends[i], n) == 0)
        return ends[i][0] != ':';
    }

  return FALSE;
}

/* Labels that are left behind the last paragraph (“Share”, “More on this”) belong to the page. Only
 * after prose: songs, lists and tables end in short lines of their own. */
static void
trim_tail (Writer *self)
{
  gsize end = self->text->len;

  for (guint n = 0; n < MAX_TAIL_LABELS; n++)
    {
      gsize start = end;

      while (start > 0 && self->text->str[start - 1] != '\n')
        start--;
      if (start == 0 || is_prose (self->text->str + start, end - start))
        break;
      end = start;
      while (end > 0 && self->text->str[end - 1] == '\n')
        end--;
    }

  /* The paragraph before has to be a long one; more labels are a list. */
  for (gsize start = end; start > 0 && self->text->str[start - 1] != '\n'; start--)
    if (end - start >= MIN_PROSE_BYTES)
      {
        g_string_truncate (self->text, end);
        break;
      }

  while (self->captions->len > 0 &&
         g_array_index (self->captions, LeadupFurniture, self->captions->len - 1).span.end >
           self->text->len)
    g_array_set_size (self->captions, self->captions->len - 1);
}

/**
 * leadup_html_reader_read:
 * @html: a page, valid UTF-8
 * @length: its bytes
 *
 * Reads the article out of a page: its text, one paragraph a block, with what the page says about
 * it. Captions of pictures are marked as furniture.
 *
 * Returns: (transfer full): an article on which no stage ran yet
 */
LeadupArticle *
leadup_html_reader_read (const char *html,
                         gsize       length)
{
  g_autoptr (LeadupHtmlTree) tree = NULL;
  g_autofree guint8 *fates = NULL;
  g_autoptr (LeadupArticle) metadata = NULL;
  Writer writer = {
    0,
  };
  LeadupArticle *article;

  g_return_val_if_fail (html != NULL, NULL);

  tree = leadup_html_tree_new (html, length);
  metadata = leadup_article_new ("", 0);
  leadup_html_metadata_read (tree, metadata);
  fates = leadup_html_main_find (tree);
  writer.text = g_string_sized_new (length / 8);
  writer.captions = g_array_new (FALSE, FALSE, sizeof (LeadupFurniture));
  writer.title = metadata->title;
  write_tree (&writer, tree, fates);
  trim_tail (&writer);

  article = leadup_article_new (writer.text->str, (gssize) writer.text->len);
  article->is_html = TRUE;
  article->title = g_steal_pointer (&metadata->title);
  article->author = g_steal_pointer (&metadata->author);
  article->outlet = g_steal_pointer (&metadata->outlet);
  article->url = g_steal_pointer (&metadata->url);
  article->language = g_steal_pointer (&metadata->language);
  article->published = g_steal_pointer (&metadata->published);
  g_array_append_vals (article->furniture, writer.captions->data, writer.captions->len);
  g_string_free (writer.text, TRUE);
  g_array_unref (writer.captions);

  return article;
}
