"""What should happen: a preset in one grade or in all of them, or own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Optional, Sequence

from qgis.PyQt.QtCore import QCoreApplication, QLocale, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QPlainTextEdit

from .. import presets
from ..core.checks import check_instruction
from ..core.errors import ForeshockError
from ..core.language import MAX_UNREAD, unread, unread_share
from ..core.messages import Model, Preset
from ..layers.names import shortened

#: Lines of the text: of one scenario, and of all of a series.
_LINES, _SERIES_LINES = 3, 6
#: Words of a text that a refusal shows.
_SHOWN = 3


@dataclass(frozen=True)
class Scenario:
    """One thing that may happen."""

    #: What is sent to the model, one line.
    instruction: str
    #: What people call it, in their language; empty for own words.
    name: str = ""
    #: Its grade among the others of a series.
    grade: str = ""


class ScenarioChoice(QObject):
    """Two lists and a text, laid out by the dialog."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.preset, self.severity = QComboBox(), QComboBox()
        self.instruction = QPlainTextEdit()
        for widget, name in ((self.preset, "preset"), (self.severity, "severity"), (self.instruction, "instruction")):
            widget.setObjectName(name)
        self.instruction.setPlaceholderText(_tr("flood the low streets up to the door sills"))
        self.instruction.setTabChangesFocus(True)
        self._show_lines(_LINES)
        self.severity.setEnabled(False)
        self._model: Optional[Model] = None
        self.preset.currentIndexChanged.connect(lambda _: self._preset_changed())
        self.severity.currentIndexChanged.connect(lambda _: self._severity_changed())
        self.instruction.textChanged.connect(self.changed)

    def set_model(self, model: Optional[Model]) -> None:
        """The model that is to read it."""
        self._model = model

    def set_presets(self, offered: Sequence[Preset], last: Dict[str, str]) -> None:
        """Fills the lists and takes up the last choice. A new user finds the first preset chosen, so that *Run* is the
        next click. Lists that come again (another connection) leave the choice as it is."""
        chosen, grade = self.preset.currentData(), self.severity.currentIndex()
        # What stands there of a series are the words of several.
        typed = "" if self.is_series() else self.text()
        self.preset.clear()
        self.preset.addItem(_tr("Own words"), None)
        ids = [""]
        for each in offered:
            self.preset.addItem(presets.label(each), each)
            ids.append(each.id)
        if chosen is not None and chosen in offered:
            self._choose(ids.index(chosen.id), grade, typed)
            return
        if typed:
            return
        wanted = last.get("preset", offered[0].id if offered else "")
        self.preset.setCurrentIndex(ids.index(wanted) if wanted in ids else 0)
        severity = last.get("severity", "")
        if severity.isdigit() and int(severity) < self.severity.count():
            self.severity.setCurrentIndex(int(severity))

    def _choose(self, number: int, grade: int, words: str) -> None:
        """A preset and its grade, with the words that the user may have made of it."""
        self.preset.setCurrentIndex(number)
        self.severity.setCurrentIndex(grade)
        if words and words != self.text():
            self.instruction.setPlainText(words)

    def set_words(self, instruction: str) -> None:
        """Chooses the grade of the preset that says this, or own words."""
        for number in range(self.preset.count()):
            preset = self.preset.itemData(number)
            if preset is not None and instruction in preset.instructions:
                self.preset.setCurrentIndex(number)
                self.severity.setCurrentIndex(preset.instructions.index(instruction))
                return
        self.preset.setCurrentIndex(0)
        self.instruction.setPlainText(instruction)

    def restore(self, last: Dict[str, str]) -> None:
        """The words of the last request, until the fleet's presets are there."""
        if last.get("preset") == "":
            self.instruction.setPlainText(last.get("instruction", ""))

    def state(self) -> Dict[str, str]:
        """The choices, for the next time."""
        preset = self.preset.currentData()
        return {
            "preset": preset.id if preset is not None else "",
            "severity": str(self.severity.currentIndex()),
            "instruction": "" if self.is_series() else self.text(),
        }

    def text(self) -> str:
        """The instruction on one line, as the wire wants it."""
        return " ".join(self.instruction.toPlainText().split())

    def is_series(self) -> bool:
        """Whether all grades of a preset are asked for."""
        preset = self.preset.currentData()
        return preset is not None and self.severity.currentIndex() == len(preset.instructions)

    def title(self) -> str:
        """What all of it is called."""
        preset = self.preset.currentData()
        if self.is_series():
            return _tr("{scenario}, {count} grades").format(
                scenario=presets.label(preset), count=len(preset.instructions)
            )
        one = self.scenarios()[0]
        return one.name or shortened(one.instruction)

    def scenarios(self) -> List[Scenario]:
        """What is asked for, mildest first."""
        preset, text = self.preset.currentData(), self.text()
        if preset is None:
            return [Scenario(text)]
        named = [
            Scenario(instruction, _named(preset, grade), grade)
            for grade, instruction in zip(presets.severities(preset), preset.instructions)
        ]
        if self.is_series():
            return named
        # Who changes the words of a preset has made them their own.
        return [each for each in named if each.instruction == text] or [Scenario(text)]

    def check(self) -> None:
        """Refuses what cannot be sent, and what the model cannot read."""
        for each in self.scenarios():
            check_instruction(each.instruction)
            self._check_language(each.instruction)

    def is_readable(self) -> bool:
        """Whether the model reads enough of it."""
        model = self._model
        return model is None or unread_share(self.text(), model.languages) <= MAX_UNREAD

    def note(self) -> str:
        """What is wrong with the text already, or what to know when writing one; empty where all is well."""
        model, text = self._model, self.text()
        if model is None:
            return ""
        try:
            self._check_language(text)
        except ForeshockError as error:
            return str(error)
        if self.is_series():
            return ""
        strange = unread(text, model.languages)
        if strange:
            return _tr("{model} cannot read {words}.").format(model=model.name, words=_quoted(strange))
        if self.preset.currentData() is None and not _reads_users_language(model):
            return _tr("Please write in {languages}: {model} reads nothing else.").format(
                languages=_languages(model.languages), model=model.name
            )
        return ""

    def _check_language(self, text: str) -> None:
        model = self._model
        if model is None or unread_share(text, model.languages) <= MAX_UNREAD:
            return
        raise ForeshockError(
            _tr("{model} reads {languages} and cannot read {words}.").format(
                model=model.name,
                languages=_languages(model.languages),
                words=_quoted(unread(text, model.languages)),
            ),
            _tr("Choose a scenario from the list, or write in {languages}.").format(
                languages=_languages(model.languages)
            ),
        )

    def _preset_changed(self) -> None:
        preset = self.preset.currentData()
        self.severity.clear()
        self.severity.setEnabled(preset is not None)
        self.instruction.setReadOnly(False)
        if preset is not None:
            for name, text in zip(presets.severities(preset), preset.instructions):
                self.severity.addItem(name, text)
            if len(preset.instructions) > 1:
                self.severity.addItem(_tr("all {count}, as a series").format(count=len(preset.instructions)), None)
            self.severity.setCurrentIndex(len(preset.instructions) // 2)

    def _severity_changed(self) -> None:
        self.instruction.setReadOnly(self.is_series())
        self._show_lines(_SERIES_LINES if self.is_series() else _LINES)
        if self.is_series():
            numbered = (f"{number}. {text}" for number, text in enumerate(self.preset.currentData().instructions, 1))
            self.instruction.setPlainText("\n".join(numbered))
        elif self.severity.currentData():
            self.instruction.setPlainText(self.severity.currentData())

    def _show_lines(self, lines: int) -> None:
        self.instruction.setFixedHeight(self.instruction.fontMetrics().lineSpacing() * lines + 12)


def _named(preset: Preset, grade: str) -> str:
    label = presets.label(preset)
    return _tr("{scenario}, {grade}").format(scenario=label, grade=grade) if len(preset.instructions) > 1 else label


def _reads_users_language(model: Model) -> bool:
    users = QLocale().name().split("_")[0].replace("C", "en")
    return not model.languages or any(each.split("-")[0].lower() == users for each in model.languages)


def _languages(codes: Sequence[str]) -> str:
    names = {"en": _tr("English"), "zh": _tr("Chinese"), "fr": _tr("French"), "es": _tr("Spanish")}
    return ", ".join(names.get(code.split("-")[0].lower(), code) for code in codes)


def _quoted(words: Sequence[str]) -> str:
    shown = " ".join(words[:_SHOWN])
    # A text without spaces is one word.
    return f"“{shown[:24]}…”" if len(words) > _SHOWN or len(shown) > 24 else f"“{shown}”"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockScenarioChoice", text)
