//! The report: one HTML file that needs nothing else, with tables, bars and pictures.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::record::Record;
use crate::edit::Rgb8;

/// Longest side of a picture in the report, px.
const THUMB: u32 = 192;

/// A pair as the report shows it.
pub struct Shown {
    /// Its name.
    pub name: String,
    /// The instruction.
    pub instruction: String,
    /// Kind of disaster.
    pub kind: String,
    /// Before, edited, target.
    pub pictures: [Option<Rgb8>; 3],
    /// The score it was chosen by, and its name.
    pub score: f64,
}

/// What the report tells.
pub struct Report<'a> {
    /// Title.
    pub title: String,
    /// Facts of the run: name, value.
    pub facts: Vec<(String, String)>,
    /// All numbers.
    pub records: &'a [Record],
    /// What was not computed, and why.
    pub left_out: Vec<String>,
    /// Names of grids, and their pairs.
    pub grids: Vec<(String, Vec<Shown>)>,
}

const STYLE: &str = "
:root{--ink:#1d2327;--soft:#5c6770;--line:#d9dee2;--back:#fff;--band:#f4f6f8;--mark:#0b6e4f;--bar:#3b82b4}
@media(prefers-color-scheme:dark){:root{--ink:#e6eaed;--soft:#9aa6af;--line:#333b42;--back:#14181b;--band:#1c2226;--mark:#4cc38a;--bar:#5aa2d6}}
body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--back);max-width:1180px;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{padding:.35rem .6rem;text-align:right;border-bottom:1px solid var(--line);vertical-align:top}
th:first-child,td:first-child{text-align:left}thead th{border-bottom:2px solid var(--line)}td.best{font-weight:700;color:var(--mark)}small{color:var(--soft);font-weight:400;display:block}
.scroll{overflow-x:auto}.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(360px,1fr));gap:1rem}
figure{margin:0;background:var(--band);padding:.6rem;border-radius:8px}figure div{display:grid;grid-template-columns:repeat(3,1fr);gap:4px}
img{width:100%;display:block;border-radius:3px}figcaption{font-size:.85rem;margin-top:.4rem}.synthetic{color:var(--soft);font-size:.85rem}
details{margin:.6rem 0}summary{cursor:pointer}svg text{fill:var(--ink);font:12px system-ui,sans-serif}svg .bar{fill:var(--bar)}svg .axis{stroke:var(--line)}";

/// Text with what HTML would read as mark-up written out.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

fn thumbnail(image: &Rgb8) -> Option<String> {
    let raster = crate::pixels::raster(image).ok()?;
    let longest = raster.width().max(raster.height()).max(1);
    let side = |side: u32| (side * THUMB.min(longest) / longest).max(1);
    let small = image::imageops::thumbnail(&raster, side(raster.width()), side(raster.height()));
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 85);
    encoder.encode_image(&small).ok()?;
    Some(STANDARD.encode(bytes))
}

impl Report<'_> {
    /// The page.
    #[must_use]
    pub fn html(&self) -> String {
        let mut page = String::new();
        let title = escaped(&self.title);
        let _ = write!(
            page,
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
             <title>{title}</title><style>{STYLE}</style><h1>{title}</h1>\
             <p class=\"synthetic\">Edited images are synthetic: they show what did not happen.</p><dl>"
        );
        for (name, value) in &self.facts {
            let _ = write!(page, "<dt>{}</dt><dd>{}</dd>", escaped(name), escaped(value));
        }
        page.push_str("</dl>");
        self.table(&mut page);
        if !self.left_out.is_empty() {
            page.push_str("<h2>Not computed</h2><ul>");
            for line in &self.left_out {
                let _ = write!(page, "<li>{}</li>", escaped(line));
            }
            page.push_str("</ul>");
        }
        self.groups(&mut page, "kind of disaster", |record| &record.by_kind);
        self.groups(&mut page, "severity", |record| &record.by_severity);
        self.details(&mut page);
        for (name, pairs) in &self.grids {
            let _ = write!(page, "<h2>{}</h2><div class=\"grid\">", escaped(name));
            for pair in pairs {
                figure(&mut page, pair);
            }
            page.push_str("</div>");
        }
        page.push_str("</html>\n");
        page
    }

    fn systems(&self) -> Vec<&str> {
        let mut systems: Vec<&str> = Vec::new();
        for record in self.records {
            if !systems.contains(&record.system.as_str()) {
                systems.push(&record.system);
            }
        }
        systems
    }

    fn metrics(&self) -> Vec<&Record> {
        let mut seen: Vec<&Record> = Vec::new();
        for record in self.records {
            if !seen.iter().any(|known| known.metric.key == record.metric.key) {
                seen.push(record);
            }
        }
        seen
    }

    fn find(&self, system: &str, key: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.system == system && record.metric.key == key)
    }

    /// Metrics down, systems across; the best of what is no bound in bold.
    fn table(&self, page: &mut String) {
        let systems = self.systems();
        page.push_str("<h2>Scores</h2><div class=\"scroll\"><table><thead><tr><th>metric</th>");
        for system in &systems {
            let _ = write!(page, "<th>{}</th>", escaped(system));
        }
        page.push_str("</tr></thead>");
        for first in self.metrics() {
            let metric = &first.metric;
            let values: Vec<Option<&Record>> =
                systems.iter().map(|system| self.find(system, &metric.key)).collect();
            let rated = systems.iter().zip(&values).filter(|(system, _)| !BOUNDS.contains(system));
            let all = rated.filter_map(|(_, record)| record.and_then(|record| record.value));
            let best = if metric.higher_is_better { all.reduce(f64::max) } else { all.reduce(f64::min) };
            let arrow = if metric.higher_is_better { "↑" } else { "↓" };
            let net = metric.net.as_ref().map_or(String::new(), |net| {
                let digest = net.digest.get(..12).unwrap_or(&net.digest);
                format!("; {} {digest}; {}", net.name, net.preprocessing)
            });
            let _ = write!(
                page,
                "<tr><td>{} {arrow}<small>{}{}</small></td>",
                escaped(&metric.label),
                escaped(metric.convention),
                escaped(&net)
            );
            for (system, record) in systems.iter().zip(values) {
                let Some(record) = record else {
                    page.push_str("<td>–</td>");
                    continue;
                };
                let best = record.value.is_some() && record.value == best && !BOUNDS.contains(system);
                let value = record.value.map_or("–".to_owned(), |value| format!("{value:.4}"));
                let interval =
                    record.interval.map_or(String::new(), |[low, high]| format!("{low:.4} – {high:.4}"));
                let mut notes = vec![format!("n = {}", record.count)];
                if record.missing > 0 {
                    notes.push(format!("{} missing", record.missing));
                }
                if record.truncated > 0 {
                    notes.push(format!("{} texts cut", record.truncated));
                }
                let class = if best { " class=\"best\"" } else { "" };
                let _ = write!(
                    page,
                    "<td{class}>{value}<small>{interval}</small><small>{}</small></td>",
                    notes.join(", ")
                );
            }
            page.push_str("</tr>");
        }
        page.push_str("</table></div><p class=\"synthetic\">Small figures: 95 % of a bootstrap over pairs. “target” is the bound that no system can pass; “recoloured” has looked at the target too, and shows what a change of colours alone could reach; a metric against the source gives its best value to an editor that does nothing.</p>");
    }

    /// Bars by group, for the first metric that has groups and tells editing from copying.
    fn groups(&self, page: &mut String, name: &str, of: fn(&Record) -> &BTreeMap<String, f64>) {
        let chosen = ["l1.changed", "l1.target"];
        for key in chosen {
            let rows: Vec<&Record> = self
                .records
                .iter()
                .filter(|record| record.metric.key == key && record.system != TARGET && of(record).len() > 1)
                .collect();
            let Some(first) = rows.first() else { continue };
            let most = rows.iter().flat_map(|record| of(record).values()).fold(1e-9_f64, |a, b| a.max(*b));
            let kinds: Vec<&String> = of(first).keys().collect();
            let (line, gap) = (20, 14);
            let block = rows.len() * line + gap;
            let height = kinds.len() * block + 10;
            let _ = write!(
                page,
                "<h2>{} by {name}</h2><svg viewBox=\"0 0 1000 {height}\" role=\"img\">",
                escaped(&first.metric.label)
            );
            for (number, kind) in kinds.iter().enumerate() {
                let top = number * block + 10;
                let _ = write!(page, "<text x=\"0\" y=\"{}\">{}</text>", top + 14, escaped(kind));
                for (row, record) in rows.iter().enumerate() {
                    let Some(value) = of(record).get(*kind) else { continue };
                    let y = top + row * line;
                    let width = 520.0 * value / most;
                    let opacity = 1.0 - 0.65 * row as f64 / rows.len().max(1) as f64;
                    let _ = write!(
                        page,
                        "<rect class=\"bar\" x=\"130\" y=\"{y}\" width=\"{width:.1}\" height=\"16\" opacity=\"{opacity:.2}\"/><text x=\"{:.1}\" y=\"{}\">{} {value:.3}</text>",
                        140.0 + width,
                        y + 13,
                        escaped(&record.system)
                    );
                }
            }
            page.push_str("</svg>");
            return;
        }
    }

    /// A table a system: all metrics by kind of disaster.
    fn details(&self, page: &mut String) {
        for system in self.systems() {
            let own = self.records.iter().filter(|record| record.system == system);
            let rows: Vec<&Record> = own.filter(|record| record.by_kind.len() > 1).collect();
            let kinds: BTreeSet<&String> = rows.iter().flat_map(|record| record.by_kind.keys()).collect();
            if kinds.is_empty() {
                continue;
            }
            let heads: String = kinds.iter().map(|kind| format!("<th>{}</th>", escaped(kind))).collect();
            let _ = write!(
                page,
                "<details><summary>{}: all metrics by kind of disaster</summary><div class=\"scroll\"><table>\
                 <thead><tr><th>metric</th>{heads}</tr></thead>",
                escaped(system)
            );
            for record in rows {
                let cells = kinds.iter().map(|kind| {
                    let value = record.by_kind.get(*kind);
                    format!("<td>{}</td>", value.map_or("–".to_owned(), |value| format!("{value:.4}")))
                });
                let cells: String = cells.collect();
                let _ = write!(page, "<tr><td>{}</td>{cells}</tr>", escaped(&record.metric.label));
            }
            page.push_str("</table></div></details>");
        }
    }
}

/// Name of the system that is the target itself.
pub const TARGET: &str = "target";
/// Name of the source with the target's colours.
pub const RECOLOURED: &str = "recoloured";
/// Systems that have looked at the target: they bound, they do not compete.
const BOUNDS: [&str; 2] = [TARGET, RECOLOURED];

fn figure(page: &mut String, pair: &Shown) {
    page.push_str("<figure><div>");
    for (picture, what) in pair.pictures.iter().zip(["before", "edited", "target"]) {
        match picture.as_ref().and_then(thumbnail) {
            Some(data) => {
                let _ = write!(
                    page,
                    "<img alt=\"{what}\" title=\"{what}\" src=\"data:image/jpeg;base64,{data}\">"
                );
            }
            None => page.push_str("<span></span>"),
        }
    }
    let _ = write!(
        page,
        "</div><figcaption>{}<small>before · edited · target — {}, {}, {:.4}</small></figcaption></figure>",
        escaped(&pair.instruction),
        escaped(&pair.kind),
        escaped(&pair.name),
        pair.score
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_needs_nothing_else_and_shows_text_as_text() {
        let picture = Rgb8 { width: 16, height: 16, data: vec![90; 16 * 16 * 3] };
        let shown = Shown {
            name: "a".to_owned(),
            instruction: "<script>alert(1)</script> & \"flood\"".to_owned(),
            kind: "flood".to_owned(),
            pictures: [Some(picture.clone()), None, Some(picture)],
            score: 0.1,
        };
        let report = Report {
            title: "A <b>title</b>".to_owned(),
            facts: vec![("set".to_owned(), "x".to_owned())],
            records: &[],
            left_out: vec!["CLIP-I: no --clip".to_owned()],
            grids: vec![("Best".to_owned(), vec![shown])],
        };
        let page = report.html();
        assert!(!page.contains("<script>") && page.contains("&lt;script&gt;alert(1)"));
        assert!(!page.contains("http://") && !page.contains("https://"));
        assert_eq!(page.matches("data:image/jpeg;base64,").count(), 2);
    }
}
