"""Runs a file of unit tests, and writes what became of each to a file of JSON: `report.py TESTS RESULTS`."""

import json
import pathlib
import sys
import unittest


class Outcomes(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.by_name = {}

    def startTest(self, test):
        super().startTest(test)
        self.by_name[name_of(test)] = None

    def addError(self, test, err):
        super().addError(test, err)
        self.by_name[name_of(test)] = self.errors[-1][1]

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.by_name[name_of(test)] = self.failures[-1][1]

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            failures = self.failures if issubclass(err[0], test.failureException) else self.errors
            self.by_name[name_of(test)] = failures[-1][1]


def name_of(test):
    return test.id().split(".", 1)[1] if hasattr(test, "_testMethodName") else str(test)


tests, results = map(pathlib.Path, sys.argv[1:])
sys.path.insert(0, str(tests.parent))
outcomes = Outcomes()
unittest.defaultTestLoader.loadTestsFromName(tests.stem).run(outcomes)
results.write_text(json.dumps(outcomes.by_name))
