#include "CVectors.h"
#include "targets.h"
#include <string.h>

// Tokens that stand by themselves, words and marks alike, are looked up in one table and listed by what it says, all of them in one loop in which no branch
// depends on what they are. Sixteen letters are read at a time as two numbers, which are the word's key at once. Numbers are written to each list for every
// token and counted where they belong there.

enum class { other, letter, digit, blank, high };

#define O other
#define L letter
#define D digit
#define B blank
#define H high
#define EIGHT(c) c, c, c, c, c, c, c, c
static const uint8_t class_of[256] = {
    EIGHT(O), O, B, B, B, B, B, O, O, EIGHT(O), EIGHT(O),
    B, O, O, O, O, O, O, O, EIGHT(O), D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O,
    O, L, L, L, L, L, L, L, EIGHT(L), EIGHT(L), L, L, L, O, O, O, O, O,
    O, L, L, L, L, L, L, L, EIGHT(L), EIGHT(L), L, L, L, O, O, O, O, O,
    EIGHT(H), EIGHT(H), EIGHT(H), EIGHT(H), EIGHT(H), EIGHT(H), EIGHT(H), EIGHT(H),
    EIGHT(H), EIGHT(H), EIGHT(H), EIGHT(H), EIGHT(H), EIGHT(H), EIGHT(H), EIGHT(H),
};
#undef O
#undef L
#undef D
#undef B
#undef H

/// How many bytes are read of each run, which is no longer.
enum { most_bytes = 16 };

/// All ones over the first n of sixteen bytes from `ones + 16 - n` on.
static const uint8_t ones[32] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};

static const uint64_t small = 0x2020202020202020u;

/// A word's letters made small, and what its capitals are.
struct key {
  uint64_t low, high;
  uint32_t capitals;
};

static inline uint64_t load(const uint8_t *bytes) {
  uint64_t eight;
  memcpy(&eight, bytes, 8);
  return eight;
}

/// Of up to 16 letters, behind which sixteen bytes can be read.
static inline struct key key_of(const uint8_t *letters, size_t count) {
  const uint8_t *mask = ones + most_bytes - count;
  uint64_t head = load(mask), tail = load(mask + 8), low = load(letters), high = load(letters + 8);
  uint32_t capitals = (uint32_t)(~low >> 5) & cv_flag_capitalized;
  // Few words have two capitals or are a capital alone.
  if (__builtin_expect((low & small & 0xFFFF) == 0, 0) && count > 1 && (((low & head) | (high & tail)) & small) == 0) capitals |= cv_flag_all_capitals;
  return (struct key){(low | small) & head, (high | small) & tail, capitals};
}

/// Writes the token of a word and lists it.
static inline void write_word(struct cv_voice_scan *scan, size_t start, size_t end, struct cv_voice_entry entry) {
  struct cv_voice_token *token = (struct cv_voice_token *)scan->tokens + scan->count;
  token->start = (int64_t)start;
  token->byte_count = (uint32_t)(end - start);
  token->entry = entry;
  scan->cues[scan->cue_count] = (int32_t)scan->count;
  scan->cue_count += (entry.flags & cv_flags_noted) != 0;
  scan->count++;
}

/// Writes the token of a mark.
static inline void write_mark(struct cv_voice_scan *scan, unsigned kind, int32_t index, uint32_t flags, size_t byte_count) {
  struct cv_voice_entry entry = {.index = index, .kind = (uint8_t)kind, .flags = (uint16_t)(flags | scan->after_blank)};
  write_word(scan, scan->offset, scan->offset + byte_count, entry);
  scan->offset += byte_count;
  scan->after_blank = 0;
}

/// The first rare byte of the passage at or behind `offset`; its end where there is none.
static inline size_t next_rare(const struct cv_voice_text *text, const struct cv_voice_scan *scan) {
  size_t from = scan->offset - scan->start, count = scan->end - scan->start, block = from / 64;
  uint64_t rare = text->runs.rare[block] & UINT64_MAX << from % 64;
  while (rare == 0 && block * 64 + 64 < count) rare = text->runs.rare[++block];
  return rare != 0 ? block * 64 + (size_t)__builtin_ctzll(rare) : count;
}

/// Reads the runs from the next byte on that end before something rare, or at the passage's end.
static inline __attribute__((always_inline)) void plain_runs(const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan) {
  size_t passage_start = scan->start, run = scan->run, count = text->runs.count;
  const uint8_t *passage = text->bytes + passage_start;
  const uint32_t *starts = text->runs.starts, *ends = text->runs.ends;
  int64_t from = (int64_t)(scan->offset - passage_start);
  while (run < count && starts[run] < from) run++;
  size_t rare = next_rare(text, scan), limit = rare + (rare == scan->end - passage_start);
  // Sixteen bytes are read of each.
  size_t rest = text->count - passage_start;
  if (limit + most_bytes > rest) limit = rest > most_bytes ? rest - most_bytes : 0;
  if (run == count || ends[run] >= limit) return scan->run = run, (void)0;
  // In registers while reading.
  struct cv_voice_table known = *table;
  struct cv_voice_token *token = (struct cv_voice_token *)scan->tokens + scan->count;
  int32_t number = (int32_t)scan->count;
  int32_t *noted = scan->cues + scan->cue_count;
  // One byte back where a blank stands before the next, since nothing but blanks stands between two runs.
  from -= scan->after_blank != 0;
  do {
    size_t start = starts[run], end = ends[run], length = end - start;
    if (__builtin_expect(length > most_bytes, 0)) break;
    struct key key = key_of(passage + start, length);
    token->entry = cv_voice_look_up(&known, key.low, key.high);
    uint32_t after_blank = (uint32_t)((uint64_t)(from - (int64_t)start) >> 52) & cv_flag_after_blank;
    token->entry.flags |= (uint16_t)(key.capitals | after_blank);
    token->start = (int64_t)(passage_start + start);
    token->byte_count = (uint32_t)length;
    *noted = number++;
    noted += (token->entry.flags & cv_flags_noted) != 0;
    token++;
    from = (int64_t)end;
    run++;
  } while (run < count && ends[run] < limit);
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
      {'(', 0, {0, -1, cv_kind_open_bracket, 0, 0}},
      {')', 0, {0, -1, cv_kind_close_bracket, 0, cv_flag_ending}},
      {',', 0, {0, -1, cv_kind_comma, 0, 0}},
      {'.', 0, {0, -1, cv_kind_stop, 0, cv_flag_ending}},
      {':', 0, {0, -1, cv_kind_colon, 0, 0}},
      {';', 0, {0, -1, cv_kind_semicolon, 0, 0}},
      {'?', 0, {0, -1, cv_kind_stop, 0, cv_flag_ending}},
      {0xB3A0E2, 0, {0, -1, cv_kind_dash, 0, cv_flag_dash}},
      {0xB4A0E2, 0, {0, -1, cv_kind_dash, 0, cv_flag_dash}},
      {0xBCA0E2, 0, {0, cv_mark_left_double, cv_kind_mark, 0, cv_flag_quotes}},
      {0xBDA0E2, 0, {0, cv_mark_right_double, cv_kind_mark, 0, cv_flag_quotes}},
  };
  static const struct cv_voice_word none = {0, 0, {0, -1, 0, 0, 0}};
  return number < sizeof marks / sizeof marks[0] ? marks[number] : none;
}

__extension__ typedef unsigned __int128 wide;

/// A word under way, with anything that can belong to one.
struct word {
  /// Its first sixteen bytes in small letters, the first one lowest: longer words are in no table.
  wide key;
  size_t key_count, letter_count;
  int has_small;
};

/// Adds bytes to the key, zeros behind them.
static inline void append(struct word *word, wide bytes, size_t count) {
  if (word->key_count < 16) word->key |= bytes << word->key_count * 8;
  word->key_count += count;
}

static inline wide first_bytes(wide key, size_t count) { return count >= 16 ? key : key & (((wide)1 << count * 8) - 1); }

/// What a joined word's next mark does.
enum joint { ends_word, joins, joins_last, is_rare };

/// Whether the byte at `at` is a letter, where it is known from itself.
static inline enum joint letter_at(const uint8_t *bytes, size_t at, size_t end) {
  if (at >= end) return ends_word;
  return class_of[bytes[at]] == letter ? joins : class_of[bytes[at]] == high ? is_rare : ends_word;
}

static inline int is_digit_at(const uint8_t *bytes, size_t at, size_t end) { return at < end && class_of[bytes[at]] == digit; }

/// A hyphen or ampersand between letters or digits.
static inline enum joint hyphen_at(const uint8_t *bytes, size_t at, size_t end) {
  if (at + 1 >= end) return ends_word;
  enum class before = class_of[bytes[at - 1]], behind = class_of[bytes[at + 1]];
  if (before == high || behind == high) return is_rare;
  return (before == letter || before == digit) && (behind == letter || behind == digit) ? joins : ends_word;
}

/// A stop between digits, or behind a letter that stands alone: the rules of `JoiningMarks`.
static enum joint stop_at(const uint8_t *bytes, size_t at, size_t segment, size_t end, int has_dot) {
  if (class_of[bytes[at - 1]] == digit && is_digit_at(bytes, at + 1, end)) return joins;
  if (at - segment != 1) return ends_word;
  if (class_of[bytes[at - 1]] != letter) return class_of[bytes[at - 1]] == high ? is_rare : ends_word;
  enum joint next = letter_at(bytes, at + 1, end);
  if (next == is_rare) return is_rare;
  if (next == joins) {
    if (at + 2 >= end || bytes[at + 2] == '.') return joins;
    enum joint second = letter_at(bytes, at + 2, end);
    if (second != joins) return second == is_rare ? is_rare : joins;
  }
  return has_dot ? joins_last : ends_word;
}

/// Adds the letters at `at`, where the run `*run` or one behind it begins; gives how many, 0 where it is too long or too near the text's end.
static inline size_t append_run(const struct cv_voice_text *text, const struct cv_voice_scan *scan, size_t at, size_t *run, struct word *word) {
  size_t from = at - scan->start;
  while (*run < text->runs.count && text->runs.starts[*run] < from) ++*run;
  if (*run == text->runs.count || text->runs.starts[*run] != from || at + most_bytes > text->count) return 0;
  size_t count = text->runs.ends[*run] - from;
  if (count > most_bytes) return 0;
  struct key key = key_of(text->bytes + at, count);
  word->has_small |= !(key.capitals & (count > 1 ? cv_flag_all_capitals : cv_flag_capitalized));
  word->letter_count += count;
  append(word, (wide)key.high << 64 | key.low, count);
  return count;
}

/// Reads a word of ASCII, apostrophes of both kinds included; 0, with nothing done, where the caller must.
static int joined_word(const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan) {
  const uint8_t *bytes = text->bytes;
  size_t start = scan->offset, at = start, end = scan->end, segment = start, apostrophe = SIZE_MAX, run = scan->run;
  int has_dot = 0;
  struct word word = {0};
  while (at < end) {
    uint8_t byte = bytes[at];
    enum class class = class_of[byte];
    if (class == letter) {
      size_t count = append_run(text, scan, at, &run, &word);
      if (count == 0) {
        word.letter_count++;
        word.has_small |= byte & 0x20;
        append(&word, byte | 0x20, count = 1);
      }
      at += count;
      continue;
    }
    if (class == digit) {
      append(&word, byte, 1);
      at++;
      continue;
    }
    enum joint joint = ends_word;
    size_t length = 1;
    if (class == high) {
      // U+2000 to U+203F belong to no word, but for U+2019 between letters.
      if (byte != 0xE2 || at + 3 > end || bytes[at + 1] != 0x80) return 0;
      length = 3;
      if (bytes[at + 2] == 0x99) {
        joint = letter_at(bytes, at + 3, end);
        if (class_of[bytes[at - 1]] != letter) joint = class_of[bytes[at - 1]] == high ? is_rare : ends_word;
      }
    } else if (byte == '\'') {
      joint = class_of[bytes[at - 1]] == high ? is_rare : class_of[bytes[at - 1]] == letter ? letter_at(bytes, at + 1, end) : ends_word;
    } else if (byte == '-' || byte == '&') {
      joint = hyphen_at(bytes, at, end);
    } else if (byte == ',') {
      joint = class_of[bytes[at - 1]] == digit && is_digit_at(bytes, at + 1, end) ? joins : ends_word;
    } else if (byte == '.') {
      joint = stop_at(bytes, at, segment, end, has_dot);
    }
    if (joint == is_rare) return 0;
    if (joint == ends_word) break;
    if (length == 3 || byte == '\'') apostrophe = word.key_count;
    has_dot |= byte == '.';
    append(&word, length == 3 ? '\'' : byte, 1);
    at += length;
    if (length == 1) segment = at;
    if (joint == joins_last) break;
  }
  static const struct cv_voice_entry unknown = {.index = -1};
  struct cv_voice_entry entry = word.key_count <= 16 ? cv_voice_look_up(table, (uint64_t)word.key, (uint64_t)(word.key >> 64)) : unknown;
  uint32_t flags = scan->after_blank;
  if (entry.classes == 0 && entry.form == 0 && apostrophe != SIZE_MAX && (bytes[at - 1] | 0x20) == 's' && word.key_count == apostrophe + 2) {
    flags |= cv_flag_possessive;
    wide stem = first_bytes(word.key, apostrophe);
    entry = apostrophe <= 16 ? cv_voice_look_up(table, (uint64_t)stem, (uint64_t)(stem >> 64)) : unknown;
  }
  entry.kind = word.letter_count > 0 ? cv_kind_word : cv_kind_number;
  if ((uint8_t)(bytes[start] - 'A') < 26) flags |= cv_flag_capitalized | (!word.has_small && word.letter_count > 1 ? cv_flag_all_capitals : 0);
  if (bytes[at - 1] == '.') flags |= cv_flag_ends_in_stop;
  entry.flags |= (uint16_t)flags;
  write_word(scan, start, at, entry);
  scan->offset = at;
  scan->after_blank = 0;
  return 1;
}

/// Reads a mark of ASCII; 0, with nothing done, where the caller must.
static inline int mark_of_ascii(const uint8_t *bytes, struct cv_voice_scan *scan) {
  switch (bytes[scan->offset]) {
  case '"': write_mark(scan, cv_kind_mark, cv_mark_straight_double, cv_flag_quotes, 1); return 1;
  case ',': write_mark(scan, cv_kind_comma, -1, 0, 1); return 1;
  case '.':
    if (scan->offset + 1 < scan->end && bytes[scan->offset + 1] == '.') return 0;
    write_mark(scan, cv_kind_stop, -1, cv_flag_ending, 1);
    return 1;
  case '!':
  case '?': write_mark(scan, cv_kind_stop, -1, cv_flag_ending, 1); return 1;
  case ':': write_mark(scan, cv_kind_colon, -1, 0, 1); return 1;
  case ';': write_mark(scan, cv_kind_semicolon, -1, 0, 1); return 1;
  case '(':
  case '{': write_mark(scan, cv_kind_open_bracket, -1, 0, 1); return 1;
  case ')':
  case '}': write_mark(scan, cv_kind_close_bracket, -1, cv_flag_ending, 1); return 1;
  case '[': write_mark(scan, cv_kind_open_square, -1, 0, 1); return 1;
  case ']':
    scan->holds_brackets = 1;
    write_mark(scan, cv_kind_close_square, -1, cv_flag_ending, 1);
    return 1;
  case '/': write_mark(scan, cv_kind_slash, -1, 0, 1); return 1;
  case '\'':
  case '`':
  case '-': return 0;
  default: write_mark(scan, cv_kind_other, -1, 0, 1); return 1;
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
  switch (mark[2]) {
  case 0x93:
  case 0x94: write_mark(scan, cv_kind_dash, -1, cv_flag_dash, 3); return 1;
  case 0x98:
  case 0x99:
    if (room > 3 && mark[3] == 0xE2) return 0;
    write_mark(scan, cv_kind_mark, mark[2] == 0x98 ? cv_mark_left_single : cv_mark_right_single, cv_flag_quotes, 3);
    return 1;
  case 0x9C: write_mark(scan, cv_kind_mark, cv_mark_left_double, cv_flag_quotes, 3); return 1;
  case 0x9D: write_mark(scan, cv_kind_mark, cv_mark_right_double, cv_flag_quotes, 3); return 1;
  case 0xA6: write_mark(scan, cv_kind_ellipsis, -1, cv_flag_ending, 3); return 1;
  default: return 0;
  }
}

static inline __attribute__((always_inline)) void tokens(const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan) {
  int is_read = 1;
  while (is_read) {
    plain_runs(table, text, scan);
    while (scan->offset < scan->end && class_of[text->bytes[scan->offset]] == blank) {
      scan->offset++;
      scan->after_blank = cv_flag_after_blank;
    }
    if (scan->offset >= scan->end) return;
    switch ((enum class)class_of[text->bytes[scan->offset]]) {
    case blank:
    case letter:
    case digit: is_read = joined_word(table, text, scan); break;
    case other: is_read = mark_of_ascii(text->bytes, scan); break;
    case high: is_read = mark_beyond_ascii(text->bytes, scan); break;
    }
  }
}

#if defined(__x86_64__)
// Shifts by a number in any register.
AVX2 static void tokens_avx2(const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan) { tokens(table, text, scan); }
#endif

void cv_voice_tokens(enum cv_path path, const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan) {
#if defined(__x86_64__)
  if (path == cv_avx2 || path == cv_avx512) return tokens_avx2(table, text, scan);
#endif
  (void)path;
  tokens(table, text, scan);
}

void cv_voice_lists(uint32_t function_classes, struct cv_voice_scan *scan) {
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
