#pragma once
#include "CVectors.h"

/// All ones where the number is 0, else 0, by arithmetic: the empty statement hides from the compiler that it is the answer to a question, of which it would
/// make a branch. Whether a word is known follows no pattern.
static inline uint64_t cv_ones_where_zero(uint64_t number) {
  uint64_t mask = 0 - (uint64_t)(number == 0);
  __asm__("" : "+r"(mask));
  return mask;
}

/// What is known of a word, laid out as in a token.
struct cv_voice_entry {
  uint32_t classes;
  /// Of the verb; -1 for none.
  int32_t index;
  /// Always that of words; the form of the verb; the flags of every token of the word.
  uint8_t kind, form;
  uint16_t flags;
};

/// A token as the rules of voice read it: `VoiceToken` has the same layout.
struct cv_voice_token {
  int64_t start;
  uint32_t byte_count;
  struct cv_voice_entry entry;
};

/// A word of at most 16 bytes in small letters, the first one lowest, zeros behind; and what is known of it.
struct cv_voice_word {
  uint64_t low, high;
  struct cv_voice_entry entry;
};

/// The perfect hash of the words that the rules know: its only place leads to each of them.
struct cv_voice_table {
  const struct cv_voice_word *words;
  /// Of each bucket, with seven bytes behind the last.
  const uint8_t *displacements;
  /// How far a hash is shifted to be the number of its bucket; and the place last, in bytes.
  uint64_t bucket_shift, place_mask;
};

static const uint64_t cv_voice_factor = 0xA0761D6478BD642Fu;

/// Both halves of a word multiplied into its highest bits.
static inline uint64_t cv_voice_hash(uint64_t low, uint64_t high) { return (low ^ high) * cv_voice_factor; }

/// The place of a hash, in bytes, with the displacement of its bucket: by how much it is shifted, less than 64.
static inline uint64_t cv_voice_place(uint64_t hash, uint8_t displacement, uint64_t place_mask) { return hash >> displacement & place_mask; }

/// One of two entries, the first where the mask is all ones, the second where it is 0. Eight bytes and four, since by fields it takes three times the
/// instructions.
static inline struct cv_voice_entry cv_voice_choose(uint64_t mask, const struct cv_voice_entry *first, const struct cv_voice_entry *second) {
  uint64_t head, other_head;
  uint32_t tail, other_tail;
  struct cv_voice_entry entry;
  __builtin_memcpy(&head, first, 8);
  __builtin_memcpy(&other_head, second, 8);
  __builtin_memcpy(&tail, (const char *)first + 8, 4);
  __builtin_memcpy(&other_tail, (const char *)second + 8, 4);
  head = ((head ^ other_head) & mask) ^ other_head;
  tail = ((tail ^ other_tail) & (uint32_t)mask) ^ other_tail;
  __builtin_memcpy(&entry, &head, 8);
  __builtin_memcpy((char *)&entry + 8, &tail, 4);
  return entry;
}

static const struct cv_voice_entry cv_voice_unknown = {.index = -1};

/// What is known of the word; for many words nothing: the entry at its place masked, so that no branch and no second look depend on the word.
static inline struct cv_voice_entry cv_voice_look_up(const struct cv_voice_table *table, uint64_t low, uint64_t high) {
  uint64_t hash = cv_voice_hash(low, high);
  uint64_t place = cv_voice_place(hash, table->displacements[hash >> table->bucket_shift], table->place_mask);
  const struct cv_voice_word *word = (const struct cv_voice_word *)((const char *)table->words + place);
  return cv_voice_choose(cv_ones_where_zero((word->low ^ low) | (word->high ^ high)), &word->entry, &cv_voice_unknown);
}

/// Kinds of tokens, as `VoiceToken.Kind`.
enum {
  cv_kind_word, cv_kind_number, cv_kind_comma, cv_kind_stop, cv_kind_ellipsis, cv_kind_colon, cv_kind_semicolon, cv_kind_dash, cv_kind_open_bracket,
  cv_kind_close_bracket, cv_kind_open_square, cv_kind_close_square, cv_kind_slash, cv_kind_mark, cv_kind_other
};

/// Quotation marks, as `QuotationMark`.
enum {
  cv_mark_straight_double = 0, cv_mark_left_double = 1, cv_mark_right_double = 2, cv_mark_backquotes = 6, cv_mark_two_singles = 7, cv_mark_straight_single = 8,
  cv_mark_left_single = 9, cv_mark_right_single = 10
};

/// Flags of tokens, as `VoiceToken.Flags`; the last three are of marks: a sentence may end with it, it is a quotation mark, a dash.
enum {
  cv_flag_capitalized = 1 << 0, cv_flag_all_capitals = 1 << 1, cv_flag_possessive = 1 << 2, cv_flag_cue = 1 << 6, cv_flag_after_blank = 1 << 11,
  cv_flag_ends_in_stop = 1 << 12, cv_flag_ending = 1 << 13, cv_flag_quotes = 1 << 14, cv_flag_dash = 1 << 15,
  cv_flags_noted = cv_flag_cue | cv_flag_capitalized | cv_flag_ends_in_stop | cv_flag_ending | cv_flag_quotes | cv_flag_dash
};

/// The common marks of news text as words of the table: gives the one of a number from 0 on; one without bytes behind the last.
struct cv_voice_word cv_voice_mark(size_t number);

/// A passage's runs: words and numbers with the marks inside them, single marks, and special ones, of which only reading says what tokens they are; nothing but
/// blanks stands between two. Offsets are counted from the passage's first byte.
struct cv_voice_runs {
  /// Ascending; `ends`, excluded, are twice the offset, with 1 added where the run is special: it has an apostrophe, a letter or an uncommon mark beyond
  /// ASCII, or an initial's full stop. Room for as many as the passage has bytes and 128 more.
  uint32_t *starts, *ends;
  size_t count;
  /// Bit i of number n for byte 64 * n + i, where it is a letter of ASCII. Room for as many blocks of 64 bytes as the passage has and two more.
  uint64_t *letters;
};

/// Finds those of a passage of `count` bytes; `readable` ones can be read from its first one on.
///
/// Calls with a path that the processor does not have are undefined.
void cv_voice_runs(enum cv_path path, const uint8_t *passage, size_t count, size_t readable, struct cv_voice_runs *runs);

/// How far a passage has been cut into tokens.
struct cv_voice_scan {
  /// Offsets in the text: the next byte, and the passage, `end` excluded.
  size_t offset, start, end;
  /// The tokens so far, with room for 16 more than the passage has bytes, as each of the lists has.
  void *tokens;
  size_t count;
  /// Numbers of tokens: with which sentences may end, quotation marks, cues, words that may begin a name; until `cv_voice_lists` all that a flag notes are
  /// among the cues.
  int32_t *stops, *marks, *cues, *names;
  size_t stop_count, mark_count, cue_count, name_count;
  /// The first of the passage's runs that has not been read to its end.
  size_t run;
  /// `cv_flag_after_blank` where white space stands before the next byte, else 0.
  uint32_t after_blank;
  /// Whether there has been a closing square bracket or a dash.
  int holds_brackets, holds_dash;
};

/// A text of `count` bytes, and the runs of the passage that is cut.
struct cv_voice_text {
  const uint8_t *bytes;
  size_t count;
  struct cv_voice_runs runs;
};

/// Cuts on to the passage's end, or to what is rare in English news: that token is the caller's. Lists no tokens but
/// cues, all that a flag notes among them.
void cv_voice_tokens(enum cv_path path, const struct cv_voice_table *table, const struct cv_voice_text *text, struct cv_voice_scan *scan);

/// Lists stops, marks, cues and names each by themselves, of a passage that has been cut to its end, and says whether there are dashes.
///
/// - function_classes: of words whose capital alone makes them no name.
void cv_voice_lists(enum cv_path path, uint32_t function_classes, struct cv_voice_scan *scan);
