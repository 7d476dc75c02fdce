#include "heads.h"
#include "targets.h"

/// No branch depends on how long a word is, since that follows no pattern; the words must have eight bytes of text from their start on and eight before
/// their end.
static void hash_plain(const uint8_t *text, const struct cv_words *words, size_t from, size_t to, uint64_t *hashes, uint64_t *heads) {
  for (size_t word = from; word < to; word++) {
    size_t start = words->starts[word], end = words->ends[word], length = end - start;
    struct hashed found = hash_of_two(load(text + start), load(text + end - 8), length);
    heads[word] = found.head;
    hashes[word] = found.hash;
    if (__builtin_expect(length > 16, 0)) hash_one(text, end + 8, words, word, hashes, heads);
  }
}

static void hash_range(const uint8_t *text, size_t count, const struct cv_words *words, size_t from, uint64_t *hashes, uint64_t *heads) {
  size_t word = from, whole = words->count;
  while (whole > from && words->starts[whole - 1] + 8 > count) whole--;
  for (; word < whole && words->ends[word] < 8; word++) hash_one(text, count, words, word, hashes, heads);
  hash_plain(text, words, word, whole, hashes, heads);
  for (word = word < whole ? whole : word; word < words->count; word++) hash_one(text, count, words, word, hashes, heads);
}

/// Longer words are not folded here.
enum { longest_folded = 96 };

/// Writes the word folded letter by letter; gives its length, 0 where a character is not known to fold to one other.
static inline size_t fold_word(const uint8_t *word, size_t length, const uint16_t *foldings, uint8_t *out) {
  size_t written = 0;
  for (size_t at = 0; at < length;) {
    uint8_t first = word[at];
    if (first < 0x80) {
      out[written++] = (uint8_t)(first - 'A') < 26 ? first | 0x20 : first;
      at += 1;
    } else if (first >= 0xC2 && first < 0xE0 && at + 1 < length) {
      uint16_t target = foldings[(first & 0x1F) << 6 | (word[at + 1] & 0x3F)];
      if (target == 0) return 0;
      out[written++] = (uint8_t)target;
      out[written++] = (uint8_t)(target >> 8);
      at += 2;
    } else if (first == 0xE2 && at + 2 < length && word[at + 1] == 0x80 && (word[at + 2] & 0xFE) == 0x98) {
      out[written++] = '\'';
      at += 3;
    } else {
      return 0;
    }
  }
  return written;
}

/// Folds the lowest `length` bytes, letters of two bytes each; zeros behind them. 0 where there is another character, or one that is not known.
static inline uint64_t folded_pairs(uint64_t bytes, size_t length, const uint16_t *foldings) {
  const uint64_t tested = 0xC0E0C0E0C0E0C0E0u, expected = 0x80C080C080C080C0u;
  uint64_t kept = length >= 8 ? UINT64_MAX : (1ull << length * 8) - 1, folded = 0, codes = (bytes & 0x1F001F001F001F) << 6 | (bytes >> 8 & 0x3F003F003F003F);
  for (unsigned pair = 0; pair < 4; pair++) folded |= (uint64_t)foldings[codes >> pair * 16 & 0x7FF] << pair * 16;
  // Folded letters have the same pattern of highest bits, unknown ones none.
  return (((bytes & tested) ^ expected) | ((folded & tested) ^ expected)) & kept ? 0 : folded & kept;
}

/// The hash of a word that has letters of two bytes alone; 0 where it is none.
static inline uint64_t hash_pairs(const uint8_t *word, size_t length, const uint16_t *foldings, uint64_t *first) {
  uint64_t part = folded_pairs(load(word), length, foldings), known = part;
  uint64_t hash = (part ^ length * length_factor) * head_factor;
  *first = part;
  if (length <= 8) return known ? (hash ^ hash >> 32) | 1 : 0;
  for (size_t offset = 8; offset + 8 < length; offset += 8) {
    part = folded_pairs(load(word + offset), 8, foldings);
    if (part == 0) return 0;
    hash = (hash ^ hash >> 29 ^ part) * head_factor;
  }
  part = folded_pairs(load(word + length - 8), 8, foldings);
  return known && part ? ((hash ^ hash >> 32 ^ part) * tail_factor) | 1 : 0;
}

static void hash_folded(const uint8_t *text, const struct cv_words *words, size_t word, const uint16_t *foldings, uint64_t *hashes, uint64_t *heads) {
  size_t length = words->ends[word] - words->starts[word];
  uint8_t folded_word[longest_folded + 8];
  hashes[word] = heads[word] = 0;
  if (length > longest_folded) return;
  size_t written = fold_word(text + words->starts[word], length, foldings, folded_word);
  if (written == 0) return;
  uint64_t first = head(folded_word, written, written + 8);
  uint64_t hash = (first ^ written * length_factor) * head_factor;
  heads[word] = first;
  hashes[word] = (written > 8 ? with_rest(hash, folded_word, written) : hash ^ hash >> 32) | 1;
}

#if defined(__x86_64__)
/// The hash of a word of up to sixteen bytes that has letters of one and of two bytes; 0 where it has others. Only the latter are looked at one by one.
static inline uint64_t hash_mixed(const uint8_t *word, size_t length, const uint16_t *foldings, uint64_t *first) {
  __m128i bytes = _mm_loadu_si128((const __m128i *)word);
  uint32_t kept = (uint32_t)((1ull << length) - 1);
  uint32_t beyond = (uint32_t)_mm_movemask_epi8(bytes) & kept;
  uint32_t leads = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_and_si128(bytes, _mm_set1_epi8((char)0xE0)), _mm_set1_epi8((char)0xC0))) & kept;
  uint32_t others = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_and_si128(bytes, _mm_set1_epi8((char)0xC0)), _mm_set1_epi8((char)0x80))) & kept;
  if (others != (leads << 1 & kept) || (leads | others) != beyond || leads >> (length - 1)) return 0;
  unsigned __int128 letters = (unsigned __int128)folded(load(word + 8)) << 64 | folded(load(word));
  if (length < 16) letters &= ((unsigned __int128)1 << length * 8) - 1;
  for (uint32_t rest = leads; rest; rest &= rest - 1) {
    unsigned place = (unsigned)__builtin_ctz(rest);
    uint16_t target = foldings[(word[place] & 0x1F) << 6 | (word[place + 1] & 0x3F)];
    if (target == 0) return 0;
    unsigned __int128 given = (unsigned __int128)(word[place] | word[place + 1] << 8);
    letters ^= (given ^ target) << place * 8;
  }
  *first = (uint64_t)letters;
  uint64_t hash = (*first ^ length * length_factor) * head_factor;
  if (length <= 8) return (hash ^ hash >> 32) | 1;
  return ((hash ^ hash >> 32 ^ (uint64_t)(letters >> (length - 8) * 8)) * tail_factor) | 1;
}
#else
static inline uint64_t hash_mixed(const uint8_t *word, size_t length, const uint16_t *foldings, uint64_t *first) {
  (void)word; (void)length; (void)foldings; (void)first;
  return 0;
}
#endif

/// The hash of a marked word in the way that fits it.
static inline void hash_marked_one(const uint8_t *text, size_t count, const struct cv_words *words, size_t word, const uint16_t *foldings, uint64_t *hashes, uint64_t *heads) {
  size_t start = words->starts[word], length = words->ends[word] - start;
  uint64_t hash = 0;
  if (text[start] >= 0x80 && length % 2 == 0 && length <= longest_folded && start + 8 <= count) hash = hash_pairs(text + start, length, foldings, heads + word);
  if (hash == 0 && length <= 16 && start + 16 <= count) hash = hash_mixed(text + start, length, foldings, heads + word);
  if (hash != 0) hashes[word] = hash;
  else hash_folded(text, words, word, foldings, hashes, heads);
}

#if defined(__x86_64__)
AVX512 static inline uint32_t are(__m128i bytes, int mask, int value) {
  return _mm_cmpeq_epi8_mask(_mm_and_si128(bytes, _mm_set1_epi8((char)mask)), _mm_set1_epi8((char)value));
}

/// As `hash_mixed`, with curly apostrophes, which fold to straight ones; reads eighteen bytes.
AVX512 static inline uint64_t hash_news(const uint8_t *word, size_t length, const uint16_t *foldings, uint64_t *first) {
  __m128i bytes = _mm_loadu_si128((const __m128i *)word), second = _mm_loadu_si128((const __m128i *)(word + 1)), third = _mm_loadu_si128((const __m128i *)(word + 2));
  uint32_t kept = (uint32_t)((1ull << length) - 1), beyond = (uint32_t)_mm_movepi8_mask(bytes) & kept;
  uint32_t curly = are(bytes, 0xFF, 0xE2) & are(second, 0xFF, 0x80) & are(third, 0xFE, 0x98) & kept, rest_of_curly = curly << 1 | curly << 2;
  uint32_t leads = are(bytes, 0xE0, 0xC0) & kept, others = are(bytes, 0xC0, 0x80) & kept;
  if (others != (leads << 1 | rest_of_curly) || (leads | curly | others) != beyond) return 0;
  __m128i ascii = _mm_maskz_set1_epi8((__mmask16)~beyond, 0x20);
  bytes = _mm_mask_blend_epi8((__mmask16)curly, _mm_or_si128(bytes, ascii), _mm_set1_epi8('\''));
  for (uint32_t rest = leads; rest; rest &= rest - 1) {
    unsigned place = (unsigned)__builtin_ctz(rest);
    uint16_t target = foldings[(word[place] & 0x1F) << 6 | (word[place + 1] & 0x3F)];
    if (target == 0) return 0;
    bytes = _mm_mask_set1_epi8(_mm_mask_set1_epi8(bytes, (__mmask16)(1u << place), (char)target), (__mmask16)(2u << place), (char)(target >> 8));
  }
  uint32_t letters = kept & ~rest_of_curly;
  bytes = _mm_maskz_compress_epi8((__mmask16)letters, bytes);
  length = (size_t)__builtin_popcount(letters);
  uint64_t low = (uint64_t)_mm_cvtsi128_si64(bytes), high = (uint64_t)_mm_extract_epi64(bytes, 1);
  *first = low;
  uint64_t hash = (low ^ length * length_factor) * head_factor;
  if (length <= 8) return (hash ^ hash >> 32) | 1;
  unsigned __int128 whole = (unsigned __int128)high << 64 | low;
  return ((hash ^ hash >> 32 ^ (uint64_t)(whole >> (length - 8) * 8)) * tail_factor) | 1;
}

AVX512 static void hash_marked_avx512(const uint8_t *text, size_t count, const struct cv_words *words, const uint16_t *foldings, uint64_t *hashes, uint64_t *heads) {
  for (size_t mark = 0; mark < words->marked_count; mark++) {
    size_t word = words->marked[mark], start = words->starts[word], length = words->ends[word] - start;
    uint64_t hash = length <= 16 && start + 18 <= count ? hash_news(text + start, length, foldings, heads + word) : 0;
    if (__builtin_expect(hash != 0, 1)) hashes[word] = hash;
    else hash_marked_one(text, count, words, word, foldings, hashes, heads);
  }
}
#endif

void cv_hash_marked(enum cv_path path, const uint8_t *text, size_t count, const struct cv_words *words, const uint16_t *foldings, uint64_t *hashes, uint64_t *heads) {
#if defined(__x86_64__)
  if (path == cv_avx512) return hash_marked_avx512(text, count, words, foldings, hashes, heads);
#endif
  (void)path;
  for (size_t mark = 0; mark < words->marked_count; mark++) hash_marked_one(text, count, words, words->marked[mark], foldings, hashes, heads);
}

#if defined(__x86_64__)
enum { tile = 64 };

/// The first and the last eight bytes of some words, one after the other: gathering them eight at a time takes half as long again.
static inline __attribute__((always_inline)) void load_tile(const uint8_t *text, const struct cv_words *words, size_t from, size_t count, uint64_t *firsts, uint64_t *lasts) {
  const uint32_t *starts = words->starts + from, *ends = words->ends + from;
#pragma clang loop vectorize(disable)
  for (size_t word = 0; word < count; word++) {
    firsts[word] = load(text + starts[word]);
    lasts[word] = load(text + ends[word] - 8);
  }
}

AVX512 static inline __attribute__((always_inline)) void hash_tile(const uint8_t *text, size_t count, const struct cv_words *words, size_t base, size_t here,
                                                                   uint64_t *hashes, uint64_t *heads) {
  uint64_t firsts[tile] __attribute__((aligned(64))), lasts[tile] __attribute__((aligned(64)));
  load_tile(text, words, base, here, firsts, lasts);
  for (size_t eight = 0; eight < here; eight += 8) {
    size_t word = base + eight;
    __m256i starts = _mm256_loadu_si256((const __m256i *)(words->starts + word)), ends = _mm256_loadu_si256((const __m256i *)(words->ends + word));
    __m512i length = _mm512_cvtepu32_epi64(_mm256_sub_epi32(ends, starts));
    unsigned longest = hash_eight(length, _mm512_load_si512(firsts + eight), _mm512_load_si512(lasts + eight), hashes + word, heads + word);
    if (here - eight < 8) longest &= (1u << (here - eight)) - 1;
    for (; __builtin_expect(longest, 0); longest &= longest - 1) hash_one(text, count, words, word + (size_t)__builtin_ctz(longest), hashes, heads);
  }
}

/// The words from `from` on, all of which end behind eight bytes of text; gives the first that has not eight bytes from its start on.
AVX512 static size_t hash_tiles(const uint8_t *text, size_t count, const struct cv_words *words, size_t from, uint64_t *hashes, uint64_t *heads) {
  size_t whole = words->count;
  while (whole > from && words->starts[whole - 1] + 8 > count) whole--;
  for (; from + tile <= whole; from += tile) hash_tile(text, count, words, from, tile, hashes, heads);
  if (from < whole) hash_tile(text, count, words, from, whole - from, hashes, heads);
  return whole;
}
#endif

void cv_hash(enum cv_path path, const uint8_t *text, size_t count, const struct cv_words *words, uint64_t *hashes, uint64_t *heads) {
  size_t done = 0;
#if defined(__x86_64__)
  if (path == cv_avx512 && count >= 8) {
    for (; done < words->count && words->ends[done] < 8; done++) hash_one(text, count, words, done, hashes, heads);
    done = hash_tiles(text, count, words, done, hashes, heads);
  }
#endif
  hash_range(text, count, words, done, hashes, heads);
}
