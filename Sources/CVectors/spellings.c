#include "spellings.h"
#include <string.h>

static inline uint64_t load(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, 8);
  return word;
}

static inline struct cv_spelling key_of(const uint8_t *text, size_t count, size_t start, size_t end) {
  size_t length = end - start;
  struct cv_spelling key = {0, 0, (uint32_t)length, 0, 0, 0};
  if (start + 8 <= count) {
    key.head = load(text + start) & UINT64_MAX >> (length < 8 ? 64 - length * 8 : 0);
  } else {
    memcpy(&key.head, text + start, length);
  }
  if (length > 8) key.tail = load(text + end - 8);
  return key;
}

struct cv_spelling cv_spelling_of(const uint8_t *text, size_t count, size_t start, size_t end) { return key_of(text, count, start, end); }

/// A product of 64 by 64 bits folded to 64 (Wang Yi, wyhash).
static inline uint64_t mixed(uint64_t left, uint64_t right) {
  unsigned __int128 product = (unsigned __int128)left * (right | 1);
  return (uint64_t)(product >> 64) ^ (uint64_t)product;
}

static inline uint64_t hash_of(const struct cv_spelling *key, const uint8_t *bytes, const uint64_t seeds[2]) {
  uint64_t hash = mixed(key->head ^ seeds[0], key->tail ^ seeds[1]);
  for (size_t offset = 8; offset + 8 < key->length; offset += 8) hash = mixed(hash ^ load(bytes + offset), seeds[1]);
  return hash;
}

uint64_t cv_spelling_hash(const struct cv_spelling *key, const uint8_t *bytes, const uint64_t seeds[2]) { return hash_of(key, bytes, seeds); }

/// Bytes of seven bits that a number above 0 takes.
static inline uint32_t posting_bytes(uint32_t distance) { return ((31 - (uint32_t)__builtin_clz(distance)) * 9 + 73) >> 6; }

/// Words between asking for the slot of one and looking there.
enum { slot_lead = 24 };

/// Writes the slot where the search for the next word begins, and has it brought into the cache.
static inline void ask(const struct cv_spellings *table, struct cv_stretch *words, uint32_t *slots) {
  size_t start = words->starts[words->asked];
  struct cv_spelling key = key_of(words->text, words->count, start, words->ends[words->asked]);
  size_t slot = hash_of(&key, words->text + start, table->seeds) & table->mask;
  __builtin_prefetch(table->slots + slot, 1);
  slots[words->asked++ - words->first] = (uint32_t)slot;
}

size_t cv_know_spellings(const struct cv_spellings *table, struct cv_stretch *words, uint32_t *slots, uint32_t place, uint32_t *numbers) {
  size_t word = words->first;
  for (; word < words->end; word++) {
    while (words->asked < words->end && words->asked < word + slot_lead) ask(table, words, slots);
    struct cv_spelling key = key_of(words->text, words->count, words->starts[word], words->ends[word]);
    if (key.length > 16) break;
    struct cv_spelling *found = table->slots + slots[word - words->first];
    while ((found->head ^ key.head) | (found->tail ^ key.tail) | (found->length ^ key.length)) {
      if (found->number == 0) return word;
      found = found == table->slots + table->mask ? table->slots : found + 1;
    }
    *numbers++ = found->number - 1;
    if (place == 0) continue;
    found->posting_bytes += posting_bytes(place - found->last);
    found->last = place++;
  }
  return word;
}

static inline uint32_t append(uint8_t *postings, uint32_t offset, uint32_t distance) {
  while (distance >= 0x80) {
    postings[offset++] = (uint8_t)(distance | 0x80);
    distance >>= 7;
  }
  postings[offset++] = (uint8_t)distance;
  return offset;
}

/// Words between asking for memory and its use: first the spelling's entry, then the place of its next posting.
enum { entry_lead = 32, posting_lead = 16 };

void cv_rank_words(uint32_t *words, const uint8_t *joints, size_t count, const uint32_t joint_bits[256], struct cv_ranked *spellings,
                   uint8_t *postings, uint32_t place) {
  for (size_t word = 0; word < count; word++) {
    if (word + entry_lead < count) __builtin_prefetch(spellings + words[word + entry_lead], 1);
    if (postings && word + posting_lead < count) __builtin_prefetch(postings + spellings[words[word + posting_lead]].next, 1);
    struct cv_ranked *spelling = spellings + words[word];
    words[word] = spelling->rank | joint_bits[joints[word]];
    if (!postings) continue;
    uint32_t here = place + (uint32_t)word + 1;
    spelling->next = append(postings, spelling->next, here - spelling->last);
    spelling->last = here;
  }
}
