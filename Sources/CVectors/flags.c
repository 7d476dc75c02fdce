#include "candidates.h"

// The first look: flags by a word's first four bytes and its length.

static const uint32_t small_four = 0x20202020u;

static inline __attribute__((always_inline)) uint8_t flags_of(const struct cv_filter *filter, uint32_t first, uint32_t length) {
  uint8_t found = filter->flags[cv_flag_place(first, length, filter->flag_bits)];
  if (filter->shorts) found |= filter->shorts[cv_short_place(first & (uint32_t)filter->prefix_masks[0], filter->short_bits)];
  return found;
}

static inline uint32_t length_of(const struct cv_words *words, size_t word) { return words->ends[word] - words->starts[word]; }

/// A word that may stand less than four bytes before the text's end.
static inline void flag_one(const struct cv_filter *filter, const struct cv_searched *text, size_t word, uint8_t *flags) {
  uint32_t first = 0, length = length_of(text->words, word);
  memcpy(&first, text->bytes + text->words->starts[word], length < 4 ? length : 4);
  uint32_t kept = length < 4 ? (1u << length * 8) - 1 : UINT32_MAX;
  flags[word] = flags_of(filter, (first | small_four) & kept, length);
}

enum { cv_unknown = cv_single | cv_second };

/// A word of which the folded head is known; that of a word that cannot be folded is 0.
static inline __attribute__((always_inline)) uint8_t flags_known(const struct cv_filter *filter, const struct cv_searched *text, size_t word) {
  uint64_t head = text->heads[word];
  uint8_t found = flags_of(filter, (uint32_t)head, length_of(text->words, word));
  return head ? found : cv_unknown;
}

/// No branch depends on how long a word is, since that follows no pattern; the words must have four bytes of text from their start on.
static void flag_plain(const struct cv_filter *filter, const struct cv_searched *text, size_t to, uint8_t *flags) {
  const uint32_t *starts = text->words->starts, *ends = text->words->ends;
  for (size_t word = 0; word < to; word++) {
    uint32_t first, length = ends[word] - starts[word];
    memcpy(&first, text->bytes + starts[word], 4);
    unsigned unused = length < 4 ? (unsigned)(4 - length) * 8 : 0;
    flags[word] = flags_of(filter, (first | small_four) << unused >> unused, length);
  }
}

#if defined(__x86_64__)
/// Of four bytes of sixteen words those that belong to them, made small.
AVX512 static inline __m512i folded_sixteen(__m512i first, __m512i length) {
  __m512i unused = _mm512_sub_epi32(_mm512_set1_epi32(32), _mm512_slli_epi32(_mm512_min_epu32(length, _mm512_set1_epi32(4)), 3));
  return _mm512_srlv_epi32(_mm512_sllv_epi32(_mm512_or_si512(first, _mm512_set1_epi32((int)small_four)), unused), unused);
}

/// Where their flags stand.
AVX512 static inline __m512i flag_places(__m512i first, __m512i length, __m128i shift) {
  __m512i told = _mm512_slli_epi32(_mm512_min_epu32(length, _mm512_set1_epi32(cv_longest_told)), 27);
  __m512i mixed = _mm512_add_epi32(_mm512_xor_si512(first, _mm512_srli_epi32(first, 15)), told);
  return _mm512_srl_epi32(_mm512_mullo_epi32(mixed, _mm512_set1_epi32((int)cv_flag_factor)), shift);
}

/// As above, sixteen words at a time.
AVX512 static void flag_avx512(const struct cv_filter *filter, const struct cv_searched *text, size_t to, uint8_t *flags) {
  const uint8_t *bytes = text->bytes, *table = filter->flags;
  const __m128i shift = _mm_cvtsi32_si128((int)(32 - filter->flag_bits));
  const __m512i none = _mm512_setzero_si512();
  for (size_t base = 0; base < to; base += 16) {
    __mmask16 lanes = (__mmask16)(to - base < 16 ? (1u << (to - base)) - 1 : 0xFFFF);
    __m512i start = _mm512_loadu_si512(text->words->starts + base), length = _mm512_sub_epi32(_mm512_loadu_si512(text->words->ends + base), start);
    __m512i first = _mm512_mask_i32gather_epi32(none, lanes, start, bytes, 1);
    // Three bytes more than asked for come along, which the table has room for.
    __m512i found = _mm512_mask_i32gather_epi32(none, lanes, flag_places(folded_sixteen(first, length), length, shift), table, 1);
    _mm_storeu_si128((__m128i *)(flags + base), _mm512_cvtepi32_epi8(found));
  }
}

/// The same for words whose folded heads are known.
AVX512 static void flag_heads_avx512(const struct cv_filter *filter, const struct cv_searched *text, uint8_t *flags) {
  const uint8_t *table = filter->flags;
  const __m128i shift = _mm_cvtsi32_si128((int)(32 - filter->flag_bits));
  size_t count = text->words->count;
  for (size_t base = 0; base < count; base += 16) {
    __m512i low = _mm512_loadu_si512(text->heads + base), high = _mm512_loadu_si512(text->heads + base + 8);
    __m512i first = _mm512_inserti64x4(_mm512_castsi256_si512(_mm512_cvtepi64_epi32(low)), _mm512_cvtepi64_epi32(high), 1);
    __m512i length = _mm512_sub_epi32(_mm512_loadu_si512(text->words->ends + base), _mm512_loadu_si512(text->words->starts + base));
    uint32_t known = (uint32_t)_mm512_test_epi64_mask(low, low) | (uint32_t)_mm512_test_epi64_mask(high, high) << 8;
    uint32_t places[16] __attribute__((aligned(64)));
    _mm512_store_si512(places, flag_places(first, length, shift));
    size_t here = count - base < 16 ? count - base : 16;
#pragma clang loop vectorize(disable)
    for (size_t word = 0; word < here; word++) flags[base + word] = known >> word & 1 ? table[places[word]] : cv_unknown;
  }
}
#endif

static void flag_heads(enum cv_path path, const struct cv_filter *filter, const struct cv_searched *text, uint8_t *flags) {
#if defined(__x86_64__)
  if (path == cv_avx512 && !filter->shorts) return flag_heads_avx512(filter, text, flags);
#endif
  (void)path;
  for (size_t word = 0; word < text->words->count; word++) flags[word] = flags_known(filter, text, word);
}

void cv_flag_words(enum cv_path path, const struct cv_filter *tables, const struct cv_searched *text, uint8_t *flags) {
  // A copy, which no flag that is written can be.
  const struct cv_filter copy = *tables, *filter = &copy;
  const struct cv_words *words = text->words;
  if (text->are_hashed) return flag_heads(path, filter, text, flags);
  size_t whole = words->count;
  while (whole > 0 && words->starts[whole - 1] + 4 > text->count) whole--;
#if defined(__x86_64__)
  if (path == cv_avx512 && !filter->shorts) flag_avx512(filter, text, whole, flags);
  else flag_plain(filter, text, whole, flags);
#else
  flag_plain(filter, text, whole, flags);
#endif
  for (size_t word = whole; word < words->count; word++) flag_one(filter, text, word, flags);
  const uint32_t *marked = words->marked;
  size_t marked_count = words->marked_count;
  for (size_t mark = 0; mark < marked_count; mark++) flags[marked[mark]] = flags_known(filter, text, marked[mark]);
}
