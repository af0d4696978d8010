"""The messages, held to the fixtures and the JSON Schema that the Rust types are held to."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from foreshock.core import codec, messages
from foreshock.core.errors import ErrorCode, Refusal
from foreshock.core.messages import Cancel, Capabilities, CapabilitiesRequest, Event, Job, Outcome, new_job_id

FIXTURES = Path(__file__).resolve().parents[3] / "protocol" / "fixtures" / "messages"
SCHEMAS = FIXTURES.parents[1] / "schema"
KINDS = {
    messages.JOB_SCHEMA: Job,
    messages.OUTCOME_SCHEMA: Outcome,
    messages.EVENT_SCHEMA: Event,
    messages.CANCEL_SCHEMA: Cancel,
    messages.CAPABILITIES_SCHEMA: Capabilities,
}


def names(kind: str) -> list:
    found = sorted(path.stem for path in (FIXTURES / kind).glob("*.json"))
    assert found, f"no {kind} fixtures"
    return found


def to_json(message: object) -> dict:
    return message.to_json() if isinstance(message, Outcome) else codec.encode(message)


@pytest.mark.parametrize("name", names("valid"))
def test_a_valid_message_comes_back_unchanged_and_fits_its_schema(name: str) -> None:
    body = (FIXTURES / "valid" / f"{name}.json").read_bytes()
    value = json.loads(body)
    if value["schema"] == messages.CAPABILITIES_REQUEST_SCHEMA:
        again = codec.encode(CapabilitiesRequest())
    else:
        again = to_json(KINDS[value["schema"]].parse(body))
    assert again == value
    jsonschema.validate(again, json.loads((SCHEMAS / f"{value['schema']}.json").read_bytes()))


@pytest.mark.parametrize("name", names("invalid"))
def test_an_invalid_job_is_refused_by_the_same_field_and_code(name: str) -> None:
    fixture = json.loads((FIXTURES / "invalid" / f"{name}.json").read_bytes())
    with pytest.raises(Refusal) as refused:
        Job.parse(json.dumps(fixture["message"]).encode())
    assert (refused.value.code.value, refused.value.field) == (fixture["code"], fixture["field"])
    assert refused.value.limit


def test_the_wire_knows_every_error_code() -> None:
    schema = json.loads((SCHEMAS / "foreshock.outcome.v1.json").read_bytes())
    known = {each["const"] for each in schema["$defs"]["ErrorCode"]["oneOf"]}
    assert known == {code.value for code in ErrorCode}


def test_bodies_that_are_no_message_are_refused() -> None:
    for body, code in [
        (b"flood, please", ErrorCode.INVALID_MESSAGE),
        (b'{"schema": NaN}', ErrorCode.INVALID_MESSAGE),
        (b"[" * 100_000, ErrorCode.INVALID_MESSAGE),
        (b" " * (9 << 20), ErrorCode.TOO_LARGE),
        (b"{}", ErrorCode.UNKNOWN_SCHEMA),
    ]:
        with pytest.raises(Refusal) as refused:
            Job.parse(body)
        assert refused.value.code is code


def test_a_job_is_checked_before_it_is_sent() -> None:
    job = Job.parse((FIXTURES / "valid" / "job_minimal.json").read_bytes())
    assert Job.parse(job.body()) == job
    with pytest.raises(Refusal) as refused:
        replace(job, instruction="  ").body()
    assert refused.value.field == "instruction"
    with pytest.raises(Refusal) as refused:
        replace(job, source=messages.Source(png=bytes(7 << 20))).body()
    assert (refused.value.code, refused.value.field) == (ErrorCode.TOO_LARGE, "body")


def test_unknown_keys_are_ignored_outside_params() -> None:
    value = json.loads((FIXTURES / "valid" / "outcome_failed.json").read_bytes())
    value["colour"] = "red"
    value["code"] = "from_the_future"
    outcome = Outcome.parse(json.dumps(value).encode())
    assert outcome.failed is not None and outcome.failed.code == "from_the_future"


def test_ids_are_version_7_and_sort_by_time() -> None:
    ids = [new_job_id() for _ in range(50)]
    assert {each.version for each in ids} == {7} and len(set(ids)) == 50
    assert all(each.variant == ids[0].variant for each in ids)
    assert [each.int >> 80 for each in ids] == sorted(each.int >> 80 for each in ids)
