#include "CVectors.h"

#if defined(__x86_64__)
#include "targets.h"
#include <string.h>

// Bytes below a limit are those that min(byte, limit - 1) leaves as they are: SSE2 and AVX2 compare no unsigned bytes.

static inline __m128i sse2_ends(const uint8_t *text) {
  __m128i bytes = _mm_loadu_si128((const __m128i *)text);
  return _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')));
}

static inline uint64_t sse2_bits(__m128i a, __m128i b, __m128i c, __m128i d) {
  return (uint64_t)(uint32_t)_mm_movemask_epi8(a) | (uint64_t)(uint32_t)_mm_movemask_epi8(b) << 16 |
         (uint64_t)(uint32_t)_mm_movemask_epi8(c) << 32 | (uint64_t)(uint32_t)_mm_movemask_epi8(d) << 48;
}

static void sse2_json_marks(const uint8_t *text, size_t blocks, struct cv_json_block *marks, uint64_t *escaped) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    __m128i control[4], quote[4], slash[4];
    for (int part = 0; part < 4; part++) {
      __m128i bytes = _mm_loadu_si128((const __m128i *)(text + 16 * part));
      control[part] = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
      quote[part] = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
      slash[part] = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    }
    uint64_t quotes = sse2_bits(quote[0], quote[1], quote[2], quote[3]), slashes = sse2_bits(slash[0], slash[1], slash[2], slash[3]);
    marks[block] = cv_json_block_of(quotes, slashes, sse2_bits(control[0], control[1], control[2], control[3]), escaped);
  }
}

static size_t sse2_line_end(const uint8_t *text, size_t blocks) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    uint64_t ends = sse2_bits(sse2_ends(text), sse2_ends(text + 16), sse2_ends(text + 32), sse2_ends(text + 48));
    if (ends) return block * 64 + (size_t)__builtin_ctzll(ends);
  }
  return blocks * 64;
}

AVX2 static inline uint64_t avx2_bits(__m256i low, __m256i high) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

AVX2 static inline uint64_t avx2_ends(const uint8_t *text) {
  __m256i bytes = _mm256_loadu_si256((const __m256i *)text);
  __m256i feed = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n'));
  return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(feed, _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\r'))));
}

AVX2 static void avx2_json_marks(const uint8_t *text, size_t blocks, struct cv_json_block *marks, uint64_t *escaped) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    __m256i control[2], quote[2], slash[2];
    for (int part = 0; part < 2; part++) {
      __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + 32 * part));
      control[part] = _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(0x1F)), bytes);
      quote[part] = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"'));
      slash[part] = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\'));
    }
    uint64_t quotes = avx2_bits(quote[0], quote[1]), slashes = avx2_bits(slash[0], slash[1]);
    marks[block] = cv_json_block_of(quotes, slashes, avx2_bits(control[0], control[1]), escaped);
  }
}

AVX2 static size_t avx2_line_end(const uint8_t *text, size_t blocks) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    uint64_t ends = avx2_ends(text) | avx2_ends(text + 32) << 32;
    if (ends) return block * 64 + (size_t)__builtin_ctzll(ends);
  }
  return blocks * 64;
}

AVX512 static void avx512_json_marks(const uint8_t *text, size_t blocks, struct cv_json_block *marks, uint64_t *escaped) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    __m512i bytes = _mm512_loadu_si512((const void *)text);
    marks[block] = cv_json_block_of(avx512_is(bytes, '"'), avx512_is(bytes, '\\'), avx512_range(bytes, 0, 0x1F), escaped);
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

static void mark_whole(enum cv_path path, const uint8_t *text, size_t blocks, struct cv_json_block *marks, uint64_t *escaped) {
  switch (path) {
  case cv_plain: break;
  case cv_sse2: sse2_json_marks(text, blocks, marks, escaped); break;
  case cv_avx2: avx2_json_marks(text, blocks, marks, escaped); break;
  case cv_avx512: avx512_json_marks(text, blocks, marks, escaped); break;
  }
}

void cv_json_marks(enum cv_path path, const uint8_t *text, size_t count, struct cv_json_block *blocks) {
  size_t whole = count / 64;
  uint64_t escaped = 0;
  mark_whole(path, text, whole, blocks, &escaped);
  if (count % 64 == 0) return;
  uint8_t last[64];
  memset(last, 'a', sizeof last);
  memcpy(last, text + whole * 64, count % 64);
  mark_whole(path, last, 1, blocks + whole, &escaped);
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

void cv_json_marks(enum cv_path path, const uint8_t *text, size_t count, struct cv_json_block *blocks) {
  (void)path; (void)text; (void)count; (void)blocks;
}

void cv_line_marks(enum cv_path path, const uint8_t *text, size_t count, uint64_t *masks) {
  (void)path; (void)text; (void)count; (void)masks;
}

size_t cv_line_end(enum cv_path path, const uint8_t *text, size_t count) {
  (void)path; (void)text;
  return count;
}

#endif
