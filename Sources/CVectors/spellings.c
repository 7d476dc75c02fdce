#include "spellings.h"
#include "targets.h"
#include <string.h>

#if defined(__x86_64__)
/// Shifts by any register and counts of leading zeros in one step: the loops below are bound by their instructions.
#define BITS __attribute__((target("bmi,bmi2,lzcnt,popcnt")))
#endif
#define INLINE static inline __attribute__((always_inline))

INLINE uint64_t load(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

int cv_holds(const uint8_t *bytes, size_t count, uint8_t byte) { return count > 0 && memchr(bytes, byte, count); }

struct cv_spelling cv_spelling_of(const uint8_t *text, size_t count, size_t start, size_t end) {
  size_t length = end - start;
  struct cv_spelling key = {0, 0, (uint32_t)length, 0, 0, 0};
  if (start + 8 <= count) {
    key.head = load(text + start) & UINT64_MAX >> (length < 8 ? 64 - length * 8 : 0);
  } else {
    memcpy(&key.head, text + start, length < 8 ? length : 8);
  }
  key.tail = length > 8 ? load(text + end - 8) : key.head << (8 - length) * 8;
  return key;
}

/// The highest bits of a sum of products with odd numbers drawn at random (Dietzfelbinger 1996, multilinear hashing).
INLINE uint32_t slot_of(const struct cv_spellings *table, uint64_t head, uint64_t tail) {
  return (uint32_t)((head * table->factors[0] + tail * table->factors[1]) >> table->shift);
}

uint32_t cv_spelling_slot(const struct cv_spellings *table, const struct cv_spelling *key, const uint8_t *bytes) {
  uint64_t tail = key->tail;
  for (size_t offset = 8; offset + 8 < key->length; offset += 8) tail = (tail ^ tail >> 32) * table->factors[0] + load(bytes + offset);
  return slot_of(table, key->head, key->length > 16 ? tail : key->tail);
}

static void know_key(const struct cv_spellings *table, const struct cv_stretch *words, size_t word, struct cv_spelling_key *keys) {
  struct cv_spelling key = cv_spelling_of(words->text, words->count, words->starts[word], words->ends[word]);
  uint32_t slot = cv_spelling_slot(table, &key, words->text + words->starts[word]);
  keys[word - words->first] = (struct cv_spelling_key){key.head, key.tail, slot, key.length};
}

/// Words between asking for the slot of one and looking there.
enum { slot_lead = 128 };

/// No branch depends on how long a word of up to sixteen bytes is, since that follows no pattern.
INLINE void spelling_keys(const struct cv_spellings *table, const struct cv_stretch *words, struct cv_spelling_key *restrict keys) {
  const struct cv_spellings sought = *table;
  const uint8_t *text = words->text;
  const uint32_t *starts = words->starts + words->first, *ends = words->ends + words->first;
  size_t word = 0, count = words->end - words->first, whole = count;
  while (whole > 0 && starts[whole - 1] + 8 > words->count) whole--;
  for (; word < whole && ends[word] < 8; word++) know_key(table, words, words->first + word, keys);
  for (; word < whole; word++) {
    size_t start = starts[word], end = ends[word], length = end - start;
    unsigned unused = length < 8 ? (unsigned)(8 - length) * 8 : 0;
    uint64_t head = load(text + start) << unused >> unused;
    uint64_t tail = load(text + end - 8) >> unused << unused;
    keys[word] = (struct cv_spelling_key){head, tail, slot_of(&sought, head, tail), (uint32_t)length};
    if (__builtin_expect(length > 16, 0)) know_key(table, words, words->first + word, keys);
  }
  for (; word < count; word++) know_key(table, words, words->first + word, keys);
  for (word = 0; word < count && word < slot_lead; word++) __builtin_prefetch(sought.slots + keys[word].slot, 1);
}

/// - counts: whether posting bytes are.
INLINE size_t know_spellings(const struct cv_spellings *table, const struct cv_spelling_key *keys, size_t word, size_t count, uint32_t place,
                             int counts, uint32_t *restrict numbers) {
  struct cv_spelling *const slots = table->slots;
  const struct cv_spelling_key *key = keys + word, *const end = keys + count;
  uint32_t here = place + (uint32_t)word, *number = numbers + word;
  for (; key < end; key++, here++, number++) {
    if (end - key > slot_lead) __builtin_prefetch(slots + key[slot_lead].slot, 1);
    if (__builtin_expect(key->length > 16, 0)) break;
    uint64_t head = key->head, tail = key->tail;
    uint32_t length = key->length;
    struct cv_spelling *found = slots + key->slot;
    if ((found->head ^ head) | (found->tail ^ tail) | (found->length ^ length)) {
      size_t slot = key->slot;
      do {
        if (found->number == 0) return (size_t)(number - numbers);
        slot = cv_next_slot(table, key->slot, slot);
        found = slots + slot;
      } while ((found->head ^ head) | (found->tail ^ tail) | (found->length ^ length));
    }
    *number |= found->number - 1;
    if (!counts) continue;
    found->posting_bytes += cv_posting_bytes(here - found->last);
    found->last = here;
  }
  return (size_t)(number - numbers);
}

#if defined(__x86_64__)
BITS static void spelling_keys_bits(const struct cv_spellings *table, const struct cv_stretch *words, struct cv_spelling_key *restrict keys) {
  spelling_keys(table, words, keys);
}

BITS static size_t know_spellings_bits(const struct cv_spellings *table, const struct cv_spelling_key *keys, size_t word, size_t count,
                                       uint32_t place, uint32_t *restrict numbers) {
  if (place == 0) return know_spellings(table, keys, word, count, 0, 0, numbers);
  return know_spellings(table, keys, word, count, place, 1, numbers);
}
#endif

void cv_spelling_keys(enum cv_path path, const struct cv_spellings *table, const struct cv_stretch *words, struct cv_spelling_key *restrict keys) {
#if defined(__x86_64__)
  if (path == cv_avx2 || path == cv_avx512) return spelling_keys_bits(table, words, keys);
#endif
  spelling_keys(table, words, keys);
}

size_t cv_know_spellings(enum cv_path path, const struct cv_spellings *table, const struct cv_spelling_key *keys, size_t word, size_t count,
                         uint32_t place, uint32_t *restrict numbers) {
#if defined(__x86_64__)
  if (path == cv_avx2 || path == cv_avx512) return know_spellings_bits(table, keys, word, count, place, numbers);
#endif
  if (place == 0) return know_spellings(table, keys, word, count, 0, 0, numbers);
  return know_spellings(table, keys, word, count, place, 1, numbers);
}

INLINE size_t other_joints(const struct cv_stretch *words, size_t word, size_t count, uint32_t *restrict column, uint32_t *restrict others) {
  const uint8_t *text = words->text;
  const uint32_t *starts = words->starts, *ends = words->ends;
  for (; word < words->end; word++) {
    uint32_t end = ends[word - 1];
    column[word - words->first] = 0;
    others[count] = (uint32_t)word;
    count += (starts[word] - end != 1) | (text[end] != ' ');
  }
  return count;
}

#if defined(__x86_64__)
/// Sixteen words at a time; the text is looked at only where one byte stands before a word, and four are read.
AVX512 static size_t other_joints_avx512(const struct cv_stretch *words, uint32_t *restrict column, uint32_t *restrict others) {
  const uint32_t *starts = words->starts, *ends = words->ends;
  __m512i numbers = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0), zero = _mm512_setzero_si512();
  size_t word = words->first, count = 0;
  while (word < words->end) {
    size_t rest = words->end - word < 16 ? words->end - word : 16;
    if (ends[word + rest - 2] + 4 > words->count) break;
    __mmask16 lanes = (__mmask16)((1u << rest) - 1);
    __m512i before = _mm512_maskz_loadu_epi32(lanes, ends + word - 1), here = _mm512_maskz_loadu_epi32(lanes, starts + word);
    __mmask16 single = _mm512_mask_cmpeq_epi32_mask(lanes, _mm512_sub_epi32(here, before), _mm512_set1_epi32(1));
    __m512i bytes = _mm512_mask_i32gather_epi32(zero, single, before, words->text, 1);
    __mmask16 blank = _mm512_mask_cmpeq_epi32_mask(single, _mm512_and_si512(bytes, _mm512_set1_epi32(0xFF)), _mm512_set1_epi32(' '));
    __mmask16 other = lanes & ~blank;
    _mm512_mask_storeu_epi32(column + (word - words->first), lanes, zero);
    _mm512_storeu_si512(others + count, _mm512_maskz_compress_epi32(other, _mm512_add_epi32(numbers, _mm512_set1_epi32((int)word))));
    count += (size_t)__builtin_popcount(other);
    word += rest;
  }
  return other_joints(words, word, count, column, others);
}
#endif

size_t cv_other_joints(enum cv_path path, const struct cv_stretch *words, uint32_t *restrict column, uint32_t *restrict others) {
#if defined(__x86_64__)
  if (path == cv_avx512) return other_joints_avx512(words, column, others);
#endif
  return other_joints(words, words->first, 0, column, others);
}

size_t cv_know_joints(struct cv_joints *table, const struct cv_stretch *words, const uint32_t *others, size_t from, size_t count,
                      uint32_t *restrict column) {
  const struct cv_joint *recent = table->recent;
  uint32_t *restrict counts = table->counts;
  struct cv_gap *restrict stops = table->stops;
  size_t stop_count = table->stop_count;
  for (; from < count; from++) {
    size_t word = others[from], end = words->ends[word - 1], length = words->starts[word] - end;
    if (length > cv_longest_joint || end + 8 > words->count) break;
    uint64_t key = cv_joint_key(words->text + end, length);
    const struct cv_joint *known = recent + cv_joint_place(key);
    if (known->key != key) break;
    if (known->number >= cv_joint_escape) break;
    column[word - words->first] = known->number << cv_joint_shift;
    counts[known->number]++;
    stops[stop_count] = (struct cv_gap){(uint32_t)end, (uint32_t)(end + length)};
    stop_count += known->has_stop;
  }
  table->stop_count = stop_count;
  return from;
}
