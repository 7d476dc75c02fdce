#include "CPage.h"

// In Swift the bytes would be an array literal, which takes the optimizer ten seconds to read.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t style[] = {
#embed "page.css"
};

static const uint8_t script[] = {
#embed "page.js"
};

static const uint8_t source_script[] = {
#embed "sources.js"
};

struct cp_file cp_style(void) { return (struct cp_file){style, sizeof style}; }

struct cp_file cp_script(void) { return (struct cp_file){script, sizeof script}; }

struct cp_file cp_source_script(void) { return (struct cp_file){source_script, sizeof source_script}; }
