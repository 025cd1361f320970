"""Do the accounts fill templates that hardly anybody else fills?"""

import numpy as np
import pytest

from hydrascope.detect.evidence.conserved_template import conserved_template


def test_a_template_of_the_group_alone_weighs_as_much_as_it_is_rare(told) -> None:
    """A template that none of forty strangers fills gives log2(41) bits."""
    found = told.asked(conserved_template, told.hydra())

    assert found.bits == pytest.approx(np.log2(41))
    assert found.finding == "12 of 12 accounts repeat one template; 0 of 40 independent accounts fill it at all."


def test_a_popular_prompt_weighs_nothing(told) -> None:
    """A template that every stranger fills gives no bits."""
    assert told.bits_of(told.asked(conserved_template, told.both(told.strangers(template=7), told.heads()))) == 0


def test_the_rarest_of_several_templates_counts(told) -> None:
    """Where the group fills a popular template and one of its own, its own is weighed."""
    shared = told.both(told.strangers(template=3), told.heads(template=lambda _, k: 3 if k % 2 else 8))

    assert told.asked(conserved_template, shared).bits == pytest.approx(np.log2(41))


def test_a_template_of_a_few_members_is_not_the_groups(told) -> None:
    """A template that less than half of the accounts repeat gives nothing."""
    assert told.asked(conserved_template, told.hydra(template=lambda i, _: 7 if i < 5 else -1)) is None


def test_without_templates_there_is_no_evidence(told) -> None:
    """Accounts that fill no template give nothing."""
    assert told.asked(conserved_template, told.hydra().without("template")) is None
