#include "CVectors.h"
#include "targets.h"
#include <string.h>

/// Bytes from the one before a mark on: enough to tell what it does.
enum { window = 8, block_places = 64 };

/// Blanks stand before the text and behind.
static inline void copy_window(const uint8_t *text, size_t count, size_t place, uint8_t bytes[window]) {
  for (size_t i = 0; i < window; i++) bytes[i] = place + i > 0 && place + i - 1 < count ? text[place + i - 1] : ' ';
}

static inline uint8_t plain_general(const struct cv_quote_rules *rules, const uint8_t bytes[window]) {
  static const uint8_t twice[] = {0x99, 0xE2, 0x80, 0x99};
  if ((bytes[3] & 0xC0) != 0x80) return 0;
  uint8_t event = rules->general[bytes[3] & 63];
  int is_bare = (event & cv_quote_opens) && !(rules->classes[bytes[4]] & cv_quote_ink);
  return is_bare || memcmp(bytes + 3, twice, 4) == 0 ? rules->unsure : event;
}

static inline uint8_t plain_event(const struct cv_quote_rules *rules, const uint8_t bytes[window]) {
  uint8_t beside = (rules->classes[bytes[0]] & 0x38) | (rules->classes[bytes[2]] & 0x07);
  switch (bytes[1]) {
  case '"': return rules->doubles[beside];
  case '\'': return rules->singles[beside];
  case 0xE2: return bytes[2] == 0x80 ? plain_general(rules, bytes) : 0;
  case 0xE3: return bytes[2] == 0x80 ? rules->unsure : 0;
  case 0xC2: return (bytes[2] & 0xEF) == 0xAB ? rules->unsure : 0;
  case 0xEF: return bytes[2] == 0xBC ? rules->unsure : 0;
  default: return rules->unsure;
  }
}

static inline int has_window(const uint32_t *places, size_t number, size_t count) {
  return places[number] > 0 && (size_t)places[number] + window - 1 <= count;
}

static void events_plain(const struct cv_quote_rules *rules, const uint8_t *text, size_t count, const uint32_t *places, size_t from, size_t end,
                         uint8_t *events) {
  for (size_t number = from; number < end; number++) {
    uint8_t bytes[window];
    if (has_window(places, number, count)) {
      events[number] = plain_event(rules, text + places[number] - 1);
    } else {
      copy_window(text, count, places[number], bytes);
      events[number] = plain_event(rules, bytes);
    }
  }
}

#if defined(__x86_64__)
/// The rules in registers.
struct rules512 {
  __m512i low_classes, high_classes, doubles, singles, general, unsure;
};

AVX512 static inline __mmask8 is512(__m512i windows, uint64_t mask, uint64_t bytes) {
  return _mm512_cmpeq_epi64_mask(_mm512_and_si512(windows, _mm512_set1_epi64((int64_t)mask)), _mm512_set1_epi64((int64_t)bytes));
}

/// What eight marks do, each by its window, as the lowest byte of each; the first byte of a window is the lowest.
AVX512 static inline __m512i events512(struct rules512 rules, __m512i windows) {
  __m512i ascii = _mm512_permutex2var_epi8(rules.low_classes, windows, rules.high_classes);
  __m512i classes = _mm512_mask_mov_epi8(ascii, _mm512_movepi8_mask(windows), _mm512_set1_epi8(cv_quote_beyond));
  // Of the byte before the bits 3 to 5, of the one behind all others.
  __m512i beside = _mm512_ternarylogic_epi64(_mm512_set1_epi8(0x38), classes, _mm512_srli_epi64(classes, 16), 0xCA);
  __m512i general = _mm512_permutexvar_epi8(_mm512_srli_epi64(windows, 24), rules.general);
  __mmask8 is_general = is512(windows, 0xC0FFFF00, 0x8080E200);
  __mmask8 is_before_ink = _mm512_test_epi64_mask(classes, _mm512_set1_epi64((int64_t)cv_quote_ink << 32));
  __mmask8 is_bare = _mm512_mask_test_epi64_mask(is_general & (__mmask8)~is_before_ink, general, _mm512_set1_epi64(cv_quote_opens));
  __mmask8 is_twice = is_general & is512(windows, 0xFFFFFFFF000000, 0x9980E299000000);
  __mmask8 is_other = is512(windows, 0xEFFF00, 0xABC200) | is512(windows, 0xFFFF00, 0x80E300) | is512(windows, 0xFFFF00, 0xBCEF00);
  __m512i events = _mm512_maskz_permutexvar_epi8(0x0101010101010101, beside, rules.doubles);
  events = _mm512_maskz_mov_epi64(is512(windows, 0xFF00, '"' << 8), events);
  events = _mm512_mask_mov_epi64(events, is512(windows, 0xFF00, '\'' << 8), _mm512_permutexvar_epi8(beside, rules.singles));
  events = _mm512_mask_mov_epi64(events, is_general, general);
  return _mm512_mask_mov_epi64(events, is_bare | is_twice | is_other | is512(windows, 0xFF00, '`' << 8), rules.unsure);
}

/// All places must have a window.
AVX512 static void events_avx512(const struct cv_quote_rules *rules, const uint8_t *text, const uint32_t *places, size_t from, size_t end,
                                 uint8_t *events) {
  struct rules512 loaded = {_mm512_loadu_si512(rules->classes), _mm512_loadu_si512(rules->classes + 64), _mm512_loadu_si512(rules->doubles),
                            _mm512_loadu_si512(rules->singles), _mm512_loadu_si512(rules->general),      _mm512_set1_epi8((char)rules->unsure)};
  uint64_t windows[block_places] __attribute__((aligned(64)));
  for (; from < end; from += block_places) {
    size_t found = end - from < block_places ? end - from : block_places;
    for (size_t number = 0; number < found; number++) memcpy(windows + number, text + places[from + number] - 1, window);
    for (size_t number = 0; number < found; number += 8) {
      __m512i eight = events512(loaded, _mm512_load_si512(windows + number));
      _mm_storel_epi64((__m128i *)(events + from + number), _mm512_cvtepi64_epi8(eight));
    }
  }
}
#endif

void cv_quote_events(enum cv_path path, const struct cv_quote_rules *rules, const struct cv_quoted *quoted, uint8_t *events) {
  const uint8_t *text = quoted->text;
  const uint32_t *places = quoted->places;
  size_t first = 0, end = quoted->place_count, whole = end;
#if defined(__x86_64__)
  if (path == cv_avx512) {
    while (first < end && places[first] == 0) first++;
    while (whole > first && !has_window(places, whole - 1, quoted->count)) whole--;
    events_avx512(rules, text, places, first, whole, events);
    events_plain(rules, text, quoted->count, places, 0, first, events);
    return events_plain(rules, text, quoted->count, places, whole, end, events);
  }
#endif
  events_plain(rules, text, quoted->count, places, first, whole, events);
}
