//! Markdown with front matter: headings and paragraphs as lines, without the marks.

use super::{Article, Reader, front_matter};
use crate::error::Result;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Markdown.
pub(super) const READER: Reader = Reader {
    name: "Markdown",
    extensions: &["md", "markdown"],
    sniff: |_| false,
    read,
};

fn read(path: &str, text: &str) -> Result<Article> {
    let (head, body) = front_matter::part(path, text)?;
    let (heading, plain) = plain(body);
    let title = head.title.or(heading);
    // The headline is part of what is read, whether it stands in the head or in the text.
    let text = match &title {
        Some(title) if !plain.starts_with(title.as_str()) => format!("{title}\n{plain}"),
        _ => plain,
    };
    Ok(Article {
        path: path.to_owned(),
        title,
        text,
        language: head.language,
        published: head.published,
    })
}

/// The first heading, and the text with a line for each paragraph.
fn plain(body: &str) -> (Option<String>, String) {
    let mut text = String::new();
    let mut heading = None;
    let mut start = None;
    for event in Parser::new(body) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak => text.push(' '),
            Event::HardBreak => text.push('\n'),
            Event::Start(Tag::Heading { .. }) => start = Some(text.len()),
            Event::Start(Tag::Item) => text.push_str("• "),
            Event::End(TagEnd::Heading(_)) => {
                if let Some(start) = start.take()
                    && heading.is_none()
                {
                    heading = Some(text[start..].to_owned());
                }
                text.push('\n');
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock)
                if !text.ends_with('\n') =>
            {
                text.push('\n')
            }
            _ => {}
        }
    }
    (heading, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off_and_the_headline_stays() {
        let article = read("a.md", "---\ntitle: Tittel\ndate: 2020-01-02\n---\n\nEn *viktig*\nlinje.\n\n- Punkt\n\nSlutt.\n").expect("sound");
        assert_eq!(article.text, "Tittel\nEn viktig linje.\n• Punkt\nSlutt.\n");
        assert_eq!(
            article.published.map(|day| day.to_string()).as_deref(),
            Some("2020-01-02")
        );
        let article = read("a.md", "# Overskrift\n\nTekst.\n").expect("sound");
        assert_eq!(
            (article.title.as_deref(), article.text.as_str()),
            (Some("Overskrift"), "Overskrift\nTekst.\n")
        );
    }
}
