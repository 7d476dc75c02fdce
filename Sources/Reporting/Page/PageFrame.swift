/// The page around the rendered body: head, policy, style, drawings, panel and script.
struct PageFrame {
    let hashOfInlineBlock: ([UInt8]) -> String

    func page(_ document: HTMLDocument) -> String {
        let style = CompactSource.style + document.generatedStyle
        let script = CompactSource.script + (document.model.hasManySources ? "\n" + CompactSource.sourceScript : "")
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

    private static let panel = """
        <dialog class="panel" id="panel" aria-labelledby="panel-title">
        <header><h2 id="panel-title" tabindex="-1"></h2><button class="button" id="panel-close" type="button">Close</button></header>
        <ul id="panel-sentences"></ul>
        </dialog>
        """
}
