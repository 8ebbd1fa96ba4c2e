#!/usr/bin/env python3
"""Rebuilds the tables of persons and places in assets/ from a folder of reference tables, and checks them.

    tests/tools/roster.py FOLDER          writes the tables
    tests/tools/roster.py FOLDER --check  only tells whether they are what a rebuild gives; exit status 1 if not

Python 3 alone. FOLDER holds leaders.tsv, given-names.tsv, places.tsv and countries.tsv: UTF-8, tab-separated, one
header line, LF, no quoting, lists within a field parted by "|". Nothing is written where a check fails.

To ship one more table as it is, give it a line in TABLES, and what must hold of it a function in CHECKS.
"""

import collections
import datetime
import pathlib
import sys

ASSETS = pathlib.Path(__file__).resolve().parents[2] / "assets"

# File of FOLDER, file of assets, and the columns kept: all, or new name = old name.
TABLES = [
    ("leaders.tsv", "people/leaders.tsv", None),
    ("given-names.tsv", "people/given-names.tsv", None),
    ("places.tsv", "world/places.tsv", None),
    (
        "countries.tsv",
        "world/countries.tsv",
        {"code": "code", "name": "name_en", "kind": "kind", "led_by": None, "capital": "capital_en"},
    ),
]

COLUMNS = {
    "leaders.tsv": "id name_en name_nb aliases country office from to wikidata source known_until note",
    "given-names.tsv": "name sex source",
    "places.tsv": "name_en name_nb country aliases kind",
    "countries.tsv": "code name_en kind capital_en",
}

# Who rules in fact may do so beside the holder of an office.
SHARED_OFFICES = {"effective-leader"}
SOURCES = {"own", "archigos", "reign", "wikidata", "world-leaders-current"}
KINDS_OF_COUNTRY = {"state", "territory", "historic", "organisation"}
KINDS_OF_PLACE = {"capital", "place", "region"}
LED_BY = {"president", "prime-minister"}


def read(path, faults):
    """The header and the rows of a table."""
    text = path.read_bytes().decode("utf-8")
    if not text.endswith("\n") or "\r" in text or text.startswith("\ufeff"):
        faults.append(f"{path.name}: lines must end in LF, the last one too, and no byte order mark stand first")
    lines = text.split("\n")
    head = lines[0].split("\t")
    rows = []
    for number, line in enumerate(lines[1:-1], 2):
        fields = line.split("\t")
        if len(fields) == len(head):
            rows.append(dict(zip(head, fields)))
        else:
            faults.append(f"{path.name}:{number}: {len(fields)} fields, not {len(head)}")
    for column in COLUMNS.get(path.name, "").split():
        if column not in head:
            faults.append(f"{path.name}: no column {column}")
    return head, rows


def day(text, where, faults):
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        faults.append(f"{where}: “{text}” is no date")
        return None


def is_id(text):
    """Small ASCII letters, digits and single hyphens."""
    return all(part.isascii() and part.isalnum() and part == part.lower() for part in text.split("-"))


def check_leaders(tables, faults):
    codes = {row["code"] for row in tables["countries.tsv"]}
    names, persons = {}, collections.defaultdict(set)
    terms = collections.defaultdict(list)
    for row in tables["leaders.tsv"]:
        where = f"leaders.tsv: {row['id']} {row['country']} {row['office']} {row['from']}"
        if not is_id(row["id"]):
            faults.append(f"{where}: an id is small letters, digits and hyphens")
        if not row["name_en"] or not row["name_nb"] or not row["office"]:
            faults.append(f"{where}: a name or office lacks")
        if row["country"] not in codes:
            faults.append(f"{where}: unknown country")
        if row["source"] not in SOURCES:
            faults.append(f"{where}: unknown source “{row['source']}”, to be credited in assets/README.md")
        begun = day(row["from"], where, faults)
        ended = day(row["to"], where, faults) if row["to"] else None
        if row["known_until"]:
            day(row["known_until"], where, faults)
        if begun and ended and ended < begun:
            faults.append(f"{where}: ends before it begins")
        if not row["to"] and not row["known_until"]:
            faults.append(f"{where}: open, but nothing says until when that is known")
        known = (row["name_en"], row["name_nb"], row["aliases"])
        if names.setdefault(row["id"], known) != known:
            faults.append(f"{where}: one id, two sets of names")
        if row["wikidata"]:
            persons[row["wikidata"]].add(row["id"])
        if row["office"] not in SHARED_OFFICES:
            terms[row["country"], row["office"]].append((row["from"], row["to"] or "9999", row["id"]))
    for wikidata, ids in persons.items():
        if len(ids) > 1:
            faults.append(f"leaders.tsv: {wikidata} has the ids {', '.join(sorted(ids))}")
    for (country, office), held in terms.items():
        held.sort()
        for (_, ended, who), (begun, _, successor) in zip(held, held[1:]):
            if ended > begun:
                faults.append(f"leaders.tsv: {country} {office}: {who} until {ended}, {successor} from {begun}")


def check_given_names(tables, faults):
    seen = set()
    for row in tables["given-names.tsv"]:
        if row["sex"] not in {"M", "F", "MF"}:
            faults.append(f"given-names.tsv: {row['name']}: “{row['sex']}” is no sex")
        if row["name"] in seen:
            faults.append(f"given-names.tsv: {row['name']} twice")
        seen.add(row["name"])


def check_places(tables, faults):
    codes = {row["code"] for row in tables["countries.tsv"]}
    for row in tables["places.tsv"]:
        if not row["name_en"] or not row["name_nb"]:
            faults.append(f"places.tsv: {row['name_en']}: a name lacks")
        if row["country"] and row["country"] not in codes:
            faults.append(f"places.tsv: {row['name_en']}: unknown country {row['country']}")
        if row["kind"] not in KINDS_OF_PLACE:
            faults.append(f"places.tsv: {row['name_en']}: unknown kind {row['kind']}")


def check_countries(tables, faults):
    seen = set()
    for row in tables["countries.tsv"]:
        if row["code"] in seen:
            faults.append(f"countries.tsv: {row['code']} twice")
        seen.add(row["code"])
        if row["kind"] not in KINDS_OF_COUNTRY:
            faults.append(f"countries.tsv: {row['code']}: unknown kind {row['kind']}")


CHECKS = [check_leaders, check_given_names, check_places, check_countries]


def led_by(faults):
    """The office that leads each country: the one column that no reference table has. It is Tidslinje's own, and
    taken over from the table in assets; give a new country its office there first."""
    _, rows = read(ASSETS / "world/countries.tsv", [])
    known = {row["code"]: row["led_by"] for row in rows}

    def of(row):
        office = known.get(row["code"], "")
        if row["kind"] != "organisation" and office not in LED_BY:
            faults.append(f"countries.tsv: {row['code']}: assets/world/countries.tsv does not say who leads it")
        return office

    return of


def build(head, rows, columns, leads):
    """A table's text, with the columns kept."""
    kept = columns or {name: name for name in head}
    lines = ["\t".join(kept)]
    for row in rows:
        lines.append("\t".join(row[old] if old else leads(row) for old in kept.values()))
    return "\n".join(lines) + "\n"


def main(arguments):
    check = "--check" in arguments
    folders = [argument for argument in arguments if not argument.startswith("-")]
    if len(folders) != 1:
        sys.exit(__doc__)
    folder, faults = pathlib.Path(folders[0]), []
    read_in = {name: read(folder / name, faults) for name, _, _ in TABLES}
    if not faults:
        tables = {name: rows for name, (_, rows) in read_in.items()}
        for check_table in CHECKS:
            check_table(tables, faults)
    leads, built = led_by(faults), []
    if not faults:
        built = [(asset, build(*read_in[name], columns, leads)) for name, asset, columns in TABLES]
    if faults:
        sys.exit("\n".join(faults))
    different = 0
    for asset, text in built:
        path, rows = ASSETS / asset, text.count("\n") - 1
        same = path.exists() and path.read_bytes() == text.encode("utf-8")
        different += not same
        if not same and not check:
            path.write_bytes(text.encode("utf-8"))
        print(f"{asset}: {rows} rows, {'as it was' if same else 'different' if check else 'written'}")
    return int(check and different > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
