#include "CVectors.h"
#include "targets.h"

// A text folded as a whole, so that its words can be looked for as those of ASCII are.

static const uint8_t ascii_small = 0x20;

/// Adds the words that marked bytes of a block stand in to the list.
static inline void list_words(uint64_t bytes, size_t block, struct cv_words *words) {
  uint64_t starts = words->begins[block];
  for (uint64_t rest = bytes & (~(bytes << 1) | starts); rest; rest &= rest - 1) {
    uint64_t up_to = rest ^ (rest - 1);
    size_t word = words->firsts[block] + (size_t)__builtin_popcountll(starts & up_to);
    if (word == 0 || words->ends[word - 1] <= block * 64 + (size_t)__builtin_ctzll(rest)) continue;
    if (words->marked_count && words->marked[words->marked_count - 1] == word - 1) continue;
    words->marked[words->marked_count++] = (uint32_t)(word - 1);
  }
}

void cv_mark_words(const struct cv_block *blocks, size_t count, struct cv_words *words) {
  words->marked_count = 0;
  for (size_t block = 0; block * 64 < count; block++) {
    if (blocks[block].beyond) list_words(blocks[block].beyond, block, words);
  }
}

/// Folds one letter after the other.
static void fold_plain(const uint8_t *text, size_t count, const struct cv_block *blocks, const struct cv_folding *folding, struct cv_words *words) {
  for (size_t place = 0; place < count; place++) folding->text[place] = text[place] | (text[place] < 0x80 ? ascii_small : 0);
  uint64_t passed = 0;
  for (size_t block = 0; block * 64 < count; block++) {
    uint64_t known = passed;
    for (uint64_t rest = blocks[block].letter & blocks[block].beyond; rest; rest &= rest - 1) {
      size_t place = block * 64 + (size_t)__builtin_ctzll(rest);
      if (text[place] < 0xC0 || place + 1 == count) continue;
      uint16_t target = folding->foldings[(text[place] & 0x1F) << 6 | (text[place + 1] & 0x3F)];
      if (target == 0) continue;
      folding->text[place] = (uint8_t)target;
      folding->text[place + 1] = (uint8_t)(target >> 8);
      known |= 3ull << (place & 63);
    }
    passed = known >> 63 & (uint64_t)(text[block * 64 + 63 < count ? block * 64 + 63 : count - 1] >= 0xC0);
    if (blocks[block].beyond & ~known) list_words(blocks[block].beyond & ~known, block, words);
  }
}

#if defined(__x86_64__)
enum { most_leads = 8 };

/// The first bytes of two-byte letters that a text has had so far, in order: most languages have two or three, and which of them the next block has is not
/// asked, since it could not be foreseen.
struct leads {
  uint8_t seen[most_leads];
  unsigned count;
};

static inline const uint8_t *page(const uint8_t *pages, uint8_t lead) { return pages + (size_t)(lead & 0x1F) * 128; }

/// Folds the letters at `same`, which begin alike; gives those that are known.
AVX512 static inline uint64_t fold_page(__m512i given, __m512i next, uint64_t same, const uint8_t *page, __m512i *bytes) {
  __m512i first = _mm512_permutexvar_epi8(next, _mm512_loadu_si512(page));
  uint64_t known = same & _mm512_test_epi8_mask(first, first);
  *bytes = _mm512_mask_mov_epi8(*bytes, known, first);
  // The second byte of a letter stands one behind, where a shifted mask finds it.
  *bytes = _mm512_mask_permutexvar_epi8(*bytes, known << 1, given, _mm512_loadu_si512(page + 64));
  return known;
}

/// Folds the letters of a block that begin at `letters`; gives those that are known.
AVX512 static inline uint64_t fold_block(__m512i given, __m512i next, uint64_t letters, const uint8_t *text, struct leads *leads, const uint8_t *pages,
                                         __m512i *bytes) {
  uint64_t left = letters, known = 0;
  for (unsigned lead = 0; lead < leads->count; lead++) {
    uint64_t same = letters & avx512_is(given, leads->seen[lead]);
    known |= fold_page(given, next, same, page(pages, leads->seen[lead]), bytes);
    left &= ~same;
  }
  while (__builtin_expect(left != 0, 0)) {
    uint8_t lead = text[__builtin_ctzll(left)];
    uint64_t same = letters & avx512_is(given, lead);
    known |= fold_page(given, next, same, page(pages, lead), bytes);
    left &= ~same;
    if (leads->count < most_leads) leads->seen[leads->count++] = lead;
  }
  return known;
}

AVX512 static void fold_avx512(const uint8_t *text, size_t count, const struct cv_block *blocks, const struct cv_folding *folding, struct cv_words *words) {
  const __m512i small = _mm512_set1_epi8((char)ascii_small);
  struct leads leads = {.count = 0};
  const uint8_t *pages = folding->pages;
  uint64_t passed = 0;
  for (size_t base = 0; base < count; base += 64) {
    size_t rest = count - base;
    uint64_t beyond = blocks[base / 64].beyond, letter = blocks[base / 64].letter & beyond;
    uint64_t here = rest < 64 ? (1ull << rest) - 1 : UINT64_MAX, behind = rest - 1 < 64 ? (1ull << (rest - 1)) - 1 : UINT64_MAX;
    __m512i given = _mm512_maskz_loadu_epi8(here, text + base), next = _mm512_maskz_loadu_epi8(behind, text + base + 1);
    __m512i bytes = _mm512_or_si512(given, _mm512_maskz_mov_epi8(~beyond, small));
    uint64_t letters = letter & _mm512_cmpge_epu8_mask(given, _mm512_set1_epi8((char)0xC0));
    uint64_t known = fold_block(given, next, letters, text + base, &leads, pages, &bytes);
    _mm512_storeu_si512(folding->text + base, bytes);
    if (passed) folding->text[base] = page(pages, text[base - 1])[64 + (text[base] & 0x3F)];
    uint64_t unknown = beyond & ~(known | known << 1 | passed);
    if (__builtin_expect(unknown != 0, 0)) list_words(unknown, base / 64, words);
    passed = known >> 63;
  }
}
#endif

void cv_fold(enum cv_path path, const uint8_t *text, size_t count, const struct cv_block *blocks, const struct cv_folding *folding, struct cv_words *words) {
  words->marked_count = 0;
#if defined(__x86_64__)
  if (path == cv_avx512) return fold_avx512(text, count, blocks, folding, words);
#endif
  (void)path;
  fold_plain(text, count, blocks, folding, words);
}
