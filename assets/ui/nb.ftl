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
error-no-display = Det er ingen skjerm å åpne et vindu på; bruk «tidslinje export ARTIKKEL -o bilde.svg» for å tegne uten.
error-no-graphics = Skjermen har ikke noe grafikkort som et vindu kan tegnes med ({ $cause }); bruk «tidslinje export ARTIKKEL -o bilde.svg» for å tegne uten.
error-asset = Programmets egen fil «{ $file }» har en feil ({ $cause }); meld gjerne fra.

## Lesing
edit-read = lesing av artikler
note-no-event = «{ $text }» ga ingen hendelse
why-lived = { $name } levde da (døde { $died })
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
explain-pattern = «{ $text }» – mønsteret «{ $pattern }»
explain-value = { $type } { $value }
explain-modifier = modifikator { $modifier }
