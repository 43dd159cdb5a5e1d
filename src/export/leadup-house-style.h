/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "export/leadup-export-preset.h"
#include "render/leadup-scene.h"

G_BEGIN_DECLS

#define LEADUP_TYPE_HOUSE_STYLE (leadup_house_style_get_type ())

/**
 * LeadupHouseStyle:
 *
 * How the charts of one newsroom look: fonts, colours, logo and sizes, from a file that its
 * graphics desk writes. Immutable, reference-counted (atomically), may cross threads; charts made
 * with it keep it.
 */
typedef struct _LeadupHouseStyle LeadupHouseStyle;

GType                     leadup_house_style_get_type     (void);
LeadupHouseStyle         *leadup_house_style_new          (GBytes                  *bytes,
                                                           GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupHouseStyle         *leadup_house_style_load         (GFile                   *file,
                                                           GCancellable            *cancellable,
                                                           GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
LeadupHouseStyle         *leadup_house_style_ref          (LeadupHouseStyle        *self);
void                      leadup_house_style_unref        (LeadupHouseStyle        *self);

const char               *leadup_house_style_get_name     (const LeadupHouseStyle  *self);
const LeadupTheme        *leadup_house_style_get_theme    (const LeadupHouseStyle  *self);
const LeadupExportPreset *leadup_house_style_get_presets  (const LeadupHouseStyle  *self,
                                                           guint                   *n_presets);
const LeadupExportPreset *leadup_house_style_find_preset  (const LeadupHouseStyle  *self,
                                                           const char              *id);
double                    leadup_house_style_get_logo_height (const LeadupHouseStyle *self);
void                      leadup_house_style_add_logo     (const LeadupHouseStyle  *self,
                                                           LeadupScene             *scene,
                                                           double                   right,
                                                           double                   top);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupHouseStyle, leadup_house_style_unref)

G_END_DECLS
