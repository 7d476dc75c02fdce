import Comparing
import Tuning

/// Prints how far coders agree, and where they do not.
struct AgreementOutput {
    private let agreement: CoderAgreement

    init(_ agreement: CoderAgreement) { self.agreement = agreement }

    func print() {
        Console.print("coders: \(agreement.coders.joined(separator: ", "))")
        Console.print("hits judged by two or more: \(agreement.shared)")
        Console.print("Krippendorff's alpha: \(Self.shown(agreement.alpha.alpha))")
        if let kappa = agreement.kappa {
            Console.print("Cohen's kappa: \(Self.shown(kappa.kappa)), agreement \(Self.shown(kappa.observedAgreement))")
        }
        Console.print("judged differently: \(agreement.disagreements.count)")
        for disagreement in agreement.disagreements {
            let place = disagreement.place
            let verdicts = zip(agreement.coders, disagreement.verdicts).compactMap { coder, verdict in
                verdict.map { "\(coder) \($0 == .keep ? "kept" : "rejected")" }
            }
            Console.print(
                "  \(place.doc) \(place.start)-\(place.end) \(place.concept)/\(place.framing) \u{201C}\(place.surface)\u{201D}: \(verdicts.joined(separator: ", "))"
            )
        }
    }

    /// Three digits, or why there is no number.
    static func shown(_ value: Measured<Double>) -> String {
        switch value {
        case .value(let number): Self.rounded(number)
        case .undefined(let reason): "none (\(reason.rawValue))"
        }
    }

    private static func rounded(_ number: Double) -> String {
        let thousandths = Int((abs(number) * 1000).rounded())
        let digits = String(thousandths % 1000)
        return (number < 0 && thousandths > 0 ? "-" : "") + "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count)
            + digits
    }
}
