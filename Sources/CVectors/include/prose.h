#pragma once
#include "CVectors.h"

/// What 64 bytes are to the test for prose; bit i stands for byte i.
struct cv_prose_block {
  /// U+0020.
  uint64_t blank;
  /// Control characters (below U+0020) and / | > ( [: what may be part of page furniture.
  uint64_t telling;
};

/// Classifies `count` bytes into (count + 63) / 64 blocks; bits behind the last byte are 0.
///
/// Calls with a path that the processor does not have are undefined.
void cv_prose_marks(enum cv_path path, const uint8_t *text, size_t count, struct cv_prose_block *blocks);
