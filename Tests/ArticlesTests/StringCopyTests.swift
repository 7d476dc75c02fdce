import CVectors
import TestSupport
import Testing
import Words

/// The loops over JSON strings in every instruction path that this processor has, against one byte after the other.
@Suite struct StringCopyTests {
    private struct Reading: Equatable {
        var from: Int
        var letters: [UInt8] = []
        var isEscaped = false
    }

    private static let meanings: [UInt8: UInt8] = [
        0x6E: 0x0A, 0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x74: 0x09, 0x72: 0x0D, 0x62: 0x08, 0x66: 0x0C,
    ]

    private func plainReading(_ bytes: [UInt8], from start: Int) -> Reading {
        var reading = Reading(from: start)
        while reading.from < bytes.count, bytes[reading.from] >= 0x20, bytes[reading.from] != 0x22 {
            if bytes[reading.from] == 0x5C {
                reading.isEscaped = true
                guard reading.from + 1 < bytes.count, let letter = Self.meanings[bytes[reading.from + 1]] else { break }
                reading.letters.append(letter)
                reading.from += 2
            } else {
                reading.letters.append(bytes[reading.from])
                reading.from += 1
            }
        }
        return reading
    }

    /// Into memory of `room` bytes, emptied where it is full.
    private func copy(_ bytes: [UInt8], from start: Int, room: Int, _ path: InstructionPath) -> Reading {
        var string = cv_string(from: start, written: 0, is_escaped: 0)
        var out = [UInt8](repeating: 0, count: room)
        var letters: [UInt8] = []
        while true {
            cv_copy_string(path.kernels, bytes, bytes.count, &out, room, &string)
            letters += out[..<string.written]
            guard string.written + Int(cv_string_block) > room else { break }
            string.written = 0
        }
        return Reading(from: string.from, letters: letters, isEscaped: string.is_escaped != 0)
    }

    private func check(_ bytes: [UInt8], from start: Int, room: Int, _ path: InstructionPath) {
        let expected = plainReading(bytes, from: start)
        #expect(copy(bytes, from: start, room: room, path) == expected, "\(bytes) from \(start) into \(room)")
        var passed = cv_string(from: start, written: 0, is_escaped: 0)
        cv_pass_string(path.kernels, bytes, bytes.count, &passed)
        #expect(passed.from == expected.from && (passed.is_escaped != 0) == expected.isEscaped, "\(bytes) from \(start)")
    }

    @Test(arguments: InstructionPath.allCases.filter(\.isAvailable))
    func `a string is read up to its end or an escape of more than one letter`(path: InstructionPath) {
        var generator = SeededRandom(seed: 64)
        let letters: [[UInt8]] = [
            Array("abcdefg \u{7F}!#[]é\u{A2}".utf8) + [0x80, 0x9C, 0xA2, 0xDC, 0xE2, 0xEE, 0xFF],
            Array("abcdefghijklmnop\\".utf8), Array("\\n".utf8), Array("\\\\\"\"/bfnrtu".utf8), Array("ab\\\u{E2}\u{1F}\0\n".utf8),
        ]
        for _ in 0..<6_000 {
            let bytes = (0..<Int.random(in: 0...6, using: &generator)).flatMap { _ in
                let kind = letters.randomElement(using: &generator) ?? []
                return (0..<Int.random(in: 0...80, using: &generator)).map { _ in kind.randomElement(using: &generator) ?? 0 }
            }
            let room = [64, 65, 127, 128, 300, 1_000].randomElement(using: &generator) ?? 64
            check(bytes, from: Int.random(in: 0...min(bytes.count, 70), using: &generator), room: room, path)
        }
    }

    @Test(arguments: InstructionPath.allCases.filter(\.isAvailable))
    func `of a run of backslashes each second is escaped, over whole blocks too`(path: InstructionPath) {
        for start in [0, 1, 2, 31, 32, 62, 63, 64, 65] {
            for count in 0..<200 {
                let bytes = [UInt8](repeating: 0x61, count: start) + [UInt8](repeating: 0x5C, count: count) + Array("\"\"".utf8)
                check(bytes, from: 0, room: 1_000, path)
                check(bytes, from: 0, room: 64, path)
            }
        }
    }

    @Test(arguments: InstructionPath.allCases.filter(\.isAvailable))
    func `each escape and each end is seen at each place of two blocks`(path: InstructionPath) {
        for letter in UInt8.min...UInt8.max {
            for place in [0, 1, 7, 8, 30, 31, 32, 62, 63, 64, 65, 127] {
                let (front, back) = ([UInt8](repeating: 0x61, count: place), [UInt8](repeating: 0x62, count: 128 - place))
                check(front + [0x5C, letter] + back, from: 0, room: 1_000, path)
                check(front + [letter] + back, from: 0, room: 1_000, path)
            }
        }
    }
}
