#include "CVectors.h"
#include "places.h"
#include <string.h>

// Where tokens begin and end is said by what each byte and its neighbours are, 64 bytes at a time, so that which kinds of token follow each other costs no
// branch: most of English text is words of ASCII letters with blanks and a few marks between them.

/// What 64 bytes are; bit i for byte i.
struct classes {
  /// A to Z, a to z; white space; common marks of one byte; full stops, which are among them.
  uint64_t letter, blank, mark, dot;
  /// Bytes of common marks beyond ASCII: E2, 80, and 93, 94, 9C or 9D.
  uint64_t first, second, third;
};

/// White space of ASCII.
static const struct classes blanks = {.blank = UINT64_MAX};

static inline struct classes plain_classes(const uint8_t *bytes) {
  struct classes found = {0};
  for (int bit = 0; bit < 64; bit++) {
    uint8_t byte = bytes[bit];
    int is_mark = byte == '!' || byte == '"' || byte == '(' || byte == ')' || byte == ',' || byte == '.' || byte == ':' || byte == ';' || byte == '?';
    found.letter |= (uint64_t)((uint8_t)((byte | 0x20) - 'a') < 26) << bit;
    found.blank |= (uint64_t)(byte == ' ' || (uint8_t)(byte - 9) < 5) << bit;
    found.mark |= (uint64_t)is_mark << bit;
    found.dot |= (uint64_t)(byte == '.') << bit;
    found.first |= (uint64_t)(byte == 0xE2) << bit;
    found.second |= (uint64_t)(byte == 0x80) << bit;
    found.third |= (uint64_t)(byte == 0x93 || byte == 0x94 || byte == 0x9C || byte == 0x9D) << bit;
  }
  return found;
}

#if defined(__x86_64__)
// Bytes are compared as signed numbers: those beyond ASCII are below all others.

#define VECTOR_CLASSES(NAME, TARGET, VECTOR, WIDTH, LOAD, EQUAL, GREATER, OR, AND, SET, MASK)                                                              \
  TARGET static inline struct classes NAME(const uint8_t *bytes) {                                                                                         \
    struct classes found = {0};                                                                                                                            \
    for (int part = 0; part < 64; part += WIDTH) {                                                                                                         \
      VECTOR all = LOAD((const VECTOR *)(bytes + part)), low = OR(all, SET(0x20)), even = OR(all, SET(1));                                                 \
      VECTOR letter = AND(GREATER(low, SET('a' - 1)), GREATER(SET('z' + 1), low));                                                                         \
      VECTOR blank = OR(EQUAL(all, SET(' ')), AND(GREATER(all, SET(8)), GREATER(SET(14), all)));                                                           \
      VECTOR dot = EQUAL(all, SET('.'));                                                                                                                   \
      VECTOR mark = OR(OR(EQUAL(all, SET('!')), EQUAL(all, SET('"'))), OR(EQUAL(even, SET(')')), EQUAL(all, SET(','))));                                   \
      mark = OR(OR(mark, dot), OR(EQUAL(even, SET(';')), EQUAL(all, SET('?'))));                                                                           \
      VECTOR third = OR(OR(EQUAL(all, SET((char)0x93)), EQUAL(all, SET((char)0x94))), EQUAL(even, SET((char)0x9D)));                                       \
      found.letter |= (uint64_t)(uint32_t)MASK(letter) << part;                                                                                            \
      found.blank |= (uint64_t)(uint32_t)MASK(blank) << part;                                                                                              \
      found.mark |= (uint64_t)(uint32_t)MASK(mark) << part;                                                                                                \
      found.dot |= (uint64_t)(uint32_t)MASK(dot) << part;                                                                                                  \
      found.first |= (uint64_t)(uint32_t)MASK(EQUAL(all, SET((char)0xE2))) << part;                                                                        \
      found.second |= (uint64_t)(uint32_t)MASK(EQUAL(all, SET((char)0x80))) << part;                                                                       \
      found.third |= (uint64_t)(uint32_t)MASK(third) << part;                                                                                              \
    }                                                                                                                                                      \
    return found;                                                                                                                                          \
  }

VECTOR_CLASSES(sse2_classes, , __m128i, 16, _mm_loadu_si128, _mm_cmpeq_epi8, _mm_cmpgt_epi8, _mm_or_si128, _mm_and_si128, _mm_set1_epi8, _mm_movemask_epi8)
VECTOR_CLASSES(avx2_classes, AVX2, __m256i, 32, _mm256_loadu_si256, _mm256_cmpeq_epi8, _mm256_cmpgt_epi8, _mm256_or_si256, _mm256_and_si256,
               _mm256_set1_epi8, _mm256_movemask_epi8)

AVX512 static inline struct classes avx512_classes(const uint8_t *bytes) {
  // One look-up for each half of ASCII: bit 0 of letters, 1 of white space, 2 of common marks.
  static const uint8_t kinds[128] __attribute__((aligned(64))) = {
      0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      2, 4, 4, 0, 0, 0, 0, 0, 4, 4, 0, 0, 4, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 0, 0, 0, 4,
      0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
      0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0};
  __m512i all = _mm512_loadu_si512(bytes), even = _mm512_or_si512(all, _mm512_set1_epi8(1));
  __m512i kind = _mm512_permutex2var_epi8(_mm512_load_si512(kinds), all, _mm512_load_si512(kinds + 64));
  __mmask64 is_ascii = ~_mm512_movepi8_mask(all);
  struct classes found;
  found.letter = _mm512_mask_test_epi8_mask(is_ascii, kind, _mm512_set1_epi8(1));
  found.blank = _mm512_mask_test_epi8_mask(is_ascii, kind, _mm512_set1_epi8(2));
  found.mark = _mm512_mask_test_epi8_mask(is_ascii, kind, _mm512_set1_epi8(4));
  found.dot = avx512_is(all, '.');
  found.first = avx512_is(all, 0xE2);
  found.second = avx512_is(all, 0x80);
  found.third = avx512_is(all, 0x93) | avx512_is(all, 0x94) | avx512_is(even, 0x9D);
  return found;
}
#endif

/// Where runs begin and end in a block, and what is rare in it.
struct found {
  uint64_t starts, ends, rare;
};

/// Of a block between two others; `triples` are the first bytes of common marks beyond ASCII in the block before, then in this.
static inline struct found runs_of(const struct classes *before, const struct classes *here, const struct classes *next, uint64_t *triples) {
  uint64_t last = *triples, triple = here->first & (here->second >> 1 | next->second << 63) & (here->third >> 2 | next->third << 62);
  uint64_t behind_letter = here->letter << 1 | before->letter >> 63, behind_two = here->letter << 2 | before->letter >> 62;
  uint64_t dots = here->dot & (here->dot << 1 | before->dot >> 63 | here->dot >> 1 | next->dot << 63);
  uint64_t initial = here->dot & behind_letter & ~behind_two;
  uint64_t common = here->letter | here->blank | here->mark | triple | triple << 1 | last >> 63 | triple << 2 | last >> 62;
  *triples = triple;
  return (struct found){
      (here->letter & ~behind_letter) | here->mark | triple,
      (behind_letter & ~here->letter) | here->mark << 1 | before->mark >> 63 | triple << 3 | last >> 61,
      ~common | dots | initial,
  };
}

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

/// The same with blanks from byte `count` on.
static inline struct classes first_bytes(struct classes found, size_t count) {
  uint64_t kept = ((uint64_t)1 << count) - 1;
  return (struct classes){found.letter & kept, found.blank | ~kept, found.mark & kept, found.dot & kept,
                          found.first & kept, found.second & kept, found.third & kept};
}

/// Where the last block can be read, which has fewer than 64 bytes: where it stands, but for the text's end.
static inline const uint8_t *last_block(const uint8_t *passage, size_t count, size_t readable, uint8_t *copy) {
  const uint8_t *last = passage + count / 64 * 64;
  if (count / 64 * 64 + 64 <= readable) return last;
  memset(copy, ' ', 64);
  memcpy(copy, last, count % 64);
  return copy;
}

#define RUNS(NAME, TARGET, CLASSES, PLACES)                                                                                                                \
  TARGET static void NAME(const uint8_t *passage, size_t count, size_t readable, struct cv_voice_runs *runs) {                                             \
    size_t starts = 0, ends = 0, blocks = count / 64 + 1;                                                                                                  \
    uint8_t copy[64];                                                                                                                                      \
    struct classes last = first_bytes(CLASSES(last_block(passage, count, readable, copy)), count % 64);                                                    \
    struct classes before = blanks, here = blocks > 1 ? CLASSES(passage) : last;                                                                           \
    uint64_t triples = 0;                                                                                                                                  \
    for (size_t block = 0; block < blocks; block++) {                                                                                                      \
      struct classes next = block + 2 < blocks ? CLASSES(passage + block * 64 + 64) : block + 1 < blocks ? last : blanks;                                  \
      struct found found = runs_of(&before, &here, &next, &triples);                                                                                       \
      PLACES(found.starts, (uint32_t)(block * 64), runs->starts + starts);                                                                                 \
      PLACES(found.ends, (uint32_t)(block * 64), runs->ends + ends);                                                                                       \
      starts += (size_t)__builtin_popcountll(found.starts);                                                                                                \
      ends += (size_t)__builtin_popcountll(found.ends);                                                                                                    \
      runs->rare[block] = found.rare;                                                                                                                      \
      before = here;                                                                                                                                       \
      here = next;                                                                                                                                         \
    }                                                                                                                                                      \
    runs->count = starts;                                                                                                                                  \
  }

RUNS(plain_runs, , plain_classes, plain_places)
#if defined(__x86_64__)
RUNS(sse2_runs, , sse2_classes, plain_places)
RUNS(avx2_runs, AVX2, avx2_classes, plain_places)
RUNS(avx512_runs, AVX512, avx512_classes, places_avx512)
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
