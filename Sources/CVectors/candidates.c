#include "candidates.h"
#include "places.h"

// The second look: of the flagged words those that stand it, told by their hashes.

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

enum { batch = 64 };

/// Words that are flagged or stand behind a first one, in order, with their hashes and heads: fewer than a batch that wait, and 64 more.
struct asked {
  uint32_t words[2 * batch + 16];
  uint64_t hashes[batch + 8] __attribute__((aligned(64))), heads[batch + 8] __attribute__((aligned(64)));
  /// Places of those that begin a phrase with the word behind them.
  uint32_t pairs[batch + 8];
  size_t pair_count;
};

static inline void add(struct cv_candidates *found, uint32_t word, uint64_t hash, uint64_t head, uint32_t counts) {
  found->words[found->count] = word;
  found->hashes[found->count] = hash;
  found->heads[found->count] = head;
  found->count += counts;
}

/// 1 where one of the bytes is beyond ASCII, else 0.
static inline uint64_t is_beyond(const uint8_t *bytes, size_t length, uint64_t head) {
  uint64_t all = head;
  for (size_t offset = 8; offset + 8 < length; offset += 8) all |= load(bytes + offset);
  if (length > 8) all |= load(bytes + length - 8);
  return (all & tops) != 0;
}

static inline struct hashed hash_word(const struct cv_searched *text, size_t word) {
  size_t start = text->words->starts[word], length = text->words->ends[word] - start;
  struct hashed found = hash_of(text->bytes, text->count, start, length);
  if (text->is_folded) found.hash |= is_beyond(text->bytes + start, length, found.head);
  return found;
}

static inline int is_known(const struct cv_searched *text, size_t word) { return text->known[word >> 6] >> (word & 63) & 1; }

static inline void hash_asked_one(const struct cv_searched *text, struct asked *asked, size_t place) {
  uint32_t word = asked->words[place];
  struct hashed found = is_known(text, word) ? (struct hashed){text->hashes[word], text->heads[word]} : hash_word(text, word);
  asked->hashes[place] = found.hash;
  asked->heads[place] = found.head;
}

/// The words of the list that have eight bytes of text from their start on and eight before their end, all but the first and the last few.
static inline void inner(const struct cv_searched *text, const uint32_t *list, size_t *from, size_t *to) {
  while (*from < *to && text->words->ends[list[*from]] < 8) ++*from;
  while (*from < *to && text->words->starts[list[*to - 1]] + 8 > text->count) --*to;
}

/// Up to `batch` words. How long they are follows no pattern: those of up to sixteen bytes are hashed without a branch.
static void hash_asked_plain(const struct cv_searched *text, struct asked *asked, size_t count) {
  size_t from = 0, to = text->are_hashed ? 0 : count;
  uint64_t others = 0, counts = UINT64_MAX * (text->is_folded != 0);
  inner(text, asked->words, &from, &to);
  for (size_t place = from; place < to; place++) {
    uint32_t word = asked->words[place];
    size_t start = text->words->starts[word], end = text->words->ends[word], length = end - start;
    uint64_t bytes = load(text->bytes + start), last = load(text->bytes + end - 8);
    struct hashed found = hash_of_two(bytes, last, length);
    uint64_t is_beyond = ((found.head | (length > 8 ? last : 0)) & tops & counts) != 0;
    asked->hashes[place] = found.hash | is_beyond;
    asked->heads[place] = found.head;
    others |= (uint64_t)((length > 16) | is_known(text, word)) << place;
  }
  for (; __builtin_expect(others != 0, 0); others &= others - 1) hash_asked_one(text, asked, (size_t)__builtin_ctzll(others));
  for (size_t place = 0; place < from; place++) hash_asked_one(text, asked, place);
  for (size_t place = to; place < count; place++) hash_asked_one(text, asked, place);
}

/// Keeps what the second words of phrases are: the search asks for each of them.
static inline void keep_seconds(const struct cv_searched *text, struct asked *asked) {
  for (size_t pair = 0; pair < asked->pair_count; pair++) {
    size_t place = asked->pairs[pair], word = asked->words[place] + 1;
    text->hashes[word] = asked->hashes[place + 1];
    text->heads[word] = asked->heads[place + 1];
    text->known[word >> 6] |= 1ull << (word & 63);
  }
  asked->pair_count = 0;
}

static inline __attribute__((always_inline)) uint32_t is_sure(const struct cv_filter *filter, uint64_t key) {
  uint64_t place = key >> (64 - filter->sure_bits);
  return filter->sure[place >> 6] >> (place & 63) & 1;
}

/// Whether the word begins as the beginnings say whose lengths are marked; more than one that share their first bytes are few.
static inline uint32_t begins_surely(const struct cv_filter *filter, uint64_t head, uint32_t lengths) {
  for (; lengths; lengths &= lengths - 1) {
    unsigned length = (unsigned)__builtin_ctz(lengths);
    if (is_sure(filter, cv_prefix_key(head & filter->prefix_masks[length], length))) return 1;
  }
  return 0;
}

/// Whether it begins as the first of them says, if there is any: asked without a branch.
static inline uint32_t begins_as_shortest(const struct cv_filter *filter, uint64_t head, uint32_t lengths) {
  unsigned length = (unsigned)__builtin_ctz(lengths | 1u << (cv_prefix_lengths - 1));
  return is_sure(filter, cv_prefix_key(head & filter->prefix_masks[length], length)) & (lengths != 0);
}

/// Adds those of the first `count` words asked for that stand the second look. Which these are follows no pattern, so all are written.
static void look_plain(const struct cv_filter *filter, const uint8_t *flags, struct asked *asked, size_t count, struct cv_candidates *found) {
  for (size_t place = 0; place < count; place++) {
    uint32_t word = asked->words[place], own = flags[word];
    uint64_t hash = asked->hashes[place], next = asked->hashes[place + 1];
    uint32_t single = own & is_sure(filter, cv_single_key(hash)) & 1;
    uint32_t is_pair = (own >> 1 & flags[word + 1] >> 2) & (is_sure(filter, cv_pair(hash, next)) | (next == 0)) & 1, goes_on = is_pair;
    asked->pairs[asked->pair_count] = (uint32_t)place;
    asked->pair_count += is_pair;
    goes_on |= (uint32_t)(hash == 0);
    // Beginnings of several lengths that share their first bytes are few.
    uint32_t lengths = own >> cv_prefix_shift, longer = lengths & (lengths - 1);
    goes_on |= begins_as_shortest(filter, asked->heads[place], lengths);
    if (__builtin_expect(longer != 0 && !goes_on, 0)) goes_on = begins_surely(filter, asked->heads[place], longer);
    add(found, goes_on ? word : word | cv_alone, hash, asked->heads[place], single | goes_on);
  }
}

#if defined(__x86_64__)
/// The words whose hashes are known, bit i for word i of the list.
AVX512 static inline uint64_t known_among(const struct cv_searched *text, const uint32_t *list, size_t count) {
  uint64_t known = 0;
  for (size_t part = 0; part < count; part += 16) {
    __mmask16 lanes = (__mmask16)(count - part < 16 ? (1u << (count - part)) - 1 : 0xFFFF);
    __m512i word = _mm512_maskz_loadu_epi32(lanes, list + part);
    __m512i bits = _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), lanes, _mm512_srli_epi32(word, 5), text->known, 4);
    known |= (uint64_t)_mm512_mask_test_epi32_mask(lanes, _mm512_rorv_epi32(bits, word), _mm512_set1_epi32(1)) << part;
  }
  return known;
}

/// Marks the hashes of words with bytes beyond ASCII: of eight up to sixteen bytes long.
AVX512 static inline void mark_eight(const uint64_t *lengths, const uint64_t *lasts, uint64_t *hashes, const uint64_t *heads) {
  __mmask8 is_longer = _mm512_cmpgt_epu64_mask(_mm512_load_si512(lengths), _mm512_set1_epi64(8));
  __m512i head = _mm512_load_si512(heads), found = _mm512_load_si512(hashes), all = _mm512_mask_or_epi64(head, is_longer, head, _mm512_load_si512(lasts));
  __mmask8 beyond = _mm512_test_epi64_mask(all, _mm512_set1_epi64((long long)tops));
  _mm512_storeu_si512(hashes, _mm512_mask_or_epi64(found, beyond, found, _mm512_set1_epi64(1)));
}

/// Up to `batch` words: their first and last eight bytes are loaded one by one, since gathering takes half as long again, and hashed eight at a time.
AVX512 static void hash_asked_avx512(const struct cv_searched *text, struct asked *asked, size_t count) {
  if (text->are_hashed) return hash_asked_plain(text, asked, count);
  uint64_t firsts[batch] __attribute__((aligned(64))), lasts[batch] __attribute__((aligned(64))), lengths[batch] __attribute__((aligned(64)));
  const uint8_t *bytes = text->bytes;
  const uint32_t *starts = text->words->starts, *ends = text->words->ends, *list = asked->words;
  size_t from = 0, to = count;
  inner(text, list, &from, &to);
#pragma clang loop vectorize(disable)
  for (size_t place = from; place < to; place++) {
    size_t start = starts[list[place]], end = ends[list[place]];
    lengths[place] = end - start;
    firsts[place] = load(bytes + start);
    lasts[place] = load(bytes + end - 8);
  }
  uint64_t others = known_among(text, list, count) | ~(((to - from < 64 ? 1ull << (to - from) : 0) - 1) << (from & 63));
  for (size_t part = from & ~(size_t)7; part < to; part += 8) {
    __m512i length = _mm512_load_si512(lengths + part), first = _mm512_load_si512(firsts + part), last = _mm512_load_si512(lasts + part);
    others |= (uint64_t)hash_eight(length, first, last, asked->hashes + part, asked->heads + part) << part;
  }
  if (text->is_folded) {
    for (size_t part = from & ~(size_t)7; part < to; part += 8) mark_eight(lengths + part, lasts + part, asked->hashes + part, asked->heads + part);
  }
  if (count < 64) others &= (1ull << count) - 1;
  for (; __builtin_expect(others != 0, 0); others &= others - 1) hash_asked_one(text, asked, (size_t)__builtin_ctzll(others));
}

/// The keys whose bits are set.
AVX512 static inline __mmask8 are_sure(const struct cv_filter *filter, __m128i shift, __m512i keys, __mmask8 lanes) {
  __m512i places = _mm512_srl_epi64(keys, shift);
  __m512i bits = _mm512_mask_i64gather_epi64(_mm512_setzero_si512(), lanes, _mm512_srli_epi64(places, 6), filter->sure, 8);
  return _mm512_mask_test_epi64_mask(lanes, _mm512_rorv_epi64(bits, places), _mm512_set1_epi64(1));
}

AVX512 static inline __m512i constant(uint64_t value) { return _mm512_set1_epi64((long long)value); }

/// As `cv_single_key`, `cv_pair` and `cv_prefix_key`.
AVX512 static inline __m512i single_keys(__m512i hash) { return _mm512_mullo_epi64(_mm512_or_si512(hash, constant(1)), constant(cv_single_factor)); }

AVX512 static inline __m512i pair_keys(__m512i hash, __m512i next) {
  __m512i first = _mm512_or_si512(hash, constant(1)), thrice = _mm512_add_epi64(first, _mm512_slli_epi64(first, 1));
  return _mm512_mullo_epi64(_mm512_xor_si512(thrice, _mm512_or_si512(next, constant(1))), constant(cv_pair_factor));
}

AVX512 static inline __m512i prefix_keys(__m512i head, __m512i masks, __m512i lengths) {
  __m512i told = _mm512_slli_epi64(_mm512_add_epi64(lengths, constant(1)), 59);
  return _mm512_mullo_epi64(_mm512_xor_si512(_mm512_and_si512(head, masks), told), constant(cv_prefix_factor));
}

/// The place of the lowest bit of small numbers, which a floating-point number has as its exponent; of 0 some place.
AVX512 static inline __m256i lowest_places(__m256i bits) {
  __m256i lowest = _mm256_and_si256(bits, _mm256_sub_epi32(_mm256_setzero_si256(), bits));
  __m256i exponent = _mm256_srli_epi32(_mm256_castps_si256(_mm256_cvtepi32_ps(lowest)), 23);
  return _mm256_and_si256(_mm256_sub_epi32(exponent, _mm256_set1_epi32(127)), _mm256_set1_epi32(7));
}

/// The lanes of `lanes` whose words begin as the shortest beginning says of which they have a flag.
AVX512 static inline __mmask8 beginning(const struct cv_filter *filter, __m128i shift, __m256i lengths, __m512i heads, __m512i masks, __mmask8 lanes) {
  __m512i length = _mm512_cvtepu32_epi64(lowest_places(lengths));
  return are_sure(filter, shift, prefix_keys(heads, _mm512_permutexvar_epi64(length, masks), length), lanes);
}

/// Those of `lanes` that begin as one of the longer ones says.
AVX512 static __attribute__((noinline)) __mmask8 longer_beginning(const struct cv_filter *filter, __m256i lengths, const uint64_t *heads, __mmask8 lanes) {
  uint32_t all[8];
  unsigned found = 0;
  _mm256_storeu_si256((__m256i *)all, lengths);
  for (unsigned left = lanes; left; left &= left - 1) {
    unsigned lane = (unsigned)__builtin_ctz(left);
    found |= begins_surely(filter, heads[lane], all[lane] & (all[lane] - 1)) << lane;
  }
  return (__mmask8)found;
}

/// The same eight words at a time. All three questions are asked whatever the others say: a branch would wait for memory.
AVX512 static void look_avx512(const struct cv_filter *filter, const uint8_t *flags, struct asked *asked, size_t count, struct cv_candidates *all) {
  const struct cv_filter tables = *filter;
  const __m128i shift = _mm_cvtsi32_si128((int)(64 - tables.sure_bits));
  const __m256i pair = _mm256_set1_epi32(cv_first | cv_second << 8), one = _mm256_set1_epi32(1);
  const __m512i masks = _mm512_maskz_loadu_epi64((1u << cv_prefix_lengths) - 1, tables.prefix_masks);
  struct cv_candidates list = *all;
  size_t pair_count = 0;
  for (size_t part = 0; part < count; part += 8) {
    __mmask8 lanes = (__mmask8)(count - part < 8 ? (1u << (count - part)) - 1 : 0xFF);
    __m256i words = _mm256_loadu_si256((const __m256i *)(asked->words + part));
    // A word's own flags, and above them those of the next.
    __m256i near = _mm256_mmask_i32gather_epi32(_mm256_setzero_si256(), lanes, words, flags, 1);
    __m512i hash = _mm512_load_si512(asked->hashes + part), next = _mm512_loadu_si512(asked->hashes + part + 1), head = _mm512_load_si512(asked->heads + part);
    __m256i lengths = _mm256_srli_epi32(_mm256_and_si256(near, _mm256_set1_epi32(0xFF)), cv_prefix_shift);
    __mmask8 pairs = _mm256_cmpeq_epi32_mask(_mm256_and_si256(near, pair), pair), prefixes = _mm256_test_epi32_mask(lengths, lengths);
    __mmask8 single = are_sure(&tables, shift, single_keys(hash), _mm256_test_epi32_mask(near, one));
    __mmask8 goes_on = are_sure(&tables, shift, pair_keys(hash, next), pairs) | (pairs & _mm512_testn_epi64_mask(next, next));
    __m256i places = _mm256_add_epi32(_mm256_set1_epi32((int)part), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    _mm256_storeu_si256((__m256i *)(asked->pairs + pair_count), _mm256_maskz_compress_epi32(goes_on, places));
    pair_count += (size_t)__builtin_popcount(goes_on);
    goes_on |= beginning(&tables, shift, lengths, head, masks, prefixes) | _mm512_mask_testn_epi64_mask(lanes, hash, hash);
    // Beginnings of several lengths that share their first bytes are few; of a word that is let through they are not looked at.
    __mmask8 several = _mm256_mask_test_epi32_mask(prefixes, lengths, _mm256_sub_epi32(lengths, one)), longer = several & (__mmask8)~(single | goes_on);
    goes_on |= several & single;
    if (__builtin_expect(longer != 0, 0)) goes_on |= longer_beginning(&tables, lengths, asked->heads + part, longer);
    __mmask8 found = single | goes_on;
    words = _mm256_mask_or_epi32(words, (__mmask8)~goes_on, words, _mm256_set1_epi32((int)cv_alone));
    _mm256_storeu_si256((__m256i *)(list.words + list.count), _mm256_maskz_compress_epi32(found, words));
    _mm512_storeu_si512(list.hashes + list.count, _mm512_maskz_compress_epi64(found, hash));
    _mm512_storeu_si512(list.heads + list.count, _mm512_maskz_compress_epi64(found, head));
    list.count += (size_t)__builtin_popcount(found);
  }
  all->count = list.count;
  asked->pair_count = pair_count;
}
#endif

// One text for all instruction sets. The last word of a batch is asked for again with the next, as it may be followed by a second one there.
#define FIND(NAME, TARGET, LIST, HASH, LOOK)                                                                                                          \
  TARGET static void NAME(const struct cv_filter *filter, const struct cv_searched *text, const uint8_t *flags, struct cv_candidates *found) {        \
    struct asked asked;                                                                                                                               \
    asked.pair_count = 0;                                                                                                                             \
    size_t waiting = 0, count = text->words->count;                                                                                                   \
    uint64_t behind = 0;                                                                                                                              \
    for (size_t base = 0; base < count; base += 64) {                                                                                                 \
      struct flagged here = flagged(flags + base);                                                                                                    \
      waiting += LIST(here.any | here.first << 1 | behind, (uint32_t)base, asked.words + waiting);                                                    \
      behind = here.first >> 63;                                                                                                                      \
      while (waiting >= batch) {                                                                                                                      \
        HASH(text, &asked, batch);                                                                                                                    \
        LOOK(filter, flags, &asked, batch - 1, found);                                                                                                \
        keep_seconds(text, &asked);                                                                                                                   \
        waiting -= batch - 1;                                                                                                                         \
        memmove(asked.words, asked.words + batch - 1, waiting * sizeof *asked.words);                                                                 \
      }                                                                                                                                               \
    }                                                                                                                                                 \
    HASH(text, &asked, waiting);                                                                                                                      \
    asked.hashes[waiting] = 0;                                                                                                                        \
    LOOK(filter, flags, &asked, waiting, found);                                                                                                      \
    keep_seconds(text, &asked);                                                                                                                       \
  }

FIND(find_plain, , list_plain, hash_asked_plain, look_plain)
#if defined(__x86_64__)
FIND(find_avx512, AVX512, list_avx512, hash_asked_avx512, look_avx512)
#endif

/// Where any word may begin a term.
static void take_all(const struct cv_searched *text, struct cv_candidates *found) {
  for (size_t word = 0; word < text->words->count; word++) {
    struct hashed one = is_known(text, word) ? (struct hashed){text->hashes[word], text->heads[word]} : hash_word(text, word);
    add(found, (uint32_t)word, one.hash, one.head, 1);
  }
}

void cv_find_candidates(enum cv_path path, const struct cv_filter *filter, const struct cv_searched *text, uint8_t *flags, struct cv_candidates *found) {
  found->count = 0;
  if (!filter->flags) return take_all(text, found);
  cv_flag_words(path, filter, text, flags);
  memset(flags + text->words->count, 0, 72);
#if defined(__x86_64__)
  if (path == cv_avx512) return find_avx512(filter, text, flags, found);
#endif
  find_plain(filter, text, flags, found);
}

void cv_hash_word(const struct cv_searched *text, size_t word) {
  struct hashed found = hash_word(text, word);
  text->hashes[word] = found.hash;
  text->heads[word] = found.head;
  text->known[word >> 6] |= 1ull << (word & 63);
}
