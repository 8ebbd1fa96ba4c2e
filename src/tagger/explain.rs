//! Tells in words which pattern took which tokens and why the date came out so.

use super::{AnchorUse, Direction, TimeExpression};
use crate::time::Granularity;
use crate::words::{Fact, Message};

impl TimeExpression {
    /// The reckoning in steps: the words taken from `text`, what they were counted from, what came out.
    pub fn why(&self, text: &str) -> Vec<Message> {
        let mut why = vec![Message::new("why-words").with("text", self.span.of(text))];
        why.extend(self.arithmetic());
        why
    }

    fn arithmetic(&self) -> Vec<Message> {
        let mut why = Vec::new();
        if let Some((interval, granularity)) = self.from {
            let date = Fact::Time(interval, granularity, None);
            match (self.anchor, interval.first_day()) {
                (AnchorUse::Publication, Some(day)) => {
                    why.push(Message::new("why-from-publication").with("date", day));
                }
                (AnchorUse::Narrative, _) => {
                    why.push(Message::new("why-from-told").with("date", date))
                }
                _ => {}
            }
        }
        if let Some(direction) = self.direction {
            why.push(Message::new(match direction {
                Direction::Past => "why-past",
                Direction::Present => "why-present",
                Direction::Future => "why-future",
            }));
        }
        if let Some(interval) = self.interval {
            let key = if self.granularity <= Granularity::Day {
                "why-day"
            } else {
                "why-within"
            };
            let date = Fact::Time(interval, self.granularity, None);
            why.push(Message::new(key).with("date", date));
        }
        why
    }
}

/// The lines that explain an expression: its words, pattern, value, and the reckoning.
pub fn explain(expression: &TimeExpression, text: &str) -> Vec<Message> {
    let mut lines = vec![
        Message::new("explain-pattern")
            .with("text", expression.span.of(text))
            .with("pattern", &*expression.form),
        Message::new("explain-value")
            .with("type", expression.kind.name())
            .with("value", expression.value.as_str()),
    ];
    if let Some(modifier) = expression.modifier {
        lines.push(Message::new("explain-modifier").with("modifier", modifier.name()));
    }
    lines.extend(expression.arithmetic());
    lines
}
