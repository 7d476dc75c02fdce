#include "cut.h"
#include <string.h>

/// What one block passes on to the next.
struct carry {
  /// Lowest bits of the next block: its last byte was a letter, a digit, part of a word; bytes of a curly apostrophe inside a word.
  uint64_t letter, digit, word, joined;
};

/// A block's bytes inside words, and where an apostrophe may begin an 's of its own.
struct cut_block {
  uint64_t word, straight, curly;
};

/// WB5 to WB12 as shifts: a mark joins where both neighbours are letters or both are digits.
static inline struct cut_block joined(const struct cv_block *block, const struct cv_block *next, struct carry *carry) {
  uint64_t letter = block->letter, digit = block->digit;
  uint64_t letter_before = letter << 1 | carry->letter, digit_before = digit << 1 | carry->digit;
  uint64_t letter_mark = block->letter_mark & letter_before & (letter >> 1 | next->letter << 63);
  uint64_t number_mark = block->number_mark & digit_before & (digit >> 1 | next->digit << 63);
  uint64_t letter_curly = block->curly & letter_before & (letter >> 3 | next->letter << 61);
  uint64_t curly = letter_curly | (block->curly & digit_before & (digit >> 3 | next->digit << 61));
  struct cut_block cut;
  cut.word = letter | digit | letter_mark | number_mark | curly | curly << 1 | curly << 2 | carry->joined;
  cut.straight = letter_mark & block->clitic;
  cut.curly = letter_curly & block->clitic;
  carry->letter = letter >> 63;
  carry->digit = digit >> 63;
  carry->joined = curly >> 63 | curly >> 62;
  return cut;
}

/// Where 's is cut off: no byte of a word follows the s.
static inline uint64_t clitics(struct cut_block cut, uint64_t next) {
  return (cut.straight & ~(cut.word >> 2 | next << 62)) | (cut.curly & ~(cut.word >> 4 | next << 60));
}

struct cv_bound cv_bound_words(const struct cv_block *blocks, size_t block_count) {
  struct cv_bound bound = {0};
  uint64_t before = 0, beyond_before = 0;
  for (size_t block = 0; block < block_count; block++) {
    uint64_t core = blocks[block].letter | blocks[block].digit, beyond = blocks[block].beyond, clitic = blocks[block].clitic;
    uint64_t starts = (core & ~(core << 1 | before)) | clitic;
    bound.words += population(starts);
    bound.marked += population(beyond & (~(beyond << 1 | beyond_before) | starts));
    before = core >> 63;
    beyond_before = 0;
  }
  return bound;
}

/// Writes base + the place of each bit and gives their count.
static inline __attribute__((always_inline)) unsigned places_by_bits(uint64_t bits, uint32_t base, uint32_t *out) {
  unsigned count = 0;
  for (; bits; bits &= bits - 1) out[count++] = base + (uint32_t)__builtin_ctzll(bits);
  return count;
}

typedef uint32_t four_places __attribute__((vector_size(16)));

/// The places of a byte's lowest four bits.
static four_places fours[256];

__attribute__((constructor)) static void fill_fours(void) {
  for (unsigned byte = 0; byte < 256; byte++) {
    unsigned lane = 0;
    for (unsigned bits = byte; bits && lane < 4; bits &= bits - 1) fours[byte][lane++] = (uint32_t)__builtin_ctz(bits);
  }
}

/// The same, by a table: between two words stands a byte of neither, so that eight bytes have four places at most, but for an 's behind a single letter.
/// Writes up to four places more than there are.
static inline __attribute__((always_inline)) unsigned places_by_fours(uint64_t bits, uint32_t base, uint32_t *out) {
  const uint64_t pairs = 0x5555555555555555u, nibbles = 0x3333333333333333u, bytes = 0x0F0F0F0F0F0F0F0Fu, ones = 0x0101010101010101u;
  if (__builtin_expect((bits & bits >> 1) != 0, 0)) return places_by_bits(bits, base, out);
  // Of each byte how many bits it has, and how many the bytes up to it (Hacker's Delight, 2nd edition, section 5-1); no two bits stand side by side.
  uint64_t counts = (bits | bits >> 1) & pairs;
  counts = (counts & nibbles) + (counts >> 2 & nibbles);
  uint64_t up_to = ((counts + (counts >> 4)) & bytes) * ones, before = up_to << 8;
  four_places bases = {base, base, base, base};
#pragma clang loop unroll(full)
  for (unsigned byte = 0; byte < 8; byte++, bases += 8) {
    four_places found = bases + fours[bits >> 8 * byte & 0xFF];
    memcpy(out + (before >> 8 * byte & 0xFF), &found, sizeof found);
  }
  return (unsigned)(up_to >> 56);
}

// The loop is one text for all instruction sets; only the writing of places differs.
#define CUT(NAME, TARGET, PLACES, MARK)                                                                                                           \
  TARGET static void NAME(const struct cv_block *restrict blocks, size_t count, struct cv_words *words) {                                         \
    static const struct cv_block none = {0};                                                                                                      \
    /* Copies, so that no store makes them be loaded again. */                                                                                    \
    uint32_t *restrict all_starts = words->starts, *restrict all_ends = words->ends, *restrict firsts = words->firsts;                            \
    uint64_t *restrict begins = words->begins, listed = words->marked ? UINT64_MAX : 0;                                                           \
    size_t block_count = (count + 63) / 64, starts_count = 0, ends_count = 0;                                                                     \
    struct carry carry = {0};                                                                                                                     \
    struct cut_block cut = joined(blocks, block_count > 1 ? blocks + 1 : &none, &carry);                                                          \
    for (size_t block = 0; block < block_count; block++) {                                                                                        \
      struct cut_block next = {0};                                                                                                                \
      if (block + 1 < block_count) next = joined(blocks + block + 1, block + 2 < block_count ? blocks + block + 2 : &none, &carry);               \
      uint64_t cuts = clitics(cut, next.word), before = cut.word << 1 | carry.word;                                                               \
      uint64_t starts = (cut.word & ~before) | cuts, ends = (~cut.word & before) | cuts;                                                          \
      begins[block] = starts;                                                                                                                     \
      firsts[block] = (uint32_t)starts_count;                                                                                                     \
      unsigned begun = PLACES(starts, (uint32_t)(block * 64), all_starts + starts_count);                                                         \
      ends_count += PLACES(ends, (uint32_t)(block * 64), all_ends + ends_count);                                                                  \
      uint64_t beyond = blocks[block].beyond & cut.word & listed;                                                                                 \
      if (beyond) MARK(beyond, cut.word, starts, cuts, starts_count, words);                                                                      \
      starts_count += begun;                                                                                                                      \
      carry.word = cut.word >> 63;                                                                                                                \
      cut = next;                                                                                                                                 \
    }                                                                                                                                             \
    if (ends_count < starts_count) all_ends[ends_count] = (uint32_t)count;                                                                        \
    words->count = starts_count;                                                                                                                  \
  }

#define ANY
#define MARK_ONE_BY_ONE(beyond, cut, starts, cuts, before, words) mark(beyond, starts, before, words)
CUT(cut_plain, ANY, places_by_fours, MARK_ONE_BY_ONE)

#if defined(__x86_64__)
/// The same; writes 14 places or more, 64 at most: how many words begin in a block follows no pattern, but seldom do more.
AVX2 static inline unsigned places_avx2(uint64_t bits, uint32_t base, uint32_t *out) {
  unsigned count = population(bits);
#pragma clang loop unroll(full)
  // Of no bits the instruction gives 64, where the builtin says nothing.
  for (unsigned lane = 0; lane < 14; lane++, bits &= bits - 1) out[lane] = base + (uint32_t)_tzcnt_u64(bits);
  if (__builtin_expect(bits != 0, 0)) places_by_bits(bits, base, out + 14);
  return count;
}

MARK_BY_SUM(mark_avx2, AVX2, places_by_bits)
CUT(cut_avx2, AVX2, places_avx2, mark_avx2)
#endif

void cv_cut(enum cv_path path, const struct cv_block *blocks, size_t count, struct cv_words *words) {
  words->count = words->marked_count = 0;
  if (count == 0) return;
#if defined(__x86_64__)
  if (path == cv_avx512) return cv_cut_eights(blocks, count, words);
  if (path == cv_avx2) return cut_avx2(blocks, count, words);
#endif
  cut_plain(blocks, count, words);
}
