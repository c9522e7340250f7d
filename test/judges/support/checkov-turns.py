"""Runs checkov again and again: a line of arguments as JSON in, a line with the outcome out.

It takes two seconds of computing to import, and a few hundredths to judge a folder. Each run is a fork of the process that
has imported it and done nothing else, so that none knows of another.
"""

import json
import os
import sys
import tempfile
import warnings

with warnings.catch_warnings():
    # as the command of checkov does
    warnings.simplefilter("ignore", category=SyntaxWarning)
    from checkov.main import Checkov


def run(args, out, err):
    child = os.fork()
    if child == 0:
        status = 70
        try:
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            status = Checkov(args).run() or 0
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 70
        except BaseException as error:
            print(repr(error), file=sys.stderr)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def text_of(file):
    file.seek(0)
    return file.read().decode()


for line in sys.stdin:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        status = run(json.loads(line), out, err)
        outcome = {"status": status, "stdout": text_of(out), "stderr": text_of(err)}
    print(json.dumps(outcome), flush=True)
