"""Traffic for a measurement: as many exchanges as asked for, long enough, each of its own."""

import json

from hydrascope.lab.benchmark import traffic


def test_worlds_follow_each_other(tmp_path, monkeypatch) -> None:
    """Where one world is too small the next follows, the last one with other seeds; no id recurs, and accounts and releases lie beside."""
    written = []

    def simulate(world, *, seed, out, scale):
        written.append((world, seed))
        lines = [{"exchange_id": f"ex_{i}", "account_id": f"a{seed}", "response": {"text": "yes"}} for i in range(3)]
        (out / "exchanges.jsonl").write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines))
        (out / "accounts.jsonl").write_text(json.dumps({"account_id": f"a{seed}"}) + "\n")
        (out / "releases.json").write_text("[]")

    monkeypatch.setattr(traffic.worlds, "simulate", simulate)
    with traffic.written(tmp_path / "out", 7, ["shapes", "village"]) as made:
        lines = (made / "exchanges.jsonl").read_bytes().splitlines(keepends=True)
        accounts = (made / "accounts.jsonl").read_text().splitlines()

    assert len({json.loads(line)["exchange_id"] for line in lines}) == 7
    assert {len(line) for line in lines} == {traffic.LINE}
    assert len(accounts) == 3
    assert written == [("shapes", 7), ("village", 8), ("village", 9)]
    assert list((tmp_path / "out").iterdir()) == []
