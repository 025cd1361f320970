"""
A scan held against the truth: who was found, who was accused wrongly, what was merged or split.

Only the verdicts `confirmed` and `suspected` accuse; `watch` is reported
beside them. An accused account without a campaign id is a campaign of its own.

    python -m hydrascope.lab.score OUT_DIR WORLD_DIR [--json]
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import msgspec

from hydrascope.errors import HydrascopeError, InputError
from hydrascope.lab.score_table import table
from hydrascope.lab.scores import CampaignScore, HonestScore, PrecisionRecall, Score

ACCUSING = ("confirmed", "suspected")
TOUCHES = 0.1


class Truth(NamedTuple):
    """What is true of an account; `campaign` is empty for the honest."""

    campaign: str
    kind: str


class Verdict(NamedTuple):
    """What the scan says of an account."""

    verdict: str
    campaign: str


class Attribution(NamedTuple):
    """Exchanges of a true campaign (empty for the honest): how many there are, how many the scan attributes to an accused campaign."""

    exchanges: int
    attributed: int


def score(scan: Path, world: Path) -> Score:
    """
    Hold the folder of a scan against the folder of a labelled world.

    Reads `accounts.parquet` (`account_id`, `verdict`, `campaign_id`) and `exchanges.parquet` (`exchange_id`, `campaign_id`) of the scan,
    `truth_accounts.csv` and `truth_exchanges.csv` (or `.csv.gz`) of the world. Accounts that the scan does not name count as clear.

    It misleads for worlds where honest accounts truly act as one: whether a declared batch job deserves `watch` is for the reader to say.

    Raises `InputError` when a file is missing or the scan names accounts that the world does not know.
    """
    truth, verdicts = _truth(world), _verdicts(scan)
    if strangers := verdicts.keys() - truth.keys():
        raise InputError(
            f"expected a scan of the world in {world} but got {len(strangers)} accounts that it does not know, "
            f"such as account_id={min(strangers)!r}; give the world that was scanned",
        )
    accused_campaigns = {said.campaign for said in verdicts.values() if said.verdict in ACCUSING}
    return weigh(truth, verdicts, _attributions(scan, world, sorted(accused_campaigns)))


def weigh(truth: Mapping[str, Truth], verdicts: Mapping[str, Verdict], exchanges: Mapping[str, Attribution]) -> Score:
    """
    Return the score of verdicts already read; `exchanges` by true campaign.

    >>> truth = {"a": Truth("x", "attack"), "b": Truth("x", "attack"), "c": Truth("", "hobby")}
    >>> got = weigh(truth, {"a": Verdict("confirmed", "1"), "c": Verdict("watch", "1")}, {"x": Attribution(10, 4)})
    >>> got.accounts, got.exchanges.recall
    (PrecisionRecall(precision=1.0, recall=0.5), 0.4)
    """
    accused = {account: said.campaign for account, said in verdicts.items() if said.verdict in ACCUSING}
    heads = {account: is_.campaign for account, is_ in truth.items() if is_.campaign}
    links = touching(heads, accused)
    hits = sum(account in heads for account in accused)
    attributed = sum(one.attributed for one in exchanges.values())
    real = {campaign: one for campaign, one in exchanges.items() if campaign}
    caught = sum(one.attributed for one in real.values())
    return Score(
        campaigns=tuple(_campaign(name, heads, verdicts, real.get(name, Attribution(0, 0)), links) for name in sorted(set(heads.values()))),
        honest=_honest(truth, verdicts),
        accounts=PrecisionRecall(_share(hits, len(accused)), _share(hits, len(heads))),
        exchanges=PrecisionRecall(_share(caught, attributed), _share(caught, sum(one.exchanges for one in real.values()))),
        b_cubed=b_cubed(heads, accused),
        merged={found: names for found in sorted(set(accused.values())) if len(names := tuple(n for n, f in links if f == found)) > 1},
        unfounded=tuple(sorted(set(accused.values()) - {found for _, found in links})),
    )


def touching(heads: Mapping[str, str], accused: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """
    Return the pairs of a true campaign and a found one that holds at least a tenth of its accounts.

    >>> touching({"a": "x", "b": "x", "c": "y"}, {"a": "1", "b": "2", "c": "2"})
    (('x', '1'), ('x', '2'), ('y', '2'))
    """
    sizes = Counter(heads.values())
    shared = Counter((heads[account], found) for account, found in accused.items() if account in heads)
    return tuple(sorted(pair for pair, count in shared.items() if count >= TOUCHES * sizes[pair[0]]))


def b_cubed(heads: Mapping[str, str], accused: Mapping[str, str]) -> PrecisionRecall:
    """
    Return B-cubed precision and recall of the found campaigns over the accounts that the truth or the scan places in one.

    For each such account: precision is the share of its found campaign that is of its true campaign, recall the share of its true campaign that
    is in its found campaign; both are then averaged over the accounts. An account that one side places nowhere is alone in a cluster of its own
    on that side, so a wrongly accused account costs precision (and the found campaign with it), a missed head costs recall alone.
    (None, None) when neither side places any account.

    Bagga and Baldwin 1998, "Entity-based cross-document coreferencing using the vector space model" (COLING-ACL); Amigo et al. 2009,
    doi:10.1007/s10791-008-9066-8.

    >>> b_cubed({"a": "x", "b": "x"}, {"a": "1", "b": "1", "c": "1"})
    PrecisionRecall(precision=0.555..., recall=1.0)
    """
    everyone = sorted(heads.keys() | accused.keys())
    true = {account: ("campaign", heads[account]) if account in heads else ("alone", account) for account in everyone}
    found = {account: ("campaign", accused[account]) if account in accused else ("alone", account) for account in everyone}
    true_sizes, found_sizes = Counter(true.values()), Counter(found.values())
    both = Counter((true[account], found[account]) for account in everyone)
    precision = sum(count * count / found_sizes[cluster] for (_, cluster), count in both.items())
    recall = sum(count * count / true_sizes[cluster] for (cluster, _), count in both.items())
    return PrecisionRecall(_share(precision, len(everyone)), _share(recall, len(everyone)))


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _campaign(
    name: str, heads: Mapping[str, str], verdicts: Mapping[str, Verdict], sent: Attribution, links: Iterable[tuple[str, str]]
) -> CampaignScore:
    own = [account for account, campaign in heads.items() if campaign == name]
    said = Counter(verdicts[account].verdict for account in own if account in verdicts)
    return CampaignScore(
        campaign=name,
        accounts=len(own),
        confirmed=said["confirmed"],
        suspected=said["suspected"],
        watch=said["watch"],
        account_recall=(said["confirmed"] + said["suspected"]) / len(own),
        exchanges=sent.exchanges,
        exchange_recall=_share(sent.attributed, sent.exchanges),
        found_as=tuple(found for true, found in links if true == name),
    )


def _honest(truth: Mapping[str, Truth], verdicts: Mapping[str, Verdict]) -> tuple[HonestScore, ...]:
    """Return what befell each kind of honest account, the kinds in alphabetical order."""
    sizes = Counter(is_.kind for is_ in truth.values() if not is_.campaign)
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for account, verdict in sorted(verdicts.items()):
        if not truth[account].campaign:
            said[truth[account].kind, verdict.verdict].append(account)
    return tuple(
        HonestScore(
            kind=kind,
            accounts=sizes[kind],
            confirmed=tuple(said[kind, "confirmed"]),
            suspected=tuple(said[kind, "suspected"]),
            watch=tuple(said[kind, "watch"]),
        )
        for kind in sorted(sizes)
    )


def _truth(world: Path) -> dict[str, Truth]:
    rows = _rows(f"SELECT account_id, coalesce(campaign, ''), kind FROM {_csv(world, 'truth_accounts.csv')}")
    return {account: Truth(campaign, kind) for account, campaign, kind in rows}


def _verdicts(scan: Path) -> dict[str, Verdict]:
    rows = _rows(f"SELECT account_id, verdict, coalesce(campaign_id, account_id) FROM {_parquet(scan, 'accounts.parquet')}")
    return {account: Verdict(verdict, campaign) for account, verdict, campaign in rows}


def _attributions(scan: Path, world: Path, accused: list[str]) -> dict[str, Attribution]:
    """Count by true campaign the exchanges that the scan attributes to a campaign with an accused account."""
    rows = _rows(
        f"""
        WITH found AS (SELECT DISTINCT exchange_id FROM {_parquet(scan, "exchanges.parquet")} WHERE list_contains(CAST(? AS VARCHAR[]), campaign_id))
        SELECT coalesce(campaign, ''), count(*), count(found.exchange_id)
        FROM {_csv(world, "truth_exchanges.csv")} LEFT JOIN found USING (exchange_id) GROUP BY 1
        """,
        accused,
    )
    return {campaign: Attribution(exchanges, attributed) for campaign, exchanges, attributed in rows}


def _rows(sql: str, *values: object) -> list[Any]:
    try:
        with duckdb.connect() as db:
            return db.execute(sql, list(values)).fetchall()
    except duckdb.Error as error:
        raise InputError(
            f"expected the columns that the contract names but got an unreadable file: {error}; scan or simulate again"
        ) from error


def _csv(folder: Path, name: str) -> str:
    return f"read_csv('{_existing(folder, (name, f'{name}.gz'))}', header = true, all_varchar = true)"


def _parquet(folder: Path, name: str) -> str:
    return f"read_parquet('{_existing(folder, (name,))}')"


def _existing(folder: Path, names: Sequence[str]) -> str:
    """Return the first of the files that is there, quoted for SQL."""
    for name in names:
        if (folder / name).is_file():
            return str(folder / name).replace("'", "''")
    raise InputError(
        f"expected a file {' or '.join(names)} but got folder={str(folder)!r} without it; give the folder of a scan, then that of a world"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the score of a scan, as a table or as JSON; 2 when the input cannot be used."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    folders = [one for one in given if one != "--json"]
    try:
        if len(folders) != 2:
            raise InputError(
                f"expected OUT_DIR WORLD_DIR but got {len(folders)} arguments; type: python -m hydrascope.lab.score OUT_DIR WORLD_DIR"
            )
        result = score(Path(folders[0]), Path(folders[1]))
    except HydrascopeError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(msgspec.json.encode(result).decode() + "\n" if "--json" in given else table(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
