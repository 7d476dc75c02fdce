#include "CVectors.h"
#include "mark_places.h"
#include "targets.h"
#include <string.h>

// The first bytes of characters that may be quotation marks, with those of all of ASCII that are.
static inline int may_begin(uint8_t byte) {
  return byte == '"' || byte == '\'' || byte == '`' || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

/// Whether a block has marks follows no pattern: all are listed, and those without are written over. Of a copy, which stands in registers.
static inline void add(struct cv_marks *marks, size_t block, uint64_t mask) {
  // The empty statement has the mask asked in a register of its own: masks of vectors have one port for all questions.
  __asm__("" : "+r"(mask));
  marks->masks[block] = mask;
  marks->firsts[block] = (uint32_t)marks->count;
  marks->listed[marks->listed_count] = (uint32_t)block;
  marks->listed_count += mask != 0;
  marks->count += (size_t)__builtin_popcountll(mask);
}

static inline struct cv_marks quotes_plain(const uint8_t *text, size_t count, struct cv_marks marks) {
  for (size_t block = 0; block <= count / 64; block++) {
    uint64_t mask = 0;
    for (size_t place = block * 64; place < count && place < block * 64 + 64; place++) mask |= (uint64_t)may_begin(text[place]) << place % 64;
    add(&marks, block, mask);
  }
  return marks;
}

#if defined(__x86_64__)
static inline __m128i sse2_quotes(const uint8_t *text) {
  __m128i bytes = _mm_loadu_si128((const __m128i *)text);
  __m128i straight = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\'')));
  __m128i back = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('`')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xC2)));
  // 0xE2 and 0xE3 differ in the lowest bit.
  __m128i general = _mm_cmpeq_epi8(_mm_or_si128(bytes, _mm_set1_epi8(1)), _mm_set1_epi8((char)0xE3));
  return _mm_or_si128(_mm_or_si128(straight, back), _mm_or_si128(general, _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xEF))));
}

static inline uint64_t sse2_block(const uint8_t *text) {
  uint64_t mask = 0;
  for (int part = 0; part < 4; part++) mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(sse2_quotes(text + part * 16)) << part * 16;
  return mask;
}

static struct cv_marks quotes_sse2(const uint8_t *text, size_t count, struct cv_marks marks) {
  uint8_t rest[64] = {0};
  size_t whole = count / 64;
  for (size_t block = 0; block < whole; block++) add(&marks, block, sse2_block(text + block * 64));
  if (count > whole * 64) memcpy(rest, text + whole * 64, count - whole * 64);
  add(&marks, whole, sse2_block(rest));
  return marks;
}

/// A mark of ASCII stands in the table where its lowest four bits say; what is beyond ASCII finds a zero there.
AVX2 static inline uint64_t avx2_half(const uint8_t *text) {
  const __m256i table = _mm256_broadcastsi128_si256(_mm_setr_epi8('`', -1, '"', -1, -1, -1, -1, '\'', -1, -1, -1, -1, -1, -1, -1, -1));
  __m256i bytes = _mm256_loadu_si256((const __m256i *)text);
  __m256i ascii = _mm256_cmpeq_epi8(_mm256_shuffle_epi8(table, bytes), bytes);
  __m256i general = _mm256_cmpeq_epi8(_mm256_or_si256(bytes, _mm256_set1_epi8(1)), _mm256_set1_epi8((char)0xE3));
  __m256i others = _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)0xC2)), _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)0xEF)));
  return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(ascii, _mm256_or_si256(general, others)));
}

AVX2 static inline uint64_t avx2_block(const uint8_t *text) { return avx2_half(text) | avx2_half(text + 32) << 32; }

AVX2 static struct cv_marks quotes_avx2(const uint8_t *text, size_t count, struct cv_marks marks) {
  uint8_t rest[64] = {0};
  size_t whole = count / 64;
  for (size_t block = 0; block < whole; block++) add(&marks, block, avx2_block(text + block * 64));
  if (count > whole * 64) memcpy(rest, text + whole * 64, count - whole * 64);
  add(&marks, whole, avx2_block(rest));
  return marks;
}

/// Of each of these bytes a sum of its bits is its place in a table of the one byte that has the sum and may begin a mark: no two have the same.
AVX512 static inline uint64_t avx512_block(__m512i bytes, __m512i table) {
  // What comes over from the byte beside lies in the highest bit, which the look-up passes over.
  __m512i sums = _mm512_xor_si512(bytes, _mm512_srli_epi16(bytes, 1));
  return _mm512_cmpeq_epi8_mask(_mm512_permutexvar_epi8(sums, table), bytes);
}

AVX512 static __m512i avx512_table(void) {
  static const uint8_t marks[] = {'"', '\'', '`', 0xC2, 0xE2, 0xE3, 0xEF};
  uint8_t table[64];
  // Zeros have the sum 0, where a 1 stands.
  memset(table, 0, 64);
  table[0] = 1;
  for (size_t mark = 0; mark < sizeof marks; mark++) table[(marks[mark] ^ marks[mark] >> 1) & 63] = marks[mark];
  return _mm512_loadu_si512(table);
}

AVX512 static struct cv_marks quotes_avx512(const uint8_t *text, size_t count, struct cv_marks marks) {
  __m512i table = avx512_table();
  size_t whole = count / 64;
  for (size_t block = 0; block < whole; block++) add(&marks, block, avx512_block(_mm512_loadu_si512(text + block * 64), table));
  __mmask64 rest = ((uint64_t)1 << count % 64) - 1;
  add(&marks, whole, rest ? avx512_block(_mm512_maskz_loadu_epi8(rest, text + whole * 64), table) : 0);
  return marks;
}
#endif

static struct cv_marks quotes(enum cv_path path, const uint8_t *text, size_t count, struct cv_marks marks) {
#if defined(__x86_64__)
  if (path == cv_avx512) return quotes_avx512(text, count, marks);
  if (path == cv_avx2) return quotes_avx2(text, count, marks);
  if (path == cv_sse2) return quotes_sse2(text, count, marks);
#endif
  return quotes_plain(text, count, marks);
}

void cv_quotes(enum cv_path path, const uint8_t *text, size_t count, struct cv_marks *marks) {
  marks->listed_count = marks->count = 0;
  *marks = quotes(path, text, count, *marks);
}

static inline void write_places(struct cv_marks marks, uint32_t *places) {
  for (size_t listed = 0; listed < marks.listed_count; listed++) {
    uint32_t block = marks.listed[listed];
    places += write_mark_places(marks.masks[block], block * 64, places);
  }
}

#if defined(__x86_64__)
AVX2 static void write_places_avx2(struct cv_marks marks, uint32_t *places) { write_places(marks, places); }
#endif

void cv_quote_places(enum cv_path path, const struct cv_marks *marks, uint32_t *places) {
#if defined(__x86_64__)
  if (path == cv_avx2 || path == cv_avx512) return write_places_avx2(*marks, places);
#endif
  write_places(*marks, places);
}

static inline uint32_t marks_before(const struct cv_marks *marks, uint32_t place) {
  uint64_t before = marks->masks[place / 64] & (((uint64_t)1 << place % 64) - 1);
  return marks->firsts[place / 64] + (uint32_t)__builtin_popcountll(before);
}

/// Whether a stretch has any follows no pattern: all are listed, and those without are written over.
static inline size_t marked_stretches(struct cv_marks marks, const struct cv_named_stretch *stretches, size_t count, struct cv_marked_stretch *marked) {
  size_t found = 0;
  for (size_t stretch = 0; stretch < count; stretch++) {
    uint32_t first = marks_before(&marks, stretches[stretch].start), end = marks_before(&marks, stretches[stretch].end);
    marked[found] = (struct cv_marked_stretch){first, end, stretches[stretch].name};
    found += end > first;
  }
  return found;
}

#if defined(__x86_64__)
AVX2 static size_t marked_stretches_avx2(struct cv_marks marks, const struct cv_named_stretch *stretches, size_t count,
                                         struct cv_marked_stretch *marked) {
  return marked_stretches(marks, stretches, count, marked);
}
#endif

size_t cv_marked_stretches(enum cv_path path, const struct cv_marks *marks, const struct cv_named_stretch *stretches, size_t count,
                           struct cv_marked_stretch *marked) {
#if defined(__x86_64__)
  if (path == cv_avx2 || path == cv_avx512) return marked_stretches_avx2(*marks, stretches, count, marked);
#endif
  return marked_stretches(*marks, stretches, count, marked);
}
