//! Instructions by a language model, from the same captions.

use serde_json::json;

use super::WORDS;
use crate::chat::{Chat, ChatError};

/// What the model is told; a change asks for all captions again.
pub const PROMPT: &str = "You get a caption that compares an aerial image before a disaster with one after it. Write three instructions for a \
    program that edits the image before so that it looks like the image after. Say only what changes and what the caption tells: water, debris, \
    ash, burned or fallen trees, broken roofs, how many buildings are destroyed or damaged, and where. Do not mention images, captions, before or \
    after, damage levels, or buildings without damage. Plain words in lower case, at most 25 words each, the first the most complete, the last the \
    shortest. If nothing changed, the only instruction is: change nothing. Answer with a JSON list of strings only.";

/// What asking gave.
#[derive(Debug)]
pub enum Asked {
    /// Instructions, at least one.
    Wordings(Vec<String>),
    /// An answer that is no list of short instructions.
    Unreadable,
}

/// Asks for instructions for a caption.
///
/// # Errors
/// When there is no answer.
pub(super) fn ask(chat: &Chat, caption: &str) -> Result<Asked, ChatError> {
    let messages = json!([{ "role": "system", "content": PROMPT }, { "role": "user", "content": caption }]);
    let answer = chat.ask(&messages)?;
    Ok(wordings_of(&answer).map_or(Asked::Unreadable, Asked::Wordings))
}

/// The instructions in an answer, at most three; none when it is no JSON list of short texts.
#[must_use]
pub fn wordings_of(answer: &str) -> Option<Vec<String>> {
    // Some models put the list in a fence or a sentence.
    let (start, end) = (answer.find('[')?, answer.rfind(']')?);
    let list: Vec<String> = serde_json::from_str(answer.get(start..=end)?).ok()?;
    let mut wordings: Vec<String> = Vec::new();
    for text in list {
        let text = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        let text = text.trim_end_matches('.').to_owned();
        let words = text.split(' ').count();
        // What is too long is a caption again, and no instruction names the images or the levels of the caption.
        let told = ["image", "disaster level", "caption"].iter().any(|word| text.contains(word));
        if !text.is_empty() && words <= WORDS && !told && !wordings.contains(&text) {
            wordings.push(text);
        }
    }
    wordings.truncate(3);
    (!wordings.is_empty()).then_some(wordings)
}
