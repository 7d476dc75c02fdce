#pragma once
#include "targets.h"

// The line feeds and carriage returns of 64 bytes, bit i for byte i.

#if defined(__x86_64__)
static inline uint64_t sse2_bits(__m128i a, __m128i b, __m128i c, __m128i d) {
  return (uint64_t)(uint32_t)_mm_movemask_epi8(a) | (uint64_t)(uint32_t)_mm_movemask_epi8(b) << 16 |
         (uint64_t)(uint32_t)_mm_movemask_epi8(c) << 32 | (uint64_t)(uint32_t)_mm_movemask_epi8(d) << 48;
}

static inline __m128i sse2_are_ends(const uint8_t *text) {
  __m128i bytes = _mm_loadu_si128((const __m128i *)text);
  return _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')));
}

static inline uint64_t sse2_ends(const uint8_t *text) {
  return sse2_bits(sse2_are_ends(text), sse2_are_ends(text + 16), sse2_are_ends(text + 32), sse2_are_ends(text + 48));
}

AVX2 static inline uint64_t avx2_bits(__m256i low, __m256i high) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

AVX2 static inline __m256i avx2_are_ends(const uint8_t *text) {
  __m256i bytes = _mm256_loadu_si256((const __m256i *)text);
  return _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n')), _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\r')));
}

AVX2 static inline uint64_t avx2_ends(const uint8_t *text) { return avx2_bits(avx2_are_ends(text), avx2_are_ends(text + 32)); }

AVX512 static inline uint64_t avx512_ends(const uint8_t *text) {
  __m512i bytes = _mm512_loadu_si512((const void *)text);
  return avx512_is(bytes, '\n') | avx512_is(bytes, '\r');
}
#endif
