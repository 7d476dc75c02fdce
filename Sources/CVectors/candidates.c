#include "heads.h"
#include "places.h"

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
enum { tile = 64 };

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

/// As above, 64 words at a time: bytes and flags are loaded one by one, since gathering them takes half as long again; all between is computed sixteen at a
/// time.
AVX512 static void flag_avx512(const struct cv_filter *filter, const struct cv_searched *text, size_t to, uint8_t *flags) {
  const uint8_t *bytes = text->bytes, *table = filter->flags;
  const __m128i shift = _mm_cvtsi32_si128((int)(32 - filter->flag_bits));
  for (size_t base = 0; base < to; base += tile) {
    const uint32_t *starts = text->words->starts + base, *ends = text->words->ends + base;
    size_t here = to - base < tile ? to - base : tile;
    uint32_t firsts[tile] __attribute__((aligned(64))), places[tile] __attribute__((aligned(64)));
#pragma clang loop vectorize(disable)
    for (size_t word = 0; word < here; word++) memcpy(firsts + word, bytes + starts[word], 4);
    for (size_t part = 0; part < here; part += 16) {
      __m512i length = _mm512_sub_epi32(_mm512_loadu_si512(ends + part), _mm512_loadu_si512(starts + part));
      _mm512_store_si512(places + part, flag_places(folded_sixteen(_mm512_load_si512(firsts + part), length), length, shift));
    }
#pragma clang loop vectorize(disable)
    for (size_t word = 0; word < here; word++) flags[base + word] = table[places[word]];
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

/// Flags for all words: those of ASCII by their bytes, so that most need no hash, the others by their folded heads.
static void flag_all(enum cv_path path, const struct cv_filter *tables, const struct cv_searched *text, uint8_t *flags) {
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

/// The words of 64 that are flagged: as a term, by their first bytes, or as the first word of a phrase before a second; and of these the first words.
struct flagged {
  uint64_t any, first;
};

#if defined(__x86_64__)
static inline struct flagged flagged(const uint8_t *flags) {
  struct flagged found = {0};
  for (int part = 0; part < 4; part++) {
    __m128i own = _mm_loadu_si128((const __m128i *)(flags + 16 * part)), next = _mm_loadu_si128((const __m128i *)(flags + 16 * part + 1));
    __m128i alone = _mm_and_si128(own, _mm_set1_epi8((char)~(cv_first | cv_second)));
    __m128i pair = _mm_and_si128(_mm_and_si128(own, _mm_srli_epi16(next, 1)), _mm_set1_epi8(cv_first));
    uint64_t not_pair = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(pair, _mm_setzero_si128()));
    uint64_t none = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_or_si128(alone, pair), _mm_setzero_si128()));
    found.any |= (~none & 0xFFFF) << 16 * part;
    found.first |= (~not_pair & 0xFFFF) << 16 * part;
  }
  return found;
}
#else
static inline struct flagged flagged(const uint8_t *flags) {
  struct flagged found = {0};
  for (unsigned word = 0; word < 64; word++) {
    unsigned alone = flags[word] & ~(cv_first | cv_second), pair = flags[word] & flags[word + 1] >> 1 & cv_first;
    found.any |= (uint64_t)((alone | pair) != 0) << word;
    found.first |= (uint64_t)(pair != 0) << word;
  }
  return found;
}
#endif

enum { batch = 64 };

/// Writes base + the place of each bit and gives their count; may write up to 64 places.
static inline size_t list_plain(uint64_t bits, uint32_t base, uint32_t *places) {
  size_t found = 0;
  for (; bits; bits &= bits - 1) places[found++] = base + (uint32_t)__builtin_ctzll(bits);
  return found;
}

#if defined(__x86_64__)
AVX512 static inline size_t list_avx512(uint64_t bits, uint32_t base, uint32_t *places) {
  places_avx512(bits, base, places);
  return (size_t)__builtin_popcountll(bits);
}
#endif

// The loop is one text for all instruction sets; only the writing of places differs. It lists the flagged words and has their hashes computed, and those of
// the words behind first ones.
#define LIST_FLAGGED(NAME, TARGET, PATH, LIST)                                                                                                  \
  TARGET static size_t NAME(const struct cv_searched *text, const uint8_t *flags, uint32_t *candidates) {                                       \
    uint32_t asked[2 * batch];                                                                                                                  \
    size_t all = 0, waiting = 0, count = text->words->count;                                                                                    \
    uint64_t behind = 0;                                                                                                                        \
    for (size_t base = 0; base < count; base += 64) {                                                                                           \
      struct flagged found = flagged(flags + base);                                                                                             \
      all += LIST(found.any, (uint32_t)base, candidates + all);                                                                                 \
      waiting += LIST(found.any | found.first << 1 | behind, (uint32_t)base, asked + waiting);                                                  \
      behind = found.first >> 63;                                                                                                               \
      if (waiting < batch) continue;                                                                                                            \
      cv_hash_listed(PATH, text, asked, batch);                                                                                                 \
      waiting -= batch;                                                                                                                         \
      memcpy(asked, asked + batch, waiting * sizeof *asked);                                                                                    \
    }                                                                                                                                           \
    cv_hash_listed(PATH, text, asked, waiting);                                                                                                 \
    return all;                                                                                                                                 \
  }

LIST_FLAGGED(list_flagged_plain, , cv_plain, list_plain)
#if defined(__x86_64__)
LIST_FLAGGED(list_flagged_avx512, AVX512, cv_avx512, list_avx512)
#endif

static inline __attribute__((always_inline)) uint32_t is_sure(const struct cv_filter *filter, uint64_t key) {
  uint64_t place = key >> (64 - filter->sure_bits);
  return filter->sure[place >> 5] >> (place & 31) & 1;
}

/// Whether the second look at a flagged word finds what its flags say. What they say cannot be foreseen, so all is asked, without a branch.
static inline __attribute__((always_inline)) uint32_t may_begin(const struct cv_filter *filter, const struct cv_searched *text, const uint8_t *flags, size_t word) {
  const uint64_t *hashes = text->hashes;
  uint64_t head = text->heads[word];
  uint32_t own = flags[word], lengths = own >> cv_prefix_shift;
  uint32_t found = own & is_sure(filter, cv_single_key(hashes[word]));
  found |= (own >> 1 & flags[word + 1] >> 2) & (is_sure(filter, cv_pair(hashes[word], hashes[word + 1])) | (hashes[word + 1] == 0));
  unsigned length = lengths ? (unsigned)__builtin_ctz(lengths) : 0;
  found |= (lengths != 0) & is_sure(filter, cv_prefix_key(head & filter->prefix_masks[length], length));
  // Beginnings of several lengths that share their first bytes are few.
  for (lengths &= lengths - 1; lengths && !(found & 1); lengths &= lengths - 1) {
    length = (unsigned)__builtin_ctz(lengths);
    found |= is_sure(filter, cv_prefix_key(head & filter->prefix_masks[length], length));
  }
  return found & 1;
}

size_t cv_candidates(enum cv_path path, const struct cv_filter *filter, const struct cv_searched *text, uint8_t *flags, uint32_t *candidates) {
  size_t all = 0, found = 0;
  if (!filter->flags) {
    for (; all < text->words->count; all++) candidates[all] = (uint32_t)all;
    cv_hash_listed(path, text, candidates, all);
    return all;
  }
  flag_all(path, filter, text, flags);
  memset(flags + text->words->count, 0, 72);
#if defined(__x86_64__)
  if (path == cv_avx512) all = list_flagged_avx512(text, flags, candidates);
  else all = list_flagged_plain(text, flags, candidates);
#else
  all = list_flagged_plain(text, flags, candidates);
#endif
  // The flagged words first, then in their place those that stand the second look: how many there are follows no pattern.
  for (size_t next = 0; next < all; next++) {
    uint32_t word = candidates[next];
    candidates[found] = word;
    found += may_begin(filter, text, flags, word);
  }
  return found;
}
