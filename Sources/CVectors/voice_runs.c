#include "CVectors.h"
#include "places.h"
#include <string.h>

// Where tokens begin and end is said by what each byte and its neighbours are, 64 bytes at a time, so that which kinds of token follow each other costs no
// branch: nearly all of English text is words of ASCII letters, some with a hyphen, numbers, blanks and marks.

/// What 64 bytes are; bit i for byte i.
struct classes {
  /// A to Z, a to z; 0 to 9; white space; bytes beyond ASCII.
  uint64_t letter, digit, blank, high;
  /// Marks of ASCII that are tokens wherever they stand: those from ! to ? that are none of the four below.
  uint64_t mark;
  /// Marks that may belong to a word or a number: commas, full stops, apostrophes, hyphens with ampersands.
  uint64_t comma, dot, quote, hyphen;
  /// Bytes of common marks beyond ASCII: E2, 80, and 93, 94, 98, 99, 9C or 9D; of these 98 and 99, with which single marks end.
  uint64_t first, second, third, single;
};

/// White space of ASCII.
static const struct classes blanks = {.blank = UINT64_MAX};

static inline struct classes plain_classes(const uint8_t *bytes) {
  struct classes found = {0};
  for (int bit = 0; bit < 64; bit++) {
    uint8_t byte = bytes[bit];
    int is_digit = (uint8_t)(byte - '0') < 10, is_single = (byte | 1) == 0x99;
    int may_join = byte == ',' || byte == '.' || byte == '\'' || byte == '-' || byte == '&';
    found.letter |= (uint64_t)((uint8_t)((byte | 0x20) - 'a') < 26) << bit;
    found.digit |= (uint64_t)is_digit << bit;
    found.blank |= (uint64_t)(byte == ' ' || (uint8_t)(byte - 9) < 5) << bit;
    found.high |= (uint64_t)(byte >> 7) << bit;
    found.mark |= (uint64_t)(byte > ' ' && byte < '@' && !is_digit && !may_join) << bit;
    found.comma |= (uint64_t)(byte == ',') << bit;
    found.dot |= (uint64_t)(byte == '.') << bit;
    found.quote |= (uint64_t)(byte == '\'') << bit;
    found.hyphen |= (uint64_t)(byte == '-' || byte == '&') << bit;
    found.first |= (uint64_t)(byte == 0xE2) << bit;
    found.second |= (uint64_t)(byte == 0x80) << bit;
    found.third |= (uint64_t)(is_single || byte == 0x93 || byte == 0x94 || (byte | 1) == 0x9D) << bit;
    found.single |= (uint64_t)is_single << bit;
  }
  return found;
}

#if defined(__x86_64__)
// Bytes are compared as signed numbers: those beyond ASCII are below all others.

#define VECTOR_CLASSES(NAME, TARGET, VECTOR, WIDTH, LOAD, EQUAL, GREATER, OR, AND, SET, MASK)                                                              \
  TARGET static inline struct classes NAME(const uint8_t *bytes) {                                                                                         \
    struct classes found = {0};                                                                                                                            \
    uint64_t printed = 0;                                                                                                                                  \
    for (int part = 0; part < 64; part += WIDTH) {                                                                                                         \
      VECTOR all = LOAD((const VECTOR *)(bytes + part)), low = OR(all, SET(0x20)), even = OR(all, SET(1));                                                 \
      VECTOR letter = AND(GREATER(low, SET('a' - 1)), GREATER(SET('z' + 1), low));                                                                         \
      VECTOR digit = AND(GREATER(all, SET('0' - 1)), GREATER(SET('9' + 1), all));                                                                          \
      VECTOR blank = OR(EQUAL(all, SET(' ')), AND(GREATER(all, SET(8)), GREATER(SET(14), all)));                                                           \
      VECTOR hyphen = OR(EQUAL(all, SET('-')), EQUAL(all, SET('&'))), single = EQUAL(even, SET((char)0x99));                                               \
      VECTOR third = OR(OR(EQUAL(all, SET((char)0x93)), EQUAL(all, SET((char)0x94))), OR(single, EQUAL(even, SET((char)0x9D))));                           \
      found.letter |= (uint64_t)(uint32_t)MASK(letter) << part;                                                                                            \
      found.digit |= (uint64_t)(uint32_t)MASK(digit) << part;                                                                                              \
      found.blank |= (uint64_t)(uint32_t)MASK(blank) << part;                                                                                              \
      found.high |= (uint64_t)(uint32_t)MASK(all) << part;                                                                                                 \
      found.comma |= (uint64_t)(uint32_t)MASK(EQUAL(all, SET(','))) << part;                                                                               \
      found.dot |= (uint64_t)(uint32_t)MASK(EQUAL(all, SET('.'))) << part;                                                                                 \
      found.quote |= (uint64_t)(uint32_t)MASK(EQUAL(all, SET('\''))) << part;                                                                              \
      found.hyphen |= (uint64_t)(uint32_t)MASK(hyphen) << part;                                                                                            \
      found.first |= (uint64_t)(uint32_t)MASK(EQUAL(all, SET((char)0xE2))) << part;                                                                        \
      found.second |= (uint64_t)(uint32_t)MASK(EQUAL(all, SET((char)0x80))) << part;                                                                       \
      found.third |= (uint64_t)(uint32_t)MASK(third) << part;                                                                                              \
      found.single |= (uint64_t)(uint32_t)MASK(single) << part;                                                                                            \
      printed |= (uint64_t)(uint32_t)MASK(AND(GREATER(all, SET(' ')), GREATER(SET('@'), all))) << part;                                                    \
    }                                                                                                                                                      \
    found.mark = printed & ~(found.digit | found.comma | found.dot | found.quote | found.hyphen);                                                          \
    return found;                                                                                                                                          \
  }

VECTOR_CLASSES(sse2_classes, , __m128i, 16, _mm_loadu_si128, _mm_cmpeq_epi8, _mm_cmpgt_epi8, _mm_or_si128, _mm_and_si128, _mm_set1_epi8, _mm_movemask_epi8)
VECTOR_CLASSES(avx2_classes, AVX2, __m256i, 32, _mm256_loadu_si256, _mm256_cmpeq_epi8, _mm256_cmpgt_epi8, _mm256_or_si256, _mm256_and_si256,
               _mm256_set1_epi8, _mm256_movemask_epi8)

AVX512 static inline uint64_t has_bit(__m512i kinds, int bit) { return _mm512_test_epi8_mask(kinds, _mm512_set1_epi8((char)(1 << bit))); }

AVX512 static inline struct classes avx512_classes(const uint8_t *bytes) {
  // Bit 0 of letters, 1 of white space, 2 of digits, 3 of marks, 4 of commas, 5 of full stops, 6 of apostrophes, 7 of hyphens.
  enum { A = 1, B = 2, D = 4, M = 8 };
  static const uint8_t ascii[128] __attribute__((aligned(64))) = {
      0, 0, 0, 0, 0, 0, 0, 0, 0, B, B, B, B, B, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      B, M, M, M, M, M, 128, 64, M, M, M, M, 16, 128, 32, M, D, D, D, D, D, D, D, D, D, D, M, M, M, M, M, M,
      0, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, 0, 0, 0, 0, 0,
      0, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, 0, 0, 0, 0, 0};
  // Bit 0 of E2, 1 of 80, 2 of the third bytes, 3 of those of single marks.
  static const uint8_t beyond[128] __attribute__((aligned(64))) = {
      [0x80 - 0x80] = 2, [0x93 - 0x80] = 4, [0x94 - 0x80] = 4, [0x98 - 0x80] = 12, [0x99 - 0x80] = 12, [0x9C - 0x80] = 4, [0x9D - 0x80] = 4, [0xE2 - 0x80] = 1};
  __m512i all = _mm512_loadu_si512(bytes);
  __mmask64 is_high = _mm512_movepi8_mask(all);
  __m512i kind = _mm512_maskz_permutex2var_epi8(~is_high, _mm512_load_si512(ascii), all, _mm512_load_si512(ascii + 64));
  __m512i high = _mm512_maskz_permutex2var_epi8(is_high, _mm512_load_si512(beyond), all, _mm512_load_si512(beyond + 64));
  return (struct classes){
      .letter = has_bit(kind, 0), .blank = has_bit(kind, 1), .digit = has_bit(kind, 2), .mark = has_bit(kind, 3), .comma = has_bit(kind, 4),
      .dot = has_bit(kind, 5), .quote = has_bit(kind, 6), .hyphen = has_bit(kind, 7), .high = is_high,
      .first = has_bit(high, 0), .second = has_bit(high, 1), .third = has_bit(high, 2), .single = has_bit(high, 3)};
}
#endif

/// The bits that stand `count` bytes behind those of a class, and before them; a block's and the one's beside it.
static inline uint64_t behind(uint64_t before, uint64_t here, int count) { return here << count | before >> (64 - count); }
static inline uint64_t ahead(uint64_t here, uint64_t next, int count) { return here >> count | next << (64 - count); }

/// A block between two others.
struct three {
  struct classes before, here, next;
};

#define BEHIND(CLASS, COUNT) behind(three->before.CLASS, three->here.CLASS, COUNT)
#define AHEAD(CLASS, COUNT) ahead(three->here.CLASS, three->next.CLASS, COUNT)

/// What the blocks so far were cut into: runs that may be of several bytes; marks of one byte; the first bytes of common marks beyond ASCII.
struct cut {
  uint64_t several, one, triple;
  /// 1 where a special run goes on in the next block.
  uint64_t carry;
};

/// Where runs begin and end in a block, and the ends of special ones.
struct found {
  uint64_t starts, ends, special;
};

/// Full stops that are tokens, of those that join no digits: none beside another one, nor behind a letter that stands alone, which may be an initial of
/// "U.S.", unless there are blanks around both.
static inline uint64_t lone_dots(const struct three *three) {
  uint64_t initial = BEHIND(letter, 1) & ~(BEHIND(letter, 2) | BEHIND(digit, 2)), is_alone = BEHIND(blank, 2) & ~(AHEAD(letter, 1) | AHEAD(high, 1));
  return three->here.dot & ~(BEHIND(dot, 1) | AHEAD(dot, 1) | (initial & ~is_alone));
}

/// The first bytes of marks beyond ASCII, but for apostrophes and what may be one.
static inline uint64_t triples(const struct three *three) {
  uint64_t triple = three->here.first & AHEAD(second, 1) & AHEAD(third, 2);
  uint64_t apostrophe = AHEAD(single, 2) & (BEHIND(high, 1) | AHEAD(high, 3) | (BEHIND(letter, 1) & AHEAD(letter, 3)));
  return triple & ~apostrophe;
}

static inline struct found runs_of(const struct three *three, struct cut *cut) {
  const struct classes *here = &three->here;
  uint64_t before_letter = AHEAD(letter, 1), behind_letter = BEHIND(letter, 1), before_digit = AHEAD(digit, 1), behind_digit = BEHIND(digit, 1);
  uint64_t hyphen = here->hyphen & (behind_letter | behind_digit) & (before_letter | before_digit);
  uint64_t inner = (here->comma | here->dot) & behind_digit & before_digit;
  uint64_t quote = here->quote & ~((behind_letter & before_letter) | BEHIND(quote, 1) | AHEAD(quote, 1) | BEHIND(high, 1) | AHEAD(high, 1));
  uint64_t one = here->mark | ((here->comma | lone_dots(three)) & ~inner) | quote, triple = triples(three);
  uint64_t several = ~(here->blank | one | triple | behind(cut->triple, triple, 1) | behind(cut->triple, triple, 2));
  uint64_t behind_several = behind(cut->several, several, 1);
  // From each special byte a bit is carried to behind the end of its run.
  uint64_t special = several & ~(here->letter | here->digit | hyphen | inner), sum;
  uint64_t carry = (uint64_t)__builtin_add_overflow(several, special, &sum);
  carry |= (uint64_t)__builtin_add_overflow(sum, cut->carry, &sum);
  struct found found = {
      (several & ~behind_several) | one | triple,
      (behind_several & ~several) | behind(cut->one, one, 1) | behind(cut->triple, triple, 3),
      sum & ~several,
  };
  *cut = (struct cut){several, one, triple, carry};
  return found;
}

/// Writes base + the place of each bit.
static inline void plain_places(uint64_t bits, uint32_t base, uint32_t *out) {
  size_t count = (size_t)__builtin_popcountll(bits);
  // Eight at a time, since how many there are follows no pattern.
  for (size_t written = 0; written < count; written += 8) {
    for (int place = 0; place < 8; place++) {
      out[written + (size_t)place] = base + (uint32_t)__builtin_ctzll(bits | 1ull << 63);
      bits &= bits - 1;
    }
  }
}

/// Writes twice base + the place of each bit, and 1 more where it is one of `special`.
static inline void plain_ends(uint64_t bits, uint64_t special, uint32_t base, uint32_t *out) {
  size_t count = (size_t)__builtin_popcountll(bits);
  for (size_t written = 0; written < count; written += 8) {
    for (int number = 0; number < 8; number++) {
      uint32_t place = (uint32_t)__builtin_ctzll(bits | 1ull << 63);
      out[written + (size_t)number] = (base + place) * 2 + (uint32_t)(special >> place & 1);
      bits &= bits - 1;
    }
  }
}

#if defined(__x86_64__)
AVX512 static inline void avx512_ends(uint64_t bits, uint64_t special, uint32_t base, uint32_t *out) {
  static const uint8_t twice[64] __attribute__((aligned(64))) = {
      0,  2,  4,  6,  8,  10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40,  42,  44,  46,  48,  50,  52,  54,  56,  58,  60,  62,
      64, 66, 68, 70, 72, 74, 76, 78, 80, 82, 84, 86, 88, 90, 92, 94, 96, 98, 100, 102, 104, 106, 108, 110, 112, 114, 116, 118, 120, 122, 124, 126};
  __m512i all = _mm512_load_si512(twice), places = _mm512_mask_add_epi8(all, special, all, _mm512_set1_epi8(1));
  __m512i packed = _mm512_maskz_compress_epi8(bits, places), bases = _mm512_set1_epi32((int)(base * 2));
  _mm512_storeu_si512(out, _mm512_add_epi32(bases, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(packed))));
  if (__builtin_popcountll(bits) <= 16) return;
  _mm512_storeu_si512(out + 16, _mm512_add_epi32(bases, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 1))));
  if (__builtin_popcountll(bits) <= 32) return;
  _mm512_storeu_si512(out + 32, _mm512_add_epi32(bases, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 2))));
  _mm512_storeu_si512(out + 48, _mm512_add_epi32(bases, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, 3))));
}
#endif

/// The same with blanks from byte `count` on.
static inline struct classes first_bytes(struct classes found, size_t count) {
  uint64_t kept = ((uint64_t)1 << count) - 1;
  return (struct classes){
      .letter = found.letter & kept, .digit = found.digit & kept, .blank = found.blank | ~kept, .high = found.high & kept, .mark = found.mark & kept,
      .comma = found.comma & kept, .dot = found.dot & kept, .quote = found.quote & kept, .hyphen = found.hyphen & kept,
      .first = found.first & kept, .second = found.second & kept, .third = found.third & kept, .single = found.single & kept};
}

/// Where the last block can be read, which has fewer than 64 bytes: where it stands, but for the text's end.
static inline const uint8_t *last_block(const uint8_t *passage, size_t count, size_t readable, uint8_t *copy) {
  const uint8_t *last = passage + count / 64 * 64;
  if (count / 64 * 64 + 64 <= readable) return last;
  memset(copy, ' ', 64);
  memcpy(copy, last, count % 64);
  return copy;
}

/// How far ahead the text is fetched: the next passage stands behind this one, and is read soon.
enum { bytes_ahead = 1024 };

#define RUNS(NAME, TARGET, CLASSES, PLACES, ENDS)                                                                                                          \
  TARGET static void NAME(const uint8_t *passage, size_t count, size_t readable, struct cv_voice_runs *runs) {                                             \
    size_t starts = 0, ends = 0, blocks = count / 64 + 1;                                                                                                  \
    uint8_t copy[64];                                                                                                                                      \
    struct classes last = first_bytes(CLASSES(last_block(passage, count, readable, copy)), count % 64);                                                    \
    struct three three = {blanks, blocks > 1 ? CLASSES(passage) : last, blanks};                                                                           \
    struct cut cut = {0};                                                                                                                                  \
    for (size_t block = 0; block < blocks; block++) {                                                                                                      \
      three.next = block + 2 < blocks ? CLASSES(passage + block * 64 + 64) : block + 1 < blocks ? last : blanks;                                           \
      __builtin_prefetch(passage + block * 64 + bytes_ahead);                                                                                              \
      struct found found = runs_of(&three, &cut);                                                                                                          \
      PLACES(found.starts, (uint32_t)(block * 64), runs->starts + starts);                                                                                 \
      ENDS(found.ends, found.special, (uint32_t)(block * 64), runs->ends + ends);                                                                          \
      starts += (size_t)__builtin_popcountll(found.starts);                                                                                                \
      ends += (size_t)__builtin_popcountll(found.ends);                                                                                                    \
      runs->letters[block] = three.here.letter;                                                                                                            \
      three.before = three.here;                                                                                                                           \
      three.here = three.next;                                                                                                                             \
    }                                                                                                                                                      \
    runs->count = starts;                                                                                                                                  \
  }

RUNS(plain_runs, , plain_classes, plain_places, plain_ends)
#if defined(__x86_64__)
RUNS(sse2_runs, , sse2_classes, plain_places, plain_ends)
RUNS(avx2_runs, AVX2, avx2_classes, plain_places, plain_ends)
RUNS(avx512_runs, AVX512, avx512_classes, places_avx512, avx512_ends)
#endif

void cv_voice_runs(enum cv_path path, const uint8_t *passage, size_t count, size_t readable, struct cv_voice_runs *runs) {
  switch (path) {
#if defined(__x86_64__)
  case cv_sse2: return sse2_runs(passage, count, readable, runs);
  case cv_avx2: return avx2_runs(passage, count, readable, runs);
  case cv_avx512: return avx512_runs(passage, count, readable, runs);
#endif
  default: return plain_runs(passage, count, readable, runs);
  }
}
