#include "CVectors.h"
#include "mark_places.h"
#include "targets.h"

static inline size_t count_bits(const uint64_t *masks, size_t blocks) {
  size_t found = 0;
  for (size_t block = 0; block < blocks; block++) found += (size_t)__builtin_popcountll(masks[block]);
  return found;
}

static inline void write_places(const uint64_t *masks, size_t blocks, uint32_t *places) {
  for (size_t block = 0; block < blocks; block++) places += write_mark_places(masks[block], (uint32_t)(block * 64), places);
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
