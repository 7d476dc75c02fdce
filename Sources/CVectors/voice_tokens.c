#include "voice_eights.h"
#include "voice_joined.h"

// Runs that are not special are one token each, words, numbers and marks alike: looked up in one table and listed by what it says, all of them in one loop in
// which no branch depends on what they are. Sixteen bytes are read at a time as two numbers, which are the word's key at once. Numbers are written to each list
// for every token and counted where they belong there.

/// Writes the token of a mark.
static inline void write_mark(struct cv_voice_scan *scan, unsigned kind, int32_t index, uint32_t flags, size_t byte_count) {
  struct cv_voice_entry entry = {.index = index, .kind = (uint8_t)kind, .flags = (uint16_t)(flags | scan->after_blank)};
  write_word(scan, scan->offset, scan->offset + byte_count, entry);
  scan->offset += byte_count;
  scan->after_blank = 0;
}

/// Up to where sixteen bytes can be read of each run, counted in runs.
static inline size_t readable_runs(const struct cv_voice_text *text, const struct cv_voice_scan *scan) {
  size_t count = text->runs.count, readable = text->count - scan->start;
  if (scan->end + most_bytes > text->count) {
    while (count > 0 && text->runs.starts[count - 1] + most_bytes > readable) count--;
  }
  return count;
}

/// Reads the runs before the next special one and before `limit`.
static inline __attribute__((always_inline)) void plain_runs(const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan,
                                                             size_t limit, struct looked_up *found) {
  (void)found;
  size_t passage_start = scan->start, run = scan->run;
  const uint8_t *passage = text->bytes + passage_start;
  const uint32_t *starts = text->runs.starts, *ends = text->runs.ends;
  // In registers while reading.
  struct cv_voice_table known = *table;
  struct cv_voice_token *token = (struct cv_voice_token *)scan->tokens + scan->count;
  int32_t number = (int32_t)scan->count;
  int32_t *noted = scan->cues + scan->cue_count;
  // One byte back where a blank stands before the next, since nothing but blanks stands between two runs.
  int64_t from = (int64_t)(scan->offset - passage_start) - (scan->after_blank != 0);
  for (; run < limit; run++) {
    size_t start = starts[run], end = ends[run] / 2, length = end - start;
    if (__builtin_expect(length > most_bytes || ends[run] % 2 != 0, 0)) break;
    struct key key = key_of(passage + start, length);
    token->entry = cv_voice_look_up(&known, key.low, key.high);
    // Numbers are in no table; marks, which have no letters either, are.
    token->entry.kind |= (uint8_t)((token->entry.kind == cv_kind_word) & !has_letters(&key));
    uint32_t after_blank = (uint32_t)((uint64_t)(from - (int64_t)start) >> 52) & cv_flag_after_blank;
    token->entry.flags |= (uint16_t)(key.capitals | after_blank);
    token->start = (int64_t)(passage_start + start);
    token->byte_count = (uint32_t)length;
    *noted = number++;
    noted += (token->entry.flags & cv_flags_noted) != 0;
    token++;
    from = (int64_t)end;
  }
  if ((size_t)number > scan->count) {
    scan->offset = passage_start + (size_t)from;
    scan->after_blank = 0;
  }
  scan->run = run;
  scan->count = (size_t)number;
  scan->cue_count = (size_t)(noted - scan->cues);
}

struct cv_voice_word cv_voice_mark(size_t number) {
  // Their bytes as `key_of` has them: with the bit that makes letters small.
  static const struct cv_voice_word marks[] = {
      {'!', 0, {0, -1, cv_kind_stop, 0, cv_flag_ending}},
      {'"', 0, {0, cv_mark_straight_double, cv_kind_mark, 0, cv_flag_quotes}},
      {'#', 0, {0, -1, cv_kind_other, 0, 0}},
      {'$', 0, {0, -1, cv_kind_other, 0, 0}},
      {'%', 0, {0, -1, cv_kind_other, 0, 0}},
      {'\'', 0, {0, cv_mark_straight_single, cv_kind_mark, 0, cv_flag_quotes}},
      {'(', 0, {0, -1, cv_kind_open_bracket, 0, 0}},
      {')', 0, {0, -1, cv_kind_close_bracket, 0, cv_flag_ending}},
      {'*', 0, {0, -1, cv_kind_other, 0, 0}},
      {'+', 0, {0, -1, cv_kind_other, 0, 0}},
      {',', 0, {0, -1, cv_kind_comma, 0, 0}},
      {'.', 0, {0, -1, cv_kind_stop, 0, cv_flag_ending}},
      {'/', 0, {0, -1, cv_kind_slash, 0, 0}},
      {':', 0, {0, -1, cv_kind_colon, 0, 0}},
      {';', 0, {0, -1, cv_kind_semicolon, 0, 0}},
      {'<', 0, {0, -1, cv_kind_other, 0, 0}},
      {'=', 0, {0, -1, cv_kind_other, 0, 0}},
      {'>', 0, {0, -1, cv_kind_other, 0, 0}},
      {'?', 0, {0, -1, cv_kind_stop, 0, cv_flag_ending}},
      {0xB3A0E2, 0, {0, -1, cv_kind_dash, 0, cv_flag_dash}},
      {0xB4A0E2, 0, {0, -1, cv_kind_dash, 0, cv_flag_dash}},
      {0xB8A0E2, 0, {0, cv_mark_left_single, cv_kind_mark, 0, cv_flag_quotes}},
      {0xB9A0E2, 0, {0, cv_mark_right_single, cv_kind_mark, 0, cv_flag_quotes}},
      {0xBCA0E2, 0, {0, cv_mark_left_double, cv_kind_mark, 0, cv_flag_quotes}},
      {0xBDA0E2, 0, {0, cv_mark_right_double, cv_kind_mark, 0, cv_flag_quotes}},
  };
  static const struct cv_voice_word none = {0, 0, {0, -1, 0, 0, 0}};
  return number < sizeof marks / sizeof marks[0] ? marks[number] : none;
}

/// How many times the byte at the next place stands there.
static inline size_t repetitions(const uint8_t *bytes, const struct cv_voice_scan *scan) {
  size_t at = scan->offset + 1;
  while (at < scan->end && bytes[at] == bytes[scan->offset]) at++;
  return at - scan->offset;
}

/// A hyphen set off by blanks, or two of them, serve as a dash.
static inline void hyphens(const uint8_t *bytes, struct cv_voice_scan *scan) {
  size_t count = repetitions(bytes, scan), behind = scan->offset + count;
  int is_set_off = scan->after_blank != 0 && (behind == scan->end || class_of[bytes[behind]] == blank);
  if (count > 1 || is_set_off) return write_mark(scan, cv_kind_dash, -1, cv_flag_dash, count);
  write_mark(scan, cv_kind_other, -1, 0, count);
}

/// Reads a mark of ASCII.
static inline void mark_of_ascii(const uint8_t *bytes, struct cv_voice_scan *scan) {
  int is_doubled = scan->offset + 1 < scan->end && bytes[scan->offset + 1] == bytes[scan->offset];
  switch (bytes[scan->offset]) {
  case '"': return write_mark(scan, cv_kind_mark, cv_mark_straight_double, cv_flag_quotes, 1);
  case ',': return write_mark(scan, cv_kind_comma, -1, 0, 1);
  case '.': return write_mark(scan, is_doubled ? cv_kind_ellipsis : cv_kind_stop, -1, cv_flag_ending, repetitions(bytes, scan));
  case '!':
  case '?': return write_mark(scan, cv_kind_stop, -1, cv_flag_ending, 1);
  case ':': return write_mark(scan, cv_kind_colon, -1, 0, 1);
  case ';': return write_mark(scan, cv_kind_semicolon, -1, 0, 1);
  case '(':
  case '{': return write_mark(scan, cv_kind_open_bracket, -1, 0, 1);
  case ')':
  case '}': return write_mark(scan, cv_kind_close_bracket, -1, cv_flag_ending, 1);
  case '[': return write_mark(scan, cv_kind_open_square, -1, 0, 1);
  case ']': scan->holds_brackets = 1; return write_mark(scan, cv_kind_close_square, -1, cv_flag_ending, 1);
  case '/': return write_mark(scan, cv_kind_slash, -1, 0, 1);
  case '\'': return write_mark(scan, cv_kind_mark, is_doubled ? cv_mark_two_singles : cv_mark_straight_single, cv_flag_quotes, is_doubled ? 2 : 1);
  case '`': return write_mark(scan, cv_kind_mark, is_doubled ? cv_mark_backquotes : cv_mark_left_single, cv_flag_quotes, is_doubled ? 2 : 1);
  case '-': return hyphens(bytes, scan);
  default: return write_mark(scan, cv_kind_other, -1, 0, 1);
  }
}

/// Reads a curly mark, a dash, an ellipsis or a blank that is not to be broken; 0, with nothing done, for all else.
static inline int mark_beyond_ascii(const uint8_t *bytes, struct cv_voice_scan *scan) {
  const uint8_t *mark = bytes + scan->offset;
  size_t room = scan->end - scan->offset;
  if (room >= 2 && mark[0] == 0xC2 && mark[1] == 0xA0) {
    scan->offset += 2;
    scan->after_blank = cv_flag_after_blank;
    return 1;
  }
  if (room < 3 || mark[0] != 0xE2 || mark[1] != 0x80) return 0;
  int is_doubled = room >= 6 && memcmp(mark, mark + 3, 3) == 0;
  switch (mark[2]) {
  case 0x93:
  case 0x94: write_mark(scan, cv_kind_dash, -1, cv_flag_dash, 3); return 1;
  case 0x98: write_mark(scan, cv_kind_mark, is_doubled ? cv_mark_backquotes : cv_mark_left_single, cv_flag_quotes, is_doubled ? 6 : 3); return 1;
  case 0x99: write_mark(scan, cv_kind_mark, is_doubled ? cv_mark_two_singles : cv_mark_right_single, cv_flag_quotes, is_doubled ? 6 : 3); return 1;
  case 0x9C: write_mark(scan, cv_kind_mark, cv_mark_left_double, cv_flag_quotes, 3); return 1;
  case 0x9D: write_mark(scan, cv_kind_mark, cv_mark_right_double, cv_flag_quotes, 3); return 1;
  case 0xA6: write_mark(scan, cv_kind_ellipsis, -1, cv_flag_ending, 3); return 1;
  default: return 0;
  }
}

/// Reads the next token, or blanks; 0, with nothing done, where the caller must.
static inline int next_token(const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan) {
  switch ((enum class)class_of[text->bytes[scan->offset]]) {
  case letter:
  case digit: return joined_word(table, text, scan);
  case other: mark_of_ascii(text->bytes, scan); return 1;
  case high: return mark_beyond_ascii(text->bytes, scan);
  case blank: break;
  }
  scan->offset++;
  scan->after_blank = cv_flag_after_blank;
  return 1;
}

struct looked_up;

/// Reads the runs before the next special one and before `limit`; keeps what it finds out of those behind.
typedef void runs_reader(const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan, size_t limit,
                         struct looked_up *found);

static inline __attribute__((always_inline)) void tokens(const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan,
                                                         runs_reader *read_runs, struct looked_up *found) {
  const uint32_t *starts = text->runs.starts, *ends = text->runs.ends;
  size_t count = text->runs.count, limit = readable_runs(text, scan);
  for (;;) {
    size_t from = scan->offset - scan->start;
    while (scan->run < count && ends[scan->run] / 2 <= from) scan->run++;
    if (scan->run < count && starts[scan->run] >= from) read_runs(table, text, scan, limit, found);
    if (scan->run >= count) break;
    size_t start = scan->start + starts[scan->run], end = scan->start + ends[scan->run] / 2;
    if (scan->offset < start) {
      scan->offset = start;
      scan->after_blank = cv_flag_after_blank;
    }
    if (scan->offset == start && word_with_apostrophe(table, text, scan, end - start)) continue;
    while (scan->offset < end) {
      if (!next_token(table, text, scan)) return;
    }
  }
  scan->offset = scan->end;
}

#if defined(__x86_64__)
// Shifts by a number in any register.
AVX2 static void tokens_avx2(const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan) {
  tokens(table, text, scan, plain_runs, NULL);
}

AVX512 static void tokens_avx512(const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan) {
  struct looked_up found;
  found.first = found.count = 0;
  tokens(table, text, scan, eight_runs, &found);
}
#endif

void cv_voice_tokens(enum cv_path path, const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan) {
#if defined(__x86_64__)
  if (path == cv_avx2) return tokens_avx2(table, text, scan);
  if (path == cv_avx512) return tokens_avx512(table, text, scan);
#endif
  (void)path;
  tokens(table, text, scan, plain_runs, NULL);
}
