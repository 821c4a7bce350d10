/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a list's answer. */
#pragma once

#include "seam-page.h"

G_BEGIN_DECLS

SeamPage *seam_page_parse       (GBytes      *body,
                                 GType        type,
                                 const char  *member,
                                 const char  *asked,
                                 GError     **error);

G_END_DECLS
