/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/leadup-graph-labels.h"
#include "model/leadup-tide.h"
#include "render/leadup-graph-scene.h"
#include "render/leadup-graph-strand.h"

G_BEGIN_DECLS

/* So many events of a pair have a line of their own. */
#define LEADUP_GRAPH_BUILDER_MAX_BUNDLE 40

/**
 * LeadupGraphBuilderActor:
 * @index: in the ties
 * @lines: (nullable) (array zero-terminated=1): the name as it is set
 * @n_ties: strands are counted once per pair
 * @n_events: of the window; one between many counts for each of its pairs
 */
typedef struct
{
  guint        index;
  const char  *id;
  LeadupActor *record;
  char       **lines;
  guint        n_ties;
  guint        n_events;
} LeadupGraphBuilderActor;

/* How much stands below a map. */
typedef enum
{
  LEADUP_GRAPH_BREVITY_FULL,
  LEADUP_GRAPH_BREVITY_COUNTED, /* those without a tie are counted only */
  LEADUP_GRAPH_BREVITY_TONES,   /* and only the colours are explained */
  LEADUP_GRAPH_BREVITY_BARE,    /* and not even they */
} LeadupGraphBrevity;

/**
 * LeadupGraphBuilder:
 * @actors: (array length=n_actors): those that are shown
 * @nodes: (array length=n_actors): their symbols, in pixels of the scene
 * @labels: (array length=n_actors): their names
 * @strands: (element-type LeadupGraphStrand): @from and @to are numbers of @actors
 * @n_mapped: the first so many of @actors stand on the map; others have no tie in the window and
 * are named in a row below it
 * @n_all: actors of @ties
 * @n_unsieved: actors that there are
 * @span: the time that all tides are drawn over
 * @has_tides: whether one was drawn
 *
 * What is known while a graph’s scene is built. Private to the files that build it.
 */
typedef struct
{
  LeadupSnapshot                *snapshot;
  LeadupTies                    *ties;
  const LeadupPoint             *positions;
  const LeadupGraphSceneOptions *options;
  const LeadupTheme             *theme;
  LeadupTextMeasure             *measure;
  LeadupScene                   *scene;
  LeadupGraphBuilderActor       *actors;
  LeadupGraphNode               *nodes;
  LeadupGraphLabel              *labels;
  guint                          n_actors;
  guint                          n_mapped;
  guint                          n_all;
  guint                          n_unsieved;
  LeadupTieWindow                span;
  GArray                        *strands;
  LeadupGraphBrevity             brevity;
  gboolean                       has_tides;
} LeadupGraphBuilder;

void   leadup_graph_builder_select     (LeadupGraphBuilder *self,
                                        guint               max_actors);
gboolean leadup_graph_builder_is_outside (const LeadupGraphBuilder *self,
                                        guint                index);
gboolean leadup_graph_builder_has_pairs (const LeadupGraphBuilder *self);
GArray *leadup_graph_builder_list_events (const LeadupGraphBuilder *self,
                                        const LeadupTie     *tie,
                                        LeadupTideSides      sides) G_GNUC_WARN_UNUSED_RESULT;
const LeadupTie *leadup_graph_builder_find_tie (const LeadupGraphBuilder *self,
                                        const LeadupGraphStrand  *strand);
gboolean leadup_graph_builder_is_bundled (const LeadupGraphBuilder *self);
LeadupGraphStrand leadup_graph_builder_make_line (const LeadupGraphStrand *bundle,
                                        const LeadupTieEvent     *event,
                                        gboolean                  is_along,
                                        gboolean                  is_mutual);
void   leadup_graph_builder_draw_bundle (LeadupGraphBuilder *self,
                                        const LeadupGraphStrand *strand);
void   leadup_graph_builder_add_tide   (LeadupGraphBuilder  *self,
                                        const LeadupGraphStrand *strand,
                                        const LeadupRect    *rect);
void   leadup_graph_builder_compare    (LeadupGraphBuilder *self);
char  *leadup_graph_builder_dup_count  (const LeadupGraphStrand *strand);
void   leadup_graph_builder_clear      (LeadupGraphBuilder *self);
double leadup_graph_builder_fit        (LeadupGraphBuilder *self,
                                        LeadupRect         *area,
                                        gboolean            may_grow);
gboolean leadup_graph_builder_may_have_tides (const LeadupGraphBuilder *self);
void   leadup_graph_builder_draw_counts (LeadupGraphBuilder *self);
void   leadup_graph_builder_draw       (LeadupGraphBuilder *self,
                                        const LeadupRect   *area);
void   leadup_graph_builder_begin_actor (LeadupGraphBuilder *self,
                                        guint               index);
void   leadup_graph_builder_begin_tie  (LeadupGraphBuilder      *self,
                                        const LeadupGraphStrand *strand,
                                        const char              *layer);
void   leadup_graph_builder_draw_matrix (LeadupGraphBuilder *self,
                                        LeadupRect         *area,
                                        gboolean            may_grow);
void   leadup_graph_builder_draw_lanes  (LeadupGraphBuilder *self,
                                        LeadupRect         *area,
                                        gboolean            may_grow);
double leadup_graph_builder_add_untied  (LeadupGraphBuilder *self,
                                        LeadupScene        *scene,
                                        const LeadupRect   *area);
double leadup_graph_builder_add_legend (LeadupGraphBuilder *self,
                                        LeadupScene        *scene,
                                        const LeadupRect   *area);

G_END_DECLS
