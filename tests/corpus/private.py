"""pii: numbers, addresses and keys in a line, with what must be told of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# 1234567890121 has a right last digit; so have the others made of it.
FOUND: Mapping[str, Sequence[str]] = {
    "PRIVATE-CARD": (
        *("1234567890121", "1-2345-67890-12-1", "1 2345 67890 12 1", "๑๒๓๔๕๖๗๘๙๐๑๒๑"),
        *("๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", "1–2345–67890–12–1", "1.2345.67890.12.1", "เลข1234567890121ค่ะ"),
        *(
            "1234567890121, ก",
            "(1-2345-67890-12-1)",
            "8-1234-56789-01-1",
            "１２３４５６７８９０１２１",
        ),
        *("1-2345-67890-12-๑", "id=1234567890121", "1\u00a02345\u00a067890\u00a012\u00a01"),
        *("1 2 3 4 5 6 7 8 9 0 1 2 1", "1\u20112345\u201167890\u201112\u20111"),
    ),
    "PRIVATE-PHONE": (
        *(
            "081-234-5678",
            "0812345678",
            "08 1234 5678",
            "๐๘๑-๒๓๔-๕๖๗๘",
            "061 234 5678",
            "+66812345678",
        ),
        *("โทร.0912345678", "+66 81 234 5678", "09-1234-5678"),
    ),
    "PRIVATE-MAIL": (
        *(
            "somchai@gmail.com",
            "a.b+c@hotmail.com",
            "X@YAHOO.CO.TH",
            "a@outlook.com",
            "ก a@icloud.com",
        ),
    ),
    "SECRET-IN-TEXT": (
        *("-----BEGIN PRIVATE KEY-----", "-----BEGIN OPENSSH PRIVATE KEY-----"),
        *("AKIA" + "ABCDEFGHIJKLMNOP", "ghp_" + "a1" * 18, "github_pat_" + "A1_" * 14),
        *("glpat-" + "a1" * 10, "AIza" + "Sy" * 17 + "x", "xoxb-" + "1234567890-abc"),
        *("password=Secret123", "password: hunter2x", "PASSWORD = 'abc123!x'", "รหัสผ่าน: admin1234"),
        *(
            "api_key=abcdef123456",
            "https://admin:pass1@example.go.th/",
            "access_token: abc.def-123",
        ),
        *("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTYifQ.abcdefghijkl",),
    ),
}
NOT_FOUND = (
    *("1234567890122", "0-1055-55000-01-5", "0994000165510", "9234567890121", "12345678901210"),
    *("11234567890121", "123456789012", "1,234,567,890,121", "1-2345-67890-12", "2567-10-01"),
    *(
        "02-123-4567",
        "0 2123 4567",
        "1111",
        "053-123456",
        "0712345678",
        "08123456789",
        "081-234-567",
    ),
    *(
        "saraban@example.go.th",
        "a@gmail.com.example.go.th",
        "@gmail.com",
        "gmail.com",
        "a@mygmail.com",
    ),
    *("รหัสผ่าน ต้องมี 8 ตัว", "password: 12345", "ตั้งรหัสผ่าน: ทุก 90 วัน", "secret", "ghp_short"),
    *("85.10 93.37 88.20 99.99", "1 2 3 4 5 6 7 8 9 10 11 12 13", "-----BEGIN CERTIFICATE-----"),
)
