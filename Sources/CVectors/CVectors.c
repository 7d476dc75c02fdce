#include "CVectors.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

int cv_has_path(enum cv_path path) {
  __builtin_cpu_init();
  switch (path) {
  case cv_sse2: return 1;
  case cv_avx2: return __builtin_cpu_supports("avx2") != 0;
  case cv_avx512: return __builtin_cpu_supports("avx512bw") != 0;
  }
  return 0;
}

// A whole buffer is one call: a call for each 64 bytes cannot be inlined into code without the target attribute and costs more than the work.
// Ranges are tested as min(x - low, count - 1) == x - low, since SSE2 and AVX2 compare no unsigned bytes.

static inline uint64_t sse2_bits(__m128i a, __m128i b, __m128i c, __m128i d) {
  return (uint64_t)(uint32_t)_mm_movemask_epi8(a) | (uint64_t)(uint32_t)_mm_movemask_epi8(b) << 16 |
         (uint64_t)(uint32_t)_mm_movemask_epi8(c) << 32 | (uint64_t)(uint32_t)_mm_movemask_epi8(d) << 48;
}

static inline __m128i sse2_range(__m128i bytes, char low, char last) {
  __m128i offset = _mm_sub_epi8(bytes, _mm_set1_epi8(low));
  return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8((char)(last - low))), offset);
}

static inline __m128i sse2_is(__m128i bytes, char value) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(value)); }

static inline void sse2_block(const uint8_t *text, struct cv_block *block) {
  __m128i letter[4], digit[4], letter_mark[4], number_mark[4], unusual[4];
  for (int part = 0; part < 4; part++) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(text + part * 16));
    __m128i both = _mm_or_si128(sse2_is(bytes, '.'), sse2_is(bytes, '\''));
    letter[part] = sse2_range(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 'z');
    digit[part] = sse2_range(bytes, '0', '9');
    letter_mark[part] = _mm_or_si128(both, sse2_is(bytes, ':'));
    number_mark[part] = _mm_or_si128(both, _mm_or_si128(sse2_is(bytes, ','), sse2_is(bytes, ';')));
    unusual[part] = _mm_or_si128(bytes, sse2_is(bytes, '_'));
  }
  block->letter = sse2_bits(letter[0], letter[1], letter[2], letter[3]);
  block->digit = sse2_bits(digit[0], digit[1], digit[2], digit[3]);
  block->letter_mark = sse2_bits(letter_mark[0], letter_mark[1], letter_mark[2], letter_mark[3]);
  block->number_mark = sse2_bits(number_mark[0], number_mark[1], number_mark[2], number_mark[3]);
  block->unusual = sse2_bits(unusual[0], unusual[1], unusual[2], unusual[3]);
}

static void sse2_blocks(const uint8_t *text, size_t count, struct cv_block *blocks) {
  for (size_t block = 0; block < count; block++) sse2_block(text + block * 64, blocks + block);
}

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline uint64_t avx2_bits(__m256i low, __m256i high) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

AVX2 static inline __m256i avx2_range(__m256i bytes, char low, char last) {
  __m256i offset = _mm256_sub_epi8(bytes, _mm256_set1_epi8(low));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(offset, _mm256_set1_epi8((char)(last - low))), offset);
}

AVX2 static inline __m256i avx2_is(__m256i bytes, char value) { return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(value)); }

AVX2 static void avx2_blocks(const uint8_t *text, size_t count, struct cv_block *blocks) {
  for (size_t block = 0; block < count; block++) {
    __m256i letter[2], digit[2], letter_mark[2], number_mark[2], unusual[2];
    for (int part = 0; part < 2; part++) {
      __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + block * 64 + part * 32));
      __m256i both = _mm256_or_si256(avx2_is(bytes, '.'), avx2_is(bytes, '\''));
      letter[part] = avx2_range(_mm256_or_si256(bytes, _mm256_set1_epi8(0x20)), 'a', 'z');
      digit[part] = avx2_range(bytes, '0', '9');
      letter_mark[part] = _mm256_or_si256(both, avx2_is(bytes, ':'));
      number_mark[part] = _mm256_or_si256(both, _mm256_or_si256(avx2_is(bytes, ','), avx2_is(bytes, ';')));
      unusual[part] = _mm256_or_si256(bytes, avx2_is(bytes, '_'));
    }
    blocks[block].letter = avx2_bits(letter[0], letter[1]);
    blocks[block].digit = avx2_bits(digit[0], digit[1]);
    blocks[block].letter_mark = avx2_bits(letter_mark[0], letter_mark[1]);
    blocks[block].number_mark = avx2_bits(number_mark[0], number_mark[1]);
    blocks[block].unusual = avx2_bits(unusual[0], unusual[1]);
  }
}

#define AVX512 __attribute__((target("avx512f,avx512bw")))

AVX512 static inline uint64_t avx512_range(__m512i bytes, char low, char last) {
  return _mm512_cmple_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8(low)), _mm512_set1_epi8((char)(last - low)));
}

AVX512 static inline uint64_t avx512_is(__m512i bytes, char value) { return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(value)); }

AVX512 static void avx512_blocks(const uint8_t *text, size_t count, struct cv_block *blocks) {
  for (size_t block = 0; block < count; block++) {
    __m512i bytes = _mm512_loadu_si512((const void *)(text + block * 64));
    uint64_t both = avx512_is(bytes, '.') | avx512_is(bytes, '\'');
    blocks[block].letter = avx512_range(_mm512_or_si512(bytes, _mm512_set1_epi8(0x20)), 'a', 'z');
    blocks[block].digit = avx512_range(bytes, '0', '9');
    blocks[block].letter_mark = both | avx512_is(bytes, ':');
    blocks[block].number_mark = both | avx512_is(bytes, ',') | avx512_is(bytes, ';');
    blocks[block].unusual = _mm512_movepi8_mask(bytes) | avx512_is(bytes, '_');
  }
}

static void classify_whole(enum cv_path path, const uint8_t *text, size_t count, struct cv_block *blocks) {
  switch (path) {
  case cv_sse2: sse2_blocks(text, count, blocks); break;
  case cv_avx2: avx2_blocks(text, count, blocks); break;
  case cv_avx512: avx512_blocks(text, count, blocks); break;
  }
}

void cv_classify(enum cv_path path, const uint8_t *text, size_t count, struct cv_block *blocks) {
  size_t whole = count / 64;
  classify_whole(path, text, whole, blocks);
  if (count % 64 == 0) return;
  uint8_t last[64] = {0};
  memcpy(last, text + whole * 64, count % 64);
  classify_whole(path, last, 1, blocks + whole);
}

#else

int cv_has_path(enum cv_path path) { (void)path; return 0; }

void cv_classify(enum cv_path path, const uint8_t *text, size_t count, struct cv_block *blocks) {
  (void)path; (void)text; (void)count; (void)blocks;
}

#endif
