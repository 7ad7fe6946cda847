"""Which files a module is made of."""
import pathlib
import re

SOURCES = pathlib.Path(__file__).resolve().parent.parent / "src/main/sv"


def needed(module):
    """The files of a module and of what it instantiates."""
    found, todo = [], [module]
    while todo:
        file = SOURCES / f"{todo.pop()}.sv"
        if file in found:
            continue
        found.append(file)
        todo += re.findall(r"^\s+(vail_\w+) (?:#\(.*\) )?u_\w+ \(", file.read_text(), re.M)
    return found
