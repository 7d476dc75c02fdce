#pragma once
#include <stddef.h>
#include <stdint.h>

/// What 64 bytes of UTF-8 are to the word rules; bit i stands for byte i.
struct cv_block {
  /// A to Z, a to z.
  uint64_t letter;
  uint64_t digit;
  /// Full stop, colon, apostrophe: inside a word between two letters.
  uint64_t letter_mark;
  /// Full stop, comma, semicolon, apostrophe: inside a word between two digits.
  uint64_t number_mark;
  /// Low line and all bytes beyond ASCII.
  uint64_t unusual;
};

/// The instruction sets that the classification is written for.
enum cv_path { cv_sse2 = 1, cv_avx2 = 2, cv_avx512 = 3 };

/// Whether this processor has the instructions of `path` (nonzero) or not.
int cv_has_path(enum cv_path path);

/// Classifies `count` bytes into (count + 63) / 64 blocks; bits behind the last byte are 0.
///
/// Calls with a path that the processor does not have are undefined.
void cv_classify(enum cv_path path, const uint8_t *text, size_t count, struct cv_block *blocks);

#include "json.h"
#include "utf8.h"
#include "prose.h"
