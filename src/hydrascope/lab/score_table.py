"""A score for people: fixed-width text."""

from collections.abc import Iterator

from hydrascope.lab.scores import PrecisionRecall, Score

_CAMPAIGN = "{:<20} {:>8} {:>9} {:>9} {:>6} {:>8} {:>10} {:>9}  {}"
_HONEST = "{:<20} {:>8} {:>9} {:>9} {:>6}  {}"


def table(score: Score) -> str:
    """Return the whole score as lines of text, the last one ended."""
    return "\n".join((*_campaigns(score), "", *_honest(score), "", *_summary(score))) + "\n"


def _campaigns(score: Score) -> Iterator[str]:
    yield _CAMPAIGN.format("campaign", "accounts", "confirmed", "suspected", "watch", "recall", "exchanges", "recall", "found as")
    for one in score.campaigns:
        found = ", ".join(one.found_as) or "missed"
        recalls = percent(one.account_recall), percent(one.exchange_recall)
        yield _CAMPAIGN.format(
            one.campaign, one.accounts, one.confirmed, one.suspected, one.watch, recalls[0], one.exchanges, recalls[1], found
        )


def _honest(score: Score) -> Iterator[str]:
    yield _HONEST.format("honest kind", "accounts", "confirmed", "suspected", "watch", "accused")
    for one in score.honest:
        accused = one.confirmed + one.suspected
        named = " ".join(accused[:5]) + (f" and {len(accused) - 5} more" if len(accused) > 5 else "")
        yield _HONEST.format(one.kind, one.accounts, len(one.confirmed), len(one.suspected), len(one.watch), named).rstrip()


def _summary(score: Score) -> Iterator[str]:
    yield f"{'':<10} {'precision':>9} {'recall':>8}"
    for name, pair in (("accounts", score.accounts), ("exchanges", score.exchanges), ("B-cubed", score.b_cubed)):
        yield _pair(name, pair)
    matched = len(score.campaigns) - len(score.missed)
    yield f"campaigns: {matched} of {len(score.campaigns)} matched; split: {_names(score.split)}; missed: {_names(score.missed)}"
    merged = "; ".join(f"{found} = {' + '.join(names)}" for found, names in score.merged.items()) or "none"
    yield f"merged: {merged}; accused without any true campaign behind: {_names(score.unfounded)}"
    yield f"honest accounts accused: {score.falsely_accused} of {sum(one.accounts for one in score.honest)}"


def _pair(name: str, pair: PrecisionRecall) -> str:
    return f"{name:<10} {percent(pair.precision):>9} {percent(pair.recall):>8}"


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "none"


def percent(share: float | None) -> str:
    """
    Return a share as a percentage, or a dash where there is none.

    >>> percent(0.5), percent(None)
    ('50.0%', '-')
    """
    return "-" if share is None else f"{100 * share:.1f}%"
