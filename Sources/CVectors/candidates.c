#include "CVectors.h"
#include "targets.h"

static inline uint32_t has(const uint32_t *bits, uint64_t place) { return bits[place >> 5] >> (place & 31) & 1; }

static size_t candidates_from(const struct cv_filter *filter, const uint64_t *hashes, const uint64_t *heads, size_t word, size_t count,
                              uint32_t *candidates, size_t found) {
  uint32_t shift = 64 - filter->bits;
  for (; word < count; word++) {
    uint64_t pair = cv_pair(hashes[word], hashes[word + 1]), prefix = (heads[word] & filter->prefix_mask) * cv_prefix_factor;
    candidates[found] = (uint32_t)word;
    found += has(filter->single, hashes[word] >> shift) | has(filter->pair, pair >> shift) | has(filter->prefix, prefix >> shift);
  }
  return found;
}

#if defined(__x86_64__)
/// For eight places of bits those that are set.
AVX512 static inline __mmask8 has_eight(const uint32_t *bits, __m512i places) {
  __m256i words = _mm512_i64gather_epi32(_mm512_srli_epi64(places, 5), bits, 4);
  __m256i bit = _mm256_sllv_epi32(_mm256_set1_epi32(1), _mm256_and_si256(_mm512_cvtepi64_epi32(places), _mm256_set1_epi32(31)));
  return _mm256_test_epi32_mask(words, bit);
}

AVX512 static size_t candidates_avx512(const struct cv_filter *filter, const uint64_t *hashes, const uint64_t *heads, size_t count,
                                       uint32_t *candidates) {
  const __m512i mask = _mm512_set1_epi64((long long)filter->prefix_mask), by_prefix = _mm512_set1_epi64((long long)cv_prefix_factor);
  const __m512i one = _mm512_set1_epi64(1), by_pair = _mm512_set1_epi64((long long)0x9FB21C651E98DF25u);
  const __m128i shift = _mm_cvtsi32_si128((int)(64 - filter->bits));
  __m256i numbers = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
  size_t word = 0, found = 0;
  for (; word + 8 <= count; word += 8) {
    __m512i hash = _mm512_loadu_si512(hashes + word), next = _mm512_loadu_si512(hashes + word + 1), head = _mm512_loadu_si512(heads + word);
    __m512i marked = _mm512_or_si512(hash, one), tripled = _mm512_add_epi64(marked, _mm512_add_epi64(marked, marked));
    __m512i pair = _mm512_mullo_epi64(_mm512_xor_si512(tripled, _mm512_or_si512(next, one)), by_pair);
    __m512i prefix = _mm512_mullo_epi64(_mm512_and_si512(head, mask), by_prefix);
    __mmask8 set = has_eight(filter->single, _mm512_srl_epi64(hash, shift)) | has_eight(filter->pair, _mm512_srl_epi64(pair, shift)) |
                   has_eight(filter->prefix, _mm512_srl_epi64(prefix, shift));
    _mm256_storeu_si256((__m256i *)(candidates + found), _mm256_maskz_compress_epi32(set, numbers));
    found += (size_t)__builtin_popcount(set);
    numbers = _mm256_add_epi32(numbers, _mm256_set1_epi32(8));
  }
  return candidates_from(filter, hashes, heads, word, count, candidates, found);
}
#endif

size_t cv_candidates(enum cv_path path, const struct cv_filter *filter, const uint64_t *hashes, const uint64_t *heads, size_t count,
                     uint32_t *candidates) {
#if defined(__x86_64__)
  if (path == cv_avx512) return candidates_avx512(filter, hashes, heads, count, candidates);
#endif
  return candidates_from(filter, hashes, heads, 0, count, candidates, 0);
}
