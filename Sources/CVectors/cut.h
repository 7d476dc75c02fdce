#pragma once
#include "CVectors.h"
#include "places.h"
#include "targets.h"

static inline __attribute__((always_inline)) unsigned population(uint64_t bits) { return (unsigned)__builtin_popcountll(bits); }

/// Notes the words that the bytes of `beyond` stand in, one after the other.
static inline __attribute__((always_inline)) void mark(uint64_t beyond, uint64_t starts, size_t before, struct cv_words *words) {
  for (uint64_t rest = beyond & (~(beyond << 1) | starts); rest; rest &= rest - 1) {
    uint64_t up_to = rest ^ (rest - 1);
    size_t word = before + population(starts & up_to);
    if (word == 0) continue;
    if (words->marked_count && words->marked[words->marked_count - 1] == word - 1) continue;
    words->marked[words->marked_count++] = (uint32_t)(word - 1);
  }
}

#if defined(__x86_64__)
/// The same for a block at once: a sum carries from each word's start over its bytes of ASCII to a byte beyond, or behind the word, so that it leaves one bit
/// for each word in order. Where words are cut off inside a run two sums would meet.
#define MARK_BY_SUM(NAME, TARGET, PLACES)                                                                                                   \
  TARGET static inline void NAME(uint64_t beyond, uint64_t cut, uint64_t starts, uint64_t cuts, size_t before, struct cv_words *words) {    \
    if (cuts) return mark(beyond, starts, before, words);                                                                                   \
    uint64_t plain = cut & ~beyond, goes_on = cut & 1 & ~starts, sum = plain + (starts | goes_on);                                          \
    uint64_t found = _pext_u64(sum & beyond, sum & ~plain);                                                                                 \
    uint32_t first = (uint32_t)(before - goes_on), *marked = words->marked + words->marked_count;                                           \
    if (goes_on && words->marked_count && marked[-1] == first) found &= ~1ull;                                                              \
    PLACES(found, first, marked);                                                                                                           \
    words->marked_count += population(found);                                                                                               \
  }

/// Cuts eight blocks at a time.
void cv_cut_eights(const struct cv_block *blocks, size_t count, struct cv_words *words);
#endif
