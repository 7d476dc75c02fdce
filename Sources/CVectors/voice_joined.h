#pragma once
#include "voice_words.h"

// Words with digits, hyphens, apostrophes or stops in them: "Azerbaijan's", "so-called", "U.S.", "1,000". The rules are those of `JoiningMarks`.

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

/// How many letters of ASCII stand at `at`, which is one.
static inline size_t letters_at(const struct cv_voice_text *text, const struct cv_voice_scan *scan, size_t at) {
  const uint64_t *letters = text->runs.letters;
  size_t from = at - scan->start, block = from / 64;
  uint64_t others = ~letters[block] >> from % 64;
  if (others != 0) return (size_t)__builtin_ctzll(others);
  size_t count = 64 - from % 64;
  while (~letters[++block] == 0) count += 64;
  return count + (size_t)__builtin_ctzll(~letters[block]);
}

/// Adds the letters at `at`; gives how many.
static inline size_t append_letters(const struct cv_voice_text *text, const struct cv_voice_scan *scan, size_t at, struct word *word) {
  size_t count = letters_at(text, scan, at);
  word->letter_count += count;
  if (count <= most_bytes && at + most_bytes <= text->count) {
    struct key key = key_of(text->bytes + at, count);
    word->has_small |= !(key.capitals & (count > 1 ? cv_flag_all_capitals : cv_flag_capitalized));
    append(word, (wide)key.high << 64 | key.low, count);
    return count;
  }
  for (size_t place = at; place < at + count; place++) {
    uint8_t byte = text->bytes[place];
    word->has_small |= byte & 0x20;
    append(word, byte | 0x20, 1);
  }
  return count;
}

/// Reads a word of ASCII, apostrophes of both kinds included; 0, with nothing done, where the caller must.
static int joined_word(const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan) {
  const uint8_t *bytes = text->bytes;
  size_t start = scan->offset, at = start, end = scan->end, segment = start, apostrophe = SIZE_MAX;
  int has_dot = 0;
  struct word word = {0};
  while (at < end) {
    uint8_t byte = bytes[at];
    enum class class = class_of[byte];
    if (class == letter) {
      at += append_letters(text, scan, at, &word);
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
  struct cv_voice_entry entry = word.key_count <= 16 ? cv_voice_look_up(table, (uint64_t)word.key, (uint64_t)(word.key >> 64)) : cv_voice_unknown;
  uint32_t flags = scan->after_blank;
  if (entry.classes == 0 && entry.form == 0 && apostrophe != SIZE_MAX && (bytes[at - 1] | 0x20) == 's' && word.key_count == apostrophe + 2) {
    flags |= cv_flag_possessive;
    wide stem = first_bytes(word.key, apostrophe);
    entry = apostrophe <= 16 ? cv_voice_look_up(table, (uint64_t)stem, (uint64_t)(stem >> 64)) : cv_voice_unknown;
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

/// Bit i for byte at + i of the passage, where it is a letter of ASCII.
static inline uint64_t letters_from(const struct cv_voice_text *text, size_t from) {
  const uint64_t *letters = text->runs.letters + from / 64;
  // The block behind the last is not looked at where nothing of it is asked for.
  return from % 64 == 0 ? letters[0] : letters[0] >> from % 64 | letters[1] << (64 - from % 64);
}

/// What is known of a special run that is letters with one apostrophe between them, as most are; 0, with nothing said, where it is anything else.
///
/// Whether a word is known with its apostrophe or without follows no pattern, so that no branch depends on it.
static inline int entry_with_apostrophe(const struct cv_voice_table *table, const struct cv_voice_text *text, const struct cv_voice_scan *scan, size_t start,
                                        size_t length, struct cv_voice_entry *found) {
  enum { longest = 28 };
  if (length > longest || start + longest + 8 > text->count) return 0;
  const uint8_t *bytes = text->bytes + start;
  uint64_t others = ~letters_from(text, start - scan->start) & (((uint64_t)1 << length) - 1);
  size_t count = (size_t)__builtin_ctzll(others | 1ull << 63);
  if (count == 0 || count > most_bytes) return 0;
  size_t width = bytes[count] == '\'' ? 1 : 3, behind = length - count - width;
  if (others != (((uint64_t)1 << width) - 1) << count || (width == 3 && memcmp(bytes + count, "\xE2\x80\x99", 3) != 0) || behind - 1 >= 8) return 0;
  uint64_t ending = load(bytes + count + width) & UINT64_MAX >> (64 - 8 * behind);
  struct key stem = key_of(bytes, count);
  wide small_ending = (ending | small) & UINT64_MAX >> (64 - 8 * behind), word = (wide)stem.high << 64 | stem.low;
  if (count < most_bytes) word |= (small_ending << 8 | '\'') << count * 8;
  struct cv_voice_entry whole = cv_voice_look_up(table, (uint64_t)word, (uint64_t)(word >> 64)), other = cv_voice_look_up(table, stem.low, stem.high);
  if (count + 1 + behind > most_bytes) whole = cv_voice_unknown;
  uint64_t is_possessive = cv_ones_where_zero(whole.classes | whole.form | ((uint64_t)small_ending ^ 's'));
  struct cv_voice_entry entry = cv_voice_choose(is_possessive, &other, &whole);
  uint64_t smalls = (load_first(bytes, count) | load_first(bytes + 8, count > 8 ? count - 8 : 0) | ending) & small;
  uint32_t capitals = (stem.capitals & cv_flag_capitalized) | (smalls == 0 ? cv_flag_all_capitals : 0);
  entry.kind = cv_kind_word;
  entry.flags |= (uint16_t)(capitals | (is_possessive & cv_flag_possessive));
  *found = entry;
  return 1;
}

/// Reads such a run; 0, with nothing done, where it is anything else.
static inline int word_with_apostrophe(const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan, size_t length) {
  struct cv_voice_entry entry;
  if (!entry_with_apostrophe(table, text, scan, scan->offset, length, &entry)) return 0;
  entry.flags |= (uint16_t)scan->after_blank;
  write_word(scan, scan->offset, scan->offset + length, entry);
  scan->offset += length;
  scan->after_blank = 0;
  return 1;
}
