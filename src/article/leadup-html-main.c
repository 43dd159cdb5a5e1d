/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-html-main.h"

#include <string.h>

/* A paragraph that counts has at least so many bytes. */
#define MIN_PARAGRAPH 25
/* Less text than this, and the rules were too strict for the page. */
#define MIN_ARTICLE 500
/* Ancestors that a paragraph speaks for. */
#define MAX_LEVELS 5

typedef enum
{
  STRICT_NAMES = 1 << 0,   /* drop what is called a sidebar, a comment … */
  STRICT_WEIGHTS = 1 << 1, /* let names count for and against */
  STRICT_CLEAN = 1 << 2,   /* drop lists of links, forms … within the article */
} Strictness;

/* Elements that are counted within others. */
typedef enum
{
  COUNTED_P,
  COUNTED_IMAGE,
  COUNTED_LI,
  COUNTED_INPUT,
  COUNTED_HEAD,
  COUNTED_TR,
  N_COUNTED,
} Counted;

/**
 * Finder:
 * @fates: by node: whether it can be of the article
 * @scores: by node
 *
 * Scores the elements of a page by the paragraphs in them, the way that a reader finds the article:
 * where the prose is.
 */
typedef struct
{
  const LeadupHtmlTree *tree;
  guint8 *dropped;
  float *scores;
  guint8 *has_block;          /* by node: whether a block element is in it */
  guint32 *counts[N_COUNTED]; /* by node: elements of a kind before it */
  Strictness strictness;
} Finder;

static const LeadupHtmlNode *
get (const Finder *self,
     guint32       index)
{
  return &g_array_index (self->tree->nodes, LeadupHtmlNode, index);
}

static gboolean
contains_any (const char          *text,
              const char * const  *words)
{
  g_autofree char *lower = NULL;

  if (text == NULL)
    return FALSE;

  lower = g_ascii_strdown (text, (gssize) MIN (strlen (text), 512));
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_named (const LeadupHtmlNode *node,
          const char  * const  *words)
{
  return contains_any (leadup_html_node_attribute (node, "class"), words) ||
         contains_any (leadup_html_node_attribute (node, "id"), words);
}

static gboolean
is_hidden (const LeadupHtmlNode *node)
{
  const char *style = leadup_html_node_attribute (node, "style");
  const char *aria = leadup_html_node_attribute (node, "aria-hidden");
  const char *class = leadup_html_node_attribute (node, "class");
  static const char *const none[] = { "display:none", "display: none", "visibility:hidden",
                                      "visibility: hidden", NULL };

  if (leadup_html_node_attribute (node, "hidden") != NULL || contains_any (style, none))
    return TRUE;

  /* Pictures of formulas are hidden from screens that read, but belong to the text. */
  return aria != NULL && strcmp (aria, "true") == 0 &&
         (class == NULL || strstr (class, "fallback-image") == NULL);
}

/* What is never of an article, whatever it is called. */
static gboolean
is_foreign_tag (GumboTag tag)
{
  switch ((int) tag)
    {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_LINK:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_block_tag (GumboTag tag)
{
  switch ((int) tag)
    {
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_MAIN:
      return TRUE;
    default:
      return FALSE;
    }
}

static const char *const foreign_names[] = {
  "-ad-",     "banner",   "breadcrumb", "combx",      "comment", "community",  "cookie",
  "disqus",   "gdpr",     "header",     "menu",       "related", "remark",     "replies",
  "rss",      "shoutbox", "sidebar",    "skyscraper", "social",  "sponsor",    "supplemental",
  "ad-break", "agegate",  "pagination", "pager",      "popup",   "newsletter", "footer",
  "promo",    "outbrain", "taboola",    "subscribe",  "paywall", "masthead",   NULL,
};
static const char *const article_names[] = { "article", "body",   "column", "content",
                                             "main",    "shadow", "story",  NULL };
static const char *const good_names[] = {
  "article", "body", "content", "entry", "main", "page", "post", "text", "blog", "story", NULL,
};
static const char *const bad_names[] = {
  "-ad-",     "hidden", "banner",   "combx",      "comment", "contact",    "footer",
  "footnote", "gdpr",   "masthead", "media",      "meta",    "outbrain",   "promo",
  "related",  "scroll", "share",    "shoutbox",   "sidebar", "skyscraper", "sponsor",
  "shopping", "tags",   "widget",   "newsletter", "social",  NULL,
};
static const char *const byline_names[] = { "byline",    "author",   "dateline",
                                            "writtenby", "p-author", NULL };
/* Short parts that stand within an article and are none of it. */
static const char *const aside_names[] = {
  "share",          "sharedaddy",      "social-",     "addthis",     "disclaimer", "disclosure",
  "player-overlay", "third-party",     "app-section", "likes-widget", "trending",  "entryfooter",
  "entry-footer",   "consent-",        "post-footer", NULL,
};

/* Names that say what is no part of an article, unless they also say that it is one. */
static gboolean
is_foreign_name (const Finder *self,
                 guint32       index)
{
  const LeadupHtmlNode *node = get (self, index);

  if (node->tag == GUMBO_TAG_BODY || node->tag == GUMBO_TAG_A || node->tag == GUMBO_TAG_HTML ||
      node->tag == GUMBO_TAG_ARTICLE)
    return FALSE;

  return is_named (node, foreign_names) && !is_named (node, article_names);
}

static gboolean
is_foreign_role (const LeadupHtmlNode *node)
{
  static const char *const roles[] = { "menu",  "menubar",     "complementary", "navigation",
                                       "alert", "alertdialog", "dialog" };
  const char *role = leadup_html_node_attribute (node, "role");

  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++)
    if (strcmp (role, roles[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_byline (const LeadupHtmlNode *node)
{
  const char *rel = leadup_html_node_attribute (node, "rel");

  return node->text_length > 0 && node->text_length < 100 && node->tag != GUMBO_TAG_BODY &&
         ((rel != NULL && strcmp (rel, "author") == 0) || is_named (node, byline_names));
}

/* Marks the subtrees that are not looked at. */
static void
drop_foreign (Finder *self)
{
  for (guint32 i = 0; i < self->tree->nodes->len; i++)
    {
      const LeadupHtmlNode *node = get (self, i);

      if (node->is_text || node->node->type == GUMBO_NODE_DOCUMENT)
        continue;

      if (is_foreign_tag (node->tag) || is_hidden (node) || is_byline (node) ||
          ((self->strictness & STRICT_NAMES) &&
           (is_foreign_name (self, i) || is_foreign_role (node))))
        {
          memset (self->dropped + i, TRUE, node->end - i);
          i = node->end - 1;
        }
    }
}

static int
weigh (const Finder *self,
       guint32       index)
{
  const LeadupHtmlNode *node = get (self, index);
  int weight = 0;
  static const char *const attributes[] = { "class", "id" };

  if ((self->strictness & STRICT_WEIGHTS) == 0)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *name = leadup_html_node_attribute (node, attributes[i]);

      weight -= contains_any (name, bad_names) ? 25 : 0;
      weight += contains_any (name, good_names) ? 25 : 0;
    }

  return weight;
}

static float
base_score (const Finder *self,
            guint32       index)
{
  float score = (float) weigh (self, index);

  switch ((int) get (self, index)->tag)
    {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
      return score + 5;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_BLOCKQUOTE:
      return score + 3;
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_FORM:
      return score - 3;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_TH:
      return score - 5;
    default:
      return score;
    }
}

static float
link_density (const LeadupHtmlNode *node)
{
  return node->text_length > 0 ? (float) node->link_length / (float) node->text_length : 0;
}

static int
counted_kind (GumboTag tag)
{
  switch ((int) tag)
    {
    case GUMBO_TAG_P:
      return COUNTED_P;
    case GUMBO_TAG_IMG:
      return COUNTED_IMAGE;
    case GUMBO_TAG_LI:
      return COUNTED_LI;
    case GUMBO_TAG_INPUT:
      return COUNTED_INPUT;
    case GUMBO_TAG_TH:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_COL:
      return COUNTED_HEAD;
    case GUMBO_TAG_TR:
      return COUNTED_TR;
    default:
      return -1;
    }
}

/* Counts once what would else be counted again for each element around it. */
static void
count_all (Finder *self)
{
  guint32 n_nodes = self->tree->nodes->len;

  self->has_block = g_new0 (guint8, n_nodes);
  for (guint kind = 0; kind < N_COUNTED; kind++)
    self->counts[kind] = g_new0 (guint32, n_nodes + 1);

  for (guint32 i = 0; i < n_nodes; i++)
    {
      int found = get (self, i)->is_text ? -1 : counted_kind (get (self, i)->tag);

      for (guint kind = 0; kind < N_COUNTED; kind++)
        self->counts[kind][i + 1] = self->counts[kind][i] + (found == (int) kind);
    }

  for (guint32 i = n_nodes; i > 1; i--)
    if (self->has_block[i - 1] ||
        (!get (self, i - 1)->is_text && is_block_tag (get (self, i - 1)->tag)))
      self->has_block[get (self, i - 1)->parent] = TRUE;
}

static guint
count_in (const Finder *self,
          guint32       index,
          Counted       kind)
{
  return self->counts[kind][get (self, index)->end] - self->counts[kind][index + 1];
}

static gboolean
is_paragraph (const Finder *self,
              guint32       index)
{
  switch ((int) get (self, index)->tag)
    {
    case GUMBO_TAG_P:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return TRUE;
    case GUMBO_TAG_DIV:
      return !self->has_block[index];
    default:
      return FALSE;
    }
}

/* A text that stands in a division beside blocks is a paragraph as well: line breaks made them. */
static gboolean
is_bare_text (const Finder *self,
              guint32       index)
{
  const LeadupHtmlNode *node = get (self, index);
  GumboTag tag = get (self, node->parent)->tag;

  return node->is_text &&
         (tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_BODY) &&
         self->has_block[node->parent];
}

/* Each paragraph speaks for its ancestors, the nearer the more. */
static guint32
score_paragraphs (Finder *self)
{
  guint32 best = 0;

  for (guint32 i = 1; i < self->tree->nodes->len; i++)
    {
      const LeadupHtmlNode *node = get (self, i);
      gboolean is_text = is_bare_text (self, i);
      guint32 ancestor = node->parent;
      float score;

      if (self->dropped[i] || node->text_length < MIN_PARAGRAPH ||
          (!is_text && !is_paragraph (self, i)))
        continue;

      score = 1 + (float) node->commas + (float) MIN (node->text_length / 100, 3);
      for (guint level = 0; level < MAX_LEVELS && ancestor != 0; level++)
        {
          float divider = level == 0 ? 1 : (level == 1 ? 2 : (float) level * 3);

          if (get (self, ancestor)->tag == GUMBO_TAG_HTML)
            break;
          if (self->scores[ancestor] == 0)
            self->scores[ancestor] = base_score (self, ancestor);
          self->scores[ancestor] += score / divider;
          ancestor = get (self, ancestor)->parent;
        }
    }

  for (guint32 i = 1; i < self->tree->nodes->len; i++)
    {
      if (self->dropped[i] || get (self, i)->is_text || self->scores[i] == 0)
        continue;
      self->scores[i] *= 1 - link_density (get (self, i));
      if (best == 0 || self->scores[i] > self->scores[best])
        best = i;
    }

  return best;
}

static gboolean
is_inside (const Finder *self,
           guint32       index,
           guint32       ancestor)
{
  return index >= ancestor && index < get (self, ancestor)->end;
}

/* Where several parts of the page are about as good, the article is what holds them; and while the
 * parent scores better or is all that its parent holds, it is the parent. */
static guint32
climb (const Finder *self,
       guint32       best)
{
  guint32 top[5] = {
    0,
  };
  guint n_top = 0;
  float last;

  for (guint32 i = 1; i < self->tree->nodes->len && n_top < G_N_ELEMENTS (top); i++)
    if (!self->dropped[i] && i != best && self->scores[i] >= 0.75f * self->scores[best])
      top[n_top++] = i;

  if (n_top >= 3)
    for (guint32 i = get (self, best)->parent;
         i > 0 && get (self, i)->tag != GUMBO_TAG_BODY && get (self, i)->tag != GUMBO_TAG_HTML;
         i = get (self, i)->parent)
      {
        guint n_inside = 0;

        for (guint j = 0; j < n_top; j++)
          n_inside += is_inside (self, top[j], i);
        if (n_inside >= 3)
          {
            best = i;
            break;
          }
      }

  last = self->scores[best];
  for (guint32 i = get (self, best)->parent; i > 0; i = get (self, i)->parent)
    {
      if (get (self, i)->tag == GUMBO_TAG_BODY || get (self, i)->tag == GUMBO_TAG_HTML)
        break;
      if (self->scores[i] == 0)
        continue;
      if (self->scores[i] < self->scores[best] / 3)
        break;
      if (self->scores[i] > last)
        {
          best = i;
          break;
        }
      last = self->scores[i];
    }

  /* A parent that holds nothing else lets the search for siblings look around. */
  while (get (self, best)->parent > 0)
    {
      guint32 parent = get (self, best)->parent;

      if (get (self, parent)->tag == GUMBO_TAG_BODY || get (self, parent)->tag == GUMBO_TAG_HTML ||
          get (self, parent)->text_length > get (self, best)->text_length + 2)
        break;
      best = parent;
    }

  return best;
}

static gboolean
ends_like_prose (const Finder *self,
                 guint32       index)
{
  g_autofree char *text = leadup_html_tree_dup_text (self->tree, index);
  gsize length = strlen (text);

  return length > 0 && strchr (".!?", text[length - 1]) != NULL;
}

/* Neighbours of the best element that look like parts of the same article. */
static gboolean
joins (const Finder *self,
       guint32       index,
       guint32       best)
{
  const LeadupHtmlNode *node = get (self, index);
  const char *class = leadup_html_node_attribute (node, "class");
  const char *best_class = leadup_html_node_attribute (get (self, best), "class");
  float bonus = 0;

  if (index == best)
    return TRUE;
  if (node->is_text || self->dropped[index])
    return FALSE;

  if (class != NULL && best_class != NULL && *class != '\0' && strcmp (class, best_class) == 0)
    bonus = self->scores[best] * 0.2f;
  if (self->scores[index] != 0 &&
      self->scores[index] + bonus >= MAX (10, self->scores[best] * 0.2f))
    return TRUE;

  if (node->tag != GUMBO_TAG_P)
    return FALSE;

  return (node->text_length > 80 && link_density (node) < 0.25f) ||
         (node->text_length > 0 && node->text_length <= 80 && node->link_length == 0 &&
          ends_like_prose (self, index));
}

static gboolean
is_data_table (const Finder *self,
               guint32       index)
{
  return count_in (self, index, COUNTED_HEAD) > 0 || count_in (self, index, COUNTED_TR) >= 10;
}

/* Whether a part within the article is furniture by what it holds: links, fields, little prose. */
static gboolean
is_litter (const Finder *self,
           guint32       index)
{
  const LeadupHtmlNode *node = get (self, index);
  int weight = weigh (self, index);
  float density = link_density (node);
  gboolean is_list = node->tag == GUMBO_TAG_UL || node->tag == GUMBO_TAG_OL;
  guint n_paragraphs, n_images, n_items;

  if (node->tag == GUMBO_TAG_TABLE && is_data_table (self, index))
    return FALSE;
  if (weight < 0)
    return TRUE;
  if (node->commas >= 10)
    return FALSE;

  n_paragraphs = count_in (self, index, COUNTED_P);
  n_images = count_in (self, index, COUNTED_IMAGE);
  n_items = count_in (self, index, COUNTED_LI);

  return (!is_list && n_items > n_paragraphs + 100) ||
         (count_in (self, index, COUNTED_INPUT) > n_paragraphs / 3 && n_paragraphs > 0) ||
         (!is_list && node->text_length < 25 && (n_images == 0 || n_images > 2) && density > 0) ||
         (!is_list && weight < 25 && density > 0.2f) || (is_list && density > 0.5f) ||
         (weight >= 25 && density > 0.5f);
}

static gboolean
is_in (const Finder *self,
       guint32       index,
       GumboTag      tag)
{
  for (guint32 i = get (self, index)->parent; i > 0; i = get (self, i)->parent)
    if (get (self, i)->tag == tag)
      return TRUE;

  return FALSE;
}

/* Drops parts within the chosen elements. */
static void
clean (Finder *self,
       guint8 *fates)
{
  for (guint32 i = 1; i < self->tree->nodes->len; i++)
    {
      const LeadupHtmlNode *node = get (self, i);
      gboolean drop = FALSE;

      if (fates[i] == LEADUP_HTML_DROPPED || node->is_text)
        continue;

      switch ((int) node->tag)
        {
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
          drop = weigh (self, i) < 0;
          break;
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_FIELDSET:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_SECTION:
          drop = !is_in (self, i, GUMBO_TAG_TABLE) && is_litter (self, i);
          break;
        default:
          break;
        }

      drop = drop || (node->text_length < 500 && is_named (node, aside_names));
      if (drop)
        {
          memset (fates + i, LEADUP_HTML_DROPPED, node->end - i);
          i = node->end - 1;
        }
    }
}

static guint32
kept_length (const Finder *self,
             const guint8 *fates)
{
  guint32 length = 0;

  for (guint32 i = 0; i < self->tree->nodes->len; i++)
    if (get (self, i)->is_text && fates[i] != LEADUP_HTML_DROPPED)
      length += get (self, i)->text_length;

  return length;
}

static void
keep (const Finder *self,
      guint8       *fates,
      guint32       index)
{
  for (guint32 i = index; i < get (self, index)->end; i++)
    if (!self->dropped[i])
      fates[i] = LEADUP_HTML_KEPT;
}

static void
mark_captions (const Finder *self,
               guint8       *fates)
{
  for (guint32 i = 1; i < self->tree->nodes->len; i++)
    if (get (self, i)->tag == GUMBO_TAG_FIGCAPTION && !get (self, i)->is_text)
      for (guint32 j = i; j < get (self, i)->end; j++)
        if (fates[j] == LEADUP_HTML_KEPT)
          fates[j] = LEADUP_HTML_CAPTION;
}

static guint8 *
find_once (const LeadupHtmlTree *tree,
           Strictness            strictness,
           guint32              *length)
{
  Finder self = { .tree = tree, .strictness = strictness };
  guint8 *fates = g_new0 (guint8, tree->nodes->len);
  guint32 best;

  self.dropped = g_new0 (guint8, tree->nodes->len);
  self.scores = g_new0 (float, tree->nodes->len);
  count_all (&self);
  drop_foreign (&self);
  best = score_paragraphs (&self);

  if (best != 0)
    {
      guint32 parent;

      best = climb (&self, best);
      parent = get (&self, best)->parent;
      for (guint32 i = parent + 1; i < get (&self, parent)->end; i = get (&self, i)->end)
        if (joins (&self, i, best))
          keep (&self, fates, i);
    }
  else
    keep (&self, fates, 0);

  if (strictness & STRICT_CLEAN)
    clean (&self, fates);
  mark_captions (&self, fates);
  *length = kept_length (&self, fates);
  g_free (self.dropped);
  g_free (self.scores);
  g_free (self.has_block);
  for (guint kind = 0; kind < N_COUNTED; kind++)
    g_free (self.counts[kind]);

  return fates;
}

/**
 * leadup_html_main_find:
 * @tree: a page
 *
 * Finds the article of a page by the density of its prose and by what the parts are called. Where
 * too little is found, it looks again less strictly.
 *
 * The idea of scoring the ancestors of paragraphs is that of Arc90's Readability (2009).
 *
 * Returns: (transfer full): a #LeadupHtmlFate by node
 */
guint8 *
leadup_html_main_find (const LeadupHtmlTree *tree)
{
  static const Strictness tries[] = {
    STRICT_NAMES | STRICT_WEIGHTS | STRICT_CLEAN,
    STRICT_WEIGHTS | STRICT_CLEAN,
    STRICT_CLEAN,
    0,
  };
  guint8 *best = NULL;
  guint32 best_length = 0;

  g_return_val_if_fail (tree != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      guint32 length;
      guint8 *fates = find_once (tree, tries[i], &length);

      if (best == NULL || length > best_length)
        {
          g_free (best);
          best = fates;
          best_length = length;
        }
      else
        g_free (fates);

      if (best_length >= MIN_ARTICLE)
        break;
    }

  return best;
}
