"""What must not be published: numbers of identity cards, private contacts, keys and passwords."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.problems import Severity
from generator.thai import to_arabic

# The dash of Word, the hyphen of PDF and a no-break space stand between the groups too.
BETWEEN = "[-\u2010-\u2015\u2212. \u00a0\u200b]?"
WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
ANY_WIDE = re.compile("[０-９]")
CARD = re.compile(rf"(?<![0-9])[1-8](?:{BETWEEN}[0-9]){{12}}(?!{BETWEEN}[0-9])")
MOBILE = re.compile(
    rf"(?<![0-9])(?:\+66{BETWEEN}(?:\(0\))?|0){BETWEEN}[689](?:{BETWEEN}[0-9]){{8}}(?![0-9])"
)
FREE_MAIL = re.compile(
    r"[A-Za-z0-9._%+-]+@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|aol"
    r"|protonmail|proton)\.(?:com|me|co\.th|co\.uk|net)(?![A-Za-z0-9-]|\.[A-Za-z])",
    re.IGNORECASE,
)
# Only what has no other reading: each begins or is built as its issuer says.
# With each the texts of which one must be there, which is quickly seen.
SECRETS = {
    re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"): ("PRIVATE KEY-----",),
    re.compile(r"(?<![A-Za-z0-9])(?:AKIA|ASIA)[0-9A-Z]{16}(?![A-Za-z0-9])"): ("AKIA", "ASIA"),
    re.compile(r"(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{36,}"): (
        *("ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
    ),
    re.compile(r"(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{40,}"): ("github_pat_",),
    re.compile(r"(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20,}"): ("glpat-",),
    re.compile(r"(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}"): ("AIza",),
    re.compile(r"(?<![A-Za-z0-9])xox[abprs]-[A-Za-z0-9-]{10,}"): ("xox",),
    re.compile(
        r"(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}"
    ): ("eyJ",),
    re.compile(r"://[^\s/:@]+:[^\s/:@]+@"): ("@",),
    re.compile(
        r"(?:password|passwd|pwd|secret|api[_-]?key|access[_-]?token|รหัสผ่าน)"
        r"[\"']?\s*[=:]\s*[\"']?(?=[^\s\"']*[A-Za-z])[!-~]{6,}",
        re.IGNORECASE,
    ): ("passw", "pwd", "secret", "key", "token", "รหัสผ่าน"),
}
LONG_NUMBER = re.compile(rf"[0-9](?:{BETWEEN}[0-9]){{8}}")


class Found(NamedTuple):
    """Something private in a line: what it is, where, and how it may be told of."""

    code: str
    start: int
    end: int
    shown: str
    severity: Severity = Severity.WARNING

    def hidden_in(self, line: str) -> str:
        """The line as it may be shown: a message goes to logs and must not carry this on."""
        return f"{line[: self.start]}{self.shown}{line[self.end :]}"


def find_private(line: str) -> Iterator[Found]:
    """Everything private in one line of text, in any digits."""
    plain = _plain(line)
    for match in CARD.finditer(plain):
        if _is_card_number(match[0]):
            yield Found("PRIVATE-CARD", *match.span(), _masked(match[0]), Severity.ERROR)
    for match in MOBILE.finditer(plain):
        yield Found("PRIVATE-PHONE", *match.span(), match[0])
    for match in FREE_MAIL.finditer(plain):
        yield Found("PRIVATE-MAIL", *match.span(), match[0])
    for pattern in SECRETS:
        for match in pattern.finditer(line):
            yield Found("SECRET-IN-TEXT", *match.span(), f"{match[0][:6]}…", Severity.ERROR)


def holds_private(text: str) -> bool:
    """Whether any line of a text may be worth a closer look."""
    if LONG_NUMBER.search(_plain(text)) or ("@" in text and FREE_MAIL.search(text)):
        return True
    folded = text.casefold()
    return any(
        any(part in (folded if pattern.flags & re.IGNORECASE else text) for part in needed)
        and pattern.search(text)
        for pattern, needed in SECRETS.items()
    )


def _plain(text: str) -> str:
    """With the digits of ASCII for all others."""
    arabic = to_arabic(text)
    return arabic.translate(WIDE) if ANY_WIDE.search(arabic) else arabic


def _is_card_number(text: str) -> bool:
    """Thirteen digits of which the last follows from the others."""
    digits = [int(digit) for digit in text if digit.isdecimal()]
    total = sum(weight * digit for weight, digit in zip(range(13, 1, -1), digits, strict=False))
    return digits[12] == (11 - total % 11) % 10


def _masked(text: str) -> str:
    """Its first three digits, by which the one who typed it knows it again."""
    shown = 0
    return "".join(
        mark if not mark.isdecimal() or (shown := shown + 1) <= 3 else "x" for mark in text
    )
