/* SPDX-FileCopyrightText: The Leadup authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fuzz.h"

#include "export/leadup-house-style.h"

/* A house style is refused with a reason, or can be drawn with. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LeadupHouseStyle) style = leadup_house_style_new (bytes, &error);
  g_autoptr (LeadupScene) scene = NULL;

  if (style == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  scene = leadup_scene_new (leadup_house_style_get_theme (style), 400, 400);
  leadup_house_style_add_logo (style, scene, 400, 0);
  leadup_scene_finish (scene);

  return 0;
}
