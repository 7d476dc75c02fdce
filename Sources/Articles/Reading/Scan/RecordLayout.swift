/// Which members of a record hold which fields of an article; the records of one file nearly always have the same keys.
struct RecordLayout {
    /// The keys as the record has them, each with a quotation mark behind it.
    private let keys: [UInt8]
    let text: Int?
    /// For each of `FieldNames.strings`.
    let strings: [Int?]
    let isRetold: Int?
    let dateIsInferred: Int?
    /// Whether a key stands twice, so that the strict parser says which one counts.
    let isAmbiguous: Bool

    init(_ members: [RecordScan.Member], of record: Span<UInt8>, fields: FieldNames) {
        var keys: [UInt8] = []
        let names = members.map { member in
            let key = member.key.map { record[$0] }
            keys += key + [UInt8(ascii: "\"")]
            return String(decoding: key, as: UTF8.self)
        }
        self.keys = keys
        isAmbiguous = Set(names).count < names.count
        let columns = fields.columns(of: names)
        func place(of field: String) -> Int? { columns[field].flatMap { names.firstIndex(of: $0) } }
        text = place(of: "text")
        strings = FieldNames.strings.map(place)
        isRetold = place(of: "retold")
        dateIsInferred = place(of: "date-is-inferred")
    }

    /// Whether a record has the same keys in the same order.
    func fits(_ members: [RecordScan.Member], of record: Span<UInt8>) -> Bool {
        var place = 0
        for member in members {
            guard place + member.key.count < keys.count else { return false }
            for offset in member.key {
                guard keys[place] == record[offset] else { return false }
                place += 1
            }
            guard keys[place] == UInt8(ascii: "\"") else { return false }
            place += 1
        }
        return place == keys.count
    }
}
