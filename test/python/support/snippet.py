"""Runs a program of the docs, and then the tests in it, as a test runner would: `snippet.py PROGRAM`."""

import pathlib
import runpy
import sys

program = pathlib.Path(sys.argv[1])
names = runpy.run_path(str(program))
for name, function in names.items():
    if name.startswith("test_") and callable(function):
        function()
