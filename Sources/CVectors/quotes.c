#include "CVectors.h"
#include "targets.h"

// The first bytes of characters that may be quotation marks, with those of all of ASCII that are.
static inline int may_begin(uint8_t byte) {
  return byte == '"' || byte == '\'' || byte == '`' || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

static void quotes_plain(const uint8_t *text, size_t from, size_t count, uint64_t *masks) {
  for (size_t place = from; place < count; place++) {
    if (place % 64 == 0) masks[place / 64] = 0;
    masks[place / 64] |= (uint64_t)may_begin(text[place]) << place % 64;
  }
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

static void quotes_sse2(const uint8_t *text, size_t blocks, uint64_t *masks) {
  for (size_t block = 0; block < blocks; block++) {
    uint64_t mask = 0;
    for (int part = 0; part < 4; part++) mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(sse2_quotes(text + block * 64 + part * 16)) << part * 16;
    masks[block] = mask;
  }
}

AVX512 static inline uint64_t is_letter(__m512i bytes) { return avx512_range(_mm512_or_si512(bytes, _mm512_set1_epi8(0x20)), 'a', 'z'); }

/// The mask of the next bytes: one lower, and the first behind the block.
static inline uint64_t one_behind(uint64_t mask, int next) { return mask >> 1 | (uint64_t)next << 63; }

static inline int is_letter_byte(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') < 26; }

/// A block with three bytes behind it: without apostrophes between letters of ASCII, and without other characters that begin like marks.
AVX512 static inline uint64_t quotes_inside(const uint8_t *text, uint64_t letter_before) {
  __m512i bytes = _mm512_loadu_si512(text);
  uint64_t letters = is_letter(bytes), before = letters << 1 | letter_before, behind = one_behind(letters, is_letter_byte(text[64]));
  uint64_t straight = avx512_is(bytes, '\'') & ~(before & behind);
  uint64_t marks = straight | avx512_is(bytes, '"') | avx512_is(bytes, '`');
  if (_mm512_movepi8_mask(bytes) == 0) return marks;
  __m512i next = _mm512_loadu_si512(text + 1), third = _mm512_loadu_si512(text + 2);
  uint64_t general = avx512_is(bytes, 0xE2) & avx512_is(next, 0x80);
  uint64_t apostrophe = avx512_is(third, 0x99) & before & is_letter(_mm512_loadu_si512(text + 3));
  general &= (avx512_range(third, 0x98, 0x9F) | avx512_range(third, 0xB9, 0xBA)) & ~apostrophe;
  uint64_t latin = avx512_is(bytes, 0xC2) & (avx512_is(next, 0xAB) | avx512_is(next, 0xBB));
  return marks | general | latin | avx512_is(bytes, 0xE3) | avx512_is(bytes, 0xEF);
}

/// Gives the first block that it left.
AVX512 static size_t quotes_avx512(const uint8_t *text, size_t count, uint64_t *masks) {
  size_t block = 0;
  for (; block * 64 + 67 <= count; block++) {
    uint8_t before = block > 0 ? text[block * 64 - 1] | 0x20 : 0;
    masks[block] = quotes_inside(text + block * 64, before >= 'a' && before <= 'z');
  }
  return block;
}
#endif

void cv_quotes(enum cv_path path, const uint8_t *text, size_t count, uint64_t *masks) {
  size_t whole = 0;
#if defined(__x86_64__)
  if (path == cv_avx512) {
    whole = quotes_avx512(text, count, masks);
  } else if (path != cv_plain) {
    whole = count / 64;
    quotes_sse2(text, whole, masks);
  }
#endif
  quotes_plain(text, whole * 64, count, masks);
}
