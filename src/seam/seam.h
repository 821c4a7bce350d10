/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole public interface of the Seam Connect API client: include only this one. */
#pragma once

#include "seam-client.h"
#include "seam-credential.h"
#include "seam-entrance.h"
#include "seam-error.h"
#include "seam-mask.h"
#include "seam-page.h"
#include "seam-problem.h"
#include "seam-record.h"
#include "seam-system.h"
#include "seam-user.h"
#include "seam-workspace.h"
