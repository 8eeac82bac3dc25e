"""A map, painted: dots of land without borders, and what is where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..language import Language, Text
from .canvas import COLOURS, Box, axes_in, inches, note, shortened
from .figures import Map, Spot
from .world import LAND

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["world"]

NOT_MARKED = Text("Not on the map: ", "图上未标：")
NO_ROOM = Text("On the map without a name: ", "图上未写名称：")
# Two lines of a note.
LONGEST = 290


def world(figure: Figure, box: Box, data: Map, language: Language) -> None:
    """Dots of land without borders, and a disk for each place with what is there."""
    left, bottom, right, top = box
    foot = 0.45
    axes = axes_in(figure, (left, bottom + foot, right, top))
    axes.scatter([x for x, _ in LAND], [y for _, y in LAND], s=5, color="#b4bfca", linewidths=0)
    axes.set_xlim(-170, 180)
    high = (top - bottom - foot) / (right - left) * 350
    axes.set_ylim(82 - high, 82)
    axes.axis("off")
    per_inch = 350 / (right - left)
    dot = 0.12 * per_inch
    boxes = [(p.longitude - dot, p.latitude - dot, p.longitude + dot, p.latitude + dot) for p in data.places]
    crowded: list[str] = []
    left_out: list[str] = []
    for place in sorted(data.places, key=lambda each: (-len(each.what), each.name)):
        axes.scatter(
            [place.longitude], [place.latitude], s=60 + 40 * len(place.what), color=COLOURS[0], alpha=0.9, zorder=3
        )
        if len(place.what) > 1:
            axes.text(
                place.longitude,
                place.latitude,
                str(len(place.what)),
                color="white",
                ha="center",
                va="center",
                size=9,
                zorder=4,
            )
        if not label(axes, place, boxes, per_inch, language):
            crowded.append(told(place, language))
    for heading, missing in ((NOT_MARKED, data.elsewhere), (NO_ROOM, crowded)):
        if missing:
            left_out.append(heading.say(language) + ("；" if language == "zh" else "; ").join(missing))
    if left_out:
        note(figure, box, shortened("   ".join(left_out), LONGEST))


def label(
    axes: Axes, place: Spot, boxes: list[tuple[float, float, float, float]], per_inch: float, language: Language
) -> bool:
    """The name of a place and what is there, where there is room for it: to the right, to the left, above or below."""
    text = shortened(told(place, language), 34)
    wide, tall, gap = inches(text, 10) * per_inch, 0.19 * per_inch, 0.16 * per_inch
    x, y = place.longitude, place.latitude
    beside = [(x + gap, y - tall / 2), (x - gap - wide, y - tall / 2)]
    over = [(x - wide / 2, y + gap), (x - wide / 2, y - gap - tall)]
    askew = [(side, y + shift) for side in (x + gap, x - gap - wide) for shift in (tall / 2, -1.5 * tall)]
    for left, bottom in (*beside, *over, *askew):
        spot = (left, bottom, left + wide, bottom + tall)
        free = all(spot[2] < b[0] or spot[0] > b[2] or spot[3] < b[1] or spot[1] > b[3] for b in boxes)
        if free and spot[0] > -170 and spot[2] < 180:
            boxes.append(spot)
            axes.text(left, bottom + tall / 2, text, va="center", size=10, zorder=4)
            return True
    return False


def told(place: Spot, language: Language) -> str:
    """A place with what is there."""
    colon, comma = ("：", "、") if language == "zh" else (": ", ", ")
    return place.name + colon + comma.join(place.what)
