#include "CVectors.h"
#include "lines.h"
#include <string.h>

/// What the letter behind a backslash stands for; 0 for what takes more than one letter, and for what is none.
static const uint8_t meanings[256] = {
    ['n'] = '\n', ['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['t'] = '\t', ['r'] = '\r', ['b'] = '\b', ['f'] = '\f'};

// A quotation mark differs from U+0020 by one bit, which no control character changes by: with it flipped, one comparison finds both.
enum { flipped = 2, last_flipped = 0x20 };

// Each of these gives the bytes of a block that end a string or begin an escape: their bits, or for plain C the top bits of the bytes of a word, of which the
// lowest is exact (Hacker's Delight, 2nd edition, section 6-1).

static inline uint64_t plain_stops(const uint8_t *text) {
  const uint64_t ones = 0x0101010101010101u;
  uint64_t word = 0;
  for (int byte = 0; byte < 8; byte++) word |= (uint64_t)text[byte] << 8 * byte;
  uint64_t slash = word ^ '\\' * ones, end = word ^ flipped * ones;
  return (((slash - ones) & ~slash) | ((end - (last_flipped + 1) * ones) & ~end)) & 0x80 * ones;
}

#if defined(__x86_64__)
static inline __m128i sse2_are_stops(const uint8_t *text) {
  __m128i bytes = _mm_loadu_si128((const __m128i *)text), end = _mm_xor_si128(bytes, _mm_set1_epi8(flipped));
  __m128i is_end = _mm_cmpeq_epi8(_mm_min_epu8(end, _mm_set1_epi8(last_flipped)), end);
  return _mm_or_si128(is_end, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
}

static inline uint64_t sse2_stops(const uint8_t *text) {
  return (uint64_t)_mm_movemask_epi8(sse2_are_stops(text)) | (uint64_t)_mm_movemask_epi8(sse2_are_stops(text + 16)) << 16;
}

/// The backslashes of 64 bytes, and those that end a string.
struct string_masks {
  uint64_t slashes, ends;
};

static inline struct string_masks sse2_masks(const uint8_t *text) {
  struct string_masks masks = {0};
  for (int part = 0; part < 64; part += 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(text + part)), end = _mm_xor_si128(bytes, _mm_set1_epi8(flipped));
    masks.ends |= (uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(end, _mm_set1_epi8(last_flipped)), end)) << part;
    masks.slashes |= (uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))) << part;
  }
  return masks;
}

AVX2 static inline struct string_masks avx2_masks(const uint8_t *text) {
  struct string_masks masks = {0};
  for (int part = 0; part < 64; part += 32) {
    __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + part)), end = _mm256_xor_si256(bytes, _mm256_set1_epi8(flipped));
    masks.ends |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_min_epu8(end, _mm256_set1_epi8(last_flipped)), end)) << part;
    masks.slashes |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\'))) << part;
  }
  return masks;
}

AVX2 static inline uint64_t avx2_stops(const uint8_t *text) {
  __m256i bytes = _mm256_loadu_si256((const __m256i *)text), end = _mm256_xor_si256(bytes, _mm256_set1_epi8(flipped));
  __m256i is_end = _mm256_cmpeq_epi8(_mm256_min_epu8(end, _mm256_set1_epi8(last_flipped)), end);
  return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(is_end, _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\\'))));
}

AVX512 static inline uint64_t avx512_stops(const uint8_t *text) {
  __m512i bytes = _mm512_loadu_si512((const void *)text);
  uint64_t ends = _mm512_cmple_epu8_mask(_mm512_xor_si512(bytes, _mm512_set1_epi8(flipped)), _mm512_set1_epi8(last_flipped));
  return ends | avx512_is(bytes, '\\');
}
#endif

/// Passes letters, and copies them where there is an `out`, a block of `width` bytes at a time, from one stop to the next; the stops of `shift` 3 are top bits.
static inline __attribute__((always_inline)) void read_string(uint64_t (*stops)(const uint8_t *), size_t width, int shift, const uint8_t *text,
                                                              size_t count, uint8_t *out, size_t room, struct cv_string *state) {
  struct cv_string string = *state;
  uint8_t last[cv_string_block];
  while (string.from < count && (!out || string.written + cv_string_block <= room)) {
    const uint8_t *block = text + string.from;
    if (count - string.from < width) {
      // Behind the text stands a control character, which ends it.
      memset(last, 0, sizeof last);
      block = memcpy(last, block, count - string.from);
    }
    uint64_t found = stops(block);
    if (out) memcpy(out + string.written, block, width);
    // By a branch: the next block does not wait for what this one has.
    if (__builtin_expect_with_probability(found == 0, 1, 0.9)) {
      string.from += width;
      string.written += width;
      continue;
    }
    string.from += (size_t)__builtin_ctzll(found) >> shift;
    string.written += (size_t)__builtin_ctzll(found) >> shift;
    if (string.from == count || text[string.from] != '\\') break;
    string.is_escaped = 1;
    uint8_t letter = string.from + 1 < count ? meanings[text[string.from + 1]] : 0;
    if (!letter) break;
    if (out) out[string.written] = letter;
    string.from += 2;
    string.written++;
  }
  *state = string;
}

static void read_plain(const uint8_t *text, size_t count, uint8_t *out, size_t room, struct cv_string *string) {
  read_string(plain_stops, 8, 3, text, count, out, room, string);
}

#if defined(__x86_64__)
/// Bytes ahead of those at hand: as far as the end of most records, so that the next comes from memory while this one is worked on.
enum { fetched_ahead = 8192 };

/// The backslashes of a block that escape the byte behind them; `escaped` is 1 where the block's first byte is escaped, else 0.
///
/// Of a run of backslashes each second one is escaped. The sum carries through each run from where it begins: the bit behind it tells by its place whether the
/// run is of odd length (Langdale and Lemire, Parsing gigabytes of JSON per second, The VLDB Journal 28, 2019, section 3.1.1).
static inline uint64_t escapes_of(uint64_t slashes, uint64_t escaped) {
  const uint64_t odd = 0xAAAAAAAAAAAAAAAAu;
  uint64_t runs = slashes & ~escaped;
  return ((((runs << 1) | odd) - runs) ^ odd) & slashes;
}

/// A block that is copied.
struct pressed_block {
  /// Backslashes that still stand in it, and how many do no longer.
  uint64_t left, removed;
  /// Bytes that end the copying: ends of the string, or any bit where more than a letter stands for a character.
  uint64_t stops;
};

/// Takes out the first backslash that is left. Where there is none, what stands behind the block is written where the next one will be.
static inline __attribute__((always_inline)) void take_out(const uint8_t *block, uint8_t *target, struct pressed_block *pressed) {
  enum { width = 64 };
  size_t place = pressed->left ? (size_t)__builtin_ctzll(pressed->left) : width;
  uint8_t letter = meanings[block[place + 1]];
  memcpy(target + place - pressed->removed, block + place + 1, width);
  target[place - pressed->removed] = letter;
  // Of the last byte's the next block says.
  pressed->stops |= (uint64_t)((letter == 0) & (place < width - 1));
  pressed->removed += pressed->left != 0;
  pressed->left &= pressed->left - 1;
}

/// Copies 64 bytes at a time up to the block in which the string ends, or in which more than a letter stands for a character: that one is `read_string`'s.
///
/// Whether a block has an escape follows no pattern, so that two are taken out of each, whether they are there or not; few have more.
static inline __attribute__((always_inline)) void copy_blocks(struct string_masks (*masks_of)(const uint8_t *), const uint8_t *text, size_t count, uint8_t *out,
                                                              size_t room, struct cv_string *state) {
  enum { width = 64, read_beyond = 2 * width + 1 };
  size_t from = state->from, written = state->written;
  uint64_t escaped_first = 0, any = 0;
  while (count - from >= read_beyond && written + 2 * width <= room) {
    const uint8_t *block = text + from;
    uint8_t *target = out + written;
    __builtin_prefetch(block + fetched_ahead);
    struct string_masks masks = masks_of(block);
    uint64_t escapes = escapes_of(masks.slashes, escaped_first), escaped = escapes << 1 | escaped_first;
    struct pressed_block pressed = {escapes, 0, masks.ends & ~escaped};
    memcpy(target, block, width);
    uint8_t first = meanings[block[0]];
    target[0] = escaped_first ? first : block[0];
    pressed.stops |= escaped_first & (first == 0);
    take_out(block, target, &pressed);
    take_out(block, target, &pressed);
    while (__builtin_expect(pressed.left != 0, 0)) take_out(block, target, &pressed);
    if (__builtin_expect(pressed.stops != 0, 0)) break;
    any |= escapes;
    written += width - pressed.removed;
    from += width;
    escaped_first = escapes >> (width - 1);
  }
  state->from = from - escaped_first;
  state->written = written;
  state->is_escaped |= any != 0;
}

static void read_sse2(const uint8_t *text, size_t count, uint8_t *out, size_t room, struct cv_string *string) {
  if (out) copy_blocks(sse2_masks, text, count, out, room, string);
  read_string(sse2_stops, 32, 0, text, count, out, room, string);
}

AVX2 static void read_avx2(const uint8_t *text, size_t count, uint8_t *out, size_t room, struct cv_string *string) {
  if (out) copy_blocks(avx2_masks, text, count, out, room, string);
  read_string(avx2_stops, 32, 0, text, count, out, room, string);
}

AVX512 static void pass_avx512(const uint8_t *text, size_t count, struct cv_string *string) {
  read_string(avx512_stops, 64, 0, text, count, 0, 0, string);
}

/// By the letter behind a backslash what it stands for, with the top bit set.
static const uint8_t marked_meanings[128] __attribute__((aligned(64))) = {
    ['n'] = 0x80 | '\n', ['"'] = 0x80 | '"', ['\\'] = 0x80 | '\\', ['/'] = 0x80 | '/', ['t'] = 0x80 | '\t', ['r'] = 0x80 | '\r', ['b'] = 0x80 | '\b',
    ['f'] = 0x80 | '\f'};

/// Presses each block together without its backslashes, whether it has some or none.
AVX512 static void copy_avx512(const uint8_t *text, size_t count, uint8_t *out, size_t room, struct cv_string *state) {
  const __m512i low = _mm512_load_si512(marked_meanings), high = _mm512_load_si512(marked_meanings + 64), top = _mm512_set1_epi8((char)0x80);
  size_t from = state->from, written = state->written;
  uint64_t escaped_first = 0, any = 0;
  while (written + cv_string_block <= room) {
    const uint8_t *block = text + from;
    size_t left = count - from;
    _mm_prefetch((const char *)block + fetched_ahead, _MM_HINT_T0);
    // Behind the text stand control characters, which end it.
    __m512i bytes = left >= 64 ? _mm512_loadu_si512((const void *)block) : _mm512_maskz_loadu_epi8((1ull << left) - 1, block);
    uint64_t escapes = escapes_of(avx512_is(bytes, '\\'), escaped_first), escaped = escapes << 1 | escaped_first;
    // What an escape means has its top bit set yet, by which it is no end; a byte that is none has no meaning.
    __m512i letters = _mm512_mask2_permutex2var_epi8(low, bytes, escaped, high);
    __mmask64 ends = _mm512_cmple_epu8_mask(_mm512_xor_si512(letters, _mm512_set1_epi8(flipped)), _mm512_set1_epi8(last_flipped));
    ends = _kor_mask64(ends, _mm512_mask_test_epi8_mask(escaped, bytes, top));
    letters = _mm512_mask_sub_epi8(letters, escaped, letters, top);
    _mm512_storeu_si512(out + written, _mm512_maskz_compress_epi8(~escapes, letters));
    if (__builtin_expect(ends != 0, 0)) {
      uint64_t before = _blsmsk_u64(ends) >> 1, is_unknown = ends & -ends & escaped;
      any |= escapes & before;
      written += (size_t)__builtin_popcountll(before & ~escapes);
      from += (size_t)__builtin_popcountll(before) - (is_unknown != 0);
      escaped_first = 0;
      break;
    }
    any |= escapes;
    written += 64 - (size_t)__builtin_popcountll(escapes);
    escaped_first = escapes >> 63;
    from += 64;
  }
  state->from = from - escaped_first;
  state->written = written;
  state->is_escaped |= any != 0;
}
#endif

void cv_pass_string(enum cv_path path, const uint8_t *text, size_t count, struct cv_string *string) {
#if defined(__x86_64__)
  switch (path) {
  case cv_plain: break;
  case cv_sse2: return read_sse2(text, count, 0, 0, string);
  case cv_avx2: return read_avx2(text, count, 0, 0, string);
  case cv_avx512: return pass_avx512(text, count, string);
  }
#else
  (void)path;
#endif
  read_plain(text, count, 0, 0, string);
}

void cv_copy_string(enum cv_path path, const uint8_t *text, size_t count, uint8_t *out, size_t room, struct cv_string *string) {
#if defined(__x86_64__)
  switch (path) {
  case cv_plain: break;
  case cv_sse2: return read_sse2(text, count, out, room, string);
  case cv_avx2: return read_avx2(text, count, out, room, string);
  case cv_avx512: return copy_avx512(text, count, out, room, string);
  }
#else
  (void)path;
#endif
  read_plain(text, count, out, room, string);
}
