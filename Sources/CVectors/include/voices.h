#pragma once
#include <stdint.h>

/// All ones where the number is 0, else 0, by arithmetic: the empty statement hides from the compiler that it is the answer to a question, of which it would
/// make a branch. Whether a word is known follows no pattern.
static inline uint64_t cv_ones_where_zero(uint64_t number) {
  uint64_t mask = 0 - (uint64_t)(number == 0);
  __asm__("" : "+r"(mask));
  return mask;
}
