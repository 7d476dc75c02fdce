#pragma once
#include "CVectors.h"

/// Whether `count` bytes are well-formed UTF-8 without U+0000 (nonzero) or not.
///
/// Source: the Unicode Standard 15.0, table 3-7. Calls with a path that the processor does not have are undefined.
int cv_utf8_is_sound(enum cv_path path, const uint8_t *text, size_t count);
