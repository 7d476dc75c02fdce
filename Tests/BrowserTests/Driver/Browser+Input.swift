extension Browser {
    /// Keys that stand for no character: W3C WebDriver, section 17.4.2.
    enum Key: String {
        case tab = "\u{E004}"
        case enter = "\u{E007}"
        case escape = "\u{E00C}"
    }

    /// Presses and releases a key, wherever the focus is.
    func press(_ key: Key) async throws { try await type(key.rawValue) }

    /// Types one character.
    func type(_ character: String) async throws {
        let keys: JSONValue = [["type": "keyDown", "value": .text(character)], ["type": "keyUp", "value": .text(character)]]
        let _: Done = try await command("actions", ["actions": [["type": "key", "id": "keyboard", "actions": keys]]])
    }

    /// Types one character after the other.
    func write(_ text: String) async throws {
        for character in text { try await type(String(character)) }
    }

    /// Clicks the middle of the first element that `selector` finds.
    func click(_ selector: String) async throws {
        struct Element: Decodable {
            let id: String
            /// The fixed name of an element reference: W3C WebDriver, section 12.2.
            enum CodingKeys: String, CodingKey { case id = "element-6066-11e4-a52e-4f735466cecf" }
        }
        // The bar at the top would cover what the driver scrolls just into view.
        try await perform("document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })", .text(selector))
        let element: Element = try await command("element", ["using": "css selector", "value": .text(selector)])
        let _: Done = try await command("element/\(element.id)/click", [:])
    }

    func focus(_ selector: String) async throws {
        try await perform("document.querySelector(arguments[0]).focus()", .text(selector))
    }

    func count(_ selector: String) async throws -> Int {
        try await evaluate("return document.querySelectorAll(arguments[0]).length", .text(selector))
    }
}
