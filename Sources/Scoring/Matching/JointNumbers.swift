import Lexicons

/// The distinct joints of a lexicon's terms, numbered in the order in which they come.
struct JointNumbers: Sendable {
    private(set) var joints: [Joint] = []
    private var admitted: [Bool] = []
    /// By what `key` says of a joint: the first use of a table costs less where others have keys of the type.
    private var numbers: [String: Int32] = [:]

    mutating func number(of joint: Joint) -> Int32 {
        let key = Self.key(of: joint)
        if let known = numbers[key] { return known }
        joints.append(joint)
        admitted.append(TextJoint.satisfies(joint, CollectionOfOne(0x20)))
        numbers[key] = Int32(joints.count - 1)
        return Int32(joints.count - 1)
    }

    private static func key(of joint: Joint) -> String {
        let connection =
            switch joint.connection {
            case .blank: "b"
            case .hyphen: "h"
            case .none: "n"
            }
        return "\(connection)\(joint.before.utf8.count) \(joint.before)\(joint.after)"
    }

    /// Whether one blank is what the joint asks for.
    func admitsBlank(_ number: Int32) -> Bool { admitted[Int(number)] }
}
