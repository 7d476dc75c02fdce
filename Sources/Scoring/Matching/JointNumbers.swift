import Lexicons

/// The distinct joints of a lexicon's terms, numbered in the order in which they come.
struct JointNumbers: Sendable {
    private(set) var joints: [Joint] = []
    private var admitted: [Bool] = []
    /// By what `key` says of a joint: the first use of a table costs less where others have keys of the type.
    private var numbers: [String: Int32] = [:]
    /// The one that was asked for last without punctuation, as nearly all are.
    private var lastPlain: (connection: Joint.Connection, number: Int32)?

    mutating func number(of joint: Joint) -> Int32 {
        guard joint.before.isEmpty, joint.after.isEmpty else { return number(of: joint, key: Self.key(of: joint)) }
        if let lastPlain, lastPlain.connection == joint.connection { return lastPlain.number }
        let number = number(of: joint, key: Self.key(of: joint))
        lastPlain = (joint.connection, number)
        return number
    }

    private mutating func number(of joint: Joint, key: String) -> Int32 {
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
