#pragma once
#include "CVectors.h"

/// Marks the quotation marks, backslashes and control characters (below U+0020) of `count` bytes in (count + 63) / 64 masks.
///
/// Bit i of a mask stands for its byte i; bits behind the last byte are 0. Calls with a path that the processor does not have are undefined.
void cv_json_marks(enum cv_path path, const uint8_t *text, size_t count, uint64_t *masks);

/// Marks the line feeds and carriage returns: bit i of masks[n] for byte 64 × n + i. Not for `cv_plain`.
void cv_line_marks(enum cv_path path, const uint8_t *text, size_t count, uint64_t *masks);

/// The offset of the first line feed or carriage return; `count` where there is none.
size_t cv_line_end(enum cv_path path, const uint8_t *text, size_t count);

/// The place of the quotation mark that ends the string whose letters begin at `start`, by the marks of `cv_json_marks`; `count` where none does or a control
/// character stands before it.
size_t cv_string_end(const uint8_t *text, size_t count, const uint64_t *marks, size_t start, int *is_escaped);

/// How far a string has been copied: the next byte of the text, and how many letters were written.
struct cv_unescaping {
  size_t from, written;
};

/// Copies the letters of a string up to `end`, escapes of one letter resolved; stops before a backslash that begins another, or none.
///
/// `out` needs room for as many bytes as the string has and 32 more.
void cv_unescape(const uint8_t *text, size_t count, const uint64_t *marks, size_t end, uint8_t *out, struct cv_unescaping *state);
