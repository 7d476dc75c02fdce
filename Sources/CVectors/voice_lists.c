#include "CVectors.h"
#include "targets.h"
#include <stddef.h>

// The lists of a passage's tokens at which rules begin. Numbers are written to each list for every token that was noted and counted where they belong there, so
// that no branch depends on what stands where.

static void plain_lists(uint32_t function_classes, struct cv_voice_scan *scan) {
  const struct cv_voice_token *all = scan->tokens;
  int32_t *stops = scan->stops, *marks = scan->marks, *cues = scan->cues, *names = scan->names;
  size_t stop_count = 0, mark_count = 0, cue_count = 0, name_count = 0, count = scan->cue_count;
  uint32_t seen = 0;
  for (size_t place = 0; place < count; place++) {
    int32_t number = cues[place];
    uint32_t flags = all[number].entry.flags;
    seen |= flags;
    stops[stop_count] = number;
    stop_count += (flags & (cv_flag_ending | cv_flag_ends_in_stop)) != 0;
    marks[mark_count] = number;
    mark_count += flags / cv_flag_quotes & 1;
    names[name_count] = number;
    size_t is_function = (all[number].entry.classes & function_classes) != 0;
    name_count += flags & cv_flag_capitalized & (flags / cv_flag_all_capitals | (is_function ^ 1));
    cues[cue_count] = number;
    cue_count += flags / cv_flag_cue & 1;
  }
  scan->stop_count = stop_count;
  scan->mark_count = mark_count;
  scan->cue_count = cue_count;
  scan->name_count = name_count;
  scan->holds_dash = (seen & cv_flag_dash) != 0;
}

#if defined(__x86_64__)
AVX512 static inline size_t append(int32_t *list, size_t count, __m512i numbers, __mmask16 belong) {
  _mm512_storeu_si512(list + count, _mm512_maskz_compress_epi32(belong, numbers));
  return count + (size_t)__builtin_popcount(belong);
}

/// Of each token four bytes.
AVX512 static inline __m512i fields(__mmask16 lanes, __m512i numbers, const void *tokens, size_t offset) {
  // A token is three times eight bytes.
  __m512i eights = _mm512_add_epi32(numbers, _mm512_add_epi32(numbers, numbers));
  return _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), lanes, eights, (const char *)tokens + offset, 8);
}

/// Sixteen at a time.
AVX512 static void avx512_lists(uint32_t function_classes, struct cv_voice_scan *scan) {
  enum { last = offsetof(struct cv_voice_token, entry) + offsetof(struct cv_voice_entry, kind), classes_at = offsetof(struct cv_voice_token, entry) };
  size_t stop_count = 0, mark_count = 0, cue_count = 0, name_count = 0, count = scan->cue_count;
  __mmask16 dashes = 0;
  for (size_t place = 0; place < count; place += 16) {
    __mmask16 lanes = (__mmask16)(count - place < 16 ? (1u << (count - place)) - 1 : 0xFFFF);
    __m512i numbers = _mm512_loadu_si512(scan->cues + place);
    __m512i flags = _mm512_srli_epi32(fields(lanes, numbers, scan->tokens, last), 16), classes = fields(lanes, numbers, scan->tokens, classes_at);
    __mmask16 is_name = _mm512_testn_epi32_mask(classes, _mm512_set1_epi32((int)function_classes));
    is_name |= _mm512_test_epi32_mask(flags, _mm512_set1_epi32(cv_flag_all_capitals));
    stop_count = append(scan->stops, stop_count, numbers, _mm512_test_epi32_mask(flags, _mm512_set1_epi32(cv_flag_ending | cv_flag_ends_in_stop)));
    mark_count = append(scan->marks, mark_count, numbers, _mm512_test_epi32_mask(flags, _mm512_set1_epi32(cv_flag_quotes)));
    name_count = append(scan->names, name_count, numbers, is_name & _mm512_test_epi32_mask(flags, _mm512_set1_epi32(cv_flag_capitalized)));
    // Not farther than what has been read.
    cue_count = append(scan->cues, cue_count, numbers, _mm512_test_epi32_mask(flags, _mm512_set1_epi32(cv_flag_cue)));
    dashes |= _mm512_test_epi32_mask(flags, _mm512_set1_epi32(cv_flag_dash));
  }
  scan->stop_count = stop_count;
  scan->mark_count = mark_count;
  scan->cue_count = cue_count;
  scan->name_count = name_count;
  scan->holds_dash = dashes != 0;
}
#endif

void cv_voice_lists(enum cv_path path, uint32_t function_classes, struct cv_voice_scan *scan) {
#if defined(__x86_64__)
  if (path == cv_avx512) return avx512_lists(function_classes, scan);
#endif
  (void)path;
  plain_lists(function_classes, scan);
}
