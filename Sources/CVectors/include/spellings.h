#pragma once
#include "CVectors.h"

/// A slot of a hash table of spellings: 32 bytes, so that a look-up touches one line of the cache.
struct cv_spelling {
  /// The word's first eight bytes, the first one lowest, zeros behind; its last eight, 0 where it has no more than eight.
  uint64_t head, tail;
  uint32_t length;
  /// The spelling's number plus one; 0 where the slot is free.
  uint32_t number;
  /// The place of its last posting plus one, and the bytes that all its postings take.
  uint32_t last, posting_bytes;
};

/// Open addressing: a search begins at the word's hash & `mask` and goes on slot by slot. `mask` + 1 slots, a power of two, half of them free.
struct cv_spellings {
  struct cv_spelling *slots;
  size_t mask;
  /// Enter the hash, so that no text can be written to collide.
  uint64_t seeds[2];
};

/// Words `first` to before `end` of a text of `count` bytes.
struct cv_stretch {
  const uint8_t *text;
  size_t count;
  const uint32_t *starts, *ends;
  size_t first, end;
  /// The first word whose slot has not been asked for.
  size_t asked;
};

/// The head, tail and length of the bytes from `start` to before `end`; all else 0.
struct cv_spelling cv_spelling_of(const uint8_t *text, size_t count, size_t start, size_t end);

/// The hash of the bytes of which `key` is the spelling.
uint64_t cv_spelling_hash(const struct cv_spelling *key, const uint8_t *bytes, const uint64_t seeds[2]);

/// Writes the numbers of words, from `words->first` on, up to one that is new or longer than 16 bytes; gives its index, `words->end` where there is
/// none.
///
/// - slots: where the search for each word begins, written some words ahead; as `numbers` indexed from 0 for `words->first`.
/// - place: where the first word stands, plus one, for the count of posting bytes; 0 where the words have no postings.
size_t cv_know_spellings(const struct cv_spellings *table, struct cv_stretch *words, uint32_t *slots, uint32_t place, uint32_t *numbers);

/// What a spelling becomes in the file: its final number, the offset of its next posting, and the place of its last plus one.
struct cv_ranked {
  uint32_t rank, next, last;
};

/// Replaces `count` words, numbers as they came, by their ranks with `joint_bits` of what stands before each.
///
/// - postings: where for each word its distance from the spelling's last place is written, in bytes of seven bits, the least significant first;
///   null for words that have none.
/// - place: of the first word.
void cv_rank_words(uint32_t *words, const uint8_t *joints, size_t count, const uint32_t joint_bits[256], struct cv_ranked *spellings,
                   uint8_t *postings, uint32_t place);

/// Has the line of memory at `place` brought into the cache while other work goes on.
static inline void cv_fetch(const void *place) { __builtin_prefetch(place); }
