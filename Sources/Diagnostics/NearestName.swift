/// Finds the known name that a mistyped one was probably meant to be.
package enum NearestName {
    /// The name of `names` nearest to `name`, or nil where none is close: at most one slip in three characters, three in all.
    ///
    /// Letter case, hyphens, underscores and blanks do not tell names apart. Of names equally near the first wins.
    ///
    /// - Complexity: O(names × length²) with lengths up to 64 characters; longer names have no neighbours.
    package static func find(_ name: String, in names: some Sequence<String>) -> String? {
        let wanted = comparable(name)
        guard (1...64).contains(wanted.count) else { return nil }
        var nearest: (name: String, distance: Int)?
        for candidate in names {
            let letters = comparable(candidate)
            guard letters.count <= 64 else { continue }
            let distance = distance(wanted, letters)
            let limit = min(3, max(1, max(wanted.count, letters.count) / 3))
            if distance <= limit, distance < nearest?.distance ?? .max { nearest = (candidate, distance) }
        }
        return nearest?.name
    }

    private static func comparable(_ name: String) -> [Character] {
        name.lowercased().filter { !"-_ ".contains($0) }.map(\.self)
    }

    /// Insertions, deletions, substitutions and swaps of neighbours that make `left` from `right`, no place edited twice.
    ///
    /// Source: Damerau (1964) and Levenshtein (1966), in the restricted form called optimal string alignment.
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
                var best = min(substitution, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
