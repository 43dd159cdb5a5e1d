/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LeadupDerived:
 *
 * What was dear to compute from something that never changes, kept with it for whoever asks next:
 * the few values that were asked for last, each under the key that tells what else they depend on.
 * Any thread.
 */
typedef struct _LeadupDerived LeadupDerived;

LeadupDerived *leadup_derived_new  (guint          max_values) G_GNUC_WARN_UNUSED_RESULT;
void           leadup_derived_free (LeadupDerived *self);
gpointer       leadup_derived_ref  (LeadupDerived *self,
                                    const char    *key) G_GNUC_WARN_UNUSED_RESULT;
void           leadup_derived_keep (LeadupDerived *self,
                                    const char    *key,
                                    gpointer       value,
                                    GBoxedCopyFunc ref,
                                    GDestroyNotify unref);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LeadupDerived, leadup_derived_free)

G_END_DECLS
