#include "CVectors.h"
#include "mark_places.h"
#include "targets.h"
#include <string.h>

// The first bytes of characters that may be quotation marks, with those of all of ASCII that are.
static inline int may_begin(uint8_t byte) {
  return byte == '"' || byte == '\'' || byte == '`' || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

/// Whether a block has marks follows no pattern: all are written, and those without are written over. Of a copy, which stands in registers.
static inline void add(struct cv_marks *marks, uint64_t mask, size_t start) {
  marks->masks[marks->block_count] = mask;
  marks->starts[marks->block_count] = (uint32_t)start;
  marks->block_count += mask != 0;
  marks->count += (size_t)__builtin_popcountll(mask);
}

static struct cv_marks quotes_plain(const uint8_t *text, size_t count, struct cv_marks marks) {
  for (size_t start = 0; start < count; start += 64) {
    uint64_t mask = 0;
    for (size_t place = start; place < count && place < start + 64; place++) mask |= (uint64_t)may_begin(text[place]) << place % 64;
    add(&marks, mask, start);
  }
  return marks;
}

#if defined(__x86_64__)
static inline __m128i sse2_quotes(const uint8_t *text) {
  __m128i bytes = _mm_loadu_si128((const __m128i *)text);
  __m128i straight = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\'')));
  __m128i back = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('`')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xC2)));
  // 0xE2 and 0xE3 differ in the lowest bit.
  __m128i general = _mm_cmpeq_epi8(_mm_or_si128(bytes, _mm_set1_epi8(1)), _mm_set1_epi8((char)0xE3));
  return _mm_or_si128(_mm_or_si128(straight, back), _mm_or_si128(general, _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xEF))));
}

static inline uint64_t sse2_block(const uint8_t *text) {
  uint64_t mask = 0;
  for (int part = 0; part < 4; part++) mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(sse2_quotes(text + part * 16)) << part * 16;
  return mask;
}

static inline struct cv_marks quotes_sse2(const uint8_t *text, size_t count, struct cv_marks marks) {
  size_t start = 0;
  for (; start + 64 <= count; start += 64) add(&marks, sse2_block(text + start), start);
  if (start == count) return marks;
  uint8_t rest[64] = {0};
  memcpy(rest, text + start, count - start);
  add(&marks, sse2_block(rest), start);
  return marks;
}

AVX2 static struct cv_marks quotes_avx2(const uint8_t *text, size_t count, struct cv_marks marks) { return quotes_sse2(text, count, marks); }

/// 64 bytes, and those that begin one, two and three places further on.
struct windows {
  __m512i here, second, third, fourth;
};

/// Zeros behind the text's end.
AVX512 static inline __m512i avx512_rest(const uint8_t *text, size_t count) {
  return _mm512_maskz_loadu_epi8(count < 64 ? ((uint64_t)1 << count) - 1 : ~(uint64_t)0, text);
}

AVX512 static inline struct windows avx512_windows(const uint8_t *text, size_t count) {
  if (count >= 67)
    return (struct windows){_mm512_loadu_si512(text), _mm512_loadu_si512(text + 1), _mm512_loadu_si512(text + 2), _mm512_loadu_si512(text + 3)};
  return (struct windows){avx512_rest(text, count), avx512_rest(text + 1, count - 1), avx512_rest(text + 2, count > 2 ? count - 2 : 0),
                          avx512_rest(text + 3, count > 3 ? count - 3 : 0)};
}

AVX512 static inline __m512i all(int byte) { return _mm512_set1_epi8((char)byte); }

AVX512 static inline __m512i differing(__m512i bytes, int byte) { return _mm512_xor_si512(bytes, all(byte)); }

AVX512 static inline __mmask64 letters_among(__mmask64 chosen, __m512i bytes) {
  return _mm512_mask_cmple_epu8_mask(chosen, _mm512_sub_epi8(_mm512_or_si512(bytes, all(0x20)), all('a')), all('z' - 'a'));
}

/// U+2018 to U+201F, U+2039, U+203A and five more, U+2019 between letters of ASCII left out.
AVX512 static inline uint64_t general_marks(struct windows text, uint64_t letters_before) {
  __m512i third = _mm512_and_si512(differing(text.third, 0x98), all(0xD8));
  __m512i others = _mm512_or_si512(_mm512_or_si512(differing(text.here, 0xE2), differing(text.second, 0x80)), third);
  __mmask64 found = _mm512_testn_epi8_mask(others, others);
  uint64_t apostrophes = letters_among(_mm512_mask_cmpeq_epi8_mask(found, text.third, all(0x99)), text.fourth);
  return found & ~(apostrophes & letters_before);
}

/// Guillemets, and what begins like marks of Chinese and Japanese: news text in English has next to none.
AVX512 static inline uint64_t rare_marks(struct windows text) {
  __m512i wide = _mm512_xor_si512(_mm512_and_si512(text.here, all(0xF3)), all(0xE3));
  __mmask64 latin = _mm512_cmpeq_epi8_mask(text.here, all(0xC2));
  if (__builtin_expect((_mm512_testn_epi8_mask(wide, wide) | latin) == 0, 1)) return 0;
  uint64_t guillemets = latin & avx512_is(_mm512_or_si512(text.second, all(0x10)), 0xBB);
  return guillemets | avx512_is(text.here, 0xE3) | avx512_is(text.here, 0xEF);
}

/// `letter_before` passes on whether a block ends with a letter.
AVX512 static inline uint64_t avx512_block(struct windows text, uint64_t *letter_before) {
  uint64_t letters = letters_among(~(uint64_t)0, text.here);
  uint64_t before = letters << 1 | *letter_before;
  *letter_before = letters >> 63;
  uint64_t last = letters_among((uint64_t)1 << 63, text.second), behind = letters >> 1 | last;
  uint64_t straight = avx512_is(text.here, '\'') & ~(before & behind);
  uint64_t doubles = _mm512_cmpeq_epi8_mask(text.here, all('"')) | _mm512_cmpeq_epi8_mask(text.here, all('`'));
  return straight | doubles | general_marks(text, before) | rare_marks(text);
}

AVX512 static struct cv_marks quotes_avx512(const uint8_t *text, size_t count, struct cv_marks marks) {
  uint64_t letter_before = 0;
  size_t start = 0;
  for (; start + 67 <= count; start += 64) add(&marks, avx512_block(avx512_windows(text + start, 67), &letter_before), start);
  for (; start < count; start += 64) add(&marks, avx512_block(avx512_windows(text + start, count - start), &letter_before), start);
  return marks;
}
#endif

static struct cv_marks quotes(enum cv_path path, const uint8_t *text, size_t count, struct cv_marks marks) {
#if defined(__x86_64__)
  if (path == cv_avx512) return quotes_avx512(text, count, marks);
  if (path == cv_avx2) return quotes_avx2(text, count, marks);
  if (path == cv_sse2) return quotes_sse2(text, count, marks);
#endif
  return quotes_plain(text, count, marks);
}

void cv_quotes(enum cv_path path, const uint8_t *text, size_t count, struct cv_marks *marks) {
  marks->block_count = marks->count = 0;
  *marks = quotes(path, text, count, *marks);
}

static inline void write_places(struct cv_marks marks, uint32_t *places) {
  for (size_t block = 0; block < marks.block_count; block++) places += write_mark_places(marks.masks[block], marks.starts[block], places);
}

#if defined(__x86_64__)
AVX2 static void write_places_avx2(struct cv_marks marks, uint32_t *places) { write_places(marks, places); }
#endif

void cv_quote_places(enum cv_path path, const struct cv_marks *marks, uint32_t *places) {
#if defined(__x86_64__)
  if (path == cv_avx2 || path == cv_avx512) return write_places_avx2(*marks, places);
#endif
  write_places(*marks, places);
}
