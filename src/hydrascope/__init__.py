"""
Find and stop distillation attacks on large language models.

`scan` reads logs and returns campaigns; `hydrascope.sources` has the readers
and `hydrascope.schema` the tables.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hydrascope.pipeline import ScanOutcome, scan

__all__ = ["ScanOutcome", "scan"]


def __getattr__(name: str) -> object:
    # Compiled kernels take a second to load: only who scans should wait for them.
    if name in __all__:
        from hydrascope import pipeline  # noqa: PLC0415 (who only asks for help should not wait for compiled kernels)

        return getattr(pipeline, name)
    raise AttributeError(name)
