/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/leadup-projection.h"

G_BEGIN_DECLS

/**
 * LeadupFacetSection:
 *
 * One facet of the panel: its name and its values with counts, each of which can be ticked. The
 * most frequent ones come first; a long list shows its rest when asked.
 *
 * Emits `toggled (const char *key, gboolean is_active)` when the user ticks a value.
 */
#define LEADUP_TYPE_FACET_SECTION (leadup_facet_section_get_type ())

G_DECLARE_FINAL_TYPE (LeadupFacetSection, leadup_facet_section, LEADUP, FACET_SECTION, GtkWidget)

GtkWidget *leadup_facet_section_new    (const char             *title) G_GNUC_WARN_UNUSED_RESULT;

void       leadup_facet_section_update (LeadupFacetSection     *self,
                                        const LeadupFacetValue *values,
                                        guint                   n_values,
                                        const char * const     *active);

G_END_DECLS
