#!/usr/bin/env python3
"""How well a person's timeline is built, measured on SemEval-2015 task 4, timelines of persons across articles.

    python3 tests/bench/timelines.py FOLDER PROGRAM [--errors]

FOLDER holds `docs/N.txt`, `docs/N.dct` (the day of publication) and `gold.tsv`: person, place in the order, date,
document, sentence, its start and end in characters, trigger word, its start. The corpus has a licence of its own
and is no part of this project. PROGRAM is `tidslinje`; it reads all documents by one `extract --format jsonl -`, each
on its own.

A person's timeline is each source of each event that has the person among its participants. Names are the same if
the surnames are spelt alike or nearly so, and the given name is missing, begins with the same letter, or has a title
before it. A source is right if a row of the person has the same date, which is to say the same first and last day, and
a sentence that the source overlaps. Two counts are made of this:

- rows: sources and rows are paired, one to one. The corpus has a row for each verb, also where its sentence names no
  time and the article does; the program has an event for each time expression;
- sentences: each sentence (a line of the document) counts once for a person and a date.

Rows without a date (XXXX-XX-XX), and those repeated word for word, are left out of both. What stands in the way is
told by the second table, in rows with a date: how many have an event in their sentence at all (event), one of the
person (person), one of the date whoever takes part (date), one that has both (both); and how many rows of no date
were left out. `--errors` prints the rows that have no event with both, and the sources that no row answers to.
Python 3, no packages.
"""

import argparse
import calendar
import collections
import difflib
import json
import os
import re
import subprocess
import sys
import unicodedata

Row = collections.namedtuple("Row", "person days document start end trigger")
Source = collections.namedtuple("Source", "people days document start end title")


def words(name):
    """The words of a name or an id, in small letters without marks."""
    plain = unicodedata.normalize("NFKD", name.replace("ø", "o")).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z]+", plain)


def same_person(one, other):
    one, other = words(one), words(other)
    if not one or not other:
        return False
    alike = difflib.SequenceMatcher(None, one[-1], other[-1]).ratio() >= 0.8
    lone = len(one) == 1 or len(other) == 1
    return alike and (lone or one[0][0] == other[0][0] or one[0] in other or other[0] in one)


def days(date):
    """The first and last day of a date that may lack its end, or nothing."""
    parts = [int(part) for part in date.split("-") if part.isdigit()]
    if not parts:
        return None
    year, month = parts[0], parts[1] if len(parts) > 1 else None
    if month is None:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    first, last = (parts[2], parts[2]) if len(parts) > 2 else (1, calendar.monthrange(year, month)[1])
    return f"{year:04}-{month:02}-{first:02}", f"{year:04}-{month:02}-{last:02}"


def iso(date):
    """A day of publication in year, month, day; one document has it the other way round."""
    return re.sub(r"^(\d\d)-(\d\d)-(\d{4})$", r"\3-\2-\1", date.strip())


def read_gold(folder):
    rows = {}
    with open(os.path.join(folder, "gold.tsv"), encoding="utf-8") as lines:
        for line in lines:
            person, _, date, document, _, start, end, trigger, trigger_start = line.rstrip("\n").split("\t")
            row = Row(person, days(date), document, int(start), int(end), trigger)
            rows[row, trigger_start] = row
    return list(rows.values())


def read_documents(folder):
    """The text and the day of publication of each document."""
    documents = {}
    place = os.path.join(folder, "docs")
    for name in sorted(os.listdir(place)):
        if name.endswith(".txt"):
            with open(os.path.join(place, name), encoding="utf-8", newline="") as file:
                text = file.read()
            with open(os.path.join(place, name[:-4] + ".dct"), encoding="utf-8") as file:
                documents[name[:-4]] = text, iso(file.read())
    return documents


def ask(program, documents):
    """The sources of the program's events in all documents, with the persons' names."""
    articles = "".join(
        json.dumps({"id": name, "text": text, "published": published}) + "\n"
        for name, (text, published) in documents.items()
    )
    out = subprocess.run(
        [program, "extract", "--format", "jsonl", "-"], input=articles.encode(), stdout=subprocess.PIPE, check=True
    )
    sources = []
    for name, line in zip(documents, out.stdout.decode().splitlines(), strict=True):
        result = json.loads(line)
        names = {person["id"]: person["name"] for person in result["people"]}
        for event in result["events"]:
            people = [names[person] for person in event["participants"]]
            when = event["when"]["earliest"], event["when"]["latest"]
            for one in event["sources"]:
                sources.append(Source(people, when, name, one["start"], one["end"], event["title"]))
    return sources


def touches(source, row):
    return source.document == row.document and source.start < row.end and row.start < source.end


def paired(sources, rows):
    """How many sources and rows can be paired, one to one."""
    edges = [
        [at for at, row in enumerate(rows) if row.days == source.days and touches(source, row)] for source in sources
    ]
    owner = {}

    def find(source, tried):
        for row in edges[source]:
            if row not in tried:
                tried.add(row)
                if row not in owner or find(owner[row], tried):
                    owner[row] = source
                    return True
        return False

    return sum(find(source, set()) for source in range(len(sources)))


def sentences(text, start, end):
    """Where each line that characters touch begins."""
    return [at.start() for at in re.finditer(r"[^\n]+", text) if at.start() < end and start < at.end()]


def figures(right, n_found, n_gold):
    precision, recall = right / max(n_found, 1), right / max(n_gold, 1)
    f1 = 2 * right / max(n_found + n_gold, 1)
    return f"{n_gold:5} {n_found:5} {right:5} {precision:6.3f} {recall:6.3f} {f1:6.3f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("program")
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    documents = read_documents(arguments.folder)
    gold = read_gold(arguments.folder)
    if not documents or not gold:
        sys.exit(f"no documents or no gold.tsv in {arguments.folder}")
    sources = ask(arguments.program, documents)

    table = f"{'gold':>5} {'found':>5} {'right':>5} {'P':>6} {'R':>6} {'F1':>6}"
    print(f"{'':<20}  {'rows':^38}  {'sentences':^38}\n{'person':<20}  {table}  {table}")
    sums, obstacles, errors = [0] * 6, [], []
    for person in sorted({row.person for row in gold}):
        rows = [row for row in gold if row.person == person and row.days]
        found = [one for one in sources if any(same_person(person, name) for name in one.people)]
        expected_sentences = {(row.days, row.document, row.start) for row in rows}
        found_sentences = {
            (one.days, one.document, at)
            for one in found
            for at in sentences(documents[one.document][0], one.start, one.end)
        }
        right_sentences = expected_sentences & found_sentences
        counts = [paired(found, rows), len(found), len(rows)]
        counts += [len(right_sentences), len(found_sentences), len(expected_sentences)]
        sums = [before + count for before, count in zip(sums, counts)]
        print(f"{person:<20}  {figures(*counts[:3])}  {figures(*counts[3:])}")

        met = [0] * 4
        for row in rows:
            events = [one for one in sources if touches(one, row)]
            dated = [one for one in events if one.days == row.days]
            both = [one for one in dated if one in found]
            answers = events, [one for one in events if one in found], dated, both
            met = [before + bool(answer) for before, answer in zip(met, answers)]
            if not both:
                errors.append(("missed", row, [(one.days, one.people) for one in events]))
        for one in found:
            if not any(row.days == one.days and touches(one, row) for row in rows):
                there = {row.days for row in gold if row.person == person and touches(one, row)}
                errors.append(("wrong", Row(person, one.days, *one[2:]), sorted(there, key=str)))
        undated = sum(row.person == person and not row.days for row in gold)
        obstacles.append((person, [len(rows), *met, undated]))
    print(f"{'total':<20}  {figures(*sums[:3])}  {figures(*sums[3:])}")

    print(f"\n{'person':<20}  {'dated':>6} {'event':>6} {'person':>6} {'date':>6} {'both':>6} {'undated':>7}")
    obstacles.append(("total", [sum(column) for column in zip(*(counts for _, counts in obstacles))]))
    for person, counts in obstacles:
        print(f"{person:<20}  {' '.join(f'{count:6}' for count in counts)}")

    if arguments.errors:
        for what, row, there in errors:
            date = "/".join(dict.fromkeys(day or "…" for day in row.days))
            print(f"\n{what} {row.person} {date} {row.document}:{row.start} {row.trigger}")
            print("   ", documents[row.document][0][row.start:row.end].replace("\n", " / "))
            print("    there:", *there or ["nothing"])


if __name__ == "__main__":
    main()
