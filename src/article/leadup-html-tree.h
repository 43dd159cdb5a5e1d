/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/leadup-html-filter.h"

#include <glib.h>
#include <gumbo.h>

G_BEGIN_DECLS

/**
 * LeadupHtmlNode:
 * @node: an element or a text of the parser
 * @parent: index of its parent; of the root 0
 * @end: behind the last node of its subtree
 * @text_length: bytes of text in it, white space collapsed
 * @link_length: those inside links
 * @commas: in its text
 */
typedef struct
{
  const GumboNode *node;
  guint32          parent;
  guint32          end;
  guint32          text_length;
  guint32          link_length;
  guint32          commas;
  GumboTag         tag; /* GUMBO_TAG_UNKNOWN for texts */
  gboolean         is_text;
} LeadupHtmlNode;

/**
 * LeadupHtmlTree:
 * @nodes: (element-type LeadupHtmlNode): in the order of the page, parents before children
 *
 * @page: what the parser read
 *
 * A parsed page as one array, so that nothing walks it by recursion. Owned by one thread.
 */
typedef struct
{
  GArray            *nodes;
  LeadupHtmlFiltered page;
  /*< private >*/
  GPtrArray   *blocks;
  gsize        block_used;
} LeadupHtmlTree;

LeadupHtmlTree       *leadup_html_tree_new       (const char           *html,
                                                  gsize                 length) G_GNUC_WARN_UNUSED_RESULT;
void                  leadup_html_tree_free      (LeadupHtmlTree       *self);
const LeadupHtmlNode *leadup_html_tree_get       (const LeadupHtmlTree *self,
                                                  guint32               index);
const char           *leadup_html_node_attribute (const LeadupHtmlNode *node,
                                                  const char           *name);
char                 *leadup_html_tree_dup_text  (const LeadupHtmlTree *self,
                                                  guint32               index) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupHtmlTree, leadup_html_tree_free)

G_END_DECLS
