/// Texts that have run script, loaded something or broken out of their place in pages elsewhere, a kind of attack each.
///
/// Kinds after the OWASP Cross Site Scripting Filter Evasion Cheat Sheet and the HTML Living Standard, section 13.2 (parsing); the wording is ours.
package enum ScriptAttacks {
    /// The global variable that a script sets which ran; one that asks for attention instead stops the driver of the browser.
    package static let trace = "parallaxWasHere"

    package static let all = elements + handlers + addresses + drawings + breaks + markdown + encodings + scripts + confusions

    private static let elements = [
        "<script>\(trace)=1</script>",
        "<ScRiPt >\(trace)=1</sCrIpT >",
        "<script/x>\(trace)=1</script/x>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script src=//127.0.0.1:9/x.js></script>",
        "<iframe srcdoc=\"&lt;script&gt;parent.\(trace)=1&lt;/script&gt;\">",
        "<iframe src=//127.0.0.1:9/frame></iframe>",
        "<link rel=stylesheet href=http://127.0.0.1:9/style.css>",
        "<link rel=preconnect href=http://127.0.0.1:9/>",
        "<meta http-equiv=refresh content=\"0;url=http://127.0.0.1:9/\">",
        "<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-inline'\">",
        "<base href=http://127.0.0.1:9/ target=_blank>",
        "<object data=//127.0.0.1:9/o></object><embed src=//127.0.0.1:9/e>",
        "<form action=//127.0.0.1:9/><button formaction=javascript:alert(1)>press</button>",
        "<template><script>\(trace)=1</script></template><slot></slot>",
        "<details open ontoggle=\(trace)=1><plaintext><xmp><listing>",
        "<portal src=//127.0.0.1:9/><frameset onload=alert(1)><applet code=x>",
        "<x-unknown is=panel id=panel class=script-only hidden>",
    ]

    private static let handlers = [
        "<img src=x onerror=\(trace)=1>",
        "<img src=`x`onerror=alert(1)//",
        "<body onload=\(trace)=1 onpageshow=alert(1)>",
        "<video src=//127.0.0.1:9/v autoplay onerror=\(trace)=1></video><audio src onerror=alert(1)>",
        "<input autofocus onfocus=document.title='\(trace)'>",
        "<div style=\"animation:x\" onanimationstart=\(trace)=1 oncontentvisibilityautostatechange=alert(1)>",
        "\" onmouseover=\"\(trace)=1\" autofocus tabindex=\"1",
        "' onfocus='\(trace)=1' style='position:fixed;inset:0",
        "x onpointerenter=alert(1) x=",
        "`onclick=`\(trace)=1",
    ]

    private static let addresses = [
        "javascript:\(trace)=1",
        "JaVa\tScRiPt:alert(1)//",
        "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
        "<a href=\"javascript&colon;alert(1)\">press</a>",
        "<a href=data:text/html,<script>opener.\(trace)=1</script>>press</a>",
        "vbscript:msgbox(1) view-source:file:///etc/passwd",
        "//127.0.0.1:9/a https://127.0.0.1:9/b www.example.org mail@example.org",
    ]

    private static let drawings = [
        "<svg onload=\(trace)=1><animate onbegin=\(trace)=1 attributeName=x dur=1s>",
        "<svg><script href=data:,\(trace)=1></script><use href=//127.0.0.1:9/u#x></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<svg><foreignObject><body xmlns=http://www.w3.org/1999/xhtml onload=alert(1)>",
    ]

    private static let breaks = [
        "</script><script>\(trace)=1</script>",
        "</style><style>*{display:none}</style>",
        "*{background:url(//127.0.0.1:9/x)}@import '//127.0.0.1:9/i.css';",
        "</title><script>document.title='\(trace)'</script>",
        "</textarea></noscript></template><script>\(trace)=1</script>",
        "</dialog></table></details></section></main></body></html>",
        "</bdi></b></a></td></tr></ul><td><li><p>",
        "<!-- --!><script>\(trace)=1</script> --> <!--><svg onload=alert(1)>",
        "]]> <![CDATA[<script>\(trace)=1</script>]]> <?xml ?> <!DOCTYPE x [<!ENTITY y \"z\">]>",
        "\"-alert(1)-\" '-alert(1)-' \\\"-alert(1)// ${alert(1)}",
        "{{constructor.constructor('\(trace)=1')()}} {%raw%} #{7*7} <%= 7*7 %> ${{7*7}} {{{7}}}",
    ]

    private static let markdown = [
        "[press](javascript:\(trace)=1) ![](http://127.0.0.1:9/i.png)",
        "[press](<javascript:alert(1)>) [press][1] [1]: javascript:alert(1) \"x\"",
        "<javascript:alert(1)> <http://127.0.0.1:9/auto> <mail@example.org>",
        "**bold** __bold__ *slant* _slant_ ~~gone~~ ==mark== `code` ``code``",
        "```\n</pre><script>\(trace)=1</script>\n```",
        "| a | b |\n|---|---|\n| <img src=x onerror=alert(1)> | c |",
        "# heading\n## heading\n- item\n+ item\n1. item\n> quote\n---\n    code",
        "<div>\n\n*html*\n\n<script>\(trace)=1</script>\n</div>",
        "[^1] [ ] [x] :smile: @name #12 $x$ \\(x\\) <kbd>x</kbd>\\\n&copy;",
    ]

    private static let encodings = [
        "&lt;script&gt;\(trace)=1&lt;/script&gt; &#x27; &#0; &amp;amp; &bogus; &#60img src=x&#62 &NotEqualTilde;",
        "\\u003cscript\\u003e\(trace)=1\\u003c/script\\u003e \\x3cimg src=x\\x3e %3Cscript%3Ealert(1)%3C/script%3E",
        "\u{FF1C}script\u{FF1E}\(trace)=1\u{FF1C}/script\u{FF1E} \u{2039}img\u{203A} \u{1806}",
        "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
        "<\u{0}script>\(trace)=1</\u{0}script> <img\u{B}src=x\u{C}onerror=alert(1)>",
        "<scr\u{AD}ipt>alert(1)</scr\u{200B}ipt> <\u{E0073}\u{E0063}>",
    ]

    private static let scripts = [
        "\u{202E}tpircs\u{202D} \u{2066}isolate\u{2069} \u{200F}mark\u{200E} \u{061C}",
        "\u{0634}\u{0627}\u{0631}\u{0639} <b>\u{5E9}\u{5DC}\u{5D5}\u{5DD}</b> \u{FE3D} \u{12031}",
        "bell \u{7} escape \u{1B}[31m\u{1B}]0;title\u{7} delete \u{7F} csi \u{9B}2J line \u{2028} paragraph \u{2029} next \u{85}",
        "byte order \u{FEFF} replacement \u{FFFD} last \u{FFFF} private \u{E000}",
        "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308} \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{1F1E9}\u{1F1EA} \u{E0041}",
    ]

    private static let confusions = [
        "__proto__ constructor toString hasOwnProperty valueOf",
        "panel theme answer top panel-sentences filter pick",
        "=cmd|' /C calc'!A0 @SUM(1+1) +1 -1",
        "../../etc/passwd C:\\con aux nul $(touch x) `touch x` ; rm -rf . && true",
        "null undefined NaN -0 1e999 [object Object] \"\" ''",
        String(repeating: "<b>", count: 70),
        String(repeating: "\u{2018}'", count: 60),
        String(repeating: "w", count: 5_000),
    ]
}
