"""The report as a Processing algorithm: on its own thread, and as the end of a model."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Iterator

import processing_session
import pytest
import qgis_session
import reports
from foreshock.layers.family import Family
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
    QgsProject,
)
from qgis.core import QgsProcessingModelChildAlgorithm as Step
from qgis.core import QgsProcessingModelChildParameterSource as Value


@pytest.fixture(autouse=True)
def tidy(provider: Any) -> Iterator[None]:
    yield
    qgis_session.tidy()


@pytest.fixture
def family(provider: Any, tmp_path: Path) -> Family:
    return reports.result(reports.source(tmp_path), tmp_path, scenario="Flood")


def words(path: Path) -> str:
    return reports.Page(path.read_text("utf-8")).words


def test_on_a_thread_of_processing(family: Family, tmp_path: Path) -> None:
    asked = {"INPUT": family.result.id(), "HTML": str(tmp_path / "r.html"), "PDF": str(tmp_path / "r.pdf")}
    run = processing_session.InBackground("report", {**asked, "NOTES": "for the exercise", "AUTHOR": "Ana"})
    results = run.start().wait(60)
    assert run.successful, run.feedback.warned
    assert results == {"HTML": asked["HTML"], "PDF": asked["PDF"]}
    told = words(tmp_path / "r.html")
    for each in ("ortho: Flood", "for the exercise", "Ana · Report of", "Plausibility", "Before"):
        assert each in told, each
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    assert run.feedback.shares == sorted(run.feedback.shares) and run.feedback.shares[-1] == 100.0


def test_files_that_are_in_no_project(family: Family, tmp_path: Path) -> None:
    result, before = family.result.source(), family.before.source()
    QgsProject.instance().clear()
    asked: Dict[str, Any] = {
        "INPUT": result,
        "HTML": str(tmp_path / "r.html"),
        "TITLE": "Exercise",
        "PLAUSIBILITY": False,
    }
    processing_session.run("report", asked)
    told = words(tmp_path / "r.html")
    assert "Exercise" in told and "Before" not in told and "Plausibility" not in told
    assert "2 connected areas" in told, "the footprint lies beside the result"
    processing_session.run("report", {**asked, "BEFORE": before})
    assert "Before" in words(tmp_path / "r.html")


def test_refusals(family: Family, tmp_path: Path) -> None:
    source = family.before.source()
    refusal = processing_session.refusal
    assert "does not say that it is simulated" in refusal("report", {"INPUT": source, "HTML": str(tmp_path / "r.html")})
    result = family.result.source()
    assert "does not end in .pdf" in refusal("report", {"INPUT": result, "PDF": str(tmp_path / "r.html")})
    assert "No page is asked for" in refusal("report", {"INPUT": result})
    assert not (tmp_path / "r.html").exists()


def test_a_model_can_end_in_a_report(family: Family, tmp_path: Path) -> None:
    step = Step("foreshock:report")
    step.setChildId("report")
    step.addParameterSources("INPUT", [Value.fromModelParameter("result")])
    step.addParameterSources("NOTES", [Value.fromStaticValue("by a model")])
    page = QgsProcessingModelOutput("page", "page")
    page.setChildId("report")
    page.setChildOutputName("HTML")
    step.setModelOutputs({"page": page})
    model = QgsProcessingModelAlgorithm("m", "g")
    model.addChildAlgorithm(step)
    model.addModelParameter(QgsProcessingParameterRasterLayer("result"), QgsProcessingModelParameter("result"))
    context, feedback = QgsProcessingContext(), processing_session.Feedback()
    context.setProject(QgsProject.instance())
    asked = {"result": family.result.id(), "report:page": str(tmp_path / "m.html")}
    results, successful = model.run(asked, context, feedback)
    assert successful, feedback.warned
    assert results["report:page"] == str(tmp_path / "m.html")
    assert "by a model" in words(tmp_path / "m.html")
