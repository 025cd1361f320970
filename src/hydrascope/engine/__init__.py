"""Where tables are computed: named SQL steps, run in the process on DuckDB."""

from hydrascope.engine.duck import Engine, connect
from hydrascope.engine.step import Step

__all__ = ["Engine", "Step", "connect"]
