"""What a score says, as plain records."""

from typing import NamedTuple

import msgspec


class PrecisionRecall(NamedTuple):
    """Two shares, 0 to 1; None where there is nothing to divide by."""

    precision: float | None
    recall: float | None


class CampaignScore(msgspec.Struct, frozen=True, kw_only=True):
    """
    How much of a true campaign was found, and under which ids.

    `account_recall` counts confirmed and suspected accounts; `exchange_recall` exchanges attributed to any accused campaign.
    More than one id in `found_as` means that the scan split the campaign; none that it missed it.
    """

    campaign: str
    accounts: int
    confirmed: int
    suspected: int
    watch: int
    account_recall: float
    exchanges: int
    exchange_recall: float | None
    found_as: tuple[str, ...]


class HonestScore(msgspec.Struct, frozen=True, kw_only=True):
    """What befell the honest accounts of one kind: the account ids by verdict."""

    kind: str
    accounts: int
    confirmed: tuple[str, ...]
    suspected: tuple[str, ...]
    watch: tuple[str, ...]


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """
    A scan against the truth.

    `merged` maps a found campaign to the true ones that it lumps together (a tenth of the accounts of each at least);
    `unfounded` lists the accused campaigns that hold a tenth of no true one.
    """

    campaigns: tuple[CampaignScore, ...]
    honest: tuple[HonestScore, ...]
    accounts: PrecisionRecall
    exchanges: PrecisionRecall
    b_cubed: PrecisionRecall
    merged: dict[str, tuple[str, ...]]
    unfounded: tuple[str, ...]

    @property
    def missed(self) -> tuple[str, ...]:
        """The true campaigns that no found campaign touches."""
        return tuple(one.campaign for one in self.campaigns if not one.found_as)

    @property
    def split(self) -> tuple[str, ...]:
        """The true campaigns that were found in several pieces."""
        return tuple(one.campaign for one in self.campaigns if len(one.found_as) > 1)

    @property
    def falsely_accused(self) -> int:
        """Honest accounts that are confirmed or suspected."""
        return sum(len(one.confirmed) + len(one.suspected) for one in self.honest)
