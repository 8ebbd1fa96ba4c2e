#!/usr/bin/env python3
"""How well names of persons are found, measured on NorNE, the Norwegian corpus of named entities.

    python3 tests/bench/norne.py FOLDER PROGRAM [--only WORD] [--errors]

FOLDER holds the corpus's files (`ud/nob/*.conllu`, `ud/nno/*.conllu` of github.com/ltgoslo/norne; the corpus
has a licence of its own and is no part of this project), PROGRAM is `tidslinje`. For each file whose path holds
WORD: precision, recall and F1 of the entities PER. `--errors` prints what was missed and what was wrong; it is
for `train` and `dev` only: who looks at the test sets no longer measures anything.

The program reads raw text. Tokens are joined by spaces unless `SpaceAfter=No` stands at one; a sentence is a
line, and an empty line stands at `# newpar`. A document ends at `# newdoc`, at the first `# newpar` after 40
sentences, or after 100 sentences, for the corpus keeps no bounds of documents. Each document is read on its own by
`PROGRAM tag --people`, its language given by the folder or the file's name.

An entity is right if it covers exactly the tokens of the corpus. A name that ends inside a token (before a
genitive's apostrophe, say) counts as covering the whole token. Mentions that are no names, such as offices and
pronouns, are neither in the corpus nor in the program's output. Python 3, no packages.
"""

import argparse
import bisect
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile

LEAST_SENTENCES, MOST_SENTENCES = 40, 100


class Document:
    """A text, where its tokens stand in it, and its persons as (first token, last token)."""

    def __init__(self):
        self.text = ""
        self.tokens = []
        self.gold = set()
        self.n_sentences = 0

    def add(self, sentence, paragraph):
        """Adds a sentence of (form, space after, tag)."""
        if self.text:
            self.text = self.text.rstrip() + ("\n\n" if paragraph else "\n")
        open_at = None
        for form, space, tag in sentence + [("", False, "O")]:
            number = len(self.tokens)
            if open_at is not None and tag != "I-PER":
                self.gold.add((open_at, number - 1))
                open_at = None
            if tag == "B-PER":
                open_at = number
            if form:
                self.tokens.append((len(self.text), len(self.text) + len(form)))
                self.text += form + (" " if space else "")
        self.n_sentences += 1

    def covered(self, start, end):
        """The first and last token that characters touch."""
        first = bisect.bisect_right(self.tokens, (start, float("inf"))) - 1
        last = bisect.bisect_left(self.tokens, (end, -1)) - 1
        return first, last

    def context(self, entity):
        start, end = self.tokens[entity[0]][0], self.tokens[entity[1]][1]
        before, after = self.text[max(0, start - 50):start], self.text[end:end + 40]
        return f"{before}[[{self.text[start:end]}]]{after}".replace("\n", " / ")


def sentences(path):
    """Each sentence of a file, and what begins with it: a paragraph, a document, nothing."""
    sentence, begins = [], None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith(("# newpar", "# newdoc")):
                begins = line.split()[1]
            elif not line and sentence:
                yield sentence, begins
                sentence, begins = [], None
            elif line and not line.startswith("#"):
                fields = line.split("\t")
                if re.fullmatch(r"\d+", fields[0]):
                    misc = fields[9].split("|")
                    tag = next((one[5:] for one in misc if one.startswith("name=")), "O")
                    sentence.append((fields[1], "SpaceAfter=No" not in misc, tag))
    if sentence:
        yield sentence, begins


def documents(path):
    found = [Document()]
    for sentence, begins in sentences(path):
        n = found[-1].n_sentences
        if n and begins == "newdoc" or n >= MOST_SENTENCES or begins and n >= LEAST_SENTENCES:
            found.append(Document())
        found[-1].add(sentence, begins is not None)
    return found


def ask(program, language, document):
    """The program's entities of a document."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "text.txt")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(document.text)
        out = subprocess.run(
            [program, "tag", "--people", "--language", language, path], capture_output=True, check=True
        )
    return {document.covered(one["start"], one["end"]) for one in json.loads(out.stdout)["people"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("program")
    parser.add_argument("--only", default="", metavar="WORD")
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    files = sorted(
        os.path.join(folder, name)
        for folder, _, names in os.walk(arguments.folder)
        for name in names
        if name.endswith(".conllu")
    )
    files = [path for path in files if arguments.only in path]
    if not files:
        sys.exit(f"no .conllu files in {arguments.folder}")
    print(f"{'file':<36} {'gold':>5} {'found':>5} {'right':>5} {'P':>6} {'R':>6} {'F1':>6}")
    for path in files:
        language = "nn" if re.search(r"nno|nynorsk", path) else "nb"
        parts = documents(path)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            found = list(pool.map(lambda part: ask(arguments.program, language, part), parts))
        n_gold = sum(len(part.gold) for part in parts)
        n_found = sum(map(len, found))
        right = sum(len(part.gold & got) for part, got in zip(parts, found))
        precision, recall = right / max(n_found, 1), right / max(n_gold, 1)
        f1 = 2 * right / max(n_gold + n_found, 1)
        name = os.path.basename(path)
        print(f"{name:<36} {n_gold:5} {n_found:5} {right:5} {precision:6.3f} {recall:6.3f} {f1:6.3f}")
        if arguments.errors:
            for part, got in zip(parts, found):
                for entity in sorted(part.gold ^ got):
                    print("missed " if entity in part.gold else "wrong  ", part.context(entity))


if __name__ == "__main__":
    main()
