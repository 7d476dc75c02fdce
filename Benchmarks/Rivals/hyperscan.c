// Hyperscan as fast as it can be used for this job: caseless literals, the borders of words checked where a match ends.
// usage: hyperscan TEXT LEXICON [PASSES] (a term a line, a trailing * for a prefix); prints the matches, with PASSES the CPU seconds of each first.
// build: cc -O3 hyperscan.c -lhs
#define _GNU_SOURCE
#include <fcntl.h>
#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>

enum { most_terms = 20000 };

static const char *text;
static size_t text_size;
static const char *terms[most_terms];
static size_t lengths[most_terms];
static unsigned flags[most_terms], ids[most_terms], is_prefix[most_terms];

static int is_word(size_t place) {
  unsigned char byte = place < text_size ? text[place] : ' ';
  return (byte | 32) - 97u < 26 || byte - 48u < 10 || byte == '_' || byte >= 0xc3;
}

static int count_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flag, void *count) {
  (void)from, (void)flag;
  size_t start = to - lengths[id];
  if ((start > 0 && is_word(start - 1)) || (!is_prefix[id] && is_word(to))) return 0;
  ++*(unsigned long long *)count;
  return 0;
}

static unsigned read_terms(const char *path) {
  FILE *file = fopen(path, "r");
  char line[512];
  unsigned count = 0;
  while (file && count < most_terms && fgets(line, sizeof line, file)) {
    line[strcspn(line, "\n")] = 0;
    size_t length = strlen(line);
    if (length == 0) continue;
    if (line[length - 1] == '*') is_prefix[count] = 1, line[--length] = 0;
    terms[count] = strdup(line), lengths[count] = length, flags[count] = HS_FLAG_CASELESS, ids[count] = count;
    count++;
  }
  return count;
}

static double processor_seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc != 3 && argc != 4) return 2;
  int passes = argc == 4 ? atoi(argv[3]) : 0;
  int file = open(argv[1], O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) return 2;
  text_size = status.st_size;
  text = mmap(0, text_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  hs_database_t *database;
  hs_compile_error_t *error;
  hs_scratch_t *scratch = 0;
  unsigned count = read_terms(argv[2]);
  if (hs_compile_lit_multi(terms, flags, ids, lengths, count, HS_MODE_BLOCK, 0, &database, &error) || hs_alloc_scratch(database, &scratch)) return 1;
  unsigned long long matches = 0;
  for (int pass = 0; pass < (passes ? passes : 1); pass++) {
    double start = processor_seconds();
    matches = 0;
    hs_scan(database, text, text_size, 0, scratch, count_match, &matches);
    if (passes) printf("pass %.6f\n", processor_seconds() - start);
  }
  printf("%llu\n", matches);
}
