/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/leadup-actor.h"

G_BEGIN_DECLS

LeadupActorKind leadup_import_guess_kind (const char *name);

G_END_DECLS
