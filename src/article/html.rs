//! Web pages: the main text without menus and advertisements, and the date from the page's metadata.

use super::{Article, Reader, day_of, language_code};
use crate::error::{Error, Result};
use crate::time::Day;
use dom_smoothie::{Config, Readability, TextMode};

/// Web pages.
pub(super) const READER: Reader = Reader {
    name: "HTML",
    extensions: &["html", "htm", "xhtml"],
    sniff,
    read,
};

/// Elements a page may have; more are refused rather than waited for.
const MOST_ELEMENTS: usize = 500_000;
/// A main text shorter than this is rather the whole page's.
const SHORTEST: usize = 80;

fn sniff(text: &str) -> bool {
    let head = text
        .trim_start()
        .get(..256)
        .unwrap_or(text.trim_start())
        .to_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || head.starts_with("<?xml") && head.contains("<html")
}

fn read(path: &str, text: &str) -> Result<Article> {
    let malformed = |cause: dom_smoothie::ReadabilityError| Error::Malformed {
        path: path.to_owned(),
        format: "HTML",
        cause: Box::new(cause),
    };
    let config = Config {
        text_mode: TextMode::Formatted,
        max_elements_to_parse: MOST_ELEMENTS,
        ..Config::default()
    };
    let mut page = Readability::new(text, None, Some(config)).map_err(malformed)?;
    let metadata = page.get_article_metadata(page.parse_json_ld());
    let attribute = |selector: &str, name: &str| {
        let found = page.doc.select_single(selector).attr(name)?;
        Some(found.to_string()).filter(|value| !value.trim().is_empty())
    };
    let language = metadata
        .lang
        .clone()
        .or_else(|| attribute("html", "lang"))
        .and_then(|tag| language_code(&tag));
    let published = published(metadata.published_time.as_deref(), &attribute);
    let body = page.doc.select_single("body").formatted_text().to_string();
    let title = Some(metadata.title.trim().to_owned()).filter(|title| !title.is_empty());
    let main = page
        .parse()
        .ok()
        .map(|article| article.text_content.to_string());
    let main = main
        .filter(|main| main.trim().len() >= SHORTEST.min(body.trim().len()))
        .unwrap_or(body);
    let main = lines(&main);
    let text = match &title {
        Some(title) if !main.starts_with(title.as_str()) => format!("{title}\n{main}"),
        _ => main,
    };
    Ok(Article {
        path: path.to_owned(),
        title,
        text,
        language,
        published,
    })
}

/// The date that metadata says: `article:published_time` and JSON-LD, else a `meta` or the first `time`.
fn published(known: Option<&str>, attribute: &dyn Fn(&str, &str) -> Option<String>) -> Option<Day> {
    const PLACES: [(&str, &str); 6] = [
        ("meta[property='article:published_time']", "content"),
        ("meta[itemprop='datePublished']", "content"),
        ("meta[name='date']", "content"),
        ("meta[name='dc.date']", "content"),
        ("article time[datetime]", "datetime"),
        ("time[datetime]", "datetime"),
    ];
    known.and_then(day_of).or_else(|| {
        PLACES
            .iter()
            .find_map(|(place, name)| day_of(&attribute(place, name)?))
    })
}

/// One line a paragraph, without empty ones.
fn lines(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut joined = lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n");
    joined.push('\n');
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html><html lang='nb-NO'><head><title>Møte i Oslo</title>
        <script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Møte i Oslo\",\"datePublished\":\"2019-04-25T08:00:00Z\"}</script></head>
        <body><nav><a href='/'>Forsiden</a> <a href='/sport'>Sport</a></nav><article><h1>Møte i Oslo</h1>
        <p>Statsministeren tok torsdag imot gjester fra seks land i Oslo, og samtalene varte hele dagen, sa hun etterpå.</p>
        <p>Dagen før hadde hun vært i Bergen, der hun åpnet en bro og snakket med elever ved en skole i sentrum.</p>
        </article><footer>Om oss</footer></body></html>";

    #[test]
    fn the_main_text_and_its_date_are_found() {
        assert!(sniff(PAGE));
        let article = read("a.html", PAGE).expect("sound");
        assert_eq!(
            article.published.map(|day| day.to_string()).as_deref(),
            Some("2019-04-25")
        );
        assert_eq!(article.language.as_deref(), Some("nb"));
        assert_eq!(article.title.as_deref(), Some("Møte i Oslo"));
        assert!(
            article.text.contains("Dagen før hadde hun vært i Bergen"),
            "{}",
            article.text
        );
        assert!(!article.text.contains("Sport"), "{}", article.text);
    }

    #[test]
    fn a_bare_page_gives_its_body() {
        let article = read(
            "b.htm",
            "<html><body><time datetime='2020-02-03'>3. feb</time><p>Kort.</p></body></html>",
        )
        .expect("sound");
        assert!(article.text.contains("Kort."));
        assert_eq!(
            article.published.map(|day| day.to_string()).as_deref(),
            Some("2020-02-03")
        );
    }
}
