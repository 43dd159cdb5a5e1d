/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/leadup-exporter.h"

/* A small invented story with one of all that an export has to mind, and what is made of it. */

LeadupSnapshot *export_story_read  (void);
char           *export_story_write (const char                *format,
                                    const LeadupExportOptions *options);
