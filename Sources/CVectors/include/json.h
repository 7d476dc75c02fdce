#pragma once
#include "CVectors.h"

/// Marks the quotation marks, backslashes and control characters (below U+0020) of `count` bytes in (count + 63) / 64 masks.
///
/// Bit i of a mask stands for its byte i; bits behind the last byte are 0. Calls with a path that the processor does not have are undefined.
void cv_json_marks(enum cv_path path, const uint8_t *text, size_t count, uint64_t *masks);

/// Marks the line feeds and carriage returns: bit i of masks[n] for byte 64 × n + i. Not for `cv_plain`.
void cv_line_marks(enum cv_path path, const uint8_t *text, size_t count, uint64_t *masks);

/// The offset of the first line feed or carriage return; `count` where there is none.
size_t cv_line_end(enum cv_path path, const uint8_t *text, size_t count);
