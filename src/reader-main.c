/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/leadup-cli-digest.h"
#include "cli/leadup-cli-extract.h"
#include "cli/leadup-cli-import.h"
#include "cli/leadup-cli-verbs.h"
#include "cli/leadup-cli.h"

#define VERB(name) { #name, leadup_cli_##name },

static const LeadupCliVerb verbs[] = { LEADUP_READER_VERBS (VERB) };

int
main (int    argc,
      char **argv)
{
  return leadup_cli_run (verbs, G_N_ELEMENTS (verbs), argc, argv);
}
