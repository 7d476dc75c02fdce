import Comparing

/// How numbers are written: in groups of three digits, joined to their noun on the page, and with a plain blank in Markdown.
struct NumberStyle {
    let joiner: String

    /// "1,204" and a no-break space before the noun.
    static let page = NumberStyle(joiner: "\u{A0}")
    /// The same with a blank.
    static let plain = NumberStyle(joiner: " ")

    func digits(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = number < 0 ? "\u{2212}" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "," }
            grouped.append(digit)
        }
        return grouped
    }

    /// "1 hit", "19 hits".
    func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
        digits(number) + joiner + (number == 1 ? singular : plural ?? singular + "s")
    }

    /// "12 of 1,204".
    func part(_ number: Int, of whole: Int) -> String { "\(digits(number)) of \(digits(whole))" }

    /// A whole percentage, "62%"; the caller sees to it that the whole is large enough to speak of one.
    func percent(_ part: Double) -> String { "\(Int((part * 100).rounded()))%" }

    /// "2.1 per 1,000"; the caller says of what.
    func perThousand(_ rate: Rate) -> String { "\(MeasureStyle(.rate).figure(rate.estimate)) per\(joiner)\(digits(1000))" }

    /// Two decimals, "1.58".
    func hundredths(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e9 else { return "\u{2013}" }
        let hundredths = Int((abs(number) * 100).rounded())
        let decimals = hundredths % 100
        return (number < 0 && hundredths > 0 ? "\u{2212}" : "") + "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
    }

    /// "four" up to twelve, digits above.
    func word(_ number: Int) -> String {
        let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        return words.indices.contains(number) ? words[number] : digits(number)
    }
}
