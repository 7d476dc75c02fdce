#include "CVectors.h"
#include "targets.h"

// Two-byte characters by their first byte: bit b of a row stands for the second byte 0x80 + b. Source: WordBreakProperty.txt, Unicode 15.0 (ALetter);
// what a row leaves out (combining marks, signs, unassigned, the Armenian marks that stand inside words) is unusual.
#define ALL UINT64_MAX
static const uint64_t letters[0xD7 - 0xC2] = {
  [0xC3 - 0xC2] = ALL & ~(1ull << 0x17 | 1ull << 0x37), // Latin-1 without the signs of multiplication and division
  [0xC4 - 0xC2] = ALL, [0xC5 - 0xC2] = ALL, [0xC6 - 0xC2] = ALL, [0xC7 - 0xC2] = ALL, [0xC8 - 0xC2] = ALL, [0xC9 - 0xC2] = ALL, // to U+027F
  [0xCE - 0xC2] = ALL << 0x11 & ~(1ull << 0x22), // Greek from U+0391
  [0xCF - 0xC2] = ALL & ~(1ull << 0x36),
  [0xD0 - 0xC2] = ALL, [0xD1 - 0xC2] = ALL, // Cyrillic
  [0xD2 - 0xC2] = 3 | ALL << 0x0A,          // without its combining signs
  [0xD3 - 0xC2] = ALL,
  [0xD4 - 0xC2] = ALL & ~(1ull << 0x30), // Armenian from U+0531
  [0xD5 - 0xC2] = (1ull << 0x17) - 1 | ALL << 0x21,
  [0xD6 - 0xC2] = (1ull << 0x08) - 1,
};

static inline uint64_t bit(uint64_t row, uint8_t byte) { return byte >> 6 == 2 ? row >> (byte & 63) & 1 : 0; }

/// Punctuation and signs behind 0xC2, which part words (Word_Break=Other, no letter or digit).
static const uint64_t latin_marks = 0x8953DBFFFFFFFFFFull;
/// The same behind 0xE2, U+2000 to U+2FFF, by the second byte: general punctuation, currency, arrows, mathematics, shapes.
static const uint64_t general_marks[64] = {
  0x7FFF006FFCFF0FFFull, 0x7C0C00207FEFFFEEull, 0xFFFFFFFFE000FC00ull, 0xFFFE00000000FFFFull,
  0x0C0042AFC1D0037Bull, 0x000000000000BC1Full, 0xFFFFFFFFFFFFFC00ull, 0xFFFFFFFFFFFFFFFFull,
  0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull,
  0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull,
  0xFFFFFFFFFFFFFFFFull, 0x00000000FFFFFFFFull, 0x003FFFFFF0000000ull, 0x0000000000000000ull,
  0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull,
  0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull,
  0xFFFFFFFFFFFFFFFFull, 0x003FFFFFFFFFFFFFull, 0xFFFFFFFFFFF00000ull, 0xFFFFFFFFFFFFFFFFull,
  0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull,
  0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull,
  0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull,
  0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull,
  0x0000000000000000ull, 0x0000000000000000ull, 0x0000000000000000ull, 0xDFF007E000000000ull,
  0x0000DF4000000000ull, 0x7FFF7F0000000000ull, 0x80808080FF800000ull, 0x0000000080808080ull,
  0xFFFF7FFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull,
  0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull, 0xFFFFFFFFFFFFFFFFull,
};
static const uint64_t apostrophes = 3ull << 0x18;

/// What one character beyond ASCII is, as bits from its first byte on.
struct character {
  uint64_t letter, unusual, curly, clitic;
  unsigned length;
};

static inline struct character character(const uint8_t *text, size_t rest) {
  uint8_t first = text[0], second = rest > 1 ? text[1] : 0;
  struct character unusual = {.unusual = 1, .length = 1};
  if (first < 0xC2) return unusual;
  if (first == 0xC2) return bit(latin_marks, second) ? (struct character){.length = 2} : unusual;
  if (first < 0xD7) return bit(letters[first - 0xC2], second) ? (struct character){.letter = 3, .length = 2} : unusual;
  if (first != 0xE2 || second >> 6 != 2 || rest < 3) return unusual;
  if (bit(general_marks[second & 63], text[2])) return (struct character){.length = 3};
  if (second != 0x80 || !bit(apostrophes, text[2])) return unusual;
  return (struct character){.curly = 1, .clitic = rest > 3 && (text[3] | 0x20) == 's', .length = 3};
}

/// What a character that reaches into the next block passes on: which of its first bytes are done with, and which of them are letters.
struct passed {
  uint64_t bytes, letter;
};

/// One character after the other, those of `rest`.
static struct passed classify_rest(const uint8_t *text, size_t count, size_t base, uint64_t rest, struct cv_block *block) {
  struct passed passed = {0};
  while (rest) {
    unsigned place = (unsigned)__builtin_ctzll(rest);
    struct character found = character(text + base + place, count - base - place);
    block->letter |= found.letter << place;
    block->unusual |= found.unusual << place;
    block->curly |= found.curly << place;
    block->clitic |= found.clitic << place;
    uint64_t bytes = (1ull << found.length) - 1;
    rest &= ~(bytes << place);
    if (place + found.length > 64) {
      passed.bytes = bytes >> (64 - place);
      passed.letter = found.letter >> (64 - place);
    }
  }
  return passed;
}

/// Which of 64 blocks or fewer have bytes beyond ASCII: one in seven of English, and which ones cannot be foreseen.
static inline uint64_t with_beyond(const struct cv_block *blocks, size_t count, struct cv_beyond *all) {
  uint64_t found = 0;
#pragma clang loop vectorize(disable)
  for (size_t block = 0; block < count; block++) {
    found |= (uint64_t)(blocks[block].beyond != 0) << block;
    all->unusual |= blocks[block].unusual;
  }
  return found;
}

#if defined(__x86_64__)
/// Whether a general mark (1) or an apostrophe (2) stands behind 0xE2 0x80, by the third byte.
static uint8_t general_kinds[64] __attribute__((aligned(64)));
static uint8_t latin_kinds[64] __attribute__((aligned(64)));
/// One bit for each row of `letters` that is not full or empty, the lowest for full ones: by the first byte's lowest six bits which row is its own, by the
/// second's which rows have it.
static uint8_t row_of_first[64] __attribute__((aligned(64)));
static uint8_t rows_of_second[64] __attribute__((aligned(64)));

__attribute__((constructor)) static void fill_kinds(void) {
  for (unsigned byte = 0; byte < 64; byte++) {
    general_kinds[byte] = (uint8_t)((general_marks[0] >> byte & 1) | (apostrophes >> byte & 1) << 1);
    latin_kinds[byte] = (uint8_t)(latin_marks >> byte & 1);
    rows_of_second[byte] = 1;
  }
  unsigned free = 2;
  for (unsigned row = 0; row < sizeof letters / sizeof *letters; row++) {
    if (letters[row] == UINT64_MAX) {
      row_of_first[row + 2] = 1;
    } else if (letters[row] != 0 && free < 256) {
      // More rows than bits would be left to the way one by one.
      row_of_first[row + 2] = (uint8_t)free;
      for (unsigned byte = 0; byte < 64; byte++) rows_of_second[byte] |= (uint8_t)((letters[row] >> byte & 1) * free);
      free <<= 1;
    }
  }
}

AVX512 static inline uint64_t is_kind(__m512i bytes, const uint8_t *kinds, int kind) {
  return _mm512_test_epi8_mask(_mm512_permutexvar_epi8(bytes, _mm512_load_si512(kinds)), _mm512_set1_epi8((char)kind));
}

/// Where letters of two bytes begin.
AVX512 static inline uint64_t letters_at(__m512i bytes, __m512i next) {
  __m512i row = _mm512_permutexvar_epi8(bytes, _mm512_load_si512(row_of_first)), rows = _mm512_permutexvar_epi8(next, _mm512_load_si512(rows_of_second));
  return _mm512_test_epi8_mask(row, rows) & avx512_range(bytes, 0xC2, 0xDF) & avx512_range(next, 0x80, 0xBF);
}

/// Two-byte letters and marks of one block, and what is left one by one: rare in the text of most languages, so it stands apart.
AVX512 static __attribute__((noinline)) struct passed classify_pairs(const uint8_t *text, size_t count, size_t base, uint64_t rest, struct cv_block *block) {
  __m512i bytes = _mm512_loadu_si512(text + base), next = _mm512_loadu_si512(text + base + 1);
  uint64_t letter = letters_at(bytes, next) & rest;
  uint64_t latin = avx512_is(bytes, 0xC2) & avx512_range(next, 0x80, 0xBF) & is_kind(next, latin_kinds, 1) & rest;
  uint64_t pairs = letter | latin;
  struct passed passed = {0};
  block->letter |= letter | letter << 1;
  rest &= ~(pairs | pairs << 1);
  if (rest) passed = classify_rest(text, count, base, rest, block);
  passed.bytes |= pairs >> 63;
  passed.letter |= letter >> 63;
  return passed;
}

/// One block that has bytes beyond ASCII, with three bytes of text behind it; what the character before passes on is replaced by what its last does.
AVX512 static inline void classify_block(const uint8_t *text, size_t count, size_t base, struct cv_block *block, struct passed *before) {
  uint64_t beyond = block->beyond & ~before->bytes;
  block->letter |= before->letter;
  *before = (struct passed){0};
  const uint8_t *start = text + base;
  __m512i bytes = _mm512_loadu_si512(start), next = _mm512_loadu_si512(start + 1), third = _mm512_loadu_si512(start + 2);
  uint64_t general = avx512_is(bytes, 0xE2) & avx512_is(next, 0x80) & avx512_range(third, 0x80, 0xBF) & beyond;
  uint64_t curly = general & is_kind(third, general_kinds, 2), marks = curly | (general & is_kind(third, general_kinds, 1));
  uint64_t rest = beyond & ~(marks | marks << 1 | marks << 2);
  block->curly |= curly;
  block->clitic |= curly & avx512_is(_mm512_or_si512(_mm512_loadu_si512(start + 3), _mm512_set1_epi8(0x20)), 's');
  if (__builtin_expect(rest != 0, 0)) *before = classify_pairs(text, count, base, rest, block);
  before->bytes |= marks >> 62 | marks >> 63;
}

/// Does whole blocks with three bytes of text behind them; gives the first block that it left and what was passed on to it.
AVX512 static size_t beyond_avx512(const uint8_t *text, size_t count, struct cv_block *blocks, struct passed *passed, struct cv_beyond *all) {
  size_t whole = count < 67 ? 0 : (count - 67) / 64 + 1, last = 0;
  struct passed before = {0};
  for (size_t first = 0; first < whole; first += 64) {
    for (uint64_t found = with_beyond(blocks + first, whole - first < 64 ? whole - first : 64, all); found; found &= found - 1) {
      size_t block = first + (size_t)__builtin_ctzll(found);
      // A character that reaches into the next block makes that one of these.
      if (block != last + 1) before = (struct passed){0};
      classify_block(text, count, block * 64, blocks + block, &before);
      all->unusual |= blocks[block].unusual;
      all->letter_block_count += (blocks[block].letter & blocks[block].beyond) != 0;
      last = block;
    }
  }
  if (whole > 0 && last + 1 == whole) *passed = before;
  return whole;
}
#endif

struct cv_beyond cv_classify_beyond(enum cv_path path, const uint8_t *text, size_t count, struct cv_block *blocks) {
  struct passed passed = {0};
  struct cv_beyond all = {0};
  size_t block = 0;
#if defined(__x86_64__)
  if (path == cv_avx512) block = beyond_avx512(text, count, blocks, &passed, &all);
#endif
  size_t last = block, block_count = (count + 63) / 64;
  for (size_t first = block; first < block_count; first += 64) {
    uint64_t found = with_beyond(blocks + first, block_count - first < 64 ? block_count - first : 64, &all);
    for (; found; found &= found - 1) {
      block = first + (size_t)__builtin_ctzll(found);
      // A character that reaches into the next block makes that one of these.
      if (block != last) passed = (struct passed){0};
      uint64_t rest = blocks[block].beyond & ~passed.bytes;
      blocks[block].letter |= passed.letter;
      passed = classify_rest(text, count, block * 64, rest, blocks + block);
      all.unusual |= blocks[block].unusual;
      all.letter_block_count += (blocks[block].letter & blocks[block].beyond) != 0;
      last = block + 1;
    }
  }
  return all;
}
