import Tuning

/// Prints what sentences hang on.
struct FragilityOutput {
    private let fragility: Fragility

    init(_ fragility: Fragility) { self.fragility = fragility }

    func print(_ format: LexiconFragility.Format) throws {
        switch format {
        case .text: text()
        case .json: for dependence in fragility.dependences { Console.print(try JSONLine.encode(FragilityRecord(dependence))) }
        }
    }

    private func text() {
        var output = BufferedOutput()
        if fragility.conclusions.isEmpty { output.print("The report has no sentence to test.") }
        for (number, conclusion) in fragility.conclusions.enumerated() {
            output.print("\(number + 1). \(conclusion.sentence)")
            let hanging = fragility.dependences.flatMap { dependence in
                dependence.changes.filter { $0.old == conclusion }.map { (dependence, $0) }
            }
            if hanging.isEmpty { output.print("   stays without any one term, article or week tried") }
            for (dependence, change) in hanging {
                let after = change.new.map { ": \($0.sentence)" } ?? ""
                output.print(
                    "   without \(dependence.unit.shown) (\(dependence.hits) hit\(dependence.hits == 1 ? "" : "s")) it is \(change.kind.shown)\(after)"
                )
            }
        }
        let new = fragility.dependences.flatMap { dependence in dependence.changes.filter { $0.kind == .new }.map { (dependence, $0) } }
        if !new.isEmpty { output.print("Sentences that only come when something is left out:") }
        for (dependence, change) in new { output.print("   without \(dependence.unit.shown): \(change.new?.sentence ?? "")") }
        if fragility.unitsTried < fragility.units {
            output.print(
                "Tried the \(fragility.unitsTried) with most hits of \(fragility.units) terms, articles and weeks (--most tries more).")
        }
        output.flush()
    }
}

extension Fragility.Unit {
    var shown: String {
        switch self {
        case .term(let framing, let pattern): "the term \u{201C}\(pattern)\u{201D} (\(framing.concept)/\(framing.framing))"
        case .article(let doc): "the article \(doc)"
        case .week(let monday): "the week of \(monday)"
        }
    }

    var kind: String {
        switch self {
        case .term: "term"
        case .article: "article"
        case .week: "week"
        }
    }
}

extension ConclusionChange.Kind {
    /// Behind "it is".
    var shown: String {
        switch self {
        case .turned: "turned round"
        case .gone: "gone"
        case .new: "new"
        case .changed: "another"
        case .numbers: "the same with other numbers"
        }
    }
}

/// What hangs on one unit, as other programs read it.
private struct FragilityRecord: Encodable {
    struct Change: Encodable {
        let kind: String
        let before: String?
        let after: String?
    }

    let kind: String
    let unit: String
    let hits: Int
    let changes: [Change]

    init(_ dependence: Fragility.Dependence) {
        kind = dependence.unit.kind
        unit = dependence.unit.shown
        hits = dependence.hits
        changes = dependence.changes.map { Change(kind: $0.kind.rawValue, before: $0.old?.sentence, after: $0.new?.sentence) }
    }
}
