/// The page around the rendered body: head, policy, style, drawings, panel and script.
struct PageFrame {
    let hashOfInlineBlock: ([UInt8]) -> String

    func page(_ document: HTMLDocument) -> String {
        let style = CompactSource.style + document.generatedStyle
        let script = CompactSource.script
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy(style: style, script: script))">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>\(EscapedMarkup(document.title).markup)</title>
            <style>\(style)</style>
            </head>
            <body>
            \(Self.drawings)
            \(CMarkDocument(document.nodes).html())\(Self.panel)
            <script>\(script)</script>
            </body>
            </html>

            """
    }

    /// Nothing may be loaded; the one style and the one script run because the policy names their hashes.
    ///
    /// Source: Content Security Policy Level 3, section 2.3.1 (hash sources).
    private func policy(style: String, script: String) -> String {
        let directives = [
            "default-src 'none'", "style-src 'sha256-\(hashOfInlineBlock(Array(style.utf8)))'",
            "script-src 'sha256-\(hashOfInlineBlock(Array(script.utf8)))'",
            "img-src data:", "base-uri 'none'", "form-action 'none'",
        ]
        return directives.joined(separator: "; ")
    }

    /// The four voices as shapes, so that grey paper and every kind of colour vision keep them apart; the last fills a bar without interval.
    private static let drawings = """
        <svg class="drawings" aria-hidden="true" focusable="false" width="0" height="0"><defs>
        <symbol id="own" viewBox="0 0 12 12"><circle cx="6" cy="6" r="5.2" fill="currentColor"/></symbol>
        <symbol id="rep" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor"/></symbol>
        <symbol id="quo" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.4"/></symbol>
        <symbol id="dist" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="2.2 1.6"/><path d="M2.6 9.4 9.4 2.6" stroke="currentColor" stroke-width="1.4"/></symbol>
        <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="2" height="4"/></pattern>
        </defs></svg>
        """

    private static let panel = """
        <dialog class="panel" id="panel" aria-labelledby="panel-title">
        <header><h2 id="panel-title" tabindex="-1"></h2><button class="button" id="panel-close" type="button">Close</button></header>
        <ul id="panel-sentences"></ul>
        </dialog>
        """
}
