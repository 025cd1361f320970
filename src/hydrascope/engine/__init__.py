"""Where tables are computed: named SQL steps, on DuckDB in the process or on a Spark cluster."""

from hydrascope.engine.choice import ENGINES, connect, ready
from hydrascope.engine.model import Engine
from hydrascope.engine.step import Step

__all__ = ["ENGINES", "Engine", "Step", "connect", "ready"]
