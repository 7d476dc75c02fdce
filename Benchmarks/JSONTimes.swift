import Articles
import Foundation
import TestSupport
import Words

/// `benchmarks json [FILE]`: from the bytes of JSON lines to the values of the fields, one thread, on each instruction path; no passages are made.
struct JSONTimes {
    private static let rounds = 7

    private let name: String
    private let data: Data

    /// - Parameter path: a file of JSON lines; nil for generated ones.
    init(path: String?) throws {
        if let path {
            name = path
            data = try BenchmarkCorpus.contents(of: URL(filePath: path), options: .alwaysMapped)
        } else {
            var generator = NewsGenerator(seed: 20_201_007)
            let lines = try (0..<4_000).map { number in
                let text = generator.article(bytes: 5_000)
                return try JSONSerialization.data(withJSONObject: ["id": "\(number)", "source": "S\(number % 7)", "text": text]) + [0x0A]
            }
            name = "4000 generated records, seed 20201007"
            data = Data(lines.joined())
        }
    }

    /// What was read, by which two ways can be held against each other.
    private struct Answer: Equatable {
        var records = 0
        var texts = 0
        var textBytes = 0

        mutating func add(_ text: Int?) {
            records += 1
            texts += text == nil ? 0 : 1
            textBytes += text ?? 0
        }
    }

    func printTable() {
        let expected = answer(path: .portable)
        print("corpus: \(name), \(data.count) bytes, \(expected.records) records")
        print("stage                              MB/s")
        for path in InstructionPath.allCases where path.isAvailable {
            row("fields of records, \(path)") { answer(path: path) == expected }
        }
        for path in InstructionPath.allCases where path.isAvailable {
            row("check of UTF-8, \(path)") { ByteScan.isSound(data.span, path: path) }
        }
        // Bytes of texts are not compared: Foundation's parser drops a U+FEFF behind an escape.
        row("JSONSerialization, for comparison") { strictAnswer().texts == expected.texts }
    }

    private func row(_ name: String, _ isRight: () -> Bool) {
        let seconds = (0..<Self.rounds).map { _ in
            let before = ProcessorTime.now
            guard isRight() else { return Double.nan }
            return ProcessorTime.now - before
        }
        guard seconds.allSatisfy({ !$0.isNaN }) else {
            return print("\(name): the answer is another, no time printed")
        }
        print(name.padding(to: 34), Int(Double(data.count) / 1e6 / seconds.sorted()[Self.rounds / 2]))
    }

    private func answer(path: InstructionPath) -> Answer {
        var reader = RecordFieldReader(path: path)
        var answer = Answer()
        forEachLine(path: path) { line in
            answer.add(reader.fields(of: line)?.text.count ?? Self.strictTextBytes(line))
        }
        return answer
    }

    private func strictAnswer() -> Answer {
        var answer = Answer()
        forEachLine(path: .best) { line in
            answer.add(Self.strictTextBytes(line))
        }
        return answer
    }

    /// By Foundation's parser, as unusual records are read.
    private static func strictTextBytes(_ line: Span<UInt8>) -> Int? {
        let record = line.withUnsafeBufferPointer { try? JSONSerialization.jsonObject(with: Data($0)) } as? [String: Any]
        return (record?["text"] as? String)?.utf8.count
    }

    private func forEachLine(path: InstructionPath, _ body: (Span<UInt8>) -> Void) {
        let bytes = data.span
        var start = 0
        while start < bytes.count {
            let end = ByteScan.lineEnd(in: bytes, from: start, path: path)
            if end > start { body(bytes.extracting(start..<end)) }
            start = end + 1
        }
    }
}
