"""Names of what is kept."""

from pathlib import Path

from hydrascope.lab.benchmark import kept
from hydrascope.lab.benchmark.plan import ALARM, VERDICT, Cell

OUT, CELL = Path("out"), Cell("demo", 1, 1.0, "rules", VERDICT)


def test_every_part_of_a_cell_is_in_its_name() -> None:
    """Cells that differ in anything lie in different files."""
    others = [
        CELL._replace(world="honest"),
        CELL._replace(seed=2),
        CELL._replace(scale=0.5),
        CELL._replace(detector="mmd"),
        CELL._replace(measure=ALARM),
    ]

    assert len({kept.cell_path(OUT, cell) for cell in (CELL, *others)}) == 6


def test_a_change_of_detection_leaves_the_baselines_alone() -> None:
    """The code of our detection is in the name of our cells, and of no others."""
    ours, theirs = kept.cell_path(OUT, CELL._replace(detector="hydrascope")), kept.cell_path(OUT, CELL)

    assert ours.stem.rsplit("-", 1)[1] != theirs.stem.rsplit("-", 1)[1]


def test_the_digest_is_of_the_source(tmp_path, monkeypatch) -> None:
    """The same source has the same digest, another source another; what Python compiled does not count."""
    monkeypatch.setattr(kept, "_ROOT", tmp_path)
    (tmp_path / "a.py").write_text("1")
    before = kept._digest.__wrapped__(("a.py",))
    (tmp_path / "a.pyc").write_text("x")
    same = kept._digest.__wrapped__(("a.py",))
    (tmp_path / "a.py").write_text("2")

    assert before == same != kept._digest.__wrapped__(("a.py",))
