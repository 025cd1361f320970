"""`campaigns.json` keeps the contract."""

import json
import math
from importlib import resources

import jsonschema
import msgspec
import pytest

from hydrascope.campaigns.model import ScanResult
from hydrascope.report import campaigns_json


def _backwards(result: ScanResult) -> ScanResult:
    """The same scan with every list and mapping the other way round."""
    turned = []
    for one in reversed(result.campaigns):
        lists = {name: value[::-1] for name in one.__struct_fields__ if isinstance(value := getattr(one, name), list)}
        maps = {name: dict(reversed(value.items())) for name in one.__struct_fields__ if isinstance(value := getattr(one, name), dict)}
        turned.append(msgspec.structs.replace(one, **lists, **maps))
    return msgspec.structs.replace(result, campaigns=turned)


def test_is_valid_by_the_schema(result: ScanResult) -> None:
    """The record is what the published schema says."""
    schema = json.loads(resources.files("hydrascope.report").joinpath("campaigns.schema.json").read_text())

    jsonschema.Draft202012Validator(schema).validate(json.loads(campaigns_json(result)))


def test_does_not_depend_on_the_order_of_lists(result: ScanResult) -> None:
    """Campaigns, heads, findings and points in another order give the same bytes."""
    assert campaigns_json(_backwards(result)) == campaigns_json(result)


def test_puts_the_most_severe_first(result: ScanResult) -> None:
    """Confirmed comes before watch, whatever their bits."""
    watch = msgspec.structs.replace(result.campaigns[1], bits=500.0)
    record = json.loads(campaigns_json(msgspec.structs.replace(result, campaigns=[watch, result.campaigns[0]])))

    assert [one["verdict"] for one in record["campaigns"]] == ["confirmed", "watch"]


def test_times_end_in_z(result: ScanResult) -> None:
    """Every time is RFC 3339 in UTC."""
    record = json.loads(campaigns_json(result))
    hydra = record["campaigns"][0]

    assert record["scanned"]["first_ts"] == "2026-01-05T00:00:00Z"
    assert hydra["pivots"][0]["ts"] == "2026-01-13T11:30:00Z"
    assert all(point["ts"].endswith("Z") for point in hydra["timeline"])


def test_rounds_bits_and_shares(result: ScanResult) -> None:
    """Bits have two decimals and shares four; a weight that rounds to nothing has no sign."""
    one = msgspec.structs.replace(result.campaigns[0], bits=61.4049, harvest_bits=-0.0001, intents={"none": 1 / 3})
    hydra = json.loads(campaigns_json(msgspec.structs.replace(result, campaigns=[one])))["campaigns"][0]

    assert hydra["bits"] == 61.4
    assert math.copysign(1, hydra["harvest_bits"]) == 1
    assert hydra["intents"] == {"none": 0.3333}


def test_refuses_a_weight_that_is_no_number(result: ScanResult) -> None:
    """A weight that JSON cannot hold is a defect and never reaches the file."""
    one = msgspec.structs.replace(result.campaigns[0], bits=math.nan)

    with pytest.raises(ValueError, match="JSON"):
        campaigns_json(msgspec.structs.replace(result, campaigns=[one]))


def test_keeps_text_that_is_not_unicode(result: ScanResult) -> None:
    """A lone surrogate in a template is still JSON."""
    made = msgspec.structs.replace(result.campaigns[0].templates[0], text="half \ud83d of it")
    one = msgspec.structs.replace(result.campaigns[0], templates=[made])
    record = json.loads(campaigns_json(msgspec.structs.replace(result, campaigns=[one])))

    assert record["campaigns"][0]["templates"][0]["text"] == "half \ud83d of it"


def test_innocent_explanations_stand_beside_the_evidence(result: ScanResult) -> None:
    """Explanations have their own key, those that weighed nothing included."""
    hydra = json.loads(campaigns_json(result))["campaigns"][0]

    assert [found["bits"] for found in hydra["explanations"]] == [-2.1, 0.0, 0.0]
    assert all(found["side"] != "explanation" for found in hydra["evidence"])
