"""What a map shows before and after: the layers of a canvas, sorted for a comparison. Main thread only."""

from __future__ import annotations

from typing import Iterable, Iterator, List, Tuple

from qgis.core import QgsMapLayer, QgsRasterLayer

from .family import JOB_ID, SOURCE_ID, Family
from .marks import DIFFERENCE, ROLE, is_simulated


def sides(layers: Iterable[QgsMapLayer], family: Family) -> Tuple[List[QgsMapLayer], List[QgsMapLayer]]:
    """Layers, top first, for the state before a result and for the result. Before, nothing simulated is shown (but what
    the simulation was made from); after, nothing that stands for another outcome of the same place. Both sides show
    their picture even where it is switched off."""
    flat = list(single(layers))
    place = _place(flat, family)
    with_both = flat[:place] + [each for each in (family.result, family.before) if each is not None] + flat[place:]
    both: List[QgsMapLayer] = []
    for each in with_both:
        if each not in both:
            both.append(each)
    before = [each for each in both if each is family.before or not is_simulated(each)]
    after = [each for each in both if each is family.before or not _hides(each, family)]
    return before, after


def single(layers: Iterable[QgsMapLayer]) -> Iterator[QgsMapLayer]:
    """The layers, and those of groups that are drawn as one layer (QGIS 3.24)."""
    for layer in layers:
        if hasattr(layer, "childLayers"):
            yield from single(layer.childLayers())
        else:
            yield layer


def _place(flat: List[QgsMapLayer], family: Family) -> int:
    """Where the two pictures belong: where the upper one is, else above all rasters."""
    pictures = [each for each in (family.result, family.before) if each in flat]
    others = [each for each in flat if isinstance(each, QgsRasterLayer)]
    for found in (pictures, others):
        if found:
            return min(flat.index(each) for each in found)
    return len(flat)


def _hides(layer: QgsMapLayer, family: Family) -> bool:
    """Whether a layer stands for another result of the same place, or is a difference."""
    if not is_simulated(layer):
        return False
    if layer.customProperty(ROLE) == DIFFERENCE:
        return True
    same_place = layer.customProperty(SOURCE_ID) == family.result.customProperty(SOURCE_ID)
    return same_place and layer.customProperty(JOB_ID) != family.job_id
