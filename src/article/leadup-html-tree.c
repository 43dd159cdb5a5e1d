/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/leadup-html-tree.h"

#include <string.h>

#define MAX_NODES (4 << 20)
#define BLOCK_BYTES ((gsize) 256 * 1024)

/* Memory of the parser comes from blocks that go away at once: its own release would recurse. */
static void *
allocate (void  *data,
          size_t size)
{
  LeadupHtmlTree *self = data;
  char *memory;

  size = (size + 15) & ~(size_t) 15;
  if (size > BLOCK_BYTES / 4)
    {
      memory = g_malloc (size);
      /* Not last, so that the block in use stays the last. */
      g_ptr_array_insert (self->blocks, 0, memory);
      return memory;
    }

  if (self->block_used + size > BLOCK_BYTES)
    {
      g_ptr_array_add (self->blocks, g_malloc (BLOCK_BYTES));
      self->block_used = 0;
    }

  memory = (char *) g_ptr_array_index (self->blocks, self->blocks->len - 1) + self->block_used;
  self->block_used += size;

  return memory;
}

static void
deallocate (void *data,
            void *memory)
{
}

static const GumboVector *
children_of (const GumboNode *node)
{
  switch (node->type)
    {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      return &node->v.element.children;
    case GUMBO_NODE_DOCUMENT:
      return &node->v.document.children;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_COMMENT:
    case GUMBO_NODE_WHITESPACE:
    default:
      return NULL;
    }
}

static void
measure_text (LeadupHtmlNode *node,
              const char     *text)
{
  gboolean after_space = TRUE;

  for (; *text != '\0'; text++)
    {
      gboolean is_space = g_ascii_isspace (*text);

      node->text_length += !is_space || !after_space;
      node->commas += *text == ',';
      after_space = is_space;
    }
}

/* Gives attributes back the values that went around the parser. */
static void
restore_values (LeadupHtmlTree    *self,
                const GumboVector *attributes)
{
  for (guint i = 0; i < attributes->length; i++)
    {
      GumboAttribute *attribute = attributes->data[i];
      guint64 number;

      if (attribute->value[0] != LEADUP_HTML_VALUE_MARK)
        continue;
      number = g_ascii_strtoull (attribute->value + 1, NULL, 16);
      attribute->value = number < self->page.values->len
                           ? g_ptr_array_index (self->page.values, number)
                           : "";
    }
}

static void
add_node (LeadupHtmlTree  *self,
          const GumboNode *gumbo,
          guint32          parent)
{
  LeadupHtmlNode node = { .node = gumbo, .parent = parent, .tag = GUMBO_TAG_UNKNOWN };

  node.is_text = gumbo->type != GUMBO_NODE_ELEMENT && gumbo->type != GUMBO_NODE_TEMPLATE &&
                 gumbo->type != GUMBO_NODE_DOCUMENT;
  if (node.is_text)
    {
      if (gumbo->type != GUMBO_NODE_COMMENT)
        measure_text (&node, gumbo->v.text.text);
    }
  else if (gumbo->type != GUMBO_NODE_DOCUMENT)
    {
      node.tag = gumbo->v.element.tag;
      restore_values (self, &gumbo->v.element.attributes);
    }

  g_array_append_val (self->nodes, node);
}

static gboolean
has_no_text (GumboTag tag)
{
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_NOSCRIPT ||
         tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_TEXTAREA ||
         tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_IFRAME;
}

/* Preorder with a stack of (node, next child); then lengths are added up from the end. */
static void
flatten (LeadupHtmlTree  *self,
         const GumboNode *root)
{
  typedef struct
  {
    const GumboNode *node;
    guint32 index;
    guint next;
  } Frame;
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Frame));
  Frame first = { root, 0, 0 };

  add_node (self, root, 0);
  g_array_append_val (stack, first);

  while (stack->len > 0)
    {
      Frame *frame = &g_array_index (stack, Frame, stack->len - 1);
      const GumboVector *children = children_of (frame->node);

      if (children != NULL && frame->next < children->length && self->nodes->len < MAX_NODES)
        {
          Frame child = { children->data[frame->next++], self->nodes->len, 0 };

          add_node (self, child.node, frame->index);
          g_array_append_val (stack, child);
          continue;
        }

      g_array_index (self->nodes, LeadupHtmlNode, frame->index).end = self->nodes->len;
      g_array_set_size (stack, stack->len - 1);
    }

  for (guint32 i = self->nodes->len; i > 1; i--)
    {
      LeadupHtmlNode *node = &g_array_index (self->nodes, LeadupHtmlNode, i - 1);
      LeadupHtmlNode *parent = &g_array_index (self->nodes, LeadupHtmlNode, node->parent);

      if (has_no_text (node->tag))
        node->text_length = node->link_length = node->commas = 0;
      if (node->tag == GUMBO_TAG_A)
        node->link_length = node->text_length;

      parent->text_length += node->text_length;
      parent->link_length += node->link_length;
      parent->commas += node->commas;
    }
}

/**
 * leadup_html_tree_new:
 * @html: valid UTF-8
 * @length: its bytes
 *
 * Parses a page as HTML 5 does. Time and memory are bounded by @length: overlong tags and elements
 * that are nested too deeply are left out, their text is kept.
 *
 * Returns: (transfer full): the tree
 */
LeadupHtmlTree *
leadup_html_tree_new (const char *html,
                      gsize       length)
{
  LeadupHtmlTree *self;
  GumboOptions options = kGumboDefaultOptions;
  GumboOutput *output;

  g_return_val_if_fail (html != NULL, NULL);

  self = g_new0 (LeadupHtmlTree, 1);
  self->nodes = g_array_new (FALSE, TRUE, sizeof (LeadupHtmlNode));
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->block_used = BLOCK_BYTES;
  leadup_html_filter (&self->page, html, strnlen (html, length));

  options.allocator = allocate;
  options.deallocator = deallocate;
  options.userdata = self;
  options.max_errors = 0;
  output = gumbo_parse_with_options (&options, self->page.html, self->page.length);
  flatten (self, output->document);

  return self;
}

void
leadup_html_tree_free (LeadupHtmlTree *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->nodes);
  g_ptr_array_unref (self->blocks);
  leadup_html_filtered_clear (&self->page);
  g_free (self);
}

const LeadupHtmlNode *
leadup_html_tree_get (const LeadupHtmlTree *self,
                      guint32               index)
{
  g_return_val_if_fail (self != NULL && index < self->nodes->len, NULL);

  return &g_array_index (self->nodes, LeadupHtmlNode, index);
}

/**
 * leadup_html_node_attribute:
 * @node: a node
 * @name: of an attribute, in lower case
 *
 * Returns: (transfer none) (nullable): the value
 */
const char *
leadup_html_node_attribute (const LeadupHtmlNode *node,
                            const char           *name)
{
  const GumboAttribute *attribute;

  g_return_val_if_fail (node != NULL, NULL);

  if (node->is_text || node->node->type == GUMBO_NODE_DOCUMENT)
    return NULL;

  attribute = gumbo_get_attribute (&node->node->v.element.attributes, name);

  return attribute != NULL ? attribute->value : NULL;
}

/**
 * leadup_html_tree_dup_text:
 * @self: a tree
 * @index: of a node
 *
 * Returns: (transfer full): the text of its subtree on one line
 */
char *
leadup_html_tree_dup_text (const LeadupHtmlTree *self,
                           guint32               index)
{
  GString *text = g_string_new (NULL);
  guint32 end;

  g_return_val_if_fail (self != NULL && index < self->nodes->len, g_string_free (text, FALSE));

  end = leadup_html_tree_get (self, index)->end;
  for (guint32 i = index; i < end; i++)
    {
      const LeadupHtmlNode *node = leadup_html_tree_get (self, i);

      if (!node->is_text && has_no_text (node->tag) && i > index)
        {
          i = node->end - 1;
          continue;
        }

      if (!node->is_text)
        {
          if (node->tag == GUMBO_TAG_BR || node->tag == GUMBO_TAG_P || node->tag == GUMBO_TAG_DIV)
            g_string_append_c (text, ' ');
          continue;
        }
      if (node->node->type == GUMBO_NODE_COMMENT)
        continue;

      for (const char *at = node->node->v.text.text; *at != '\0'; at++)
        if (!g_ascii_isspace (*at))
          g_string_append_c (text, *at);
        else if (text->len > 0 && text->str[text->len - 1] != ' ')
          g_string_append_c (text, ' ');
    }

  g_strstrip (text->str);

  return g_string_free (text, FALSE);
}
