"""
Which accounts of a group take turns between the wordings of one prompt.

The wordings of a template that a machine rewords share pieces, now these, now
those, so that all hang together and no piece stands in most of them. A tool's prompt
keeps its text while the items change, and the prompts of a tool that has several
share nothing. Whoever fills two wordings without a common piece, in a prompt whose
pieces others of the group use too, rewords.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt

from hydrascope.detect.components import components, counted, distinct
from hydrascope.detect.profile import Floats
from hydrascope.detect.rewording import Rewording
from hydrascope.detect.traffic import Ints

Mask = npt.NDArray[np.bool_]
Masks = npt.NDArray[np.uint64]

AGAIN = 0.5  # how many of the accounts that use a piece again by chance, or of those that use it at all, must do so: a list's items are asked once each
PIECES = 64  # pieces of text that are looked at, those that most accounts use: one bit each
SHARED = 3  # accounts that must use a piece
OWN = 0.8  # share of a piece's accounts that must be the group's: a phrase that others use too is common speech
MEET, LINK = 3, 0.03  # exchanges in which two pieces must stand together to hang together, and the share of those of the commoner one
CONSERVED = 0.85  # share of a prompt's exchanges that hold one piece, from which on it is not reworded
REWORDED = 0.25  # share of the text of a prompt that is reworded, where some of it is kept
SENTENCE = 3.5  # shingles of reworded text in an exchange, on average, from which on sentences are reworded and not phrases
HALF = 0.5  # share of a prompt's exchanges from which on it is asked what replaces a piece
RARELY = 0.05  # share of a piece's exchanges beside another, up to which the two are rivals
REPLACED = 0.75  # share of the exchanges without a piece that have a rival in its place
TWICE = 2.0  # uses of a sentence by an account that uses it, on average
CLUMPED = 1.5  # times as often as by chance that a sentence follows itself, beyond which it is no wording
OFTEN = 4.0  # exchanges of an account, on average, that fill a reworded prompt: people word a thing anew two or three times
ROWS = 4096  # exchanges of a group that are looked at
EACH = 64  # exchanges of an account that are compared with each other


class Pieces(NamedTuple):
    """Which pieces of text stand in which of a group's exchanges: `code[i]` in the exchange at place `at[i]`."""

    code: Ints
    at: Ints
    kinds: Ints  # the fragment of each code, in order
    text: Ints  # shingles of it that stand there


def _pieces(held: Rewording, rows: Ints) -> Pieces:
    piece, text, at = held.pieces(rows)
    kinds, code = np.unique(piece, return_inverse=True)
    return Pieces(code, at, kinds, text)


def _some(rows: Ints, account: Ints) -> tuple[Ints, Ints]:
    """Return so many of the exchanges as are looked at, drawn in a way that no order of work falls in step with, by account."""
    drawn = np.sort(np.random.default_rng(0).permutation(len(rows))[:ROWS])
    drawn = drawn[np.argsort(account[drawn], kind="stable")]
    return rows[drawn], account[drawn]


def _bits(pieces: Pieces, foreign: Ints, account: Ints, around: Mask) -> Ints:
    """Return the bit of each kind of piece: the most shared of the group's own around items, -1 for all others."""
    seen = around[pieces.at]
    code, at, kinds = pieces.code[seen], pieces.at[seen], pieces.kinds
    width = int(account.max(initial=0)) + 1
    pairs, uses = counted(code * width + account[at])
    users = np.bincount(pairs // width, minlength=len(kinds))
    again = np.bincount(pairs[uses > 1] // width, minlength=len(kinds))
    own = (users >= SHARED) & (users >= OWN * (users + foreign)) & (again >= 2)
    first = np.lexsort((kinds, -users))
    first = first[own[first]]
    expected = _again(np.bincount(code, minlength=len(kinds))[first], np.bincount(account[around]))
    first = first[again[first] >= AGAIN * np.minimum(expected, users[first])][:PIECES]
    bit = np.full(len(kinds), -1)
    bit[first] = np.arange(len(first))
    return bit


def _masks(pieces: Pieces, bit: Ints, exchanges: int) -> Masks:
    """Return which pieces that have a bit stand in each exchange."""
    known = bit[pieces.code] >= 0
    masks = np.zeros(exchanges, np.uint64)
    np.bitwise_or.at(masks, pieces.at[known], np.left_shift(np.uint64(1), bit[pieces.code[known]].astype(np.uint64)))
    return masks


def _again(uses: Ints, exchanges: Ints) -> Floats:
    """
    Return how many accounts use each piece twice or more if all uses fall on exchanges by chance (Poisson).

    >>> _again(np.array([2, 20]), np.array([10, 10])).round(1).tolist()
    [0.5, 2.0]
    """
    kinds, at = np.unique(uses, return_inverse=True)
    mean = kinds[:, None] * exchanges[None, exchanges > 0] / exchanges.sum()
    return np.asarray((1.0 - np.exp(-mean) * (1.0 + mean)).sum(axis=1))[at]


@numba.njit(cache=True)
def _meetings(masks: Masks) -> Ints:
    """Return in how many exchanges each two pieces stand together; on the diagonal, in how many each stands."""
    meet = np.zeros((PIECES, PIECES), np.int64)
    one = np.uint64(1)
    for mask in masks:
        for f in range(PIECES):
            if (mask >> np.uint64(f)) & one:
                for g in range(PIECES):
                    meet[f, g] += np.int64((mask >> np.uint64(g)) & one)
    return meet


def _prompts(meet: Ints) -> Masks:
    """Return the pieces that hang together, as bits: one mask a prompt."""
    stands = np.diag(meet)
    left, right = np.nonzero(meet >= np.maximum(MEET, LINK * np.maximum.outer(stands, stands)))
    label = components(np.concatenate([left, right]), np.tile(np.arange(len(left)), 2), PIECES)
    prompts, used = np.zeros(PIECES, np.uint64), np.flatnonzero(stands)
    np.bitwise_or.at(prompts, label[used], np.left_shift(np.uint64(1), used.astype(np.uint64)))
    return prompts[prompts > 0]


@numba.njit(cache=True)
def _turning(masks: Masks, cuts: Ints) -> Mask:
    """Return which accounts, whose exchanges lie between two cuts, fill two wordings without a common piece."""
    turns = np.zeros(cuts.size - 1, np.bool_)
    for account in range(cuts.size - 1):
        end = min(cuts[account + 1], cuts[account] + EACH)
        for i in range(cuts[account], end):
            for j in range(cuts[account], i):
                if masks[i] > 0 and masks[j] > 0 and masks[i] & masks[j] == 0:
                    turns[account] = True
    return turns


def _text(pieces: Pieces, exchanges: Mask, of: Mask) -> int:
    """Return how many shingles of some kinds of pieces stand in some exchanges."""
    return int(pieces.text[exchanges[pieces.at] & of[pieces.code]].sum())


def _common(pieces: Pieces, exchanges: Mask) -> Mask:
    """Return which kinds of pieces stand in nearly all of some exchanges."""
    return np.bincount(pieces.code[exchanges[pieces.at]], minlength=len(pieces.kinds)) >= CONSERVED * max(1, exchanges.sum())


def _unreplaced(masks: Masks) -> np.uint64:
    """
    Return the pieces that stand in half of the exchanges of a prompt and that nothing replaces in the others: they come and go, as a tutor's prompt does.

    A wording that is missing has another in its place, beside which it never stands.
    """
    meet, masks, out = _meetings(masks), masks[masks > 0], np.uint64(0)
    stands = np.diag(meet)
    for piece in np.flatnonzero((stands >= HALF * len(masks)) & (stands < len(masks))):
        rivals = np.flatnonzero((stands > 0) & (meet[piece] <= RARELY * stands))
        others = np.bitwise_or.reduce(np.left_shift(np.uint64(1), rivals.astype(np.uint64)), initial=np.uint64(0))
        without = masks[(masks >> np.uint64(piece)) & np.uint64(1) == 0]
        if ((without & others) > 0).mean() < REPLACED:
            out |= np.uint64(1) << np.uint64(piece)
    return out


def _within(bit: Ints, prompt: np.uint64) -> Mask:
    """Return which kinds of pieces are of a prompt."""
    return (bit >= 0) & ((prompt >> np.maximum(bit, 0).astype(np.uint64)) & np.uint64(1) > 0)


def _prompt(bit: Ints, of: Mask) -> np.uint64:
    """Return some kinds of pieces that have a bit as one mask."""
    return np.bitwise_or.reduce(np.left_shift(np.uint64(1), bit[of].astype(np.uint64)), initial=np.uint64(0))


def _drawn_anew(pieces: Pieces, account: Ints, filled: Mask) -> Mask:
    """
    Return which kinds of pieces are drawn anew for each exchange that fills a prompt; an account's exchanges stand in order of time.

    Whoever uses a wording uses it over and over, and no sooner again than chance has it. A task is asked once or
    twice, and again in the same sitting; a setting stays until it is changed.
    """
    kinds, width = len(pieces.kinds), int(account.max(initial=0)) + 1
    place = np.cumsum(filled) - 1
    here = filled[pieces.at]
    at, code = place[pieces.at[here]], pieces.code[here]
    by = account[filled]
    pairs, uses = counted(code * width + by[at])
    users = np.bincount(pairs // width, minlength=kinds)
    fills = np.bincount(by, minlength=width)[pairs % width]
    by_chance = np.bincount(pairs // width, uses * (uses - 1.0) / fills, kinds)
    follows = np.isin((at + 1) * kinds + code, at * kinds + code) & (np.append(by[1:], -1)[at] == by[at])
    in_turn = np.bincount(code[follows], minlength=kinds)
    return (np.bincount(code, minlength=kinds) >= TWICE * np.maximum(users, 1)) & (in_turn <= CLUMPED * by_chance)


def _sentences(pieces: Pieces, bit: Ints, masks: Masks, prompt: np.uint64, account: Ints) -> Iterator[Masks]:
    """
    Yield for each part of a prompt whose sentences are exchanged which of its pieces stand in which exchanges.

    A sentence that is kept hides no others that are a fair share of the prompt; a tool with ways to set its tone keeps most of it.
    """
    filled = (masks & prompt) > 0
    kept = _common(pieces, filled) | _within(bit, _unreplaced(masks & prompt))
    free = _within(bit, prompt) & ~kept
    if _text(pieces, filled, free) < REWORDED * _text(pieces, filled, free | kept):
        return
    for mode in _prompts(_meetings(masks & _prompt(bit, free))):
        drawn = _within(bit, mode) & _drawn_anew(pieces, account, (masks & mode) > 0)
        for part in _prompts(_meetings(masks & _prompt(bit, drawn))):
            own = masks & part
            whole = _text(pieces, own > 0, _within(bit, part)) >= SENTENCE * (own > 0).sum()
            if whole and not (_common(pieces, own > 0) & ~kept).any():
                yield own


def _wordings(pieces: Pieces, bit: Ints, masks: Masks, account: Ints, around: Mask) -> Iterator[Masks]:
    """
    Yield which wordings of one prompt stand in which of the exchanges that count.

    Where hardly more than phrases are exchanged, nothing may be kept, and only exchanges count that are mostly their own text: the users of one
    list of tasks have phrases in common, too.
    """
    for prompt in _prompts(_meetings(masks)):
        yield from _sentences(pieces, bit, masks, prompt, account)
        if not _common(pieces, (masks & prompt) > 0).any():
            yield np.where(around, masks & prompt, np.uint64(0))


def rewording_accounts(held: Rewording, rows: Ints, account: Ints, others: Mask) -> Ints:
    """
    Return the accounts that take turns between wordings of one prompt.

    `rows` are a group's exchanges, `account` says whose each is, and `others` who is independent of them. Blind to
    wordings that have no piece of five words in common, and to a prompt of which most is kept.
    """
    each = len(rows) / max(1, len(distinct(account)))
    rows, account = _some(rows, account)
    pieces, around = _pieces(held, rows), held.around[rows]
    bit = _bits(pieces, held.users_among(others, pieces.kinds), account, around)
    if not (bit >= 0).any():
        return account[:0]
    masks = _masks(pieces, bit, len(rows))
    who, first = np.unique(account, return_index=True)
    cuts = np.append(first, len(account))
    turns = np.zeros(len(who), bool)
    for own in _wordings(pieces, bit, masks, account, around):
        if (own > 0).mean() * each >= OFTEN:
            turns |= _turning(own, cuts)
    return who[turns]
