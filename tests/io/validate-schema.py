#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds saved documents against the published schema, with a validator that is not ours.

Usage: validate-schema.py IO_TOOL DOCUMENT…
"""

import copy
import json
import subprocess
import sys

SKIP = 77
N_RANDOM = 20

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed, so nothing is validated.")
    sys.exit(SKIP)


def run(tool, command):
    output = subprocess.run([tool, command], check=True, stdout=subprocess.PIPE).stdout
    # A test program says which seed it has before anything else.
    text = output.decode("utf-8")
    return json.loads(text[text.index("{") :])


def set_in(*path):
    def change(document, value=path[-1]):
        at = document
        for name in path[:-2]:
            at = at[name]
        at[path[-2]] = value

    return change


BREAKINGS = {
    "another format": set_in("format", "other"),
    "another version": set_in("version", 2),
    "no version": lambda document: document.pop("version"),
    "title is a number": set_in("title", 5),
    "goals are an object": set_in("goals", {}),
    "a goal without id": lambda document: document["goals"][0].pop("id"),
    "an empty id": set_in("goals", 0, "id", ""),
    "an unknown choice": set_in("projects", 0, "status", "lively"),
    "a flag as text": set_in("goals", 0, "functionScorecard", "yes"),
    "an answer as flag": set_in("projects", 0, "longTerm", True),
    "a weight of 150": set_in("goals", 0, "weight", 150),
    "a broken priority": set_in("goals", 0, "priority", 2.5),
    "days below zero": set_in("projects", 0, "effortDays", -1),
    "no date": set_in("goals", 0, "byDate", "soon"),
    "a thirteenth month": set_in("period", "start", "2026-13-01"),
    "a word that is a number": set_in("projects", 0, "topics", ["a", 1]),
    "settings are a list": set_in("settings", []),
    "a threshold as text": set_in("settings", "alignmentGood", "90"),
}


def main():
    tool, *files = sys.argv[1:]
    schema = run(tool, "schema")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    documents = [json.load(open(name, encoding="utf-8")) for name in files]

    for document in documents + [run(tool, "random") for _ in range(N_RANDOM)]:
        validator.validate(document)
    for name, change in BREAKINGS.items():
        broken = copy.deepcopy(documents[0])
        change(broken)
        if validator.is_valid(broken):
            sys.exit(f"The schema lets this pass: {name}.")
    print(f"{len(documents) + N_RANDOM} documents are valid, {len(BREAKINGS)} broken ones are not.")


main()
