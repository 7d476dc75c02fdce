#pragma once
#include <stddef.h>
#include <stdint.h>

/// A file beside `page.c`: UTF-8, without a NUL behind it.
struct cp_file {
  const uint8_t *bytes;
  size_t count;
};

/// page.css
struct cp_file cp_style(void);

/// page.js
struct cp_file cp_script(void);

/// sources.js, which follows the script where a page has a choice of sources.
struct cp_file cp_source_script(void);
