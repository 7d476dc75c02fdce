#include "CVectors.h"

#if defined(__x86_64__)
#include "targets.h"
#include <string.h>

/// What 64 bytes are to the rules of UTF-8, where one of them is beyond ASCII; bit i stands for byte i.
struct utf8_block {
  /// First bytes of two, three and four; those of two include C0 and C1.
  uint64_t lead2, lead3, lead4;
  uint64_t continuation;
  /// Bytes that stand nowhere: C0, C1, F5 to FF.
  uint64_t never;
  /// The first bytes that some continuations may not follow.
  uint64_t e0, ed, f0, f4;
  /// Bytes below A0 and below 90.
  uint64_t below_a0, below_90;
};

/// What the last three bytes of a block ask of the next: bits of continuations wanted, and of the second bytes that are none.
struct utf8_carry {
  uint64_t wanted, no_low, no_high, no_low_90, no_high_90;
};

// A continuation must stand where a first byte wants one and nowhere else. Of the second bytes some are forbidden: E0 80-9F, F0 80-8F (overlong),
// ED A0-BF (surrogates), F4 90-BF (beyond U+10FFFF).
static inline int is_sound_block(const struct utf8_block *b, struct utf8_carry *carry) {
  uint64_t after_one = b->lead2 | b->lead3 | b->lead4, after_two = b->lead3 | b->lead4;
  uint64_t wanted = after_one << 1 | after_two << 2 | b->lead4 << 3 | carry->wanted;
  uint64_t wrong = (wanted ^ b->continuation) | b->never;
  wrong |= (b->e0 << 1 | carry->no_low) & b->below_a0;
  wrong |= (b->ed << 1 | carry->no_high) & ~b->below_a0;
  wrong |= (b->f0 << 1 | carry->no_low_90) & b->below_90;
  wrong |= (b->f4 << 1 | carry->no_high_90) & ~b->below_90;
  carry->wanted = after_one >> 63 | after_two >> 62 | b->lead4 >> 61;
  carry->no_low = b->e0 >> 63;
  carry->no_high = b->ed >> 63;
  carry->no_low_90 = b->f0 >> 63;
  carry->no_high_90 = b->f4 >> 63;
  return wrong == 0;
}

static inline uint64_t sse2_bits(const __m128i parts[4]) {
  return (uint64_t)(uint32_t)_mm_movemask_epi8(parts[0]) | (uint64_t)(uint32_t)_mm_movemask_epi8(parts[1]) << 16 |
         (uint64_t)(uint32_t)_mm_movemask_epi8(parts[2]) << 32 | (uint64_t)(uint32_t)_mm_movemask_epi8(parts[3]) << 48;
}

static inline uint64_t sse2_below(const __m128i bytes[4], uint8_t limit) {
  __m128i last = _mm_set1_epi8((char)(limit - 1)), parts[4];
  for (int part = 0; part < 4; part++) parts[part] = _mm_cmpeq_epi8(_mm_min_epu8(bytes[part], last), bytes[part]);
  return sse2_bits(parts);
}

static inline uint64_t sse2_is(const __m128i bytes[4], uint8_t value) {
  __m128i parts[4];
  for (int part = 0; part < 4; part++) parts[part] = _mm_cmpeq_epi8(bytes[part], _mm_set1_epi8((char)value));
  return sse2_bits(parts);
}

static int sse2_is_sound(const uint8_t *text, size_t blocks, struct utf8_carry *carry) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    __m128i bytes[4];
    for (int part = 0; part < 4; part++) bytes[part] = _mm_loadu_si128((const __m128i *)(text + part * 16));
    uint64_t high = sse2_bits(bytes);
    if (sse2_is(bytes, 0)) return 0;
    if (high == 0 && carry->wanted == 0) continue;
    uint64_t below_c0 = sse2_below(bytes, 0xC0), below_c2 = sse2_below(bytes, 0xC2), below_e0 = sse2_below(bytes, 0xE0);
    uint64_t below_f0 = sse2_below(bytes, 0xF0), below_f5 = sse2_below(bytes, 0xF5);
    struct utf8_block b = {
        .lead2 = below_e0 & ~below_c0, .lead3 = below_f0 & ~below_e0, .lead4 = below_f5 & ~below_f0,
        .continuation = high & below_c0, .never = (below_c2 & ~below_c0) | ~below_f5,
        .e0 = sse2_is(bytes, 0xE0), .ed = sse2_is(bytes, 0xED), .f0 = sse2_is(bytes, 0xF0), .f4 = sse2_is(bytes, 0xF4),
        .below_a0 = sse2_below(bytes, 0xA0), .below_90 = sse2_below(bytes, 0x90)};
    if (!is_sound_block(&b, carry)) return 0;
  }
  return 1;
}

AVX2 static inline uint64_t avx2_bits(__m256i low, __m256i high) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

AVX2 static inline uint64_t avx2_below(__m256i low, __m256i high, uint8_t limit) {
  __m256i last = _mm256_set1_epi8((char)(limit - 1));
  return avx2_bits(_mm256_cmpeq_epi8(_mm256_min_epu8(low, last), low), _mm256_cmpeq_epi8(_mm256_min_epu8(high, last), high));
}

AVX2 static inline uint64_t avx2_is(__m256i low, __m256i high, uint8_t value) {
  __m256i wanted = _mm256_set1_epi8((char)value);
  return avx2_bits(_mm256_cmpeq_epi8(low, wanted), _mm256_cmpeq_epi8(high, wanted));
}

AVX2 static int avx2_is_sound(const uint8_t *text, size_t blocks, struct utf8_carry *carry) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    __m256i first = _mm256_loadu_si256((const __m256i *)text), second = _mm256_loadu_si256((const __m256i *)(text + 32));
    uint64_t high = avx2_bits(first, second);
    if (avx2_is(first, second, 0)) return 0;
    if (high == 0 && carry->wanted == 0) continue;
    uint64_t below_c0 = avx2_below(first, second, 0xC0), below_c2 = avx2_below(first, second, 0xC2);
    uint64_t below_e0 = avx2_below(first, second, 0xE0), below_f0 = avx2_below(first, second, 0xF0);
    uint64_t below_f5 = avx2_below(first, second, 0xF5);
    struct utf8_block b = {
        .lead2 = below_e0 & ~below_c0, .lead3 = below_f0 & ~below_e0, .lead4 = below_f5 & ~below_f0,
        .continuation = high & below_c0, .never = (below_c2 & ~below_c0) | ~below_f5,
        .e0 = avx2_is(first, second, 0xE0), .ed = avx2_is(first, second, 0xED), .f0 = avx2_is(first, second, 0xF0),
        .f4 = avx2_is(first, second, 0xF4), .below_a0 = avx2_below(first, second, 0xA0), .below_90 = avx2_below(first, second, 0x90)};
    if (!is_sound_block(&b, carry)) return 0;
  }
  return 1;
}

AVX512 static inline uint64_t avx512_below(__m512i bytes, uint8_t limit) {
  return _mm512_cmplt_epu8_mask(bytes, _mm512_set1_epi8((char)limit));
}

AVX512 static int avx512_is_sound(const uint8_t *text, size_t blocks, struct utf8_carry *carry) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    __m512i bytes = _mm512_loadu_si512((const void *)text);
    uint64_t high = _mm512_movepi8_mask(bytes);
    if (avx512_is(bytes, 0)) return 0;
    if (high == 0 && carry->wanted == 0) continue;
    uint64_t below_c0 = avx512_below(bytes, 0xC0), below_e0 = avx512_below(bytes, 0xE0);
    uint64_t below_f0 = avx512_below(bytes, 0xF0), below_f5 = avx512_below(bytes, 0xF5);
    struct utf8_block b = {
        .lead2 = below_e0 & ~below_c0, .lead3 = below_f0 & ~below_e0, .lead4 = below_f5 & ~below_f0,
        .continuation = high & below_c0, .never = (avx512_below(bytes, 0xC2) & ~below_c0) | ~below_f5,
        .e0 = avx512_is(bytes, 0xE0), .ed = avx512_is(bytes, 0xED), .f0 = avx512_is(bytes, 0xF0), .f4 = avx512_is(bytes, 0xF4),
        .below_a0 = avx512_below(bytes, 0xA0), .below_90 = avx512_below(bytes, 0x90)};
    if (!is_sound_block(&b, carry)) return 0;
  }
  return 1;
}

static int is_sound_whole(enum cv_path path, const uint8_t *text, size_t blocks, struct utf8_carry *carry) {
  switch (path) {
  case cv_plain: break;
  case cv_sse2: return sse2_is_sound(text, blocks, carry);
  case cv_avx2: return avx2_is_sound(text, blocks, carry);
  case cv_avx512: return avx512_is_sound(text, blocks, carry);
  }
  return 0;
}

int cv_utf8_is_sound(enum cv_path path, const uint8_t *text, size_t count) {
  struct utf8_carry carry = {0};
  size_t whole = count / 64;
  if (!is_sound_whole(path, text, whole, &carry)) return 0;
  // A letter behind the end continues nothing, so a sequence that the end cuts shows.
  uint8_t last[64];
  memset(last, 'a', sizeof last);
  if (count % 64 != 0) memcpy(last, text + whole * 64, count % 64);
  return is_sound_whole(path, last, 1, &carry);
}

#else

int cv_utf8_is_sound(enum cv_path path, const uint8_t *text, size_t count) {
  (void)path; (void)text; (void)count;
  return 0;
}

#endif
