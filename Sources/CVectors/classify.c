#include "CVectors.h"

#if defined(__x86_64__)
#include "targets.h"
#include <string.h>

int cv_has_path(enum cv_path path) {
  __builtin_cpu_init();
  switch (path) {
  case cv_plain:
  case cv_sse2: return 1;
  case cv_avx2: return __builtin_cpu_supports("avx2") != 0;
  case cv_avx512:
    return __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512vl") != 0 &&
           __builtin_cpu_supports("avx512vbmi") != 0 && __builtin_cpu_supports("avx512vbmi2") != 0 && __builtin_cpu_supports("gfni") != 0;
  }
  return 0;
}

// A whole buffer is one call: a call for each 64 bytes cannot be inlined into code without the target attribute and costs more than the work.
// Ranges are tested as min(x - low, count - 1) == x - low, since SSE2 and AVX2 compare no unsigned bytes.

static inline uint64_t sse2_bits(const __m128i *parts) {
  return (uint64_t)(uint32_t)_mm_movemask_epi8(parts[0]) | (uint64_t)(uint32_t)_mm_movemask_epi8(parts[1]) << 16 |
         (uint64_t)(uint32_t)_mm_movemask_epi8(parts[2]) << 32 | (uint64_t)(uint32_t)_mm_movemask_epi8(parts[3]) << 48;
}

static inline __m128i sse2_range(__m128i bytes, char low, char last) {
  __m128i offset = _mm_sub_epi8(bytes, _mm_set1_epi8(low));
  return _mm_cmpeq_epi8(_mm_min_epu8(offset, _mm_set1_epi8((char)(last - low))), offset);
}

static inline __m128i sse2_is(__m128i bytes, char value) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(value)); }

static void sse2_blocks(const uint8_t *text, size_t count, struct cv_block *blocks) {
  for (size_t block = 0; block < count; block++) {
    __m128i letter[4], digit[4], letter_mark[4], number_mark[4], low_line[4], clitic[4], beyond[4];
    for (int part = 0; part < 4; part++) {
      const uint8_t *here = text + block * 64 + part * 16;
      __m128i bytes = _mm_loadu_si128((const __m128i *)here), next = _mm_loadu_si128((const __m128i *)(here + 1));
      __m128i small = _mm_or_si128(bytes, _mm_set1_epi8(0x20)), apostrophe = sse2_is(bytes, '\'');
      __m128i both = _mm_or_si128(sse2_is(bytes, '.'), apostrophe);
      letter[part] = sse2_range(small, 'a', 'z');
      digit[part] = sse2_range(bytes, '0', '9');
      letter_mark[part] = _mm_or_si128(both, sse2_is(bytes, ':'));
      number_mark[part] = _mm_or_si128(both, _mm_or_si128(sse2_is(bytes, ','), sse2_is(bytes, ';')));
      low_line[part] = sse2_is(bytes, '_');
      clitic[part] = _mm_and_si128(apostrophe, sse2_is(_mm_or_si128(next, _mm_set1_epi8(0x20)), 's'));
      beyond[part] = bytes;
    }
    blocks[block].letter = sse2_bits(letter);
    blocks[block].digit = sse2_bits(digit);
    blocks[block].letter_mark = sse2_bits(letter_mark);
    blocks[block].number_mark = sse2_bits(number_mark);
    blocks[block].unusual = sse2_bits(low_line);
    blocks[block].beyond = sse2_bits(beyond);
    blocks[block].clitic = sse2_bits(clitic);
    blocks[block].curly = 0;
  }
}

AVX2 static inline uint64_t avx2_bits(const __m256i *parts) {
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(parts[0]) | (uint64_t)(uint32_t)_mm256_movemask_epi8(parts[1]) << 32;
}

AVX2 static inline __m256i avx2_range(__m256i bytes, char low, char last) {
  __m256i offset = _mm256_sub_epi8(bytes, _mm256_set1_epi8(low));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(offset, _mm256_set1_epi8((char)(last - low))), offset);
}

AVX2 static inline __m256i avx2_is(__m256i bytes, char value) { return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(value)); }

AVX2 static void avx2_blocks(const uint8_t *text, size_t count, struct cv_block *blocks) {
  for (size_t block = 0; block < count; block++) {
    __m256i letter[2], digit[2], letter_mark[2], number_mark[2], low_line[2], clitic[2], beyond[2];
    for (int part = 0; part < 2; part++) {
      const uint8_t *here = text + block * 64 + part * 32;
      __m256i bytes = _mm256_loadu_si256((const __m256i *)here), next = _mm256_loadu_si256((const __m256i *)(here + 1));
      __m256i small = _mm256_or_si256(bytes, _mm256_set1_epi8(0x20)), apostrophe = avx2_is(bytes, '\'');
      __m256i both = _mm256_or_si256(avx2_is(bytes, '.'), apostrophe);
      letter[part] = avx2_range(small, 'a', 'z');
      digit[part] = avx2_range(bytes, '0', '9');
      letter_mark[part] = _mm256_or_si256(both, avx2_is(bytes, ':'));
      number_mark[part] = _mm256_or_si256(both, _mm256_or_si256(avx2_is(bytes, ','), avx2_is(bytes, ';')));
      low_line[part] = avx2_is(bytes, '_');
      clitic[part] = _mm256_and_si256(apostrophe, avx2_is(_mm256_or_si256(next, _mm256_set1_epi8(0x20)), 's'));
      beyond[part] = bytes;
    }
    blocks[block].letter = avx2_bits(letter);
    blocks[block].digit = avx2_bits(digit);
    blocks[block].letter_mark = avx2_bits(letter_mark);
    blocks[block].number_mark = avx2_bits(number_mark);
    blocks[block].unusual = avx2_bits(low_line);
    blocks[block].beyond = avx2_bits(beyond);
    blocks[block].clitic = avx2_bits(clitic);
    blocks[block].curly = 0;
  }
}

/// Of each byte of ASCII in which fields of its block it has a bit, by their order there: an apostrophe has that of `clitic` until it is known what follows.
static uint8_t fields[128] __attribute__((aligned(64)));

enum { letter_field = 1, digit_field = 2, letter_mark_field = 4, number_mark_field = 8, unusual_field = 16, clitic_field = 64 };

__attribute__((constructor)) static void fill_fields(void) {
  for (uint8_t byte = 0; byte < 128; byte++) {
    uint8_t small = byte | 0x20, both = byte == '.' || byte == '\'';
    uint8_t is_letter = small >= 'a' && small <= 'z', is_digit = byte >= '0' && byte <= '9';
    fields[byte] = (uint8_t)(is_letter * letter_field | is_digit * digit_field | (both || byte == ':') * letter_mark_field |
                             (both || byte == ',' || byte == ';') * number_mark_field | (byte == '_') * unusual_field | (byte == '\'') * clitic_field);
  }
}

/// Eight fields of 64 bytes from a byte for each of these, bit f of which is field f's.
///
/// A product of bit matrices turns each eight bytes so that byte f holds their bits of field f (Intel, Galois Field New Instructions, 2018); those of all
/// eight are then brought together.
AVX512 static inline __m512i turned(__m512i bytes) {
  const __m512i diagonal = _mm512_set1_epi64((long long)0x8040201008040201ull);
  static const uint8_t together[64] __attribute__((aligned(64))) = {
      0, 8,  16, 24, 32, 40, 48, 56, 1, 9,  17, 25, 33, 41, 49, 57, 2, 10, 18, 26, 34, 42, 50, 58, 3, 11, 19, 27, 35, 43, 51, 59,
      4, 12, 20, 28, 36, 44, 52, 60, 5, 13, 21, 29, 37, 45, 53, 61, 6, 14, 22, 30, 38, 46, 54, 62, 7, 15, 23, 31, 39, 47, 55, 63};
  // The instruction counts a row's bits from above, so that the first product is mirrored.
  __m512i fields_of_eight = _mm512_gf2p8affine_epi64_epi8(_mm512_gf2p8affine_epi64_epi8(diagonal, bytes, 0), diagonal, 0);
  return _mm512_permutexvar_epi8(_mm512_load_si512(together), fields_of_eight);
}

AVX512 static void avx512_blocks(const uint8_t *text, size_t count, struct cv_block *blocks) {
  const __m512i low = _mm512_load_si512(fields), high = _mm512_load_si512(fields + 64), top = _mm512_set1_epi8((char)0x80);
  for (size_t block = 0; block < count; block++) {
    __m512i bytes = _mm512_loadu_si512(text + block * 64), next = _mm512_loadu_si512(text + block * 64 + 1);
    __m512i found = _mm512_maskz_permutex2var_epi8(_mm512_testn_epi8_mask(bytes, top), low, bytes, high);
    __mmask64 is_followed = avx512_is(_mm512_or_si512(next, _mm512_set1_epi8(0x20)), 's');
    found = _mm512_and_si512(found, _mm512_mask_blend_epi8(is_followed, _mm512_set1_epi8((char)~clitic_field), _mm512_set1_epi8(-1)));
    _mm512_storeu_si512(blocks + block, turned(_mm512_or_si512(found, _mm512_and_si512(bytes, top))));
  }
}

/// Reads one byte behind the last block.
static void classify_whole(enum cv_path path, const uint8_t *text, size_t count, struct cv_block *blocks) {
  switch (path) {
  case cv_plain: break;
  case cv_sse2: sse2_blocks(text, count, blocks); break;
  case cv_avx2: avx2_blocks(text, count, blocks); break;
  case cv_avx512: avx512_blocks(text, count, blocks); break;
  }
}

void cv_classify(enum cv_path path, const uint8_t *text, size_t count, struct cv_block *blocks) {
  if (count == 0) return;
  size_t whole = (count - 1) / 64;
  classify_whole(path, text, whole, blocks);
  uint8_t last[128] = {0};
  memcpy(last, text + whole * 64, count - whole * 64);
  classify_whole(path, last, 1, blocks + whole);
}

#else

int cv_has_path(enum cv_path path) { return path == cv_plain; }

void cv_classify(enum cv_path path, const uint8_t *text, size_t count, struct cv_block *blocks) {
  (void)path; (void)text; (void)count; (void)blocks;
}

#endif
