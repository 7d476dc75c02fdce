#include "spellings.h"
#include "targets.h"
#include <string.h>

// Postings are distances above 0 in bytes of seven bits, the least significant first; all but the last byte have their highest bit set.

#define INLINE static inline __attribute__((always_inline))

/// The lowest 28 bits in four bytes.
INLINE uint32_t spread(uint32_t number) {
  return (number & 0x7F) | (number & 0x3F80) << 1 | (number & 0x1FC000) << 2 | (number & 0xFE00000) << 3;
}

#if defined(__x86_64__)
/// The same in one step, which processors with AVX-512 do quickly.
#define BITS __attribute__((target("bmi,bmi2,lzcnt,popcnt")))
BITS INLINE uint32_t spread_bits(uint32_t number) { return _pdep_u32(number, 0x7F7F7F7F); }
#endif

static uint32_t append_bytes(uint8_t *postings, uint32_t offset, uint32_t distance) {
  for (; distance >= 0x80; distance >>= 7) postings[offset++] = (uint8_t)(distance | 0x80);
  postings[offset++] = (uint8_t)distance;
  return offset;
}

/// Words between asking for memory and its use: first the spelling's entry, then the place of its next posting.
enum { entry_lead = 64, posting_lead = 32 };

static const uint32_t spelling_mask = ((uint32_t)1 << cv_joint_shift) - 1;

/// Numbers of up to 28 bits have four bytes at most.
enum { four_bytes = 1 << 28 };

INLINE struct cv_ranked *rank_word(const struct cv_column_piece *piece, size_t word, const uint32_t *joint_bits, struct cv_ranked *spellings) {
  uint32_t growing = piece->growing[word];
  struct cv_ranked *spelling = spellings + (growing & spelling_mask);
  piece->written[word] = spelling->rank | joint_bits[growing >> cv_joint_shift];
  return spelling;
}

/// Four bytes are written at once where the row has room for them: what goes beyond the number is written over by the next.
///
/// - piece: with places in the segment, counted from 1, for `word`.
/// - is_large: whether a distance may have more than 28 bits.
INLINE void rank_and_post(const struct cv_column_piece *piece, size_t word, const uint32_t *joint_bits, struct cv_ranked *spellings,
                          uint8_t *postings, int is_large, uint32_t (*spread)(uint32_t)) {
  struct cv_ranked *spelling = rank_word(piece, word, joint_bits, spellings);
  uint32_t distance = (uint32_t)word - spelling->last, next = spelling->next;
  spelling->last = (uint32_t)word;
  if (__builtin_expect((next + 4 > spelling->end) | (is_large && distance >= four_bytes), 0)) {
    spelling->next = append_bytes(postings, next, distance);
    return;
  }
  // Bits of whole bytes that the number leaves free, of four.
  uint32_t sevens = spread(distance), unused = (uint32_t)__builtin_clz(sevens) & 24, written = sevens | 0x00808080u >> unused;
  memcpy(postings + next, &written, 4);
  spelling->next = next + 4 - unused / 8;
}

INLINE void rank_words(const struct cv_column_piece *whole, const uint32_t *joint_bits, struct cv_ranked *spellings, uint8_t *postings,
                       uint32_t (*spread)(uint32_t)) {
  if (!postings) {
    for (size_t word = 0; word < whole->count; word++) rank_word(whole, word, joint_bits, spellings);
    return;
  }
  // Words are counted as postings count them, so that no place is computed.
  size_t word = (size_t)whole->place + 1, end = word + whole->count, ahead = whole->count > entry_lead ? end - entry_lead : word;
  const struct cv_column_piece piece = {whole->growing - word, whole->written - word, end, 0};
  if (end > four_bytes) {
    for (; word < end; word++) rank_and_post(&piece, word, joint_bits, spellings, postings, 1, spread);
    return;
  }
  for (; word < ahead; word++) {
    __builtin_prefetch(spellings + (piece.growing[word + entry_lead] & spelling_mask), 1);
    __builtin_prefetch(postings + spellings[piece.growing[word + posting_lead] & spelling_mask].next, 1);
    rank_and_post(&piece, word, joint_bits, spellings, postings, 0, spread);
  }
  for (; word < end; word++) rank_and_post(&piece, word, joint_bits, spellings, postings, 0, spread);
}

#if defined(__x86_64__)
BITS static void rank_words_bits(const struct cv_column_piece *piece, const uint32_t *joint_bits, struct cv_ranked *spellings, uint8_t *postings) {
  rank_words(piece, joint_bits, spellings, postings, spread_bits);
}
#endif

void cv_rank_words(enum cv_path path, const struct cv_column_piece *piece, const uint32_t joint_bits[256], struct cv_ranked *restrict spellings,
                   uint8_t *restrict postings) {
#if defined(__x86_64__)
  if (path == cv_avx512) return rank_words_bits(piece, joint_bits, spellings, postings);
#endif
  rank_words(piece, joint_bits, spellings, postings, spread);
}
