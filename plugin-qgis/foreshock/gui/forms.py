"""Small parts that the dialogs share."""

from __future__ import annotations

from typing import Sequence, TypeVar

from qgis.PyQt.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str) -> W:
    """Gives a widget the name that style sheets and tests know it by."""
    widget.setObjectName(name)
    return widget


def form() -> QFormLayout:
    """Labels on the left, fields as wide as there is room."""
    made = QFormLayout()
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    made.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    return made


def row(*widgets: QWidget, stretch: Sequence[int] = (1,)) -> QWidget:
    """Widgets beside each other; the first takes the room unless ``stretch`` says otherwise."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    for number, widget in enumerate(widgets):
        layout.addWidget(widget, stretch[number] if number < len(stretch) else 0)
    return holder


def wrapped_label(name: str) -> QLabel:
    """A label of as many lines as its text needs."""
    label = named(QLabel(), name)
    label.setWordWrap(True)
    return label
