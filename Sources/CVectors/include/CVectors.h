#pragma once
#include <stddef.h>
#include <stdint.h>

/// What 64 bytes of UTF-8 are to the word rules; bit i stands for byte i.
struct cv_block {
  /// Bytes of letters: A to Z, a to z, and the two-byte letters of Latin, Greek, Cyrillic and Armenian.
  uint64_t letter;
  uint64_t digit;
  /// Full stop, colon, apostrophe: inside a word between two letters.
  uint64_t letter_mark;
  /// Full stop, comma, semicolon, apostrophe: inside a word between two digits.
  uint64_t number_mark;
  /// Low line and all bytes of characters beyond ASCII that are neither such letters nor known marks of news text.
  uint64_t unusual;
  /// First bytes of U+2018 and U+2019.
  uint64_t curly;
  /// First bytes of apostrophes, straight or curly, with an s behind them.
  uint64_t clitic;
  /// Bytes beyond ASCII.
  uint64_t beyond;
};

/// The instruction sets that the loops are written for.
enum cv_path { cv_plain = 0, cv_sse2 = 1, cv_avx2 = 2, cv_avx512 = 3 };

/// Whether this processor has the instructions of `path` (nonzero) or not.
///
/// Calls of the functions below with a path that it does not have are undefined.
int cv_has_path(enum cv_path path);

/// Classifies `count` bytes into (count + 63) / 64 blocks, ASCII alone; bits behind the last byte are 0. Not for `cv_plain`.
void cv_classify(enum cv_path path, const uint8_t *text, size_t count, struct cv_block *blocks);

/// What blocks have beyond ASCII: how many of them have letters, and nonzero where any character is unusual.
struct cv_beyond {
  size_t letter_block_count;
  uint64_t unusual;
};

/// Adds what the characters beyond ASCII are to classified blocks.
struct cv_beyond cv_classify_beyond(enum cv_path path, const uint8_t *text, size_t count, struct cv_block *blocks);

/// How many words the blocks hold at most, and how many of them have bytes beyond ASCII.
struct cv_bound {
  size_t words, marked;
};
struct cv_bound cv_bound_words(const struct cv_block *blocks, size_t block_count);

/// Words in flat buffers: word i is the bytes from `starts[i]` to before `ends[i]`.
struct cv_words {
  /// Room for as many as `cv_bound_words` says and 80 more.
  uint32_t *starts;
  uint32_t *ends;
  size_t count;
  /// The words with bytes beyond ASCII, ascending; as much room. None where they are not to be listed.
  uint32_t *marked;
  size_t marked_count;
  /// For each block where its words begin, bit i for byte i, and how many begin before it.
  uint64_t *begins;
  uint32_t *firsts;
};

/// Cuts `count` bytes, fewer than 2^32, into words, unusual characters standing outside them.
void cv_cut(enum cv_path path, const struct cv_block *blocks, size_t count, struct cv_words *words);

/// Lists the words with bytes beyond ASCII, which cutting did not list.
void cv_mark_words(const struct cv_block *blocks, size_t count, struct cv_words *words);

/// For each word the hash of its bytes with ASCII letters made small, and the first eight of these bytes, lowest first, zeros behind.
///
/// Bytes beyond ASCII enter as they are. The lowest bit of every hash is 0.
/// `hashes` and `heads` need room for `words->count` + 8.
void cv_hash(enum cv_path path, const uint8_t *text, size_t count, const struct cv_words *words, uint64_t *hashes, uint64_t *heads);

/// Does the words with bytes beyond ASCII anew, as they are folded; the lowest bit of their hashes is 1. Hash and head are 0 where a character is
/// not known.
///
/// `foldings` says for each code point below U+0800 which letter of two bytes it folds to, as these bytes, the first lowest; 0 where it folds to none.
void cv_hash_marked(enum cv_path path, const uint8_t *text, size_t count, const struct cv_words *words, const uint16_t *foldings, uint64_t *hashes,
                    uint64_t *heads);

/// What letters of two bytes fold to, and memory for a text that is folded as a whole.
struct cv_folding {
  /// As above.
  const uint16_t *foldings;
  /// The same by the first byte's lowest five bits: 64 first bytes, then 64 second ones, by the second byte's lowest six.
  const uint8_t *pages;
  /// Room for the text's bytes and 64 more.
  uint8_t *text;
};

/// Writes the text with its letters folded: bytes of ASCII with bit 0x20 set, letters of two bytes as two others, all else as it stands.
///
/// The words are those of `blocks`, mended or not; `words->marked` then has those with other characters beyond ASCII, which are to be hashed from the text
/// itself.
void cv_fold(enum cv_path path, const uint8_t *text, size_t count, const struct cv_block *blocks, const struct cv_folding *folding, struct cv_words *words);

/// A text in which some of its words are looked for.
struct cv_searched {
  const uint8_t *bytes;
  size_t count;
  /// Of those with bytes beyond ASCII all are marked; in a text that is folded those that are not.
  const struct cv_words *words;
  /// Whether the bytes are as `cv_fold` writes them.
  int is_folded;
  /// As `cv_hash` and `cv_hash_marked` give them: of the marked words all, of the others those that are known.
  uint64_t *hashes, *heads;
  /// Bit i % 64 of number i / 64 for word i.
  uint64_t *known;
  /// Whether all are.
  int are_hashed;
};

/// Computes hash and head of one word that is not marked, which are known then.
void cv_hash_word(const struct cv_searched *text, size_t word);

/// What a word's first four bytes and its length say about it to a filter: it may be a term, the first word of a phrase, the second. The flags above these
/// say that it may have a beginning before a wildcard, one for each length of beginnings.
enum { cv_single = 1, cv_first = 2, cv_second = 4, cv_prefix_shift = 3, cv_prefix_lengths = 5 };

/// The longest length that is told from others: in letters where two letters of two bytes come first, else in bytes.
enum { cv_longest_told = 12 };

/// Tables that tell nearly all words that begin no term from the others: flags at a first look, which needs no hash, and of the flagged a second.
struct cv_filter {
  /// 2^flag_bits flags, by `cv_flag_place`, and three bytes that are loaded with the last; none where any word may begin a term.
  const uint8_t *flags;
  /// 2^short_bits flags for beginnings of fewer bytes than the place of flags is told by, by `cv_short_place`, and three bytes; none where there are no such
  /// beginnings.
  const uint8_t *shorts;
  /// 2^sure_bits bits, by the highest bits of the keys below.
  const uint64_t *sure;
  /// The bytes of a head that each length of beginnings has, the shortest first.
  uint64_t prefix_masks[cv_prefix_lengths];
  uint32_t flag_bits, short_bits, sure_bits;
};

static const uint32_t cv_flag_factor = 0x9E3779B1u;

/// Whether a folded word begins with two letters of two bytes: four bytes would tell little of it.
static inline int cv_is_wide(uint64_t head) { return (head & 0x00C000C0) == 0x00C000C0; }

/// Two letters of two bytes as eight bits each.
static inline uint32_t cv_packed(uint32_t letters) { return (letters & 0x00030003) << 6 | (letters >> 8 & 0x003F003F); }

/// The length that is told of a word by its bytes in the text, of which its folded form may have fewer.
static inline uint32_t cv_told(uint64_t head, uint32_t length) {
  uint32_t told = cv_is_wide(head) ? length / 2 : length;
  return told < cv_longest_told ? told : cv_longest_told;
}

static inline uint32_t cv_mixed_place(uint32_t first, uint32_t told, uint32_t bits) {
  return ((first ^ first >> 15) + (told << 27)) * cv_flag_factor >> (32 - bits);
}

/// Where the flags of a word stand: by the lowest four bytes of its head, or its first four letters where they have two bytes each, and its length.
static inline uint32_t cv_flag_place(uint64_t head, uint32_t told, uint32_t bits) {
  uint32_t first = cv_is_wide(head) ? cv_packed((uint32_t)head) | cv_packed((uint32_t)(head >> 32)) << 8 : (uint32_t)head;
  return cv_mixed_place(first, told, bits);
}

/// By those of the shortest beginning.
static inline uint32_t cv_short_place(uint32_t first, uint32_t bits) { return (first ^ first >> 15) * cv_flag_factor >> (32 - bits); }

static const uint64_t cv_pair_factor = 0x9FB21C651E98DF25u, cv_single_factor = 0xD1B54A32D192ED03u, cv_prefix_factor = 0xAEF17502108EF2D9u;

/// Mixes the hashes of two words that stand in a row.
static inline uint64_t cv_pair(uint64_t first, uint64_t second) { return ((first | 1) * 3 ^ (second | 1)) * cv_pair_factor; }

static inline uint64_t cv_single_key(uint64_t hash) { return (hash | 1) * cv_single_factor; }

static inline uint64_t cv_prefix_key(uint64_t head, unsigned length) { return (head ^ (uint64_t)(length + 1) << 59) * cv_prefix_factor; }

/// Set in the number of a word that begins no phrase of whole words: it and the next are not first and second of one, and it has no beginning that stands
/// before a wildcard.
static const uint32_t cv_alone = 1u << 31;

/// Words that may begin a term, ascending, with their hashes and heads; room for as many as there are words and 72.
struct cv_candidates {
  /// Fewer than 2^31, with `cv_alone`.
  uint32_t *words;
  uint64_t *hashes, *heads;
  size_t count;
};

/// Finds those of a text. `flags` needs room for as many as there are words and 72.
void cv_find_candidates(enum cv_path path, const struct cv_filter *filter, const struct cv_searched *text, uint8_t *flags, struct cv_candidates *found);

/// Where marks were found in a text, by its blocks of 64 bytes. Room for count / 64 + 1 of each, one block more than there are where all are whole.
struct cv_marks {
  /// Bit i of mask n for byte 64 * n + i; and how many marks stand before each block.
  uint64_t *masks;
  uint32_t *firsts;
  /// The blocks that have any, ascending.
  uint32_t *listed;
  size_t listed_count;
  /// The marks of all of them.
  size_t count;
};

/// Marks the bytes with which quotation marks may begin in `count` bytes, fewer than 2^32: ", ', ` and the first bytes of the characters from U+0080 to
/// U+00BF, U+2000 to U+3FFF and U+F000 to U+FFFF.
void cv_quotes(enum cv_path path, const uint8_t *text, size_t count, struct cv_marks *marks);

/// The marked bytes, ascending; `places` needs room for as many as there are and 2 more.
void cv_quote_places(enum cv_path path, const struct cv_marks *marks, uint32_t *places);

/// What a class of bytes says: its lowest three bits how it stands behind a mark, the next three how before one; `cv_quote_ink` is set for characters of ASCII
/// that are no blanks. All bytes beyond ASCII are of one class.
enum { cv_quote_ink = 0x40, cv_quote_beyond = 0x36 };

/// In an event, a byte of the caller's: the mark opens where none is open.
enum { cv_quote_opens = 1 };

/// What quotation marks do by the bytes beside them.
struct cv_quote_rules {
  /// Of each byte; from 0x80 on `cv_quote_beyond`.
  uint8_t classes[256];
  /// What " and ' do, by the class of what stands before (bits 3 to 5) and behind (bits 0 to 2).
  uint8_t doubles[64], singles[64];
  /// What U+2000 to U+203F do.
  uint8_t general[64];
  /// What the others do: `, guillemets, U+3000 to U+303F, U+FF00 to U+FF3F; one of U+2000 to U+203F that opens before a byte that is no ink; a U+2019 before
  /// another one. 0 is what other characters do.
  uint8_t unsure;
};

/// A text and where quotation marks may begin in it.
struct cv_quoted {
  const uint8_t *text;
  size_t count;
  const uint32_t *places;
  size_t place_count;
};

/// What each mark does; the text's ends count as blanks. `events` needs room for as many as there are places and 8 more.
void cv_quote_events(enum cv_path path, const struct cv_quote_rules *rules, const struct cv_quoted *quoted, uint8_t *events);

/// A stretch of a text, `end` excluded, and what its caller calls it.
struct cv_named_stretch {
  uint32_t start, end, name;
};

/// The marks of a stretch, `end` excluded, counted from the text's first one.
struct cv_marked_stretch {
  uint32_t first, end, name;
};

/// Lists the stretches with marks, in order; gives how many. `marked` needs room for all and one more.
size_t cv_marked_stretches(enum cv_path path, const struct cv_marks *marks, const struct cv_named_stretch *stretches, size_t count,
                           struct cv_marked_stretch *marked);

/// Writes the places that masks of `count` places mark, bit i of mask n for place first + 64 * n + i, ascending, and gives how many there are; `places` needs
/// room for all places of these masks, marked or not, and 2 more.
size_t cv_mark_places(enum cv_path path, const uint64_t *masks, size_t count, uint32_t first, uint32_t *places);

#include "json.h"
#include "utf8.h"
#include "prose.h"
#include "spellings.h"
#include "voices.h"
