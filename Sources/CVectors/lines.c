#include "CVectors.h"
#include "lines.h"
#include <string.h>

#if defined(__x86_64__)
static size_t sse2_line_end(const uint8_t *text, size_t blocks) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    uint64_t ends = sse2_ends(text);
    if (ends) return block * 64 + (size_t)__builtin_ctzll(ends);
  }
  return blocks * 64;
}

AVX2 static size_t avx2_line_end(const uint8_t *text, size_t blocks) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    uint64_t ends = avx2_ends(text);
    if (ends) return block * 64 + (size_t)__builtin_ctzll(ends);
  }
  return blocks * 64;
}

AVX512 static size_t avx512_line_end(const uint8_t *text, size_t blocks) {
  for (size_t block = 0; block < blocks; block++, text += 64) {
    uint64_t ends = avx512_ends(text);
    if (ends) return block * 64 + (size_t)__builtin_ctzll(ends);
  }
  return blocks * 64;
}
#endif

size_t cv_line_end(enum cv_path path, const uint8_t *text, size_t count) {
  size_t end = 0;
#if defined(__x86_64__)
  switch (path) {
  case cv_plain: break;
  case cv_sse2: end = sse2_line_end(text, count / 64); break;
  case cv_avx2: end = avx2_line_end(text, count / 64); break;
  case cv_avx512: end = avx512_line_end(text, count / 64); break;
  }
#else
  (void)path;
#endif
  while (end < count && text[end] != '\n' && text[end] != '\r') end++;
  return end;
}

/// Whether lines end in a block follows no pattern: all are written, and those without are written over.
static inline __attribute__((always_inline)) struct cv_ending_blocks mark(uint64_t (*ends)(const uint8_t *), const uint8_t *text, size_t count, struct cv_ending_blocks marks) {
  uint8_t last[64] = {0};
  for (size_t start = 0; start < count; start += 64) {
    int is_whole = count - start >= 64;
    if (!is_whole) memcpy(last, text + start, count - start);
    uint64_t mask = ends(is_whole ? text + start : last);
    marks.masks[marks.block_count] = mask;
    marks.starts[marks.block_count] = (uint32_t)start;
    marks.block_count += mask != 0;
  }
  for (size_t block = 0; block < marks.block_count; block++) marks.count += (size_t)__builtin_popcountll(marks.masks[block]);
  return marks;
}

/// The bytes of a word that are `byte`, as their top bits: the sum carries into no other (Hacker's Delight, 2nd edition, section 6-1).
static inline uint64_t plain_are(uint64_t word, uint8_t byte) {
  const uint64_t tops = 0x8080808080808080u;
  uint64_t difference = word ^ byte * 0x0101010101010101u;
  return ~(((difference & ~tops) + ~tops) | difference) & tops;
}

static uint64_t plain_ends(const uint8_t *text) {
  uint64_t ends = 0;
  for (int part = 0; part < 64; part += 8) {
    uint64_t word = 0;
    for (int byte = 0; byte < 8; byte++) word |= (uint64_t)text[part + byte] << 8 * byte;
    uint64_t tops = plain_are(word, '\n') | plain_are(word, '\r');
    ends |= ((tops >> 7) * 0x0102040810204080u >> 56) << part;
  }
  return ends;
}

#if defined(__x86_64__)
AVX2 static struct cv_ending_blocks mark_avx2(const uint8_t *text, size_t count, struct cv_ending_blocks marks) { return mark(avx2_ends, text, count, marks); }

AVX512 static struct cv_ending_blocks mark_avx512(const uint8_t *text, size_t count, struct cv_ending_blocks marks) { return mark(avx512_ends, text, count, marks); }
#endif

void cv_line_ends(enum cv_path path, const uint8_t *text, size_t count, struct cv_ending_blocks *marks) {
  struct cv_ending_blocks none = {.masks = marks->masks, .starts = marks->starts};
#if defined(__x86_64__)
  switch (path) {
  case cv_plain: break;
  case cv_sse2: *marks = mark(sse2_ends, text, count, none); return;
  case cv_avx2: *marks = mark_avx2(text, count, none); return;
  case cv_avx512: *marks = mark_avx512(text, count, none); return;
  }
#else
  (void)path;
#endif
  *marks = mark(plain_ends, text, count, none);
}
