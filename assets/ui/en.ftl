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
error-no-display = There is no display to open a window on; use “tidslinje export ARTICLE -o picture.svg” to draw without one.
error-no-graphics = The display has no graphics adapter that a window can be drawn with ({ $cause }); use “tidslinje export ARTICLE -o picture.svg” to draw without one.
error-asset = The program's own file “{ $file }” has a fault ({ $cause }); please report it.

## Reading
edit-read = reading articles
note-no-event = “{ $text }” gave no event
why-lived = { $name } was alive then (died { $died })
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
explain-pattern = “{ $text }” – pattern “{ $pattern }”
explain-value = { $type } { $value }
explain-modifier = modifier { $modifier }
