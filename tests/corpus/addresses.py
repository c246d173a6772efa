"""url, path: addresses and names of files as they are typed, with the code that each must give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

GOOD_URLS = (
    *("https://www.example.go.th/", "https://example.go.th/a?b=c&d=e#f", "HTTPS://EXAMPLE.GO.TH/"),
    *("https://example.go.th:8443/", "https://ไทย.ไทย/แผน", "https://xn--o3cw4h.xn--o3cw4h/"),
    *("https://example.go.th/%E0%B8%81", "https://8.8.8.8/", "https://a.b.c.example.or.th/x//y"),
    *("https://docs.google.com/d/1", "https://example.go.th/a(b)", "https://example.go.th/?q=ก"),
    *("https://น้ำ.ไทย/", "https://example.go.th./"),
)
BAD_URLS: Mapping[str, Sequence[str]] = {
    "ADDRESS-FORMAT": (
        *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "vbscript:x"),
        *("data:text/html,x", "data:text/html;base64,PGI+", "file:///etc/passwd", "ftp://a.go.th/"),
        *("//evil.com/", "/\\\\evil.com", "\\\\\\\\evil\\\\a", "https:evil.com", "https:/evil.com"),
        *("https://", "https:///a", "https://user@a.go.th/", "https://user:pass@a.go.th/"),
        *("https://a.go.th\\\\@evil.com/", "https://a.go.th:99999/", "https://a.go.th:0/"),
        *(
            "https://a b.go.th/",
            "https://a.go.th/ b",
            " https://a.go.th/\\u0009",
            "www.example.go.th",
        ),
        *("example.go.th", "mailto:a@b.go.th", "tel:021234567", "https://a.go.th/<b>", "#top"),
        *("https://a.go.th/`", "https://a.go.th/{x}", "https://a.go.th/|", "https://a.go.th/^"),
        *("https://evil。com/", "https://evil．com/", "https://ⓔvil.com/", 'https://a.go.th/\\"x'),
        *("https://%61.go.th/", "https://a_b!.go.th/", "https://a,b.go.th/", "https://a&b.go.th/"),
        *("view-source:https://a.go.th/", "blob:https://a.go.th/1", "about:blank", "ws://a.go.th/"),
        *("../a", "/2568/oit/", "a.pdf", "?x", "https://[::1", "https://$(id).go.th/", "1", "-"),
    ),
    "ADDRESS-PRIVATE": (
        *("https://localhost/", "https://LOCALHOST/", "https://127.0.0.1/", "https://127.1/"),
        *("https://10.0.0.1/", "https://192.168.1.10/a", "https://172.16.0.1/", "https://0/"),
        *(
            "https://169.254.169.254/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://0177.0.0.1/",
        ),
        *("https://[::1]/", "https://[fc00::1]/", "https://[fe80::1]/", "https://intranet/"),
        *("https://server.local/", "https://nas.lan/", "https://a.internal/", "https://0.0.0.0/"),
        *("https://[::ffff:127.0.0.1]/", "https://100.64.0.1/", "https://255.255.255.255/"),
        *("https://x.localhost/", "https://localhost./", "https://a.test/", "https://a.onion/"),
    ),
    "ADDRESS-SHORTENED": ("https://bit.ly/3abc", "http://tinyurl.com/x", "https://lin.ee/abc"),
    "ADDRESS-NOT-SECURE": ("http://www.example.go.th/", "HTTP://example.go.th/a"),
}
WARNED = ("ADDRESS-SHORTENED", "ADDRESS-NOT-SECURE")
BAD_PAGES = (
    *("javascript:alert(1)", "//evil.com", "https://evil.com/", "/../../etc/passwd", "..", "."),
    *("/2568/oit/../../x", "/a b/", "/a)<script>/", "/a\\\\b/", "/ก/", "/a?x=1", "/a#<b>", "/a# b"),
    *("/a#x)y", "data:text/html,x", "\\\\\\\\evil", "/a//b", "/.hidden/", "/a/%2e%2e/b", "/a#b#c"),
)
BAD_NAMES: Mapping[str, Sequence[str]] = {
    "FILE-NAME": (
        *("../site_config.yaml", "..\\\\site_config.yaml", "../../etc/passwd", "/etc/passwd", ".."),
        *("..%2f..%2fetc%2fpasswd", "%2e%2e/x.pdf", "a/b.pdf", "./a.pdf", "a/../b.pdf", "//a.pdf"),
        *(
            "C:\\\\a.pdf",
            "C:a.pdf",
            "\\\\\\\\srv\\\\a.pdf",
            "~/a.pdf",
            "$HOME.pdf",
            ".htaccess",
            ".git",
        ),
        *(
            ".env",
            "a b.pdf",
            "a\\u0009b.pdf",
            "แผน.pdf",
            "a.pdf ก",
            "a.",
            "a.pdf.",
            "a?.pdf",
            "a*.pdf",
        ),
        *("a:b.pdf", "a.pdf:x", "a|b.pdf", "a<b>.pdf", "a'b.pdf", "a;b.pdf", "a&b.pdf", "-a.pdf"),
        *(
            "_a.pdf",
            "a#b.pdf",
            "a%41.pdf",
            "é.pdf",
            "e\\u0301.pdf",
            "ａ.pdf",
            "file:a.pdf",
            "a,b.pdf",
        ),
        *("http://a/b.pdf", "a`b.pdf", "a{b}.pdf", "a+b.pdf", "~$a.docx", "a" * 201, "a@b.pdf"),
    ),
    "FILE-NAME-RESERVED": (
        *(
            "con.pdf",
            "NUL",
            "aux.docx",
            "prn.pdf",
            "COM1.pdf",
            "lpt9.txt",
            "Nul.tar.gz",
            "com0.csv",
        ),
    ),
    "EVIDENCE-MISSING": ("no.pdf", "plan.PDF", "Plan.pdf", "plan.pd", "plan", "plan.pdf.exe"),
}
