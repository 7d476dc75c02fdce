package import Articles

/// JSON written straight into bytes that are used again: of millions of hits and signatures, an encoder would make a tree of references first.
///
/// The bytes are those of `JSONEncoder` with sorted keys and slashes as they are, but that characters that act on a terminal are escaped too
/// (RFC 8259, section 7: any may be), so that what is written may be shown. Whoever writes gives the keys of an object in the order of their bytes.
///
///     var json = JSONText()
///     json.openObject()
///     json.add("end", 12)
///     json.add("surface", "occupied")
///     json.closeObject()    // {"end":12,"surface":"occupied"}
package struct JSONText: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var room: Int
    private var count = 0
    /// Whether the next key or element stands behind another.
    private var followsValue = false

    private static let firstRoom = 1 << 12

    package init() {
        base = .allocate(capacity: Self.firstRoom)
        room = Self.firstRoom
    }

    deinit { base.deallocate() }

    /// What was written.
    package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

    /// Forgets what was written.
    package mutating func removeAll() { (count, followsValue) = (0, false) }

    /// Ends a line, behind which another value may stand.
    package mutating func endLine() {
        reserve(1)
        put(0x0A)
        followsValue = false
    }

    package mutating func openObject() { open(UInt8(ascii: "{")) }
    package mutating func closeObject() { close(UInt8(ascii: "}")) }
    package mutating func openList() { open(UInt8(ascii: "[")) }
    package mutating func closeList() { close(UInt8(ascii: "]")) }

    /// - Parameter name: without characters that must be escaped.
    package mutating func key(_ name: StaticString) {
        reserve(name.utf8CodeUnitCount + 4)
        if followsValue { put(UInt8(ascii: ",")) }
        put(0x22)
        put(name.utf8Start, name.utf8CodeUnitCount)
        put(0x22)
        put(UInt8(ascii: ":"))
        followsValue = false
    }

    /// Members of an object as they were written before, of which there is one at least.
    package mutating func addMembers(_ members: [UInt8]) {
        separate()
        reserve(members.count)
        members.withUnsafeBufferPointer { if let first = $0.baseAddress { put(first, $0.count) } }
        followsValue = true
    }

    package mutating func key(_ name: String) {
        value(name)
        reserve(1)
        put(UInt8(ascii: ":"))
        followsValue = false
    }

    package mutating func value(_ text: String) {
        separate()
        put(0x22)
        text.utf8Span.span.withUnsafeBufferPointer { addEscaped($0) }
        reserve(1)
        put(0x22)
        followsValue = true
    }

    package mutating func value(_ number: Int) {
        separate()
        reserve(20)
        if number < 0 { put(UInt8(ascii: "-")) }
        let first = count
        var left = number.magnitude
        repeat {
            put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: left % 10))
            left /= 10
        } while left > 0
        let digits = UnsafeMutableBufferPointer(start: base + first, count: count - first)
        for place in 0..<digits.count / 2 { digits.swapAt(place, digits.count - 1 - place) }
        followsValue = true
    }

    package mutating func value(_ isTrue: Bool) {
        separate()
        for byte in (isTrue ? "true" : "false").utf8 { put(byte) }
        followsValue = true
    }

    /// Four base64url digits for each of some values below 2^24.
    package mutating func value(_ signature: WordSignature) {
        separate()
        reserve(signature.count * 4 + 2)
        put(0x22)
        let digits = WordSignature.digits
        for word in signature.words {
            put(digits[Int(word >> 18 & 63)])
            put(digits[Int(word >> 12 & 63)])
            put(digits[Int(word >> 6 & 63)])
            put(digits[Int(word & 63)])
        }
        put(0x22)
        followsValue = true
    }

    package mutating func add(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        key(name)
        value(text)
    }

    package mutating func add(_ name: StaticString, _ number: Int?) {
        guard let number else { return }
        key(name)
        value(number)
    }

    package mutating func add(_ name: StaticString, _ isTrue: Bool) {
        key(name)
        value(isTrue)
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        put(bracket)
        followsValue = false
    }

    private mutating func close(_ bracket: UInt8) {
        reserve(1)
        put(bracket)
        followsValue = true
    }

    /// A comma where a value stands before; room for eight bytes is left.
    @inline(__always)
    private mutating func separate() {
        reserve(9)
        if followsValue { put(UInt8(ascii: ",")) }
    }
}

extension JSONText {
    private mutating func addEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        guard let first = text.baseAddress, !addPlain(first, text.count) else { return }
        var next = 0
        while next < text.count {
            // For the rest as it is and one character of six bytes.
            reserve(text.count - next + 6)
            let plain = Self.plainCount(of: text, from: next)
            put(first + next, plain)
            next += plain
            if next < text.count { next += addCharacter(of: text, at: next) }
        }
    }

    /// Adds a text of four bytes or more of which all go out as they are; false where one does not, and nothing was added.
    @inline(__always)
    private mutating func addPlain(_ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        guard length >= 4 else { return false }
        reserve(length)
        let (source, target) = (UnsafeRawPointer(text), UnsafeMutableRawPointer(base + count))
        if length < 8 {
            let (first, last) = (source.loadUnaligned(as: UInt32.self), source.loadUnaligned(fromByteOffset: length - 4, as: UInt32.self))
            guard Self.isPlain(UInt64(first) | UInt64(last) << 32) else { return false }
            target.storeBytes(of: first, as: UInt32.self)
            target.storeBytes(of: last, toByteOffset: length - 4, as: UInt32.self)
        } else {
            var place = 0
            // The last eight may be in part those before.
            while place < length {
                place = min(place, length - 8)
                let eight = source.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                guard Self.isPlain(eight) else { return false }
                target.storeBytes(of: eight, toByteOffset: place, as: UInt64.self)
                place += 8
            }
        }
        count += length
        return true
    }

    /// How many bytes from one on go out as they are.
    @inline(__always)
    private static func plainCount(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let bytes = UnsafeRawBufferPointer(text)
        var end = start
        while end < text.count {
            if end + 8 <= text.count, isPlain(bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self)) {
                end += 8
                continue
            }
            let limit = min(end + 8, text.count)
            while end < limit {
                guard isPlain(text[end]) else { return end - start }
                end += 1
            }
        }
        return end - start
    }

    /// Whether eight bytes are ASCII without quotation marks, backslashes and control characters.
    @inline(__always)
    private static func isPlain(_ eight: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = eight ^ ones &* 0x22
        let slashes = eight ^ ones &* 0x5C
        let below = (eight &- ones &* 0x20) | (quotes &- ones) | (slashes &- ones)
        return (below | eight | (eight &+ ones)) & ones &* 0x80 == 0
    }

    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xC2 && byte != 0xE2
    }

    /// Adds the character, or one byte of it, that stands at `place` and gives the number of bytes passed.
    private mutating func addCharacter(of text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
        let byte = text[place]
        switch byte {
        case 0x22, 0x5C: addPair(byte)
        case 0x08: addPair(UInt8(ascii: "b"))
        case 0x09: addPair(UInt8(ascii: "t"))
        case 0x0A: addPair(UInt8(ascii: "n"))
        case 0x0C: addPair(UInt8(ascii: "f"))
        case 0x0D: addPair(UInt8(ascii: "r"))
        case 0..<0x20, 0x7F: addCode(UInt32(byte))
        case 0xC2 where text[place + 1] < 0xA0:
            addCode(UInt32(text[place + 1]))
            return 2
        case 0xE2:
            if let code = Self.bidirectionalControl(text[place + 1], text[place + 2]) {
                addCode(code)
                return 3
            }
            put(byte)
        default: put(byte)
        }
        return 1
    }

    /// The overrides and isolates (Unicode Standard Annex 9, section 2), by the two bytes behind 0xE2.
    private static func bidirectionalControl(_ second: UInt8, _ third: UInt8) -> UInt32? {
        switch (second, third) {
        case (0x80, 0xAA...0xAE): 0x2000 + UInt32(third & 0x3F)
        case (0x81, 0xA6...0xA9): 0x2040 + UInt32(third & 0x3F)
        default: nil
        }
    }

    private mutating func addPair(_ byte: UInt8) {
        put(0x5C)
        put(byte)
    }

    private mutating func addCode(_ code: UInt32) {
        addPair(UInt8(ascii: "u"))
        for shift in [12, 8, 4, 0] as [UInt32] {
            let digit = UInt8(truncatingIfNeeded: code >> shift & 15)
            put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }

    /// Into room that was reserved.
    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        base[count] = byte
        count &+= 1
    }

    /// As above, several; few are moved without a call.
    @inline(__always)
    private mutating func put(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        let (source, target) = (UnsafeRawPointer(bytes), UnsafeMutableRawPointer(base + count))
        if length > 16 {
            target.copyMemory(from: source, byteCount: length)
        } else if length >= 8 {
            let last = source.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
            target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
            target.storeBytes(of: last, toByteOffset: length - 8, as: UInt64.self)
        } else {
            for place in 0..<length { base[count &+ place] = bytes[place] }
        }
        count += length
    }

    @inline(__always)
    private mutating func reserve(_ added: Int) {
        if count + added > room { grow(to: count + added) }
    }

    @inline(never)
    private mutating func grow(to wanted: Int) {
        room = max(wanted, 2 * room)
        let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
        wider.update(from: base, count: count)
        base.deallocate()
        base = wider
    }
}
