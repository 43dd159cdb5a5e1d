/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/leadup-chart.h"

#include "base/leadup-error.h"
#include "export/leadup-chart-compose.h"
#include "export/leadup-chart-text.h"
#include "export/leadup-export-data.h"
#include "render/leadup-chart-furniture.h"
#include "render/leadup-scene-append.h"

#include <glib/gi18n.h>
#include <math.h>

/* The watermark: pixels from one to the next, degrees, opacity. */
#define WATERMARK_STEP_X 150.0
#define WATERMARK_STEP_Y 220.0
#define WATERMARK_ANGLE -18.0
#define WATERMARK_ALPHA 0.08

/* Between the chart and the logo below it. */
#define LOGO_GAP 4.0

static void
words_clear (LeadupChartWords *words)
{
  g_free (words->title);
  g_free (words->subtitle);
  g_free (words->source_line);
  g_free (words->byline);
  g_free (words->as_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LeadupChartWords, words_clear)

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

/* NULL = not said; “” = wanted empty. */
static char *
choose (const char *wanted,
        const char *stored,
        const char *fallback)
{
  if (wanted != NULL)
    return g_strdup (wanted);

  return g_strdup (is_set (stored) ? stored : fallback);
}

static void
fill_words (LeadupChartWords          *words,
            LeadupSnapshot            *snapshot,
            const LeadupExportOptions *options)
{
  const LeadupInfoFields *info = leadup_info_get_fields (leadup_snapshot_get_info (snapshot));
  g_autofree char *sources = NULL;

  words->title = choose (options->title, info->chart_title, info->title);
  words->byline = choose (options->byline, info->chart_byline, NULL);
  /* The page around it says the rest; the file still has its title. */
  if (options->is_plain)
    return;

  words->subtitle = choose (options->subtitle, info->chart_subtitle, NULL);
  if (options->source_line == NULL && !is_set (info->chart_source_line))
    sources = leadup_chart_text_draft_source_line (snapshot, options);
  words->source_line = choose (options->source_line, info->chart_source_line, sources);
  words->as_of = leadup_chart_text_draft_as_of (snapshot, options);
}

/**
 * leadup_chart_make_public:
 * @snapshot: the story
 * @options: for whom
 *
 * Returns: (transfer full): the story without the events that may not leave
 */
LeadupSnapshot *
leadup_chart_make_public (LeadupSnapshot            *snapshot,
                          const LeadupExportOptions *options)
{
  GPtrArray *records[LEADUP_N_RECORD_KINDS];
  LeadupSnapshot *public;
  gboolean is_whole = TRUE;

  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    {
      guint n = leadup_snapshot_get_n (snapshot, (LeadupRecordKind) kind);

      records[kind] = g_ptr_array_new_full (n, g_object_unref);
      for (guint i = 0; i < n; i++)
        {
          gpointer record = leadup_snapshot_get (snapshot, (LeadupRecordKind) kind, i);

          if (kind == LEADUP_RECORD_EVENT && !options->for_insiders &&
              leadup_export_data_is_embargoed (record))
            is_whole = FALSE;
          else
            g_ptr_array_add (records[kind], g_object_ref (record));
        }
    }

  public = is_whole ? leadup_snapshot_ref (snapshot) : leadup_snapshot_new (records);
  for (guint kind = 0; kind < LEADUP_N_RECORD_KINDS; kind++)
    g_ptr_array_unref (records[kind]);

  return public;
}

static const LeadupTheme *
find_theme (const LeadupExportOptions *options,
            GError                   **error)
{
  const char *id = options->theme != NULL ? options->theme : "light";
  const LeadupTheme *theme;
  g_autofree char *known = NULL;

  theme = options->style != NULL ? leadup_house_style_get_theme (options->style)
                                 : leadup_theme_get (id);
  if (theme != NULL)
    return theme;

  known = g_strjoinv (", ", (char **) leadup_theme_get_ids ());
  g_set_error (error, LEADUP_ERROR, LEADUP_ERROR_UNSUPPORTED,
               _ ("There is no theme “%s”. Choose one of: %s."), id, known);

  return NULL;
}

/* “Draft: 2 unverified, 1 disputed”, or %NULL where nothing is in doubt */
static char *
make_watermark (LeadupSnapshot            *snapshot,
                const LeadupExportOptions *options)
{
  g_autoptr (GString) text = NULL;
  LeadupDoubts doubts;
  guint i = 0;

  if (options->is_cleared)
    return NULL;
  leadup_export_data_count_doubts (snapshot, options, &doubts);
  if (doubts.n_unverified + doubts.n_disputed + doubts.n_embargoed == 0)
    return NULL;

  /* Translators: what stands behind a chart that is not ready, followed by how many events are
   * unverified, disputed or embargoed. */
  text = g_string_new (_ ("Draft"));
  if (doubts.n_unverified > 0)
    g_string_append_printf (text, _ ("%s%u unverified"), i++ == 0 ? ": " : ", ",
                            doubts.n_unverified);
  if (doubts.n_disputed > 0)
    g_string_append_printf (text, _ ("%s%u disputed"), i++ == 0 ? ": " : ", ", doubts.n_disputed);
  if (doubts.n_embargoed > 0)
    g_string_append_printf (text, _ ("%s%u embargoed"), i++ == 0 ? ": " : ", ", doubts.n_embargoed);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Over the whole chart, so that no part of it can be cut out without. */
static void
add_watermark (const LeadupChartParts *parts,
               LeadupScene            *scene,
               const char             *text)
{
  LeadupColour colour = leadup_colour_with_alpha (parts->theme->text, WATERMARK_ALPHA);
  double length = leadup_text_measure_get_width (parts->measure, LEADUP_TEXT_TITLE, text);
  LeadupRect all = { 0, 0, leadup_scene_get_width (scene), leadup_scene_get_height (scene) };
  gboolean is_odd = FALSE;

  leadup_scene_push_clip (scene, &all);
  leadup_scene_begin (scene, LEADUP_SCENE_DECORATION, "watermark", NULL, "watermark", text);
  for (double y = 130; y < all.height + 60; y += WATERMARK_STEP_Y, is_odd = !is_odd)
    for (double x = is_odd ? -length / 2 : 30; x < all.width; x += length + WATERMARK_STEP_X)
      leadup_scene_add_text_full (scene, text, LEADUP_TEXT_TITLE, LEADUP_ANCHOR_START, x, y, length,
                                  WATERMARK_ANGLE, colour, (LeadupColour) { 0 });
  leadup_scene_end (scene);
  leadup_scene_pop_clip (scene);
}

/* The chart with the logo below it and the watermark over it. */
static LeadupScene *
decorate (const LeadupChartParts *parts,
          LeadupScene            *chart,
          double                  strip)
{
  const LeadupExportOptions *options = parts->options;
  double width = leadup_scene_get_width (chart);
  double height = leadup_scene_get_height (chart) + strip;
  double margin = leadup_chart_get_margin (width);
  g_autofree char *watermark = make_watermark (parts->snapshot, options);
  LeadupScene *scene;

  if (watermark == NULL && strip <= 0)
    return chart;

  scene = leadup_scene_new (parts->theme, width, height);
  leadup_scene_append (scene, chart, 0, 0);
  if (strip > 0)
    leadup_house_style_add_logo (options->style, scene, width - margin,
                                 height - margin - strip + LOGO_GAP);
  if (watermark != NULL)
    add_watermark (parts, scene, watermark);
  leadup_scene_finish (scene);
  leadup_scene_unref (chart);

  return scene;
}

static LeadupScene *
compose (const LeadupChartParts *parts,
         GError                **error)
{
  const LeadupExportOptions *options = parts->options;
  double logo = options->style != NULL && !options->is_plain
                    ? leadup_house_style_get_logo_height (options->style)
                    : 0;
  double strip = logo > 0 ? ceil (logo + LOGO_GAP) : 0;
  double height = options->height > 0 ? MAX (options->height - strip, 1) : 0;
  LeadupScene *chart = leadup_chart_compose (parts, options->width, height, error);

  return chart != NULL ? decorate (parts, chart, strip) : NULL;
}

/* Who made it, and what it leaves out. */
static char *
join_credits (const char                *byline,
              LeadupSnapshot            *snapshot,
              const LeadupExportOptions *options)
{
  g_autofree char *limits = leadup_chart_text_draft_limits (snapshot, options);

  if (limits == NULL || !is_set (byline))
    return g_steal_pointer (&limits);

  return g_strdup_printf ("%s · %s", byline, limits);
}

static char *
choose_alt (LeadupSnapshot            *snapshot,
            const LeadupExportOptions *options,
            const char                *title)
{
  const char *stored = leadup_info_get_fields (leadup_snapshot_get_info (snapshot))->chart_alt;

  if (options->alt != NULL)
    return g_strdup (options->alt);
  /* It was written for the whole story. */
  if (is_set (stored) && options->picture == LEADUP_PICTURE_TIMELINE && options->filter == NULL &&
      options->from == LEADUP_INSTANT_MIN && options->to == LEADUP_INSTANT_MAX)
    return g_strdup (stored);

  return leadup_chart_text_draft_alt (snapshot, options, title);
}

/**
 * leadup_chart_new:
 * @snapshot: the story
 * @options: what of it, how large, how it looks
 * @cancellable: (nullable): tested in loops
 * @error: return location
 *
 * Composes the chart that all picture formats write. Any thread.
 *
 * Returns: (transfer full): the chart, or %NULL
 */
LeadupChart *
leadup_chart_new (LeadupSnapshot            *snapshot,
                  const LeadupExportOptions *options,
                  GCancellable              *cancellable,
                  GError                   **error)
{
  g_autoptr (LeadupSnapshot) public = NULL;
  g_autoptr (LeadupTextMeasure) measure = NULL;
  g_auto (LeadupChartWords) words = { NULL };
  LeadupChartWords shown;
  g_autofree char *credits = NULL;
  LeadupChartParts parts;
  g_autoptr (LeadupFilter) filter = NULL;
  LeadupExportOptions own;
  const LeadupTheme *theme;
  LeadupScene *scene;
  LeadupChart *self;

  g_return_val_if_fail (snapshot != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  theme = find_theme (options, error);
  if (theme == NULL)
    return NULL;

  public = leadup_chart_make_public (snapshot, options);
  leadup_export_options_prepare (options, public, &own);
  own.width /= own.zoom;
  own.height /= own.zoom;
  filter = own.filter;
  options = &own;
  fill_words (&words, public, options);
  shown = options->is_plain ? (LeadupChartWords) { NULL } : words;
  credits = options->is_plain ? NULL : join_credits (words.byline, public, options);
  if (credits != NULL)
    shown.byline = credits;
  measure = leadup_text_measure_new_exact (theme);
  parts = (LeadupChartParts) { public, options, theme, measure, &shown, cancellable };
  scene = compose (&parts, error);
  if (scene == NULL)
    return NULL;

  self = g_new0 (LeadupChart, 1);
  self->scene = scene;
  self->zoom = own.zoom;
  self->style = options->style != NULL ? leadup_house_style_ref (options->style) : NULL;
  self->measure = g_steal_pointer (&measure);
  self->title = g_steal_pointer (&words.title);
  self->byline = g_steal_pointer (&words.byline);
  self->alt = choose_alt (public, options, self->title);
  self->snapshot = g_steal_pointer (&public);

  return self;
}

void
leadup_chart_free (LeadupChart *self)
{
  g_return_if_fail (self != NULL);

  leadup_scene_unref (self->scene);
  leadup_text_measure_free (self->measure);
  g_clear_pointer (&self->style, leadup_house_style_unref);
  leadup_snapshot_unref (self->snapshot);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->alt);
  g_free (self);
}
