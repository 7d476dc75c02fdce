import Comparing
import Scoring

extension HTMLDocument {
    /// Below this many mentions a percentage says more than the numbers carry.
    private static let fewestForPercent = 20

    /// A cell with many hits: own voice as "n of m" with a bar and limits as far as the evidence goes, the other voices beside it.
    ///
    /// The bar is own voice alone, since adding voices would mix what a source writes with whom it quotes.
    func shareOfCell(_ cell: CellReference) -> ReportNode {
        let counts = model.counts(cell)
        let evidence = comparison.concepts[cell.concept].evidence[cell.source]
        let share = comparison.concepts[cell.concept].framings[cell.framing].cells[cell.source].share
        return element(.span) {
            if let share, evidence.level.step > 1 { bar(share, level: evidence.level) }
            element(.i, .class(Voice.own.code)) { rate(of: cell) ?? numbers.part(counts.own, of: evidence.counts.own) }
            for voice in [Voice.reported, .quoted, .distanced] where counts[voice] > 0 {
                element(.i, .class(voice.code)) { numbers.digits(counts[voice]) }
            }
        }
    }

    /// "31, 2.1 per 1,000" for a concept of one framing, of which all own-words hits are a part.
    private func rate(of cell: CellReference) -> String? {
        guard comparison.concepts[cell.concept].measure == .rate else { return nil }
        let found = comparison.concepts[cell.concept].framings[cell.framing].cells[cell.source]
        let rate = found.counts.own > 0 ? found.rate.map(numbers.perThousand) : nil
        return [numbers.digits(found.counts.own), rate].compactMap(\.self).joined(separator: ", ")
    }

    private func bar(_ share: Share, level: EvidenceLevel) -> ReportNode {
        element(.span) {
            if share.conceptHits >= Self.fewestForPercent, share.estimate.isFinite { numbers.percent(share.estimate) }
            drawing(share, level: level)
        }
    }

    /// 100 units are the whole. Under the bar a line spans the interval; a bar without one is hollow.
    private func drawing(_ share: Share, level: EvidenceLevel) -> ReportNode {
        let length = units(share.estimate * 100)
        return element(.svg, .hiddenFromReaders) {
            if level.step > 2, let interval = share.interval {
                let (low, high) = (units(interval.lowerBound * 100), units(interval.upperBound * 100))
                element(.path, .init("d", "M0,4H\(length)"))
                element(.path, .class("limits"), .init("d", "M\(low),11H\(high)"))
            } else {
                element(.path, .class("hollow"), .init("d", "M0,1H\(length)V7H0z"))
            }
        }
    }

    /// Whole units within the drawing; a value that is no number is 0.
    private func units(_ value: Double) -> String { value.isFinite ? String(Int(min(100, max(0, value)).rounded())) : "0" }
}
