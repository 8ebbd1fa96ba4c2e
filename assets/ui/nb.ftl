### Grensesnittet på bokmål. Nøklene står i samme rekkefølge på alle språk.

## Datoer
month-1 = januar
month-2 = februar
month-3 = mars
month-4 = april
month-5 = mai
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = desember
month-short-1 = jan
month-short-2 = feb
month-short-3 = mars
month-short-4 = april
month-short-5 = mai
month-short-6 = juni
month-short-7 = juli
month-short-8 = aug
month-short-9 = sep
month-short-10 = okt
month-short-11 = nov
month-short-12 = des
weekday-1 = mandag
weekday-2 = tirsdag
weekday-3 = onsdag
weekday-4 = torsdag
weekday-5 = fredag
weekday-6 = lørdag
weekday-7 = søndag
date-day = { $day }. { $month } { $year }
date-weekday = { $weekday } { $day }. { $month } { $year }
date-short = { $day }. { $month } { $year }
date-day-month = { $day }. { $month }
date-month = { $month } { $year }
date-days = { $first }.–{ $last }. { $month } { $year }
date-range = { $from } – { $to }
date-from = fra { $first }
date-until = til { $last }
date-none = uten dato
date-approx = rundt { $date }
date-early = tidlig i { $date }
date-mid = midt i { $date }
date-late = sent i { $date }
date-year-bc = { $year } f.Kr.
length-days = { $n ->
    [one] { $n } dag
   *[other] { $n } dager
}
length-months = { $n ->
    [one] { $n } måned
   *[other] { $n } måneder
}
length-years = { $n } år

## Feil
error-not-found = Det finnes ingen fil eller mappe «{ $path }»; sjekk navnet.
error-unreadable = «{ $path }» kunne ikke leses ({ $cause }); sjekk at du har lov til å åpne den.
error-empty = «{ $path }» har ingen tekst; velg en fil med en artikkel i.
error-binary = «{ $path }» er ikke en tekstfil; lagre artikkelen som tekst, Markdown eller HTML og åpne den.
error-too-large = «{ $path }» er større enn { $limit } MB; del den opp i enkeltartikler.
error-malformed = «{ $path }» kunne ikke leses som { $format } ({ $cause }); åpne og lagre den på nytt i programmet den kom fra.
error-nothing-in-folder = Mappen «{ $path }» har ingen artikkel (.txt, .md eller .html); velg en annen.
error-bad-date = «{ $text }» er ikke en dato; skriv den som 2019-04-25.
error-unknown-language = «{ $code }» er ikke et språk Tidslinje leser; bruk nb eller en.
error-unknown-format = Navnet «{ $path }» sier ikke hvilket format; slutt det med ett av { $known }.
error-unknown-person = Ingen i disse artiklene heter «{ $name }»; sjekk skrivemåten.
error-unwritable = «{ $path }» kunne ikke skrives ({ $cause }); velg et annet sted.
error-picture-too-large = Et bilde på { $width } × { $height } piksler er for stort; velg høyst 16000 × 16000.
error-nothing-to-draw = Artiklene ga ingen hendelse å tegne; sjekk at de forteller om noe med en dato.
error-no-window = Denne utgaven har ikke noe vindu; bruk «tidslinje export ARTIKKEL -o bilde.svg» for å tegne uten.
error-no-display = Det er ingen skjerm å åpne et vindu på; bruk «tidslinje export ARTIKKEL -o bilde.svg» for å tegne uten.
error-no-graphics = Skjermen har ikke noe grafikkort som et vindu kan tegnes med ({ $cause }); bruk «tidslinje export ARTIKKEL -o bilde.svg» for å tegne uten.
error-asset = Programmets egen fil «{ $file }» har en feil ({ $cause }); meld gjerne fra.

## Lesing
edit-read = lesing av artikler
note-no-event = «{ $text }» ga ingen hendelse
note-namesakes = «{ $text }» er forstått som { $name }; det kan være { $others }
note-correction-lost = En rettelse gjelder ikke ({ $what }): { $why }
lost-article = artikkelen er ikke åpen
lost-event = stedet forteller ikke lenger om en slik hendelse
lost-person = ingen er lenger kjent under det navnet
lost-overruled = en senere rettelse sier noe annet
why-lived = { $name } levde da (døde { $died })
# Hvorfor en artikkels dato ble foreslått
published-inferred = { $path }: datert { $date }, utledet:
published-lead = «{ $text }» i ingressen er sagt om { $name }, { $date }
published-told = «{ $text }» er sagt om { $name }, { $date }, så artikkelen er fra { $days }
published-after = artikkelen forteller om «{ $text }» som fortid
published-before = artikkelen forteller om «{ $text }» som noe som kommer
published-age = { $name } var { $n } år gammel { $days }
published-office = { $name } omtales med et verv, og hadde det { $days }
published-day = ordene passer for { $days }; av disse er dagen de nevner, valgt, siden nyheter skrives samme dag
why-published-inferred = artikkelens dato er selv utledet
note-undated = Publiseringsdatoen er ikke kjent, og artikkelen forteller for lite til å utlede den
note-undated-within = Publiseringsdatoen er ikke kjent; det artikkelen forteller, levner { $date }
note-undated-contrary = Publiseringsdatoen er ikke kjent: det artikkelen forteller om den, motsier seg selv
why-until-death = { $name } døde { $died }, så det var ikke senere
why-landmark = det er { $name }, { $date }
landmark-death = dødsfallet til { $name }
why-lived-partly = { $name } døde i løpet av den tiden, { $died }
why-not-lived = { $name } levde ikke da (døde { $died }): datoen eller personen kan være feillest

## Regnemåten
why-words = «{ $text }»
why-from-publication = regnet fra artikkelens dato, { $date }
why-from-told = regnet fra datoen fortalt før, { $date }
why-past = ordene rundt forteller om fortiden
why-present = ordene rundt forteller om i dag, eller om noe som kommer
why-future = ordene rundt forteller om noe som kommer
why-day = { $date }
why-within = et tidspunkt i { $date }
why-disagreement = «{ $article }» sier { $date }, «{ $other }» sier { $otherdate }
why-by-hand-date = satt for hånd: { $date } (lest som: { $read })
why-by-hand-title = tittelen er satt for hånd (lest som «{ $read }»)
why-by-hand-kind = typen er satt for hånd (lest som: { $read })
why-by-hand-status = om det skjedde, er satt for hånd
why-by-hand-place = stedet er satt for hånd
why-by-hand-count = antallet er satt for hånd
why-by-hand-with = { $name } er lagt til for hånd
why-by-hand-without = { $name } er tatt ut for hånd
why-by-hand-mention = satt for hånd: { $name } er den som menes
why-by-hand-same = satt for hånd: { $name } er samme person
why-by-hand-together = slått sammen for hånd
why-by-hand-apart = skilt for hånd fra en annen hendelse
why-by-hand-made = lagt til for hånd
explain-pattern = «{ $text }» – mønsteret «{ $pattern }»
explain-value = { $type } { $value }
explain-modifier = modifikator { $modifier }

## Bildet
picture-others = Andre
picture-events = { $n ->
    [one] { $n } hendelse
   *[other] { $n } hendelser
}
picture-office = { $office }, { $country }
picture-office-then = { $office }, { $country } ({ $years })
picture-left-out = { $length } utelatt, { $dates }
picture-published = Publisert { $date }: { $titles }
picture-more = { $n ->
    [one] { $n } hendelse til
   *[other] { $n } hendelser til
}
picture-more-within = { $n ->
    [one] { $n } hendelse til med { $name }, { $date }
   *[other] { $n } hendelser til med { $name }, { $date }
}
picture-times = { $title } ({ $n } ganger)
picture-planned = { $title } (planlagt)
picture-cancelled = { $title } (avlyst)
picture-denied = { $title } (avvist)
picture-and = { $first } og { $last }
picture-timeline = Tidslinje

## Verv
office-president = President
office-prime-minister = Statsminister
office-foreign-minister = Utenriksminister
office-effective-leader = Leder
office-monarch = Monark
office-general-secretary = Generalsekretær
office-head-of-state = Statsoverhode
office-chancellor = Forbundskansler
office-secretary-general = Generalsekretær
office-supreme-leader = Øverste leder
office-vice-president = Visepresident
office-commission-president = Kommisjonspresident
office-pope = Pave
office-paramount-leader = Øverste leder
office-acting-president = Fungerende president
office-council-president = Rådspresident
office-chairman = Formann
office-chief-adviser = Sjefsrådgiver
office-state-counsellor = Statskansler
office-presidential-aide = Presidentrådgiver
office-spokesperson = Talsperson
office-crown-prince = Kronprins

## Land
country-ad = Andorra
country-ae = De forente arabiske emirater
country-af = Afghanistan
country-ag = Antigua og Barbuda
country-al = Albania
country-am = Armenia
country-ao = Angola
country-ar = Argentina
country-at = Østerrike
country-au = Australia
country-az = Aserbajdsjan
country-ba = Bosnia-Hercegovina
country-bb = Barbados
country-bd = Bangladesh
country-be = Belgia
country-bf = Burkina Faso
country-bg = Bulgaria
country-bh = Bahrain
country-bi = Burundi
country-bj = Benin
country-bn = Brunei
country-bo = Bolivia
country-br = Brasil
country-bs = Bahamas
country-bt = Bhutan
country-bw = Botswana
country-by = Belarus
country-bz = Belize
country-ca = Canada
country-cd = Den demokratiske republikken Kongo
country-cf = Den sentralafrikanske republikk
country-cg = Republikken Kongo
country-ch = Sveits
country-ci = Elfenbenskysten
country-cl = Chile
country-cm = Kamerun
country-cn = Kina
country-co = Colombia
country-cr = Costa Rica
country-cu = Cuba
country-cv = Kapp Verde
country-cy = Kypros
country-cz = Tsjekkia
country-de = Tyskland
country-dj = Djibouti
country-dk = Danmark
country-dm = Dominica
country-do = Den dominikanske republikk
country-dz = Algerie
country-ec = Ecuador
country-ee = Estland
country-eg = Egypt
country-er = Eritrea
country-es = Spania
country-et = Etiopia
country-fi = Finland
country-fj = Fiji
country-fm = Mikronesiaføderasjonen
country-fr = Frankrike
country-ga = Gabon
country-gb = Storbritannia
country-gd = Grenada
country-ge = Georgia
country-gh = Ghana
country-gm = Gambia
country-gn = Guinea
country-gq = Ekvatorial-Guinea
country-gr = Hellas
country-gt = Guatemala
country-gw = Guinea-Bissau
country-gy = Guyana
country-hn = Honduras
country-hr = Kroatia
country-ht = Haiti
country-hu = Ungarn
country-id = Indonesia
country-ie = Irland
country-il = Israel
country-in = India
country-iq = Irak
country-ir = Iran
country-is = Island
country-it = Italia
country-jm = Jamaica
country-jo = Jordan
country-jp = Japan
country-ke = Kenya
country-kg = Kirgisistan
country-kh = Kambodsja
country-ki = Kiribati
country-km = Komorene
country-kn = Saint Kitts og Nevis
country-kp = Nord-Korea
country-kr = Sør-Korea
country-kw = Kuwait
country-kz = Kasakhstan
country-la = Laos
country-lb = Libanon
country-lc = St. Lucia
country-li = Liechtenstein
country-lk = Sri Lanka
country-lr = Liberia
country-ls = Lesotho
country-lt = Litauen
country-lu = Luxembourg
country-lv = Latvia
country-ly = Libya
country-ma = Marokko
country-mc = Monaco
country-md = Moldova
country-me = Montenegro
country-mg = Madagaskar
country-mh = Marshalløyene
country-mk = Nord-Makedonia
country-ml = Mali
country-mm = Myanmar
country-mn = Mongolia
country-mr = Mauritania
country-mt = Malta
country-mu = Mauritius
country-mv = Maldivene
country-mw = Malawi
country-mx = Mexico
country-my = Malaysia
country-mz = Mosambik
country-na = Namibia
country-ne = Niger
country-ng = Nigeria
country-ni = Nicaragua
country-nl = Nederland
country-no = Norge
country-np = Nepal
country-nr = Nauru
country-nz = New Zealand
country-om = Oman
country-pa = Panama
country-pe = Peru
country-pg = Papua Ny-Guinea
country-ph = Filippinene
country-pk = Pakistan
country-pl = Polen
country-ps = Palestina
country-pt = Portugal
country-pw = Palau
country-py = Paraguay
country-qa = Qatar
country-ro = Romania
country-rs = Serbia
country-ru = Russland
country-rw = Rwanda
country-sa = Saudi-Arabia
country-sb = Salomonøyene
country-sc = Seychellene
country-sd = Sudan
country-se = Sverige
country-sg = Singapore
country-si = Slovenia
country-sk = Slovakia
country-sl = Sierra Leone
country-sm = San Marino
country-sn = Senegal
country-so = Somalia
country-sr = Surinam
country-ss = Sør-Sudan
country-st = São Tomé og Príncipe
country-sv = El Salvador
country-sy = Syria
country-sz = Eswatini
country-td = Tsjad
country-tg = Togo
country-th = Thailand
country-tj = Tadsjikistan
country-tl = Øst-Timor
country-tm = Turkmenistan
country-tn = Tunisia
country-to = Tonga
country-tr = Tyrkia
country-tt = Trinidad og Tobago
country-tv = Tuvalu
country-tw = Taiwan
country-tz = Tanzania
country-ua = Ukraina
country-ug = Uganda
country-us = USA
country-uy = Uruguay
country-uz = Usbekistan
country-va = Vatikanstaten
country-vc = St. Vincent og Grenadinene
country-ve = Venezuela
country-vn = Vietnam
country-vu = Vanuatu
country-ws = Samoa
country-xk = Kosovo
country-ye = Jemen
country-za = Sør-Afrika
country-zm = Zambia
country-zw = Zimbabwe
country-gl = Grønland
country-fo = Færøyene
country-hk = Hongkong
country-eh = Vest-Sahara
country-su = Sovjetunionen
country-yu = Jugoslavia
country-cs = Tsjekkoslovakia
country-dd = Øst-Tyskland
country-vs = Sør-Vietnam
country-yd = Sør-Jemen
country-eu = EU
country-un = FN
country-nato = Nato
explain-nothing = Fant ikke noe tidsuttrykk.

## Vinduet
interface-name = Bokmål
menu-file = Fil
menu-edit = Rediger
menu-view = Vis
menu-help = Hjelp
menu-open = Åpne artikler…
menu-export = Eksporter bilde…
menu-samples = Åpne eksempelartiklene
menu-quit = Avslutt
menu-undo = Angre { $what }
menu-undo-nothing = Angre
menu-redo = Gjør om { $what }
menu-redo-nothing = Gjør om
menu-true-scale = Vis tomme år i full lengde
look-system = Systemets farger
look-light = Lyst
look-dark = Mørkt
key-table = Tabell over hendelser
key-statistics = Statistikk
table-title = Hendelser
table-date = Dato
table-event = Hendelse
table-kind = Slag
table-people = Personer
table-place = Sted
table-copy = Kopier til et regneark
statistics-title = Statistikk
statistics-years = Hendelser per år og person
statistics-met = Møter: hvem møtte hvem hvor ofte
statistics-pair = { $first } og { $last }: { $n }; klikk for å se bare disse
look-contrast = Høy kontrast
key-higher = Høyere rader
key-lower = Lavere rader
menu-rows-fit = Rader som passer
menu-order = Ordne sporene på nytt: korteste linjer
menu-still = Mindre bevegelse
track-collapse = Brett sammen sporet
track-expand = Brett ut sporet
track-hide = Skjul sporet
track-up = Flytt opp
track-down = Flytt ned
track-only = Bare hendelser med { $name }
track-not-only = Ikke lenger bare med { $name }
help-box = Skift+dra: zoom til ruten
look-print = For trykk
articles = Artikler
open = Åpne…
people = Personer
kinds = Slag
overview = Oversikt
overview-window = Tiden i vinduet
people-shown = { $n } av { $of } vist
n-events = { $n ->
    [one] { $n } hendelse
   *[other] { $n } hendelser
}
article-set-date = Sett publiseringsdato…
article-remove = Fjern artikkelen
article-no-date = Uten dato – velg…
article-date-label = Publiseringsdato
article-date-hint = 25. april 2019
article-date-set = Sett
article-open = Åpne artikkelen
article-close = Tilbake til hendelsen
article-inferred = { $date }, utledet
inspector-empty = Klikk på et merke i tidslinjen for å se hva som hendte, hvorfor det har sin dato, og setningen det kommer fra.
certainty-stated = slik teksten sier
certainty-derived = regnet ut, ikke oppgitt
certainty-inferred = utledet
certainty-count = flere ganger i løpet av den tiden
status-planned = planlagt
status-cancelled = avlyst
status-denied = avvist
chip-hide = Skjul sporet
chip-show = Vis sporet
why-title = Hvorfor denne datoen?
sources = { $n ->
    [one] Kilde
   *[other] { $n } kilder
}
status = { $articles ->
    [one] 1 artikkel
   *[other] { $articles } artikler
} · { $persons ->
    [one] 1 person
   *[other] { $persons } personer
} · { $events ->
    [one] 1 hendelse
   *[other] { $events } hendelser
}
status-undated = { $n ->
    [one] 1 artikkel uten dato
   *[other] { $n } artikler uten dato
}
status-hint = Rull: zoom · Dra: flytt · F: alt · G: tomme år · ?: taster
status-dialog = Ser du ingen fildialog? Trykk Ctrl+O igjen for å skrive en sti.
job-reading = Leser artikler
job-saving = Lagrer bildet
job-cancel = Avbryt
notice-saved = Lagret som «{ $path }».
notice-known = { $n ->
    [one] Én artikkel var åpen fra før.
   *[other] { $n } artikler var åpne fra før.
}
notice-close = Legg bort
notice-close-all = Legg alle bort
notice-more = og { $n } til
notice-job-lost = { $what } ble avbrutt; det som ikke var ferdig, mangler.
pasted-name = Innlimt tekst { $n }
edit-open = åpning av artikler
edit-published = publiseringsdato
edit-remove = fjerning av en artikkel
edit-date = dato
edit-title = tittel
edit-kind = type
edit-status = om det skjedde
edit-place = sted
edit-count = antall
edit-people = hvem som var med
edit-hide = skjuling av en hendelse
edit-together = sammenslåing av hendelser
edit-apart = skilling av hendelser
edit-add = ny hendelse
edit-rename = navn på en person
edit-same-person = sammenslåing av personer
edit-mention = hvem som menes
edit-withdraw = tilbaketrekking av en rettelse
empty-title = Ingen artikler ennå
empty-hint = Åpne artikler, slipp dem på vinduet, eller lim inn en med Ctrl+V.
empty-open = Åpne artikler…
empty-undated-title = { $n ->
    [one] Artikkelen har ingen dato
   *[other] Artiklene har ingen dato
}
empty-undated-hint = Sett publiseringsdatoen i listen til venstre; hendelsene følger straks.
empty-events-title = Fant ingen daterte hendelser
empty-events-hint = Åpne artikler som forteller når noe hendte.
dialog-open = Åpne artikler
dialog-save = Lagre bildet
dialog-articles = Artikler
path-open-title = Åpne en fil eller mappe
path-save-title = Lagre som
path-no-dialog = Dette systemet har ingen fildialog, så skriv stien her.
path-while-waiting = En fildialog er allerede åpen; ser du den ikke, så skriv stien her.
path-label = Sti
path-open = Åpne
path-save = Lagre
path-cancel = Avbryt
export-title = Eksporter bilde
export-what = Hva
export-view = Dette utsnittet
export-everything = Alt
export-format = Format
export-colours = Farger
export-width = Bredde i piksler
export-width-hint = fra 300 til 16 000
export-height = Høyde i piksler
export-height-needed = etter behov
export-scale = Skala
export-save = Lagre…
help-title = Taster
help-drag = Dra flytter tiden og sporene.
help-wheel = Rullehjulet zoomer der pekeren er; over navnene ruller det sporene.
help-double = Dobbeltklikk zoomer til en hendelse.
help-close = Lukk
key-open = Åpne artikler
key-paste = Lim inn en tekst som artikkel
key-export = Eksporter et bilde
key-undo = Angre
key-redo = Gjør om
key-fit = Vis alt
key-zoom-in = Nærmere
key-zoom-out = Lenger unna
key-next = Neste hendelse
key-previous = Hendelsen før
key-track-down = Sporet under
key-track-up = Sporet over
key-other = Møtets andre deltakere
key-gaps = Lukk eller åpne tomme år
key-source = Åpne artikkelen
key-back = Utsnittet før
key-escape = Slipp det valgte
key-help = Dette kortet

## Slag
kind-meeting = Møte
kind-visit = Besøk
kind-travel = Reise
kind-statement = Uttalelse
kind-agreement = Avtale
kind-election = Valg
kind-appointment = Tiltredelse
kind-resignation = Avgang
kind-death = Dødsfall
kind-birth = Fødsel
kind-conflict = Konflikt
kind-sanction = Sanksjoner
kind-summit = Toppmøte
kind-cancelled = Avlysning
kind-other = Annet
