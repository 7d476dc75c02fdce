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
