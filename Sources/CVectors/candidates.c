#include "CVectors.h"
#include "targets.h"
#include <string.h>

// A word's flags are those of its hash and those of its first bytes. Gathering them eight words at a time was tried: slower than one by one.
static void look_up(const struct cv_filter *filter, const uint64_t *hashes, const uint64_t *heads, size_t count, uint8_t *flags) {
  const uint8_t *words = filter->words, *prefixes = filter->prefixes;
  uint64_t mask = filter->prefix_mask;
  unsigned shift = 64 - filter->word_bits, prefix_shift = 64 - filter->prefix_bits;
  for (size_t word = 0; word < count; word++)
    flags[word] = words[hashes[word] >> shift] | prefixes[(heads[word] & mask) * cv_prefix_factor >> prefix_shift];
}

static inline uint32_t has_pair(const struct cv_filter *filter, uint64_t first, uint64_t second) {
  uint64_t place = cv_pair(first, second) >> (64 - filter->pair_bits);
  return (filter->pairs[place >> 5] >> (place & 31) & 1) | (second == 0);
}

/// Takes the words of one mask, and those of another whose pairs are known.
static inline size_t take(const struct cv_filter *filter, const uint64_t *hashes, uint64_t single, uint64_t pair, size_t base, uint32_t *candidates,
                          size_t found) {
  for (uint64_t rest = pair & ~single; rest; rest &= rest - 1) {
    size_t word = base + (size_t)__builtin_ctzll(rest);
    single |= (uint64_t)has_pair(filter, hashes[word], hashes[word + 1]) << (word - base);
  }
  for (; single; single &= single - 1) candidates[found++] = (uint32_t)(base + (size_t)__builtin_ctzll(single));
  return found;
}

static inline uint64_t bits(const uint8_t *flags, uint64_t flag) {
  uint64_t mask = 0;
  for (unsigned part = 0; part < 8; part++) {
    uint64_t bytes;
    memcpy(&bytes, flags + 8 * part, 8);
    // The flags of eight bytes, one bit each, are multiplied into the highest byte.
    mask |= ((bytes / flag & 0x0101010101010101u) * 0x0102040810204080u >> 56) << 8 * part;
  }
  return mask;
}

static size_t take_plain(const struct cv_filter *filter, const uint64_t *hashes, const uint8_t *flags, size_t count, uint32_t *candidates) {
  size_t found = 0;
  for (size_t base = 0; base < count; base += 64) {
    uint64_t pair = bits(flags + base, cv_first) & bits(flags + base + 1, cv_second);
    found = take(filter, hashes, bits(flags + base, cv_single), pair, base, candidates, found);
  }
  return found;
}

#if defined(__x86_64__)
static inline uint64_t sse2_flag(const uint8_t *flags, int shift) {
  uint64_t mask = 0;
  for (int part = 0; part < 4; part++) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(flags + 16 * part));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_slli_epi16(bytes, shift)) << 16 * part;
  }
  return mask;
}

static size_t take_sse2(const struct cv_filter *filter, const uint64_t *hashes, const uint8_t *flags, size_t count, uint32_t *candidates) {
  size_t found = 0;
  for (size_t base = 0; base < count; base += 64) {
    uint64_t pair = sse2_flag(flags + base, 6) & sse2_flag(flags + base + 1, 5);
    found = take(filter, hashes, sse2_flag(flags + base, 7), pair, base, candidates, found);
  }
  return found;
}
#endif

size_t cv_candidates(enum cv_path path, const struct cv_filter *filter, const uint64_t *hashes, const uint64_t *heads, size_t count, uint8_t *flags,
                     uint32_t *candidates) {
  look_up(filter, hashes, heads, count, flags);
  memset(flags + count, 0, 72);
#if defined(__x86_64__)
  if (path != cv_plain) return take_sse2(filter, hashes, flags, count, candidates);
#endif
  return take_plain(filter, hashes, flags, count, candidates);
}
