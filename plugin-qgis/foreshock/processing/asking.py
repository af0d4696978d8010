"""From what the parameters ask for, and what the fleet can do, to a request."""

from __future__ import annotations

import os
from typing import Optional

from ..core import limits
from ..core.checks import check_instruction
from ..core.errors import ForeshockError
from ..core.grid import TilePlan, Window, default_overlap
from ..core.messages import Capabilities, Model
from ..core.request import SimulationRequest
from .parameters import Scenario
from .scene import Scene
from .words import tr


def choose_model(capabilities: Capabilities, name: str) -> Model:
    """The model of that name, or the fleet's first."""
    if not capabilities.models:
        raise ForeshockError(tr("The fleet serves no model."), tr("Ask the operator."))
    model = next((each for each in capabilities.models if not name or each.name == name), None)
    if model is None:
        names = ", ".join(each.name for each in capabilities.models)
        raise ForeshockError(
            tr("The fleet has no model “{name}”.").format(name=name), tr("It has: {names}.").format(names=names)
        )
    if not model.licence.accepted:
        raise ForeshockError(
            tr("The operator of the fleet has not accepted the licence of {model}: {licence}.").format(
                model=model.name, licence=model.licence.name
            ),
            tr("Choose another model, or ask the operator."),
        )
    return model


def words(capabilities: Capabilities, wanted: Scenario) -> str:
    """The instruction in the language that the model reads."""
    if wanted.instruction or wanted.preset is None:
        return wanted.instruction
    preset = next((each for each in capabilities.presets if each.id == wanted.preset), None)
    if preset is None or not preset.instructions:
        raise ForeshockError(
            tr("The fleet does not know the scenario “{name}”.").format(name=wanted.preset),
            tr("Say in your own words what shall happen."),
        )
    # Three severities; a preset may have fewer.
    last = len(preset.instructions) - 1
    return preset.instructions[round(wanted.severity / 2 * last)]


def new_request(
    scene: Scene,
    window: Window,
    mask_wkt: Optional[str],
    wanted: Scenario,
    capabilities: Capabilities,
    output: str,
) -> SimulationRequest:
    """A checked request."""
    model = choose_model(capabilities, wanted.model)
    instruction = words(capabilities, wanted)
    check_instruction(instruction)
    if os.path.exists(output) and os.path.exists(scene.source.path) and os.path.samefile(output, scene.source.path):
        raise ForeshockError(tr("The result would overwrite its source."), tr("Choose another file."))
    return SimulationRequest.new(
        layer_id=scene.layer_id,
        layer_name=scene.name,
        source=scene.source,
        window=window,
        instruction=instruction,
        model=model,
        capabilities=capabilities,
        steps=wanted.steps or model.default_steps,
        seed=wanted.seed,
        output=output,
        mask_wkt=mask_wkt,
        strength=wanted.strength,
    )


def warning(request: SimulationRequest, capabilities: Capabilities) -> str:
    """What to expect of a model that was made for other pixel sizes; empty when all is well."""
    model = choose_model(capabilities, request.params.model)
    gsd, made_for = request.source.gsd_m(request.window), model.gsd_m
    if made_for.holds(gsd):
        return ""
    return tr("A pixel is {gsd} m here; {model} was made for {low} to {high} m. Expect poor results.").format(
        gsd=f"{gsd:.3g}", model=model.name, low=f"{made_for.min:g}", high=f"{made_for.max:g}"
    )


def check_size(window: Window) -> None:
    """Refuses an area that no model can cover, before any is known."""
    TilePlan.cover(window, limits.MAX_SIDE, default_overlap(limits.MAX_SIDE))
