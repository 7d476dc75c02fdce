#include "CVectors.h"
#include "mark_places.h"
#include "places.h"
#include "targets.h"

static inline size_t write_places(const uint64_t *masks, size_t blocks, uint32_t first, uint32_t *places) {
  size_t count = 0;
  for (size_t block = 0; block < blocks; block++) count += write_mark_places(masks[block], first + (uint32_t)(block * 64), places + count);
  return count;
}

#if defined(__x86_64__)
AVX2 static size_t write_places_avx2(const uint64_t *masks, size_t blocks, uint32_t first, uint32_t *places) {
  return write_places(masks, blocks, first, places);
}

AVX512 static size_t write_places_avx512(const uint64_t *masks, size_t blocks, uint32_t first, uint32_t *places) {
  size_t count = 0;
  for (size_t block = 0; block < blocks; block++) {
    places_avx512(masks[block], first + (uint32_t)(block * 64), places + count);
    count += (size_t)__builtin_popcountll(masks[block]);
  }
  return count;
}
#endif

size_t cv_mark_places(enum cv_path path, const uint64_t *masks, size_t count, uint32_t first, uint32_t *places) {
#if defined(__x86_64__)
  if (path == cv_avx512) return write_places_avx512(masks, (count + 63) / 64, first, places);
  if (path == cv_avx2) return write_places_avx2(masks, (count + 63) / 64, first, places);
#endif
  return write_places(masks, (count + 63) / 64, first, places);
}
