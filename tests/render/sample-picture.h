/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-painter.h"

/* A small picture with one of everything that a painter can do. */
void sample_picture_paint (TlPainter *painter, const char *title);
