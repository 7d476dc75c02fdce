/* The plain functions of SHA-256, which OpenSSL 3 would rather have called through EVP: that reads its configuration and sets up all of its algorithms
   before the first digest, half a millisecond that a short run feels. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
