#include "CVectors.h"
#include <string.h>

/// The next mark from `place` on; `count` where there is none.
static inline size_t next_mark(const uint64_t *marks, size_t place, size_t count) {
  if (place >= count) return count;
  size_t block = place / 64, last = (count - 1) / 64;
  uint64_t mask = marks[block] & UINT64_MAX << place % 64;
  while (mask == 0) {
    if (block == last) return count;
    mask = marks[++block];
  }
  return block * 64 + (size_t)__builtin_ctzll(mask);
}

size_t cv_string_end(const uint8_t *text, size_t count, const uint64_t *marks, size_t start, int *is_escaped) {
  size_t place = start;
  *is_escaped = 0;
  while ((place = next_mark(marks, place, count)) < count) {
    if (text[place] == '"') return place;
    if (text[place] != '\\') return count;
    *is_escaped = 1;
    place += 2;
  }
  return count;
}

/// What the letter behind a backslash stands for; 0 for what takes more than one letter, and for what is none.
static const uint8_t escapes[128] = {['n'] = '\n', ['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['t'] = '\t', ['r'] = '\r', ['b'] = '\b', ['f'] = '\f'};

enum { copied_at_once = 32 };

/// Copies whole blocks where these lie in the text: what is copied too much the next copy overwrites.
static inline void copy(const uint8_t *text, size_t count, size_t from, size_t to, uint8_t *out) {
  for (; from < to && from + copied_at_once <= count; from += copied_at_once, out += copied_at_once) memcpy(out, text + from, copied_at_once);
  for (; from < to; from++) *out++ = text[from];
}

void cv_unescape(const uint8_t *text, size_t count, const uint64_t *marks, size_t end, uint8_t *out, struct cv_unescaping *state) {
  while (state->from < end) {
    size_t mark = next_mark(marks, state->from, count);
    if (mark > end) mark = end;
    copy(text, count, state->from, mark, out + state->written);
    state->written += mark - state->from;
    state->from = mark;
    if (mark + 1 >= end) return;
    uint8_t letter = text[mark + 1] < 128 ? escapes[text[mark + 1]] : 0;
    if (letter == 0) return;
    out[state->written++] = letter;
    state->from += 2;
  }
}
