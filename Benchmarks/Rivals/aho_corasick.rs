// The aho-corasick crate as a dense automaton, leftmost-longest, ASCII case folded; the borders of words checked behind the match.
// usage: aho_corasick TEXT LEXICON [PASSES] (a term a line, a trailing * for a prefix); prints the matches, with PASSES the CPU seconds of each first.
use aho_corasick::{AhoCorasickBuilder, MatchKind};

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0xc3
}

#[repr(C)]
struct Time {
    seconds: i64,
    nanoseconds: i64,
}

extern "C" {
    fn clock_gettime(clock: i32, time: *mut Time) -> i32;
}

/// Of the whole process (clock 2, CLOCK_PROCESS_CPUTIME_ID of Linux on 64 bits).
fn processor_seconds() -> f64 {
    let mut time = Time { seconds: 0, nanoseconds: 0 };
    unsafe { clock_gettime(2, &mut time) };
    time.seconds as f64 + time.nanoseconds as f64 / 1e9
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
    let passes: usize = paths.get(3).map_or(0, |passes| passes.parse().unwrap());
    let mut matches = 0;
    for _ in 0..passes.max(1) {
        let start = processor_seconds();
        matches = automaton
            .find_iter(&text)
            .filter(|found| found.start() == 0 || !is_word(text[found.start() - 1]))
            .filter(|found| is_prefix[found.pattern()] || found.end() == text.len() || !is_word(text[found.end()]))
            .count();
        if passes > 0 {
            println!("pass {:.6}", processor_seconds() - start);
        }
    }
    println!("{}", matches);
}
