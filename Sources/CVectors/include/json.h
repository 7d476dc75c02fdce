#pragma once
#include "CVectors.h"

/// How far a string of a JSON record has been read: the next byte of the record, and how many letters of it were written.
struct cv_string {
  size_t from, written;
  /// Whether there were escapes, that before which it stopped included.
  int is_escaped;
};

/// Passes the letters of a string from `from` on; stops at the first of these: the quotation mark that ends it, a control character (below U+0020), a
/// backslash that begins an escape of more than one letter, or none, and `count`.
void cv_pass_string(enum cv_path path, const uint8_t *text, size_t count, struct cv_string *string);

/// The same, and copies them to `out`, escapes resolved. It also stops where fewer than `cv_string_block` bytes of the `room` in `out` are left.
void cv_copy_string(enum cv_path path, const uint8_t *text, size_t count, uint8_t *out, size_t room, struct cv_string *string);

/// Bytes that are written at once, some of them behind the last letter.
enum { cv_string_block = 64 };

/// The blocks of 64 bytes in which lines end.
struct cv_ending_blocks {
  /// Bit i for byte i of the block, never 0; and the block's first byte. Room for as many as the text has, and one more.
  uint64_t *masks;
  uint32_t *starts;
  size_t block_count;
  /// The line ends of all of them.
  size_t count;
};

/// Marks the line feeds and carriage returns of `count` bytes, fewer than 2^32.
void cv_line_ends(enum cv_path path, const uint8_t *text, size_t count, struct cv_ending_blocks *marks);

/// The offset of the first line feed or carriage return; `count` where there is none.
size_t cv_line_end(enum cv_path path, const uint8_t *text, size_t count);
