#include "CVectors.h"

#if defined(__x86_64__)
#include "lines.h"
#include <string.h>

static size_t sse2_line_end(const uint8_t *text, size_t blocks) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    uint64_t ends = sse2_ends(text);
    if (ends) return block * 64 + (size_t)__builtin_ctzll(ends);
  }
  return blocks * 64;
}

AVX2 static size_t avx2_line_end(const uint8_t *text, size_t blocks) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    uint64_t ends = avx2_ends(text);
    if (ends) return block * 64 + (size_t)__builtin_ctzll(ends);
  }
  return blocks * 64;
}

AVX512 static size_t avx512_line_end(const uint8_t *text, size_t blocks) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    uint64_t ends = avx512_ends(text);
    if (ends) return block * 64 + (size_t)__builtin_ctzll(ends);
  }
  return blocks * 64;
}

size_t cv_line_end(enum cv_path path, const uint8_t *text, size_t count) {
  size_t end = 0;
  switch (path) {
  case cv_plain: break;
  case cv_sse2: end = sse2_line_end(text, count / 64); break;
  case cv_avx2: end = avx2_line_end(text, count / 64); break;
  case cv_avx512: end = avx512_line_end(text, count / 64); break;
  }
  while (end < count && text[end] != '\n' && text[end] != '\r') end++;
  return end;
}

static inline uint32_t lowest(uint64_t bits) { return (uint32_t)__builtin_ctzll(bits | 1ull << 63); }

/// A line end and that of an empty line, or none, in most blocks: two are always written, without a branch.
static inline __attribute__((always_inline)) size_t write_ends(uint64_t ends, size_t base, uint32_t *places) {
  uint64_t second = ends & (ends - 1);
  places[0] = (uint32_t)base + lowest(ends);
  places[1] = (uint32_t)base + lowest(second);
  size_t written = 2;
  for (uint64_t rest = second & (second - 1); rest; rest &= rest - 1) places[written++] = (uint32_t)base + lowest(rest);
  return (size_t)__builtin_popcountll(ends);
}

static size_t sse2_line_ends(const uint8_t *text, size_t blocks, size_t *base, uint32_t *places) {
  size_t found = 0;
  for (; blocks && found <= cv_most_line_ends - 64; blocks--, text += 64, *base += 64) found += write_ends(sse2_ends(text), *base, places + found);
  return found;
}

AVX2 static size_t avx2_line_ends(const uint8_t *text, size_t blocks, size_t *base, uint32_t *places) {
  size_t found = 0;
  for (; blocks && found <= cv_most_line_ends - 64; blocks--, text += 64, *base += 64) found += write_ends(avx2_ends(text), *base, places + found);
  return found;
}

static const uint8_t numbers[64] __attribute__((aligned(64))) = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};

/// Sixteen are always written: the numbers of the bits, pressed together.
AVX512 static size_t avx512_line_ends(const uint8_t *text, size_t blocks, size_t *base, uint32_t *places) {
  const __m512i bits = _mm512_load_si512(numbers);
  size_t found = 0;
  for (; blocks && found <= cv_most_line_ends - 64; blocks--, text += 64, *base += 64) {
    uint64_t ends = avx512_ends(text);
    __m512i first = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(_mm512_maskz_compress_epi8(ends, bits)));
    _mm512_storeu_si512(places + found, _mm512_add_epi32(first, _mm512_set1_epi32((int)*base)));
    size_t count = (size_t)__builtin_popcountll(ends);
    if (__builtin_expect(count > 16, 0)) write_ends(ends, *base, places + found);
    found += count;
  }
  return found;
}

static size_t whole_blocks(enum cv_path path, const uint8_t *text, size_t blocks, size_t *base, uint32_t *places) {
  switch (path) {
  case cv_plain: break;
  case cv_sse2: return sse2_line_ends(text, blocks, base, places);
  case cv_avx2: return avx2_line_ends(text, blocks, base, places);
  case cv_avx512: return avx512_line_ends(text, blocks, base, places);
  }
  return 0;
}

size_t cv_line_ends(enum cv_path path, const uint8_t *text, size_t count, size_t *from, uint32_t *places) {
  size_t found = whole_blocks(path, text + *from, (count - *from) / 64, from, places), rest = count - *from;
  if (rest == 0 || rest >= 64 || found > cv_most_line_ends - 64) return found;
  uint8_t last[64];
  memset(last, 'a', sizeof last);
  memcpy(last, text + *from, rest);
  found += whole_blocks(path, last, 1, from, places + found);
  *from = count;
  return found;
}

#else

size_t cv_line_ends(enum cv_path path, const uint8_t *text, size_t count, size_t *from, uint32_t *places) {
  (void)path; (void)text; (void)places;
  *from = count;
  return 0;
}

size_t cv_line_end(enum cv_path path, const uint8_t *text, size_t count) {
  (void)path; (void)text;
  return count;
}

#endif
