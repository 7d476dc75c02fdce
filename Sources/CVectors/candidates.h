#pragma once
#include "heads.h"

/// Flags for all words of a text: those of ASCII by their bytes, so that most need no hash, the others by their folded heads.
void cv_flag_words(enum cv_path path, const struct cv_filter *filter, const struct cv_searched *text, uint8_t *flags);
