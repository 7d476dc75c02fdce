import Articles
import RealModule
import Scoring

/// Puts articles that seem to report one event into one group: close in time, and alike in rare names.
///
/// Single-pass clustering in the order of publication (Allan, Papka and Lavrenko 1998, On-line new event detection and tracking, SIGIR): an
/// article joins the event of the earlier article it is most like, else begins one. Likeness is the cosine of the sets of names weighted by
/// rarity, ln(1 + articles / articles with the name) (after Salton and Buckley 1988). An event ends `windowDays` after its first article, so
/// that a long story cannot chain into one event.
struct EventGrouping {
    static let windowDays = 7
    /// Likeness from which two articles are on one event, 0 to 1. Chosen on invented collections; no labelled one was at hand.
    static let threshold = 0.25
    /// One common name, such as a capital's, makes no event.
    private static let leastShared = 2
    /// Latest articles remembered for a name, and articles compared in full: the bounds that keep the work linear.
    private static let remembered = 64
    private static let compared = 24

    /// For each article its event; nil where its day is not known.
    private(set) var events: [Int?]

    init(_ articles: [ArticleTally]) {
        events = Array(repeating: nil, count: articles.count)
        let days = articles.map { $0.date?.dayNumber }
        let ordered = articles.indices.filter { days[$0] != nil }.sorted {
            (days[$0] ?? 0, articles[$0].doc, articles[$0].sha256) < (days[$1] ?? 0, articles[$1].doc, articles[$1].sha256)
        }
        let names = WeighedNames(ordered.map { articles[$0].names })
        var pass = EventPass(names: names, days: ordered.map { days[$0] ?? 0 })
        for (place, article) in ordered.enumerated() { events[article] = pass.event(of: place) }
    }

    /// One pass over the articles in order of publication.
    private struct EventPass {
        let names: WeighedNames
        let days: [Int]
        var events: [Int] = []
        /// The day on which each event began.
        var firstDays: [Int] = []
        /// By name the places of the latest articles that have it.
        var latest: [[Int]]

        init(names: WeighedNames, days: [Int]) {
            self.names = names
            self.days = days
            latest = Array(repeating: [], count: names.weights.count)
        }

        mutating func event(of place: Int) -> Int {
            let event = mostAlike(to: place).map { events[$0] } ?? firstDays.count
            if event == firstDays.count { firstDays.append(days[place]) }
            events.append(event)
            for name in names.ofArticle[place] {
                latest[name].append(place)
                if latest[name].count == 2 * remembered { latest[name].removeFirst(remembered) }
            }
            return event
        }

        /// The earlier article most like the one at `place` whose event is still open; the earliest of equals.
        private func mostAlike(to place: Int) -> Int? {
            var weight: [Int: Double] = [:]
            for name in names.ofArticle[place] {
                for earlier in latest[name].suffix(remembered) where days[place] - firstDays[events[earlier]] <= windowDays {
                    weight[earlier, default: 0] += names.weights[name]
                }
            }
            let candidates = weight.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(compared).map(\.key)
            var best: (place: Int, likeness: Double)?
            for candidate in candidates.sorted() {
                guard let likeness = names.likeness(place, candidate), likeness > best?.likeness ?? 0 else { continue }
                best = (candidate, likeness)
            }
            return best?.place
        }
    }

    /// The names of articles as numbers, with the square of each name's rarity.
    private struct WeighedNames {
        /// Ascending.
        let ofArticle: [[Int]]
        let weights: [Double]
        private let sums: [Double]

        init(_ lists: [[String]]) {
            var numbers: [String: Int] = [:]
            var articles: [Int] = []
            ofArticle = lists.map { list in
                // In order of letters, so that sums round alike in each run.
                Set(list).sorted().map { name in
                    let number = numbers[name] ?? articles.count
                    if number == articles.count {
                        numbers[name] = number
                        articles.append(0)
                    }
                    articles[number] += 1
                    return number
                }.sorted()
            }
            let weights = articles.map { count in
                let rarity = Double.log(onePlus: Double(lists.count) / Double(count))
                return rarity * rarity
            }
            self.weights = weights
            sums = ofArticle.map { $0.reduce(0) { $0 + weights[$1] } }
        }

        /// The cosine of two articles' names; nil where too little is shared for one event.
        func likeness(_ left: Int, _ right: Int) -> Double? {
            let (a, b) = (ofArticle[left], ofArticle[right])
            var (i, j, count, shared) = (0, 0, 0, 0.0)
            while i < a.count, j < b.count {
                if a[i] == b[j] {
                    shared += weights[a[i]]
                    count += 1
                }
                let advance = (a[i] <= b[j], b[j] <= a[i])
                if advance.0 { i += 1 }
                if advance.1 { j += 1 }
            }
            let likeness = shared / (sums[left] * sums[right]).squareRoot()
            return count >= leastShared && likeness >= threshold ? likeness : nil
        }
    }
}

extension ArticleDate {
    /// Days since 1 March of year 0 in the Gregorian calendar; nil where the day is not known.
    ///
    /// Source: Hinnant, chrono-Compatible Low-Level Date Algorithms, days_from_civil.
    var dayNumber: Int? {
        guard let month, let day else { return nil }
        let shiftedYear = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return 365 * shiftedYear + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400 + dayOfYear
    }
}
