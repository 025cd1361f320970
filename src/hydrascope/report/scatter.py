"""The accounts of a scan, placed by what speaks for coordination and what speaks for harvest."""

from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from markupsafe import Markup

from hydrascope.report.axis import ticks
from hydrascope.report.svg import at, join, tag
from hydrascope.report.words import VERDICTS, about, count, total

Floats = npt.NDArray[np.float64]
_Bits = TypeVar("_Bits", float, Floats)

# Cells along x and y: accounts that fall into one cell share one mark, so the page stays small however many there are.
_CELLS = {"clear": (90, 45), "watch": (200, 90), "suspected": (200, 90), "confirmed": (200, 90)}
_MARKS = {
    "confirmed": Markup('<g id="m-confirmed"><circle r="4.2"/></g>'),
    "suspected": Markup('<g id="m-suspected"><path d="M0-5.4 5.4 0 0 5.4-5.4 0Z"/></g>'),
    "watch": Markup('<g id="m-watch"><path d="M0-4.8 4.6 3.6H-4.6Z"/></g>'),
}
_CROWD = 10
_CORNERS = (("6", "start", "harvest, but alone"), ("-6", "end", "act as one and harvest"))


class _Plane(NamedTuple):
    across: list[float]
    up: list[float]

    def x(self, bits: _Bits) -> _Bits:
        return (bits - self.across[0]) / (self.across[-1] - self.across[0])

    def y(self, bits: _Bits) -> _Bits:
        return 1 - (bits - self.up[0]) / (self.up[-1] - self.up[0])


def scatter(accounts: pa.Table) -> Markup:
    """
    Return the drawing: one mark an account or, where many stand in one place, one for them all.

    `accounts` follows `schema.ACCOUNT_VERDICTS`. Honest accounts are pale
    dots. Marks that stand for several accounts are larger. At most about 4,000 of them are
    drawn, and about 18,000 marks for each other verdict.
    """
    across, up = (_bits(accounts, name) for name in ("coordination", "harvest"))
    plane = _Plane(
        ticks(min(0.0, across.min(initial=0)), across.max(initial=10), most=8), ticks(min(0.0, up.min(initial=0)), up.max(initial=10))
    )
    verdicts = accounts["verdict"].to_numpy(zero_copy_only=False)
    marks = [
        mark for verdict in reversed(VERDICTS) for mark in _marks(accounts, across, up, np.flatnonzero(verdicts == verdict), verdict, plane)
    ]
    names = "Every account by bits of coordination, across, and bits of harvest, upwards."
    return tag("svg", tag("defs", *_MARKS.values()), *_frame(plane), *marks, class_="plot scatter", role="img", aria_label=names)


def _bits(accounts: pa.Table, name: str) -> Floats:
    return np.nan_to_num(np.asarray(accounts[name].to_numpy(zero_copy_only=False), dtype=np.float64), posinf=0.0, neginf=0.0)


def _marks(accounts: pa.Table, across: Floats, up: Floats, rows: npt.NDArray[np.intp], verdict: str, plane: _Plane) -> list[Markup]:
    if not len(rows):
        return []
    wide, high = _CELLS[verdict]
    cell = np.floor(plane.x(across[rows]) * wide) * (high + 1) + np.floor(plane.y(up[rows]) * high)
    _, first, place, many = np.unique(cell, return_index=True, return_inverse=True, return_counts=True)
    x, y = (np.bincount(place, weights=side[rows]) / many for side in (across, up))
    names = accounts["account_id"].take(pa.array(rows[first])).to_pylist()
    return [_mark(verdict, *entry, plane) for entry in zip(names, many.tolist(), x.tolist(), y.tolist(), strict=True)]


def _mark(verdict: str, name: str, many: int, x: float, y: float, plane: _Plane) -> Markup:
    who = name if many == 1 else f"{count(many, 'account')}, such as {name}"
    title = tag("title", f"{who}\n{verdict}: coordination {total(x)}, harvest {total(y)} bits")
    left, top = at(plane.x(x)), at(plane.y(y))
    if verdict == "clear":
        return tag("circle", title, class_="clear", cx=left, cy=top, r=min(9.0, 2.2 + 0.8 * float(np.log2(many))))
    if many < _CROWD:
        return tag("use", title, class_=verdict, href=f"#m-{verdict}", x=left, y=top)
    # Accounts of one campaign often have the same bits: their mark grows with the square root of their number, which stands in it.
    size = min(9.0, 2.0 + 0.27 * float(np.sqrt(many)))
    shape = tag("use", class_=verdict, href=f"#m-{verdict}", transform=f"scale({size:.2f})")
    number = tag("text", about(many), class_="crowd", y="4", text_anchor="middle")
    return tag("svg", title, shape, number, class_="spot", x=left, y=top)


def _frame(plane: _Plane) -> list[Markup]:
    lines = [tag("line", class_="grid", x1=at(plane.x(tick)), x2=at(plane.x(tick)), y1="0", y2="100%") for tick in plane.across]
    lines += [tag("line", class_="grid", x1="0", x2="100%", y1=at(plane.y(tick)), y2=at(plane.y(tick))) for tick in plane.up]
    texts = [tag("text", f"{tick:g}", class_="tick", x=at(plane.x(tick)), y="100%", dy="18", text_anchor="middle") for tick in plane.across]
    texts += [tag("text", f"{tick:g}", class_="tick", x="0", dx="-8", y=at(plane.y(tick)), dy="4", text_anchor="end") for tick in plane.up]
    titles = [
        tag("text", "coordination, bits →", class_="axis", x="100%", y="100%", dy="38", text_anchor="end"),
        tag("text", "↑ harvest, bits", class_="axis", x="0", y="0", dx="-34", dy="-14"),
    ]
    corners = [
        tag("text", says, class_="corner", x="0" if side == "start" else "100%", dx=dx, y="0", dy="18", text_anchor=side)
        for dx, side, says in _CORNERS
    ]
    corners.append(tag("text", "act as one, no harvest", class_="corner", x="100%", dx="-6", y="100%", dy="-8", text_anchor="end"))
    return [join(*lines, *texts, *titles, *corners)]
