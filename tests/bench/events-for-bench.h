/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-snapshot.h"

G_BEGIN_DECLS

/* Ten years of events for measuring: a third of them all along, the others in bursts; twelve
 * categories and two hundred actors, some far more frequent than others; a seventh last; titles of
 * 20 to 120 letters. The same for the same number. */
GPtrArray      *bench_events_records  (guint n_events) G_GNUC_WARN_UNUSED_RESULT;
LeadupSnapshot *bench_events_snapshot (guint n_events) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
