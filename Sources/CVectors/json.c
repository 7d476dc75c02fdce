#include "CVectors.h"

#if defined(__x86_64__)
#include "lines.h"
#include <string.h>

// Bytes below a limit are those that min(byte, limit - 1) leaves as they are: SSE2 and AVX2 compare no unsigned bytes.

/// Whether a line ends in a block, which is looked for only among its control characters; then the marks from there on are gone.
static inline int cut_at_line_end(uint64_t ends, struct cv_json_block *marks, size_t *end) {
  if (ends == 0) return 0;
  uint64_t before = (ends & -ends) - 1;
  marks->ends &= before;
  marks->escapes &= before;
  *end += (size_t)__builtin_ctzll(ends);
  return 1;
}

static size_t sse2_json_marks(const uint8_t *text, size_t blocks, int is_line, struct cv_json_block *marks, uint64_t *carried) {
  size_t place = 0;
  uint64_t escaped = *carried;
  for (; place < blocks * 64; place += 64, text += 64, marks++) {
    __m128i control[4], quote[4], slash[4];
    for (int part = 0; part < 4; part++) {
      __m128i bytes = _mm_loadu_si128((const __m128i *)(text + 16 * part));
      control[part] = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
      quote[part] = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
      slash[part] = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
    }
    uint64_t quotes = sse2_bits(quote[0], quote[1], quote[2], quote[3]), slashes = sse2_bits(slash[0], slash[1], slash[2], slash[3]);
    uint64_t controls = sse2_bits(control[0], control[1], control[2], control[3]);
    *marks = cv_json_block_of(quotes, slashes, controls, &escaped);
    if (controls && is_line && cut_at_line_end(sse2_ends(text), marks, &place)) return place;
  }
  *carried = escaped;
  return place;
}

AVX2 static size_t avx2_json_marks(const uint8_t *text, size_t blocks, int is_line, struct cv_json_block *marks, uint64_t *carried) {
  size_t place = 0;
  uint64_t escaped = *carried;
  for (; place < blocks * 64; place += 64, text += 64, marks++) {
    __m256i control[2], quote[2], slash[2];
    for (int part = 0; part < 2; part++) {
      __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + 32 * part));
      control[part] = _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(0x1F)), bytes);
      quote[part] = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"'));
      slash[part] = _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\'));
    }
    uint64_t quotes = avx2_bits(quote[0], quote[1]), slashes = avx2_bits(slash[0], slash[1]);
    uint64_t controls = avx2_bits(control[0], control[1]);
    *marks = cv_json_block_of(quotes, slashes, controls, &escaped);
    if (controls && is_line && cut_at_line_end(avx2_ends(text), marks, &place)) return place;
  }
  *carried = escaped;
  return place;
}

AVX512 static size_t avx512_json_marks(const uint8_t *text, size_t blocks, int is_line, struct cv_json_block *marks, uint64_t *carried) {
  size_t place = 0;
  uint64_t escaped = *carried;
  for (; place < blocks * 64; place += 64, text += 64, marks++) {
    __m512i bytes = _mm512_loadu_si512((const void *)text);
    uint64_t controls = avx512_range(bytes, 0, 0x1F);
    *marks = cv_json_block_of(avx512_is(bytes, '"'), avx512_is(bytes, '\\'), controls, &escaped);
    if (controls && is_line && cut_at_line_end(avx512_ends(text), marks, &place)) return place;
  }
  *carried = escaped;
  return place;
}

static size_t mark_whole(enum cv_path path, const uint8_t *text, size_t blocks, int is_line, struct cv_json_block *marks, uint64_t *escaped) {
  switch (path) {
  case cv_plain: break;
  case cv_sse2: return sse2_json_marks(text, blocks, is_line, marks, escaped);
  case cv_avx2: return avx2_json_marks(text, blocks, is_line, marks, escaped);
  case cv_avx512: return avx512_json_marks(text, blocks, is_line, marks, escaped);
  }
  return 0;
}

size_t cv_json_marks(enum cv_path path, const uint8_t *text, size_t count, int is_line, struct cv_json_block *blocks, uint64_t *escaped) {
  size_t whole = count / 64, end = mark_whole(path, text, whole, is_line, blocks, escaped);
  if (end < whole * 64 || count % 64 == 0) return end;
  uint8_t last[64];
  memset(last, 'a', sizeof last);
  memcpy(last, text + end, count % 64);
  end += mark_whole(path, last, 1, is_line, blocks + whole, escaped);
  return end < count ? end : count;
}

#else

size_t cv_json_marks(enum cv_path path, const uint8_t *text, size_t count, int is_line, struct cv_json_block *blocks, uint64_t *escaped) {
  (void)path; (void)text; (void)is_line; (void)blocks; (void)escaped;
  return count;
}

#endif
