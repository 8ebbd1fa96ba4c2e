### The interface in English. Keys stand in the same order in every language.

## Dates
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
date-day = { $day } { $month } { $year }
date-weekday = { $weekday } { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
date-day-month = { $day } { $month }
date-month = { $month } { $year }
date-days = { $first }–{ $last } { $month } { $year }
date-range = { $from } – { $to }
date-from = from { $first }
date-until = until { $last }
date-none = no date
date-approx = about { $date }
date-early = early in { $date }
date-mid = in the middle of { $date }
date-late = late in { $date }
date-year-bc = { $year } BC
length-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
length-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
length-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}

## Errors
error-not-found = There is no file or folder “{ $path }”; check the name.
error-unreadable = “{ $path }” could not be read ({ $cause }); check that you may open it.
error-empty = “{ $path }” holds no text; choose a file with an article in it.
error-binary = “{ $path }” is not a text file; save the article as text, Markdown or HTML and open that.
error-too-large = “{ $path }” is larger than { $limit } MB; split it into single articles.
error-malformed = “{ $path }” could not be read as { $format } ({ $cause }); open and save it anew in the program it came from.
error-nothing-in-folder = The folder “{ $path }” holds no article (.txt, .md or .html); choose another.
error-bad-date = “{ $text }” is not a date; write it as 2019-04-25.
error-unknown-language = “{ $code }” is not a language Tidslinje reads; use one of nb, en.
error-unknown-format = The name “{ $path }” does not say a format; end it with one of { $known }.
error-unknown-person = Nobody in these articles is called “{ $name }”; check the spelling.
error-unwritable = “{ $path }” could not be written ({ $cause }); choose another place.
error-picture-too-large = A picture of { $width } × { $height } pixels is too large; choose at most 16000 × 16000.
error-nothing-to-draw = The articles gave no event to draw; check that they tell of something with a date.
error-no-window = This build has no window; use “tidslinje export ARTICLE -o picture.svg” to draw without one.
error-no-display = There is no display to open a window on; use “tidslinje export ARTICLE -o picture.svg” to draw without one.
error-no-graphics = The display has no graphics adapter that a window can be drawn with ({ $cause }); use “tidslinje export ARTICLE -o picture.svg” to draw without one.
error-project = The project { $path } could not be opened: { $cause }
error-no-project = { $path } is no Tidslinje project; open it as an article, or choose a file that ends in .tidslinje.
error-later-project = { $path } was written by a later version of Tidslinje; open it with that version.
error-read-only = { $path } is open in another window, which writes it; here it can only be read. Close the other window first.
error-not-kept = The change was not made, for it could not be written to { $path }: { $cause }. Make room on the disk and try again.
error-asset = The program's own file “{ $file }” has a fault ({ $cause }); please report it.

## Reading
edit-read = reading articles
note-no-event = “{ $text }” gave no event
note-namesakes = “{ $text }” was taken for { $name }; it could be { $others }
note-correction-lost = A correction is not in effect ({ $what }): { $why }
lost-article = its article is not open
lost-event = its passage tells of no such event any more
lost-person = nobody is known by that name any more
lost-overruled = a later correction says otherwise
why-lived = { $name } was alive then (died { $died })
# Why an article's date was proposed
published-inferred = { $path }: dated { $date }, as inferred:
published-lead = “{ $text }” in the lead is told of { $name }, { $date }
published-told = “{ $text }” is told of { $name }, { $date }, so the article is from { $days }
published-after = the article tells of “{ $text }” as past
published-before = the article tells of “{ $text }” as yet to come
published-age = { $name } was { $n } years old { $days }
published-office = { $name } is named by an office, and held it { $days }
published-day = the words fit { $days }; of these the day they name is taken, as news is written on the day
why-published-inferred = the article's date is itself inferred
note-undated = The date of publication is not known, and the article tells too little to infer it
note-undated-within = The date of publication is not known; what the article tells leaves { $date }
note-undated-contrary = The date of publication is not known: what the article tells of it contradicts itself
why-until-death = { $name } died on { $died }, so it was no later
why-landmark = that is { $name }, { $date }
landmark-death = the death of { $name }
why-lived-partly = { $name } died within that time, on { $died }
why-not-lived = { $name } was not alive then (died { $died }): the date or the person may be misread

## Reckoning
why-words = “{ $text }”
why-from-publication = counted from the article's date, { $date }
why-from-told = counted from the date told before, { $date }
why-past = the words around it tell of the past
why-present = the words around it tell of today, or of what is to come
why-future = the words around it tell of what is to come
why-day = on { $date }
why-within = some time in { $date }
why-disagreement = “{ $article }” says { $date }, “{ $other }” says { $otherdate }
why-by-hand-date = set by hand: { $date } (read as: { $read })
why-by-hand-title = the title is set by hand (read as “{ $read }”)
why-by-hand-kind = the kind is set by hand (read as: { $read })
why-by-hand-status = whether it came about is set by hand
why-by-hand-place = the place is set by hand
why-by-hand-count = how many there were is set by hand
why-by-hand-with = { $name } is added by hand
why-by-hand-without = { $name } is taken out by hand
why-by-hand-mention = by hand: { $name } is meant
why-by-hand-same = by hand: { $name } is the same person
why-by-hand-together = made one event by hand
why-by-hand-apart = parted by hand from another event
why-by-hand-made = added by hand
explain-pattern = “{ $text }” – pattern “{ $pattern }”
explain-value = { $type } { $value }
explain-modifier = modifier { $modifier }

## Picture
picture-others = Others
picture-events = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
picture-office = { $office }, { $country }
picture-office-then = { $office }, { $country } ({ $years })
picture-left-out = { $length } left out, { $dates }
picture-published = Published { $date }: { $titles }
picture-axis = Time axis
picture-track = Events of { $name }
picture-more = { $n ->
    [one] { $n } more event
   *[other] { $n } more events
}
picture-more-within = { $n ->
    [one] { $n } more event with { $name }, { $date }
   *[other] { $n } more events with { $name }, { $date }
}
picture-times = { $title } ({ $n } times)
picture-planned = { $title } (planned)
picture-cancelled = { $title } (called off)
picture-denied = { $title } (denied)
picture-and = { $first } and { $last }
picture-timeline = Timeline

## Offices
office-president = President
office-prime-minister = Prime minister
office-foreign-minister = Foreign minister
office-effective-leader = Leader
office-monarch = Monarch
office-general-secretary = General secretary
office-head-of-state = Head of state
office-chancellor = Chancellor
office-secretary-general = Secretary-general
office-supreme-leader = Supreme leader
office-vice-president = Vice-president
office-commission-president = President of the Commission
office-pope = Pope
office-paramount-leader = Paramount leader
office-acting-president = Acting president
office-council-president = President of the Council
office-chairman = Chairman
office-chief-adviser = Chief adviser
office-state-counsellor = State counsellor
office-presidential-aide = Presidential aide
office-spokesperson = Spokesperson
office-crown-prince = Crown prince

## Countries
country-ad = Andorra
country-ae = United Arab Emirates
country-af = Afghanistan
country-ag = Antigua & Barbuda
country-al = Albania
country-am = Armenia
country-ao = Angola
country-ar = Argentina
country-at = Austria
country-au = Australia
country-az = Azerbaijan
country-ba = Bosnia and Herzegovina
country-bb = Barbados
country-bd = Bangladesh
country-be = Belgium
country-bf = Burkina Faso
country-bg = Bulgaria
country-bh = Bahrain
country-bi = Burundi
country-bj = Benin
country-bn = Brunei
country-bo = Bolivia
country-br = Brazil
country-bs = Bahamas
country-bt = Bhutan
country-bw = Botswana
country-by = Belarus
country-bz = Belize
country-ca = Canada
country-cd = Democratic Republic of the Congo
country-cf = Central African Republic
country-cg = Republic of the Congo
country-ch = Switzerland
country-ci = Ivory Coast
country-cl = Chile
country-cm = Cameroon
country-cn = China
country-co = Colombia
country-cr = Costa Rica
country-cu = Cuba
country-cv = Cape Verde
country-cy = Cyprus
country-cz = Czech Republic
country-de = Germany
country-dj = Djibouti
country-dk = Denmark
country-dm = Dominica
country-do = Dominican Republic
country-dz = Algeria
country-ec = Ecuador
country-ee = Estonia
country-eg = Egypt
country-er = Eritrea
country-es = Spain
country-et = Ethiopia
country-fi = Finland
country-fj = Fiji
country-fm = Micronesia
country-fr = France
country-ga = Gabon
country-gb = United Kingdom
country-gd = Grenada
country-ge = Georgia
country-gh = Ghana
country-gm = Gambia
country-gn = Guinea
country-gq = Equatorial Guinea
country-gr = Greece
country-gt = Guatemala
country-gw = Guinea-Bissau
country-gy = Guyana
country-hn = Honduras
country-hr = Croatia
country-ht = Haiti
country-hu = Hungary
country-id = Indonesia
country-ie = Ireland
country-il = Israel
country-in = India
country-iq = Iraq
country-ir = Iran
country-is = Iceland
country-it = Italy
country-jm = Jamaica
country-jo = Jordan
country-jp = Japan
country-ke = Kenya
country-kg = Kyrgyzstan
country-kh = Cambodia
country-ki = Kiribati
country-km = Comoros
country-kn = St. Kitts & Nevis
country-kp = North Korea
country-kr = South Korea
country-kw = Kuwait
country-kz = Kazakhstan
country-la = Laos
country-lb = Lebanon
country-lc = St. Lucia
country-li = Liechtenstein
country-lk = Sri Lanka
country-lr = Liberia
country-ls = Lesotho
country-lt = Lithuania
country-lu = Luxembourg
country-lv = Latvia
country-ly = Libya
country-ma = Morocco
country-mc = Monaco
country-md = Moldova
country-me = Montenegro
country-mg = Madagascar
country-mh = Marshall Islands
country-mk = North Macedonia
country-ml = Mali
country-mm = Myanmar
country-mn = Mongolia
country-mr = Mauritania
country-mt = Malta
country-mu = Mauritius
country-mv = Maldives
country-mw = Malawi
country-mx = Mexico
country-my = Malaysia
country-mz = Mozambique
country-na = Namibia
country-ne = Niger
country-ng = Nigeria
country-ni = Nicaragua
country-nl = Netherlands
country-no = Norway
country-np = Nepal
country-nr = Nauru
country-nz = New Zealand
country-om = Oman
country-pa = Panama
country-pe = Peru
country-pg = Papua New Guinea
country-ph = Philippines
country-pk = Pakistan
country-pl = Poland
country-ps = Palestine
country-pt = Portugal
country-pw = Palau
country-py = Paraguay
country-qa = Qatar
country-ro = Romania
country-rs = Serbia
country-ru = Russia
country-rw = Rwanda
country-sa = Saudi Arabia
country-sb = Solomon Islands
country-sc = Seychelles
country-sd = Sudan
country-se = Sweden
country-sg = Singapore
country-si = Slovenia
country-sk = Slovakia
country-sl = Sierra Leone
country-sm = San Marino
country-sn = Senegal
country-so = Somalia
country-sr = Suriname
country-ss = South Sudan
country-st = São Tomé & Príncipe
country-sv = El Salvador
country-sy = Syria
country-sz = Eswatini
country-td = Chad
country-tg = Togo
country-th = Thailand
country-tj = Tajikistan
country-tl = Timor-Leste
country-tm = Turkmenistan
country-tn = Tunisia
country-to = Tonga
country-tr = Turkey
country-tt = Trinidad & Tobago
country-tv = Tuvalu
country-tw = Taiwan
country-tz = Tanzania
country-ua = Ukraine
country-ug = Uganda
country-us = United States
country-uy = Uruguay
country-uz = Uzbekistan
country-va = Vatican City
country-vc = St. Vincent & Grenadines
country-ve = Venezuela
country-vn = Vietnam
country-vu = Vanuatu
country-ws = Samoa
country-xk = Kosovo
country-ye = Yemen
country-za = South Africa
country-zm = Zambia
country-zw = Zimbabwe
country-gl = Greenland
country-fo = Faroe Islands
country-hk = Hong Kong
country-eh = Western Sahara
country-su = Soviet Union
country-yu = Yugoslavia
country-cs = Czechoslovakia
country-dd = East Germany
country-vs = South Vietnam
country-yd = South Yemen
country-eu = European Union
country-un = United Nations
country-nato = NATO
explain-nothing = No time expression found.

## Window
interface-name = English
menu-file = File
menu-edit = Edit
menu-view = View
menu-help = Help
menu-open = Open articles…
menu-export = Export picture…
menu-samples = Open the sample articles
menu-quit = Quit
menu-undo = Undo { $what }
menu-undo-nothing = Undo
menu-redo = Redo { $what }
menu-redo-nothing = Redo
menu-true-scale = Show empty years at full length
look-system = Colours of the system
look-light = Light
look-dark = Dark
key-table = Table of events
key-statistics = Statistics
table-title = Events
table-date = Date
table-event = Event
table-kind = Kind
table-people = People
table-place = Place
table-copy = Copy for a spreadsheet
key-lists = Show or hide the lists
key-inspector = Show or hide the inspector
key-overview = Show or hide the overview
table-zoom = Zoom here
track-pin = Keep at the top
track-unpin = No longer keep at the top
statistics-note = An event counts once for each leader who took part; the first { $n } tracks.
statistics-title = Statistics
statistics-years = Events per year and person
statistics-met = Meetings: who met whom how often
statistics-pair = { $first } and { $last }: { $n }; click to see only these
key-search = Search
search-hint = A title, a person, a place, a word of the article
search-nothing = No event holds these words
look-contrast = High contrast
key-higher = Higher rows
key-lower = Lower rows
menu-rows-fit = Rows as they fit
menu-order = Order tracks anew: shortest lines
menu-still = Less motion
track-collapse = Fold the track
track-expand = Unfold the track
track-hide = Hide the track
track-up = Move up
track-down = Move down
track-only = Only events with { $name }
track-not-only = No longer only with { $name }
help-box = Shift+drag: zoom to the box
look-print = For print
articles = Articles
open = Open…
people = People
kinds = Kinds
overview = Overview
overview-window = Time in view
people-shown = { $n } of { $of } shown
n-events = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
article-set-date = Set the publication date…
article-remove = Remove the article
article-no-date = No date – set it…
article-date-label = Date of publication
article-date-hint = 2019-04-25
article-date-set = Set
article-open = Open the article
article-close = Back to the event
article-inferred = { $date }, inferred
inspector-empty = Click a mark on the timeline to see what happened, why it has its date, and the sentence it comes from.
certainty-stated = as the text says
certainty-derived = counted, not stated
certainty-inferred = inferred
certainty-count = several times within that time
status-planned = planned
status-cancelled = called off
status-denied = denied
chip-hide = Hide the track
chip-show = Show the track
why-title = Why this date?
sources = { $n ->
    [one] Source
   *[other] { $n } sources
}
status = { $articles ->
    [one] 1 article
   *[other] { $articles } articles
} · { $persons ->
    [one] 1 person
   *[other] { $persons } people
} · { $events ->
    [one] 1 event
   *[other] { $events } events
}
status-undated = { $n ->
    [one] 1 article without a date
   *[other] { $n } articles without a date
}
status-hint = Wheel: zoom · Drag: move · F: everything · G: empty years · ?: keys
status-dialog = Is no file dialog to be seen? Press Ctrl+O again to type a path.
job-reading = Reading articles
job-saving = Saving the picture
job-cancel = Cancel
notice-saved = Saved as “{ $path }”.
notice-known = { $n ->
    [one] One article was open already.
   *[other] { $n } articles were open already.
}
notice-close = Put away
notice-close-all = Put all away
notice-more = and { $n } more
notice-job-lost = { $what } broke off; what it had not finished is missing.
pasted-name = Pasted text { $n }
edit-open = opening articles
edit-published = setting a publication date
edit-remove = removing an article
edit-date = setting a date
edit-title = setting a title
edit-kind = setting a kind
edit-status = setting whether it came about
edit-place = setting a place
edit-count = setting how many
edit-people = setting who took part
edit-hide = hiding an event
edit-together = making events one
edit-apart = parting events
edit-add = adding an event
edit-rename = renaming a person
edit-same-person = making persons one
edit-mention = setting who is meant
edit-withdraw = withdrawing a correction
empty-title = No articles yet
empty-hint = Open articles, drop them on the window, or paste one with Ctrl+V.
empty-open = Open articles…
empty-undated-title = { $n ->
    [one] The article has no date
   *[other] The articles have no date
}
empty-undated-hint = Set the publication date in the list on the left: what the text tells of “yesterday” or “last year” is counted from it.
empty-events-title = No dated events found
empty-events-hint = Open articles that tell when something happened.
dialog-open = Open articles
dialog-save = Save the picture
dialog-articles = Articles
path-open-title = Open a file or folder
path-save-title = Save as
path-no-dialog = This system offers no file dialog, so type the path here.
path-while-waiting = A file dialog is out already; if it is not to be seen, type the path here.
path-label = Path
path-open = Open
path-save = Save
path-cancel = Cancel
export-title = Export picture
export-what = What
export-view = This view
export-everything = Everything
export-format = Format
export-colours = Colours
export-width = Width in pixels
export-width-hint = from 300 to 16 000
export-height = Height in pixels
export-height-needed = as needed
export-scale = Scale
export-save = Save…
help-title = Keys
help-drag = Drag moves the time and the tracks.
help-wheel = The wheel zooms at the pointer; over the names it scrolls the tracks.
help-double = A double click zooms to an event.
help-close = Close
key-open = Open articles
key-paste = Paste a text as an article
key-export = Export a picture
key-undo = Undo
key-redo = Redo
key-fit = Show everything
key-zoom-in = Closer
key-zoom-out = Farther
key-next = Next event
key-previous = Event before
key-track-down = Track below
key-track-up = Track above
key-other = The meeting's other participants
key-gaps = Close or open empty years
key-source = Open the article
key-back = The view before
key-escape = Let go of the selection
key-help = This card

## Kinds
kind-meeting = Meeting
kind-visit = Visit
kind-travel = Travel
kind-statement = Statement
kind-agreement = Agreement
kind-election = Election
kind-appointment = Appointment
kind-resignation = Resignation
kind-death = Death
kind-birth = Birth
kind-conflict = Conflict
kind-sanction = Sanctions
kind-summit = Summit
kind-cancelled = Calling off
kind-other = Other
