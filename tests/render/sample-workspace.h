/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-analysis.h"

/* The sample that the program is delivered with, read without the library that reads documents. */
TlWorkspace *sample_workspace_new (void);

/* A plan of @n_projects with goals, objectives and links in proportion, always the same. */
TlWorkspace *sample_workspace_new_plan (guint n_projects);
