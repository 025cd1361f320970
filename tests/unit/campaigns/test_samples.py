"""Which exchanges stand for a campaign's templates."""

import numpy as np

from hydrascope.campaigns.samples import SAMPLES, filled


def test_samples_fill_the_template_and_differ(found) -> None:
    """A dozen exchanges with different contents stand for each template, all of the campaign and of that template."""
    detection = found.detection
    x = detection.scene.traffic.exchanges
    group = detection.candidates[0]
    for one in filled(group, detection):
        assert len(one.samples) == SAMPLES
        assert np.isin(one.samples, group.group.rows).all()
        assert set(x.template[one.samples].tolist()) == {one.template}
        assert len(np.unique(x.content[one.samples])) == SAMPLES


def test_a_rare_template_is_not_named(kit, conclude_from) -> None:
    """A template that hardly any of the campaign's exchanges fill is left out."""
    result = conclude_from(kit.hydra()).campaign

    assert len(result.templates) == 1
    assert result.templates[0].exchanges == result.exchanges


def test_bare_campaigns_have_no_templates(kit, conclude_from) -> None:
    """Requests without conserved text name no template and are still attributed."""
    found = conclude_from(kit.hydra().without("sketch"))

    assert all(c.templates == [] for c in found.result.campaigns)
    assert set(found.result.attributed["template_id"].to_pylist()) == {None}
