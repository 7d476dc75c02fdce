#pragma once
#include "CVectors.h"

/// A slot of a hash table of spellings: 32 bytes, so that a look-up touches one line of the cache.
struct cv_spelling {
  /// The word's first eight bytes, the first one lowest, zeros behind; its last eight, the last one highest, zeros before them.
  uint64_t head, tail;
  uint32_t length;
  /// The spelling's number plus one; 0 where the slot is free.
  uint32_t number;
  /// The place of its last posting plus one, and the bytes that all its postings take.
  uint32_t last, posting_bytes;
};

/// Open addressing: a search begins at the word's slot and goes on with `cv_next_slot`. `mask` + 1 slots, 2^(64 - `shift`), a third of them free.
struct cv_spellings {
  struct cv_spelling *slots;
  size_t mask;
  unsigned shift;
  /// Odd numbers that make the slot, so that no text can be written to collide.
  uint64_t factors[2];
};

/// Where a search that began at `start` goes on behind `slot`: pair by pair, since two slots share a line of the cache.
static inline size_t cv_next_slot(const struct cv_spellings *table, size_t start, size_t slot) {
  return ((start ^ slot) & 1 ? (slot ^ 1) + 2 : slot ^ 1) & table->mask;
}

/// Words `first` to before `end` of a text of `count` bytes.
struct cv_stretch {
  const uint8_t *text;
  size_t count;
  const uint32_t *starts, *ends;
  size_t first, end;
};

/// A word of a stretch: head, tail and length, as in its slot, and where the search for it begins.
struct cv_spelling_key {
  uint64_t head, tail;
  uint32_t slot, length;
};

/// The head, tail and length of the bytes, one or more, from `start` to before `end`; all else 0.
struct cv_spelling cv_spelling_of(const uint8_t *text, size_t count, size_t start, size_t end);

/// Where the search for the bytes begins of which `key` is the spelling.
uint32_t cv_spelling_slot(const struct cv_spellings *table, const struct cv_spelling *key, const uint8_t *bytes);

/// Writes the keys of all words of the stretch, and has the first slots brought into the cache.
void cv_spelling_keys(enum cv_path path, const struct cv_spellings *table, const struct cv_stretch *words, struct cv_spelling_key *restrict keys);

/// A word of a growing column has the number of its spelling in 24 bits, and above these that of what stands before it, 255 where that is greater.
enum { cv_joint_shift = 24, cv_joint_escape = 255 };

/// Adds the numbers of `count` words from `word` on to what stands before each, up to one that is new or longer than 16 bytes; gives its index, or `count`.
///
/// - place: where the first of the words stands, plus one, for the count of posting bytes; 0 where the words have no postings.
size_t cv_know_spellings(enum cv_path path, const struct cv_spellings *table, const struct cv_spelling_key *keys, size_t word, size_t count,
                         uint32_t place, uint32_t *restrict numbers);

/// Lists the words of a stretch that have another string than one blank before them; gives how many. The word before the first is one of `words`.
///
/// `column` gets 0 for each word; `others` needs room for as many as there are, and 16.
size_t cv_other_joints(enum cv_path path, const struct cv_stretch *words, uint32_t *restrict column, uint32_t *restrict others);

/// A string of up to seven bytes between two words, and its number.
struct cv_joint {
  /// The bytes, the first one lowest, with their count below; no string has all bits set.
  uint64_t key;
  uint32_t number;
  /// 1 where a sentence may end in it, else 0.
  uint32_t has_stop;
};

enum { cv_longest_joint = 7 };

/// A stretch of text without words: its first byte, and the byte behind its last.
struct cv_gap {
  uint32_t start, end;
};

/// The strings that came last, 256 places by `cv_joint_place`; and how often each stands somewhere, by number.
struct cv_joints {
  const struct cv_joint *recent;
  uint32_t *counts;
  /// Where those with a stop stood, `stop_count` of them so far.
  struct cv_gap *stops;
  size_t stop_count;
};

/// The key of the first `length` of eight bytes.
static inline uint64_t cv_joint_key(const uint8_t *bytes, size_t length) {
  uint64_t eight;
  __builtin_memcpy(&eight, bytes, 8);
  return (eight & (((uint64_t)1 << length * 8) - 1)) << 8 | length;
}

static inline size_t cv_joint_place(uint64_t key) { return key * 0x9E3779B97F4A7C15u >> 56; }

/// Writes and counts the numbers of the strings before some words of a stretch, `others[from]` to before `others[count]`, up to one that is not among
/// the recent ones or has a number of 255 or more; gives its index, `count` where there is none. Those with a stop are listed; `table->stops` needs
/// room for all and one more.
///
/// - column: of the stretch's first word.
size_t cv_know_joints(struct cv_joints *table, const struct cv_stretch *words, const uint32_t *others, size_t from, size_t count,
                      uint32_t *restrict column);

/// What a spelling becomes in the file: its final number, the offset of its next posting, where its postings end, and the place of its last plus
/// one.
struct cv_ranked {
  uint32_t rank, next, end, last;
};

/// Words of a growing column, and where they go as the file has them.
struct cv_column_piece {
  const uint32_t *growing;
  uint32_t *written;
  size_t count;
  /// The place of the first.
  uint32_t place;
};

/// Writes the words with the ranks of their spellings and `joint_bits` of what stands before each.
///
/// - postings: where for each word its distance from the spelling's last place is written, in bytes of seven bits, the least significant first;
///   null for words that have none.
void cv_rank_words(enum cv_path path, const struct cv_column_piece *piece, const uint32_t joint_bits[256], struct cv_ranked *restrict spellings,
                   uint8_t *restrict postings);

/// Bytes of seven bits that a number above 0 takes.
static inline __attribute__((always_inline)) uint32_t cv_posting_bytes(uint32_t number) {
  static const uint8_t by_zeros[32] = {5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1};
  return by_zeros[__builtin_clz(number)];
}

/// Postings of one spelling as they are read: the bytes still to come, the place of the last one, and the words that there are.
struct cv_postings {
  const uint8_t *bytes, *end;
  int64_t place, limit;
};

/// Writes the next places, at most `room`; gives how many. What the bytes say beyond the words that there are is passed over, with all behind it.
size_t cv_read_postings(enum cv_path path, struct cv_postings *postings, uint32_t *restrict places, size_t room);

/// Sets the bit of each word that stands `distance`, 0 or more, before a place; `bits` has one for each word below the limit.
void cv_mark_postings(enum cv_path path, const struct cv_postings *postings, int64_t distance, uint64_t *bits);

/// Takes a multiple of 32 bytes into four lanes: of each lane's next eight, lowest byte first, lane = rotate((lane ^ eight) * 0xA0761D6478BD642F, 29).
void cv_checksum(uint64_t lanes[4], const uint8_t *bytes, size_t count);

/// Whether one of `count` bytes is `byte` (nonzero) or none.
int cv_holds(const uint8_t *bytes, size_t count, uint8_t byte);

/// Whether two stretches of `count` bytes are the same (nonzero) or not.
static inline int cv_same(const uint8_t *one, const uint8_t *other, size_t count) { return __builtin_memcmp(one, other, count) == 0; }

/// Has the line of memory at `place` brought into the cache while other work goes on.
static inline void cv_fetch(const void *place) { __builtin_prefetch(place); }
