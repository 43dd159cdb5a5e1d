/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Exit statuses of all verbs. */
#define LEADUP_CLI_OK      (0)
#define LEADUP_CLI_FAILED  (1)
#define LEADUP_CLI_MISUSED (2)

/* What makes the verbs alike: options, messages, days. */

gboolean leadup_cli_parse    (int                  *argc,
                              char               ***argv,
                              const char           *parameters,
                              const char           *summary,
                              const GOptionEntry   *entries);
int      leadup_cli_misused  (const char           *verb,
                              const char           *format,
                              ...) G_GNUC_PRINTF (2, 3);
void     leadup_cli_complain (const char           *place,
                              const char           *message);
gboolean leadup_cli_is_day   (const char           *text);
gboolean leadup_cli_is_same  (const char           *path,
                              GFile                *file);

G_END_DECLS
