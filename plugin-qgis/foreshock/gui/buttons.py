"""Standard buttons in the user's language. Qt would translate them itself, but QGIS finds Qt's words only where both
name a language alike: not for simplified Chinese (``zh-Hans`` here, ``zh_CN`` there), nor where Qt's are not
installed."""

from __future__ import annotations

from typing import Dict, TypeVar, Union

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QDialogButtonBox, QMessageBox, QWizard

Box = TypeVar("Box", bound=Union[QDialogButtonBox, QMessageBox])


def translated(box: Box) -> Box:
    """The same box, its standard buttons in the user's language."""
    for name, text in _standard().items():
        button = box.button(getattr(type(box).StandardButton, name))
        if button is not None:
            button.setText(text)
    return box


def translate_wizard(wizard: QWizard) -> None:
    """Sets the words of a wizard's own buttons."""
    kinds = QWizard.WizardButton
    for kind, text in (
        (kinds.BackButton, _tr("< &Back")),
        (kinds.NextButton, _tr("&Next >")),
        (kinds.CommitButton, _tr("Commit")),
        (kinds.FinishButton, _tr("&Finish")),
        (kinds.CancelButton, _tr("Cancel")),
        (kinds.HelpButton, _tr("Help")),
    ):
        wizard.setButtonText(kind, text)


def _standard() -> Dict[str, str]:
    return {
        "Ok": _tr("OK"),
        "Cancel": _tr("Cancel"),
        "Close": _tr("Close"),
        "Help": _tr("Help"),
        "Save": _tr("Save"),
        "Open": _tr("Open"),
        "Apply": _tr("Apply"),
        "Reset": _tr("Reset"),
        "Discard": _tr("Discard"),
        "Yes": _tr("Yes"),
        "No": _tr("No"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("ForeshockButtons", text)
