"""The page for people: safe to open, small, and fair in its words."""

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import msgspec
import pyarrow as pa
import pytest

from hydrascope.campaigns.model import ScanResult
from hydrascope.report import page

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}</style></title>"
_FIXED = {"verdict", "side"}


class _Elements(HTMLParser):
    """Every element of a page with its attributes, and all text within elements of a name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        for name in set(self._open):
            self.texts[name] = self.texts.get(name, "") + data


def _poisoned(value: Any, name: str = "") -> Any:
    """The same record with hostile text in every string that a customer could have a hand in."""
    if isinstance(value, str):
        return value if name in _FIXED else value + HOSTILE
    if isinstance(value, list):
        return [_poisoned(each) for each in value]
    if isinstance(value, dict):
        return {key + HOSTILE: each for key, each in value.items()}
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.replace(value, **{field: _poisoned(getattr(value, field), field) for field in value.__struct_fields__})
    return value


@pytest.fixture
def hostile(result: ScanResult, rejected: pa.Table) -> str:
    """The page of a scan whose every text is hostile."""
    verdicts = result.account_verdicts
    names = pa.array([name + HOSTILE for name in verdicts["account_id"].to_pylist()])
    poisoned = msgspec.structs.replace(
        result,
        campaigns=_poisoned(result.campaigns),
        releases=_poisoned(result.releases),
        account_verdicts=verdicts.set_column(0, verdicts.schema.field(0), names),
    )
    reasons = pa.array([HOSTILE] * rejected.num_rows)
    return page(poisoned, rejected.set_column(2, rejected.schema.field(2), reasons).set_column(0, rejected.schema.field(0), reasons))


def test_text_of_customers_never_becomes_markup(hostile: str) -> None:
    """With hostile text in every field, the page has its own script and no image, handler or foreign link."""
    elements = _Elements(hostile).found

    assert [name for name, _ in elements].count("script") == 1
    assert not {"img", "iframe", "object", "embed", "link", "base", "form"} & {name for name, _ in elements}
    assert not [key for _, attributes in elements for key in attributes if key.startswith("on")]
    assert all((attributes.get("href") or "#").startswith("#") for _, attributes in elements)
    assert "49" not in re.findall(r"\{\{ 7\*7 \}\}|onerror=alert\(2\)&gt;(\d+)", hostile)


def test_hostile_text_is_shown_as_it_was_sent(hostile: str) -> None:
    """Escaping loses nothing: a template reads as the customer wrote it."""
    shown = _Elements(hostile).texts["pre"]

    assert HOSTILE in shown


def test_the_policy_allows_the_one_script_alone(result: ScanResult, rejected: pa.Table) -> None:
    """The page's policy forbids all requests, and allows the script by its hash."""
    text = page(result, rejected)
    elements = _Elements(text)
    policy = next(
        attributes["content"] or "" for name, attributes in elements.found if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    script = elements.texts["script"]

    assert policy.startswith("default-src 'none'")
    assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in policy


def test_asks_nothing_of_the_network(result: ScanResult, rejected: pa.Table) -> None:
    """No address of another place stands in the page."""
    assert not re.search(r"https?:|//[a-z]|@import|url\(", page(result, rejected).replace("// Tables sort", ""))


def test_stays_small_with_many_accounts(build: Callable[..., ScanResult], rejected: pa.Table) -> None:
    """At 5,000 accounts the file has well under two megabytes, and at 40,000 as well."""
    assert len(page(build(5_000, 1_500), rejected)) < 1_000_000
    assert len(page(build(40_000, 1_500), rejected)) < 1_500_000


def test_does_not_depend_on_the_order_of_members(result: ScanResult, rejected: pa.Table) -> None:
    """Heads, links and findings in another order give the same page."""
    turned = [
        msgspec.structs.replace(
            one, **{name: value[::-1] for name in one.__struct_fields__ if isinstance(value := getattr(one, name), list)}
        )
        for one in reversed(result.campaigns)
    ]

    assert page(msgspec.structs.replace(result, campaigns=turned), rejected) == page(result, rejected)


def test_a_campaign_on_watch_is_no_accusation(result: ScanResult, rejected: pa.Table) -> None:
    """A campaign on watch says so in as many words, and nobody in it is said to harvest."""
    text = page(msgspec.structs.replace(result, campaigns=result.campaigns[1:]), rejected)

    assert "This entry is no accusation." in text
    assert "act as one." not in text
    assert "harvests" not in text


def test_explanations_that_weighed_nothing_are_shown(result: ScanResult, rejected: pa.Table) -> None:
    """An innocent explanation that was looked at and did not hold stands in the page."""
    assert "none declares the same" in page(result, rejected)


def test_says_how_many_accounts_are_left_off(build: Callable[..., ScanResult], rejected: pa.Table) -> None:
    """The table of accounts ends at 200 and names the rest."""
    text = page(build(500, 260), rejected)

    assert "60 more in <code>accounts.parquet</code>" in text
    assert text.count("<td>acct-h0") == 200


def test_many_campaigns_are_named_and_the_first_shown(result: ScanResult, rejected: pa.Table) -> None:
    """Beyond sixty campaigns the rest are listed by name only, and the page says so."""
    many = [msgspec.structs.replace(result.campaigns[1], campaign_id=f"hc-{number:04d}") for number in range(70)]
    text = page(msgspec.structs.replace(result, campaigns=many), rejected)

    assert text.count("<article") == 60
    assert "hc-0069" in text
    assert "The first 60 are shown below" in text


def test_every_id_is_there_once(result: ScanResult, rejected: pa.Table) -> None:
    """No id is given twice, and every link within the page leads somewhere."""
    found = _Elements(page(result, rejected)).found
    ids = [attributes["id"] for _, attributes in found if "id" in attributes]
    targets = {(attributes["href"] or "")[1:] for _, attributes in found if "href" in attributes}

    assert len(ids) == len(set(ids))
    assert targets <= set(ids)
