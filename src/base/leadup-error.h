/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LEADUP_ERROR:
 *
 * The one error domain of the program. Errors of the operating system keep their own (%G_IO_ERROR).
 */
#define LEADUP_ERROR (leadup_error_quark ())

/**
 * LeadupError:
 * @LEADUP_ERROR_SYNTAX: the bytes are not of the form that they should have (JSON, EDTF, HTML …)
 * @LEADUP_ERROR_SCHEMA: the form is right, but a member is missing or of a wrong type or value
 * @LEADUP_ERROR_LIMIT: larger, longer or deeper than what is read
 * @LEADUP_ERROR_INTEGRITY: an edit would leave the story inconsistent
 * @LEADUP_ERROR_CONFLICT: somebody else changed the same thing meanwhile
 * @LEADUP_ERROR_UNSUPPORTED: known, but not by this version
 */
typedef enum
{
  LEADUP_ERROR_SYNTAX,
  LEADUP_ERROR_SCHEMA,
  LEADUP_ERROR_LIMIT,
  LEADUP_ERROR_INTEGRITY,
  LEADUP_ERROR_CONFLICT,
  LEADUP_ERROR_UNSUPPORTED,
} LeadupError;

GQuark leadup_error_quark (void);

G_END_DECLS
