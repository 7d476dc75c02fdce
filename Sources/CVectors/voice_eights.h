#pragma once
#include "voice_joined.h"
#include <stddef.h>
#if defined(__x86_64__)

// Runs eight at a time, in three passes over at most 64 of them: where each would be in the table, what stands there, and their tokens. One pass would do, but
// from a run's place to its token it is so far that the processor, which looks ahead some hundred instructions, would wait most of the time.

enum { most_looked_up = 64 };

/// What is known of the runs from `first` on, with room for seven more.
struct looked_up {
  size_t first, count;
  /// Bit i for run first + i: it is special or longer than the words of the table.
  uint64_t special;
  /// The words' keys, and where in the table they would be, in bytes.
  uint64_t low[most_looked_up], high[most_looked_up], place[most_looked_up];
  /// Of their tokens the classes, above four bytes that say nothing, and all that stands behind; this before look-up as of words that are in no table.
  uint64_t classes[most_looked_up + 8], rest[most_looked_up + 8];
};

AVX512 static inline __m512i each(uint64_t value) { return _mm512_set1_epi64((long long)value); }
AVX512 static inline __m512i gathered(const void *bytes, __m512i places) { return _mm512_i64gather_epi64(places, bytes, 1); }

/// A token's kind and its flags where they stand in its last eight bytes.
AVX512 static inline __m512i each_kind(uint64_t kind) { return each(kind << 32); }
AVX512 static inline __m512i each_flags(uint64_t flags) { return each(flags << 48); }

/// The last eight bytes of tokens of words that are in no table: no verb, their flags, and their kind, which is that of numbers where there are no letters.
AVX512 static inline __m512i unknown_rests(__m512i low, __m512i high) {
  __mmask8 is_capital = _mm512_testn_epi64_mask(low, each(0x20));
  // Of each byte one bit, 0x40 in the lower half and 0x20 in the higher one: whether it is a letter; and for letters whether it is small.
  __m512i letters = _mm512_and_si512(_mm512_ternarylogic_epi64(each(letter_bit), low, _mm512_srli_epi64(high, 1), 0xCA), each(letter_bit | small));
  __m512i smalls = _mm512_ternarylogic_epi64(each(letter_bit), _mm512_add_epi64(low, low), high, 0xCA);
  __mmask8 is_all = _mm512_mask_testn_epi64_mask(is_capital, letters, smalls);
  is_all = _mm512_mask_test_epi64_mask(is_all, letters, _mm512_sub_epi64(letters, each(1)));
  __m512i rest = each(UINT32_MAX);
  rest = _mm512_mask_or_epi64(rest, _mm512_testn_epi64_mask(letters, letters), rest, each_kind(cv_kind_number));
  rest = _mm512_mask_or_epi64(rest, is_capital, rest, each_flags(cv_flag_capitalized));
  return _mm512_mask_or_epi64(rest, is_all, rest, each_flags(cv_flag_all_capitals));
}

/// Where in the table eight words would be, in bytes.
AVX512 static inline __m512i places_of(const struct cv_voice_table *table, __m512i low, __m512i high) {
  __m512i hash = _mm512_mullo_epi64(_mm512_xor_si512(low, high), each(cv_voice_factor));
  __m512i bucket = _mm512_srl_epi64(hash, _mm_cvtsi64_si128((long long)table->bucket_shift));
  __m512i displacement = _mm512_and_si512(gathered(table->displacements, bucket), each(63));
  return _mm512_and_si512(_mm512_srlv_epi64(hash, displacement), each(table->place_mask));
}

/// Sixteen bytes at each of eight places as two numbers: loaded, since gathering takes twice the time.
AVX512 static inline void load_pairs(const uint8_t *bytes, const uint32_t *places, __m512i *low, __m512i *high) {
#define SIXTEEN(PLACE) _mm_loadu_si128((const __m128i *)(bytes + places[PLACE]))
  __m512i even = _mm512_castsi128_si512(SIXTEEN(0)), odd = _mm512_castsi128_si512(SIXTEEN(1));
  even = _mm512_inserti64x2(_mm512_inserti64x2(_mm512_inserti64x2(even, SIXTEEN(2), 1), SIXTEEN(4), 2), SIXTEEN(6), 3);
  odd = _mm512_inserti64x2(_mm512_inserti64x2(_mm512_inserti64x2(odd, SIXTEEN(3), 1), SIXTEEN(5), 2), SIXTEEN(7), 3);
#undef SIXTEEN
  *low = _mm512_unpacklo_epi64(even, odd);
  *high = _mm512_unpackhi_epi64(even, odd);
}

/// What stands at eight places of the table, each of the four numbers of a word by itself.
struct four {
  __m512i first, second, third, fourth;
};

AVX512 static inline struct four load_words(const uint8_t *words, const uint64_t *places) {
#define TWO(FIRST, SECOND)                                                                                                                                 \
  _mm512_inserti64x4(_mm512_castsi256_si512(_mm256_loadu_si256((const __m256i *)(words + places[FIRST]))),                                                 \
                     _mm256_loadu_si256((const __m256i *)(words + places[SECOND])), 1)
  __m512i even = TWO(0, 2), odd = TWO(1, 3), later_even = TWO(4, 6), later_odd = TWO(5, 7);
#undef TWO
  __m512i low = _mm512_unpacklo_epi64(even, odd), later_low = _mm512_unpacklo_epi64(later_even, later_odd);
  __m512i high = _mm512_unpackhi_epi64(even, odd), later_high = _mm512_unpackhi_epi64(later_even, later_odd);
  return (struct four){_mm512_shuffle_i64x2(low, later_low, 0x88), _mm512_shuffle_i64x2(high, later_high, 0x88),
                       _mm512_shuffle_i64x2(low, later_low, 0xDD), _mm512_shuffle_i64x2(high, later_high, 0xDD)};
}

/// Reads the keys of eight runs, of which only `lanes` are there; says which are special or too long.
AVX512 static inline __mmask8 read_keys(const struct cv_voice_table *table, const struct cv_voice_text *text, const uint8_t *passage, __mmask8 lanes,
                                        struct looked_up *found, size_t number) {
  __m256i starts = _mm256_maskz_loadu_epi32(lanes, text->runs.starts + found->first + number);
  __m256i ends = _mm256_maskz_loadu_epi32(lanes, text->runs.ends + found->first + number);
  __m512i bits = _mm512_cvtepu32_epi64(_mm256_slli_epi32(_mm256_sub_epi32(_mm256_srli_epi32(ends, 1), starts), 3));
  // All ones over the bytes of the run. The difference is 0 where there would be less.
  __m512i head = _mm512_srlv_epi64(each(UINT64_MAX), _mm512_subs_epu16(each(64), bits));
  __m512i tail = _mm512_srlv_epi64(each(UINT64_MAX), _mm512_subs_epu16(each(128), bits));
  uint32_t places[8];
  _mm256_storeu_si256((__m256i *)places, starts);
  __m512i low, high;
  load_pairs(passage, places, &low, &high);
  low = _mm512_and_si512(low, head);
  high = _mm512_and_si512(high, tail);
  _mm512_storeu_si512(found->rest + number, unknown_rests(low, high));
  low = _mm512_or_si512(low, _mm512_and_si512(head, each(small)));
  high = _mm512_or_si512(high, _mm512_and_si512(tail, each(small)));
  _mm512_storeu_si512(found->low + number, low);
  _mm512_storeu_si512(found->high + number, high);
  _mm512_storeu_si512(found->place + number, places_of(table, low, high));
  return _mm256_test_epi32_mask(ends, _mm256_set1_epi32(1)) | _mm512_cmpgt_epi64_mask(bits, each(most_bytes * 8));
}

/// Looks eight runs up.
AVX512 static inline void look_up_eight(const struct cv_voice_table *table, struct looked_up *found, size_t number) {
  _Static_assert(sizeof(struct cv_voice_word) == 32 && offsetof(struct cv_voice_word, entry) == 16, "a word is four numbers");
  struct four words = load_words((const uint8_t *)table->words, found->place + number);
  __m512i low = _mm512_loadu_si512(found->low + number), high = _mm512_loadu_si512(found->high + number);
  __m512i rest = _mm512_loadu_si512(found->rest + number);
  __m512i differs = _mm512_or_si512(_mm512_xor_si512(words.first, low), _mm512_xor_si512(words.second, high));
  __mmask8 is_known = _mm512_testn_epi64_mask(differs, differs);
  _mm512_storeu_si512(found->classes + number, _mm512_maskz_slli_epi64(is_known, words.third, 32));
  // No number is in the table, but marks are, which have no letters either.
  __m512i known = _mm512_or_si512(_mm512_shldi_epi64(words.fourth, words.third, 32), _mm512_and_si512(rest, each_flags(UINT16_MAX)));
  _mm512_storeu_si512(found->rest + number, _mm512_mask_mov_epi64(rest, is_known, known));
}

/// Looks up the special runs that are words with an apostrophe, which are no longer special then.
AVX512 static inline void look_up_apostrophes(const struct cv_voice_table *table, const struct cv_voice_text *text, const struct cv_voice_scan *scan,
                                              struct looked_up *found) {
  for (uint64_t left = found->special; left != 0; left &= left - 1) {
    size_t number = (size_t)__builtin_ctzll(left), run = found->first + number;
    size_t start = text->runs.starts[run], end = text->runs.ends[run] / 2;
    struct cv_voice_entry entry;
    if (!entry_with_apostrophe(table, text, scan, scan->start + start, end - start, &entry)) continue;
    found->classes[number] = (uint64_t)entry.classes << 32;
    found->rest[number] = (uint32_t)entry.index | (uint64_t)entry.kind << 32 | (uint64_t)entry.form << 40 | (uint64_t)entry.flags << 48;
    found->special ^= left & (0 - left);
  }
}

/// Looks up the runs from `scan->run` on and before `limit`, as many as there is room for.
AVX512 static inline void look_up_runs(const struct cv_voice_table *table, const struct cv_voice_text *text, const struct cv_voice_scan *scan, size_t limit,
                                       struct looked_up *found) {
  found->first = scan->run;
  found->count = limit - scan->run < most_looked_up ? limit - scan->run : most_looked_up;
  found->special = 0;
  for (size_t number = 0; number < found->count; number += 8) {
    size_t rest = found->count - number;
    __mmask8 lanes = (__mmask8)(rest < 8 ? (1u << rest) - 1 : 0xFF);
    found->special |= (uint64_t)read_keys(table, text, text->bytes + scan->start, lanes, found, number) << number;
  }
  for (size_t number = 0; number < found->count; number += 8) look_up_eight(table, found, number);
  look_up_apostrophes(table, text, scan, found);
}

/// Eight tokens of three numbers each, written one behind the other.
AVX512 static inline void write_eight(struct cv_voice_token *tokens, __m512i start, __m512i middle, __m512i last) {
  const __m512i two[3] = {_mm512_setr_epi64(0, 8, 0, 1, 9, 0, 2, 10), _mm512_setr_epi64(0, 3, 11, 0, 4, 12, 0, 5),
                          _mm512_setr_epi64(13, 0, 6, 14, 0, 7, 15, 0)};
  const __m512i three[3] = {_mm512_setr_epi64(0, 1, 8, 3, 4, 9, 6, 7), _mm512_setr_epi64(10, 1, 2, 11, 4, 5, 12, 7),
                            _mm512_setr_epi64(0, 13, 2, 3, 14, 5, 6, 15)};
  for (int part = 0; part < 3; part++) {
    __m512i mixed = _mm512_permutex2var_epi64(_mm512_permutex2var_epi64(start, two[part], middle), three[part], last);
    _mm512_storeu_si512((uint8_t *)tokens + part * 64, mixed);
  }
}

/// Writes the tokens of `count` runs that have been looked up, the first of them `scan->run`, and up to seven more behind.
AVX512 static inline void write_runs(const struct cv_voice_text *text, const struct looked_up *found, size_t count, struct cv_voice_scan *scan) {
  const uint32_t *starts = text->runs.starts + scan->run, *ends = text->runs.ends + scan->run;
  const uint64_t *all_classes = found->classes + (scan->run - found->first), *rests = found->rest + (scan->run - found->first);
  struct cv_voice_token *tokens = (struct cv_voice_token *)scan->tokens + scan->count;
  int32_t *noted = scan->cues + scan->cue_count;
  // One byte back where a blank stands before the next, since nothing but blanks stands between two runs.
  __m512i from = each(scan->offset - scan->start - (scan->after_blank != 0));
  __m256i numbers = _mm256_add_epi32(_mm256_set1_epi32((int32_t)scan->count), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
  for (size_t number = 0; number < count; number += 8) {
    __m512i start = _mm512_cvtepu32_epi64(_mm256_loadu_si256((const __m256i *)(starts + number)));
    __m512i end = _mm512_cvtepu32_epi64(_mm256_srli_epi32(_mm256_loadu_si256((const __m256i *)(ends + number)), 1));
    __m512i classes = _mm512_loadu_si512(all_classes + number), rest = _mm512_loadu_si512(rests + number);
    __mmask8 is_after_blank = _mm512_cmpneq_epi64_mask(_mm512_alignr_epi64(end, from, 7), start);
    from = end;
    rest = _mm512_mask_or_epi64(rest, is_after_blank, rest, each_flags(cv_flag_after_blank));
    __m512i middle = _mm512_mask_mov_epi32(_mm512_sub_epi64(end, start), 0xAAAA, classes);
    write_eight(tokens + number, _mm512_add_epi64(start, each(scan->start)), middle, rest);
    unsigned is_noted = _mm512_test_epi64_mask(rest, each_flags(cv_flags_noted));
    if (count - number < 8) is_noted &= (1u << (count - number)) - 1;
    _mm256_storeu_si256((__m256i *)noted, _mm256_maskz_compress_epi32((__mmask8)is_noted, numbers));
    noted += __builtin_popcount(is_noted);
    numbers = _mm256_add_epi32(numbers, _mm256_set1_epi32(8));
  }
  scan->offset = scan->start + ends[count - 1] / 2;
  scan->after_blank = 0;
  scan->run += count;
  scan->count += count;
  scan->cue_count = (size_t)(noted - scan->cues);
}

/// Reads the runs before the next special one and before `limit`.
AVX512 static inline void eight_runs(const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan, size_t limit,
                                     struct looked_up *found) {
  while (scan->run < limit) {
    if (scan->run - found->first >= found->count) look_up_runs(table, text, scan, limit, found);
    size_t from = scan->run - found->first, count = found->count - from;
    uint64_t special = found->special >> from;
    size_t before = special != 0 ? (size_t)__builtin_ctzll(special) : count;
    if (before > 0) write_runs(text, found, before, scan);
    if (before < count) return;
  }
}
#endif
