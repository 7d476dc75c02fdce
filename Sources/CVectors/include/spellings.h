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

/// Open addressing: a search begins at the word's slot and goes on slot by slot. `mask` + 1 slots, 2^(64 - `shift`), a third of them free.
struct cv_spellings {
  struct cv_spelling *slots;
  size_t mask;
  unsigned shift;
  /// Odd numbers that make the slot, so that no text can be written to collide.
  uint64_t factors[2];
};

/// Words `first` to before `end` of a text of `count` bytes.
struct cv_stretch {
  const uint8_t *text;
  size_t count;
  const uint32_t *starts, *ends;
  size_t first, end;
};

/// Of each word of a stretch head and tail, as in its slot, and where the search for it begins.
struct cv_spelling_keys {
  uint64_t *heads, *tails;
  uint32_t *slots;
};

/// The head, tail and length of the bytes, one or more, from `start` to before `end`; all else 0.
struct cv_spelling cv_spelling_of(const uint8_t *text, size_t count, size_t start, size_t end);

/// Where the search for the bytes begins of which `key` is the spelling.
uint32_t cv_spelling_slot(const struct cv_spellings *table, const struct cv_spelling *key, const uint8_t *bytes);

/// Writes the keys of all words of the stretch, and has the first slots brought into the cache.
void cv_spelling_keys(const struct cv_spellings *table, const struct cv_stretch *words, const struct cv_spelling_keys *keys);

/// Writes the numbers of the words of a stretch from `word` on, up to one that is new or longer than 16 bytes; gives its index, or how many words
/// there are.
///
/// - word: counted from the stretch's first word, as `numbers` and what is returned.
/// - place: where the stretch's first word stands, plus one, for the count of posting bytes; 0 where the words have no postings.
size_t cv_know_spellings(const struct cv_spellings *table, const struct cv_stretch *words, const struct cv_spelling_keys *keys, size_t word,
                         uint32_t place, uint32_t *restrict numbers);

/// Lists the words of a stretch that have another string than one blank before them; gives how many. The word before the first is one of `words`.
///
/// `joints` gets 0 for each word; `others` needs room for as many as there are, and one.
size_t cv_other_joints(const struct cv_stretch *words, uint8_t *restrict joints, uint32_t *restrict others);

/// A string of up to seven bytes between two words, and its number.
struct cv_joint {
  /// The bytes, the first one lowest, with their count below; no string has all bits set.
  uint64_t key;
  uint32_t number;
};

enum { cv_longest_joint = 7 };

/// The strings that came last, 256 places by `cv_joint_place`; and how often each stands somewhere, by number.
struct cv_joints {
  const struct cv_joint *recent;
  uint32_t *counts;
};

/// The key of the first `length` of eight bytes.
static inline uint64_t cv_joint_key(const uint8_t *bytes, size_t length) {
  uint64_t eight;
  __builtin_memcpy(&eight, bytes, 8);
  return (eight & (((uint64_t)1 << length * 8) - 1)) << 8 | length;
}

static inline size_t cv_joint_place(uint64_t key) { return key * 0x9E3779B97F4A7C15u >> 56; }

/// Writes and counts the numbers of the strings before some words of a stretch, `others[from]` to before `others[count]`, up to one that is not among
/// the recent ones or has a number of 255 or more; gives its index, `count` where there is none.
///
/// - joints: of the stretch's first word.
size_t cv_know_joints(const struct cv_joints *table, const struct cv_stretch *words, const uint32_t *others, size_t from, size_t count,
                      uint8_t *restrict joints);

/// What a spelling becomes in the file: its final number, the offset of its next posting, where its postings end, and the place of its last plus
/// one.
struct cv_ranked {
  uint32_t rank, next, end, last;
};

/// Replaces `count` words, numbers as they came, by their ranks with `joint_bits` of what stands before each.
///
/// - postings: where for each word its distance from the spelling's last place is written, in bytes of seven bits, the least significant first;
///   null for words that have none.
/// - place: of the first word.
void cv_rank_words(uint32_t *restrict words, const uint8_t *joints, size_t count, const uint32_t joint_bits[256],
                   struct cv_ranked *restrict spellings, uint8_t *restrict postings, uint32_t place);

/// Has the line of memory at `place` brought into the cache while other work goes on.
static inline void cv_fetch(const void *place) { __builtin_prefetch(place); }
