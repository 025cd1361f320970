"""What links the heads of a campaign: accounts and the traits that they share."""

from collections import Counter, defaultdict
from typing import NamedTuple

import numpy as np
from markupsafe import Markup

from hydrascope.campaigns.model import Campaign, Link, Member
from hydrascope.report.layout import Floats, layout
from hydrascope.report.svg import COLOURS, at, tag
from hydrascope.report.visible import shortened
from hydrascope.report.words import clock, count, label

_TRAITS = 40
_NODES = 150
_NAMED = 8

Trait = tuple[str, str]


class Graph(NamedTuple):
    """The drawing, the kinds of traits in the order of their colours, and how much of the whole is drawn."""

    drawing: Markup
    kinds: list[str]
    accounts: int
    traits: int
    all_accounts: int
    all_traits: int


def graph(one: Campaign) -> Graph | None:
    """
    Return the accounts and the traits that at least two of them share; None where they share none.

    At most 150 nodes are drawn: the traits that carry most bits, and an even
    sample of the accounts that have them.
    """
    heads = _heads_by_trait(one.links)
    if not heads:
        return None
    weight = _bits_by_trait(one.links)
    traits = sorted(heads, key=lambda trait: (-weight[trait], trait))[:_TRAITS]
    linked = sorted({account for trait in traits for account in heads[trait]})
    accounts = _evenly(linked, _NODES - len(traits))
    traits = [trait for trait in traits if heads[trait] & set(accounts)]
    kinds = sorted({kind for kind, _ in heads})
    drawing = _drawing(one, accounts, traits, heads, kinds)
    return Graph(drawing, kinds, len(accounts), len(traits), len(one.accounts), len(heads))


def _heads_by_trait(links: list[Link]) -> dict[Trait, set[str]]:
    heads: dict[Trait, set[str]] = defaultdict(set)
    for link in links:
        heads[link.kind, link.value].add(link.account_id)
    return {trait: sharing for trait, sharing in heads.items() if len(sharing) > 1}


def _bits_by_trait(links: list[Link]) -> Counter[Trait]:
    weight: Counter[Trait] = Counter()
    for link in sorted(links, key=lambda each: (each.kind, each.value, each.account_id)):
        weight[link.kind, link.value] += link.bits  # type: ignore[assignment]
    return weight


def _evenly(names: list[str], most: int) -> list[str]:
    if len(names) <= most:
        return names
    return [names[number * len(names) // most] for number in range(most)]


def _drawing(one: Campaign, accounts: list[str], traits: list[Trait], heads: dict[Trait, set[str]], kinds: list[str]) -> Markup:
    number = {account: place for place, account in enumerate(accounts, start=len(traits))}
    pairs = [(row, number[account]) for row, trait in enumerate(traits) for account in sorted(heads[trait]) if account in number]
    drawn = Counter(row for row, _ in pairs)
    # A trait that nearly all have tells no two apart: it pulls little and its edges are faint, so that rarer ones show their groups.
    pull = np.array([2.0 / np.sqrt(drawn[row]) for row, _ in pairs])
    mass = np.where(np.arange(len(traits) + len(accounts)) < len(traits), 3.0, 1.0)
    places = 0.04 + 0.92 * layout(mass, np.array(pairs, dtype=np.int64).reshape(-1, 2), pull)
    edges = [_edge(places, row, other, kinds.index(traits[row][0]), drawn[row]) for row, other in pairs]
    members = {head.account_id: head for head in one.members}
    dots = [_account(places[number[name]], name, members.get(name)) for name in accounts]
    squares = [_trait(places[row], trait, len(heads[trait]), kinds.index(trait[0])) for row, trait in enumerate(traits)]
    named = _names(places, traits)
    says = f"{count(len(accounts), 'account')} as dots and {count(len(traits), 'trait')} that they share as squares, linked."
    return tag("svg", *edges, *dots, *squares, *named, class_="plot graph", role="img", aria_label=says)


def _edge(places: Floats, row: int, other: int, kind: int, heads: int) -> Markup:
    (x1, y1), (x2, y2) = places[row].tolist(), places[other].tolist()
    strength = min(0.6, max(0.12, 2.5 / heads**0.7))
    return tag("line", class_=f"edge f{kind % COLOURS}", x1=at(x1), y1=at(y1), x2=at(x2), y2=at(y2), stroke_opacity=strength)


def _account(place: Floats, name: str, head: Member | None) -> Markup:
    banned = head is not None and head.banned_at is not None
    x, y = place.tolist()
    return tag("circle", tag("title", _about(name, head)), class_="account banned" if banned else "account", cx=at(x), cy=at(y), r=4)


def _about(name: str, head: Member | None) -> str:
    if head is None:
        return name
    lines = [name, f"{count(head.exchanges, 'exchange')}, {count(head.cover)} of them cover"]
    if head.banned_at is not None:
        lines.append(f"banned {clock(head.banned_at)} UTC")
    return "\n".join(lines)


def _trait(place: Floats, trait: Trait, sharing: int, kind: int) -> Markup:
    x, y = place.tolist()
    half = min(5.0 + 0.6 * float(np.log2(sharing)), 9.0)
    title = tag("title", f"{_called(trait, 80)}\nshared by {count(sharing, 'account')}")
    square = tag("rect", title, class_=f"trait f{kind % COLOURS}", x=-half, y=-half, width=2 * half, height=2 * half, rx="2")
    return tag("svg", square, class_="spot", x=at(x), y=at(y))


def _names(places: Floats, traits: list[Trait]) -> list[Markup]:
    """Names for the weightiest traits, where they do not run into one another in a drawing of usual width."""
    taken: list[tuple[float, float, float]] = []
    named: list[Markup] = []
    for (x, y), trait in zip(places.tolist(), traits, strict=False):
        says = _called(trait, 18)
        wide = 0.0078 * len(says) + 0.02
        for side, left in (("start", x), ("end", x - wide)):
            free = all(left > other + length or left + wide < other or abs(y - up) > 0.05 for other, length, up in taken)
            if len(named) < _NAMED and free and left >= 0 and left + wide <= 1:
                taken.append((left, wide, y))
                named.append(
                    tag("text", says, class_="name", x=at(x), y=at(y), dx="12" if side == "start" else "-12", dy="4", text_anchor=side)
                )
                break
    return named


def _called(trait: Trait, length: int) -> str:
    kind = label(trait[0])
    return f"{kind} {shortened(trait[1].removeprefix(kind).strip(), length)}"
