"""
Arithmetic stories with their steps: a times b less c, told in a few hundred thousand ways.

Strangers who work through word problems do not share phrases by accident, so
any five words in a row hold at least two words, or one name, of this story
alone: three facts in as many sentences, each from patterns that are mostly
holes, in several orders, half of the time with a clause that has no bearing.
"""

import re
from random import Random
from typing import NamedTuple

from hydrascope.lab.worlds.grammar import Pattern, cut, fill
from hydrascope.lab.worlds.seeds import pick
from hydrascope.lab.worlds.text import clause, proper_name
from hydrascope.lab.worlds.words import ADJECTIVES, ADVERBS, DOMAINS, ROLES, VERBS, listed


class Problem(NamedTuple):
    """A task and a worked answer, one step a line."""

    text: str
    worked: str


# Names: N, M, P. Words of the story: n, m, k (nouns), l (what is counted), c and K (one container, several), u and U (a stretch of time, several), W
# (people). Drawn afresh each time: a, b (adjectives), v (verb), r and R (role), x (adverb). Numbers: A, B, C and, once solved, D = A * B and E = D - C.
_SETUPS = (
    "{A} {a} {n} {l} fit one {m} {c}, and {N} has {B}|every {u} {N} must {v} {A} {a} {n} {l}; {B} {U} {x} pass|"
    "{B} of {P}'s {W} {v} {A} {a} {n} {l} each|a {a} {m} in {P} yields {A} {n} {l} per {u}; {N} waits {B} {b} {U}|"
    "{N}'s {r} pays {A} {b} {l} per {n}; {a} {P} orders {B}|{A} by {B} {a} {n} {l} cover {N}'s {m} floor|"
    "{r} {N} stacks {B} {a} {K}, {A} {n} {l} high|{B} {U} {x}, {P} sent {N} {A} {a} {n} {l} a {u}|"
    "with {A} {n} {l} to the {m}, {N} loads {B} {a} {m} {K}|{N} reads {A} {a} {n} pages {x}, {B} {b} {m} evenings long|"
    "{P} has {B} {a} {m} streets; along each, {N} plants {A} {n} {l}|{B} {b} {W} from {P} bring {N} {A} {a} {n} {l} apiece|"
    "rows of {A} {n} {l}, {B} {a} rows, fill {N}'s {m}|{N} rides {A} {b} {m} miles {x}, {B} {a} {n} {U}|"
    "it takes {N} {A} {a} {n} {l} to {v} one {m}; {P} needs {B}|{A} {a} {n} {l} hourly reach {P}'s {m} {c}, {B} {U} {x}|"
    "{N} rents out {B} {a} {n} {K} at {A} {b} {l}|each {r} in {P} owns {A} {a} {n} {l}, and {N} counts {B} {b} {W}|"
    "{B} {a} {m} {K} hold {A} {n} {l} apiece; {N} moved them {x}|{P} prints {A} {n} {l} on a {a} {m}, and {r} {N} buys {B}|"
    "suppose {N} can {v} {A} {a} {n} {l} with one {m}; {P} lends {B}|{N} sells {n} {l} at {A} {a} coins {x}; {B} {b} {W} want one|"
    "{M} owes {N} {A} {a} {n} {l} for {B} {m} {U}|{N} sets {B} {a} {k} tables, {A} {n} {l} on every {m} one|"
    "{A} {n} {l} make a {a} {m}, of which {N} must {v} {B}|daily {N} hands {r} {M} {A} {a} {n} {l}, {x}, till {B} {b} {U} end|"
    "a {n} {c} weighs {A} {a} {l}; {P}'s {r} lifts {B} {x}|{N} knits {A} {a} {n} rows between {m} breaks; {P} has {B} {b} ones"
)
_LOSSES = (
    "{C} {b} {n} {l} spoil {x}|{M} takes {C} {b} {n} {l} {x}|{C} {n} {l} break near {M}|a {b} {k} swallows {C} {n} {l}|{r} {M} keeps back {C} {b} {l}|"
    "{N} gives {M} {C} {n} {l}|{C} {b} {n} {l} turn out {a}|{M} {x} hid {C} {b} {n} {l}|{k} {W} steal {C} {b} {n} {l}|{C} {b} {n} {l} are for {M}|"
    "{C} {n} {l} rust {x} under {M}|{M} returned {C} {b} {n} {l} {x}|the {r} takes {C} {b} {n} {l}|{C} {n} {l} vanish in {M}'s {b} {k}|"
    "some {b} {k} ruins {C} {n} {l}|{N} lends {C} {n} {l} to {r} {M}|{C} {n} {l} never reach {b} {M}|{x} {C} {n} {l} go missing at {P}|"
    "{M}'s {k} costs {C} {b} {n} {l}|{b} {W} of {M} reject {C} {n} {l}|{C} {b} {n} {l} belong to {r} {M}|{P} charges {C} {b} {n} {l} {x}|"
    "{N} drops {C} {n} {l} {x}|{k} mice eat {C} {b} {n} {l}"
)
_ASKS = (
    "How many {n} {l} has {N} now?|How many {n} {l} are left for {N}?|Find {N}'s total of {n} {l}.|Calculate the {n} {l} that {N} can {v}.|"
    "How much has {r} {N} left?|How many {a} {n} {l} in total?|Work out {N}'s {l}.|{N} wonders: how many {n} {l} remain?|How many will {N} {v}?|"
    "Count {N}'s {a} {n} {l}.|{R} {N} ends with how many {n}?|Can {M} tell how many {n} {l} remain?|Compute {N}'s {a} result.|Determine the {n} sum of {P}.|"
    "Solve for {N}'s {b} {l}.|How many altogether, {N}?|{M} needs the exact {n} number.|Then {N} has how many {n} left?|Find how many {n} {l} {N} keeps.|"
    "Determine {N}'s {l} left over.|What is {N}'s {n} total?|{N} has how many {n} {l}?|Calculate {P}'s {a} remainder.|Which {n} number will {M} {v}?|"
    "Find the {b} {n} number."
)
_FIRST = (
    "{N}: {A} {b} {n} times {B} {k} {m} makes {D} {a} {l}|{r} {N} has {A} * {B} {a} {l}, hence {D} {n} ones|for {P} that is {A} {n} {l} by {B} {b}: {D} {a} {k}|"
    "{B} {a} {m}, each {A} {n} {l}, give {N} {D}|multiply {N}'s {A} {a} {n} with {B} {m}: {D} {b} {l}|{b} {N} reaches {D} {n} {l}, being {A} {b} {m} * {B} {k}|"
    "since {N} has {A} {n} {l} {B} {b} times, {r} {M} counts {D} {a} {k}|{N} must {v} {D} {n} {l} in all, {B} {m} {b} by {A} {k} {a}"
)
_SECOND = (
    "{M}: {D} {n} without {C} {b} {l}, so {E} {a} {k}|less {M}'s {C} {a} {l} the {n} {k} are {E} {b} {m}|subtract {C} {k} {l} of {M} and {N} keeps {E} {a} {m}|"
    "{N} loses {C} {b} {n} to {M}: {E} {a} {l} of {D} {b} {k}|{M} leaves {N} {E} {a} {l}, {D} {n} minus {C} {b} {k}|{k} {l}: {D} {b} - {C} {a} = {E} {m} for {N}|"
    "taking {C} {b} {l} from {N}'s {D} {k} {n} gives {E} {a} {m}|{N} {x} holds {E} {m} {n}, being {D} {b} {l} bar {C} {a} {k}"
)


def _cut_all(patterns: str) -> tuple[Pattern, ...]:
    return tuple(map(cut, listed(patterns, "|")))


SETUPS, LOSSES, ASKS, FIRST, SECOND = map(_cut_all, (_SETUPS, _LOSSES, _ASKS, _FIRST, _SECOND))
_PARTS = {"s": SETUPS, "l": LOSSES, "q": ASKS}
# Setup, loss and question in some order, each with what follows it; `i` is a clause that has no bearing.
_ORDERS = tuple(
    tuple(re.findall("([sliq])([^sliq]*)", order))
    for order in (
        "s. l. q",
        "q s. l.",
        "s; l. q",
        "s, but l. q",
        "q s, though l.",
        "s. i. l. q",
        "i. s; l. q",
        "q i. s; l.",
        "s: i. l. q",
        "l. s. q",
    )
)
_NOUNS = tuple(word.replace("-", " ") for words in DOMAINS.values() for word in words)
_COUNTED = listed(
    "crates boxes sacks bundles barrels cards parts shells stamps tokens bags baskets bricks tickets jars bottles planks coils rolls sheets reams packets "
    "pallets tins tubes cartons rods beads bolts buttons cubes discs folders hooks keys labels magnets needles pegs pins plates posters pots prints rings "
    "ropes scoops screws seeds slabs slices spools spoons sticks stones straps strips tiles tags threads toys trays tufts wheels wires badges bars blocks "
    "brushes cables candles caps chips clips cones cords cups drops flags frames gems grains kits knobs lamps leaves lids"
)
_CONTAINERS = listed(
    "box crate shelf cart drawer basket locker trunk wagon cabinet chest bin tank van trailer case hut stall rack pouch vault shed boat bucket"
)
_TIMES = listed(
    "hour day week month shift evening term season lap trip visit round turn session semester fortnight night morning match lesson sitting tour"
)
_PEOPLE = listed(
    "farmers students sailors bakers painters clerks guards hikers drivers singers weavers tailors miners scouts nurses pilots masons porters dancers "
    "plumbers millers hunters brewers tourists guests cooks potters welders smiths jurors monks rowers skaters shepherds cyclists tenants"
)
_AFRESH = {"a": ADJECTIVES, "b": ADJECTIVES, "v": VERBS, "r": ROLES, "x": tuple(word.replace("-", " ") for word in ADVERBS)}
_IDLE = {**_AFRESH, "w": VERBS, "n": _NOUNS, "m": _NOUNS, "d": tuple(str(number) for number in range(2, 100))}


def arithmetic(rng: Random) -> Problem:
    """
    Return an arithmetic story and its solution: a times b less c.

    >>> arithmetic(Random(3)).worked.splitlines()[-1].startswith("Answer:")
    True
    """
    own = _own(rng)
    text, ended = "", True
    for part, after in pick(rng, _ORDERS):
        said = clause(rng, {**_IDLE, "N": own["P"], "M": own["M"]}) if part == "i" else fill(pick(rng, _PARTS[part]), rng, own)
        text += (_capital(said) if ended else said) + after
        ended = part == "q" or after.startswith(".")
    return Problem(text, _solution(rng, own))


def solution(rng: Random) -> str:
    """
    Return the worked answer to a story that is not told.

    >>> len(solution(Random(3)).splitlines())
    3
    """
    return _solution(rng, _own(rng))


def _solution(rng: Random, own: dict[str, tuple[str, ...]]) -> str:
    first = _capital(fill(pick(rng, FIRST), rng, own))
    second = _capital(fill(pick(rng, SECOND), rng, own))
    return f"{first}.\n{second}.\nAnswer: {own['E'][0]} {own['n'][0]} {own['l'][0]}"


def _own(rng: Random) -> dict[str, tuple[str, ...]]:
    """Return the words and the numbers of one story."""
    a, b = rng.randrange(3, 60), rng.randrange(4, 90)
    c = rng.randrange(1, a * b // 2)
    time, container = int(rng.random() * len(_TIMES)), int(rng.random() * len(_CONTAINERS))
    return {
        **_AFRESH,
        "N": (proper_name(rng),),
        "M": (proper_name(rng),),
        "P": (proper_name(rng),),
        "n": (pick(rng, _NOUNS),),
        "m": (pick(rng, _NOUNS),),
        "k": (pick(rng, _NOUNS),),
        "A": (str(a),),
        "B": (str(b),),
        "C": (str(c),),
        "D": (str(a * b),),
        "E": (str(a * b - c),),
        "l": (pick(rng, _COUNTED),),
        "W": (pick(rng, _PEOPLE),),
        "R": (pick(rng, ROLES).capitalize(),),
        "u": (_TIMES[time],),
        "U": (f"{_TIMES[time]}s",),
        "c": (_CONTAINERS[container],),
        "K": (f"{_CONTAINERS[container]}s",),
    }


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
