#include "CVectors.h"
#include "targets.h"
#include <string.h>

size_t cv_string_end(const uint8_t *text, size_t count, const struct cv_json_block *blocks, size_t start, int *is_escaped) {
  *is_escaped = 0;
  if (start >= count) return count;
  size_t block = start / 64, last = (count - 1) / 64;
  uint64_t from = UINT64_MAX << start % 64, ends = blocks[block].ends & from, within = blocks[block].escapes & from, escapes = 0;
  while (ends == 0) {
    if (block == last) return count;
    escapes |= within;
    block++;
    ends = blocks[block].ends;
    within = blocks[block].escapes;
  }
  *is_escaped = (escapes | (within & ((ends & -ends) - 1))) != 0;
  size_t end = block * 64 + (size_t)__builtin_ctzll(ends);
  return text[end] == '"' ? end : count;
}

/// What the letter behind a backslash stands for; 0 for what takes more than one letter, and for what is none.
static const uint8_t meanings[128] __attribute__((aligned(64))) = {
    ['n'] = '\n', ['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['t'] = '\t', ['r'] = '\r', ['b'] = '\b', ['f'] = '\f'};

#if defined(__x86_64__)
/// Bytes ahead of those at hand: as far as the end of most records, so that the next comes from memory while this one is worked on.
enum { fetched_ahead = 8192 };

/// Where a copy stands: letters written, and whether the next block's first byte is escaped.
struct copying {
  size_t written;
  uint64_t escaped_first;
};

/// The wanted bytes of a block without their backslashes, pressed together; gives the escaped bytes that stand for no one letter, before which it stops.
AVX512 static inline __attribute__((always_inline)) uint64_t copy_block(const uint8_t *text, uint64_t wanted, uint64_t escapes, uint8_t *out,
                                                                        struct copying *state) {
  const __m512i low = _mm512_load_si512(meanings), high = _mm512_load_si512(meanings + 64);
  uint64_t escaped = escapes << 1 | state->escaped_first;
  __m512i bytes = wanted == UINT64_MAX ? _mm512_loadu_si512((const void *)text) : _mm512_maskz_loadu_epi8(wanted, text);
  __m512i meant = _mm512_permutex2var_epi8(low, bytes, high);
  uint64_t unknown = escaped & ~_mm512_mask_test_epi8_mask(~_mm512_movepi8_mask(bytes), meant, meant);
  if (unknown) wanted &= (unknown & -unknown) - 1;
  uint64_t kept = wanted & ~escapes;
  _mm512_storeu_si512(out + state->written, _mm512_maskz_compress_epi8(kept, _mm512_mask_mov_epi8(bytes, escaped, meant)));
  state->written += (size_t)__builtin_popcountll(kept);
  state->escaped_first = escapes >> 63;
  return unknown;
}

AVX512 static void unescape_avx512(const uint8_t *text, const struct cv_json_block *blocks, size_t end, uint8_t *out, struct cv_unescaping *state) {
  // Not in the caller's memory, which a write to `out` might change for all that the compiler knows.
  struct copying copying = {.written = state->written, .escaped_first = 0};
  size_t base = state->from / 64 * 64, last = end / 64 * 64;
  uint64_t wanted = UINT64_MAX << state->from % 64, unknown = 0;
  for (; base < last; base += 64, wanted = UINT64_MAX) {
    _mm_prefetch((const char *)text + base + fetched_ahead, _MM_HINT_T0);
    if (wanted == UINT64_MAX) unknown = copy_block(text + base, UINT64_MAX, blocks[base / 64].escapes, out, &copying);
    else unknown = copy_block(text + base, wanted, blocks[base / 64].escapes & wanted, out, &copying);
    if (unknown) break;
  }
  if (!unknown && base < end) {
    wanted &= (1ull << end % 64) - 1;
    unknown = copy_block(text + base, wanted, blocks[base / 64].escapes & wanted, out, &copying);
  }
  state->from = unknown ? base + (size_t)__builtin_ctzll(unknown) - 1 : end;
  state->written = copying.written;
}
#endif

enum { copied_at_once = 32 };

/// Copies whole blocks where these lie in the text: what is copied too much the next copy overwrites.
static inline void copy(const uint8_t *text, size_t count, size_t from, size_t to, uint8_t *out) {
  for (; from < to && from + copied_at_once <= count; from += copied_at_once, out += copied_at_once) memcpy(out, text + from, copied_at_once);
  for (; from < to; from++) *out++ = text[from];
}

/// The next escape from `place` on; `end` where there is none.
static inline size_t next_escape(const struct cv_json_block *blocks, size_t place, size_t end) {
  if (place >= end) return end;
  size_t block = place / 64, last = (end - 1) / 64;
  uint64_t escapes = blocks[block].escapes & UINT64_MAX << place % 64;
  while (escapes == 0 && block < last) escapes = blocks[++block].escapes;
  size_t found = escapes ? block * 64 + (size_t)__builtin_ctzll(escapes) : end;
  return found < end ? found : end;
}

static void unescape_plain(const uint8_t *text, size_t count, const struct cv_json_block *blocks, size_t end, uint8_t *out, struct cv_unescaping *state) {
  while (state->from < end) {
    size_t escape = next_escape(blocks, state->from, end);
    copy(text, count, state->from, escape, out + state->written);
    state->written += escape - state->from;
    state->from = escape;
    if (escape + 1 >= end) return;
    uint8_t letter = text[escape + 1] < 128 ? meanings[text[escape + 1]] : 0;
    if (letter == 0) return;
    out[state->written++] = letter;
    state->from += 2;
  }
}

void cv_unescape(enum cv_path path, const uint8_t *text, size_t count, const struct cv_json_block *blocks, size_t end, uint8_t *out,
                 struct cv_unescaping *state) {
#if defined(__x86_64__)
  if (path == cv_avx512) return unescape_avx512(text, blocks, end, out, state);
#endif
  unescape_plain(text, count, blocks, end, out, state);
}
