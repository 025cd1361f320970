"""What people and models write: sentences, questions, documents, tickets and answers, in nine languages."""

from collections.abc import Mapping
from random import Random
from typing import NamedTuple

from hydrascope.lab.worlds.grammar import Pattern, cut, fill
from hydrascope.lab.worlds.seeds import pick
from hydrascope.lab.worlds.tongues import TONGUES
from hydrascope.lab.worlds.words import ADJECTIVES, ADVERBS, CLOSERS, DOMAINS, OPENERS, ROLES, VERBS, listed

NUMBERS = tuple(str(n) for n in (*range(2, 100), *range(100, 1000, 7), 1200, 1500, 2500, 4800, 12000))
_STARTS = listed("b br c cl d dr f fl g gr h j k kr l m n p pr qu r s sh st t tr v w z")
_VOWELS = listed("a e i o u ai ea io ou")
_ENDS = listed("ck d l lm m n nd r ra rn s st th x ven dor lin mar bis ton")


def _cut_all(patterns: str) -> tuple[Pattern, ...]:
    return tuple(map(cut, listed(patterns, "|")))


# No pattern holds more than two fixed words in a row: strangers must not share five words by accident of the generator.
PHRASES = _cut_all(
    "the {a} {n}|a {a} {n}|my {n}|{N}|our {r}|{d} {n} parts|every {n}|this {n}|{N} and {M}|some {a} {n}|the {r}|no {n}|"
    "that {a} {n}|{n} from {N}|her {a} {n}|{a} {n}|your {r}|half the {n}|a {n} at {N}|one {r}|{n} number {d}|the {n} {x}|their {n}",
)
MODALS = listed(
    "can|should|might|must|could|would|will|may|cannot|shall|did|never|fails to|tried to|wants to|used to|had to|helps to|likes to",
    "|",
)
LINKS = listed("and|but|because|while|so|unless|although|until|after|before|whenever|since|or|where|once|as if|yet|even if", "|")
ASKS = listed(
    "how|why|when|where|since when|how often|how well|at what cost|how else|what if|in which case|with what|how soon|for whom", "|"
)
ORDERS = _cut_all(
    "{v} {o}|{v} and {w} {o}|list {d} {n} for {o}|compare {o} with {p}|write about {o}|turn {o} into {p}|plan {d} days around {o}|name {o}|"
    "explain {o} to {p}|draft a note: {o}|translate {n}, {a}, {m}|rank {o} against {p}|outline {o}, then {p}|{v} {o} for {p}|pick: {o} or {p}|"
    "describe {o} in {d} words|find a {a} word for {n}|define {n}|a poem: {o}, {p}|quiz me: {n}, {m}|{o} versus {p}",
)
FOLLOW_UPS = _cut_all(
    "And {o}?|What if {o} is {a}?|No, {N} meant {n}.|Shorter, with {m}.|Add {N} and {d}.|Why {a}?|Same for {m} {x}.|Then {v} it.|{o}, not {p}.|"
    "More on {m}.|Ok, now {v} {n}.|{N} again: {a} or {b}?|Skip {o}.|{d} would do.|Is {o} {a}?|Use {N}.|{p} too?|Less {a}.|Instead of {n}, {m}.",
)


class Voice(NamedTuple):
    """Who is writing: the language, the words of the topics, and the habit of opening and closing politely."""

    tongue: str
    words: Mapping[str, tuple[str, ...]]
    polite: float


def proper_name(rng: Random) -> str:
    """
    Return an invented name; there are some hundred thousand.

    >>> proper_name(Random(4)) == proper_name(Random(4))
    True
    """
    syllables = [pick(rng, _STARTS) + pick(rng, _VOWELS) for _ in range(1 + (rng.random() < 0.6))]
    return ("".join(syllables) + pick(rng, _ENDS)).capitalize()


def voice(rng: Random, *, tongue: str = "en", topics: int = 3, names: int = 6) -> Voice:
    """
    Return a voice of its own: a few domains, a few names that keep coming back.

    >>> sorted(voice(Random(1)).words)
    ['M', 'N', 'a', 'b', 'd', 'm', 'n', 'r', 'v', 'w', 'x']
    """
    own = tuple(proper_name(rng) for _ in range(names))
    polite = rng.choice((0.0, 0.1, 0.4, 0.8))
    if tongue != "en":
        other = TONGUES[tongue]
        some = tuple(rng.sample(other.nouns, max(12, len(other.nouns) * topics // 6)))
        return Voice(tongue, {"n": some, "a": other.adjectives, "v": other.verbs, "N": own, "d": NUMBERS}, 0.0)
    chosen = rng.sample(sorted(DOMAINS), topics)
    nouns = tuple(word for domain in chosen for word in DOMAINS[domain])
    return Voice(
        "en",
        {
            "n": nouns,
            "m": nouns,
            "a": ADJECTIVES,
            "b": ADJECTIVES,
            "v": VERBS,
            "w": VERBS,
            "x": _ADVERBS,
            "r": ROLES,
            "N": own,
            "M": own,
            "d": NUMBERS,
        },
        polite,
    )


_ADVERBS = tuple(word.replace("-", " ") for word in ADVERBS)
_FOREIGN: dict[str, tuple[Pattern, ...]] = {tongue: tuple(map(cut, spec.patterns)) for tongue, spec in TONGUES.items()}


def anyone(rng: Random) -> Voice:
    """Return the voice of a passer-by: English three times in four, else one of the other tongues."""
    return voice(rng, tongue="en" if rng.random() < 0.74 else pick(rng, sorted(TONGUES)), names=3)


def phrase(rng: Random, words: Mapping[str, tuple[str, ...]]) -> str:
    """Return somebody or something, in one to five words."""
    return fill(pick(rng, PHRASES), rng, words)


def clause(rng: Random, words: Mapping[str, tuple[str, ...]]) -> str:
    """Return who does what to what."""
    made = f"{phrase(rng, words)} {pick(rng, MODALS)} {pick(rng, words['v'])} {phrase(rng, words)}"
    return f"{made} {pick(rng, words['x'])}" if rng.random() < 0.3 else made


def _statement(rng: Random, who: Voice) -> str:
    if who.tongue != "en":
        return fill(pick(rng, _FOREIGN[who.tongue]), rng, who.words)
    made = clause(rng, who.words)
    if rng.random() < 0.5:
        made = f"{made} {pick(rng, LINKS)} {clause(rng, who.words)}"
    return f"{made[0].upper()}{made[1:]}."


def _filled(rng: Random, patterns: tuple[Pattern, ...], words: Mapping[str, tuple[str, ...]]) -> str:
    """Fill a pattern whose holes `o` and `p` take whole phrases."""
    return fill(pick(rng, patterns), rng, {**words, "o": (phrase(rng, words),), "p": (phrase(rng, words),)})


def prose(rng: Random, who: Voice, sentences: int) -> str:
    """
    Return that many sentences on the voice's topics.

    >>> prose(Random(1), voice(Random(1)), 2).count(".")
    2
    """
    joiner = " " if who.tongue == "en" else TONGUES[who.tongue].joiner
    return joiner.join(_statement(rng, who) for _ in range(sentences))


def question(rng: Random, who: Voice) -> str:
    """Return one bare question or order."""
    if who.tongue != "en":
        return fill(pick(rng, _FOREIGN[who.tongue]), rng, who.words)
    asked = f"{pick(rng, ASKS)} {clause(rng, who.words)}?" if rng.random() < 0.6 else _filled(rng, ORDERS, who.words)
    return asked[0].upper() + asked[1:]


def chat(rng: Random, who: Voice) -> str:
    """Return what a person types first: context and a question, opened and closed as the person is used to."""
    body = question(rng, who)
    if rng.random() < 0.6:
        body = f"{prose(rng, who, 1 + int(rng.random() * 4))} {body}"
    if rng.random() < who.polite:
        body = f"{pick(rng, OPENERS)}, {body}"
    return f"{body} {pick(rng, CLOSERS)}" if rng.random() < who.polite else body


def follow_up(rng: Random, who: Voice) -> str:
    """Return what a person types next."""
    return _filled(rng, FOLLOW_UPS, who.words) if who.tongue == "en" else question(rng, who)


def answer(rng: Random, who: Voice) -> str:
    """Return a model's answer in prose, sometimes as a list: 2 to 9 sentences."""
    lines = prose(rng, who, 2 + int(rng.random() * 5))
    if rng.random() < 0.4:
        return lines + "".join(f"\n- {prose(rng, who, 1)}" for _ in range(3))
    return lines


def document(rng: Random, who: Voice, paragraphs: int = 2) -> str:
    """Return a titled document of paragraphs."""
    title = f"{pick(rng, who.words['N'])}: {pick(rng, who.words['a'])} {pick(rng, who.words['n'])}"
    return "\n\n".join((title, *(prose(rng, who, 3 + int(rng.random() * 3)) for _ in range(paragraphs))))


def ticket(rng: Random, who: Voice) -> str:
    """Return a customer's complaint with an order number."""
    return f"{prose(rng, who, 1 + int(rng.random() * 3))} #{rng.randrange(10_000, 999_999)}. {question(rng, who)}"
