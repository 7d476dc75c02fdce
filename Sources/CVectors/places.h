#pragma once
#include "targets.h"
#if defined(__x86_64__)

/// Writes base + the place of each bit; writes 16 places or more, 64 at most.
AVX512 static inline void places_avx512(uint64_t bits, uint32_t base, uint32_t *out) {
  static const uint8_t numbers[64] __attribute__((aligned(64))) = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  __m512i bases = _mm512_set1_epi32((int)base), packed = _mm512_maskz_compress_epi8(bits, _mm512_load_si512(numbers));
  _mm512_storeu_si512(out, _mm512_add_epi32(bases, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(packed))));
  if (__builtin_popcountll(bits) <= 16) return;
  _mm512_storeu_si512(out + 16, _mm512_add_epi32(bases, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 1))));
  _mm512_storeu_si512(out + 32, _mm512_add_epi32(bases, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 2))));
  // Words never come so close in a block, flagged ones may.
  if (__builtin_popcountll(bits) <= 48) return;
  _mm512_storeu_si512(out + 48, _mm512_add_epi32(bases, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 3))));
}
#endif
