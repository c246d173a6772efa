"""Colours by the WCAG arithmetic: contrast, and the nearest colour that has enough of it."""

from __future__ import annotations

import colorsys
import re

HEX = re.compile(r"#[0-9a-fA-F]{6}\Z")
WHITE = "#ffffff"
BLACK = "#000000"
READABLE = 4.5
STEPS = 200


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def darkened(colour: str, under: str, ratio: float = READABLE) -> str:
    """The nearest colour of the same hue that can carry `under` as its text."""
    return _shifted(colour, under, ratio, -1)


def lightened(colour: str, on: str, ratio: float = READABLE) -> str:
    """The nearest colour of the same hue that can be read on a dark ground."""
    return _shifted(colour, on, ratio, 1)


def _shifted(colour: str, other: str, ratio: float, way: int) -> str:
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    for step in range(STEPS + 1):
        shifted = min(1.0, max(0.0, lightness + way * step / STEPS))
        found = colour if step == 0 else _hex(colorsys.hls_to_rgb(hue, shifted, saturation))
        if contrast(found, other) >= ratio:
            return found
    return BLACK if way < 0 else WHITE


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in _channels(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
