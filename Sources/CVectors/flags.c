#include "candidates.h"

// The first look: flags by a word's first four bytes, or letters, and its length.

/// What makes four letters of ASCII small; those of a folded text are.
static inline uint32_t small_four(const struct cv_searched *text) { return text->is_folded ? 0 : 0x20202020u; }

static inline __attribute__((always_inline)) uint8_t flags_of(const struct cv_filter *filter, uint64_t head, uint32_t length) {
  uint8_t found = filter->flags[cv_flag_place(head, cv_told(head, length), filter->flag_bits)];
  if (filter->shorts) found |= filter->shorts[cv_short_place((uint32_t)(head & filter->prefix_masks[0]), filter->short_bits)];
  return found;
}

static inline uint32_t length_of(const struct cv_words *words, size_t word) { return words->ends[word] - words->starts[word]; }

/// A word that may stand less than eight bytes before the text's end.
static inline void flag_one(const struct cv_filter *filter, const struct cv_searched *text, size_t word, uint8_t *flags) {
  size_t start = text->words->starts[word];
  uint32_t length = length_of(text->words, word);
  flags[word] = flags_of(filter, head(text->bytes + start, length, text->count - start), length);
}

enum { cv_unknown = cv_single | cv_second };

/// A word of which the folded head is known; that of a word that cannot be folded is 0.
static inline __attribute__((always_inline)) uint8_t flags_known(const struct cv_filter *filter, const struct cv_searched *text, size_t word) {
  uint64_t head = text->heads[word];
  uint8_t found = flags_of(filter, head, length_of(text->words, word));
  return head ? found : cv_unknown;
}

/// Words of ASCII that have four bytes of text from their start on. No branch depends on how long a word is, since that follows no pattern.
static inline __attribute__((always_inline)) void flag_by_four(struct cv_filter filter, const struct cv_searched *text, size_t to, uint8_t *restrict flags,
                                                               int has_shorts) {
  static const uint32_t kept[cv_longest_told + 1] = {0, 0xFF, 0xFFFF, 0xFFFFFF, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u, ~0u};
  const uint8_t *bytes = text->bytes;
  const uint32_t smalls = small_four(text), prefix = (uint32_t)filter.prefix_masks[0], *starts = text->words->starts, *ends = text->words->ends;
  for (size_t word = 0; word < to; word++) {
    uint32_t first, start = starts[word], length = ends[word] - start, told = length < cv_longest_told ? length : cv_longest_told;
    memcpy(&first, bytes + start, 4);
    first = (first | smalls) & kept[told];
    uint8_t found = filter.flags[cv_mixed_place(first, told, filter.flag_bits)];
    if (has_shorts) found |= filter.shorts[cv_short_place(first & prefix, filter.short_bits)];
    flags[word] = found;
  }
}

/// SSE2, which has neither a product of four numbers nor the lesser of two, takes longer over four words at once than over each.
static void flag_ascii(const struct cv_filter *filter, const struct cv_searched *text, size_t to, uint8_t *flags) {
  if (filter->shorts) flag_by_four(*filter, text, to, flags, 1);
  else flag_by_four(*filter, text, to, flags, 0);
}

/// Words of a folded text that have eight bytes of it from their start on.
static void flag_folded(const struct cv_filter *tables, const struct cv_searched *text, size_t to, uint8_t *flags) {
  const struct cv_filter copy = *tables, *filter = &copy;
  const uint32_t *starts = text->words->starts, *ends = text->words->ends;
  for (size_t word = 0; word < to; word++) {
    uint32_t length = ends[word] - starts[word];
    unsigned unused = length < 8 ? (unsigned)(8 - length) * 8 : 0;
    flags[word] = flags_of(filter, load(text->bytes + starts[word]) << unused >> unused, length);
  }
}

#if defined(__x86_64__)
enum { flag_tile = 64 };

/// As `flag_ascii`: bytes are loaded and flags looked up one by one, what is between is done for many words at once.
AVX2 static void flag_ascii_avx2(const struct cv_filter *tables, const struct cv_searched *text, size_t to, uint8_t *flags) {
  const struct cv_filter copy = *tables, *filter = &copy;
  const uint32_t smalls = small_four(text), prefix = (uint32_t)filter->prefix_masks[0];
  uint32_t first[flag_tile] = {0}, places[flag_tile], short_places[flag_tile];
  for (size_t base = 0; base < to; base += flag_tile) {
    const uint32_t *starts = text->words->starts + base, *ends = text->words->ends + base;
    size_t here = to - base < flag_tile ? to - base : flag_tile;
#pragma clang loop vectorize(disable)
    for (size_t word = 0; word < here; word++) memcpy(first + word, text->bytes + starts[word], 4);
    // Behind the last word the buffers have room, and what they hold is not used.
    for (size_t word = 0; word < flag_tile; word++) {
      uint32_t length = ends[word] - starts[word], told = length < cv_longest_told ? length : cv_longest_told;
      uint32_t kept = 0xFF | (length > 1 ? 0xFF00u : 0) | (length > 2 ? 0xFF0000u : 0) | (length > 3 ? 0xFF000000u : 0);
      uint32_t found = (first[word] | smalls) & kept;
      places[word] = cv_mixed_place(found, told, filter->flag_bits);
      short_places[word] = cv_short_place(found & prefix, filter->short_bits);
    }
#pragma clang loop vectorize(disable)
    for (size_t word = 0; word < here; word++) flags[base + word] = filter->flags[places[word]];
    if (!filter->shorts) continue;
    for (size_t word = 0; word < here; word++) flags[base + word] |= filter->shorts[short_places[word]];
  }
}

/// Of four bytes of sixteen words, which are followed by `length` bytes of the word in all, those that belong to it.
AVX512 static inline __m512i kept_sixteen(__m512i four, __m512i length) {
  __m512i unused = _mm512_sub_epi32(_mm512_set1_epi32(32), _mm512_slli_epi32(_mm512_min_epu32(length, _mm512_set1_epi32(4)), 3));
  return _mm512_srlv_epi32(_mm512_sllv_epi32(four, unused), unused);
}

/// As `cv_packed`.
AVX512 static inline __m512i packed_sixteen(__m512i letters) {
  __m512i leads = _mm512_slli_epi32(_mm512_and_si512(letters, _mm512_set1_epi32(0x00030003)), 6);
  return _mm512_or_si512(leads, _mm512_and_si512(_mm512_srli_epi32(letters, 8), _mm512_set1_epi32(0x003F003F)));
}

/// The first eight bytes of sixteen folded words, zeros behind them; `high` counts where some may begin with letters of two bytes.
struct sixteen {
  __m512i low, high, length;
};

/// Their flags. Three bytes more than asked for come along, which the tables have room for.
AVX512 static inline __attribute__((always_inline)) __m128i flags_of_sixteen(const struct cv_filter *filter, struct sixteen words, __mmask16 lanes, int are_wide) {
  const __m512i none = _mm512_setzero_si512(), factor = _mm512_set1_epi32((int)cv_flag_factor);
  __m512i first = words.low, told = words.length;
  if (are_wide) {
    const __m512i leads = _mm512_set1_epi32(0x00C000C0);
    __mmask16 wide = _mm512_cmpeq_epi32_mask(_mm512_and_si512(words.low, leads), leads);
    __m512i packed = _mm512_or_si512(packed_sixteen(words.low), _mm512_slli_epi32(packed_sixteen(words.high), 8));
    first = _mm512_mask_mov_epi32(first, wide, packed);
    told = _mm512_mask_srli_epi32(told, wide, told, 1);
  }
  told = _mm512_slli_epi32(_mm512_min_epu32(told, _mm512_set1_epi32(cv_longest_told)), 27);
  __m512i mixed = _mm512_mullo_epi32(_mm512_add_epi32(_mm512_xor_si512(first, _mm512_srli_epi32(first, 15)), told), factor);
  __m512i places = _mm512_srl_epi32(mixed, _mm_cvtsi32_si128((int)(32 - filter->flag_bits)));
  __m512i found = _mm512_mask_i32gather_epi32(none, lanes, places, filter->flags, 1);
  if (filter->shorts) {
    __m512i begun = _mm512_and_si512(words.low, _mm512_set1_epi32((int)(uint32_t)filter->prefix_masks[0]));
    mixed = _mm512_mullo_epi32(_mm512_xor_si512(begun, _mm512_srli_epi32(begun, 15)), factor);
    places = _mm512_srl_epi32(mixed, _mm_cvtsi32_si128((int)(32 - filter->short_bits)));
    found = _mm512_or_si512(found, _mm512_mask_i32gather_epi32(none, lanes, places, filter->shorts, 1));
  }
  return _mm512_cvtepi32_epi8(found);
}

/// As `flag_ascii`, sixteen words at a time, or as `flag_folded`.
AVX512 static inline __attribute__((always_inline)) void flag_sixteens(const struct cv_filter *filter, const struct cv_searched *text, size_t to, uint8_t *flags,
                                                                       int is_folded) {
  const struct cv_filter tables = *filter;
  const uint8_t *bytes = text->bytes;
  const uint32_t *starts = text->words->starts, *ends = text->words->ends;
  const __m512i none = _mm512_setzero_si512(), four = _mm512_set1_epi32(4), smalls = _mm512_set1_epi32((int)small_four(text));
  for (size_t base = 0; base < to; base += 16) {
    __mmask16 lanes = (__mmask16)(to - base < 16 ? (1u << (to - base)) - 1 : 0xFFFF);
    __m512i start = _mm512_loadu_si512(starts + base);
    struct sixteen words = {.length = _mm512_sub_epi32(_mm512_loadu_si512(ends + base), start)};
    words.low = _mm512_mask_i32gather_epi32(none, lanes, start, bytes, 1);
    if (is_folded) {
      __m512i rest = _mm512_sub_epi32(_mm512_max_epu32(words.length, four), four);
      words.high = kept_sixteen(_mm512_mask_i32gather_epi32(none, lanes, start, bytes + 4, 1), rest);
    } else {
      words.low = _mm512_or_si512(words.low, smalls);
    }
    words.low = kept_sixteen(words.low, words.length);
    _mm_storeu_si128((__m128i *)(flags + base), flags_of_sixteen(&tables, words, lanes, is_folded));
  }
}

AVX512 static void flag_avx512(const struct cv_filter *filter, const struct cv_searched *text, size_t to, uint8_t *flags) {
  if (text->is_folded) flag_sixteens(filter, text, to, flags, 1);
  else flag_sixteens(filter, text, to, flags, 0);
}

AVX512 static inline __m512i halves(__m512i one, __m512i other) {
  return _mm512_inserti64x4(_mm512_castsi256_si512(_mm512_cvtepi64_epi32(one)), _mm512_cvtepi64_epi32(other), 1);
}

/// Words whose folded heads are known.
AVX512 static void flag_heads_avx512(const struct cv_filter *filter, const struct cv_searched *text, uint8_t *flags) {
  const struct cv_filter tables = *filter;
  size_t count = text->words->count;
  for (size_t base = 0; base < count; base += 16) {
    __mmask16 lanes = (__mmask16)(count - base < 16 ? (1u << (count - base)) - 1 : 0xFFFF);
    __m512i one = _mm512_loadu_si512(text->heads + base), other = _mm512_loadu_si512(text->heads + base + 8);
    struct sixteen words = {.low = halves(one, other), .high = halves(_mm512_srli_epi64(one, 32), _mm512_srli_epi64(other, 32))};
    words.length = _mm512_sub_epi32(_mm512_loadu_si512(text->words->ends + base), _mm512_loadu_si512(text->words->starts + base));
    __mmask16 known = (__mmask16)(_mm512_test_epi64_mask(one, one) | _mm512_test_epi64_mask(other, other) << 8);
    __m128i found = flags_of_sixteen(&tables, words, lanes, 1);
    _mm_storeu_si128((__m128i *)(flags + base), _mm_mask_blend_epi8(known, _mm_set1_epi8(cv_unknown), found));
  }
}
#endif

static void flag_heads(enum cv_path path, const struct cv_filter *filter, const struct cv_searched *text, uint8_t *flags) {
#if defined(__x86_64__)
  if (path == cv_avx512) return flag_heads_avx512(filter, text, flags);
#endif
  (void)path;
  for (size_t word = 0; word < text->words->count; word++) flags[word] = flags_known(filter, text, word);
}

static void flag_text(enum cv_path path, const struct cv_filter *filter, const struct cv_searched *text, size_t to, uint8_t *flags) {
#if defined(__x86_64__)
  if (path == cv_avx512) return flag_avx512(filter, text, to, flags);
  if (path == cv_avx2 && !text->is_folded) return flag_ascii_avx2(filter, text, to, flags);
#endif
  (void)path;
  if (text->is_folded) flag_folded(filter, text, to, flags);
  else flag_ascii(filter, text, to, flags);
}

void cv_flag_words(enum cv_path path, const struct cv_filter *tables, const struct cv_searched *text, uint8_t *flags) {
  // A copy, which no flag that is written can be.
  const struct cv_filter copy = *tables, *filter = &copy;
  const struct cv_words *words = text->words;
  if (text->are_hashed) return flag_heads(path, filter, text, flags);
  size_t whole = words->count;
  while (whole > 0 && words->starts[whole - 1] + 8 > text->count) whole--;
  flag_text(path, filter, text, whole, flags);
  for (size_t word = whole; word < words->count; word++) flag_one(filter, text, word, flags);
  const uint32_t *marked = words->marked;
  size_t marked_count = words->marked_count;
  for (size_t mark = 0; mark < marked_count; mark++) flags[marked[mark]] = flags_known(filter, text, marked[mark]);
}
