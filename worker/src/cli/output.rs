//! What a command prints: words for people, or one JSON object a line for machines.

use serde::Serialize;

/// One line on standard output.
#[expect(clippy::print_stdout, reason = "the command line's one place to print")]
pub fn line(text: &str) {
    println!("{text}");
}

/// One JSON object on standard output.
pub fn json(value: &impl Serialize) {
    match serde_json::to_string(value) {
        Ok(text) => line(&text),
        Err(error) => self::error(&error.to_string()),
    }
}

/// What went wrong, on standard error.
pub fn error(text: &str) {
    eprintln!("foreshock: {text}");
}

/// A note for the user, on standard error.
pub fn note(text: &str) {
    eprintln!("{text}");
}
