#pragma once
#include <stddef.h>
#include <stdint.h>

static inline uint32_t lowest(uint64_t bits) { return (uint32_t)__builtin_ctzll(bits | 1ull << 63); }

/// Writes start + the place of each bit, and at least two; gives how many there are. Whether a block has none, one or two follows no pattern.
static inline size_t write_mark_places(uint64_t mask, uint32_t start, uint32_t *places) {
  uint64_t second = mask & (mask - 1);
  size_t written = 2;
  places[0] = start + lowest(mask);
  places[1] = start + lowest(second);
  for (uint64_t rest = second & (second - 1); rest; rest &= rest - 1) places[written++] = start + lowest(rest);
  return (size_t)__builtin_popcountll(mask);
}
