#include "spellings.h"
#include "targets.h"
#include <string.h>

// Reads what postings.c writes: distances in bytes of seven bits, the least significant first; all but the last byte have their highest bit set.

#define INLINE static inline __attribute__((always_inline))
static const uint32_t highest = 0x80808080u;
static const uint64_t eight_highest = 0x8080808080808080u;

/// Four bytes of seven bits in one number.
INLINE uint32_t gathered(uint32_t bytes) {
  return (bytes & 0x7F) | (bytes >> 1 & 0x3F80) | (bytes >> 2 & 0x1FC000) | (bytes >> 3 & 0xFE00000);
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
INLINE int next_place(struct cv_postings *postings) {
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
INLINE size_t next_places(struct cv_postings *postings, uint32_t *places) {
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

/// Writes the next place alone; gives 0 where there is none, and nothing is left then.
INLINE unsigned read_single(struct cv_postings *postings, uint32_t *place) {
  if (!next_place(postings)) {
    postings->bytes = postings->end;
    return 0;
  }
  *place = (uint32_t)postings->place;
  return 1;
}

static size_t read_postings(struct cv_postings *postings, uint32_t *restrict places, size_t room) {
  struct cv_postings here = *postings;
  size_t count = 0;
  while (count < room) {
    size_t read = count + 8 <= room ? next_places(&here, places + count) : 0;
    if (read == 0) {
      read = read_single(&here, places + count);
      if (read == 0) break;
    }
    count += read;
  }
  *postings = here;
  return count;
}

INLINE void mark(int64_t place, int64_t distance, uint64_t *bits) {
  if (__builtin_expect(place < distance, 0)) return;
  uint64_t start = (uint64_t)(place - distance);
  bits[start >> 6] |= (uint64_t)1 << (start & 63);
}

static void mark_postings(const struct cv_postings *postings, int64_t distance, uint64_t *bits) {
  struct cv_postings here = *postings;
  while (next_place(&here)) mark(here.place, distance, bits);
}

#if defined(__x86_64__)
/// Goes on by the numbers that end within the next 64 bytes, `most` or 16 of them at most, and gives how many; 0 where the next must be read by itself:
/// a number of more than 24 bits, which no segment has, or a place beyond the words that there are.
AVX512 INLINE unsigned next_sixteen(struct cv_postings *postings, size_t most, __m512i *places) {
  size_t rest = (size_t)(postings->end - postings->bytes);
  if (postings->bytes >= postings->end || (uint64_t)(postings->place + 1) >> 31) return 0;
  uint64_t there = rest < 64 ? ((uint64_t)1 << rest) - 1 : UINT64_MAX;
  __m512i bytes = _mm512_maskz_loadu_epi8(there, postings->bytes);
  uint64_t ends = there & ~_mm512_movepi8_mask(bytes);
  unsigned count = (unsigned)__builtin_popcountll(ends);
  if (count == 0) return 0;
  if (most > 16) most = 16;
  if (count > most) count = (unsigned)most;

  // Each number in four bytes of its own, what stands behind its last byte taken away.
  __m512i numbers = _mm512_set_epi32(0x3F3E3D3C, 0x3B3A3938, 0x37363534, 0x33323130, 0x2F2E2D2C, 0x2B2A2928, 0x27262524, 0x23222120, 0x1F1E1D1C,
                                     0x1B1A1918, 0x17161514, 0x13121110, 0x0F0E0D0C, 0x0B0A0908, 0x07060504, 0x03020100);
  __m128i behind = _mm512_castsi512_si128(_mm512_maskz_compress_epi8(ends, _mm512_add_epi8(numbers, _mm512_set1_epi8(1))));
  __m512i fourfold = _mm512_set_epi32(0x0F0F0F0F, 0x0E0E0E0E, 0x0D0D0D0D, 0x0C0C0C0C, 0x0B0B0B0B, 0x0A0A0A0A, 0x09090909, 0x08080808, 0x07070707,
                                      0x06060606, 0x05050505, 0x04040404, 0x03030303, 0x02020202, 0x01010101, 0x00000000);
  __m512i starts = _mm512_shuffle_epi8(_mm512_broadcast_i32x4(_mm_slli_si128(behind, 1)), fourfold);
  __m512i fours = _mm512_permutexvar_epi8(_mm512_add_epi8(starts, _mm512_set1_epi32(0x03020100)), bytes);
  __m512i last = _mm512_andnot_si512(fours, _mm512_set1_epi32((int)highest));
  __m512i kept = _mm512_xor_si512(last, _mm512_add_epi32(last, _mm512_set1_epi32(-1)));
  // The lowest bit that is set and all below it; all bits where none is.
  __m512i sevens = _mm512_and_si512(_mm512_and_si512(fours, kept), _mm512_set1_epi8(0x7F));
  __m512i pairs = _mm512_maddubs_epi16(_mm512_set1_epi16((short)0x8001), sevens);
  __m512i distances = _mm512_madd_epi16(pairs, _mm512_set1_epi32(1 << 30 | 1));

  __m512i sums = distances, zero = _mm512_setzero_si512();
  sums = _mm512_add_epi32(sums, _mm512_alignr_epi32(sums, zero, 15));
  sums = _mm512_add_epi32(sums, _mm512_alignr_epi32(sums, zero, 14));
  sums = _mm512_add_epi32(sums, _mm512_alignr_epi32(sums, zero, 12));
  sums = _mm512_add_epi32(sums, _mm512_alignr_epi32(sums, zero, 8));
  sums = _mm512_add_epi32(sums, _mm512_set1_epi32((int)postings->place));

  __mmask16 lanes = (__mmask16)((1u << count) - 1);
  uint32_t limit = postings->limit < INT32_MAX ? (uint32_t)postings->limit : INT32_MAX;
  __mmask16 odd = _mm512_cmpge_epu32_mask(sums, _mm512_set1_epi32((int)limit)) | _mm512_testn_epi32_mask(last, last) |
                  _mm512_cmpgt_epu32_mask(distances, _mm512_set1_epi32(0xFFFFFF));
  if (__builtin_expect(odd & lanes, 0)) return 0;
  postings->bytes += __builtin_ctzll(_pdep_u64((uint64_t)1 << (count - 1), ends)) + 1;
  postings->place = (uint32_t)_mm512_cvtsi512_si32(_mm512_permutexvar_epi32(_mm512_set1_epi32((int)count - 1), sums));
  *places = sums;
  return count;
}

AVX512 static size_t read_postings_avx512(struct cv_postings *postings, uint32_t *restrict places, size_t room) {
  struct cv_postings here = *postings;
  size_t count = 0;
  __m512i sixteen;
  while (count < room) {
    unsigned read = next_sixteen(&here, room - count, &sixteen);
    if (read == 16) {
      _mm512_storeu_si512(places + count, sixteen);
    } else if (read > 0) {
      _mm512_mask_storeu_epi32(places + count, (__mmask16)((1u << read) - 1), sixteen);
    } else {
      read = read_single(&here, places + count);
      if (read == 0) break;
    }
    count += read;
  }
  *postings = here;
  return count;
}

AVX512 static void mark_postings_avx512(const struct cv_postings *postings, int64_t distance, uint64_t *bits) {
  struct cv_postings here = *postings;
  uint32_t places[16];
  __m512i sixteen;
  while (1) {
    unsigned read = next_sixteen(&here, 16, &sixteen);
    _mm512_storeu_si512(places, sixteen);
    if (__builtin_expect(read == 16, 1)) {
      for (unsigned number = 0; number < 16; number++) mark(places[number], distance, bits);
    } else if (read > 0) {
      for (unsigned number = 0; number < read; number++) mark(places[number], distance, bits);
    } else {
      if (!next_place(&here)) return;
      mark(here.place, distance, bits);
    }
  }
}
#endif

size_t cv_read_postings(enum cv_path path, struct cv_postings *postings, uint32_t *restrict places, size_t room) {
#if defined(__x86_64__)
  if (path == cv_avx512) return read_postings_avx512(postings, places, room);
#endif
  return read_postings(postings, places, room);
}

void cv_mark_postings(enum cv_path path, const struct cv_postings *postings, int64_t distance, uint64_t *bits) {
#if defined(__x86_64__)
  if (path == cv_avx512) return mark_postings_avx512(postings, distance, bits);
#endif
  mark_postings(postings, distance, bits);
}
