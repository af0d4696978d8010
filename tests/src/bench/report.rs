//! What a benchmark says: a table for people, JSON for machines, and which bounds were missed.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::statistics::{Ratio, Series};

/// What a ratio must be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// At most this.
    AtMost(f64),
    /// At least this.
    AtLeast(f64),
}

impl Limit {
    /// Whether the median keeps to it.
    #[must_use]
    pub fn holds(self, ratio: Ratio) -> bool {
        match self {
            Self::AtMost(limit) => ratio.value <= limit,
            Self::AtLeast(limit) => ratio.value >= limit,
        }
    }

    fn text(self) -> String {
        match self {
            Self::AtMost(limit) => format!("≤ {limit}"),
            Self::AtLeast(limit) => format!("≥ {limit}"),
        }
    }
}

/// A measured line.
#[derive(Debug, Clone)]
enum Line {
    Series { name: String, unit: &'static str, scale: f64, series: Series },
    Ratio { name: String, ratio: Ratio, limit: Option<Limit> },
    Fact { name: String, value: Value },
}

/// One benchmark.
#[derive(Debug, Clone)]
pub struct Section {
    title: String,
    lines: Vec<Line>,
}

impl Section {
    /// Nothing measured yet. The title says what ran on what.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), lines: Vec::new() }
    }

    /// Adds seconds, shown in seconds.
    pub fn seconds(&mut self, name: impl Into<String>, series: &Series) {
        self.series(name, "s", 1.0, series);
    }

    /// Adds seconds, shown in milliseconds.
    pub fn milliseconds(&mut self, name: impl Into<String>, series: &Series) {
        self.series(name, "ms", 1e3, series);
    }

    /// Adds rates.
    pub fn rate(&mut self, name: impl Into<String>, unit: &'static str, series: &Series) {
        self.series(name, unit, 1.0, series);
    }

    fn series(&mut self, name: impl Into<String>, unit: &'static str, scale: f64, series: &Series) {
        self.lines.push(Line::Series { name: name.into(), unit, scale, series: series.clone() });
    }

    /// Adds a ratio that has to keep a bound.
    pub fn bound(&mut self, name: impl Into<String>, ratio: Ratio, limit: Limit) {
        self.lines.push(Line::Ratio { name: name.into(), ratio, limit: Some(limit) });
    }

    /// Adds a ratio that is only shown.
    pub fn ratio(&mut self, name: impl Into<String>, ratio: Ratio) {
        self.lines.push(Line::Ratio { name: name.into(), ratio, limit: None });
    }

    /// Adds a number or a word.
    pub fn fact(&mut self, name: impl Into<String>, value: impl Into<Value>) {
        self.lines.push(Line::Fact { name: name.into(), value: value.into() });
    }

    /// The bounds that were missed, in words.
    #[must_use]
    pub fn missed(&self) -> Vec<String> {
        let missed = |line: &Line| match line {
            Line::Ratio { name, ratio, limit: Some(limit) } if !limit.holds(*ratio) => {
                Some(format!("{}: {name} is {:.3}, must be {}", self.title, ratio.value, limit.text()))
            }
            _ => None,
        };
        self.lines.iter().filter_map(missed).collect()
    }

    /// As text of fixed width.
    #[must_use]
    pub fn table(&self) -> String {
        let mut text = format!(
            "{}\n  {:<46} {:>5} {:>9} {:>9} {:>9} {:>9}\n",
            self.title, "", "n", "median", "min", "p95", "max"
        );
        for line in &self.lines {
            // Writing to a String cannot fail.
            let _ = match line {
                Line::Series { name, unit, scale, series } => {
                    let [median, min, p95, max] =
                        [series.median(), series.min(), series.percentile(95.0), series.max()]
                            .map(|value| value * scale);
                    let name = format!("{name}, {unit}");
                    let n = series.count();
                    writeln!(text, "  {name:<46} {n:>5} {median:>9.3} {min:>9.3} {p95:>9.3} {max:>9.3}")
                }
                Line::Ratio { name, ratio, limit } => {
                    let Ratio { value, min, max } = ratio;
                    let word = limit.map_or(String::new(), |limit| {
                        let kept = if limit.holds(*ratio) { "kept" } else { "MISSED" };
                        format!("   {} {kept}", limit.text())
                    });
                    writeln!(
                        text,
                        "  {name:<46} {:>5} {value:>9.3} {min:>9.3} {:>9} {max:>9.3}{word}",
                        "", ""
                    )
                }
                Line::Fact { name, value } => {
                    let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    writeln!(text, "  {name:<46} {value:>15}")
                }
            };
        }
        text
    }

    /// For machines; seconds stay seconds.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut measured = serde_json::Map::new();
        for line in &self.lines {
            let (name, value) = match line {
                Line::Series { name, unit, series, .. } => {
                    let mut value = series.json();
                    value["unit"] = json!(if *unit == "ms" { "s" } else { unit });
                    (name, value)
                }
                Line::Ratio { name, ratio, limit } => {
                    let mut value = json!({"ratio": ratio.value, "min": ratio.min, "max": ratio.max});
                    if let Some(limit) = limit {
                        value["must_be"] = json!(limit.text());
                        value["kept"] = json!(limit.holds(*ratio));
                    }
                    (name, value)
                }
                Line::Fact { name, value } => (name, value.clone()),
            };
            measured.insert(name.clone(), value);
        }
        json!({"title": self.title, "measured": measured})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(value: f64) -> Ratio {
        Ratio { value, min: 0.1, max: 9.0 }
    }

    #[test]
    fn a_bound_is_held_against_the_median_and_a_missed_one_is_named() {
        let mut section = Section::new("race");
        section.bound("slow", ratio(2.0), Limit::AtMost(2.0));
        section.bound("fast", ratio(0.9), Limit::AtLeast(0.9));
        section.ratio("shown", ratio(77.0));
        assert!(section.missed().is_empty(), "{:?}", section.missed());
        section.bound("late", ratio(2.001), Limit::AtMost(2.0));
        section.bound("low", ratio(0.899), Limit::AtLeast(0.9));
        assert_eq!(
            section.missed(),
            ["race: late is 2.001, must be ≤ 2", "race: low is 0.899, must be ≥ 0.9"]
        );
        assert!(section.table().contains("≤ 2 MISSED") && section.table().contains("≥ 0.9 kept"));
        assert_eq!(section.json()["measured"]["late"]["kept"], false);
        assert_eq!(section.json()["measured"]["fast"]["kept"], true);
    }

    #[test]
    fn milliseconds_are_for_people_only() -> anyhow::Result<()> {
        let mut section = Section::new("race");
        section.milliseconds("lap", &Series::new([0.25])?);
        assert!(section.table().contains("250.000"), "{}", section.table());
        assert_eq!(section.json()["measured"]["lap"]["median"], 0.25);
        assert_eq!(section.json()["measured"]["lap"]["unit"], "s");
        Ok(())
    }
}
