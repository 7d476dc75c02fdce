#include "spellings.h"
#include "targets.h"
#include <string.h>

// Postings are distances above 0 in bytes of seven bits, the least significant first; all but the last byte have their highest bit set.

#define INLINE static inline __attribute__((always_inline))
enum { sevens = 0x7F7F7F7F, highest = 0x80808080u };
static const uint64_t eight_highest = 0x8080808080808080u;

/// The lowest 28 bits in four bytes.
INLINE uint32_t spread(uint32_t number) {
  return (number & 0x7F) | (number & 0x3F80) << 1 | (number & 0x1FC000) << 2 | (number & 0xFE00000) << 3;
}

/// Four bytes of seven bits in one number.
INLINE uint32_t gathered(uint32_t bytes) {
  return (bytes & 0x7F) | (bytes >> 1 & 0x3F80) | (bytes >> 2 & 0x1FC000) | (bytes >> 3 & 0xFE00000);
}

#if defined(__x86_64__)
/// The same in one step, which processors with AVX-512 do quickly.
#define BITS __attribute__((target("bmi,bmi2,lzcnt,popcnt")))
BITS INLINE uint32_t spread_bits(uint32_t number) { return _pdep_u32(number, sevens); }
BITS INLINE uint32_t gathered_bits(uint32_t bytes) { return _pext_u32(bytes, sevens); }
#endif

static uint32_t append_bytes(uint8_t *postings, uint32_t offset, uint32_t distance) {
  for (; distance >= 0x80; distance >>= 7) postings[offset++] = (uint8_t)(distance | 0x80);
  postings[offset++] = (uint8_t)distance;
  return offset;
}

/// Words between asking for memory and its use: first the spelling's entry, then the place of its next posting.
enum { entry_lead = 64, posting_lead = 32 };

static const uint32_t spelling_mask = ((uint32_t)1 << cv_joint_shift) - 1;

INLINE struct cv_ranked *rank_word(const struct cv_column_piece *piece, size_t word, const uint32_t *joint_bits, struct cv_ranked *spellings) {
  uint32_t growing = piece->growing[word];
  struct cv_ranked *spelling = spellings + (growing & spelling_mask);
  piece->written[word] = spelling->rank | joint_bits[growing >> cv_joint_shift];
  return spelling;
}

/// Four bytes are written at once where the row has room for them: what goes beyond the number is written over by the next.
INLINE void rank_and_post(const struct cv_column_piece *piece, size_t word, const uint32_t *joint_bits, struct cv_ranked *spellings,
                          uint8_t *postings, uint32_t (*spread)(uint32_t)) {
  struct cv_ranked *spelling = rank_word(piece, word, joint_bits, spellings);
  uint32_t here = piece->place + (uint32_t)word + 1, distance = here - spelling->last, next = spelling->next;
  spelling->last = here;
  if (__builtin_expect((next + 4 > spelling->end) | (distance >= 1u << 28), 0)) {
    spelling->next = append_bytes(postings, next, distance);
    return;
  }
  uint32_t bytes = cv_posting_bytes(distance), written = spread(distance) | (highest & ~(UINT32_MAX << (bytes * 8 - 8)));
  memcpy(postings + next, &written, 4);
  spelling->next = next + bytes;
}

INLINE void rank_words(const struct cv_column_piece *whole, const uint32_t *joint_bits, struct cv_ranked *spellings, uint8_t *postings,
                       uint32_t (*spread)(uint32_t)) {
  const struct cv_column_piece piece = *whole;
  size_t word = 0, ahead = piece.count > entry_lead ? piece.count - entry_lead : 0;
  if (!postings) {
    for (; word < piece.count; word++) rank_word(&piece, word, joint_bits, spellings);
    return;
  }
  for (; word < ahead; word++) {
    __builtin_prefetch(spellings + (piece.growing[word + entry_lead] & spelling_mask), 1);
    __builtin_prefetch(postings + spellings[piece.growing[word + posting_lead] & spelling_mask].next, 1);
    rank_and_post(&piece, word, joint_bits, spellings, postings, spread);
  }
  for (; word < piece.count; word++) rank_and_post(&piece, word, joint_bits, spellings, postings, spread);
}

/// The rare way: a number of five bytes, or one near the end of its row.
static const uint8_t *read_number(const uint8_t *bytes, const uint8_t *end, uint32_t *number) {
  *number = 0;
  for (unsigned shift = 0; shift < 35 && bytes < end; shift += 7) {
    uint8_t byte = *bytes++;
    *number |= (uint32_t)(byte & 0x7F) << shift;
    if (byte < 0x80) break;
  }
  return bytes;
}

/// Goes on to the next place; 0 where there is none.
///
/// How many bytes a number has follows no pattern, so four are loaded and cut behind the first without its highest bit.
INLINE int next_place(struct cv_postings *postings, uint32_t (*gathered)(uint32_t)) {
  if (postings->bytes >= postings->end) return 0;
  uint32_t four = UINT32_MAX;
  if (__builtin_expect(postings->end - postings->bytes >= 4, 1)) memcpy(&four, postings->bytes, 4);
  uint32_t ends = ~four & highest;
  if (__builtin_expect(ends != 0, 1)) {
    postings->bytes += (__builtin_ctz(ends) >> 3) + 1;
    postings->place += gathered(four & (ends ^ (ends - 1)));
  } else {
    uint32_t number;
    postings->bytes = read_number(postings->bytes, postings->end, &number);
    postings->place += number;
  }
  // Before the first word, 2^64 - 1, as well as behind the last.
  return (uint64_t)postings->place < (uint64_t)postings->limit;
}

/// Writes the places of the numbers that end within the next eight bytes, one cut off after the other: only the next eight bytes wait for memory, and for
/// nothing but how many bytes these numbers have. Gives how many; 0 where the next number must be read by itself.
INLINE size_t next_places(struct cv_postings *postings, uint32_t *places, uint32_t (*gathered)(uint32_t)) {
  if (__builtin_expect(postings->end - postings->bytes < 8, 0)) return 0;
  size_t count = 0;
  uint64_t rest;
  memcpy(&rest, postings->bytes, 8);
  uint64_t ends = ~rest & eight_highest;
  if (__builtin_expect(!(ends & UINT32_MAX), 0)) return 0;
  unsigned last = (unsigned)(63 - __builtin_clzll(ends));
  const uint8_t *next = postings->bytes + (last >> 3) + 1;
  int64_t place = postings->place;
  do {
    unsigned bits = (unsigned)__builtin_ctzll(ends) + 1;
    if (__builtin_expect(bits > 32, 0)) {
      next -= (64 - (unsigned)__builtin_clzll(ends)) >> 3;
      break;
    }
    place += gathered((uint32_t)(rest & (((uint64_t)1 << bits) - 1)));
    // Before the first word, 2^64 - 1, as well as behind the last.
    if (__builtin_expect((uint64_t)place >= (uint64_t)postings->limit, 0)) {
      next = postings->end;
      break;
    }
    places[count++] = (uint32_t)place;
    rest >>= bits;
    ends >>= bits;
  } while (ends);
  postings->bytes = next;
  postings->place = place;
  return count;
}

INLINE size_t read_postings(struct cv_postings *postings, uint32_t *places, size_t room, uint32_t (*gathered)(uint32_t)) {
  struct cv_postings here = *postings;
  size_t count = 0;
  while (count < room) {
    size_t read = count + 8 <= room ? next_places(&here, places + count, gathered) : 0;
    if (read == 0) {
      if (!next_place(&here, gathered)) {
        here.bytes = here.end;
        break;
      }
      places[count] = (uint32_t)here.place;
      read = 1;
    }
    count += read;
  }
  *postings = here;
  return count;
}

INLINE void mark_postings(const struct cv_postings *postings, int64_t distance, uint64_t *bits, uint32_t (*gathered)(uint32_t)) {
  struct cv_postings here = *postings;
  while (next_place(&here, gathered)) {
    if (__builtin_expect(here.place < distance, 0)) continue;
    uint64_t start = (uint64_t)(here.place - distance);
    bits[start >> 6] |= (uint64_t)1 << (start & 63);
  }
}

#if defined(__x86_64__)
BITS static void rank_words_bits(const struct cv_column_piece *piece, const uint32_t *joint_bits, struct cv_ranked *spellings, uint8_t *postings) {
  rank_words(piece, joint_bits, spellings, postings, spread_bits);
}

BITS static size_t read_postings_bits(struct cv_postings *postings, uint32_t *restrict places, size_t room) {
  return read_postings(postings, places, room, gathered_bits);
}

BITS static void mark_postings_bits(const struct cv_postings *postings, int64_t distance, uint64_t *bits) {
  mark_postings(postings, distance, bits, gathered_bits);
}
#endif

void cv_rank_words(enum cv_path path, const struct cv_column_piece *piece, const uint32_t joint_bits[256], struct cv_ranked *restrict spellings,
                   uint8_t *restrict postings) {
#if defined(__x86_64__)
  if (path == cv_avx512) return rank_words_bits(piece, joint_bits, spellings, postings);
#endif
  rank_words(piece, joint_bits, spellings, postings, spread);
}

size_t cv_read_postings(enum cv_path path, struct cv_postings *postings, uint32_t *restrict places, size_t room) {
#if defined(__x86_64__)
  if (path == cv_avx512) return read_postings_bits(postings, places, room);
#endif
  return read_postings(postings, places, room, gathered);
}

void cv_mark_postings(enum cv_path path, const struct cv_postings *postings, int64_t distance, uint64_t *bits) {
#if defined(__x86_64__)
  if (path == cv_avx512) return mark_postings_bits(postings, distance, bits);
#endif
  mark_postings(postings, distance, bits, gathered);
}
