#!/bin/bash
# Instructions per byte of input of each stage, by callgrind: figures that do not change with what else the machine does.
# usage: bench-instructions.sh CORPUS_FOLDER PARALLAX
set -euo pipefail
folder=$1
program=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
head -n 200 "$folder/corpus.jsonl" >"$scratch/sample.jsonl"
bytes=$(stat -c %s "$scratch/sample.jsonl")
# Valgrind cannot read Swift's debug information, and needs none of it.
strip -g -o "$scratch/parallax" "$program"
valgrind --tool=callgrind --callgrind-out-file="$scratch/profile" "$scratch/parallax" hits "$scratch/sample.jsonl" \
  --lexicon "$folder/lex500.yaml" --voices marks --threads 1 -q >/dev/null 2>"$scratch/log" || [ $? -eq 1 ]
echo "instructions per byte of JSON lines, hits with marks, 200 articles (each stage with what it calls)"
callgrind_annotate --inclusive=yes --threshold=100 "$scratch/profile" 2>/dev/null | swift demangle --simplified |
  awk -v bytes="$bytes" '
    function show(name) { value = $1; gsub(",", "", value); if (!(name in seen)) { seen[name] = 1; printf "%-34s %9.1f\n", name, value / bytes } }
    /PROGRAM TOTALS/ { show("whole run, start included") }
    /Run.lexicon\(/ { show("lexicon read") }
    /static CorpusReader.read\(paths/ { show("articles read") }
    /DigestContext.digest/ { show("  SHA-256") }
    /FlatRecord.init/ { show("  records of JSON lines") }
    /PassageClassifier.passages/ { show("  passages") }
    /LexiconScorer.score\(_:threads:\)/ { show("articles scored") }
    /WordScan.words\(in:blocks/ { show("  words") }
    /WordNumbers.numbers\(of:in:\)/ { show("  numbers of words") }
    /LanguageMatcher.matches/ { show("  terms") }
    /SentenceSegmenter.sentences/ { show("  sentences") }
    /ArticleVoices.spans/ { show("  voices, marks") }
    /ArticleNames.add/ { show("  names") }
    /SettledTally.init/ { show("repeats settled") }
    /HitRecord.json/ { show("lines written") }'
