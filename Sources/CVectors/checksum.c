#include "spellings.h"
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

/// One lane's step over eight bytes. Lanes stay in registers of their own: four chains of products run side by side, while vectors of the plain instruction
/// set would make each product of three.
INLINE uint64_t step(uint64_t lane, const uint8_t *bytes) {
  uint64_t word, mixed;
  memcpy(&word, bytes, 8);
  mixed = (lane ^ word) * 0xA0761D6478BD642Fu;
  mixed = mixed << 29 | mixed >> 35;
#if defined(__GNUC__)
  __asm__("" : "+r"(mixed));
#endif
  return mixed;
}

void cv_checksum(uint64_t lanes[4], const uint8_t *bytes, size_t count) {
  uint64_t one = lanes[0], two = lanes[1], three = lanes[2], four = lanes[3];
  for (size_t offset = 0; offset + 32 <= count; offset += 32) {
    one = step(one, bytes + offset);
    two = step(two, bytes + offset + 8);
    three = step(three, bytes + offset + 16);
    four = step(four, bytes + offset + 24);
  }
  lanes[0] = one;
  lanes[1] = two;
  lanes[2] = three;
  lanes[3] = four;
}
