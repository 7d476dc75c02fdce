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

/// As many line ends as `cv_line_ends` writes at once, and room for what its last step writes too much.
enum { cv_most_line_ends = 192, cv_line_ends_room = cv_most_line_ends + 16 };

/// Writes the offsets of line feeds and carriage returns from `*from` on; gives how many, and in `*from` where to go on, `count` behind the last.
///
/// For texts of less than 4 GB. Not for `cv_plain`.
size_t cv_line_ends(enum cv_path path, const uint8_t *text, size_t count, size_t *from, uint32_t *places);

/// The offset of the first line feed or carriage return; `count` where there is none.
size_t cv_line_end(enum cv_path path, const uint8_t *text, size_t count);
