import TestSupport

/// Text that has become markup, script or a request elsewhere, and harmless text of the same length.
enum HostileText {
    /// What a script would set if one ran.
    static let trace = "parallaxWasHere"

    static let strings = [
        "</script><script>\(trace)=1</script>",
        "</style><style>*{display:none}</style>",
        "</title><script>\(trace)=1</script>",
        "<img src=x onerror=\(trace)=1>",
        "<svg onload=\(trace)=1><animate onbegin=\(trace)=1>",
        "<svg><script href=data:,\(trace)=1></script></svg>",
        "<iframe srcdoc=\"<script>parent.\(trace)=1</script>\">",
        "<iframe src=//127.0.0.1:9/frame></iframe>",
        "<link rel=stylesheet href=http://127.0.0.1:9/style.css>",
        "<style>@import 'http://127.0.0.1:9/import.css';</style>",
        "<meta http-equiv=refresh content=\"0;url=http://127.0.0.1:9/\">",
        "<base href=http://127.0.0.1:9/>",
        "<form action=//127.0.0.1:9/><input autofocus onfocus=\(trace)=1>",
        "<object data=//127.0.0.1:9/o></object><embed src=//127.0.0.1:9/e>",
        "<video src=//127.0.0.1:9/v autoplay onerror=\(trace)=1></video>",
        "<details open ontoggle=\(trace)=1><template><plaintext>",
        "\" onmouseover=\"\(trace)=1\" autofocus tabindex=\"1",
        "' onfocus='\(trace)=1' style='position:fixed;inset:0",
        "javascript:\(trace)=1",
        "[press](javascript:\(trace)=1) ![](http://127.0.0.1:9/i.png)",
        "<http://127.0.0.1:9/auto> **bold** `code` | a | b |",
        "```\n</pre><script>\(trace)=1</script>\n```",
        "<!-- --!><script>\(trace)=1</script> ]]> <![CDATA[ ?>",
        "&lt;script&gt; &#x27; &#0; &amp;amp; &bogus;",
        "</dialog></table></details></section></main></body></html>",
        "${\(trace)=1} {{constructor.constructor('\(trace)=1')()}} #{7*7}",
        "__proto__ constructor toString hasOwnProperty panel theme answer top",
        "\u{202E}evil right to left \u{2066}isolate\u{2069} \u{200F}mark",
        "bell \u{7} escape \u{1B}[31m delete \u{7F} line \u{2028} paragraph \u{2029}",
        "nul \u{0} byte order \u{FEFF} replacement \u{FFFD} last \u{FFFF}",
        "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308} \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{E0041}",
        "\u{0634}\u{0627}\u{0631}\u{0639} \u{5E9}\u{5DC}\u{5D5}\u{5DD} \u{FE3D} \u{12031}",
        String(repeating: "<b>", count: 200),
        String(repeating: "\"\u{201C}\u{2018}'", count: 300),
        String(repeating: "w", count: 100_000),
    ]

    /// The same length with nothing but letters, digits and blanks.
    static func harmless(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isPlain($0) ? $0 : "x" }))
    }

    /// Each string as title, source and body, in a corpus of two sources with a lexicon whose labels are hostile, too.
    ///
    /// Quotation marks in a hostile string make speech of it. A quotation in both corpora keeps the section on speakers from being the difference.
    static func page(_ name: String, strings: [String] = strings, _ change: (String) -> String) -> PageUnderTest {
        let articles = strings.enumerated().map { index, string in
            let text = change(string)
            return InventedArticle(
                id: "a\(index)", source: index < 12 ? "\(index) \(text.prefix(120))" : "Quay \(index % 2)", date: "2031-03-04", title: text,
                text: "The barrier stood \(index) days. \(text)\n\nA rampart of \(index) stones."
            )
        }
        let quotation = InventedArticle(
            id: "quotation", source: "Quay 0", date: "2031-03-05", title: "A word from the pier",
            text: "\u{201C}The rampart leaks like a basket,\u{201D} skipper Ines Orme said."
        )
        let label = change("<img src=x onerror=\(trace)=1>")
        let lexicon = InventedCorpus.lexicon.replacing("label: Barrier", with: "label: \"\(label)\"")
            .replacing("label: The wall", with: "label: \"\(change("</title><script>"))\"")
        return PageUnderTest(name: name, input: .lines(InventedCorpus.lines(articles + [quotation]), lexicon: lexicon))
    }

    /// Each string that a file may be named by, cut to what file systems take.
    static func filesPage(_ name: String, _ change: (String) -> String) -> PageUnderTest {
        var files: [String: String] = [:]
        for (number, string) in strings.enumerated() {
            let scalars = change(string).unicodeScalars.filter { $0 != "/" && $0.value != 0 }.prefix(40)
            files["\(number) \(String(String.UnicodeScalarView(scalars))).txt"] =
                "---\nsource: Quay \(number % 2)\ndate: 2031-03-04\n---\nGale \(number)\n\nThe barrier stood \(number) days.\n"
        }
        return PageUnderTest(name: name, input: .files(files, lexicon: InventedCorpus.lexicon))
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == " ")
    }
}
