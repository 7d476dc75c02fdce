#pragma once
#include "CVectors.h"

/// What 64 bytes of a JSON record are to its strings; bit i stands for byte i.
struct cv_json_block {
  /// Quotation marks that no backslash escapes, and control characters (below U+0020).
  uint64_t ends;
  /// Backslashes that escape the byte behind them.
  uint64_t escapes;
};

/// Of a run of backslashes each second one is escaped. `escaped` passes on whether the next block's first byte is, 0 for the first block.
///
/// The sum carries through each run from where it begins: the bit behind it tells by its place whether the run is of odd length (Langdale and Lemire, Parsing
/// gigabytes of JSON per second, The VLDB Journal 28, 2019, section 3.1.1). What is passed on is told by the length of the last run alone, so that no block
/// waits for the sum of the one before, unless that run is the whole block.
static inline struct cv_json_block cv_json_block_of(uint64_t quotes, uint64_t slashes, uint64_t controls, uint64_t *escaped) {
  const uint64_t odd = 0xAAAAAAAAAAAAAAAAu;
  uint64_t runs = slashes & ~*escaped, codes = (((runs << 1) | odd) - runs) ^ odd;
  uint64_t meant = codes ^ (slashes | *escaped);
  struct cv_json_block block = {.ends = (quotes & ~meant) | controls, .escapes = codes & slashes};
  *escaped = slashes == UINT64_MAX ? *escaped : (uint64_t)__builtin_clzll(~slashes | 1) & 1;
  return block;
}

/// Marks the ends of strings and the escapes of `count` bytes in (count + 63) / 64 blocks; gives `count`. Not for `cv_plain`.
///
/// Of a line, only up to where it ends, which it gives then. Bits behind the last byte are 0. `escaped` is as for `cv_json_block_of`.
size_t cv_json_marks(enum cv_path path, const uint8_t *text, size_t count, int is_line, struct cv_json_block *blocks, uint64_t *escaped);

/// As many line ends as `cv_line_ends` writes at once, and room for what its last step writes too much.
enum { cv_most_line_ends = 192, cv_line_ends_room = cv_most_line_ends + 16 };

/// Writes the offsets of line feeds and carriage returns from `*from` on; gives how many, and in `*from` where to go on, `count` behind the last.
///
/// For texts of less than 4 GB. Not for `cv_plain`.
size_t cv_line_ends(enum cv_path path, const uint8_t *text, size_t count, size_t *from, uint32_t *places);

/// The offset of the first line feed or carriage return; `count` where there is none.
size_t cv_line_end(enum cv_path path, const uint8_t *text, size_t count);

/// The place of the quotation mark that ends the string whose letters begin at `start`; `count` where none does or a control character stands before it.
size_t cv_string_end(const uint8_t *text, size_t count, const struct cv_json_block *blocks, size_t start, int *is_escaped);

/// How far a string has been copied: the next byte of the text, and how many letters were written.
struct cv_unescaping {
  size_t from, written;
};

/// Copies the letters of a string up to `end`, escapes of one letter resolved; stops before a backslash that begins another, or none.
///
/// `count` is that of the text. `out` needs room for as many bytes as the string has and 64 more.
void cv_unescape(enum cv_path path, const uint8_t *text, size_t count, const struct cv_json_block *blocks, size_t end, uint8_t *out,
                 struct cv_unescaping *state);
