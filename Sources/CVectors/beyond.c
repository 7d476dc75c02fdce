#include "CVectors.h"

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

/// The marks of news text, U+2000 to U+203F: what stands there most, told without a branch for each kind. False for all else.
static inline int is_general_mark(const uint8_t *text, size_t rest, unsigned place, struct cv_block *block) {
  if (rest < 4 || place > 61 || text[0] != 0xE2 || text[1] != 0x80 || text[2] >> 6 != 2) return 0;
  uint64_t apostrophe = bit(apostrophes, text[2]);
  block->curly |= apostrophe << place;
  block->clitic |= (apostrophe & ((text[3] | 0x20) == 's')) << place;
  return (int)(apostrophe | bit(general_marks[0], text[2]));
}

uint64_t cv_classify_beyond(const uint8_t *text, size_t count, struct cv_block *blocks) {
  // The bytes of a character that reach into the next block.
  uint64_t passed = 0, letter = 0, unusual = 0;
  for (size_t block = 0; block * 64 < count; block++) {
    uint64_t rest = blocks[block].beyond & ~passed;
    blocks[block].letter |= letter;
    passed = letter = 0;
    while (rest) {
      unsigned place = (unsigned)__builtin_ctzll(rest);
      size_t offset = block * 64 + place;
      if (is_general_mark(text + offset, count - offset, place, blocks + block)) {
        rest &= ~(7ull << place);
        continue;
      }
      struct character found = character(text + offset, count - offset);
      blocks[block].letter |= found.letter << place;
      blocks[block].unusual |= found.unusual << place;
      blocks[block].curly |= found.curly << place;
      blocks[block].clitic |= found.clitic << place;
      uint64_t bytes = (1ull << found.length) - 1;
      rest &= ~(bytes << place);
      if (place + found.length > 64) {
        passed = bytes >> (64 - place);
        letter = found.letter >> (64 - place);
      }
    }
    unusual |= blocks[block].unusual;
  }
  return unusual;
}
