#pragma once
#include "CVectors.h"
#include "targets.h"
#include <string.h>

// What a word is to its hash: its first eight bytes made small, its last eight, its length.

static const uint64_t length_factor = 0x9E3779B97F4A7C15u, head_factor = 0xBF58476D1CE4E5B9u, tail_factor = 0x94D049BB133111EBu;
static const uint64_t small = 0x2020202020202020u, tops = 0x8080808080808080u;

/// Eight bytes with ASCII letters made small and bytes beyond ASCII as they are.
static inline uint64_t folded(uint64_t bytes) { return bytes | (small & ~((bytes & tops) >> 2)); }

static inline uint64_t load(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

/// The first bytes of a word, up to eight, made small; a load may read beyond the word but not beyond `rest` bytes.
static inline uint64_t head(const uint8_t *bytes, size_t length, size_t rest) {
  uint64_t word = 0;
  if (rest >= 8) {
    word = load(bytes);
    if (length < 8) word &= (1ull << length * 8) - 1;
  } else {
    memcpy(&word, bytes, length);
  }
  uint64_t kept = length >= 8 ? UINT64_MAX : (1ull << length * 8) - 1;
  return folded(word) & kept;
}

/// What the bytes behind the eighth add: the last eight, and for longer words those between, eight by eight.
static inline uint64_t with_rest(uint64_t hash, const uint8_t *bytes, size_t length) {
  for (size_t offset = 8; offset + 8 < length; offset += 8) hash = (hash ^ hash >> 29 ^ folded(load(bytes + offset))) * head_factor;
  return (hash ^ hash >> 32 ^ folded(load(bytes + length - 8))) * tail_factor;
}

struct hashed {
  uint64_t hash, head;
};

/// Of the `length` bytes at `start` in a text of `count` bytes.
static inline struct hashed hash_of(const uint8_t *text, size_t count, size_t start, size_t length) {
  uint64_t first = head(text + start, length, count - start);
  uint64_t hash = (first ^ length * length_factor) * head_factor;
  return (struct hashed){(length > 8 ? with_rest(hash, text + start, length) : hash ^ hash >> 32) & ~1ull, first};
}

/// Of a word of up to sixteen bytes from its first eight and its last, which may begin before it: without a branch.
static inline struct hashed hash_of_two(uint64_t bytes, uint64_t last, size_t length) {
  unsigned unused = length < 8 ? (unsigned)(8 - length) * 8 : 0;
  uint64_t first = folded(bytes) << unused >> unused;
  uint64_t hash = (first ^ length * length_factor) * head_factor;
  hash ^= hash >> 32;
  uint64_t longer = (hash ^ folded(last)) * tail_factor;
  return (struct hashed){(length > 8 ? longer : hash) & ~1ull, first};
}

static inline void hash_one(const uint8_t *text, size_t count, const struct cv_words *words, size_t word, uint64_t *hashes, uint64_t *heads) {
  size_t start = words->starts[word];
  struct hashed found = hash_of(text, count, start, words->ends[word] - start);
  hashes[word] = found.hash;
  heads[word] = found.head;
}

#if defined(__x86_64__)
AVX512 static inline __m512i folded_eights(__m512i bytes) {
  __m512i beyond = _mm512_srli_epi64(_mm512_and_si512(bytes, _mm512_set1_epi64((long long)tops)), 2);
  return _mm512_or_si512(bytes, _mm512_andnot_si512(beyond, _mm512_set1_epi64((long long)small)));
}

/// Of the first eight bytes of eight words those that belong to them, made small.
AVX512 static inline __m512i heads_of_eight(__m512i first, __m512i length) {
  __m512i unused = _mm512_sub_epi64(_mm512_set1_epi64(64), _mm512_slli_epi64(_mm512_min_epu64(length, _mm512_set1_epi64(8)), 3));
  return _mm512_srlv_epi64(_mm512_sllv_epi64(folded_eights(first), unused), unused);
}

/// Eight words from their first and last bytes; gives those of more than sixteen bytes, for which these are not enough.
AVX512 static inline unsigned hash_eight(__m512i length, __m512i first, __m512i last, uint64_t *hashes, uint64_t *heads) {
  const __m512i eight = _mm512_set1_epi64(8), by_head = _mm512_set1_epi64((long long)head_factor);
  first = heads_of_eight(first, length);
  __m512i hash = _mm512_mullo_epi64(_mm512_xor_si512(first, _mm512_mullo_epi64(length, _mm512_set1_epi64((long long)length_factor))), by_head);
  hash = _mm512_xor_si512(hash, _mm512_srli_epi64(hash, 32));
  __mmask8 longer = _mm512_cmpgt_epu64_mask(length, eight);
  hash = _mm512_mask_mullo_epi64(hash, longer, _mm512_xor_si512(hash, folded_eights(last)), _mm512_set1_epi64((long long)tail_factor));
  _mm512_storeu_si512(heads, first);
  _mm512_storeu_si512(hashes, _mm512_andnot_si512(_mm512_set1_epi64(1), hash));
  return _mm512_cmpgt_epu64_mask(length, _mm512_set1_epi64(16));
}
#endif
