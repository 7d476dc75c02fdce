/// Gives every concept a letter of its own: the first free letter of its label's words, then of the alphabet; after Z, numbers.
struct KeyLetters {
    private var taken: Set<String> = []
    private static let alphabet = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }

    mutating func letter(for label: String) -> String {
        let words = label.split { !$0.isLetter }.map { $0.uppercased() }
        let initials = words.filter { !["THE", "A", "AN", "OF"].contains($0) }.compactMap(\.first).map(String.init)
        let letters = label.uppercased().map(String.init)
        let candidates = (initials + letters + Self.alphabet).filter(Self.alphabet.contains)
        let letter = candidates.first { !taken.contains($0) } ?? String(taken.count + 1)
        taken.insert(letter)
        return letter
    }
}
