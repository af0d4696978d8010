//! VIEScore (Ku et al., ACL 2024): a vision language model rates an edit. Two questions, the worst of two ratings each, the geometric mean.
//! What the judge does not answer stays missing; nothing is guessed.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::chat::Chat;
use crate::edit::Rgb8;
use crate::pixels::encode_rgb;

/// A vision language model that rates.
pub struct Judge(pub Chat);

/// Ratings of one edit, 0 to 10; none where the judge gave no readable answer.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Ratings {
    /// Success of the edit, and that nothing else changed: the worse.
    pub semantic: Option<f64>,
    /// Naturalness, and absence of artefacts: the worse.
    pub quality: Option<f64>,
}

impl Ratings {
    /// √(semantic · quality); missing when one is.
    #[must_use]
    pub fn overall(&self) -> Option<f64> {
        Some((self.semantic? * self.quality?).sqrt())
    }
}

const SEMANTIC: &str = "You check edits of aerial images. The first image is the original, the second was made from it by an editing program; both \
    are shown from above. Rate from 0 to 10: first, how well the second image shows what the instruction asks for (0: not at all, 10: fully); second, \
    how well everything that the instruction does not mention was left as it was (0: another scene, 10: nothing else changed). Answer with JSON only: \
    {\"score\": [first, second], \"reasoning\": \"one short sentence\"}. Instruction: ";
const QUALITY: &str = "You check aerial images made by a program. Rate this one from 0 to 10: first, how natural it looks as an aerial photograph \
    (perspective, light, shadows); second, how free it is of artefacts such as smears, repeated patterns, broken outlines. Answer with JSON only: \
    {\"score\": [first, second], \"reasoning\": \"one short sentence\"}.";

impl Judge {
    /// Ratings of one edit.
    #[must_use]
    pub fn rate(&self, source: &Rgb8, edited: &Rgb8, instruction: &str) -> Ratings {
        Ratings {
            semantic: self.ask(&format!("{SEMANTIC}{instruction}"), &[source, edited]),
            quality: self.ask(QUALITY, &[edited]),
        }
    }

    /// The worse of two ratings; asked a second time when the answer cannot be read.
    fn ask(&self, words: &str, images: &[&Rgb8]) -> Option<f64> {
        let mut content = vec![json!({ "type": "text", "text": words })];
        for image in images {
            let url = format!("data:image/png;base64,{}", STANDARD.encode(encode_rgb(image).ok()?));
            content.push(json!({ "type": "image_url", "image_url": { "url": url } }));
        }
        let messages = json!([{ "role": "user", "content": content }]);
        (0..2).find_map(|attempt| {
            // The first answer may be a kept one; what could not be read then is asked for again.
            let answer = if attempt == 0 { self.0.ask(&messages) } else { self.0.ask_again(&messages) };
            match answer {
                Ok(text) => ratings(&text),
                Err(error) => {
                    tracing::warn!("the judge did not answer (attempt {}): {error}", attempt + 1);
                    None
                }
            }
        })
    }
}

/// The worse of the two ratings in an answer; none when there are not just two between 0 and 10.
#[must_use]
pub fn ratings(answer: &str) -> Option<f64> {
    #[derive(Deserialize)]
    struct Answer {
        score: Vec<f64>,
    }
    // Some judges put the JSON in a fence or a sentence.
    let (start, end) = (answer.find('{')?, answer.rfind('}')?);
    let parsed: Answer = serde_json::from_str(answer.get(start..=end)?).ok()?;
    match parsed.score.as_slice() {
        [a, b] if [a, b].iter().all(|rating| (0.0..=10.0).contains(*rating)) => Some(a.min(*b)),
        _ => None,
    }
}

/// Means over a set: semantic, quality, overall, each over the edits that have it, and how many lack the overall one. The overall mean is that
/// of the edits' own, not of the means.
#[must_use]
pub fn mean(all: &[Ratings]) -> ([Option<f64>; 3], usize) {
    let over = |of: &dyn Fn(&Ratings) -> Option<f64>| {
        let values: Vec<f64> = all.iter().filter_map(of).collect();
        (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
    };
    let missing = all.iter().filter(|ratings| ratings.overall().is_none()).count();
    ([over(&|r| r.semantic), over(&|r| r.quality), over(&Ratings::overall)], missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_strictly() {
        assert_eq!(ratings(r#"{"score": [7, 4], "reasoning": "ok"}"#), Some(4.0));
        assert_eq!(ratings("```json\n{\"score\": [10, 8.5]}\n```"), Some(8.5));
        for answer in [
            "",
            "8",
            r#"{"score": [7]}"#,
            r#"{"score": [7, 11]}"#,
            r#"{"score": "7, 8"}"#,
            r#"{"score": [1, 2, 3]}"#,
        ] {
            assert_eq!(ratings(answer), None, "{answer}");
        }
    }

    #[test]
    fn means_by_hand() {
        let of = |semantic, quality| Ratings { semantic, quality };
        let all =
            [of(Some(4.0), Some(9.0)), of(Some(1.0), Some(4.0)), of(Some(10.0), None), of(None, Some(5.0))];
        let ([semantic, quality, overall], missing) = mean(&all);
        assert_eq!((semantic, quality), (Some(5.0), Some(6.0)));
        // (6 + 2) / 2, not √(5 · 6).
        assert_eq!((overall, missing), (Some(4.0), 2));
        assert_eq!(mean(&[]), ([None; 3], 0));
    }
}
