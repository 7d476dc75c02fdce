#include "CVectors.h"
#include "places.h"
#include "targets.h"
#include <string.h>

// A word's flags are those of its hash and those of its first bytes. Gathering them eight words at a time was tried: slower than one by one.
static void look_up(const struct cv_filter *filter, const uint64_t *hashes, const uint64_t *heads, size_t count, uint8_t *flags) {
  const uint8_t *words = filter->words, *prefixes = filter->prefixes;
  uint64_t mask = filter->prefix_masks[0];
  unsigned shift = 64 - filter->word_bits, prefix_shift = 64 - filter->prefix_bits;
  for (size_t word = 0; word < count; word++)
    flags[word] = words[hashes[word] >> shift] | prefixes[(heads[word] & mask) * cv_prefix_factor >> prefix_shift];
}

static inline __attribute__((always_inline)) uint32_t is_sure(const struct cv_filter *filter, uint64_t key) {
  uint64_t place = key >> (64 - filter->sure_bits);
  return filter->sure[place >> 5] >> (place & 31) & 1;
}

/// Whether the second look at a flagged word finds what its flags say. What they say cannot be foreseen, so all is asked, without a branch.
static inline __attribute__((always_inline)) uint32_t may_begin(const struct cv_filter *filter, const uint64_t *hashes, const uint64_t *heads, const uint8_t *flags, size_t word) {
  uint32_t own = flags[word], lengths = own >> cv_prefix_shift;
  uint32_t found = own & is_sure(filter, cv_single_key(hashes[word]));
  found |= (own >> 1 & flags[word + 1] >> 2) & (is_sure(filter, cv_pair(hashes[word], hashes[word + 1])) | (hashes[word + 1] == 0));
  unsigned length = lengths ? (unsigned)__builtin_ctz(lengths) : 0;
  found |= (lengths != 0) & is_sure(filter, cv_prefix_key(heads[word] & filter->prefix_masks[length], length));
  // Beginnings of several lengths that share their first bytes are few.
  for (lengths &= lengths - 1; lengths && !(found & 1); lengths &= lengths - 1) {
    length = (unsigned)__builtin_ctz(lengths);
    found |= is_sure(filter, cv_prefix_key(heads[word] & filter->prefix_masks[length], length));
  }
  return found & 1;
}

/// Takes the words of a mask that stand the second look.
static inline size_t take(const struct cv_filter *filter, const uint64_t *hashes, const uint64_t *heads, const uint8_t *flags, uint64_t mask, size_t base,
                          uint32_t *candidates, size_t found) {
  for (; mask; mask &= mask - 1) {
    size_t word = base + (size_t)__builtin_ctzll(mask);
    candidates[found] = (uint32_t)word;
    found += may_begin(filter, hashes, heads, flags, word);
  }
  return found;
}

/// The words of 64 that are flagged: as a term, by their first bytes, or as the first word of a phrase before a second.
static inline uint64_t flagged(const uint8_t *flags) {
#if defined(__x86_64__)
  uint64_t mask = 0;
  for (int part = 0; part < 4; part++) {
    __m128i own = _mm_loadu_si128((const __m128i *)(flags + 16 * part)), next = _mm_loadu_si128((const __m128i *)(flags + 16 * part + 1));
    __m128i alone = _mm_and_si128(own, _mm_set1_epi8((char)~(cv_first | cv_second)));
    __m128i pair = _mm_and_si128(_mm_and_si128(own, _mm_srli_epi16(next, 1)), _mm_set1_epi8(cv_first));
    __m128i none = _mm_cmpeq_epi8(_mm_or_si128(alone, pair), _mm_setzero_si128());
    mask |= (uint64_t)(~(uint32_t)_mm_movemask_epi8(none) & 0xFFFF) << 16 * part;
  }
  return mask;
#else
  uint64_t mask = 0;
  for (unsigned word = 0; word < 64; word++) {
    unsigned alone = flags[word] & ~(cv_first | cv_second), pair = flags[word] & flags[word + 1] >> 1 & cv_first;
    mask |= (uint64_t)((alone | pair) != 0) << word;
  }
  return mask;
#endif
}

#if defined(__x86_64__)
/// The flagged words first, then in their place those that stand the second look: how many of 64 there are follows no pattern either.
AVX512 static size_t take_all(const struct cv_filter *filter, const uint64_t *hashes, const uint64_t *heads, size_t count, const uint8_t *flags,
                              uint32_t *candidates) {
  size_t all = 0, found = 0;
  for (size_t base = 0; base < count; base += 64) {
    uint64_t mask = flagged(flags + base);
    places_avx512(mask, (uint32_t)base, candidates + all);
    all += (size_t)__builtin_popcountll(mask);
  }
  for (size_t next = 0; next < all; next++) {
    uint32_t word = candidates[next];
    candidates[found] = word;
    found += may_begin(filter, hashes, heads, flags, word);
  }
  return found;
}
#endif

size_t cv_candidates(enum cv_path path, const struct cv_filter *filter, const uint64_t *hashes, const uint64_t *heads, size_t count, uint8_t *flags, uint32_t *candidates) {
  size_t found = 0;
  look_up(filter, hashes, heads, count, flags);
  memset(flags + count, 0, 72);
#if defined(__x86_64__)
  if (path == cv_avx512) return take_all(filter, hashes, heads, count, flags, candidates);
#endif
  (void)path;
  for (size_t base = 0; base < count; base += 64) found = take(filter, hashes, heads, flags, flagged(flags + base), base, candidates, found);
  return found;
}
