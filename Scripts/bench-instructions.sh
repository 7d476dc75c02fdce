#!/bin/bash
# Instructions per byte of input of each stage, by callgrind: figures that do not change with what else the machine does.
# usage: bench-instructions.sh CORPUS_FOLDER PARALLAX     (`benchmarks` stands beside PARALLAX)
set -euo pipefail
folder=$1
program=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
sample="$scratch/sample.jsonl"
head -n 400 "$folder/corpus.jsonl" >"$sample"
bytes=$(stat -c %s "$sample")

# Runs a program, without the debug information that valgrind cannot read, and prints what each pattern's first function takes with all that it calls.
count() {
  local title=$1 stages=$2 binary=$3
  shift 3
  strip -g -o "$scratch/program" "$binary"
  valgrind --tool=callgrind --callgrind-out-file="$scratch/profile" "$scratch/program" "$@" >/dev/null 2>"$scratch/log" || [ $? -eq 1 ]
  echo "$title"
  callgrind_annotate --inclusive=yes --threshold=100 "$scratch/profile" 2>/dev/null | swift demangle --simplified |
    awk -v bytes="$bytes" -v stages="$stages" '
      BEGIN { count = split(stages, lines, "\n"); for (n = 1; n <= count; n++) { split(lines[n], part, " = "); name[n] = part[1]; pattern[n] = part[2] } }
      { for (n = 1; n <= count; n++) if (!(n in value) && name[n] != "" && $0 ~ pattern[n]) { value[n] = $1; gsub(",", "", value[n]) } }
      END { for (n = 1; n <= count; n++) if (name[n] != "") printf "%-36s %9s\n", name[n], n in value ? sprintf("%.2f", value[n] / bytes) : "none" }'
}

engine='whole process, start included = PROGRAM TOTALS
lexicon compiled = CompiledLexicon.init
records to fields = RecordFieldReader.(fields|readText)
  strings unescaped = :cv_copy_string
quotation marks = ArticleMarks.read\(_:\)
  those that do not decide themselves = PassageMarks.read
words cut = TextWords.cut\(_:span:\)
  bytes classified = :cv_classify 
  beyond ASCII = :cv_classify_beyond
words hashed beforehand = TextWords.hash(Unusual)?\(_:span:\)
terms = LanguageMatcher.find
  filter = CandidateFilter.find
  meanings looked up = MeaningTable.lookUp
  search = TextSearch.find'
BENCH_LEXICON="$folder/lex500.yaml" count "instructions per byte of JSON lines, the engine, 400 articles, AVX2 at best (each stage with what it calls)" "$engine" \
  "$(dirname "$program")/benchmarks" scan "$sample" 1
hits='whole process, start included = PROGRAM TOTALS
lexicon read = LexiconFile.read
articles read = CorpusReader.read\(paths
  SHA-256 = (EVP_DigestUpdate|SHA256)
  passages = ArticleMaker.article
articles scored = LexiconScorer.score\(_:threads:\)
  words cut = TextWords.cut\(_:span:\)
  terms = LanguageMatcher.find
  sentences = SentenceSegmenter.sentences
  voices, marks = ArticleMarks.read\(_:\)
repeats settled = SettledTally.init
lines written = HitLines.write'
count "the same of a run of hits with marks" "$hits" \
  "$program" hits "$sample" --lexicon "$folder/lex500.yaml" --voices marks --threads 1 -q
