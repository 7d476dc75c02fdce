#include "CVectors.h"
#include "targets.h"

#if defined(__x86_64__)
static inline const uint8_t *page(const uint8_t *pages, uint8_t lead) { return pages + (size_t)(lead & 0x1F) * 128; }

/// Up to 64 bytes with their letters of two bytes folded, page by page: few first bytes stand side by side. Gives the first bytes that are not known.
AVX512 static inline uint64_t fold_block(const uint8_t *text, __m512i *bytes, __m512i next, uint64_t letter, const uint8_t *pages) {
  uint64_t leads = letter & _mm512_cmpge_epu8_mask(*bytes, _mm512_set1_epi8((char)0xC0)), unknown = 0;
  __m512i given = *bytes;
  for (uint64_t rest = leads; rest;) {
    uint8_t lead = text[__builtin_ctzll(rest)];
    uint64_t same = leads & avx512_is(given, lead);
    __m512i first = _mm512_permutexvar_epi8(next, _mm512_loadu_si512(page(pages, lead)));
    // The second byte of a letter stands one behind, where a shifted mask finds it.
    *bytes = _mm512_mask_mov_epi8(*bytes, same, first);
    *bytes = _mm512_mask_permutexvar_epi8(*bytes, same << 1, given, _mm512_loadu_si512(page(pages, lead) + 64));
    unknown |= same & ~_mm512_test_epi8_mask(first, first);
    rest &= ~same;
  }
  return unknown;
}

AVX512 static void fold_avx512(const uint8_t *text, size_t count, const struct cv_block *blocks, const uint8_t *pages, uint8_t *folded, uint64_t *unknown) {
  uint64_t passed = 0;
  for (size_t base = 0; base < count; base += 64) {
    size_t rest = count - base;
    const struct cv_block *block = blocks + base / 64;
    uint64_t here = rest < 64 ? (1ull << rest) - 1 : UINT64_MAX, behind = rest - 1 < 64 ? (1ull << (rest - 1)) - 1 : UINT64_MAX;
    __m512i bytes = _mm512_maskz_loadu_epi8(here, text + base), next = _mm512_maskz_loadu_epi8(behind, text + base + 1);
    uint64_t letter = block->letter & block->beyond;
    uint64_t odd = fold_block(text + base, &bytes, next, letter & ~passed, pages);
    _mm512_storeu_si512(folded + base, bytes);
    if (passed) folded[base] = page(pages, text[base - 1])[64 + (text[base] & 0x3F)];
    unknown[base / 64] = odd | block->curly;
    passed = letter >> 63 & (uint64_t)(text[base + 63 < count ? base + 63 : base] >= 0xC0);
  }
}

/// Hashes anew the words with characters that have no page.
static void hash_unknown(const uint8_t *text, size_t count, const struct cv_words *words, const struct cv_folding *folding, uint64_t *hashes, uint64_t *heads) {
  for (size_t block = 0; block * 64 < count; block++) {
    for (uint64_t rest = folding->unknown[block]; rest; rest &= rest - 1) {
      uint64_t up_to = rest ^ (rest - 1);
      size_t word = words->firsts[block] + (size_t)__builtin_popcountll(words->begins[block] & up_to);
      if (word == 0 || words->ends[word - 1] <= block * 64 + (size_t)__builtin_ctzll(rest)) continue;
      uint32_t number = (uint32_t)(word - 1);
      struct cv_words one = *words;
      one.marked = &number;
      one.marked_count = 1;
      cv_hash_marked(cv_avx512, text, count, &one, folding->foldings, hashes, heads);
    }
  }
}
#endif

int cv_hash_folded(enum cv_path path, const uint8_t *text, size_t count, const struct cv_block *blocks, const struct cv_words *words,
                   const struct cv_folding *folding, uint64_t *hashes, uint64_t *heads) {
#if defined(__x86_64__)
  if (path != cv_avx512) return 0;
  fold_avx512(text, count, blocks, folding->pages, folding->text, folding->unknown);
  cv_hash(path, folding->text, count, words, hashes, heads);
  for (size_t mark = 0; mark < words->marked_count; mark++) hashes[words->marked[mark]] |= 1;
  hash_unknown(text, count, words, folding, hashes, heads);
  return 1;
#else
  (void)path; (void)text; (void)count; (void)blocks; (void)words; (void)folding; (void)hashes; (void)heads;
  return 0;
#endif
}
