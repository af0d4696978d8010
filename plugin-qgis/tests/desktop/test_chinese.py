"""The plugin in a real QGIS that speaks Chinese: no window shows a word of English."""

from __future__ import annotations

from pathlib import Path

import translations
import ts_file
from desk import ARTEFACTS, Desk, Profile, guide_picture
from fleet import Fleet
from listing import English, Shown
from test_desktop import LAYER, plan_for

#: What has no other name in Chinese: ours, formats, units, the fleet's and the user's own.
NAMES = [
    *("Foreshock", "QGIS", "RabbitMQ", "GDAL", "GeoTIFF", "GeoJSON", "HTML", "PDF", "RGB", "URL", "TLS", "CA", "PEM"),
    *("AMQP", "px", "cm", "km", "km²", "m²", "ha", "min", "UTC", "SIMULATED", "DNS", "TCP"),
    *(LAYER, "worker-1", "foreshock-small", "Apache License 2.0", "interactive"),
]
WINDOWS = ("first-run-1", "first-run-6", "simulate", "connection", "jobs", "affected", "report", "help")


def test_no_window_shows_a_word_of_english(
    desk: Desk, profile: Profile, fleet: Fleet, scene: Path, compiled: None
) -> None:
    plan = plan_for(fleet, language="zh-Hans", seed=7, steps=2)
    facts = desk.drive("chinese", profile, plan, 600, [scene])["facts"]
    sources = ts_file.read(translations.ts_path("zh_Hans"))
    english = English([key.source for key, done in sources.items() if done != key.source], NAMES)
    assert set(WINDOWS) <= set(facts["words"])
    for window, words in facts["words"].items():
        shown = [Shown(*each) for each in words]
        # The words for the model are sent as they are, and the broker's address is no word.
        shown = [each for each in shown if "instruction" not in each.place and "://" not in each.text]
        shown = [each for each in shown if str(ARTEFACTS) not in each.text]
        assert english.among(shown) == [], window
    said = [Shown("message", text) for text in facts["messages"]] + [Shown("layer", facts["result"])]
    assert english.among(said) == []
    assert "模拟" in facts["result"]
    guide_picture("chinese", "simulate", as_name="chinese")
