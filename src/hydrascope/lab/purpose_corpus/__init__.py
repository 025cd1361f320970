"""Prompts that the lab writes itself, labelled with intent and capability, to train and measure `fingerprint.purpose`."""

from hydrascope.lab.purpose_corpus.concepts import CONCEPTS, PARTICLES
from hydrascope.lab.purpose_corpus.corpus import Example, Source, examples, sources

__all__ = ["CONCEPTS", "PARTICLES", "Example", "Source", "examples", "sources"]
