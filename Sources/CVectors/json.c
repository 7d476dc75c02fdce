#include "CVectors.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

// Bytes below a limit are those that min(byte, limit - 1) leaves as they are: SSE2 and AVX2 compare no unsigned bytes.

static inline __m128i sse2_marks(const uint8_t *text) {
  __m128i bytes = _mm_loadu_si128((const __m128i *)text);
  __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
  __m128i quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
  return _mm_or_si128(control, _mm_or_si128(quote, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))));
}

static inline __m128i sse2_ends(const uint8_t *text) {
  __m128i bytes = _mm_loadu_si128((const __m128i *)text);
  return _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')));
}

static inline uint64_t sse2_bits(__m128i a, __m128i b, __m128i c, __m128i d) {
  return (uint64_t)(uint32_t)_mm_movemask_epi8(a) | (uint64_t)(uint32_t)_mm_movemask_epi8(b) << 16 |
         (uint64_t)(uint32_t)_mm_movemask_epi8(c) << 32 | (uint64_t)(uint32_t)_mm_movemask_epi8(d) << 48;
}

static void sse2_json_marks(const uint8_t *text, size_t blocks, uint64_t *masks) {
  for (size_t block = 0; block < blocks; block++, text += 64)
    masks[block] = sse2_bits(sse2_marks(text), sse2_marks(text + 16), sse2_marks(text + 32), sse2_marks(text + 48));
}

static size_t sse2_line_end(const uint8_t *text, size_t blocks) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    uint64_t ends = sse2_bits(sse2_ends(text), sse2_ends(text + 16), sse2_ends(text + 32), sse2_ends(text + 48));
    if (ends) return block * 64 + (size_t)__builtin_ctzll(ends);
  }
  return blocks * 64;
}

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline uint64_t avx2_marks(const uint8_t *text) {
  __m256i bytes = _mm256_loadu_si256((const __m256i *)text);
  __m256i control = _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(0x1F)), bytes);
  __m256i quote = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"'));
  __m256i slash = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\'));
  return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(control, _mm256_or_si256(quote, slash)));
}

AVX2 static inline uint64_t avx2_ends(const uint8_t *text) {
  __m256i bytes = _mm256_loadu_si256((const __m256i *)text);
  __m256i feed = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n'));
  return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(feed, _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\r'))));
}

AVX2 static void avx2_json_marks(const uint8_t *text, size_t blocks, uint64_t *masks) {
  for (size_t block = 0; block < blocks; block++, text += 64) masks[block] = avx2_marks(text) | avx2_marks(text + 32) << 32;
}

AVX2 static size_t avx2_line_end(const uint8_t *text, size_t blocks) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    uint64_t ends = avx2_ends(text) | avx2_ends(text + 32) << 32;
    if (ends) return block * 64 + (size_t)__builtin_ctzll(ends);
  }
  return blocks * 64;
}

#define AVX512 __attribute__((target("avx512f,avx512bw")))

AVX512 static void avx512_json_marks(const uint8_t *text, size_t blocks, uint64_t *masks) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    __m512i bytes = _mm512_loadu_si512((const void *)text);
    masks[block] = _mm512_cmplt_epu8_mask(bytes, _mm512_set1_epi8(0x20)) | _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('"')) |
                   _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\\'));
  }
}

static void sse2_line_marks(const uint8_t *text, size_t blocks, uint64_t *masks) {
  for (size_t block = 0; block < blocks; block++, text += 64)
    masks[block] = sse2_bits(sse2_ends(text), sse2_ends(text + 16), sse2_ends(text + 32), sse2_ends(text + 48));
}

AVX512 static void avx512_line_marks(const uint8_t *text, size_t blocks, uint64_t *masks) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    __m512i bytes = _mm512_loadu_si512((const void *)text);
    masks[block] = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n')) | _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\r'));
  }
}

AVX512 static size_t avx512_line_end(const uint8_t *text, size_t blocks) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    __m512i bytes = _mm512_loadu_si512((const void *)text);
    uint64_t ends = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n')) | _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\r'));
    if (ends) return block * 64 + (size_t)__builtin_ctzll(ends);
  }
  return blocks * 64;
}

static void mark_whole(enum cv_path path, const uint8_t *text, size_t blocks, uint64_t *masks) {
  switch (path) {
  case cv_plain: break;
  case cv_sse2: sse2_json_marks(text, blocks, masks); break;
  case cv_avx2: avx2_json_marks(text, blocks, masks); break;
  case cv_avx512: avx512_json_marks(text, blocks, masks); break;
  }
}

void cv_json_marks(enum cv_path path, const uint8_t *text, size_t count, uint64_t *masks) {
  size_t whole = count / 64;
  mark_whole(path, text, whole, masks);
  if (count % 64 == 0) return;
  uint8_t last[64];
  memset(last, 'a', sizeof last);
  memcpy(last, text + whole * 64, count % 64);
  mark_whole(path, last, 1, masks + whole);
}

void cv_line_marks(enum cv_path path, const uint8_t *text, size_t count, uint64_t *masks) {
  size_t whole = count / 64;
  if (path == cv_avx512) avx512_line_marks(text, whole, masks);
  else sse2_line_marks(text, whole, masks);
  if (count % 64 == 0) return;
  masks[whole] = 0;
  for (size_t place = whole * 64; place < count; place++) masks[whole] |= (uint64_t)(text[place] == '\n' || text[place] == '\r') << place % 64;
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

#else

void cv_json_marks(enum cv_path path, const uint8_t *text, size_t count, uint64_t *masks) {
  (void)path; (void)text; (void)count; (void)masks;
}

void cv_line_marks(enum cv_path path, const uint8_t *text, size_t count, uint64_t *masks) {
  (void)path; (void)text; (void)count; (void)masks;
}

size_t cv_line_end(enum cv_path path, const uint8_t *text, size_t count) {
  (void)path; (void)text;
  return count;
}

#endif
