//! What is reported: one record a system and metric, with all that is needed to know what it can be compared with.

use std::collections::BTreeMap;

use serde::Serialize;

use super::encoder::NetInfo;
use crate::train::random::{Draws, Stream};

/// Draws of the bootstrap.
const DRAWS: usize = 1000;

/// What an edit is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reference {
    /// The image after.
    Target,
    /// The image before: measures what was preserved.
    Source,
    /// A text.
    Text,
    /// Nothing but the edit, or a judge.
    None,
}

/// A metric.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Metric {
    /// Short name, unique in a report: `clip_i.target`.
    pub key: String,
    /// Name for people.
    pub label: String,
    /// What the edit is held against.
    pub reference: Reference,
    /// `instruction`, `caption`, or none.
    pub text: Option<&'static str>,
    /// Whether more is better.
    pub higher_is_better: bool,
    /// Whose convention it follows.
    pub convention: &'static str,
    /// The network; none for plain arithmetic.
    pub net: Option<NetInfo>,
}

/// One number of the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Record {
    /// The system.
    pub system: String,
    /// The metric.
    #[serde(flatten)]
    pub metric: Metric,
    /// Mean over the pairs that have it; for damage the score of the whole set.
    pub value: Option<f64>,
    /// Bounds of 95 % of a bootstrap over pairs.
    pub interval: Option<[f64; 2]>,
    /// Pairs that have it.
    pub count: usize,
    /// Pairs that do not.
    pub missing: usize,
    /// Texts that the network cut.
    pub truncated: usize,
    /// Means by kind of disaster.
    pub by_kind: BTreeMap<String, f64>,
    /// Means by severity.
    pub by_severity: BTreeMap<String, f64>,
}

/// A value of one pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// None = missing.
    pub value: Option<f64>,
    /// Kind of disaster.
    pub kind: &'static str,
    /// How bad it is, when that is known.
    pub severity: Option<&'static str>,
}

/// A record over pairs.
#[must_use]
pub fn record(system: &str, metric: &Metric, values: &[Value], truncated: usize) -> Record {
    let present: Vec<f64> = values.iter().filter_map(|value| value.value).collect();
    let means = |group: &dyn Fn(&Value) -> Option<&'static str>| {
        let mut groups: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        for value in values {
            if let (Some(number), Some(name)) = (value.value, group(value)) {
                groups.entry(name.to_owned()).or_default().push(number);
            }
        }
        groups.into_iter().filter_map(|(name, numbers)| Some((name, mean(&numbers)?))).collect()
    };
    Record {
        system: system.to_owned(),
        metric: metric.clone(),
        value: mean(&present),
        interval: interval(&present),
        count: present.len(),
        missing: values.len() - present.len(),
        truncated,
        by_kind: means(&|value| Some(value.kind)),
        by_severity: means(&|value| value.severity),
    }
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Bounds of 95 % of the means of samples drawn with replacement; the same in every run.
fn interval(values: &[f64]) -> Option<[f64; 2]> {
    if values.len() < 2 {
        return None;
    }
    let draws = Draws::new(1);
    let mut means: Vec<f64> = (0..DRAWS as u64)
        .map(|sample| {
            let pick = |place| values[draws.below(Stream::Order, sample, place, values.len())];
            (0..values.len() as u32).map(pick).sum::<f64>() / values.len() as f64
        })
        .collect();
    means.sort_by(f64::total_cmp);
    Some([means[DRAWS * 25 / 1000], means[DRAWS * 975 / 1000 - 1]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_stays_missing() {
        let metric = Metric {
            key: "l1".to_owned(),
            label: "L1".to_owned(),
            reference: Reference::Target,
            text: None,
            higher_is_better: false,
            convention: "MagicBrush",
            net: None,
        };
        let of = |value, kind, severity| Value { value, kind, severity };
        let values = [
            of(Some(1.0), "flood", Some("mild")),
            of(None, "flood", Some("severe")),
            of(Some(3.0), "snow", Some("mild")),
            of(Some(5.0), "snow", None),
        ];
        let record = record("ours", &metric, &values, 0);
        assert_eq!((record.value, record.count, record.missing), (Some(3.0), 3, 1));
        assert_eq!(record.by_kind["snow"], 4.0);
        assert_eq!(record.by_severity, BTreeMap::from([("mild".to_owned(), 2.0)]));
        let [low, high] = record.interval.unwrap();
        assert!((1.0..3.0).contains(&low) && high > 3.0 && high <= 5.0, "{low} {high}");
        assert_eq!(super::record("ours", &metric, &[of(None, "flood", None)], 0).value, None);
    }
}
