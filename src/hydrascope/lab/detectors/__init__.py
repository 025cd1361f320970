"""The detectors that a benchmark can run, by name: each is told the same of a world and answers in the same form."""

from collections.abc import Mapping

from hydrascope.lab.detectors.fraudar import fraudar
from hydrascope.lab.detectors.mmd import mmd, mmd_account
from hydrascope.lab.detectors.model import Detector, Findings, Observed
from hydrascope.lab.detectors.multiplex import multiplex
from hydrascope.lab.detectors.prada import prada
from hydrascope.lab.detectors.rules import rules
from hydrascope.lab.detectors.synchrotrap import synchrotrap

__all__ = ["DETECTORS", "Detector", "Findings", "Observed"]


def _hydrascope(observed: Observed) -> Findings:
    """Return what this program finds; imported when it is asked, for it brings the whole pipeline."""
    from hydrascope.lab.detectors.hydrascope import hydrascope

    return hydrascope(observed)


DETECTORS: Mapping[str, Detector] = {
    "hydrascope": _hydrascope,
    "mmd": mmd,
    "mmd-account": mmd_account,
    "prada": prada,
    "synchrotrap": synchrotrap,
    "multiplex": multiplex,
    "fraudar": fraudar,
    "rules": rules,
}
