#include "CVectors.h"
#include "targets.h"

static inline size_t count_bits(const uint64_t *masks, size_t blocks) {
  size_t found = 0;
  for (size_t block = 0; block < blocks; block++) found += (size_t)__builtin_popcountll(masks[block]);
  return found;
}

static inline uint32_t lowest(uint64_t bits) { return (uint32_t)__builtin_ctzll(bits | 1ull << 63); }

/// Whether a block has none, one or two follows no pattern, so two are always written.
static inline void write_places(const uint64_t *masks, size_t blocks, uint32_t *places) {
  for (size_t block = 0; block < blocks; block++) {
    uint64_t first = masks[block], second = first & (first - 1);
    uint32_t base = (uint32_t)(block * 64);
    size_t found = (size_t)__builtin_popcountll(first), written = 2;
    places[0] = base + lowest(first);
    places[1] = base + lowest(second);
    for (uint64_t rest = second & (second - 1); rest; rest &= rest - 1) places[written++] = base + lowest(rest);
    places += found;
  }
}

#if defined(__x86_64__)
AVX2 static size_t count_bits_avx2(const uint64_t *masks, size_t blocks) { return count_bits(masks, blocks); }
AVX2 static void write_places_avx2(const uint64_t *masks, size_t blocks, uint32_t *places) { write_places(masks, blocks, places); }
#endif

size_t cv_count_marks(enum cv_path path, const uint64_t *masks, size_t count) {
#if defined(__x86_64__)
  if (path == cv_avx2 || path == cv_avx512) return count_bits_avx2(masks, (count + 63) / 64);
#endif
  return count_bits(masks, (count + 63) / 64);
}

void cv_mark_places(enum cv_path path, const uint64_t *masks, size_t count, uint32_t *places) {
#if defined(__x86_64__)
  if (path == cv_avx2 || path == cv_avx512) return write_places_avx2(masks, (count + 63) / 64, places);
#endif
  write_places(masks, (count + 63) / 64, places);
}
