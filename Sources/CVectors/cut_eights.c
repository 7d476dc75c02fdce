#include "cut.h"

#if defined(__x86_64__)
MARK_BY_SUM(mark_avx512, AVX512, places_avx512)

/// The same bits of eight blocks in a row, one block a lane.
struct eight {
  __m512i letter, digit, letter_mark, number_mark, curly, clitic, beyond;
};

/// What of them stands inside words, and where an apostrophe may begin an 's of its own.
struct cut_eight {
  __m512i word, straight, curly_clitic, curly, beyond;
};

static const struct cv_block none = {0};

AVX512 static inline __m512i row(const struct cv_block *blocks, size_t count, size_t block) {
  return _mm512_loadu_si512(block < count ? blocks + block : &none);
}

/// The blocks from `first` on, transposed; empty ones behind the last.
AVX512 static inline struct eight eight(const struct cv_block *blocks, size_t count, size_t first) {
  __m512i rows[8];
  if (first + 8 <= count) {
    for (size_t lane = 0; lane < 8; lane++) rows[lane] = _mm512_loadu_si512(blocks + first + lane);
  } else {
    for (size_t lane = 0; lane < 8; lane++) rows[lane] = row(blocks, count, first + lane);
  }
  __m512i low[4], high[4];
  for (size_t pair = 0; pair < 4; pair++) {
    low[pair] = _mm512_unpacklo_epi64(rows[2 * pair], rows[2 * pair + 1]);
    high[pair] = _mm512_unpackhi_epi64(rows[2 * pair], rows[2 * pair + 1]);
  }
  // Quarters 0 and 2 of two registers, 1 and 3.
  __m512i low_even[2], low_odd[2], high_even[2], high_odd[2];
  for (size_t half = 0; half < 2; half++) {
    low_even[half] = _mm512_shuffle_i64x2(low[2 * half], low[2 * half + 1], 0x88);
    low_odd[half] = _mm512_shuffle_i64x2(low[2 * half], low[2 * half + 1], 0xDD);
    high_even[half] = _mm512_shuffle_i64x2(high[2 * half], high[2 * half + 1], 0x88);
    high_odd[half] = _mm512_shuffle_i64x2(high[2 * half], high[2 * half + 1], 0xDD);
  }
  return (struct eight){
    .letter = _mm512_shuffle_i64x2(low_even[0], low_even[1], 0x88),
    .digit = _mm512_shuffle_i64x2(high_even[0], high_even[1], 0x88),
    .letter_mark = _mm512_shuffle_i64x2(low_odd[0], low_odd[1], 0x88),
    .number_mark = _mm512_shuffle_i64x2(high_odd[0], high_odd[1], 0x88),
    .curly = _mm512_shuffle_i64x2(high_even[0], high_even[1], 0xDD),
    .clitic = _mm512_shuffle_i64x2(low_odd[0], low_odd[1], 0xDD),
    .beyond = _mm512_shuffle_i64x2(high_odd[0], high_odd[1], 0xDD),
  };
}

/// For each lane the one before it.
AVX512 static inline __m512i before(__m512i lanes, __m512i lanes_before) { return _mm512_alignr_epi64(lanes, lanes_before, 7); }

/// For each lane the one behind it.
AVX512 static inline __m512i behind(__m512i lanes, __m512i lanes_behind) { return _mm512_alignr_epi64(lanes_behind, lanes, 1); }

AVX512 static inline __m512i both(__m512i a, __m512i b, __m512i c) { return _mm512_and_si512(_mm512_and_si512(a, b), c); }

/// As `joined` in cut.c.
AVX512 static inline struct cut_eight joined(const struct eight *last, const struct eight *here, const struct eight *next, __m512i curly_before) {
  __m512i letter = here->letter, digit = here->digit, next_letter = behind(letter, next->letter), next_digit = behind(digit, next->digit);
  __m512i letter_before = _mm512_shldi_epi64(letter, before(letter, last->letter), 1);
  __m512i digit_before = _mm512_shldi_epi64(digit, before(digit, last->digit), 1);
  __m512i letter_mark = both(here->letter_mark, letter_before, _mm512_shrdi_epi64(letter, next_letter, 1));
  __m512i number_mark = both(here->number_mark, digit_before, _mm512_shrdi_epi64(digit, next_digit, 1));
  __m512i letter_curly = both(here->curly, letter_before, _mm512_shrdi_epi64(letter, next_letter, 3));
  __m512i curly = _mm512_or_si512(letter_curly, both(here->curly, digit_before, _mm512_shrdi_epi64(digit, next_digit, 3)));
  __m512i passed = before(curly, curly_before);
  __m512i curlies = _mm512_or_si512(curly, _mm512_or_si512(_mm512_shldi_epi64(curly, passed, 1), _mm512_shldi_epi64(curly, passed, 2)));
  __m512i marks = _mm512_or_si512(letter_mark, number_mark);
  return (struct cut_eight){
    .word = _mm512_or_si512(_mm512_or_si512(letter, digit), _mm512_or_si512(marks, curlies)),
    .straight = _mm512_and_si512(letter_mark, here->clitic),
    .curly_clitic = _mm512_and_si512(letter_curly, here->clitic),
    .curly = curly,
    .beyond = here->beyond,
  };
}

/// Where words of eight blocks start and end.
struct borders {
  uint64_t starts[8] __attribute__((aligned(64))), ends[8] __attribute__((aligned(64)));
};

enum { waiting = 64 };

/// Blocks that have words with bytes beyond ASCII, which wait until there are many: which blocks these are follows no pattern, and a branch for each eight
/// would be foreseen wrongly.
struct marked_blocks {
  uint64_t beyond[waiting + 8], word[waiting + 8], cuts[waiting + 8];
  uint32_t blocks[waiting + 8];
  size_t count;
};

AVX512 static inline void find_borders(const struct cut_eight *last, const struct cut_eight *here, const struct cut_eight *next, size_t first,
                                       __mmask8 listed, struct borders *found, struct marked_blocks *marked) {
  __m512i word = here->word, next_word = behind(word, next->word), word_before = _mm512_shldi_epi64(word, before(word, last->word), 1);
  __m512i straight = _mm512_andnot_si512(_mm512_shrdi_epi64(word, next_word, 2), here->straight);
  __m512i curly = _mm512_andnot_si512(_mm512_shrdi_epi64(word, next_word, 4), here->curly_clitic);
  __m512i cuts = _mm512_or_si512(straight, curly), beyond = _mm512_and_si512(here->beyond, word);
  _mm512_store_si512(found->starts, _mm512_or_si512(_mm512_andnot_si512(word_before, word), cuts));
  _mm512_store_si512(found->ends, _mm512_or_si512(_mm512_andnot_si512(word, word_before), cuts));
  __mmask8 lanes = _mm512_mask_test_epi64_mask(listed, beyond, beyond);
  __m256i blocks = _mm256_add_epi32(_mm256_set1_epi32((int)first), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
  _mm512_storeu_si512(marked->beyond + marked->count, _mm512_maskz_compress_epi64(lanes, beyond));
  _mm512_storeu_si512(marked->word + marked->count, _mm512_maskz_compress_epi64(lanes, word));
  _mm512_storeu_si512(marked->cuts + marked->count, _mm512_maskz_compress_epi64(lanes, cuts));
  _mm256_storeu_si256((__m256i *)(marked->blocks + marked->count), _mm256_maskz_compress_epi32(lanes, blocks));
  marked->count += population(lanes);
}

/// Notes the words of all blocks that wait, the starts of which are written.
AVX512 static __attribute__((noinline)) void note_marked(struct marked_blocks *marked, struct cv_words *words) {
  for (size_t next = 0; next < marked->count; next++) {
    uint32_t block = marked->blocks[next];
    mark_avx512(marked->beyond[next], marked->word[next], words->begins[block], marked->cuts[next], words->firsts[block], words);
  }
  marked->count = 0;
}

/// The loop of cut.c with the shifts of eight blocks at once; only places are written block by block.
AVX512 void cv_cut_eights(const struct cv_block *blocks, size_t count, struct cv_words *words) {
  uint32_t *restrict all_starts = words->starts, *restrict all_ends = words->ends, *restrict firsts = words->firsts;
  uint64_t *restrict begins = words->begins;
  size_t block_count = (count + 63) / 64, starts_count = 0, ends_count = 0;
  const struct eight nothing = {0};
  struct cut_eight last_cut = {0};
  struct marked_blocks marked;
  marked.count = 0;
  const __mmask8 listed = words->marked ? 0xFF : 0;
  struct eight here = eight(blocks, block_count, 0), next = eight(blocks, block_count, 8);
  struct cut_eight cut = joined(&nothing, &here, &next, _mm512_setzero_si512());
  for (size_t first = 0; first < block_count; first += 8) {
    struct eight after = eight(blocks, block_count, first + 16);
    struct cut_eight next_cut = joined(&here, &next, &after, cut.curly);
    struct borders found;
    find_borders(&last_cut, &cut, &next_cut, first, listed, &found, &marked);
    size_t lanes = block_count - first < 8 ? block_count - first : 8;
    for (size_t lane = 0; lane < lanes; lane++) {
      size_t block = first + lane;
      begins[block] = found.starts[lane];
      firsts[block] = (uint32_t)starts_count;
      places_avx512(found.starts[lane], (uint32_t)(block * 64), all_starts + starts_count);
      places_avx512(found.ends[lane], (uint32_t)(block * 64), all_ends + ends_count);
      starts_count += population(found.starts[lane]);
      ends_count += population(found.ends[lane]);
    }
    if (__builtin_expect(marked.count >= waiting, 0)) note_marked(&marked, words);
    here = next;
    next = after;
    last_cut = cut;
    cut = next_cut;
  }
  note_marked(&marked, words);
  if (ends_count < starts_count) all_ends[ends_count] = (uint32_t)count;
  words->count = starts_count;
}
#endif
