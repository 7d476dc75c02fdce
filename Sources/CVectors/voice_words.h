#pragma once
#include "CVectors.h"
#include "targets.h"
#include <string.h>

// What a byte is to the tokens of the rules of voice, and how a word becomes one.

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

/// The bit that letters of ASCII have and its marks and digits have not.
static const uint64_t letter_bit = 0x4040404040404040u;

/// A word's bytes with its letters made small, and what its capitals are.
struct key {
  uint64_t low, high;
  uint32_t capitals;
};

static inline int has_letters(const struct key *key) { return ((key->low | key->high) & letter_bit) != 0; }

static inline uint64_t load(const uint8_t *bytes) {
  uint64_t eight;
  memcpy(&eight, bytes, 8);
  return eight;
}

/// The first bytes, at most eight, of eight that can be read.
static inline uint64_t load_first(const uint8_t *bytes, size_t count) { return count >= 8 ? load(bytes) : load(bytes) & (((uint64_t)1 << count * 8) - 1); }

/// Whether sixteen bytes, zeros behind the word, have two letters at least and no small one.
static inline int is_all_capitals(uint64_t low, uint64_t high) {
  uint64_t letters = (low & letter_bit) | (high & letter_bit) >> 1;
  return (letters & ((low & small) << 1 | (high & small))) == 0 && (letters & (letters - 1)) != 0;
}

/// Of up to 16 bytes, behind which sixteen bytes can be read.
static inline struct key key_of(const uint8_t *bytes, size_t count) {
  const uint8_t *mask = ones + most_bytes - count;
  uint64_t head = load(mask), tail = load(mask + 8), low = load(bytes), high = load(bytes + 8);
  uint32_t capitals = (uint32_t)(~low >> 5) & cv_flag_capitalized;
  // Few words have a capital and behind it no small letter.
  if (__builtin_expect((low & 0x20) == 0 && (low & 0x6000) != 0x6000, 0) && is_all_capitals(low & head, high & tail)) capitals |= cv_flag_all_capitals;
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
