//! Articles for the benches: sentences as newspapers write them, with names and dates by seeded dice.

#![allow(dead_code)] // each bench uses its part

use tidslinje::time::Day;

pub const KB: usize = 1000;
pub const MB: usize = 1_000_000;

/// A small generator of numbers, so that the same texts come every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

/// Articles of about `length` bytes each, together of `size`, in paragraphs of three to six sentences. One
/// sentence in four tells no date.
pub fn articles(code: &str, size: usize, length: usize) -> Vec<String> {
    let news = NEWS.iter().find(|news| news.code == code);
    let news = news.expect("every language has its sentences");
    let mut dice = Dice(5);
    let (mut texts, mut text, mut done) = (Vec::new(), String::new(), 0);
    while done + text.len() < size {
        for n in 0..3 + dice.roll(4) {
            let dated = dice.roll(4) > 0;
            let sentence = dice.pick(if dated { news.dated } else { news.undated });
            if n > 0 {
                text.push(' ');
            }
            fill(sentence, news, &[], &mut dice, &mut text);
        }
        text.push('\n');
        if text.len() >= length {
            done += text.len();
            texts.push(std::mem::take(&mut text));
        }
    }
    if !text.is_empty() {
        texts.push(text);
    }
    texts
}

/// An article about a few people, with its day of publication.
pub struct Story {
    pub name: String,
    pub text: String,
    pub published: Day,
}

/// Stories of about `length` bytes each, together of `size`, by turns in each language that has `told`. As in an
/// archive, ten of them are of one day. A long one changes its people every few paragraphs, as a collection does.
pub fn stories(size: usize, length: usize) -> Vec<Story> {
    const PER_DAY: usize = 10;
    let languages: Vec<&News> = NEWS.iter().filter(|news| !news.told.is_empty()).collect();
    let first = Day::from_ymd(1995, 1, 1).expect("a day");
    let mut dice = Dice(11);
    let (mut found, mut done) = (Vec::new(), 0);
    while done < size {
        let number = found.len();
        let news = languages[number % languages.len()];
        let length = length.min(size - done);
        let mut text = String::new();
        while text.len() < length {
            let cast = cast(&mut dice);
            // A headline, or a heading within a long text.
            fill(news.told[0], news, &cast, &mut dice, &mut text);
            text.push('\n');
            let until = length.min(text.len() + 3 * KB);
            while text.len() < until {
                paragraph(news, &cast, &mut dice, &mut text);
            }
        }
        done += text.len();
        found.push(Story {
            name: format!("{number}.txt"),
            text,
            published: first.add_days((number / PER_DAY) as i64),
        });
    }
    found
}

/// Three to six sentences: half of them about the cast, the others any news.
fn paragraph(news: &News, cast: &[String], dice: &mut Dice, text: &mut String) {
    for n in 0..3 + dice.roll(4) {
        let sentences = match dice.roll(8) {
            0..=3 => news.told,
            4..=6 => news.dated,
            _ => news.undated,
        };
        if n > 0 {
            text.push(' ');
        }
        fill(dice.pick(sentences), news, cast, dice, text);
    }
    text.push('\n');
}

/// Two leaders of whom the roster knows and two people whom nobody does.
fn cast(dice: &mut Dice) -> Vec<String> {
    const LEADERS: [&str; 24] = [
        "Vladimir Putin",
        "Angela Merkel",
        "Barack Obama",
        "Donald Trump",
        "Xi Jinping",
        "Kim Jong-un",
        "Moon Jae-in",
        "Emmanuel Macron",
        "Tony Blair",
        "David Cameron",
        "Jens Stoltenberg",
        "Erna Solberg",
        "Gro Harlem Brundtland",
        "Bill Clinton",
        "Boris Yeltsin",
        "Helmut Kohl",
        "Jacques Chirac",
        "Silvio Berlusconi",
        "Mette Frederiksen",
        "Tarja Halonen",
        "Narendra Modi",
        "Theresa May",
        "Boris Johnson",
        "Justin Trudeau",
    ];
    const GIVEN: [&str; 20] = [
        "Anne",
        "Kari",
        "Ola",
        "Per",
        "Ingrid",
        "Maria",
        "Peter",
        "John",
        "Mary",
        "Elizabeth",
        "Lars",
        "Nina",
        "Thomas",
        "Eva",
        "Martin",
        "Susan",
        "Robert",
        "Silje",
        "Jonas",
        "Linda",
    ];
    const SURNAMES: [&str; 24] = [
        "Hansen",
        "Nordmann",
        "Lindström",
        "Berg",
        "Haugen",
        "Smith",
        "Jones",
        "Walker",
        "Bakken",
        "Moen",
        "Solheim",
        "Dahl",
        "Fisher",
        "Carter",
        "Strand",
        "Eide",
        "Lunde",
        "Aasen",
        "Murphy",
        "Fjeld",
        "Ødegård",
        "Wood",
        "Holm",
        "Brekke",
    ];
    let mut cast: Vec<String> = (0..2).map(|_| dice.pick(&LEADERS).to_owned()).collect();
    cast.extend((0..2).map(|_| format!("{} {}", dice.pick(&GIVEN), dice.pick(&SURNAMES))));
    cast
}

/// One long sentence of dates, as a table without full stops gives it.
pub fn row_of_dates(code: &str, size: usize) -> String {
    let news = NEWS.iter().find(|news| news.code == code);
    let news = news.expect("every language has its sentences");
    let mut dice = Dice(5);
    let mut text = String::new();
    while text.len() < size {
        fill("*date *year, *name; ", news, &[], &mut dice, &mut text);
    }
    text
}

/// Writes a sentence with something else in each place: `*name`, `*place`, `*day`, `*month`, `*date`, `*year`,
/// `*n`; and of a story's cast `*person`, `*surname` and `*role`.
fn fill(sentence: &str, news: &News, cast: &[String], dice: &mut Dice, text: &mut String) {
    const NAMES: [&str; 10] = [
        "Emmanuel Macron",
        "Olaf Scholz",
        "Jens Stoltenberg",
        "Mette Frederiksen",
        "Ulf Kristersson",
        "Anne Lindström",
        "Kari Nordmann",
        "Giorgia Meloni",
        "Peter Hansen",
        "Maria Berg",
    ];
    const PLACES: [&str; 8] = [
        "Oslo",
        "Berlin",
        "Stockholm",
        "Paris",
        "London",
        "Bergen",
        "Wien",
        "New York",
    ];
    let mut parts = sentence.split('*');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part
            .find(|c: char| !c.is_ascii_lowercase())
            .unwrap_or(part.len());
        let (slot, rest) = part.split_at(end);
        match slot {
            "name" => text.push_str(dice.pick(&NAMES)),
            "role" => text.push_str(dice.pick(news.roles)),
            "person" | "surname" if !cast.is_empty() => {
                let name = &cast[dice.roll(cast.len())];
                let whole = slot == "person";
                let surname = name.rsplit(' ').next().unwrap_or(name);
                text.push_str(if whole { name } else { surname });
            }
            "place" => text.push_str(dice.pick(&PLACES)),
            "day" => text.push_str(dice.pick(&news.weekdays)),
            "month" => text.push_str(dice.pick(&news.months)),
            "year" => text.push_str(&(1990 + dice.roll(30)).to_string()),
            "n" => text.push_str(&(2 + dice.roll(60)).to_string()),
            _ => {
                let (day, month) = (1 + dice.roll(28), dice.pick(&news.months));
                text.push_str(&match news.code {
                    "en" => format!("{month} {day},"),
                    "sv" => format!("{day} {month}"),
                    _ => format!("{day}. {month}"),
                });
            }
        }
        text.push_str(rest);
    }
}

/// Sentences of a language as newspapers write them.
struct News {
    code: &'static str,
    weekdays: [&'static str; 7],
    months: [&'static str; 12],
    dated: &'static [&'static str],
    undated: &'static [&'static str],
    /// Sentences about people, for stories.
    told: &'static [&'static str],
    /// Offices as they stand for their holders.
    roles: &'static [&'static str],
}

const NEWS: [News; 6] = [
    News {
        code: "nb",
        weekdays: [
            "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
        ],
        months: [
            "januar",
            "februar",
            "mars",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember",
        ],
        dated: &[
            "Statsminister *name møtte *name i *place *day, opplyser regjeringen i en pressemelding.",
            "Avtalen ble undertegnet *date *year etter *n måneder med forhandlinger.",
            "– Vi har ventet på dette i flere år, sier *name, som tok over etter valget i *year.",
            "I går kveld samlet flere hundre mennesker seg foran parlamentet i *place.",
            "Partiet skal velge ny leder i *month, og *name regnes som favoritt.",
            "For to uker siden varslet selskapet at *n ansatte må gå innen utgangen av året.",
            "Forrige uke steg prisene med *n prosent, den sterkeste økningen siden *month *year.",
            "Siden *year har antallet reiser mellom *place og *place økt hvert år.",
            "Retten i *place skal etter planen behandle saken neste *day klokken 09.00.",
            "Dagen etter reiste *name videre til *place, der hun ble til *date.",
        ],
        undated: &[
            "Politiet har ingen mistenkte i saken, men ber publikum om tips.",
            "*name ønsker ikke å kommentere saken overfor avisen, men viser til styret i selskapet.",
            "Det er uklart hvor mange av de rundt *n passasjerene som ble skadet da toget sporet av.",
            "Kommunen mener at veien gjennom *place er for farlig for skolebarn, og vil bygge en ny bro.",
        ],
        told: &[
            "*person møtte *person i *place *day.",
            "Den *date *year reiste *surname til *place for å møte *role.",
            "Han møtte *role i *place *day, og de to lederne undertegnet en avtale.",
            "*role sa *day at *person måtte gå av, men *surname nektet.",
            "*person ble født i *place i *year og ble valgt til leder i *month *year.",
            "Statsminister *person tok imot *surname på flyplassen i går, før de holdt pressekonferanse.",
            "Hun har hatt to møter med *person og tre med *surname siden *year.",
            "Etter toppmøtet i *place i *month *year har *surname ikke snakket med *role.",
            "– Vi er fornøyde, sa *surname da *role besøkte *place i fjor.",
            "*surnames tale i *place for *n dager siden vakte oppsikt i flere land.",
        ],
        roles: &[
            "Russlands president",
            "Tysklands kansler",
            "Den franske presidenten",
            "USAs president",
            "Norges statsminister",
            "Nord-Koreas leder",
            "Den britiske statsministeren",
        ],
    },
    News {
        code: "nn",
        weekdays: [
            "måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag",
        ],
        months: [
            "januar",
            "februar",
            "mars",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember",
        ],
        dated: &[
            "Statsminister *name møtte *name i *place *day, opplyser regjeringa i ei pressemelding.",
            "Avtalen vart underskriven *date *year etter *n månader med forhandlingar.",
            "– Vi har venta på dette i fleire år, seier *name, som tok over etter valet i *year.",
            "I går kveld samla fleire hundre menneske seg framfor parlamentet i *place.",
            "Partiet skal velje ny leiar i *month, og *name er favoritt.",
            "For to veker sidan varsla selskapet at *n tilsette må gå innan utgangen av året.",
            "Førre veke steig prisane med *n prosent, den sterkaste auken sidan *month *year.",
            "Retten i *place skal etter planen handsame saka neste *day klokka 09.00.",
            "Dagen etter reiste *name vidare til *place, der ho vart til *date.",
        ],
        undated: &[
            "Politiet har ingen mistenkte i saka, men bed publikum om tips.",
            "*name ønskjer ikkje å kommentere saka overfor avisa, men viser til styret i selskapet.",
            "Det er uklart kor mange av dei rundt *n passasjerane som vart skadde då toget spora av.",
            "Kommunen meiner at vegen gjennom *place er for farleg for skuleborn, og vil byggje ei ny bru.",
        ],
        told: &[
            "*person møtte *person i *place *day.",
            "Den *date *year reiste *surname til *place for å møte *role.",
            "Han møtte *role i *place *day, og dei to leiarane skreiv under ein avtale.",
            "*role sa *day at *person måtte gå av, men *surname nekta.",
            "*person vart fødd i *place i *year og vart vald til leiar i *month *year.",
            "Statsminister *person tok imot *surname på flyplassen i går, før dei heldt pressekonferanse.",
            "Ho har hatt to møte med *person og tre med *surname sidan *year.",
            "Etter toppmøtet i *place i *month *year har *surname ikkje snakka med *role.",
            "– Vi er nøgde, sa *surname då *role vitja *place i fjor.",
            "*surnames tale i *place for *n dagar sidan vekte oppsikt i fleire land.",
        ],
        roles: &[
            "Russlands president",
            "Tysklands kanslar",
            "Den franske presidenten",
            "USAs president",
            "Noregs statsminister",
            "Nord-Koreas leiar",
            "Den britiske statsministeren",
        ],
    },
    News {
        code: "da",
        weekdays: [
            "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
        ],
        months: [
            "januar",
            "februar",
            "marts",
            "april",
            "maj",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "december",
        ],
        dated: &[
            "Statsminister *name mødte *name i *place *day, oplyser regeringen i en pressemeddelelse.",
            "Aftalen blev underskrevet den *date *year efter *n måneders forhandlinger.",
            "– Vi har ventet på det her i flere år, siger *name, der tog over efter valget i *year.",
            "I går aftes samledes flere hundrede mennesker foran parlamentet i *place.",
            "Partiet skal vælge ny leder i *month, og *name regnes for favorit.",
            "For to uger siden varslede selskabet, at *n ansatte må gå inden udgangen af året.",
            "I sidste uge steg priserne med *n procent, den største stigning siden *month *year.",
            "Retten i *place skal efter planen behandle sagen på *day klokken 09.00.",
            "Dagen efter rejste *name videre til *place, hvor hun blev til den *date.",
        ],
        undated: &[
            "Politiet har ingen mistænkte i sagen, men beder offentligheden om tip.",
            "*name ønsker ikke at kommentere sagen over for avisen, men henviser til bestyrelsen.",
            "Det er uklart, hvor mange af de omkring *n passagerer der blev kvæstet, da toget blev afsporet.",
            "Kommunen mener, at vejen gennem *place er for farlig for skolebørn, og vil bygge en ny bro.",
        ],
        told: &[],
        roles: &[],
    },
    News {
        code: "sv",
        weekdays: [
            "måndagen",
            "tisdagen",
            "onsdagen",
            "torsdagen",
            "fredagen",
            "lördagen",
            "söndagen",
        ],
        months: [
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
        ],
        dated: &[
            "Statsminister *name mötte *name i *place på *day, uppger regeringen i ett pressmeddelande.",
            "Avtalet undertecknades den *date *year efter *n månaders förhandlingar.",
            "– Vi har väntat på det här i flera år, säger *name, som tog över efter valet *year.",
            "I går kväll samlades flera hundra människor utanför parlamentet i *place.",
            "Partiet ska välja ny ledare i *month, och *name är favorit.",
            "För två veckor sedan varslade bolaget att *n anställda måste gå före årets slut.",
            "Förra veckan steg priserna med *n procent, den största ökningen sedan *month *year.",
            "Rätten i *place ska enligt planen ta upp målet nästa vecka klockan 09.00.",
            "Dagen efter reste *name vidare till *place, där hon stannade till den *date.",
        ],
        undated: &[
            "Polisen har inga misstänkta i fallet, men ber allmänheten om tips.",
            "*name vill inte kommentera saken för tidningen, utan hänvisar till bolagets styrelse.",
            "Det är oklart hur många av de omkring *n passagerarna som skadades när tåget spårade ur.",
            "Kommunen anser att vägen genom *place är för farlig för skolbarn och vill bygga en ny bro.",
        ],
        told: &[],
        roles: &[],
    },
    News {
        code: "en",
        weekdays: [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
        months: [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        dated: &[
            "Prime Minister *name met *name in *place on *day, the government said in a statement.",
            "The agreement was signed on *date *year, after *n months of negotiations.",
            "\"We have waited for this for several years,\" said *name, who took over after the *year election.",
            "Late last night several hundred people gathered outside the parliament in *place.",
            "The party is to elect a new leader in *month, and *name is seen as the favourite.",
            "Two weeks ago the company warned that *n employees would have to leave by the end of the year.",
            "Prices rose by *n percent last week, the sharpest increase since *month *year.",
            "Since *year the number of journeys between *place and *place has grown every year.",
            "The court in *place will hear the case next *day at 9 a.m.",
            "The next day *name went on to *place, where she stayed until *date *year.",
        ],
        undated: &[
            "The police have no suspects in the case, but ask the public for information.",
            "*name declined to comment on the matter, and referred the newspaper to the company's board.",
            "It is not clear how many of the *n passengers were hurt when the train left the tracks.",
            "The council holds that the road through *place is too dangerous for children, and wants a new bridge.",
        ],
        told: &[
            "*person met *person in *place on *day.",
            "On *date *year *surname travelled to *place to meet *role.",
            "He met *role in *place on *day, and the two leaders signed an agreement.",
            "*role said on *day that *person had to resign, but *surname refused.",
            "*person was born in *place in *year and was elected leader in *month *year.",
            "Prime Minister *person received *surname at the airport yesterday, before they held a press conference.",
            "She has had two meetings with *person and three with *surname since *year.",
            "Since the summit in *place in *month *year *surname has not spoken with *role.",
            "\"We are pleased,\" said *surname when *role visited *place last year.",
            "*surname's speech in *place *n days ago drew attention in several countries.",
        ],
        roles: &[
            "Russia's president",
            "the German chancellor",
            "the French president",
            "the US president",
            "Norway's prime minister",
            "North Korea's leader",
            "the British prime minister",
        ],
    },
    News {
        code: "de",
        weekdays: [
            "Montag",
            "Dienstag",
            "Mittwoch",
            "Donnerstag",
            "Freitag",
            "Samstag",
            "Sonntag",
        ],
        months: [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        dated: &[
            "Ministerpräsident *name traf *name am *day in *place, teilte die Regierung mit.",
            "Das Abkommen wurde am *date *year nach *n Monaten Verhandlungen unterzeichnet.",
            "„Darauf haben wir mehrere Jahre gewartet“, sagte *name, der nach der Wahl *year übernahm.",
            "Gestern Abend versammelten sich mehrere hundert Menschen vor dem Parlament in *place.",
            "Die Partei will im *month eine neue Führung wählen, und *name gilt als Favorit.",
            "Vor zwei Wochen kündigte die Firma an, dass *n Beschäftigte bis Ende des Jahres gehen müssen.",
            "In der vergangenen Woche stiegen die Preise um *n Prozent, so stark wie seit *month *year nicht.",
            "Das Gericht in *place soll den Fall am kommenden *day um 9 Uhr verhandeln.",
            "Am nächsten Tag reiste *name weiter nach *place, wo sie bis zum *date blieb.",
        ],
        undated: &[
            "Die Polizei hat in dem Fall keine Verdächtigen, bittet aber um Hinweise.",
            "*name wollte sich gegenüber der Zeitung nicht äußern und verwies auf den Vorstand der Firma.",
            "Unklar ist, wie viele der *n Fahrgäste verletzt wurden, als der Zug aus den Gleisen sprang.",
            "Die Gemeinde hält die Straße durch *place für zu gefährlich für Kinder und will eine Brücke bauen.",
        ],
        told: &[],
        roles: &[],
    },
];
