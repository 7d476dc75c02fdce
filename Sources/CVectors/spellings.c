#include "spellings.h"
#include <string.h>

static inline uint64_t load(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

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
static inline uint32_t slot_of(const struct cv_spellings *table, uint64_t head, uint64_t tail) {
  return (uint32_t)((head * table->factors[0] + tail * table->factors[1]) >> table->shift);
}

uint32_t cv_spelling_slot(const struct cv_spellings *table, const struct cv_spelling *key, const uint8_t *bytes) {
  uint64_t tail = key->tail;
  for (size_t offset = 8; offset + 8 < key->length; offset += 8) tail = (tail ^ tail >> 32) * table->factors[0] + load(bytes + offset);
  return slot_of(table, key->head, key->length > 16 ? tail : key->tail);
}

static void know_key(const struct cv_spellings *table, const struct cv_stretch *words, size_t word, const struct cv_spelling_keys *keys) {
  struct cv_spelling key = cv_spelling_of(words->text, words->count, words->starts[word], words->ends[word]);
  size_t place = word - words->first;
  keys->heads[place] = key.head;
  keys->tails[place] = key.tail;
  keys->slots[place] = cv_spelling_slot(table, &key, words->text + words->starts[word]);
}

/// Words between asking for the slot of one and looking there.
enum { slot_lead = 128 };

/// No branch depends on how long a word of up to sixteen bytes is, since that follows no pattern.
void cv_spelling_keys(const struct cv_spellings *table, const struct cv_stretch *words, const struct cv_spelling_keys *keys) {
  const struct cv_spellings sought = *table;
  const uint8_t *text = words->text;
  const uint32_t *starts = words->starts + words->first, *ends = words->ends + words->first;
  uint64_t *restrict heads = keys->heads, *restrict tails = keys->tails;
  uint32_t *restrict slots = keys->slots;
  size_t word = 0, count = words->end - words->first, whole = count;
  while (whole > 0 && starts[whole - 1] + 8 > words->count) whole--;
  for (; word < whole && ends[word] < 8; word++) know_key(table, words, words->first + word, keys);
  for (; word < whole; word++) {
    size_t start = starts[word], end = ends[word], length = end - start;
    unsigned unused = length < 8 ? (unsigned)(8 - length) * 8 : 0;
    uint64_t head = load(text + start) << unused >> unused;
    uint64_t tail = load(text + end - 8) >> unused << unused;
    heads[word] = head;
    tails[word] = tail;
    slots[word] = slot_of(&sought, head, tail);
    if (__builtin_expect(length > 16, 0)) know_key(table, words, words->first + word, keys);
  }
  for (; word < count; word++) know_key(table, words, words->first + word, keys);
  for (word = 0; word < count && word < slot_lead; word++) __builtin_prefetch(sought.slots + slots[word], 1);
}

/// Bytes of seven bits that a number above 0 takes.
static inline uint32_t posting_bytes(uint32_t distance) { return ((31 - (uint32_t)__builtin_clz(distance)) * 9 + 73) >> 6; }

size_t cv_know_spellings(const struct cv_spellings *table, const struct cv_stretch *words, const struct cv_spelling_keys *keys, size_t word,
                         uint32_t place, uint32_t *restrict numbers) {
  struct cv_spelling *const slots = table->slots, *const last = slots + table->mask;
  const uint32_t *starts = words->starts + words->first, *ends = words->ends + words->first, *asked = keys->slots;
  const uint64_t *heads = keys->heads, *tails = keys->tails;
  size_t count = words->end - words->first;
  for (; word < count; word++) {
    if (word + slot_lead < count) __builtin_prefetch(slots + asked[word + slot_lead], 1);
    uint32_t length = ends[word] - starts[word];
    if (__builtin_expect(length > 16, 0)) break;
    struct cv_spelling *found = slots + asked[word];
    while ((found->head ^ heads[word]) | (found->tail ^ tails[word]) | (found->length ^ length)) {
      if (found->number == 0) return word;
      found = found == last ? slots : found + 1;
    }
    numbers[word] = found->number - 1;
    if (place == 0) continue;
    uint32_t here = place + (uint32_t)word;
    found->posting_bytes += posting_bytes(here - found->last);
    found->last = here;
  }
  return word;
}

size_t cv_other_joints(const struct cv_stretch *words, uint8_t *restrict joints, uint32_t *restrict others) {
  const uint8_t *text = words->text;
  const uint32_t *starts = words->starts, *ends = words->ends;
  size_t count = 0;
  for (size_t word = words->first; word < words->end; word++) {
    uint32_t end = ends[word - 1];
    joints[word - words->first] = 0;
    others[count] = (uint32_t)word;
    count += (starts[word] - end != 1) | (text[end] != ' ');
  }
  return count;
}

size_t cv_know_joints(const struct cv_joints *table, const struct cv_stretch *words, const uint32_t *others, size_t from, size_t count,
                      uint8_t *restrict joints) {
  const struct cv_joint *recent = table->recent;
  uint32_t *restrict counts = table->counts;
  for (; from < count; from++) {
    size_t word = others[from], end = words->ends[word - 1], length = words->starts[word] - end;
    if (length > cv_longest_joint || end + 8 > words->count) break;
    uint64_t key = cv_joint_key(words->text + end, length);
    const struct cv_joint *known = recent + cv_joint_place(key);
    if (known->key != key) break;
    joints[word - words->first] = (uint8_t)(known->number < UINT8_MAX ? known->number : UINT8_MAX);
    if (known->number >= UINT8_MAX) break;
    counts[known->number]++;
  }
  return from;
}

/// Writes a number above 0 in bytes of seven bits, the least significant first; gives where the next goes. `end` is where the row ends: what is
/// written beyond the number stays before it.
static inline uint32_t append(uint8_t *postings, uint32_t offset, uint32_t distance, uint32_t end) {
  uint32_t bytes = posting_bytes(distance);
  if (__builtin_expect(offset + 4 <= end && bytes <= 4, 1)) {
    uint32_t written = (distance & 0x7F) | (distance & 0x3F80) << 1 | (distance & 0x1FC000) << 2 | (distance & 0xFE00000) << 3;
    written |= (uint32_t)(((uint64_t)1 << (bytes * 8 - 8)) - 1) & 0x80808080;
    memcpy(postings + offset, &written, 4);
    return offset + bytes;
  }
  for (; distance >= 0x80; distance >>= 7) postings[offset++] = (uint8_t)(distance | 0x80);
  postings[offset++] = (uint8_t)distance;
  return offset;
}

/// Words between asking for memory and its use: first the spelling's entry, then the place of its next posting.
enum { entry_lead = 64, posting_lead = 32 };

void cv_rank_words(uint32_t *restrict words, const uint8_t *joints, size_t count, const uint32_t joint_bits[256],
                   struct cv_ranked *restrict spellings, uint8_t *restrict postings, uint32_t place) {
  for (size_t word = 0; word < count; word++) {
    if (word + entry_lead < count) __builtin_prefetch(spellings + words[word + entry_lead], 1);
    if (postings && word + posting_lead < count) __builtin_prefetch(postings + spellings[words[word + posting_lead]].next, 1);
    struct cv_ranked *spelling = spellings + words[word];
    words[word] = spelling->rank | joint_bits[joints[word]];
    if (!postings) continue;
    uint32_t here = place + (uint32_t)word + 1;
    spelling->next = append(postings, spelling->next, here - spelling->last, spelling->end);
    spelling->last = here;
  }
}
