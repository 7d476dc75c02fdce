#pragma once
#include <stdint.h>
#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))
#define AVX512 __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,gfni,bmi,bmi2,popcnt")))

/// The bytes that are `value`, bit i for byte i.
AVX512 static inline uint64_t avx512_is(__m512i bytes, int value) { return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)value)); }

/// The bytes from `low` to `last`.
AVX512 static inline uint64_t avx512_range(__m512i bytes, int low, int last) {
  return _mm512_cmple_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8((char)low)), _mm512_set1_epi8((char)(last - low)));
}
#endif
