/// Makes ids for the page out of names: `[a-z0-9-]+`, unique, so that a name can neither break a selector nor take another's id.
struct Slugs {
    private var taken: Set<String> = []

    mutating func slug(for name: String) -> String {
        var letters = ""
        for scalar in name.lowercased().unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            if isPlain {
                letters.unicodeScalars.append(scalar)
            } else if !letters.hasSuffix("-"), !letters.isEmpty {
                letters += "-"
            }
        }
        while letters.hasSuffix("-") { letters.removeLast() }
        let stem = letters.isEmpty ? "source" : String(letters.prefix(40))
        var slug = stem
        var number = 2
        while !taken.insert(slug).inserted {
            slug = "\(stem)-\(number)"
            number += 1
        }
        return slug
    }
}
