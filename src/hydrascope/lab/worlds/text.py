"""What people and models write: sentences, questions, documents, tickets and answers, in nine languages."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, product
from math import trunc
from random import Random
from typing import NamedTuple

from hydrascope.lab.worlds.grammar import Pattern, cut, fill, joined
from hydrascope.lab.worlds.seeds import pick
from hydrascope.lab.worlds.tongues import TONGUES
from hydrascope.lab.worlds.words import ADJECTIVES, ADVERBS, CLOSERS, DOMAINS, OPENERS, ROLES, VERBS, listed

NUMBERS = tuple(str(n) for n in (*range(2, 100), *range(100, 1000, 7), 1200, 1500, 2500, 4800, 12000))
_STARTS = listed("b br c cl d dr f fl g gr h j k kr l m n p pr qu r s sh st t tr v w z")
_SYLLABLES = tuple(start + vowel for start in _STARTS for vowel in listed("a e i o u ai ea io ou"))
_BEGINNINGS = tuple(map(str.capitalize, _SYLLABLES))
_ENDS = listed("ck d l lm m n nd r ra rn s st th x ven dor lin mar bis ton")


def _cut_all(patterns: str) -> tuple[Pattern, ...]:
    return tuple(map(cut, listed(patterns, "|")))


# No pattern holds more than two fixed words in a row: strangers must not share five words by accident of the generator.
PHRASES = _cut_all(
    "the {a} {n}|a {a} {n}|my {n}|{N}|our {r}|{d} {n} parts|every {n}|this {n}|{N} and {M}|some {a} {n}|the {r}|no {n}|"
    "that {a} {n}|{n} from {N}|her {a} {n}|{a} {n}|your {r}|half {N}'s {n}|a {n} at {N}|one {r}|{n} number {d}|the {n} {x}|their {n}",
)
MODALS = listed(
    "can|should|might|must|could|would|will|may|cannot|shall|did|never|fails to|tried to|wants to|used to|had to|helps to|likes to|"
    "refused to|forgot to|plans to|hopes to|begins to|ought to|dares to|managed to|always|hardly|also|still|did not|"
    "does not|will not|need not|happens to|claims to|agreed to|seems to|promised to|expects to|learned to|offered to|soon|never quite|even|"
    "prefers to|often|rarely|nearly|probably|perhaps|surely|mostly|certainly|barely|quietly|once|usually",
    "|",
)
LINKS = listed(
    "and|but|because|while|so|unless|although|until|after|before|whenever|since|or|where|once|as if|yet|even if|just as|whereas|"
    "in case|now that|given that|as though|provided|except that|so that|wherever|then|hence|otherwise|meanwhile|still",
    "|",
)
ASKS = listed(
    "How|Why|When|Where|Since when|How often|How well|How else|What if|With what|How soon|For whom|How far|"
    "How come|Who says|How long|Against whom|Until when|Whether|How much|Without what|Near what",
    "|",
)
ORDERS = _cut_all(
    "{v} {o}|{v} and {w} {o}|list {d} {n} for {o}|compare {o} with {p}|write {d} {a} lines about {o}|turn {o} into {p}|plan {d} {a} days around {o}|pair {d} {n} with {o}|"
    "explain {o} to {p}|draft a note: {o}|translate {n}, {a}, {m}|rank {o} against {p}|outline {o}, then {p}|{v} {o} for {p}|pick: {o} or {p}|"
    "describe {o} in {d} {a} words|find a {a} word for {n}|define {n} for {o}|a poem: {o}, {p}|quiz me: {n}, {m}|{o} versus {p}",
)
FOLLOW_UPS = _cut_all(
    "And {o}?|What if {o} is {a}?|No, {N} meant {n}.|Shorter, with {m}.|Add {N} and {d}.|Why {a}?|Same for {m} {x}.|Then {v} it.|{o}, not {p}.|"
    "More on {m}.|Ok, now {v} {n}.|{N} again: {a} or {b}?|Skip {o}.|{d} would do.|Is {o} {a}?|Use {N}.|{p} too?|Less {a}.|Instead of {n}, {m}.",
)
_CLOSED = {
    "a": ADJECTIVES,
    "b": ADJECTIVES,
    "v": VERBS,
    "w": VERBS,
    "x": tuple(word.replace("-", " ") for word in ADVERBS),
    "r": ROLES,
    "d": NUMBERS,
}


def _capital(pattern: Pattern) -> Pattern:
    return pattern._replace(form=pattern.form[0].upper() + pattern.form[1:])


def _clauses() -> tuple[Pattern, ...]:
    """Return who does what to what: every pair of phrases with two verbs of mode, one of them in three followed by an adverb."""
    made = []
    for i, (who, what) in enumerate(product(PHRASES, PHRASES)):
        for mode in (7 * i, 7 * i + 23):
            end = cut(" {x}") if (i + mode) % 3 == 0 else cut("")
            made.append(joined((who, cut(f" {MODALS[mode % len(MODALS)]} {{v}} "), what, end)))
    return tuple(made)


def _expanded(patterns: tuple[Pattern, ...]) -> tuple[Pattern, ...]:
    """Return patterns whose holes `o` and `p` hold phrases, each pattern with as many pairs of phrases as there are phrases."""
    made = []
    for pattern in patterns:
        for i, first in enumerate(PHRASES):
            inner = {"o": first, "p": PHRASES[(7 * i + 3) % len(PHRASES)]}
            holes = [inner.get(hole, Pattern("%s", (hole,))) for hole in pattern.holes]
            made.append(Pattern(pattern.form % tuple(part.form for part in holes), tuple(hole for part in holes for hole in part.holes)))
    return tuple(made)


def _plain(patterns: Iterable[Pattern]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the patterns as bare tuples, which unpack faster than named ones."""
    return tuple((form, holes) for form, holes in patterns)


# The structure of a sentence and its little words come ready made: one draw instead of eight.
_CLAUSES = _clauses()
_FIRST = _plain(joined((_capital(clause), cut(f" {LINKS[i % len(LINKS)]} "))) for i, clause in enumerate(_CLAUSES))
_LAST = _plain(joined((clause, cut("."))) for clause in _CLAUSES)
_WHOLE = _plain(_capital(joined((clause, cut(".")))) for clause in _CLAUSES)
_ASKED = _plain(joined((cut(f"{ASKS[i // 3 % len(ASKS)]} "), clause, cut("?"))) for i, clause in enumerate(_CLAUSES))
_ORDERED = _plain(map(_capital, _expanded(ORDERS)))
_FOLLOWED = _expanded(FOLLOW_UPS)
_FOREIGN = {tongue: _plain(map(cut, spec.patterns)) for tongue, spec in TONGUES.items()}
_DOMAINS = tuple(DOMAINS[name] for name in sorted(DOMAINS))
_TONGUES = tuple(sorted(TONGUES))


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
    draw = rng.random
    syllable, end = trunc(draw() * len(_SYLLABLES)), _ENDS[trunc(draw() * len(_ENDS))]
    if draw() < 0.6:
        return _BEGINNINGS[trunc(draw() * len(_SYLLABLES))] + _SYLLABLES[syllable] + end
    return _BEGINNINGS[syllable] + end


def voice(rng: Random, *, tongue: str = "en", topics: int = 3, names: int = 6) -> Voice:
    """
    Return a voice of its own: a few domains, a few names that keep coming back; in other tongues than English also a few coined words.

    >>> sorted(voice(Random(1)).words)
    ['M', 'N', 'a', 'b', 'd', 'm', 'n', 'r', 'v', 'w', 'x']
    """
    own = tuple([proper_name(rng) for _ in range(names)])
    polite = pick(rng, (0.0, 0.1, 0.4, 0.8))
    if tongue != "en":
        return Voice(tongue, _foreign(rng, tongue, 4 * topics, own), 0.0)
    nouns: tuple[str, ...] = ()
    for domain in rng.sample(_DOMAINS, topics):
        nouns += domain
    return Voice("en", {**_CLOSED, "n": nouns, "m": nouns, "N": own, "M": own}, polite)


def _foreign(rng: Random, tongue: str, count: int, names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return the words of a voice in another tongue; half of its nouns are its own, so that two of few speakers share no phrases."""
    other = TONGUES[tongue]
    common = [pick(rng, other.nouns) for _ in range(count)]
    coined = [pick(rng, other.pieces) + pick(rng, other.pieces) + pick(rng, other.pieces) for _ in range(count)]
    return {"n": (*common, *coined), "c": tuple(coined), "a": other.adjectives, "v": other.verbs, "N": names, "d": NUMBERS}


def anyone(rng: Random) -> Voice:
    """Return the voice of a passer-by: English three times in four, else one of the other tongues."""
    return voice(rng, tongue="en" if rng.random() < 0.74 else pick(rng, _TONGUES), names=3)


def phrase(rng: Random, words: Mapping[str, tuple[str, ...]]) -> str:
    """Return somebody or something, in one to five words."""
    return fill(pick(rng, PHRASES), rng, words)


def clause(rng: Random, words: Mapping[str, tuple[str, ...]]) -> str:
    """Return who does what to what."""
    return fill(pick(rng, _CLAUSES), rng, words)


def _joiner(who: Voice) -> str:
    return " " if who.tongue == "en" else TONGUES[who.tongue].joiner


def _say(rng: Random, who: Voice, sentences: int, forms: list[str], holes: list[str]) -> None:
    """Add sentences to be filled; every other one in English has two clauses. Appends, since this runs for every sentence of a world."""
    draw = rng.random
    if who.tongue != "en":
        known = _FOREIGN[who.tongue]
        for _ in range(sentences):
            form, theirs = known[trunc(draw() * len(known))]
            forms.append(form)
            holes += theirs
        return
    clauses = len(_CLAUSES)
    for _ in range(sentences):
        if draw() < 0.5:
            first, theirs = _FIRST[trunc(draw() * clauses)]
            holes += theirs
            last, theirs = _LAST[trunc(draw() * clauses)]
            forms.append(first + last)
        else:
            form, theirs = _WHOLE[trunc(draw() * clauses)]
            forms.append(form)
        holes += theirs


def _filled(rng: Random, who: Voice, form: str, holes: Sequence[str]) -> str:
    draw, words = rng.random, who.words
    return form % tuple([(own := words[hole])[trunc(draw() * len(own))] for hole in holes])


def _question(rng: Random, who: Voice) -> tuple[str, tuple[str, ...]]:
    if who.tongue != "en":
        return pick(rng, _FOREIGN[who.tongue])
    return pick(rng, _ASKED if rng.random() < 0.6 else _ORDERED)


def prose(rng: Random, who: Voice, sentences: int) -> str:
    """
    Return that many sentences on the voice's topics.

    >>> prose(Random(1), voice(Random(1)), 2).count(".")
    2
    """
    forms: list[str] = []
    holes: list[str] = []
    _say(rng, who, sentences, forms, holes)
    return _filled(rng, who, _joiner(who).join(forms), holes)


def paragraphs(rng: Random, who: Voice, sentences: Sequence[int], begins: Sequence[str], between: str = "\n") -> str:
    r"""
    Return paragraphs of so many sentences, each with its beginning.

    >>> paragraphs(Random(1), voice(Random(1)), (1, 1), ("1. ", "2. ")).count("\n")
    1
    """
    forms: list[str] = []
    holes: list[str] = []
    _say(rng, who, sum(sentences), forms, holes)
    joiner, told = _joiner(who), iter(forms)
    parts = [begin + joiner.join(islice(told, count)) for count, begin in zip(sentences, begins, strict=True)]
    return _filled(rng, who, between.join(parts), holes)


def question(rng: Random, who: Voice) -> str:
    """Return one bare question or order."""
    return _filled(rng, who, *_question(rng, who))


def _then_asks(rng: Random, who: Voice, sentences: int, between: str = "") -> str:
    """Return some sentences and a question; `between` stands before it."""
    forms: list[str] = []
    holes: list[str] = []
    _say(rng, who, sentences, forms, holes)
    form, theirs = _question(rng, who)
    return _filled(rng, who, " ".join((*forms, between + form)), [*holes, *theirs])


def chat(rng: Random, who: Voice) -> str:
    """Return what a person types first: context and a question, opened and closed as the person is used to."""
    body = _then_asks(rng, who, 1 + int(rng.random() * 4)) if rng.random() < 0.6 else question(rng, who)
    if rng.random() < who.polite:
        body = f"{pick(rng, OPENERS)}, {body}"
    return f"{body} {pick(rng, CLOSERS)}" if rng.random() < who.polite else body


def follow_up(rng: Random, who: Voice) -> str:
    """Return what a person types next."""
    return fill(pick(rng, _FOLLOWED), rng, who.words) if who.tongue == "en" else question(rng, who)


def answer(rng: Random, who: Voice) -> str:
    """Return a model's answer in prose, sometimes as a list: 2 to 9 sentences."""
    count = 2 + int(rng.random() * 5)
    if rng.random() < 0.4:
        return paragraphs(rng, who, (count, 1, 1, 1), ("", "- ", "- ", "- "))
    return prose(rng, who, count)


def document(rng: Random, who: Voice, paragraphs: int = 2) -> str:
    """Return a titled document of paragraphs."""
    title = f"{pick(rng, who.words['N'])}: {pick(rng, who.words['a'])} {pick(rng, who.words['n'])}"
    return "\n\n".join((title, *(prose(rng, who, 3 + int(rng.random() * 3)) for _ in range(paragraphs))))


def ticket(rng: Random, who: Voice) -> str:
    """Return a customer's complaint with an order number."""
    return _then_asks(rng, who, 1 + int(rng.random() * 3), f"#{rng.randrange(10_000, 999_999)}. ")
