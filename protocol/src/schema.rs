//! JSON Schema of every message, generated from the types. `protocol/schema/` holds the checked-in copy.

use schemars::{JsonSchema, schema_for};
use serde_json::Value;

use crate::capabilities::{
    CAPABILITIES_REQUEST_SCHEMA, CAPABILITIES_SCHEMA, Capabilities, CapabilitiesRequest,
};
use crate::event::{CANCEL_SCHEMA, Cancel, EVENT_SCHEMA, Event};
use crate::job::{JOB_SCHEMA, Job};
use crate::outcome::{OUTCOME_SCHEMA, Outcome};

/// (schema name, JSON Schema) of every message kind.
#[must_use]
pub fn schemas() -> Vec<(&'static str, Value)> {
    vec![
        (JOB_SCHEMA, of::<Job>(JOB_SCHEMA)),
        (OUTCOME_SCHEMA, of::<Outcome>(OUTCOME_SCHEMA)),
        (EVENT_SCHEMA, of::<Event>(EVENT_SCHEMA)),
        (CANCEL_SCHEMA, of::<Cancel>(CANCEL_SCHEMA)),
        (CAPABILITIES_SCHEMA, of::<Capabilities>(CAPABILITIES_SCHEMA)),
        (CAPABILITIES_REQUEST_SCHEMA, of::<CapabilitiesRequest>(CAPABILITIES_REQUEST_SCHEMA)),
    ]
}

fn of<T: JsonSchema>(name: &str) -> Value {
    let mut schema = schema_for!(T).to_value();
    // The version a message claims is part of its schema.
    schema["properties"]["schema"]["const"] = Value::from(name);
    schema
}
