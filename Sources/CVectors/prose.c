#include "CVectors.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

// Bytes below a limit are those that min(byte, limit - 1) leaves as they are: SSE2 and AVX2 compare no unsigned bytes.

static inline __m128i sse2_is(__m128i bytes, char value) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(value)); }

static void sse2_prose_marks(const uint8_t *text, size_t count, struct cv_prose_block *blocks) {
  for (size_t block = 0; block < count; block++) {
    blocks[block] = (struct cv_prose_block){0, 0};
    for (int part = 0; part < 4; part++) {
      __m128i bytes = _mm_loadu_si128((const __m128i *)(text + block * 64 + part * 16));
      __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
      __m128i bars = _mm_or_si128(sse2_is(bytes, '/'), _mm_or_si128(sse2_is(bytes, '|'), sse2_is(bytes, '>')));
      __m128i brackets = _mm_or_si128(sse2_is(bytes, '('), sse2_is(bytes, '['));
      __m128i telling = _mm_or_si128(control, _mm_or_si128(bars, brackets));
      blocks[block].blank |= (uint64_t)(uint32_t)_mm_movemask_epi8(sse2_is(bytes, ' ')) << (part * 16);
      blocks[block].telling |= (uint64_t)(uint32_t)_mm_movemask_epi8(telling) << (part * 16);
    }
  }
}

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __m256i avx2_is(__m256i bytes, char value) { return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(value)); }

AVX2 static void avx2_prose_marks(const uint8_t *text, size_t count, struct cv_prose_block *blocks) {
  for (size_t block = 0; block < count; block++) {
    blocks[block] = (struct cv_prose_block){0, 0};
    for (int part = 0; part < 2; part++) {
      __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + block * 64 + part * 32));
      __m256i control = _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(0x1F)), bytes);
      __m256i bars = _mm256_or_si256(avx2_is(bytes, '/'), _mm256_or_si256(avx2_is(bytes, '|'), avx2_is(bytes, '>')));
      __m256i brackets = _mm256_or_si256(avx2_is(bytes, '('), avx2_is(bytes, '['));
      __m256i telling = _mm256_or_si256(control, _mm256_or_si256(bars, brackets));
      blocks[block].blank |= (uint64_t)(uint32_t)_mm256_movemask_epi8(avx2_is(bytes, ' ')) << (part * 32);
      blocks[block].telling |= (uint64_t)(uint32_t)_mm256_movemask_epi8(telling) << (part * 32);
    }
  }
}

#define AVX512 __attribute__((target("avx512f,avx512bw")))

AVX512 static inline uint64_t avx512_is(__m512i bytes, char value) { return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(value)); }

AVX512 static void avx512_prose_marks(const uint8_t *text, size_t count, struct cv_prose_block *blocks) {
  for (size_t block = 0; block < count; block++) {
    __m512i bytes = _mm512_loadu_si512((const void *)(text + block * 64));
    blocks[block].blank = avx512_is(bytes, ' ');
    blocks[block].telling = _mm512_cmplt_epu8_mask(bytes, _mm512_set1_epi8(0x20)) | avx512_is(bytes, '/') | avx512_is(bytes, '|') |
                            avx512_is(bytes, '>') | avx512_is(bytes, '(') | avx512_is(bytes, '[');
  }
}

static void mark_whole(enum cv_path path, const uint8_t *text, size_t count, struct cv_prose_block *blocks) {
  switch (path) {
  case cv_plain: break;
  case cv_sse2: sse2_prose_marks(text, count, blocks); break;
  case cv_avx2: avx2_prose_marks(text, count, blocks); break;
  case cv_avx512: avx512_prose_marks(text, count, blocks); break;
  }
}

void cv_prose_marks(enum cv_path path, const uint8_t *text, size_t count, struct cv_prose_block *blocks) {
  size_t whole = count / 64;
  mark_whole(path, text, whole, blocks);
  if (count % 64 == 0) return;
  uint8_t last[64];
  memset(last, 'a', sizeof last);
  memcpy(last, text + whole * 64, count % 64);
  mark_whole(path, last, 1, blocks + whole);
}

#else

void cv_prose_marks(enum cv_path path, const uint8_t *text, size_t count, struct cv_prose_block *blocks) {
  (void)path; (void)text; (void)count; (void)blocks;
}

#endif
