import Lexicons

/// The distinct joints of a lexicon's terms, numbered in the order in which they come.
struct JointNumbers: Sendable {
    private(set) var joints: [Joint] = []
    private var admitted: [Bool] = []
    private var numbers: [Joint: Int32] = [:]

    mutating func number(of joint: Joint) -> Int32 {
        if let known = numbers[joint] { return known }
        joints.append(joint)
        admitted.append(TextJoint.satisfies(joint, CollectionOfOne(0x20)))
        numbers[joint] = Int32(joints.count - 1)
        return Int32(joints.count - 1)
    }

    /// Whether one blank is what the joint asks for.
    func admitsBlank(_ number: Int32) -> Bool { admitted[Int(number)] }
}
