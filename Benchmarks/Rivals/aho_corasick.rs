// The aho-corasick crate as a dense automaton, leftmost-longest, ASCII case folded; the borders of words checked behind the match.
// usage: aho_corasick TEXT LEXICON (a term a line, a trailing * for a prefix); prints the matches.
use aho_corasick::{AhoCorasickBuilder, MatchKind};

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0xc3
}

fn main() {
    let paths: Vec<String> = std::env::args().collect();
    let text = std::fs::read(&paths[1]).unwrap();
    let lexicon = std::fs::read_to_string(&paths[2]).unwrap();
    let terms: Vec<&str> = lexicon.lines().filter(|line| !line.is_empty()).collect();
    let is_prefix: Vec<bool> = terms.iter().map(|term| term.ends_with('*')).collect();
    let automaton = AhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .dfa(true)
        .build(terms.iter().map(|term| term.trim_end_matches('*')));
    let matches = automaton
        .find_iter(&text)
        .filter(|found| found.start() == 0 || !is_word(text[found.start() - 1]))
        .filter(|found| is_prefix[found.pattern()] || found.end() == text.len() || !is_word(text[found.end()]))
        .count();
    println!("{}", matches);
}
