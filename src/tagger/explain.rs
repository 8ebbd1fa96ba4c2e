//! Tells in words which pattern took which tokens and why the date came out so.

use super::TimeExpression;
use crate::words::Message;

/// The lines that explain an expression: its words, pattern, value, and the reckoning.
pub fn explain(expression: &TimeExpression, text: &str) -> Vec<Message> {
    let mut lines = vec![
        Message::new("explain-pattern")
            .with("text", expression.span.of(text))
            .with("pattern", expression.pattern.as_str()),
        Message::new("explain-value")
            .with("type", expression.kind.name())
            .with("value", expression.value.as_str()),
    ];
    if let Some(modifier) = expression.modifier {
        lines.push(Message::new("explain-modifier").with("modifier", modifier.name()));
    }
    // The words themselves are in the first line already.
    lines.extend(
        expression
            .why
            .iter()
            .filter(|step| step.key != "why-words")
            .cloned(),
    );
    lines
}
